/* muster-record-diff.c - what a row says that is not known yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-record-diff"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-account-table.h"
#include "muster-membership-table.h"
#include "muster-person-table.h"
#include "muster-record-diff.h"

/* @standing is untouched where the row says nothing that is known. */
static gboolean
find_standing (const char *text, MusterStanding *standing)
{
  static const struct
  {
    const char *text;
    MusterStanding standing;
  } words[] = {
    { "在群", MUSTER_STANDING_ACTIVE },    { "正常", MUSTER_STANDING_ACTIVE },
    { "在职", MUSTER_STANDING_ACTIVE },    { "在读", MUSTER_STANDING_ACTIVE },
    { "请假", MUSTER_STANDING_LEAVE },     { "休假", MUSTER_STANDING_LEAVE },
    { "on leave", MUSTER_STANDING_LEAVE }, { "豁免", MUSTER_STANDING_EXEMPT },
    { "免检", MUSTER_STANDING_EXEMPT },    { "申请中", MUSTER_STANDING_APPLICANT },
    { "已退群", MUSTER_STANDING_LEFT },    { "退群", MUSTER_STANDING_LEFT },
    { "离职", MUSTER_STANDING_LEFT },      { "已离职", MUSTER_STANDING_LEFT },
    { "已移除", MUSTER_STANDING_REMOVED }, { "移除", MUSTER_STANDING_REMOVED },
  };
  g_autofree char *lower = text != NULL ? g_utf8_strdown (text, -1) : NULL;

  if (lower == NULL)
    return FALSE;
  if (muster_standing_find (lower, standing))
    return TRUE;
  for (guint i = 0; i < MUSTER_N_STANDINGS; i++)
    if (strcmp (text, muster_standing_get_title ((MusterStanding) i)) == 0)
      {
        *standing = (MusterStanding) i;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (lower, words[i].text) == 0)
      {
        *standing = words[i].standing;
        return TRUE;
      }

  return FALSE;
}

/* The same for what the row says of a member: whether it changes anything. */
static gboolean
changes_standing (const MusterRecord *record, const MusterMembership *membership,
                  MusterStanding *standing)
{
  return find_standing (record->standing, standing) && *standing != membership->standing;
}

static gboolean
changes_required (const MusterRecord *record, const MusterMembership *membership)
{
  return record->required != MUSTER_ANSWER_NONE &&
         (record->required == MUSTER_ANSWER_YES) != membership->required;
}

/* The value that a field would have; NULL when nothing changes. */
static char *
dup_new_value (MusterPersonField field, const char *old, const char *said)
{
  g_autofree char *joined = NULL;
  g_autofree char *clean = NULL;

  if (said == NULL || g_strcmp0 (old, said) == 0)
    return NULL;
  if (old == NULL || !muster_person_field_is_list (field))
    return g_strdup (said);

  joined = g_strconcat (old, "\n", said, NULL);
  clean = muster_person_field_dup_clean (field, joined);
  return strcmp (clean, old) != 0 ? g_steal_pointer (&clean) : NULL;
}

/* @person: (nullable): whose it should be; of another's account the keeper is told. */
static gboolean
has_account (const MusterRecordDiff *self, const MusterRecord *record, const MusterId *person,
             const char **out_platform, gboolean *out_known, GError **error)
{
  MusterId id, owner;

  *out_platform = record->platform != NULL ? record->platform : self->platform;
  *out_known = TRUE;
  if (record->account == NULL)
    return TRUE;
  if (!muster_account_table_find (self->db, *out_platform, record->account, &id, &owner, out_known,
                                  error))
    return FALSE;

  if (*out_known && person != NULL && self->warnings != NULL && !muster_id_equal (&owner, person))
    muster_warnings_add (self->warnings, record->line,
                         _ ("The account %s is somebody else’s already; it was left out."),
                         record->account);
  return TRUE;
}

static gboolean
add_account (const MusterRecordDiff *self, MusterChange *change, const MusterRecord *record,
             const MusterId *person, GError **error)
{
  MusterAccount account = { 0 };
  const char *platform;
  gboolean known;

  if (!has_account (self, record, person, &platform, &known, error))
    return FALSE;
  if (known)
    return TRUE;

  account.person = *person;
  account.platform = (char *) platform;
  account.identifier = record->account;
  account.display_name = record->display_name;
  return muster_account_table_insert_new (change, &account, NULL, error);
}

static gboolean
add_membership (const MusterRecordDiff *self, MusterChange *change, const MusterRecord *record,
                const MusterId *person, GError **error)
{
  MusterMembership membership = { 0 };

  membership.group = *self->group;
  membership.person = *person;
  membership.nickname = record->nickname;
  membership.nickname_from = record->nickname != NULL ? self->today : MUSTER_DAY_NONE;
  membership.role = (char *) muster_record_role_word (record->role);
  membership.role_from = MUSTER_DAY_NONE;
  membership.standing = MUSTER_STANDING_ACTIVE;
  (void) find_standing (record->standing, &membership.standing);
  membership.standing_from = membership.standing_until = MUSTER_DAY_NONE;
  membership.joined_on = record->joined_on;
  membership.first_seen = self->today;
  membership.inviter = record->inviter;
  membership.required = record->required == MUSTER_ANSWER_YES;
  membership.introduced_on = MUSTER_DAY_NONE;
  return muster_membership_table_insert (change, &membership, NULL, error);
}

