/* muster-backup-command.c - musterctl backup and verify
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-backup-command"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-backup.h"
#include "muster-command-store.h"
#include "muster-json.h"
#include "muster-verify.h"

static int
run_backup (MusterCommandContext *context, int argc, char **argv)
{
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  int status;
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };

  if (!muster_command_parse (context, &muster_backup_command, options, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return muster_command_fail_usage (context, "%s", _ ("Into which file? Name one."));
  store = muster_command_open_store (context, &status);
  if (store == NULL)
    return status;
  if (!muster_backup_write (muster_store_get_database (store, NULL), argv[1], NULL, &error))
    return muster_command_fail (context, error);

  if (context->json)
    {
      json_builder_begin_object (builder);
      muster_json_add_text (builder, "file", argv[1]);
      json_builder_end_object (builder);
      muster_command_print_json (builder);
    }
  else
    g_print (_ ("Backed up to %s; the copy was checked.\n"), argv[1]);
  return MUSTER_EXIT_DONE;
}

static int
run_verify (MusterCommandContext *context, int argc, char **argv)
{
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  int status;
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };

  if (!muster_command_parse (context, &muster_verify_command, options, &argc, &argv, &status))
    return status;
  if (argc != 1)
    return muster_command_fail_usage (context, _ ("“%s” is one word too many."), argv[1]);
  store = muster_command_open_store (context, &status);
  if (store == NULL)
    return status;
  if (!muster_verify_run (muster_store_get_database (store, NULL), problems, NULL, &error))
    return muster_command_fail (context, error);

  g_ptr_array_add (problems, NULL);
  if (context->json)
    {
      json_builder_begin_object (builder);
      muster_json_add_flag (builder, "ok", problems->len == 1);
      muster_json_add_texts (builder, "problems", (const char *const *) problems->pdata);
      json_builder_end_object (builder);
      muster_command_print_json (builder);
    }
  else if (problems->len == 1)
    g_print ("%s\n", _ ("Everything is in order."));
  else
    for (guint i = 0; i + 1 < problems->len; i++)
      g_print ("%s\n", (const char *) problems->pdata[i]);
  return problems->len == 1 ? MUSTER_EXIT_DONE : MUSTER_EXIT_STORE;
}

const MusterCommand muster_backup_command = {
  "backup",
  N_ ("FILE"),
  N_ ("Copy the database, and check the copy"),
  run_backup,
};

const MusterCommand muster_verify_command = {
  "verify",
  "",
  N_ ("Check the database from the first page to the last"),
  run_verify,
};
