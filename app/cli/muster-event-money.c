/* muster-event-money.c - musterctl event money
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-money"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-balance.h"
#include "muster-command-store.h"
#include "muster-event-prepare.h"
#include "muster-event-target.h"
#include "muster-json.h"
#include "muster-money-export.h"
#include "muster-money.h"
#include "muster-payment-table.h"
#include "muster-text-table.h"
#include "muster-typed.h"

/* What to do; texts are owned. */
typedef struct
{
  char *day, *output;
  char **payments[MUSTER_N_PAYMENT_KINDS]; /* NAME=AMOUNT */
} Options;

static void
options_clear (Options *options)
{
  g_free (options->day);
  g_free (options->output);
  for (guint i = 0; i < MUSTER_N_PAYMENT_KINDS; i++)
    g_strfreev (options->payments[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* NAME=AMOUNT, cut at the last sign: a text may have one. */
static gboolean
parse_payment (MusterCommandContext *context, MusterEventTarget *target, const char *text,
               MusterPayment *payment, int *out_status)
{
  const char *sign = strrchr (text, '=');
  g_autofree char *name =
      sign != NULL ? g_strstrip (g_strndup (text, (gsize) (sign - text))) : NULL;

  if (name == NULL || *name == '\0' || sign[1] == '\0' ||
      !muster_typed_amount (sign + 1, &payment->amount))
    {
      *out_status = muster_command_fail_usage (
          context, _ ("“%s” is no payment. Write it as NAME=50 or NAME=12.50."), text);
      return FALSE;
    }
  if (!muster_payment_kind_is_personal (payment->kind))
    {
      payment->note = g_steal_pointer (&name);
      return TRUE;
    }
  return muster_event_target_find_person (context, target, name, &payment->person, out_status);
}

static gboolean
list_payments (MusterCommandContext *context, MusterEventTarget *target, const Options *options,
               GPtrArray *payments, int *out_status)
{
  MusterDay day = muster_clock_get_today (context->clock);

  if (options->day != NULL && !muster_command_parse_day (context, options->day, &day, out_status))
    return FALSE;

  for (guint i = 0; i < MUSTER_N_PAYMENT_KINDS; i++)
    for (char **text = options->payments[i]; text != NULL && *text != NULL; text++)
      {
        MusterPayment *payment = g_new0 (MusterPayment, 1);

        payment->event = target->when.event;
        payment->original_at = target->when.original_at;
        payment->kind = (MusterPaymentKind) i;
        payment->day = day;
        payment->author = g_strdup (muster_store_get_author (target->store));
        g_ptr_array_add (payments, payment);
        if (!parse_payment (context, target, *text, payment, out_status))
          return FALSE;
      }

  return TRUE;
}

static gboolean
write_payments (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *payments = data;

  for (guint i = 0; i < payments->len; i++)
    if (!muster_payment_table_insert (change, payments->pdata[i], error))
      return FALSE;

  return TRUE;
}

static void
add_amount (JsonBuilder *builder, const char *name, gint64 hundredths)
{
  g_autofree char *text = muster_money_dup_text (hundredths);

  muster_json_add_text (builder, name, text);
}

static void
print_json (MusterEventTarget *target, const MusterBalances *balances)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "event", target->when.title);
  muster_json_add_text (builder, "currency", balances->currency);
  add_amount (builder, "due", balances->due);
  add_amount (builder, "waived", balances->waived);
  add_amount (builder, "paid", balances->paid);
  add_amount (builder, "refunded", balances->refunded);
  add_amount (builder, "outstanding", balances->outstanding);
  add_amount (builder, "income", balances->income);
  add_amount (builder, "expenses", balances->expenses);
  add_amount (builder, "cash", balances->cash);
  json_builder_set_member_name (builder, "people");
  json_builder_begin_array (builder);
  for (guint i = 0; i < balances->people->len; i++)
    {
      const MusterBalance *person = balances->people->pdata[i];

      json_builder_begin_object (builder);
      muster_json_add_text (builder, "name", muster_event_target_get_name (target, person->person));
      add_amount (builder, "due", person->due);
      add_amount (builder, "waived", person->waived);
      add_amount (builder, "paid", person->paid);
      add_amount (builder, "refunded", person->refunded);
      add_amount (builder, "balance", person->balance);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
}

static void
add_cell (MusterTextTable *table, gint64 hundredths)
{
  g_autofree char *text = muster_money_dup_text (hundredths);

  muster_text_table_add (table, text);
}

static void
print_text (MusterEventTarget *target, const MusterBalances *balances)
{
  const struct
  {
    const char *title;
    gint64 amount;
  } totals[] = {
    { _ ("Outstanding"), balances->outstanding },
    { _ ("Expenses"), balances->expenses },
    { _ ("Other income"), balances->income },
    { _ ("In hand"), balances->cash },
  };
  g_autoptr (MusterTextTable) table = muster_text_table_new (4);

  muster_text_table_add (table, _ ("Name"));
  muster_text_table_add (table, _ ("To pay"));
  muster_text_table_add (table, _ ("Paid"));
  muster_text_table_add (table, _ ("Balance"));
  for (guint i = 0; i < balances->people->len; i++)
    {
      const MusterBalance *person = balances->people->pdata[i];

      muster_text_table_add (table, muster_event_target_get_name (target, person->person));
      add_cell (table, MAX (0, person->due - person->waived));
      add_cell (table, person->paid - person->refunded);
      add_cell (table, person->balance);
    }
  muster_text_table_print (table);
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autofree char *amount = muster_money_dup_text (totals[i].amount);

      g_print ("%s: %s %s\n", totals[i].title, amount,
               balances->currency != NULL ? balances->currency : "");
    }
}

static int
run (MusterCommandContext *context, MusterEventTarget *target, const Options *options)
{
  g_autoptr (GPtrArray) payments =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_payment_free);
  g_autoptr (MusterBalances) balances = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  int status;

  if (!list_payments (context, target, options, payments, &status))
    return status;
  /* TRANSLATORS: a title in the history: the title of an event */
  title = g_strdup_printf (_ ("Money of %s"), target->when.title);
  if (payments->len > 0 &&
      !muster_store_write (target->store, title, write_payments, payments, NULL, &error))
    return muster_command_fail (context, error);

  balances =
      muster_balances_read (target->db, &target->when.event, target->when.original_at, &error);
  if (balances == NULL ||
      (options->output != NULL &&
       !muster_money_export_run (target->store, target->group, target->when.title, balances,
                                 options->output, &error)))
    return muster_command_fail (context, error);

  if (context->json)
    print_json (target, balances);
  else
    print_text (target, balances);
  return MUSTER_EXIT_DONE;
}

