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
#include "muster-violations-export.h"

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

/* @words: a sentence with the number and the file, in the right form for @rows */
static void
print_result (MusterCommandContext *context, const char *words, const char *path, gint64 rows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!context->json)
    {
      g_print ("%s\n", words);
      return;
    }

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "file", path);
  muster_json_add_int (builder, "rows", rows);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
}

/* What goes with only one of them. */
static gboolean
check_kind (MusterCommandContext *context, const char *kind, const char *path, const char *columns,
            const char *days, int *out_status)
{
  static const char *const kinds[] = { "members", "events", "violations", NULL };
  const char *wrong = NULL;

  if (kind == NULL || !g_strv_contains (kinds, kind))
    wrong = _ ("Say what to export: members, events or violations.");
  else if (days != NULL && strcmp (kind, "events") != 0)
    wrong = _ ("--from and --to go with events.");
  else if (columns != NULL && strcmp (kind, "members") != 0)
    wrong = _ ("--columns goes with members.");
  else if (path == NULL)
    wrong = _ ("Into which file? Say -o FILE.");
  if (wrong != NULL)
    *out_status = muster_command_fail_usage (context, "%s", wrong);
  return wrong == NULL;
}

static int
run_violations (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                const MusterExportRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 rows = 0;

  if (!muster_violations_export_run (store, group, request->path, request->profile, &rows, &error))
    return muster_command_fail (context, error);
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d violation written to %s",
                                        "%d violations written to %s", (gulong) rows),
                           (int) rows, request->path);
  print_result (context, words, request->path, rows);
  return MUSTER_EXIT_DONE;
}

static int
run_members (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
             const MusterExportRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 rows = 0;

  if (!muster_members_export_run (store, group, request, &rows, NULL, &error))
    return muster_command_fail (context, error);
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d member written to %s",
                                        "%d members written to %s", (gulong) rows),
                           (int) rows, request->path);
  print_result (context, words, request->path, rows);
  return MUSTER_EXIT_DONE;
}

static int
run (MusterCommandContext *context, int argc, char **argv)
{
  g_autofree char *name = NULL, *path = NULL, *profile_text = NULL, *columns = NULL, *from = NULL,
                  *to = NULL;
  MusterEventsExportRequest events = { 0 };
  const char *kind;
  MusterExportRequest request = { 0 };
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (MusterGroup) group = NULL;
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
  kind = argc == 2 ? argv[1] : NULL;
  if (!check_kind (context, kind, path, columns, from != NULL ? from : to, &status) ||
      !parse_profile (context, profile_text, &request.profile, &status))
    return status;
  if (strcmp (kind, "events") == 0 &&
      !muster_export_events_check (context, path, columns, from, to, request.profile, &events,
                                   &status))
    return status;
  if (strcmp (kind, "members") == 0 &&
      !check_file_and_columns (context, path, columns, request.profile, &status))
    return status;

  store = muster_command_open_store (context, &status);
  if (store == NULL)
    return status;
  group = muster_command_find_group (context, store, name, &status);
  if (group == NULL)
    return status;
  request.path = path;
  request.columns = columns;
  if (strcmp (kind, "events") == 0)
    return muster_export_events_run (context, store, group, &events);
  return strcmp (kind, "violations") == 0 ? run_violations (context, store, group, &request)
                                          : run_members (context, store, group, &request);
}

const MusterCommand muster_export_command = {
  "export",
  N_ ("members|events|violations --group NAME -o FILE"),
  N_ ("Write the members, the events or the violations of a group to a file"),
  run,
};
