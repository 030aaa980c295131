/* muster-notice-verbs.c - musterctl notice new and send
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-notice-verbs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-audience.h"
#include "muster-checklist.h"
#include "muster-event-people.h"
#include "muster-input-error.h"
#include "muster-json.h"
#include "muster-notice-table.h"
#include "muster-notice-text.h"
#include "muster-notice-verbs.h"
#include "muster-quiet-hours.h"
#include "muster-reply-import.h"
#include "muster-typed.h"

#define SECONDS_PER_MINUTE 60
#define MAX_TEXT (1024 * 1024)

/* Notices to write, in one change. */
typedef struct
{
  GPtrArray *notices; /* owned, of MusterNotice */
} Batch;

/**
 * muster_notice_verbs_get_wall:
 *
 * Returns: the keeper's wall clock, in seconds as if it were UTC
 */
gint64
muster_notice_verbs_get_wall (MusterCommandContext *context)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return muster_event_to_wall (zone, muster_clock_get_now (context->clock) / G_USEC_PER_SEC);
}

/**
 * muster_notice_verbs_find:
 * @name: (nullable): an id or a title; %NULL: the last one
 * @sent: only what was sent is looked for where there is no @name
 *
 * Returns: (transfer full): the notice; %NULL where there is none, of which the user was told
 */
MusterNotice *
muster_notice_verbs_find (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                          const char *name, gboolean sent, int *out_status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notices = muster_notice_table_list (muster_store_get_database (store, NULL),
                                                            muster_group_get_id (group), &error);
  const MusterNotice *found = NULL;
  guint n = 0;

  if (notices == NULL)
    {
      *out_status = muster_command_fail (context, error);
      return NULL;
    }
  for (guint i = 0; i < notices->len; i++)
    {
      const MusterNotice *notice = notices->pdata[i];
      g_autofree char *id = muster_id_dup_text (&notice->id);

      if (name != NULL ? strcmp (id, name) != 0 && g_strcmp0 (notice->title, name) != 0
                       : sent != (notice->standing == MUSTER_NOTICE_SENT) ||
                             (!sent && notice->standing != MUSTER_NOTICE_PLANNED))
        continue;
      if (found == NULL)
        found = notice;
      n++;
    }
  if (n == 1 || (n > 1 && name == NULL && sent))
    return muster_notice_copy (found);

  if (n > 1 && name != NULL)
    *out_status = muster_command_fail_usage (
        context, _ ("There are several notices “%s”. Say which by its id."), name);
  else if (n > 1)
    *out_status =
        muster_command_fail_usage (context, "%s", _ ("Which notice? Say --notice ID or TITLE."));
  else if (name != NULL)
    *out_status = muster_command_fail_usage (context, _ ("There is no notice “%s”."), name);
  else
    *out_status = muster_command_fail_usage (
        context, "%s", _ ("There is no such notice. “musterctl notice list” lists them."));
  return NULL;
}

static char *
read_text (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_get_contents (strcmp (path, "-") == 0 ? "/dev/stdin" : path, &text, &length, error))
    return NULL;
  if (length > MAX_TEXT || !g_utf8_validate (text, (gssize) length, NULL))
    {
      muster_input_error_set (
          error, length > MAX_TEXT ? MUSTER_INPUT_ERROR_LIMIT : MUSTER_INPUT_ERROR_ENCODING, 0,
          "%s", length > MAX_TEXT ? _ ("This is too much text.") : _ ("This text is not UTF-8."));
      return NULL;
    }
  return g_strdup (g_strstrip (text));
}

/* Without a title the first line is it. */
static char *
dup_title (const MusterNoticeOptions *options, const char *text)
{
  g_autofree char *line = NULL;

  if (options->title != NULL)
    return g_strdup (options->title);
  line = g_strndup (text, strcspn (text, "\r\n"));
  return g_utf8_strlen (line, -1) > 60 ? g_utf8_substring (line, 0, 60) : g_steal_pointer (&line);
}

/* "30", or "none". */
static gboolean
read_within (MusterCommandContext *context, const char *text, gint64 *out_minutes, int *out_status)
{
  guint64 minutes = 0;

  if (g_strcmp0 (text, "none") != 0 &&
      !g_ascii_string_to_unsigned (text, 10, 1, 5270400, &minutes, NULL))
    {
      *out_status = muster_command_fail_usage (
          context, _ ("“%s” is no number of minutes. Write none for no limit."), text);
      return FALSE;
    }
  *out_minutes = (gint64) minutes;
  return TRUE;
}

