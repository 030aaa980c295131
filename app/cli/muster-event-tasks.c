/* muster-event-tasks.c - musterctl event tasks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-tasks"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-checklist.h"
#include "muster-event-edit.h"
#include "muster-event-prepare.h"
#include "muster-event-target.h"
#include "muster-json.h"
#include "muster-policy.h"
#include "muster-task-table.h"
#include "muster-text-table.h"
#include "muster-typed.h"

/* What to do; texts are owned. */
typedef struct
{
  char *add, *due, *owner, *note;
  char *tick[MUSTER_N_TASK_STATES]; /* id or title of the task that gets this state */
  char *remove;
  gboolean checklist;
} Options;

typedef struct
{
  MusterEventTarget *target;
  const Options *options;
  MusterTask *added; /* owned */
  char *checklist;   /* owned */
} Edit;

static void
options_clear (Options *options)
{
  g_free (options->add);
  g_free (options->due);
  g_free (options->owner);
  g_free (options->note);
  g_free (options->remove);
  for (guint i = 0; i < MUSTER_N_TASK_STATES; i++)
    g_free (options->tick[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
edit_clear (Edit *edit)
{
  g_clear_pointer (&edit->added, muster_task_free);
  g_free (edit->checklist);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Edit, edit_clear)

static GPtrArray *
list_tasks (MusterDatabase *db, const MusterEventTarget *target, GError **error)
{
  return muster_task_table_list (db, &target->when.event, target->when.original_at, error);
}

static const MusterTask *
find_task (GPtrArray *tasks, const char *wanted, GError **error)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      const MusterTask *task = tasks->pdata[i];
      g_autofree char *id = muster_id_dup_text (&task->id);

      if (strcmp (id, wanted) == 0 || strcmp (task->title, wanted) == 0)
        return task;
    }

  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND,
               _ ("The event has no task “%s”."), wanted);
  return NULL;
}

