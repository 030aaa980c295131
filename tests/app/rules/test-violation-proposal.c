/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "muster-violation-proposal.h"

#define DAY 20000 /* the day of the deed, at ten in the morning, two hours ahead of UTC */
#define TODAY (DAY + 5)
#define HOUR 3600
#define OFFSET (2 * HOUR)
#define AT(day, hour) ((day) *G_GINT64_CONSTANT (86400) + (hour) *HOUR)

static const MusterId member = { { 1 } }, somebody = { { 2 } }, clause_id = { { 3 } },
                      other_clause = { { 4 } }, edition_id = { { 5 } };

/* A deed that is ready to be decided, with nothing before it. */
static MusterViolationCase *
new_case (guint8 number)
{
  MusterViolationCase *self = muster_violation_case_new (muster_violation_new ());

  self->violation->id = (MusterId){ { 9, number } };
  self->violation->membership = member;
  self->violation->clause = clause_id;
  self->violation->happened_at = AT (DAY, 10);
  self->violation->utc_offset = OFFSET;
  self->violation->edition = edition_id;
  self->edition = muster_edition_new ();
  self->edition->id = edition_id;
  self->edition->number = 2;
  self->edition->published_at = AT (DAY - 10, 10) - OFFSET;
  self->edition->published_on = DAY - 10;
  self->label = g_strdup ("2");
  self->document = g_strdup ("Rules");
  self->clause = muster_clause_new ();
  self->clause->id = clause_id;
  self->clause->number = g_strdup ("3");
  self->clause->text = g_strdup ("No politics.");
  self->ladder = muster_ladder_parse ("1 private; 2 named + fine 50; 3 mute PT24H; 4 remove", NULL);
  self->expires = (MusterPeriod){ .days = 30 };
  self->exhibits = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_exhibit_free);
  g_ptr_array_add (self->exhibits, muster_exhibit_new (MUSTER_EXHIBIT_TEXT, "Seen.", NULL));
  self->rulings = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_ruling_free);
  return self;
}

static void
rule (MusterViolationCase *self, MusterRulingKind kind, guint step)
{
  MusterRuling *ruling = muster_ruling_new (kind);

  ruling->step = step;
  ruling->ruled_on = muster_violation_get_day (self->violation) + 1;
  ruling->sanction = g_strdup ("private");
  g_ptr_array_add (self->rulings, ruling);
}

static MusterProposal *
propose (MusterViolationCase *about, GPtrArray *cases)
{
  about->status =
      muster_violation_get_status (about->violation, about->rulings, about->expires, TODAY);
  for (guint i = 0; i < cases->len; i++)
    {
      MusterViolationCase *other = cases->pdata[i];

      other->status =
          muster_violation_get_status (other->violation, other->rulings, other->expires, TODAY);
    }
  return muster_violation_propose (about, cases);
}

static GPtrArray *
new_cases (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) muster_violation_case_free);
}

