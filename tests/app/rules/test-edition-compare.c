/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-clause-match.h"
#include "muster-clause-parse.h"
#include "muster-edition-compare.h"
#include "muster-word-diff.h"

static const struct
{
  const char *label;
  const char *before;
  const char *after;
  const char *pieces; /* -gone- +come+ */
} words[] = {
  { "the same", "Be kind.", "Be kind.", "Be kind." },
  { "nothing before", "", "Be kind.", "+Be kind.+" },
  { "a word", "three months", "six months", "-three-+six+ months" },
  { "a word more", "Be kind.", "Be always kind.", "Be +always +kind." },
  { "a character", "三个月不发言", "六个月不发言", "-三-+六+个月不发言" },
  { "characters among letters", "请用 App 打卡", "请用微信打卡", "请用- App -+微信+打卡" },
  { "everything", "one", "two", "-one-+two+" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GPtrArray) pieces = muster_word_diff (words[i].before, words[i].after);
      g_autoptr (GString) found = g_string_new (NULL);

      g_test_message ("%s", words[i].label);
      for (guint j = 0; j < pieces->len; j++)
        {
          static const char *const signs[] = { "", "-", "+" };
          const MusterWords *piece = pieces->pdata[j];

          g_string_append_printf (found, "%s%s%s", signs[piece->kind], piece->text,
                                  signs[piece->kind]);
        }
      g_assert_cmpstr (found->str, ==, words[i].pieces);
    }
}

static const struct
{
  const char *label;
  const char *before;
  const char *after;
  const char *changes;
} rows[] = {
  { "the same", "1. a b c\n2. d e f", "1. a b c\n2. d e f", "unchanged 1/1|unchanged 2/2" },
  { "changed", "1. Use a real name.", "1. Use your real name.", "changed 1/1" },
  { "moved", "1. Real names.\n2. No politics.", "1. Be kind.\n2. Real names.\n3. No politics.",
    "added -/1|moved 1/2|moved 2/3" },
  { "removed in the middle", "1. Real names.\n2. Be kind.\n3. No politics.",
    "1. Real names.\n2. No politics.", "unchanged 1/1|removed 2/-|moved 3/2" },
  { "removed at the start", "1. Real names.\n2. Be kind.", "2. Be kind.",
    "removed 1/-|unchanged 2/2" },
  { "the first edition", "", "1. Real names.", "added -/1" },
  { "the words around", "Hello.\n\n1. Be kind.\n\nBye.", "Hello all.\n\n1. Be kind.\n\nBye.",
    "changed rest|unchanged 1/1" },
  { "blank lines are no change", "# R\n\n1. Be kind.\n", "# R\n1. Be kind.\n\n\n",
    "unchanged 1/1" },
};

static GPtrArray *
list_clauses (const char *text, GPtrArray *before)
{
  g_autoptr (GPtrArray) spans = muster_clause_parse (text);
  g_autofree MusterId *ids = muster_clause_match (spans, before);
  GPtrArray *clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_clause_free);

  for (guint i = 0; i < spans->len; i++)
    {
      const MusterClauseSpan *span = spans->pdata[i];
      MusterClause *clause = muster_clause_new ();

      clause->id = muster_id_is_none (&ids[i]) ? muster_id_new (1) : ids[i];
      clause->number = g_strdup (span->number);
      clause->text = g_strdup (span->text);
      g_ptr_array_add (clauses, clause);
    }
  return clauses;
}

static void
append_change (GString *out, const MusterClauseChange *change)
{
  g_string_append_printf (out, "%s%s ", out->len > 0 ? "|" : "",
                          muster_clause_change_kind_get_key (change->kind));
  if (change->part == MUSTER_EDITION_REST)
    g_string_append (out, "rest");
  else
    g_string_append_printf (out, "%s/%s",
                            change->number_before != NULL ? change->number_before : "-",
                            change->number_after != NULL ? change->number_after : "-");
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();
      g_autoptr (GPtrArray) before = list_clauses (rows[i].before, none);
      g_autoptr (GPtrArray) after = list_clauses (rows[i].after, before);
      const MusterComparable a = { NULL, rows[i].before, NULL, before };
      const MusterComparable b = { NULL, rows[i].after, NULL, after };
      g_autoptr (GPtrArray) changes = muster_edition_compare (&a, &b);
      g_autoptr (GString) found = g_string_new (NULL);

      g_test_message ("%s", rows[i].label);
      for (guint j = 0; j < changes->len; j++)
        append_change (found, changes->pdata[j]);
      g_assert_cmpstr (found->str, ==, rows[i].changes);
    }
}

static void
test_labels (void)
{
  g_autoptr (GPtrArray) editions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_edition_free);
  static const struct
  {
    guint number;
    MusterDay on;
    const char *label;
  } labels[] = { { 1, 10, "1" }, { 2, 20, "2a" }, { 2, 20, "2b" }, { 3, 30, "3" } };

  g_assert_null (muster_edition_get_in_force_on (editions, 10));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      MusterEdition *edition = muster_edition_new ();

      edition->id = muster_id_new (i + 1);
      edition->number = labels[i].number;
      edition->published_on = labels[i].on;
      g_ptr_array_add (editions, edition);
    }
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = muster_edition_dup_label (editions->pdata[i], editions);

      g_assert_cmpstr (label, ==, labels[i].label);
    }
  g_assert_null (muster_edition_get_in_force_on (editions, 9));
  g_assert_true (muster_edition_get_in_force_on (editions, 19) == editions->pdata[0]);
  g_assert_true (muster_edition_get_in_force_on (editions, 20) == editions->pdata[2]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edition-compare/words", test_words);
  g_test_add_func ("/edition-compare/rows", test_rows);
  g_test_add_func ("/edition-compare/labels", test_labels);
  return g_test_run ();
}
