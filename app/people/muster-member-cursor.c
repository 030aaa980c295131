/* muster-member-cursor.c - all members of a group, one at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-member-cursor"

#include "config.h"

#include "muster-member-cursor.h"
#include "muster-query.h"

/* The columns behind the fields of the person. */
enum
{
  COLUMN_NICKNAME = MUSTER_N_PERSON_FIELDS,
  COLUMN_ROLE,
  COLUMN_STANDING,
  COLUMN_JOINED,
  COLUMN_INVITER,
  COLUMN_REQUIRED,
  COLUMN_ACCOUNTS,
};

struct _MusterMemberCursor
{
  MusterQuery *query; /* owned */
};

/**
 * muster_member_cursor_new:
 * @past: also those who left or were removed, and applicants
 *
 * Returns: (transfer full): a cursor before the first member
 */
MusterMemberCursor *
muster_member_cursor_new (MusterDatabase *db, const MusterId *group, gboolean past, GError **error)
{
  MusterQuery *query = muster_query_new (
      db,
      "SELECT p.name, reading, former_names, gender, phones, emails, company, school, department, "
      "p.title, class, year, seat, city, p.number, birthday, address, p.note, tags, photo, "
      "nickname, role, standing, joined_on, inviter, required, "
      "(SELECT group_concat (identifier, char (10)) FROM accounts AS a JOIN groups AS g "
      "ON g.id = ?1 WHERE a.person_id = p.id AND a.platform = g.platform) "
      "FROM member_index AS i JOIN memberships AS m ON m.rowid = i.member "
      "JOIN persons AS p ON p.id = person_id WHERE i.group_id = ?1 "
      "AND (?2 OR standing NOT IN ('applicant', 'left', 'removed')) ORDER BY name_key",
      error);
  MusterMemberCursor *self;

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  muster_query_bind_int (query, 2, past);
  self = g_new0 (MusterMemberCursor, 1);
  self->query = query;
  return self;
}

void
muster_member_cursor_free (MusterMemberCursor *self)
{
  muster_query_free (self->query);
  g_free (self);
}

/**
 * muster_member_cursor_next:
 *
 * After %FALSE look at @error: unset means the end.
 */
gboolean
muster_member_cursor_next (MusterMemberCursor *self, GError **error)
{
  return muster_query_next (self->query, error);
}

/**
 * muster_member_cursor_get_field:
 *
 * Returns: (nullable): what is known; lists one a line
 */
const char *
muster_member_cursor_get_field (MusterMemberCursor *self, MusterPersonField field)
{
  return muster_query_get_text (self->query, (int) field);
}

const char *
muster_member_cursor_get_nickname (MusterMemberCursor *self)
{
  return muster_query_get_text (self->query, COLUMN_NICKNAME);
}

/**
 * muster_member_cursor_get_accounts:
 *
 * Returns: (nullable): the accounts on the group's platform, one a line
 */
const char *
muster_member_cursor_get_accounts (MusterMemberCursor *self)
{
  return muster_query_get_text (self->query, COLUMN_ACCOUNTS);
}

const char *
muster_member_cursor_get_role (MusterMemberCursor *self)
{
  return muster_query_get_text (self->query, COLUMN_ROLE);
}

const char *
muster_member_cursor_get_inviter (MusterMemberCursor *self)
{
  return muster_query_get_text (self->query, COLUMN_INVITER);
}

gboolean
muster_member_cursor_is_required (MusterMemberCursor *self)
{
  return muster_query_get_int (self->query, COLUMN_REQUIRED) != 0;
}

MusterStanding
muster_member_cursor_get_standing (MusterMemberCursor *self)
{
  MusterStanding standing = MUSTER_STANDING_ACTIVE;

  (void) muster_standing_find (muster_query_get_text (self->query, COLUMN_STANDING), &standing);
  return standing;
}

MusterDay
muster_member_cursor_get_joined (MusterMemberCursor *self)
{
  return muster_query_get_day (self->query, COLUMN_JOINED);
}
