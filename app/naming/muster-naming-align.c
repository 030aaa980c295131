/* muster-naming-align.c - the best way to read a nickname by a form of the template
 *
 * Part of naming, for the checker alone.  A nickname of n characters and a
 * form of m parts and literals span a grid; each way through it reads the
 * nickname in one way, tolerances cost a little and faults much, and the
 * cheapest way wins.  So what a person would see at once, "the department is
 * unknown, the rest is right", is what is found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-naming-align"

#include "config.h"

#include <string.h>

#include "muster-naming-align.h"
#include "muster-naming-value.h"
#include "muster-personal-name.h"

#define COST_SPACING 5
#define COST_NEAR 10      /* a wrong separator, decoration, a variant */
#define COST_DOUBTFUL 150 /* more, where it could well be otherwise */
#define COST_STROKE 15    /* 一 typed for a dash */
#define COST_NO_SEPARATOR 20
#define COST_TURNED 30 /* Family, Given */
#define COST_FAULTY 900
#define COST_FAULTY_GLUED 995
#define COST_EXTRA 950
#define COST_EXTRA_GLUED 1050
#define COST_MISSING 1000
#define COST_FUSED 1100 /* no separator between two parts that nothing tells apart */

/* What came before, as far as a missing separator is concerned. */
typedef enum
{
  STATE_OPEN,     /* anything may follow */
  STATE_MISSING,  /* a part that isn't there, whose separator isn't missed */
  STATE_ANCHORED, /* a part that is known by itself */
  STATE_FREE,     /* a part that ends only where a separator shows it */
  STATE_PENDING,  /* such a part without its separator: the next must be known by itself */
  N_STATES,
} State;

typedef enum
{
  ACTION_NONE,
  ACTION_END,
  ACTION_SKIP,
  ACTION_VALUE,
  ACTION_MISSING,
  ACTION_FAULTY,
} Action;

typedef struct
{
  int cost; /* 0 until known, then shifted by one million to stay positive */
  guint8 action;
  guint8 next_state;
  guint8 next_token;
  guint8 next_glyph;
  guint16 flags;
  guint8 wrong;
} Cell;

#define COST_KNOWN 1000000

typedef struct
{
  const MusterNamingGlyph *glyphs;
  guint n;
  MusterNamingToken **tokens;
  guint m;
  const MusterNamingSense *sense;
  Cell *cells; /* (owned) */
  GString *scratch;
} Aligner;

static int solve (Aligner *self, guint k, guint i, State state);

static Cell *
get_cell (Aligner *self, guint k, guint i, State state)
{
  return &self->cells[(k * (self->n + 1) + i) * N_STATES + state];
}

static int
get_flags_cost (MusterNamingFlags flags)
{
  int cost = 0;

  cost += (flags & MUSTER_NAMING_SPACING) != 0 ? COST_SPACING : 0;
  cost += (flags & MUSTER_NAMING_SEPARATOR) != 0 ? COST_NEAR : 0;
  cost += (flags & MUSTER_NAMING_DECORATION) != 0 ? COST_NEAR : 0;
  cost += (flags & MUSTER_NAMING_VARIANT) != 0 ? COST_NEAR : 0;
  cost += (flags & MUSTER_NAMING_ORDER) != 0 ? COST_TURNED : 0;
  return cost;
}

/* Offers a step: takes it if it leads to a cheaper end than the steps before. */
static void
offer (Aligner *self, Cell *cell, Cell step, int cost)
{
  cost += solve (self, step.next_token, step.next_glyph, (State) step.next_state);
  if (cell->action != ACTION_NONE && cost >= cell->cost)
    return;

  *cell = step;
  cell->cost = cost;
}

static Cell
step_to (Action action, guint k, guint i, State state, MusterNamingFlags flags)
{
  return (Cell){ .action = action,
                 .next_token = (guint8) k,
                 .next_glyph = (guint8) i,
                 .next_state = (guint8) state,
                 .flags = (guint16) flags };
}

static Cell
wrong_step_to (Action action, guint k, guint i, State state, MusterNamingFlags flags)
{
  Cell step = step_to (action, k, i, state, flags);

  step.wrong = TRUE;
  return step;
}

static gboolean
is_segment_start (const Aligner *self, guint i)
{
  return i < self->n && !muster_naming_glyph_parts (&self->glyphs[i]) &&
         (i == 0 || muster_naming_glyph_parts (&self->glyphs[i - 1]));
}