static gboolean
fill_notice (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
             MusterNotice *notice, const MusterNoticeOptions *options, int *out_status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPolicy) policy =
      muster_policy_load (muster_store_get_database (store, NULL), muster_group_get_id (group),
                          muster_clock_get_today (context->clock), &error);

  if (policy == NULL || !muster_notice_text_check (notice->text, &error) ||
      (options->audience != NULL && !muster_audience_check (options->audience, &error)))
    {
      *out_status = muster_command_fail (context, error);
      return FALSE;
    }
  notice->group = *muster_group_get_id (group);
  notice->title = dup_title (options, notice->text);
  notice->audience = g_strdup (options->audience != NULL ? options->audience : "all");
  notice->author = g_strdup (muster_store_get_author (store));
  notice->minutes = muster_policy_get_number (policy, "receipt-within");
  if (options->wants != NULL && !muster_notice_wants_find (options->wants, &notice->wants))
    {
      *out_status = muster_command_fail_usage (
          context, _ ("“%s” is neither nothing nor receipt nor done."), options->wants);
      return FALSE;
    }
  return options->within == NULL ||
         read_within (context, options->within, &notice->minutes, out_status);
}

/* "2d,1h": minutes before, the longest first as they are written. */
static gboolean
read_leads (MusterCommandContext *context, const char *text, GArray *leads, int *out_status)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *offset = g_strconcat ("-", g_strstrip (parts[i]), NULL);
      MusterTaskAnchor anchor;
      gint64 minutes, lead;

      if (!muster_checklist_parse_offset (offset, &anchor, &minutes))
        {
          *out_status = muster_command_fail_usage (
              context, _ ("“%s” is no time before, such as 2d or 1h."), parts[i]);
          return FALSE;
        }
      lead = -minutes;
      g_array_append_val (leads, lead);
    }
  return TRUE;
}

/* When @notice is to be sent: before an event, before a time of its own, then, or whenever. */
static gboolean
add_notices (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
             const MusterNotice *notice, const MusterNoticeOptions *options, GPtrArray *notices,
             int *out_status)
{
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (MusterEventTime) when = { 0 };
  gint64 at = MUSTER_NOTICE_NO_TIME, time = 0;

  if (options->before != NULL && !read_leads (context, options->before, leads, out_status))
    return FALSE;
  if ((options->at != NULL && !muster_typed_moment (options->at, &at)) ||
      (options->time != NULL && !muster_typed_moment (options->time, &time)))
    {
      *out_status =
          muster_event_time_fail (context, options->at != NULL ? options->at : options->time);
      return FALSE;
    }
  if (options->event != NULL &&
      !muster_event_time_find (context, store, group, options->event,
                               options->time != NULL ? &time : NULL, &when, out_status))
    return FALSE;
  if (leads->len > 0 && options->event == NULL && at == MUSTER_NOTICE_NO_TIME)
    {
      *out_status = muster_command_fail_usage (context, "%s",
                                               _ ("Before what? Say --event or --at as well."));
      return FALSE;
    }

  for (guint i = 0; i < MAX (leads->len, 1); i++)
    {
      MusterNotice *copy = muster_notice_copy (notice);

      g_ptr_array_add (notices, copy);
      copy->event = when.event;
      copy->original_at = when.original_at;
      copy->planned_at = at;
      if (leads->len > 0 && options->event != NULL)
        copy->lead = g_array_index (leads, gint64, i);
      else if (leads->len > 0)
        copy->planned_at = at - g_array_index (leads, gint64, i) * SECONDS_PER_MINUTE;
      if (copy->lead != MUSTER_NOTICE_NO_TIME)
        copy->planned_at = MUSTER_NOTICE_NO_TIME;
    }
  return TRUE;
}

static gboolean
read_quiet_hours (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                  MusterQuietHours *out_hours, int *out_status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPolicy) policy =
      muster_policy_load (muster_store_get_database (store, NULL), muster_group_get_id (group),
                          muster_clock_get_today (context->clock), &error);

  *out_hours = (MusterQuietHours){ 0, 0 };
  if (policy == NULL)
    {
      *out_status = muster_command_fail (context, error);
      return FALSE;
    }
  if (!muster_quiet_hours_parse (muster_policy_get (policy, "quiet-hours"), out_hours, NULL))
    *out_hours = (MusterQuietHours){ 0, 0 }; /* not written by this program */
  return TRUE;
}

