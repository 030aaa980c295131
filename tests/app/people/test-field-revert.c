/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "muster-field-revert.h"
#include "muster-group-table.h"
#include "muster-membership-table.h"
#include "muster-person-table.h"
#include "muster-query.h"
#include "muster-store.h"
#include "muster-undo.h"

#define TODAY 20778 /* 2026-11-21 */

typedef struct
{
  char *folder, *path;
  MusterClock *clock;
  MusterStore *store;
  MusterGroup *group;
  MusterId person, membership;
} Fixture;

typedef gboolean (*Step) (MusterChange *change, Fixture *fixture, GError **error);

typedef struct
{
  Fixture *fixture;
  Step step;
  const MusterJournalCell *cell;
} Work;

static gboolean
fill (MusterChange *change, Fixture *fixture, GError **error)
{
  g_autoptr (MusterGroup) group = muster_group_new (NULL, "同学");
  g_autoptr (MusterPerson) person = muster_person_new ();
  g_autoptr (MusterMembership) membership = muster_membership_new ();

  muster_person_set (person, MUSTER_PERSON_NAME, "张三");
  membership->nickname = g_strdup ("旧名片");
  membership->joined_on = TODAY - 100;
  return muster_group_table_insert (change, group, &membership->group, error) &&
         muster_person_table_insert (change, person, &fixture->person, error) &&
         (membership->person = fixture->person, TRUE) &&
         muster_membership_table_insert (change, membership, &fixture->membership, error) &&
         (fixture->group = muster_group_table_load (muster_change_get_database (change),
                                                    &membership->group, error)) != NULL;
}

