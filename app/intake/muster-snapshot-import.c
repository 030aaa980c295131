/* muster-snapshot-import.c - today's member list against the roster
 *
 * Writing a list keeps it as it is, and brings the members whom it names up to
 * date: nickname, role, account, joining date and last message as the list
 * states them.  It never makes a member of a stranger.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-snapshot-import"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-account-table.h"
#include "muster-identity.h"
#include "muster-input-error.h"
#include "muster-membership-table.h"
#include "muster-sign-table.h"
#include "muster-snapshot-import.h"

#define MAX_ENTRIES 1000000

struct _MusterSnapshotPlan
{
  MusterGroup *group;       /* owned */
  MusterSnapshot *snapshot; /* owned */
  MusterRoster *roster;     /* owned */
  MusterIdentity *identity; /* owned */
  guint8 *verdicts;         /* owned, one an entry */
  guint counts[MUSTER_N_SNAPSHOT_VERDICTS];
  MusterSnapshot *before; /* owned, NULL if this is the first */
  gboolean newest;        /* no later list is known: it says how things are now */
};

static char *
dup_first_line (const char *lines)
{
  return lines != NULL ? g_strndup (lines, strcspn (lines, "\n")) : NULL;
}

static MusterSnapshotEntry *
make_entry (const MusterRecord *record)
{
  MusterSnapshotEntry *entry = muster_snapshot_entry_new ();

  entry->platform = g_strdup (record->platform);
  entry->identifier = g_strdup (record->account);
  entry->nickname =
      g_strdup (record->nickname != NULL ? record->nickname : record->person[MUSTER_PERSON_NAME]);
  entry->display_name = g_strdup (record->display_name);
  if (entry->nickname == NULL && entry->display_name == NULL) /* who is in no address book */
    entry->display_name = dup_first_line (record->person[MUSTER_PERSON_PHONES]);
  entry->role = record->role != NULL ? g_strdup (muster_record_role_word (record->role)) : NULL;
  entry->joined_on = record->joined_on;
  entry->last_spoke = record->last_spoke;
  return entry;
}

/**
 * muster_snapshot_read_table:
 *
 * Returns: (transfer full): the list as the table has it, without group and day
 */
MusterSnapshot *
muster_snapshot_read_table (MusterTableReader *reader, const MusterField *mapping, guint n_columns,
                            GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterSnapshot) snapshot = muster_snapshot_new ();
  g_autoptr (MusterRecord) record = muster_record_new ();
  MusterWarnings *warnings = muster_table_reader_get_warnings (reader);
  g_autoptr (GError) local_error = NULL;
  MusterTableRow row;

  while (muster_table_reader_next (reader, &row, &local_error))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (muster_record_fill (record, &row, mapping, n_columns, warnings))
        g_ptr_array_add (snapshot->entries, make_entry (record));
      if (snapshot->entries->len > MAX_ENTRIES)
        {
          muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, row.line,
                                  _ ("The list has more than %d lines."), MAX_ENTRIES);
          return NULL;
        }
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (snapshot->entries->len == 0)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_EMPTY, 0,
                              _ ("There is nobody in this list."));
      return NULL;
    }

  return g_steal_pointer (&snapshot);
}

static MusterDay
day_of_utc (gint64 seconds)
{
  g_autoptr (GDateTime) time = seconds != 0 ? g_date_time_new_from_unix_local (seconds) : NULL;

  if (time == NULL)
    return MUSTER_DAY_NONE;

  return muster_day_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time),
                              g_date_time_get_day_of_month (time));
}

/**
 * muster_snapshot_read_chat:
 *
 * Returns: (transfer full) (nullable): the members that a chat file lists
 *   beside its messages; %NULL if it lists none
 */
