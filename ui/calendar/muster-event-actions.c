/* muster-event-actions.c - what can be done with one time of an event
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-actions"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-calendar-export.h"
#include "muster-draft.h"
#include "muster-edit.h"
#include "muster-event-actions.h"
#include "muster-event-code-window.h"
#include "muster-event-dialog.h"
#include "muster-event-edit.h"
#include "muster-event-scope.h"
#include "muster-invitation.h"
#include "muster-saving.h"
#include "muster-sheet-printing.h"
#include "muster-sign-up-paste.h"

/* Who acts on what. */
typedef struct
{
  GtkWidget *widget; /* owned */
  MusterContext *context;
  const MusterEventDetail *detail;
  const char *parameter;
} Action;

/* An edit on its way into the store. */
typedef struct
{
  GtkWidget *widget;      /* owned */
  MusterContext *context; /* owned */
  MusterEvent *event;     /* owned */
  MusterId series;
  gint64 original_at;
  MusterEventScope scope;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->widget);
  g_object_unref (edit->context);
  muster_event_free (edit->event);
  g_free (edit);
}

static Edit *
edit_new (const Action *action, MusterEventScope scope)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->widget = g_object_ref (action->widget);
  edit->context = g_object_ref (action->context);
  edit->event = muster_event_copy (action->detail->event);
  edit->series = action->detail->series;
  edit->original_at = action->detail->original_at;
  edit->scope = scope;
  return edit;
}

static gboolean
write_event (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  return muster_event_edit_save (change, &edit->series, edit->original_at, edit->event, edit->scope,
                                 error);
}

static gboolean
delete_event (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  return muster_event_edit_delete (change, &edit->series, edit->original_at, edit->scope, error);
}

static gint64
get_now (const Action *action)
{
  return muster_clock_get_now (muster_context_get_clock (action->context)) / G_USEC_PER_SEC;
}

static void
say (const Action *action, const char *text)
{
  gtk_widget_activate_action (action->widget, "win.failed", "s", text);
}

static void
run_edit (const Action *action)
{
  muster_event_dialog_present (action->widget, action->context, action->detail->event,
                               action->detail->original_at);
}

static void
run_duplicate (const Action *action)
{
  g_autoptr (MusterEvent) draft = muster_event_copy (action->detail->event);

  draft->id = draft->series = (MusterId){ { 0 } };
  draft->original_at = MUSTER_EVENT_NO_TIME;
  draft->sequence = 0;
  g_clear_pointer (&draft->uid, g_free);
  g_free (draft->standing);
  draft->standing = g_strdup ("planned");
  muster_event_dialog_present (action->widget, action->context, draft, draft->start_at);
}

static void
delete_cb (MusterEventScope scope, gpointer data)
{
  const Edit *asked = data;
  Action action = { asked->widget, asked->context, NULL, NULL };
  MusterEventDetail detail = { .event = asked->event,
                               .series = asked->series,
                               .original_at = asked->original_at };
  /* TRANSLATORS: a title in the history: the title of an event */
  g_autofree char *title = g_strdup_printf (_ ("Delete the event %s"), asked->event->title);

  action.detail = &detail;
  muster_edit_run (asked->widget, asked->context, title, delete_event, edit_new (&action, scope),
                   edit_free);
  gtk_widget_activate_action (asked->widget, "calendar.back", NULL);
}

static void
run_delete (const Action *action)
{
  Edit *edit = edit_new (action, MUSTER_EVENT_ALL);

  if (action->detail->event->recurrence != NULL)
    {
      muster_event_scope_ask (action->widget, _ ("Delete the Event?"), TRUE, TRUE, delete_cb, edit,
                              edit_free);
      return;
    }
  delete_cb (MUSTER_EVENT_ALL, edit);
  edit_free (edit);
}

