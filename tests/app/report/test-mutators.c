/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "muster-account-table.h"
#include "muster-coverage-table.h"
#include "muster-export-table.h"
#include "muster-field-revert.h"
#include "muster-followup.h"
#include "muster-group-table.h"
#include "muster-import-table.h"
#include "muster-journal.h"
#include "muster-membership-table.h"
#include "muster-message-import.h"
#include "muster-person-table.h"
#include "muster-policy.h"
#include "muster-query.h"
#include "muster-schema.h"
#include "muster-sender-table.h"
#include "muster-sign-table.h"
#include "muster-snapshot-table.h"
#include "muster-undo.h"
#include "mutators.h"

static gboolean
account_insert (MusterChange *change, World *world, GError **error)
{
  MusterAccount account = { .person = world->person->id,
                            .platform = (char *) "qq",
                            .identifier = (char *) "10001" };

  return muster_account_table_insert (change, &account, NULL, error);
}

static gboolean
account_insert_new (MusterChange *change, World *world, GError **error)
{
  MusterAccount account = { .person = world->person->id,
                            .platform = (char *) "qq",
                            .identifier = (char *) "10002" };

  return muster_account_table_insert_new (change, &account, NULL, error);
}

static gboolean
account_name (MusterChange *change, World *world, GError **error)
{
  return muster_account_table_set_display_name (change, &world->account, "new", error);
}

static gboolean
account_move (MusterChange *change, World *world, GError **error)
{
  return muster_account_table_move (change, &world->account, &world->other->id, error);
}

static gboolean
account_delete (MusterChange *change, World *world, GError **error)
{
  return muster_account_table_delete (change, &world->account, error);
}

static gboolean
coverage_insert (MusterChange *change, World *world, GError **error)
{
  return muster_coverage_table_insert (change, GROUP, &world->import.id, 1, 2, "f", error);
}

static gboolean
export_insert (MusterChange *change, World *world, GError **error)
{
  MusterExportEntry entry = { .group = *GROUP, .what = "members", .rows = 3 };

  return muster_export_table_insert (change, &entry, error);
}

static gboolean
followup_insert (MusterChange *change, World *world, GError **error)
{
  MusterFollowup followup = { .group = *GROUP,
                              .check = (char *) "silent",
                              .subject = (char *) "member:1",
                              .action = (char *) "ignored",
                              .on = TODAY,
                              .until = MUSTER_DAY_NONE };

  return muster_followup_table_insert (change, &followup, error);
}

static gboolean
followup_remind (MusterChange *change, World *world, GError **error)
{
  return muster_followup_remind (change, world->group, world->finding, TODAY, TODAY + 7, "k",
                                 error);
}

static gboolean
field_revert (MusterChange *change, World *world, GError **error)
{
  MusterJournalCell cell = { .table = (char *) "memberships",
                             .row = *MEMBER,
                             .column = (char *) "note",
                             .old_value = (char *) "before",
                             .edited = TRUE };

  return muster_field_revert (change, &cell, TODAY, error);
}

static gboolean
followup_exempt (MusterChange *change, World *world, GError **error)
{
  return muster_followup_exempt (change, world->group, world->finding, TODAY, TODAY + 7, "k",
                                 error);
}

static gboolean
followup_ignore (MusterChange *change, World *world, GError **error)
{
  return muster_followup_ignore (change, world->group, world->finding, TODAY, TODAY + 7, "k",
                                 error);
}

static gboolean
followup_seen (MusterChange *change, World *world, GError **error)
{
  return muster_followup_mark_seen (change, world->group, world->finding, TODAY, "met", "k", error);
}

static gboolean
followup_remove (MusterChange *change, World *world, GError **error)
{
  return muster_followup_remove (change, world->group, world->finding, TODAY, "moved", "k", error);
}

static gboolean
followup_rename (MusterChange *change, World *world, GError **error)
{
  return muster_followup_rename (change, world->finding, "new", TODAY, error);
}

static gboolean
group_insert (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterGroup) group = muster_group_new (NULL, "another");

  return muster_group_table_insert (change, group, NULL, error);
}

static gboolean
group_update (MusterChange *change, World *world, GError **error)
{
  muster_group_set_purpose (world->group, "chess");
  return muster_group_table_update (change, world->group, error);
}

static gboolean
group_close (MusterChange *change, World *world, GError **error)
{
  return muster_group_table_close (change, GROUP, TODAY, error);
}

static gboolean
import_insert (MusterChange *change, World *world, GError **error)
{
  MusterImport import = { .group = *GROUP, .kind = (char *) "roster" };

  return muster_import_table_insert (change, &import, error);
}

