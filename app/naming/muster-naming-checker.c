/* muster-naming-checker.c - judges nicknames by a template
 *
 * Part of naming; anyone above may call it, from any thread.  Holds what is
 * the same for all nicknames of a group; each verdict is a pure function of
 * nickname, template, lists and the person or roster.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-naming-checker"

#include "config.h"

#include <string.h>

#include "muster-han.h"
#include "muster-naming-align.h"
#include "muster-naming-checker.h"
#include "muster-naming-explain.h"
#include "muster-naming-order.h"
#include "muster-naming-program.h"
#include "muster-personal-name.h"

struct _MusterNamingChecker
{
  GObject parent_instance;

  MusterNamingTemplate *template; /* owned */
  MusterNamingLists *lists;       /* owned */
  MusterNamingProgram *program;   /* owned */
  gboolean traditional;           /* the group itself writes traditional characters */
};

G_DEFINE_FINAL_TYPE (MusterNamingChecker, muster_naming_checker, G_TYPE_OBJECT)

typedef struct
{
  GPtrArray *form; /* the tokens in the template's order, borrowed */
  MusterNamingAlignment alignment;
} Best;

static void
take_if_better (Best *best, GPtrArray *form, MusterNamingAlignment *alignment)
{
  if (best->form != NULL && alignment->cost >= best->alignment.cost)
    {
      muster_naming_alignment_clear (alignment);
      return;
    }

  muster_naming_alignment_clear (&best->alignment);
  best->form = form;
  best->alignment = *alignment;
}

static gboolean
is_unconvincing (const MusterNamingAlignment *alignment)
{
  return alignment->wrong || (alignment->flags & MUSTER_NAMING_NAME_MISMATCH) != 0;
}

/* A made-up name with a number behind it is not a company. */
static gboolean
ends_in_a_number (const char *text)
{
  gsize n = strlen (text);

  return n > 0 && g_ascii_isdigit (text[n - 1]) && !g_ascii_isdigit (text[0]);
}

/* Whether free text may stand for a part in another place: not 出差 in 张三（出差） or 张三-出差,
 * a remark, unless the roster says so. */
static gboolean
is_plausible_text (const MusterNamingAlignment *alignment, const MusterNamingReading *reading,
                   const MusterNamingSense *sense)
{
  const MusterNamingFlags brackets = MUSTER_NAMING_SEPARATOR | MUSTER_NAMING_DECORATION;
  GHashTable *fields = sense->person != NULL ? sense->person->fields : NULL;
  gboolean known = FALSE;

  for (guint i = 0; fields != NULL && reading->token->fields[i] != NULL; i++)
    {
      const char *value = g_hash_table_lookup (fields, reading->token->fields[i]);

      if (value == NULL || *value == '\0')
        continue;
      if (strstr (value, reading->value) != NULL || strstr (reading->value, value) != NULL)
        return TRUE;
      known = TRUE;
    }
  return !known && ((alignment->flags & brackets) != brackets ||
                    muster_personal_name_is_office (reading->value));
}

/* Parts that anything could stand for fit in any order.  Swapped they are only where one of them
 * is known by itself, or the name looks like one and the rest does not. */
static gboolean
is_plausible_order (const MusterNamingAlignment *alignment, const MusterNamingSense *sense)
{
  gboolean like_a_name = FALSE, odd = FALSE, known = FALSE;

  for (guint i = 0; i < alignment->readings->len; i++)
    {
      const MusterNamingReading *reading = g_ptr_array_index (alignment->readings, i);

      known |= reading->anchored;
      if (!reading->anchored && !g_str_equal (reading->field, "name") &&
          !is_plausible_text (alignment, reading, sense))
        return FALSE;
      if (g_str_equal (reading->field, "name"))
        like_a_name = muster_personal_name_get_weight (reading->value) >= 2 &&
                      !muster_personal_name_is_office (reading->value);
      else
        odd |= ends_in_a_number (reading->value);
    }

  return known || (like_a_name && !odd);
}