static gboolean
write_batch (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Batch *batch = data;
  MusterId series = { 0 };

  if (batch->notices->len > 1)
    series = muster_change_new_id (change);
  for (guint i = 0; i < batch->notices->len; i++)
    {
      MusterNotice *notice = batch->notices->pdata[i];

      notice->series = series;
      if (!muster_notice_table_insert (change, notice, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_planned (JsonBuilder *builder, gint64 at)
{
  if (at != MUSTER_NOTICE_NO_TIME)
    muster_json_add_time (builder, "planned_at", at);
  else
    muster_json_add_text (builder, "planned_at", NULL);
}

static int
print_new (MusterCommandContext *context, MusterStore *store, GPtrArray *notices,
           const MusterQuietHours *hours)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < notices->len; i++)
    {
      const MusterNotice *notice = notices->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterScheduledNotice) scheduled = muster_notice_schedule_find (
          muster_store_get_database (store, NULL), notice, zone, &error);
      g_autofree char *id = muster_id_dup_text (&notice->id);
      gboolean quiet;

      if (scheduled == NULL)
        return muster_command_fail (context, error);
      quiet =
          scheduled->at != MUSTER_NOTICE_NO_TIME && muster_quiet_hours_has (hours, scheduled->at);
      json_builder_begin_object (builder);
      muster_json_add_text (builder, "id", id);
      muster_json_add_text (builder, "title", notice->title);
      add_planned (builder, scheduled->at);
      muster_json_add_flag (builder, "quiet_hours", quiet);
      json_builder_end_object (builder);
      if (!context->json)
        g_print ("%s\n", id);
      if (quiet)
        g_printerr (_ ("“%s” falls into the quiet hours.\n"), notice->title);
    }
  json_builder_end_array (builder);
  if (context->json)
    muster_command_print_json (builder);
  return MUSTER_EXIT_DONE;
}

/* A time that was typed and lies in the quiet hours must be meant. */
static gboolean
guard_new (MusterCommandContext *context, GPtrArray *notices, const MusterQuietHours *hours,
           gboolean at_night, int *out_status)
{
  for (guint i = 0; !at_night && i < notices->len; i++)
    {
      const MusterNotice *notice = notices->pdata[i];
      g_autofree char *morning = NULL;

      if (notice->planned_at == MUSTER_NOTICE_NO_TIME ||
          !muster_quiet_hours_has (hours, notice->planned_at))
        continue;
      morning = muster_time_dup_text (muster_quiet_hours_get_end (hours, notice->planned_at));
      *out_status = muster_command_fail_usage (
          context, _ ("That is in the quiet hours, which end %s. Say another time, or --at-night."),
          morning);
      return FALSE;
    }
  return TRUE;
}

/**
 * muster_notice_verbs_new:
 * @path: of the text; "-" for what is typed or piped in
 *
 * Writes a notice, or a series of them, that is to be sent.
 *
 * Returns: the exit status
 */
int
muster_notice_verbs_new (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                         const char *path, const MusterNoticeOptions *options)
{
  g_autoptr (MusterNotice) notice = muster_notice_new ();
  g_autoptr (GPtrArray) notices =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_notice_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  Batch batch = { notices };
  MusterQuietHours hours;
  int status = MUSTER_EXIT_DONE;

  notice->text = read_text (path, &error);
  if (notice->text == NULL)
    {
      muster_input_error_set_file (error, path);
      return muster_command_fail (context, error);
    }
  if (!fill_notice (context, store, group, notice, options, &status) ||
      !add_notices (context, store, group, notice, options, notices, &status) ||
      !read_quiet_hours (context, store, group, &hours, &status) ||
      !guard_new (context, notices, &hours, options->at_night, &status))
    return status;

  /* TRANSLATORS: a title in the history: the title of a notice */
  title = g_strdup_printf (_ ("Write the notice %s"), notice->title);
  if (!muster_store_write (store, title, write_batch, &batch, NULL, &error))
    return muster_command_fail (context, error);
  return print_new (context, store, notices, &hours);
}

typedef struct
{
  MusterNotice *notice; /* of the caller */
  gint64 at;
  gboolean plan; /* send it then, not now */
} Sending;

static gboolean
write_sending (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Sending *sending = data;

  if (!sending->plan)
    return muster_notice_table_set_standing (change, &sending->notice->id, MUSTER_NOTICE_SENT,
                                             sending->at, error);

  sending->notice->planned_at = sending->at;
  sending->notice->lead = MUSTER_NOTICE_NO_TIME;
  sending->notice->standing = MUSTER_NOTICE_PLANNED;
  return muster_notice_table_update (change, sending->notice, error);
}

static void
print_sending (MusterCommandContext *context, const Sending *sending, const char *text)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *id = muster_id_dup_text (&sending->notice->id);
  g_autofree char *time = muster_time_dup_text (sending->at);

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "id", id);
  muster_json_add_flag (builder, "sent", !sending->plan);
  muster_json_add_time (builder, sending->plan ? "planned_at" : "sent_at", sending->at);
  muster_json_add_text (builder, "text", text);
  json_builder_end_object (builder);
  if (context->json)
    muster_command_print_json (builder);
  else if (sending->plan)
    g_print (_ ("These are quiet hours: the notice is planned for %s. Say --at-night to send it "
                "now.\n"),
             time);
  else
    g_print ("%s\n", text);
}

