/* muster-calendar-words.c - days, times and events as the calendar writes and speaks them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-words"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-calendar-words.h"
#include "muster-solar-term.h"
#include "muster-words.h"

#define SECONDS_PER_DAY 86400
#define MINUTES_PER_HOUR 60
#define LINE_BREAK "\u2028" /* within a paragraph: a label counts the lines of each paragraph */

static char *
format_day (MusterDay day, const char *format)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc ((gint64) day * SECONDS_PER_DAY);

  return g_date_time_format (date, format);
}

/**
 * muster_calendar_words_for_month:
 *
 * Returns: (transfer full): month and year of @day
 */
char *
muster_calendar_words_for_month (MusterDay day)
{
  /* TRANSLATORS: a month and its year, see strftime(3) */
  return format_day (day, _ ("%B %Y"));
}

/**
 * muster_calendar_words_for_short_month:
 *
 * Returns: (transfer full): the same for little room
 */
char *
muster_calendar_words_for_short_month (MusterDay day)
{
  /* TRANSLATORS: a month and its year where there is little room, see strftime(3) */
  return format_day (day, _ ("%b %Y"));
}

/**
 * muster_calendar_words_for_days:
 * @to: the last day
 */
char *
muster_calendar_words_for_days (MusterDay from, MusterDay to)
{
  g_autofree char *first = NULL, *last = NULL;

  if (from == to)
    return muster_words_for_day (from);

  /* TRANSLATORS: the first of some days; the last one follows; see strftime(3) */
  first = format_day (from, C_ ("first of some days", "%-d %B"));
  /* TRANSLATORS: the last of some days, after the first one; see strftime(3) */
  last = format_day (to, C_ ("last of some days", "%-d %B %Y"));
  /* TRANSLATORS: from one day to another */
  return g_strdup_printf (_ ("%s – %s"), first, last);
}

/**
 * muster_calendar_words_for_day:
 *
 * Returns: (transfer full): the date with the day of the week
 */
char *
muster_calendar_words_for_day (MusterDay day)
{
  /* TRANSLATORS: a date with the day of the week, see strftime(3) */
  return format_day (day, _ ("%A, %-d %B %Y"));
}

/**
 * muster_calendar_words_for_weekday:
 *
 * Returns: (transfer full): the day of the week, short
 */
char *
muster_calendar_words_for_weekday (MusterDay day)
{
  return format_day (day, "%a");
}

/**
 * muster_calendar_words_for_minute:
 * @minute: of a day, up to 1440
 */
char *
muster_calendar_words_for_minute (int minute)
{
  return g_strdup_printf ("%02d:%02d", minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR);
}

/**
 * muster_calendar_words_for_time:
 *
 * Returns: (transfer full): from when to when on its days
 */
char *
muster_calendar_words_for_time (const MusterCalendarItem *item)
{
  g_autofree char *from = NULL, *to = NULL;

  if (item->all_day && item->last_day > item->first_day)
    {
      to = muster_words_for_day (item->last_day);
      /* TRANSLATORS: the last day of something that lasts several */
      return g_strdup_printf (_ ("until %s"), to);
    }
  if (item->all_day)
    return g_strdup (_ ("All day"));

  from = muster_calendar_words_for_minute (item->from_minute);
  to = muster_calendar_words_for_minute (item->to_minute);
  return item->end > item->start ? g_strdup_printf ("%s–%s", from, to) : g_strdup (from);
}

/**
 * muster_calendar_words_for_deadline:
 *
 * Returns: (transfer full): the day, and the time where it matters
 */
char *
muster_calendar_words_for_deadline (const MusterCalendarItem *item)
{
  g_autofree char *day = muster_words_for_day (item->first_day);
  g_autofree char *time = muster_calendar_words_for_minute (item->from_minute);

  /* TRANSLATORS: a date and a time */
  return item->all_day ? g_strdup (day) : g_strdup_printf (_ ("%s, %s"), day, time);
}