static void
try_other_orders (MusterNamingChecker *self, const MusterNamingGlyphs *glyphs,
                  const MusterNamingSense *sense, Best *best)
{
  GPtrArray *forms = muster_naming_template_get_forms (self->template);

  for (guint i = 0; i < forms->len; i++)
    {
      g_autoptr (GPtrArray) orders = muster_naming_order_list (g_ptr_array_index (forms, i));

      for (guint j = 0; j < orders->len; j++)
        {
          MusterNamingAlignment alignment;

          muster_naming_align (glyphs, g_ptr_array_index (orders, j), sense, &alignment);
          if (alignment.wrong || (is_unconvincing (&alignment) && !best->alignment.wrong) ||
              !is_plausible_order (&alignment, sense))
            {
              muster_naming_alignment_clear (&alignment);
              continue;
            }
          alignment.cost += MUSTER_NAMING_ORDER_COST;
          alignment.flags |= MUSTER_NAMING_ORDER;
          take_if_better (best, g_ptr_array_index (forms, i), &alignment);
        }
    }
}

static void
find_best (MusterNamingChecker *self, const MusterNamingGlyphs *glyphs,
           const MusterNamingSense *sense, Best *best)
{
  GPtrArray *forms = muster_naming_template_get_forms (self->template);

  for (guint i = 0; i < forms->len; i++)
    {
      MusterNamingAlignment alignment;

      muster_naming_align (glyphs, g_ptr_array_index (forms, i), sense, &alignment);
      take_if_better (best, g_ptr_array_index (forms, i), &alignment);
    }
  if (is_unconvincing (&best->alignment))
    try_other_orders (self, glyphs, sense, best);

  if (glyphs->decorated)
    best->alignment.flags |= MUSTER_NAMING_DECORATION;
  if (glyphs->cut)
    {
      best->alignment.flags |= MUSTER_NAMING_EXTRA;
      best->alignment.wrong = TRUE;
    }
}

static gboolean
is_empty (const MusterNamingGlyphs *glyphs)
{
  for (guint i = 0; i < glyphs->n; i++)
    if (glyphs->array[i].kind != MUSTER_CHARACTER_SPACE)
      return FALSE;

  return !glyphs->ornamented;
}

static const MusterNamingReading *
get_good_reading (const MusterNamingAlignment *alignment, const MusterNamingToken *token)
{
  const MusterNamingReading *reading =
      alignment != NULL ? muster_naming_alignment_find (alignment, token) : NULL;

  return reading != NULL && reading->fault == NULL ? reading : NULL;
}

/* A value of the roster in the spelling of the list; a number with its leading zeros. */
static char *
spell_value (MusterNamingChecker *self, const MusterNamingToken *token, const char *field,
             const char *value)
{
  if (muster_naming_lists_has (self->lists, field))
    {
      g_autofree char *key = muster_naming_glyphs_dup_key (value);
      const char *listed = NULL;

      muster_naming_lists_find (self->lists, field, key, &listed);
      return g_strdup (listed);
    }
  if (token->digits && strspn (value, "0123456789") == strlen (value))
    return g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) token->min,
                            g_ascii_strtoull (value, NULL, 10));

  return g_strdup (value);
}

static char *
dup_roster_value (MusterNamingChecker *self, const MusterNamingToken *token,
                  const MusterNamingPerson *person)
{
  for (guint i = 0; token->fields[i] != NULL; i++)
    {
      const char *field = token->fields[i];
      const char *value = g_str_equal (field, "name") ? person->name
                          : person->fields != NULL    ? g_hash_table_lookup (person->fields, field)
                                                      : NULL;
      char *spelt =
          value != NULL && *value != '\0' ? spell_value (self, token, field, value) : NULL;

      if (spelt != NULL)
        return spelt;
    }

  return NULL;
}

/* The form filled from the roster, and from what is right in the nickname where the roster is
 * silent; %NULL if a part stays empty. */
