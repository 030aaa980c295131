/* muster-rollcall-facts.c - what a table of members shows of the records and the roll call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rollcall-facts"

#include "config.h"

#include <string.h>

#include "muster-rollcall-facts.h"
#include "muster-rollcall-run.h"

typedef struct
{
  MusterGroup *group; /* owned */
  MusterDay on;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->group);
  g_free (request);
}

/* Nothing is said of a time before the last gap of the records. */
static void
judge_unheard (MusterMemberFact *fact, const MusterRosterMember *member,
               const MusterDayRanges *coverage)
{
  MusterDay since = member->joined_on != MUSTER_DAY_NONE ? member->joined_on : member->first_seen;
  guint n = 0;
  const MusterDayRange *ranges = muster_day_ranges_get (coverage, &n);

  fact->covered_from = ranges[n - 1].from;
  fact->heard = since != MUSTER_DAY_NONE && since >= fact->covered_from ? MUSTER_MEMBER_NEVER
                                                                        : MUSTER_MEMBER_BEFORE;
}

static void
count_messages (MusterRollcall *rollcall, MusterMemberFacts *facts)
{
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);
  GPtrArray *senders = muster_rollcall_get_senders (rollcall);

  for (guint i = 0; i < senders->len; i++)
    {
      guint member = muster_rollcall_get_sender_member (rollcall, i);
      MusterMemberFact *fact =
          member != MUSTER_ROLLCALL_NOBODY
              ? muster_member_facts_find_id (facts, &muster_roster_get_member (roster, member)->id)
              : NULL;

      if (fact != NULL)
        fact->n_messages += ((const MusterSender *) senders->pdata[i])->count;
    }
}

/* As in the silence rule: a sender tied to nobody may be a member of a like name. */
static void
fill_heard (MusterRollcall *rollcall, MusterMemberFacts *facts)
{
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);
  MusterDay as_of = muster_rollcall_get_as_of (rollcall);
  g_autoptr (MusterDayRanges) coverage = muster_rollcall_dup_covered_days (rollcall);
  g_autofree const MusterSender **resembles = muster_rollcall_find_resembling (rollcall);

  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);
      MusterMemberFact *fact = muster_member_facts_find_id (facts, &member->id);

      if (fact == NULL)
        continue;
      fact->last_message = muster_rollcall_get_last_message (rollcall, i);
      if (fact->last_message != 0)
        fact->heard = MUSTER_MEMBER_HEARD;
      else if (as_of == MUSTER_DAY_NONE)
        fact->heard = MUSTER_MEMBER_NO_RECORDS;
      else if (resembles[i] != NULL)
        fact->heard = MUSTER_MEMBER_NOT_COVERED;
      else
        judge_unheard (fact, member, coverage);
    }
}

static void
mark (MusterMemberFacts *facts, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      MusterFinding *finding = findings->pdata[i];
      gboolean silent = strcmp (muster_finding_get_check (finding), "silent") == 0;
      MusterMemberFact *fact = NULL;
      MusterId id;

      if (strcmp (muster_finding_get_subject_kind (finding), "member") == 0 &&
          muster_id_parse (muster_finding_get_subject_id (finding), &id))
        fact = muster_member_facts_find_id (facts, &id);
      if (fact != NULL)
        fact->marks |= silent ? MUSTER_MEMBER_MARK_SILENT : MUSTER_MEMBER_MARK_NICKNAME;
    }
}

/**
 * muster_rollcall_read_facts:
 * @on: the day for which they hold
 *
 * Reads what the checks read: a matter for a worker.
 *
 * Returns: (transfer full): what the records and the roll call say of each member
 */
MusterMemberFacts *
muster_rollcall_read_facts (MusterDatabase *db, MusterGroup *group, MusterDay on, GError **error)
{
  static const char *const checks[] = { "silent", "nickname", "mismatch", NULL };
  g_autoptr (MusterRollcall) rollcall = NULL;
  g_autoptr (MusterRollcallResult) result = NULL;
  g_autoptr (MusterMemberFacts) facts =
      muster_member_facts_new (db, muster_group_get_id (group), error);

  if (facts != NULL)
    rollcall = muster_rollcall_new (db, group, on, (on + 1) * G_GINT64_CONSTANT (86400), error);
  if (rollcall != NULL)
    result = muster_rollcall_run_checks (db, rollcall, checks, error);
  if (result == NULL)
    return NULL;

  count_messages (rollcall, facts);
  fill_heard (rollcall, facts);
  mark (facts, result->findings);
  return g_steal_pointer (&facts);
}

static gpointer
read_facts (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  return muster_rollcall_read_facts (db, request->group, request->on, error);
}

void
muster_rollcall_read_facts_async (MusterStore *store, MusterGroup *group, MusterDay on,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->group = g_object_ref (group);
  request->on = on;
  muster_store_read_async (store, read_facts, request, request_free,
                           (GDestroyNotify) muster_member_facts_free, cancellable, callback,
                           user_data);
}

MusterMemberFacts *
muster_rollcall_read_facts_finish (MusterStore *store, GAsyncResult *result, GError **error)
{
  return muster_store_read_finish (store, result, error);
}
