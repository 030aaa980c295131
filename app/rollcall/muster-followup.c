/* muster-followup.c - what the keeper does about a finding
 *
 * Each is a row of the follow-ups, and where it means something beyond the
 * finding, that too: being seen is a sign of life, removal is a standing.  A
 * reminder is never a sign of life.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-followup"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-followup.h"
#include "muster-group-table.h"
#include "muster-membership-table.h"
#include "muster-plan-mark-table.h"
#include "muster-sign-table.h"
#include "muster-task-table.h"

static gboolean
insert (MusterChange *change, MusterGroup *group, MusterFinding *finding, const char *action,
        MusterDay on, MusterDay until, const char *note, const char *author, GError **error)
{
  g_autofree char *subject = muster_finding_dup_key (finding);
  MusterFollowup followup = { .check = (char *) muster_finding_get_check (finding),
                              .subject = subject,
                              .action = (char *) action,
                              .on = on,
                              .until = until,
                              .note = (char *) note,
                              .author = (char *) author };

  followup.group = *muster_group_get_id (group);
  return muster_followup_table_insert (change, &followup, error);
}

static gboolean
get_member (MusterFinding *finding, MusterId *out_id, GError **error)
{
  if (strcmp (muster_finding_get_subject_kind (finding), "member") == 0 &&
      muster_id_parse (muster_finding_get_subject_id (finding), out_id))
    return TRUE;

  g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                       _ ("This finding is not about a member."));
  return FALSE;
}

/**
 * muster_followup_remind:
 * @deadline: by when something should have happened
 *
 * Records that the keeper has reminded somebody.
 */
gboolean
muster_followup_remind (MusterChange *change, MusterGroup *group, MusterFinding *finding,
                        MusterDay on, MusterDay deadline, const char *author, GError **error)
{
  return insert (change, group, finding, "reminded", on, deadline, NULL, author, error);
}

/**
 * muster_followup_exempt:
 * @until: the last day; %MUSTER_DAY_NONE for no end
 */
gboolean
muster_followup_exempt (MusterChange *change, MusterGroup *group, MusterFinding *finding,
                        MusterDay on, MusterDay until, const char *author, GError **error)
{
  return insert (change, group, finding, "exempt", on, until, NULL, author, error);
}

gboolean
muster_followup_ignore (MusterChange *change, MusterGroup *group, MusterFinding *finding,
                        MusterDay on, MusterDay until, const char *author, GError **error)
{
  return insert (change, group, finding, "ignored", on, until, NULL, author, error);
}

/**
 * muster_followup_mark_seen:
 * @on: the day of the sign of life
 * @note: (nullable): how the keeper knows
 *
 * Counts as a sign of life; of a missing introduction, as one made.
 */
gboolean
muster_followup_mark_seen (MusterChange *change, MusterGroup *group, MusterFinding *finding,
                           MusterDay on, const char *note, const char *author, GError **error)
{
  g_autoptr (MusterMembership) membership = NULL;
  MusterId id;

  if (!get_member (finding, &id, error) ||
      !insert (change, group, finding, "seen", on, MUSTER_DAY_NONE, note, author, error) ||
      !muster_sign_table_set (change, &id, "seen", on, author, note, error))
    return FALSE;
  if (strcmp (muster_finding_get_check (finding), "introduction") != 0)
    return TRUE;

  membership = muster_membership_table_load (muster_change_get_database (change), &id, error);
  if (membership == NULL)
    return FALSE;
  membership->introduced_on = on;
  return muster_membership_table_set_details (change, membership, error);
}

/**
 * muster_followup_remove:
 * @reason: (nullable): in the keeper's words
 *
 * Takes a member off the roster: a standing with date and reason, not a deletion.
 */
gboolean
muster_followup_remove (MusterChange *change, MusterGroup *group, MusterFinding *finding,
                        MusterDay on, const char *reason, const char *author, GError **error)
{
  MusterId id;

  return get_member (finding, &id, error) &&
         insert (change, group, finding, "removed", on, MUSTER_DAY_NONE, reason, author, error) &&
         muster_membership_table_set_standing (change, &id, MUSTER_STANDING_REMOVED, on,
                                               MUSTER_DAY_NONE, reason, error);
}

static gboolean
rename_group (MusterChange *change, MusterFinding *finding, const char *name, GError **error)
{
  g_autoptr (MusterGroup) group = NULL;
  MusterId id;

  if (!muster_id_parse (muster_finding_get_subject_id (finding), &id))
    return FALSE;
  group = muster_group_table_load (muster_change_get_database (change), &id, error);
  if (group == NULL)
    return FALSE;

  muster_group_set_name (group, name);
  return muster_group_table_update (change, group, error);
}

/**
 * muster_followup_rename:
 * @name: the nickname of the member, or the name of the group, as the chat program shows it now
 */
gboolean
muster_followup_rename (MusterChange *change, MusterFinding *finding, const char *name,
                        MusterDay on, GError **error)
{
  MusterId id;

  if (g_strcmp0 (muster_finding_get_subject_kind (finding), "group") == 0)
    return rename_group (change, finding, name, error);

  return get_member (finding, &id, error) &&
         muster_membership_table_set_nickname (change, &id, name, on, error);
}

/**
 * muster_followup_set_task:
 * @finding: about a task
 */
gboolean
muster_followup_set_task (MusterChange *change, MusterFinding *finding, MusterTaskState state,
                          GError **error)
{
  MusterId id;

  if (!muster_id_parse (muster_finding_get_subject_id (finding), &id))
    {
      g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND,
                           _ ("There is no such task any more."));
      return FALSE;
    }
  return muster_task_table_set_state (change, &id, state, error);
}

/**
 * muster_followup_mark_column:
 * @finding: about a column of the content plan
 *
 * Notes that the column was seen to on the last day on which it was due.
 */
gboolean
muster_followup_mark_column (MusterChange *change, MusterGroup *group, MusterFinding *finding,
                             GError **error)
{
  const char *column = muster_finding_find_evidence (finding, "column");
  const char *due = muster_finding_find_evidence (finding, "due");
  MusterDay day;

  if (column == NULL || due == NULL || !muster_day_parse (due, &day))
    {
      g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND,
                           _ ("The content plan has no such column."));
      return FALSE;
    }
  return muster_plan_mark_table_set (change, muster_group_get_id (group), column, day, TRUE, error);
}
