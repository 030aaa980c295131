/* muster-word-diff.c - which words of a text changed; of Chinese, which characters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-word-diff"

#include "config.h"

#include <string.h>

#include "muster-han.h"
#include "muster-word-diff.h"

#define MAX_CELLS 4000000 /* of the table; more that differs is replaced as a whole */

typedef struct
{
  const char *text;
  gsize length;
} Token;

void
muster_words_free (MusterWords *self)
{
  g_free (self->text);
  g_free (self);
}

static gboolean
is_word (gunichar c)
{
  return (g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019) &&
         !muster_han_is_han (c);
}

/* A word, or a single character of any other kind. */
static GArray *
list_tokens (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));

  while (*text != '\0')
    {
      const char *end = g_utf8_next_char (text);
      Token token = { text, 0 };

      if (is_word (g_utf8_get_char (text)))
        while (is_word (g_utf8_get_char (end)))
          end = g_utf8_next_char (end);
      token.length = (gsize) (end - text);
      g_array_append_val (tokens, token);
      text = end;
    }
  return tokens;
}

static gboolean
are_same (GArray *a, guint i, GArray *b, guint j)
{
  const Token *x = &g_array_index (a, Token, i);
  const Token *y = &g_array_index (b, Token, j);

  return x->length == y->length && memcmp (x->text, y->text, x->length) == 0;
}

static void
add (GPtrArray *pieces, MusterWordsKind kind, const Token *token)
{
  MusterWords *last = pieces->len > 0 ? pieces->pdata[pieces->len - 1] : NULL;

  if (last == NULL || last->kind != kind)
    {
      last = g_new0 (MusterWords, 1);
      last->kind = kind;
      last->text = g_strndup (token->text, token->length);
      g_ptr_array_add (pieces, last);
      return;
    }

  /* tokens of a kind follow each other in their text */
  last->text = g_realloc (last->text, strlen (last->text) + token->length + 1);
  strncat (last->text, token->text, token->length);
}

static void
add_range (GPtrArray *pieces, MusterWordsKind kind, GArray *tokens, guint from, guint to)
{
  if (from >= to)
    return;

  {
    const Token *first = &g_array_index (tokens, Token, from);
    const Token *last = &g_array_index (tokens, Token, to - 1);
    const Token whole = { first->text, (gsize) (last->text + last->length - first->text) };

    add (pieces, kind, &whole);
  }
}

/* The middle parts, by the longest row of tokens that both have. */
static void
add_changed (GPtrArray *pieces, GArray *a, guint a_from, guint a_to, GArray *b, guint b_from,
             guint b_to)
{
  gsize n = a_to - a_from, m = b_to - b_from, width = m + 1;
  g_autofree guint *lengths = NULL;
  guint i = 0, j = 0;

  if (n == 0 || m == 0 || n * m > MAX_CELLS)
    {
      add_range (pieces, MUSTER_WORDS_REMOVED, a, a_from, a_to);
      add_range (pieces, MUSTER_WORDS_ADDED, b, b_from, b_to);
      return;
    }

  lengths = g_new0 (guint, (n + 1) * width);
  for (gsize x = n; x > 0; x--)
    for (gsize y = m; y > 0; y--)
      lengths[(x - 1) * width + y - 1] =
          are_same (a, a_from + (guint) x - 1, b, b_from + (guint) y - 1)
              ? lengths[x * width + y] + 1
              : MAX (lengths[x * width + y - 1], lengths[(x - 1) * width + y]);

  while (i < n || j < m)
    if (i < n && j < m && are_same (a, a_from + i, b, b_from + j))
      {
        add (pieces, MUSTER_WORDS_SAME, &g_array_index (a, Token, a_from + i));
        i++;
        j++;
      }
    else if (j == m || (i < n && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]))
      add (pieces, MUSTER_WORDS_REMOVED, &g_array_index (a, Token, a_from + i++));
    else
      add (pieces, MUSTER_WORDS_ADDED, &g_array_index (b, Token, b_from + j++));
}

/**
 * muster_word_diff:
 *
 * Returns: (transfer full) (element-type MusterWords): in reading order; those that are not added
 *   make up @before, those that are not removed @after
 */
GPtrArray *
muster_word_diff (const char *before, const char *after)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_words_free);
  g_autoptr (GArray) a = list_tokens (before);
  g_autoptr (GArray) b = list_tokens (after);
  guint first = 0, n_last = 0;

  while (first < a->len && first < b->len && are_same (a, first, b, first))
    first++;
  while (n_last < a->len - first && n_last < b->len - first &&
         are_same (a, a->len - 1 - n_last, b, b->len - 1 - n_last))
    n_last++;

  add_range (pieces, MUSTER_WORDS_SAME, a, 0, first);
  add_changed (pieces, a, first, a->len - n_last, b, first, b->len - n_last);
  add_range (pieces, MUSTER_WORDS_SAME, a, a->len - n_last, a->len);
  return pieces;
}
