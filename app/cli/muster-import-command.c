/* muster-import-command.c - musterctl import: a file into a group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-import-command"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-chat-import.h"
#include "muster-command-store.h"
#include "muster-event-import.h"
#include "muster-format.h"
#include "muster-import-sign-up.h"
#include "muster-import-table.h"
#include "muster-input-error.h"
#include "muster-json.h"
#include "muster-known-names.h"
#include "muster-notice-verbs.h"
#include "muster-roster-plan.h"
#include "muster-rules-replies.h"
#include "muster-snapshot-import.h"

typedef struct
{
  MusterCommandContext *context;
  MusterStore *store;       /* owned */
  MusterGroup *group;       /* owned */
  MusterTextSource *source; /* owned */
  const MusterFormat *format;
  MusterTableReader *table;    /* owned, NULL for a chat */
  MusterChatReader *chat;      /* owned, NULL for a table */
  MusterChatReader *all_chats; /* owned, NULL unless one of several was chosen */
  const char *chat_name;       /* of --chat, NULL if not said */
  MusterField *mapping;        /* owned */
  guint n_columns;
  char *name; /* owned: the file without its folder */
  const char *as;
  const char *event; /* of --event, NULL if not said */
  const char *time;  /* of --time, NULL if not said */
  char *notice;      /* owned: of --notice, NULL if not said */
  char *document;    /* owned: of --document, NULL if not said */
  char *edition;     /* owned: of --edition, NULL if not said */
  GTimeZone *zone;   /* owned, may be NULL */
  MusterDay covers_from;
  MusterDay covers_to;
  MusterDay on;
  gboolean dry_run;

  /* what came of it */
  MusterChatImportResult chat_result;
  MusterRosterPlan *roster;     /* owned */
  MusterSnapshotPlan *snapshot; /* owned */
} Job;

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->roster, muster_roster_plan_free);
  g_clear_pointer (&job->snapshot, muster_snapshot_plan_free);
  g_clear_object (&job->table);
  g_clear_object (&job->chat);
  g_clear_object (&job->all_chats);
  g_clear_object (&job->source);
  g_clear_object (&job->group);
  g_clear_object (&job->store);
  g_clear_pointer (&job->zone, g_time_zone_unref);
  g_free (job->notice);
  g_free (job->document);
  g_free (job->edition);
  g_free (job->mapping);
  g_free (job->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static gboolean
detect (Job *job, const char *format, GError **error)
{
  g_autoptr (GArray) matches = NULL;

  if (format != NULL)
    {
      job->format = muster_format_find (format);
      return TRUE;
    }

  matches = muster_format_detect (job->source, error);
  if (matches == NULL)
    return FALSE;

  job->format = g_array_index (matches, MusterFormatMatch, 0).format;
  return TRUE;
}

static gboolean
is_calendar (const Job *job)
{
  return job->format->kind == MUSTER_FORMAT_CALENDAR &&
         (job->as == NULL || g_str_equal (job->as, "calendar"));
}

/* --as, or what the format is for. */
static gboolean
choose_purpose (Job *job, GError **error)
{
  gboolean chat = job->format->kind == MUSTER_FORMAT_CHAT;

  if (job->as == NULL)
    job->as = chat ? "chat" : job->format->kind == MUSTER_FORMAT_LIST ? "snapshot" : "roster";
  if (job->format->kind != MUSTER_FORMAT_CALENDAR && !g_str_equal (job->as, "calendar") &&
      (chat ? !g_str_equal (job->as, "roster") : !g_str_equal (job->as, "chat")))
    return TRUE;

  muster_input_error_set (
      error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
      /* TRANSLATORS: the name of a format; roster, snapshot, chat or calendar */
      _ ("A file of the kind “%s” can’t be imported as %s."), muster_format_get_title (job->format),
      job->as);
  return FALSE;
}

/* COLUMN=FIELD; the column by its heading or its number from 1. */
static gboolean
map_column (Job *job, const char *text, GError **error)
{
  const MusterTableColumn *columns = muster_table_reader_get_columns (job->table, &job->n_columns);
  const char *equals = strrchr (text, '=');
  g_autofree char *column = g_strndup (text, (gsize) (equals - text));
  guint64 number = 0;
  MusterField field = MUSTER_FIELD_UNKNOWN;

  muster_field_from_id (equals + 1, &field); /* check_maps() has seen that it is one */
  (void) g_ascii_string_to_unsigned (column, 10, 1, MAX (job->n_columns, 1), &number, NULL);
  for (guint i = 0; i < job->n_columns; i++)
    if (g_strcmp0 (columns[i].title, column) == 0 || number == i + 1)
      {
        job->mapping[i] = field;
        return TRUE;
      }

  muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0, _ ("There is no column “%s”."),
                          column);
  return FALSE;
}

