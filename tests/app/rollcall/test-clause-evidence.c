/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario.h"

#define DAY "2026-11-21"
#define WRONG "policy naming {name}\nmember 张三 account=a\nlist 2026-11-20 小可爱123#a\n"

/* What the first finding of the check says about clauses: NUMBER (SOURCE). */
static const struct
{
  const char *label;
  const char *scenario;
  const char *check;
  const char *day;
  const char *clauses;
} rows[] = {
  { "nothing bound", WRONG "edition 2026-10-01 Rules 1.~Names.\n", "nickname", DAY, "" },
  { "bound", WRONG "edition 2026-10-01 Rules 1.~Kind.|2.~Names. 2:nickname:naming\n", "nickname",
    DAY, "2 (Rules, edition 1)" },
  { "the edition of that day",
    WRONG "edition 2026-10-01 Rules 1.~Kind.|2.~Names. 2:nickname:naming\n"
          "edition 2026-11-20 Rules 1.~Names. 1:nickname:naming\n",
    "nickname", DAY, "1 (Rules, edition 2)" },
  { "the day before it",
    WRONG "edition 2026-10-01 Rules 1.~Kind.|2.~Names. 2:nickname:naming\n"
          "edition 2026-11-20 Rules 1.~Names. 1:nickname:naming\n",
    "nickname", "2026-11-19", "2 (Rules, edition 1)" },
  { "before any edition", WRONG "edition 2026-11-20 Rules 1.~Names. 1:nickname:naming\n",
    "nickname", "2026-11-19", "" },
  { "another check of the same rule", WRONG "edition 2026-10-01 Rules 1.~Names. 1:mismatch:\n",
    "nickname", DAY, "1 (Rules, edition 1)" },
  { "its own clause comes first",
    WRONG "edition 2026-10-01 Rules 1.~Right~person.|2.~Names. 1:mismatch: 2:nickname:naming\n",
    "nickname", DAY, "2 (Rules, edition 1)" },
  { "two documents",
    WRONG "edition 2026-10-01 Rules 1.~Names. 1:nickname:naming\n"
          "edition 2026-10-02 Staff 3.~Names. 3:nickname:naming\n",
    "nickname", DAY, "1 (Rules, edition 1) 3 (Staff, edition 1)" },
  { "an archived document",
    WRONG "edition 2026-10-01 Rules 1.~Names. 1:nickname:naming\narchived Rules\n", "nickname", DAY,
    "" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const checks[] = { rows[i].check, NULL };
      g_autoptr (Scenario) scenario = scenario_new (rows[i].scenario);
      MusterRollcallResult *result = scenario_run (scenario, rows[i].day, checks);
      g_autoptr (GString) found = g_string_new (NULL);
      GPtrArray *evidence;

      g_test_message ("%s", rows[i].label);
      g_assert_cmpuint (result->findings->len, ==, 1);
      evidence = muster_finding_get_evidence (result->findings->pdata[0]);
      for (guint j = 0; j < evidence->len; j++)
        {
          const MusterEvidence *fact = evidence->pdata[j];

          if (g_str_equal (fact->fact, "clause"))
            g_string_append_printf (found, "%s%s (%s)", found->len > 0 ? " " : "", fact->value,
                                    fact->source);
        }
      g_assert_cmpstr (found->str, ==, rows[i].clauses);
      muster_rollcall_result_free (result);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clause-evidence/rows", test_rows);
  return g_test_run ();
}
