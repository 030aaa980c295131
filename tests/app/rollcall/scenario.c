/* scenario.c - a small group for a test of the checks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario.h"

#include <glib/gstdio.h>
#include <string.h>

#include "muster-account-table.h"
#include "muster-coverage-table.h"
#include "muster-followup-table.h"
#include "muster-group-table.h"
#include "muster-import-table.h"
#include "muster-membership-table.h"
#include "muster-message-import.h"
#include "muster-person-table.h"
#include "muster-sign-table.h"
#include "muster-snapshot-import.h"
#include "scenario-calendar.h"
#include "scenario-replies.h"
#include "scenario-rules.h"
#include "scenario-violations.h"

#define NOW (G_GINT64_CONSTANT (20778) * 86400 * G_USEC_PER_SEC) /* 2026-11-21 */
#define EARLIEST 3650                                            /* of settings */

struct _Scenario
{
  char *folder, *path;
  MusterClock *clock;
  MusterStore *store;
  MusterGroup *group;
  GPtrArray *wrote;    /* of the lines' words */
  GPtrArray *members;  /* names */
  GArray *memberships; /* of MusterId, as members */
  MusterDay covers_from, covers_to;
  guint next;
};

static MusterDay
parse_day (const char *text)
{
  MusterDay day;

  g_assert_true (muster_day_parse (text, &day));
  return day;
}

/* The part before the mark and, cut off, the one behind it. */
static char *
cut (char *word, char mark)
{
  char *rest = strchr (word, mark);

  if (rest != NULL)
    *rest++ = '\0';
  return rest;
}

static void
take_standing (MusterMembership *membership, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", 4);
  guint n = g_strv_length (parts);

  g_assert_true (muster_standing_find (parts[0], &membership->standing));
  if (n > 1)
    membership->standing_from = parse_day (parts[1]);
  if (n > 2 && *parts[2] != '\0')
    membership->standing_until = parse_day (parts[2]);
  if (n > 3)
    membership->standing_reason = g_strdup (parts[3]);
}

static void
add_member (Scenario *self, MusterChange *change, char **words)
{
  g_autoptr (MusterPerson) person = muster_person_new ();
  g_autoptr (MusterMembership) membership = muster_membership_new ();
  MusterAccount account = { .platform = (char *) "wechat" };
  MusterId id;

  for (char **word = words + 2; *word != NULL; word++)
    {
      char *value = cut (*word, '=');

      if (g_str_equal (*word, "nick"))
        membership->nickname = g_strdup (value);
      else if (g_str_equal (*word, "account"))
        account.identifier = value;
      else if (g_str_equal (*word, "joined"))
        membership->joined_on = parse_day (value);
      else if (g_str_equal (*word, "seen"))
        membership->first_seen = parse_day (value);
      else if (g_str_equal (*word, "role"))
        {
          g_free (membership->role);
          membership->role = g_strdup (value);
        }
      else if (g_str_equal (*word, "required"))
        membership->required = TRUE;
      else if (g_str_equal (*word, "born"))
        muster_person_set (person, MUSTER_PERSON_BIRTHDAY, value);
      else if (g_str_equal (*word, "deceased"))
        person->deceased = TRUE;
      else if (g_str_equal (*word, "silence"))
        person->do_not_contact = TRUE;
      else if (g_str_equal (*word, "standing"))
        take_standing (membership, value);
      else
        g_error ("a member has no “%s”", *word);
    }
  muster_person_set (person, MUSTER_PERSON_NAME, words[1]);
  g_assert_true (muster_person_table_insert (change, person, &membership->person, NULL));
  membership->group = *muster_group_get_id (self->group);
  g_assert_true (muster_membership_table_insert (change, membership, &id, NULL));
  account.person = membership->person;
  if (account.identifier != NULL)
    g_assert_true (muster_account_table_insert (change, &account, NULL, NULL));
  g_ptr_array_add (self->members, g_strdup (words[1]));
  g_array_append_val (self->memberships, id);
}

static void
add_entry (MusterSnapshot *snapshot, char *word)
{
  MusterSnapshotEntry *entry = muster_snapshot_entry_new ();
  const char *account = cut (word, '#');

  entry->identifier = g_strdup (account);
  if (*word != '\0')
    entry->nickname = g_strdup (word);
  g_ptr_array_add (snapshot->entries, entry);
}

