/* muster-due-reminder.c - all that the keeper is reminded of at a time of day
 *
 * Events remind as they ask for it; of tasks, notices and the end of being muted the time itself
 * does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-due-reminder"

#include "config.h"

#include "muster-due-list.h"
#include "muster-due-reminder.h"

#define SECONDS_PER_DAY 86400

static gboolean
reminds (const MusterDue *due)
{
  return !due->all_day && (due->kind == MUSTER_DUE_TASK || due->kind == MUSTER_DUE_NOTICE ||
                           due->kind == MUSTER_DUE_ANSWER || due->kind == MUSTER_DUE_MUTE);
}

static MusterReminder *
new_reminder (const MusterDue *due)
{
  MusterReminder *reminder = g_new0 (MusterReminder, 1);

  reminder->series = due->event;
  reminder->subject = due->subject;
  reminder->original_at = due->original_at;
  reminder->at = due->at;
  reminder->start = due->at;
  reminder->end = due->at + SECONDS_PER_DAY;
  reminder->title = g_strdup (due->title);
  reminder->place = g_strdup (muster_due_kind_get_title (due->kind));
  return reminder;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const MusterReminder *x = *(const MusterReminder *const *) a;
  const MusterReminder *y = *(const MusterReminder *const *) b;

  return (x->at > y->at) - (x->at < y->at);
}

/**
 * muster_due_reminder_list:
 * @after: seconds since 1970; reminders of that moment are left out
 * @until: seconds since 1970; reminders of that moment are included
 * @viewer: the zone in which days are meant
 *
 * Returns: (transfer full) (element-type MusterReminder): in the order of their moments
 */
GPtrArray *
muster_due_reminder_list (MusterDatabase *db, gint64 after, gint64 until, GTimeZone *viewer,
                          GError **error)
{
  g_autoptr (GPtrArray) found = muster_reminder_list (db, after, until, viewer, error);
  g_autoptr (GPtrArray) dues =
      found != NULL ? muster_due_list (db, NULL, after, until + 1, viewer, error) : NULL;

  if (dues == NULL)
    return NULL;

  for (guint i = 0; i < dues->len; i++)
    {
      const MusterDue *due = dues->pdata[i];

      if (reminds (due) && due->at > after && due->at <= until)
        g_ptr_array_add (found, new_reminder (due));
    }
  g_ptr_array_sort (found, compare);
  return g_steal_pointer (&found);
}
