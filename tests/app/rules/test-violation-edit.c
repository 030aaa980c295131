/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "muster-advertisement-table.h"
#include "muster-binding-table.h"
#include "muster-clause-table.h"
#include "muster-document-table.h"
#include "muster-edition-table.h"
#include "muster-group-table.h"
#include "muster-membership-table.h"
#include "muster-person-table.h"
#include "muster-policy.h"
#include "muster-store.h"
#include "muster-violation-edit.h"
#include "muster-violation-table.h"

#define DAY 20000 /* the day on which edition 2 was published, at noon UTC */
#define TODAY (DAY + 10)
#define WALL(day, hour) ((day) *G_GINT64_CONSTANT (86400) + (hour) *3600)

typedef struct
{
  char *folder, *path;
  MusterClock *clock;
  MusterStore *store;
  MusterChange *change; /* open: a test writes and reads within it */
  MusterDatabase *db;
  MusterId group, membership, document, clause, editions[2];
} World;

static void
publish (World *world, guint number, MusterDay day, const char *text, gboolean has_clause)
{
  MusterEdition edition = { .document = world->document,
                            .number = number,
                            .title = (char *) "Rules",
                            .text = (char *) text,
                            .published_at = WALL (day, 12),
                            .published_on = day,
                            .material = TRUE };
  MusterClause clause = { world->clause, (char *) "3", (char *) text };

  g_assert_true (muster_edition_table_insert (world->change, &edition, NULL));
  world->editions[number - 1] = edition.id;
  if (has_clause)
    g_assert_true (muster_clause_table_set (world->change, &edition.id, &clause, 1, NULL));
}

static World *
world_new (void)
{
  World *world = g_new0 (World, 1);
  MusterGroup *group = muster_group_new (NULL, "Choir");
  g_autoptr (MusterPerson) person = muster_person_new ();
  g_autoptr (MusterMembership) membership = muster_membership_new ();
  MusterDocument document = { .title = (char *) "Rules" };

  world->folder = g_dir_make_tmp ("muster-violations-XXXXXX", NULL);
  world->path = g_build_filename (world->folder, "muster.db", NULL);
  world->clock = muster_clock_new_fixed (WALL (TODAY, 12) * G_USEC_PER_SEC);
  world->store = muster_store_open (world->path, world->clock, NULL);
  world->change = muster_store_begin_change (world->store, "Test", NULL);
  world->db = muster_change_get_database (world->change);
  g_assert_true (muster_group_table_insert (world->change, group, &world->group, NULL));
  g_assert_finalize_object (group);
  muster_person_set (person, MUSTER_PERSON_NAME, "Ada");
  g_assert_true (muster_person_table_insert (world->change, person, &membership->person, NULL));
  membership->group = world->group;
  membership->joined_on = DAY - 100;
  g_assert_true (
      muster_membership_table_insert (world->change, membership, &world->membership, NULL));
  document.group = world->group;
  g_assert_true (muster_document_table_insert (world->change, &document, NULL));
  world->document = document.id;
  world->clause = muster_change_new_id (world->change);
  publish (world, 1, DAY - 50, "No shouting.", TRUE);
  publish (world, 2, DAY, "No shouting, no singing.", TRUE);
  return world;
}

static void
world_free (World *world)
{
  g_autoptr (GDir) dir = g_dir_open (world->folder, 0, NULL);
  const char *name;

  muster_change_cancel (world->change);
  g_assert_finalize_object (world->change);
  g_assert_finalize_object (world->store);
  g_assert_finalize_object (world->clock);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (world->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (world->folder), ==, 0);
  g_free (world->path);
  g_free (world->folder);
  g_free (world);
  g_assert_cmpint (sqlite3_memory_used (), ==, 0);
}

/* With one piece of evidence. */
static MusterId
record (World *world, gint64 wall, gboolean all_day)
{
  g_autoptr (GPtrArray) exhibits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_exhibit_free);
  g_autoptr (MusterViolation) violation = muster_violation_new ();

  violation->group = world->group;
  violation->membership = world->membership;
  violation->document = world->document;
  violation->clause = world->clause;
  violation->happened_at = wall;
  violation->all_day = all_day;
  violation->reported_on = TODAY;
  g_ptr_array_add (exhibits, muster_exhibit_new (MUSTER_EXHIBIT_TEXT, "heard", NULL));
  g_assert_true (muster_violation_record (world->change, violation, exhibits, NULL));
  return violation->id;
}

