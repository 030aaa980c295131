/* muster-answers.c - which words count as an answer
 *
 * Words are compared whole, without punctuation, spaces and the names that are
 * called with @: “@群主 收到！” is 收到, “收到了吗” is none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-answers"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-answers.h"
#include "muster-normalise.h"
#include "muster-store-error.h"

#define MAX_WORDS 200
#define MAX_LETTERS 40 /* of a word */

static const struct
{
  const char *key;
  const char *title;
  const char *fallback;
} answers[MUSTER_N_RECEIPT_STATES] = {
  [MUSTER_RECEIPT_NONE] = { "none", NC_ ("receipt", "No answer"), "" },
  [MUSTER_RECEIPT_RECEIVED] = { "received", NC_ ("receipt", "Received"),
                                "收到, 已收到, 收到了, 收到收到, 收到+1, 收到谢谢, 已阅, 已读, "
                                "已阅读, 阅, 知道了, 知悉, 已知悉, 明白, 了解, 同意, 遵守, "
                                "好的, 好的收到, 1, +1, 👌, 👍, ok, okay, received, noted, "
                                "got it, understood, agreed, gelesen, verstanden, recibido, "
                                "reçu, принято" },
  [MUSTER_RECEIPT_UNDONE] = { "undone", NC_ ("receipt", "Read, not done"),
                              "未完成, 还没完成, 还没做, 没做, 未办, 还没办, 已阅未办, "
                              "收到未办, 稍后, 稍后处理, not done, not yet, later" },
  [MUSTER_RECEIPT_DONE] = { "done", NC_ ("receipt", "Done"),
                            "已完成, 完成, 完成了, 已办, 办好了, 做好了, 搞定, 已提交, 已交, "
                            "已填, 填好了, done, finished, completed" },
};

struct _MusterAnswers
{
  GHashTable *words; /* owned: key -> MusterReceiptState */
  char *texts[MUSTER_N_RECEIPT_STATES];
  glong longest; /* letters of the longest key */
};

/**
 * muster_receipt_state_get_key:
 *
 * Returns: the stored word
 */
const char *
muster_receipt_state_get_key (MusterReceiptState answer)
{
  return answers[answer].key;
}

/**
 * muster_receipt_state_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_receipt_state_get_title (MusterReceiptState answer)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "receipt", answers[answer].title);
}

/**
 * muster_receipt_state_find:
 * @key: (nullable): a stored word
 */
gboolean
muster_receipt_state_find (const char *key, MusterReceiptState *out_answer)
{
  for (guint i = MUSTER_RECEIPT_RECEIVED; i < G_N_ELEMENTS (answers); i++)
    if (g_strcmp0 (answers[i].key, key) == 0)
      {
        *out_answer = (MusterReceiptState) i;
        return TRUE;
      }

  return FALSE;
}

/* Where a name that is called with @ ends: at a space, or at the sign that WhatsApp puts there. */
static const char *
skip_call (const char *p)
{
  gboolean isolated = FALSE;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2068)
        isolated = TRUE;
      else if (c == 0x2069)
        return g_utf8_next_char (p);
      else if (!isolated && g_unichar_isspace (c))
        return p;
    }
  return p;
}

static gboolean
is_said (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return g_unichar_isalnum (c) || type == G_UNICODE_MATH_SYMBOL || type == G_UNICODE_OTHER_SYMBOL;
}

/* Letters, digits and +; of a text without them the first picture. */
static char *
dup_key (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) called = g_string_new (NULL);
  g_autofree char *plain = NULL;
  GString *key = g_string_new (NULL);

  for (const char *p = valid; *p != '\0';)
    {
      const char *next = *p == '@' ? skip_call (p) : g_utf8_next_char (p);

      if (*p != '@')
        g_string_append_len (called, p, next - p);
      p = next;
    }
  plain = muster_normalise (called->str);
  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    if (is_said (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
  for (const char *p = called->str; key->len == 0 && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_OTHER_SYMBOL)
      g_string_append_unichar (key, g_utf8_get_char (p));

  return g_string_free (key, FALSE);
}

static gboolean
add_word (MusterAnswers *self, const char *word, MusterReceiptState answer, GError **error)
{
  g_autofree char *key = dup_key (word);
  glong length = g_utf8_strlen (key, -1);
  gpointer before;

  if (*word == '\0')
    return TRUE;
  if (length == 0 || length > MAX_LETTERS || g_hash_table_size (self->words) == MAX_WORDS)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _ ("“%s” can’t be an answer."), word);
      return FALSE;
    }
  if (g_hash_table_lookup_extended (self->words, key, NULL, &before))
    {
      if (GPOINTER_TO_UINT (before) == (guint) answer)
        return TRUE;
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _ ("The answer “%s” has two meanings."), word);
      return FALSE;
    }

  self->longest = MAX (self->longest, length);
  g_hash_table_insert (self->words, g_steal_pointer (&key), GUINT_TO_POINTER ((guint) answer));
  return TRUE;
}

