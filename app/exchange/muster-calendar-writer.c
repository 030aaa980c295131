/* muster-calendar-writer.c - events as iCalendar text
 *
 * Times carry the IANA name of their zone, which calendar programs know; a
 * zone's rules are written out by libical, for those that do not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define FAR_YEAR 3000
#define G_LOG_DOMAIN "muster-calendar-writer"

#include "config.h"

#include <libical/ical.h>

#include "muster-calendar-writer.h"
#include "muster-day.h"

#define SECONDS_PER_DAY 86400

struct _MusterCalendarWriter
{
  icalcomponent *calendar; /* owned */
  GHashTable *zones;       /* owned: names that have been written */
  struct icaltimetype stamp;
};

static struct icaltimetype
to_time (gint64 seconds, gboolean is_date)
{
  struct icaltimetype time = icaltime_null_time ();
  MusterDay day = muster_day_from_seconds (seconds);
  int rest = (int) (seconds - (gint64) day * SECONDS_PER_DAY);

  muster_day_to_ymd (day, &time.year, &time.month, &time.day);
  time.is_date = is_date;
  time.hour = is_date ? 0 : rest / 3600;
  time.minute = is_date ? 0 : rest / 60 % 60;
  time.second = is_date ? 0 : rest % 60;
  return time;
}

/**
 * muster_calendar_writer_new:
 * @name: of the calendar
 * @now: seconds since 1970; the time that the file says it was made
 *
 * Returns: (transfer full): a calendar without events
 */
MusterCalendarWriter *
muster_calendar_writer_new (const char *name, gint64 now)
{
  MusterCalendarWriter *self = g_new0 (MusterCalendarWriter, 1);
  icalproperty *title = icalproperty_new_x (name);

  icalproperty *look_again = icalproperty_new_x ("PT1H");

  icalproperty_set_x_name (title, "X-WR-CALNAME");
  icalproperty_set_x_name (look_again, "X-PUBLISHED-TTL");
  self->calendar = icalcomponent_vanew (
      ICAL_VCALENDAR_COMPONENT, icalproperty_new_version ("2.0"),
      icalproperty_new_prodid ("-//musterapp.org//Muster " PACKAGE_VERSION "//EN"), title,
      look_again, NULL);
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stamp = to_time (now, FALSE);
  self->stamp.zone = icaltimezone_get_utc_timezone ();
  return self;
}

void
muster_calendar_writer_free (MusterCalendarWriter *self)
{
  icalcomponent_free (self->calendar);
  g_hash_table_unref (self->zones);
  g_free (self);
}

/* The rules of a zone, once. */
static void
add_zone (MusterCalendarWriter *self, const char *name)
{
  icaltimezone *zone = icaltimezone_get_builtin_timezone (name);
  icalcomponent *rules;

  if (!g_hash_table_add (self->zones, g_strdup (name)) || zone == NULL)
    return;

  rules = icalcomponent_new_clone (icaltimezone_get_component (zone));
  icalproperty_set_tzid (icalcomponent_get_first_property (rules, ICAL_TZID_PROPERTY), name);
  icalcomponent_add_component (self->calendar, rules);
}

/* libical writes zeros for years from 3000 on; a property whose name it does not know, it leaves
 * alone. */
static icalproperty *
new_far_time (icalproperty_kind kind, struct icaltimetype time)
{
  g_autoptr (GString) text = g_string_new (NULL);
  icalproperty *property;

  g_string_printf (text, "%04d%02d%02d", time.year, time.month, time.day);
  if (!time.is_date)
    g_string_append_printf (text, "T%02d%02d%02d%s", time.hour, time.minute, time.second,
                            icaltime_is_utc (time) ? "Z" : "");
  property = icalproperty_new_x (text->str);
  icalproperty_set_x_name (property, icalproperty_kind_to_string (kind));
  return property;
}

static icalproperty *
new_time (icalproperty_kind kind, struct icaltimetype time)
{
  icalproperty *property;

  if (time.year >= FAR_YEAR)
    return new_far_time (kind, time);
  property = icalproperty_new (kind);
  icalproperty_set_value (property,
                          time.is_date ? icalvalue_new_date (time) : icalvalue_new_datetime (time));
  return property;
}

static void
add_time (icalcomponent *event, const MusterCalendarEntry *entry, icalproperty_kind kind,
          gint64 seconds)
{
  struct icaltimetype time = to_time (seconds, entry->all_day);
  icalproperty *property;

  if (g_strcmp0 (entry->zone, "UTC") == 0)
    time.zone = icaltimezone_get_utc_timezone ();
  property = new_time (kind, time);
  if (entry->all_day)
    icalproperty_add_parameter (property, icalparameter_new_value (ICAL_VALUE_DATE));
  else if (entry->zone != NULL && time.zone == NULL)
    icalproperty_add_parameter (property, icalparameter_new_tzid (entry->zone));
  icalcomponent_add_property (event, property);
}

