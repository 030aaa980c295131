/* muster-money-section.c - who has paid for an event, and what is in hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-money-section"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-balance.h"
#include "muster-money-export.h"
#include "muster-money-section.h"
#include "muster-money.h"
#include "muster-payment-edit.h"
#include "muster-section.h"
#include "muster-words.h"

#define MAX_ROWS 300 /* people who are shown; the export has all */

struct _MusterMoneySection
{
  AdwBin parent_instance;

  MusterContext *context;    /* owned, NULL before the first was shown */
  MusterGroup *group;        /* owned, NULL for the keeper's own event */
  char *title;               /* owned: of the event */
  MusterPayment *place;      /* owned: a payment without an id: of which event */
  GHashTable *names;         /* owned */
  MusterBalances *balances;  /* owned, NULL before they were read */
  GCancellable *cancellable; /* owned, NULL while nothing is being read */

  GtkBox *box; /* of the groups, made anew whenever something changed */
};

G_DEFINE_FINAL_TYPE (MusterMoneySection, muster_money_section, ADW_TYPE_BIN)

/* What a worker reads. */
typedef struct
{
  MusterId event;
  gint64 original_at;
} Request;

static gpointer
read_balances (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return muster_balances_read (db, &request->event, request->original_at, error);
}

static MusterDay
get_today (MusterMoneySection *self)
{
  return muster_clock_get_today (muster_context_get_clock (self->context));
}

static void
record_cb (MusterMoneySection *self)
{
  self->place->day = get_today (self);
  muster_payment_edit_present (GTK_WIDGET (self), self->context, self->place, self->names);
}

/* All that the person owes, today. */
static void
paid_cb (MusterMoneySection *self, GtkWidget *button)
{
  const MusterBalance *balance = g_object_get_data (G_OBJECT (button), "balance");
  MusterPayment payment = *self->place;

  payment.person = balance->person;
  payment.kind = MUSTER_PAYMENT_PAID;
  payment.amount = -balance->balance;
  payment.day = get_today (self);
  muster_payment_edit_record (GTK_WIDGET (self), self->context, &payment,
                              muster_section_get_name (self->names, balance->person));
}

/* Something else of that person. */
static void
person_cb (MusterMoneySection *self, GtkWidget *row)
{
  const MusterBalance *balance = g_object_get_data (G_OBJECT (row), "balance");
  MusterPayment payment = *self->place;

  payment.person = balance->person;
  payment.amount = ABS (balance->balance);
  payment.kind = balance->balance > 0 ? MUSTER_PAYMENT_REFUNDED : MUSTER_PAYMENT_PAID;
  payment.day = get_today (self);
  muster_payment_edit_present (GTK_WIDGET (self), self->context, &payment, self->names);
}

static void
delete_cb (MusterMoneySection *self, GtkWidget *button)
{
  muster_payment_edit_delete (GTK_WIDGET (self), self->context,
                              g_object_get_data (G_OBJECT (button), "payment"));
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (MusterMoneySection) self = user_data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL && self->balances != NULL)
    {
      path = g_file_get_path (file);
      if (muster_money_export_run (muster_context_get_store (self->context), self->group,
                                   self->title, self->balances, path, &error))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s", _ ("Saved"));
      else
        gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s", error->message);
    }
  g_object_unref (chooser);
}

static void
export_cb (MusterMoneySection *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Export the Money"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
      GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char *name = g_strdup_printf ("%s.xlsx", self->title);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), g_strdelimit (name, "/", '-'));
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static char *
dup_amount (MusterMoneySection *self, gint64 hundredths)
{
  g_autofree char *amount = muster_money_dup_text (hundredths);
  const char *currency = self->balances->currency;

  return currency != NULL ? g_strdup_printf ("%s %s", amount, currency) : g_steal_pointer (&amount);
}

static void
add_value (GtkWidget *row, const char *value, const char *style)
{
  GtkWidget *label = gtk_label_new (value);

  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
add_total (MusterMoneySection *self, GtkWidget *group, const char *title, gint64 hundredths,
           const char *style)
{
  g_autofree char *amount = dup_amount (self, hundredths);

  add_value (muster_section_new_row (group, title, NULL), amount, style);
}

static void
add_totals (MusterMoneySection *self)
{
  const MusterBalances *balances = self->balances;
  GtkWidget *group = muster_section_add_group (self->box, NULL);
  GtkWidget *buttons = gtk_flow_box_new ();

  add_total (self, group, _ ("In hand"), balances->cash, balances->cash < 0 ? "error" : NULL);
  add_total (self, group, _ ("Outstanding"), balances->outstanding, NULL);
  add_total (self, group, _ ("Paid"), balances->paid - balances->refunded, NULL);
  add_total (self, group, _ ("Expenses"), balances->expenses, NULL);
  add_total (self, group, _ ("Other income"), balances->income, NULL);

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (buttons), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (buttons), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (buttons), 3);
  muster_section_add_button (buttons, _ ("Write Down Money…"), G_CALLBACK (record_cb), self);
  if (self->group != NULL)
    muster_section_add_button (buttons, _ ("Export the Money…"), G_CALLBACK (export_cb), self);
  gtk_box_append (self->box, buttons);
}

