/* muster-balance.c - who has paid for an event, and what is in hand
 *
 * Who has signed up and has a place, or was there, owes the event's fee for
 * themselves and each guest, unless the keeper wrote another amount.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-balance"

#include "config.h"

#include "muster-attendance-table.h"
#include "muster-balance.h"
#include "muster-event-edit.h"
#include "muster-payment-table.h"
#include "muster-sign-up-table.h"

typedef struct
{
  MusterBalances *balances;
  GHashTable *by_person; /* owned: person -> MusterBalance of @balances */
  gint64 fee;
} Reckoning;

static void
balance_free (gpointer data)
{
  MusterBalance *balance = data;

  g_free (balance->person);
  g_free (balance);
}

void
muster_balances_free (MusterBalances *self)
{
  g_ptr_array_unref (self->people);
  g_clear_pointer (&self->payments, g_ptr_array_unref);
  g_free (self->currency);
  g_free (self);
}

static MusterBalance *
get_person (Reckoning *self, const char *person)
{
  MusterBalance *balance = g_hash_table_lookup (self->by_person, person);

  if (balance != NULL)
    return balance;

  balance = g_new0 (MusterBalance, 1);
  balance->person = g_strdup (person);
  g_ptr_array_add (self->balances->people, balance);
  g_hash_table_insert (self->by_person, balance->person, balance);
  return balance;
}

static gboolean
add_sign_ups (Reckoning *self, MusterDatabase *db, const MusterId *event, gint64 original_at,
              gint64 capacity, GError **error)
{
  g_autoptr (GPtrArray) sign_ups = muster_sign_up_table_list (db, event, original_at, error);
  guint waiting;

  if (sign_ups == NULL)
    return FALSE;

  waiting = muster_sign_up_find_waiting (sign_ups, capacity);
  for (guint i = 0; i < waiting; i++)
    {
      const MusterSignUp *sign_up = sign_ups->pdata[i];

      if (sign_up->answer == MUSTER_SIGN_UP_YES)
        get_person (self, sign_up->person)->due = self->fee * (1 + (gint64) sign_up->guests);
    }
  return TRUE;
}

static gboolean
add_present (Reckoning *self, MusterDatabase *db, const MusterId *event, gint64 original_at,
             GError **error)
{
  g_autoptr (GPtrArray) attendance = muster_attendance_table_list (db, event, original_at, error);

  if (attendance == NULL)
    return FALSE;

  for (guint i = 0; i < attendance->len; i++)
    {
      const MusterAttendance *who = attendance->pdata[i];

      if (who->state == MUSTER_ATTENDANCE_PRESENT &&
          !g_hash_table_contains (self->by_person, who->person))
        get_person (self, who->person)->due = self->fee;
    }
  return TRUE;
}

/* What the keeper wrote takes the place of the fee. */
static void
set_own_dues (Reckoning *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->balances->payments->len; i++)
    {
      const MusterPayment *payment = self->balances->payments->pdata[i];
      MusterBalance *balance;

      if (payment->kind != MUSTER_PAYMENT_DUE)
        continue;
      balance = get_person (self, payment->person);
      balance->due = payment->amount + (g_hash_table_add (seen, balance) ? 0 : balance->due);
    }
}

static void
add_payment (Reckoning *self, const MusterPayment *payment)
{
  switch (payment->kind)
    {
    case MUSTER_PAYMENT_PAID:
      get_person (self, payment->person)->paid += payment->amount;
      break;
    case MUSTER_PAYMENT_REFUNDED:
      get_person (self, payment->person)->refunded += payment->amount;
      break;
    case MUSTER_PAYMENT_WAIVED:
      get_person (self, payment->person)->waived += payment->amount;
      break;
    case MUSTER_PAYMENT_EXPENSE:
      self->balances->expenses += payment->amount;
      break;
    case MUSTER_PAYMENT_INCOME:
      self->balances->income += payment->amount;
      break;
    case MUSTER_PAYMENT_DUE:
    default:
      break;
    }
}

static void
add_up (MusterBalances *self)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      MusterBalance *person = self->people->pdata[i];

      person->balance = person->paid - person->refunded - MAX (0, person->due - person->waived);
      self->due += person->due;
      self->waived += MIN (person->waived, person->due);
      self->paid += person->paid;
      self->refunded += person->refunded;
      self->outstanding += MAX (0, -person->balance);
    }
  self->cash = self->paid + self->income - self->refunded - self->expenses;
}

/**
 * muster_balances_read:
 *
 * Returns: (transfer full): how everybody stands with that time of the event
 */
MusterBalances *
muster_balances_read (MusterDatabase *db, const MusterId *event, gint64 original_at, GError **error)
{
  g_autoptr (MusterEvent) time = muster_event_edit_load (db, event, original_at, error);
  g_autoptr (MusterBalances) self = g_new0 (MusterBalances, 1);
  g_autoptr (GHashTable) by_person = g_hash_table_new (g_str_hash, g_str_equal);
  Reckoning reckoning = { self, by_person, 0 };

  self->people = g_ptr_array_new_with_free_func (balance_free);
  if (time == NULL)
    return NULL;

  reckoning.fee = time->fee;
  self->currency = g_strdup (time->currency);
  self->payments = muster_payment_table_list (db, event, original_at, error);
  if (self->payments == NULL ||
      !add_sign_ups (&reckoning, db, event, original_at, time->capacity, error) ||
      !add_present (&reckoning, db, event, original_at, error))
    return NULL;

  set_own_dues (&reckoning);
  for (guint i = 0; i < self->payments->len; i++)
    add_payment (&reckoning, self->payments->pdata[i]);
  add_up (self);
  return g_steal_pointer (&self);
}