static MusterViolationCase *
load (World *world, const MusterId *id)
{
  MusterViolationCase *self = muster_violation_case_load (world->db, id, TODAY, NULL);

  g_assert_nonnull (self);
  return self;
}

static gboolean
decide (World *world, const MusterId *id, guint step, const char *sanction, const char *reason,
        MusterRuling **out_ruling)
{
  const MusterDecision decision = { step, sanction, reason, TODAY, TODAY + 7, "keeper" };

  return muster_violation_decide (world->change, id, &decision, out_ruling, NULL);
}

static gboolean
rule (World *world, const MusterId *id, MusterRulingKind kind, MusterDay on)
{
  g_autoptr (MusterRuling) ruling = muster_ruling_new (kind);

  ruling->ruled_on = on;
  return muster_violation_rule (world->change, id, ruling, WALL (on, 10), NULL);
}

static void
test_edition (void)
{
  static const struct
  {
    const char *label;
    gint64 wall;
    gboolean all_day;
    guint number; /* 0: none */
  } rows[] = {
    { "before any", WALL (DAY - 51, 0), FALSE, 0 },
    { "under the first", WALL (DAY - 1, 0), FALSE, 1 },
    { "the same day, earlier", WALL (DAY, 11), FALSE, 1 },
    { "the same day, later", WALL (DAY, 13), FALSE, 2 },
    { "the same day, time unknown", WALL (DAY, 0), TRUE, 1 },
    { "the day after, time unknown", WALL (DAY + 1, 0), TRUE, 2 },
  };
  World *world = world_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterId id = record (world, rows[i].wall, rows[i].all_day);
      g_autoptr (MusterViolationCase) self = load (world, &id);

      g_test_message ("%s", rows[i].label);
      if (rows[i].number == 0)
        {
          g_assert_null (self->edition);
          g_assert_nonnull (self->later);
          g_assert_cmpstr (self->clause->text, ==, "No shouting.");
          continue;
        }
      g_assert_cmpint (self->edition->number, ==, rows[i].number);
      g_assert_cmpstr (self->clause->text, ==,
                       rows[i].number == 1 ? "No shouting." : "No shouting, no singing.");
    }
  world_free (world);
}

/* A later edition may change the clause or drop it: the violation keeps its own. */
static void
test_deleted_clause (void)
{
  World *world = world_new ();
  MusterId id = record (world, WALL (DAY - 1, 0), FALSE);
  MusterId editions[2] = { world->editions[0], world->editions[1] };
  g_autoptr (MusterViolationCase) self = NULL;

  publish (world, 2, DAY + 2, "Silence.", FALSE);
  g_assert_false (muster_id_equal (&editions[1], &world->editions[1]));
  self = load (world, &id);
  g_assert_cmpstr (self->clause->text, ==, "No shouting.");
  g_assert_true (muster_id_equal (&self->edition->id, &editions[0]));
  world_free (world);
}

static void
test_decide (void)
{
  World *world = world_new ();
  MusterId first = record (world, WALL (DAY + 1, 8), FALSE);
  MusterId second = record (world, WALL (DAY + 2, 8), FALSE);
  MusterId early = record (world, WALL (DAY - 60, 8), FALSE);
  g_autoptr (MusterRuling) proposed = NULL;
  g_autoptr (MusterRuling) other = NULL;
  g_autoptr (MusterRuling) ungrounded = NULL;

  g_assert_true (decide (world, &first, 0, NULL, NULL, &proposed));
  g_assert_cmpint (proposed->step, ==, 1);
  g_assert_cmpint (proposed->proposed, ==, 1);
  g_assert_cmpstr (proposed->sanction, ==, "private");
  g_assert_false (decide (world, &first, 0, NULL, NULL, NULL)); /* decided once */

  g_assert_false (decide (world, &second, 9, NULL, NULL, NULL)); /* no such step */
  g_assert_false (decide (world, &second, 2, "shout", NULL, NULL));
  g_assert_true (decide (world, &second, 3, NULL, "again", &other));
  g_assert_cmpint (other->step, ==, 3);
  g_assert_cmpint (other->proposed, ==, 2); /* it says so */

  g_assert_false (decide (world, &early, 0, NULL, "old", NULL));
  g_assert_false (decide (world, &early, 1, NULL, NULL, NULL));
  g_assert_false (decide (world, &early, 1, NULL, "", NULL));
  g_assert_true (decide (world, &early, 1, NULL, "an agreement", &ungrounded));
  g_assert_cmpint (ungrounded->proposed, ==, 0);
  world_free (world);
}