static char *
fill_form (MusterNamingChecker *self, GPtrArray *form, const MusterNamingPerson *person,
           const MusterNamingAlignment *alignment)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < form->len; i++)
    {
      const MusterNamingToken *token = g_ptr_array_index (form, i);
      const MusterNamingReading *reading = get_good_reading (alignment, token);
      g_autofree char *value = NULL;

      if (token->kind != MUSTER_NAMING_TOKEN_PART)
        {
          g_string_append (out, token->text);
          continue;
        }
      if (person != NULL)
        value = dup_roster_value (self, token, person);
      if (value == NULL && reading != NULL)
        value = g_strdup (reading->value);
      if (value == NULL)
        return NULL;
      g_string_append (out, value);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
suggest_from_roster (MusterNamingChecker *self, const MusterNamingPerson *person,
                     const MusterNamingAlignment *alignment)
{
  GPtrArray *forms = muster_naming_template_get_forms (self->template);

  for (guint i = 0; i < forms->len; i++)
    {
      char *text = fill_form (self, g_ptr_array_index (forms, i), person, alignment);

      if (text != NULL)
        return text;
    }

  return NULL;
}

static MusterNamingVerdict
get_verdict (const MusterNamingAlignment *alignment)
{
  if (alignment->wrong)
    return MUSTER_NAMING_WRONG;
  if ((alignment->flags & MUSTER_NAMING_NAME_MISMATCH) != 0)
    return MUSTER_NAMING_MISMATCH;

  return alignment->flags != 0 ? MUSTER_NAMING_NEAR : MUSTER_NAMING_EXACT;
}

static void
add_parts (const Best *best, MusterNamingResult *result)
{
  for (guint i = 0; i < best->form->len; i++)
    {
      const MusterNamingToken *token = g_ptr_array_index (best->form, i);
      const MusterNamingReading *reading = muster_naming_alignment_find (&best->alignment, token);

      if (reading != NULL && reading->value != NULL &&
          g_strcmp0 (reading->fault, "not-a-name") != 0)
        muster_naming_result_add_part (result, reading->field, g_strdup (reading->value));
    }
}

static MusterNamingResult *
judge_in_full (MusterNamingChecker *self, const char *nickname, const MusterNamingSense *sense)
{
  g_auto (MusterNamingGlyphs) glyphs = { 0 };
  MusterNamingResult *result = muster_naming_result_new ();
  Best best = { 0 };

  muster_naming_glyphs_read (&glyphs, nickname, self->template);
  if (is_empty (&glyphs))
    {
      result->verdict = MUSTER_NAMING_UNKNOWN;
      if (sense->person != NULL)
        result->suggestion = suggest_from_roster (self, sense->person, NULL);
      muster_naming_explain (NULL, sense, result);
      return result;
    }

  find_best (self, &glyphs, sense, &best);
  result->verdict = get_verdict (&best.alignment);
  add_parts (&best, result);
  if (result->verdict == MUSTER_NAMING_NEAR)
    result->suggestion = fill_form (self, best.form, NULL, &best.alignment);
  else if (result->verdict != MUSTER_NAMING_EXACT && sense->person != NULL)
    result->suggestion = suggest_from_roster (self, sense->person, &best.alignment);
  muster_naming_explain (&best.alignment, sense, result);
  muster_naming_alignment_clear (&best.alignment);
  return result;
}

/* Whether the name that was read is surely the right one. */
static gboolean
is_right_name (const MusterNamingSense *sense, const MusterNamingSpan *spans, guint n)
{
  if (sense->person == NULL && sense->roster == NULL)
    return TRUE;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (spans[i].field, "name"))
      {
        g_autofree char *name = g_strndup (spans[i].start, (gsize) (spans[i].end - spans[i].start));
        const char *expected;
        MusterNamingFlags flags = 0;

        if (sense->person != NULL)
          return g_str_equal (name, sense->person->name);
        return muster_naming_roster_find (sense->roster, name, &expected, &flags) ==
               MUSTER_NAME_SAME;
      }

  return TRUE;
}

static MusterNamingResult *
judge (MusterNamingChecker *self, const char *nickname, MusterNamingSense sense)
{
  MusterNamingSpan spans[MUSTER_NAMING_PROGRAM_PARTS];
  MusterNamingResult *result;
  guint n = 0;

  sense.lists = self->lists;
  sense.keep_traditional = self->traditional;
  if (!muster_naming_program_match (self->program, nickname, strlen (nickname), spans, &n) ||
      !is_right_name (&sense, spans, n))
    return judge_in_full (self, nickname, &sense);

  result = muster_naming_result_new ();
  result->verdict = MUSTER_NAMING_EXACT;
  for (guint i = 0; i < n; i++)
    muster_naming_result_add_part (
        result, spans[i].field,
        g_strndup (spans[i].start, (gsize) (spans[i].end - spans[i].start)));
  muster_naming_explain (NULL, &sense, result);
  return result;
}