static gboolean
import_counts (MusterChange *change, World *world, GError **error)
{
  world->import.records = 9;
  return muster_import_table_set_counts (change, &world->import, error);
}

static gboolean
membership_insert (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterMembership) membership = muster_membership_new ();

  membership->group = *GROUP;
  membership->person = world->other->id;
  return muster_membership_table_insert (change, membership, NULL, error);
}

static gboolean
membership_details (MusterChange *change, World *world, GError **error)
{
  world->membership->inviter = g_strdup ("Bob");
  return muster_membership_table_set_details (change, world->membership, error);
}

static gboolean
membership_nickname (MusterChange *change, World *world, GError **error)
{
  return muster_membership_table_set_nickname (change, MEMBER, "new", TODAY, error);
}

static gboolean
membership_role (MusterChange *change, World *world, GError **error)
{
  return muster_membership_table_set_role (change, MEMBER, "admin", TODAY, error);
}

static gboolean
membership_standing (MusterChange *change, World *world, GError **error)
{
  return muster_membership_table_set_standing (change, MEMBER, MUSTER_STANDING_LEAVE, TODAY,
                                               TODAY + 30, "travel", error);
}

static gboolean
next_message (gpointer data, MusterMessage *message, GError **error)
{
  guint *n = data;

  if ((*n)++ > 0)
    return FALSE;
  message->utc = (gint64) TODAY * 86400;
  message->sender_name = muster_span_of ("Ada");
  message->body = muster_span_of ("hello");
  return TRUE;
}

static gboolean
message_import (MusterChange *change, World *world, GError **error)
{
  MusterImport import = { .group = *GROUP, .kind = (char *) "chat" };
  MusterMessageBatch batch;
  guint8 secret[16] = { 0 };
  guint n = 0;

  return muster_import_table_insert (change, &import, error) &&
         muster_message_import_run (change, GROUP, &import.id, secret, FALSE, next_message, &n,
                                    &batch, error);
}

static gboolean
person_insert (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterPerson) person = muster_person_new ();
  MusterId id;

  muster_person_set (person, MUSTER_PERSON_NAME, "Cy");
  return muster_person_table_insert (change, person, &id, error);
}

static gboolean
person_set (MusterChange *change, World *world, GError **error)
{
  return muster_person_table_set (change, &world->person->id, MUSTER_PERSON_CITY, "Bern", error);
}

static gboolean
person_flags (MusterChange *change, World *world, GError **error)
{
  world->person->lost = TRUE;
  return muster_person_table_set_flags (change, world->person, error);
}

static gboolean
policy_set (MusterChange *change, World *world, GError **error)
{
  return muster_policy_set (change, GROUP, "silent-after", "P6M", TODAY, error);
}

static gboolean
sender_settle (MusterChange *change, World *world, GError **error)
{
  return muster_sender_table_settle (change, GROUP, "Ada", "member", MEMBER, error);
}

static gboolean
sign_delete (MusterChange *change, World *world, GError **error)
{
  return muster_sign_table_delete (change, MEMBER, "seen", TODAY - 1, NULL, error);
}

static gboolean
sign_set (MusterChange *change, World *world, GError **error)
{
  return muster_sign_table_set (change, MEMBER, "seen", TODAY, NULL, NULL, error);
}

static gboolean
snapshot_insert (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterSnapshot) snapshot = muster_snapshot_new ();

  snapshot->group = *GROUP;
  snapshot->taken_on = TODAY;
  g_ptr_array_add (snapshot->entries, muster_snapshot_entry_new ());
  return muster_snapshot_table_insert (change, snapshot, error);
}

static gboolean
snapshot_membership (MusterChange *change, World *world, GError **error)
{
  return muster_snapshot_table_set_membership (change, &world->snapshot->id, 0, MEMBER, error);
}

static const MutatorRow mutators[] = {
  { "muster_account_table_delete", account_delete },
  { "muster_account_table_insert", account_insert },
  { "muster_account_table_insert_new", account_insert_new },
  { "muster_account_table_move", account_move },
  { "muster_account_table_set_display_name", account_name },
  { "muster_coverage_table_insert", coverage_insert },
  { "muster_export_table_insert", export_insert },
  { "muster_field_revert", field_revert },
  { "muster_followup_exempt", followup_exempt },
  { "muster_followup_ignore", followup_ignore },
  { "muster_followup_mark_seen", followup_seen },
  { "muster_followup_remind", followup_remind },
  { "muster_followup_remove", followup_remove },
  { "muster_followup_rename", followup_rename },
  { "muster_followup_table_insert", followup_insert },
  { "muster_group_table_close", group_close },
  { "muster_group_table_insert", group_insert },
  { "muster_group_table_update", group_update },
  { "muster_import_table_insert", import_insert },
  { "muster_import_table_set_counts", import_counts },
  { "muster_membership_table_insert", membership_insert },
  { "muster_membership_table_set_details", membership_details },
  { "muster_membership_table_set_nickname", membership_nickname },
  { "muster_membership_table_set_role", membership_role },
  { "muster_membership_table_set_standing", membership_standing },
  { "muster_message_import_run", message_import },
  { "muster_person_table_insert", person_insert },
  { "muster_person_table_set", person_set },
  { "muster_person_table_set_flags", person_flags },
  { "muster_policy_set", policy_set },
  { "muster_sender_table_settle", sender_settle },
  { "muster_sign_table_delete", sign_delete },
  { "muster_sign_table_set", sign_set },
  { "muster_snapshot_table_insert", snapshot_insert },
  { "muster_snapshot_table_set_membership", snapshot_membership },
};

