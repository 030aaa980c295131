/* muster-group-command.c - musterctl group add|list|show|set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-group-command"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-calendar-plan.h"
#include "muster-command-store.h"
#include "muster-group-naming.h"
#include "muster-group-table.h"
#include "muster-json.h"
#include "muster-ladder.h"
#include "muster-notice-settings.h"
#include "muster-policy.h"

/* KEY VALUE pairs to write, in one change. */
typedef struct
{
  MusterGroup *group;
  char **pairs; /* key, value, key, value, NULL */
  gboolean add;
  MusterDay today;
} Edit;

static gboolean
parse_number (const char *value, guint *out, GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (value, 10, 0, 10000000, &number, NULL))
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _ ("“%s” is not a number."), value);
      return FALSE;
    }

  *out = (guint) number;
  return TRUE;
}

static gboolean
parse_flag (const char *value, gboolean *out, GError **error)
{
  static const char *const yes[] = { "1", "yes", "true", "on", NULL };
  static const char *const no[] = { "0", "no", "false", "off", NULL };

  if (g_strv_contains (yes, value) || g_strv_contains (no, value))
    {
      *out = g_strv_contains (yes, value);
      return TRUE;
    }

  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
               _ ("“%s” is neither yes nor no."), value);
  return FALSE;
}

/* Texts can be drafted in the languages that Muster speaks; empty: in that of whoever looks. */
static gboolean
check_language (const char *value, GError **error)
{
  static const char *const languages[] = { "", "en", "zh_CN", NULL };

  if (g_strv_contains (languages, value))
    return TRUE;

  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
               _ ("Texts can’t be drafted in “%s”: write en or zh_CN."), value);
  return FALSE;
}

/* A key of the group itself; FALSE with no error set: the key belongs to the policy. */
static gboolean
set_own (MusterGroup *group, const char *key, const char *value, GError **error)
{
  guint number;
  gboolean flag;

  if (strcmp (key, "name") == 0)
    muster_group_set_name (group, value);
  else if (strcmp (key, "platform") == 0)
    muster_group_set_platform (group, value);
  else if (strcmp (key, "number") == 0)
    muster_group_set_number (group, value);
  else if (strcmp (key, "purpose") == 0)
    muster_group_set_purpose (group, value);
  else if (strcmp (key, "owner") == 0)
    muster_group_set_owner (group, value);
  else if (strcmp (key, "language") == 0 && check_language (value, error))
    muster_group_set_language (group, value);
  else if (strcmp (key, "capacity") == 0 && parse_number (value, &number, error))
    muster_group_set_capacity (group, number);
  else if (strcmp (key, "name-locked") == 0 && parse_flag (value, &flag, error))
    muster_group_set_name_locked (group, flag);
  else if (strcmp (key, "archive") == 0 && parse_flag (value, &flag, error))
    muster_group_set_archive (group, flag);
  else
    return FALSE;

  return TRUE;
}

static gboolean
check_template (const char *key, const char *value, GError **error)
{
  g_autoptr (MusterNamingTemplate) template = NULL;
  g_autoptr (GError) local_error = NULL;

  if (strcmp (key, "naming") != 0 || *value == '\0')
    return TRUE;

  template = muster_naming_template_parse (value, &local_error);
  if (template == NULL) /* written on the command line, not in a file */
    g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                         local_error->message);
  return template != NULL;
}

