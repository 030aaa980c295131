/* muster-history-row.c - one change: what, who, when; opened, each field before and after
 *
 * Says "undo" or "revert" when a button is pressed; the window of the history does it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-history-row"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-field-revert.h"
#include "muster-field-title.h"
#include "muster-history-row.h"
#include "muster-words.h"

#define MAX_CELLS 100

/* What a change did, with whose each field is. */
typedef struct
{
  GPtrArray *cells; /* owned, of MusterJournalCell */
  GPtrArray *names; /* owned, of char *: one a cell, NULL where there is none */
} Fields;

struct _MusterHistoryRow
{
  AdwExpanderRow parent_instance;

  MusterContext *context; /* owned */
  MusterId change;
  Fields *fields;  /* owned, NULL until read */
  gboolean loaded; /* whether the fields were asked for */

  GtkWidget *undo_button;
};

G_DEFINE_FINAL_TYPE (MusterHistoryRow, muster_history_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_UNDO,
  SIGNAL_REVERT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
add_row (MusterHistoryRow *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return row;
}

/* Which row another one belongs to tells a person nothing. */
static gboolean
is_reference (const MusterJournalCell *cell)
{
  return cell->column != NULL && g_str_has_suffix (cell->column, "_id");
}

static void
revert_clicked_cb (GtkWidget *button, MusterHistoryRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REVERT], 0, g_object_get_data (G_OBJECT (button), "cell"),
                 g_object_get_data (G_OBJECT (button), "title"));
}

static void
add_revert_button (MusterHistoryRow *self, GtkWidget *row, MusterJournalCell *cell,
                   const char *title, const char *before)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  /* TRANSLATORS: a field with whose it is, and the value from before the change */
  g_autofree char *label = g_strdup_printf (_ ("Restore %s: %s"), title, before);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "cell", cell); /* of self->fields */
  g_object_set_data_full (G_OBJECT (button), "title", g_steal_pointer (&label), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (revert_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_cell (MusterHistoryRow *self, MusterJournalCell *cell, const char *name)
{
  const char *field = muster_field_title_get (cell->table, cell->column);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  GtkWidget *row;

  before = muster_field_title_dup_value (cell->table, cell->column, cell->old_value);
  after = muster_field_title_dup_value (cell->table, cell->column, cell->new_value);
  /* TRANSLATORS: a field's value before and after */
  text = g_strdup_printf (_ ("%s → %s"), before, after);
  /* TRANSLATORS: a person or a group, and one of its fields */
  title = name != NULL ? g_strdup_printf (_ ("%s · %s"), name, field) : g_strdup (field);
  row = add_row (self, title, text);
  if (muster_field_can_revert (cell))
    add_revert_button (self, row, cell, title, before);
}

static void
fields_free (gpointer data)
{
  Fields *fields = data;

  g_clear_pointer (&fields->cells, g_ptr_array_unref);
  g_ptr_array_unref (fields->names);
  g_free (fields);
}

static gpointer
read_fields (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Fields *fields = g_new0 (Fields, 1);

  fields->names = g_ptr_array_new_with_free_func (g_free);
  fields->cells = muster_journal_list_cells (db, data, MAX_CELLS, error);
  if (fields->cells == NULL)
    {
      fields_free (fields);
      return NULL;
    }

  for (guint i = 0; i < fields->cells->len; i++)
    {
      const MusterJournalCell *cell = fields->cells->pdata[i];

      g_ptr_array_add (fields->names, muster_field_dup_row_name (db, cell->table, &cell->row));
    }
  return fields;
}

static void
fields_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterHistoryRow) self = user_data;
  g_autoptr (GError) error = NULL;
  Fields *fields = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (fields == NULL)
    {
      add_row (self, _ ("The details could not be read"), error->message);
      return;
    }

  self->fields = fields;
  for (guint i = 0; i < fields->cells->len; i++)
    if (!is_reference (fields->cells->pdata[i]))
      add_cell (self, fields->cells->pdata[i], fields->names->pdata[i]);
  if (fields->cells->len == 0)
    add_row (self, _ ("No field of the members or groups was changed"), "");
  if (fields->cells->len == MAX_CELLS)
    add_row (self, _ ("…and more"), "");
}

static void
expanded_cb (MusterHistoryRow *self)
{
  if (self->loaded || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  self->loaded = TRUE;
  muster_store_read_async (muster_context_get_store (self->context), read_fields,
                           g_memdup2 (&self->change, sizeof self->change), g_free, fields_free,
                           NULL, fields_read_cb, g_object_ref (self));
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
muster_history_row_finalize (GObject *object)
{
  g_clear_pointer (&MUSTER_HISTORY_ROW (object)->fields, fields_free);

  G_OBJECT_CLASS (muster_history_row_parent_class)->finalize (object);
}

static void
muster_history_row_class_init (MusterHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_history_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_history_row_finalize;

  signals[SIGNAL_UNDO] = g_signal_new ("undo", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* One field is to be put back: its MusterJournalCell, and what that is in words. */
  signals[SIGNAL_REVERT] =
      g_signal_new ("revert", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);

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

static char *
dup_device (MusterContext *context, const MusterJournalEntry *entry)
{
  const MusterId *own = muster_store_get_device (muster_context_get_store (context));
  g_autofree char *id = muster_id_dup_text (&entry->device);

  if (muster_id_equal (own, &entry->device))
    return g_strdup (_ ("this computer"));
  /* TRANSLATORS: another computer, by the beginning of its id */
  return g_strdup_printf (_ ("computer %.6s"), id);
}

GtkWidget *
muster_history_row_new (MusterContext *context, const MusterJournalEntry *entry)
{
  MusterHistoryRow *self = g_object_new (MUSTER_TYPE_HISTORY_ROW, NULL);
  g_autofree char *title = dup_title (entry);
  g_autofree char *when = muster_words_for_moment (entry->made_us);
  g_autofree char *name = NULL;
  g_autofree char *device = NULL;
  g_autofree char *subtitle = NULL;

  self->context = g_object_ref (context);
  self->change = entry->id;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  device = dup_device (context, entry);
  /* TRANSLATORS: who made a change, when, and on which computer */
  subtitle = g_strdup_printf (_ ("%s · %s · %s"), entry->author, when, device);
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
