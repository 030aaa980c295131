/* muster-membership.c - a person's place in one group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-membership"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-membership.h"

static const struct
{
  const char *key, *title;
} standings[MUSTER_N_STANDINGS] = {
  { "active", N_ ("Active") }, { "applicant", N_ ("Applicant") }, { "leave", N_ ("On leave") },
  { "exempt", N_ ("Exempt") }, { "left", N_ ("Left") },           { "removed", N_ ("Removed") },
};

static const struct
{
  const char *key, *title;
} roles[] = {
  { "owner", N_ ("Owner") },   { "admin", N_ ("Admin") },     { "senior", N_ ("Senior keeper") },
  { "junior", N_ ("Keeper") }, { "trainee", N_ ("Trainee") }, { "member", N_ ("Member") },
};

/**
 * muster_membership_new:
 *
 * Returns: (transfer full): an active member of whom nothing is known
 */
MusterMembership *
muster_membership_new (void)
{
  MusterMembership *self = g_new0 (MusterMembership, 1);

  self->role = g_strdup ("member");
  self->nickname_from = self->role_from = MUSTER_DAY_NONE;
  self->standing_from = self->standing_until = MUSTER_DAY_NONE;
  self->joined_on = self->first_seen = self->introduced_on = MUSTER_DAY_NONE;
  return self;
}

void
muster_membership_free (MusterMembership *self)
{
  g_free (self->nickname);
  g_free (self->role);
  g_free (self->standing_reason);
  g_free (self->inviter);
  g_free (self->note);
  g_free (self);
}

/**
 * muster_membership_is_current:
 *
 * Returns: whether the person belongs to the group now: neither applicant, left nor removed
 */
gboolean
muster_membership_is_current (const MusterMembership *self)
{
  return self->standing == MUSTER_STANDING_ACTIVE || self->standing == MUSTER_STANDING_LEAVE ||
         self->standing == MUSTER_STANDING_EXEMPT;
}

const char *
muster_standing_get_key (MusterStanding standing)
{
  return standings[standing].key;
}

const char *
muster_standing_get_title (MusterStanding standing)
{
  return _ (standings[standing].title);
}

gboolean
muster_standing_find (const char *key, MusterStanding *out_standing)
{
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    if (g_strcmp0 (standings[i].key, key) == 0)
      {
        *out_standing = (MusterStanding) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * muster_role_get_title:
 *
 * Returns: the role for people; a word that the keeper made up is returned as it is
 */
const char *
muster_role_get_title (const char *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (roles[i].key, role) == 0)
      return _ (roles[i].title);

  return role;
}

/**
 * muster_role_get_key:
 * @title: what a person calls a role
 *
 * Returns: (transfer none): the word that the store keeps; @title itself for one the keeper made up
 */
const char *
muster_role_get_key (const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (_ (roles[i].title), title) == 0)
      return roles[i].key;

  return title;
}
