/* muster-violation-decide.c - musterctl violation decide, dismiss, appeal and what else follows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-decide"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-event-people.h"
#include "muster-policy.h"
#include "muster-typed.h"
#include "muster-violation-edit.h"
#include "muster-violation-verbs.h"

/* Of which verb which ruling comes. */
static const struct
{
  const char *verb;
  MusterRulingKind kind;
} rulings[] = {
  { "dismiss", MUSTER_RULING_DISMISSED },  { "carried-out", MUSTER_RULING_CARRIED_OUT },
  { "unmute", MUSTER_RULING_UNMUTED },     { "appeal", MUSTER_RULING_APPEAL },
  { "uphold", MUSTER_RULING_UPHELD },      { "grant", MUSTER_RULING_GRANTED },
  { "withdraw", MUSTER_RULING_WITHDRAWN },
};

typedef struct
{
  MusterId violation;
  const MusterDecision *decision; /* NULL for another ruling */
  MusterRuling *ruling;           /* NULL for a decision */
  gint64 at;
} Edit;

static gboolean
write_edit (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  return edit->decision != NULL
             ? muster_violation_decide (change, &edit->violation, edit->decision, NULL, error)
             : muster_violation_rule (change, &edit->violation, edit->ruling, edit->at, error);
}

static int
write_and_show (MusterCommandContext *context, MusterViolationTarget *target, Edit *edit,
                const char *what, const MusterId *member)
{
  /* TRANSLATORS: a title in the history: what was done, as Carried out; the name of a member */
  g_autofree char *title = g_strdup_printf (_ ("%s: violation of %s"), what,
                                            muster_violation_target_get_name (target, member));
  g_autoptr (GError) error = NULL;
  int status = MUSTER_EXIT_DONE;

  if (!muster_store_write (target->store, title, write_edit, edit, NULL, &error))
    return muster_command_fail (context, error);
  return muster_violation_target_read (context, target, &status)
             ? muster_violation_show_print (context, target, &edit->violation)
             : status;
}

/* Until when a fine is to be paid: as --pay-by says, else as long as a reminder has. */
static gboolean
find_pay_by (MusterCommandContext *context, MusterViolationTarget *target, const char *text,
             MusterDay *out_day, int *out_status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPolicy) policy = NULL;

  if (text != NULL)
    return muster_command_parse_day (context, text, out_day, out_status);
  policy =
      muster_policy_load (target->db, muster_group_get_id (target->group), target->today, &error);
  if (policy == NULL)
    {
      *out_status = muster_command_fail (context, error);
      return FALSE;
    }
  *out_day =
      muster_day_add_period (target->today, muster_policy_get_period (policy, "reply-within"));
  return TRUE;
}

/**
 * muster_violation_decide_run:
 * @argv: @argv[0] is the verb
 */
int
muster_violation_decide_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = {
    "violation decide", N_ ("ID --group NAME"),
    N_ ("Decide what follows: the step that is proposed, or another"), NULL
  };
  g_auto (MusterViolationTarget) target = { 0 };
  g_autofree char *sanction = NULL, *reason = NULL, *pay_by = NULL;
  int step = 0, status;
  const MusterViolationCase *about;
  MusterDecision decision;
  Edit edit = { 0 };
  const GOptionEntry entries[] = {
    { "step", 0, 0, G_OPTION_ARG_INT, &step, N_ ("This step of the ladder"), N_ ("N") },
    { "sanction", 0, 0, G_OPTION_ARG_STRING, &sanction,
      N_ ("This instead of what the step says, as “named + fine 50”"), N_ ("TEXT") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why"), N_ ("TEXT") },
    { "pay-by", 0, 0, G_OPTION_ARG_STRING, &pay_by, N_ ("By when a fine is to be paid"),
      N_ ("DATE") },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_violation_target_parse (context, &command, entries, &argc, &argv, &target, &status))
    return status;
  about = muster_violation_target_find (context, &target, argc == 2 ? argv[1] : NULL, &status);
  if (about == NULL)
    return status;
  if (step < 0)
    return muster_command_fail_usage (context, "%s", _ ("Steps count from 1."));
  decision = (MusterDecision){ .step = (guint) step,
                               .sanction = sanction,
                               .reason = reason,
                               .on = target.today,
                               .author = muster_store_get_author (target.store) };
  if (!muster_violation_target_check_day (context, &target, &status) ||
      !find_pay_by (context, &target, pay_by, &decision.pay_by, &status))
    return status;

  edit.violation = about->violation->id;
  edit.decision = &decision;
  return write_and_show (context, &target, &edit,
                         muster_ruling_kind_get_title (MUSTER_RULING_SANCTION),
                         &about->violation->membership);
}

/* Wall clock: as --at says, else now, on the day of --on. */
static gboolean
find_moment (MusterCommandContext *context, MusterViolationTarget *target, const char *text,
             gint64 *out_at, int *out_status)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 utc = muster_clock_get_now (context->clock) / G_USEC_PER_SEC;
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc);

  if (text == NULL)
    {
      gint64 wall = utc + g_time_zone_get_offset (zone, interval);

      *out_at = wall + ((gint64) target->today - muster_day_from_seconds (wall)) * 86400;
      return TRUE;
    }
  if (muster_typed_moment (text, out_at))
    return TRUE;
  *out_status = muster_event_time_fail (context, text);
  return FALSE;
}

/**
 * muster_violation_rule_run:
 * @argv: @argv[0] is the verb
 */
int
muster_violation_rule_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = {
    "violation dismiss|carried-out|unmute|appeal|uphold|grant|withdraw", N_ ("ID --group NAME"),
    N_ ("Write down what became of a violation"), NULL
  };
  g_auto (MusterViolationTarget) target = { 0 };
  g_autoptr (MusterRuling) ruling = muster_ruling_new (MUSTER_RULING_DISMISSED);
  g_autofree char *reason = NULL, *at = NULL;
  const MusterViolationCase *about;
  Edit edit = { .ruling = ruling };
  int status;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why"), N_ ("TEXT") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &at,
      N_ ("carried-out: when; being muted is counted from it"), N_ ("TIME") },
    G_OPTION_ENTRY_NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (rulings); i++)
    if (strcmp (argv[0], rulings[i].verb) == 0)
      ruling->kind = rulings[i].kind;
  if (!muster_violation_target_parse (context, &command, entries, &argc, &argv, &target, &status))
    return status;
  about = muster_violation_target_find (context, &target, argc == 2 ? argv[1] : NULL, &status);
  if (about == NULL || !muster_violation_target_check_day (context, &target, &status) ||
      !find_moment (context, &target, at, &edit.at, &status))
    return status;

  ruling->ruled_on = target.today;
  ruling->reason = g_strdup (reason);
  ruling->author = g_strdup (muster_store_get_author (target.store));
  edit.violation = about->violation->id;
  return write_and_show (context, &target, &edit, muster_ruling_kind_get_title (ruling->kind),
                         &about->violation->membership);
}
