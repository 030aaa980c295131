/* muster-calendar-import.c - the events of a calendar file into a group
 *
 * Events are known again by UID, changed times of a series by UID and the time
 * that the series had.  What was read before and is the same stays untouched.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-import"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-calendar-import.h"
#include "muster-event-series.h"
#include "muster-event-table.h"
#include "muster-input-error.h"

#define MAX_EVENTS 200000

typedef struct
{
  MusterEvent *event; /* owned; its id is that of the stored one, if there is one */
  MusterCalendarVerdict verdict;
  guint64 line;
  gboolean is_changed; /* one time of a series */
  gboolean and_later;
} Item;

struct _MusterCalendarImport
{
  MusterId group;
  GArray *items;      /* owned, of Item */
  GHashTable *series; /* owned: uid of the items -> index + 1 of the one that is no changed time */
  guint counts[MUSTER_N_CALENDAR_VERDICTS];
};

static void
item_clear (gpointer data)
{
  muster_event_free (((Item *) data)->event);
}

/* An event without a name gets one of what it says, so that it is the same tomorrow. */
static char *
dup_uid (const MusterCalendarEntry *entry)
{
  g_autofree char *text = NULL;
  g_autofree char *digest = NULL;

  if (entry->uid != NULL)
    return g_strdup (entry->uid);

  text = g_strdup_printf ("%" G_GINT64_FORMAT "\n%s\n%s", entry->start,
                          entry->title != NULL ? entry->title : "",
                          entry->place != NULL ? entry->place : "");
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  digest[32] = '\0';
  return g_strconcat (digest, "@no-uid.musterapp.org", NULL);
}

static MusterEvent *
make_event (const MusterCalendarEntry *entry, const MusterId *group)
{
  MusterEvent *event = muster_event_new ();

  event->group = *group;
  event->uid = dup_uid (entry);
  event->title = g_strdup (entry->title != NULL ? entry->title : _ ("Event without a title"));
  event->description = g_strdup (entry->description);
  event->place = g_strdup (entry->place);
  event->zone = g_strdup (entry->zone);
  event->all_day = entry->all_day;
  event->start_at = entry->start;
  event->end_at = entry->end;
  event->sequence = entry->sequence;
  event->recurrence = g_strdup (entry->recurrence);
  event->reminders = g_strdup (entry->alarms);
  event->attachments = g_strdup (entry->url);
  event->original_at = entry->is_changed ? entry->original : MUSTER_EVENT_NO_TIME;
  if (g_strcmp0 (entry->status, "CANCELLED") == 0)
    {
      g_free (event->standing);
      event->standing = g_strdup ("cancelled");
    }
  return event;
}

/* An event is worth more than its rule. */
static void
check_rules (MusterEvent *event, guint64 line, MusterWarnings *warnings)
{
  g_autoptr (GTimeZone) zone = muster_event_dup_zone (event);
  g_autoptr (GError) error = NULL;
  g_autofree char *warning = NULL;
  g_autoptr (MusterRecurrence) recurrence =
      muster_recurrence_new (event->recurrence, event->start_at, event->all_day, zone, &error);

  if (recurrence == NULL)
    {
      muster_warnings_add (warnings, line, _ ("The event is taken in without its rule: %s"),
                           error->message);
      g_clear_pointer (&event->recurrence, g_free);
      return;
    }
  warning = muster_recurrence_dup_warning (recurrence, event->recurrence);
  if (warning != NULL)
    muster_warnings_add (warnings, line, "%s", warning);
}

static gboolean
read_items (MusterCalendarImport *self, MusterCalendarReader *reader, GCancellable *cancellable,
            GError **error)
{
  MusterCalendarEntry *next;

  while ((next = muster_calendar_reader_next (reader)) != NULL)
    {
      g_autoptr (MusterCalendarEntry) entry = next;
      Item item = { .event = make_event (entry, &self->group),
                    .line = entry->line,
                    .is_changed = entry->is_changed,
                    .and_later = entry->and_later };

      if (item.event->recurrence != NULL)
        check_rules (item.event, entry->line, muster_calendar_reader_get_warnings (reader));
      g_array_append_val (self->items, item);
      if (!entry->is_changed)
        g_hash_table_insert (self->series, item.event->uid, GUINT_TO_POINTER (self->items->len));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (self->items->len > MAX_EVENTS)
        {
          muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, entry->line,
                                  _ ("The calendar has more than %d events."), MAX_EVENTS);
          return FALSE;
        }
    }
  if (self->items->len > 0)
    return TRUE;

  muster_input_error_set (error, MUSTER_INPUT_ERROR_EMPTY, 0,
                          _ ("There are no events in this file."));
  return FALSE;
}

