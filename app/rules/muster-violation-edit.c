/* muster-violation-edit.c - writing down violations, and what the keeper does about them
 *
 * Nothing is decided here but what the keeper says.  Whoever calls brings the
 * day and the author.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-edit"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-advertisement-table.h"
#include "muster-edition-table.h"
#include "muster-membership-table.h"
#include "muster-money.h"
#include "muster-violation-edit.h"
#include "muster-violation-table.h"

#define SECONDS_PER_MINUTE 60

/**
 * muster_violation_get_utc_offset:
 * @wall: a time on the clock of @zone
 *
 * Returns: the seconds by which that clock is ahead of UTC then
 */
int
muster_violation_get_utc_offset (GTimeZone *zone, gint64 wall)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_STANDARD, wall);

  return interval >= 0 ? g_time_zone_get_offset (zone, interval) : 0;
}

/* The newest edition that had been published when it happened; none is left none. */
static gboolean
find_edition (MusterDatabase *db, MusterViolation *violation, GError **error)
{
  g_autoptr (GPtrArray) editions = NULL;

  if (muster_id_is_none (&violation->document))
    return TRUE;
  editions = muster_edition_table_list (db, &violation->document, error);
  if (editions == NULL)
    return FALSE;

  for (guint i = 0; i < editions->len; i++)
    {
      const MusterEdition *edition = editions->pdata[i];

      if (muster_violation_is_under (violation, edition))
        violation->edition = edition->id;
    }
  return TRUE;
}

/**
 * muster_violation_record:
 * @violation: what to store; gets its id and the edition that was in force
 * @exhibits: (element-type MusterExhibit): the evidence; may be empty
 */
gboolean
muster_violation_record (MusterChange *change, MusterViolation *violation, GPtrArray *exhibits,
                         GError **error)
{
  if (!find_edition (muster_change_get_database (change), violation, error) ||
      !muster_violation_table_insert (change, violation, error))
    return FALSE;

  for (guint i = 0; i < exhibits->len; i++)
    {
      MusterExhibit *exhibit = exhibits->pdata[i];

      exhibit->violation = violation->id;
      if (!muster_exhibit_table_insert (change, exhibit, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
refuse (GError **error, const char *text)
{
  g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID, text);
  return FALSE;
}

/* Rulings come one after the other. */
static gboolean
check_day (const MusterViolationCase *self, MusterDay on, GError **error)
{
  if (on < muster_violation_get_day (self->violation))
    return refuse (error, _ ("That day lies before the violation."));
  if (self->rulings->len > 0 &&
      on < ((const MusterRuling *) self->rulings->pdata[self->rulings->len - 1])->ruled_on)
    return refuse (error, _ ("That day lies before the last entry of the violation’s history."));
  return TRUE;
}

/* What the keeper decided, checked against the ladder; texts of @ruling are filled. */
static gboolean
fill_ruling (const MusterViolationCase *self, const MusterProposal *proposal,
             const MusterDecision *decision, MusterRuling *ruling, GError **error)
{
  const MusterSanction *step;
  gboolean has_reason = decision->reason != NULL && *decision->reason != '\0';

  if (proposal->step == 0 && decision->step == 0 && decision->sanction == NULL)
    return refuse (error, proposal->text);
  if (proposal->step == 0 && !has_reason)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _ ("%s Give a reason to decide all the same."), proposal->text);
      return FALSE;
    }

  ruling->proposed = proposal->step;
  ruling->step = decision->step > 0 ? decision->step : proposal->step;
  if (decision->sanction != NULL)
    {
      MusterSanction sanction;

      if (!muster_sanction_parse (decision->sanction, &sanction, error))
        return FALSE;
      ruling->sanction = muster_sanction_dup_text (&sanction);
      return TRUE;
    }
  step = self->ladder != NULL ? muster_ladder_get_step (self->ladder, ruling->step) : NULL;
  if (step == NULL)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _ ("The ladder has no step %u."), ruling->step);
      return FALSE;
    }
  ruling->sanction = muster_sanction_dup_text (step);
  return TRUE;
}

