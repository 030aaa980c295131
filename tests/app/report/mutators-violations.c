/* mutators-violations.c - the mutators of violations, of the ledger and of advertisements
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mutators.h"

#include "muster-advertisement-table.h"
#include "muster-violation-edit.h"
#include "muster-violation-table.h"

#define NOON 43200

static MusterViolation *
new_violation (World *world)
{
  MusterViolation *violation = muster_violation_new ();

  violation->group = *GROUP;
  violation->membership = *MEMBER;
  violation->document = world->document->id;
  violation->clause = world->clause;
  violation->happened_at = (gint64) (TODAY - 1) * 86400 + NOON;
  violation->reported_on = TODAY;
  violation->summary = g_strdup ("Silent.");
  return violation;
}

static gboolean
violation_insert (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterViolation) violation = new_violation (world);

  return muster_violation_table_insert (change, violation, error);
}

static gboolean
violation_record (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterViolation) violation = new_violation (world);
  g_autoptr (GPtrArray) exhibits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_exhibit_free);

  g_ptr_array_add (exhibits, muster_exhibit_new (MUSTER_EXHIBIT_FILE, "shot.png", "phone"));
  return muster_violation_record (change, violation, exhibits, error);
}

static gboolean
violation_decide (MusterChange *change, World *world, GError **error)
{
  const MusterDecision decision = {
    2, "named + fine 50 + points 1", "again", TODAY, TODAY + 7, "k"
  };

  return muster_violation_decide (change, &world->violation, &decision, NULL, error);
}

static gboolean
violation_rule (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterRuling) ruling = muster_ruling_new (MUSTER_RULING_WITHDRAWN);

  ruling->ruled_on = TODAY;
  return muster_violation_rule (change, &world->violation, ruling, 0, error);
}

static gboolean
violation_book (MusterChange *change, World *world, GError **error)
{
  MusterLedgerEntry entry = { .group = *GROUP,
                              .membership = *MEMBER,
                              .kind = MUSTER_LEDGER_PAID,
                              .amount = 4000,
                              .day = TODAY,
                              .due_on = MUSTER_DAY_NONE };

  return muster_violation_book (change, &entry, error);
}

static gboolean
exhibit_insert (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterExhibit) exhibit =
      muster_exhibit_new (MUSTER_EXHIBIT_MESSAGE, "hello", "qq.txt");

  exhibit->violation = world->violation;
  exhibit->happened_at = 5;
  return muster_exhibit_table_insert (change, exhibit, error);
}

static gboolean
ruling_insert (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterRuling) ruling = muster_ruling_new (MUSTER_RULING_DISMISSED);

  ruling->violation = world->violation;
  ruling->ruled_on = TODAY;
  return muster_ruling_table_insert (change, ruling, error);
}

static gboolean
ledger_insert (MusterChange *change, World *world, GError **error)
{
  MusterLedgerEntry entry = { .group = *GROUP,
                              .membership = *MEMBER,
                              .kind = MUSTER_LEDGER_REWARD,
                              .amount = 3,
                              .day = TODAY,
                              .due_on = MUSTER_DAY_NONE };

  return muster_ledger_table_insert (change, &entry, error);
}

static MusterAdvertisement *
new_advertisement (World *world)
{
  MusterAdvertisement *advertisement = muster_advertisement_new ();

  advertisement->group = *GROUP;
  advertisement->person = g_strdup ("Bob");
  advertisement->text = g_strdup ("Pianos");
  advertisement->asked_on = TODAY - 1;
  return advertisement;
}

static gboolean
advertisement_insert (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterAdvertisement) advertisement = new_advertisement (world);

  return muster_advertisement_table_insert (change, advertisement, error);
}

static gboolean
advertisement_update (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterAdvertisement) advertisement = new_advertisement (world);

  advertisement->id = world->advertisement;
  advertisement->proofs[MUSTER_ADVERTISEMENT_LICENCE] = g_strdup ("licence.pdf");
  return muster_advertisement_table_update (change, advertisement, error);
}

static gboolean
advertisement_decide (MusterChange *change, World *world, GError **error)
{
  return muster_advertisement_decide (change, &world->advertisement, FALSE, "no", TODAY, "k",
                                      error);
}

static const MutatorRow rows[] = {
  { "muster_advertisement_decide", advertisement_decide },
  { "muster_advertisement_table_insert", advertisement_insert },
  { "muster_advertisement_table_update", advertisement_update },
  { "muster_exhibit_table_insert", exhibit_insert },
  { "muster_ledger_table_insert", ledger_insert },
  { "muster_ruling_table_insert", ruling_insert },
  { "muster_violation_book", violation_book },
  { "muster_violation_decide", violation_decide },
  { "muster_violation_record", violation_record },
  { "muster_violation_rule", violation_rule },
  { "muster_violation_table_insert", violation_insert },
};

/**
 * mutators_list_violations:
 *
 * Returns: the mutators of violations, of the ledger and of advertisements
 */
const MutatorRow *
mutators_list_violations (guint *out_n)
{
  *out_n = G_N_ELEMENTS (rows);
  return rows;
}

/**
 * mutators_fill_violations:
 *
 * Writes a violation with evidence, a fine of 50, and a request to advertise.
 */
gboolean
mutators_fill_violations (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterViolation) violation = new_violation (world);
  g_autoptr (MusterAdvertisement) advertisement = new_advertisement (world);
  g_autoptr (GPtrArray) exhibits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_exhibit_free);
  MusterLedgerEntry entry = { .group = *GROUP,
                              .membership = *MEMBER,
                              .kind = MUSTER_LEDGER_FINE,
                              .amount = 5000,
                              .day = TODAY - 1,
                              .due_on = TODAY + 6 };

  g_ptr_array_add (exhibits, muster_exhibit_new (MUSTER_EXHIBIT_TEXT, "heard", NULL));
  if (!muster_violation_record (change, violation, exhibits, error) ||
      !muster_ledger_table_insert (change, &entry, error) ||
      !muster_advertisement_table_insert (change, advertisement, error))
    return FALSE;
  world->violation = violation->id;
  world->advertisement = advertisement->id;
  return TRUE;
}
