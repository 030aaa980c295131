/* muster-audience.c - for whom a notice is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-audience"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-audience.h"
#include "muster-member-query.h"
#include "muster-membership.h"
#include "muster-normalise.h"
#include "muster-outstanding.h"
#include "muster-search.h"
#include "muster-store-error.h"

typedef enum
{
  AUDIENCE_ALL,
  AUDIENCE_ROLE,
  AUDIENCE_DEPARTMENT,
  AUDIENCE_FILTER,
  AUDIENCE_UNKNOWN,
} AudienceKind;

static const char *const prefixes[] = {
  [AUDIENCE_ALL] = "all",
  [AUDIENCE_ROLE] = "role:",
  [AUDIENCE_DEPARTMENT] = "department:",
  [AUDIENCE_FILTER] = "filter:",
};

static AudienceKind
read_kind (const char *audience, const char **out_value)
{
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (i == AUDIENCE_ALL ? strcmp (audience, prefixes[i]) == 0
                          : g_str_has_prefix (audience, prefixes[i]))
      {
        *out_value = audience + strlen (prefixes[i]);
        return (AudienceKind) i;
      }

  *out_value = audience;
  return AUDIENCE_UNKNOWN;
}

/**
 * muster_audience_check:
 *
 * Returns: whether @audience says for whom a notice is
 */
gboolean
muster_audience_check (const char *audience, GError **error)
{
  const char *value;
  AudienceKind kind = read_kind (audience, &value);
  g_autofree char *plain = g_strstrip (g_strdup (value));

  if (kind == AUDIENCE_UNKNOWN || (kind != AUDIENCE_ALL && *plain == '\0'))
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _ ("“%s” is no audience. Write all, role:admin, department:NAME or "
                      "filter:WORDS."),
                   audience);
      return FALSE;
    }
  return TRUE;
}

/**
 * muster_audience_dup_title:
 *
 * Returns: (transfer full): for people, translated
 */
char *
muster_audience_dup_title (const char *audience)
{
  const char *value;

  switch (read_kind (audience, &value))
    {
    case AUDIENCE_ALL:
      return g_strdup (_ ("Everybody"));
    case AUDIENCE_ROLE:
      {
        g_auto (GStrv) roles = g_strsplit (value, ",", -1);
        g_autoptr (GString) titles = g_string_new (NULL);

        for (guint i = 0; roles[i] != NULL; i++)
          g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "",
                                  muster_role_get_title (g_strstrip (roles[i])));
        return g_string_free (g_steal_pointer (&titles), FALSE);
      }
    case AUDIENCE_DEPARTMENT:
      return g_strdup (value);
    case AUDIENCE_FILTER:
      /* TRANSLATORS: the words of a search */
      return g_strdup_printf (_ ("Found by “%s”"), value);
    case AUDIENCE_UNKNOWN:
    default:
      return g_strdup (audience);
    }
}

static gboolean
is_role_of (const char *role, char **values)
{
  for (guint i = 0; values[i] != NULL; i++)
    if (g_strcmp0 (muster_role_get_key (g_strstrip (values[i])), role) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_one_of (const char *text, char **values)
{
  g_autofree char *plain = muster_normalise (text != NULL ? text : "");

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *value = muster_normalise (values[i]);

      if (*value != '\0' && strcmp (plain, value) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Memberships of the group that the search finds; all are pointers into the keys of @rows. */
static GHashTable *
search (MusterDatabase *db, const MusterId *group, const char *words, GHashTable **out_rows,
        GError **error)
{
  g_autoptr (MusterSearch) search = muster_search_new (db, group, error);
  g_autoptr (GArray) hits = search != NULL ? muster_search_find (search, words) : NULL;
  GHashTable *found = g_hash_table_new (NULL, NULL);

  *out_rows = search != NULL ? muster_member_query_read_ids (db, group, error) : NULL;
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    g_hash_table_add (found, GUINT_TO_POINTER (g_array_index (hits, guint32, i)));
  return found;
}

/**
 * muster_audience_list:
 * @audience: a checked one
 * @roster: of @group, as of @on
 * @on: the day of the sending: who joined later is not asked; the words of a filter are looked for
 *   in what is known now
 *
 * Returns: (transfer container) (element-type MusterRosterMember): of @roster, those in the group
 *   on that day who can be asked for something
 */
GPtrArray *
muster_audience_list (const char *audience, MusterDatabase *db, const MusterId *group,
                      MusterRoster *roster, MusterDay on, GError **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  const char *value;
  AudienceKind kind = read_kind (audience, &value);
  g_auto (GStrv) values = g_strsplit (value, ",", -1);
  g_autoptr (GHashTable) rows = NULL;
  g_autoptr (GHashTable) found = NULL;

  if (kind == AUDIENCE_FILTER)
    {
      found = search (db, group, value, &rows, error);
      if (rows == NULL)
        return NULL;
    }
  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);

      if (!muster_outstanding_is_asked (member, on))
        continue;
      if (kind == AUDIENCE_ALL || (kind == AUDIENCE_ROLE && is_role_of (member->role, values)) ||
          (kind == AUDIENCE_DEPARTMENT &&
           is_one_of (member->fields[MUSTER_PERSON_DEPARTMENT], values)) ||
          (kind == AUDIENCE_FILTER &&
           g_hash_table_contains (found, g_hash_table_lookup (rows, &member->id))))
        g_ptr_array_add (members, (gpointer) member);
    }
  return g_steal_pointer (&members);
}