static void
add_list (Scenario *self, MusterChange *change, char **words)
{
  MusterSnapshot *snapshot = muster_snapshot_new ();
  g_autoptr (MusterSnapshotPlan) plan = NULL;
  MusterImport import = { .kind = (char *) "snapshot", .file = (char *) "list.csv" };

  import.group = *muster_group_get_id (self->group);
  snapshot->taken_on = parse_day (words[1]);
  snapshot->source = g_strdup ("list.csv");
  for (char **word = words + 2; *word != NULL; word++)
    {
      int n = g_str_has_suffix (*word, "*") ? atoi (*word) : 0;

      if (g_str_has_prefix (*word, "called="))
        snapshot->group_name = g_strdup (*word + strlen ("called="));
      else if (n == 0)
        add_entry (snapshot, *word);
      for (int i = 0; i < n; i++)
        {
          g_autofree char *name = g_strdup_printf ("路人%d", i);

          add_entry (snapshot, name);
        }
    }
  plan =
      muster_snapshot_plan_new (muster_change_get_database (change), self->group, snapshot, NULL);
  g_assert_nonnull (plan);
  g_assert_true (muster_import_table_insert (change, &import, NULL));
  g_assert_true (muster_snapshot_plan_run (plan, change, &import.id, NULL));
}

/* Of a day alone ten in the morning. */
static gint64
parse_moment (const char *text)
{
  gboolean valid;

  return strchr (text, 'T') != NULL ? muster_time_parse (text, &valid)
                                    : (gint64) parse_day (text) * 86400 + 36000;
}

static gboolean
next_message (gpointer data, MusterMessage *message, GError **error)
{
  Scenario *self = data;
  char **words;
  g_autofree char *body = NULL;
  char *account;

  if (self->next == self->wrote->len)
    return FALSE;

  words = self->wrote->pdata[self->next++];
  account = cut (words[2], '#');
  body = g_strnfill ((gsize) atoi (words[3]), 'x');
  message->utc = parse_moment (words[1]);
  message->sender_name = muster_span_of (words[2]);
  message->sender_id = muster_span_of (account);
  message->body = muster_span_of (g_intern_string (body));
  return TRUE;
}

static void
add_messages (Scenario *self, MusterChange *change)
{
  const MusterId *group = muster_group_get_id (self->group);
  MusterImport import = { .kind = (char *) "chat", .file = (char *) "chat.txt" };
  MusterMessageBatch batch = { 0 };
  guint8 secret[16];

  if (self->wrote->len == 0 && self->covers_from == MUSTER_DAY_NONE)
    return;

  import.group = *group;
  g_assert_true (
      muster_group_table_load_secret (muster_change_get_database (change), group, secret, NULL));
  g_assert_true (muster_import_table_insert (change, &import, NULL));
  g_assert_true (muster_message_import_run (change, group, &import.id, secret, FALSE, next_message,
                                            self, &batch, NULL));
  if (self->covers_from == MUSTER_DAY_NONE)
    {
      self->covers_from = muster_day_from_seconds (batch.first_at);
      self->covers_to = muster_day_from_seconds (batch.last_at);
    }
  g_assert_true (muster_coverage_table_insert (change, group, &import.id, self->covers_from,
                                               self->covers_to, "chat.txt", NULL));
}

static void
add_sign (Scenario *self, MusterChange *change, char **words)
{
  guint i;

  g_assert_true (g_ptr_array_find_with_equal_func (self->members, words[2], g_str_equal, &i));
  g_assert_true (muster_sign_table_set (change, &g_array_index (self->memberships, MusterId, i),
                                        words[3], parse_day (words[1]), NULL, NULL, NULL));
}

static char *
dup_member_id (gpointer data, const char *name)
{
  Scenario *self = data;
  guint i;

  return g_ptr_array_find_with_equal_func (self->members, name, g_str_equal, &i)
             ? muster_id_dup_text (&g_array_index (self->memberships, MusterId, i))
             : g_strdup (name);
}

static void
add_followup (Scenario *self, MusterChange *change, char **words)
{
  g_autofree char *id = dup_member_id (self, words[2]);
  g_autofree char *subject = g_strconcat ("member:", id, NULL);
  MusterFollowup followup = { .group = *muster_group_get_id (self->group),
                              .check = words[3],
                              .subject = subject,
                              .action = words[4],
                              .on = parse_day (words[1]),
                              .until = MUSTER_DAY_NONE };

  if (words[5] != NULL)
    followup.until = parse_day (words[5]);
  g_assert_true (muster_followup_table_insert (change, &followup, NULL));
}

