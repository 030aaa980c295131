/* muster-search.c - search as you type
 *
 * One line a member: name, nickname, initials, reading, phones and the rest,
 * normalised, in one buffer.  A scan with the first and last byte of the
 * needle finds every place in a million members within a few milliseconds,
 * faster than any index and for any part of any word (PERFORMANCE.md 2.6).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-search"

#include "config.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "muster-member-query.h"
#include "muster-normalise.h"
#include "muster-pinyin.h"
#include "muster-query.h"
#include "muster-search.h"

#define FIELD_END '\t' /* between the fields of a member: nothing matches across it */
#define SCAN_BLOCK 16  /* bytes compared at once */

struct _MusterSearch
{
  GString *text;  /* owned: lines, and SCAN_BLOCK bytes beyond the end */
  GArray *rows;   /* owned, of guint32: the member of each line */
  GArray *starts; /* owned, of guint32: where each line begins, and the end of the last */
};

static void
append_field (GString *text, const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  muster_normalise_append (text, value, -1);
  g_string_append_c (text, FIELD_END);
}

/* "zhang wei" is typed as "zhangwei"; typed as two words it is found as well. */
static void
append_joined (GString *text, const char *reading)
{
  g_auto (GStrv) words = reading != NULL ? g_strsplit (reading, " ", -1) : NULL;
  g_autofree char *joined = words != NULL ? g_strjoinv ("", words) : NULL;

  append_field (text, joined);
}

static void
append_member (MusterSearch *self, MusterQuery *query)
{
  const char *name = muster_query_get_text (query, 1);
  const char *reading = muster_query_get_text (query, 2);
  guint32 row = (guint32) muster_query_get_int (query, 0);
  guint32 start = (guint32) self->text->len;
  g_autofree char *initials = name != NULL ? muster_pinyin_dup_initials (name, reading) : NULL;
  g_autofree char *spelled =
      reading != NULL || name == NULL ? g_strdup (reading) : muster_pinyin_dup_reading (name);

  g_array_append_val (self->rows, row);
  g_array_append_val (self->starts, start);
  append_field (self->text, name);
  append_field (self->text, initials);
  if (g_strcmp0 (spelled, name) != 0)
    append_joined (self->text, spelled);
  for (int column = 3; column < sqlite3_column_count (muster_query_get_statement (query)); column++)
    append_field (self->text, muster_query_get_text (query, column));
  g_string_append_c (self->text, '\n');
}

/* The line that holds the byte at @offset.  Hits come in order, so the search
 * gallops on from the line of the one before. */
