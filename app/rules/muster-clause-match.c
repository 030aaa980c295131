/* muster-clause-match.c - which clause of a text is which of the text before
 *
 * So a clause keeps its id when its number or its words change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-clause-match"

#include "config.h"

#include <string.h>

#include "muster-clause-match.h"
#include "muster-clause-parse.h"

#define MAX_PAIRS 512      /* of letters, that are looked at in a clause */
#define MAX_COMPARED 40000 /* clauses with clauses, where neither number nor text is the same */
#define LIKE_WITH_NUMBER 0.3
#define LIKE 0.5

typedef struct
{
  GPtrArray *spans;
  GPtrArray *before;
  MusterId *ids;     /* of the spans; none: not found yet */
  GHashTable *taken; /* owned, of MusterId in @before */
  GArray **pairs;    /* owned: of the texts of @spans, then @before; NULL until asked for */
  guint n_compared;
} Matching;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a;
  guint64 y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

/* Letters side by side, sorted; blanks and punctuation don't count. */
static GArray *
list_pairs (const char *text)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  gunichar last = '\n';

  for (; *text != '\0' && pairs->len < MAX_PAIRS; text = g_utf8_next_char (text))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (text));
      guint64 pair = (guint64) last << 32 | c;

      if (!g_unichar_isalnum (c))
        continue;
      g_array_append_val (pairs, pair);
      last = c;
    }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

static GArray *
get_pairs (Matching *self, guint at, const char *text)
{
  if (self->pairs[at] == NULL)
    self->pairs[at] = list_pairs (text);
  return self->pairs[at];
}

/* From 0 for nothing in common to 1. */
static double
get_likeness (Matching *self, guint span, guint clause)
{
  GArray *a = get_pairs (self, span, ((const MusterClauseSpan *) self->spans->pdata[span])->text);
  GArray *b = get_pairs (self, self->spans->len + clause,
                         ((const MusterClause *) self->before->pdata[clause])->text);
  guint i = 0, j = 0, n = 0;

  self->n_compared++;
  while (i < a->len && j < b->len)
    {
      guint64 x = g_array_index (a, guint64, i);
      guint64 y = g_array_index (b, guint64, j);

      n += x == y;
      i += x <= y;
      j += y <= x;
    }
  return a->len + b->len > 0 ? 2.0 * n / (a->len + b->len) : 0;
}

static gboolean
is_free (Matching *self, guint clause)
{
  const MusterClause *before = self->before->pdata[clause];

  return !g_hash_table_contains (self->taken, &before->id);
}

static void
take (Matching *self, guint span, guint clause)
{
  MusterClause *before = self->before->pdata[clause];

  self->ids[span] = before->id;
  g_hash_table_add (self->taken, &before->id);
}

typedef char *(*DupKey) (const char *number, const char *text);

static char *
dup_number_and_text (const char *number, const char *text)
{
  return g_strconcat (number, "\n", text, NULL);
}

static char *
dup_text (const char *number, const char *text)
{
  return g_strdup (text);
}

/* What has the same key, first come, first served. */
static void
match_same (Matching *self, DupKey dup_key)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = self->before->len; i > 0; i--)
    {
      const MusterClause *clause = self->before->pdata[i - 1];

      if (is_free (self, i - 1))
        g_hash_table_insert (places, dup_key (clause->number, clause->text), GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < self->spans->len; i++)
    {
      const MusterClauseSpan *span = self->spans->pdata[i];
      g_autofree char *key = dup_key (span->number, span->text);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));

      if (place > 0 && muster_id_is_none (&self->ids[i]) && is_free (self, place - 1))
        take (self, i, place - 1);
    }
}

/* What is most alike, of the same number or of any. */
static void
match_like (Matching *self, gboolean same_number)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const MusterClauseSpan *span = self->spans->pdata[i];
      double best = same_number ? LIKE_WITH_NUMBER : LIKE;
      guint found = G_MAXUINT;

      for (guint j = 0; muster_id_is_none (&self->ids[i]) && j < self->before->len &&
                        self->n_compared < MAX_COMPARED;
           j++)
        {
          const MusterClause *clause = self->before->pdata[j];
          double likeness;

          if (!is_free (self, j) || (same_number && !g_str_equal (span->number, clause->number)))
            continue;
          likeness = get_likeness (self, i, j);
          if (likeness >= best)
            {
              best = likeness;
              found = j;
            }
        }
      if (found != G_MAXUINT)
        take (self, i, found);
    }
}

/**
 * muster_clause_match:
 * @spans: (element-type MusterClauseSpan): the clauses of a text
 * @before: (element-type MusterClause): those of the texts before, the last ones first; of one
 *   clause there may be several
 *
 * Same number and text, same text, same number and like text, like text: in this order.
 *
 * Returns: (transfer full) (array): the id of each of @spans; none for a new clause
 */
MusterId *
muster_clause_match (GPtrArray *spans, GPtrArray *before)
{
  Matching self = { spans, before, .ids = g_new0 (MusterId, spans->len + 1) };

  self.taken = g_hash_table_new (muster_id_hash, muster_id_equal);
  self.pairs = g_new0 (GArray *, spans->len + before->len + 1);
  match_same (&self, dup_number_and_text);
  match_same (&self, dup_text);
  match_like (&self, TRUE);
  match_like (&self, FALSE);
  for (guint i = 0; i < spans->len + before->len; i++)
    g_clear_pointer (&self.pairs[i], g_array_unref);
  g_free (self.pairs);
  g_hash_table_unref (self.taken);
  return self.ids;
}