/* The clause's own ladder and expiry count, as they stood in its edition. */
static void
test_own_ladder (void)
{
  World *world = world_new ();
  g_autoptr (MusterBinding) ladder = muster_binding_new (&world->clause, MUSTER_BINDING_VIOLATION,
                                                         "ladder", "1 fine 50; 2 fine 100");
  g_autoptr (MusterBinding) expires =
      muster_binding_new (&world->clause, MUSTER_BINDING_VIOLATION, "violation-expires", "P10D");
  MusterId id = record (world, WALL (DAY + 1, 8), FALSE);
  MusterId old = record (world, WALL (DAY - 1, 8), FALSE);
  g_autoptr (MusterViolationCase) self = NULL;
  g_autoptr (MusterViolationCase) before = NULL;

  g_assert_true (muster_binding_table_set (world->change, &world->editions[1], ladder, NULL));
  g_assert_true (muster_binding_table_set (world->change, &world->editions[1], expires, NULL));
  self = load (world, &id);
  g_assert_true (self->own_ladder);
  g_assert_cmpint (muster_ladder_get_n_steps (self->ladder), ==, 2);
  g_assert_cmpint (self->status.expires_on, ==, DAY + 11);
  before = load (world, &old);
  g_assert_false (before->own_ladder);
  g_assert_cmpint (muster_ladder_get_n_steps (before->ladder), ==, 4);
  world_free (world);
}

static void
test_days (void)
{
  World *world = world_new ();
  MusterId id = record (world, WALL (DAY + 1, 8), FALSE);
  const MusterDecision early = { 0, NULL, NULL, DAY, MUSTER_DAY_NONE, NULL };
  const MusterDecision due = { 0, NULL, NULL, TODAY, TODAY - 1, NULL };

  g_assert_false (muster_violation_decide (world->change, &id, &early, NULL, NULL));
  g_assert_false (muster_violation_decide (world->change, &id, &due, NULL, NULL));
  g_assert_true (decide (world, &id, 0, NULL, NULL, NULL));
  g_assert_false (rule (world, &id, MUSTER_RULING_CARRIED_OUT, TODAY - 1));
  g_assert_true (rule (world, &id, MUSTER_RULING_CARRIED_OUT, TODAY));
  world_free (world);
}

static void
test_carried_out (void)
{
  World *world = world_new ();
  MusterId muted = record (world, WALL (DAY + 1, 8), FALSE);
  MusterId removed = record (world, WALL (DAY + 2, 8), FALSE);
  g_autoptr (MusterViolationCase) self = NULL;
  g_autoptr (MusterMembership) membership = NULL;

  g_assert_true (decide (world, &muted, 3, NULL, NULL, NULL));
  g_assert_true (rule (world, &muted, MUSTER_RULING_CARRIED_OUT, TODAY));
  self = load (world, &muted);
  g_assert_cmpint (self->status.state, ==, MUSTER_VIOLATION_MUTED);
  g_assert_cmpint (self->status.muted_until, ==, WALL (TODAY + 1, 10));

  g_assert_true (decide (world, &removed, 0, NULL, NULL, NULL)); /* step 4 comes after step 3 */
  membership = muster_membership_table_load (world->db, &world->membership, NULL);
  g_assert_cmpint (membership->standing, ==, MUSTER_STANDING_ACTIVE);
  g_clear_pointer (&membership, muster_membership_free);
  g_assert_true (rule (world, &removed, MUSTER_RULING_CARRIED_OUT, TODAY));
  membership = muster_membership_table_load (world->db, &world->membership, NULL);
  g_assert_cmpint (membership->standing, ==, MUSTER_STANDING_REMOVED);
  g_assert_cmpstr (membership->standing_reason, ==, "Rules, clause 3");
  world_free (world);
}

static const MusterLedgerBalance *
get_balance (World *world, GPtrArray **balances)
{
  g_clear_pointer (balances, g_ptr_array_unref);
  *balances = muster_violation_read_balances (world->db, &world->group, TODAY, NULL, NULL);
  g_assert_cmpint ((*balances)->len, ==, 1);
  return (*balances)->pdata[0];
}

