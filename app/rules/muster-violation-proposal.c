/* muster-violation-proposal.c - which step follows a violation, and why
 *
 * A pure function of rows that were read: nothing is decided here.  A step is
 * proposed only where clause, edition and evidence are at hand, and builds only
 * on violations that count.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-proposal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-date-text.h"
#include "muster-violation-proposal.h"

static const char *const verdicts[] = {
  [MUSTER_PROPOSAL_MADE] = "proposed",           [MUSTER_PROPOSAL_SETTLED] = "settled",
  [MUSTER_PROPOSAL_EXPIRED] = "expired",         [MUSTER_PROPOSAL_NO_CLAUSE] = "no-clause",
  [MUSTER_PROPOSAL_NO_EDITION] = "no-edition",   [MUSTER_PROPOSAL_NOT_JOINED] = "not-joined",
  [MUSTER_PROPOSAL_NO_EVIDENCE] = "no-evidence", [MUSTER_PROPOSAL_NO_LADDER] = "no-ladder",
};

const char *
muster_proposal_verdict_get_key (MusterProposalVerdict verdict)
{
  return verdicts[verdict];
}

static void
reason_free (gpointer data)
{
  MusterProposalReason *reason = data;

  g_free (reason->text);
  g_free (reason);
}

void
muster_proposal_free (MusterProposal *self)
{
  g_free (self->text);
  g_ptr_array_unref (self->reasons);
  g_free (self);
}

/* Takes @text. */
static void
take_reason (MusterProposal *self, const char *fact, char *text, const MusterId *about)
{
  MusterProposalReason *reason = g_new0 (MusterProposalReason, 1);

  reason->fact = fact;
  reason->text = text;
  if (about != NULL)
    reason->about = *about;
  g_ptr_array_add (self->reasons, reason);
}

/* Whether @self was in force when it happened and has the clause. */
static gboolean
has_edition (const MusterViolationCase *self)
{
  return self->edition != NULL && self->later == NULL &&
         muster_violation_is_under (self->violation, self->edition);
}

static MusterProposalVerdict
judge (const MusterViolationCase *self)
{
  MusterDay day = muster_violation_get_day (self->violation);

  if (self->status.state == MUSTER_VIOLATION_EXPIRED && self->status.decision == NULL)
    return MUSTER_PROPOSAL_EXPIRED;
  if (self->status.state != MUSTER_VIOLATION_OPEN)
    return MUSTER_PROPOSAL_SETTLED;
  if (self->clause == NULL)
    return MUSTER_PROPOSAL_NO_CLAUSE;
  if (!has_edition (self))
    return MUSTER_PROPOSAL_NO_EDITION;
  if (self->joined_on != MUSTER_DAY_NONE && day < self->joined_on)
    return MUSTER_PROPOSAL_NOT_JOINED;
  if (self->exhibits->len == 0)
    return MUSTER_PROPOSAL_NO_EVIDENCE;
  if (self->ladder == NULL || muster_ladder_get_n_steps (self->ladder) == 0)
    return MUSTER_PROPOSAL_NO_LADDER;
  return MUSTER_PROPOSAL_MADE;
}

static char *
dup_no_edition (const MusterViolationCase *self)
{
  const MusterEdition *edition = self->later != NULL ? self->later : self->edition;
  g_autofree char *date = NULL;

  if (edition == NULL)
    return g_strdup (_ ("Nothing is proposed: no edition of the rules was in force then."));

  date = muster_date_text_dup (edition->published_on);
  if (self->violation->all_day &&
      edition->published_on == muster_violation_get_day (self->violation))
    return g_strdup_printf (_ ("Nothing is proposed: the edition with the clause was published on "
                               "the same day, %s. Only a time of day can tell which was first."),
                            date);
  return g_strdup_printf (
      _ ("Nothing is proposed: the edition with the clause was published later, on %s."), date);
}

static char *
dup_refusal (const MusterViolationCase *self, MusterProposalVerdict verdict)
{
  g_autofree char *joined = NULL;

  switch (verdict)
    {
    case MUSTER_PROPOSAL_SETTLED:
      return g_strdup_printf (_ ("Nothing is proposed: the violation stands so: %s."),
                              muster_violation_state_get_title (self->status.state));
    case MUSTER_PROPOSAL_EXPIRED:
      return g_strdup (_ ("Nothing is proposed: the violation has expired."));
    case MUSTER_PROPOSAL_NO_CLAUSE:
      return g_strdup (_ ("Nothing is proposed: no clause is named."));
    case MUSTER_PROPOSAL_NO_EDITION:
      return dup_no_edition (self);
    case MUSTER_PROPOSAL_NOT_JOINED:
      joined = muster_date_text_dup (self->joined_on);
      return g_strdup_printf (_ ("Nothing is proposed: the member joined only on %s."), joined);
    case MUSTER_PROPOSAL_NO_EVIDENCE:
      return g_strdup (_ ("Nothing is proposed: there is no evidence."));
    case MUSTER_PROPOSAL_NO_LADDER:
      return g_strdup (_ ("Nothing is proposed: the rules don’t say what follows."));
    case MUSTER_PROPOSAL_MADE:
    default:
      g_assert_not_reached ();
    }
}

