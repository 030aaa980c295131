/* muster-tasks-section.c - what has to be prepared for an event, and how it went
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-tasks-section"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-checklist.h"
#include "muster-draft.h"
#include "muster-event-summary.h"
#include "muster-money.h"
#include "muster-section.h"
#include "muster-task-edit.h"
#include "muster-task-table.h"
#include "muster-tasks-section.h"
#include "muster-words.h"

struct _MusterTasksSection
{
  AdwBin parent_instance;

  MusterContext *context;    /* owned, NULL before the first was shown */
  MusterGroup *group;        /* owned, NULL for the keeper's own event */
  MusterEvent *event;        /* owned, NULL before the first was shown */
  MusterTask *place;         /* owned: a task without contents: of which event */
  GHashTable *names;         /* owned */
  GCancellable *cancellable; /* owned, NULL while nothing is being read */
  guint present;             /* how many were there */
  MusterId focused;          /* the task whose tick has to get the focus back */

  GtkBox *box; /* of the groups, made anew whenever something changed */
};

G_DEFINE_FINAL_TYPE (MusterTasksSection, muster_tasks_section, ADW_TYPE_BIN)

/* What a worker reads. */
typedef struct
{
  MusterId event;
  gint64 original_at;
} Request;

typedef struct
{
  GPtrArray *tasks;            /* owned, of MusterTask */
  MusterEventSummary *summary; /* owned */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->tasks, g_ptr_array_unref);
  g_clear_pointer (&answer->summary, muster_event_summary_free);
  g_free (answer);
}

static gpointer
read_answer (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  Answer *answer = g_new0 (Answer, 1);

  answer->tasks = muster_task_table_list (db, &request->event, request->original_at, error);
  if (answer->tasks != NULL)
    answer->summary = muster_event_summary_read (db, &request->event, request->original_at, error);
  if (answer->summary != NULL)
    return answer;

  answer_free (answer);
  return NULL;
}

static const MusterTask *
get_task (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "task");
}

static void
ticked_cb (MusterTasksSection *self, GtkCheckButton *check)
{
  muster_task_edit_set_state (GTK_WIDGET (self), self->context, get_task (GTK_WIDGET (check)),
                              gtk_check_button_get_active (check) ? MUSTER_TASK_DONE
                                                                  : MUSTER_TASK_OPEN);
}

static void
edit_cb (MusterTasksSection *self, GtkWidget *row)
{
  muster_task_edit_present (GTK_WIDGET (self), self->context, get_task (row), self->names);
}

static void
drop_cb (MusterTasksSection *self, GtkWidget *button)
{
  const MusterTask *task = get_task (button);

  muster_task_edit_set_state (GTK_WIDGET (self), self->context, task,
                              task->state == MUSTER_TASK_DROPPED ? MUSTER_TASK_OPEN
                                                                 : MUSTER_TASK_DROPPED);
}

static void
delete_cb (MusterTasksSection *self, GtkWidget *button)
{
  muster_task_edit_delete (GTK_WIDGET (self), self->context, get_task (button));
}

static void
add_cb (MusterTasksSection *self)
{
  muster_task_edit_present (GTK_WIDGET (self), self->context, self->place, self->names);
}

static void
checklist_cb (MusterTasksSection *self)
{
  muster_task_edit_add_checklist (GTK_WIDGET (self), self->context, self->place);
}

static void
copy_thanks_cb (MusterTasksSection *self)
{
  MusterDay today = muster_clock_get_today (muster_context_get_clock (self->context));
  g_autoptr (MusterPolicy) policy = muster_policy_new ();
  g_autoptr (MusterGroup) nobody = self->group == NULL ? muster_group_new (NULL, "") : NULL;
  g_autoptr (MusterDraft) draft =
      muster_draft_new (self->group != NULL ? self->group : nobody, policy, today);
  g_autofree char *text =
      muster_draft_for_event (draft, "thanks", self->event, NULL, self->present);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s", _ ("Text copied"));
}

/* The rows are made anew after each change: the keyboard stays where it was. */
static void
note_focus (MusterTasksSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const MusterTask *task = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->box))
                               ? get_task (focus)
                               : NULL;

  self->focused = task != NULL ? task->id : (MusterId){ { 0 } };
}

