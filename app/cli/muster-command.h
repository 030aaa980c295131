/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "muster-clock.h"

G_BEGIN_DECLS

/**
 * MusterExit:
 *
 * How musterctl ends; part of its contract.
 */
typedef enum
{
  MUSTER_EXIT_DONE = 0,
  MUSTER_EXIT_FINDINGS = 1, /* only where asked for */
  MUSTER_EXIT_USAGE = 2,
  MUSTER_EXIT_INPUT = 3,
  MUSTER_EXIT_STORE = 4, /* store or network trouble */
} MusterExit;

/**
 * MusterCommandContext:
 * @db: (nullable): the file of `--db`; %NULL for the one that the window uses
 * @json: whether `--json` was given
 * @clock: the time to use
 */
typedef struct
{
  const char *db;
  gboolean json;
  MusterClock *clock;
} MusterCommandContext;

/**
 * MusterCommand:
 * @name: the verb
 * @usage: what stands behind it in the help
 * @summary: one line, translated when shown
 * @run: @argv[0] is the verb; returns a #MusterExit
 */
typedef struct
{
  const char *name;
  const char *usage;
  const char *summary;
  int (*run) (MusterCommandContext *context, int argc, char **argv);
} MusterCommand;

extern const MusterCommand muster_backup_command;
extern const MusterCommand muster_check_name_command;
extern const MusterCommand muster_event_command;
extern const MusterCommand muster_export_command;
extern const MusterCommand muster_group_command;
extern const MusterCommand muster_history_command;
extern const MusterCommand muster_import_command;
extern const MusterCommand muster_inspect_command;
extern const MusterCommand muster_members_command;
extern const MusterCommand muster_notice_command;
extern const MusterCommand muster_redo_command;
extern const MusterCommand muster_rollcall_command;
extern const MusterCommand muster_rules_command;
extern const MusterCommand muster_sample_command;
extern const MusterCommand muster_undo_command;
extern const MusterCommand muster_verify_command;
extern const MusterCommand muster_violation_command;

gboolean
muster_command_parse (MusterCommandContext *context, const MusterCommand *command,
                      const GOptionEntry *entries, int *argc, char ***argv, int *out_status);
int muster_command_fail (MusterCommandContext *context, const GError *error);
int muster_command_fail_usage (MusterCommandContext *context, const char *format, ...)
    G_GNUC_PRINTF (2, 3);
void muster_command_print_json (JsonBuilder *builder);

G_END_DECLS
