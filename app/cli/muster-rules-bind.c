/* muster-rules-bind.c - musterctl rules bind, unbind, settle, archive and restore
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rules-bind"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-document-table.h"
#include "muster-json.h"
#include "muster-rollcall-run.h"
#include "muster-rules-json.h"
#include "muster-rules-target.h"
#include "muster-rules-verbs.h"

/* What the options say; texts are owned. */
typedef struct
{
  const char *verb;
  MusterRulesTarget *target;
  char *clause;
  char *check;
  char *key;
  char *value;
  char *take;
} Edit;

static void
edit_clear (Edit *edit)
{
  g_free (edit->clause);
  g_free (edit->check);
  g_free (edit->key);
  g_free (edit->value);
  g_free (edit->take);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Edit, edit_clear)

static gboolean
is_meant (const Edit *edit, const MusterBinding *binding)
{
  return (edit->check == NULL || strcmp (binding->check, edit->check) == 0) &&
         (edit->key == NULL || strcmp (binding->key, edit->key) == 0);
}

/* The binding of the clause that is meant, one that drifts before any other. */
static const MusterBinding *
find_binding (const Edit *edit, GPtrArray *values)
{
  const MusterBinding *found = NULL;

  for (guint i = 0; i < values->len; i++)
    {
      const MusterBoundValue *value = values->pdata[i];

      if (value->clause == NULL || strcmp (value->clause->number, edit->clause) != 0 ||
          !is_meant (edit, value->binding))
        continue;
      if (value->state == MUSTER_BINDING_DRIFTS)
        return value->binding;
      if (found == NULL)
        found = value->binding;
    }
  return found;
}

static gboolean
bind (MusterChange *change, const Edit *edit, const MusterRuleDraft *draft, GError **error)
{
  for (guint i = 0; i < draft->clauses->len; i++)
    {
      const MusterClause *clause = draft->clauses->pdata[i];
      g_autoptr (MusterBinding) binding = NULL;

      if (strcmp (clause->number, edit->clause) != 0)
        continue;
      binding = muster_binding_new (&clause->id, edit->check, edit->key, edit->value);
      return muster_rule_draft_bind (change, &draft->document->id, binding, error);
    }

  g_assert_not_reached ();
}

static gboolean
write_edit (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;
  const MusterDocument *document = edit->target->draft->document;
  g_autoptr (MusterRuleDraft) draft = NULL;
  g_autoptr (GPtrArray) values = NULL;
  const MusterBinding *binding;

  /* clauses of a draft that came from another device may have no ids yet */
  if (!muster_rule_draft_save (change, document, error))
    return FALSE;
  draft = muster_rule_draft_load (muster_change_get_database (change), &document->id,
                                  edit->target->today, error);
  if (draft == NULL)
    return FALSE;
  if (strcmp (edit->verb, "bind") == 0)
    return bind (change, edit, draft, error);

  values = muster_rule_draft_list_values (draft);
  binding = find_binding (edit, values);
  if (binding == NULL)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND,
                   _ ("Nothing of that kind is bound to clause %s."), edit->clause);
      return FALSE;
    }
  if (strcmp (edit->verb, "unbind") == 0)
    return muster_binding_table_delete (change, &document->id, binding, error);
  return muster_rule_draft_settle (change, &document->id, binding,
                                   strcmp (edit->take, "clause") == 0, edit->target->today, error);
}

static gboolean
is_check (const char *id)
{
  guint n;
  const MusterCheck *checks = muster_rollcall_list_checks (&n);

  for (guint i = 0; i < n; i++)
    if (strcmp (checks[i].id, id) == 0)
      return TRUE;

  return strcmp (id, MUSTER_BINDING_VIOLATION) == 0;
}

static gboolean
is_key (const char *key)
{
  guint n;
  const MusterPolicyKey *keys = muster_policy_list_keys (&n);

  for (guint i = 0; i < n; i++)
    if (strcmp (keys[i].key, key) == 0)
      return TRUE;

  return *key == '\0' || g_str_has_prefix (key, "list.");
}

/* Whether the options make sense; else @out_status says how to end. */
static gboolean
check_options (MusterCommandContext *context, Edit *edit, int *out_status)
{
  *out_status = MUSTER_EXIT_DONE;
  if (muster_rules_target_find_clause (context, edit->target, edit->clause, out_status) == NULL)
    return FALSE;
  if (strcmp (edit->verb, "bind") == 0 && (edit->check == NULL || !is_check (edit->check)))
    *out_status = muster_command_fail_usage (
        context, _ ("“%s” is no check. The roll call and the manual name them."),
        edit->check != NULL ? edit->check : "");
  else if (edit->key != NULL && !is_key (edit->key))
    *out_status = muster_command_fail_usage (context, _ ("There is no setting “%s”."), edit->key);
  else if (strcmp (edit->verb, "settle") == 0 && g_strcmp0 (edit->take, "clause") != 0 &&
           g_strcmp0 (edit->take, "policy") != 0)
    *out_status = muster_command_fail_usage (
        context, "%s", _ ("Which value is right? Say --take clause or --take policy."));
  return *out_status == MUSTER_EXIT_DONE;
}

