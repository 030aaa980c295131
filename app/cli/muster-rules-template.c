/* muster-rules-template.c - musterctl rules templates and begin
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rules-template"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-json.h"
#include "muster-rule-template.h"
#include "muster-rules-target.h"
#include "muster-rules-verbs.h"
#include "muster-text-table.h"

typedef struct
{
  MusterRulesTarget *target;
  const char *id;
  const char *language;
} Beginning;

static void
print_json (GPtrArray *templates)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < templates->len; i++)
    {
      const MusterRuleTemplate *template = templates->pdata[i];

      json_builder_begin_object (builder);
      muster_json_add_text (builder, "id", template->id);
      muster_json_add_text (builder, "title", template->title);
      muster_json_add_text (builder, "summary", template->summary);
      muster_json_add_text (builder, "text", template->text);
      muster_json_add_text (builder, "welcome", template->welcome);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  muster_command_print_json (builder);
}

int
muster_rules_templates_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "rules templates", "",
                                         N_ ("List the rule texts to begin from"), NULL };
  g_autofree char *language = NULL;
  g_autoptr (GPtrArray) templates = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("Of the texts"), N_ ("en|zh_CN") },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_command_parse (context, &command, entries, &argc, &argv, &status))
    return status;

  templates = muster_rule_template_list (language != NULL ? language : g_get_language_names ()[0]);
  if (context->json)
    print_json (templates);
  for (guint i = 0; !context->json && i < templates->len; i++)
    {
      const MusterRuleTemplate *template = templates->pdata[i];

      g_print ("%-18s %s: %s\n", template->id, template->title, template->summary);
    }
  return MUSTER_EXIT_DONE;
}

static gboolean
begin (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const Beginning *beginning = data;

  return muster_rule_template_apply (change, muster_group_get_id (beginning->target->group),
                                     beginning->id, beginning->language, beginning->target->today,
                                     NULL, error);
}

/* The language of the group, else the user's. */
static const char *
get_language (const char *asked, MusterGroup *group)
{
  const char *of_group = muster_group_get_language (group);

  if (asked != NULL)
    return asked;
  return of_group != NULL && *of_group != '\0' ? of_group : g_get_language_names ()[0];
}

int
muster_rules_begin_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "rules begin", N_ ("TEMPLATE --group NAME"),
                                         N_ ("Begin a document from a template, which sets the "
                                             "policy too"),
                                         NULL };
  g_auto (MusterRulesTarget) target = { 0 };
  g_autofree char *language = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  Beginning beginning = { &target, NULL, NULL };
  int status;
  const GOptionEntry entries[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("Of the text; without it the group's"),
      N_ ("en|zh_CN") },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_rules_target_parse (context, &command, entries, &argc, &argv, &target, &status))
    return status;
  if (argc != 2)
    return muster_command_fail_usage (
        context, "%s", _ ("Which template? “musterctl rules templates” lists them."));

  beginning.id = argv[1];
  beginning.language = get_language (language, target.group);
  /* TRANSLATORS: a title in the history: which template */
  title = g_strdup_printf (_ ("Begin rules from the template “%s”"), beginning.id);
  if (!muster_store_write (target.store, title, begin, &beginning, NULL, &error))
    return muster_command_fail (context, error);
  return MUSTER_EXIT_DONE;
}
