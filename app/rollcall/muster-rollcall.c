/* muster-rollcall.c - what the checks look at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rollcall"

#include "config.h"

#include "muster-rollcall.h"
#include "muster-sign-table.h"

/* What the records say about one member. */
typedef struct
{
  gint64 last_message; /* wall clock seconds; 0 if none */
  guint longest;
  const char *sender_name; /* of the sender; NULL if none */
  GPtrArray *signs;        /* owned, of MusterSign in all_signs; NULL if none */
} Activity;

struct _MusterRollcall
{
  MusterGroup *group; /* owned */
  MusterDay on;
  MusterDay as_of;             /* E; MUSTER_DAY_NONE without any coverage */
  MusterPolicy *policy;        /* owned */
  MusterRoster *roster;        /* owned */
  MusterIdentity *identity;    /* owned */
  GPtrArray *coverage;         /* owned, of MusterCoverageRange: cut off after the day */
  GPtrArray *snapshots;        /* owned, of MusterSnapshot, newest first; two are read */
  guint *entry_members;        /* owned: member of each entry of the newest */
  guint *entry_members_before; /* owned: of the one before */
  gboolean *ambiguous;         /* owned: entries of the newest that may be several members */
  gboolean *listed;            /* owned: members whom an entry of the newest is */
  gboolean *doubled;           /* owned: entries of the newest whose member is another entry, too */
  GPtrArray *senders;          /* owned, of MusterSender */
  guint *sender_members;       /* owned */
  guint n_unmatched;
  GPtrArray *all_signs;                 /* owned, of MusterSign */
  MusterRollcallCalendar *calendar;     /* owned */
  MusterRollcallViolations *violations; /* owned */
  GPtrArray *rules;                     /* owned, of MusterRulesInForce */
  MusterRollcallReplies *replies;       /* owned */
  Activity *activities;                 /* owned, one a member */
};

static guint
index_of (MusterRollcall *self, const MusterId *membership)
{
  const MusterRosterMember *member = muster_roster_find_id (self->roster, membership);

  return member != NULL ? (guint) (member - muster_roster_get_member (self->roster, 0))
                        : MUSTER_ROLLCALL_NOBODY;
}

/* Records of later days are not known yet on the day. */
static gboolean
read_coverage (MusterRollcall *self, MusterDatabase *db, GError **error)
{
  self->coverage = muster_coverage_table_list (db, muster_group_get_id (self->group), error);
  if (self->coverage == NULL)
    return FALSE;

  for (guint i = self->coverage->len; i > 0; i--)
    {
      MusterCoverageRange *range = self->coverage->pdata[i - 1];

      if (range->from > self->on)
        {
          g_ptr_array_remove_index (self->coverage, i - 1);
          continue;
        }
      range->to = MIN (range->to, self->on);
      if (self->as_of == MUSTER_DAY_NONE || range->to > self->as_of)
        self->as_of = range->to;
    }
  return TRUE;
}

static guint *
match_entries (MusterRollcall *self, MusterSnapshot *snapshot, gboolean *ambiguous)
{
  guint *members = g_new (guint, MAX (snapshot->entries->len, 1));

  for (guint i = 0; i < snapshot->entries->len; i++)
    {
      const MusterSnapshotEntry *entry = snapshot->entries->pdata[i];
      const char *platform =
          entry->platform != NULL ? entry->platform : muster_group_get_platform (self->group);
      MusterIdentityVerdict verdict = MUSTER_IDENTITY_NOBODY;

      members[i] = index_of (self, &entry->membership);
      if (members[i] == MUSTER_ROLLCALL_NOBODY)
        verdict =
            muster_identity_find (self->identity, platform, entry->identifier,
                                  entry->nickname != NULL ? entry->nickname : entry->display_name,
                                  snapshot->taken_on, &members[i]);
      if (ambiguous != NULL)
        ambiguous[i] = verdict == MUSTER_IDENTITY_SEVERAL;
    }
  return members;
}

/* Whom the newest list names.  Without accounts two entries of one nickname are the same member:
 * the second is doubled. */
