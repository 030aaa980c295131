/* muster-edition-compare.c - two texts, clause by clause
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-edition-compare"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-clause-parse.h"
#include "muster-edition-compare.h"

static const struct
{
  const char *key;
  const char *title;
} kinds[] = {
  [MUSTER_CLAUSE_UNCHANGED] = { "unchanged", NC_ ("clause", "Unchanged") },
  [MUSTER_CLAUSE_CHANGED] = { "changed", NC_ ("clause", "Changed") },
  [MUSTER_CLAUSE_MOVED] = { "moved", NC_ ("clause", "Moved") },
  [MUSTER_CLAUSE_ADDED] = { "added", NC_ ("clause", "Added") },
  [MUSTER_CLAUSE_REMOVED] = { "removed", NC_ ("clause", "Removed") },
};

void
muster_clause_change_free (MusterClauseChange *self)
{
  g_free (self->number_before);
  g_free (self->number_after);
  g_free (self->text_before);
  g_free (self->text_after);
  g_free (self);
}

const char *
muster_clause_change_kind_get_key (MusterClauseChangeKind kind)
{
  return kinds[kind].key;
}

/**
 * muster_clause_change_kind_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_clause_change_kind_get_title (MusterClauseChangeKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "clause", kinds[kind].title);
}

/**
 * muster_clause_change_dup_title:
 *
 * Returns: what it is about: Clause 3, Clause 3 → 4, Title
 */
char *
muster_clause_change_dup_title (const MusterClauseChange *self)
{
  switch (self->part)
    {
    case MUSTER_EDITION_TITLE:
      return g_strdup (_ ("Title"));
    case MUSTER_EDITION_REST:
      return g_strdup (_ ("Text outside the clauses"));
    case MUSTER_EDITION_WELCOME:
      return g_strdup (_ ("Welcome form"));
    case MUSTER_EDITION_CLAUSE:
    default:
      if (self->number_before != NULL && self->number_after != NULL &&
          !g_str_equal (self->number_before, self->number_after))
        /* TRANSLATORS: the number that a clause had, and the one that it has now */
        return g_strdup_printf (_ ("Clause %s → %s"), self->number_before, self->number_after);
      return g_strdup_printf (_ ("Clause %s"), self->number_after != NULL ? self->number_after
                                                                          : self->number_before);
    }
}

static MusterClauseChangeKind
get_kind (const MusterClause *before, const MusterClause *after)
{
  if (before == NULL)
    return MUSTER_CLAUSE_ADDED;
  if (after == NULL)
    return MUSTER_CLAUSE_REMOVED;
  if (!g_str_equal (before->text, after->text))
    return MUSTER_CLAUSE_CHANGED;
  return g_str_equal (before->number, after->number) ? MUSTER_CLAUSE_UNCHANGED
                                                     : MUSTER_CLAUSE_MOVED;
}

static void
add_clause (GPtrArray *changes, const MusterClause *before, const MusterClause *after)
{
  MusterClauseChange *change = g_new0 (MusterClauseChange, 1);

  change->part = MUSTER_EDITION_CLAUSE;
  change->kind = get_kind (before, after);
  if (before != NULL)
    {
      change->clause = before->id;
      change->number_before = g_strdup (before->number);
      change->text_before = g_strdup (before->text);
    }
  if (after != NULL)
    {
      change->clause = after->id;
      change->number_after = g_strdup (after->number);
      change->text_after = g_strdup (after->text);
    }
  g_ptr_array_add (changes, change);
}

/* Any other part; only where it changed. */
static void
add_part (GPtrArray *changes, MusterEditionPart part, const char *before, const char *after)
{
  g_autofree char *old = g_strstrip (g_strdup (before != NULL ? before : ""));
  g_autofree char *new = g_strstrip (g_strdup (after != NULL ? after : ""));
  MusterClauseChange *change;

  if (g_str_equal (old, new))
    return;

  change = g_new0 (MusterClauseChange, 1);
  change->part = part;
  change->kind = *old == '\0'   ? MUSTER_CLAUSE_ADDED
                 : *new == '\0' ? MUSTER_CLAUSE_REMOVED
                                : MUSTER_CLAUSE_CHANGED;
  change->text_before = *old != '\0' ? g_steal_pointer (&old) : NULL;
  change->text_after = *new != '\0' ? g_steal_pointer (&new) : NULL;
  g_ptr_array_add (changes, change);
}

/* Without the clauses, in lines. */
static char *
dup_rest (const char *text)
{
  g_autoptr (GPtrArray) spans = muster_clause_parse (text);
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autofree char *trimmed = NULL;
  g_auto (GStrv) lines = NULL;
  gsize at = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const MusterClauseSpan *span = spans->pdata[i];

      g_string_append_len (rest, text + at, (gssize) (span->start - at));
      at = span->end;
    }
  g_string_append (rest, text + at);

  lines = g_strsplit (rest->str, "\n", -1);
  g_string_truncate (rest, 0);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (rest, "%s\n", lines[i]);
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

/* By id; values are places, from 1. */
static GHashTable *
index_clauses (GPtrArray *clauses)
{
  GHashTable *index = g_hash_table_new (muster_id_hash, muster_id_equal);

  for (guint i = 0; i < clauses->len; i++)
    {
      MusterClause *clause = clauses->pdata[i];

      if (!muster_id_is_none (&clause->id))
        g_hash_table_insert (index, &clause->id, GUINT_TO_POINTER (i + 1));
    }
  return index;
}

/* Those that follow @place and are gone. */
static void
add_removed (GPtrArray *changes, GPtrArray *before, guint place, GHashTable *after)
{
  for (guint i = place; i < before->len; i++)
    {
      const MusterClause *clause = before->pdata[i];

      if (g_hash_table_contains (after, &clause->id))
        break;
      add_clause (changes, clause, NULL);
    }
}

/**
 * muster_edition_compare:
 *
 * Returns: (transfer full) (element-type MusterClauseChange): every clause, what was removed where
 *   it stood; of the other parts those that changed
 */
GPtrArray *
muster_edition_compare (const MusterComparable *before, const MusterComparable *after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_clause_change_free);
  g_autoptr (GHashTable) old = index_clauses (before->clauses);
  g_autoptr (GHashTable) new = index_clauses (after->clauses);
  g_autofree char *rest_before = dup_rest (before->text);
  g_autofree char *rest_after = dup_rest (after->text);

  if (before->title != NULL && after->title != NULL)
    add_part (changes, MUSTER_EDITION_TITLE, before->title, after->title);
  add_part (changes, MUSTER_EDITION_REST, rest_before, rest_after);
  add_removed (changes, before->clauses, 0, new);
  for (guint i = 0; i < after->clauses->len; i++)
    {
      const MusterClause *clause = after->clauses->pdata[i];
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (old, &clause->id));

      add_clause (changes, place > 0 ? before->clauses->pdata[place - 1] : NULL, clause);
      if (place > 0)
        add_removed (changes, before->clauses, place, new);
    }
  add_part (changes, MUSTER_EDITION_WELCOME, before->welcome, after->welcome);
  return changes;
}

/**
 * muster_edition_count_changes:
 * @changes: (element-type MusterClauseChange):
 *
 * Returns: how many are not %MUSTER_CLAUSE_UNCHANGED
 */
guint
muster_edition_count_changes (GPtrArray *changes)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    n += ((const MusterClauseChange *) changes->pdata[i])->kind != MUSTER_CLAUSE_UNCHANGED;
  return n;
}