static Item *
find_series (MusterCalendarImport *self, const char *uid)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (self->series, uid));

  return i > 0 ? &g_array_index (self->items, Item, i - 1) : NULL;
}

/* A series whose times are changed from one on ends there, and another begins. */
static void
split_series (MusterCalendarImport *self, Item *item, MusterWarnings *warnings)
{
  Item *series = find_series (self, item->event->uid);
  MusterEvent *event = item->event;
  g_autoptr (MusterEvent) later = NULL;
  g_autoptr (MusterRecurrence) recurrence = NULL;
  g_autoptr (GError) error = NULL;

  if (series == NULL || series->event->recurrence == NULL)
    return;

  later = muster_event_series_cut (series->event, event->original_at, &error);
  if (later != NULL)
    recurrence = muster_event_series_open_recurrence (later, &error);
  if (recurrence == NULL ||
      !muster_recurrence_move (recurrence, event->start_at, event->all_day, &error))
    {
      muster_warnings_add (warnings, item->line, "%s", error->message);
      return;
    }
  g_free (event->recurrence);
  event->recurrence = muster_recurrence_dup_text (recurrence);
  g_free (event->uid);
  event->uid = g_strdup (later->uid);
  event->original_at = MUSTER_EVENT_NO_TIME;
  item->is_changed = FALSE;
}

static gboolean
is_same (const MusterEvent *a, const MusterEvent *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->place, b->place) == 0 &&
         g_strcmp0 (a->description, b->description) == 0 && g_strcmp0 (a->zone, b->zone) == 0 &&
         g_strcmp0 (a->recurrence, b->recurrence) == 0 &&
         g_strcmp0 (a->reminders, b->reminders) == 0 &&
         g_strcmp0 (a->attachments, b->attachments) == 0 &&
         g_strcmp0 (a->standing, b->standing) == 0 && a->all_day == b->all_day &&
         a->start_at == b->start_at && a->end_at == b->end_at;
}

/* What a file does not say stays as the keeper has it. */
static void
keep_own (MusterEvent *event, MusterEvent *stored)
{
  event->id = stored->id;
  event->series = stored->series;
  event->capacity = stored->capacity;
  event->fee = stored->fee;
  event->sign_up_until = stored->sign_up_until;
  g_free (event->kind);
  event->kind = g_strdup (stored->kind);
  event->currency = g_strdup (stored->currency);
}

static gboolean
judge (MusterCalendarImport *self, Item *item, MusterDatabase *db, MusterWarnings *warnings,
       GError **error)
{
  g_autoptr (MusterEvent) stored = NULL;
  g_autoptr (GError) reason = NULL;
  gboolean found = FALSE;
  MusterId id;

  if (!muster_event_check (item->event, &reason))
    {
      item->verdict = MUSTER_CALENDAR_REFUSED;
      muster_warnings_add (warnings, item->line, "%s", reason->message);
    }
  else if (!muster_event_table_find (db, &self->group, item->event->uid, item->event->original_at,
                                     &id, &found, error))
    return FALSE;
  else if (found)
    {
      stored = muster_event_table_load (db, &id, error);
      if (stored == NULL)
        return FALSE;
      item->verdict =
          is_same (item->event, stored) ? MUSTER_CALENDAR_UNCHANGED : MUSTER_CALENDAR_CHANGED;
      keep_own (item->event, stored);
    }
  self->counts[item->verdict]++;
  return TRUE;
}

/**
 * muster_calendar_import_new:
 * @group: none for the keeper's own calendar
 * @reader: before its first event; its warnings tell also of what can't be stored
 *
 * Returns: (transfer full): the comparison
 */
