/* muster-attachment-rows.c - files and pages that belong to an event, by reference, as rows of a
 * form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-attachment-rows"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-attachment-rows.h"

struct _MusterAttachmentRows
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* owned, of GtkWidget not owned; the tooltip is the address */
  GtkWidget *address_row;
  GtkFileChooserNative *chooser; /* owned, NULL while none is open */
};

G_DEFINE_FINAL_TYPE (MusterAttachmentRows, muster_attachment_rows, ADW_TYPE_PREFERENCES_GROUP)

static void
remove_cb (GtkButton *button, MusterAttachmentRows *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);

  g_ptr_array_remove (self->rows, row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
}

/* The address row stays the last. */
static void
add_address (MusterAttachmentRows *self, const char *address)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_path_get_basename (address);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), address);
  gtk_widget_set_tooltip_text (row, address);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove the Attachment"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove the Attachment"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_ptr_array_add (self->rows, row);
  g_object_ref (self->address_row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->address_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->address_row);
  g_object_unref (self->address_row);
}

static void
apply_cb (MusterAttachmentRows *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address_row))));

  if (*text != '\0')
    add_address (self, text);
  gtk_editable_set_text (GTK_EDITABLE (self->address_row), "");
}

static void
chosen_cb (MusterAttachmentRows *self, int response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  if (file != NULL)
    {
      g_autofree char *address = g_file_get_uri (file);

      add_address (self, address);
    }
  g_clear_object (&self->chooser);
}

static void
add_file_cb (MusterAttachmentRows *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Add a File"), GTK_WINDOW (window),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
muster_attachment_rows_dispose (GObject *object)
{
  g_clear_object (&MUSTER_ATTACHMENT_ROWS (object)->chooser);

  G_OBJECT_CLASS (muster_attachment_rows_parent_class)->dispose (object);
}

static void
muster_attachment_rows_finalize (GObject *object)
{
  g_ptr_array_unref (MUSTER_ATTACHMENT_ROWS (object)->rows);

  G_OBJECT_CLASS (muster_attachment_rows_parent_class)->finalize (object);
}

static void
muster_attachment_rows_class_init (MusterAttachmentRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_attachment_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_attachment_rows_finalize;
}

static void
muster_attachment_rows_init (MusterAttachmentRows *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Add a File…"));

  self->rows = g_ptr_array_new ();
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_file_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Attachments"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _ ("Only the address is kept, not a copy."));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
  self->address_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->address_row),
                                 _ ("Address of a Page or File"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->address_row), TRUE);
  g_signal_connect_object (self->address_row, "apply", G_CALLBACK (apply_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->address_row);
}

/**
 * muster_attachment_rows_set_lines:
 * @lines: (nullable): addresses, one a line
 */
void
muster_attachment_rows_set_lines (MusterAttachmentRows *self, const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  g_return_if_fail (MUSTER_IS_ATTACHMENT_ROWS (self));

  for (guint i = self->rows->len; i > 0; i--)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i - 1]);
  g_ptr_array_set_size (self->rows, 0);
  for (char **line = split; *line != NULL; line++)
    if (**line != '\0')
      add_address (self, *line);
}

/**
 * muster_attachment_rows_dup_lines:
 *
 * Returns: (transfer full) (nullable): addresses, one a line; what is typed and not yet added too
 */
char *
muster_attachment_rows_dup_lines (MusterAttachmentRows *self)
{
  GString *lines;

  g_return_val_if_fail (MUSTER_IS_ATTACHMENT_ROWS (self), NULL);

  apply_cb (self);
  lines = g_string_new (NULL);
  for (guint i = 0; i < self->rows->len; i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "",
                            gtk_widget_get_tooltip_text (self->rows->pdata[i]));
  return g_string_free (lines, lines->len == 0);
}
