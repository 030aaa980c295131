/* muster-history-command.c - musterctl history, undo and redo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-history-command"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-command-store.h"
#include "muster-journal.h"
#include "muster-json.h"
#include "muster-undo.h"

#define MAX_CELLS 1000

static char *
dup_when (const MusterJournalEntry *entry)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (entry->made_us / G_USEC_PER_SEC);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");
}

static gboolean
add_cells (JsonBuilder *builder, MusterDatabase *db, const MusterJournalEntry *entry,
           GError **error)
{
  g_autoptr (GPtrArray) cells = muster_journal_list_cells (db, &entry->id, MAX_CELLS, error);

  if (cells == NULL)
    return FALSE;

  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cells->len; i++)
    {
      const MusterJournalCell *cell = cells->pdata[i];
      char id[MUSTER_ID_TEXT_SIZE];

      muster_id_format (&cell->row, id);
      json_builder_begin_object (builder);
      muster_json_add_text (builder, "table", cell->table);
      muster_json_add_text (builder, "row", id);
      muster_json_add_text (builder, "field", cell->column);
      muster_json_add_text (builder, "old", cell->old_value);
      muster_json_add_text (builder, "new", cell->new_value);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}

static gboolean
add_entry (JsonBuilder *builder, MusterDatabase *db, const MusterJournalEntry *entry,
           gboolean details, GError **error)
{
  g_autofree char *when = dup_when (entry);
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (&entry->id, id);
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "id", id);
  muster_json_add_text (builder, "kind", entry->kind);
  muster_json_add_text (builder, "title", entry->title);
  muster_json_add_text (builder, "author", entry->author);
  muster_json_add_text (builder, "at", when);
  muster_json_add_int (builder, "rows", entry->n_rows);
  muster_json_add_flag (builder, "undone", entry->undone);
  if (details && !add_cells (builder, db, entry, error))
    return FALSE;
  json_builder_end_object (builder);
  return TRUE;
}

static void
print_entry (const MusterJournalEntry *entry)
{
  g_autofree char *when = dup_when (entry);
  char id[MUSTER_ID_TEXT_SIZE];
  const char *prefix = strcmp (entry->kind, "undo") == 0   ? _ ("Undo: ")
                       : strcmp (entry->kind, "redo") == 0 ? _ ("Redo: ")
                                                           : "";

  muster_id_format (&entry->id, id);
  g_print ("%s  %s  %s  %s%s%s\n", id, when, entry->author, prefix, entry->title,
           entry->undone ? _ (" (undone)") : "");
}

static int
run_history (MusterCommandContext *context, int argc, char **argv)
{
  gint limit = 20;
  gboolean details = FALSE;
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  MusterDatabase *db;
  int status;
  const GOptionEntry options[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("Not more than this many"), N_ ("N") },
    { "details", 0, 0, G_OPTION_ARG_NONE, &details, N_ ("With every field, in JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_command_parse (context, &muster_history_command, options, &argc, &argv, &status))
    return status;
  if (argc != 1 || limit < 0)
    return muster_command_fail_usage (context, "%s",
                                      _ ("Say history, with --limit N if you like."));
  store = muster_command_open_store (context, &status);
  if (store == NULL)
    return status;

  db = muster_store_get_database (store, NULL);
  entries = muster_journal_list (db, 0, (guint) limit, &error);
  if (entries == NULL)
    return muster_command_fail (context, error);

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    if (!context->json)
      print_entry (entries->pdata[i]);
    else if (!add_entry (builder, db, entries->pdata[i], details, &error))
      return muster_command_fail (context, error);
  json_builder_end_array (builder);
  if (context->json)
    muster_command_print_json (builder);
  return MUSTER_EXIT_DONE;
}

static int
print_report (MusterCommandContext *context, const MusterUndoReport *report)
{
  g_autofree char *text = muster_undo_report_dup_text (report);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!context->json)
    {
      g_print ("%s\n", text);
      return MUSTER_EXIT_DONE;
    }

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "title", report->title);
  muster_json_add_int (builder, "rows", report->n_rows);
  muster_json_add_int (builder, "undone", report->n_undone);
  muster_json_add_int (builder, "kept_edited", report->n_edited);
  muster_json_add_int (builder, "kept_used", report->n_used);
  muster_json_add_text (builder, "text", text);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
  return MUSTER_EXIT_DONE;
}

static int
run_undo (MusterCommandContext *context, int argc, char **argv)
{
  gboolean redo = strcmp (argv[0], "redo") == 0;
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (MusterUndoReport) report = NULL;
  g_autoptr (GError) error = NULL;
  MusterId id;
  int status;
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };

  if (!muster_command_parse (context, redo ? &muster_redo_command : &muster_undo_command, options,
                             &argc, &argv, &status))
    return status;
  if (argc > (redo ? 1 : 2))
    return muster_command_fail_usage (context, _ ("“%s” is one word too many."), argv[argc - 1]);
  if (argc == 2 && !muster_id_parse (argv[1], &id))
    return muster_command_fail_usage (
        context, _ ("“%s” is not the id of a change. “musterctl history” shows them."), argv[1]);

  store = muster_command_open_store (context, &status);
  if (store == NULL)
    return status;
  report = redo        ? muster_undo_redo (store, &error)
           : argc == 2 ? muster_undo_change (store, &id, &error)
                       : muster_undo_last (store, &error);
  if (report == NULL)
    return muster_command_fail (context, error);

  return print_report (context, report);
}

const MusterCommand muster_history_command = {
  "history",
  N_ ("[--limit N]"),
  N_ ("Show what was changed, by whom and when"),
  run_history,
};

const MusterCommand muster_undo_command = {
  "undo",
  N_ ("[CHANGE]"),
  N_ ("Take back the last change, or a named one"),
  run_undo,
};

const MusterCommand muster_redo_command = {
  "redo",
  "",
  N_ ("Take back the last undo"),
  run_undo,
};
