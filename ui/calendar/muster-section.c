/* muster-section.c - what the sections of the page of an event have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-section"

#include "config.h"

#include "muster-participant.h"
#include "muster-section.h"

/**
 * muster_section_new_box:
 *
 * Returns: (transfer none): a scrolling column of groups inside of @section
 */
GtkBox *
muster_section_new_box (AdwBin *section)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (section, scroller);
  return GTK_BOX (box);
}

/**
 * muster_section_add_group:
 * @title: (nullable)
 *
 * Returns: (transfer none): a new group of rows
 */
GtkWidget *
muster_section_add_group (GtkBox *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (box, group);
  return group;
}

/**
 * muster_section_add_button:
 * @box: a flow box
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
muster_section_add_button (GtkWidget *box, const char *label, GCallback clicked, gpointer user_data)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", clicked, user_data, G_CONNECT_SWAPPED);
  gtk_flow_box_append (GTK_FLOW_BOX (box), button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
  return button;
}

/**
 * muster_section_new_row:
 * @subtitle: (nullable)
 *
 * Returns: (transfer none): a row of @group
 */
GtkWidget *
muster_section_new_row (GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

/**
 * muster_section_index_names:
 *
 * Returns: (transfer full) (element-type utf8 utf8): the names of all people, by what is stored
 */
GHashTable *
muster_section_index_names (const MusterEventDetail *detail)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < detail->people->len; i++)
    g_hash_table_insert (names, g_strdup (muster_participant_get_person (detail->people->pdata[i])),
                         g_strdup (muster_participant_get_name (detail->people->pdata[i])));
  return names;
}

/**
 * muster_section_dup_person:
 *
 * Returns: (transfer full) (nullable): what is stored of the one who is called so: a member where
 *   only one is, else the name itself; %NULL for no name
 */
char *
muster_section_dup_person (GHashTable *names, const char *typed)
{
  g_autofree char *name = g_strstrip (g_strdup (typed != NULL ? typed : ""));
  const char *found = NULL;
  guint n_found = 0;
  GHashTableIter iter;
  gpointer person, value;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &person, &value))
    if (g_str_equal (value, name))
      {
        found = person;
        n_found++;
      }
  if (n_found == 1)
    return g_strdup (found);
  return *name != '\0' ? g_steal_pointer (&name) : NULL;
}

/**
 * muster_section_get_name:
 * @person: (nullable): as it is stored
 */
const char *
muster_section_get_name (GHashTable *names, const char *person)
{
  const char *name = person != NULL ? g_hash_table_lookup (names, person) : NULL;

  return name != NULL ? name : person;
}
