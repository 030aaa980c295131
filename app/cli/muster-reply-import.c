/* muster-reply-import.c - replies from the command line
 *
 * musterctl notice receipts, rules acknowledge and import --as replies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-reply-import"

#include "config.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "muster-input-error.h"
#include "muster-json.h"
#include "muster-reply-import.h"
#include "muster-reply-record.h"
#include "muster-roster.h"

#define MOST_INPUT (64 * 1024 * 1024)

typedef struct
{
  const MusterReplyImport *import;
  MusterReplyPlan *plan; /* owned, NULL for members by name */
  GArray *members;       /* owned, of MusterId; NULL for a plan */
  MusterReplyWay way;
  const char *origin;
} Job;

static gboolean
write_members (const Job *job, MusterChange *change, const MusterAcknowledgement *each,
               const MusterReceipt *receipt, GError **error)
{
  for (guint i = 0; i < job->members->len; i++)
    {
      MusterAcknowledgement acknowledgement = *each;
      MusterReceipt one = *receipt;

      acknowledgement.membership = one.membership = g_array_index (job->members, MusterId, i);
      if (job->import->notice != NULL ? !muster_receipt_table_set (change, &one, error)
                                      : !muster_reply_record_acknowledge (
                                            change, job->import->edition, &acknowledgement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_replies (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  const MusterReplyImport *import = job->import;
  char *author = (char *) muster_store_get_author (import->store);
  MusterAcknowledgement each = { .day = muster_clock_get_today (import->context->clock),
                                 .way = job->way,
                                 .source = (char *) job->origin,
                                 .author = author };
  MusterReceipt receipt = { .state = import->state,
                            .answered_at = MUSTER_NOTICE_NO_TIME, /* nobody knows when */
                            .way = job->way,
                            .source = (char *) job->origin,
                            .author = author };
  gboolean done;

  if (import->notice != NULL)
    receipt.notice = import->notice->id;
  else
    each.edition = import->edition->id;
  if (job->members != NULL)
    done = write_members (job, change, &each, &receipt, error);
  else if (import->notice != NULL)
    done = muster_reply_record_receive_plan (change, job->plan, &receipt, error);
  else
    done = muster_reply_record_acknowledge_plan (change, job->plan, import->edition, &each, error);
  if (done && import->dry_run)
    muster_change_cancel (change);
  return done;
}

static gboolean
write_job (Job *job, GError **error)
{
  const MusterReplyImport *import = job->import;
  g_autofree char *title =
      /* TRANSLATORS: a title in the history: the title of a notice, or of rules */
      g_strdup_printf (import->notice != NULL ? _ ("Receipts of %s") : _ ("Acknowledge %s"),
                       import->title);

  return muster_store_write (import->store, title, write_replies, job, NULL, error);
}

static void
add_entry (JsonBuilder *builder, const MusterReplyItem *item)
{
  json_builder_begin_object (builder);
  muster_json_add_int (builder, "line", (gint64) item->reply->line);
  muster_json_add_text (builder, "text", item->reply->text);
  muster_json_add_text (builder, "name", item->reply->name);
  muster_json_add_text (builder, "person", item->person);
  muster_json_add_text (builder, "verdict", muster_reply_verdict_get_key (item->verdict));
  muster_json_add_text (builder, "answer", muster_receipt_state_get_key (item->reply->answer));
  if (item->reply->time != MUSTER_REPLY_NO_TIME)
    muster_json_add_time (builder, "time", item->reply->time);
  else
    muster_json_add_text (builder, "time", NULL);
  muster_json_add_flag (builder, "late", item->is_late);
  json_builder_end_object (builder);
}

static void
print_plan_json (const Job *job)
{
  const MusterReplyImport *import = job->import;
  GPtrArray *items = muster_reply_plan_get_items (job->plan);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "as", "replies");
  muster_json_add_text (builder, import->notice != NULL ? "notice" : "document", import->title);
  if (import->edition != NULL)
    muster_json_add_int (builder, "edition", import->edition->number);
  muster_json_add_flag (builder, "dry_run", import->dry_run);
  muster_json_add_text (builder, "way", muster_reply_way_get_key (job->way));
  muster_json_add_int (builder, "records", items->len);
  for (guint i = 0; i < MUSTER_N_REPLY_VERDICTS; i++)
    muster_json_add_int (builder, muster_reply_verdict_get_key ((MusterReplyVerdict) i),
                         muster_reply_plan_get_count (job->plan, (MusterReplyVerdict) i));
  muster_json_add_int (builder, "late", muster_reply_plan_get_n_late (job->plan));
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    add_entry (builder, items->pdata[i]);
  json_builder_end_array (builder);
  muster_json_add_warnings (builder, muster_reply_plan_get_warnings (job->plan));
  json_builder_end_object (builder);
  muster_command_print_json (builder);
}

/* Whatever is not simply taken down is named. */
static void
print_plan (const Job *job)
{
  GPtrArray *items = muster_reply_plan_get_items (job->plan);

  if (job->import->context->json)
    {
      print_plan_json (job);
      return;
    }
  for (guint i = 0; i < items->len; i++)
    {
      const MusterReplyItem *item = items->pdata[i];

      if (item->verdict != MUSTER_REPLY_MATCHED && item->verdict != MUSTER_REPLY_ALREADY)
        /* TRANSLATORS: a line number, why a reply does not count, and its text */
        g_printerr (_ ("Line %lu: %s: %s\n"), (gulong) item->reply->line,
                    muster_reply_verdict_get_title (item->verdict), item->reply->text);
    }
  /* TRANSLATORS: the title of a notice or of rules, and numbers of replies */
  g_print (_ ("%s: %u taken down (%u late), %u already, %u not sure, %u of nobody, %u no answer, "
              "%u too early\n"),
           job->import->title, muster_reply_plan_get_count (job->plan, MUSTER_REPLY_MATCHED),
           muster_reply_plan_get_n_late (job->plan),
           muster_reply_plan_get_count (job->plan, MUSTER_REPLY_ALREADY),
           muster_reply_plan_get_count (job->plan, MUSTER_REPLY_AMBIGUOUS),
           muster_reply_plan_get_count (job->plan, MUSTER_REPLY_UNKNOWN),
           muster_reply_plan_get_count (job->plan, MUSTER_REPLY_NO_ANSWER),
           muster_reply_plan_get_count (job->plan, MUSTER_REPLY_BEFORE));
  if (job->import->dry_run)
    g_print ("%s\n", _ ("Nothing was written: this was a dry run."));
}

static gboolean
make_plan (Job *job, MusterTextSource *source, GError **error)
{
  const MusterReplyImport *import = job->import;
  MusterDatabase *db = muster_store_get_database (import->store, error);
  MusterDay today = muster_clock_get_today (import->context->clock);

  if (db != NULL)
    job->plan = import->notice != NULL
                    ? muster_reply_record_read_for_notice (db, import->group, source,
                                                           import->notice, today, error)
                    : muster_reply_record_read_for_edition (
                          db, import->group, source, import->edition, import->title, today, error);
  return job->plan != NULL;
}

static gboolean
find_way (const MusterReplyImport *self, MusterReplyWay fallback, MusterReplyWay *out_way,
          int *out_status)
{
  *out_way = fallback;
  if (self->way == NULL || muster_reply_way_find (self->way, out_way))
    return TRUE;

  *out_status = muster_command_fail_usage (
      self->context, _ ("“%s” is neither hand nor word nor reply nor records nor sheet."),
      self->way);
  return FALSE;
}

/**
 * muster_reply_import_source:
 * @source: pasted replies, or the records of a chat
 * @path: of @source, for messages
 *
 * Returns: the exit status
 */
int
muster_reply_import_source (const MusterReplyImport *self, MusterTextSource *source,
                            const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  Job job = { .import = self };
  g_autoptr (GError) error = NULL;
  int status = MUSTER_EXIT_DONE;

  job.origin = self->origin != NULL ? self->origin : strcmp (path, "-") == 0 ? NULL : name;
  if (make_plan (&job, source, &error) &&
      find_way (self,
                muster_reply_plan_is_chat (job.plan) ? MUSTER_REPLY_RECORDS : MUSTER_REPLY_PASTED,
                &job.way, &status) &&
      write_job (&job, &error))
    print_plan (&job);
  g_clear_pointer (&job.plan, muster_reply_plan_free);
  if (error == NULL)
    return status;

  muster_input_error_set_file (error, path);
  return muster_command_fail (self->context, error);
}

static MusterTextSource *
read_input (const char *encoding, GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  guint8 room[8192];
  gssize n;

  while ((n = g_input_stream_read (input, room, sizeof room, NULL, error)) > 0)
    {
      g_byte_array_append (all, room, (guint) n);
      if (all->len <= MOST_INPUT)
        continue;
      muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, 0, _ ("This is too much text."));
      return NULL;
    }
  if (n < 0)
    return NULL;

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&all));
  return muster_text_source_new_for_bytes (bytes, "-", encoding, error);
}

