/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-group.h"
#include "muster-record.h"
#include "muster-store.h"

G_BEGIN_DECLS

/**
 * MusterPlanVerdict:
 * @MUSTER_PLAN_NEW: a person not known before
 * @MUSTER_PLAN_JOINS: a known person who has no place in this group yet
 * @MUSTER_PLAN_CHANGED: a member of whom the row says something new
 * @MUSTER_PLAN_UNCHANGED: a member of whom it says nothing new
 * @MUSTER_PLAN_AMBIGUOUS: to be asked; left out until somebody chooses
 * @MUSTER_PLAN_REPEATED: says the same as an earlier row; left out
 * @MUSTER_PLAN_EMPTY: says nothing about anybody; left out
 */
typedef enum
{
  MUSTER_PLAN_NEW,
  MUSTER_PLAN_JOINS,
  MUSTER_PLAN_CHANGED,
  MUSTER_PLAN_UNCHANGED,
  MUSTER_PLAN_AMBIGUOUS,
  MUSTER_PLAN_REPEATED,
  MUSTER_PLAN_EMPTY,
} MusterPlanVerdict;

#define MUSTER_N_PLAN_VERDICTS (MUSTER_PLAN_EMPTY + 1)

/**
 * MusterPlanCell:
 *
 * What would change of a member: the field for people, old and new value.
 */
typedef struct
{
  char *title;
  char *old_value; /* NULL if nothing was known */
  char *new_value;
} MusterPlanCell;

/**
 * MusterPlanItem:
 * @index: which row of the plan
 * @cells: (element-type MusterPlanCell): what would change
 * @candidates: (element-type guint32): persons it may be, of an ambiguous row
 * @labels: (element-type utf8): the candidates in words: name, department, phone …
 * @chosen: the person chosen for an ambiguous row; 0 for a new person; -1 until asked
 *
 * One row of the preview.
 */
typedef struct
{
  guint index;
  guint64 line;
  MusterPlanVerdict verdict;
  char *name;
  GPtrArray *cells;
  GArray *candidates;
  GPtrArray *labels;
  gint64 chosen;
} MusterPlanItem;

/**
 * MusterRosterPlan:
 *
 * What an import of a roster would do, row by row, before anything is written.
 * Keeps eight bytes a row, and the details of the first rows of each kind.
 */
typedef struct _MusterRosterPlan MusterRosterPlan;

MusterRosterPlan *
muster_roster_plan_new (MusterDatabase *db, MusterGroup *group, MusterTableReader *reader,
                        const MusterField *mapping, guint n_columns, GCancellable *cancellable,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_roster_plan_free (MusterRosterPlan *self);

guint muster_roster_plan_get_n_rows (MusterRosterPlan *self);
guint muster_roster_plan_get_count (MusterRosterPlan *self, MusterPlanVerdict verdict);
GPtrArray *muster_roster_plan_get_items (MusterRosterPlan *self, MusterPlanVerdict verdict);
GPtrArray *muster_roster_plan_get_missing (MusterRosterPlan *self);
guint muster_roster_plan_get_n_missing (MusterRosterPlan *self);
void muster_roster_plan_choose (MusterRosterPlan *self, MusterPlanItem *item, gint64 person);

gboolean muster_roster_plan_run (MusterRosterPlan *self, MusterChange *change,
                                 GCancellable *cancellable, GError **error);

const char *muster_plan_verdict_get_title (MusterPlanVerdict verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRosterPlan, muster_roster_plan_free)

G_END_DECLS
