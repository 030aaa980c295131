/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterClauseStyle:
 *
 * How the number of a clause is written.  Clauses of one style stand on one level.
 */
typedef enum
{
  MUSTER_CLAUSE_STYLE_POINT,        /* 3.  3． */
  MUSTER_CLAUSE_STYLE_COMMA,        /* 3、 */
  MUSTER_CLAUSE_STYLE_BRACKET,      /* 3)  3） */
  MUSTER_CLAUSE_STYLE_BRACKETS,     /* (3)  （3） */
  MUSTER_CLAUSE_STYLE_HAN,          /* 三、 */
  MUSTER_CLAUSE_STYLE_HAN_BRACKETS, /* （三） */
  MUSTER_CLAUSE_STYLE_ARTICLE,      /* 第三条  Article 3 */
  MUSTER_CLAUSE_STYLE_CIRCLE,       /* ③ */
  MUSTER_CLAUSE_STYLE_PATH,         /* 3.1 */
} MusterClauseStyle;

/**
 * MusterClauseNumber:
 * @own: the last part: 1 of 3.1
 * @letter: a of 2a; 0 if there is none
 * @path: (owned): what stands before the last part: 3 of 3.1; %NULL for all styles but one
 */
typedef struct
{
  MusterClauseStyle style;
  guint own;
  char letter;
  char *path;
} MusterClauseNumber;

gsize muster_clause_number_scan (const char *line, MusterClauseNumber *out_number);
char *muster_clause_number_dup_own (const MusterClauseNumber *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
