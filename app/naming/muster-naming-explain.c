/* muster-naming-explain.c - the reasons of a verdict, as codes and in words
 *
 * Part of naming, for the checker alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-naming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-naming-explain.h"

typedef struct
{
  const MusterNamingAlignment *alignment;
  const MusterNamingSense *sense;
  GStrvBuilder *codes;
  GString *text;
} Explainer;

static void add (Explainer *self, const char *code, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
add (Explainer *self, const char *code, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);

  g_strv_builder_add (self->codes, code);
  if (self->text->len > 0)
    {
      g_autofree char *before = g_strdup (self->text->str);

      /* TRANSLATORS: one sentence after another */
      g_string_printf (self->text, C_ ("sentences", "%s %s"), before, sentence);
    }
  else
    g_string_append (self->text, sentence);
}

/* Any of a part's alternatives would have done: company/school. */
static char *
dup_titles (const MusterNamingReading *reading)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (char **field = reading->token->fields; *field != NULL; field++)
    g_string_append_printf (titles, "%s%s", titles->len > 0 ? "/" : "",
                            muster_naming_field_get_title (*field));

  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
explain_fault (Explainer *self, const MusterNamingReading *reading, const char *fault)
{
  g_autofree char *code = g_strdup_printf ("%s:%s", fault, reading->field);
  const char *title = muster_naming_field_get_title (reading->field);
  g_autofree char *titles = dup_titles (reading);

  if (g_str_equal (fault, "missing"))
    /* TRANSLATORS: %s is a field: department, name, class … */
    add (self, code, _ ("The %s is missing."), titles);
  else if (muster_naming_lists_has (self->sense->lists, reading->field))
    /* TRANSLATORS: what was written, then a field: department, class … */
    add (self, code, _ ("“%s” is not one of the values known for the %s."), reading->value, title);
  else
    /* TRANSLATORS: what was written, then a field: seat, year … */
    add (self, code, _ ("“%s” cannot stand for the %s."), reading->value, title);
}

static void
explain_faults (Explainer *self, const char *fault)
{
  for (guint i = 0; i < self->alignment->readings->len; i++)
    {
      const MusterNamingReading *reading = g_ptr_array_index (self->alignment->readings, i);

      if (g_strcmp0 (reading->fault, fault) == 0)
        explain_fault (self, reading, fault);
    }
}

static const char *
get_name (const Explainer *self)
{
  for (guint i = 0; i < self->alignment->readings->len; i++)
    {
      const MusterNamingReading *reading = g_ptr_array_index (self->alignment->readings, i);

      if (reading->value != NULL &&
          g_strv_contains ((const char *const *) reading->token->fields, "name"))
        return reading->value;
    }

  return "";
}

static void
explain_name (Explainer *self, MusterNamingFlags flags)
{
  if ((flags & MUSTER_NAMING_NOT_A_NAME) != 0)
    add (self, "not-a-name", _ ("“%s” is not a person's name."), get_name (self));
  if ((flags & MUSTER_NAMING_EXTRA) != 0)
    add (self, "extra", _ ("There is more in it than the rule asks for."));
  if ((flags & MUSTER_NAMING_NAME_MISMATCH) != 0 && self->sense->person != NULL)
    add (self, "mismatch", _ ("The name is “%s”, but the roster says “%s”."), get_name (self),
         self->sense->person->name);
  else if ((flags & MUSTER_NAMING_NAME_MISMATCH) != 0)
    add (self, "mismatch", _ ("The name “%s” is not on the roster."), get_name (self));
}

static void
explain_flags (Explainer *self, MusterNamingFlags flags)
{
  if ((flags & MUSTER_NAMING_MISSING_LITERAL) != 0)
    add (self, "missing:literal", _ ("A fixed word of the rule is missing."));
  if ((flags & (MUSTER_NAMING_SEPARATOR | MUSTER_NAMING_FUSED)) != 0)
    add (self, "separator", _ ("The sign between the parts is not the one of the rule."));
  if ((flags & MUSTER_NAMING_SPACING) != 0)
    add (self, "spacing", _ ("There are spaces that do not belong there, or some are missing."));
  if ((flags & MUSTER_NAMING_ORDER) != 0)
    add (self, "order", _ ("The order is not that of the rule."));
  if ((flags & MUSTER_NAMING_DECORATION) != 0)
    add (self, "decoration", _ ("There are signs or pictures around it."));
  if ((flags & MUSTER_NAMING_VARIANT) != 0)
    add (self, "variant", _ ("It is spelt in another way."));
  explain_name (self, flags);
}

/* Of a nickname that is wrong, only what makes it so. */
static MusterNamingFlags
get_telling_flags (const MusterNamingAlignment *alignment)
{
  if (!alignment->wrong)
    return alignment->flags;

  return alignment->flags & (MUSTER_NAMING_MISSING_LITERAL | MUSTER_NAMING_FUSED |
                             MUSTER_NAMING_NOT_A_NAME | MUSTER_NAMING_EXTRA);
}

/**
 * muster_naming_explain:
 * @alignment: (nullable): how the nickname was read; %NULL if it was exact at a glance or empty
 * @result: its verdict is set; gets its reasons and its text
 */
void
muster_naming_explain (const MusterNamingAlignment *alignment, const MusterNamingSense *sense,
                       MusterNamingResult *result)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  Explainer self = { alignment, sense, codes, g_string_new (NULL) };

  if (result->verdict == MUSTER_NAMING_EXACT)
    g_string_append (self.text, _ ("The nickname follows the rule."));
  else if (result->verdict == MUSTER_NAMING_UNKNOWN || alignment == NULL)
    g_string_append (self.text, _ ("There is no nickname to judge."));
  else
    {
      explain_faults (&self, "missing");
      explain_faults (&self, "unlisted");
      explain_flags (&self, get_telling_flags (alignment));
    }

  result->reasons = g_strv_builder_end (codes);
  result->text = g_string_free (self.text, FALSE);
}