static gboolean
tick (MusterChange *change, const Edit *edit, GPtrArray *tasks, GError **error)
{
  for (guint i = 0; i < MUSTER_N_TASK_STATES; i++)
    {
      const char *wanted = edit->options->tick[i];
      const MusterTask *task = wanted != NULL ? find_task (tasks, wanted, error) : NULL;

      if (wanted != NULL && (task == NULL || !muster_task_table_set_state (
                                                 change, &task->id, (MusterTaskState) i, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_edit (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;
  MusterEventTarget *target = edit->target;
  g_autoptr (GPtrArray) tasks = NULL;
  const MusterTask *removed = NULL;
  guint added;

  if (edit->checklist != NULL &&
      !muster_checklist_add_to_event (change, muster_group_get_id (target->group),
                                      &target->when.event, target->when.original_at,
                                      edit->checklist, &added, error))
    return FALSE;
  if (edit->added != NULL && !muster_task_table_insert (change, edit->added, error))
    return FALSE;

  tasks = list_tasks (muster_change_get_database (change), target, error);
  if (tasks == NULL || !tick (change, edit, tasks, error))
    return FALSE;
  if (edit->options->remove == NULL)
    return TRUE;
  removed = find_task (tasks, edit->options->remove, error);
  return removed != NULL && muster_task_table_delete (change, &removed->id, error);
}

/* -3d, +2h, or a time of its own. */
static gboolean
parse_due (MusterTask *task, const char *text)
{
  return text == NULL || muster_checklist_parse_offset (text, &task->anchor, &task->minutes) ||
         muster_typed_moment (text, &task->due_at);
}

static gboolean
fill_added (MusterCommandContext *context, Edit *edit, int *out_status)
{
  const Options *options = edit->options;
  g_autoptr (MusterTask) task = muster_task_new ();

  if (options->add == NULL)
    return TRUE;

  task->group = *muster_group_get_id (edit->target->group);
  task->event = edit->target->when.event;
  task->original_at = edit->target->when.original_at;
  task->title = g_strdup (options->add);
  task->note = g_strdup (options->note);
  task->position = 1000; /* behind those of a checklist */
  if (!parse_due (task, options->due))
    {
      *out_status = muster_command_fail_usage (
          context, _ ("“%s” is neither a time like -3d or +2h nor one like 2026-03-02T19:00."),
          options->due);
      return FALSE;
    }
  if (options->owner != NULL &&
      !muster_event_target_find_person (context, edit->target, options->owner, &task->owner,
                                        out_status))
    return FALSE;
  edit->added = g_steal_pointer (&task);
  return TRUE;
}

static gboolean
is_edit (const Options *options)
{
  gboolean ticks = FALSE;

  for (guint i = 0; i < MUSTER_N_TASK_STATES; i++)
    ticks = ticks || options->tick[i] != NULL;
  return ticks || options->add != NULL || options->remove != NULL || options->checklist;
}

static int
run_edit (MusterCommandContext *context, MusterEventTarget *target, const Options *options)
{
  g_auto (Edit) edit = { .target = target, .options = options };
  g_autoptr (MusterPolicy) policy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  int status;

  if (!is_edit (options))
    return MUSTER_EXIT_DONE;
  if (!fill_added (context, &edit, &status))
    return status;
  policy = muster_policy_load (target->db, muster_group_get_id (target->group),
                               muster_clock_get_today (context->clock), &error);
  if (policy == NULL)
    return muster_command_fail (context, error);

  if (options->checklist)
    edit.checklist = g_strdup (muster_policy_get (policy, "checklist"));
  /* TRANSLATORS: a title in the history: the title of an event */
  title = g_strdup_printf (_ ("Tasks of %s"), target->when.title);
  return muster_store_write (target->store, title, write_edit, &edit, NULL, &error)
             ? MUSTER_EXIT_DONE
             : muster_command_fail (context, error);
}

static void
add_task_json (JsonBuilder *builder, MusterEventTarget *target, const MusterTask *task, gint64 due)
{
  char id[MUSTER_ID_TEXT_SIZE];
  g_autofree char *offset = task->anchor != MUSTER_TASK_AT
                                ? muster_checklist_dup_offset (task->anchor, task->minutes)
                                : NULL;
  g_autofree char *text = due != MUSTER_EVENT_NO_TIME ? muster_time_dup_text (due) : NULL;

  json_builder_begin_object (builder);
  muster_id_format (&task->id, id);
  muster_json_add_text (builder, "id", id);
  muster_json_add_text (builder, "title", task->title);
  muster_json_add_text (builder, "state", muster_task_state_get_key (task->state));
  muster_json_add_text (builder, "offset", offset);
  muster_json_add_text (builder, "due", text);
  muster_json_add_text (builder, "owner", muster_event_target_get_name (target, task->owner));
  muster_json_add_text (builder, "note", task->note);
  json_builder_end_object (builder);
}

static void
add_task_row (MusterTextTable *table, MusterEventTarget *target, const MusterTask *task, gint64 due)
{
  g_autofree char *text = due != MUSTER_EVENT_NO_TIME ? muster_time_dup_text (due) : NULL;

  if (text != NULL)
    text[strlen ("2026-03-02T19:00")] = '\0';
  muster_text_table_add (table, muster_task_state_get_title (task->state));
  muster_text_table_add (table, text != NULL ? g_strdelimit (text, "T", ' ') : NULL);
  muster_text_table_add (table, muster_event_target_get_name (target, task->owner));
  muster_text_table_add (table, task->title);
}

static int
print_tasks (MusterCommandContext *context, MusterEventTarget *target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tasks = list_tasks (target->db, target, &error);
  g_autoptr (MusterEvent) event = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (MusterTextTable) table = muster_text_table_new (4);

  if (tasks != NULL)
    event =
        muster_event_edit_load (target->db, &target->when.event, target->when.original_at, &error);
  if (event == NULL)
    return muster_command_fail (context, error);

  json_builder_begin_array (builder);
  for (guint i = 0; i < tasks->len; i++)
    {
      gint64 due = muster_task_get_due (tasks->pdata[i], event);

      add_task_json (builder, target, tasks->pdata[i], due);
      add_task_row (table, target, tasks->pdata[i], due);
    }
  json_builder_end_array (builder);
  if (context->json)
    muster_command_print_json (builder);
  else
    muster_text_table_print (table);
  return MUSTER_EXIT_DONE;
}

/**
 * muster_event_tasks_run:
 * @argv: @argv[0] is the verb
 *
 * Shows the tasks of an event, after doing what the options ask for.
 */
int
muster_event_tasks_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "event tasks", N_ ("--group NAME --event ID|TITLE"),
                                         N_ ("What has to be prepared for an event, and by when"),
                                         NULL };
  g_auto (Options) options = { 0 };
  g_auto (MusterEventTarget) target = { 0 };
  int status;
  const GOptionEntry entries[] = {
    { "checklist", 0, 0, G_OPTION_ARG_NONE, &options.checklist, N_ ("Add the group’s checklist"),
      NULL },
    { "add", 0, 0, G_OPTION_ARG_STRING, &options.add, N_ ("Add a task"), N_ ("TITLE") },
    { "due", 0, 0, G_OPTION_ARG_STRING, &options.due,
      N_ ("--add: by when: -3d before the beginning, +2h after the end, or a time"), N_ ("TIME") },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &options.owner, N_ ("--add: who does it"), N_ ("NAME") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("--add: a note"), N_ ("TEXT") },
    { "done", 0, 0, G_OPTION_ARG_STRING, &options.tick[MUSTER_TASK_DONE], N_ ("It is done"),
      N_ ("ID|TITLE") },
    { "drop", 0, 0, G_OPTION_ARG_STRING, &options.tick[MUSTER_TASK_DROPPED],
      N_ ("It need not be done"), N_ ("ID|TITLE") },
    { "reopen", 0, 0, G_OPTION_ARG_STRING, &options.tick[MUSTER_TASK_OPEN],
      N_ ("It is to be done again"), N_ ("ID|TITLE") },
    { "remove", 0, 0, G_OPTION_ARG_STRING, &options.remove, N_ ("Take it out"), N_ ("ID|TITLE") },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_event_target_parse (context, &command, entries, &argc, &argv, &target, &status))
    return status;

  status = run_edit (context, &target, &options);
  return status == MUSTER_EXIT_DONE ? print_tasks (context, &target) : status;
}