static void
mark_listed (MusterRollcall *self, MusterSnapshot *snapshot)
{
  self->listed = g_new0 (gboolean, MAX (muster_roster_get_n_members (self->roster), 1));
  self->doubled = g_new0 (gboolean, MAX (snapshot->entries->len, 1));
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < snapshot->entries->len; i++)
      {
        const MusterSnapshotEntry *entry = snapshot->entries->pdata[i];
        guint member = self->entry_members[i];

        if (member == MUSTER_ROLLCALL_NOBODY || muster_id_is_none (&entry->membership) != pass)
          continue;
        self->doubled[i] = pass == 1 && self->listed[member] && entry->identifier == NULL;
        self->listed[member] = TRUE;
      }
}

/* A group set up today can be checked for last spring: the earliest list there is. */
static gboolean
read_earliest_snapshot (MusterRollcall *self, MusterDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) later =
      muster_snapshot_table_list (db, muster_group_get_id (self->group), G_MAXINT32, error);

  if (later == NULL)
    return FALSE;
  if (later->len > 0)
    g_ptr_array_add (self->snapshots, g_ptr_array_steal_index (later, later->len - 1));
  return TRUE;
}

static gboolean
read_snapshots (MusterRollcall *self, MusterDatabase *db, GError **error)
{
  self->snapshots =
      muster_snapshot_table_list (db, muster_group_get_id (self->group), self->on, error);
  if (self->snapshots == NULL)
    return FALSE;
  if (self->snapshots->len == 0 && !read_earliest_snapshot (self, db, error))
    return FALSE;

  for (guint i = 0; i < MIN (self->snapshots->len, 2); i++)
    {
      MusterSnapshot *snapshot = self->snapshots->pdata[i];

      if (!muster_snapshot_table_read_entries (db, snapshot, error))
        return FALSE;
      if (i == 0)
        {
          self->ambiguous = g_new0 (gboolean, MAX (snapshot->entries->len, 1));
          self->entry_members = match_entries (self, snapshot, self->ambiguous);
          mark_listed (self, snapshot);
        }
      else
        self->entry_members_before = match_entries (self, snapshot, NULL);
    }
  return TRUE;
}

static guint
find_sender (MusterRollcall *self, const MusterSender *sender)
{
  const char *platform =
      sender->platform != NULL ? sender->platform : muster_group_get_platform (self->group);
  guint member = MUSTER_ROLLCALL_NOBODY;

  if (sender->verdict != NULL)
    return g_str_equal (sender->verdict, "member") ? index_of (self, &sender->membership)
                                                   : MUSTER_ROLLCALL_NOBODY;

  if (muster_identity_find (self->identity, platform, sender->identifier, sender->name,
                            muster_day_from_seconds (sender->last_at),
                            &member) != MUSTER_IDENTITY_ONE)
    return MUSTER_ROLLCALL_NOBODY;
  return member;
}

static gboolean
read_senders (MusterRollcall *self, MusterDatabase *db, GError **error)
{
  self->senders = muster_sender_table_list (db, muster_group_get_id (self->group), self->on, error);
  if (self->senders == NULL)
    return FALSE;

  self->sender_members = g_new (guint, MAX (self->senders->len, 1));
  for (guint i = 0; i < self->senders->len; i++)
    {
      const MusterSender *sender = self->senders->pdata[i];
      guint member = find_sender (self, sender);

      self->sender_members[i] = member;
      if (member == MUSTER_ROLLCALL_NOBODY)
        {
          self->n_unmatched += sender->verdict == NULL;
          continue;
        }
      if (sender->last_at >= self->activities[member].last_message)
        self->activities[member].sender_name = sender->name;
      self->activities[member].last_message =
          MAX (self->activities[member].last_message, sender->last_at);
      self->activities[member].longest = MAX (self->activities[member].longest, sender->longest);
    }
  return TRUE;
}

