/* muster-ladder-rows.c - the settings of a group that are about violations
 *
 * What follows a violation step by step, and when violations expire.  What is
 * typed is said again in words, or what is wrong with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-ladder-rows"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-ladder-rows.h"
#include "muster-ladder.h"

struct _MusterLadderRows
{
  AdwPreferencesGroup parent_instance;

  char *expires; /* owned: as it was */

  GtkWidget *ladder_row;
  AdwActionRow *words_row;
  AdwComboRow *expires_row;
};

G_DEFINE_FINAL_TYPE (MusterLadderRows, muster_ladder_rows, ADW_TYPE_PREFERENCES_GROUP)

static const struct
{
  const char *period;
  const char *title;
} periods[] = {
  { "P1M", N_ ("1 month") },    { "P3M", N_ ("3 months") },   { "P6M", N_ ("6 months") },
  { "P12M", N_ ("12 months") }, { "P24M", N_ ("24 months") },
};

static const char *
get_ladder (MusterLadderRows *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->ladder_row));
}

static void
changed_cb (MusterLadderRows *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterLadder) ladder = muster_ladder_parse (get_ladder (self), &error);
  g_autofree char *words = ladder != NULL ? muster_ladder_dup_title (ladder) : NULL;

  if (ladder == NULL)
    gtk_widget_add_css_class (self->ladder_row, "error");
  else
    gtk_widget_remove_css_class (self->ladder_row, "error");
  adw_action_row_set_subtitle (self->words_row, ladder == NULL   ? error->message
                                                : *words != '\0' ? words
                                                                 : _ ("Nothing is proposed."));
}

static void
muster_ladder_rows_finalize (GObject *object)
{
  g_free (MUSTER_LADDER_ROWS (object)->expires);

  G_OBJECT_CLASS (muster_ladder_rows_parent_class)->finalize (object);
}

static void
muster_ladder_rows_class_init (MusterLadderRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_ladder_rows_finalize;
}

static void
muster_ladder_rows_init (MusterLadderRows *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  adw_preferences_group_set_title (group, _ ("Violations"));
  adw_preferences_group_set_description (
      group, _ ("Steps with their numbers: private, named, mute PT24H, remove, fine 50, points 2; "
                "several at a step with +. It holds for what happens from today on; a clause may "
                "have steps of its own."));
  self->ladder_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->ladder_row),
                                 _ ("What follows a violation"));
  g_signal_connect_object (self->ladder_row, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, self->ladder_row);

  self->words_row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->words_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->words_row), _ ("In words"));
  adw_action_row_set_subtitle_lines (self->words_row, 0);
  adw_preferences_group_add (group, GTK_WIDGET (self->words_row));

  self->expires_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expires_row),
                                 _ ("Violations expire after"));
  adw_preferences_group_add (group, GTK_WIDGET (self->expires_row));
}

/**
 * muster_ladder_rows_set_policy:
 * @policy: as it is
 */
void
muster_ladder_rows_set_policy (MusterLadderRows *self, MusterPolicy *policy)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = G_N_ELEMENTS (periods);

  g_return_if_fail (MUSTER_IS_LADDER_ROWS (self));

  g_free (self->expires);
  self->expires = g_strdup (muster_policy_get (policy, "violation-expires"));
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      gtk_string_list_append (titles, _ (periods[i].title));
      if (g_str_equal (periods[i].period, self->expires))
        selected = i;
    }
  if (selected == G_N_ELEMENTS (periods))
    gtk_string_list_append (titles, self->expires);
  adw_combo_row_set_model (self->expires_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->expires_row, selected);
  gtk_editable_set_text (GTK_EDITABLE (self->ladder_row), muster_policy_get (policy, "ladder"));
  changed_cb (self);
}

/**
 * muster_ladder_rows_collect:
 * @values: (element-type utf8 utf8): gets what the rows say
 */
void
muster_ladder_rows_collect (MusterLadderRows *self, GHashTable *values)
{
  guint selected;

  g_return_if_fail (MUSTER_IS_LADDER_ROWS (self));

  selected = adw_combo_row_get_selected (self->expires_row);
  g_hash_table_insert (values, g_strdup ("ladder"), g_strdup (get_ladder (self)));
  g_hash_table_insert (
      values, g_strdup ("violation-expires"),
      g_strdup (selected < G_N_ELEMENTS (periods) ? periods[selected].period : self->expires));
}

/**
 * muster_ladder_rows_check:
 *
 * Returns: whether the ladder can be read
 */
gboolean
muster_ladder_rows_check (MusterLadderRows *self, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_LADDER_ROWS (self), FALSE);

  return muster_ladder_check_policy ("ladder", get_ladder (self), error);
}