/* Whether --map names a column by a heading. */
static gboolean
maps_by_heading (char **maps)
{
  for (; maps != NULL && *maps != NULL; maps++)
    if (!g_ascii_isdigit (**maps))
      return TRUE;
  return FALSE;
}

/* A table whose headings are unknown words has a header if --map says so. */
static MusterTableReader *
open_reader (Job *job, char **maps, GError **error)
{
  MusterTableOptions options = MUSTER_TABLE_OPTIONS_INIT;
  g_autoptr (MusterTableReader) reader =
      muster_table_reader_open (job->source, job->format->id, NULL, error);
  MusterTableRow row;

  if (reader == NULL || muster_table_reader_get_header_line (reader) != 0 ||
      job->format->kind != MUSTER_FORMAT_TABLE || !maps_by_heading (maps) ||
      !muster_table_reader_next (reader, &row, NULL))
    return g_steal_pointer (&reader);

  options.header_line = (gint64) row.line;
  return muster_table_reader_open (job->source, job->format->id, &options, error);
}

static gboolean
open_table (Job *job, char **maps, GError **error)
{
  const MusterTableColumn *columns;

  job->table = open_reader (job, maps, error);
  if (job->table == NULL)
    return FALSE;

  columns = muster_table_reader_get_columns (job->table, &job->n_columns);
  job->mapping = g_new0 (MusterField, MAX (job->n_columns, 1));
  for (guint i = 0; i < job->n_columns; i++)
    job->mapping[i] = columns[i].field;
  for (; maps != NULL && *maps != NULL; maps++)
    if (!map_column (job, *maps, error))
      return FALSE;

  return TRUE;
}

/* The chat that --chat names by id or title, else the one called like the group. */
static const char *
find_chat (Job *job, GPtrArray *chats)
{
  const char *wanted = job->chat_name != NULL ? job->chat_name : muster_group_get_name (job->group);

  for (guint i = 0; i < chats->len; i++)
    {
      const MusterChatInfo *info = chats->pdata[i];

      if (g_strcmp0 (info->title, wanted) == 0 || g_strcmp0 (info->id, wanted) == 0)
        return info->id;
    }

  return NULL;
}

static gboolean
set_no_chat (GPtrArray *chats, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < chats->len; i++)
    {
      const MusterChatInfo *info = chats->pdata[i];

      g_string_append_printf (names, "%s%s (%s)", i > 0 ? ", " : "",
                              info->title != NULL ? info->title : "–", info->id);
    }
  muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                          /* TRANSLATORS: a list of chats */
                          _ ("The file holds several chats. Say which with --chat: %s"),
                          names->str);
  return FALSE;
}

