/* muster-clauses-section.c - the clauses of a draft, what they are bound to, and what to mind
 *
 * A click on a clause goes to its line (editor.jump); what changes the store first saves what was
 * typed (editor.save).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-clauses-section"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-clauses-section.h"
#include "muster-rollcall-run.h"
#include "muster-rule-edit.h"
#include "muster-rule-warning.h"
#include "muster-section.h"

#define MAX_ROWS 200 /* that are shown of a text of very many clauses */
#define MAX_WARNINGS 20

struct _MusterClausesSection
{
  AdwBin parent_instance;

  MusterContext *context;   /* owned, NULL before the first was shown */
  MusterDocument *document; /* owned, NULL before the first was shown */

  GtkBox *box; /* of the groups, made anew whenever something changed */
};

G_DEFINE_FINAL_TYPE (MusterClausesSection, muster_clauses_section, ADW_TYPE_BIN)

static void
clause_activated_cb (GtkWidget *row)
{
  gtk_widget_activate_action (row, "editor.jump", "u",
                              GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "line")));
}

static void
bind_cb (MusterClausesSection *self, GtkWidget *button)
{
  gtk_widget_activate_action (button, "editor.save", NULL);
  muster_rule_edit_bind (GTK_WIDGET (self), self->context, self->document,
                         g_object_get_data (G_OBJECT (button), "clause"));
}

static void
unbind_cb (MusterClausesSection *self, GtkWidget *button)
{
  gtk_widget_activate_action (button, "editor.save", NULL);
  muster_rule_edit_unbind (GTK_WIDGET (self), self->context, self->document,
                           g_object_get_data (G_OBJECT (button), "binding"));
}

static void
settle (MusterClausesSection *self, GtkWidget *button, gboolean take_clause)
{
  gtk_widget_activate_action (button, "editor.save", NULL);
  muster_rule_edit_settle (GTK_WIDGET (self), self->context, self->document,
                           g_object_get_data (G_OBJECT (button), "binding"), take_clause);
}

static void
take_clause_cb (MusterClausesSection *self, GtkWidget *button)
{
  settle (self, button, TRUE);
}

static void
take_policy_cb (MusterClausesSection *self, GtkWidget *button)
{
  settle (self, button, FALSE);
}

static void
keep_binding (GtkWidget *widget, const MusterBinding *binding)
{
  g_object_set_data_full (
      G_OBJECT (widget), "binding",
      muster_binding_new (&binding->clause, binding->check, binding->key, binding->value),
      (GDestroyNotify) muster_binding_free);
}

/* @name: what the button does, for who can't see it */
static GtkWidget *
new_icon_button (MusterClausesSection *self, const char *icon, const char *tooltip,
                 const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_clause (MusterClausesSection *self, GtkWidget *group, const MusterClause *clause, guint line)
{
  g_autofree char *title = g_strdup_printf (_ ("Clause %s"), clause->number);
  g_autofree char *bind = g_strdup_printf (_ ("Bind Clause %s"), clause->number);
  GtkWidget *row = muster_section_new_row (group, title, NULL);
  GtkWidget *button = new_icon_button (self, "insert-link-symbolic", _ ("Bind to a Check…"), bind,
                                       G_CALLBACK (bind_cb));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), clause->text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  g_object_set_data_full (G_OBJECT (button), "clause", muster_clause_copy (clause),
                          (GDestroyNotify) muster_clause_free);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "line", GUINT_TO_POINTER (line));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (clause_activated_cb), NULL);
}

static char *
dup_check_title (const MusterBinding *binding)
{
  return g_str_equal (binding->check, MUSTER_BINDING_VIOLATION)
             ? g_strdup (_ ("Violation"))
             : g_strdup (muster_rollcall_get_check_title (binding->check));
}

static char *
dup_value_text (const MusterBoundValue *value)
{
  g_autofree char *title = muster_bound_value_dup_title (value);
  g_autofree char *said = muster_bound_value_dup_clause_title (value);
  g_autofree char *done = muster_bound_value_dup_policy_title (value);

  if (value->state == MUSTER_BINDING_LOST)
    return g_strdup (_ ("The clause is gone"));
  if (value->state == MUSTER_BINDING_DRIFTS)
    /* TRANSLATORS: a setting, the value in the text of a clause, the value of the setting */
    return g_strdup_printf (_ ("%s: the clause says %s, the setting says %s"), title, said, done);
  if (*value->binding->key == '\0')
    return NULL;
  return done != NULL ? g_strdup_printf ("%s: %s", title, done) : g_strdup (title);
}