/* Only this time: the others are still to come, or were held already. */
static void
run_set_standing (const Action *action)
{
  Edit *edit = edit_new (action, MUSTER_EVENT_THIS);
  /* TRANSLATORS: a title in the history: the title of an event */
  g_autofree char *title = g_strdup_printf (_ ("Change the event %s"), edit->event->title);

  g_free (edit->event->standing);
  edit->event->standing = g_strdup (action->parameter);
  muster_edit_run (action->widget, action->context, title, write_event, edit, edit_free);
}

static void
run_copy_invitation (const Action *action)
{
  g_autofree char *text = muster_invitation_dup_text (action->detail->event, action->detail->group);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (action->widget), text);
  say (action, _ ("Text copied"));
}

static GStrv
list_unanswered (const MusterEventDetail *detail)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < detail->people->len; i++)
    {
      MusterParticipant *person = detail->people->pdata[i];

      if (muster_participant_is_member (person) &&
          !muster_participant_get_state (person)->has_answered)
        g_strv_builder_add (builder, muster_participant_get_nickname (person));
    }
  return g_strv_builder_end (builder);
}

static void
run_copy_reminder (const Action *action)
{
  g_auto (GStrv) nicknames = list_unanswered (action->detail);
  g_autoptr (MusterPolicy) policy = muster_policy_new ();
  g_autoptr (MusterDraft) draft = NULL;
  g_autofree char *text = NULL;

  if (action->detail->group != NULL && nicknames[0] != NULL)
    {
      draft =
          muster_draft_new (action->detail->group, policy,
                            muster_clock_get_today (muster_context_get_clock (action->context)));
      text = muster_draft_for_event (draft, "sign-up", action->detail->event,
                                     (const char *const *) nicknames, 0);
    }
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (action->widget), text);
  say (action, text != NULL ? _ ("Text copied") : _ ("Everybody has answered"));
}

static void
run_show_code (const Action *action)
{
  muster_event_code_window_present (action->widget, action->detail->event, get_now (action));
}

static gboolean
save_text (MusterStore *store, const char *path, gpointer data, GError **error)
{
  return g_file_set_contents_full (path, data, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static void
run_export (const Action *action)
{
  MusterDatabase *db = muster_store_get_database (muster_context_get_store (action->context), NULL);
  g_autoptr (GError) error = NULL;
  char *text =
      muster_calendar_export_dup_series (db, &action->detail->series, get_now (action), &error);
  g_autofree char *name = g_strdup_printf ("%s.ics", action->detail->event->title);

  if (text == NULL)
    say (action, error->message);
  else
    muster_saving_ask (action->widget, action->context, _ ("Save the Event"), name, save_text, text,
                       g_free);
}

static void
run_save_sheet (const Action *action)
{
  muster_sheet_printing_save (action->widget, action->context, action->detail);
}

static void
run_print_sheet (const Action *action)
{
  muster_sheet_printing_print (action->widget, action->detail);
}

static void
run_paste_sign_ups (const Action *action)
{
  if (action->detail->group == NULL)
    say (action, _ ("This event is of no group: there are no members to match."));
  else
    muster_sign_up_paste_present (action->widget, action->context, action->detail);
}

static const struct
{
  const char *name;
  void (*run) (const Action *action);
} actions[] = {
  { "event.copy-invitation", run_copy_invitation },
  { "event.copy-reminder", run_copy_reminder },
  { "event.delete", run_delete },
  { "event.duplicate", run_duplicate },
  { "event.edit", run_edit },
  { "event.export", run_export },
  { "event.paste-sign-ups", run_paste_sign_ups },
  { "event.print-sheet", run_print_sheet },
  { "event.save-sheet", run_save_sheet },
  { "event.set-standing", run_set_standing },
  { "event.show-code", run_show_code },
};

/**
 * muster_event_actions_run:
 * @widget: where the keeper asked for it
 * @action: its name
 * @parameter: (nullable): of the action
 */
void
muster_event_actions_run (GtkWidget *widget, MusterContext *context,
                          const MusterEventDetail *detail, const char *action,
                          const char *parameter)
{
  const Action asked = { widget, context, detail, parameter };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, action))
      actions[i].run (&asked);
}