/* The dot within the names of minorities parts nothing. */
static gboolean
is_inner_dot (const Aligner *self, guint i)
{
  gunichar c = self->glyphs[i].c;

  return (c == 0xB7 || c == 0x2022 || c == 0x30FB) && i + 1 < self->n &&
         self->glyphs[i + 1].kind == MUSTER_CHARACTER_LETTER;
}

static guint
get_segment_end (const Aligner *self, guint i)
{
  while (i < self->n && (!muster_naming_glyph_parts (&self->glyphs[i]) || is_inner_dot (self, i)))
    i++;

  return i;
}

static guint
get_run_end (const Aligner *self, guint i)
{
  while (i < self->n && muster_naming_glyph_parts (&self->glyphs[i]))
    i++;

  return i;
}

static void
offer_extra (Aligner *self, Cell *cell, guint k, guint i)
{
  guint end;

  if (!is_segment_start (self, i))
    return;

  end = get_run_end (self, get_segment_end (self, i));
  offer (self, cell, wrong_step_to (ACTION_SKIP, k, end, STATE_OPEN, MUSTER_NAMING_EXTRA),
         COST_EXTRA);
}

/* Spaces and brackets before a part or a word, and any sign before the first or where the
 * template has none. */
static void
offer_skips (Aligner *self, Cell *cell, guint k, guint i, State state)
{
  MusterCharacterKind kind;

  if (i == self->n)
    return;

  kind = self->glyphs[i].kind;
  if (kind == MUSTER_CHARACTER_SPACE)
    offer (self, cell, step_to (ACTION_SKIP, k, i + 1, state, MUSTER_NAMING_SPACING), COST_SPACING);
  else if (kind == MUSTER_CHARACTER_BRACKET ||
           (k == 0 && muster_naming_glyph_parts (&self->glyphs[i])))
    offer (self, cell, step_to (ACTION_SKIP, k, i + 1, STATE_OPEN, MUSTER_NAMING_DECORATION),
           COST_NEAR);
  else if (muster_naming_glyph_parts (&self->glyphs[i]) && k > 0 &&
           self->tokens[k - 1]->kind != MUSTER_NAMING_TOKEN_SEPARATOR)
    offer (self, cell,
           step_to (ACTION_SKIP, k, get_run_end (self, i), STATE_OPEN, MUSTER_NAMING_SEPARATOR),
           COST_NEAR);
}

static gboolean
is_upper (const Aligner *self, guint i)
{
  return i < self->n && g_unichar_isupper (self->glyphs[i].c);
}

/* Whether @j is inside a number or a Latin word, where no part of a nickname ends: but in HRJohn
 * a word begins at the J. */
static gboolean
is_inside_word (const Aligner *self, guint j, const MusterNamingToken *token)
{
  const MusterNamingGlyph *before = &self->glyphs[j - 1], *behind = &self->glyphs[j];

  if (j == self->n || before->kind != behind->kind)
    return FALSE;
  if (behind->kind == MUSTER_CHARACTER_DIGIT)
    return !token->digits;
  if (behind->kind != MUSTER_CHARACTER_LETTER || before->c >= 0x2E80 || behind->c >= 0x2E80)
    return FALSE;

  return !is_upper (self, j) ||
         (is_upper (self, j - 1) && (j + 1 == self->n || is_upper (self, j + 1)));
}

static void
offer_values (Aligner *self, Cell *cell, guint k, guint i, State state)
{
  if (i == self->n || self->glyphs[i].kind == MUSTER_CHARACTER_SPACE)
    return;

  for (guint j = i + 1; j <= self->n; j++)
    {
      MusterNamingFit fit;
      Cell step;
      int cost;

      if (self->glyphs[j - 1].kind == MUSTER_CHARACTER_SPACE ||
          (j < self->n && self->glyphs[j].kind == MUSTER_CHARACTER_MARK) ||
          is_inside_word (self, j, self->tokens[k]))
        continue;
      g_string_truncate (self->scratch, 0);
      if (!muster_naming_value_read (self->tokens[k], self->glyphs + i, j - i, self->sense,
                                     self->scratch, &fit))
        continue;

      cost = get_flags_cost (fit.flags) - fit.bonus;
      step =
          step_to (ACTION_VALUE, k + 1, j, fit.anchored ? STATE_ANCHORED : STATE_FREE, fit.flags);
      if (state == STATE_PENDING && !fit.anchored)
        {
          cost += COST_FUSED;
          step.flags |= MUSTER_NAMING_FUSED;
          step.wrong = TRUE;
        }
      offer (self, cell, step, cost);
    }
}

