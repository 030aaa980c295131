/* muster-member-json.c - all that is known of a member, as JSON
 *
 * Words are those of the store, the same in every language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-member-json"

#include "config.h"

#include "muster-account-table.h"
#include "muster-json.h"
#include "muster-member-json.h"
#include "muster-membership-table.h"
#include "muster-person-table.h"

static void
add_id (JsonBuilder *builder, const char *name, const MusterId *id)
{
  char text[MUSTER_ID_TEXT_SIZE];

  muster_id_format (id, text);
  muster_json_add_text (builder, name, text);
}

static void
add_person (JsonBuilder *builder, const MusterPerson *person)
{
  for (guint i = 0; i < MUSTER_N_PERSON_FIELDS; i++)
    {
      const char *key = muster_person_field_get_key ((MusterPersonField) i);
      g_auto (GStrv) lines = NULL;

      if (!muster_person_field_is_list ((MusterPersonField) i))
        {
          muster_json_add_text (builder, key, person->fields[i]);
          continue;
        }
      lines = g_strsplit (person->fields[i] != NULL ? person->fields[i] : "", "\n", -1);
      muster_json_add_texts (builder, key, (const char *const *) lines);
    }
}

static void
add_membership (JsonBuilder *builder, const MusterMembership *membership)
{
  muster_json_add_text (builder, "nickname", membership->nickname);
  muster_json_add_day (builder, "nickname_from", membership->nickname_from);
  muster_json_add_text (builder, "role", membership->role);
  muster_json_add_text (builder, "standing", muster_standing_get_key (membership->standing));
  muster_json_add_day (builder, "standing_from", membership->standing_from);
  muster_json_add_day (builder, "standing_until", membership->standing_until);
  muster_json_add_text (builder, "standing_reason", membership->standing_reason);
  muster_json_add_day (builder, "joined", membership->joined_on);
  muster_json_add_day (builder, "first_seen", membership->first_seen);
  muster_json_add_text (builder, "inviter", membership->inviter);
  muster_json_add_flag (builder, "required", membership->required);
}

static gboolean
add_accounts (JsonBuilder *builder, MusterDatabase *db, const MusterId *person, GError **error)
{
  g_autoptr (GPtrArray) accounts = muster_account_table_list (db, person, error);

  if (accounts == NULL)
    return FALSE;

  json_builder_set_member_name (builder, "accounts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < accounts->len; i++)
    {
      const MusterAccount *account = accounts->pdata[i];

      json_builder_begin_object (builder);
      muster_json_add_text (builder, "platform", account->platform);
      muster_json_add_text (builder, "identifier", account->identifier);
      muster_json_add_text (builder, "display_name", account->display_name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}

/**
 * muster_member_json_add:
 *
 * Adds an object: ids of the membership and the person, the person's fields by
 * their keys (null or an empty array where nothing is known), the place in the
 * group, the accounts.
 */
gboolean
muster_member_json_add (JsonBuilder *builder, MusterDatabase *db, MusterMember *member,
                        GError **error)
{
  g_autoptr (MusterMembership) membership =
      muster_membership_table_load (db, muster_member_get_id (member), error);
  g_autoptr (MusterPerson) person = NULL;

  if (membership != NULL)
    person = muster_person_table_load (db, &membership->person, error);
  if (person == NULL)
    return FALSE;

  json_builder_begin_object (builder);
  add_id (builder, "id", &membership->id);
  add_id (builder, "person", &membership->person);
  muster_json_add_text (builder, "group", muster_member_get_text (member, MUSTER_MEMBER_GROUP));
  add_person (builder, person);
  add_membership (builder, membership);
  if (!add_accounts (builder, db, &membership->person, error))
    return FALSE;
  json_builder_end_object (builder);
  return TRUE;
}
