/* muster-rules-export.c - musterctl rules export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rules-export"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-document-export.h"
#include "muster-markdown.h"
#include "muster-rules-target.h"
#include "muster-rules-verbs.h"

/* What @label says, else the newest edition, else the draft. */
static gboolean
choose (MusterCommandContext *context, MusterRulesTarget *target, const char *label,
        MusterDocumentExport *what, char **out_label, int *out_status)
{
  what->group = target->group;
  what->document = target->draft->document;
  if (label != NULL && strcmp (label, "draft") == 0)
    return TRUE;

  what->edition = label != NULL
                      ? muster_rules_target_find_edition (context, target, label, out_status)
                      : muster_rule_draft_get_newest (target->draft);
  if (what->edition == NULL)
    return label == NULL;

  *out_label = muster_edition_dup_label (what->edition, target->draft->editions);
  what->label = *out_label;
  return TRUE;
}

/* A web page leaves out what could do harm; so do all others, but there it is expected least. */
static void
warn_of_losses (const MusterDocumentExport *what)
{
  const char *text = what->edition != NULL ? what->edition->text : what->document->draft;
  g_autoptr (GArray) losses = muster_markdown_list_losses (text != NULL ? text : "");

  for (guint i = 0; i < losses->len; i++)
    g_printerr (_ ("Line %u: left out, because it could do harm.\n"),
                g_array_index (losses, MusterMarkdownLoss, i).line);
}

int
muster_rules_export_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "rules export", N_ ("-o FILE --group NAME"),
                                         N_ ("Write an edition as PDF, web page, chat text or "
                                             "Markdown"),
                                         NULL };
  g_auto (MusterRulesTarget) target = { 0 };
  MusterDocumentExport what = { 0 };
  g_autofree char *path = NULL, *edition = NULL, *label = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("Where to: its ending, .pdf, .html, .txt or .md, says the format"), N_ ("FILE") },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &edition, N_ ("Which; without it the one in force"),
      N_ ("N|draft") },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_rules_target_parse (context, &command, entries, &argc, &argv, &target, &status))
    return status;
  if (path == NULL || argc > 1)
    return muster_command_fail_usage (context, "%s", _ ("Where to? Say -o FILE."));
  if (!muster_rules_target_find (context, &target, &status) ||
      !choose (context, &target, edition, &what, &label, &status))
    return status;

  if (!muster_document_export_run (&what, target.store, path, &error))
    return muster_command_fail (context, error);
  if (!g_str_has_suffix (path, ".md"))
    warn_of_losses (&what);
  return MUSTER_EXIT_DONE;
}