/* When, who and a note, in words. */
static char *
dup_subtitle (MusterTasksSection *self, const MusterTask *task)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 due = muster_task_get_due (task, self->event);

  if (task->anchor != MUSTER_TASK_AT)
    {
      g_autofree char *offset = muster_checklist_dup_offset_words (task->anchor, task->minutes);

      g_string_append (text, offset);
    }
  if (due != MUSTER_EVENT_NO_TIME)
    {
      g_autofree char *when = self->event->all_day && task->anchor != MUSTER_TASK_AT
                                  ? muster_words_for_day (muster_day_from_seconds (due))
                                  : muster_words_for_wall_clock (due);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", when);
    }
  if (task->owner != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                            muster_section_get_name (self->names, task->owner));
  if (task->note != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", task->note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_overdue (MusterTasksSection *self, const MusterTask *task)
{
  gint64 due = muster_task_get_due (task, self->event);

  return task->state == MUSTER_TASK_OPEN && due != MUSTER_EVENT_NO_TIME &&
         muster_day_from_seconds (due) <
             muster_clock_get_today (muster_context_get_clock (self->context));
}

/* @action: what the button does, in words: "Drop" */
static void
add_icon_button (MusterTasksSection *self, GtkWidget *row, const MusterTask *task, const char *icon,
                 const char *action, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), task->title, action);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "task", muster_task_copy (task),
                          (GDestroyNotify) muster_task_free);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_task (MusterTasksSection *self, GtkWidget *group, const MusterTask *task)
{
  g_autofree char *subtitle = dup_subtitle (self, task);
  GtkWidget *row = muster_section_new_row (group, task->title, subtitle);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), task->state == MUSTER_TASK_DONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  task->title, -1);
  g_object_set_data_full (G_OBJECT (check), "task", muster_task_copy (task),
                          (GDestroyNotify) muster_task_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  if (muster_id_equal (&task->id, &self->focused))
    gtk_widget_grab_focus (check);
  if (task->state == MUSTER_TASK_DROPPED || is_overdue (self, task))
    {
      GtkWidget *label = gtk_label_new (task->state == MUSTER_TASK_DROPPED
                                            ? muster_task_state_get_title (task->state)
                                            : _ ("Overdue"));

      gtk_widget_add_css_class (label, task->state == MUSTER_TASK_DROPPED ? "dim-label" : "error");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  if (task->state != MUSTER_TASK_DONE)
    add_icon_button (self, row, task, "action-unavailable-symbolic",
                     task->state == MUSTER_TASK_DROPPED ? _ ("Do It After All") : _ ("Drop"),
                     G_CALLBACK (drop_cb));
  add_icon_button (self, row, task, "user-trash-symbolic", _ ("Delete"), G_CALLBACK (delete_cb));
  g_object_set_data_full (G_OBJECT (row), "task", muster_task_copy (task),
                          (GDestroyNotify) muster_task_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
add_buttons (MusterTasksSection *self)
{
  GtkWidget *buttons = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (buttons), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (buttons), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (buttons), 3);
  gtk_box_append (self->box, buttons);
  return buttons;
}

static void
add_tasks (MusterTasksSection *self, GPtrArray *tasks)
{
  GtkWidget *group = muster_section_add_group (self->box, _ ("Checklist"));
  GtkWidget *buttons = add_buttons (self);

  if (tasks->len == 0)
    adw_preferences_group_set_description (
        ADW_PREFERENCES_GROUP (group),
        _ ("Nothing is to be prepared yet. Add the group’s checklist, or tasks of your own."));
  for (guint i = 0; i < tasks->len; i++)
    add_task (self, group, tasks->pdata[i]);
  muster_section_add_button (buttons, _ ("Add a Task…"), G_CALLBACK (add_cb), self);
  muster_section_add_button (buttons, _ ("Add the Checklist"), G_CALLBACK (checklist_cb), self);
}

/* What is left when the event is over: numbers, and a message of thanks. */
static void
add_summary (MusterTasksSection *self, const MusterEventSummary *summary)
{
  GtkWidget *group = muster_section_add_group (self->box, _ ("How It Went"));
  g_autofree char *signed_up =
      /* TRANSLATORS: numbers of people */
      g_strdup_printf (_ ("%u come, of them %u guests; %u wait, %u perhaps, %u do not come"),
                       summary->coming, summary->guests, summary->waiting, summary->maybe,
                       summary->no);
  g_autofree char *came =
      /* TRANSLATORS: numbers of people */
      g_strdup_printf (_ ("%u present, %u excused, %u absent"), summary->present, summary->excused,
                       summary->absent);
  g_autofree char *cash = muster_money_dup_text (summary->balances->cash);
  g_autofree char *money = g_strdup_printf (
      "%s %s", cash, summary->balances->currency != NULL ? summary->balances->currency : "");

  muster_section_new_row (group, _ ("Sign-up"), signed_up);
  muster_section_new_row (group, _ ("Attendance"), came);
  muster_section_new_row (group, _ ("In hand"), money);
  muster_section_add_button (add_buttons (self), _ ("Copy the Thanks"), G_CALLBACK (copy_thanks_cb),
                             self);
}

static void
show_answer (MusterTasksSection *self, const Answer *answer)
{
  GtkWidget *child;

  note_focus (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  self->place->position = answer->tasks->len + 1;
  self->present = answer->summary->present;
  add_tasks (self, answer->tasks);
  add_summary (self, answer->summary);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterTasksSection) self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (answer == NULL)
    return; /* cancelled, or the page says what is wrong with the event */

  if (self->context != NULL)
    {
      g_clear_object (&self->cancellable);
      show_answer (self, answer);
    }
  answer_free (answer);
}

static void
forget (MusterTasksSection *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->group);
  g_clear_pointer (&self->event, muster_event_free);
  g_clear_pointer (&self->place, muster_task_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
}

static void
muster_tasks_section_dispose (GObject *object)
{
  MusterTasksSection *self = MUSTER_TASKS_SECTION (object);

  forget (self);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (muster_tasks_section_parent_class)->dispose (object);
}

static void
muster_tasks_section_class_init (MusterTasksSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_tasks_section_dispose;
}

static void
muster_tasks_section_init (MusterTasksSection *self)
{
  self->box = muster_section_new_box (ADW_BIN (self));
}

/**
 * muster_tasks_section_show:
 *
 * Shows the tasks of that time of an event; nothing of @detail is kept.
 */
void
muster_tasks_section_show (MusterTasksSection *self, MusterContext *context,
                           const MusterEventDetail *detail)
{
  Request *request = g_new0 (Request, 1);

  g_return_if_fail (MUSTER_IS_TASKS_SECTION (self));

  forget (self);
  g_set_object (&self->context, context);
  g_set_object (&self->group, detail->group);
  self->event = muster_event_copy (detail->event);
  self->names = muster_section_index_names (detail);
  self->place = muster_task_new ();
  self->place->group = detail->event->group;
  self->place->event = request->event = detail->series;
  self->place->original_at = request->original_at = detail->original_at;
  self->cancellable = g_cancellable_new ();
  muster_store_read_async (muster_context_get_store (context), read_answer, request, g_free,
                           answer_free, self->cancellable, read_cb, g_object_ref (self));
}