/**
 * muster_reply_import_file:
 * @path: of pasted replies or the records of a chat; "-" for what is typed or piped in
 * @encoding: (nullable): %NULL to find it out
 *
 * Returns: the exit status
 */
int
muster_reply_import_file (const MusterReplyImport *self, const char *path, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterTextSource) source =
      strcmp (path, "-") == 0 ? read_input (encoding, &error)
                              : muster_text_source_new_for_file (path, encoding, &error);

  if (source != NULL)
    return muster_reply_import_source (self, source, path);

  muster_input_error_set_file (error, path);
  return muster_command_fail (self->context, error);
}

/* The present member who is called @name, by real name or nickname, or has that id. */
static gboolean
find_member (const MusterReplyImport *self, MusterRoster *roster, const char *name,
             MusterId *out_id, int *out_status)
{
  guint n = 0;
  MusterId id;
  gboolean is_id = muster_id_parse (name, &id);

  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);

      if (!muster_roster_member_is_current (member) ||
          !((is_id && muster_id_equal (&id, &member->id)) ||
            strcmp (muster_roster_member_get_name (member), name) == 0 ||
            g_strcmp0 (member->nickname, name) == 0))
        continue;
      *out_id = member->id;
      n++;
    }
  if (n == 1)
    return TRUE;

  *out_status = muster_command_fail_usage (
      self->context,
      n == 0 ? _ ("Nobody in the group is called “%s”.")
             : _ ("More than one member is called “%s”. Give the nickname."),
      name);
  return FALSE;
}

