/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-command-store.h"
#include "muster-roster.h"
#include "muster-violation-case.h"

G_BEGIN_DECLS

/**
 * MusterViolationTarget:
 * @today: the day of --on, else today
 * @cases: (element-type MusterViolationCase): of the group, on that day
 *
 * The group whose violations a command is about; all is owned.
 */
typedef struct
{
  MusterStore *store;
  MusterDatabase *db; /* of @store */
  MusterGroup *group;
  MusterRoster *roster;
  GPtrArray *cases;
  MusterDay today;
} MusterViolationTarget;

gboolean muster_violation_target_parse (MusterCommandContext *context, const MusterCommand *command,
                                        const GOptionEntry *own, int *argc, char ***argv,
                                        MusterViolationTarget *out_target, int *out_status);
void muster_violation_target_clear (MusterViolationTarget *self);
gboolean muster_violation_target_read (MusterCommandContext *context, MusterViolationTarget *self,
                                       int *out_status);

gboolean muster_violation_target_check_day (MusterCommandContext *context,
                                            MusterViolationTarget *self, int *out_status);

const MusterRosterMember *
muster_violation_target_find_member (MusterCommandContext *context, MusterViolationTarget *self,
                                     const char *name, int *out_status);
const MusterViolationCase *
muster_violation_target_find (MusterCommandContext *context, MusterViolationTarget *self,
                              const char *text, int *out_status);
char *muster_violation_target_dup_person (MusterViolationTarget *self,
                                          const char *name) G_GNUC_WARN_UNUSED_RESULT;
const char *muster_violation_target_get_person (MusterViolationTarget *self, const char *person);
const char *muster_violation_target_get_name (MusterViolationTarget *self, const MusterId *member);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterViolationTarget, muster_violation_target_clear)

G_END_DECLS
