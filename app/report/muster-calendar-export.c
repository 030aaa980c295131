/* muster-calendar-export.c - the events of a group into an iCalendar file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-export"

#include "config.h"

#include "muster-calendar-export.h"
#include "muster-calendar-writer.h"
#include "muster-day.h"
#include "muster-event-edit.h"
#include "muster-event-table.h"
#include "muster-sign-up-table.h"

/* The texts are the event's: they must not be freed with the entry. */
static void
add_event (MusterCalendarWriter *writer, const MusterEvent *event)
{
  const MusterCalendarEntry entry = {
    .uid = event->uid,
    .title = event->title,
    .description = event->description,
    .place = event->place,
    .url = event->attachments,
    .status = g_strcmp0 (event->standing, "cancelled") == 0 ? (char *) "CANCELLED" : NULL,
    .zone = event->zone,
    .start = event->start_at,
    .end = event->end_at,
    .original = event->original_at,
    .sequence = event->sequence,
    .recurrence = event->recurrence,
    .alarms = event->reminders,
    .all_day = event->all_day,
    .is_changed = event->original_at != MUSTER_EVENT_NO_TIME,
  };

  muster_calendar_writer_add (writer, &entry);
}

static gboolean
add_events (MusterCalendarWriter *writer, MusterDatabase *db, const MusterId *group,
            gint64 *out_events, GError **error)
{
  g_autoptr (GPtrArray) events = muster_event_table_list (db, group, G_MININT64, G_MAXINT64, error);
  g_autoptr (GPtrArray) changed = NULL;

  if (events != NULL)
    changed = muster_event_table_list_changed (db, NULL, error);
  if (changed == NULL)
    return FALSE;

  *out_events = 0;
  for (guint i = 0; i < events->len; i++, (*out_events)++)
    add_event (writer, events->pdata[i]);
  for (guint i = 0; i < changed->len; i++)
    if (group == NULL || muster_id_equal (&((const MusterEvent *) changed->pdata[i])->group, group))
      {
        add_event (writer, changed->pdata[i]);
        (*out_events)++;
      }
  return TRUE;
}

/**
 * muster_calendar_export_dup_text:
 * @group: (nullable): %NULL or none for all groups and the keeper's own events
 * @name: of the calendar
 * @now: seconds since 1970, the time that the text says it was made
 * @out_events: (out) (optional): how many events are in it
 *
 * Says nothing of who comes.
 *
 * Returns: (transfer full): the calendar as iCalendar; %NULL with @error set
 */
char *
muster_calendar_export_dup_text (MusterDatabase *db, const MusterId *group, const char *name,
                                 gint64 now, gint64 *out_events, GError **error)
{
  g_autoptr (MusterCalendarWriter) writer = muster_calendar_writer_new (name, now);
  gboolean all = group == NULL || muster_id_is_none (group);
  gint64 events = 0;

  if (!add_events (writer, db, all ? NULL : group, &events, error))
    return NULL;
  if (out_events != NULL)
    *out_events = events;
  return muster_calendar_writer_finish (writer);
}

/**
 * muster_calendar_export_dup_series:
 * @series: a series, or a single event
 *
 * Returns: (transfer full): that event, with its changed times, as iCalendar
 */
char *
muster_calendar_export_dup_series (MusterDatabase *db, const MusterId *series, gint64 now,
                                   GError **error)
{
  g_autoptr (MusterEvent) event = muster_event_table_load (db, series, error);
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (MusterCalendarWriter) writer = NULL;

  if (event != NULL)
    changed = muster_event_table_list_changed (db, series, error);
  if (changed == NULL)
    return NULL;

  writer = muster_calendar_writer_new (event->title, now);
  add_event (writer, event);
  for (guint i = 0; i < changed->len; i++)
    add_event (writer, changed->pdata[i]);
  return muster_calendar_writer_finish (writer);
}

/* One time of a series becomes an event of its own. */
static void
add_alone (MusterCalendarWriter *writer, const MusterEvent *event)
{
  g_autoptr (MusterEvent) alone = muster_event_copy (event);

  if (alone->recurrence != NULL)
    {
      g_autofree char *day = muster_day_dup_text (muster_day_from_seconds (alone->start_at));

      g_free (alone->uid);
      alone->uid = g_strdup_printf ("%s/%s", event->uid, day);
    }
  g_clear_pointer (&alone->recurrence, g_free);
  alone->original_at = MUSTER_EVENT_NO_TIME;
  add_event (writer, alone);
}

/**
 * muster_calendar_export_dup_one:
 * @event: one time of an event: see muster_event_edit_load()
 *
 * Returns: (transfer full): that time alone, as an event of its own
 */
char *
muster_calendar_export_dup_one (const MusterEvent *event, gint64 now)
{
  g_autoptr (MusterCalendarWriter) writer = muster_calendar_writer_new (event->title, now);

  add_alone (writer, event);
  return muster_calendar_writer_finish (writer);
}

/**
 * muster_calendar_export_dup_person:
 * @person: the membership's id in hexadecimal digits
 * @name: of the calendar
 * @out_events: how many events are in it
 *
 * Returns: (transfer full): the times to which one person has signed up, as iCalendar
 */
char *
muster_calendar_export_dup_person (MusterDatabase *db, const char *person, const char *name,
                                   gint64 now, gint64 *out_events, GError **error)
{
  g_autoptr (GPtrArray) answers = muster_sign_up_table_list_of_person (db, person, error);
  g_autoptr (MusterCalendarWriter) writer = muster_calendar_writer_new (name, now);

  if (answers == NULL)
    return NULL;

  *out_events = 0;
  for (guint i = 0; i < answers->len; i++)
    {
      const MusterSignUp *answer = answers->pdata[i];
      /* an event that was taken out since is left out */
      g_autoptr (MusterEvent) event =
          muster_event_edit_load (db, &answer->event, answer->original_at, NULL);

      if (event == NULL)
        continue;
      add_alone (writer, event);
      (*out_events)++;
    }
  return muster_calendar_writer_finish (writer);
}
