/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterPhoneIndex:
 *
 * Telephone numbers of members, found whether written with the country's code
 * or without: chat programs show a stranger's number as +49 170 1234567, a
 * roster has 0170/1234567.
 */
typedef struct _MusterPhoneIndex MusterPhoneIndex;

MusterPhoneIndex *muster_phone_index_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_phone_index_free (MusterPhoneIndex *self);

void muster_phone_index_add (MusterPhoneIndex *self, const char *phones, guint member);
GArray *
muster_phone_index_find (MusterPhoneIndex *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPhoneIndex, muster_phone_index_free)

G_END_DECLS