static gboolean
run_step (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;

  return work->cell != NULL ? muster_field_revert (change, work->cell, TODAY, error)
                            : work->step (change, work->fixture, error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  Work work = { fixture, fill, NULL };

  fixture->folder = g_dir_make_tmp ("muster-revert-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "muster.db", NULL);
  fixture->clock = muster_clock_new_fixed ((gint64) TODAY * 86400 * G_USEC_PER_SEC);
  fixture->store = muster_store_open (fixture->path, fixture->clock, NULL);
  g_assert_true (muster_store_write (fixture->store, "Fill", run_step, &work, NULL, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->group);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->clock);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gboolean
edit_name (MusterChange *change, Fixture *fixture, GError **error)
{
  return muster_person_table_set (change, &fixture->person, MUSTER_PERSON_NAME, "张叁", error);
}

static gboolean
edit_name_again (MusterChange *change, Fixture *fixture, GError **error)
{
  return muster_person_table_set (change, &fixture->person, MUSTER_PERSON_NAME, "张弎", error);
}

static gboolean
edit_nickname (MusterChange *change, Fixture *fixture, GError **error)
{
  return muster_membership_table_set_nickname (change, &fixture->membership, "新名片", TODAY,
                                               error);
}

static gboolean
edit_details (MusterChange *change, Fixture *fixture, GError **error)
{
  g_autoptr (MusterMembership) membership = muster_membership_table_load (
      muster_change_get_database (change), &fixture->membership, error);

  membership->joined_on = TODAY;
  membership->required = TRUE;
  return muster_membership_table_set_details (change, membership, error);
}

static gboolean
edit_standing (MusterChange *change, Fixture *fixture, GError **error)
{
  return muster_membership_table_set_standing (change, &fixture->membership, MUSTER_STANDING_LEFT,
                                               TODAY, MUSTER_DAY_NONE, "gone", error);
}

static gboolean
edit_group (MusterChange *change, Fixture *fixture, GError **error)
{
  muster_group_set_name (fixture->group, "老同学");
  muster_group_set_capacity (fixture->group, 200);
  return muster_group_table_update (change, fixture->group, error);
}

static MusterJournalCell *
find_cell (GPtrArray *cells, const char *column)
{
  for (guint i = 0; i < cells->len; i++)
    if (g_strcmp0 (((MusterJournalCell *) cells->pdata[i])->column, column) == 0 &&
        muster_field_can_revert (cells->pdata[i]))
      return cells->pdata[i];

  return NULL;
}

static GPtrArray *
list_newest_cells (MusterDatabase *db)
{
  g_autoptr (GPtrArray) entries = muster_journal_list (db, 0, 1, NULL);
  GPtrArray *cells =
      muster_journal_list_cells (db, &((MusterJournalEntry *) entries->pdata[0])->id, 100, NULL);

  g_assert_nonnull (cells);
  return cells;
}

static void
test_revert (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *label;
    Step edit;
    const char *column;
    Step later; /* NULL: none */
    const char *sql;
    const char *expected; /* NULL: refused */
  } rows[] = {
    { "a person's field", edit_name, "name", NULL, "SELECT name FROM persons", "张三" },
    { "a nickname", edit_nickname, "nickname", NULL, "SELECT nickname FROM memberships", "旧名片" },
    { "a day, and not the flag beside it", edit_details, "joined_on", NULL,
      "SELECT joined_on || '/' || required FROM memberships", "20678/1" },
    { "a flag, and not the day beside it", edit_details, "required", NULL,
      "SELECT joined_on || '/' || required FROM memberships", "20778/0" },
    { "a standing", edit_standing, "standing", NULL, "SELECT standing FROM memberships", "active" },
    { "a group's name, and not its capacity", edit_group, "name", NULL,
      "SELECT name || '/' || capacity FROM groups", "同学/200" },
    { "a number", edit_group, "capacity", NULL, "SELECT name || '/' || capacity FROM groups",
      "老同学/0" },
    { "edited since", edit_name, "name", edit_name_again, "SELECT name FROM persons", NULL },
  };
  MusterDatabase *db = muster_store_get_database (fixture->store, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Work edit = { fixture, rows[i].edit, NULL };
      Work later = { fixture, rows[i].later, NULL };
      Work revert = { fixture, NULL, NULL };
      g_autoptr (GPtrArray) cells = NULL;
      g_autoptr (GError) error = NULL;
      guint n_changes = rows[i].later != NULL ? 2 : 1;

      g_test_message ("%s", rows[i].label);
      g_assert_true (muster_store_write (fixture->store, "Edit", run_step, &edit, NULL, NULL));
      cells = list_newest_cells (db);
      revert.cell = find_cell (cells, rows[i].column);
      g_assert_nonnull (revert.cell);
      if (rows[i].later != NULL)
        g_assert_true (muster_store_write (fixture->store, "Edit", run_step, &later, NULL, NULL));

      g_assert_cmpint (
          muster_store_write (fixture->store, "Revert", run_step, &revert, NULL, &error), ==,
          rows[i].expected != NULL);
      if (rows[i].expected != NULL)
        {
          g_autoptr (MusterQuery) query = muster_query_new (db, rows[i].sql, NULL);

          g_assert_true (muster_query_next (query, NULL));
          g_assert_cmpstr (muster_query_get_text (query, 0), ==, rows[i].expected);
          n_changes++;
        }
      else
        {
          g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOTHING);
        }
      for (; n_changes > 0; n_changes--)
        {
          g_autoptr (MusterUndoReport) report = muster_undo_last (fixture->store, NULL);

          g_assert_nonnull (report);
        }
      muster_group_set_name (fixture->group, "同学");
      muster_group_set_capacity (fixture->group, 0);
    }
}

/* The rows of a new person are undone with their change, not field by field. */
static void
test_not_reverted (Fixture *fixture, gconstpointer data)
{
  MusterDatabase *db = muster_store_get_database (fixture->store, NULL);
  g_autoptr (GPtrArray) cells = list_newest_cells (db);

  g_assert_cmpuint (cells->len, >, 0);
  for (guint i = 0; i < cells->len; i++)
    g_assert_false (muster_field_can_revert (cells->pdata[i]));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *table;
    const MusterId *row;
    const char *expected;
  } rows[] = {
    { "persons", &fixture->person, "张三" },
    { "memberships", &fixture->membership, "张三" },
    { "membership_history", &fixture->membership, "张三" },
    { "groups", muster_group_get_id (fixture->group), "同学" },
    { "policies", muster_group_get_id (fixture->group), "同学" },
    { "imports", &fixture->person, NULL },
    { "persons", &fixture->membership, NULL },
  };
  MusterDatabase *db = muster_store_get_database (fixture->store, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = muster_field_dup_row_name (db, rows[i].table, rows[i].row);

      g_assert_cmpstr (name, ==, rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/field-revert/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("revert", test_revert);
  ADD ("not-reverted", test_not_reverted);
  ADD ("names", test_names);
  return g_test_run ();
}
