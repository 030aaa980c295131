/* muster-rules-diff.c - musterctl rules diff: two editions, clause by clause
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rules-diff"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-clause-table.h"
#include "muster-edition-compare.h"
#include "muster-json.h"
#include "muster-rules-json.h"
#include "muster-rules-target.h"
#include "muster-rules-verbs.h"

/* An edition by its label, or "draft". */
static gboolean
read_side (MusterCommandContext *context, MusterRulesTarget *target, const char *label,
           MusterComparable *out_side, int *out_status)
{
  const MusterDocument *document = target->draft->document;
  g_autoptr (GError) error = NULL;
  const MusterEdition *edition;

  if (strcmp (label, "draft") == 0)
    {
      *out_side = (MusterComparable){ document->title, document->draft, document->welcome,
                                      g_ptr_array_ref (target->draft->clauses) };
      return TRUE;
    }
  edition = muster_rules_target_find_edition (context, target, label, out_status);
  if (edition == NULL)
    return FALSE;

  *out_side = (MusterComparable){ edition->title, edition->text, edition->welcome,
                                  muster_clause_table_list (target->db, &edition->id, &error) };
  if (out_side->clauses == NULL)
    *out_status = muster_command_fail (context, error);
  return out_side->clauses != NULL;
}

static void
print (MusterCommandContext *context, GPtrArray *changes, const char *before, const char *after)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!context->json)
    {
      muster_rules_print_changes (changes);
      return;
    }
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "before", before);
  muster_json_add_text (builder, "after", after);
  muster_rules_json_add_changes (builder, changes);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
}

/* The edition in force and the draft, or the last two editions where the draft is the same. */
static void
choose (const MusterRuleDraft *draft, char **before, char **after)
{
  guint n = draft->editions->len;

  if (muster_rule_draft_is_changed (draft) || n < 2)
    {
      *before = muster_edition_dup_label (draft->editions->pdata[n - 1], draft->editions);
      *after = g_strdup ("draft");
      return;
    }
  *before = muster_edition_dup_label (draft->editions->pdata[n - 2], draft->editions);
  *after = muster_edition_dup_label (draft->editions->pdata[n - 1], draft->editions);
}

/**
 * muster_rules_diff_run:
 * @argv: @argv[0] is the verb
 */
int
muster_rules_diff_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "rules diff", N_ ("[EDITION [EDITION|draft]]"),
                                         N_ ("What changed between two editions, clause by "
                                             "clause"),
                                         NULL };
  g_auto (MusterRulesTarget) target = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  MusterComparable sides[2] = { { NULL }, { NULL } };
  g_autoptr (GPtrArray) changes = NULL;
  int status;

  if (!muster_rules_target_parse (context, &command, NULL, &argc, &argv, &target, &status) ||
      !muster_rules_target_find (context, &target, &status))
    return status;
  if (target.draft->editions->len == 0)
    return muster_command_fail_usage (context, _ ("“%s” has no edition yet."),
                                      target.draft->document->title);
  if (argc > 3)
    return muster_command_fail_usage (context, "%s", _ ("Name two editions at most."));

  if (argc == 1)
    choose (target.draft, &before, &after);
  else
    {
      before = g_strdup (argv[1]);
      after = g_strdup (argc > 2 ? argv[2] : "draft");
    }
  if (!read_side (context, &target, before, &sides[0], &status))
    return status;
  if (!read_side (context, &target, after, &sides[1], &status))
    {
      g_ptr_array_unref (sides[0].clauses);
      return status;
    }
  changes = muster_edition_compare (&sides[0], &sides[1]);
  print (context, changes, before, after);
  g_ptr_array_unref (sides[0].clauses);
  g_ptr_array_unref (sides[1].clauses);
  return MUSTER_EXIT_DONE;
}