static void
muster_naming_checker_finalize (GObject *object)
{
  MusterNamingChecker *self = MUSTER_NAMING_CHECKER (object);

  muster_naming_program_free (self->program);
  muster_naming_lists_free (self->lists);
  muster_naming_template_free (self->template);

  G_OBJECT_CLASS (muster_naming_checker_parent_class)->finalize (object);
}

static void
muster_naming_checker_class_init (MusterNamingCheckerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = muster_naming_checker_finalize;
}

static void
muster_naming_checker_init (MusterNamingChecker *self)
{
}

static gboolean
is_written_in_traditional (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (muster_han_is_traditional (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/**
 * muster_naming_checker_new:
 * @template: (transfer full): the group's template
 * @lists: (transfer full) (nullable): the closed lists of its fields
 */
MusterNamingChecker *
muster_naming_checker_new (MusterNamingTemplate *template, MusterNamingLists *lists)
{
  MusterNamingChecker *self;

  g_return_val_if_fail (template != NULL, NULL);

  self = g_object_new (MUSTER_TYPE_NAMING_CHECKER, NULL);
  self->template = template;
  self->lists = lists != NULL ? lists : muster_naming_lists_new ();
  self->program = muster_naming_program_new (template, self->lists);
  self->traditional = muster_naming_lists_is_traditional (self->lists) ||
                      is_written_in_traditional (muster_naming_template_get_text (template));
  return self;
}

/**
 * muster_naming_checker_check:
 * @nickname: as it is shown in the group
 * @person: (nullable): whose account it is; %NULL if that is not known
 *
 * Judges by the verdict table of DESIGN.md, "The naming template".
 *
 * Returns: (transfer full)
 */
MusterNamingResult *
muster_naming_checker_check (MusterNamingChecker *self, const char *nickname,
                             const MusterNamingPerson *person)
{
  g_return_val_if_fail (MUSTER_IS_NAMING_CHECKER (self), NULL);
  g_return_val_if_fail (nickname != NULL, NULL);
  g_return_val_if_fail (person == NULL || person->name != NULL, NULL);

  return judge (self, nickname, (MusterNamingSense){ .person = person });
}

/**
 * muster_naming_checker_check_roster:
 * @roster: the names that there are
 *
 * As muster_naming_checker_check() where it is not known whose account it is: a name that is not
 * one of the roster is a mismatch.
 *
 * Returns: (transfer full)
 */
MusterNamingResult *
muster_naming_checker_check_roster (MusterNamingChecker *self, const char *nickname,
                                    const MusterNamingRoster *roster)
{
  g_return_val_if_fail (MUSTER_IS_NAMING_CHECKER (self), NULL);
  g_return_val_if_fail (nickname != NULL, NULL);
  g_return_val_if_fail (roster != NULL, NULL);

  return judge (self, nickname, (MusterNamingSense){ .roster = roster });
}

/**
 * muster_naming_checker_is_plainly_exact:
 * @length: of @nickname in bytes
 *
 * Returns: %TRUE if the verdict is exact and that could be seen at a glance; %FALSE says nothing
 */
gboolean
muster_naming_checker_is_plainly_exact (MusterNamingChecker *self, const char *nickname,
                                        gsize length)
{
  MusterNamingSpan spans[MUSTER_NAMING_PROGRAM_PARTS];
  guint n;

  g_return_val_if_fail (MUSTER_IS_NAMING_CHECKER (self), FALSE);

  return muster_naming_program_match (self->program, nickname, length, spans, &n);
}

/**
 * muster_naming_checker_dup_suggestion:
 *
 * Returns: (transfer full) (nullable): the nickname that @person should have; %NULL if the roster
 *   does not know enough
 */
char *
muster_naming_checker_dup_suggestion (MusterNamingChecker *self, const MusterNamingPerson *person)
{
  g_return_val_if_fail (MUSTER_IS_NAMING_CHECKER (self), NULL);
  g_return_val_if_fail (person != NULL && person->name != NULL, NULL);

  return suggest_from_roster (self, person, NULL);
}