static gboolean
read_signs (MusterRollcall *self, MusterDatabase *db, GError **error)
{
  self->all_signs = muster_sign_table_list (db, muster_group_get_id (self->group), self->on, error);
  if (self->all_signs == NULL)
    return FALSE;

  for (guint i = 0; i < self->all_signs->len; i++)
    {
      MusterSign *sign = self->all_signs->pdata[i];
      guint member = index_of (self, &sign->membership);

      if (member == MUSTER_ROLLCALL_NOBODY ||
          !muster_policy_has_word (self->policy, "signs", sign->kind))
        continue;
      if (self->activities[member].signs == NULL)
        self->activities[member].signs = g_ptr_array_new ();
      g_ptr_array_add (self->activities[member].signs, sign);
    }
  return TRUE;
}

/**
 * muster_rollcall_new:
 * @on: the day; what became known later is left out
 * @now: wall clock seconds: what was to be done within hours is late if that is over by then
 *
 * Reads all that the checks need: a matter for a worker.
 *
 * Returns: (transfer full): the group on that day
 */
MusterRollcall *
muster_rollcall_new (MusterDatabase *db, MusterGroup *group, MusterDay on, gint64 now,
                     GError **error)
{
  g_autoptr (MusterRollcall) self = g_new0 (MusterRollcall, 1);

  self->group = g_object_ref (group);
  self->on = on;
  self->as_of = MUSTER_DAY_NONE;
  self->policy = muster_policy_load (db, muster_group_get_id (group), on, error);
  if (self->policy == NULL)
    return NULL;
  self->roster = muster_roster_load (db, muster_group_get_id (group), on, error);
  if (self->roster == NULL)
    return NULL;

  self->identity = muster_identity_new (self->roster);
  self->activities = g_new0 (Activity, MAX (muster_roster_get_n_members (self->roster), 1));
  if (!read_coverage (self, db, error) || !read_snapshots (self, db, error) ||
      !read_senders (self, db, error) || !read_signs (self, db, error))
    return NULL;
  self->calendar =
      muster_rollcall_calendar_read (db, muster_group_get_id (group), self->policy, on, error);
  if (self->calendar == NULL)
    return NULL;
  self->violations = muster_rollcall_violations_read (db, muster_group_get_id (group), on, error);
  if (self->violations == NULL)
    return NULL;
  self->rules =
      muster_rollcall_rules_read (db, muster_group_get_id (group), self->policy, on, error);
  if (self->rules == NULL)
    return NULL;
  self->replies = muster_rollcall_replies_read (db, muster_group_get_id (group), self->policy, on,
                                                now, self->as_of, error);
  if (self->replies == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
muster_rollcall_free (MusterRollcall *self)
{
  if (self->activities != NULL)
    for (guint i = 0; i < muster_roster_get_n_members (self->roster); i++)
      g_clear_pointer (&self->activities[i].signs, g_ptr_array_unref);
  g_free (self->activities);
  g_free (self->entry_members);
  g_free (self->entry_members_before);
  g_free (self->ambiguous);
  g_free (self->listed);
  g_free (self->doubled);
  g_free (self->sender_members);
  g_clear_pointer (&self->calendar, muster_rollcall_calendar_free);
  g_clear_pointer (&self->violations, muster_rollcall_violations_free);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->replies, muster_rollcall_replies_free);
  g_clear_pointer (&self->all_signs, g_ptr_array_unref);
  g_clear_pointer (&self->senders, g_ptr_array_unref);
  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
  g_clear_pointer (&self->coverage, g_ptr_array_unref);
  g_clear_pointer (&self->identity, muster_identity_free);
  g_clear_pointer (&self->roster, muster_roster_free);
  g_clear_pointer (&self->policy, muster_policy_free);
  g_object_unref (self->group);
  g_free (self);
}

MusterGroup *
muster_rollcall_get_group (MusterRollcall *self)
{
  return self->group;
}

MusterDay
muster_rollcall_get_on (MusterRollcall *self)
{
  return self->on;
}

/**
 * muster_rollcall_get_as_of:
 *
 * Returns: the last covered day up to the day of the roll call;
 *   %MUSTER_DAY_NONE without any coverage
 */
MusterDay
muster_rollcall_get_as_of (MusterRollcall *self)
{
  return self->as_of;
}

MusterPolicy *
muster_rollcall_get_policy (MusterRollcall *self)
{
  return self->policy;
}

MusterRollcallCalendar *
muster_rollcall_get_calendar (MusterRollcall *self)
{
  return self->calendar;
}

MusterRollcallViolations *
muster_rollcall_get_violations (MusterRollcall *self)
{
  return self->violations;
}

/**
 * muster_rollcall_get_rules:
 *
 * Returns: (element-type MusterRulesInForce): the rule texts in force on the day
 */
GPtrArray *
muster_rollcall_get_rules (MusterRollcall *self)
{
  return self->rules;
}

MusterRollcallReplies *
muster_rollcall_get_replies (MusterRollcall *self)
{
  return self->replies;
}

MusterRoster *
muster_rollcall_get_roster (MusterRollcall *self)
{
  return self->roster;
}

MusterIdentity *
muster_rollcall_get_identity (MusterRollcall *self)
{
  return self->identity;
}

guint
muster_rollcall_get_n_current (MusterRollcall *self)
{
  guint n = 0;

  for (guint i = 0; i < muster_roster_get_n_members (self->roster); i++)
    n += muster_roster_member_is_current (muster_roster_get_member (self->roster, i)) != FALSE;

  return n;
}

/**
 * muster_rollcall_get_coverage:
 *
 * Returns: (element-type MusterCoverageRange): in the order of their first days
 */
GPtrArray *
muster_rollcall_get_coverage (MusterRollcall *self)
{
  return self->coverage;
}

/**
 * muster_rollcall_dup_coverage_text:
 *
 * Returns: (transfer full) (nullable): FIRST/LAST of all that is covered; gaps are not told
 */
char *
muster_rollcall_dup_coverage_text (MusterRollcall *self)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (self->coverage->len == 0)
    return NULL;

  from = muster_day_dup_text (((const MusterCoverageRange *) self->coverage->pdata[0])->from);
  to = muster_day_dup_text (self->as_of);
  return g_strconcat (from, "/", to, NULL);
}

