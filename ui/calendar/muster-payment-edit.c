/* muster-payment-edit.c - writing down money, each time one undoable change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-payment-edit"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-edit.h"
#include "muster-form-dialog.h"
#include "muster-money.h"
#include "muster-payment-edit.h"
#include "muster-section.h"
#include "muster-typed.h"

/* One payment on its way. */
typedef struct
{
  GtkWidget *widget;      /* owned */
  MusterContext *context; /* owned */
  MusterPayment *payment; /* owned */
  GHashTable *names;      /* owned, NULL where nobody is asked for a name */
} Edit;

static MusterPayment *
copy_payment (const MusterPayment *payment)
{
  MusterPayment *copy = g_memdup2 (payment, sizeof *payment);

  copy->person = g_strdup (payment->person);
  copy->currency = g_strdup (payment->currency);
  copy->note = g_strdup (payment->note);
  copy->author = g_strdup (payment->author);
  return copy;
}

static Edit *
edit_new (GtkWidget *widget, MusterContext *context, const MusterPayment *payment,
          GHashTable *names)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->widget = g_object_ref (widget);
  edit->context = g_object_ref (context);
  edit->payment = copy_payment (payment);
  edit->names = names != NULL ? g_hash_table_ref (names) : NULL;
  return edit;
}

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->widget);
  g_object_unref (edit->context);
  muster_payment_free (edit->payment);
  g_clear_pointer (&edit->names, g_hash_table_unref);
  g_free (edit);
}

static gboolean
write_insert (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_payment_table_insert (change, ((Edit *) data)->payment, error);
}

static gboolean
write_delete (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_payment_table_delete (change, &((Edit *) data)->payment->id, error);
}

/* Takes @edit. */
static void
submit (Edit *edit, const char *name, MusterStoreWrite func)
{
  g_autofree char *amount = muster_money_dup_text (edit->payment->amount);
  const char *kind = muster_payment_kind_get_title (edit->payment->kind);
  g_autofree char *title =
      func == write_insert
          /* TRANSLATORS: a title in the history: paid, refunded …; an amount; a name */
          ? g_strdup_printf (_ ("%s: %s, %s"), kind, amount, name != NULL ? name : "")
          /* TRANSLATORS: a title in the history: paid, refunded …; an amount; a name */
          : g_strdup_printf (_ ("Take out “%s: %s, %s”"), kind, amount, name != NULL ? name : "");

  if (edit->payment->author == NULL)
    edit->payment->author =
        g_strdup (muster_store_get_author (muster_context_get_store (edit->context)));
  muster_edit_run (edit->widget, edit->context, title, func, edit, edit_free);
}

static void
accepted_cb (MusterFormDialog *dialog, gpointer user_data)
{
  const Edit *asked = user_data;
  Edit *edit = edit_new (asked->widget, asked->context, asked->payment, asked->names);
  MusterPayment *payment = edit->payment;
  const char *name = muster_form_dialog_get_text (dialog, "name");
  const char *note = muster_form_dialog_get_text (dialog, "note");

  if (!muster_typed_amount (muster_form_dialog_get_text (dialog, "amount"), &payment->amount))
    {
      gtk_widget_activate_action (edit->widget, "win.failed", "s",
                                  _ ("Write the amount as 50 or 12.50."));
      edit_free (edit);
      return;
    }
  payment->kind = (MusterPaymentKind) muster_form_dialog_get_choice (dialog, "kind");
  payment->day = muster_form_dialog_get_day (dialog, "day");
  g_free (payment->person);
  payment->person = muster_section_dup_person (edit->names, name);
  g_free (payment->note);
  payment->note = note != NULL && *note != '\0' ? g_strdup (note) : NULL;
  submit (edit, payment->person != NULL ? name : payment->note, write_insert);
}

/**
 * muster_payment_edit_present:
 * @place: a payment without an id: its event, and what to begin with
 * @names: of people, by what is stored
 *
 * Asks for a payment.
 */
void
muster_payment_edit_present (GtkWidget *widget, MusterContext *context, const MusterPayment *place,
                             GHashTable *names)
{
  Edit *edit = edit_new (widget, context, place, names);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autofree char *amount = place->amount > 0 ? muster_typed_dup_amount (place->amount) : NULL;
  MusterFormDialog *dialog = muster_form_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Write Down Money"),
      _ ("What is paid, given back, waived or due is a person’s; an expense or other income is "
         "the event’s."),
      _ ("Record"));

  for (guint i = 0; i < MUSTER_N_PAYMENT_KINDS; i++)
    gtk_string_list_append (kinds, muster_payment_kind_get_title ((MusterPaymentKind) i));
  muster_form_dialog_add_choice (dialog, "kind", _ ("What"), kinds, place->kind);
  muster_form_dialog_add_entry (dialog, "name", _ ("Name"),
                                muster_section_get_name (names, place->person), FALSE);
  muster_form_dialog_add_entry (dialog, "amount", _ ("Amount"), amount, TRUE);
  muster_form_dialog_add_day (dialog, "day", _ ("Day (year-month-day)"), place->day, TRUE);
  muster_form_dialog_add_entry (dialog, "note", _ ("Note"), place->note, FALSE);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), edit,
                         (GClosureNotify) (void (*) (void)) edit_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * muster_payment_edit_record:
 * @name: of the person, for the history
 *
 * Writes a payment down without asking.
 */
void
muster_payment_edit_record (GtkWidget *widget, MusterContext *context, const MusterPayment *payment,
                            const char *name)
{
  submit (edit_new (widget, context, payment, NULL), name, write_insert);
}

void
muster_payment_edit_delete (GtkWidget *widget, MusterContext *context, const MusterPayment *payment)
{
  submit (edit_new (widget, context, payment, NULL), payment->note, write_delete);
}
