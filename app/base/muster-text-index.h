/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterTextIndex:
 *
 * Texts to numbers, several to a text, in the order in which they were added.
 */
typedef struct _MusterTextIndex MusterTextIndex;

MusterTextIndex *muster_text_index_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_text_index_free (MusterTextIndex *self);

void muster_text_index_add (MusterTextIndex *self, const char *text, guint value);
guint muster_text_index_find (MusterTextIndex *self, const char *text);
guint muster_text_index_read (MusterTextIndex *self, guint *place);
GArray *muster_text_index_list_shared (MusterTextIndex *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterTextIndex, muster_text_index_free)

G_END_DECLS