/**
 * muster_rollcall_get_source:
 *
 * Returns: (nullable): a file whose records cover the day
 */
const char *
muster_rollcall_get_source (MusterRollcall *self, MusterDay day)
{
  for (guint i = 0; i < self->coverage->len; i++)
    {
      const MusterCoverageRange *range = self->coverage->pdata[i];

      if (range->from <= day && day <= range->to)
        return range->source;
    }

  return NULL;
}

/**
 * muster_rollcall_get_snapshot:
 *
 * Returns: (nullable): the newest member list, with its entries
 */
MusterSnapshot *
muster_rollcall_get_snapshot (MusterRollcall *self)
{
  return self->snapshots->len > 0 ? self->snapshots->pdata[0] : NULL;
}

MusterSnapshot *
muster_rollcall_get_snapshot_before (MusterRollcall *self)
{
  return self->snapshots->len > 1 ? self->snapshots->pdata[1] : NULL;
}

/**
 * muster_rollcall_get_entry_member:
 *
 * Returns: the index of the member that an entry of the newest list is;
 *   %MUSTER_ROLLCALL_NOBODY if none or not sure
 */
guint
muster_rollcall_get_entry_member (MusterRollcall *self, guint entry)
{
  return self->entry_members[entry];
}

gboolean
muster_rollcall_is_entry_ambiguous (MusterRollcall *self, guint entry)
{
  return self->ambiguous[entry];
}

/**
 * muster_rollcall_is_listed:
 *
 * Returns: whether the newest member list names the member for sure
 */
gboolean
muster_rollcall_is_listed (MusterRollcall *self, guint member)
{
  return self->listed != NULL && self->listed[member];
}

/**
 * muster_rollcall_is_entry_doubled:
 *
 * Returns: whether the member of the entry is matched by another one already, and nothing tells
 *   the two apart
 */
gboolean
muster_rollcall_is_entry_doubled (MusterRollcall *self, guint entry)
{
  return self->doubled[entry];
}

guint
muster_rollcall_get_entry_member_before (MusterRollcall *self, guint entry)
{
  return self->entry_members_before[entry];
}

/**
 * muster_rollcall_get_senders:
 *
 * Returns: (element-type MusterSender): who wrote up to the day
 */
