/* muster-roster.c - the members of a group, in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-roster"

#include "config.h"

#include <string.h>

#include "muster-query.h"
#include "muster-roster.h"

struct _MusterRoster
{
  GStringChunk *texts;    /* owned */
  GArray *members;        /* owned, of MusterRosterMember */
  GArray *accounts;       /* owned, of MusterRosterAccount, by member */
  GHashTable *by_id;      /* owned: MusterId in members -> index */
  GHashTable *by_account; /* owned: "platform identifier" -> index */
  MusterDay on;
};

static const char *
keep (MusterRoster *self, const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;

  return g_string_chunk_insert (self->texts, text);
}

/* Few different words: each is kept once. */
static const char *
keep_word (MusterRoster *self, const char *text)
{
  return text != NULL && *text != '\0' ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static MusterRosterMember *
member_at (MusterRoster *self, guint i)
{
  return &g_array_index (self->members, MusterRosterMember, i);
}

static void
read_member (MusterRoster *self, MusterQuery *query)
{
  MusterRosterMember member = { 0 };
  int column = MUSTER_N_PERSON_FIELDS;

  for (int i = 0; i < MUSTER_N_PERSON_FIELDS; i++)
    member.fields[i] = keep (self, muster_query_get_text (query, i));
  muster_query_get_id (query, column++, &member.id);
  muster_query_get_id (query, column++, &member.person);
  member.nickname = keep (self, muster_query_get_text (query, column++));
  member.nickname_from = muster_query_get_day (query, column++);
  member.role = keep_word (self, muster_query_get_text (query, column++));
  if (member.role == NULL)
    member.role = "member";
  (void) muster_standing_find (muster_query_get_text (query, column++), &member.standing);
  member.standing_from = muster_query_get_day (query, column++);
  member.standing_until = muster_query_get_day (query, column++);
  member.standing_reason = keep (self, muster_query_get_text (query, column++));
  member.joined_on = muster_query_get_day (query, column++);
  member.first_seen = muster_query_get_day (query, column++);
  member.introduced_on = muster_query_get_day (query, column++);
  member.inviter = keep (self, muster_query_get_text (query, column++));
  member.required = muster_query_get_int (query, column++) != 0;
  member.deceased = muster_query_get_int (query, column++) != 0;
  member.do_not_contact = muster_query_get_int (query, column++) != 0;
  g_array_append_val (self->members, member);
}

static gboolean
read_members (MusterRoster *self, MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT name, reading, former_names, gender, phones, emails, company, school, department, "
      "title, class, year, seat, city, number, birthday, address, p.note, tags, photo, m.id, "
      "person_id, nickname, nickname_from, role, standing, standing_from, standing_until, "
      "standing_reason, joined_on, first_seen, introduced_on, inviter, required, deceased, "
      "do_not_contact "
      "FROM memberships AS m JOIN persons AS p ON p.id = person_id "
      "WHERE group_id = ?1 ORDER BY m.stamp, m.id",
      error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, group);
  while (muster_query_next (query, &local_error))
    read_member (self, query);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  for (guint i = 0; i < self->members->len; i++)
    g_hash_table_insert (self->by_id, &member_at (self, i)->id, GUINT_TO_POINTER (i + 1));
  return TRUE;
}

static void
index_accounts (MusterRoster *self)
{
  for (guint i = self->accounts->len; i > 0; i--)
    {
      const MusterRosterAccount *account =
          &g_array_index (self->accounts, MusterRosterAccount, i - 1);
      MusterRosterMember *member = member_at (self, account->member);

      member->first_account = i - 1;
      member->n_accounts++;
      g_hash_table_insert (self->by_account,
                           g_strconcat (account->platform, " ", account->identifier, NULL),
                           GUINT_TO_POINTER (account->member + 1));
    }
}

