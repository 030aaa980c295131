/* muster-clause-parse.c - the numbered clauses of a rule text
 *
 * Reads numbers as people write them, line by line; which clause belongs to
 * which follows from the styles: where a new style begins behind a clause, its
 * clauses are part of that.  Lists with 1. before every entry count up, as
 * Markdown does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-clause-parse"

#include "config.h"

#include <string.h>

#include "muster-clause-number.h"
#include "muster-clause-parse.h"

#define SAME_INDENT 1 /* columns by which entries of a list may differ */
#define MAX_DEPTH 8
#define NOBODY G_MAXUINT

/* A clause while the text is read. */
typedef struct
{
  MusterClauseSpan *span; /* owned until it is handed out */
  MusterClauseNumber number;
  guint indent;
  guint parent;  /* NOBODY if it is part of no other */
  guint list;    /* entries of one list have the same */
  gboolean bold; /* from before the number on */
} Entry;

typedef struct
{
  const char *text;
  GArray *entries;   /* owned, of Entry */
  GArray *roots;     /* owned, of guint: entries that showed a style on the highest level */
  GHashTable *known; /* owned, of utf8: numbers that something can be below */
  guint open;        /* the entry to which the next line belongs; NOBODY if none */
  guint stack[MAX_DEPTH];
  guint depth; /* of the stack */
  guint n_lists;
  gboolean heading;  /* the open entry is a heading: paragraphs belong to it */
  gboolean blank;    /* the line before was empty */
  const char *fence; /* a sign of the fence in which the line is; NULL outside */
  guint line;
} Parser;

void
muster_clause_span_free (MusterClauseSpan *self)
{
  g_free (self->number);
  g_free (self->text);
  g_free (self);
}

static Entry *
get_entry (Parser *self, guint i)
{
  return &g_array_index (self->entries, Entry, i);
}

static guint
skip_indent (const char **p)
{
  guint columns = 0;

  for (;; (*p) = g_utf8_next_char (*p))
    if (**p == ' ')
      columns++;
    else if (**p == '\t')
      columns += 4;
    else if (g_str_has_prefix (*p, "\u3000"))
      columns += 2;
    else
      return columns;
}

/* 1. and 1、 are mixed by many. */
static MusterClauseStyle
get_level (const MusterClauseNumber *number)
{
  return number->style == MUSTER_CLAUSE_STYLE_COMMA ? MUSTER_CLAUSE_STYLE_POINT : number->style;
}

static gboolean
has_style (Parser *self, guint i, const MusterClauseNumber *number, guint indent)
{
  const Entry *entry = get_entry (self, i);

  return get_level (&entry->number) == get_level (number) &&
         ABS ((int) entry->indent - (int) indent) <= SAME_INDENT;
}

static gboolean
is_root_style (Parser *self, const MusterClauseNumber *number, guint indent)
{
  if (number->style == MUSTER_CLAUSE_STYLE_ARTICLE)
    return TRUE; /* articles are counted through all chapters */
  for (guint i = 0; i < self->roots->len; i++)
    if (has_style (self, g_array_index (self->roots, guint, i), number, indent))
      return TRUE;

  return FALSE;
}

/* Puts the new entry @at where it belongs: behind one of its style, or below the last. */
static void
place (Parser *self, guint at)
{
  Entry *entry = get_entry (self, at);
  guint depth = self->depth;

  while (depth > 0 && !has_style (self, self->stack[depth - 1], &entry->number, entry->indent))
    depth--;
  if (depth > 0)
    {
      entry->list = get_entry (self, self->stack[depth - 1])->list;
      depth--;
    }
  else
    {
      depth = is_root_style (self, &entry->number, entry->indent) ? 0 : self->depth;
      entry->list = ++self->n_lists;
    }
  depth = MIN (depth, MAX_DEPTH - 1);
  entry->parent = depth > 0 ? self->stack[depth - 1] : NOBODY;
  entry->span->depth = depth;
  if (depth == 0 && !is_root_style (self, &entry->number, entry->indent))
    g_array_append_val (self->roots, at);
  self->stack[depth] = at;
  self->depth = depth + 1;
}

/* 3.1 stands where it says: it needs a clause 3, else it is an amount at the start of a line. */
static gboolean
has_parent (Parser *self, const MusterClauseNumber *number)
{
  return number->path == NULL || g_hash_table_contains (self->known, number->path);
}

static void
note_number (Parser *self, const MusterClauseNumber *number)
{
  g_autofree char *own = muster_clause_number_dup_own (number);

  if (number->path != NULL)
    g_hash_table_add (self->known, g_strconcat (number->path, ".", own, NULL));
  else
    g_hash_table_add (self->known, g_steal_pointer (&own));
}

static guint
count_parts (const char *path)
{
  guint n = 1;

  for (; *path != '\0'; path++)
    n += *path == '.';
  return n;
}

/* Where the text of the open clause ends if it goes on to @end: without the blanks there. */
static gsize
find_end (Parser *self, const char *end)
{
  const MusterClauseSpan *span = get_entry (self, self->open)->span;
  gsize length = (gsize) (end - self->text);

  while (length > span->body && g_ascii_isspace (self->text[length - 1]))
    length--;
  return MAX (length, span->body);
}

static void
close_entry (Parser *self, const char *end)
{
  MusterClauseSpan *span;
  g_autofree char *text = NULL;

  if (self->open == NOBODY)
    return;

  span = get_entry (self, self->open)->span;
  span->end = find_end (self, end);
  text = g_strndup (self->text + span->body, span->end - span->body);
  /* the marks stay in pairs */
  span->text =
      get_entry (self, self->open)->bold ? g_strconcat ("**", text, NULL) : g_steal_pointer (&text);
  self->open = NOBODY;
}