GPtrArray *
muster_rollcall_get_senders (MusterRollcall *self)
{
  return self->senders;
}

guint
muster_rollcall_get_sender_member (MusterRollcall *self, guint sender)
{
  return self->sender_members[sender];
}

/**
 * muster_rollcall_is_sender_unmatched:
 *
 * Returns: whether the sender is tied to nobody, and the keeper has not settled who it is
 */
gboolean
muster_rollcall_is_sender_unmatched (MusterRollcall *self, guint sender)
{
  return self->sender_members[sender] == MUSTER_ROLLCALL_NOBODY &&
         ((const MusterSender *) self->senders->pdata[sender])->verdict == NULL;
}

guint
muster_rollcall_get_n_unmatched (MusterRollcall *self)
{
  return self->n_unmatched;
}

/**
 * muster_rollcall_get_last_message:
 *
 * Returns: wall clock seconds; 0 if the member is in no record
 */
gint64
muster_rollcall_get_last_message (MusterRollcall *self, guint member)
{
  return self->activities[member].last_message;
}

/**
 * muster_rollcall_get_sender_name:
 *
 * Returns: (nullable): the name under which the member wrote last
 */
const char *
muster_rollcall_get_sender_name (MusterRollcall *self, guint member)
{
  return self->activities[member].sender_name;
}

/**
 * muster_rollcall_get_longest_message:
 *
 * Returns: its letters
 */
guint
muster_rollcall_get_longest_message (MusterRollcall *self, guint member)
{
  return self->activities[member].longest;
}

/**
 * muster_rollcall_get_signs:
 *
 * Returns: (nullable) (element-type MusterSign): signs of life other than messages, of the kinds
 *   that the policy counts
 */
GPtrArray *
muster_rollcall_get_signs (MusterRollcall *self, guint member)
{
  return self->activities[member].signs;
}

/**
 * muster_rollcall_find_resembling:
 *
 * Returns: (transfer container): for each member a sender who is tied to nobody, and whom the name
 *   or a nickname resembles; NULL if there is none
 */
const MusterSender **
muster_rollcall_find_resembling (MusterRollcall *rollcall)
{
  guint n = muster_roster_get_n_members (muster_rollcall_get_roster (rollcall));
  GPtrArray *senders = muster_rollcall_get_senders (rollcall);
  const MusterSender **resembles = g_new0 (const MusterSender *, MAX (n, 1));

  for (guint i = 0; i < senders->len; i++)
    {
      const MusterSender *sender = senders->pdata[i];
      g_autoptr (GArray) guesses = NULL;

      if (!muster_rollcall_is_sender_unmatched (rollcall, i) || sender->name == NULL)
        continue;
      guesses = muster_identity_guess (muster_rollcall_get_identity (rollcall), sender->name, n);
      for (guint j = 0; j < guesses->len; j++)
        resembles[g_array_index (guesses, guint, j)] = sender;
    }
  return resembles;
}

/**
 * muster_rollcall_dup_covered_days:
 *
 * Returns: (transfer full): the days that the records span
 */
MusterDayRanges *
muster_rollcall_dup_covered_days (MusterRollcall *rollcall)
{
  GPtrArray *ranges = muster_rollcall_get_coverage (rollcall);
  MusterDayRanges *coverage = muster_day_ranges_new ();

  for (guint i = 0; i < ranges->len; i++)
    {
      const MusterCoverageRange *range = ranges->pdata[i];

      muster_day_ranges_add (coverage, range->from, range->to);
    }
  return coverage;
}

/**
 * muster_rollcall_new_member_finding:
 *
 * Returns: (transfer full): a finding about a member, without text
 */
MusterFinding *
muster_rollcall_new_member_finding (MusterRollcall *self, const char *check,
                                    MusterSeverity severity, guint member)
{
  const MusterRosterMember *m = muster_roster_get_member (self->roster, member);
  MusterFinding *finding = muster_finding_new (check, severity);
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (&m->id, id);
  muster_finding_set_subject (finding, "member", id, muster_roster_member_get_name (m),
                              muster_roster_get_shown_nickname (self->roster, m));
  return finding;
}
