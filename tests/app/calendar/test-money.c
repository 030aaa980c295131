/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "calendar-fixture.h"
#include "muster-attendance-table.h"
#include "muster-balance.h"
#include "muster-event-table.h"
#include "muster-money.h"
#include "muster-payment-table.h"
#include "muster-sign-up-table.h"

#define START (G_GINT64_CONSTANT (20780) * 86400)

static void
test_amounts (void)
{
  static const struct
  {
    gint64 hundredths;
    const char *text;
  } amounts[] = {
    { 0, "0.00" },   { 5, "0.05" },       { 5000, "50.00" },
    { -5, "-0.05" }, { -1250, "-12.50" }, { MUSTER_MONEY_MAX, "1000000000.00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *text = muster_money_dup_text (amounts[i].hundredths);

      g_assert_cmpstr (text, ==, amounts[i].text);
    }
}

/* Of an event with a fee of 50.00: signed up as NAME=ANSWER+GUESTS, was there as NAME=STATE, and
 * money as KIND:NAME=HUNDREDTHS.  Expected: NAME=BALANCE of each, and what is in hand. */
static const struct
{
  const char *label;
  gint64 capacity;
  const char *sign_ups, *present, *money, *expected;
  gint64 outstanding, cash;
} rows[] = {
  { "nobody", 0, "", "", "", "", 0, 0 },
  { "owes for the guests, too", 0, "a=yes+2", "", "", "a=-15000", 15000, 0 },
  { "who does not come owes nothing", 0, "a=no b=maybe c=withdrawn", "", "", "", 0, 0 },
  { "who waits owes nothing yet", 2, "a=yes+1 b=yes", "", "", "a=-10000", 10000, 0 },
  { "paid", 0, "a=yes b=yes", "", "paid:a=5000", "a=0 b=-5000", 5000, 5000 },
  { "paid in two parts", 0, "a=yes", "", "paid:a=2000 paid:a=3000", "a=0", 0, 5000 },
  { "paid too much", 0, "a=yes", "", "paid:a=8000", "a=3000", 0, 8000 },
  { "too much given back", 0, "a=yes", "", "paid:a=8000 refunded:a=3000", "a=0", 0, 5000 },
  { "withdrew after paying", 0, "a=withdrawn", "", "paid:a=5000", "a=5000", 0, 5000 },
  { "withdrew and got it back", 0, "a=withdrawn", "", "paid:a=5000 refunded:a=5000", "a=0", 0, 0 },
  { "waived", 0, "a=yes+1", "", "waived:a=5000", "a=-5000", 5000, 0 },
  { "more waived than due", 0, "a=yes", "", "waived:a=9000", "a=0", 0, 0 },
  { "another amount", 0, "a=yes+3", "", "due:a=2000", "a=-2000", 2000, 0 },
  { "nothing at all", 0, "a=yes+3", "", "due:a=0", "a=0", 0, 0 },
  { "two amounts of one person", 0, "a=yes", "", "due:a=2000 due:a=500", "a=-2500", 2500, 0 },
  { "walked in", 0, "", "b=present", "", "b=-5000", 5000, 0 },
  { "signed up and was there is once", 0, "a=yes+1", "a=present", "", "a=-10000", 10000, 0 },
  { "was absent without having signed up", 0, "", "b=absent", "", "", 0, 0 },
  { "expenses and income", 0, "a=yes", "", "paid:a=5000 expense:hall=3000 income:=1000", "a=0", 0,
    3000 },
  { "more spent than there was", 0, "", "", "expense:=3000", "", 0, -3000 },
};

static void
add_sign_up (MusterChange *change, const MusterId *event, guint nth, char **sides)
{
  g_auto (GStrv) parts = g_strsplit (sides[1], "+", 2);
  MusterSignUp sign_up = {
    .event = *event, .original_at = START, .person = sides[0], .position = nth + 1
  };

  for (guint i = 0; i < MUSTER_N_SIGN_UP_ANSWERS; i++)
    if (g_str_equal (muster_sign_up_answer_get_key ((MusterSignUpAnswer) i), parts[0]))
      sign_up.answer = (MusterSignUpAnswer) i;
  sign_up.guests = parts[1] != NULL ? (guint) atoi (parts[1]) : 0;
  g_assert_true (muster_sign_up_table_set (change, &sign_up, NULL));
}

static void
add_present (MusterChange *change, const MusterId *event, char **sides)
{
  MusterAttendance attendance = { .event = *event, .original_at = START, .person = sides[0] };

  g_assert_true (muster_attendance_state_find (sides[1], &attendance.state));
  g_assert_true (muster_attendance_table_insert (change, &attendance, NULL));
}

static void
add_money (MusterChange *change, const MusterId *event, char **sides)
{
  g_auto (GStrv) parts = g_strsplit (sides[0], ":", 2);
  MusterPayment payment = {
    .event = *event, .original_at = START, .day = 20778, .amount = atoi (sides[1])
  };

  for (guint i = 0; i < MUSTER_N_PAYMENT_KINDS; i++)
    if (g_str_equal (muster_payment_kind_get_key ((MusterPaymentKind) i), parts[0]))
      payment.kind = (MusterPaymentKind) i;
  if (muster_payment_kind_is_personal (payment.kind))
    payment.person = parts[1];
  else
    payment.note = parts[1];
  g_assert_true (muster_payment_table_insert (change, &payment, NULL));
}

static void
add_all (MusterChange *change, guint row, const MusterId *event)
{
  const char *const texts[] = { rows[row].sign_ups, rows[row].present, rows[row].money };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (GStrv) words = g_strsplit (texts[i], " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          g_auto (GStrv) sides = g_strsplit (words[j], "=", 2);

          if (i == 0)
            add_sign_up (change, event, j, sides);
          else if (i == 1)
            add_present (change, event, sides);
          else
            add_money (change, event, sides);
        }
    }
}

