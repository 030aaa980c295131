/* muster-task-edit.c - what the keeper does with a task, each one undoable change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-task-edit"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-checklist.h"
#include "muster-edit.h"
#include "muster-form-dialog.h"
#include "muster-policy.h"
#include "muster-section.h"
#include "muster-task-edit.h"
#include "muster-task-table.h"
#include "muster-typed.h"

/* One task on its way. */
typedef struct
{
  GtkWidget *widget;      /* owned */
  MusterContext *context; /* owned */
  MusterTask *task;       /* owned */
  GHashTable *names;      /* owned, NULL where nobody is asked for a name */
  char *checklist;        /* owned, NULL where there is none */
} Edit;

static Edit *
edit_new (GtkWidget *widget, MusterContext *context, const MusterTask *task, GHashTable *names)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->widget = g_object_ref (widget);
  edit->context = g_object_ref (context);
  edit->task = muster_task_copy (task);
  edit->names = names != NULL ? g_hash_table_ref (names) : NULL;
  return edit;
}

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->widget);
  g_object_unref (edit->context);
  muster_task_free (edit->task);
  g_clear_pointer (&edit->names, g_hash_table_unref);
  g_free (edit->checklist);
  g_free (edit);
}

static gboolean
write_task (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  return muster_id_is_none (&edit->task->id) ? muster_task_table_insert (change, edit->task, error)
                                             : muster_task_table_update (change, edit->task, error);
}

static gboolean
write_state (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  return muster_task_table_set_state (change, &edit->task->id, edit->task->state, error);
}

static gboolean
write_delete (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_task_table_delete (change, &((Edit *) data)->task->id, error);
}

static gboolean
write_checklist (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;
  guint added;

  return muster_checklist_add_to_event (change, &edit->task->group, &edit->task->event,
                                        edit->task->original_at, edit->checklist, &added, error);
}

/* Takes @edit. */
static void
submit (Edit *edit, const char *format, MusterStoreWrite func)
{
  g_autofree char *title = NULL;
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  title = g_strjoinv (edit->task->title != NULL ? edit->task->title : "", parts);
  muster_edit_run (edit->widget, edit->context, title, func, edit, edit_free);
}

static char *
dup_due (const MusterTask *task)
{
  char *text;

  if (task->anchor != MUSTER_TASK_AT)
    return muster_checklist_dup_offset (task->anchor, task->minutes);
  if (task->due_at == MUSTER_EVENT_NO_TIME)
    return NULL;
  text = muster_time_dup_text (task->due_at);
  text[strlen ("2026-03-02T19:00")] = '\0';
  return g_strdelimit (text, "T", ' ');
}

/* -3d, +2h, a time, or nothing. */
static gboolean
parse_due (MusterTask *task, const char *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));

  task->anchor = MUSTER_TASK_AT;
  task->minutes = 0;
  task->due_at = MUSTER_EVENT_NO_TIME;
  return *text == '\0' || muster_checklist_parse_offset (text, &task->anchor, &task->minutes) ||
         muster_typed_moment (text, &task->due_at);
}

static void
accepted_cb (MusterFormDialog *dialog, gpointer user_data)
{
  const Edit *asked = user_data;
  Edit *edit = edit_new (asked->widget, asked->context, asked->task, asked->names);
  MusterTask *task = edit->task;

  if (!parse_due (task, muster_form_dialog_get_text (dialog, "due")))
    {
      gtk_widget_activate_action (edit->widget, "win.failed", "s",
                                  _ ("Write the time as -3d, +2h or 2026-03-02 19:00."));
      edit_free (edit);
      return;
    }
  g_free (task->title);
  g_free (task->owner);
  g_free (task->note);
  task->title = g_strdup (muster_form_dialog_get_text (dialog, "title"));
  task->owner =
      muster_section_dup_person (edit->names, muster_form_dialog_get_text (dialog, "owner"));
  task->note = g_strdup (muster_form_dialog_get_text (dialog, "note"));
  if (task->note != NULL && *task->note == '\0')
    g_clear_pointer (&task->note, g_free);
  /* TRANSLATORS: titles in the history: the title of a task */
  submit (edit, muster_id_is_none (&task->id) ? _ ("Add the task %s") : _ ("Change the task %s"),
          write_task);
}

/**
 * muster_task_edit_present:
 * @task: a stored one, or without an id a new one with its event
 * @names: of people, by what is stored
 */
void
muster_task_edit_present (GtkWidget *widget, MusterContext *context, const MusterTask *task,
                          GHashTable *names)
{
  Edit *edit = edit_new (widget, context, task, names);
  gboolean is_new = muster_id_is_none (&task->id);
  g_autofree char *due = dup_due (task);
  MusterFormDialog *dialog = muster_form_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), is_new ? _ ("Add a Task") : _ ("Edit the Task"),
      _ ("A time like -3d (three days before the event begins) or +2h (two hours after it ends) "
         "moves along with the event."),
      is_new ? _ ("Add") : _ ("Save"));

  muster_form_dialog_add_entry (dialog, "title", _ ("What"), task->title, TRUE);
  muster_form_dialog_add_entry (dialog, "due", _ ("By When"), due, FALSE);
  muster_form_dialog_add_entry (dialog, "owner", _ ("Who"),
                                muster_section_get_name (names, task->owner), FALSE);
  muster_form_dialog_add_entry (dialog, "note", _ ("Note"), task->note, FALSE);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), edit,
                         (GClosureNotify) (void (*) (void)) edit_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
muster_task_edit_set_state (GtkWidget *widget, MusterContext *context, const MusterTask *task,
                            MusterTaskState state)
{
  Edit *edit = edit_new (widget, context, task, NULL);

  edit->task->state = state;
  submit (edit,
          state == MUSTER_TASK_DONE      ? _ ("Done: %s")
          : state == MUSTER_TASK_DROPPED ? _ ("Dropped: %s")
                                         : _ ("To do again: %s"),
          write_state);
}

void
muster_task_edit_delete (GtkWidget *widget, MusterContext *context, const MusterTask *task)
{
  submit (edit_new (widget, context, task, NULL), _ ("Delete the task %s"), write_delete);
}

/**
 * muster_task_edit_add_checklist:
 * @place: a task without contents: of which event
 *
 * Adds what the group's checklist has and the event has not.
 */
void
muster_task_edit_add_checklist (GtkWidget *widget, MusterContext *context, const MusterTask *place)
{
  Edit *edit = edit_new (widget, context, place, NULL);
  MusterDatabase *db = muster_store_get_database (muster_context_get_store (context), NULL);
  MusterDay today = muster_clock_get_today (muster_context_get_clock (context));
  g_autoptr (MusterPolicy) policy =
      db != NULL ? muster_policy_load (db, &place->group, today, NULL) : NULL;

  edit->checklist = g_strdup (policy != NULL ? muster_policy_get (policy, "checklist") : "");
  submit (edit, _ ("Add the checklist"), write_checklist);
}
