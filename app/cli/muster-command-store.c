/* muster-command-store.c - what commands on the database share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-command-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-command-store.h"
#include "muster-group-table.h"
#include "muster-input-error.h"

/**
 * muster_command_open_store:
 * @out_status: how to end, on failure
 *
 * Makes the day's backup first.
 *
 * Returns: (transfer full) (nullable): the database of --db or the window's
 */
MusterStore *
muster_command_open_store (MusterCommandContext *context, int *out_status)
{
  g_autofree char *standard = muster_store_dup_default_path ();
  g_autoptr (GError) error = NULL;
  MusterStore *store = NULL;

  if (context->db != NULL && g_file_test (context->db, G_FILE_TEST_IS_DIR))
    {
      muster_input_error_set (&error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("This is a folder, not a database."));
      muster_input_error_set_file (error, context->db);
      *out_status = muster_command_fail (context, error);
      return NULL;
    }

  store = muster_store_open (context->db != NULL ? context->db : standard, context->clock, &error);
  if (store == NULL)
    *out_status = muster_command_fail (context, error);
  else if (!muster_store_keep_daily_backup (store, &error))
    /* TRANSLATORS: why */
    g_printerr (_ ("There is no backup of today: %s\n"), error->message);
  return store;
}

/**
 * muster_command_find_group:
 * @name: (nullable): a name or an id; %NULL fails with usage
 */
MusterGroup *
muster_command_find_group (MusterCommandContext *context, MusterStore *store, const char *name,
                           int *out_status)
{
  g_autoptr (GError) error = NULL;
  MusterDatabase *db = NULL;
  MusterGroup *group = NULL;

  if (name == NULL)
    {
      *out_status = muster_command_fail_usage (context, "%s", _ ("Which group? Say --group NAME."));
      return NULL;
    }

  db = muster_store_get_database (store, &error);
  if (db != NULL)
    group = muster_group_table_find (db, name, &error);
  if (group == NULL)
    *out_status = muster_command_fail (context, error);
  return group;
}

/**
 * muster_command_parse_day:
 * @text: (nullable): YYYY-MM-DD; today for %NULL
 */
gboolean
muster_command_parse_day (MusterCommandContext *context, const char *text, MusterDay *out_day,
                          int *out_status)
{
  if (text == NULL)
    {
      *out_day = muster_clock_get_today (context->clock);
      return TRUE;
    }
  if (muster_day_parse (text, out_day))
    return TRUE;

  *out_status = muster_command_fail_usage (
      context, _ ("“%s” is not a date. Dates look like 2026-11-21."), text);
  return FALSE;
}
