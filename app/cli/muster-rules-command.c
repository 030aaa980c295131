/* muster-rules-command.c - musterctl rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rules-command"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-rules-replies.h"
#include "muster-rules-verbs.h"

/* A line a verb; each file of verbs has its own options. */
static const struct
{
  const char *name;
  int (*run) (MusterCommandContext *context, int argc, char **argv);
} verbs[] = {
  { "list", muster_rules_list_run },
  { "show", muster_rules_show_run },
  { "publish", muster_rules_publish_run },
  { "draft", muster_rules_publish_run },
  { "diff", muster_rules_diff_run },
  { "bind", muster_rules_bind_run },
  { "unbind", muster_rules_bind_run },
  { "settle", muster_rules_bind_run },
  { "outstanding", muster_rules_outstanding_run },
  { "acknowledge", muster_rules_acknowledge_run },
  { "archive", muster_rules_archive_run },
  { "restore", muster_rules_archive_run },
  { "export", muster_rules_export_run },
  { "templates", muster_rules_templates_run },
  { "begin", muster_rules_begin_run },
  { "proof", muster_rules_proof_run },
};

static char *
dup_verbs (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", verbs[i].name);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
run (MusterCommandContext *context, int argc, char **argv)
{
  g_autofree char *names = dup_verbs ();
  int status;

  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (argv[1], verbs[i].name) == 0)
      return verbs[i].run (context, argc - 1, argv + 1);

  if (!muster_command_parse (context, &muster_rules_command, NULL, &argc, &argv, &status))
    return status;
  /* TRANSLATORS: a list of words that may stand behind "musterctl rules" */
  return muster_command_fail_usage (context, _ ("What about the rules? Say one of: %s."), names);
}

const MusterCommand muster_rules_command = {
  "rules",
  N_ ("VERB --group NAME"),
  N_ ("Rule texts: editions, clauses and what they mean to the roll call"),
  run,
};
