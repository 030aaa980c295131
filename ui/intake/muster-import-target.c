/* muster-import-target.c - what a file is taken for, and the group it goes into
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-import-target"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-import-target.h"
#include "muster-import-words.h"

struct _MusterImportTarget
{
  AdwBin parent_instance;

  MusterImportJob *job; /* owned, NULL until shown */
  GListModel *groups;   /* owned, NULL until shown; of MusterGroup, the first for everyone */
  gboolean filling;     /* rows are being filled: nothing was chosen */

  AdwActionRow *file_row;
  AdwComboRow *format_row;
  AdwComboRow *encoding_row;
  AdwActionRow *found_row;
  AdwComboRow *purpose_row;
  AdwComboRow *group_row;
  GtkWidget *group_name_row;
  GtkWidget *covers_group;
  GtkWidget *covers_from_row;
  GtkWidget *covers_to_row;
  GtkWidget *taken_group;
  GtkWidget *taken_row;
};

G_DEFINE_FINAL_TYPE (MusterImportTarget, muster_import_target, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_LOOK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* As the rows of the template stand; NULL detects. */
static const char *const encodings[] = {
  NULL, "UTF-8", "GB18030", "UTF-16", "Big5", "Shift_JIS", "EUC-KR", "windows-1252", "windows-1251",
};

static gboolean
has_table (MusterImportTarget *self)
{
  return muster_import_job_get_samples (self->job) != NULL;
}

static MusterDay
get_day (GtkWidget *row)
{
  MusterDay day = MUSTER_DAY_NONE;

  (void) muster_day_parse (gtk_editable_get_text (GTK_EDITABLE (row)), &day);
  return day;
}

static gboolean
is_day_or_empty (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row))[0] == '\0' || get_day (row) != MUSTER_DAY_NONE;
}

/* The last row of the choice makes a new group. */
static gboolean
wants_new_group (MusterImportTarget *self)
{
  return adw_combo_row_get_selected (self->group_row) + 1 ==
         g_list_model_get_n_items (adw_combo_row_get_model (self->group_row));
}

static void
fill_formats (MusterImportTarget *self)
{
  GArray *matches = muster_import_job_get_matches (self->job);
  const MusterSummary *summary = muster_import_job_get_summary (self->job);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const MusterFormat *format = g_array_index (matches, MusterFormatMatch, i).format;

      gtk_string_list_append (titles, muster_format_get_title (format));
      if (format == summary->format)
        selected = i;
    }
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->format_row, selected);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format_row),
                               g_array_index (matches, MusterFormatMatch, selected).confidence < 50
                                   ? _ ("This is a guess: please check.")
                                   : NULL);
}

static void
fill_purposes (MusterImportTarget *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  MusterImportPurpose purpose = muster_import_job_get_purpose (self->job);

  if (has_table (self))
    {
      gtk_string_list_append (titles, _ ("Roster: who belongs in the group"));
      gtk_string_list_append (titles, _ ("Member list: who is in the group now"));
    }
  else if (purpose == MUSTER_IMPORT_CALENDAR)
    {
      gtk_string_list_append (titles, _ ("Calendar: what happens when"));
    }
  else
    {
      gtk_string_list_append (titles, _ ("Chat records: who wrote when"));
    }
  adw_combo_row_set_model (self->purpose_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->purpose_row, purpose == MUSTER_IMPORT_SNAPSHOT ? 1 : 0);
}

static void
fill_groups (MusterImportTarget *self, MusterGroup *offered)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = g_list_model_get_n_items (self->groups);
  guint selected = n > 1 ? 0 : GTK_INVALID_LIST_POSITION;

  for (guint i = 1; i < n; i++)
    {
      g_autoptr (MusterGroup) group = g_list_model_get_item (self->groups, i);

      gtk_string_list_append (names, muster_group_get_name (group));
      if (offered != NULL &&
          muster_id_equal (muster_group_get_id (group), muster_group_get_id (offered)))
        selected = i - 1;
    }
  gtk_string_list_append (names, _ ("A new group"));
  adw_combo_row_set_model (self->group_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->group_row, n > 1 ? selected : 0);
}

