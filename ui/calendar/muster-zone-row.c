/* muster-zone-row.c - a time zone, chosen from a list that is searched by typing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-zone-row"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-zone-list.h"
#include "muster-zone-row.h"

struct _MusterZoneRow
{
  AdwActionRow parent_instance;

  char *zone; /* owned, NULL: wherever the keeper is */
  GtkPopover *popover;
  GtkStringList *names;
  GtkStringFilter *filter;
  GtkSingleSelection *selection;
  GtkEditable *search;
};

G_DEFINE_FINAL_TYPE (MusterZoneRow, muster_zone_row, ADW_TYPE_ACTION_ROW)

/* The words of the first entry of the list, which stands for no zone of its own. */
static const char *
get_anywhere (void)
{
  return _ ("Wherever I Am");
}

static void
take (MusterZoneRow *self, const char *name)
{
  muster_zone_row_set_zone (self, g_strcmp0 (name, get_anywhere ()) == 0 ? NULL : name);
  gtk_popover_popdown (self->popover);
}

static void
activated_cb (MusterZoneRow *self, guint position)
{
  g_autoptr (GtkStringObject) found =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (found != NULL)
    take (self, gtk_string_object_get_string (found));
}

static void
search_activated_cb (MusterZoneRow *self)
{
  activated_cb (self, 0);
}

static void
search_changed_cb (MusterZoneRow *self)
{
  g_autofree char *text = g_strdelimit (g_strdup (gtk_editable_get_text (self->search)), " ", '_');

  gtk_string_filter_set_search (self->filter, text);
}

static void
show_cb (MusterZoneRow *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->names)) == 0)
    {
      g_auto (GStrv) zones = muster_zone_list_dup_names ();

      gtk_string_list_append (self->names, get_anywhere ());
      gtk_string_list_splice (self->names, 1, 0, (const char *const *) zones);
    }
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
make_list (MusterZoneRow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Time Zones"), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (scroller, 260, 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

static GtkWidget *
make_popover (MusterZoneRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();

  self->search = GTK_EDITABLE (search);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search Time Zones"), -1);
  g_signal_connect_object (search, "changed", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "activate", G_CALLBACK (search_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), make_list (self));
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, box);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->popover);
}

static void
muster_zone_row_finalize (GObject *object)
{
  MusterZoneRow *self = MUSTER_ZONE_ROW (object);

  g_free (self->zone);
  g_clear_object (&self->names);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (muster_zone_row_parent_class)->finalize (object);
}

static void
muster_zone_row_class_init (MusterZoneRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_zone_row_finalize;
}

static void
muster_zone_row_init (MusterZoneRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkFilterListModel *found;

  self->names = gtk_string_list_new (NULL);
  self->filter =
      gtk_string_filter_new (gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->names)),
                                     GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (found));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), make_popover (self));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose a Time Zone"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a Time Zone"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), button);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Time Zone"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), get_anywhere ());
}

/**
 * muster_zone_row_get_zone:
 *
 * Returns: (nullable): IANA name; %NULL for wherever the keeper is
 */
const char *
muster_zone_row_get_zone (MusterZoneRow *self)
{
  g_return_val_if_fail (MUSTER_IS_ZONE_ROW (self), NULL);

  return self->zone;
}

void
muster_zone_row_set_zone (MusterZoneRow *self, const char *zone)
{
  char *copy;

  g_return_if_fail (MUSTER_IS_ZONE_ROW (self));

  copy = g_strdup (zone);
  g_free (self->zone);
  self->zone = copy;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), zone != NULL ? zone : get_anywhere ());
}