static gboolean
is_name (const MusterNamingToken *token)
{
  return g_strv_contains ((const char *const *) token->fields, "name");
}

/* Where @word stands from @i on, in any spelling; behind its last glyph, or 0. */
static guint
match_word (const Aligner *self, guint i, const char *word, MusterNamingFlags *flags)
{
  for (; *word != '\0'; word = g_utf8_next_char (word), i++)
    {
      gunichar c = g_utf8_get_char (word);

      if (i == self->n || muster_naming_glyph_get_key (c) != self->glyphs[i].key)
        return 0;
      if (self->glyphs[i].raw != c)
        *flags |= MUSTER_NAMING_VARIANT;
    }

  return i;
}

static gboolean
has_letter (const Aligner *self, guint i, guint end)
{
  for (; i < end; i++)
    if (self->glyphs[i].kind == MUSTER_CHARACTER_LETTER)
      return TRUE;

  return FALSE;
}

/* 张三 in 张三（出差）: somebody's name, and no department that is not known. */
static gboolean
is_name_before_remark (Aligner *self, guint i, guint end)
{
  g_string_truncate (self->scratch, 0);
  for (guint j = i; j < end; j++)
    g_string_append_unichar (self->scratch, self->glyphs[j].c);
  if (muster_naming_value_is_known_name (self->sense, self->scratch->str))
    return TRUE;

  return end < self->n && self->glyphs[end].kind == MUSTER_CHARACTER_BRACKET &&
         muster_personal_name_get_weight (self->scratch->str) >= 2 &&
         !muster_personal_name_is_office (self->scratch->str);
}

/* What stands where the part should be, up to a sign or to the template's next word. */
static void
offer_faulty (Aligner *self, Cell *cell, guint k, guint i, State state)
{
  MusterNamingFlags fault = is_name (self->tokens[k]) ? MUSTER_NAMING_NOT_A_NAME : 0;
  gboolean at_start = is_segment_start (self, i);
  guint end = get_segment_end (self, i);
  int cost = (at_start ? COST_FAULTY : COST_FAULTY_GLUED) +
             (fault != 0 && !has_letter (self, i, end) ? COST_DOUBTFUL : 0);
  MusterNamingFlags ignored = 0;

  if (end == i || (!at_start && state != STATE_OPEN && state != STATE_ANCHORED))
    return;
  if (!is_name (self->tokens[k]) && is_name_before_remark (self, i, end))
    cost += MUSTER_NAMING_NAME_AS_TEXT_COST;

  offer (self, cell, wrong_step_to (ACTION_FAULTY, k + 1, end, STATE_FREE, fault), cost);
  if (k + 1 == self->m || self->tokens[k + 1]->kind != MUSTER_NAMING_TOKEN_WORD)
    return;
  for (guint j = i + 1; j < end; j++)
    if (match_word (self, j, self->tokens[k + 1]->text, &ignored) != 0)
      offer (self, cell, wrong_step_to (ACTION_FAULTY, k + 1, j, STATE_ANCHORED, fault), cost);
}

static void
solve_part (Aligner *self, Cell *cell, guint k, guint i, State state)
{
  offer_values (self, cell, k, i, state);
  offer_skips (self, cell, k, i, state);
  offer_faulty (self, cell, k, i, state);
  offer_extra (self, cell, k, i);
  offer (self, cell, wrong_step_to (ACTION_MISSING, k + 1, i, STATE_MISSING, 0), COST_MISSING);
}

static gboolean
has_bracket (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (muster_character_get_kind (g_utf8_get_char (text)) == MUSTER_CHARACTER_BRACKET)
      return TRUE;

  return FALSE;
}

static char *
dup_without_spaces (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (muster_character_get_kind (g_utf8_get_char (text)) != MUSTER_CHARACTER_SPACE)
      g_string_append_unichar (out, g_utf8_get_char (text));

  return g_string_free (out, FALSE);
}

/* How a run of signs differs from the separator that it stands for. */
static MusterNamingFlags
compare_run (const MusterNamingGlyph *glyphs, guint n, const char *separator)
{
  g_autofree char *wanted = dup_without_spaces (separator);
  g_autoptr (GString) core = g_string_new (NULL);
  gboolean spaces = FALSE, brackets = FALSE, keep_brackets = has_bracket (separator);
  MusterNamingFlags flags = 0;

  for (guint i = 0; i < n; i++)
    if (glyphs[i].kind == MUSTER_CHARACTER_SPACE)
      spaces = TRUE;
    else if (glyphs[i].kind == MUSTER_CHARACTER_BRACKET && !keep_brackets)
      brackets = TRUE;
    else
      g_string_append_unichar (core, glyphs[i].raw);

  if (brackets)
    flags |= MUSTER_NAMING_DECORATION;
  if (!g_str_equal (core->str, wanted))
    flags |= MUSTER_NAMING_SEPARATOR;
  else if (!brackets || spaces)
    flags |= MUSTER_NAMING_SPACING;
  if (spaces && core->len > 0 && g_str_equal (wanted, separator))
    flags |= MUSTER_NAMING_SPACING;
  return flags;
}

