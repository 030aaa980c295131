/* muster-export-events.c - musterctl export events
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-export-events"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-command-store.h"
#include "muster-event-export.h"
#include "muster-export-events.h"
#include "muster-json.h"
#include "muster-table-writer.h"

static gboolean
is_calendar (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".ics");
}

static gboolean
parse_days (MusterCommandContext *context, const char *from, const char *to,
            MusterEventsExportRequest *request, int *out_status)
{
  request->from = request->to = MUSTER_DAY_NONE;
  if (from == NULL && to == NULL)
    return TRUE;

  if (from == NULL || to == NULL)
    *out_status = muster_command_fail_usage (context, "%s", _ ("Say both --from and --to."));
  else if (muster_command_parse_day (context, from, &request->from, out_status) &&
           muster_command_parse_day (context, to, &request->to, out_status))
    {
      if (request->from <= request->to)
        return TRUE;
      *out_status =
          muster_command_fail_usage (context, "%s", _ ("The last day lies before the first."));
    }
  return FALSE;
}

/**
 * muster_export_events_check:
 * @columns: (nullable): refused
 * @from: (nullable): as it was typed
 * @to: (nullable): as it was typed
 * @out_request: what to write; @path is borrowed
 * @out_status: set on failure, of which the user was told
 */
gboolean
muster_export_events_check (MusterCommandContext *context, const char *path, const char *columns,
                            const char *from, const char *to, MusterExportProfile profile,
                            MusterEventsExportRequest *out_request, int *out_status)
{
  const char *format = muster_table_writer_format_of (path);

  out_request->path = path;
  out_request->profile = profile;
  if (columns != NULL)
    *out_status = muster_command_fail_usage (context, "%s", _ ("--columns goes with members."));
  else if (is_calendar (path) && (profile != MUSTER_EXPORT_FULL || from != NULL || to != NULL))
    *out_status = muster_command_fail_usage (
        context, "%s",
        _ ("A calendar file holds everything: no --profile masked, --from or --to."));
  else if (!is_calendar (path) && (format == NULL || strcmp (format, "vcard") == 0))
    *out_status = muster_command_fail_usage (
        context, "%s", _ ("The name of the file must end in .csv, .xlsx, .json or .ics."));
  else
    return parse_days (context, from, to, out_request, out_status);

  return FALSE;
}

/**
 * muster_export_events_run:
 *
 * Returns: the exit status
 */
int
muster_export_events_run (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                          const MusterEventsExportRequest *request)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  gint64 rows = 0;

  if (is_calendar (request->path))
    return muster_event_export_run (context, store, group, NULL, request->path);
  if (!muster_events_export_run (store, group, request, &rows, &error))
    return muster_command_fail (context, error);

  if (!context->json)
    {
      g_print (g_dngettext (GETTEXT_PACKAGE, "%d event written to %s\n",
                            "%d events written to %s\n", (gulong) rows),
               (int) rows, request->path);
      return MUSTER_EXIT_DONE;
    }
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "file", request->path);
  muster_json_add_int (builder, "rows", rows);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
  return MUSTER_EXIT_DONE;
}
