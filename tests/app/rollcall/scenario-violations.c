/* scenario-violations.c - the violations of a small group for a test of the checks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-violations.h"

#include "muster-violation-edit.h"
#include "muster-violation-table.h"

#define PAY_WITHIN 7 /* days */

static MusterDay
parse_day (const char *text)
{
  MusterDay day;

  g_assert_true (muster_day_parse (text, &day));
  return day;
}

/* violation NAME DATE */
static void
add_violation (MusterChange *change, const MusterId *group, const MusterId *member, char **words)
{
  g_autoptr (MusterViolation) violation = muster_violation_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  violation->group = *group;
  violation->membership = *member;
  violation->reported_on = parse_day (words[2]);
  violation->happened_at = violation->reported_on * G_GINT64_CONSTANT (86400);
  violation->all_day = TRUE;
  g_assert_true (muster_violation_record (change, violation, none, NULL));
}

static MusterId
find_violation (MusterDatabase *db, const MusterId *group, const MusterId *member)
{
  g_autoptr (GPtrArray) all = muster_violation_table_list (db, group, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const MusterViolation *violation = all->pdata[i];

      if (muster_id_equal (&violation->membership, member))
        return violation->id;
    }
  g_error ("there is no violation to rule about");
}

/* ruling NAME KIND DATE [SANCTION]: about the newest violation of the member */
static void
add_ruling (MusterChange *change, const MusterId *group, const MusterId *member, char **words)
{
  MusterId id = find_violation (muster_change_get_database (change), group, member);
  g_autoptr (MusterRuling) ruling = muster_ruling_new (MUSTER_RULING_SANCTION);

  g_assert_true (muster_ruling_kind_find (words[2], &ruling->kind));
  ruling->ruled_on = parse_day (words[3]);
  if (ruling->kind == MUSTER_RULING_SANCTION)
    {
      const MusterDecision decision = {
        1, words[4], "so be it", ruling->ruled_on, ruling->ruled_on + PAY_WITHIN, NULL
      };

      g_assert_true (muster_violation_decide (change, &id, &decision, NULL, NULL));
    }
  else
    g_assert_true (muster_violation_rule (change, &id, ruling,
                                          ruling->ruled_on * G_GINT64_CONSTANT (86400), NULL));
}

/* booked NAME KIND DATE AMOUNT */
static void
add_entry (MusterChange *change, const MusterId *group, const MusterId *member, char **words)
{
  MusterLedgerEntry entry = { .group = *group,
                              .membership = *member,
                              .day = parse_day (words[3]),
                              .amount = atoi (words[4]),
                              .due_on = MUSTER_DAY_NONE };

  g_assert_true (muster_ledger_kind_find (words[2], &entry.kind));
  g_assert_true (muster_violation_book (change, &entry, NULL));
}

/**
 * scenario_violations_take_line:
 *
 * Returns: whether the line is about violations; then it has been written
 */
gboolean
scenario_violations_take_line (MusterChange *change, const MusterId *group, char **words,
                               ScenarioFindMember find_member, gpointer data)
{
  static const struct
  {
    const char *word;
    void (*add) (MusterChange *change, const MusterId *group, const MusterId *member, char **words);
  } lines[] = {
    { "violation", add_violation },
    { "ruling", add_ruling },
    { "booked", add_entry },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (g_str_equal (words[0], lines[i].word))
      {
        g_autofree char *text = find_member (data, words[1]);
        MusterId member;

        g_assert_true (muster_id_parse (text, &member));
        lines[i].add (change, group, &member, words);
        return TRUE;
      }

  return FALSE;
}
