/* muster-command.c - what the commands of musterctl share
 *
 * Options, results as JSON, failures with their exit status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-command"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "muster-command.h"
#include "muster-input-error.h"
#include "muster-json.h"
#include "muster-store-error.h"

/* GLib leaves the "--" before arguments that begin with a minus. */
static void
drop_dashes (int *argc, char **argv)
{
  for (int i = 1; i < *argc; i++)
    if (strcmp (argv[i], "--") == 0)
      {
        memmove (&argv[i], &argv[i + 1], sizeof *argv * (gsize) (*argc - i));
        (*argc)--;
        return;
      }
}

/**
 * muster_command_parse:
 * @entries: (nullable): the command's own options; `--json` and `--help` are added
 * @argc: (inout): without the options afterwards
 * @argv: (inout)
 * @out_status: (out): what to end with when %FALSE is returned
 *
 * Returns: whether to go on
 */
gboolean
muster_command_parse (MusterCommandContext *context, const MusterCommand *command,
                      const GOptionEntry *entries, int *argc, char ***argv, int *out_status)
{
  g_autoptr (GOptionContext) options = g_option_context_new (command->usage);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry own[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &context->json, N_ ("Print one JSON document"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_set_help_enabled (options, FALSE);
  g_option_context_set_summary (options, _ (command->summary));
  g_option_context_set_translation_domain (options, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (options, own, GETTEXT_PACKAGE);

  if (!g_option_context_parse (options, argc, argv, &error))
    {
      *out_status = muster_command_fail_usage (context, "%s", error->message);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *program = g_strconcat ("musterctl ", command->name, NULL);
      g_autofree char *text = NULL;

      /* the first line of the help begins with it */
      g_set_prgname (program);
      text = g_option_context_get_help (options, FALSE, NULL);
      g_print ("%s", text);
      *out_status = MUSTER_EXIT_DONE;
      return FALSE;
    }
  drop_dashes (argc, *argv);
  return TRUE;
}

void
muster_command_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  /* JSON is UTF-8 in every locale; g_print() would convert */
  fputs (text, stdout);
  putchar ('\n');
}

static void
print_failure (const char *code, const char *text, const char *file, guint64 line)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "code", code);
  muster_json_add_text (builder, "text", text);
  muster_json_add_text (builder, "file", file);
  if (line > 0)
    muster_json_add_int (builder, "line", (gint64) line);
  else
    muster_json_add_text (builder, "line", NULL);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
}

/* "list.csv: No such file or directory" is how failures of files are told everywhere. */
static char *
dup_named_file (const char *message)
{
  const char *colon = g_strrstr (message, ": ");

  return colon != NULL ? g_strndup (message, (gsize) (colon - message)) : NULL;
}

/**
 * muster_command_fail:
 * @error: of any domain
 *
 * Says what went wrong, to people or as JSON.
 *
 * Returns: the status to end with: 3 for what a person handed over, be it a file or what should be
 *   a database, 2 for what was named wrongly, 4 for the rest
 */
int
muster_command_fail (MusterCommandContext *context, const GError *error)
{
  g_autofree char *text = muster_input_error_dup_text (error);
  gboolean is_file = error->domain == G_FILE_ERROR;
  gboolean is_input = error->domain == MUSTER_INPUT_ERROR || is_file ||
                      g_error_matches (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_A_STORE);
  gboolean is_usage = g_error_matches (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND) ||
                      g_error_matches (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID) ||
                      g_error_matches (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOTHING);

  if (context->json && error->domain == MUSTER_INPUT_ERROR)
    print_failure (muster_input_error_get_code_name (error), error->message,
                   muster_input_error_get_file (error), muster_input_error_get_line (error));
  else if (context->json && error->domain == MUSTER_STORE_ERROR)
    print_failure (muster_store_error_get_code_name (error), error->message, NULL, 0);
  else if (context->json)
    {
      g_autofree char *file = is_file ? dup_named_file (error->message) : NULL;

      print_failure (is_file ? "file" : "store", error->message, file, 0);
    }
  g_printerr ("musterctl: %s\n", text);
  if (is_usage)
    return MUSTER_EXIT_USAGE;
  return is_input ? MUSTER_EXIT_INPUT : MUSTER_EXIT_STORE;
}

/**
 * muster_command_fail_usage:
 * @format: a sentence for a person
 *
 * Returns: the status for wrong usage
 */
int
muster_command_fail_usage (MusterCommandContext *context, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  if (context->json)
    print_failure ("usage", text, NULL, 0);
  g_printerr ("musterctl: %s\n", text);
  return MUSTER_EXIT_USAGE;
}