MusterSnapshot *
muster_snapshot_read_chat (MusterChatReader *reader)
{
  GPtrArray *members = muster_chat_reader_get_members (reader);
  MusterSnapshot *snapshot;

  if (members == NULL || members->len == 0)
    return NULL;

  snapshot = muster_snapshot_new ();
  snapshot->group_name = g_strdup (muster_chat_reader_get_title (reader));
  for (guint i = 0; i < members->len; i++)
    {
      const MusterChatMember *member = members->pdata[i];
      MusterSnapshotEntry *entry = muster_snapshot_entry_new ();

      entry->platform = g_strdup (muster_chat_reader_get_platform (reader));
      entry->identifier = g_strdup (member->id);
      entry->nickname = g_strdup (member->nickname);
      entry->display_name = g_strdup (member->name);
      entry->role = member->role != NULL ? g_strdup (muster_record_role_word (member->role)) : NULL;
      entry->joined_on = day_of_utc (member->joined);
      entry->last_spoke = day_of_utc (member->last);
      g_ptr_array_add (snapshot->entries, entry);
    }
  return snapshot;
}

static const char *
get_platform (MusterSnapshotPlan *self, const MusterSnapshotEntry *entry)
{
  return entry->platform != NULL ? entry->platform : muster_group_get_platform (self->group);
}

static const char *
get_shown (const MusterSnapshotEntry *entry)
{
  return entry->nickname != NULL ? entry->nickname : entry->display_name;
}

static void
match_entry (MusterSnapshotPlan *self, guint i, GHashTable *taken)
{
  MusterSnapshotEntry *entry = self->snapshot->entries->pdata[i];
  MusterIdentityVerdict verdict;
  guint member = 0;

  verdict = muster_identity_find (self->identity, get_platform (self, entry), entry->identifier,
                                  get_shown (entry), self->snapshot->taken_on, &member);
  if (verdict == MUSTER_IDENTITY_NOBODY && entry->nickname != NULL && entry->display_name != NULL)
    verdict = muster_identity_find (self->identity, get_platform (self, entry), entry->identifier,
                                    entry->display_name, self->snapshot->taken_on, &member);
  if (verdict == MUSTER_IDENTITY_ONE && !g_hash_table_add (taken, GUINT_TO_POINTER (member)))
    verdict = MUSTER_IDENTITY_SEVERAL;

  self->verdicts[i] = verdict == MUSTER_IDENTITY_ONE       ? MUSTER_SNAPSHOT_MATCHED
                      : verdict == MUSTER_IDENTITY_SEVERAL ? MUSTER_SNAPSHOT_AMBIGUOUS
                                                           : MUSTER_SNAPSHOT_STRANGER;
  self->counts[self->verdicts[i]]++;
  if (verdict == MUSTER_IDENTITY_ONE)
    entry->membership = muster_roster_get_member (self->roster, member)->id;
}

/* Of lists, newest first: the newest of that day or before. */
static MusterSnapshot *
steal_last_before (GPtrArray *lists, MusterDay day)
{
  for (guint i = 0; i < lists->len; i++)
    if (((const MusterSnapshot *) lists->pdata[i])->taken_on <= day)
      return g_ptr_array_steal_index (lists, i);
  return NULL;
}

/**
 * muster_snapshot_plan_new:
 * @snapshot: (transfer full): the list, with its day
 *
 * Returns: (transfer full): the comparison
 */
