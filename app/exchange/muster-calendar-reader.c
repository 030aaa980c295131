/* muster-calendar-reader.c - the events of an iCalendar file
 *
 * libical reads the properties; the files of the world are mended before
 * (muster-calendar-blocks.c) and their zones named (muster-calendar-zones.c).
 * An event that can't be read becomes a warning.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-reader"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>

#include "muster-calendar-blocks.h"
#include "muster-calendar-reader.h"
#include "muster-calendar-zones.h"
#include "muster-day.h"

#define SECONDS_PER_DAY 86400
#define MAX_ALARM_MINUTES (60 * 24 * 60)
#define LAST_YEAR 9999

struct _MusterCalendarReader
{
  GObject parent_instance;

  MusterTextSource *source;   /* owned */
  MusterWarnings *warnings;   /* owned */
  MusterCalendarZones *zones; /* owned */
  MusterCalendarBlocks blocks;
};

G_DEFINE_FINAL_TYPE (MusterCalendarReader, muster_calendar_reader, G_TYPE_OBJECT)

void
muster_calendar_entry_free (MusterCalendarEntry *self)
{
  g_free (self->uid);
  g_free (self->title);
  g_free (self->description);
  g_free (self->place);
  g_free (self->url);
  g_free (self->status);
  g_free (self->zone);
  g_free (self->recurrence);
  g_free (self->alarms);
  g_free (self);
}

static gint64
to_seconds (struct icaltimetype time)
{
  return (gint64) muster_day_from_ymd (time.year, time.month, time.day) * SECONDS_PER_DAY +
         (time.is_date ? 0 : time.hour * 3600 + time.minute * 60 + time.second);
}

static gint64
get_offset (GTimeZone *zone, GTimeType type, gint64 seconds)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, type, seconds));
}

/* The zone of a property's time; NULL for the clock of whoever looks. */
static const char *
find_zone (MusterCalendarReader *self, icalproperty *property, struct icaltimetype time,
           guint64 line)
{
  const char *tzid = icalproperty_get_parameter_as_string (property, "TZID");

  if (icaltime_is_utc (time))
    return "UTC";
  if (tzid == NULL || *tzid == '\0')
    return NULL;

  return muster_calendar_zones_find (self->zones, tzid, line, self->warnings);
}

/* What the clock of @zone shows when that of @from shows @wall. */
static gint64
convert (gint64 wall, const char *from, const char *zone)
{
  g_autoptr (GTimeZone) source = NULL;
  g_autoptr (GTimeZone) target = NULL;
  gint64 utc;

  if (from == NULL || zone == NULL || g_str_equal (from, zone))
    return wall;

  source = g_time_zone_new_identifier (from);
  target = g_time_zone_new_identifier (zone);
  utc = wall - get_offset (source, G_TIME_TYPE_STANDARD, wall);
  return utc + get_offset (target, G_TIME_TYPE_UNIVERSAL, utc);
}

/* A time of another property, on the clock of the entry. */
static gint64
read_time (MusterCalendarReader *self, const MusterCalendarEntry *entry, icalproperty *property,
           struct icaltimetype time)
{
  gint64 wall = to_seconds (time);

  if (time.is_date || entry->all_day)
    return wall;

  return convert (wall, find_zone (self, property, time, entry->line), entry->zone);
}

static char *
dup_value (icalcomponent *component, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;
  const char *text = value != NULL ? icalvalue_get_text (value) : NULL;

  return text != NULL && *text != '\0' ? g_utf8_make_valid (text, -1) : NULL;
}

static char *
dup_raw (icalcomponent *component, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  const char *text = property != NULL ? icalproperty_get_value_as_string (property) : NULL;

  return text != NULL && *text != '\0' ? g_utf8_make_valid (text, -1) : NULL;
}

/* libical itself ends in the year 3000, and makes the 2nd of March of 30 February. */
static gboolean
is_time (struct icaltimetype time)
{
  return time.year <= LAST_YEAR && time.day > 0 && time.month > 0 && time.year > 0 &&
         g_date_valid_dmy ((GDateDay) time.day, (GDateMonth) time.month, (GDateYear) time.year) &&
         time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60 &&
         time.second >= 0 && time.second <= 60; /* a leap second is one */
}

static gboolean
read_start (MusterCalendarReader *self, MusterCalendarEntry *entry, icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);
  struct icaltimetype time =
      property != NULL ? icalproperty_get_dtstart (property) : icaltime_null_time ();

  if (icaltime_is_null_time (time))
    {
      muster_warnings_add (self->warnings, entry->line,
                           _ ("The event does not say when it begins; it was left out."));
      return FALSE;
    }
  if (!is_time (time))
    {
      muster_warnings_add (self->warnings, entry->line,
                           _ ("The event begins at a time that there is not; it was left out."));
      return FALSE;
    }

  entry->all_day = time.is_date;
  entry->zone = g_strdup (time.is_date ? NULL : find_zone (self, property, time, entry->line));
  entry->start = to_seconds (time);
  return TRUE;
}