static gboolean
book_sanction (MusterChange *change, const MusterViolation *violation,
               const MusterDecision *decision, const char *text, GError **error)
{
  static const struct
  {
    MusterSanctionKind sanction;
    MusterLedgerKind kind;
  } lines[] = { { MUSTER_SANCTION_FINE, MUSTER_LEDGER_FINE },
                { MUSTER_SANCTION_POINTS, MUSTER_LEDGER_POINTS } };
  MusterSanction sanction;

  if (!muster_sanction_parse (text, &sanction, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      MusterLedgerEntry entry = { .group = violation->group,
                                  .membership = violation->membership,
                                  .violation = violation->id,
                                  .kind = lines[i].kind,
                                  .amount = sanction.amounts[lines[i].sanction],
                                  .day = decision->on,
                                  .due_on = MUSTER_DAY_NONE,
                                  .author = (char *) decision->author };

      if (lines[i].kind == MUSTER_LEDGER_FINE)
        entry.due_on = decision->pay_by;
      if (sanction.has[lines[i].sanction] && !muster_ledger_table_insert (change, &entry, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * muster_violation_decide:
 * @out_ruling: (out) (transfer full) (optional): what was written down
 *
 * A fine and points also go into the ledger.
 */
gboolean
muster_violation_decide (MusterChange *change, const MusterId *violation,
                         const MusterDecision *decision, MusterRuling **out_ruling, GError **error)
{
  MusterDatabase *db = muster_change_get_database (change);
  g_autoptr (MusterViolationCase) self =
      muster_violation_case_load (db, violation, decision->on, error);
  g_autoptr (MusterRuling) ruling = muster_ruling_new (MUSTER_RULING_SANCTION);
  g_autoptr (MusterProposal) proposal = NULL;
  g_autoptr (GPtrArray) cases = NULL;

  if (self == NULL || !check_day (self, decision->on, error) ||
      !muster_violation_status_allows (&self->status, ruling->kind, error))
    return FALSE;
  if (decision->pay_by != MUSTER_DAY_NONE && decision->pay_by < decision->on)
    return refuse (error, _ ("A fine can’t be due before the day of the decision."));
  cases = muster_violation_case_list (db, &self->violation->group, decision->on, error);
  if (cases == NULL)
    return FALSE;

  proposal = muster_violation_propose (self, cases);
  ruling->violation = *violation;
  ruling->ruled_on = decision->on;
  ruling->reason = g_strdup (decision->reason);
  ruling->author = g_strdup (decision->author);
  if (!fill_ruling (self, proposal, decision, ruling, error) ||
      !muster_ruling_table_insert (change, ruling, error) ||
      !book_sanction (change, self->violation, decision, ruling->sanction, error))
    return FALSE;
  if (out_ruling != NULL)
    *out_ruling = g_steal_pointer (&ruling);
  return TRUE;
}

/* What is no longer a member's place stays in the roster, with the reason. */
static gboolean
carry_out (MusterChange *change, const MusterViolationCase *self, MusterRuling *ruling, gint64 at,
           GError **error)
{
  MusterSanction sanction;

  if (!muster_sanction_parse (self->status.decision->sanction, &sanction, error))
    return FALSE;
  if (sanction.has[MUSTER_SANCTION_MUTE])
    ruling->until_at = at + sanction.amounts[MUSTER_SANCTION_MUTE] * SECONDS_PER_MINUTE;
  if (sanction.has[MUSTER_SANCTION_REMOVE])
    {
      g_autofree char *reason = muster_violation_case_dup_clause (self);

      return muster_membership_table_set_standing (change, &self->violation->membership,
                                                   MUSTER_STANDING_REMOVED, ruling->ruled_on,
                                                   MUSTER_DAY_NONE, reason, error);
    }
  return TRUE;
}

/**
 * muster_violation_rule:
 * @ruling: of any kind but a decision on a sanction, with its day, reason and author
 * @at: wall clock: when a sanction was carried out: being muted is counted from it
 *
 * Carrying out a removal also notes in the roster that the member was removed.
 */
gboolean
muster_violation_rule (MusterChange *change, const MusterId *violation, MusterRuling *ruling,
                       gint64 at, GError **error)
{
  g_autoptr (MusterViolationCase) self = muster_violation_case_load (
      muster_change_get_database (change), violation, ruling->ruled_on, error);

  g_return_val_if_fail (ruling->kind != MUSTER_RULING_SANCTION, FALSE);

  if (self == NULL || !check_day (self, ruling->ruled_on, error) ||
      !muster_violation_status_allows (&self->status, ruling->kind, error))
    return FALSE;
  if (ruling->kind == MUSTER_RULING_CARRIED_OUT && !carry_out (change, self, ruling, at, error))
    return FALSE;

  ruling->violation = *violation;
  return muster_ruling_table_insert (change, ruling, error);
}

/**
 * muster_violation_read_balances:
 * @on: later lines are left out
 * @out_entries: (out) (transfer full) (element-type MusterLedgerEntry) (optional): the lines
 *
 * Returns: (transfer full) (element-type MusterLedgerBalance): how everybody stands
 */
GPtrArray *
muster_violation_read_balances (MusterDatabase *db, const MusterId *group, MusterDay on,
                                GPtrArray **out_entries, GError **error)
{
  g_autoptr (GPtrArray) cases = muster_violation_case_list (db, group, on, error);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GHashTable) void_violations = NULL;
  GPtrArray *balances;

  if (cases == NULL)
    return NULL;
  entries = muster_ledger_table_list (db, group, error);
  if (entries == NULL)
    return NULL;

  while (entries->len > 0 &&
         ((const MusterLedgerEntry *) entries->pdata[entries->len - 1])->day > on)
    g_ptr_array_remove_index (entries, entries->len - 1);
  void_violations = muster_violation_case_list_void (cases);
  balances = muster_ledger_balance (entries, void_violations);
  if (out_entries != NULL)
    *out_entries = g_steal_pointer (&entries);
  return balances;
}

/* Nobody pays what is not owed: that would be a slip of the pen. */
static gboolean
check_owed (MusterDatabase *db, const MusterLedgerEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) balances =
      muster_violation_read_balances (db, &entry->group, entry->day, NULL, error);
  g_autofree char *text = NULL;
  gint64 owed = 0;

  if (balances == NULL)
    return FALSE;
  for (guint i = 0; i < balances->len; i++)
    {
      const MusterLedgerBalance *balance = balances->pdata[i];

      if (muster_id_equal (&balance->membership, &entry->membership))
        owed = MAX (0, balance->owed);
    }
  if (entry->amount <= owed)
    return TRUE;

  text = muster_money_dup_text (owed);
  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
               _ ("That is more than the member owes on that day: %s."), text);
  return FALSE;
}

/**
 * muster_violation_book:
 * @entry: what to store; gets its id
 *
 * Refuses to take in or to waive more than is owed.
 */
gboolean
muster_violation_book (MusterChange *change, MusterLedgerEntry *entry, GError **error)
{
  gboolean settles = entry->kind == MUSTER_LEDGER_PAID || entry->kind == MUSTER_LEDGER_WAIVED;

  return (!settles || check_owed (muster_change_get_database (change), entry, error)) &&
         muster_ledger_table_insert (change, entry, error);
}

/**
 * muster_advertisement_decide:
 * @approve: else it is refused
 * @reason: (nullable): needed to refuse
 */
gboolean
muster_advertisement_decide (MusterChange *change, const MusterId *id, gboolean approve,
                             const char *reason, MusterDay on, const char *author, GError **error)
{
  g_autoptr (MusterAdvertisement) advertisement =
      muster_advertisement_table_load (muster_change_get_database (change), id, error);

  if (advertisement == NULL)
    return FALSE;
  if (advertisement->standing != MUSTER_ADVERTISEMENT_WAITING)
    return refuse (error, _ ("The request has already been decided."));
  if (on < advertisement->asked_on)
    return refuse (error, _ ("That day lies before the request."));

  advertisement->standing = approve ? MUSTER_ADVERTISEMENT_APPROVED : MUSTER_ADVERTISEMENT_REFUSED;
  advertisement->decided_on = on;
  g_free (advertisement->reason);
  advertisement->reason = g_strdup (reason);
  g_free (advertisement->author);
  advertisement->author = g_strdup (author);
  return muster_advertisement_table_update (change, advertisement, error);
}
