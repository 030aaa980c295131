/* muster-rollcall-command.c - musterctl rollcall
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rollcall-command"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-command-store.h"
#include "muster-group-table.h"
#include "muster-json.h"
#include "muster-rollcall-run.h"

static void
add_evidence (JsonBuilder *builder, MusterFinding *finding)
{
  GPtrArray *evidence = muster_finding_get_evidence (finding);

  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; i < evidence->len; i++)
    {
      const MusterEvidence *fact = evidence->pdata[i];

      json_builder_begin_object (builder);
      muster_json_add_text (builder, "fact", fact->fact);
      muster_json_add_text (builder, "value", fact->value);
      muster_json_add_text (builder, "source", fact->source);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_finding (JsonBuilder *builder, MusterFinding *finding)
{
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "check", muster_finding_get_check (finding));
  muster_json_add_text (builder, "severity",
                        muster_finding_severity_word (muster_finding_get_severity (finding)));
  json_builder_set_member_name (builder, "subject");
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "kind", muster_finding_get_subject_kind (finding));
  muster_json_add_text (builder, "id", muster_finding_get_subject_id (finding));
  muster_json_add_text (builder, "name", muster_finding_get_name (finding));
  muster_json_add_text (builder, "nickname", muster_finding_get_nickname (finding));
  json_builder_end_object (builder);
  muster_json_add_text (builder, "text", muster_finding_get_text (finding));
  if (muster_finding_get_verdict (finding) != NULL)
    {
      muster_json_add_text (builder, "verdict", muster_finding_get_verdict (finding));
      muster_json_add_texts (builder, "reasons", muster_finding_get_reasons (finding));
      muster_json_add_text (builder, "suggestion", muster_finding_get_suggestion (finding));
    }
  add_evidence (builder, finding);
  muster_json_add_texts (builder, "actions", muster_finding_get_actions (finding));
  json_builder_end_object (builder);
}

/* Counts by check, in the order of the checks. */
static void
add_counts (JsonBuilder *builder, GPtrArray *findings)
{
  guint n_checks;
  const MusterCheck *checks = muster_rollcall_list_checks (&n_checks);

  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < n_checks; i++)
    {
      gint64 n = 0;

      for (guint j = 0; j < findings->len; j++)
        n += strcmp (muster_finding_get_check (findings->pdata[j]), checks[i].id) == 0;
      if (n > 0)
        muster_json_add_int (builder, checks[i].id, n);
    }
  json_builder_end_object (builder);
}

