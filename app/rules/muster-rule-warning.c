/* muster-rule-warning.c - what a keeper should know about a draft before it is published
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rule-warning"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-edition-compare.h"
#include "muster-markdown.h"
#include "muster-rule-warning.h"

void
muster_rule_warning_free (MusterRuleWarning *self)
{
  g_free (self->kind);
  g_free (self->text);
  g_free (self);
}

/* Takes @text. */
static void
add (GPtrArray *warnings, const char *kind, guint line, char *text)
{
  MusterRuleWarning *warning = g_new0 (MusterRuleWarning, 1);

  warning->kind = g_strdup (kind);
  warning->line = line;
  warning->text = text;
  g_ptr_array_add (warnings, warning);
}

/**
 * muster_rule_count_characters:
 * @markdown: (nullable):
 *
 * Returns: how many characters people count: signs, letters, digits and punctuation as they are
 *   shown, without blanks
 */
guint
muster_rule_count_characters (const char *markdown)
{
  g_autofree char *plain = muster_markdown_dup_plain (markdown != NULL ? markdown : "");
  guint n = 0;

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n += g_unichar_isgraph (c) && !g_unichar_ismark (c) && !g_unichar_iszerowidth (c);
    }
  return n;
}

static void
warn_of_losses (const MusterRuleDraft *draft, GPtrArray *warnings)
{
  static const struct
  {
    const char *kind;
    const char *text;
  } words[] = {
    [MUSTER_MARKDOWN_RAW_HTML] = { "html", N_ ("HTML is not shown: it is left out.") },
    [MUSTER_MARKDOWN_UNSAFE_LINK] = { "link",
                                      N_ ("A link that leads neither to a web page nor to a mail "
                                          "address is left out; its words stay.") },
    [MUSTER_MARKDOWN_IMAGE] = { "image", N_ ("A picture is not shown; its words stay.") },
  };
  const char *texts[] = { draft->document->draft, draft->document->welcome };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) losses = NULL;

      if (texts[i] == NULL)
        continue;
      losses = muster_markdown_list_losses (texts[i]);
      for (guint j = 0; j < losses->len; j++)
        {
          const MusterMarkdownLoss *loss = &g_array_index (losses, MusterMarkdownLoss, j);

          add (warnings, words[loss->kind].kind, i == 0 ? loss->line : 0,
               g_strdup (_ (words[loss->kind].text)));
        }
    }
}

static void
warn_of_length (const MusterRuleDraft *draft, GPtrArray *warnings)
{
  guint n = muster_rule_count_characters (draft->document->draft);
  guint n_welcome = muster_rule_count_characters (draft->document->welcome);

  if (n > MUSTER_RULE_TEXT_ADVISED)
    add (warnings, "length", 0,
         g_strdup_printf (_ ("The text has %u characters; people read up to %u."), n,
                          MUSTER_RULE_TEXT_ADVISED));
  if (n_welcome > MUSTER_RULE_WELCOME_ADVISED)
    add (warnings, "welcome-length", 0,
         g_strdup_printf (_ ("The welcome form has %u characters; %u are enough."), n_welcome,
                          MUSTER_RULE_WELCOME_ADVISED));
}

static void
warn_of_numbers (const MusterRuleDraft *draft, GPtrArray *warnings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (draft->spans->len == 0 && *draft->document->draft != '\0')
    add (warnings, "no-clauses", 0,
         g_strdup (_ ("No clause has a number: begin lines with 1., 一、 or 第一条.")));
  if (draft->spans->len >= MUSTER_CLAUSE_MAX)
    add (warnings, "many-clauses", 0,
         g_strdup_printf (_ ("The draft has more than %d clauses."), MUSTER_CLAUSE_MAX - 1));
  for (guint i = 0; i < draft->spans->len; i++)
    {
      const MusterClauseSpan *span = draft->spans->pdata[i];

      if (!g_hash_table_add (seen, span->number))
        add (warnings, "number-twice", span->line,
             g_strdup_printf (_ ("Two clauses have the number %s."), span->number));
    }
}

static guint
find_line (const MusterRuleDraft *draft, const MusterId *clause, const char *number)
{
  for (guint i = 0; i < draft->clauses->len; i++)
    {
      const MusterClause *other = draft->clauses->pdata[i];

      if (muster_id_equal (&other->id, clause) && g_strcmp0 (other->number, number) == 0)
        return ((const MusterClauseSpan *) draft->spans->pdata[i])->line;
    }

  return 0;
}

/* Numbers are how people remember clauses: of an edition with acknowledgements they should stay. */
static void
warn_of_changes (const MusterRuleDraft *draft, GPtrArray *changes, GPtrArray *warnings)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < draft->published->len; i++)
    g_hash_table_add (numbers, ((MusterClause *) draft->published->pdata[i])->number);
  for (guint i = 0; i < changes->len; i++)
    {
      const MusterClauseChange *change = changes->pdata[i];
      guint line = find_line (draft, &change->clause, change->number_after);

      if (change->part != MUSTER_EDITION_CLAUSE)
        continue;
      if (change->kind == MUSTER_CLAUSE_ADDED &&
          g_hash_table_contains (numbers, change->number_after))
        add (warnings, "number-again", line,
             g_strdup_printf (
                 _ ("The number %s was another clause in the edition that is in force."),
                 change->number_after));
      else if (change->number_before != NULL && change->number_after != NULL &&
               !g_str_equal (change->number_before, change->number_after))
        add (warnings, "number-moved", line,
             g_strdup_printf (_ ("Clause %s was number %s in the edition that is in force."),
                              change->number_after, change->number_before));
      else if (change->kind == MUSTER_CLAUSE_REMOVED &&
               g_hash_table_contains (draft->named, &change->clause))
        add (warnings, "violated-gone", 0,
             g_strdup_printf (_ ("Clause %s is gone, but violations name it."),
                              change->number_before));
    }
}

static const char *
find_number (const MusterRuleDraft *draft, const MusterId *id)
{
  for (guint i = 0; i < draft->known->len; i++)
    {
      const MusterClause *clause = draft->known->pdata[i];

      if (muster_id_equal (&clause->id, id))
        return clause->number;
    }

  return "?";
}

static void
warn_of_bindings (const MusterRuleDraft *draft, GPtrArray *warnings)
{
  g_autoptr (GPtrArray) values = muster_rule_draft_list_values (draft);

  for (guint i = 0; i < values->len; i++)
    {
      const MusterBoundValue *value = values->pdata[i];

      if (value->state == MUSTER_BINDING_LOST)
        add (warnings, "bound-gone", 0,
             g_strdup_printf (_ ("Clause %s is gone; the check “%s” is bound to it."),
                              find_number (draft, &value->binding->clause), value->binding->check));
      else if (value->state == MUSTER_BINDING_DRIFTS)
        add (warnings, "drift", find_line (draft, &value->clause->id, value->clause->number),
             muster_bound_value_dup_sentence (value));
    }
}

/**
 * muster_rule_warning_list:
 *
 * Returns: (transfer full) (element-type MusterRuleWarning): the gravest first
 */
GPtrArray *
muster_rule_warning_list (const MusterRuleDraft *draft)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_rule_warning_free);
  g_autoptr (GPtrArray) changes = muster_rule_draft_compare (draft);

  warn_of_bindings (draft, warnings);
  warn_of_numbers (draft, warnings);
  if (muster_rule_draft_get_newest (draft) != NULL)
    warn_of_changes (draft, changes, warnings);
  warn_of_losses (draft, warnings);
  warn_of_length (draft, warnings);
  return warnings;
}