/* DTEND, or DURATION, or neither: a day of days, a moment of times. */
static void
read_end (MusterCalendarReader *self, MusterCalendarEntry *entry, icalcomponent *component)
{
  icalproperty *end = icalcomponent_get_first_property (component, ICAL_DTEND_PROPERTY);
  icalproperty *length = icalcomponent_get_first_property (component, ICAL_DURATION_PROPERTY);

  entry->end = entry->start + (entry->all_day ? SECONDS_PER_DAY : 0);
  if (end != NULL && !icaltime_is_null_time (icalproperty_get_dtend (end)))
    entry->end = read_time (self, entry, end, icalproperty_get_dtend (end));
  else if (length != NULL)
    entry->end =
        entry->start + (gint64) icaldurationtype_as_int (icalproperty_get_duration (length));
  if (entry->all_day && entry->end == entry->start)
    entry->end += SECONDS_PER_DAY;
  if (entry->end >= entry->start)
    return;

  muster_warnings_add (self->warnings, entry->line,
                       _ ("The event ends before it begins; its end was left out."));
  entry->end = entry->start + (entry->all_day ? SECONDS_PER_DAY : 0);
}

static void
append_date (GString *lines, const char *name, const MusterCalendarEntry *entry, gint64 wall)
{
  g_autofree char *text = muster_time_dup_text (wall);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p != '-' && *p != ':')
      g_string_append_c (plain, *p);
  if (entry->all_day)
    g_string_truncate (plain, strlen ("20260302"));
  g_string_append_printf (lines, "%s%s:%s", lines->len > 0 ? "\n" : "", name, plain->str);
}

static void
read_rules (MusterCalendarReader *self, MusterCalendarEntry *entry, icalcomponent *component,
            GString *lines)
{
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY);
       property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_RRULE_PROPERTY))
    {
      struct icalrecurrencetype rule = icalproperty_get_rrule (property);

      if (rule.freq == ICAL_NO_RECURRENCE)
        muster_warnings_add (self->warnings, entry->line,
                             _ ("A rule for repeating can’t be read; it was left out."));
      else
        g_string_append_printf (lines, "%sRRULE:%s", lines->len > 0 ? "\n" : "",
                                icalproperty_get_value_as_string (property));
    }
}

static void
read_dates (MusterCalendarReader *self, MusterCalendarEntry *entry, icalcomponent *component,
            GString *lines)
{
  icalproperty *property;

  for (property = icalcomponent_get_first_property (component, ICAL_RDATE_PROPERTY);
       property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_RDATE_PROPERTY))
    {
      struct icaldatetimeperiodtype value = icalproperty_get_rdate (property);
      struct icaltimetype time =
          icaltime_is_null_time (value.time) ? value.period.start : value.time;

      append_date (lines, "RDATE", entry, read_time (self, entry, property, time));
    }
  for (property = icalcomponent_get_first_property (component, ICAL_EXDATE_PROPERTY);
       property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_EXDATE_PROPERTY))
    append_date (lines, "EXDATE", entry,
                 read_time (self, entry, property, icalproperty_get_exdate (property)));
}

/* What libical could not read and left behind as notes. */
static void
read_errors (MusterCalendarReader *self, const MusterCalendarEntry *entry, icalcomponent *component)
{
  for (icalproperty *property =
           icalcomponent_get_first_property (component, ICAL_XLICERROR_PROPERTY);
       property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_XLICERROR_PROPERTY))
    {
      g_autofree char *text = g_utf8_make_valid (icalproperty_get_xlicerror (property), -1);

      muster_warnings_add (self->warnings, entry->line, _ ("Part of the event can’t be read: %s"),
                           text);
    }
}

static void
read_recurrence (MusterCalendarReader *self, MusterCalendarEntry *entry, icalcomponent *component)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  icalproperty *changed = icalcomponent_get_first_property (component, ICAL_RECURRENCEID_PROPERTY);

  read_rules (self, entry, component, lines);
  read_dates (self, entry, component, lines);
  if (lines->len > 0)
    entry->recurrence = g_strdup (lines->str);
  if (changed == NULL || icaltime_is_null_time (icalproperty_get_recurrenceid (changed)))
    return;

  entry->is_changed = TRUE;
  entry->original = read_time (self, entry, changed, icalproperty_get_recurrenceid (changed));
  entry->and_later =
      g_strcmp0 (icalproperty_get_parameter_as_string (changed, "RANGE"), "THISANDFUTURE") == 0;
}

