/* muster-notice-command.c - musterctl notice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-notice-command"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-command-store.h"
#include "muster-json.h"
#include "muster-notice-answers.h"
#include "muster-notice-table.h"
#include "muster-notice-text.h"
#include "muster-notice-verbs.h"
#include "muster-reply-import.h"
#include "muster-text-table.h"

static const char verbs_hint[] = N_ (
    "Say list, new FILE, show, send, receipts FILE, outstanding, close or cancel; - is what you "
    "paste.");

static void
options_clear (MusterNoticeOptions *options)
{
  char *texts[] = { options->group, options->notice, options->title,    options->audience,
                    options->wants, options->within, options->at,       options->event,
                    options->time,  options->before, options->standing, options->state,
                    options->way,   options->source };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_strfreev (options->members);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterNoticeOptions, options_clear)

/* What a verb works on. */
typedef struct
{
  MusterCommandContext *context;
  MusterStore *store;
  MusterGroup *group;
  MusterDatabase *db;
  MusterDay today;
  GTimeZone *zone;
  const MusterNoticeOptions *options;
} Work;

static void
add_time (JsonBuilder *builder, const char *name, gint64 time)
{
  if (time != MUSTER_NOTICE_NO_TIME)
    muster_json_add_time (builder, name, time);
  else
    muster_json_add_text (builder, name, NULL);
}

static void
add_id (JsonBuilder *builder, const char *name, const MusterId *id)
{
  g_autofree char *text = muster_id_is_none (id) ? NULL : muster_id_dup_text (id);

  muster_json_add_text (builder, name, text);
}

/* The members of an open object. */
static void
add_notice (JsonBuilder *builder, const MusterScheduledNotice *scheduled,
            const MusterNoticeAnswers *answers)
{
  const MusterNotice *notice = scheduled->notice;

  add_id (builder, "id", &notice->id);
  muster_json_add_text (builder, "title", notice->title);
  muster_json_add_text (builder, "standing", muster_notice_standing_get_key (notice->standing));
  muster_json_add_text (builder, "wants", muster_notice_wants_get_key (notice->wants));
  muster_json_add_text (builder, "audience", notice->audience);
  muster_json_add_int (builder, "minutes", notice->minutes);
  add_time (builder, "planned_at", scheduled->at);
  add_time (builder, "sent_at", notice->sent_at);
  add_time (builder, "limit", muster_notice_get_limit (notice));
  add_id (builder, "event", &notice->event);
  add_id (builder, "series", &notice->series);
  muster_json_add_int (builder, "asked", answers->n_asked);
  for (guint i = MUSTER_RECEIPT_RECEIVED; i < MUSTER_N_RECEIPT_STATES; i++)
    muster_json_add_int (builder, muster_receipt_state_get_key ((MusterReceiptState) i),
                         answers->counts[i]);
  muster_json_add_int (builder, "late", answers->n_late);
  muster_json_add_int (builder, "outstanding", answers->n_outstanding);
}

static void
add_row (MusterTextTable *table, const MusterScheduledNotice *scheduled,
         const MusterNoticeAnswers *answers)
{
  const MusterNotice *notice = scheduled->notice;
  gint64 at = notice->sent_at != MUSTER_NOTICE_NO_TIME ? notice->sent_at : scheduled->at;
  g_autofree char *time = at != MUSTER_NOTICE_NO_TIME ? muster_time_dup_text (at) : NULL;
  g_autofree char *answered = g_strdup_printf (
      "%u/%u", answers->n_asked - answers->counts[MUSTER_RECEIPT_NONE], answers->n_asked);

  if (time != NULL)
    time[strlen ("2026-03-02T19:00")] = '\0';
  muster_text_table_add (table, time != NULL ? time : "–");
  muster_text_table_add (table, muster_notice_standing_get_title (notice->standing));
  muster_text_table_add (table, notice->sent_at != MUSTER_NOTICE_NO_TIME ? answered : "");
  muster_text_table_add (table, notice->title);
}