/**
 * muster_notice_verbs_send:
 *
 * Prints the text to send, and takes down that it was sent; in the quiet hours it is planned for
 * the morning instead.  A time that is said was the sending's: nothing is guarded any more.
 *
 * Returns: the exit status
 */
int
muster_notice_verbs_send (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                          const MusterNoticeOptions *options)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (MusterScheduledNotice) scheduled = NULL;
  MusterDatabase *db = muster_store_get_database (store, NULL);
  g_autoptr (MusterNotice) notice = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  gint64 now = muster_notice_verbs_get_wall (context);
  Sending sending = { .at = now };
  MusterQuietHours hours;
  int status = MUSTER_EXIT_DONE;

  notice = muster_notice_verbs_find (context, store, group, options->notice, FALSE, &status);
  if (notice == NULL || !read_quiet_hours (context, store, group, &hours, &status))
    return status;
  if (options->at != NULL && !muster_typed_moment (options->at, &sending.at))
    return muster_event_time_fail (context, options->at);
  if (sending.at > now)
    return muster_command_fail_usage (context, "%s",
                                      _ ("--at says when it was sent, which can’t be later."));

  sending.notice = notice;
  sending.plan = notice->standing == MUSTER_NOTICE_PLANNED && options->at == NULL &&
                 !options->at_night && muster_quiet_hours_has (&hours, now);
  if (sending.plan)
    sending.at = muster_quiet_hours_get_end (&hours, now);
  scheduled = muster_notice_schedule_find (db, notice, zone, &error);
  if (scheduled != NULL)
    text = muster_notice_text_read (db, group, scheduled, sending.at, NULL, &error);
  if (text == NULL)
    return muster_command_fail (context, error);

  /* TRANSLATORS: a title in the history: the title of a notice */
  title = g_strdup_printf (sending.plan ? _ ("Plan the notice %s") : _ ("Send the notice %s"),
                           notice->title);
  if (!muster_store_write (store, title, write_sending, &sending, NULL, &error))
    return muster_command_fail (context, error);

  print_sending (context, &sending, text);
  return MUSTER_EXIT_DONE;
}

/**
 * muster_notice_verbs_receipts_source:
 * @notice: (nullable): an id or a title; %NULL: the last one that was sent
 * @source: pasted replies, or the records of a chat
 *
 * Returns: the exit status
 */
int
muster_notice_verbs_receipts_source (MusterCommandContext *context, MusterStore *store,
                                     MusterGroup *group, const char *notice,
                                     MusterTextSource *source, const char *path, gboolean dry_run)
{
  int status = MUSTER_EXIT_DONE;
  g_autoptr (MusterNotice) found =
      muster_notice_verbs_find (context, store, group, notice, TRUE, &status);
  MusterReplyImport import = { .context = context,
                               .store = store,
                               .group = group,
                               .notice = found,
                               .state = MUSTER_RECEIPT_RECEIVED,
                               .dry_run = dry_run };

  if (found == NULL)
    return status;
  import.title = found->title;
  return muster_reply_import_source (&import, source, path);
}