static gboolean
open_chat (Job *job, GError **error)
{
  MusterChatOptions options = MUSTER_CHAT_OPTIONS_INIT;
  MusterDatabase *db = muster_store_get_database (job->store, error);
  g_auto (GStrv) names = NULL;
  GPtrArray *chats;

  if (db == NULL)
    return FALSE;
  names = muster_known_names_load (db, muster_group_get_id (job->group), job->format, error);
  if (names == NULL)
    return FALSE;
  options.known_names = (const char *const *) names;
  options.today = muster_clock_get_today (job->context->clock);
  options.locale_order = muster_date_order_of_locale ();
  options.base_date = job->covers_from;
  job->chat = muster_chat_reader_open (job->source, job->format->id, &options, error);
  if (job->chat == NULL)
    return FALSE;

  chats = muster_chat_reader_get_chats (job->chat);
  if (chats == NULL || chats->len == 0 || (chats->len == 1 && job->chat_name == NULL))
    return TRUE;
  options.chat = find_chat (job, chats);
  if (options.chat == NULL)
    return set_no_chat (chats, error);

  g_set_object (&job->all_chats, job->chat); /* owns the id */
  g_clear_object (&job->chat);
  job->chat = muster_chat_reader_open (job->source, job->format->id, &options, error);
  return job->chat != NULL;
}

static gboolean
insert_import (Job *job, MusterChange *change, const char *kind, guint records, MusterId *out_id,
               GError **error)
{
  MusterImport import = { 0 };

  import.group = *muster_group_get_id (job->group);
  import.kind = (char *) kind;
  import.file = job->name;
  import.format = (char *) job->format->id;
  import.encoding = (char *) muster_text_source_get_encoding (job->source);
  import.records = records;
  if (!muster_import_table_insert (change, &import, error))
    return FALSE;

  *out_id = import.id;
  return TRUE;
}

static gboolean
write_job (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  MusterId import;
  MusterChatImport chat = { job->group, job->chat,        job->name,
                            job->zone,  job->covers_from, job->covers_to };

  if (g_str_equal (job->as, "chat"))
    {
      if (!muster_chat_import_run (&chat, change, cancellable, &job->chat_result, error))
        return FALSE;
    }
  else if (g_str_equal (job->as, "roster"))
    {
      if (!insert_import (job, change, "roster", muster_roster_plan_get_n_rows (job->roster),
                          &import, error) ||
          !muster_roster_plan_run (job->roster, change, cancellable, error))
        return FALSE;
    }
  else if (!insert_import (job, change, "snapshot",
                           muster_snapshot_plan_get_n_entries (job->snapshot), &import, error) ||
           !muster_snapshot_plan_run (job->snapshot, change, &import, error))
    return FALSE;

  /* a dry run has done all there is to do, and takes it back */
  if (job->dry_run)
    muster_change_cancel (change);
  return TRUE;
}

static gboolean
make_plan (Job *job, GError **error)
{
  MusterDatabase *db = muster_store_get_database (job->store, error);
  MusterSnapshot *snapshot;

  if (db == NULL)
    return FALSE;
  if (g_str_equal (job->as, "roster"))
    {
      job->roster = muster_roster_plan_new (db, job->group, job->table, job->mapping,
                                            job->n_columns, NULL, error);
      return job->roster != NULL;
    }
  if (g_str_equal (job->as, "chat"))
    return TRUE;

  snapshot = job->table != NULL ? muster_snapshot_read_table (job->table, job->mapping,
                                                              job->n_columns, NULL, error)
                                : muster_snapshot_read_chat (job->chat);
  if (snapshot == NULL)
    {
      if (job->chat != NULL)
        muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                                _ ("This chat file lists no members."));
      return FALSE;
    }
  snapshot->taken_on = job->on;
  snapshot->source = g_strdup (job->name);
  job->snapshot = muster_snapshot_plan_new (db, job->group, snapshot, error);
  return job->snapshot != NULL;
}

static guint
count (Job *job, MusterPlanVerdict verdict)
{
  return muster_roster_plan_get_count (job->roster, verdict);
}