static void
list_membership (const MusterRecord *record, const MusterMembership *membership,
                 MusterRecordDiffFunc func, gpointer user_data)
{
  MusterStanding standing;

  if (record->nickname != NULL && g_strcmp0 (record->nickname, membership->nickname) != 0)
    func (_ ("Nickname"), membership->nickname, record->nickname, user_data);
  if (record->role != NULL &&
      g_strcmp0 (muster_record_role_word (record->role), membership->role) != 0)
    func (_ ("Role"), muster_role_get_title (membership->role),
          muster_role_get_title (muster_record_role_word (record->role)), user_data);
  if (record->joined_on != MUSTER_DAY_NONE && record->joined_on != membership->joined_on)
    {
      g_autofree char *old = muster_day_dup_text (membership->joined_on);
      g_autofree char *new = muster_day_dup_text (record->joined_on);

      func (_ ("Joined"), old, new, user_data);
    }
  if (record->inviter != NULL && g_strcmp0 (record->inviter, membership->inviter) != 0)
    func (_ ("Invited by"), membership->inviter, record->inviter, user_data);
  if (changes_standing (record, membership, &standing))
    func (_ ("Standing"), muster_standing_get_title (membership->standing),
          muster_standing_get_title (standing), user_data);
  if (changes_required (record, membership))
    func (_ ("Must be in the group"), membership->required ? _ ("Yes") : _ ("No"),
          membership->required ? _ ("No") : _ ("Yes"), user_data);
}

/**
 * muster_record_diff_list:
 * @membership: (nullable): the person's place in the group; %NULL if there is none yet
 *
 * Calls @func for each field that would change.
 */
gboolean
muster_record_diff_list (const MusterRecordDiff *self, const MusterRecord *record,
                         const MusterPerson *person, const MusterMembership *membership,
                         MusterRecordDiffFunc func, gpointer user_data, GError **error)
{
  const char *platform;
  gboolean known;

  for (guint i = 0; i < MUSTER_N_PERSON_FIELDS; i++)
    {
      MusterPersonField field = (MusterPersonField) i;
      g_autofree char *value = dup_new_value (field, person->fields[i], record->person[i]);

      if (value != NULL)
        func (muster_person_field_get_title (field), person->fields[i], value, user_data);
    }

  if (!has_account (self, record, NULL, &platform, &known, error))
    return FALSE;
  if (!known)
    func (_ ("Account"), NULL, record->account, user_data);
  if (membership != NULL)
    list_membership (record, membership, func, user_data);
  return TRUE;
}

static gboolean
apply_person (MusterChange *change, const MusterRecord *record, const MusterPerson *person,
              GError **error)
{
  for (guint i = 0; i < MUSTER_N_PERSON_FIELDS; i++)
    {
      MusterPersonField field = (MusterPersonField) i;
      g_autofree char *value = dup_new_value (field, person->fields[i], record->person[i]);

      if (value != NULL && !muster_person_table_set (change, &person->id, field, value, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
apply_details (MusterChange *change, const MusterRecord *record, const MusterMembership *membership,
               GError **error)
{
  MusterMembership details = *membership;

  if (record->joined_on == MUSTER_DAY_NONE && record->inviter == NULL &&
      !changes_required (record, membership))
    return TRUE;

  if (record->joined_on != MUSTER_DAY_NONE)
    details.joined_on = record->joined_on;
  if (record->inviter != NULL)
    details.inviter = record->inviter;
  if (record->required != MUSTER_ANSWER_NONE)
    details.required = record->required == MUSTER_ANSWER_YES;
  return muster_membership_table_set_details (change, &details, error);
}

/**
 * muster_record_diff_apply:
 * @membership: (nullable): made if there is none yet
 */
gboolean
muster_record_diff_apply (const MusterRecordDiff *self, MusterChange *change,
                          const MusterRecord *record, const MusterPerson *person,
                          const MusterMembership *membership, GError **error)
{
  MusterStanding standing;

  if (!apply_person (change, record, person, error) ||
      !add_account (self, change, record, &person->id, error))
    return FALSE;
  if (membership == NULL)
    return add_membership (self, change, record, &person->id, error);

  if (record->nickname != NULL &&
      !muster_membership_table_set_nickname (change, &membership->id, record->nickname, self->today,
                                             error))
    return FALSE;
  if (record->role != NULL &&
      !muster_membership_table_set_role (
          change, &membership->id, muster_record_role_word (record->role), self->today, error))
    return FALSE;
  if (changes_standing (record, membership, &standing) &&
      !muster_membership_table_set_standing (change, &membership->id, standing, self->today,
                                             MUSTER_DAY_NONE, NULL, error))
    return FALSE;
  return apply_details (change, record, membership, error);
}

/**
 * muster_record_diff_insert:
 * @person: (nullable): somebody who is known already; %NULL makes a new person
 *
 * Gives the person of the row a place in the group.
 */
gboolean
muster_record_diff_insert (const MusterRecordDiff *self, MusterChange *change,
                           const MusterRecord *record, const MusterId *person, GError **error)
{
  MusterPerson new = { 0 };
  MusterId id;

  if (person == NULL)
    {
      memcpy (new.fields, record->person, sizeof new.fields);
      new.found_on = MUSTER_DAY_NONE;
      if (new.fields[MUSTER_PERSON_NAME] == NULL)
        new.fields[MUSTER_PERSON_NAME] = (char *) muster_record_get_name (record);
      if (!muster_person_table_insert (change, &new, &id, error))
        return FALSE;
      person = &id;
    }

  return add_account (self, change, record, person, error) &&
         add_membership (self, change, record, person, error);
}
