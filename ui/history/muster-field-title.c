/* muster-field-title.c - the store's tables and columns in words, for the history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-field-title"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-field-title.h"
#include "muster-words.h"

typedef struct
{
  const char *id;
  const char *title;
} Title;

static const Title tables[] = {
  { "groups", N_ ("Group") },
  { "policies", N_ ("Group setting") },
  { "persons", N_ ("Person") },
  { "accounts", N_ ("Account") },
  { "memberships", N_ ("Member") },
  { "membership_history", N_ ("Earlier nickname or standing") },
  { "fields", N_ ("Own field") },
  { "field_values", N_ ("Value of an own field") },
  { "imports", N_ ("Import") },
  { "snapshots", N_ ("Member list") },
  { "snapshot_entries", N_ ("Entry of a member list") },
  { "coverage", N_ ("Period of records") },
  { "sender_links", N_ ("Who a sender is") },
  { "signs", N_ ("Sign of life") },
  { "followups", N_ ("Follow-up of a finding") },
  { "exports", N_ ("Export") },
};

static const Title columns[] = {
  { "name", N_ ("Name") },
  { "reading", N_ ("Reading") },
  { "former_names", N_ ("Former names") },
  { "gender", N_ ("Gender") },
  { "phones", N_ ("Phones") },
  { "emails", N_ ("E-mails") },
  { "company", N_ ("Company") },
  { "school", N_ ("School") },
  { "department", N_ ("Department") },
  { "title", N_ ("Title") },
  { "class", N_ ("Class") },
  { "year", N_ ("Year") },
  { "seat", N_ ("Seat") },
  { "city", N_ ("City") },
  { "number", N_ ("Number") },
  { "birthday", N_ ("Birthday") },
  { "address", N_ ("Address") },
  { "note", N_ ("Note") },
  { "tags", N_ ("Tags") },
  { "nickname", N_ ("Nickname") },
  { "nickname_from", N_ ("Nickname since") },
  { "nickname_seen", N_ ("Nickname last seen") },
  { "role", N_ ("Role") },
  { "role_from", N_ ("Role since") },
  { "standing", N_ ("Standing") },
  { "standing_from", N_ ("Standing since") },
  { "standing_until", N_ ("Standing until") },
  { "standing_reason", N_ ("Reason") },
  { "joined_on", N_ ("Joined") },
  { "first_seen", N_ ("First seen") },
  { "inviter", N_ ("Invited by") },
  { "required", N_ ("Must be in the group") },
  { "introduced_on", N_ ("Introduced") },
  { "platform", N_ ("Platform") },
  { "identifier", N_ ("Account") },
  { "display_name", N_ ("Display name") },
  { "capacity", N_ ("Capacity") },
  { "language", N_ ("Language") },
  { "archive", N_ ("Archive of messages") },
  { "purpose", N_ ("Purpose") },
  { "owner", N_ ("Owner") },
  { "value", N_ ("Value") },
  { "verdict", N_ ("Who it is") },
  { "until_day", N_ ("Until") },
  { "on_day", N_ ("On") },
  { "action", N_ ("What was done") },
};

static const char *const days[] = {
  "nickname_from", "nickname_seen", "role_from", "standing_from", "standing_until", "joined_on",
  "first_seen",    "introduced_on", "from_day",  "until_day",     "on_day",         "to_day",
  "taken_on",      "created_on",    "closed_on", "day",           "found_on",
};

static const char *
find (const Title *titles, gsize n, const char *id)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (titles[i].id, id))
      return _ (titles[i].title);
  return id;
}

/**
 * muster_field_title_get:
 * @column: (nullable): %NULL for the row as a whole
 *
 * Returns: (transfer none): what a person calls it
 */
const char *
muster_field_title_get (const char *table, const char *column)
{
  if (column == NULL)
    return find (tables, G_N_ELEMENTS (tables), table);
  return find (columns, G_N_ELEMENTS (columns), column);
}

/**
 * muster_field_title_dup_value:
 * @value: (nullable): as the store holds it
 *
 * Returns: (transfer full): the value for people: dates in words, "—" for none
 */
char *
muster_field_title_dup_value (const char *table, const char *column, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return g_strdup ("—");
  for (gsize i = 0; column != NULL && i < G_N_ELEMENTS (days); i++)
    if (g_str_equal (days[i], column))
      return muster_words_for_day ((MusterDay) g_ascii_strtoll (value, NULL, 10));
  if (g_strcmp0 (column, "required") == 0 || g_strcmp0 (column, "archive") == 0)
    return g_strdup (g_str_equal (value, "0") ? _ ("No") : _ ("Yes"));
  return g_strdup (value);
}