static void
add_roster_json (Job *job, JsonBuilder *builder)
{
  muster_json_add_int (builder, "records", muster_roster_plan_get_n_rows (job->roster));
  muster_json_add_int (builder, "new",
                       count (job, MUSTER_PLAN_NEW) + count (job, MUSTER_PLAN_JOINS));
  muster_json_add_int (builder, "changed", count (job, MUSTER_PLAN_CHANGED));
  muster_json_add_int (builder, "unchanged", count (job, MUSTER_PLAN_UNCHANGED));
  muster_json_add_int (builder, "duplicates", count (job, MUSTER_PLAN_REPEATED));
  muster_json_add_int (builder, "ambiguous", count (job, MUSTER_PLAN_AMBIGUOUS));
  muster_json_add_int (builder, "skipped",
                       count (job, MUSTER_PLAN_EMPTY) + count (job, MUSTER_PLAN_AMBIGUOUS));
  muster_json_add_int (builder, "missing", muster_roster_plan_get_n_missing (job->roster));
}

static void
add_news (JsonBuilder *builder, const MusterSnapshotNews *news)
{
  if (news->now == NULL)
    {
      json_builder_add_string_value (builder, news->name);
      return;
    }
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "name", news->name);
  muster_json_add_text (builder, "before", news->before);
  muster_json_add_text (builder, "now", news->now);
  json_builder_end_object (builder);
}

/* Who joined, left, was renamed or has another role since the list before. */
static void
add_news_json (Job *job, JsonBuilder *builder)
{
  g_autoptr (GArray) news = muster_snapshot_plan_list_news (job->snapshot);

  muster_json_add_day (builder, "since", muster_snapshot_plan_get_since (job->snapshot));
  for (guint kind = 0; kind < MUSTER_N_SNAPSHOT_NEWS; kind++)
    {
      json_builder_set_member_name (builder,
                                    muster_snapshot_news_get_key ((MusterSnapshotNewsKind) kind));
      json_builder_begin_array (builder);
      for (guint i = 0; i < news->len; i++)
        if (g_array_index (news, MusterSnapshotNews, i).kind == kind)
          add_news (builder, &g_array_index (news, MusterSnapshotNews, i));
      json_builder_end_array (builder);
    }
}

static void
add_snapshot_json (Job *job, JsonBuilder *builder)
{
  g_autoptr (GPtrArray) missing = muster_snapshot_plan_get_missing (job->snapshot);

  muster_json_add_int (builder, "records", muster_snapshot_plan_get_n_entries (job->snapshot));
  muster_json_add_int (builder, "matched",
                       muster_snapshot_plan_get_count (job->snapshot, MUSTER_SNAPSHOT_MATCHED));
  muster_json_add_int (builder, "ambiguous",
                       muster_snapshot_plan_get_count (job->snapshot, MUSTER_SNAPSHOT_AMBIGUOUS));
  muster_json_add_int (builder, "strangers",
                       muster_snapshot_plan_get_count (job->snapshot, MUSTER_SNAPSHOT_STRANGER));
  muster_json_add_int (builder, "missing", missing->len);
  add_news_json (job, builder);
}

static void
add_chat_json (Job *job, JsonBuilder *builder)
{
  const MusterChatImportResult *result = &job->chat_result;

  muster_json_add_int (builder, "records", (gint64) (result->n_messages + result->n_notices));
  muster_json_add_int (builder, "messages", (gint64) result->n_messages);
  muster_json_add_int (builder, "notices", (gint64) result->n_notices);
  muster_json_add_int (builder, "senders", result->n_senders);
  muster_json_add_time (builder, "first", result->first_at);
  muster_json_add_time (builder, "last", result->last_at);
  muster_json_add_int (builder, "new", (gint64) result->n_new);
  muster_json_add_int (builder, "duplicates",
                       (gint64) (result->n_messages - result->n_new - result->n_undated));
  muster_json_add_int (builder, "skipped", (gint64) result->n_undated);
}