static void
add_text (icalcomponent *event, icalproperty *(*make) (const char *), const char *text)
{
  if (text != NULL && *text != '\0')
    icalcomponent_add_property (event, make (text));
}

/* RRULE lines go out as they are; each date gets the zone of the event. */
static void
add_recurrence (icalcomponent *event, const MusterCalendarEntry *entry)
{
  g_auto (GStrv) lines = g_strsplit (entry->recurrence != NULL ? entry->recurrence : "", "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      char *value = strchr (*line, ':');
      g_auto (GStrv) dates = NULL;

      if (value == NULL)
        continue;
      if (g_str_has_prefix (*line, "RRULE:"))
        {
          icalcomponent_add_property (
              event, icalproperty_new_rrule (icalrecurrencetype_from_string (value + 1)));
          continue;
        }
      dates = g_strsplit (value + 1, ",", -1);
      for (char **date = dates; *date != NULL; date++)
        {
          struct icaltimetype time = icaltime_from_string (*date);
          gint64 seconds =
              (gint64) muster_day_from_ymd (time.year, time.month, time.day) * SECONDS_PER_DAY +
              time.hour * 3600 + time.minute * 60 + time.second;

          add_time (event, entry,
                    g_str_has_prefix (*line, "RDATE:") ? ICAL_RDATE_PROPERTY : ICAL_EXDATE_PROPERTY,
                    seconds);
        }
    }
}

static void
add_alarms (icalcomponent *event, const MusterCalendarEntry *entry)
{
  g_auto (GStrv) minutes = g_strsplit (entry->alarms != NULL ? entry->alarms : "", "\n", -1);

  for (char **minute = minutes; *minute != NULL; minute++)
    {
      struct icaltriggertype trigger = icaltriggertype_from_int (-atoi (*minute) * 60);

      if (**minute == '\0')
        continue;
      icalcomponent_add_component (
          event,
          icalcomponent_vanew (
              ICAL_VALARM_COMPONENT, icalproperty_new_action (ICAL_ACTION_DISPLAY),
              icalproperty_new_trigger (trigger),
              icalproperty_new_description (entry->title != NULL ? entry->title : ""), NULL));
    }
}

static void
add_status (icalcomponent *event, const char *status)
{
  icalproperty_status value =
      status != NULL ? icalproperty_string_to_status (status) : ICAL_STATUS_NONE;

  if (value != ICAL_STATUS_NONE)
    icalcomponent_add_property (event, icalproperty_new_status (value));
}

/**
 * muster_calendar_writer_add:
 * @entry: has a uid
 */
void
muster_calendar_writer_add (MusterCalendarWriter *self, const MusterCalendarEntry *entry)
{
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);

  if (entry->zone != NULL && !entry->all_day && !g_str_equal (entry->zone, "UTC"))
    add_zone (self, entry->zone);
  add_text (event, icalproperty_new_uid, entry->uid);
  icalcomponent_add_property (event, icalproperty_new_dtstamp (self->stamp));
  add_time (event, entry, ICAL_DTSTART_PROPERTY, entry->start);
  if (entry->end > entry->start)
    add_time (event, entry, ICAL_DTEND_PROPERTY, entry->end);
  if (entry->is_changed)
    add_time (event, entry, ICAL_RECURRENCEID_PROPERTY, entry->original);
  add_recurrence (event, entry);
  if (entry->sequence > 0)
    icalcomponent_add_property (event, icalproperty_new_sequence ((int) entry->sequence));
  add_text (event, icalproperty_new_summary, entry->title);
  add_text (event, icalproperty_new_location, entry->place);
  add_text (event, icalproperty_new_description, entry->description);
  add_text (event, icalproperty_new_url, entry->url);
  add_status (event, entry->status);
  add_alarms (event, entry);
  icalcomponent_add_component (self->calendar, event);
}

/**
 * muster_calendar_writer_finish:
 *
 * Returns: (transfer full): the text, lines of at most 75 bytes ended by CR LF
 */
char *
muster_calendar_writer_finish (MusterCalendarWriter *self)
{
  char *text = icalcomponent_as_ical_string_r (self->calendar);
  char *copy = g_strdup (text);

  icalmemory_free_buffer (text);
  return copy;
}
