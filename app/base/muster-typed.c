/* muster-typed.c - times of day, amounts and numbers of minutes as somebody types them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-typed"

#include "config.h"

#include <string.h>

#include "muster-day.h"
#include "muster-typed.h"

#define SECONDS_PER_DAY 86400
#define MAX_AMOUNT G_GINT64_CONSTANT (1000000000)
#define MAX_MINUTES 525600 /* a year */

/* At most @max digits; how many there were. */
static guint
read_digits (const char **p, guint max, gint64 *out_value)
{
  guint n = 0;

  *out_value = 0;
  for (; n < max && g_ascii_isdigit (**p); n++, (*p)++)
    *out_value = *out_value * 10 + (**p - '0');
  return n;
}

static char *
dup_plain (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return normal != NULL ? g_strstrip (g_steal_pointer (&normal)) : g_strdup ("?");
}

/**
 * muster_typed_time:
 * @text: 19:00, 19：00, 1900, 7 or 19.30
 * @out_seconds: since midnight
 */
gboolean
muster_typed_time (const char *text, int *out_seconds)
{
  g_autofree char *plain = dup_plain (text);
  const char *p = plain;
  gint64 hour, minute = 0;
  guint n = read_digits (&p, 4, &hour);

  if (n >= 3)
    {
      minute = hour % 100;
      hour /= 100;
    }
  else if (n > 0 && (*p == ':' || *p == '.' || *p == 'h'))
    {
      p++;
      if (read_digits (&p, 2, &minute) != 2)
        return FALSE;
    }
  if (n == 0 || *p != '\0' || hour > 23 || minute > 59)
    return FALSE;

  *out_seconds = (int) (hour * 3600 + minute * 60);
  return TRUE;
}

/**
 * muster_typed_moment:
 * @text: 2026-03-02 or 2026-03-02T19:00, also with a space
 * @out_wall: wall clock; midnight where there is only a day
 */
gboolean
muster_typed_moment (const char *text, gint64 *out_wall)
{
  g_autofree char *plain = dup_plain (text);
  g_autofree char *full = strlen (plain) == strlen ("2026-03-02")
                              ? g_strconcat (plain, "T00:00:00", NULL)
                              : g_strdup (plain);
  gboolean valid;
  gint64 wall = muster_time_parse (full, &valid);

  if (valid)
    *out_wall = wall;
  return valid;
}

/**
 * muster_typed_amount:
 * @text: 12, 12.5 or 12,50; nothing is 0
 */
gboolean
muster_typed_amount (const char *text, gint64 *out_hundredths)
{
  g_autofree char *plain = dup_plain (text);
  const char *p = plain;
  gint64 whole, part = 0;
  guint n = read_digits (&p, 10, &whole), n_parts = 0;

  if (*p == '.' || *p == ',')
    {
      p++;
      n_parts = read_digits (&p, 2, &part);
      if (n_parts == 0)
        return FALSE;
    }
  if (*p != '\0' || (n == 0 && *plain != '\0') || whole > MAX_AMOUNT)
    return FALSE;

  *out_hundredths = whole * 100 + (n_parts == 1 ? part * 10 : part);
  return TRUE;
}

/**
 * muster_typed_minutes:
 * @text: numbers of minutes, with anything but digits between them
 * @minutes: (element-type int): to which they are added
 */
gboolean
muster_typed_minutes (const char *text, GArray *minutes)
{
  const char *p = text;

  while (*p != '\0')
    {
      gint64 value;
      int number;

      if (!g_ascii_isdigit (*p))
        {
          if (strchr (" ,;\t\n", *p) == NULL)
            return FALSE;
          p++;
          continue;
        }
      (void) read_digits (&p, 7, &value);
      if (value > MAX_MINUTES || g_ascii_isdigit (*p))
        return FALSE;
      number = (int) value;
      g_array_append_val (minutes, number);
    }
  return TRUE;
}

/**
 * muster_typed_dup_time:
 * @wall: wall clock
 *
 * Returns: (transfer full): 19:00
 */
char *
muster_typed_dup_time (gint64 wall)
{
  int rest = (int) (((wall % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY);

  return g_strdup_printf ("%02d:%02d", rest / 3600, rest / 60 % 60);
}

char *
muster_typed_dup_amount (gint64 hundredths)
{
  return hundredths % 100 != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", hundredths / 100,
                                                  (int) (hundredths % 100))
                               : g_strdup_printf ("%" G_GINT64_FORMAT, hundredths / 100);
}