static void
print_json (Job *job)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "format", job->format->id);
  muster_json_add_text (builder, "encoding", muster_text_source_get_encoding (job->source));
  muster_json_add_text (builder, "as", job->as);
  muster_json_add_flag (builder, "dry_run", job->dry_run);
  if (job->roster != NULL)
    add_roster_json (job, builder);
  else if (job->snapshot != NULL)
    add_snapshot_json (job, builder);
  else
    add_chat_json (job, builder);
  muster_json_add_warnings (builder, job->table != NULL
                                         ? muster_table_reader_get_warnings (job->table)
                                         : muster_chat_reader_get_warnings (job->chat));
  json_builder_end_object (builder);
  muster_command_print_json (builder);
}

static void
print_asked (Job *job)
{
  GPtrArray *items = muster_roster_plan_get_items (job->roster, MUSTER_PLAN_AMBIGUOUS);

  for (guint i = 0; i < items->len; i++)
    {
      const MusterPlanItem *item = items->pdata[i];

      g_printerr (_ ("Line %lu: %s may be one of these, or somebody new; left out.\n"),
                  (gulong) item->line, item->name);
      for (guint j = 0; j < item->labels->len; j++)
        g_printerr ("  %s\n", (const char *) item->labels->pdata[j]);
    }
}

static void
print_news (Job *job)
{
  g_autoptr (GArray) news = muster_snapshot_plan_list_news (job->snapshot);
  g_autofree char *since = muster_day_dup_text (muster_snapshot_plan_get_since (job->snapshot));

  if (news->len > 0)
    /* TRANSLATORS: a date */
    g_print (_ ("Since the list of %s:\n"), since);
  for (guint i = 0; i < news->len; i++)
    {
      const MusterSnapshotNews *one = &g_array_index (news, MusterSnapshotNews, i);

      g_print ("  %s: %s", muster_snapshot_news_get_title (one->kind), one->name);
      if (one->now != NULL)
        g_print (" (%s → %s)", one->before, one->now);
      g_print ("\n");
    }
}

static void
print_text (Job *job)
{
  const MusterChatImportResult *chat = &job->chat_result;

  g_print ("%s: %s · %s\n", job->name, muster_format_get_title (job->format),
           muster_text_source_get_encoding (job->source));
  if (job->roster != NULL)
    {
      for (guint i = 0; i < MUSTER_N_PLAN_VERDICTS; i++)
        if (count (job, (MusterPlanVerdict) i) > 0)
          g_print ("%s: %u\n", muster_plan_verdict_get_title ((MusterPlanVerdict) i),
                   count (job, (MusterPlanVerdict) i));
      if (muster_roster_plan_get_n_missing (job->roster) > 0)
        g_print ("%s: %u\n", _ ("On the roster, not in the file"),
                 muster_roster_plan_get_n_missing (job->roster));
      print_asked (job);
    }
  else if (job->snapshot != NULL)
    {
      g_autoptr (GPtrArray) missing = muster_snapshot_plan_get_missing (job->snapshot);

      g_print (_ ("%u in the list, %u on the roster, %u strangers, %u not sure, %u missing\n"),
               muster_snapshot_plan_get_n_entries (job->snapshot),
               muster_snapshot_plan_get_count (job->snapshot, MUSTER_SNAPSHOT_MATCHED),
               muster_snapshot_plan_get_count (job->snapshot, MUSTER_SNAPSHOT_STRANGER),
               muster_snapshot_plan_get_count (job->snapshot, MUSTER_SNAPSHOT_AMBIGUOUS),
               missing->len);
      print_news (job);
    }
  else
    g_print (_ ("%lu messages of %u senders, %lu new; %lu notices\n"), (gulong) chat->n_messages,
             chat->n_senders, (gulong) chat->n_new, (gulong) chat->n_notices);
  if (job->dry_run)
    g_print ("%s\n", _ ("Nothing was written: this was a dry run."));
}