static void
update (MusterImportTarget *self)
{
  MusterImportPurpose purpose = muster_import_job_get_purpose (self->job);

  gtk_widget_set_visible (self->covers_group, purpose == MUSTER_IMPORT_CHAT);
  gtk_widget_set_visible (self->taken_group, purpose == MUSTER_IMPORT_SNAPSHOT);
  gtk_widget_set_visible (self->group_name_row, wants_new_group (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
format_changed_cb (MusterImportTarget *self)
{
  GArray *matches;
  guint selected = adw_combo_row_get_selected (self->format_row);

  if (self->filling || self->job == NULL)
    return;
  matches = muster_import_job_get_matches (self->job);
  if (matches != NULL && selected < matches->len)
    g_signal_emit (self, signals[SIGNAL_LOOK], 0,
                   g_array_index (matches, MusterFormatMatch, selected).format->id);
}

static void
encoding_changed_cb (MusterImportTarget *self)
{
  if (!self->filling && self->job != NULL)
    g_signal_emit (self, signals[SIGNAL_LOOK], 0, NULL);
}

static void
purpose_changed_cb (MusterImportTarget *self)
{
  if (self->filling || self->job == NULL)
    return;
  if (has_table (self))
    muster_import_job_set_purpose (self->job, adw_combo_row_get_selected (self->purpose_row) == 1
                                                  ? MUSTER_IMPORT_SNAPSHOT
                                                  : MUSTER_IMPORT_ROSTER);
  update (self);
}

static void
group_changed_cb (MusterImportTarget *self)
{
  if (!self->filling && self->job != NULL)
    update (self);
}

static void
muster_import_target_dispose (GObject *object)
{
  MusterImportTarget *self = MUSTER_IMPORT_TARGET (object);

  g_clear_object (&self->job);
  g_clear_object (&self->groups);

  G_OBJECT_CLASS (muster_import_target_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, MusterImportTarget, child)

static void
muster_import_target_class_init (MusterImportTargetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_target_dispose;

  /* Something was chosen. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* The file is to be read in another way: the id of a format, or NULL. */
  signals[SIGNAL_LOOK] = g_signal_new ("look", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-import-target.ui");
  BIND (file_row);
  BIND (format_row);
  BIND (encoding_row);
  BIND (found_row);
  BIND (purpose_row);
  BIND (group_row);
  BIND (group_name_row);
  BIND (covers_group);
  BIND (covers_from_row);
  BIND (covers_to_row);
  BIND (taken_group);
  BIND (taken_row);
  gtk_widget_class_bind_template_callback (widget_class, format_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, encoding_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, purpose_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_changed_cb);
}

static void
muster_import_target_init (MusterImportTarget *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * muster_import_target_show:
 * @job: after its look
 * @groups: of MusterGroup; the first stands for everyone
 * @group: (nullable): the one to offer first
 */
void
muster_import_target_show (MusterImportTarget *self, MusterImportJob *job, GListModel *groups,
                           MusterGroup *group, MusterDay today)
{
  const MusterSummary *summary = muster_import_job_get_summary (job);
  g_autofree char *found = muster_import_words_for_summary (summary);
  g_autofree char *day = muster_day_dup_text (today);

  g_return_if_fail (MUSTER_IS_IMPORT_TARGET (self));

  g_set_object (&self->job, job);
  g_set_object (&self->groups, groups);
  self->filling = TRUE;
  adw_action_row_set_subtitle (self->file_row, muster_import_job_get_name (job));
  adw_action_row_set_subtitle (self->found_row, found);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->encoding_row), summary->encoding);
  fill_formats (self);
  fill_purposes (self);
  fill_groups (self, group);
  if (summary->title != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->group_name_row), summary->title);
  gtk_editable_set_text (GTK_EDITABLE (self->taken_row), day);
  self->filling = FALSE;
  update (self);
}

/**
 * muster_import_target_is_complete:
 *
 * Returns: whether everything that must be said has been said
 */
gboolean
muster_import_target_is_complete (MusterImportTarget *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (MUSTER_IS_IMPORT_TARGET (self), FALSE);

  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->group_name_row))));
  if (self->job == NULL || (wants_new_group (self) && name[0] == '\0'))
    return FALSE;
  return is_day_or_empty (self->covers_from_row) && is_day_or_empty (self->covers_to_row) &&
         get_day (self->taken_row) != MUSTER_DAY_NONE;
}

/**
 * muster_import_target_get_encoding:
 *
 * Returns: (nullable): the encoding that was chosen; %NULL to find it
 */
const char *
muster_import_target_get_encoding (MusterImportTarget *self)
{
  guint selected;

  g_return_val_if_fail (MUSTER_IS_IMPORT_TARGET (self), NULL);

  selected = adw_combo_row_get_selected (self->encoding_row);
  return selected < G_N_ELEMENTS (encodings) ? encodings[selected] : NULL;
}

/**
 * muster_import_target_take:
 *
 * Tells the job what was said.
 */
void
muster_import_target_take (MusterImportTarget *self)
{
  guint selected = adw_combo_row_get_selected (self->group_row);
  g_autoptr (MusterGroup) group = NULL;

  g_return_if_fail (MUSTER_IS_IMPORT_TARGET (self) && self->job != NULL);

  if (wants_new_group (self))
    {
      const MusterFormat *format = muster_import_job_get_summary (self->job)->format;
      g_autofree char *name =
          g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->group_name_row))));

      group = muster_group_new (&(MusterId){ { 0 } }, name);
      muster_group_set_platform (group, format->platform != NULL ? format->platform : "wechat");
    }
  else
    {
      group = g_list_model_get_item (self->groups, selected + 1);
    }
  muster_import_job_set_group (self->job, group);
  muster_import_job_set_days (self->job, get_day (self->covers_from_row),
                              get_day (self->covers_to_row), get_day (self->taken_row));
}
