/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterLedgerKind:
 * @MUSTER_LEDGER_FINE: a member has to pay, in hundredths
 * @MUSTER_LEDGER_PAID: a member paid, in hundredths
 * @MUSTER_LEDGER_WAIVED: a member need not pay, in hundredths
 * @MUSTER_LEDGER_POINTS: penalty points
 * @MUSTER_LEDGER_REWARD: points for what was done well
 *
 * Stored as "fine", "paid", "waived", "points" and "reward".
 */
typedef enum
{
  MUSTER_LEDGER_FINE,
  MUSTER_LEDGER_PAID,
  MUSTER_LEDGER_WAIVED,
  MUSTER_LEDGER_POINTS,
  MUSTER_LEDGER_REWARD,
} MusterLedgerKind;

#define MUSTER_N_LEDGER_KINDS (MUSTER_LEDGER_REWARD + 1)

/**
 * MusterLedgerEntry:
 * @violation: none where it is of none
 * @amount: hundredths of money, or points; more than 0
 * @due_on: of a fine: the last day to pay; %MUSTER_DAY_NONE where it was not said
 * @note: owned, %NULL if none
 * @author: owned, %NULL if not known
 *
 * One line about the fines or points of a member.
 */
typedef struct
{
  MusterId id;
  MusterId group;
  MusterId membership;
  MusterId violation;
  MusterLedgerKind kind;
  gint64 amount;
  MusterDay day;
  MusterDay due_on;
  char *note;
  char *author;
} MusterLedgerEntry;

/**
 * MusterLedgerBalance:
 * @owed: fines less what was paid and waived; less than 0 where more was paid than owed
 * @due_on: by when the oldest unpaid fine is to be paid; %MUSTER_DAY_NONE where nothing is due
 * @points: rewards less penalty points
 *
 * How one member stands.
 */
typedef struct
{
  MusterId membership;
  gint64 fined;
  gint64 paid;
  gint64 waived;
  gint64 owed;
  MusterDay due_on;
  gint64 penalties;
  gint64 rewards;
  gint64 points;
} MusterLedgerBalance;

#define MUSTER_LEDGER_MAX_POINTS 100000

MusterLedgerEntry *muster_ledger_entry_new (MusterLedgerKind kind) G_GNUC_WARN_UNUSED_RESULT;
void muster_ledger_entry_free (MusterLedgerEntry *self);
const char *muster_ledger_kind_get_key (MusterLedgerKind kind);
const char *muster_ledger_kind_get_title (MusterLedgerKind kind);
gboolean muster_ledger_kind_find (const char *key, MusterLedgerKind *out_kind);
gboolean muster_ledger_kind_is_money (MusterLedgerKind kind);
char *
muster_ledger_kind_dup_amount (MusterLedgerKind kind, gint64 amount) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *
muster_ledger_balance (GPtrArray *entries, GHashTable *void_violations) G_GNUC_WARN_UNUSED_RESULT;

gboolean
muster_ledger_table_insert (MusterChange *change, MusterLedgerEntry *entry, GError **error);
GPtrArray *muster_ledger_table_list (MusterDatabase *db, const MusterId *group,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterLedgerEntry, muster_ledger_entry_free)

G_END_DECLS