/* Of rules with --document, else of a notice. */
static int
take_replies (Job *job, const char *path)
{
  return job->document != NULL
             ? muster_rules_acknowledge_source (job->context, job->store, job->group, job->document,
                                                job->edition, job->source, path, job->dry_run)
             : muster_notice_verbs_receipts_source (job->context, job->store, job->group,
                                                    job->notice, job->source, path, job->dry_run);
}

static int
run_job (Job *job, const char *path, const char *format, const char *encoding, char **maps)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  job->name = g_path_get_basename (path);
  job->source = muster_text_source_new_for_file (path, encoding, &error);
  if (job->source != NULL && g_strcmp0 (job->as, "signup") == 0)
    return muster_import_sign_up_run (job->context, job->store, job->group, job->source, path,
                                      job->event, job->time, job->dry_run);
  if (job->source != NULL && g_strcmp0 (job->as, "replies") == 0)
    return take_replies (job, path);
  if (job->source != NULL && detect (job, format, &error) && is_calendar (job))
    return muster_event_import_source (job->context, job->store, job->group, job->source, path,
                                       job->dry_run);
  if (error != NULL || !choose_purpose (job, &error) ||
      !(job->format->kind == MUSTER_FORMAT_CHAT ? open_chat (job, &error)
                                                : open_table (job, maps, &error)) ||
      !make_plan (job, &error))
    {
      muster_input_error_set_file (error, path);
      return muster_command_fail (job->context, error);
    }

  /* TRANSLATORS: a title in the history: a file, a group */
  title = g_strdup_printf (_ ("Import %s into %s"), job->name, muster_group_get_name (job->group));
  if (!muster_store_write (job->store, title, write_job, job, NULL, &error))
    {
      muster_input_error_set_file (error, path);
      return muster_command_fail (job->context, error);
    }

  if (job->context->json)
    print_json (job);
  else
    print_text (job);
  return MUSTER_EXIT_DONE;
}

static gboolean
parse_covers (Job *job, const char *text, int *out_status)
{
  g_auto (GStrv) days = text != NULL ? g_strsplit (text, "/", -1) : NULL;

  job->covers_from = job->covers_to = MUSTER_DAY_NONE;
  if (days == NULL ||
      (g_strv_length (days) == 2 && muster_day_parse (days[0], &job->covers_from) &&
       muster_day_parse (days[1], &job->covers_to) && job->covers_from <= job->covers_to))
    return TRUE;

  *out_status = muster_command_fail_usage (
      job->context, _ ("“%s” is not a period like 2026-01-01/2026-06-30."), text);
  return FALSE;
}

static gboolean
parse_zone (Job *job, const char *text, int *out_status)
{
  if (text == NULL)
    return TRUE;

  job->zone = g_time_zone_new_identifier (text);
  if (job->zone != NULL)
    return TRUE;

  *out_status = muster_command_fail_usage (job->context, _ ("There is no time zone “%s”."), text);
  return FALSE;
}