static gboolean
skip_emphasis (const char **p)
{
  if (!g_str_has_prefix (*p, "**") && !g_str_has_prefix (*p, "__"))
    return FALSE;

  *p += 2;
  return TRUE;
}

/* Where the number of the line is read from: behind the marks of a heading and of bold. */
static const char *
find_number (const char *line, guint *out_indent, gboolean *out_heading, gboolean *out_bold)
{
  const char *p = line;

  *out_indent = skip_indent (&p);
  *out_heading = *p == '#';
  while (*p == '#')
    p++;
  (void) skip_indent (&p);
  *out_bold = skip_emphasis (&p);
  return p;
}

/* Begins a clause where the line has a number. */
static gboolean
open_entry (Parser *self, const char *line)
{
  Entry entry = { .parent = NOBODY };
  gboolean heading, bold;
  const char *p = find_number (line, &entry.indent, &heading, &bold);
  gsize length = muster_clause_number_scan (p, &entry.number);
  const char *body = p + length;
  guint at = self->entries->len;

  if (length == 0 || at == MUSTER_CLAUSE_MAX || !has_parent (self, &entry.number))
    {
      g_free (entry.number.path);
      return FALSE;
    }

  close_entry (self, line);
  entry.bold = bold && !skip_emphasis (&body);
  (void) skip_indent (&body);
  entry.span = g_new0 (MusterClauseSpan, 1);
  entry.span->start = (gsize) (line - self->text);
  entry.span->body = (gsize) (body - self->text);
  entry.span->line = self->line;
  g_array_append_val (self->entries, entry);
  note_number (self, &entry.number);
  if (entry.number.path != NULL)
    entry.span->depth = count_parts (entry.number.path);
  else
    place (self, at);
  self->open = at;
  self->heading = heading;
  return TRUE;
}

/* Whether the clause says a whole sentence, so that the next paragraph is not part of it. */
static gboolean
is_said (Parser *self, const char *end)
{
  static const char *const stops[] = { ".", "。", ";", "；", "!", "！", "?", "？" };
  gsize at = find_end (self, end);

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      gsize length = strlen (stops[i]);

      if (at >= length && strncmp (self->text + at - length, stops[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_fence (const char *line)
{
  return g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~");
}

static void
read_line (Parser *self, const char *line)
{
  const char *p = line;
  guint indent = skip_indent (&p);
  gboolean blank = *p == '\0' || *p == '\n' || *p == '\r';

  if (is_fence (p) && (self->fence == NULL || *self->fence == *p))
    self->fence = self->fence == NULL ? p : NULL;
  else if (self->fence == NULL && !blank && !open_entry (self, line))
    {
      if (*p == '#')
        {
          close_entry (self, line);
          self->depth = 0;
        }
      else if (self->open != NOBODY && self->blank && indent == 0 && !self->heading &&
               is_said (self, line))
        close_entry (self, line);
    }
  self->blank = blank;
}

/* Lists whose entries all have the number of the first count up. */
static void
count_up (Parser *self)
{
  g_autofree guint *lengths = g_new0 (guint, self->n_lists + 1);
  g_autofree guint *firsts = g_new0 (guint, self->n_lists + 1);
  g_autofree gboolean *differ = g_new0 (gboolean, self->n_lists + 1);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = get_entry (self, i);

      if (lengths[entry->list]++ == 0)
        firsts[entry->list] = entry->number.own;
      differ[entry->list] |=
          entry->number.own != firsts[entry->list] || entry->number.letter != '\0';
    }

  memset (lengths, 0, sizeof *lengths * (self->n_lists + 1));
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);

      if (!differ[entry->list] && entry->number.style == MUSTER_CLAUSE_STYLE_POINT)
        entry->number.own = firsts[entry->list] + lengths[entry->list]++;
    }
}

static void
name_entries (Parser *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);
      g_autofree char *own = muster_clause_number_dup_own (&entry->number);
      const char *above = entry->number.path;

      if (entry->parent != NOBODY)
        above = get_entry (self, entry->parent)->span->number;
      entry->span->number =
          above != NULL ? g_strconcat (above, ".", own, NULL) : g_steal_pointer (&own);
    }
}

static GPtrArray *
hand_out (Parser *self)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_clause_span_free);

  for (guint i = 0; i < self->entries->len; i++)
    {
      g_ptr_array_add (spans, get_entry (self, i)->span);
      g_free (get_entry (self, i)->number.path);
    }
  return spans;
}

/**
 * muster_clause_parse:
 * @text: Markdown
 *
 * Numbers are read as people write them, in English and Chinese: 3. 3、 3) （三） 第三条 三、 3.1
 * 2a. ③; in headings and in bold letters too, not in blocks of code.
 *
 * Returns: (transfer full) (element-type MusterClauseSpan): in the order of the text
 */
GPtrArray *
muster_clause_parse (const char *text)
{
  Parser self = { .text = text, .open = NOBODY };
  const char *line = text;
  GPtrArray *spans;

  self.entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self.roots = g_array_new (FALSE, FALSE, sizeof (guint));
  self.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (*line != '\0')
    {
      const char *end = strchr (line, '\n');

      self.line++;
      read_line (&self, line);
      line = end != NULL ? end + 1 : line + strlen (line);
    }
  close_entry (&self, line);
  count_up (&self);
  name_entries (&self);
  spans = hand_out (&self);
  g_hash_table_unref (self.known);
  g_array_unref (self.roots);
  g_array_unref (self.entries);
  return spans;
}
