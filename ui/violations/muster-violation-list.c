/* muster-violation-list.c - the violations of a group: those with something left to do, or all
 *
 * A row opens its violation by the action "violations.open".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-list"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-section.h"
#include "muster-violation-list.h"

#define MAX_ROWS 300

struct _MusterViolationList
{
  AdwBin parent_instance;

  MusterViolationBoard *board; /* owned, NULL before it was read */
  gboolean all;                /* else only those with something left to do */
  GtkBox *box;                 /* of the groups, made anew whenever something changed */
};

G_DEFINE_FINAL_TYPE (MusterViolationList, muster_violation_list, ADW_TYPE_BIN)

static void
opened_cb (MusterViolationList *self, GtkWidget *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "violations.open", "s", gtk_widget_get_name (row));
}

static char *
dup_subtitle (const MusterViolationCase *about)
{
  g_autofree char *when = muster_violation_dup_when (about->violation);
  g_autofree char *clause = muster_violation_case_dup_clause (about);
  MusterSanction sanction;
  g_autofree char *title =
      about->status.decision != NULL &&
              muster_sanction_parse (about->status.decision->sanction, &sanction, NULL)
          ? muster_sanction_dup_title (&sanction)
          : NULL;

  return g_strdup_printf ("%s · %s%s%s", when, clause, title != NULL ? " · " : "",
                          title != NULL ? title : "");
}

static void
add_state (GtkWidget *row, const MusterViolationCase *about)
{
  GtkWidget *label = gtk_label_new (muster_violation_state_get_title (about->status.state));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_width_chars (GTK_LABEL (label), 13);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, muster_violation_status_is_open (&about->status) ? "accent"
                                                                                    : "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
}

static void
add_row (MusterViolationList *self, GtkWidget *group, const MusterViolationCase *about)
{
  g_autofree char *id = muster_id_dup_text (&about->violation->id);
  g_autofree char *subtitle = dup_subtitle (about);
  GtkWidget *row = muster_section_new_row (
      group, muster_violation_board_get_name (self->board, &about->violation->membership),
      subtitle);
  g_autofree char *label =
      g_strdup_printf ("%s, %s, %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                       subtitle, muster_violation_state_get_title (about->status.state));

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_name (row, id);
  add_state (row, about);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
}

static void fill (MusterViolationList *self);

static void
toggled_cb (MusterViolationList *self, GtkToggleButton *all)
{
  if (self->all == gtk_toggle_button_get_active (all))
    return;
  self->all = gtk_toggle_button_get_active (all);
  fill (self);
}

static void
record_cb (MusterViolationList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "violations.record", NULL);
}

/* What is shown, and the way to a new one. */
static void
add_tools (MusterViolationList *self, guint n_open)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *filter = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *open_text = g_strdup_printf (_ ("To do (%u)"), n_open);
  g_autofree char *all_text = g_strdup_printf (_ ("All (%u)"), self->board->cases->len);
  GtkWidget *open = gtk_toggle_button_new_with_label (open_text);
  GtkWidget *all = gtk_toggle_button_new_with_label (all_text);
  GtkWidget *export = gtk_button_new_from_icon_name ("document-save-symbolic");
  GtkWidget *record = gtk_button_new_with_label (_ ("Record…"));

  gtk_widget_add_css_class (filter, "linked");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (all), GTK_TOGGLE_BUTTON (open));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->all ? all : open), TRUE);
  g_signal_connect_object (all, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (filter), open);
  gtk_box_append (GTK_BOX (filter), all);
  gtk_widget_set_hexpand (filter, TRUE);
  gtk_widget_add_css_class (record, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (record), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Record a Violation…"), -1);
  g_signal_connect_object (record, "clicked", G_CALLBACK (record_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), filter);
  gtk_widget_set_tooltip_text (export, _ ("Export the Violations…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (export), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Export the Violations…"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (export), "violations.export");
  gtk_widget_add_css_class (export, "flat");
  gtk_box_append (GTK_BOX (bar), export);
  gtk_box_append (GTK_BOX (bar), record);
  gtk_box_append (self->box, bar);
}

static void
add_rows (MusterViolationList *self)
{
  GtkWidget *group = muster_section_add_group (self->box, NULL);
  guint n = 0;

  for (guint i = 0; i < self->board->cases->len; i++)
    {
      const MusterViolationCase *about = self->board->cases->pdata[i];

      if ((self->all || muster_violation_status_is_open (&about->status)) && n++ < MAX_ROWS)
        add_row (self, group, about);
    }
  if (n == 0)
    adw_preferences_group_set_description (
        ADW_PREFERENCES_GROUP (group),
        self->board->cases->len == 0
            ? _ ("No violation has been written down. What is written down here is only decided "
                 "by you; Muster proposes the step that follows by the rules.")
            : _ ("Nothing is left to do."));
  if (n > MAX_ROWS)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext ("%u more is in the export", "%u more are in the export", n - MAX_ROWS),
          n - MAX_ROWS);

      muster_section_new_row (group, more, NULL);
    }
}

static void
fill (MusterViolationList *self)
{
  GtkWidget *child;
  guint n_open = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < self->board->cases->len; i++)
    n_open += muster_violation_status_is_open (
        &((const MusterViolationCase *) self->board->cases->pdata[i])->status);
  add_tools (self, n_open);
  add_rows (self);
}

static void
muster_violation_list_dispose (GObject *object)
{
  g_clear_pointer (&MUSTER_VIOLATION_LIST (object)->board, muster_violation_board_unref);

  G_OBJECT_CLASS (muster_violation_list_parent_class)->dispose (object);
}

static void
muster_violation_list_class_init (MusterViolationListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_violation_list_dispose;
}

static void
muster_violation_list_init (MusterViolationList *self)
{
  self->box = muster_section_new_box (ADW_BIN (self));
}

GtkWidget *
muster_violation_list_new (void)
{
  return g_object_new (MUSTER_TYPE_VIOLATION_LIST, NULL);
}

void
muster_violation_list_show (MusterViolationList *self, MusterViolationBoard *board)
{
  g_return_if_fail (MUSTER_IS_VIOLATION_LIST (self));

  muster_violation_board_ref (board);
  g_clear_pointer (&self->board, muster_violation_board_unref);
  self->board = board;
  fill (self);
}
