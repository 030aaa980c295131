/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-clause-match.h"
#include "muster-clause-parse.h"

#include <string.h>

/* Which clause of @before each of @after is: its place from 1; 0 for a new one. */
static const struct
{
  const char *label;
  const char *before;
  const char *after;
  const char *matches;
} rows[] = {
  { "unchanged", "1. Real names.\n2. No politics.", "1. Real names.\n2. No politics.", "1 2" },
  { "from nothing", "", "1. Real names.", "0" },
  { "moved down", "1. Real names.\n2. No politics.",
    "1. Greet the others.\n2. Real names.\n3. No politics.", "0 1 2" },
  { "swapped", "1. Real names.\n2. No politics.", "1. No politics.\n2. Real names.", "2 1" },
  { "reworded", "1. Use your real name.\n2. No politics.",
    "1. Use your real name always.\n2. No politics.", "1 2" },
  { "reworded in Chinese", "1. 群名片须用真名。\n2. 勿谈政治。",
    "1. 群名片必须使用真名。\n2. 勿谈政治。", "1 2" },
  { "another value", "3. 三个月不发言者退群。", "3. 六个月不发言者退群。", "1" },
  { "reworded and moved", "1. Speak once in three months.\n2. No politics in this group.",
    "1. Be kind.\n2. No politics in this group, please.\n3. Speak once in six months.", "0 2 1" },
  { "the number of another clause", "1. Real names.", "1. Gambling is forbidden.", "0" },
  { "the same words twice", "1. Be kind.\n2. Be kind.", "1. Be kind.\n2. Be kind.", "1 2" },
  { "one of two that are the same", "1. Be kind.\n2. Be kind.", "2. Be kind.", "2" },
};

static MusterId
id_of (guint n)
{
  MusterId id = { { 0 } };

  id.bytes[0] = (guint8) n;
  return id;
}

static GPtrArray *
list_clauses (const char *text)
{
  g_autoptr (GPtrArray) spans = muster_clause_parse (text);
  GPtrArray *clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_clause_free);

  for (guint i = 0; i < spans->len; i++)
    {
      const MusterClauseSpan *span = spans->pdata[i];
      MusterClause *clause = muster_clause_new ();

      clause->id = id_of (i + 1);
      clause->number = g_strdup (span->number);
      clause->text = g_strdup (span->text);
      g_ptr_array_add (clauses, clause);
    }
  return clauses;
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) before = list_clauses (rows[i].before);
      g_autoptr (GPtrArray) spans = muster_clause_parse (rows[i].after);
      g_autofree MusterId *ids = muster_clause_match (spans, before);
      g_autoptr (GString) found = g_string_new (NULL);

      g_test_message ("%s", rows[i].label);
      for (guint j = 0; j < spans->len; j++)
        g_string_append_printf (found, "%s%u", j > 0 ? " " : "", ids[j].bytes[0]);
      g_assert_cmpstr (found->str, ==, rows[i].matches);
    }
}

/* As many clauses as a text may have, none like another. */
static void
test_many (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (GPtrArray) clauses = NULL;
  g_autoptr (GPtrArray) spans = NULL;
  g_autofree MusterId *ids = NULL;

  for (guint i = 1; i <= MUSTER_CLAUSE_MAX; i++)
    {
      g_string_append_printf (before, "%u. abc%uabc\n", i, i * 7);
      g_string_append_printf (after, "%u. xyz%uxyz\n", i, i * 13);
    }
  clauses = list_clauses (before->str);
  spans = muster_clause_parse (after->str);
  ids = muster_clause_match (spans, clauses);
  g_assert_nonnull (ids);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clause-match/rows", test_rows);
  g_test_add_func ("/clause-match/many", test_many);
  return g_test_run ();
}
