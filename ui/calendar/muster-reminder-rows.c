/* muster-reminder-rows.c - how long before an event the keeper is reminded, as rows of a form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-reminder-rows"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-input-error.h"
#include "muster-reminder-rows.h"
#include "muster-typed.h"

static const struct
{
  int minutes;
  const char *title;
} usual[] = {
  { 0, N_ ("When It Begins") },  { 10, N_ ("10 Minutes Before") }, { 60, N_ ("1 Hour Before") },
  { 1440, N_ ("1 Day Before") }, { 2880, N_ ("2 Days Before") },
};

struct _MusterReminderRows
{
  AdwPreferencesGroup parent_instance;

  AdwExpanderRow *row;
  GtkCheckButton *checks[G_N_ELEMENTS (usual)];
  GtkEditable *own;
};

G_DEFINE_FINAL_TYPE (MusterReminderRows, muster_reminder_rows, ADW_TYPE_PREFERENCES_GROUP)

static void
update (MusterReminderRows *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (gtk_check_button_get_active (self->checks[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", _ (usual[i].title));
  if (*gtk_editable_get_text (self->own) != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                            gtk_editable_get_text (self->own));
  adw_expander_row_set_subtitle (self->row, text->len > 0 ? text->str : _ ("None"));
}

static void
add_check (MusterReminderRows *self, guint i)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (usual[i].title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (usual[i].title), -1);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->row, row);
  self->checks[i] = GTK_CHECK_BUTTON (check);
}

static void
muster_reminder_rows_class_init (MusterReminderRowsClass *klass)
{
}

static void
muster_reminder_rows_init (MusterReminderRows *self)
{
  GtkWidget *own = adw_entry_row_new ();

  self->row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("Reminders"));
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    add_check (self, i);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (own), _ ("Other, in Minutes Before"));
  self->own = GTK_EDITABLE (own);
  g_signal_connect_object (own, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->row, own);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->row));
  update (self);
}

/**
 * muster_reminder_rows_set_lines:
 * @lines: (nullable): minutes before the beginning, one a line
 */
void
muster_reminder_rows_set_lines (MusterReminderRows *self, const char *lines)
{
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GString) own = g_string_new (NULL);

  g_return_if_fail (MUSTER_IS_REMINDER_ROWS (self));

  (void) muster_typed_minutes (lines != NULL ? lines : "", minutes);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    gtk_check_button_set_active (self->checks[i], FALSE);
  for (guint i = 0; i < minutes->len; i++)
    {
      int value = g_array_index (minutes, int, i);
      gboolean found = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (usual); j++)
        if (usual[j].minutes == value)
          {
            gtk_check_button_set_active (self->checks[j], TRUE);
            found = TRUE;
          }
      if (!found)
        g_string_append_printf (own, "%s%d", own->len > 0 ? ", " : "", value);
    }
  gtk_editable_set_text (self->own, own->str);
  update (self);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * muster_reminder_rows_read:
 * @out_lines: (out) (nullable): minutes before the beginning, one a line
 *
 * Returns: %FALSE if what was typed is no number of minutes
 */
gboolean
muster_reminder_rows_read (MusterReminderRows *self, char **out_lines, GError **error)
{
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (int));
  GString *lines;

  g_return_val_if_fail (MUSTER_IS_REMINDER_ROWS (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (gtk_check_button_get_active (self->checks[i]))
      g_array_append_val (minutes, usual[i].minutes);
  if (!muster_typed_minutes (gtk_editable_get_text (self->own), minutes))
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, 0, "%s",
                              _ ("Reminders are numbers of minutes, such as 45, 120."));
      return FALSE;
    }

  g_array_sort (minutes, compare);
  lines = g_string_new (NULL);
  for (guint i = 0; i < minutes->len; i++)
    if (i == 0 || g_array_index (minutes, int, i) != g_array_index (minutes, int, i - 1))
      g_string_append_printf (lines, "%s%d", lines->len > 0 ? "\n" : "",
                              g_array_index (minutes, int, i));
  *out_lines = g_string_free (lines, lines->len == 0);
  return TRUE;
}
