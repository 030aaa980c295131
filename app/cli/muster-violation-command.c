/* muster-violation-command.c - musterctl violation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-command"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-violation-verbs.h"

static const struct
{
  const char *name;
  int (*run) (MusterCommandContext *context, int argc, char **argv);
} verbs[] = {
  { "list", muster_violation_list_run },
  { "show", muster_violation_show_run },
  { "new", muster_violation_new_run },
  { "evidence", muster_violation_evidence_run },
  { "decide", muster_violation_decide_run },
  { "dismiss", muster_violation_rule_run },
  { "carried-out", muster_violation_rule_run },
  { "unmute", muster_violation_rule_run },
  { "appeal", muster_violation_rule_run },
  { "uphold", muster_violation_rule_run },
  { "grant", muster_violation_rule_run },
  { "withdraw", muster_violation_rule_run },
  { "ledger", muster_violation_ledger_run },
  { "fine", muster_violation_book_run },
  { "pay", muster_violation_book_run },
  { "waive", muster_violation_book_run },
  { "points", muster_violation_book_run },
  { "reward", muster_violation_book_run },
  { "advertisement", muster_violation_advertisement_run },
  { "record", muster_violation_record_run },
};

static int
run (MusterCommandContext *context, int argc, char **argv)
{
  int status;

  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (argv[1], verbs[i].name) == 0)
      return verbs[i].run (context, argc - 1, argv + 1);

  if (!muster_command_parse (context, &muster_violation_command, NULL, &argc, &argv, &status))
    return status;
  return muster_command_fail_usage (
      context, "%s",
      _ ("Say list, show ID, new, evidence ID, decide ID, dismiss ID, carried-out ID, unmute ID, "
         "appeal ID, uphold ID, grant ID, withdraw ID, ledger, fine AMOUNT, pay AMOUNT, waive "
         "AMOUNT, points N, reward N, record or advertisement."));
}

const MusterCommand muster_violation_command = {
  "violation",
  N_ ("VERB --group NAME"),
  N_ ("Violations of the rules: evidence, decisions, appeals, fines and points"),
  run,
};