/* Whether all of --map are COLUMN=FIELD. */
static gboolean
check_maps (Job *job, char **maps, int *out_status)
{
  for (guint i = 0; maps != NULL && maps[i] != NULL; i++)
    {
      const char *equals = strrchr (maps[i], '=');
      MusterField field;

      if (equals != NULL && muster_field_from_id (equals + 1, &field))
        continue;
      *out_status = muster_command_fail_usage (
          job->context, _ ("“%s” is not of the form COLUMN=FIELD with a field that Muster knows."),
          maps[i]);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_words (Job *job, const char *format, int *out_status)
{
  static const char *const purposes[] = { "roster", "snapshot", "chat", "calendar",
                                          "signup", "replies",  NULL };

  if (job->as != NULL && !g_strv_contains (purposes, job->as))
    *out_status = muster_command_fail_usage (
        job->context,
        _ ("“%s” is neither roster nor snapshot nor chat nor calendar nor signup nor replies."),
        job->as);
  else if ((job->event != NULL || job->time != NULL) && g_strcmp0 (job->as, "signup") != 0)
    *out_status = muster_command_fail_usage (job->context, "%s",
                                             _ ("--event and --time go with --as signup."));
  else if ((job->notice != NULL || job->document != NULL || job->edition != NULL) &&
           g_strcmp0 (job->as, "replies") != 0)
    *out_status = muster_command_fail_usage (
        job->context, "%s", _ ("--notice, --document and --edition go with --as replies."));
  else if (format != NULL && muster_format_find (format) == NULL)
    *out_status = muster_command_fail_usage (job->context, _ ("There is no format “%s”."), format);
  else
    return TRUE;

  return FALSE;
}

static int
run (MusterCommandContext *context, int argc, char **argv)
{
  g_autofree char *group = NULL, *as = NULL, *format = NULL, *encoding = NULL, *covers = NULL,
                  *zone = NULL, *on = NULL, *chat = NULL, *event = NULL, *time = NULL;
  g_auto (GStrv) maps = NULL;
  g_auto (Job) job = { 0 };
  int status;
  const GOptionEntry entries[] = {
    { "group", 0, 0, G_OPTION_ARG_STRING, &group, N_ ("The group"), N_ ("NAME") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &as,
      N_ ("What it is: roster, snapshot, chat, calendar, signup or replies"), N_ ("WORD") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("Read it as this format"), N_ ("ID") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &encoding, N_ ("Read it in this encoding"),
      N_ ("NAME") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &maps, N_ ("What a column means; may be repeated"),
      N_ ("COLUMN=FIELD") },
    { "covers", 0, 0, G_OPTION_ARG_STRING, &covers, N_ ("The days that the records cover"),
      N_ ("FROM/TO") },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &zone, N_ ("The time zone of the file"), N_ ("TZ") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("The day of a member list"), N_ ("DATE") },
    { "chat", 0, 0, G_OPTION_ARG_STRING, &chat, N_ ("Which chat of a file that holds several"),
      N_ ("NAME") },
    { "event", 0, 0, G_OPTION_ARG_STRING, &event, N_ ("signup: the event"), N_ ("ID|TITLE") },
    { "time", 0, 0, G_OPTION_ARG_STRING, &time, N_ ("signup: which time of a series"),
      N_ ("TIME") },
    { "notice", 0, 0, G_OPTION_ARG_STRING, &job.notice,
      N_ ("replies: to which notice; else the last one that was sent"), N_ ("ID|TITLE") },
    { "document", 0, 0, G_OPTION_ARG_STRING, &job.document,
      N_ ("replies: which rule text they acknowledge"), N_ ("ID|TITLE") },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &job.edition,
      N_ ("replies: number of the edition; else the one that asks"), N_ ("NUMBER") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &job.dry_run, N_ ("Say what would happen"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_command_parse (context, &muster_import_command, entries, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return muster_command_fail_usage (context, "%s", _ ("Which file? Name one."));

  job.context = context;
  job.as = as;
  job.chat_name = chat;
  job.event = event;
  job.time = time;
  if (!parse_covers (&job, covers, &status) || !parse_zone (&job, zone, &status) ||
      !check_words (&job, format, &status) || !check_maps (&job, maps, &status) ||
      !muster_command_parse_day (context, on, &job.on, &status))
    return status;
  job.store = muster_command_open_store (context, &status);
  if (job.store == NULL)
    return status;
  job.group = muster_command_find_group (context, job.store, group, &status);
  if (job.group == NULL)
    return status;

  return run_job (&job, argv[1], format, encoding, maps);
}

const MusterCommand muster_import_command = {
  "import",
  N_ ("FILE --group NAME"),
  N_ ("Take in a roster, a member list, a chat, a calendar, sign-ups or replies"),
  run,
};