static gboolean
write_policy (MusterChange *change, const MusterId *id, const Edit *edit, GPtrArray *policy,
              GError **error)
{
  for (guint i = 0; i + 1 < policy->len; i += 2)
    if (!check_template (policy->pdata[i], policy->pdata[i + 1], error) ||
        !muster_calendar_plan_check (policy->pdata[i], policy->pdata[i + 1], error) ||
        !muster_notice_settings_check (policy->pdata[i], policy->pdata[i + 1], error) ||
        !muster_ladder_check_policy (policy->pdata[i], policy->pdata[i + 1], error) ||
        !muster_policy_set (change, id, policy->pdata[i], policy->pdata[i + 1], edit->today, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_edit (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;
  g_autoptr (GPtrArray) policy = g_ptr_array_new ();
  g_autoptr (GError) local_error = NULL;
  MusterId id = *muster_group_get_id (edit->group);

  for (guint i = 0; edit->pairs[i] != NULL; i += 2)
    if (!set_own (edit->group, edit->pairs[i], edit->pairs[i + 1], &local_error))
      {
        if (local_error != NULL)
          {
            g_propagate_error (error, g_steal_pointer (&local_error));
            return FALSE;
          }
        g_ptr_array_add (policy, edit->pairs[i]);
        g_ptr_array_add (policy, edit->pairs[i + 1]);
      }

  return (edit->add ? muster_group_table_insert (change, edit->group, &id, error)
                    : muster_group_table_update (change, edit->group, error)) &&
         write_policy (change, &id, edit, policy, error);
}

static void
add_group_json (JsonBuilder *builder, MusterGroup *group)
{
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (muster_group_get_id (group), id);
  muster_json_add_text (builder, "id", id);
  muster_json_add_text (builder, "name", muster_group_get_name (group));
  muster_json_add_text (builder, "platform", muster_group_get_platform (group));
  muster_json_add_text (builder, "number", muster_group_get_number (group));
  muster_json_add_text (builder, "purpose", muster_group_get_purpose (group));
  muster_json_add_text (builder, "owner", muster_group_get_owner (group));
  muster_json_add_text (builder, "language", muster_group_get_language (group));
  muster_json_add_int (builder, "capacity", muster_group_get_capacity (group));
  muster_json_add_flag (builder, "name-locked", muster_group_get_name_locked (group));
  muster_json_add_flag (builder, "archive", muster_group_get_archive (group));
  muster_json_add_int (builder, "members", muster_group_get_n_members (group));
}

static void
add_policy_json (JsonBuilder *builder, MusterPolicy *policy)
{
  guint n;
  const MusterPolicyKey *keys = muster_policy_list_keys (&n);
  const char *const *lists = muster_policy_get_lists (policy);

  json_builder_set_member_name (builder, "policy");
  json_builder_begin_object (builder);
  for (guint i = 0; i < n; i++)
    muster_json_add_text (builder, keys[i].key, muster_policy_get (policy, keys[i].key));
  for (guint i = 0; lists[i] != NULL; i++)
    muster_json_add_text (builder, lists[i], muster_policy_get (policy, lists[i]));
  json_builder_end_object (builder);
}

static int
print_group (MusterCommandContext *context, MusterStore *store, MusterGroup *group)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPolicy) policy = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n;
  const MusterPolicyKey *keys = muster_policy_list_keys (&n);

  policy = muster_policy_load (muster_store_get_database (store, NULL), muster_group_get_id (group),
                               muster_clock_get_today (context->clock), &error);
  if (policy == NULL)
    return muster_command_fail (context, error);

  if (context->json)
    {
      json_builder_begin_object (builder);
      add_group_json (builder, group);
      add_policy_json (builder, policy);
      json_builder_end_object (builder);
      muster_command_print_json (builder);
      return MUSTER_EXIT_DONE;
    }

  g_print ("%s (%s)\n", muster_group_get_name (group), muster_group_get_platform (group));
  g_print ("%s: %u\n", _ ("Members"), muster_group_get_n_members (group));
  if (muster_group_get_capacity (group) > 0)
    g_print ("%s: %u\n", _ ("Room for"), muster_group_get_capacity (group));
  for (guint i = 0; i < n; i++)
    if (*muster_policy_get (policy, keys[i].key) != '\0')
      g_print ("%s: %s\n", _ (keys[i].title), muster_policy_get (policy, keys[i].key));
  for (const char *const *list = muster_policy_get_lists (policy); *list != NULL; list++)
    g_print ("%s: %s\n", *list, muster_policy_get (policy, *list));
  return MUSTER_EXIT_DONE;
}

static int
write_and_print (MusterCommandContext *context, MusterStore *store, Edit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterGroup) group = NULL;
  /* TRANSLATORS: titles in the history; the name of a group */
  g_autofree char *title =
      g_strdup_printf (edit->add ? _ ("Add the group %s") : _ ("Change the settings of %s"),
                       muster_group_get_name (edit->group));

  if (!muster_store_write (store, title, write_edit, edit, NULL, &error))
    return muster_command_fail (context, error);

  group = muster_group_table_find (muster_store_get_database (store, NULL),
                                   muster_group_get_name (edit->group), &error);
  return group != NULL ? print_group (context, store, group) : muster_command_fail (context, error);
}

static int
run_add (MusterCommandContext *context, MusterStore *store, int argc, char **argv,
         GStrvBuilder *options)
{
  g_autoptr (MusterGroup) group = NULL;
  g_auto (GStrv) pairs = g_strv_builder_end (options);
  Edit edit = { NULL, pairs, TRUE, muster_clock_get_today (context->clock) };

  if (argc != 3)
    return muster_command_fail_usage (context, "%s", _ ("What is the group called? Name one."));

  group = muster_group_new (NULL, argv[2]);
  edit.group = group;
  return write_and_print (context, store, &edit);
}

