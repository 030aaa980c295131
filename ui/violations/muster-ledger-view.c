/* muster-ledger-view.c - fines and points: how everybody stands, and each line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-ledger-view"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-edit.h"
#include "muster-form-dialog.h"
#include "muster-ledger-view.h"
#include "muster-ledger.h"
#include "muster-money.h"
#include "muster-section.h"
#include "muster-typed.h"
#include "muster-violation-edit.h"
#include "muster-words.h"

#define MAX_ROWS 300

struct _MusterLedgerView
{
  AdwBin parent_instance;

  MusterContext *context;      /* owned, NULL once disposed */
  MusterGroup *group;          /* owned, NULL before the first was shown */
  MusterViolationBoard *board; /* owned, NULL before the first was shown */

  GtkBox *box; /* of the groups, made anew whenever something changed */
};

G_DEFINE_FINAL_TYPE (MusterLedgerView, muster_ledger_view, ADW_TYPE_BIN)

static gboolean
write_entry (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_violation_book (change, data, error);
}

static MusterLedgerEntry *
new_entry (MusterLedgerView *self, MusterLedgerKind kind)
{
  MusterLedgerEntry *entry = muster_ledger_entry_new (kind);

  entry->group = *muster_group_get_id (self->group);
  entry->day = self->board->today;
  entry->author = g_strdup (muster_store_get_author (muster_context_get_store (self->context)));
  return entry;
}

/* Takes @entry. */
static void
submit (MusterLedgerView *self, MusterLedgerEntry *entry)
{
  /* TRANSLATORS: a title in the history: a kind of line as Fine; the name of a member */
  g_autofree char *title =
      g_strdup_printf (_ ("%s: %s"), muster_ledger_kind_get_title (entry->kind),
                       muster_violation_board_get_name (self->board, &entry->membership));

  muster_edit_run (GTK_WIDGET (self), self->context, title, write_entry, entry,
                   (GDestroyNotify) muster_ledger_entry_free);
}

static gboolean
parse_amount (MusterLedgerKind kind, const char *text, gint64 *out_amount)
{
  guint64 points;

  if (muster_ledger_kind_is_money (kind))
    return muster_typed_amount (text, out_amount) && *out_amount > 0;
  if (!g_ascii_string_to_unsigned (text, 10, 1, MUSTER_LEDGER_MAX_POINTS, &points, NULL))
    return FALSE;
  *out_amount = (gint64) points;
  return TRUE;
}

static void present (MusterLedgerView *self, const MusterLedgerEntry *from, const char *member,
                     const char *amount, const char *wrong);

static void
accepted_cb (MusterLedgerView *self, MusterFormDialog *dialog)
{
  MusterLedgerKind kind = (MusterLedgerKind) muster_form_dialog_get_choice (dialog, "kind");
  g_autoptr (MusterLedgerEntry) entry = new_entry (self, kind);
  const char *member = muster_form_dialog_get_text (dialog, "member");
  const char *amount = muster_form_dialog_get_text (dialog, "amount");
  g_autofree char *typed = g_strstrip (g_strdup (amount));
  g_autoptr (GError) error = NULL;

  entry->day = muster_form_dialog_get_day (dialog, "day");
  if (kind == MUSTER_LEDGER_FINE)
    entry->due_on = muster_form_dialog_get_day (dialog, "due");
  entry->note = g_strdup (muster_form_dialog_get_text (dialog, "note"));
  if (!muster_violation_board_find_member (self->board, member, &entry->membership, &error))
    present (self, entry, member, amount, error->message);
  else if (!parse_amount (kind, typed, &entry->amount))
    present (self, entry, member, amount,
             _ ("Write money as 50 or 12.50, and points as a whole number."));
  else
    submit (self, g_steal_pointer (&entry));
}

/* @wrong: (nullable): what could not be used of what was typed before */
static void
present (MusterLedgerView *self, const MusterLedgerEntry *from, const char *member,
         const char *amount, const char *wrong)
{
  MusterFormDialog *dialog = muster_form_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Write a Line"), wrong, _ ("Add"));
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint i = 0; i < MUSTER_N_LEDGER_KINDS; i++)
    gtk_string_list_append (kinds, muster_ledger_kind_get_title ((MusterLedgerKind) i));
  muster_form_dialog_add_entry (dialog, "member", _ ("Member (name or nickname)"), member, TRUE);
  muster_form_dialog_add_choice (dialog, "kind", _ ("Kind"), kinds, from->kind);
  muster_form_dialog_add_entry (dialog, "amount", _ ("Amount or points"), amount, TRUE);
  muster_form_dialog_add_day (dialog, "day", _ ("Date"), from->day, TRUE);
  muster_form_dialog_add_day (dialog, "due", _ ("Fine: by when to pay"), from->due_on, FALSE);
  muster_form_dialog_add_entry (dialog, "note", _ ("What for"), from->note, FALSE);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_cb (MusterLedgerView *self)
{
  g_autoptr (MusterLedgerEntry) entry = new_entry (self, MUSTER_LEDGER_FINE);

  present (self, entry, NULL, NULL, NULL);
}

/* A line about that member. */
static void
member_cb (MusterLedgerView *self, GtkWidget *row)
{
  const MusterLedgerBalance *balance = g_object_get_data (G_OBJECT (row), "balance");
  g_autoptr (MusterLedgerEntry) entry =
      new_entry (self, balance->owed > 0 ? MUSTER_LEDGER_PAID : MUSTER_LEDGER_REWARD);
  g_autofree char *amount = balance->owed > 0 ? muster_money_dup_text (balance->owed) : NULL;

  present (self, entry, muster_violation_board_get_name (self->board, &balance->membership), amount,
           NULL);
}