static void
add_result (JsonBuilder *builder, MusterGroup *group, const MusterRollcallResult *result)
{
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "group", muster_group_get_name (group));
  muster_json_add_day (builder, "on", result->on);
  muster_json_add_day (builder, "as_of", result->as_of);
  muster_json_add_int (builder, "members", result->n_members);
  add_counts (builder, result->findings);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->findings->len; i++)
    add_finding (builder, result->findings->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Who the senders are, a line each: the sentence only counts them. */
static void
print_senders (MusterFinding *finding)
{
  GPtrArray *evidence = muster_finding_get_evidence (finding);

  for (guint i = 0; i < evidence->len; i++)
    {
      const MusterEvidence *fact = evidence->pdata[i];

      if (strcmp (fact->fact, "sender") == 0)
        g_print ("    %s\n", fact->value);
    }
}

static void
print_finding (MusterFinding *finding)
{
  const char *name = muster_finding_get_name (finding);
  const char *nickname = muster_finding_get_nickname (finding);
  const char *suggestion = muster_finding_get_suggestion (finding);

  g_print ("  ");
  if (name != NULL && *name != '\0')
    g_print ("%s", name);
  if (nickname != NULL && g_strcmp0 (name, nickname) != 0)
    g_print (name != NULL && *name != '\0' ? " [%s]" : "[%s]", nickname);
  g_print (": %s", muster_finding_get_text (finding));
  if (suggestion != NULL)
    g_print (" → %s", suggestion);
  g_print ("\n");
  if (strcmp (muster_finding_get_check (finding), "unmatched") == 0)
    print_senders (finding);
}

static void
print_result (MusterGroup *group, const MusterRollcallResult *result)
{
  guint n_checks;
  const MusterCheck *checks = muster_rollcall_list_checks (&n_checks);
  g_autofree char *on = muster_day_dup_text (result->on);
  g_autofree char *as_of = muster_day_dup_text (result->as_of);

  g_print ("%s · %s", muster_group_get_name (group), on);
  if (as_of != NULL)
    /* TRANSLATORS: a date: the last day that the chat records cover */
    g_print (_ (" · records up to %s"), as_of);
  g_print ("\n");
  g_print (g_dngettext (GETTEXT_PACKAGE, "%u member, ", "%u members, ", result->n_members),
           result->n_members);
  g_print (g_dngettext (GETTEXT_PACKAGE, "%u finding\n", "%u findings\n", result->findings->len),
           result->findings->len);

  for (guint i = 0; i < n_checks; i++)
    {
      guint n = 0;

      for (guint j = 0; j < result->findings->len; j++)
        {
          MusterFinding *finding = result->findings->pdata[j];

          if (strcmp (muster_finding_get_check (finding), checks[i].id) != 0)
            continue;
          if (n++ == 0)
            g_print ("\n%s\n", _ (checks[i].title));
          print_finding (finding);
        }
    }
  g_print ("\n");
}

static int
run_groups (MusterCommandContext *context, MusterStore *store, GPtrArray *groups, gboolean all,
            MusterDay on, const char *const *checks, gboolean fail)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean found = FALSE;

  if (all)
    json_builder_begin_array (builder);
  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterRollcallResult) result = muster_rollcall_run (
          muster_store_get_database (store, NULL), groups->pdata[i], on,
          muster_clock_get_now (context->clock) / G_USEC_PER_SEC, checks, &error);

      if (result == NULL)
        return muster_command_fail (context, error);
      found = found || result->findings->len > 0;
      add_result (builder, groups->pdata[i], result);
      if (!context->json)
        print_result (groups->pdata[i], result);
    }
  if (all)
    json_builder_end_array (builder);
  if (context->json)
    muster_command_print_json (builder);

  return fail && found ? MUSTER_EXIT_FINDINGS : MUSTER_EXIT_DONE;
}

static gboolean
check_names (MusterCommandContext *context, char **names, int *out_status)
{
  guint n;
  const MusterCheck *checks = muster_rollcall_list_checks (&n);

  for (; names != NULL && *names != NULL; names++)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < n && !known; i++)
        known = strcmp (checks[i].id, *names) == 0;
      if (!known)
        {
          *out_status = muster_command_fail_usage (context, _ ("There is no check “%s”."), *names);
          return FALSE;
        }
    }

  return TRUE;
}

static int
run (MusterCommandContext *context, int argc, char **argv)
{
  g_autofree char *name = NULL, *on_text = NULL;
  g_auto (GStrv) checks = NULL;
  gboolean all = FALSE, fail = FALSE;
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GError) error = NULL;
  MusterDay on;
  int status;
  const GOptionEntry entries[] = {
    { "group", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("The group"), N_ ("NAME") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("All groups"), NULL },
    { "on", 0, 0, G_OPTION_ARG_STRING, &on_text, N_ ("The day; today if not said"), N_ ("DATE") },
    { "check", 0, 0, G_OPTION_ARG_STRING_ARRAY, &checks, N_ ("Only this check; may be repeated"),
      N_ ("ID") },
    { "fail-on-findings", 0, 0, G_OPTION_ARG_NONE, &fail, N_ ("End with 1 if there are any"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_command_parse (context, &muster_rollcall_command, entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || (name != NULL) == all)
    return muster_command_fail_usage (context, "%s", _ ("Say --group NAME or --all."));
  if (!muster_command_parse_day (context, on_text, &on, &status) ||
      !check_names (context, checks, &status))
    return status;

  store = muster_command_open_store (context, &status);
  if (store == NULL)
    return status;
  if (all)
    groups = muster_group_table_list (muster_store_get_database (store, NULL), FALSE, &error);
  else
    {
      MusterGroup *group = muster_command_find_group (context, store, name, &status);

      if (group == NULL)
        return status;
      groups = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (groups, group);
    }
  if (groups == NULL)
    return muster_command_fail (context, error);

  return run_groups (context, store, groups, all, on, (const char *const *) checks, fail);
}

const MusterCommand muster_rollcall_command = {
  "rollcall",
  N_ ("--group NAME | --all"),
  N_ ("Say what needs attention in a group"),
  run,
};