static CalendarFixture *
open_row (guint row)
{
  CalendarFixture *self = calendar_fixture_new ();
  g_autoptr (MusterEvent) event = muster_event_new ();
  MusterChange *change;

  change = calendar_fixture_begin (self);
  event->title = g_strdup ("Dinner");
  event->start_at = event->end_at = START;
  event->fee = 5000;
  event->capacity = rows[row].capacity;
  g_assert_true (muster_event_table_insert (change, event, NULL));
  self->event = event->id;
  add_all (change, row, &event->id);
  calendar_fixture_commit (change);
  return self;
}

static void
test_balances (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CalendarFixture *self = open_row (i);
      MusterBalances *balances =
          muster_balances_read (calendar_fixture_get_database (self), &self->event, START, NULL);
      g_autoptr (GString) text = g_string_new (NULL);

      g_test_message ("%s", rows[i].label);
      for (guint j = 0; j < balances->people->len; j++)
        {
          const MusterBalance *balance = balances->people->pdata[j];

          g_string_append_printf (text, "%s%s=%" G_GINT64_FORMAT, j > 0 ? " " : "", balance->person,
                                  balance->balance);
        }
      g_assert_cmpstr (text->str, ==, rows[i].expected);
      g_assert_cmpint (balances->outstanding, ==, rows[i].outstanding);
      g_assert_cmpint (balances->cash, ==, rows[i].cash);
      muster_balances_free (balances);
      calendar_fixture_free (self);
    }
}

static void
test_refused (void)
{
  CalendarFixture *self = open_row (0);
  MusterPayment wrong[] = {
    { .kind = MUSTER_PAYMENT_PAID, .person = (char *) "a", .amount = 0 },
    { .kind = MUSTER_PAYMENT_PAID, .person = (char *) "a", .amount = -1 },
    { .kind = MUSTER_PAYMENT_PAID, .person = (char *) "a", .amount = MUSTER_MONEY_MAX + 1 },
    { .kind = MUSTER_PAYMENT_PAID, .amount = 1 },
    { .kind = MUSTER_PAYMENT_EXPENSE, .amount = 0 },
  };
  MusterChange *change = calendar_fixture_begin (self);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GError *error = NULL;

      g_assert_false (muster_payment_table_insert (change, &wrong[i], &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }
  calendar_fixture_cancel (change);
  calendar_fixture_free (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/amounts", test_amounts);
  g_test_add_func ("/money/balances", test_balances);
  g_test_add_func ("/money/refused", test_refused);
  return g_test_run ();
}