static void
append (GString *text, const char *separator, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

static char *
dup_lines (const MusterCalendarItem *item, gboolean groups, int lines)
{
  g_autofree char *time = muster_calendar_words_for_time (item);
  const char *parts[] = { item->title, time, groups ? item->group_name : NULL, item->place };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts) && lines > 0; i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      {
        append (text, LINE_BREAK, parts[i]);
        lines--;
      }
  return g_string_free (text, FALSE);
}

/**
 * muster_calendar_words_for_chip:
 * @groups: the group is named
 * @lines: how many have room
 */
char *
muster_calendar_words_for_chip (const MusterCalendarItem *item, gboolean groups, int lines)
{
  GString *text;

  if (lines > 1)
    return dup_lines (item, groups, lines);

  text = g_string_new (NULL);
  if (!muster_calendar_item_is_bar (item))
    {
      g_autofree char *from = muster_calendar_words_for_minute (item->from_minute);

      append (text, "", from);
    }
  append (text, " ", item->title);
  if (groups)
    append (text, " · ", item->group_name);
  return g_string_free (text, FALSE);
}

/**
 * muster_calendar_words_for_item:
 *
 * Returns: (transfer full): all that matters, as it is spoken
 */
char *
muster_calendar_words_for_item (const MusterCalendarItem *item, gboolean groups)
{
  GString *text = g_string_new (item->title);
  g_autofree char *day = muster_words_for_day (item->first_day);
  g_autofree char *time = muster_calendar_words_for_time (item);
  /* TRANSLATORS: between the parts of what is said of an event */
  const char *comma = _ (", ");

  append (text, comma, day);
  append (text, comma, time);
  append (text, comma, item->place);
  if (groups)
    append (text, comma, item->group_name);
  if (item->repeats)
    append (text, comma, _ ("repeats"));
  if (item->cancelled)
    append (text, comma, _ ("cancelled"));
  return g_string_free (text, FALSE);
}

static void
take_count (GString *text, guint n, char *part)
{
  if (n > 0)
    append (text, " · ", part);
  g_free (part);
}

/**
 * muster_calendar_words_for_answers:
 *
 * Returns: (transfer full): how many come; empty where nobody has answered
 */
char *
muster_calendar_words_for_answers (const MusterCalendarItem *item)
{
  GString *text = g_string_new (NULL);

  /* TRANSLATORS: a number of people who said that they come */
  take_count (text, item->n_coming,
              g_strdup_printf (ngettext ("%u comes", "%u come", item->n_coming), item->n_coming));
  /* TRANSLATORS: a number of people who said that they may come */
  take_count (text, item->n_maybe,
              g_strdup_printf (ngettext ("%u maybe", "%u maybe", item->n_maybe), item->n_maybe));
  /* TRANSLATORS: a number of people for whom there is no place yet */
  take_count (text, item->n_waiting,
              g_strdup_printf (ngettext ("%u waits", "%u wait", item->n_waiting), item->n_waiting));
  return g_string_free (text, FALSE);
}

/**
 * muster_calendar_words_for_chinese_day:
 *
 * Returns: (transfer full): the solar term, the month on its first day, else the day of the month;
 *   empty where the Chinese calendar is not known
 */
char *
muster_calendar_words_for_chinese_day (MusterLunar *lunar, MusterDay day)
{
  const char *term = muster_solar_term_get (day);
  MusterLunarDate date;

  if (term != NULL)
    return g_strdup (term);
  if (!muster_lunar_from_day (lunar, day, &date))
    return g_strdup ("");
  return date.day == 1 ? muster_lunar_dup_month_name (date.month, date.leap)
                       : g_strdup (muster_lunar_get_day_name (date.day));
}

/**
 * muster_calendar_words_for_chinese_date:
 *
 * Returns: (transfer full): month, day and solar term; empty where the Chinese calendar is not
 *   known
 */
char *
muster_calendar_words_for_chinese_date (MusterLunar *lunar, MusterDay day)
{
  const char *term = muster_solar_term_get (day);
  MusterLunarDate date;
  g_autofree char *month = NULL;

  if (!muster_lunar_from_day (lunar, day, &date))
    return g_strdup ("");

  month = muster_lunar_dup_month_name (date.month, date.leap);
  return g_strconcat (month, muster_lunar_get_day_name (date.day), term != NULL ? " " : NULL, term,
                      NULL);
}