static void
add_paid_button (MusterMoneySection *self, GtkWidget *row, MusterBalance *balance)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Mark as Paid"));
  g_autofree char *label = g_strdup_printf (
      _ ("%s: %s"), muster_section_get_name (self->names, balance->person), _ ("Mark as Paid"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "balance", balance);
  g_signal_connect_object (button, "clicked", G_CALLBACK (paid_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_person (MusterMoneySection *self, GtkWidget *group, MusterBalance *balance)
{
  g_autofree char *due = dup_amount (self, MAX (0, balance->due - balance->waived));
  g_autofree char *paid = dup_amount (self, balance->paid - balance->refunded);
  g_autofree char *rest = dup_amount (self, balance->balance);
  /* TRANSLATORS: two amounts of money */
  g_autofree char *subtitle = g_strdup_printf (_ ("To pay %s, paid %s"), due, paid);
  GtkWidget *row = muster_section_new_row (
      group, muster_section_get_name (self->names, balance->person), subtitle);

  if (balance->balance != 0)
    add_value (row, rest, balance->balance < 0 ? "error" : "success");
  if (balance->balance < 0)
    add_paid_button (self, row, balance);
  g_object_set_data (G_OBJECT (row), "balance", balance);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (person_cb), self, G_CONNECT_SWAPPED);
}

static void
add_people (MusterMoneySection *self)
{
  GPtrArray *people = self->balances->people;
  GtkWidget *group = muster_section_add_group (self->box, _ ("People"));

  if (people->len == 0)
    adw_preferences_group_set_description (
        ADW_PREFERENCES_GROUP (group),
        _ ("Who signs up or comes owes the event’s fee, for each guest too."));
  for (guint i = 0; i < people->len && i < MAX_ROWS; i++)
    add_person (self, group, people->pdata[i]);
  if (people->len > MAX_ROWS)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("%u more is in the export", "%u more are in the export",
                                     people->len - MAX_ROWS),
                           people->len - MAX_ROWS);

      muster_section_new_row (group, more, NULL);
    }
}

static void
add_payment (MusterMoneySection *self, GtkWidget *group, MusterPayment *payment)
{
  const char *kind = muster_payment_kind_get_title (payment->kind);
  const char *name = muster_section_get_name (self->names, payment->person);
  g_autofree char *day = muster_words_for_day (payment->day);
  g_autofree char *amount = dup_amount (self, payment->amount);
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), kind,
                                            name != NULL            ? name
                                            : payment->note != NULL ? payment->note
                                                                    : "");
  g_autofree char *subtitle = name != NULL && payment->note != NULL
                                  ? g_strdup_printf ("%s · %s", day, payment->note)
                                  : g_strdup (day);
  GtkWidget *row = muster_section_new_row (group, title, subtitle);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), title, _ ("Delete"));

  add_value (row, amount, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Delete"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "payment", payment);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_payments (MusterMoneySection *self)
{
  GPtrArray *payments = self->balances->payments;
  GtkWidget *group;

  if (payments->len == 0)
    return;
  group = muster_section_add_group (self->box, _ ("Written Down"));
  for (guint i = payments->len; i > 0 && i + MAX_ROWS > payments->len; i--)
    add_payment (self, group, payments->pdata[i - 1]);
}

static void
clear_rows (MusterMoneySection *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterMoneySection) self = user_data;
  g_autoptr (GError) error = NULL;
  MusterBalances *balances = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (balances == NULL)
    return; /* cancelled, or the page says what is wrong with the event */
  if (self->context == NULL)
    {
      muster_balances_free (balances);
      return;
    }

  g_clear_object (&self->cancellable);
  clear_rows (self); /* they point into the balances before */
  g_clear_pointer (&self->balances, muster_balances_free);
  self->balances = balances;
  add_totals (self);
  add_people (self);
  add_payments (self);
}

static void
forget (MusterMoneySection *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->group);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->place, muster_payment_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
}

static void
muster_money_section_dispose (GObject *object)
{
  MusterMoneySection *self = MUSTER_MONEY_SECTION (object);

  if (self->context != NULL)
    clear_rows (self);
  forget (self);
  g_clear_pointer (&self->balances, muster_balances_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (muster_money_section_parent_class)->dispose (object);
}

static void
muster_money_section_class_init (MusterMoneySectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_money_section_dispose;
}

static void
muster_money_section_init (MusterMoneySection *self)
{
  self->box = muster_section_new_box (ADW_BIN (self));
}

/**
 * muster_money_section_show:
 *
 * Shows the money of that time of an event; nothing of @detail is kept.
 */
void
muster_money_section_show (MusterMoneySection *self, MusterContext *context,
                           const MusterEventDetail *detail)
{
  Request *request = g_new0 (Request, 1);

  g_return_if_fail (MUSTER_IS_MONEY_SECTION (self));

  forget (self);
  g_set_object (&self->context, context);
  g_set_object (&self->group, detail->group);
  self->title = g_strdup (detail->event->title);
  self->names = muster_section_index_names (detail);
  self->place = g_new0 (MusterPayment, 1);
  self->place->event = request->event = detail->series;
  self->place->original_at = request->original_at = detail->original_at;
  self->place->currency = g_strdup (detail->event->currency);
  self->cancellable = g_cancellable_new ();
  muster_store_read_async (muster_context_get_store (context), read_balances, request, g_free,
                           (GDestroyNotify) muster_balances_free, self->cancellable, read_cb,
                           g_object_ref (self));
}
