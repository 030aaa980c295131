/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MUSTER_CLAUSE_MAX 1000 /* of a text; what comes behind belongs to the last */

/**
 * MusterClauseSpan:
 * @number: as people say it, with those above it: 3, 3.1, 2a
 * @text: Markdown without the number and without the blanks around
 * @start: where the line begins
 * @body: where the text behind the number begins
 * @end: behind the text
 * @line: from 1
 * @depth: 0 for a clause of no other
 *
 * Where a clause stands in a rule text; places are bytes.
 */
typedef struct
{
  char *number;
  char *text;
  gsize start;
  gsize body;
  gsize end;
  guint line;
  guint depth;
} MusterClauseSpan;

void muster_clause_span_free (MusterClauseSpan *self);

GPtrArray *muster_clause_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterClauseSpan, muster_clause_span_free)

G_END_DECLS
