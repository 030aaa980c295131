/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "muster-journal.h"
#include "muster-query.h"
#include "muster-undo.h"

/* A script of steps on one store.  SQL runs inside a change of its own; "undo"
 * and "redo" are what they say.  After each step the groups' names are compared. */
typedef struct
{
  const char *step;
  const char *names;
  const char *report; /* of undo and redo; NULL: there is nothing to do */
} Step;

typedef struct
{
  const char *label;
  Step steps[8];
} Script;

#define A "x'00000000000000000000000000000001'"
#define B "x'00000000000000000000000000000002'"
#define ADD_A "INSERT INTO groups (id, name) VALUES (" A ", 'a')"
#define ADD_B "INSERT INTO groups (id, name) VALUES (" B ", 'b')"

static const Script scripts[] = {
  { "insert", { { ADD_A, "a", NULL }, { "undo", "", "Undone: t" }, { "redo", "a", "Redone: t" } } },
  { "update",
    { { ADD_A, "a", NULL },
      { "UPDATE groups SET name = 'z'", "z", NULL },
      { "undo", "a", "Undone: t" },
      { "undo", "", "Undone: t" },
      { "redo", "a", "Redone: t" },
      { "redo", "z", "Redone: t" },
      { "redo", "z", NULL } } },
  { "delete",
    { { ADD_A, "a", NULL },
      { "DELETE FROM groups", "", NULL },
      { "undo", "a", "Undone: t" },
      { "redo", "", "Redone: t" } } },
  { "nothing left", { { ADD_A, "a", NULL }, { "undo", "", "Undone: t" }, { "undo", "", NULL } } },
  { "an edit ends redo",
    { { ADD_A, "a", NULL },
      { "undo", "", "Undone: t" },
      { ADD_B, "b", NULL },
      { "redo", "b", NULL } } },
  { "edited since is kept",
    { { ADD_A ";" ADD_B, "a b", NULL },
      { "UPDATE groups SET name = 'z' WHERE id = " A, "b z", NULL },
      { "undo first", "z", "t: 1 of 2 undone; 1 kept because it was edited later" } } },
  { "another cell edited since does not matter",
    { { ADD_A, "a", NULL },
      { "UPDATE groups SET name = 'z'", "z", NULL },
      { "UPDATE groups SET purpose = 'p'", "z", NULL },
      { "undo second", "a", "Undone: t" } } },
  { "used since is kept",
    { { ADD_A ";" ADD_B, "a b", NULL },
      { "INSERT INTO memberships (id, group_id) VALUES (" A ", " A ")", "a b", NULL },
      { "undo first", "a", "t: 1 of 2 undone; 1 kept because later entries need it" } } },
  { "used within the same change goes",
    { { ADD_A "; INSERT INTO memberships (id, group_id) VALUES (" A ", " A ")", "a", NULL },
      { "undo", "", "Undone: t" },
      { "redo", "a", "Redone: t" } } },
  { "a row that stays keeps what it needs",
    { { ADD_A "; INSERT INTO memberships (id, group_id) VALUES (" A ", " A ")", "a", NULL },
      { "UPDATE memberships SET nickname = 'n'", "a", NULL },
      { "undo first", "a",
        "t: 0 of 2 undone; 1 kept because it was edited later; 1 kept because later entries need "
        "it" } } },
  { "twice",
    { { ADD_A, "a", NULL },
      { ADD_B, "a b", NULL },
      { "undo first", "b", "Undone: t" },
      { "undo first", "b", NULL } } },
};

static char *
dup_names (MusterStore *store)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_store_get_database (store, NULL),
      "SELECT ifnull (group_concat (name, ' '), '') FROM (SELECT name FROM groups ORDER BY name)",
      NULL);

  g_assert_true (muster_query_next (query, NULL));
  return muster_query_dup_text (query, 0);
}

static MusterUndoReport *
undo_nth (MusterStore *store, guint from_first, GError **error)
{
  g_autoptr (GPtrArray) entries =
      muster_journal_list (muster_store_get_database (store, NULL), 0, 100, error);
  MusterJournalEntry *entry;

  g_assert_nonnull (entries);
  entry = entries->pdata[entries->len - 1 - from_first];
  return muster_undo_change (store, &entry->id, error);
}

