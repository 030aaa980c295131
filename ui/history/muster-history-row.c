/* muster-history-row.c - one change: what, who, when; opened, each field before and after
 *
 * Says "undo" when its button is pressed; the window of the history does it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-history-row"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-field-title.h"
#include "muster-history-row.h"
#include "muster-words.h"

#define MAX_CELLS 100

struct _MusterHistoryRow
{
  AdwExpanderRow parent_instance;

  MusterContext *context; /* owned */
  MusterId change;
  gboolean loaded; /* whether the fields were asked for */

  GtkWidget *undo_button;
};

G_DEFINE_FINAL_TYPE (MusterHistoryRow, muster_history_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_UNDO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_row (MusterHistoryRow *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* Which row another one belongs to tells a person nothing. */
static gboolean
is_reference (const MusterJournalCell *cell)
{
  return cell->column != NULL && g_str_has_suffix (cell->column, "_id");
}

static void
add_cell (MusterHistoryRow *self, const MusterJournalCell *cell)
{
  const char *title = muster_field_title_get (cell->table, cell->column);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;

  before = muster_field_title_dup_value (cell->table, cell->column, cell->old_value);
  after = muster_field_title_dup_value (cell->table, cell->column, cell->new_value);
  /* TRANSLATORS: a field's value before and after */
  text = g_strdup_printf (_ ("%s → %s"), before, after);
  add_row (self, title, text);
}

static gpointer
read_cells (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_journal_list_cells (db, data, MAX_CELLS, error);
}

static void
cells_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterHistoryRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cells = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (cells == NULL)
    {
      add_row (self, _ ("The details could not be read"), error->message);
      return;
    }

  for (guint i = 0; i < cells->len; i++)
    if (!is_reference (g_ptr_array_index (cells, i)))
      add_cell (self, g_ptr_array_index (cells, i));
  if (cells->len == 0)
    add_row (self, _ ("No field of the members or groups was changed"), "");
  if (cells->len == MAX_CELLS)
    add_row (self, _ ("…and more"), "");
}

static void
expanded_cb (MusterHistoryRow *self)
{
  if (self->loaded || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  self->loaded = TRUE;
  muster_store_read_async (muster_context_get_store (self->context), read_cells,
                           g_memdup2 (&self->change, sizeof self->change), g_free,
                           (GDestroyNotify) g_ptr_array_unref, NULL, cells_read_cb,
                           g_object_ref (self));
}

static void
undo_clicked_cb (MusterHistoryRow *self)
{
  g_signal_emit (self, signals[SIGNAL_UNDO], 0);
}

static void
muster_history_row_dispose (GObject *object)
{
  g_clear_object (&MUSTER_HISTORY_ROW (object)->context);

  G_OBJECT_CLASS (muster_history_row_parent_class)->dispose (object);
}

static void
muster_history_row_class_init (MusterHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_history_row_dispose;

  signals[SIGNAL_UNDO] = g_signal_new ("undo", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterHistoryRow, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
}

static void
muster_history_row_init (MusterHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

static char *
dup_title (const MusterJournalEntry *entry)
{
  if (g_str_equal (entry->kind, "undo"))
    return g_strdup_printf (_ ("Undone: %s"), entry->title);
  if (g_str_equal (entry->kind, "redo"))
    return g_strdup_printf (_ ("Redone: %s"), entry->title);
  return g_strdup (entry->title);
}

GtkWidget *
muster_history_row_new (MusterContext *context, const MusterJournalEntry *entry)
{
  MusterHistoryRow *self = g_object_new (MUSTER_TYPE_HISTORY_ROW, NULL);
  g_autofree char *title = dup_title (entry);
  g_autofree char *when = muster_words_for_moment (entry->made_us);
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;

  self->context = g_object_ref (context);
  self->change = entry->id;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  /* TRANSLATORS: who made a change, and when */
  subtitle = g_strdup_printf (_ ("%s · %s"), entry->author, when);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_widget_set_visible (self->undo_button, !entry->undone && g_str_equal (entry->kind, "edit"));
  name = g_strdup_printf (_ ("Undo: %s"), entry->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  if (entry->undone)
    {
      g_autofree char *struck = g_strdup_printf (_ ("%s · undone"), subtitle);

      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), struck);
      gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
    }
  return GTK_WIDGET (self);
}

const MusterId *
muster_history_row_get_change (MusterHistoryRow *self)
{
  g_return_val_if_fail (MUSTER_IS_HISTORY_ROW (self), NULL);

  return &self->change;
}