static gboolean
read_alarm (icalcomponent *alarm, int *out_minutes)
{
  icalproperty *property = icalcomponent_get_first_property (alarm, ICAL_TRIGGER_PROPERTY);
  struct icaltriggertype trigger;

  if (property == NULL)
    return FALSE;
  trigger = icalproperty_get_trigger (property);
  *out_minutes = -icaldurationtype_as_int (trigger.duration) / 60;
  return icaltime_is_null_time (trigger.time) && *out_minutes >= 0 &&
         *out_minutes <= MAX_ALARM_MINUTES;
}

static void
read_alarms (MusterCalendarReader *self, MusterCalendarEntry *entry, icalcomponent *component)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (icalcomponent *alarm = icalcomponent_get_first_component (component, ICAL_VALARM_COMPONENT);
       alarm != NULL; alarm = icalcomponent_get_next_component (component, ICAL_VALARM_COMPONENT))
    {
      int minutes = 0;

      if (read_alarm (alarm, &minutes))
        g_string_append_printf (lines, "%s%d", lines->len > 0 ? "\n" : "", minutes);
      else
        muster_warnings_add (self->warnings, entry->line,
                             _ ("A reminder that is not within 60 days before the start is left "
                                "out."));
    }
  if (lines->len > 0)
    entry->alarms = g_strdup (lines->str);
}

static MusterCalendarEntry *
read_entry (MusterCalendarReader *self, icalcomponent *component)
{
  g_autoptr (MusterCalendarEntry) entry = g_new0 (MusterCalendarEntry, 1);
  icalproperty *sequence = icalcomponent_get_first_property (component, ICAL_SEQUENCE_PROPERTY);

  entry->line = self->blocks.first_line;
  read_errors (self, entry, component);
  if (!read_start (self, entry, component))
    return NULL;

  entry->uid = dup_value (component, ICAL_UID_PROPERTY);
  entry->title = dup_value (component, ICAL_SUMMARY_PROPERTY);
  entry->description = dup_value (component, ICAL_DESCRIPTION_PROPERTY);
  entry->place = dup_value (component, ICAL_LOCATION_PROPERTY);
  entry->url = dup_raw (component, ICAL_URL_PROPERTY);
  entry->status = dup_raw (component, ICAL_STATUS_PROPERTY);
  entry->sequence = sequence != NULL ? icalproperty_get_sequence (sequence) : 0;
  read_end (self, entry, component);
  read_recurrence (self, entry, component);
  read_alarms (self, entry, component);
  return g_steal_pointer (&entry);
}

static void
muster_calendar_reader_finalize (GObject *object)
{
  MusterCalendarReader *self = MUSTER_CALENDAR_READER (object);

  muster_calendar_blocks_clear (&self->blocks);
  muster_calendar_zones_free (self->zones);
  g_clear_object (&self->warnings);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (muster_calendar_reader_parent_class)->finalize (object);
}

static void
muster_calendar_reader_class_init (MusterCalendarReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_calendar_reader_finalize;
}

static void
muster_calendar_reader_init (MusterCalendarReader *self)
{
  self->warnings = muster_warnings_new ();
}

/**
 * muster_calendar_reader_new:
 *
 * Returns: (transfer full): a reader before the first event
 */
MusterCalendarReader *
muster_calendar_reader_new (MusterTextSource *source)
{
  MusterCalendarReader *self = g_object_new (MUSTER_TYPE_CALENDAR_READER, NULL);
  MusterSpan text;

  self->source = g_object_ref (source);
  text.data = muster_text_source_get_data (source, &text.length);
  self->zones = muster_calendar_zones_new (text);
  muster_calendar_blocks_init (&self->blocks, text);
  return self;
}

/**
 * muster_calendar_reader_next:
 *
 * Returns: (transfer full) (nullable): the next event; %NULL at the end
 */
MusterCalendarEntry *
muster_calendar_reader_next (MusterCalendarReader *self)
{
  g_return_val_if_fail (MUSTER_IS_CALENDAR_READER (self), NULL);

  while (muster_calendar_blocks_next (&self->blocks, "VEVENT"))
    {
      icalcomponent *component = icalparser_parse_string (self->blocks.text->str);
      MusterCalendarEntry *entry = NULL;

      if (!self->blocks.is_whole)
        muster_warnings_add (self->warnings, self->blocks.first_line,
                             _ ("The event has no end; what was there of it was taken."));
      if (component != NULL)
        {
          entry = read_entry (self, component);
          icalcomponent_free (component);
        }
      if (entry != NULL)
        return entry;
    }

  return NULL;
}

MusterWarnings *
muster_calendar_reader_get_warnings (MusterCalendarReader *self)
{
  g_return_val_if_fail (MUSTER_IS_CALENDAR_READER (self), NULL);

  return self->warnings;
}
