/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-edition.h"

G_BEGIN_DECLS

/**
 * MusterClauseChangeKind:
 * @MUSTER_CLAUSE_MOVED: the words are the same, the number is another
 */
typedef enum
{
  MUSTER_CLAUSE_UNCHANGED,
  MUSTER_CLAUSE_CHANGED,
  MUSTER_CLAUSE_MOVED,
  MUSTER_CLAUSE_ADDED,
  MUSTER_CLAUSE_REMOVED,
} MusterClauseChangeKind;

/**
 * MusterEditionPart:
 * @MUSTER_EDITION_REST: what stands before, between and behind the clauses
 */
typedef enum
{
  MUSTER_EDITION_TITLE,
  MUSTER_EDITION_REST,
  MUSTER_EDITION_CLAUSE,
  MUSTER_EDITION_WELCOME,
} MusterEditionPart;

/**
 * MusterClauseChange:
 * @clause: none for other parts
 * @number_before: (owned) (nullable): also %NULL for other parts
 * @text_before: (owned) (nullable): %NULL of what was added
 * @text_after: (owned) (nullable): %NULL of what was removed
 */
typedef struct
{
  MusterEditionPart part;
  MusterClauseChangeKind kind;
  MusterId clause;
  char *number_before;
  char *number_after;
  char *text_before;
  char *text_after;
} MusterClauseChange;

/**
 * MusterComparable:
 * @title: (nullable): %NULL is not compared
 * @welcome: (nullable): as empty
 * @clauses: (element-type MusterClause): of @text
 *
 * A side of a comparison: an edition, or a draft.
 */
typedef struct
{
  const char *title;
  const char *text;
  const char *welcome;
  GPtrArray *clauses;
} MusterComparable;

void muster_clause_change_free (MusterClauseChange *self);
const char *muster_clause_change_kind_get_key (MusterClauseChangeKind kind);
const char *muster_clause_change_kind_get_title (MusterClauseChangeKind kind);
char *muster_clause_change_dup_title (const MusterClauseChange *self) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *muster_edition_compare (const MusterComparable *before,
                                   const MusterComparable *after) G_GNUC_WARN_UNUSED_RESULT;
guint muster_edition_count_changes (GPtrArray *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterClauseChange, muster_clause_change_free)

G_END_DECLS