static gboolean
fill (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  World *world = data;
  g_autoptr (MusterGroup) group = muster_group_new (NULL, "g");
  MusterAccount account = { .platform = (char *) "wechat", .identifier = (char *) "wxid_a" };
  MusterId id;

  g_assert_true (muster_group_table_insert (change, group, &id, error));
  world->group = muster_group_new (&id, "g");
  world->person = muster_person_new ();
  muster_person_set (world->person, MUSTER_PERSON_NAME, "Ada");
  g_assert_true (muster_person_table_insert (change, world->person, &world->person->id, error));
  world->other = muster_person_new ();
  muster_person_set (world->other, MUSTER_PERSON_NAME, "Bob");
  g_assert_true (muster_person_table_insert (change, world->other, &world->other->id, error));
  world->membership = muster_membership_new ();
  world->membership->group = id;
  world->membership->person = world->person->id;
  world->membership->nickname = g_strdup ("ada");
  world->membership->nickname_from = 100;
  g_assert_true (
      muster_membership_table_insert (change, world->membership, &world->membership->id, error));
  account.person = world->person->id;
  g_assert_true (muster_account_table_insert (change, &account, &world->account, error));
  world->import.group = id;
  world->import.kind = (char *) "roster";
  g_assert_true (muster_import_table_insert (change, &world->import, error));
  world->snapshot = muster_snapshot_new ();
  world->snapshot->group = id;
  world->snapshot->taken_on = 100;
  g_ptr_array_add (world->snapshot->entries, muster_snapshot_entry_new ());
  g_assert_true (muster_sign_table_set (change, MEMBER, "seen", TODAY - 1, NULL, NULL, error));
  return mutators_fill_calendar (change, world, error) &&
         mutators_fill_rules (change, world, error) &&
         mutators_fill_violations (change, world, error) &&
         mutators_fill_notices (change, world, error) &&
         muster_snapshot_table_insert (change, world->snapshot, error);
}

static void
set_up (World *world, gconstpointer data)
{
  g_autofree char *id = NULL;

  world->folder = g_dir_make_tmp ("muster-mutators-XXXXXX", NULL);
  world->path = g_build_filename (world->folder, "muster.db", NULL);
  world->clock = muster_clock_new_fixed ((gint64) TODAY * 86400 * G_USEC_PER_SEC);
  world->store = muster_store_open (world->path, world->clock, NULL);
  g_assert_true (muster_store_write (world->store, "Fill", fill, world, NULL, NULL));
  id = muster_id_dup_text (&world->membership->id);
  world->finding = muster_finding_new ("introduction", MUSTER_SEVERITY_NOTICE);
  muster_finding_set_subject (world->finding, "member", id, "Ada", "ada");
}

static void
tear_down (World *world, gconstpointer data)
{
  g_assert_finalize_object (world->finding);
  muster_event_free (world->event);
  muster_task_free (world->task);
  muster_document_free (world->document);
  muster_edition_free (world->edition);
  g_assert_finalize_object (world->group);
  g_assert_finalize_object (world->store);
  g_assert_finalize_object (world->clock);
  muster_person_free (world->person);
  muster_person_free (world->other);
  muster_membership_free (world->membership);
  muster_snapshot_free (world->snapshot);
  g_assert_cmpint (g_unlink (world->path), ==, 0);
  g_assert_cmpint (g_rmdir (world->folder), ==, 0);
  g_free (world->path);
  g_free (world->folder);
  g_assert_cmpint (sqlite3_memory_used (), ==, 0);
}

/* The @ith row of this file, then of the files beside it; NULL behind the last. */
static const MutatorRow *
get_row (guint i)
{
  static const MutatorRow *(*const lists[]) (guint * out_n) = {
    mutators_list_calendar,
    mutators_list_notices,
    mutators_list_rules,
    mutators_list_violations,
  };

  if (i < G_N_ELEMENTS (mutators))
    return &mutators[i];
  i -= G_N_ELEMENTS (mutators);
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    {
      guint n;
      const MutatorRow *rows = lists[list](&n);

      if (i < n)
        return &rows[i];
      i -= n;
    }

  return NULL;
}