static gboolean
read_accounts (MusterRoster *self, MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT m.id, platform, identifier, display_name FROM memberships AS m "
      "JOIN accounts AS a ON a.person_id = m.person_id "
      "WHERE group_id = ?1 AND identifier IS NOT NULL ORDER BY m.stamp, m.id, a.stamp, a.id",
      error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, group);
  while (muster_query_next (query, &local_error))
    {
      MusterRosterAccount account = { 0 };
      MusterId id;
      guint i;

      muster_query_get_id (query, 0, &id);
      i = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &id));
      if (i == 0)
        continue;
      account.member = i - 1;
      account.platform = keep_word (self, muster_query_get_text (query, 1));
      account.identifier = keep (self, muster_query_get_text (query, 2));
      account.display_name = keep (self, muster_query_get_text (query, 3));
      if (account.platform != NULL && account.identifier != NULL)
        g_array_append_val (self->accounts, account);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  index_accounts (self);
  return TRUE;
}

static void
add_past (GArray **list, const char *value, MusterDay from, MusterDay until)
{
  MusterRosterPast past = { value, from, until };

  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (MusterRosterPast));
  g_array_append_val (*list, past);
}

static gboolean
holds_on (MusterDay from, MusterDay until, MusterDay on)
{
  return (from == MUSTER_DAY_NONE || from <= on) && (until == MUSTER_DAY_NONE || on <= until);
}

/* Whether the current value began only after the day; a value without a beginning always held. */
static gboolean
began_later (MusterDay from, MusterDay on)
{
  return from != MUSTER_DAY_NONE && from > on;
}

/* A row of the history, newest first: it replaces a current value that began
 * after the day, so that the newest that is old enough wins, else the earliest. */
static void
apply_past (MusterRoster *self, MusterRosterMember *member, MusterQuery *query)
{
  const char *kind = muster_query_get_text (query, 1);
  const char *value = keep (self, muster_query_get_text (query, 2));
  MusterDay from =
      muster_query_get_int (query, 3) != 0 ? muster_query_get_day (query, 3) : MUSTER_DAY_NONE;
  MusterDay until = muster_query_get_day (query, 4);

  if (strcmp (kind, "nickname") == 0)
    {
      if (began_later (member->nickname_from, self->on))
        {
          add_past (&member->nicknames, member->nickname, member->nickname_from, MUSTER_DAY_NONE);
          member->nickname = value;
          member->nickname_from = from;
        }
      else
        add_past (&member->nicknames, value, from, until);
    }
  else if (strcmp (kind, "standing") == 0)
    {
      MusterStanding standing = MUSTER_STANDING_ACTIVE;

      if (!muster_standing_find (value, &standing))
        return;
      if (standing == MUSTER_STANDING_LEAVE)
        add_past (&member->leaves, value, from, until);
      if (began_later (member->standing_from, self->on))
        {
          member->standing = standing;
          member->standing_from = from;
          member->standing_until = until;
          member->standing_reason = keep (self, muster_query_get_text (query, 5));
        }
    }
}

static gboolean
read_past (MusterRoster *self, MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT membership_id, kind, value, from_day, until_day, reason FROM memberships AS m "
      "JOIN membership_history ON membership_id = m.id WHERE group_id = ?1 "
      "ORDER BY membership_id, from_day DESC",
      error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, group);
  while (muster_query_next (query, &local_error))
    {
      MusterId id;
      guint i;

      muster_query_get_id (query, 0, &id);
      i = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &id));
      if (i != 0)
        apply_past (self, member_at (self, i - 1), query);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* A leave or exemption whose end has passed is over without anybody's doing. */
static void
settle_standings (MusterRoster *self)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      MusterRosterMember *member = member_at (self, i);

      if (member->standing == MUSTER_STANDING_LEAVE)
        add_past (&member->leaves, "leave", member->standing_from, member->standing_until);
      if ((member->standing == MUSTER_STANDING_LEAVE ||
           member->standing == MUSTER_STANDING_EXEMPT) &&
          !holds_on (member->standing_from, member->standing_until, self->on))
        member->standing = MUSTER_STANDING_ACTIVE;
    }
}

