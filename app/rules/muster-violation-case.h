/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-edition.h"
#include "muster-ladder.h"
#include "muster-violation-state.h"

G_BEGIN_DECLS

/**
 * MusterViolationCase:
 * @exhibits: (element-type MusterExhibit): the evidence
 * @rulings: (element-type MusterRuling): in order
 * @edition: in force when it happened, without its texts; %NULL where none was
 * @clause: as @edition has it, whatever later ones say; else as @later has it; %NULL where the
 *   keeper named none
 * @later: the edition with which the clause came after the deed; %NULL where @edition has it
 * @document: title of the edition, else of the document; %NULL where there is no clause
 * @label: what people call @edition: "2"; %NULL where there is none
 * @later_label: what people call @later
 * @ladder: what was to follow when it happened; %NULL where that can't be read
 * @own_ladder: the clause's, not the group's
 * @expires: after the deed
 * @joined_on: when the member joined; %MUSTER_DAY_NONE if not known
 * @status: on the day that was asked about
 *
 * A violation with all that a decision about it goes by.
 */
typedef struct
{
  MusterViolation *violation;
  GPtrArray *exhibits;
  GPtrArray *rulings;
  MusterEdition *edition;
  MusterClause *clause;
  MusterEdition *later;
  char *document;
  char *label;
  char *later_label;
  MusterLadder *ladder;
  gboolean own_ladder;
  MusterPeriod expires;
  MusterDay joined_on;
  MusterViolationStatus status;
} MusterViolationCase;

MusterViolationCase *
muster_violation_case_new (MusterViolation *violation) G_GNUC_WARN_UNUSED_RESULT;
void muster_violation_case_free (MusterViolationCase *self);
MusterViolationCase *
muster_violation_case_load (MusterDatabase *db, const MusterId *id, MusterDay on,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_violation_case_list (MusterDatabase *db, const MusterId *group, MusterDay on,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean muster_violation_is_under (const MusterViolation *violation, const MusterEdition *edition);
char *muster_violation_case_dup_clause (const MusterViolationCase *self) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *muster_violation_case_list_void (GPtrArray *cases) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterViolationCase, muster_violation_case_free)

G_END_DECLS