static gboolean
has_reason (const MusterProposal *proposal, const char *fact, const char *part)
{
  for (guint i = 0; i < proposal->reasons->len; i++)
    {
      const MusterProposalReason *reason = proposal->reasons->pdata[i];

      if (strcmp (reason->fact, fact) == 0 && strstr (reason->text, part) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Each number of the sentence is said by a reason. */
static void
test_trace (void)
{
  g_autoptr (MusterViolationCase) about = new_case (1);
  g_autoptr (GPtrArray) cases = new_cases ();
  MusterViolationCase *earlier = new_case (2);
  g_autoptr (MusterProposal) proposal = NULL;

  earlier->violation->happened_at = AT (DAY - 3, 8);
  rule (earlier, MUSTER_RULING_SANCTION, 1);
  g_ptr_array_add (cases, earlier);
  about->joined_on = DAY - 100;
  proposal = propose (about, cases);

  g_assert_cmpint (proposal->verdict, ==, MUSTER_PROPOSAL_MADE);
  g_assert_cmpint (proposal->step, ==, 2);
  g_assert_cmpstr (proposal->text, ==, "Step 2 follows: Named in the group + Fine of 50.");
  g_assert_true (has_reason (proposal, "clause", "Rules, clause 3: No politics."));
  g_assert_true (has_reason (proposal, "edition", "Edition 2, published on 24 September 2024"));
  g_assert_true (has_reason (proposal, "edition", "2024-10-04 10:00"));
  g_assert_true (has_reason (proposal, "joined", "26 June 2024"));
  g_assert_true (has_reason (proposal, "evidence", "1 piece"));
  g_assert_true (has_reason (proposal, "before",
                             "2024-10-01 08:00 led to step 1 and counts until 30 October 2024"));
  g_assert_true (
      has_reason (proposal, "ladder", "of the group: 1. Private warning; 2. Named in the"));
  g_assert_true (has_reason (proposal, "step", "After step 1 comes step 2."));
}

static void
test_no_clause (void)
{
  g_autoptr (MusterViolationCase) about = new_case (1);
  g_autoptr (GPtrArray) cases = new_cases ();
  g_autoptr (MusterProposal) proposal = NULL;

  g_clear_pointer (&about->clause, muster_clause_free);
  about->violation->clause = (MusterId){ { 0 } };
  proposal = propose (about, cases);
  g_assert_cmpint (proposal->verdict, ==, MUSTER_PROPOSAL_NO_CLAUSE);
  g_assert_cmpint (proposal->step, ==, 0);
}

static void
test_no_edition (void)
{
  g_autoptr (MusterViolationCase) about = new_case (1);
  g_autoptr (GPtrArray) cases = new_cases ();
  g_autoptr (MusterProposal) proposal = NULL;

  g_clear_pointer (&about->edition, muster_edition_free);
  proposal = propose (about, cases);
  g_assert_cmpint (proposal->verdict, ==, MUSTER_PROPOSAL_NO_EDITION);
  g_assert_cmpint (proposal->step, ==, 0);
}

static void
test_no_evidence (void)
{
  g_autoptr (MusterViolationCase) about = new_case (1);
  g_autoptr (GPtrArray) cases = new_cases ();
  g_autoptr (MusterProposal) proposal = NULL;

  g_ptr_array_set_size (about->exhibits, 0);
  proposal = propose (about, cases);
  g_assert_cmpint (proposal->verdict, ==, MUSTER_PROPOSAL_NO_EVIDENCE);
  g_assert_cmpint (proposal->step, ==, 0);
}

/* When the edition was published, and whether a deed at ten o’clock falls under it. */
static const struct
{
  const char *label;
  int day, hour;
  gboolean all_day; /* of the deed */
  gboolean proposed;
} published[] = {
  { "days before", DAY - 1, 23, FALSE, TRUE },
  { "the same day, earlier", DAY, 9, FALSE, TRUE },
  { "the same moment", DAY, 10, FALSE, TRUE },
  { "the same day, later", DAY, 11, FALSE, FALSE },
  { "the day after", DAY + 1, 0, FALSE, FALSE },
  { "the day before, time of the deed unknown", DAY - 1, 23, TRUE, TRUE },
  { "the same day, time of the deed unknown", DAY, 1, TRUE, FALSE },
  { "later, time of the deed unknown", DAY + 1, 0, TRUE, FALSE },
};

static void
test_published_after (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    {
      g_autoptr (MusterViolationCase) about = new_case (1);
      g_autoptr (GPtrArray) cases = new_cases ();
      g_autoptr (MusterProposal) proposal = NULL;

      g_test_message ("%s", published[i].label);
      about->edition->published_at = AT (published[i].day, published[i].hour) - OFFSET;
      about->edition->published_on = published[i].day;
      about->violation->all_day = published[i].all_day;
      proposal = propose (about, cases);
      g_assert_cmpint (proposal->verdict, ==,
                       published[i].proposed ? MUSTER_PROPOSAL_MADE : MUSTER_PROPOSAL_NO_EDITION);
    }
}

/* The clause came with a later edition than the one in force. */
static void
test_clause_came_later (void)
{
  g_autoptr (MusterViolationCase) about = new_case (1);
  g_autoptr (GPtrArray) cases = new_cases ();
  g_autoptr (MusterProposal) proposal = NULL;

  about->later = muster_edition_copy (about->edition);
  about->later->published_on = DAY + 1;
  proposal = propose (about, cases);
  g_assert_cmpint (proposal->verdict, ==, MUSTER_PROPOSAL_NO_EDITION);
  g_assert_nonnull (strstr (proposal->text, "5 October 2024"));
}

static void
test_before_joining (void)
{
  static const struct
  {
    MusterDay joined_on;
    gboolean proposed;
  } rows[] = { { DAY - 1, TRUE }, { DAY, TRUE }, { DAY + 1, FALSE }, { MUSTER_DAY_NONE, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MusterViolationCase) about = new_case (1);
      g_autoptr (GPtrArray) cases = new_cases ();
      g_autoptr (MusterProposal) proposal = NULL;

      about->joined_on = rows[i].joined_on;
      proposal = propose (about, cases);
      g_assert_cmpint (proposal->verdict, ==,
                       rows[i].proposed ? MUSTER_PROPOSAL_MADE : MUSTER_PROPOSAL_NOT_JOINED);
    }
}

/* An earlier deed of the member and what became of it: the step of the next one. */
static const struct
{
  const char *label;
  int days_ago;
  MusterRulingKind rulings[4]; /* up to MUSTER_N_RULING_KINDS */
  guint step;
  gboolean own_ladder, other_clause, somebody_else;
  guint expected;
} earlier[] = {
#define END MUSTER_N_RULING_KINDS
  { "decided", 3, { MUSTER_RULING_SANCTION, END }, 1, FALSE, FALSE, FALSE, 2 },
  { "decided on a higher step", 3, { MUSTER_RULING_SANCTION, END }, 3, FALSE, FALSE, FALSE, 4 },
  { "on the last step", 3, { MUSTER_RULING_SANCTION, END }, 4, FALSE, FALSE, FALSE, 4 },
  { "of another clause", 3, { MUSTER_RULING_SANCTION, END }, 1, FALSE, TRUE, FALSE, 2 },
  { "by a ladder of its own", 3, { MUSTER_RULING_SANCTION, END }, 1, TRUE, TRUE, FALSE, 1 },
  { "of somebody else", 3, { MUSTER_RULING_SANCTION, END }, 1, FALSE, FALSE, TRUE, 1 },
  { "not decided", 3, { END }, 0, FALSE, FALSE, FALSE, 1 },
  { "expired", 40, { MUSTER_RULING_SANCTION, END }, 2, FALSE, FALSE, FALSE, 1 },
  { "withdrawn",
    3,
    { MUSTER_RULING_SANCTION, MUSTER_RULING_WITHDRAWN, END },
    2,
    FALSE,
    FALSE,
    FALSE,
    1 },
  { "dismissed", 3, { MUSTER_RULING_DISMISSED, END }, 0, FALSE, FALSE, FALSE, 1 },
  { "appeal granted",
    3,
    { MUSTER_RULING_SANCTION, MUSTER_RULING_APPEAL, MUSTER_RULING_GRANTED, END },
    2,
    FALSE,
    FALSE,
    FALSE,
    1 },
  { "appeal refused",
    3,
    { MUSTER_RULING_SANCTION, MUSTER_RULING_APPEAL, MUSTER_RULING_UPHELD, END },
    2,
    FALSE,
    FALSE,
    FALSE,
    3 },
};

static void
test_earlier (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (earlier); i++)
    {
      g_autoptr (MusterViolationCase) about = new_case (1);
      g_autoptr (GPtrArray) cases = new_cases ();
      MusterViolationCase *other = new_case (2);
      g_autoptr (MusterProposal) proposal = NULL;

      g_test_message ("%s", earlier[i].label);
      other->violation->happened_at = AT (DAY - earlier[i].days_ago, 8);
      other->own_ladder = earlier[i].own_ladder;
      if (earlier[i].other_clause)
        other->violation->clause = other_clause;
      if (earlier[i].somebody_else)
        other->violation->membership = somebody;
      for (guint j = 0; earlier[i].rulings[j] != END; j++)
        rule (other, earlier[i].rulings[j], earlier[i].step);
      g_ptr_array_add (cases, other);
      proposal = propose (about, cases);
      g_assert_cmpint (proposal->step, ==, earlier[i].expected);
      g_assert_cmpint (has_reason (proposal, "left-out", "does not count"), ==,
                       earlier[i].expected == 1 && !earlier[i].somebody_else);
    }
}

/* What was settled or is too old gets no second proposal. */
static void
test_settled (void)
{
  static const struct
  {
    const char *label;
    MusterRulingKind ruling;
    int days_ago;
    MusterProposalVerdict verdict;
  } rows[] = {
    { "decided", MUSTER_RULING_SANCTION, 0, MUSTER_PROPOSAL_SETTLED },
    { "dismissed", MUSTER_RULING_DISMISSED, 0, MUSTER_PROPOSAL_SETTLED },
    { "withdrawn", MUSTER_RULING_WITHDRAWN, 0, MUSTER_PROPOSAL_SETTLED },
    { "expired", END, 40, MUSTER_PROPOSAL_EXPIRED },
    { "open", END, 0, MUSTER_PROPOSAL_MADE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MusterViolationCase) about = new_case (1);
      g_autoptr (GPtrArray) cases = new_cases ();
      g_autoptr (MusterProposal) proposal = NULL;

      g_test_message ("%s", rows[i].label);
      about->violation->happened_at = AT (DAY - rows[i].days_ago, 10);
      about->edition->published_on = DAY - 90;
      about->edition->published_at = AT (DAY - 90, 0);
      if (rows[i].ruling != END)
        rule (about, rows[i].ruling, 1);
      proposal = propose (about, cases);
      g_assert_cmpint (proposal->verdict, ==, rows[i].verdict);
    }
}

static void
test_no_ladder (void)
{
  g_autoptr (MusterViolationCase) about = new_case (1);
  g_autoptr (GPtrArray) cases = new_cases ();
  g_autoptr (MusterProposal) proposal = NULL;

  muster_ladder_free (about->ladder);
  about->ladder = muster_ladder_parse ("", NULL);
  proposal = propose (about, cases);
  g_assert_cmpint (proposal->verdict, ==, MUSTER_PROPOSAL_NO_LADDER);
}

/* A proposal is read, and nothing is written: no ruling comes of it. */
static void
test_nothing_by_itself (void)
{
  g_autoptr (MusterViolationCase) about = new_case (1);
  g_autoptr (GPtrArray) cases = new_cases ();
  g_autoptr (MusterProposal) proposal = propose (about, cases);

  g_assert_cmpint (proposal->verdict, ==, MUSTER_PROPOSAL_MADE);
  g_assert_cmpint (about->rulings->len, ==, 0);
  g_assert_cmpint (about->status.state, ==, MUSTER_VIOLATION_OPEN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/violation-proposal/trace", test_trace);
  g_test_add_func ("/violation-proposal/no-clause", test_no_clause);
  g_test_add_func ("/violation-proposal/no-edition", test_no_edition);
  g_test_add_func ("/violation-proposal/no-evidence", test_no_evidence);
  g_test_add_func ("/violation-proposal/published-after", test_published_after);
  g_test_add_func ("/violation-proposal/clause-came-later", test_clause_came_later);
  g_test_add_func ("/violation-proposal/before-joining", test_before_joining);
  g_test_add_func ("/violation-proposal/earlier", test_earlier);
  g_test_add_func ("/violation-proposal/settled", test_settled);
  g_test_add_func ("/violation-proposal/no-ladder", test_no_ladder);
  g_test_add_func ("/violation-proposal/nothing-by-itself", test_nothing_by_itself);
  return g_test_run ();
}