MusterSnapshotPlan *
muster_snapshot_plan_new (MusterDatabase *db, MusterGroup *group, MusterSnapshot *snapshot,
                          GError **error)
{
  g_autoptr (MusterSnapshotPlan) self = g_new0 (MusterSnapshotPlan, 1);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) others = NULL;

  self->group = g_object_ref (group);
  self->snapshot = snapshot;
  self->snapshot->group = *muster_group_get_id (group);
  self->verdicts = g_new0 (guint8, snapshot->entries->len);
  self->roster = muster_roster_load (db, muster_group_get_id (group), snapshot->taken_on, error);
  if (self->roster == NULL)
    return NULL;
  others = muster_snapshot_table_list (db, muster_group_get_id (group), G_MAXINT32, error);
  if (others == NULL)
    return NULL;

  self->newest = others->len == 0 ||
                 ((const MusterSnapshot *) others->pdata[0])->taken_on <= snapshot->taken_on;
  self->identity = muster_identity_new (self->roster);
  for (guint i = 0; i < snapshot->entries->len; i++)
    match_entry (self, i, taken);
  self->before = steal_last_before (others, snapshot->taken_on);
  if (self->before != NULL && !muster_snapshot_table_read_entries (db, self->before, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
muster_snapshot_plan_free (MusterSnapshotPlan *self)
{
  g_clear_pointer (&self->identity, muster_identity_free);
  g_clear_pointer (&self->roster, muster_roster_free);
  g_clear_pointer (&self->before, muster_snapshot_free);
  muster_snapshot_free (self->snapshot);
  g_object_unref (self->group);
  g_free (self->verdicts);
  g_free (self);
}

guint
muster_snapshot_plan_get_n_entries (MusterSnapshotPlan *self)
{
  return self->snapshot->entries->len;
}

guint
muster_snapshot_plan_get_count (MusterSnapshotPlan *self, MusterSnapshotVerdict verdict)
{
  return self->counts[verdict];
}

MusterSnapshotVerdict
muster_snapshot_plan_get_verdict (MusterSnapshotPlan *self, guint entry)
{
  return (MusterSnapshotVerdict) self->verdicts[entry];
}

const MusterSnapshotEntry *
muster_snapshot_plan_get_entry (MusterSnapshotPlan *self, guint entry)
{
  return self->snapshot->entries->pdata[entry];
}

/**
 * muster_snapshot_plan_get_missing:
 *
 * Returns: (transfer full) (element-type utf8): the names of current members
 *   whom the list does not name
 */
GPtrArray *
muster_snapshot_plan_get_missing (MusterSnapshotPlan *self)
{
  g_autoptr (GHashTable) present = g_hash_table_new (muster_id_hash, muster_id_equal);
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->snapshot->entries->len; i++)
    g_hash_table_add (present,
                      &((MusterSnapshotEntry *) self->snapshot->entries->pdata[i])->membership);
  for (guint i = 0; i < muster_roster_get_n_members (self->roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (self->roster, i);

      if (muster_roster_member_is_current (member) && !g_hash_table_contains (present, &member->id))
        g_ptr_array_add (missing, g_strdup (muster_roster_member_get_name (member)));
    }
  return missing;
}

/**
 * muster_snapshot_plan_get_since:
 *
 * Returns: the day of the list before this one; %MUSTER_DAY_NONE for the first
 */
MusterDay
muster_snapshot_plan_get_since (MusterSnapshotPlan *self)
{
  return self->before != NULL ? self->before->taken_on : MUSTER_DAY_NONE;
}

/**
 * muster_snapshot_plan_list_news:
 *
 * Returns: (transfer full) (element-type MusterSnapshotNews): what changed since the list before;
 *   valid as long as the plan
 */
GArray *
muster_snapshot_plan_list_news (MusterSnapshotPlan *self)
{
  if (self->before == NULL)
    return g_array_new (FALSE, FALSE, sizeof (MusterSnapshotNews));

  return muster_snapshot_compare (self->before, self->snapshot);
}

/**
 * muster_snapshot_plan_dup_candidates:
 *
 * Returns: (transfer full) (element-type MusterRosterMember): members, owned by
 *   the plan, whom the entry may be
 */
GPtrArray *
muster_snapshot_plan_dup_candidates (MusterSnapshotPlan *self, guint entry)
{
  const char *shown = get_shown (muster_snapshot_plan_get_entry (self, entry));
  g_autoptr (GArray) guesses = NULL;
  GPtrArray *members = g_ptr_array_new ();

  if (shown == NULL)
    return members;
  guesses = muster_identity_guess (self->identity, shown, 10);
  for (guint i = 0; i < guesses->len; i++)
    g_ptr_array_add (members, (gpointer) muster_roster_get_member (
                                  self->roster, g_array_index (guesses, guint, i)));
  return members;
}

/**
 * muster_snapshot_plan_choose:
 * @membership: (nullable): whom the entry is; %NULL for nobody on the roster
 */
void
muster_snapshot_plan_choose (MusterSnapshotPlan *self, guint entry, const MusterId *membership)
{
  MusterSnapshotEntry *chosen = self->snapshot->entries->pdata[entry];
  static const MusterId none = { { 0 } };

  self->counts[self->verdicts[entry]]--;
  chosen->membership = membership != NULL ? *membership : none;
  self->verdicts[entry] = membership != NULL ? MUSTER_SNAPSHOT_MATCHED : MUSTER_SNAPSHOT_STRANGER;
  self->counts[self->verdicts[entry]]++;
}

static gboolean
write_account (MusterSnapshotPlan *self, MusterChange *change, const MusterSnapshotEntry *entry,
               const MusterId *person, GError **error)
{
  MusterAccount account = { 0 };
  MusterId id, owner;
  gboolean found;

  if (entry->identifier == NULL)
    return TRUE;
  if (!muster_account_table_find (muster_change_get_database (change), get_platform (self, entry),
                                  entry->identifier, &id, &owner, &found, error))
    return FALSE;
  if (found)
    return entry->display_name == NULL || !self->newest || !muster_id_equal (&owner, person) ||
           muster_account_table_set_display_name (change, &id, entry->display_name, error);

  account.person = *person;
  account.platform = (char *) get_platform (self, entry);
  account.identifier = entry->identifier;
  account.display_name = entry->display_name;
  return muster_account_table_insert (change, &account, NULL, error);
}

static gboolean
write_member (MusterSnapshotPlan *self, MusterChange *change, const MusterSnapshotEntry *entry,
              GError **error)
{
  MusterDay day = self->snapshot->taken_on;
  g_autoptr (MusterMembership) membership =
      muster_membership_table_load (muster_change_get_database (change), &entry->membership, error);

  if (membership == NULL || !write_account (self, change, entry, &membership->person, error))
    return FALSE;
  if (entry->last_spoke != MUSTER_DAY_NONE &&
      !muster_sign_table_set (change, &membership->id, "snapshot", entry->last_spoke,
                              self->snapshot->source, NULL, error))
    return FALSE;
  if (!self->newest)
    return TRUE;

  if (entry->nickname != NULL &&
      !muster_membership_table_set_nickname (change, &membership->id, entry->nickname, day, error))
    return FALSE;
  if (entry->role != NULL &&
      !muster_membership_table_set_role (change, &membership->id, entry->role, day, error))
    return FALSE;
  if (membership->first_seen != MUSTER_DAY_NONE && membership->first_seen <= day &&
      (entry->joined_on == MUSTER_DAY_NONE || membership->joined_on != MUSTER_DAY_NONE))
    return TRUE;

  if (membership->first_seen == MUSTER_DAY_NONE || membership->first_seen > day)
    membership->first_seen = day;
  if (membership->joined_on == MUSTER_DAY_NONE)
    membership->joined_on = entry->joined_on;
  return muster_membership_table_set_details (change, membership, error);
}

/**
 * muster_snapshot_plan_run:
 * @import: the import's row
 */
gboolean
muster_snapshot_plan_run (MusterSnapshotPlan *self, MusterChange *change, const MusterId *import,
                          GError **error)
{
  self->snapshot->import = *import;
  if (!muster_snapshot_table_insert (change, self->snapshot, error))
    return FALSE;

  for (guint i = 0; i < self->snapshot->entries->len; i++)
    {
      const MusterSnapshotEntry *entry = self->snapshot->entries->pdata[i];

      if (!muster_id_is_none (&entry->membership) &&
          (!write_member (self, change, entry, error) || !muster_change_breathe (change, error)))
        return FALSE;
    }

  return TRUE;
}