/* Takes @words. */
static void
take_line (Scenario *self, MusterChange *change, char **words)
{
  for (char **word = words; *word != NULL; word++)
    g_strdelimit (*word, "~", ' ');
  if (g_str_equal (words[0], "wrote"))
    {
      g_ptr_array_add (self->wrote, words);
      return;
    }

  if (g_str_equal (words[0], "policy"))
    g_assert_true (muster_policy_set (change, muster_group_get_id (self->group), words[1], words[2],
                                      words[3] != NULL ? parse_day (words[3]) : EARLIEST, NULL));
  else if (g_str_equal (words[0], "capacity"))
    muster_group_set_capacity (self->group, (guint) atoi (words[1]));
  else if (g_str_equal (words[0], "called"))
    muster_group_set_name (self->group, words[1]);
  else if (g_str_equal (words[0], "member"))
    add_member (self, change, words);
  else if (g_str_equal (words[0], "list"))
    add_list (self, change, words);
  else if (g_str_equal (words[0], "covers"))
    {
      const char *to = cut (words[1], '/');

      self->covers_from = parse_day (words[1]);
      self->covers_to = parse_day (to);
    }
  else if (g_str_equal (words[0], "sign"))
    add_sign (self, change, words);
  else if (g_str_equal (words[0], "followup"))
    add_followup (self, change, words);
  else if (!scenario_rules_take_line (change, muster_group_get_id (self->group), words) &&
           !scenario_calendar_take_line (change, muster_group_get_id (self->group), words,
                                         dup_member_id, self) &&
           !scenario_violations_take_line (change, muster_group_get_id (self->group), words,
                                           dup_member_id, self) &&
           !scenario_replies_take_line (change, muster_group_get_id (self->group), words,
                                        dup_member_id, self))
    g_error ("a scenario has no “%s”", words[0]);
  g_strfreev (words);
}

/**
 * scenario_new:
 * @text: lines, see Scenario
 *
 * Writes the group; what is wrong in @text ends the test.
 */
Scenario *
scenario_new (const char *text)
{
  Scenario *self = g_new0 (Scenario, 1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (MusterChange) change = NULL;
  MusterId id;

  self->folder = g_dir_make_tmp ("muster-scenario-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "muster.db", NULL);
  self->clock = muster_clock_new_fixed (NOW);
  self->store = muster_store_open (self->path, self->clock, NULL);
  self->wrote = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->members = g_ptr_array_new_with_free_func (g_free);
  self->memberships = g_array_new (FALSE, FALSE, sizeof (MusterId));
  self->covers_from = MUSTER_DAY_NONE;
  self->group = muster_group_new (NULL, "群");
  muster_group_set_platform (self->group, "wechat");

  change = muster_store_begin_change (self->store, "Fill", NULL);
  g_assert_true (muster_group_table_insert (change, self->group, &id, NULL));
  g_object_unref (self->group);
  self->group = muster_group_table_load (muster_change_get_database (change), &id, NULL);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      take_line (self, change, g_strsplit (*line, " ", -1));
  g_assert_true (muster_group_table_update (change, self->group, NULL));
  add_messages (self, change);
  g_assert_true (muster_change_commit (change, NULL));
  return self;
}

void
scenario_free (Scenario *self)
{
  g_ptr_array_unref (self->wrote);
  g_ptr_array_unref (self->members);
  g_array_unref (self->memberships);
  g_assert_finalize_object (self->group);
  g_assert_finalize_object (self->store);
  g_assert_finalize_object (self->clock);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

MusterDatabase *
scenario_get_database (Scenario *self)
{
  return muster_store_get_database (self->store, NULL);
}

const MusterId *
scenario_get_group (Scenario *self)
{
  return muster_group_get_id (self->group);
}

/**
 * scenario_run:
 * @checks: (array zero-terminated=1): ids
 *
 * Returns: (transfer full): the roll call of that day
 */
MusterRollcallResult *
scenario_run (Scenario *self, const char *day, const char *const *checks)
{
  GError *error = NULL;
  MusterRollcallResult *result =
      muster_rollcall_run (muster_store_get_database (self->store, NULL), self->group,
                           parse_day (day), G_MAXINT32, checks, &error);

  g_assert_no_error (error);
  return result;
}
