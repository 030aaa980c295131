/* muster-group-dialog.c - name, platform and naming rule of a new group
 *
 * Says "create" when the keeper is done; whoever opened it makes the group,
 * and either destroys the dialog or tells it what is wrong.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-group-dialog"

#include "config.h"

#include <string.h>

#include "muster-group-dialog.h"
#include "muster-platform.h"

struct _MusterGroupDialog
{
  AdwWindow parent_instance;

  AdwEntryRow *name_row;
  AdwComboRow *platform_row;
  AdwComboRow *rule_row;
  AdwEntryRow *template_row;
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (MusterGroupDialog, muster_group_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CREATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* As the rows of the template stand; NULL is the keeper's own pattern. */
static const char *const rules[] = {
  "{name}", "{department}-{name}", "{company|school}-{name}", "{class}{name}", NULL, "",
};

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t")] == '\0';
}

static void
update (MusterGroupDialog *self)
{
  gboolean own = rules[adw_combo_row_get_selected (self->rule_row)] == NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->template_row), own);
  gtk_label_set_label (self->problem_label, "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "group.create",
                                 !is_blank (muster_group_dialog_get_name (self)) &&
                                     !(own && is_blank (muster_group_dialog_get_naming (self))));
}

static void
form_changed_cb (MusterGroupDialog *self)
{
  update (self);
}

static void
create_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CREATE], 0);
}

static void
muster_group_dialog_class_init (MusterGroupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-group-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterGroupDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, MusterGroupDialog, platform_row);
  gtk_widget_class_bind_template_child (widget_class, MusterGroupDialog, rule_row);
  gtk_widget_class_bind_template_child (widget_class, MusterGroupDialog, template_row);
  gtk_widget_class_bind_template_child (widget_class, MusterGroupDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_install_action (widget_class, "group.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
muster_group_dialog_init (MusterGroupDialog *self)
{
  g_autoptr (GtkStringList) platforms = muster_platform_new_list ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->platform_row, G_LIST_MODEL (platforms));
  update (self);
}

GtkWidget *
muster_group_dialog_new (GtkWindow *parent)
{
  return g_object_new (MUSTER_TYPE_GROUP_DIALOG, "transient-for", parent, NULL);
}

const char *
muster_group_dialog_get_name (MusterGroupDialog *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP_DIALOG (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->name_row));
}

const char *
muster_group_dialog_get_platform (MusterGroupDialog *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP_DIALOG (self), NULL);

  return muster_platform_get_id (adw_combo_row_get_selected (self->platform_row));
}

/**
 * muster_group_dialog_get_naming:
 *
 * Returns: (transfer none): the template, empty for no rule
 */
const char *
muster_group_dialog_get_naming (MusterGroupDialog *self)
{
  const char *rule;

  g_return_val_if_fail (MUSTER_IS_GROUP_DIALOG (self), NULL);

  rule = rules[adw_combo_row_get_selected (self->rule_row)];
  return rule != NULL ? rule : gtk_editable_get_text (GTK_EDITABLE (self->template_row));
}

/**
 * muster_group_dialog_set_problem:
 * @problem: a sentence that stays until the form is changed
 */
void
muster_group_dialog_set_problem (MusterGroupDialog *self, const char *problem)
{
  g_return_if_fail (MUSTER_IS_GROUP_DIALOG (self));

  gtk_label_set_label (self->problem_label, problem);
}
