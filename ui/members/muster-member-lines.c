/* muster-member-lines.c - a member in two lines, for a window too narrow for a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-member-lines"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-member-lines.h"
#include "muster-member.h"
#include "muster-membership.h"
#include "muster-slot-list.h"

/* Name and last message; nickname (of everyone: the groups) and a standing that is worth saying. */
typedef struct
{
  GtkLabel *name, *last_message, *nickname, *standing;
} Lines;

static GtkLabel *
add_label (GtkBox *line, gboolean wide)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (wide)
    {
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  gtk_box_append (line, label);
  return GTK_LABEL (label);
}

static GtkBox *
add_line (GtkBox *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (box, line);
  return GTK_BOX (line);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkBox *upper = add_line (GTK_BOX (box));
  GtkBox *lower = add_line (GTK_BOX (box));
  Lines *lines = g_new0 (Lines, 1);

  lines->name = add_label (upper, TRUE);
  lines->last_message = add_label (upper, FALSE);
  lines->nickname = add_label (lower, TRUE);
  lines->standing = add_label (lower, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (lines->name), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (lines->last_message), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (lines->last_message), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (lines->nickname), "dim-label");
  gtk_widget_add_css_class (box, "member-lines");
  g_object_set_data_full (G_OBJECT (box), "lines", lines, g_free);
  g_object_set_data (G_OBJECT (box), "factory", factory);
  gtk_list_item_set_child (item, box);
}

static void
fill (GtkWidget *box, MusterSlot *slot)
{
  Lines *lines = g_object_get_data (G_OBJECT (box), "lines");
  MusterMember *member = muster_slot_get_row (slot);
  gboolean everyone =
      g_object_get_data (g_object_get_data (G_OBJECT (box), "factory"), "everyone") != NULL;
  const char *standing = "";

  if (member != NULL)
    standing = muster_member_get_text (member, MUSTER_MEMBER_STANDING);
  if (everyone || g_str_equal (standing, muster_standing_get_title (MUSTER_STANDING_ACTIVE)))
    standing = "";
  gtk_label_set_label (lines->name,
                       member != NULL ? muster_member_get_text (member, MUSTER_MEMBER_NAME) : "");
  gtk_label_set_label (lines->last_message,
                       member != NULL ? muster_member_get_text (member, MUSTER_MEMBER_LAST_MESSAGE)
                                      : "");
  gtk_label_set_label (
      lines->nickname,
      member != NULL
          ? muster_member_get_text (member, everyone ? MUSTER_MEMBER_GROUP : MUSTER_MEMBER_NICKNAME)
          : "");
  gtk_label_set_label (lines->standing, standing);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  MusterSlot *slot = gtk_list_item_get_item (item);

  g_signal_connect_object (slot, "changed", G_CALLBACK (fill), box, G_CONNECT_SWAPPED);
  fill (box, slot);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill,
                                        gtk_list_item_get_child (item));
}

/**
 * muster_member_lines_new_factory:
 *
 * Returns: (transfer full): makes the rows of a list of MusterSlot whose rows are MusterMember
 */
GtkListItemFactory *
muster_member_lines_new_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

/**
 * muster_member_lines_set_everyone:
 * @everyone: whether the rows are persons of all groups
 *
 * Holds for rows that are filled from now on.
 */
void
muster_member_lines_set_everyone (GtkListItemFactory *factory, gboolean everyone)
{
  g_object_set_data (G_OBJECT (factory), "everyone", GINT_TO_POINTER (everyone));
}