static int
run_list (MusterCommandContext *context, MusterStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  MusterDatabase *db = muster_store_get_database (store, &error);

  if (db != NULL)
    groups = muster_group_table_list (db, TRUE, &error);
  if (groups == NULL)
    return muster_command_fail (context, error);

  json_builder_begin_array (builder);
  for (guint i = 0; i < groups->len; i++)
    {
      MusterGroup *group = groups->pdata[i];

      json_builder_begin_object (builder);
      add_group_json (builder, group);
      json_builder_end_object (builder);
      if (!context->json)
        g_print ("%6u  %-10s %s\n", muster_group_get_n_members (group),
                 muster_group_get_platform (group), muster_group_get_name (group));
    }
  json_builder_end_array (builder);
  if (context->json)
    muster_command_print_json (builder);
  else if (groups->len == 0)
    g_print ("%s\n", _ ("There are no groups yet. “musterctl group add NAME” makes one."));
  return MUSTER_EXIT_DONE;
}

static int
run_set (MusterCommandContext *context, MusterStore *store, int argc, char **argv)
{
  g_autoptr (MusterGroup) group = NULL;
  Edit edit = { NULL, argv + 3, FALSE, muster_clock_get_today (context->clock) };
  int status = MUSTER_EXIT_USAGE;

  if (argc < 5 || argc % 2 == 0)
    return muster_command_fail_usage (context, "%s", _ ("Say NAME and then KEY VALUE, in pairs."));
  group = muster_command_find_group (context, store, argv[2], &status);
  if (group == NULL)
    return status;

  edit.group = group;
  return write_and_print (context, store, &edit);
}

static void
add_option (GStrvBuilder *pairs, const char *key, const char *value)
{
  if (value == NULL)
    return;

  g_strv_builder_add (pairs, key);
  g_strv_builder_add (pairs, value);
}

static int
run (MusterCommandContext *context, int argc, char **argv)
{
  g_autoptr (GStrvBuilder) pairs = g_strv_builder_new ();
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (MusterGroup) group = NULL;
  g_autofree char *platform = NULL, *naming = NULL, *remind = NULL, *silent = NULL,
                  *capacity = NULL, *language = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "platform", 0, 0, G_OPTION_ARG_STRING, &platform, N_ ("Where the group lives"), N_ ("WORD") },
    { "naming", 0, 0, G_OPTION_ARG_STRING, &naming, N_ ("What nicknames look like"),
      N_ ("TEMPLATE") },
    { "remind-after", 0, 0, G_OPTION_ARG_STRING, &remind, N_ ("Remind after, P1M for a month"),
      N_ ("PERIOD") },
    { "silent-after", 0, 0, G_OPTION_ARG_STRING, &silent, N_ ("Silent after, P3M for three"),
      N_ ("PERIOD") },
    { "capacity", 0, 0, G_OPTION_ARG_STRING, &capacity, N_ ("How many it has room for"), N_ ("N") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("Of drafted texts: en, zh_CN"),
      N_ ("LANGUAGE") },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_command_parse (context, &muster_group_command, entries, &argc, &argv, &status))
    return status;
  if (argc < 2)
    return muster_command_fail_usage (context, "%s", _ ("Say add, list, show or set."));
  add_option (pairs, "platform", platform);
  add_option (pairs, "naming", naming);
  add_option (pairs, "remind-after", remind);
  add_option (pairs, "silent-after", silent);
  add_option (pairs, "capacity", capacity);
  add_option (pairs, "language", language);

  store = muster_command_open_store (context, &status);
  if (store == NULL)
    return status;
  if (strcmp (argv[1], "add") == 0)
    return run_add (context, store, argc, argv, pairs);
  if (strcmp (argv[1], "list") == 0)
    return run_list (context, store);
  if (strcmp (argv[1], "set") == 0)
    return run_set (context, store, argc, argv);
  if (strcmp (argv[1], "show") != 0 || argc != 3)
    return muster_command_fail_usage (context, "%s", _ ("Say add, list, show or set."));

  group = muster_command_find_group (context, store, argv[2], &status);
  return group != NULL ? print_group (context, store, group) : status;
}

const MusterCommand muster_group_command = {
  "group",
  N_ ("add NAME | list | show NAME | set NAME KEY VALUE…"),
  N_ ("Make, list, show and change groups"),
  run,
};
