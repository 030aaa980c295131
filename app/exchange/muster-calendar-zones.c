/* muster-calendar-zones.c - TZID to the names of the IANA database
 *
 * A zone is found by its name; by the end of its name, as Mozilla prefixes
 * them; by what Windows calls it; by X-LIC-LOCATION; at last by its rules: a
 * zone of the world whose clock showed the same on four days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-zones"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <unicode/ucal.h>
#include <unicode/uenum.h>
#include <unicode/ustring.h>

#include "muster-calendar-blocks.h"
#include "muster-calendar-zones.h"

#define MAX_NAME 128

/* Mid-winter and mid-summer of two years, noon UTC. */
static const struct
{
  int year, month;
} probes[] = { { 2019, 1 }, { 2019, 7 }, { 2024, 1 }, { 2024, 7 } };

/* Tried before all others where only the rules tell. */
static const char *const common[] = {
  "Asia/Shanghai",       "Europe/Berlin",    "Europe/London",       "Europe/Helsinki",
  "Europe/Moscow",       "America/New_York", "America/Chicago",     "America/Denver",
  "America/Los_Angeles", "Asia/Tokyo",       "Asia/Kolkata",        "Australia/Sydney",
  "America/Sao_Paulo",   "Asia/Singapore",   "Africa/Johannesburg",
};

struct _MusterCalendarZones
{
  GHashTable *defined; /* owned: TZID -> icaltimezone, of the file */
  GHashTable *found;   /* owned: TZID -> name, "" for one that nobody knows */
  GPtrArray *open; /* owned, of GTimeZone: while one is held, GLib does not read its file again */
};

static void
zone_free (gpointer zone)
{
  icaltimezone_free (zone, 1);
}

/* Zones may be defined behind the events that use them. */
static void
read_defined (MusterCalendarZones *self, MusterSpan text)
{
  MusterCalendarBlocks blocks = { 0 };

  muster_calendar_blocks_init (&blocks, text);
  while (muster_calendar_blocks_next (&blocks, "VTIMEZONE"))
    {
      icalcomponent *component = icalparser_parse_string (blocks.text->str);
      icaltimezone *zone = icaltimezone_new ();

      if (component != NULL && icaltimezone_set_component (zone, component) != 0 &&
          icaltimezone_get_tzid (zone) != NULL)
        {
          g_hash_table_insert (self->defined, g_strdup (icaltimezone_get_tzid (zone)), zone);
          continue;
        }
      icaltimezone_free (zone, 1);
      if (component != NULL)
        icalcomponent_free (component);
    }
  muster_calendar_blocks_clear (&blocks);
}

MusterCalendarZones *
muster_calendar_zones_new (MusterSpan text)
{
  MusterCalendarZones *self = g_new0 (MusterCalendarZones, 1);

  self->defined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, zone_free);
  self->open = g_ptr_array_new_with_free_func ((GDestroyNotify) g_time_zone_unref);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  read_defined (self, text);
  return self;
}

void
muster_calendar_zones_free (MusterCalendarZones *self)
{
  g_hash_table_unref (self->defined);
  g_hash_table_unref (self->found);
  g_ptr_array_unref (self->open);
  g_free (self);
}

static gboolean
is_known (const char *name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);

  return zone != NULL;
}

/* Europe/Berlin of /mozilla.org/20050126_1/Europe/Berlin. */
static char *
find_by_end (const char *tzid)
{
  for (const char *p = tzid; p != NULL; p = strchr (p, '/'))
    {
      p += *p == '/';
      if (strchr (p, '/') != NULL && is_known (p))
        return g_strdup (p);
    }

  return NULL;
}

static char *
find_by_windows_name (const char *tzid)
{
  UChar windows[MAX_NAME], name[MAX_NAME];
  char found[MAX_NAME];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;

  u_strFromUTF8 (windows, MAX_NAME, NULL, tzid, -1, &status);
  length = ucal_getTimeZoneIDForWindowsID (windows, -1, NULL, name, MAX_NAME, &status);
  if (U_FAILURE (status) || length == 0)
    return NULL;
  u_strToUTF8 (found, MAX_NAME, NULL, name, length, &status);
  return U_SUCCESS (status) && is_known (found) ? g_strdup (found) : NULL;
}

