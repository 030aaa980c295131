/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-event-people.h"
#include "muster-roster.h"

G_BEGIN_DECLS

/**
 * MusterEventTarget:
 *
 * One time of an event of a group, for a verb of its own; all is owned.
 */
typedef struct
{
  MusterStore *store;
  MusterDatabase *db; /* of @store */
  MusterGroup *group;
  MusterRoster *roster;
  MusterEventTime when;
} MusterEventTarget;

gboolean muster_event_target_parse (MusterCommandContext *context, const MusterCommand *command,
                                    const GOptionEntry *own, int *argc, char ***argv,
                                    MusterEventTarget *out_target, int *out_status);
void muster_event_target_clear (MusterEventTarget *self);

gboolean muster_event_target_find_person (MusterCommandContext *context, MusterEventTarget *self,
                                          const char *name, char **out_person, int *out_status);
const char *muster_event_target_get_name (MusterEventTarget *self, const char *person);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterEventTarget, muster_event_target_clear)

G_END_DECLS
