/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-edition.h"
#include "muster-violation.h"

G_BEGIN_DECLS

/**
 * MusterClauseChoice:
 * @title: of the document, as @edition has it
 * @edition: in force when it happened; where none was, the first that came after
 *
 * A clause that somebody may have broken.
 */
typedef struct
{
  MusterId document;
  MusterId edition;
  char *title;
  MusterClause *clause;
} MusterClauseChoice;

void muster_clause_choice_free (MusterClauseChoice *self);

GPtrArray *muster_violation_list_clauses (MusterDatabase *db, const MusterViolation *violation,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_violation_find_clause (MusterDatabase *db, MusterViolation *violation,
                                       const char *number, const char *document, GError **error);
gboolean muster_violation_find_bound (MusterDatabase *db, MusterViolation *violation,
                                      const char *check, GError **error);

G_END_DECLS
