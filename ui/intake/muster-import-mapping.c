/* muster-import-mapping.c - what each column of a table means, with the first rows as they will be
 * read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-import-mapping"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-import-mapping.h"

struct _MusterImportMapping
{
  AdwBin parent_instance;

  MusterImportJob *job; /* owned, NULL until shown */
  GPtrArray *rows;      /* owned, of AdwComboRow not owned: one for each column */

  AdwPreferencesGroup *group;
  GtkGrid *sample_grid;
};

G_DEFINE_FINAL_TYPE (MusterImportMapping, muster_import_mapping, ADW_TYPE_BIN)

static void
show_sample (MusterImportMapping *self)
{
  GPtrArray *samples = muster_import_job_get_samples (self->job);
  guint shown = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sample_grid))) != NULL)
    gtk_grid_remove (self->sample_grid, child);
  for (guint c = 0; c < self->rows->len; c++)
    {
      MusterField field = muster_import_job_get_field (self->job, c);
      GtkWidget *heading;

      if (field == MUSTER_FIELD_UNKNOWN || field == MUSTER_FIELD_IGNORED)
        continue;
      heading = gtk_label_new (muster_field_get_title (field));
      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "caption-heading");
      gtk_grid_attach (self->sample_grid, heading, (int) shown, 0, 1, 1);
      for (guint r = 0; r < samples->len; r++)
        {
          char **cells = g_ptr_array_index (samples, r);
          GtkWidget *cell = gtk_label_new (cells[c]);

          gtk_label_set_xalign (GTK_LABEL (cell), 0);
          gtk_label_set_max_width_chars (GTK_LABEL (cell), 24);
          gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
          gtk_label_set_single_line_mode (GTK_LABEL (cell), TRUE);
          gtk_grid_attach (self->sample_grid, cell, (int) shown, (int) r + 1, 1, 1);
        }
      shown++;
    }
}

static void
field_chosen_cb (MusterImportMapping *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint column;

  if (!g_ptr_array_find (self->rows, row, &column))
    return;
  muster_import_job_set_field (self->job, column, (MusterField) adw_combo_row_get_selected (row));
  show_sample (self);
}

static char *
dup_examples (GPtrArray *samples, guint column)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint r = 0; r < MIN (samples->len, 3); r++)
    {
      const char *cell = ((char **) g_ptr_array_index (samples, r))[column];

      if (cell[0] == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append (text, cell);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
muster_import_mapping_dispose (GObject *object)
{
  g_clear_object (&MUSTER_IMPORT_MAPPING (object)->job);

  G_OBJECT_CLASS (muster_import_mapping_parent_class)->dispose (object);
}

static void
muster_import_mapping_finalize (GObject *object)
{
  g_ptr_array_unref (MUSTER_IMPORT_MAPPING (object)->rows);

  G_OBJECT_CLASS (muster_import_mapping_parent_class)->finalize (object);
}

static void
muster_import_mapping_class_init (MusterImportMappingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_mapping_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_import_mapping_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-import-mapping.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportMapping, group);
  gtk_widget_class_bind_template_child (widget_class, MusterImportMapping, sample_grid);
}

static void
muster_import_mapping_init (MusterImportMapping *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * muster_import_mapping_show:
 * @job: one that was looked at, and has columns
 */
void
muster_import_mapping_show (MusterImportMapping *self, MusterImportJob *job)
{
  const MusterSummary *summary = muster_import_job_get_summary (job);
  GPtrArray *samples = muster_import_job_get_samples (job);
  g_autoptr (GtkStringList) fields = gtk_string_list_new (NULL);

  g_set_object (&self->job, job);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < MUSTER_N_FIELDS; i++)
    gtk_string_list_append (fields, i == MUSTER_FIELD_UNKNOWN
                                        ? _ ("Leave out")
                                        : muster_field_get_title ((MusterField) i));

  for (guint i = 0; summary->columns != NULL && summary->columns[i] != NULL; i++)
    {
      GtkWidget *row = adw_combo_row_new ();
      g_autofree char *examples = dup_examples (samples, i);
      g_autofree char *title = summary->columns[i][0] != '\0'
                                   ? g_strdup (summary->columns[i])
                                   : g_strdup_printf (_ ("Column %u"), i + 1);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), examples);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (fields));
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), muster_import_job_get_field (self->job, i));
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (field_chosen_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  show_sample (self);
}