static int
run_list (const Work *work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notices =
      muster_notice_table_list (work->db, muster_group_get_id (work->group), &error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (MusterTextTable) table = muster_text_table_new (4);
  MusterNoticeStanding wanted;

  if (work->options->standing != NULL &&
      !muster_notice_standing_find (work->options->standing, &wanted))
    return muster_command_fail_usage (
        work->context, _ ("“%s” is neither planned nor sent nor closed nor cancelled."),
        work->options->standing);

  json_builder_begin_array (builder);
  for (guint i = 0; notices != NULL && i < notices->len; i++)
    {
      const MusterNotice *notice = notices->pdata[i];
      g_autoptr (MusterScheduledNotice) scheduled = NULL;
      g_autoptr (MusterNoticeAnswers) answers = NULL;

      if (work->options->standing != NULL && notice->standing != wanted)
        continue;
      scheduled = muster_notice_schedule_find (work->db, notice, work->zone, &error);
      if (scheduled != NULL)
        answers = muster_notice_answers_read (work->db, notice, work->today, &error);
      if (answers == NULL)
        break;
      json_builder_begin_object (builder);
      add_notice (builder, scheduled, answers);
      json_builder_end_object (builder);
      add_row (table, scheduled, answers);
    }
  if (error != NULL)
    return muster_command_fail (work->context, error);

  json_builder_end_array (builder);
  if (work->context->json)
    muster_command_print_json (builder);
  else
    muster_text_table_print (table);
  return MUSTER_EXIT_DONE;
}

static void
add_answer (JsonBuilder *builder, MusterRoster *roster, const MusterNoticeAnswer *answer)
{
  const MusterReceipt *receipt = answer->receipt;

  json_builder_begin_object (builder);
  add_id (builder, "id", &answer->member->id);
  muster_json_add_text (builder, "name", muster_roster_member_get_name (answer->member));
  muster_json_add_text (builder, "nickname",
                        muster_roster_get_shown_nickname (roster, answer->member));
  muster_json_add_text (
      builder, "state",
      muster_receipt_state_get_key (receipt != NULL ? receipt->state : MUSTER_RECEIPT_NONE));
  if (receipt != NULL)
    {
      add_time (builder, "answered_at", receipt->answered_at);
      muster_json_add_text (builder, "way", muster_reply_way_get_key (receipt->way));
      muster_json_add_text (builder, "source", receipt->source);
    }
  muster_json_add_flag (builder, "late", answer->is_late);
  muster_json_add_flag (builder, "outstanding", answer->is_outstanding);
  json_builder_end_object (builder);
}

/* All who were asked, or only those who are outstanding. */
static void
add_answers (JsonBuilder *builder, const char *name, const MusterNoticeAnswers *answers,
             gboolean outstanding)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < answers->rows->len; i++)
    {
      const MusterNoticeAnswer *answer = &g_array_index (answers->rows, MusterNoticeAnswer, i);

      if (!outstanding || answer->is_outstanding)
        add_answer (builder, answers->roster, answer);
    }
  json_builder_end_array (builder);
}

/* The text as it was or would be sent. */
static char *
dup_text (const Work *work, const MusterScheduledNotice *scheduled, GError **error)
{
  const MusterNotice *notice = scheduled->notice;
  gint64 at = notice->sent_at != MUSTER_NOTICE_NO_TIME ? notice->sent_at
              : scheduled->at != MUSTER_NOTICE_NO_TIME
                  ? scheduled->at
                  : muster_notice_verbs_get_wall (work->context);

  return muster_notice_text_read (work->db, work->group, scheduled, at, NULL, error);
}

static int
run_show (const Work *work)
{
  int status = MUSTER_EXIT_DONE;
  g_autoptr (MusterNotice) notice =
      muster_notice_verbs_find (work->context, work->store, work->group, work->options->notice,
                                work->options->notice == NULL, &status);
  g_autoptr (MusterScheduledNotice) scheduled = NULL;
  g_autoptr (MusterNoticeAnswers) answers = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (notice == NULL)
    return status;
  scheduled = muster_notice_schedule_find (work->db, notice, work->zone, &error);
  if (scheduled != NULL)
    answers = muster_notice_answers_read (work->db, notice, work->today, &error);
  if (answers != NULL)
    text = dup_text (work, scheduled, &error);
  if (text == NULL)
    return muster_command_fail (work->context, error);

  if (!work->context->json)
    {
      g_print ("%s\n", text);
      return MUSTER_EXIT_DONE;
    }
  json_builder_begin_object (builder);
  add_notice (builder, scheduled, answers);
  muster_json_add_text (builder, "text", text);
  add_answers (builder, "answers", answers, FALSE);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
  return MUSTER_EXIT_DONE;
}