/* The two values, and a button for either. */
static void
add_choice (MusterClausesSection *self, GtkWidget *row, const MusterBoundValue *value)
{
  g_autofree char *said = muster_bound_value_dup_clause_title (value);
  g_autofree char *done = muster_bound_value_dup_policy_title (value);
  const char *values[] = { said, done };
  GCallback callbacks[] = { G_CALLBACK (take_clause_cb), G_CALLBACK (take_policy_cb) };
  const char *tooltips[] = { _ ("Change the setting to what the clause says"),
                             _ ("Change the clause to what the setting says") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s: %s", tooltips[i], values[i]);
      g_autofree char *label = i == 0 ? g_strdup_printf (_ ("Clause: %s"), said)
                                      : g_strdup_printf (_ ("Setting: %s"), done);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                               PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 20);
      gtk_widget_set_tooltip_text (button, tooltips[i]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      keep_binding (button, value->binding);
      g_signal_connect_object (button, "clicked", callbacks[i], self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
}

static void
add_binding (MusterClausesSection *self, GtkWidget *group, const MusterBoundValue *value)
{
  g_autofree char *title = dup_check_title (value->binding);
  g_autofree char *text = dup_value_text (value);
  g_autofree char *name = g_strdup_printf (_ ("Unbind: %s"), title);
  GtkWidget *row = muster_section_new_row (group, title, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (value->state == MUSTER_BINDING_AGREES ||
                                                          value->state == MUSTER_BINDING_FREE
                                                      ? "emblem-ok-symbolic"
                                                      : "dialog-warning-symbolic");
  GtkWidget *button;

  if (text != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_set_margin_start (icon, 12);
  if (value->state == MUSTER_BINDING_DRIFTS || value->state == MUSTER_BINDING_LOST)
    gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (value->state == MUSTER_BINDING_DRIFTS)
    add_choice (self, row, value);
  button =
      new_icon_button (self, "edit-clear-symbolic", _ ("Unbind"), name, G_CALLBACK (unbind_cb));
  keep_binding (button, value->binding);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_warnings (MusterClausesSection *self, const MusterRuleDraft *draft)
{
  g_autoptr (GPtrArray) warnings = muster_rule_warning_list (draft);
  GtkWidget *group;

  if (warnings->len == 0)
    return;

  group = muster_section_add_group (self->box, _ ("To Mind"));
  for (guint i = 0; i < MIN (warnings->len, MAX_WARNINGS); i++)
    {
      const MusterRuleWarning *warning = warnings->pdata[i];
      GtkWidget *row = muster_section_new_row (group, warning->text, NULL);

      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      if (warning->line == 0)
        continue;
      g_object_set_data (G_OBJECT (row), "line", GUINT_TO_POINTER (warning->line));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (clause_activated_cb), NULL);
    }
}

static void
add_clauses (MusterClausesSection *self, const MusterRuleDraft *draft)
{
  g_autoptr (GPtrArray) values = muster_rule_draft_list_values (draft);
  GtkWidget *group = muster_section_add_group (self->box, _ ("Clauses"));

  if (draft->clauses->len == 0)
    adw_preferences_group_set_description (
        ADW_PREFERENCES_GROUP (group),
        _ ("Numbered lines become clauses: 1., 一、 or 第一条. A clause can be bound to a check of "
           "the roll call."));
  for (guint i = 0; i < MIN (draft->clauses->len, MAX_ROWS); i++)
    {
      const MusterClause *clause = draft->clauses->pdata[i];
      const MusterClauseSpan *span = draft->spans->pdata[i];

      add_clause (self, group, clause, span->line);
      for (guint j = 0; j < values->len; j++)
        if (((const MusterBoundValue *) values->pdata[j])->clause == clause)
          add_binding (self, group, values->pdata[j]);
    }
  for (guint j = 0; j < values->len; j++)
    if (((const MusterBoundValue *) values->pdata[j])->clause == NULL)
      add_binding (self, group, values->pdata[j]);
}

static void
muster_clauses_section_dispose (GObject *object)
{
  MusterClausesSection *self = MUSTER_CLAUSES_SECTION (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->document, muster_document_free);

  G_OBJECT_CLASS (muster_clauses_section_parent_class)->dispose (object);
}

static void
muster_clauses_section_class_init (MusterClausesSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_clauses_section_dispose;
}

static void
muster_clauses_section_init (MusterClausesSection *self)
{
  self->box = muster_section_new_box (ADW_BIN (self));
}

/**
 * muster_clauses_section_show:
 *
 * Shows the clauses of the draft's text; nothing of @draft is kept.
 */
void
muster_clauses_section_show (MusterClausesSection *self, MusterContext *context,
                             const MusterRuleDraft *draft)
{
  GtkWidget *child;

  g_return_if_fail (MUSTER_IS_CLAUSES_SECTION (self));

  g_set_object (&self->context, context);
  g_clear_pointer (&self->document, muster_document_free);
  self->document = muster_document_copy (draft->document);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  add_warnings (self, draft);
  add_clauses (self, draft);
}