static void
append_table (World *world, const char *table, GString *out)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2, 3", table);
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_store_get_database (world->store, NULL), sql, NULL);
  sqlite3_stmt *statement = muster_query_get_statement (query);

  while (muster_query_next (query, NULL))
    {
      g_string_append_printf (out, "\n%s", table);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          gconstpointer blob = sqlite3_column_blob (statement, i);
          g_autofree char *hash =
              g_compute_checksum_for_data (G_CHECKSUM_MD5, blob != NULL ? blob : "",
                                           (gsize) sqlite3_column_bytes (statement, i));

          g_string_append_printf (out, " %s", hash);
        }
    }
}

/* All that a person would see: every shared row, and who wrote how much. */
static char *
dup_state (World *world)
{
  g_autoptr (GString) state = g_string_new (NULL);
  g_autoptr (GPtrArray) senders = NULL;
  guint n;
  const MusterSharedTable *tables = muster_schema_get_tables (&n);

  for (guint i = 0; i < n; i++)
    append_table (world, tables[i].name, state);
  append_table (world, "member_index", state);
  senders = muster_sender_table_list (muster_store_get_database (world->store, NULL),
                                      muster_group_get_id (world->group), MUSTER_DAY_NONE, NULL);
  for (guint i = 0; i < senders->len; i++)
    g_string_append (state, ((const MusterSender *) senders->pdata[i])->sender);
  return g_string_free (g_steal_pointer (&state), FALSE);
}

static void
check_history (World *world, const char *name)
{
  MusterDatabase *db = muster_store_get_database (world->store, NULL);
  g_autoptr (GPtrArray) entries = muster_journal_list (db, 0, 1, NULL);
  const MusterJournalEntry *entry = entries->pdata[0];
  g_autoptr (GPtrArray) cells = muster_journal_list_cells (db, &entry->id, 100, NULL);

  g_assert_cmpstr (entry->title, ==, name);
  g_assert_cmpint (entry->n_rows, >, 0);
  g_assert_cmpuint (cells->len, >, 0);
}

static void
test_mutator (World *world, gconstpointer data)
{
  const MutatorRow *row = data;
  g_autofree char *before = dup_state (world);
  g_autofree char *after = NULL, *undone = NULL, *redone = NULL;
  g_autoptr (MusterChange) change = muster_store_begin_change (world->store, row->name, NULL);
  g_autoptr (MusterUndoReport) undo = NULL;
  g_autoptr (MusterUndoReport) redo = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (row->run (change, world, &error));
  g_assert_no_error (error);
  g_assert_true (muster_change_commit (change, &error));
  g_clear_object (&change);
  after = dup_state (world);
  g_assert_cmpstr (after, !=, before);
  check_history (world, row->name);

  undo = muster_undo_last (world->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undo->n_edited + undo->n_used, ==, 0);
  undone = dup_state (world);
  g_assert_cmpstr (undone, ==, before);

  redo = muster_undo_redo (world->store, &error);
  g_assert_no_error (error);
  redone = dup_state (world);
  g_assert_cmpstr (redone, ==, after);
}

static void
note_mutators (const char *header, GHashTable *found)
{
  g_autofree char *text = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("(muster_\\w+)\\s\\(MusterChange \\*change,", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_true (g_file_get_contents (header, &text, NULL, NULL));
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_hash_table_add (found, g_match_info_fetch (match, 1));
}

/* Whoever adds a mutator adds a row above. */
static void
test_all_are_here (void)
{
  static const char *const folders[] = { "people", "activity", "calendar", "rules",
                                         "intake", "rollcall", "report" };
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "app", folders[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (dir)) != NULL)
        if (g_str_has_suffix (name, ".h"))
          {
            g_autofree char *header = g_build_filename (folder, name, NULL);

            note_mutators (header, found);
          }
    }

  for (guint i = 0; get_row (i) != NULL; i++)
    if (!g_hash_table_remove (found, get_row (i)->name))
      g_error ("%s is not declared anywhere", get_row (i)->name);
  if (g_hash_table_size (found) > 0)
    g_error ("%s has no row", (const char *) g_hash_table_get_keys_as_array (found, NULL)[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; get_row (i) != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/mutators/", get_row (i)->name, NULL);

      g_test_add (path, World, get_row (i), set_up, test_mutator, tear_down);
    }
  g_test_add_func ("/mutators/all-are-here", test_all_are_here);
  return g_test_run ();
}