static int
run_outstanding (const Work *work)
{
  int status = MUSTER_EXIT_DONE;
  g_autoptr (MusterNotice) notice = muster_notice_verbs_find (
      work->context, work->store, work->group, work->options->notice, TRUE, &status);
  g_autoptr (MusterNoticeAnswers) answers = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (notice == NULL)
    return status;
  answers = muster_notice_answers_read (work->db, notice, work->today, &error);
  if (answers == NULL)
    return muster_command_fail (work->context, error);

  text = muster_notice_text_dup_reminder (work->group, notice, answers);
  if (!work->context->json)
    {
      g_print ("%s\n", text != NULL ? text : _ ("Everybody has answered."));
      return MUSTER_EXIT_DONE;
    }
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "notice", notice->title);
  add_id (builder, "id", &notice->id);
  add_answers (builder, "outstanding", answers, TRUE);
  muster_json_add_text (builder, "text", text);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
  return MUSTER_EXIT_DONE;
}

static int
run_receipts (const Work *work, const char *path)
{
  const MusterNoticeOptions *options = work->options;
  MusterReplyImport import = { .context = work->context,
                               .store = work->store,
                               .group = work->group,
                               .way = options->way,
                               .origin = options->source,
                               .state = MUSTER_RECEIPT_RECEIVED,
                               .dry_run = options->dry_run };
  g_autoptr (MusterNotice) notice = NULL;
  int status = MUSTER_EXIT_DONE;

  if ((path == NULL) == (options->members == NULL))
    return muster_command_fail_usage (
        work->context, "%s",
        _ ("Say the file with the replies, - for what you paste, or --member NAME."));
  if (options->state != NULL && !muster_receipt_state_find (options->state, &import.state))
    return muster_command_fail_usage (
        work->context, _ ("“%s” is neither received nor done nor undone."), options->state);
  notice = muster_notice_verbs_find (work->context, work->store, work->group, options->notice, TRUE,
                                     &status);
  if (notice == NULL)
    return status;

  import.notice = notice;
  import.title = notice->title;
  return path != NULL ? muster_reply_import_file (&import, path, NULL)
                      : muster_reply_import_members (&import, options->members);
}

typedef struct
{
  const MusterNotice *notice;
  MusterNoticeStanding standing;
} Standing;

static gboolean
write_standing (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const Standing *standing = data;

  return muster_notice_table_set_standing (change, &standing->notice->id, standing->standing,
                                           MUSTER_NOTICE_NO_TIME, error);
}

/* close and cancel */
static int
run_standing (const Work *work, MusterNoticeStanding wanted)
{
  int status = MUSTER_EXIT_DONE;
  g_autoptr (MusterNotice) notice =
      muster_notice_verbs_find (work->context, work->store, work->group, work->options->notice,
                                wanted == MUSTER_NOTICE_CLOSED, &status);
  Standing standing = { notice, wanted };
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (notice == NULL)
    return status;
  /* TRANSLATORS: titles in the history: the title of a notice */
  title = g_strdup_printf (wanted == MUSTER_NOTICE_CLOSED ? _ ("Close the notice %s")
                                                          : _ ("Call off the notice %s"),
                           notice->title);
  if (!muster_store_write (work->store, title, write_standing, &standing, NULL, &error))
    return muster_command_fail (work->context, error);
  return MUSTER_EXIT_DONE;
}

