/* muster-rules-json.c - editions, changes, bindings and warnings as musterctl prints them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rules-json"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-edition-compare.h"
#include "muster-json.h"
#include "muster-rule-warning.h"
#include "muster-rules-json.h"
#include "muster-word-diff.h"

void
muster_rules_json_add_edition (JsonBuilder *builder, const MusterEdition *edition,
                               GPtrArray *editions)
{
  char id[MUSTER_ID_TEXT_SIZE];
  g_autofree char *label = muster_edition_dup_label (edition, editions);

  muster_id_format (&edition->id, id);
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "id", id);
  muster_json_add_text (builder, "label", label);
  muster_json_add_int (builder, "number", edition->number);
  muster_json_add_text (builder, "title", edition->title);
  muster_json_add_time (builder, "published_at", edition->published_at);
  muster_json_add_day (builder, "published_on", edition->published_on);
  muster_json_add_text (builder, "author", edition->author);
  muster_json_add_flag (builder, "material", edition->material);
  muster_json_add_text (builder, "note", edition->note);
  json_builder_end_object (builder);
}

static const char *
get_part (MusterEditionPart part)
{
  static const char *const keys[] = { "title", "rest", "clause", "welcome" };

  return keys[part];
}

static void
add_words (JsonBuilder *builder, const MusterClauseChange *change)
{
  static const char *const kinds[] = { "same", "removed", "added" };
  g_autoptr (GPtrArray) words = NULL;

  json_builder_set_member_name (builder, "words");
  json_builder_begin_array (builder);
  if (change->kind == MUSTER_CLAUSE_CHANGED)
    words = muster_word_diff (change->text_before, change->text_after);
  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const MusterWords *piece = words->pdata[i];

      json_builder_begin_object (builder);
      muster_json_add_text (builder, "kind", kinds[piece->kind]);
      muster_json_add_text (builder, "text", piece->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * muster_rules_json_add_changes:
 * @changes: (element-type MusterClauseChange):
 */
void
muster_rules_json_add_changes (JsonBuilder *builder, GPtrArray *changes)
{
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++)
    {
      const MusterClauseChange *change = changes->pdata[i];

      json_builder_begin_object (builder);
      muster_json_add_text (builder, "part", get_part (change->part));
      muster_json_add_text (builder, "change", muster_clause_change_kind_get_key (change->kind));
      muster_json_add_text (builder, "number_before", change->number_before);
      muster_json_add_text (builder, "number_after", change->number_after);
      muster_json_add_text (builder, "before", change->text_before);
      muster_json_add_text (builder, "after", change->text_after);
      add_words (builder, change);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * muster_rules_json_add_values:
 * @values: (element-type MusterBoundValue):
 */
void
muster_rules_json_add_values (JsonBuilder *builder, GPtrArray *values)
{
  json_builder_set_member_name (builder, "bindings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < values->len; i++)
    {
      const MusterBoundValue *value = values->pdata[i];

      json_builder_begin_object (builder);
      muster_json_add_text (builder, "clause",
                            value->clause != NULL ? value->clause->number : NULL);
      muster_json_add_text (builder, "check", value->binding->check);
      muster_json_add_text (builder, "key",
                            *value->binding->key != '\0' ? value->binding->key : NULL);
      muster_json_add_text (builder, "state", muster_binding_state_get_key (value->state));
      muster_json_add_text (builder, "clause_value", value->clause_value);
      muster_json_add_text (builder, "policy_value", value->policy_value);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * muster_rules_json_add_warnings:
 * @warnings: (element-type MusterRuleWarning):
 */
void
muster_rules_json_add_warnings (JsonBuilder *builder, GPtrArray *warnings)
{
  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < warnings->len; i++)
    {
      const MusterRuleWarning *warning = warnings->pdata[i];

      json_builder_begin_object (builder);
      muster_json_add_text (builder, "kind", warning->kind);
      muster_json_add_int (builder, "line", warning->line);
      muster_json_add_text (builder, "text", warning->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* [-gone-]{+come+}, as other tools of a terminal mark words. */
static void
print_words (const MusterClauseChange *change)
{
  static const char *const forms[] = { "%s", "[-%s-]", "{+%s+}" };
  g_autoptr (GPtrArray) words = muster_word_diff (change->text_before, change->text_after);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const MusterWords *piece = words->pdata[i];
      g_auto (GStrv) form = g_strsplit (forms[piece->kind], "%s", 2);

      g_string_append_printf (text, "%s%s%s", form[0], piece->text, form[1]);
    }
  g_print ("  %s\n", text->str);
}

void
muster_rules_print_changes (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const MusterClauseChange *change = changes->pdata[i];
      g_autofree char *title = muster_clause_change_dup_title (change);

      if (change->kind == MUSTER_CLAUSE_UNCHANGED)
        continue;
      g_print ("%s: %s\n", title, muster_clause_change_kind_get_title (change->kind));
      if (change->kind == MUSTER_CLAUSE_CHANGED)
        print_words (change);
      else if (change->kind != MUSTER_CLAUSE_MOVED)
        g_print ("  %s\n", change->text_after != NULL ? change->text_after : change->text_before);
    }
  if (muster_edition_count_changes (changes) == 0)
    g_print ("%s\n", _ ("Nothing changed."));
}

void
muster_rules_print_warnings (GPtrArray *warnings)
{
  for (guint i = 0; i < warnings->len; i++)
    {
      const MusterRuleWarning *warning = warnings->pdata[i];

      if (warning->line > 0)
        /* TRANSLATORS: a line of a text, and what is to be said about it */
        g_printerr (_ ("Line %u: %s\n"), warning->line, warning->text);
      else
        g_printerr ("%s\n", warning->text);
    }
}