static guint
match_exactly (const Aligner *self, guint i, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text), i++)
    if (i == self->n || self->glyphs[i].raw != g_utf8_get_char (text))
      return 0;

  return i;
}

static gboolean
is_stroke_for_dash (const MusterNamingGlyph *glyph, const char *separator)
{
  return glyph->c == 0x4E00 && strpbrk (separator, "-_~") != NULL;
}

/* Whether what is between may as well be between the words of a Western name. */
static gboolean
is_space_in_name (const Aligner *self, guint i, guint end)
{
  if (i == 0 || end == self->n || self->glyphs[i - 1].c >= 0x2E80 || self->glyphs[end].c >= 0x2E80)
    return FALSE;

  for (; i < end; i++)
    if (self->glyphs[i].kind != MUSTER_CHARACTER_SPACE)
      return FALSE;
  return TRUE;
}

static void
solve_separator (Aligner *self, Cell *cell, guint k, guint i, State state)
{
  const char *text = self->tokens[k]->text;
  guint end = match_exactly (self, i, text);
  int cost = COST_NO_SEPARATOR;
  State next = state == STATE_FREE || state == STATE_PENDING ? STATE_PENDING : STATE_OPEN;

  if (end > i)
    offer (self, cell, step_to (ACTION_SKIP, k + 1, end, STATE_OPEN, 0), 0);
  end = get_run_end (self, i);
  if (end > i)
    {
      MusterNamingFlags flags = compare_run (self->glyphs + i, end - i, text);

      offer (self, cell, step_to (ACTION_SKIP, k + 1, end, STATE_OPEN, flags),
             get_flags_cost (flags) + (is_space_in_name (self, i, end) ? COST_DOUBTFUL : 0));
    }
  if (state == STATE_ANCHORED && i < self->n && is_stroke_for_dash (&self->glyphs[i], text))
    offer (self, cell, step_to (ACTION_SKIP, k + 1, i + 1, STATE_OPEN, MUSTER_NAMING_SEPARATOR),
           COST_STROKE);
  if (state == STATE_MISSING)
    offer (self, cell, step_to (ACTION_SKIP, k + 1, i, STATE_OPEN, 0), 0);
  else
    offer (self, cell, step_to (ACTION_SKIP, k + 1, i, next, MUSTER_NAMING_SEPARATOR), cost);
}

static void
solve_word (Aligner *self, Cell *cell, guint k, guint i, State state)
{
  MusterNamingFlags flags = 0;
  guint end = match_word (self, i, self->tokens[k]->text, &flags);

  if (end != 0)
    offer (self, cell, step_to (ACTION_SKIP, k + 1, end, STATE_ANCHORED, flags),
           get_flags_cost (flags));
  offer_skips (self, cell, k, i, state);
  offer_extra (self, cell, k, i);
  if (state == STATE_MISSING) /* it is not missed where its part is */
    offer (self, cell, wrong_step_to (ACTION_SKIP, k + 1, i, state, 0), COST_NEAR);
  else
    offer (self, cell, wrong_step_to (ACTION_SKIP, k + 1, i, state, MUSTER_NAMING_MISSING_LITERAL),
           COST_MISSING);
}

/* Behind the last token. */
static void
solve_end (Aligner *self, Cell *cell, guint i)
{
  MusterNamingFlags flags = 0;

  *cell = step_to (ACTION_END, 0, 0, STATE_OPEN, 0);
  if (i == self->n)
    return;
  if (get_run_end (self, i) == self->n)
    {
      for (; i < self->n; i++)
        flags |= self->glyphs[i].kind == MUSTER_CHARACTER_SPACE ? MUSTER_NAMING_SPACING
                                                                : MUSTER_NAMING_DECORATION;
      cell->flags = (guint16) flags;
      cell->cost = get_flags_cost (flags);
      return;
    }

  cell->flags = MUSTER_NAMING_EXTRA;
  cell->wrong = TRUE;
  cell->cost = is_segment_start (self, i) || muster_naming_glyph_parts (&self->glyphs[i])
                   ? COST_EXTRA
                   : COST_EXTRA_GLUED;
}

