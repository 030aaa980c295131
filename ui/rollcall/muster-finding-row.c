/* muster-finding-row.c - one finding: whom, what; opened, the evidence and what can be done
 *
 * Says "action" with the name of the action when a button is pressed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-finding-row"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-finding-row.h"
#include "muster-finding-words.h"
#include "muster-words.h"

struct _MusterFindingRow
{
  AdwExpanderRow parent_instance;

  MusterFinding *finding; /* owned */
  gboolean filled;        /* whether the rows inside were made */

  GtkLabel *followup_label;
  GtkButton *quick_button;
};

G_DEFINE_FINAL_TYPE (MusterFindingRow, muster_finding_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_ACTION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
action_clicked_cb (GtkButton *button, MusterFindingRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTION], 0, g_object_get_data (G_OBJECT (button), "action"));
}

static gboolean
can_run (MusterFindingRow *self, const char *action)
{
  return !g_str_equal (action, "rename") || muster_finding_get_new_name (self->finding) != NULL;
}

static char *
dup_label (MusterFindingRow *self, const char *action)
{
  if (g_str_equal (action, "rename"))
    return g_strdup_printf (_ ("Use “%s”"), muster_finding_get_new_name (self->finding));
  return g_strdup (muster_finding_words_for_action (action));
}

static void
set_up_button (MusterFindingRow *self, GtkButton *button, const char *action)
{
  g_autofree char *label = dup_label (self, action);
  g_autofree char *name =
      g_strdup_printf (_ ("%s: %s"), muster_finding_get_name (self->finding), label);

  gtk_button_set_label (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "action", g_strdup (action), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (action_clicked_cb), self, 0);
}

/* An id, or a word that the sentence says. */
static gboolean
is_for_programs (const char *fact)
{
  return g_str_equal (fact, "violation") || g_str_equal (fact, "state");
}

static void
add_evidence (MusterFindingRow *self)
{
  GPtrArray *evidence = muster_finding_get_evidence (self->finding);

  for (guint i = 0; i < evidence->len; i++)
    {
      const MusterEvidence *fact = g_ptr_array_index (evidence, i);
      GtkWidget *row;
      g_autofree char *value = NULL;

      if (is_for_programs (fact->fact))
        continue;
      row = adw_action_row_new ();
      value = muster_finding_words_for_value (fact);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     muster_finding_words_for_fact (fact->fact));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }
}

static void
add_button (MusterFindingRow *self, GtkWidget *box, const char *action)
{
  GtkWidget *button = gtk_button_new ();

  set_up_button (self, GTK_BUTTON (button), action);
  gtk_flow_box_append (GTK_FLOW_BOX (box), button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static void
add_buttons (MusterFindingRow *self)
{
  const char *const *actions = muster_finding_get_actions (self->finding);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  if (actions != NULL && g_strv_contains (actions, "remind"))
    add_button (self, box, "copy-text");
  for (guint i = 0; actions != NULL && actions[i] != NULL; i++)
    if (can_run (self, actions[i]))
      add_button (self, box, actions[i]);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
expanded_cb (MusterFindingRow *self)
{
  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  self->filled = TRUE;
  add_evidence (self);
  add_buttons (self);
}

static void
show_followup (MusterFindingRow *self)
{
  const char *deadline = muster_finding_find_evidence (self->finding, "deadline");
  MusterDay day;
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  if (deadline == NULL || !muster_day_parse (deadline, &day))
    return;
  when = muster_words_for_day (day);
  text = g_strdup_printf (_ ("Reminded, deadline %s"), when);
  gtk_label_set_label (self->followup_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->followup_label), TRUE);
}

static void
muster_finding_row_dispose (GObject *object)
{
  g_clear_object (&MUSTER_FINDING_ROW (object)->finding);

  G_OBJECT_CLASS (muster_finding_row_parent_class)->dispose (object);
}

static void
muster_finding_row_class_init (MusterFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_finding_row_dispose;

  signals[SIGNAL_ACTION] = g_signal_new ("action", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterFindingRow, followup_label);
  gtk_widget_class_bind_template_child (widget_class, MusterFindingRow, quick_button);
}

static void
muster_finding_row_init (MusterFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
muster_finding_row_new (MusterFinding *finding)
{
  MusterFindingRow *self = g_object_new (MUSTER_TYPE_FINDING_ROW, NULL);
  g_autofree char *subject = muster_finding_words_for_subject (finding);
  const char *new_name = muster_finding_get_new_name (finding);
  const char *text = muster_finding_get_text (finding);

  self->finding = g_object_ref (finding);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), subject);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
  if (new_name != NULL && g_strv_contains (muster_finding_get_actions (finding), "rename"))
    {
      set_up_button (self, self->quick_button, "rename");
      gtk_widget_set_visible (GTK_WIDGET (self->quick_button), TRUE);
    }
  show_followup (self);
  return GTK_WIDGET (self);
}

MusterFinding *
muster_finding_row_get_finding (MusterFindingRow *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING_ROW (self), NULL);

  return self->finding;
}
