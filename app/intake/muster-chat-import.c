/* muster-chat-import.c - chat records into a group
 *
 * Hands a reader's messages to app/activity, with the time turned to UTC, and
 * writes down the coverage.  A file that also lists the members is a snapshot
 * as well.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-chat-import"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-chat-arrivals.h"
#include "muster-chat-import.h"
#include "muster-coverage-table.h"
#include "muster-group-table.h"
#include "muster-import-table.h"
#include "muster-input-error.h"
#include "muster-message-import.h"
#include "muster-snapshot-import.h"

#define MESSAGES_BETWEEN_LOOKS 4096 /* at the cancellable */
#define SECONDS_PER_DAY 86400

typedef struct
{
  MusterChatReader *reader;
  GTimeZone *zone;
  GCancellable *cancellable;
  MusterChatArrivals *arrivals;
  MusterDay shift_day;  /* the day for which shift holds, */
  GTimeType shift_type; /* as the wall clock has it, or in UTC */
  gint32 shift;
  gboolean shift_varies; /* the clocks change on that day */
  guint64 n_messages;
  guint64 n_notices;
  guint64 n_undated;
  gint64 first_at; /* of messages and notices */
  gint64 last_at;
} Feed;

/* A time within the hour that is left out in spring counts as the hour behind it. */
static gint32
find_shift (GTimeZone *zone, GTimeType type, gint64 seconds)
{
  return g_time_zone_get_offset (zone, g_time_zone_adjust_time (zone, type, &seconds));
}

/* The zone is asked once a day, not once a message. */
static gint32
get_shift (Feed *feed, GTimeType type, gint64 seconds)
{
  MusterDay day = muster_day_from_seconds (seconds);

  if (day != feed->shift_day || type != feed->shift_type)
    {
      gint64 midnight = (gint64) day * SECONDS_PER_DAY;

      feed->shift_day = day;
      feed->shift_type = type;
      feed->shift = find_shift (feed->zone, type, midnight);
      feed->shift_varies =
          feed->shift != find_shift (feed->zone, type, midnight + SECONDS_PER_DAY - 1);
    }

  return feed->shift_varies ? find_shift (feed->zone, type, seconds) : feed->shift;
}

/* A wall clock that the file states stands as it is, what the file lacks comes from the zone. */
static void
fill_time (Feed *feed, const MusterChatEntry *entry, MusterMessage *message)
{
  if (entry->utc == MUSTER_CHAT_NO_UTC)
    {
      message->shift = get_shift (feed, G_TIME_TYPE_STANDARD, entry->time);
      message->utc = entry->time - message->shift;
      return;
    }
  message->utc = entry->utc;
  message->shift = entry->time != entry->utc ? (gint32) (entry->time - entry->utc)
                                             : get_shift (feed, G_TIME_TYPE_UNIVERSAL, entry->utc);
}

static void
note_notice (Feed *feed, const MusterChatEntry *entry)
{
  MusterMessage moment = { 0 };

  feed->n_notices++;
  if (entry->fact == MUSTER_CHAT_FACT_NONE || !entry->has_date)
    return;
  fill_time (feed, entry, &moment);
  muster_chat_arrivals_note (feed->arrivals, entry,
                             muster_day_from_seconds (moment.utc + moment.shift));
}

static void
note_time (Feed *feed, const MusterChatEntry *entry)
{
  if (!entry->has_date)
    return;

  if (feed->first_at == 0 || entry->time < feed->first_at)
    feed->first_at = entry->time;
  if (feed->last_at == 0 || entry->time > feed->last_at)
    feed->last_at = entry->time;
}

static gboolean
next_message (gpointer data, MusterMessage *message, GError **error)
{
  Feed *feed = data;
  MusterChatEntry entry;

  for (;;)
    {
      if ((feed->n_messages + feed->n_notices) % MESSAGES_BETWEEN_LOOKS == 0 &&
          g_cancellable_set_error_if_cancelled (feed->cancellable, error))
        return FALSE;
      if (!muster_chat_reader_next (feed->reader, &entry, error))
        return FALSE;

      note_time (feed, &entry);
      if (entry.kind == MUSTER_CHAT_NOTICE)
        {
          note_notice (feed, &entry);
          continue;
        }
      feed->n_messages++;
      if (!entry.has_date || (entry.sender_id.length == 0 && entry.sender_name.length == 0))
        {
          feed->n_undated++;
          continue;
        }

      fill_time (feed, &entry, message);
      message->platform = muster_chat_reader_get_platform (feed->reader);
      message->sender_id = entry.sender_id;
      message->sender_name = entry.sender_name;
      message->body = entry.body;
      message->is_placeholder = entry.is_placeholder;
      return TRUE;
    }
}