static void
run_step (MusterStore *store, const Step *step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterUndoReport) report = NULL;
  g_autofree char *text = NULL;

  if (g_str_equal (step->step, "undo"))
    report = muster_undo_last (store, &error);
  else if (g_str_equal (step->step, "redo"))
    report = muster_undo_redo (store, &error);
  else if (g_str_equal (step->step, "undo first"))
    report = undo_nth (store, 0, &error);
  else if (g_str_equal (step->step, "undo second"))
    report = undo_nth (store, 1, &error);
  else
    {
      g_autoptr (MusterChange) change = muster_store_begin_change (store, "t", &error);

      g_assert_no_error (error);
      g_assert_true (
          muster_database_exec (muster_change_get_database (change), step->step, &error));
      g_assert_true (muster_change_commit (change, &error));
      return;
    }

  if (step->report == NULL)
    {
      g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOTHING);
      return;
    }
  g_assert_no_error (error);
  text = muster_undo_report_dup_text (report);
  g_assert_cmpstr (text, ==, step->report);
}

static void
test_script (gconstpointer data)
{
  const Script *script = data;
  g_autofree char *folder = g_dir_make_tmp ("muster-undo-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "muster.db", NULL);
  MusterClock *clock = muster_clock_new_fixed ((gint64) 1795262400 * G_USEC_PER_SEC);
  MusterStore *store = muster_store_open (path, clock, NULL);

  for (const Step *step = script->steps; step->step != NULL; step++)
    {
      g_autofree char *names = NULL;

      g_test_message ("%s: %s", script->label, step->step);
      run_step (store, step);
      names = dup_names (store);
      g_assert_cmpstr (names, ==, step->names);
    }

  g_assert_finalize_object (store);
  g_assert_finalize_object (clock);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (sqlite3_memory_used (), ==, 0);
}

/* More rows than one part holds, some of them changed again in a later part. */
static void
test_parts (void)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-undo-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "muster.db", NULL);
  MusterClock *clock = muster_clock_new_fixed ((gint64) 1795262400 * G_USEC_PER_SEC);
  MusterStore *store = muster_store_open (path, clock, NULL);
  g_autoptr (MusterChange) change = muster_store_begin_change (store, "t", NULL);
  g_autoptr (MusterUndoReport) report = NULL;
  gint64 n = 0, parts = 0;

  muster_change_set_part_size (change, 500);
  for (int i = 0; i < 120; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "WITH RECURSIVE c (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM c WHERE i < 10) "
          "INSERT INTO persons (id, name) "
          "SELECT CAST (printf ('%%016d', %d * 10 + i) AS BLOB), 'p' || i FROM c",
          i);

      g_assert_true (muster_database_exec (muster_change_get_database (change), sql, NULL));
      g_assert_true (muster_change_breathe (change, NULL));
    }
  g_assert_true (muster_database_exec (muster_change_get_database (change),
                                       "UPDATE persons SET name = 'q' WHERE name = 'p7'", NULL));
  g_assert_true (muster_change_commit (change, NULL));
  g_clear_object (&change);

  g_assert_true (muster_database_read_int (muster_store_get_database (store, NULL),
                                           "SELECT count(*) FROM change_parts", &parts, NULL));
  g_assert_cmpint (parts, ==, 3);
  report = muster_undo_last (store, NULL);
  g_assert_nonnull (report);
  g_assert_cmpint (report->n_edited, ==, 0);
  g_assert_true (muster_database_read_int (muster_store_get_database (store, NULL),
                                           "SELECT count(*) FROM persons", &n, NULL));
  g_assert_cmpint (n, ==, 0);
  g_clear_pointer (&report, muster_undo_report_free);
  report = muster_undo_redo (store, NULL);
  g_assert_nonnull (report);
  g_assert_true (muster_database_read_int (muster_store_get_database (store, NULL),
                                           "SELECT count(*) FROM persons WHERE name = 'q'", &n,
                                           NULL));
  g_assert_cmpint (n, ==, 120);

  g_assert_finalize_object (store);
  g_assert_finalize_object (clock);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_strconcat ("/undo/", scripts[i].label, NULL);

      g_strdelimit (path, " ", '-');
      g_test_add_data_func (path, &scripts[i], test_script);
    }
  g_test_add_func ("/undo/parts", test_parts);
  return g_test_run ();
}
