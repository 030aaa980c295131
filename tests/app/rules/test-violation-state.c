/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "muster-violation-state.h"

#define DEED 20000
#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)

/* Rulings as KIND@DAY, days from the deed; a mute ends on the day behind "until". */
static const struct
{
  const char *label;
  const char *rulings;
  int on;
  const char *state;
  gboolean counts;
  gboolean open;
} rows[] = {
  { "nothing decided", "", 1, "open", FALSE, TRUE },
  { "decided", "sanction@1", 1, "decided", TRUE, TRUE },
  { "not yet decided on that day", "sanction@2", 1, "open", FALSE, TRUE },
  { "carried out", "sanction@1 carried-out@2", 3, "carried-out", TRUE, FALSE },
  { "not yet carried out", "sanction@1 carried-out@2", 1, "decided", TRUE, TRUE },
  { "muted", "sanction@1 carried-out@2until3", 2, "muted", TRUE, TRUE },
  { "muted until somebody ends it", "sanction@1 carried-out@2until3", 9, "muted", TRUE, TRUE },
  { "may write again", "sanction@1 carried-out@2until3 unmuted@3", 3, "carried-out", TRUE, FALSE },
  { "appealed", "sanction@1 appeal@2", 2, "appealed", TRUE, TRUE },
  { "appeal after it was carried out", "sanction@1 carried-out@1 appeal@2", 2, "appealed", TRUE,
    TRUE },
  { "upheld, still to be carried out", "sanction@1 appeal@2 upheld@3", 3, "decided", TRUE, TRUE },
  { "upheld", "sanction@1 carried-out@1 appeal@2 upheld@3", 3, "upheld", TRUE, FALSE },
  { "upheld, then carried out", "sanction@1 appeal@2 upheld@3 carried-out@4", 4, "upheld", TRUE,
    FALSE },
  { "appealed twice", "sanction@1 appeal@2 upheld@3 appeal@4", 4, "appealed", TRUE, TRUE },
  { "granted", "sanction@1 appeal@2 granted@3", 3, "granted", FALSE, FALSE },
  { "granted, but not yet", "sanction@1 appeal@2 granted@3", 2, "appealed", TRUE, TRUE },
  { "withdrawn before a decision", "withdrawn@1", 1, "withdrawn", FALSE, FALSE },
  { "withdrawn after a decision", "sanction@1 withdrawn@2", 2, "withdrawn", FALSE, FALSE },
  { "dismissed", "dismissed@1", 1, "dismissed", FALSE, FALSE },
  { "dismissed, then decided elsewhere", "dismissed@1 sanction@1", 1, "dismissed", FALSE, FALSE },
  { "decided, then dismissed elsewhere", "sanction@1 dismissed@1", 1, "decided", TRUE, TRUE },
  { "withdrawn, then appealed elsewhere", "sanction@1 withdrawn@2 appeal@2", 2, "withdrawn", FALSE,
    FALSE },
  { "the last day", "sanction@1 carried-out@1", 29, "carried-out", TRUE, FALSE },
  { "expired", "sanction@1 carried-out@1", 30, "expired", FALSE, FALSE },
  { "expired undecided", "", 30, "expired", FALSE, FALSE },
  { "expired with an appeal", "sanction@1 appeal@2", 30, "appealed", FALSE, TRUE },
  { "expired, still muted", "sanction@1 carried-out@2until3", 30, "muted", FALSE, TRUE },
  { "withdrawn, then too old", "withdrawn@1", 30, "withdrawn", FALSE, FALSE },
  { "carried out without a decision", "carried-out@1", 1, "open", FALSE, TRUE },
  { "appealed without a decision", "appeal@1", 1, "open", FALSE, TRUE },
};

static GPtrArray *
read_rulings (const char *text)
{
  GPtrArray *rulings = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_ruling_free);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) halves = g_strsplit (words[i], "@", 2);
      const char *until = strstr (halves[1], "until");
      MusterRulingKind kind;
      MusterRuling *ruling;

      g_assert_true (muster_ruling_kind_find (halves[0], &kind));
      ruling = muster_ruling_new (kind);
      ruling->ruled_on = DEED + atoi (halves[1]);
      if (until != NULL)
        ruling->until_at = (DEED + atoi (until + strlen ("until"))) * SECONDS_PER_DAY;
      g_ptr_array_add (rulings, ruling);
    }
  return rulings;
}

static void
test_states (void)
{
  const MusterPeriod expires = { .days = 30 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterViolation violation = { .happened_at = DEED * SECONDS_PER_DAY + 3600 };
      g_autoptr (GPtrArray) rulings = read_rulings (rows[i].rulings);
      MusterViolationStatus status =
          muster_violation_get_status (&violation, rulings, expires, DEED + rows[i].on);

      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (muster_violation_state_get_key (status.state), ==, rows[i].state);
      g_assert_cmpint (status.counts, ==, rows[i].counts);
      g_assert_cmpint (muster_violation_status_is_open (&status), ==, rows[i].open);
      g_assert_cmpint (status.expires_on, ==, DEED + 30);
    }
}

/* What may come next, as KIND; all others are refused. */
static const struct
{
  const char *label;
  const char *rulings;
  int on;
  const char *allowed;
} nexts[] = {
  { "open", "", 1, "sanction dismissed withdrawn" },
  { "decided", "sanction@1", 1, "carried-out appeal withdrawn" },
  { "carried out", "sanction@1 carried-out@1", 1, "appeal withdrawn" },
  { "muted", "sanction@1 carried-out@1until2", 1, "unmuted appeal withdrawn" },
  { "appealed", "sanction@1 appeal@1", 1, "upheld granted withdrawn" },
  { "muted and appealed", "sanction@1 carried-out@1until2 appeal@1", 1,
    "unmuted upheld granted withdrawn" },
  { "granted while muted", "sanction@1 carried-out@1until2 appeal@1 granted@1", 1, "unmuted" },
  { "granted, may write", "sanction@1 carried-out@1until2 appeal@1 granted@1 unmuted@2", 2, "" },
  { "withdrawn", "withdrawn@1", 1, "" },
  { "dismissed", "dismissed@1", 1, "" },
  { "expired undecided", "", 30, "dismissed withdrawn" },
  { "expired", "sanction@1 carried-out@1", 30, "withdrawn" },
};

static void
test_nexts (void)
{
  const MusterPeriod expires = { .days = 30 };

  for (guint i = 0; i < G_N_ELEMENTS (nexts); i++)
    {
      MusterViolation violation = { .happened_at = DEED * SECONDS_PER_DAY };
      g_autoptr (GPtrArray) rulings = read_rulings (nexts[i].rulings);
      MusterViolationStatus status =
          muster_violation_get_status (&violation, rulings, expires, DEED + nexts[i].on);
      g_auto (GStrv) allowed = g_strsplit (nexts[i].allowed, " ", -1);

      for (guint kind = 0; kind < MUSTER_N_RULING_KINDS; kind++)
        {
          const char *key = muster_ruling_kind_get_key ((MusterRulingKind) kind);
          g_autoptr (GError) error = NULL;

          g_test_message ("%s: %s", nexts[i].label, key);
          g_assert_cmpint (
              muster_violation_status_allows (&status, (MusterRulingKind) kind, &error), ==,
              g_strv_contains ((const char *const *) allowed, key));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/violation-state/states", test_states);
  g_test_add_func ("/violation-state/nexts", test_nexts);
  return g_test_run ();
}