static gboolean
add_words (MusterAnswers *self, MusterReceiptState answer, GError **error)
{
  g_auto (GStrv) words = g_regex_split_simple ("[,，、\n]", self->texts[answer], 0, 0);

  for (guint i = 0; words[i] != NULL; i++)
    if (!add_word (self, g_strstrip (words[i]), answer, error))
      return FALSE;

  return TRUE;
}

/* "KEY: WORDS", or words alone: what counts as received. */
static gboolean
read_part (MusterAnswers *self, const char *part, GError **error)
{
  MusterReceiptState answer = MUSTER_RECEIPT_RECEIVED;
  const char *colon = strchr (part, ':');
  const char *words = part;

  if (colon != NULL)
    {
      g_autofree char *key = g_strstrip (g_strndup (part, (gsize) (colon - part)));

      if (!muster_receipt_state_find (key, &answer))
        {
          g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                       _ ("“%s” is neither received nor done nor undone."), key);
          return FALSE;
        }
      words = colon + 1;
    }
  g_free (self->texts[answer]);
  self->texts[answer] = g_strstrip (g_strdup (words));
  return TRUE;
}

/**
 * muster_answers_parse:
 * @text: as the policy has it; empty for what the program knows
 *
 * Returns: (transfer full): the words; %NULL with @error set where @text can't be read
 */
MusterAnswers *
muster_answers_parse (const char *text, GError **error)
{
  g_autoptr (MusterAnswers) self = g_new0 (MusterAnswers, 1);
  g_auto (GStrv) parts = g_regex_split_simple ("[;；]", text, 0, 0);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < MUSTER_N_RECEIPT_STATES; i++)
    self->texts[i] = g_strdup (answers[i].fallback);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0' && !read_part (self, parts[i], error))
      return NULL;
  /* what the group says comes first; a word of the program that means something else gives way */
  for (guint i = MUSTER_RECEIPT_RECEIVED; i < MUSTER_N_RECEIPT_STATES; i++)
    if (strcmp (self->texts[i], answers[i].fallback) != 0 &&
        !add_words (self, (MusterReceiptState) i, error))
      return NULL;
  for (guint i = MUSTER_RECEIPT_RECEIVED; i < MUSTER_N_RECEIPT_STATES; i++)
    if (strcmp (self->texts[i], answers[i].fallback) == 0)
      (void) add_words (self, (MusterReceiptState) i, NULL);

  return g_steal_pointer (&self);
}

void
muster_answers_free (MusterAnswers *self)
{
  for (guint i = 0; i < MUSTER_N_RECEIPT_STATES; i++)
    g_free (self->texts[i]);
  g_hash_table_unref (self->words);
  g_free (self);
}

static MusterReceiptState
find (MusterAnswers *self, const char *key)
{
  return (MusterReceiptState) GPOINTER_TO_UINT (g_hash_table_lookup (self->words, key));
}

/**
 * muster_answers_judge:
 *
 * Returns: what @text says as a whole
 */
MusterReceiptState
muster_answers_judge (MusterAnswers *self, const char *text)
{
  g_autofree char *key = NULL;

  if (strlen (text) > 400) /* nobody answers with that much; and it need not be looked through */
    return MUSTER_RECEIPT_NONE;
  key = dup_key (text);
  return find (self, key);
}

/**
 * muster_answers_find_tail:
 * @out_head: (out): bytes of @text before the answer
 *
 * Looks for an answer at the end of a line that has something else before it:
 * “张三 收到”, “张三收到”.  The longest counts.
 */
MusterReceiptState
muster_answers_find_tail (MusterAnswers *self, const char *text, gsize *out_head)
{
  const char *end = text + strlen (text);
  MusterReceiptState found = MUSTER_RECEIPT_NONE;
  glong length = 0;

  for (const char *p = end; p > text && length < 2 * self->longest; length++)
    {
      MusterReceiptState answer;

      p = g_utf8_prev_char (p);
      answer = p > text && is_said (g_utf8_get_char (p)) ? muster_answers_judge (self, p)
                                                         : MUSTER_RECEIPT_NONE;
      /* “1” behind a digit or letter is part of a name */
      if (answer == MUSTER_RECEIPT_NONE ||
          (g_ascii_isalnum (*p) && g_ascii_isalnum (*g_utf8_prev_char (p))))
        continue;
      found = answer;
      *out_head = (gsize) (p - text);
    }
  return found;
}

/**
 * muster_answers_dup_words:
 *
 * Returns: (transfer full): the words for @answer, with commas
 */
char *
muster_answers_dup_words (MusterAnswers *self, MusterReceiptState answer)
{
  return g_strdup (self->texts[answer]);
}