/**
 * muster_event_money_run:
 * @argv: @argv[0] is the verb
 *
 * Shows the money of an event, after writing down what the options say.
 */
int
muster_event_money_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "event money", N_ ("--group NAME --event ID|TITLE"),
                                         N_ ("Who has paid for an event, and what is in hand"),
                                         NULL };
  g_auto (Options) options = { 0 };
  g_auto (MusterEventTarget) target = { 0 };
  int status;
  const GOptionEntry entries[] = {
    { "paid", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.payments[MUSTER_PAYMENT_PAID],
      N_ ("Somebody paid; may be repeated, as the next ones"), N_ ("NAME=AMOUNT") },
    { "refunded", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.payments[MUSTER_PAYMENT_REFUNDED],
      N_ ("Somebody got it back"), N_ ("NAME=AMOUNT") },
    { "waived", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.payments[MUSTER_PAYMENT_WAIVED],
      N_ ("Somebody need not pay so much"), N_ ("NAME=AMOUNT") },
    { "due", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.payments[MUSTER_PAYMENT_DUE],
      N_ ("Somebody pays this instead of the fee"), N_ ("NAME=AMOUNT") },
    { "expense", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.payments[MUSTER_PAYMENT_EXPENSE],
      N_ ("It was spent"), N_ ("TEXT=AMOUNT") },
    { "income", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.payments[MUSTER_PAYMENT_INCOME],
      N_ ("It came in"), N_ ("TEXT=AMOUNT") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.day, N_ ("The day of the payments; today"),
      N_ ("DATE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Also into this file: .csv or .xlsx"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };

  return muster_event_target_parse (context, &command, entries, &argc, &argv, &target, &status)
             ? run (context, &target, &options)
             : status;
}
