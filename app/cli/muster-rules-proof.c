/* muster-rules-proof.c - musterctl rules proof
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rules-proof"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-json.h"
#include "muster-proof-export.h"
#include "muster-rules-target.h"
#include "muster-rules-verbs.h"

static int
print_done (MusterCommandContext *context, const char *path, gint64 rows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!context->json)
    {
      g_print (g_dngettext (GETTEXT_PACKAGE, "%d person written to %s\n",
                            "%d people written to %s\n", (gulong) rows),
               (int) rows, path);
      return MUSTER_EXIT_DONE;
    }
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "file", path);
  muster_json_add_int (builder, "people", rows);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
  return MUSTER_EXIT_DONE;
}

int
muster_rules_proof_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "rules proof", N_ ("-o FILE --group NAME"),
                                         N_ ("Write who has acknowledged a document, and who has "
                                             "not"),
                                         NULL };
  g_auto (MusterRulesTarget) target = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  gint64 rows;
  int status;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("Where to: its ending, .pdf, .xlsx or .csv, says the format"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_rules_target_parse (context, &command, entries, &argc, &argv, &target, &status))
    return status;
  if (path == NULL || argc > 1)
    return muster_command_fail_usage (context, "%s", _ ("Where to? Say -o FILE."));
  if (!muster_rules_target_find (context, &target, &status))
    return status;

  return muster_proof_export_run (target.store, target.group, &target.draft->document->id, path,
                                  &rows, &error)
             ? print_done (context, path, rows)
             : muster_command_fail (context, error);
}
