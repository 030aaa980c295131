/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-violation-case.h"

G_BEGIN_DECLS

/**
 * MusterProposalVerdict:
 * @MUSTER_PROPOSAL_MADE: a step follows
 * @MUSTER_PROPOSAL_SETTLED: it was decided, dismissed or withdrawn
 * @MUSTER_PROPOSAL_EXPIRED: it happened too long ago
 * @MUSTER_PROPOSAL_NO_CLAUSE: the keeper named none
 * @MUSTER_PROPOSAL_NO_EDITION: no edition with the clause was in force
 * @MUSTER_PROPOSAL_NOT_JOINED: the member was not there yet
 * @MUSTER_PROPOSAL_NO_EVIDENCE: there is none
 * @MUSTER_PROPOSAL_NO_LADDER: nothing is to follow
 */
typedef enum
{
  MUSTER_PROPOSAL_MADE,
  MUSTER_PROPOSAL_SETTLED,
  MUSTER_PROPOSAL_EXPIRED,
  MUSTER_PROPOSAL_NO_CLAUSE,
  MUSTER_PROPOSAL_NO_EDITION,
  MUSTER_PROPOSAL_NOT_JOINED,
  MUSTER_PROPOSAL_NO_EVIDENCE,
  MUSTER_PROPOSAL_NO_LADDER,
} MusterProposalVerdict;

/**
 * MusterProposalReason:
 * @fact: a short stable word: clause, edition, evidence, before …
 * @text: owned: a sentence
 * @about: the violation that it speaks of; none where it is this one
 *
 * What a proposal rests on.
 */
typedef struct
{
  const char *fact;
  char *text;
  MusterId about;
} MusterProposalReason;

/**
 * MusterProposal:
 * @step: 0 where none is proposed
 * @before: the highest step that counts; 0 where none does
 * @sanction: of @step
 * @text: owned: a sentence
 * @reasons: (element-type MusterProposalReason): from which it can be traced
 *
 * What follows by the rules; the keeper decides.
 */
typedef struct
{
  MusterProposalVerdict verdict;
  guint step;
  guint before;
  MusterSanction sanction;
  char *text;
  GPtrArray *reasons;
} MusterProposal;

MusterProposal *muster_violation_propose (const MusterViolationCase *about,
                                          GPtrArray *cases) G_GNUC_WARN_UNUSED_RESULT;
void muster_proposal_free (MusterProposal *self);
const char *muster_proposal_verdict_get_key (MusterProposalVerdict verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterProposal, muster_proposal_free)

G_END_DECLS
