/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"
#include "muster-id.h"

G_BEGIN_DECLS

/**
 * MusterStanding:
 *
 * Applicant, active, on leave, exempt, left, removed; stored as the words
 * "applicant", "active", "leave", "exempt", "left", "removed".
 */
typedef enum
{
  MUSTER_STANDING_ACTIVE,
  MUSTER_STANDING_APPLICANT,
  MUSTER_STANDING_LEAVE,
  MUSTER_STANDING_EXEMPT,
  MUSTER_STANDING_LEFT,
  MUSTER_STANDING_REMOVED,
} MusterStanding;

#define MUSTER_N_STANDINGS (MUSTER_STANDING_REMOVED + 1)

/**
 * MusterMembership:
 *
 * A person's place in one group; a copy of a row.  Days are %MUSTER_DAY_NONE
 * where nothing is known.
 */
typedef struct
{
  MusterId id;
  MusterId group;
  MusterId person;
  char *nickname;          /* owned, NULL if not known: the group card */
  MusterDay nickname_from; /* when it was seen first */
  char *role;              /* owned, never NULL: "member", "owner", "admin" or another word */
  MusterDay role_from;
  MusterStanding standing;
  MusterDay standing_from;
  MusterDay standing_until;
  char *standing_reason; /* owned, NULL if none */
  MusterDay joined_on;
  MusterDay first_seen; /* on a list or in a record */
  char *inviter;        /* owned, NULL if not known */
  gboolean required;    /* must be in the group */
  MusterDay introduced_on;
  char *note; /* owned, NULL if none */
} MusterMembership;

MusterMembership *muster_membership_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_membership_free (MusterMembership *self);
gboolean muster_membership_is_current (const MusterMembership *self);

const char *muster_standing_get_key (MusterStanding standing);
const char *muster_standing_get_title (MusterStanding standing);
gboolean muster_standing_find (const char *key, MusterStanding *out_standing);
const char *muster_role_get_title (const char *role);
const char *muster_role_get_key (const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterMembership, muster_membership_free)

G_END_DECLS
