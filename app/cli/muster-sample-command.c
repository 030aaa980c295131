/* muster-sample-command.c - musterctl sample
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sample-command"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-command-store.h"
#include "muster-group-table.h"
#include "muster-import-table.h"
#include "muster-json.h"
#include "muster-sample.h"

static gboolean
count_messages (MusterDatabase *db, MusterGroup *group, gint64 *out_messages, GError **error)
{
  g_autoptr (GPtrArray) imports = muster_import_table_list (db, muster_group_get_id (group), error);

  if (imports == NULL)
    return FALSE;

  *out_messages = 0;
  for (guint i = 0; i < imports->len; i++)
    *out_messages += ((const MusterImport *) imports->pdata[i])->messages;
  return TRUE;
}

static gboolean
add_group (MusterCommandContext *context, MusterDatabase *db, const char *name,
           JsonBuilder *builder, GError **error)
{
  g_autoptr (MusterGroup) found = muster_group_table_find (db, name, error);
  gint64 messages;

  if (found == NULL || !count_messages (db, found, &messages, error))
    return FALSE;

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "name", name);
  muster_json_add_int (builder, "members", muster_group_get_n_members (found));
  muster_json_add_int (builder, "messages", messages);
  json_builder_end_object (builder);
  if (!context->json)
    /* TRANSLATORS: the name of a group, two numbers */
    g_print (_ ("  %s: %u members, %u messages\n"), name, muster_group_get_n_members (found),
             (guint) messages);
  return TRUE;
}

static int
run (MusterCommandContext *context, int argc, char **argv)
{
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  MusterDay today = muster_clock_get_today (context->clock);
  int status;
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };

  if (!muster_command_parse (context, &muster_sample_command, entries, &argc, &argv, &status))
    return status;
  if (argc != 1)
    return muster_command_fail_usage (context, "%s", _ ("“sample” takes no arguments."));
  store = muster_command_open_store (context, &status);
  if (store == NULL)
    return status;
  if (!muster_sample_write (store, today, NULL, &error))
    return muster_command_fail (context, error);

  if (!context->json)
    g_print ("%s\n", _ ("Three sample groups were added; “musterctl undo” takes them back:"));
  json_builder_begin_object (builder);
  muster_json_add_day (builder, "on", today);
  json_builder_set_member_name (builder, "groups");
  json_builder_begin_array (builder);
  for (guint i = 0; muster_sample_get_name (i) != NULL; i++)
    if (!add_group (context, muster_store_get_database (store, NULL), muster_sample_get_name (i),
                    builder, &error))
      return muster_command_fail (context, error);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (context->json)
    muster_command_print_json (builder);
  else
    g_print ("\n");
  return MUSTER_EXIT_DONE;
}

const MusterCommand muster_sample_command = {
  "sample",
  "",
  N_ ("Add three sample groups to try the program with"),
  run,
};
