/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MUSTER_ID_SIZE 16
#define MUSTER_ID_TEXT_SIZE 33 /* 32 hexadecimal digits and the end */

/**
 * MusterId:
 *
 * The primary key of a shared row: 48 bits of time, then random bits, so that
 * keys made one after the other lie side by side in an index and those of two
 * devices never meet.  All zero is "none".
 */
typedef struct
{
  guint8 bytes[MUSTER_ID_SIZE];
} MusterId;

MusterId muster_id_new (gint64 now_us);
MusterId muster_id_new_numbered (gint64 now_us, guint32 number);
gboolean muster_id_is_none (const MusterId *self);
gboolean muster_id_equal (gconstpointer a, gconstpointer b);
guint muster_id_hash (gconstpointer self);
void muster_id_format (const MusterId *self, char out[MUSTER_ID_TEXT_SIZE]);
char *muster_id_dup_text (const MusterId *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_id_parse (const char *text, MusterId *out_id);

G_END_DECLS