static int
print_values (MusterCommandContext *context, MusterRulesTarget *target)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  MusterId document = target->draft->document->id;
  g_autoptr (GPtrArray) values = NULL;
  int status;

  if (!context->json)
    return MUSTER_EXIT_DONE;
  if (!muster_rules_target_load (context, target, &document, &status))
    return status;

  values = muster_rule_draft_list_values (target->draft);
  json_builder_begin_object (builder);
  muster_rules_json_add_values (builder, values);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
  return MUSTER_EXIT_DONE;
}

static char *
dup_title (const Edit *edit)
{
  const char *title = edit->target->draft->document->title;

  if (strcmp (edit->verb, "bind") == 0)
    return g_strdup_printf (_ ("Bind a clause of “%s”"), title);
  if (strcmp (edit->verb, "unbind") == 0)
    return g_strdup_printf (_ ("Unbind a clause of “%s”"), title);
  return g_strdup_printf (_ ("Settle a difference in “%s”"), title);
}

/**
 * muster_rules_bind_run:
 * @argv: @argv[0] is the verb: bind, unbind or settle
 */
int
muster_rules_bind_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand commands[] = {
    { "rules bind", N_ ("--group NAME --clause NUMBER --check ID [--key KEY]"),
      N_ ("Say which check a clause of the draft means"), NULL },
    { "rules unbind", N_ ("--group NAME --clause NUMBER [--check ID] [--key KEY]"),
      N_ ("Take a binding from a clause of the draft"), NULL },
    { "rules settle", N_ ("--group NAME --clause NUMBER --take clause|policy"),
      N_ ("End the difference between a clause and its setting"), NULL },
  };
  g_auto (MusterRulesTarget) target = { 0 };
  g_auto (Edit) edit = { .verb = argv[0], .target = &target };
  const MusterCommand *command = strcmp (argv[0], "bind") == 0     ? &commands[0]
                                 : strcmp (argv[0], "unbind") == 0 ? &commands[1]
                                                                   : &commands[2];
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "clause", 0, 0, G_OPTION_ARG_STRING, &edit.clause, N_ ("The clause"), N_ ("NUMBER") },
    { "check", 0, 0, G_OPTION_ARG_STRING, &edit.check, N_ ("The check, or violation"), N_ ("ID") },
    { "key", 0, 0, G_OPTION_ARG_STRING, &edit.key, N_ ("The setting"), N_ ("KEY") },
    { "value", 0, 0, G_OPTION_ARG_STRING, &edit.value,
      N_ ("bind: the value, where the text names none"), N_ ("VALUE") },
    { "take", 0, 0, G_OPTION_ARG_STRING, &edit.take, N_ ("settle: whose value is right"),
      N_ ("clause|policy") },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_rules_target_parse (context, command, entries, &argc, &argv, &target, &status) ||
      !muster_rules_target_find (context, &target, &status) ||
      !check_options (context, &edit, &status))
    return status;

  title = dup_title (&edit);
  if (!muster_store_write (target.store, title, write_edit, &edit, NULL, &error))
    return muster_command_fail (context, error);
  return print_values (context, &target);
}

static gboolean
write_document (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_document_table_update (change, data, error);
}

/**
 * muster_rules_archive_run:
 * @argv: @argv[0] is the verb: archive or restore
 */
int
muster_rules_archive_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand commands[] = {
    { "rules archive", N_ ("--group NAME --document TITLE"),
      N_ ("Put a document away; its editions stay"), NULL },
    { "rules restore", N_ ("--group NAME --document TITLE"), N_ ("Use an archived document again"),
      NULL },
  };
  gboolean archive = strcmp (argv[0], "archive") == 0;
  g_auto (MusterRulesTarget) target = { 0 };
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!muster_rules_target_parse (context, &commands[archive ? 0 : 1], NULL, &argc, &argv, &target,
                                  &status) ||
      !muster_rules_target_find (context, &target, &status))
    return status;
  if (target.draft->document->archived == archive)
    return MUSTER_EXIT_DONE;

  title = g_strdup_printf (archive ? _ ("Archive “%s”") : _ ("Use “%s” again"),
                           target.draft->document->title);
  target.draft->document->archived = archive;
  if (!muster_store_write (target.store, title, write_document, target.draft->document, NULL,
                           &error))
    return muster_command_fail (context, error);
  return MUSTER_EXIT_DONE;
}