static void
print_members (const Job *job)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!job->import->context->json)
    {
      g_print (
          g_dngettext (GETTEXT_PACKAGE, "%s: %u answer\n", "%s: %u answers\n", job->members->len),
          job->import->title, job->members->len);
      return;
    }
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "as", "replies");
  muster_json_add_text (builder, job->import->notice != NULL ? "notice" : "document",
                        job->import->title);
  if (job->import->edition != NULL)
    muster_json_add_int (builder, "edition", job->import->edition->number);
  muster_json_add_flag (builder, "dry_run", job->import->dry_run);
  muster_json_add_text (builder, "way", muster_reply_way_get_key (job->way));
  muster_json_add_int (builder, "matched", job->members->len);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
}

/**
 * muster_reply_import_members:
 * @names: real names, nicknames or ids
 *
 * Takes down that these members answered.
 *
 * Returns: the exit status
 */
int
muster_reply_import_members (const MusterReplyImport *self, char **names)
{
  MusterDatabase *db = muster_store_get_database (self->store, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterRoster) roster = muster_roster_load (
      db, muster_group_get_id (self->group), muster_clock_get_today (self->context->clock), &error);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (MusterId));
  Job job = { .import = self, .members = members, .origin = self->origin };
  int status = MUSTER_EXIT_DONE;

  if (!find_way (self, MUSTER_REPLY_HAND, &job.way, &status))
    return status;
  for (; roster != NULL && *names != NULL; names++)
    {
      MusterId id;

      if (!find_member (self, roster, *names, &id, &status))
        return status;
      g_array_append_val (members, id);
    }
  if (roster == NULL || !write_job (&job, &error))
    return muster_command_fail (self->context, error);

  print_members (&job);
  return MUSTER_EXIT_DONE;
}
