/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-document.h"
#include "muster-edition.h"
#include "muster-event.h"
#include "muster-finding.h"
#include "muster-group.h"
#include "muster-import-table.h"
#include "muster-membership.h"
#include "muster-person.h"
#include "muster-snapshot-table.h"
#include "muster-store.h"
#include "muster-task.h"

G_BEGIN_DECLS

#define TODAY 20778 /* 2026-11-21 */
#define WEEK (7 * 86400)

/* A store with one of everything that a mutator may need. */
typedef struct
{
  char *folder, *path;
  MusterClock *clock;
  MusterStore *store;
  MusterGroup *group;
  MusterPerson *person, *other;
  MusterMembership *membership;
  MusterId account;
  MusterSnapshot *snapshot;
  MusterImport import;
  MusterFinding *finding;
  MusterEvent *event;
  MusterTask *task;
  MusterId payment;
  MusterDocument *document;
  MusterEdition *edition;
  MusterId clause; /* of the draft and of the edition */
  MusterId violation, advertisement;
  MusterId notice, planned; /* one that was sent and answered, and one that was not sent */
} World;

typedef gboolean (*Mutator) (MusterChange *change, World *world, GError **error);

typedef struct
{
  const char *name; /* the function that the row drives */
  Mutator run;
} MutatorRow;

#define GROUP muster_group_get_id (world->group)
#define MEMBER (&world->membership->id)

const MutatorRow *mutators_list_calendar (guint *out_n);
gboolean mutators_fill_calendar (MusterChange *change, World *world, GError **error);

const MutatorRow *mutators_list_notices (guint *out_n);
gboolean mutators_fill_notices (MusterChange *change, World *world, GError **error);

const MutatorRow *mutators_list_rules (guint *out_n);
gboolean mutators_fill_rules (MusterChange *change, World *world, GError **error);

const MutatorRow *mutators_list_violations (guint *out_n);
gboolean mutators_fill_violations (MusterChange *change, World *world, GError **error);

G_END_DECLS
