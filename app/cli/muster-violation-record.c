/* muster-violation-record.c - musterctl violation record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-record"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-person-record.h"
#include "muster-violation-verbs.h"

int
muster_violation_record_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "violation record",
                                         N_ ("-o FILE.pdf --group NAME --member NAME"),
                                         N_ ("Write what is on record of a member, to be printed"),
                                         NULL };
  g_auto (MusterViolationTarget) target = { 0 };
  g_autofree char *name = NULL, *path = NULL;
  const MusterRosterMember *member;
  g_autoptr (GError) error = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "member", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("Whose record"), N_ ("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("Where to"), N_ ("FILE.pdf") },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_violation_target_parse (context, &command, entries, &argc, &argv, &target, &status))
    return status;
  if (path == NULL || argc > 1)
    return muster_command_fail_usage (context, "%s", _ ("Where to? Say -o FILE."));
  member = muster_violation_target_find_member (context, &target, name, &status);
  if (member == NULL)
    return status;

  if (!muster_person_record_run (target.store, target.group, &member->id, path, &error))
    return muster_command_fail (context, error);
  return MUSTER_EXIT_DONE;
}