static int
run_verb (const Work *work, int argc, char **argv)
{
  const char *verb = argv[1];

  if (strcmp (verb, "new") == 0 && argc == 3)
    return muster_notice_verbs_new (work->context, work->store, work->group, argv[2],
                                    work->options);
  if (strcmp (verb, "receipts") == 0 && argc <= 3)
    return run_receipts (work, argc == 3 ? argv[2] : NULL);
  if (argc == 2 && strcmp (verb, "list") == 0)
    return run_list (work);
  if (argc == 2 && strcmp (verb, "show") == 0)
    return run_show (work);
  if (argc == 2 && strcmp (verb, "outstanding") == 0)
    return run_outstanding (work);
  if (argc == 2 && strcmp (verb, "send") == 0)
    return muster_notice_verbs_send (work->context, work->store, work->group, work->options);
  if (argc == 2 && strcmp (verb, "close") == 0)
    return run_standing (work, MUSTER_NOTICE_CLOSED);
  if (argc == 2 && strcmp (verb, "cancel") == 0)
    return run_standing (work, MUSTER_NOTICE_CANCELLED);

  return muster_command_fail_usage (work->context, "%s", _ (verbs_hint));
}

static int
run (MusterCommandContext *context, int argc, char **argv)
{
  g_auto (MusterNoticeOptions) options = { 0 };
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (MusterGroup) group = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  Work work = { .context = context, .zone = zone, .options = &options };
  const GOptionEntry entries[] = {
    { "group", 0, 0, G_OPTION_ARG_STRING, &options.group, N_ ("The group"), N_ ("NAME") },
    { "notice", 0, 0, G_OPTION_ARG_STRING, &options.notice,
      N_ ("The notice; else the last one that was sent"), N_ ("ID|TITLE") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title,
      N_ ("new: what it is about; else the first line"), N_ ("TEXT") },
    { "audience", 0, 0, G_OPTION_ARG_STRING, &options.audience,
      N_ ("new: all, role:ROLE, department:NAME or filter:WORDS"), N_ ("WHO") },
    { "wants", 0, 0, G_OPTION_ARG_STRING, &options.wants, N_ ("new: nothing, receipt or done"),
      N_ ("WORD") },
    { "within", 0, 0, G_OPTION_ARG_STRING, &options.within,
      N_ ("new: time limit in minutes, or none"), N_ ("MINUTES") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at,
      N_ ("new: when to send it; send: when it was sent"), N_ ("TIME") },
    { "event", 0, 0, G_OPTION_ARG_STRING, &options.event, N_ ("new: the event it announces"),
      N_ ("ID|TITLE") },
    { "time", 0, 0, G_OPTION_ARG_STRING, &options.time, N_ ("new: which time of a series"),
      N_ ("TIME") },
    { "before", 0, 0, G_OPTION_ARG_STRING, &options.before,
      N_ ("new: how long before the event or the time, such as 2d,1h"), N_ ("LIST") },
    { "standing", 0, 0, G_OPTION_ARG_STRING, &options.standing,
      N_ ("list: planned, sent, closed or cancelled"), N_ ("WORD") },
    { "member", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.members,
      N_ ("receipts: who; may be repeated"), N_ ("NAME") },
    { "state", 0, 0, G_OPTION_ARG_STRING, &options.state,
      N_ ("receipts: what --member answered: received, done or undone"), N_ ("WORD") },
    { "way", 0, 0, G_OPTION_ARG_STRING, &options.way, N_ ("hand, word, reply, records or sheet"),
      N_ ("WORD") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &options.source,
      N_ ("Where it is written, such as a scan"), N_ ("PATH") },
    { "at-night", 0, 0, G_OPTION_ARG_NONE, &options.at_night, N_ ("Also in the quiet hours"),
      NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("Write nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!muster_command_parse (context, &muster_notice_command, entries, &argc, &argv, &status))
    return status;
  if (argc < 2)
    return muster_command_fail_usage (context, "%s", _ (verbs_hint));
  work.store = store = muster_command_open_store (context, &status);
  if (store == NULL)
    return status;
  work.group = group = muster_command_find_group (context, store, options.group, &status);
  if (group == NULL)
    return status;

  work.db = muster_store_get_database (store, NULL);
  work.today = muster_clock_get_today (context->clock);
  return run_verb (&work, argc, argv);
}

const MusterCommand muster_notice_command = {
  "notice",
  N_ ("list|new FILE|show|send|receipts FILE|outstanding|close|cancel --group NAME"),
  N_ ("What people are told, and who answered"),
  run,
};
