/* muster-members-command.c - musterctl members
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-members-command"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-command-store.h"
#include "muster-member-json.h"
#include "muster-member-query.h"
#include "muster-search.h"
#include "muster-text-table.h"

/* Columns of the table for people; JSON has all that is known. */
static const MusterMemberColumn shown[] = {
  MUSTER_MEMBER_NAME,  MUSTER_MEMBER_NICKNAME, MUSTER_MEMBER_DEPARTMENT,
  MUSTER_MEMBER_PHONE, MUSTER_MEMBER_STANDING,
};

static gboolean
print_json (MusterDatabase *db, GPtrArray *members, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < members->len; i++)
    if (!muster_member_json_add (builder, db, members->pdata[i], error))
      return FALSE;
  json_builder_end_array (builder);
  muster_command_print_json (builder);
  return TRUE;
}

static void
print_text (GPtrArray *members)
{
  g_autoptr (MusterTextTable) table = muster_text_table_new (G_N_ELEMENTS (shown));

  for (guint j = 0; j < G_N_ELEMENTS (shown) && members->len > 0; j++)
    muster_text_table_add (table, muster_member_column_get_title (shown[j]));
  for (guint i = 0; i < members->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (shown); j++)
      muster_text_table_add (table, muster_member_get_text (members->pdata[i], shown[j]));
  muster_text_table_print (table);
}

/* Keeps the rows that the search found, in their order. */
static gboolean
filter_rows (MusterDatabase *db, const MusterId *group, const char *text, GArray *rows,
             GError **error)
{
  g_autoptr (MusterSearch) search = muster_search_new (db, group, error);
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) hits = NULL;
  guint n = 0;

  if (search == NULL)
    return FALSE;
  hits = muster_search_find (search, text);
  if (hits == NULL)
    return TRUE;

  for (guint i = 0; i < hits->len; i++)
    g_hash_table_add (found, GUINT_TO_POINTER (g_array_index (hits, guint32, i)));
  for (guint i = 0; i < rows->len; i++)
    if (g_hash_table_contains (found, GUINT_TO_POINTER (g_array_index (rows, guint32, i))))
      g_array_index (rows, guint32, n++) = g_array_index (rows, guint32, i);
  g_array_set_size (rows, n);
  return TRUE;
}

static int
run (MusterCommandContext *context, int argc, char **argv)
{
  g_autofree char *name = NULL, *text = NULL, *sort = NULL;
  gint64 limit = -1;
  gboolean past = FALSE;
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (MusterGroup) group = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GError) error = NULL;
  MusterMemberQuery query = { 0 };
  MusterDatabase *db;
  int status;
  const GOptionEntry entries[] = {
    { "group", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("The group"), N_ ("NAME") },
    { "search", 0, 0, G_OPTION_ARG_STRING, &text,
      N_ ("Only those with this in name, pinyin, initials, nickname, phone …"), N_ ("TEXT") },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &sort, N_ ("Sort by this field; -FIELD the other way"),
      N_ ("FIELD") },
    { "limit", 0, 0, G_OPTION_ARG_INT64, &limit, N_ ("Not more than this many"), N_ ("N") },
    { "past", 0, 0, G_OPTION_ARG_NONE, &past, N_ ("Also those who left or were removed"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_command_parse (context, &muster_members_command, entries, &argc, &argv, &status))
    return status;
  if (argc != 1)
    return muster_command_fail_usage (context, _ ("“%s” is one word too many."), argv[1]);
  if (sort != NULL && (!muster_member_column_find (sort + (*sort == '-'), &query.sort) ||
                       query.sort == MUSTER_MEMBER_LAST_MESSAGE))
    return muster_command_fail_usage (context, _ ("Members can’t be sorted by “%s”."), sort);

  store = muster_command_open_store (context, &status);
  if (store == NULL)
    return status;
  group = muster_command_find_group (context, store, name, &status);
  if (group == NULL)
    return status;

  query.group = *muster_group_get_id (group);
  query.descending = sort != NULL && *sort == '-';
  query.past = past;
  db = muster_store_get_database (store, NULL);
  rows = muster_member_query_list_rows (db, &query, &error);
  if (rows == NULL || (text != NULL && !filter_rows (db, &query.group, text, rows, &error)))
    return muster_command_fail (context, error);
  if (limit >= 0 && (guint64) limit < rows->len)
    g_array_set_size (rows, (guint) limit);
  members =
      muster_member_query_load (db, (const guint32 *) (gpointer) rows->data, rows->len, &error);
  if (members == NULL)
    return muster_command_fail (context, error);

  if (!context->json)
    print_text (members);
  else if (!print_json (db, members, &error))
    return muster_command_fail (context, error);
  return MUSTER_EXIT_DONE;
}

const MusterCommand muster_members_command = {
  "members",
  N_ ("--group NAME"),
  N_ ("List and search the members of a group"),
  run,
};