static gboolean
book (World *world, MusterLedgerKind kind, gint64 amount)
{
  MusterLedgerEntry entry = { .group = world->group,
                              .membership = world->membership,
                              .kind = kind,
                              .amount = amount,
                              .day = TODAY,
                              .due_on = MUSTER_DAY_NONE };

  return muster_violation_book (world->change, &entry, NULL);
}

static void
test_ledger (void)
{
  World *world = world_new ();
  MusterId first = record (world, WALL (DAY + 1, 8), FALSE);
  MusterId second = record (world, WALL (DAY + 2, 8), FALSE);
  g_autoptr (GPtrArray) balances = NULL;

  g_assert_true (decide (world, &first, 1, "fine 50 + points 2", NULL, NULL));
  g_assert_true (decide (world, &second, 2, "fine 0.05", NULL, NULL));
  g_assert_cmpint (get_balance (world, &balances)->owed, ==, 5005);
  g_assert_cmpint (get_balance (world, &balances)->due_on, ==, TODAY + 7);
  g_assert_cmpint (get_balance (world, &balances)->points, ==, -2);

  g_assert_false (book (world, MUSTER_LEDGER_PAID, 5006));
  g_assert_false (book (world, MUSTER_LEDGER_WAIVED, 5006));
  g_assert_false (book (world, MUSTER_LEDGER_PAID, 0));
  g_assert_false (book (world, MUSTER_LEDGER_PAID, -5));
  g_assert_true (book (world, MUSTER_LEDGER_PAID, 5000));
  g_assert_true (book (world, MUSTER_LEDGER_REWARD, 5));
  g_assert_cmpint (get_balance (world, &balances)->owed, ==, 5);
  g_assert_cmpint (get_balance (world, &balances)->points, ==, 3);

  /* what was granted or withdrawn is owed no more; what was paid stays in hand */
  g_assert_true (rule (world, &first, MUSTER_RULING_APPEAL, TODAY));
  g_assert_true (rule (world, &first, MUSTER_RULING_GRANTED, TODAY));
  g_assert_cmpint (get_balance (world, &balances)->owed, ==, -4995);
  g_assert_cmpint (get_balance (world, &balances)->due_on, ==, MUSTER_DAY_NONE);
  g_assert_cmpint (get_balance (world, &balances)->points, ==, 5);
  world_free (world);
}

/* Lines as KIND AMOUNT DUE, in order. */
static void
test_due (void)
{
  static const struct
  {
    const char *label;
    const char *lines;
    MusterDay due;
  } rows[] = {
    { "one fine", "fine 50 7", 7 },
    { "paid", "fine 50 7, paid 50 0", MUSTER_DAY_NONE },
    { "paid in part", "fine 50 7, paid 49 0", 7 },
    { "the first is paid", "fine 50 7, fine 50 9, paid 50 0", 9 },
    { "waived and paid", "fine 50 7, waived 20 0, paid 30 0", MUSTER_DAY_NONE },
    { "no date", "fine 50 0", MUSTER_DAY_NONE },
    { "the later one is due first", "fine 50 9, fine 50 7", 7 },
    { "points", "points 5 0", MUSTER_DAY_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) entries =
          g_ptr_array_new_with_free_func ((GDestroyNotify) muster_ledger_entry_free);
      g_autoptr (GHashTable) none = g_hash_table_new (muster_id_hash, muster_id_equal);
      g_autoptr (GPtrArray) balances = NULL;
      g_auto (GStrv) lines = g_strsplit (rows[i].lines, ", ", -1);

      g_test_message ("%s", rows[i].label);
      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_auto (GStrv) words = g_strsplit (lines[j], " ", 3);
          MusterLedgerEntry *entry = muster_ledger_entry_new (MUSTER_LEDGER_FINE);

          g_assert_true (muster_ledger_kind_find (words[0], &entry->kind));
          entry->amount = atoi (words[1]);
          entry->due_on = atoi (words[2]) > 0 ? atoi (words[2]) : MUSTER_DAY_NONE;
          g_ptr_array_add (entries, entry);
        }
      balances = muster_ledger_balance (entries, none);
      g_assert_cmpint (((MusterLedgerBalance *) balances->pdata[0])->due_on, ==, rows[i].due);
    }
}

