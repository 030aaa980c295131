/* muster-export-command.c - musterctl export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-export-command"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-command-store.h"
#include "muster-export-events.h"
#include "muster-json.h"
#include "muster-members-export.h"
#include "muster-table-writer.h"

static gboolean
parse_profile (MusterCommandContext *context, const char *text, MusterExportProfile *out_profile,
               int *out_status)
{
  if (text == NULL || strcmp (text, "full") == 0)
    *out_profile = MUSTER_EXPORT_FULL;
  else if (strcmp (text, "masked") == 0)
    *out_profile = MUSTER_EXPORT_MASKED;
  else
    {
      *out_status =
          muster_command_fail_usage (context, _ ("“%s” is neither full nor masked."), text);
      return FALSE;
    }

  return TRUE;
}

/* What can be told before anything is read. */
static gboolean
check_file_and_columns (MusterCommandContext *context, const char *path, const char *columns,
                        MusterExportProfile profile, int *out_status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterExportColumns) chosen = muster_export_columns_new (profile, columns, &error);

  if (chosen == NULL)
    *out_status = muster_command_fail_usage (context, "%s", error->message);
  else if (muster_table_writer_format_of (path) == NULL)
    *out_status = muster_command_fail_usage (
        context, "%s", _ ("The name of the file must end in .csv, .xlsx, .vcf or .json."));
  else
    return TRUE;

  return FALSE;
}

static void
print_result (MusterCommandContext *context, const char *path, gint64 rows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!context->json)
    {
      g_print (g_dngettext (GETTEXT_PACKAGE, "%d member written to %s\n",
                            "%d members written to %s\n", (gulong) rows),
               (int) rows, path);
      return;
    }

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "file", path);
  muster_json_add_int (builder, "rows", rows);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
}

static int
run (MusterCommandContext *context, int argc, char **argv)
{
  g_autofree char *name = NULL, *path = NULL, *profile_text = NULL, *columns = NULL, *from = NULL,
                  *to = NULL;
  MusterEventsExportRequest events = { 0 };
  gboolean is_events;
  MusterExportRequest request = { 0 };
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (MusterGroup) group = NULL;
  g_autoptr (GError) error = NULL;
  gint64 rows = 0;
  int status;
  const GOptionEntry entries[] = {
    { "group", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("The group"), N_ ("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("The file: .csv, .xlsx, .json; members .vcf; events .ics"), N_ ("FILE") },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &profile_text,
      N_ ("full, or masked to be shown to others"), N_ ("WORD") },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &columns, N_ ("Only these columns, in this order"),
      N_ ("FIELD,…") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("events: each time from this day"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("events: each time to this day"), N_ ("DATE") },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_command_parse (context, &muster_export_command, entries, &argc, &argv, &status))
    return status;
  is_events = argc == 2 && strcmp (argv[1], "events") == 0;
  if (argc != 2 || (!is_events && strcmp (argv[1], "members") != 0))
    return muster_command_fail_usage (context, "%s", _ ("Say what to export: members or events."));
  if (!is_events && (from != NULL || to != NULL))
    return muster_command_fail_usage (context, "%s", _ ("--from and --to go with events."));
  if (path == NULL)
    return muster_command_fail_usage (context, "%s", _ ("Into which file? Say -o FILE."));
  if (!parse_profile (context, profile_text, &request.profile, &status) ||
      (is_events ? !muster_export_events_check (context, path, columns, from, to, request.profile,
                                                &events, &status)
                 : !check_file_and_columns (context, path, columns, request.profile, &status)))
    return status;

  store = muster_command_open_store (context, &status);
  if (store == NULL)
    return status;
  group = muster_command_find_group (context, store, name, &status);
  if (group == NULL)
    return status;
  if (is_events)
    return muster_export_events_run (context, store, group, &events);
  request.path = path;
  request.columns = columns;
  if (!muster_members_export_run (store, group, &request, &rows, NULL, &error))
    return muster_command_fail (context, error);

  print_result (context, path, rows);
  return MUSTER_EXIT_DONE;
}

const MusterCommand muster_export_command = {
  "export",
  N_ ("members|events --group NAME -o FILE"),
  N_ ("Write the members or the events of a group to a file"),
  run,
};