static guint
find_line (MusterSearch *self, gsize offset, guint from)
{
  const guint32 *starts = (const guint32 *) (gpointer) self->starts->data;
  guint n_lines = self->rows->len;
  guint step = 1, low = from, high;

  while (low + step < n_lines && starts[low + step] <= offset)
    {
      low += step;
      step *= 2;
    }

  high = MIN (low + step, n_lines); /* starts[low] <= offset < starts[high] */
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (starts[middle] <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

#ifdef __SSE2__
/* The first place at or after @from; the buffer is readable SCAN_BLOCK bytes beyond its end. */
static const char *
find_text (const char *from, const char *end, const char *needle, gsize length)
{
  const __m128i first = _mm_set1_epi8 (needle[0]);
  const __m128i last = _mm_set1_epi8 (needle[length - 1]);

  for (; from + length <= end; from += SCAN_BLOCK)
    {
      __m128i head = _mm_loadu_si128 ((const __m128i *) (gconstpointer) from);
      __m128i tail = _mm_loadu_si128 ((const __m128i *) (gconstpointer) (from + length - 1));
      guint hits = (guint) _mm_movemask_epi8 (
          _mm_and_si128 (_mm_cmpeq_epi8 (head, first), _mm_cmpeq_epi8 (tail, last)));

      while (hits != 0)
        {
          const char *found = from + __builtin_ctz (hits);

          if (found + length <= end && memcmp (found, needle, length) == 0)
            return found;
          hits &= hits - 1;
        }
    }

  return NULL;
}
#else
static const char *
find_text (const char *from, const char *end, const char *needle, gsize length)
{
  return memmem (from, (gsize) (end - from), needle, length);
}
#endif

/* Whether the line holds every further word. */
static gboolean
line_has_words (MusterSearch *self, guint line, char **words)
{
  const guint32 *starts = (const guint32 *) (gpointer) self->starts->data;
  const char *from = self->text->str + starts[line];
  const char *end = self->text->str + starts[line + 1];

  for (; *words != NULL; words++)
    if (**words != '\0' && find_text (from, end, *words, strlen (*words)) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
read_members (MusterSearch *self, MusterDatabase *db, const MusterId *group, GError **error)
{
  static const char *const rows[] = { "m.rowid", MUSTER_MEMBER_OF_PERSON ("p.id") };
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s, p.name, reading, nickname, phones, department, company, school, class, "
      "seat, p.number, emails, former_names, city, title, tags, p.note, "
      "(SELECT group_concat (identifier || char (9) || ifnull (display_name, ''), char (9)) "
      "FROM accounts AS a WHERE a.person_id = p.id) "
      "FROM memberships AS m JOIN persons AS p ON p.id = m.person_id "
      "WHERE ?1 IS NULL OR group_id = ?1",
      rows[group == NULL]);
  g_autoptr (MusterQuery) query = muster_query_new (db, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, group);
  while (muster_query_next (query, &local_error))
    append_member (self, query);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * muster_search_new:
 * @group: (nullable): the group; %NULL for everyone
 *
 * Reads all members: a matter for a worker.
 *
 * Returns: (transfer full): a buffer of members as they are now; for everyone a person is found
 *   by the words of any of their memberships, and is the row that stands for them
 */
MusterSearch *
muster_search_new (MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterSearch) self = g_new0 (MusterSearch, 1);
  guint32 end;

  self->text = g_string_sized_new (64 * 1024);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!read_members (self, db, group, error))
    return NULL;

  end = (guint32) self->text->len;
  g_array_append_val (self->starts, end);
  g_string_set_size (self->text, end + 2 * SCAN_BLOCK);
  memset (self->text->str + end, 0, 2 * SCAN_BLOCK);
  return g_steal_pointer (&self);
}

void
muster_search_free (MusterSearch *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->rows);
  g_array_unref (self->starts);
  g_free (self);
}

guint
muster_search_get_n_members (MusterSearch *self)
{
  return self->rows->len;
}

/**
 * muster_search_get_size:
 *
 * Returns: the bytes that are scanned for a word
 */
gsize
muster_search_get_size (MusterSearch *self)
{
  return self->text->len;
}

/**
 * muster_search_find:
 * @text: one or more words; a member must have all of them, anywhere
 *
 * Returns: (transfer full) (element-type guint32): the row numbers of the
 *   members, in no useful order; %NULL when @text says nothing
 */
GArray *
muster_search_find (MusterSearch *self, const char *text)
{
  g_autofree char *plain = muster_normalise (text);
  g_auto (GStrv) words = g_strsplit (g_strstrip (plain), " ", -1);
  const guint32 *starts = (const guint32 *) (gpointer) self->starts->data;
  const char *at, *end;
  gsize length;
  guint line = 0;
  GArray *found;

  if (words[0] == NULL || *words[0] == '\0')
    return NULL;

  found = g_array_new (FALSE, FALSE, sizeof (guint32));
  end = self->text->str + starts[self->rows->len];
  length = strlen (words[0]);
  for (at = self->text->str; (at = find_text (at, end, words[0], length)) != NULL;
       at = self->text->str + starts[line + 1], line++)
    {
      line = find_line (self, (gsize) (at - self->text->str), line);
      if (line_has_words (self, line, words + 1))
        g_array_append_val (found, g_array_index (self->rows, guint32, line));
      if (line + 1 >= self->rows->len)
        break;
    }

  return found;
}
