/* muster-ledger.c - fines and points: what the lines of the ledger come to
 *
 * No amount is ever a floating-point number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-ledger"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-ledger.h"
#include "muster-money.h"

static const struct
{
  const char *key;
  const char *title;
} kinds[MUSTER_N_LEDGER_KINDS] = {
  [MUSTER_LEDGER_FINE] = { "fine", N_ ("Fine") },
  [MUSTER_LEDGER_PAID] = { "paid", N_ ("Paid") },
  [MUSTER_LEDGER_WAIVED] = { "waived", N_ ("Waived") },
  [MUSTER_LEDGER_POINTS] = { "points", N_ ("Penalty points") },
  [MUSTER_LEDGER_REWARD] = { "reward", N_ ("Reward points") },
};

MusterLedgerEntry *
muster_ledger_entry_new (MusterLedgerKind kind)
{
  MusterLedgerEntry *self = g_new0 (MusterLedgerEntry, 1);

  self->kind = kind;
  self->due_on = MUSTER_DAY_NONE;
  return self;
}

void
muster_ledger_entry_free (MusterLedgerEntry *self)
{
  g_free (self->note);
  g_free (self->author);
  g_free (self);
}

const char *
muster_ledger_kind_get_key (MusterLedgerKind kind)
{
  return kinds[kind].key;
}

/**
 * muster_ledger_kind_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_ledger_kind_get_title (MusterLedgerKind kind)
{
  return _ (kinds[kind].title);
}

gboolean
muster_ledger_kind_find (const char *key, MusterLedgerKind *out_kind)
{
  for (guint i = 0; i < MUSTER_N_LEDGER_KINDS; i++)
    if (g_strcmp0 (kinds[i].key, key) == 0)
      {
        *out_kind = (MusterLedgerKind) i;
        return TRUE;
      }

  return FALSE;
}

gboolean
muster_ledger_kind_is_money (MusterLedgerKind kind)
{
  return kind == MUSTER_LEDGER_FINE || kind == MUSTER_LEDGER_PAID || kind == MUSTER_LEDGER_WAIVED;
}

/**
 * muster_ledger_kind_dup_amount:
 *
 * Returns: (transfer full): 50.00 of money, 2 of points
 */
char *
muster_ledger_kind_dup_amount (MusterLedgerKind kind, gint64 amount)
{
  return muster_ledger_kind_is_money (kind) ? muster_money_dup_text (amount)
                                            : g_strdup_printf ("%" G_GINT64_FORMAT, amount);
}

static MusterLedgerBalance *
find_balance (GPtrArray *balances, GHashTable *by_member, const MusterId *membership)
{
  MusterLedgerBalance *balance = g_hash_table_lookup (by_member, membership);

  if (balance != NULL)
    return balance;

  balance = g_new0 (MusterLedgerBalance, 1);
  balance->membership = *membership;
  balance->due_on = MUSTER_DAY_NONE;
  g_hash_table_insert (by_member, &balance->membership, balance);
  g_ptr_array_add (balances, balance);
  return balance;
}

static void
add_entry (MusterLedgerBalance *balance, const MusterLedgerEntry *entry)
{
  switch (entry->kind)
    {
    case MUSTER_LEDGER_FINE:
      balance->fined += entry->amount;
      break;
    case MUSTER_LEDGER_PAID:
      balance->paid += entry->amount;
      break;
    case MUSTER_LEDGER_WAIVED:
      balance->waived += entry->amount;
      break;
    case MUSTER_LEDGER_POINTS:
      balance->penalties += entry->amount;
      break;
    case MUSTER_LEDGER_REWARD:
      balance->rewards += entry->amount;
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A fine or points of a violation that was taken back; money that came in stays. */
static gboolean
is_void (const MusterLedgerEntry *entry, GHashTable *void_violations)
{
  return (entry->kind == MUSTER_LEDGER_FINE || entry->kind == MUSTER_LEDGER_POINTS) &&
         g_hash_table_contains (void_violations, &entry->violation);
}

/* What came in pays the fines one after the other, as they were given. */
static void
set_due (GPtrArray *entries, GHashTable *void_violations, GHashTable *by_member)
{
  g_autoptr (GHashTable) fined =
      g_hash_table_new_full (muster_id_hash, muster_id_equal, NULL, g_free);

  for (guint i = 0; i < entries->len; i++)
    {
      MusterLedgerEntry *entry = entries->pdata[i];
      MusterLedgerBalance *balance = g_hash_table_lookup (by_member, &entry->membership);
      gint64 *so_far = g_hash_table_lookup (fined, &entry->membership);

      if (entry->kind != MUSTER_LEDGER_FINE || is_void (entry, void_violations))
        continue;
      if (so_far == NULL)
        {
          so_far = g_new0 (gint64, 1);
          g_hash_table_insert (fined, &entry->membership, so_far);
        }
      *so_far += entry->amount;
      if (*so_far > balance->paid + balance->waived && entry->due_on != MUSTER_DAY_NONE &&
          (balance->due_on == MUSTER_DAY_NONE || entry->due_on < balance->due_on))
        balance->due_on = entry->due_on;
    }
}

/**
 * muster_ledger_balance:
 * @entries: (element-type MusterLedgerEntry): the oldest first
 * @void_violations: ids of those of which nothing follows any more: their fines and points do not
 *   count
 *
 * Returns: (transfer full) (element-type MusterLedgerBalance): of everybody with a line
 */
GPtrArray *
muster_ledger_balance (GPtrArray *entries, GHashTable *void_violations)
{
  GPtrArray *balances = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) by_member = g_hash_table_new (muster_id_hash, muster_id_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      const MusterLedgerEntry *entry = entries->pdata[i];
      MusterLedgerBalance *balance = find_balance (balances, by_member, &entry->membership);

      if (!is_void (entry, void_violations))
        add_entry (balance, entry);
    }
  set_due (entries, void_violations, by_member);
  for (guint i = 0; i < balances->len; i++)
    {
      MusterLedgerBalance *balance = balances->pdata[i];

      balance->owed = balance->fined - balance->paid - balance->waived;
      balance->points = balance->rewards - balance->penalties;
    }
  return balances;
}