/**
 * muster_roster_load:
 * @on: the day; newer nicknames and standings are left out, or the
 *   earliest known ones taken where none is that old
 *
 * Returns: (transfer full): all who have or had a place in the group
 */
MusterRoster *
muster_roster_load (MusterDatabase *db, const MusterId *group, MusterDay on, GError **error)
{
  g_autoptr (MusterRoster) self = g_new0 (MusterRoster, 1);

  self->on = on;
  self->texts = g_string_chunk_new (64 * 1024);
  self->members = g_array_new (FALSE, FALSE, sizeof (MusterRosterMember));
  self->accounts = g_array_new (FALSE, FALSE, sizeof (MusterRosterAccount));
  self->by_id = g_hash_table_new (muster_id_hash, muster_id_equal);
  self->by_account = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_members (self, db, group, error) || !read_accounts (self, db, group, error) ||
      !read_past (self, db, group, error))
    return NULL;

  settle_standings (self);
  return g_steal_pointer (&self);
}

void
muster_roster_free (MusterRoster *self)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      g_clear_pointer (&member_at (self, i)->leaves, g_array_unref);
      g_clear_pointer (&member_at (self, i)->nicknames, g_array_unref);
    }
  g_hash_table_unref (self->by_account);
  g_hash_table_unref (self->by_id);
  g_array_unref (self->accounts);
  g_array_unref (self->members);
  g_string_chunk_free (self->texts);
  g_free (self);
}

guint
muster_roster_get_n_members (MusterRoster *self)
{
  return self->members->len;
}

const MusterRosterMember *
muster_roster_get_member (MusterRoster *self, guint i)
{
  g_return_val_if_fail (i < self->members->len, NULL);

  return member_at (self, i);
}

/**
 * muster_roster_get_accounts:
 *
 * Returns: the accounts of all members; those of one lie side by side
 */
const MusterRosterAccount *
muster_roster_get_accounts (MusterRoster *self, guint *out_n)
{
  *out_n = self->accounts->len;
  return (const MusterRosterAccount *) (gpointer) self->accounts->data;
}

/**
 * muster_roster_find_account:
 *
 * Returns: (nullable): the member whose account it is
 */
const MusterRosterMember *
muster_roster_find_account (MusterRoster *self, const char *platform, const char *identifier)
{
  g_autofree char *key = g_strconcat (platform, " ", identifier, NULL);
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_account, key));

  return i != 0 ? member_at (self, i - 1) : NULL;
}

const MusterRosterMember *
muster_roster_find_id (MusterRoster *self, const MusterId *id)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id));

  return i != 0 ? member_at (self, i - 1) : NULL;
}

/**
 * muster_roster_member_get_name:
 *
 * Returns: the person's real name; empty if not known
 */
const char *
muster_roster_member_get_name (const MusterRosterMember *member)
{
  return member->fields[MUSTER_PERSON_NAME] != NULL ? member->fields[MUSTER_PERSON_NAME] : "";
}

/**
 * muster_roster_get_shown_nickname:
 *
 * Returns: (nullable): the group card; without one the account's display name, which is what the
 *   others see then
 */
const char *
muster_roster_get_shown_nickname (MusterRoster *self, const MusterRosterMember *member)
{
  if (member->nickname != NULL)
    return member->nickname;

  for (guint i = 0; i < member->n_accounts; i++)
    {
      const MusterRosterAccount *account =
          &g_array_index (self->accounts, MusterRosterAccount, member->first_account + i);

      if (account->display_name != NULL)
        return account->display_name;
    }

  return NULL;
}

gboolean
muster_roster_member_is_current (const MusterRosterMember *member)
{
  return member->standing == MUSTER_STANDING_ACTIVE || member->standing == MUSTER_STANDING_LEAVE ||
         member->standing == MUSTER_STANDING_EXEMPT;
}
