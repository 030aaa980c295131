/* muster-person-button.c - a button behind which one of many people is looked for and chosen
 *
 * Says "chosen" with the person.  The list is only made when it is opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-person-button"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-participant-row.h"
#include "muster-person-button.h"

struct _MusterPersonButton
{
  GtkWidget parent_instance;

  GListModel *people; /* owned, of MusterParticipant */
  char *text;         /* owned: what is looked for at first */
  char *folded;       /* owned */
  GtkFilter *filter;  /* owned, NULL before the list was made */
  GtkSingleSelection *selection;
  GtkPopover *popover;
  GtkEditable *search;
};

G_DEFINE_FINAL_TYPE (MusterPersonButton, muster_person_button, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
filter_person (gpointer item, gpointer user_data)
{
  MusterPersonButton *self = user_data;

  return muster_participant_is_member (item) &&
         (*self->folded == '\0' || muster_participant_matches (item, self->folded));
}

static void
search_changed_cb (MusterPersonButton *self)
{
  g_free (self->folded);
  self->folded = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
activated_cb (MusterPersonButton *self, guint position)
{
  g_autoptr (MusterParticipant) found =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (found == NULL)
    return;
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, found);
}

static void
search_activated_cb (MusterPersonButton *self)
{
  activated_cb (self, 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, muster_participant_row_new (FALSE));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  muster_participant_row_set_participant (MUSTER_PARTICIPANT_ROW (gtk_list_item_get_child (item)),
                                          gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  muster_participant_row_set_participant (MUSTER_PARTICIPANT_ROW (gtk_list_item_get_child (item)),
                                          NULL);
}

static GtkWidget *
make_list (MusterPersonButton *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkFilterListModel *found;
  GtkWidget *list;

  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_person, self, NULL));
  found = gtk_filter_list_model_new (g_object_ref (self->people), g_object_ref (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (found));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("People"), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (scroller, 260, 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

static void
show_cb (MusterPersonButton *self)
{
  GtkWidget *box = gtk_popover_get_child (self->popover);

  if (self->filter == NULL)
    {
      gtk_box_append (GTK_BOX (box), make_list (self));
      g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_editable_set_text (self->search, self->text);
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
muster_person_button_dispose (GObject *object)
{
  MusterPersonButton *self = MUSTER_PERSON_BUTTON (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->people);
  g_clear_object (&self->filter);
  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (muster_person_button_parent_class)->dispose (object);
}

static void
muster_person_button_finalize (GObject *object)
{
  MusterPersonButton *self = MUSTER_PERSON_BUTTON (object);

  g_free (self->text);
  g_free (self->folded);

  G_OBJECT_CLASS (muster_person_button_parent_class)->finalize (object);
}

static void
muster_person_button_class_init (MusterPersonButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_person_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_person_button_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, MUSTER_TYPE_PARTICIPANT);
}

static void
muster_person_button_init (MusterPersonButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();

  self->folded = g_strdup ("");
  self->search = GTK_EDITABLE (search);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name or Initials"), -1);
  gtk_box_append (GTK_BOX (box), search);
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, box);
  g_signal_connect_object (search, "activate", G_CALLBACK (search_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
}

/**
 * muster_person_button_new:
 * @people: (element-type MusterParticipant): of whom members can be chosen
 * @text: what is looked for at first
 */
GtkWidget *
muster_person_button_new (const char *label, GListModel *people, const char *text)
{
  MusterPersonButton *self = g_object_new (MUSTER_TYPE_PERSON_BUTTON, NULL);
  GtkWidget *button = gtk_menu_button_new ();

  self->people = g_object_ref (people);
  self->text = g_strdup (text);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->popover));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
