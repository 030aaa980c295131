/* muster-form-dialog.c - a question with a few fields: text, a date, a choice
 *
 * Says "accepted" once every required field is filled and every date is one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-form-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-form-dialog.h"

struct _MusterFormDialog
{
  AdwMessageDialog parent_instance;

  GtkWidget *group; /* of the rows */
  GPtrArray *rows;  /* owned, of GtkWidget not owned; the widget's name is the key */
};

G_DEFINE_FINAL_TYPE (MusterFormDialog, muster_form_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  SIGNAL_ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
text_of (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
is_filled (GtkWidget *row)
{
  g_autofree char *text = g_strstrip (g_strdup (text_of (row)));
  MusterDay day;

  if (text[0] == '\0')
    return !gtk_widget_has_css_class (row, "required");
  return !gtk_widget_has_css_class (row, "date") || muster_day_parse (text, &day);
}

static void
update (MusterFormDialog *self)
{
  gboolean complete = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (!ADW_IS_ENTRY_ROW (row))
        continue;
      if (is_filled (row))
        gtk_widget_remove_css_class (row, "error");
      else if (text_of (row)[0] != '\0')
        gtk_widget_add_css_class (row, "error");
      complete &= is_filled (row);
    }
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept", complete);
}

static GtkWidget *
find_row (MusterFormDialog *self, const char *key)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (gtk_widget_get_name (g_ptr_array_index (self->rows, i)), key))
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

static void
add_row (MusterFormDialog *self, const char *key, const char *title, GtkWidget *row)
{
  gtk_widget_set_name (row, key);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  g_ptr_array_add (self->rows, row);
  update (self);
}

static void
response_cb (MusterFormDialog *self, const char *response)
{
  if (g_str_equal (response, "accept"))
    g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
}

static void
muster_form_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (MUSTER_FORM_DIALOG (object)->rows);

  G_OBJECT_CLASS (muster_form_dialog_parent_class)->finalize (object);
}

static void
muster_form_dialog_class_init (MusterFormDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_form_dialog_finalize;

  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_form_dialog_init (MusterFormDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->group = adw_preferences_group_new ();
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), self->group);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (self), "cancel", _ ("Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self), "cancel");
  g_signal_connect (self, "response", G_CALLBACK (response_cb), NULL);
}

/**
 * muster_form_dialog_new:
 * @body: (nullable): a sentence below the heading
 * @accept_label: what the button says
 */
MusterFormDialog *
muster_form_dialog_new (GtkWindow *parent, const char *heading, const char *body,
                        const char *accept_label)
{
  MusterFormDialog *self = g_object_new (MUSTER_TYPE_FORM_DIALOG, "transient-for", parent, "modal",
                                         TRUE, "heading", heading, "title", heading, NULL);

  if (body != NULL)
    adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (self), "accept", accept_label);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self), "accept",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self), "accept");
  return self;
}

/**
 * muster_form_dialog_add_entry:
 * @key: by which the answer is asked for
 * @text: (nullable): what stands there at first
 */
void
muster_form_dialog_add_entry (MusterFormDialog *self, const char *key, const char *title,
                              const char *text, gboolean required)
{
  GtkWidget *row = adw_entry_row_new ();

  g_return_if_fail (MUSTER_IS_FORM_DIALOG (self));

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  if (required)
    gtk_widget_add_css_class (row, "required");
  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  add_row (self, key, title, row);
}

/**
 * muster_form_dialog_add_day:
 * @day: what stands there at first; %MUSTER_DAY_NONE for nothing
 */
void
muster_form_dialog_add_day (MusterFormDialog *self, const char *key, const char *title,
                            MusterDay day, gboolean required)
{
  g_autofree char *text = day != MUSTER_DAY_NONE ? muster_day_dup_text (day) : NULL;

  g_return_if_fail (MUSTER_IS_FORM_DIALOG (self));

  muster_form_dialog_add_entry (self, key, title, text, required);
  gtk_widget_add_css_class (find_row (self, key), "date");
  update (self);
}

void
muster_form_dialog_add_choice (MusterFormDialog *self, const char *key, const char *title,
                               GtkStringList *choices, guint selected)
{
  GtkWidget *row = adw_combo_row_new ();

  g_return_if_fail (MUSTER_IS_FORM_DIALOG (self));

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  add_row (self, key, title, row);
}

const char *
muster_form_dialog_get_text (MusterFormDialog *self, const char *key)
{
  g_return_val_if_fail (MUSTER_IS_FORM_DIALOG (self), NULL);

  return text_of (find_row (self, key));
}

/**
 * muster_form_dialog_get_day:
 *
 * Returns: the date; %MUSTER_DAY_NONE where the field was left empty
 */
MusterDay
muster_form_dialog_get_day (MusterFormDialog *self, const char *key)
{
  MusterDay day = MUSTER_DAY_NONE;

  g_return_val_if_fail (MUSTER_IS_FORM_DIALOG (self), MUSTER_DAY_NONE);

  (void) muster_day_parse (muster_form_dialog_get_text (self, key), &day);
  return day;
}

guint
muster_form_dialog_get_choice (MusterFormDialog *self, const char *key)
{
  g_return_val_if_fail (MUSTER_IS_FORM_DIALOG (self), 0);

  return adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (self, key)));
}