static gboolean
write_coverage (const MusterChatImport *self, MusterChange *change, const MusterId *import,
                const MusterMessageBatch *batch, GError **error)
{
  MusterDay from = self->covers_from, to = self->covers_to;

  if (batch->n_read > 0 && from == MUSTER_DAY_NONE)
    from = muster_day_from_seconds (batch->first_at);
  if (batch->n_read > 0 && to == MUSTER_DAY_NONE)
    to = muster_day_from_seconds (batch->last_at);
  if (from == MUSTER_DAY_NONE || to == MUSTER_DAY_NONE)
    return TRUE;

  return muster_coverage_table_insert (change, muster_group_get_id (self->group), import, from, to,
                                       self->file, error);
}

static gboolean
write_snapshot (const MusterChatImport *self, MusterChange *change, const MusterId *import,
                gint64 last_at, GError **error)
{
  MusterSnapshot *snapshot = muster_snapshot_read_chat (self->reader);
  g_autoptr (MusterSnapshotPlan) plan = NULL;

  if (snapshot == NULL)
    return TRUE;

  snapshot->taken_on = muster_day_from_seconds (
      last_at != 0 ? last_at : muster_change_get_now (change) / G_USEC_PER_SEC);
  snapshot->source = g_strdup (self->file);
  plan =
      muster_snapshot_plan_new (muster_change_get_database (change), self->group, snapshot, error);
  return plan != NULL && muster_snapshot_plan_run (plan, change, import, error);
}

static gboolean
write_arrivals (const MusterChatImport *self, MusterChange *change, MusterChatArrivals *arrivals,
                GError **error)
{
  const char *platform = muster_chat_reader_get_platform (self->reader);

  return muster_chat_arrivals_apply (
      arrivals, change, self->group,
      platform != NULL ? platform : muster_group_get_platform (self->group), error);
}

/**
 * muster_chat_import_run:
 * @change: an open change
 * @out_result: set on success
 *
 * A file without a single dated message is refused.
 */
gboolean
muster_chat_import_run (const MusterChatImport *self, MusterChange *change,
                        GCancellable *cancellable, MusterChatImportResult *out_result,
                        GError **error)
{
  MusterDatabase *db = muster_change_get_database (change);
  const MusterId *group = muster_group_get_id (self->group);
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (MusterChatArrivals) arrivals = muster_chat_arrivals_new ();
  Feed feed = { .reader = self->reader,
                .arrivals = arrivals,
                .zone = self->zone != NULL ? self->zone : local,
                .cancellable = cancellable,
                .shift_day = MUSTER_DAY_NONE };
  MusterImport import = { 0 };
  MusterMessageBatch batch = { 0 };
  guint8 secret[16];

  import.group = *group;
  import.kind = (char *) "chat";
  import.file = (char *) self->file;
  import.format = (char *) muster_chat_reader_get_format (self->reader);
  import.encoding =
      (char *) muster_text_source_get_encoding (muster_chat_reader_get_source (self->reader));
  import.zone = (char *) g_time_zone_get_identifier (feed.zone);
  if (!muster_group_table_load_secret (db, group, secret, error) ||
      !muster_import_table_insert (change, &import, error) ||
      !muster_message_import_run (change, group, &import.id, secret,
                                  muster_group_get_archive (self->group), next_message, &feed,
                                  &batch, error))
    return FALSE;
  if (batch.n_read == 0 && feed.n_undated > 0)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("The messages have no dates. Say on which day they begin."));
      return FALSE;
    }
  if (batch.n_read == 0 && feed.n_notices == 0)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_EMPTY, 0,
                              _ ("There are no messages in this file."));
      return FALSE;
    }
  import.records = (gint64) (feed.n_messages + feed.n_notices);
  import.messages = (gint64) feed.n_messages;
  import.first_at = batch.first_at;
  import.last_at = batch.last_at;
  if (!muster_import_table_set_counts (change, &import, error) ||
      !write_coverage (self, change, &import.id, &batch, error) ||
      !write_snapshot (self, change, &import.id, batch.last_at, error) ||
      !write_arrivals (self, change, arrivals, error))
    return FALSE;

  *out_result = (MusterChatImportResult){ .n_messages = feed.n_messages,
                                          .n_notices = feed.n_notices,
                                          .n_new = batch.n_new,
                                          .n_undated = feed.n_undated,
                                          .n_senders = batch.n_senders,
                                          .first_at = feed.first_at,
                                          .last_at = feed.last_at };
  return TRUE;
}