static void
explain_ground (MusterProposal *proposal, const MusterViolationCase *self)
{
  g_autofree char *clause = muster_violation_case_dup_clause (self);
  g_autofree char *published = muster_date_text_dup (self->edition->published_on);
  g_autofree char *when = muster_violation_dup_when (self->violation);
  guint n = self->exhibits->len;

  take_reason (proposal, "clause", g_strdup_printf ("%s: %s", clause, self->clause->text), NULL);
  take_reason (proposal, "edition",
               g_strdup_printf (_ ("Edition %s, published on %s, was in force when it happened: "
                                   "%s."),
                                self->label, published, when),
               NULL);
  if (self->joined_on != MUSTER_DAY_NONE)
    {
      g_autofree char *joined = muster_date_text_dup (self->joined_on);

      take_reason (proposal, "joined", g_strdup_printf (_ ("The member joined on %s."), joined),
                   NULL);
    }
  take_reason (proposal, "evidence",
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "There is %u piece of evidence.",
                                             "There are %u pieces of evidence.", n),
                                n),
               NULL);
}

/* Whether the steps of both are of one ladder. */
static gboolean
shares_ladder (const MusterViolationCase *self, const MusterViolationCase *other)
{
  return self->own_ladder == other->own_ladder &&
         (!self->own_ladder ||
          muster_id_equal (&self->violation->clause, &other->violation->clause));
}

static void
explain_earlier (MusterProposal *proposal, const MusterViolationCase *other, gboolean shared)
{
  g_autofree char *when = muster_violation_dup_when (other->violation);
  g_autofree char *until = muster_date_text_dup (other->status.expires_on - 1);

  if (!other->status.counts)
    take_reason (proposal, "left-out",
                 /* TRANSLATORS: a date, and how the violation stands, as Expired */
                 g_strdup_printf (_ ("The violation of %s does not count: %s."), when,
                                  muster_violation_state_get_title (other->status.state)),
                 &other->violation->id);
  else if (!shared)
    take_reason (proposal, "left-out",
                 g_strdup_printf (_ ("The violation of %s does not count here: it goes by another "
                                     "ladder."),
                                  when),
                 &other->violation->id);
  else
    take_reason (proposal, "before",
                 g_strdup_printf (_ ("The violation of %s led to step %u and counts until %s."),
                                  when, other->status.decision->step, until),
                 &other->violation->id);
}

static void
weigh_earlier (MusterProposal *proposal, const MusterViolationCase *self, GPtrArray *cases)
{
  for (guint i = 0; i < cases->len; i++)
    {
      const MusterViolationCase *other = cases->pdata[i];
      gboolean shared = shares_ladder (self, other);

      if (muster_id_equal (&other->violation->id, &self->violation->id) ||
          !muster_id_equal (&other->violation->membership, &self->violation->membership))
        continue;
      explain_earlier (proposal, other, shared);
      if (shared && other->status.counts)
        proposal->before = MAX (proposal->before, other->status.decision->step);
    }
}

static void
explain_step (MusterProposal *proposal, const MusterViolationCase *self)
{
  guint n_steps = muster_ladder_get_n_steps (self->ladder);
  g_autofree char *ladder = muster_ladder_dup_title (self->ladder);
  g_autofree char *title = NULL;

  proposal->step = MIN (proposal->before + 1, n_steps);
  proposal->sanction = *muster_ladder_get_step (self->ladder, proposal->step);
  title = muster_sanction_dup_title (&proposal->sanction);
  take_reason (proposal, "ladder",
               g_strdup_printf (self->own_ladder ? _ ("The ladder of the clause: %s.")
                                                 : _ ("The ladder of the group: %s."),
                                ladder),
               NULL);
  take_reason (
      proposal, "step",
      proposal->before >= n_steps
          ? g_strdup_printf (_ ("Step %u is the last of the ladder."), proposal->step)
      : proposal->before > 0
          ? g_strdup_printf (_ ("After step %u comes step %u."), proposal->before, proposal->step)
          : g_strdup (_ ("Nothing counts from before: it begins with step 1.")),
      NULL);
  /* TRANSLATORS: the number of a step, and what it says, as Named in the group */
  proposal->text = g_strdup_printf (_ ("Step %u follows: %s."), proposal->step, title);
}

/**
 * muster_violation_propose:
 * @about: the violation to be decided
 * @cases: (element-type MusterViolationCase): those of the group, with @about or without
 *
 * Returns: (transfer full): the step that follows, or why none does
 */
MusterProposal *
muster_violation_propose (const MusterViolationCase *about, GPtrArray *cases)
{
  MusterProposal *self = g_new0 (MusterProposal, 1);

  self->reasons = g_ptr_array_new_with_free_func (reason_free);
  self->verdict = judge (about);
  if (self->verdict != MUSTER_PROPOSAL_MADE)
    {
      self->text = dup_refusal (about, self->verdict);
      return self;
    }

  explain_ground (self, about);
  weigh_earlier (self, about, cases);
  explain_step (self, about);
  return self;
}
