/* muster-zone-list.c - the time zones that this computer knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-zone-list"

#include "config.h"

#include <libical/ical.h>
#include <string.h>

#include "muster-zone-list.h"

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * muster_zone_list_dup_names:
 *
 * Returns: (transfer full): IANA names, "UTC" first, then in the order of the alphabet
 */
char **
muster_zone_list_dup_names (void)
{
  icalarray *zones = icaltimezone_get_builtin_timezones ();
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < zones->num_elements; i++)
    {
      const char *name = icaltimezone_get_location (icalarray_element_at (zones, i));
      g_autoptr (GTimeZone) zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;

      if (zone != NULL)
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare);
  g_ptr_array_insert (names, 0, g_strdup ("UTC"));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}