/* All that the member owes, today. */
static void
settle (MusterLedgerView *self, GtkWidget *button, MusterLedgerKind kind)
{
  const MusterLedgerBalance *balance = g_object_get_data (G_OBJECT (button), "balance");
  MusterLedgerEntry *entry = new_entry (self, kind);

  entry->membership = balance->membership;
  entry->amount = balance->owed;
  submit (self, entry);
}

static void
paid_cb (MusterLedgerView *self, GtkWidget *button)
{
  settle (self, button, MUSTER_LEDGER_PAID);
}

static void
waived_cb (MusterLedgerView *self, GtkWidget *button)
{
  settle (self, button, MUSTER_LEDGER_WAIVED);
}

static void
add_button (MusterLedgerView *self, GtkWidget *row, const MusterLedgerBalance *balance,
            const char *text, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (text);
  g_autofree char *label = g_strdup_printf (
      _ ("%s: %s"), muster_violation_board_get_name (self->board, &balance->membership), text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "balance", (gpointer) balance);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static char *
dup_subtitle (const MusterLedgerBalance *balance)
{
  g_autofree char *owed = muster_money_dup_text (ABS (balance->owed));
  g_autofree char *due =
      balance->due_on != MUSTER_DAY_NONE ? muster_words_for_day (balance->due_on) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (balance->owed > 0 && due != NULL)
    /* TRANSLATORS: an amount, a date */
    g_string_append_printf (text, _ ("Has to pay %s by %s"), owed, due);
  else if (balance->owed > 0)
    g_string_append_printf (text, _ ("Has to pay %s"), owed);
  else if (balance->owed < 0)
    g_string_append_printf (text, _ ("Gets %s back"), owed);
  else
    g_string_append (text, _ ("Owes nothing"));
  if (balance->penalties > 0 || balance->rewards > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("Points: %d"), (int) balance->points);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_balances (MusterLedgerView *self)
{
  GtkWidget *group = muster_section_add_group (self->box, _ ("How Everybody Stands"));

  for (guint i = 0; i < self->board->balances->len && i < MAX_ROWS; i++)
    {
      MusterLedgerBalance *balance = self->board->balances->pdata[i];
      g_autofree char *subtitle = dup_subtitle (balance);
      GtkWidget *row = muster_section_new_row (
          group, muster_violation_board_get_name (self->board, &balance->membership), subtitle);

      g_object_set_data (G_OBJECT (row), "balance", balance);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (member_cb), self, G_CONNECT_SWAPPED);
      if (balance->owed <= 0)
        continue;
      add_button (self, row, balance, _ ("Paid"), G_CALLBACK (paid_cb));
      add_button (self, row, balance, _ ("Waived"), G_CALLBACK (waived_cb));
    }
}

static void
add_entry (MusterLedgerView *self, GtkWidget *group, const MusterLedgerEntry *entry)
{
  g_autofree char *amount = muster_ledger_kind_dup_amount (entry->kind, entry->amount);
  g_autofree char *title =
      g_strdup_printf (_ ("%s: %s"), muster_ledger_kind_get_title (entry->kind),
                       muster_violation_board_get_name (self->board, &entry->membership));
  g_autofree char *day = muster_words_for_day (entry->day);
  g_autofree char *subtitle = entry->note != NULL && *entry->note != '\0'
                                  ? g_strdup_printf ("%s · %s", day, entry->note)
                                  : g_strdup (day);
  GtkWidget *row = muster_section_new_row (group, title, subtitle);
  GtkWidget *label = gtk_label_new (amount);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
add_entries (MusterLedgerView *self)
{
  GPtrArray *entries = self->board->entries;
  GtkWidget *group = muster_section_add_group (self->box, _ ("Written Down"));

  for (guint i = entries->len; i > 0 && i + MAX_ROWS > entries->len; i--)
    add_entry (self, group, entries->pdata[i - 1]);
}

static void
add_tools (MusterLedgerView *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Write a Line…"));

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

static void
forget (MusterLedgerView *self)
{
  g_clear_pointer (&self->board, muster_violation_board_unref);
  g_clear_object (&self->group);
}

static void
muster_ledger_view_dispose (GObject *object)
{
  MusterLedgerView *self = MUSTER_LEDGER_VIEW (object);

  forget (self);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (muster_ledger_view_parent_class)->dispose (object);
}

static void
muster_ledger_view_class_init (MusterLedgerViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_ledger_view_dispose;
}

static void
muster_ledger_view_init (MusterLedgerView *self)
{
  self->box = muster_section_new_box (ADW_BIN (self));
}

GtkWidget *
muster_ledger_view_new (MusterContext *context)
{
  MusterLedgerView *self = g_object_new (MUSTER_TYPE_LEDGER_VIEW, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

void
muster_ledger_view_show (MusterLedgerView *self, MusterGroup *group, MusterViolationBoard *board)
{
  GtkWidget *child;

  g_return_if_fail (MUSTER_IS_LEDGER_VIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  muster_violation_board_ref (board);
  forget (self);
  self->board = board;
  self->group = g_object_ref (group);
  add_tools (self);
  if (board->entries->len == 0)
    {
      GtkWidget *group_row = muster_section_add_group (self->box, NULL);

      adw_preferences_group_set_description (
          ADW_PREFERENCES_GROUP (group_row),
          _ ("There are no fines and no points. A fine that is decided stands here by itself; "
             "rewards are written down with the button above."));
      return;
    }
  add_balances (self);
  add_entries (self);
}
