/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_COLLATOR (muster_collator_get_type ())
G_DECLARE_FINAL_TYPE (MusterCollator, muster_collator, MUSTER, COLLATOR, GObject)

MusterCollator *muster_collator_new (void) G_GNUC_WARN_UNUSED_RESULT;

GBytes *muster_collator_dup_key (MusterCollator *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
gsize muster_collator_write_key (MusterCollator *self, const char *text, guint8 *out, gsize size);

G_END_DECLS
