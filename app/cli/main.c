/* main.c - musterctl: the library on the command line
 *
 * Finds the command; each has a file of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "musterctl"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-command.h"
#include "muster-database.h"
#include "muster-event-publish.h"
#include "muster-language.h"

static const MusterCommand *const commands[] = {
  &muster_group_command,      &muster_import_command,  &muster_inspect_command,
  &muster_rollcall_command,   &muster_members_command, &muster_export_command,
  &muster_event_command,      &muster_rules_command,   &muster_violation_command,
  &muster_check_name_command, &muster_history_command, &muster_notice_command,
  &muster_undo_command,       &muster_redo_command,    &muster_backup_command,
  &muster_verify_command,     &muster_sample_command,
};

static void
print_commands (void)
{
  g_print ("\n%s\n", _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-12s %s\n", commands[i]->name, _ (commands[i]->summary));
}

static const MusterCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

static int
run (MusterCommandContext *context, int argc, char **argv)
{
  const MusterCommand *command;
  int status;

  if (argc < 2)
    return muster_command_fail_usage (context, "%s",
                                      _ ("Which command? “musterctl --help” lists them."));
  command = find_command (argv[1]);
  if (command == NULL)
    return muster_command_fail_usage (
        context, _ ("There is no command “%s”. “musterctl --help” lists them."), argv[1]);
  status = command->run (context, argc - 1, argv + 1);
  if (status == MUSTER_EXIT_DONE)
    muster_event_publish_after (context);
  return status;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) options = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterClock) clock = muster_clock_new ();
  g_autofree char *db = NULL;
  gboolean version = FALSE, help = FALSE;
  MusterCommandContext context = { .clock = clock };
  const GOptionEntry entries[] = {
    { "db", 0, 0, G_OPTION_ARG_FILENAME, &db, N_ ("Use this database"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &context.json, N_ ("Print one JSON document"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Print the version"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  muster_database_set_up_process ();
  muster_language_set_up_process ();

  options = g_option_context_new (_ ("COMMAND…"));
  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (options, FALSE);
  g_option_context_set_strict_posix (options, TRUE);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    return muster_command_fail_usage (&context, "%s", error->message);

  if (version)
    {
      g_print ("%s\n", PACKAGE_VERSION);
      return MUSTER_EXIT_DONE;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (options, TRUE, NULL);

      g_print ("%s", text);
      print_commands ();
      return MUSTER_EXIT_DONE;
    }
  context.db = db;
  return run (&context, argc, argv);
}