static void
test_bad_input (void)
{
  World *world = world_new ();
  g_autoptr (GPtrArray) exhibits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_exhibit_free);
  g_autoptr (MusterViolation) violation = muster_violation_new ();
  g_autofree char *endless = g_strnfill (MUSTER_VIOLATION_MAX_TEXT + 1, 'a');

  violation->group = world->group;
  violation->reported_on = TODAY;
  violation->happened_at = WALL (TODAY, 0);
  g_assert_false (muster_violation_record (world->change, violation, exhibits, NULL));
  violation->membership = world->membership;
  violation->happened_at = WALL (TODAY + 1, 0);
  g_assert_false (muster_violation_record (world->change, violation, exhibits, NULL));
  violation->happened_at = WALL (TODAY, 0);
  violation->summary = g_strdup (endless);
  g_assert_false (muster_violation_record (world->change, violation, exhibits, NULL));
  g_clear_pointer (&violation->summary, g_free);
  g_ptr_array_add (exhibits, muster_exhibit_new (MUSTER_EXHIBIT_TEXT, "", NULL));
  g_assert_false (muster_violation_record (world->change, violation, exhibits, NULL));
  g_ptr_array_set_size (exhibits, 0);
  g_ptr_array_add (exhibits, muster_exhibit_new (MUSTER_EXHIBIT_FILE, endless, NULL));
  g_assert_false (muster_violation_record (world->change, violation, exhibits, NULL));
  world_free (world);
}

static void
test_advertisements (void)
{
  World *world = world_new ();
  g_autoptr (MusterAdvertisement) asked = muster_advertisement_new ();
  g_autoptr (GPtrArray) list = NULL;
  const MusterAdvertisement *found;

  asked->group = world->group;
  asked->asked_on = TODAY;
  asked->person = g_strdup ("Bob");
  g_assert_false (muster_advertisement_table_insert (world->change, asked, NULL));
  asked->text = g_strdup ("Pianos");
  asked->proofs[MUSTER_ADVERTISEMENT_LICENCE] = g_strdup ("licence.pdf");
  asked->proofs[MUSTER_ADVERTISEMENT_REVIEWS] = g_strdup (" ");
  g_assert_true (muster_advertisement_table_insert (world->change, asked, NULL));
  g_assert_false (muster_advertisement_decide (world->change, &asked->id, TRUE, NULL, TODAY, NULL,
                                               NULL)); /* two proofs are missing */
  g_assert_false (
      muster_advertisement_decide (world->change, &asked->id, FALSE, NULL, TODAY, NULL, NULL));
  asked->proofs[MUSTER_ADVERTISEMENT_QUALIFICATION] = g_strdup ("diploma.pdf");
  g_free (asked->proofs[MUSTER_ADVERTISEMENT_REVIEWS]);
  asked->proofs[MUSTER_ADVERTISEMENT_REVIEWS] = g_strdup ("https://example.org/stars");
  g_assert_true (muster_advertisement_table_update (world->change, asked, NULL));
  g_assert_false (
      muster_advertisement_decide (world->change, &asked->id, TRUE, NULL, TODAY - 1, NULL, NULL));
  g_assert_true (
      muster_advertisement_decide (world->change, &asked->id, TRUE, NULL, TODAY, "keeper", NULL));
  g_assert_false (
      muster_advertisement_decide (world->change, &asked->id, FALSE, "no", TODAY, NULL, NULL));
  list = muster_advertisement_table_list (world->db, &world->group, NULL);
  found = list->pdata[0];
  g_assert_cmpint (found->standing, ==, MUSTER_ADVERTISEMENT_APPROVED);
  g_assert_cmpint (found->decided_on, ==, TODAY);
  g_assert_cmpstr (found->author, ==, "keeper");
  world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  muster_database_set_up_process ();
  g_test_add_func ("/violation-edit/edition", test_edition);
  g_test_add_func ("/violation-edit/deleted-clause", test_deleted_clause);
  g_test_add_func ("/violation-edit/decide", test_decide);
  g_test_add_func ("/violation-edit/own-ladder", test_own_ladder);
  g_test_add_func ("/violation-edit/days", test_days);
  g_test_add_func ("/violation-edit/carried-out", test_carried_out);
  g_test_add_func ("/violation-edit/ledger", test_ledger);
  g_test_add_func ("/violation-edit/due", test_due);
  g_test_add_func ("/violation-edit/bad-input", test_bad_input);
  g_test_add_func ("/violation-edit/advertisements", test_advertisements);
  return g_test_run ();
}
