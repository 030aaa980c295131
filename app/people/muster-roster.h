/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-membership.h"
#include "muster-person.h"

G_BEGIN_DECLS

/**
 * MusterRoster:
 *
 * All members of a group as they were known on one day, read into memory in
 * one go: what checks and imports work on.  All texts belong to the roster.
 */
typedef struct _MusterRoster MusterRoster;

typedef struct
{
  const char *platform;
  const char *identifier;
  const char *display_name; /* NULL if not known */
  guint member;             /* index */
} MusterRosterAccount;

/**
 * MusterRosterPast:
 *
 * A nickname that a member had, or a leave; days are %MUSTER_DAY_NONE where open.
 */
typedef struct
{
  const char *value;
  MusterDay from;
  MusterDay until;
} MusterRosterPast;

/**
 * MusterRosterMember:
 * @nickname: on the day; %NULL if not known
 * @standing: on the day
 * @leaves: (element-type MusterRosterPast): all leaves that are known, past ones too
 * @nicknames: (element-type MusterRosterPast): earlier and later nicknames, without @nickname
 */
typedef struct
{
  MusterId id;
  MusterId person;
  const char *fields[MUSTER_N_PERSON_FIELDS];
  const char *nickname;
  MusterDay nickname_from;
  const char *role;
  MusterStanding standing;
  MusterDay standing_from;
  MusterDay standing_until;
  const char *standing_reason;
  MusterDay joined_on;
  MusterDay first_seen;
  MusterDay introduced_on;
  const char *inviter;
  gboolean required;
  gboolean deceased;
  gboolean do_not_contact;
  guint first_account; /* of muster_roster_get_accounts() */
  guint n_accounts;
  GArray *leaves;    /* NULL if none */
  GArray *nicknames; /* NULL if none */
} MusterRosterMember;

MusterRoster *muster_roster_load (MusterDatabase *db, const MusterId *group, MusterDay on,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_roster_free (MusterRoster *self);

guint muster_roster_get_n_members (MusterRoster *self);
const MusterRosterMember *muster_roster_get_member (MusterRoster *self, guint i);
const MusterRosterAccount *muster_roster_get_accounts (MusterRoster *self, guint *out_n);
const MusterRosterMember *
muster_roster_find_account (MusterRoster *self, const char *platform, const char *identifier);
const MusterRosterMember *muster_roster_find_id (MusterRoster *self, const MusterId *id);
const char *muster_roster_member_get_name (const MusterRosterMember *member);
const char *muster_roster_get_shown_nickname (MusterRoster *self, const MusterRosterMember *member);
gboolean muster_roster_member_is_current (const MusterRosterMember *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRoster, muster_roster_free)

G_END_DECLS
