/* muster-calendar-edit.c - moves and deletes what stands in the calendar
 *
 * Of a series it asks first which of its times are meant.  Each is one change
 * that can be undone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-edit"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-calendar-edit.h"
#include "muster-edit.h"
#include "muster-event-edit.h"
#include "muster-event-scope.h"

typedef struct
{
  GtkWidget *widget;        /* owned */
  MusterContext *context;   /* owned */
  MusterCalendarItem *item; /* owned */
  gboolean is_move;         /* else it is deleted */
  gint64 start_by;          /* seconds */
  gint64 end_by;            /* seconds */
  MusterEventScope scope;
} Edit;

static Edit *
edit_new (GtkWidget *widget, MusterContext *context, MusterCalendarItem *item)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->widget = g_object_ref (widget);
  edit->context = g_object_ref (context);
  edit->item = muster_calendar_item_ref (item);
  return edit;
}

static Edit *
edit_copy (const Edit *from)
{
  Edit *edit = edit_new (from->widget, from->context, from->item);

  edit->is_move = from->is_move;
  edit->start_by = from->start_by;
  edit->end_by = from->end_by;
  return edit;
}

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->widget);
  g_object_unref (edit->context);
  muster_calendar_item_unref (edit->item);
  g_free (edit);
}

static gboolean
write_edit (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;
  const MusterCalendarItem *item = edit->item;

  if (!edit->is_move)
    return muster_event_edit_delete (change, &item->event, item->original_at, edit->scope, error);
  return muster_event_edit_move (change, &item->event, item->original_at,
                                 item->wall_start + edit->start_by, item->wall_end + edit->end_by,
                                 edit->scope, error);
}

static void
run (Edit *edit)
{
  g_autofree char *title = edit->is_move ? g_strdup_printf (_ ("Move “%s”"), edit->item->title)
                                         : g_strdup_printf (_ ("Delete “%s”"), edit->item->title);

  muster_edit_run (edit->widget, edit->context, title, write_edit, edit, edit_free);
}

/* The question frees what it was asked with. */
static void
chosen_cb (MusterEventScope scope, gpointer user_data)
{
  Edit *edit = edit_copy (user_data);

  edit->scope = scope;
  run (edit);
}

static void
start (Edit *edit)
{
  g_autofree char *heading = NULL;

  edit->scope = MUSTER_EVENT_ALL;
  if (!edit->item->repeats)
    {
      run (edit);
      return;
    }

  heading = edit->is_move ? g_strdup_printf (_ ("Move “%s”?"), edit->item->title)
                          : g_strdup_printf (_ ("Delete “%s”?"), edit->item->title);
  muster_event_scope_ask (edit->widget, heading, TRUE, !edit->is_move, chosen_cb, edit, edit_free);
}

/**
 * muster_calendar_edit_move:
 * @widget: where the keeper did it
 * @start_by: seconds by which it begins later; less than 0: earlier
 * @end_by: seconds by which it ends later
 */
void
muster_calendar_edit_move (GtkWidget *widget, MusterContext *context, MusterCalendarItem *item,
                           gint64 start_by, gint64 end_by)
{
  Edit *edit = edit_new (widget, context, item);

  edit->is_move = TRUE;
  edit->start_by = start_by;
  edit->end_by = end_by;
  start (edit);
}

/**
 * muster_calendar_edit_delete:
 * @widget: where the keeper did it
 */
void
muster_calendar_edit_delete (GtkWidget *widget, MusterContext *context, MusterCalendarItem *item)
{
  start (edit_new (widget, context, item));
}