MusterCalendarImport *
muster_calendar_import_new (MusterDatabase *db, const MusterId *group, MusterCalendarReader *reader,
                            GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterCalendarImport) self = g_new0 (MusterCalendarImport, 1);

  self->group = *group;
  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (self->items, item_clear);
  self->series = g_hash_table_new (g_str_hash, g_str_equal);
  if (!read_items (self, reader, cancellable, error))
    return NULL;

  for (guint i = 0; i < self->items->len; i++)
    if (g_array_index (self->items, Item, i).and_later)
      split_series (self, &g_array_index (self->items, Item, i),
                    muster_calendar_reader_get_warnings (reader));
  for (guint i = 0; i < self->items->len; i++)
    if (!judge (self, &g_array_index (self->items, Item, i), db,
                muster_calendar_reader_get_warnings (reader), error))
      return NULL;

  return g_steal_pointer (&self);
}

void
muster_calendar_import_free (MusterCalendarImport *self)
{
  g_hash_table_unref (self->series);
  g_array_unref (self->items);
  g_free (self);
}

guint
muster_calendar_import_get_n_events (MusterCalendarImport *self)
{
  return self->items->len;
}

const MusterEvent *
muster_calendar_import_get_event (MusterCalendarImport *self, guint i)
{
  return g_array_index (self->items, Item, i).event;
}

MusterCalendarVerdict
muster_calendar_import_get_verdict (MusterCalendarImport *self, guint i)
{
  return g_array_index (self->items, Item, i).verdict;
}

guint
muster_calendar_import_get_count (MusterCalendarImport *self, MusterCalendarVerdict verdict)
{
  return self->counts[verdict];
}

/* A changed time belongs to its series: in the file, else in the store. */
static gboolean
find_own_series (MusterCalendarImport *self, Item *item, MusterDatabase *db, GError **error)
{
  Item *series = find_series (self, item->event->uid);
  gboolean found;

  if (series != NULL)
    {
      item->event->series = series->event->id;
      return TRUE;
    }

  return muster_event_table_find (db, &self->group, item->event->uid, MUSTER_EVENT_NO_TIME,
                                  &item->event->series, &found, error);
}

/* A changed time that was moved along with its series is known again only now. */
static gboolean
find_moved (MusterCalendarImport *self, Item *item, MusterDatabase *db, GError **error)
{
  g_autoptr (MusterEvent) stored = NULL;
  gboolean found;
  MusterId id;

  if (!muster_event_table_find (db, &self->group, item->event->uid, item->event->original_at, &id,
                                &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  stored = muster_event_table_load (db, &id, error);
  if (stored == NULL)
    return FALSE;
  item->verdict = MUSTER_CALENDAR_CHANGED;
  keep_own (item->event, stored);
  return TRUE;
}

static gboolean
replace_item (Item *item, MusterChange *change, GError **error)
{
  g_autoptr (MusterEvent) stored =
      muster_event_table_load (muster_change_get_database (change), &item->event->id, error);

  return stored != NULL &&
         muster_event_series_replace (change, item->event, item->event->start_at - stored->start_at,
                                      FALSE, error);
}

static gboolean
write_item (MusterCalendarImport *self, Item *item, MusterChange *change, GError **error)
{
  MusterDatabase *db = muster_change_get_database (change);

  if (item->is_changed &&
      (!find_own_series (self, item, db, error) ||
       (item->verdict == MUSTER_CALENDAR_NEW && !find_moved (self, item, db, error))))
    return FALSE;

  switch (item->verdict)
    {
    case MUSTER_CALENDAR_NEW:
      return muster_event_table_insert (change, item->event, error);

    case MUSTER_CALENDAR_CHANGED:
      return replace_item (item, change, error);

    case MUSTER_CALENDAR_UNCHANGED:
    case MUSTER_CALENDAR_REFUSED:
    default:
      return TRUE;
    }
}

/**
 * muster_calendar_import_run:
 * @change: an open change
 *
 * Writes what is new and what is changed; series before their changed times.
 */
gboolean
muster_calendar_import_run (MusterCalendarImport *self, MusterChange *change,
                            GCancellable *cancellable, GError **error)
{
  for (gboolean changed = FALSE; changed <= TRUE; changed++)
    for (guint i = 0; i < self->items->len; i++)
      {
        Item *item = &g_array_index (self->items, Item, i);

        if (item->is_changed == changed &&
            (g_cancellable_set_error_if_cancelled (cancellable, error) ||
             !write_item (self, item, change, error) || !muster_change_breathe (change, error)))
          return FALSE;
      }

  return TRUE;
}
