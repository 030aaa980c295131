/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_SLOT (muster_slot_get_type ())
G_DECLARE_FINAL_TYPE (MusterSlot, muster_slot, MUSTER, SLOT, GObject)

guint32 muster_slot_get_key (MusterSlot *self);
guint muster_slot_get_position (MusterSlot *self);
gpointer muster_slot_get_row (MusterSlot *self);

#define MUSTER_TYPE_SLOT_LIST (muster_slot_list_get_type ())
G_DECLARE_FINAL_TYPE (MusterSlotList, muster_slot_list, MUSTER, SLOT_LIST, GObject)

/**
 * MusterSlotListFetch:
 * @keys: the rows wanted, in order
 * @n: how many
 *
 * Reads a page of rows.  Called on the thread of the list, so it must be quick.
 *
 * Returns: (transfer full): @n rows, with %NULL for one that is no longer
 *   there; the array's free function frees a row
 */
typedef GPtrArray *(*MusterSlotListFetch) (const guint32 *keys, guint n, gpointer user_data);

#define MUSTER_SLOT_LIST_PAGE 64 /* rows read at a time */

MusterSlotList *muster_slot_list_new (MusterSlotListFetch fetch, gpointer user_data,
                                      GDestroyNotify destroy) G_GNUC_WARN_UNUSED_RESULT;

void muster_slot_list_set_keys (MusterSlotList *self, GArray *keys);
void muster_slot_list_set_limit (MusterSlotList *self, guint limit);
void muster_slot_list_refresh (MusterSlotList *self);

guint32 muster_slot_list_get_key (MusterSlotList *self, guint position);
gboolean muster_slot_list_find_key (MusterSlotList *self, guint32 key, guint *out_position);
guint muster_slot_list_get_n_keys (MusterSlotList *self);
guint64 muster_slot_list_get_n_created (MusterSlotList *self);

G_END_DECLS
