/* muster-event-outstanding.c - musterctl event outstanding and summary
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-outstanding"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-draft.h"
#include "muster-event-edit.h"
#include "muster-event-prepare.h"
#include "muster-event-summary.h"
#include "muster-event-target.h"
#include "muster-json.h"
#include "muster-money.h"
#include "muster-sign-up-outstanding.h"

static MusterDraft *
new_draft (MusterCommandContext *context, MusterEventTarget *target)
{
  g_autoptr (MusterPolicy) policy = muster_policy_new ();

  return muster_draft_new (target->group, policy, muster_clock_get_today (context->clock));
}

static GStrv
list_nicknames (MusterEventTarget *target, GPtrArray *members)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < members->len; i++)
    {
      const char *nickname = muster_roster_get_shown_nickname (target->roster, members->pdata[i]);

      g_strv_builder_add (builder, nickname != NULL && *nickname != '\0'
                                       ? nickname
                                       : muster_roster_member_get_name (members->pdata[i]));
    }
  return g_strv_builder_end (builder);
}

static void
print_outstanding_json (MusterEventTarget *target, GPtrArray *members, const char *text)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "event", target->when.title);
  json_builder_set_member_name (builder, "outstanding");
  json_builder_begin_array (builder);
  for (guint i = 0; i < members->len; i++)
    {
      const MusterRosterMember *member = members->pdata[i];
      char id[MUSTER_ID_TEXT_SIZE];

      muster_id_format (&member->id, id);
      json_builder_begin_object (builder);
      muster_json_add_text (builder, "id", id);
      muster_json_add_text (builder, "name", muster_roster_member_get_name (member));
      muster_json_add_text (builder, "nickname",
                            muster_roster_get_shown_nickname (target->roster, member));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  muster_json_add_text (builder, "text", text);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
}

/**
 * muster_event_outstanding_run:
 * @argv: @argv[0] is the verb
 *
 * Says who has not answered, with a message to paste into the group.
 */
int
muster_event_outstanding_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "event outstanding", N_ ("--group NAME --event ID|TITLE"),
                                         N_ ("Who has not said whether they come"), NULL };
  g_auto (MusterEventTarget) target = { 0 };
  g_autoptr (GPtrArray) sign_ups = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (MusterEvent) event = NULL;
  g_autoptr (MusterDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) nicknames = NULL;
  g_autofree char *text = NULL;
  int status;

  if (!muster_event_target_parse (context, &command, NULL, &argc, &argv, &target, &status))
    return status;
  sign_ups =
      muster_sign_up_table_list (target.db, &target.when.event, target.when.original_at, &error);
  if (sign_ups != NULL)
    event = muster_event_edit_load (target.db, &target.when.event, target.when.original_at, &error);
  if (event == NULL)
    return muster_command_fail (context, error);

  members = muster_sign_up_list_outstanding (target.roster, sign_ups);
  nicknames = list_nicknames (&target, members);
  draft = new_draft (context, &target);
  text = muster_draft_for_event (draft, "sign-up", event, (const char *const *) nicknames, 0);
  if (context->json)
    print_outstanding_json (&target, members, text);
  else if (members->len > 0)
    g_print ("%s\n", text);
  else
    g_print ("%s\n", _ ("Everybody has answered."));
  return MUSTER_EXIT_DONE;
}

static void
print_summary (MusterCommandContext *context, MusterEventTarget *target,
               const MusterEventSummary *summary, const char *thanks)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *outstanding = muster_money_dup_text (summary->balances->outstanding);
  g_autofree char *cash = muster_money_dup_text (summary->balances->cash);

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "event", target->when.title);
  muster_json_add_int (builder, "coming", summary->coming);
  muster_json_add_int (builder, "guests", summary->guests);
  muster_json_add_int (builder, "waiting", summary->waiting);
  muster_json_add_int (builder, "maybe", summary->maybe);
  muster_json_add_int (builder, "no", summary->no);
  muster_json_add_int (builder, "withdrawn", summary->withdrawn);
  muster_json_add_int (builder, "present", summary->present);
  muster_json_add_int (builder, "excused", summary->excused);
  muster_json_add_int (builder, "absent", summary->absent);
  if (summary->percent >= 0)
    muster_json_add_int (builder, "percent", summary->percent);
  muster_json_add_int (builder, "tasks_open", summary->tasks_open);
  muster_json_add_int (builder, "tasks_done", summary->tasks_done);
  muster_json_add_text (builder, "outstanding", outstanding);
  muster_json_add_text (builder, "cash", cash);
  muster_json_add_text (builder, "thanks", thanks);
  json_builder_end_object (builder);
  if (context->json)
    {
      muster_command_print_json (builder);
      return;
    }

  /* TRANSLATORS: numbers of people */
  g_print (_ ("Signed up: %u, of them %u guests; %u wait, %u perhaps, %u do not come\n"),
           summary->coming, summary->guests, summary->waiting, summary->maybe, summary->no);
  /* TRANSLATORS: numbers of people */
  g_print (_ ("Recorded: %u present, %u excused, %u absent\n"), summary->present, summary->excused,
           summary->absent);
  /* TRANSLATORS: numbers of tasks */
  g_print (_ ("Tasks: %u done, %u to do\n"), summary->tasks_done, summary->tasks_open);
  /* TRANSLATORS: two amounts of money */
  g_print (_ ("Money: %s outstanding, %s in hand\n"), outstanding, cash);
  g_print ("%s\n", thanks);
}

/**
 * muster_event_summary_run:
 * @argv: @argv[0] is the verb
 *
 * Says how an event went, with a message of thanks.
 */
int
muster_event_summary_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "event summary", N_ ("--group NAME --event ID|TITLE"),
                                         N_ ("How an event went, in numbers"), NULL };
  g_auto (MusterEventTarget) target = { 0 };
  g_autoptr (MusterEventSummary) summary = NULL;
  g_autoptr (MusterEvent) event = NULL;
  g_autoptr (MusterDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *thanks = NULL;
  int status;

  if (!muster_event_target_parse (context, &command, NULL, &argc, &argv, &target, &status))
    return status;
  summary =
      muster_event_summary_read (target.db, &target.when.event, target.when.original_at, &error);
  if (summary != NULL)
    event = muster_event_edit_load (target.db, &target.when.event, target.when.original_at, &error);
  if (event == NULL)
    return muster_command_fail (context, error);

  draft = new_draft (context, &target);
  thanks = muster_draft_for_event (draft, "thanks", event, NULL, summary->present);
  print_summary (context, &target, summary, thanks);
  return MUSTER_EXIT_DONE;
}
