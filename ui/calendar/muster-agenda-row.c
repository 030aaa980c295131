/* muster-agenda-row.c - an event in a list of days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-agenda-row"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-agenda-row.h"
#include "muster-calendar-view.h"
#include "muster-calendar-words.h"

struct _MusterAgendaRow
{
  GtkListBoxRow parent_instance;

  MusterCalendarItem *item; /* owned, NULL once disposed */
  int section;              /* see MusterAgendaRowStyle */

  GtkWidget *mark;
  GtkLabel *title_label;
  GtkLabel *details_label;
  GtkLabel *time_label;
  GtkWidget *done_button;
};

G_DEFINE_FINAL_TYPE (MusterAgendaRow, muster_agenda_row, GTK_TYPE_LIST_BOX_ROW)

static void
append (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
show_details (MusterAgendaRow *self, gboolean groups)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *answers = muster_calendar_words_for_answers (self->item);

  if (self->item->cancelled)
    append (text, _ ("cancelled"));
  if (groups)
    append (text, self->item->group_name);
  append (text, self->item->place);
  append (text, answers);
  gtk_label_set_label (self->details_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->details_label), text->len > 0);
}

static void
show_item (MusterAgendaRow *self, gboolean groups, gboolean dated)
{
  g_autofree char *colour = g_strdup_printf ("colour-%u", self->item->colour);
  g_autofree char *time = dated ? muster_calendar_words_for_deadline (self->item)
                                : muster_calendar_words_for_time (self->item);
  g_autofree char *name = muster_calendar_words_for_item (self->item, groups);

  gtk_widget_add_css_class (self->mark, colour);
  if (self->item->cancelled)
    gtk_widget_add_css_class (GTK_WIDGET (self), "cancelled");
  if (self->item->overdue)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->time_label), "dim-label");
      gtk_widget_add_css_class (GTK_WIDGET (self->time_label), "error");
    }
  gtk_label_set_label (self->title_label, self->item->title);
  gtk_label_set_label (self->time_label, time);
  show_details (self, groups);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_task (MusterAgendaRow *self)
{
  g_autofree char *task = muster_id_dup_text (&self->item->task);
  g_autofree char *name = NULL;

  if (muster_id_is_none (&self->item->task))
    return;
  /* TRANSLATORS: of a task, which is named then */
  name = g_strdup_printf (_ ("Done: %s"), self->item->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->done_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->done_button), "s", task);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->done_button), "calendar.finish-task");
  gtk_widget_set_visible (self->done_button, TRUE);
}

static void
muster_agenda_row_dispose (GObject *object)
{
  MusterAgendaRow *self = MUSTER_AGENDA_ROW (object);

  g_clear_pointer (&self->item, muster_calendar_item_unref);

  G_OBJECT_CLASS (muster_agenda_row_parent_class)->dispose (object);
}

static void
muster_agenda_row_class_init (MusterAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_agenda_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterAgendaRow, mark);
  gtk_widget_class_bind_template_child (widget_class, MusterAgendaRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, MusterAgendaRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, MusterAgendaRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, MusterAgendaRow, done_button);
}

static void
muster_agenda_row_init (MusterAgendaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_agenda_row_new (MusterCalendarItem *item, const MusterAgendaRowStyle *style)
{
  MusterAgendaRow *self = g_object_new (MUSTER_TYPE_AGENDA_ROW, NULL);

  self->item = muster_calendar_item_ref (item);
  self->section = style->section;
  show_item (self, style->groups, style->dated);
  show_task (self);
  muster_calendar_view_connect (item, GTK_ACTIONABLE (self));
  return GTK_WIDGET (self);
}

/**
 * muster_agenda_row_get_item:
 *
 * Returns: (nullable) (transfer none): what it stands for; %NULL once disposed of
 */
MusterCalendarItem *
muster_agenda_row_get_item (MusterAgendaRow *self)
{
  g_return_val_if_fail (MUSTER_IS_AGENDA_ROW (self), NULL);

  return self->item;
}

int
muster_agenda_row_get_section (MusterAgendaRow *self)
{
  g_return_val_if_fail (MUSTER_IS_AGENDA_ROW (self), 0);

  return self->section;
}