/* Whether the clock of the world's zone showed the same as that of the file's. */
static gboolean
agrees (icaltimezone *defined, const char *name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);

  for (guint i = 0; zone != NULL && i < G_N_ELEMENTS (probes); i++)
    {
      struct icaltimetype time = icaltime_null_time ();
      g_autoptr (GDateTime) moment =
          g_date_time_new_utc (probes[i].year, probes[i].month, 15, 12, 0, 0);
      gint64 utc = g_date_time_to_unix (moment);
      int is_daylight;

      time.year = probes[i].year;
      time.month = probes[i].month;
      time.day = 15;
      time.hour = 12;
      if (icaltimezone_get_utc_offset_of_utc_time (defined, &time, &is_daylight) !=
          g_time_zone_get_offset (zone,
                                  g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc)))
        return FALSE;
    }

  return zone != NULL;
}

/* Whether the last part of the name, a city, stands in the file's name. */
static gboolean
is_named (const char *tzid, const char *name)
{
  const char *city = strrchr (name, '/');

  return city != NULL && strstr (tzid, city + 1) != NULL;
}

static char *
find_by_rules (MusterCalendarZones *self, const char *tzid)
{
  icaltimezone *defined = g_hash_table_lookup (self->defined, tzid);
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *names;
  g_autofree char *best = NULL;
  const char *name;

  if (defined == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (best == NULL && agrees (defined, common[i]))
      best = g_strdup (common[i]);

  names = ucal_openTimeZoneIDEnumeration (UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, &status);
  while (U_SUCCESS (status) && (name = uenum_next (names, NULL, &status)) != NULL)
    if ((best == NULL || is_named (tzid, name)) && agrees (defined, name))
      {
        g_free (best);
        best = g_strdup (name);
        if (is_named (tzid, name))
          break;
      }
  uenum_close (names);
  return g_steal_pointer (&best);
}

/* (UTC-03:00) Brasília, (GMT+01.00) Sarajevo: whole hours, without summer time. */
static char *
find_by_offset (const char *tzid)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\((?:UTC|GMT)([+-])0?(\\d{1,2})[:.]00\\)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *sign = NULL;
  g_autofree char *hours = NULL;

  if (!g_regex_match (regex, tzid, 0, &match))
    return NULL;

  sign = g_match_info_fetch (match, 1);
  hours = g_match_info_fetch (match, 2);
  return g_strdup_printf ("Etc/GMT%c%s", *sign == '-' ? '+' : '-', hours); /* POSIX's sign */
}

static char *
find_name (MusterCalendarZones *self, const char *tzid, guint64 line, MusterWarnings *warnings)
{
  icaltimezone *defined = g_hash_table_lookup (self->defined, tzid);
  const char *location = defined != NULL ? icaltimezone_get_location (defined) : NULL;
  char *name = NULL;

  if (g_ascii_isupper (*tzid) && is_known (tzid))
    return g_strdup (tzid);
  if (location != NULL && is_known (location))
    return g_strdup (location);
  name = find_by_end (tzid);
  if (name == NULL)
    name = find_by_windows_name (tzid);
  if (name != NULL)
    return name;

  name = find_by_rules (self, tzid);
  if (name == NULL)
    name = find_by_offset (tzid);
  if (name != NULL)
    muster_warnings_add (warnings, line, _ ("The time zone “%s” was taken for %s."), tzid, name);
  else
    muster_warnings_add (
        warnings, line,
        _ ("The time zone “%s” is not known; its times are taken as they are written."), tzid);
  return name != NULL ? name : g_strdup ("");
}

/**
 * muster_calendar_zones_find:
 * @line: where the name stands, for @warnings
 *
 * Returns: (nullable): the zone's name in the IANA database; %NULL for one
 *   that nobody knows, of which @warnings are told once
 */
const char *
muster_calendar_zones_find (MusterCalendarZones *self, const char *tzid, guint64 line,
                            MusterWarnings *warnings)
{
  const char *found = g_hash_table_lookup (self->found, tzid);

  if (found == NULL)
    {
      char *name = find_name (self, tzid, line, warnings);

      g_hash_table_insert (self->found, g_strdup (tzid), name);
      if (*name != '\0')
        g_ptr_array_add (self->open, g_time_zone_new_identifier (name));
      found = name;
    }
  return *found != '\0' ? found : NULL;
}