static int
solve (Aligner *self, guint k, guint i, State state)
{
  Cell *cell = get_cell (self, k, i, state);
  Cell best = { 0 };

  if (cell->action != ACTION_NONE)
    return cell->cost - COST_KNOWN;

  if (k == self->m)
    solve_end (self, &best, i);
  else if (self->tokens[k]->kind == MUSTER_NAMING_TOKEN_PART)
    solve_part (self, &best, k, i, state);
  else if (self->tokens[k]->kind == MUSTER_NAMING_TOKEN_SEPARATOR)
    solve_separator (self, &best, k, i, state);
  else
    solve_word (self, &best, k, i, state);

  *cell = best;
  cell->cost += COST_KNOWN;
  return best.cost;
}

static void
reading_free (gpointer data)
{
  MusterNamingReading *reading = data;

  g_free (reading->value);
  g_free (reading);
}

static void
note_reading (Aligner *self, const Cell *cell, guint k, guint i, MusterNamingAlignment *out)
{
  MusterNamingToken *token = self->tokens[k];
  MusterNamingReading *reading;
  MusterNamingFit fit = { 0 };

  if (token->kind != MUSTER_NAMING_TOKEN_PART || cell->action == ACTION_SKIP)
    return;

  fit.field = token->fields[0];
  reading = g_new0 (MusterNamingReading, 1);
  reading->token = token;
  g_string_truncate (self->scratch, 0);
  if (cell->action == ACTION_VALUE)
    muster_naming_value_read (token, self->glyphs + i, cell->next_glyph - i, self->sense,
                              self->scratch, &fit);
  else if (cell->action == ACTION_MISSING)
    reading->fault = "missing";
  else
    {
      reading->fault = is_name (token) ? "not-a-name" : "unlisted";
      for (guint j = i; j < cell->next_glyph; j++)
        g_string_append_unichar (self->scratch, self->glyphs[j].raw);
    }
  reading->field = fit.field;
  reading->anchored = cell->action == ACTION_VALUE && fit.anchored;
  if (cell->action != ACTION_MISSING)
    reading->value = g_strdup (self->scratch->str);
  g_ptr_array_add (out->readings, reading);
}

static void
walk (Aligner *self, MusterNamingAlignment *out)
{
  guint k = 0, i = 0;
  State state = STATE_OPEN;

  for (;;)
    {
      const Cell *cell = get_cell (self, k, i, state);

      out->flags |= cell->flags;
      out->wrong |= cell->wrong;
      if (cell->action == ACTION_END)
        return;
      note_reading (self, cell, k, i, out);
      k = cell->next_token;
      i = cell->next_glyph;
      state = (State) cell->next_state;
    }
}

void
muster_naming_alignment_clear (MusterNamingAlignment *self)
{
  g_clear_pointer (&self->readings, g_ptr_array_unref);
}

/**
 * muster_naming_alignment_find:
 *
 * Returns: (nullable): what was read for a part of the template
 */
const MusterNamingReading *
muster_naming_alignment_find (const MusterNamingAlignment *self, const MusterNamingToken *token)
{
  for (guint i = 0; self->readings != NULL && i < self->readings->len; i++)
    {
      const MusterNamingReading *reading = g_ptr_array_index (self->readings, i);

      if (reading->token == token)
        return reading;
    }

  return NULL;
}

/**
 * muster_naming_align:
 * @tokens: (element-type MusterNamingToken): a form of the template, or its parts in another order
 * @out: (out caller-allocates): the best reading; there always is one
 */
void
muster_naming_align (const MusterNamingGlyphs *glyphs, GPtrArray *tokens,
                     const MusterNamingSense *sense, MusterNamingAlignment *out)
{
  g_autoptr (GString) scratch = g_string_sized_new (64);
  g_autofree Cell *cells = g_new0 (Cell, (tokens->len + 1) * (glyphs->n + 1) * N_STATES);
  Aligner self = { .glyphs = glyphs->array,
                   .n = glyphs->n,
                   .tokens = (MusterNamingToken **) tokens->pdata,
                   .m = tokens->len,
                   .sense = sense,
                   .cells = cells,
                   .scratch = scratch };

  *out = (MusterNamingAlignment){ .readings = g_ptr_array_new_with_free_func (reading_free) };
  out->cost = solve (&self, 0, 0, STATE_OPEN);
  walk (&self, out);
}
