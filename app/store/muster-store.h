/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-clock.h"
#include "muster-database.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_STORE (muster_store_get_type ())
G_DECLARE_FINAL_TYPE (MusterStore, muster_store, MUSTER, STORE, GObject)

/**
 * MusterStoreRead:
 * @db: a connection for reading, of this call alone
 *
 * Work on a thread of its own.  Cancelling interrupts the statement that runs.
 *
 * Returns: the result, freed by the function given beside; %NULL with @error set, or as a result
 */
typedef gpointer (*MusterStoreRead) (MusterDatabase *db, gpointer data, GCancellable *cancellable,
                                     GError **error);

/**
 * MusterStoreWrite:
 * @change: an open change; committed when this returns %TRUE, else rolled back
 */
typedef gboolean (*MusterStoreWrite) (MusterChange *change, gpointer data,
                                      GCancellable *cancellable, GError **error);

MusterStore *
muster_store_open (const char *path, MusterClock *clock, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *muster_store_dup_default_path (void) G_GNUC_WARN_UNUSED_RESULT;

const char *muster_store_get_path (MusterStore *self);
MusterClock *muster_store_get_clock (MusterStore *self);
gboolean muster_store_is_read_only (MusterStore *self);
const char *muster_store_get_author (MusterStore *self);
void muster_store_set_author (MusterStore *self, const char *author);
const MusterId *muster_store_get_device (MusterStore *self);

MusterDatabase *muster_store_get_database (MusterStore *self, GError **error);
MusterDatabase *muster_store_take_reader (MusterStore *self, GError **error);
void muster_store_give_reader (MusterStore *self, MusterDatabase *reader);

MusterChange *muster_store_begin_change (MusterStore *self, const char *title,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterChange *
muster_store_begin_change_of (MusterStore *self, MusterChangeKind kind, const char *title,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_store_write (MusterStore *self, const char *title, MusterStoreWrite func,
                             gpointer data, GCancellable *cancellable, GError **error);

void muster_store_read_async (MusterStore *self, MusterStoreRead func, gpointer data,
                              GDestroyNotify data_free, GDestroyNotify result_free,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
gpointer muster_store_read_finish (MusterStore *self, GAsyncResult *result, GError **error);
void muster_store_write_async (MusterStore *self, const char *title, MusterStoreWrite func,
                               gpointer data, GDestroyNotify data_free, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean muster_store_write_finish (MusterStore *self, GAsyncResult *result, GError **error);
void muster_store_queue_write (MusterStore *self, GTask *task, GTaskThreadFunc func);

void muster_store_look_for_changes (MusterStore *self);
gboolean muster_store_keep_daily_backup (MusterStore *self, GError **error);
void muster_store_keep_daily_backup_async (MusterStore *self, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
gboolean
muster_store_keep_daily_backup_finish (MusterStore *self, GAsyncResult *result, GError **error);

gint64 muster_store_next_stamp (MusterStore *self);
void muster_store_end_change (MusterStore *self, MusterChange *change, gboolean committed,
                              gint64 last_stamp);

G_END_DECLS
