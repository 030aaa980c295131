/* muster-recurrence-form.c - a recurrence as somebody fills it in
 *
 * Fields are only used for a rule that they say completely: what they make of
 * it is compared with what it was.  Any other rule stays as it is, as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-recurrence-form"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-recurrence-form.h"
#include "muster-recurrence-private.h"

#define DAYS_PER_WEEK 7

/* As libical numbers them, from Sunday. */
static const char *const weekday_keys[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static guint
get_weekday (gint64 start)
{
  return (guint) (((muster_day_from_seconds (start) + 3) % DAYS_PER_WEEK + DAYS_PER_WEEK) %
                  DAYS_PER_WEEK);
}

static int
get_month_day (gint64 start)
{
  int year, month, day;

  muster_day_to_ymd (muster_day_from_seconds (start), &year, &month, &day);
  return day;
}

/* The fifth Monday is meant as the last: few months have five. */
static int
get_position (const MusterRecurrenceForm *self, gint64 start)
{
  int position = (get_month_day (start) - 1) / DAYS_PER_WEEK + 1;

  return self->from_end || position > 4 ? -1 : position;
}

static void
append_weekdays (const MusterRecurrenceForm *self, gint64 start, GString *rule)
{
  guint weekdays = self->weekdays != 0 ? self->weekdays : 1u << get_weekday (start);
  gboolean more = FALSE;

  g_string_append (rule, ";BYDAY=");
  for (guint i = 0; i < G_N_ELEMENTS (weekday_keys); i++)
    if (weekdays & (1u << i))
      {
        g_string_append_printf (rule, "%s%s", more ? "," : "", weekday_keys[i]);
        more = TRUE;
      }
}

static void
append_end (const MusterRecurrenceForm *self, gboolean all_day, GString *rule)
{
  int year, month, day;

  if (self->end == MUSTER_REPEAT_ENDS_AFTER)
    g_string_append_printf (rule, ";COUNT=%d", MAX (self->count, 1));
  if (self->end != MUSTER_REPEAT_ENDS_ON || self->until == MUSTER_DAY_NONE)
    return;

  muster_day_to_ymd (self->until, &year, &month, &day);
  g_string_append_printf (rule, ";UNTIL=%04d%02d%02d%s", year, month, day,
                          all_day ? "" : "T235959");
}

static char *
dup_rule (const MusterRecurrenceForm *self, gint64 start, gboolean all_day)
{
  static const char *const frequencies[] = {
    [MUSTER_REPEAT_DAILY] = "DAILY",     [MUSTER_REPEAT_WEEKLY] = "WEEKLY",
    [MUSTER_REPEAT_MONTHLY] = "MONTHLY", [MUSTER_REPEAT_MONTHLY_WEEKDAY] = "MONTHLY",
    [MUSTER_REPEAT_YEARLY] = "YEARLY",
  };
  GString *rule = g_string_new ("RRULE:FREQ=");

  g_string_append (rule, frequencies[self->repeat]);
  if (self->interval > 1)
    g_string_append_printf (rule, ";INTERVAL=%d", self->interval);
  if (self->repeat == MUSTER_REPEAT_WEEKLY)
    append_weekdays (self, start, rule);
  if (self->repeat == MUSTER_REPEAT_MONTHLY)
    g_string_append_printf (rule, ";BYMONTHDAY=%d", get_month_day (start));
  if (self->repeat == MUSTER_REPEAT_MONTHLY_WEEKDAY)
    g_string_append_printf (rule, ";BYDAY=%d%s", get_position (self, start),
                            weekday_keys[get_weekday (start)]);
  append_end (self, all_day, rule);
  return g_string_free (rule, FALSE);
}

/* The last day on which an event that begins at the time of day of @start may begin. */
static MusterDay
get_last_day (struct icaltimetype until, gint64 start)
{
  gint64 end = muster_recurrence_to_seconds (until);
  MusterDay day = muster_day_from_seconds (end);
  gint64 time_of_day = start - (gint64) muster_day_from_seconds (start) * SECONDS_PER_DAY;

  return until.is_date || end - (gint64) day * SECONDS_PER_DAY >= time_of_day ? day : day - 1;
}

static void
read_rule (MusterRecurrenceForm *self, const struct icalrecurrencetype *rule, gint64 start)
{
  self->interval = rule->interval;
  self->count = rule->count;
  if (rule->count > 0)
    self->end = MUSTER_REPEAT_ENDS_AFTER;
  if (!icaltime_is_null_time (rule->until))
    {
      self->end = MUSTER_REPEAT_ENDS_ON;
      self->until = get_last_day (rule->until, start);
    }
  if (rule->freq == ICAL_DAILY_RECURRENCE)
    self->repeat = MUSTER_REPEAT_DAILY;
  if (rule->freq == ICAL_YEARLY_RECURRENCE)
    self->repeat = MUSTER_REPEAT_YEARLY;
  if (rule->freq == ICAL_MONTHLY_RECURRENCE)
    self->repeat = rule->by_day[0] != ICAL_RECURRENCE_ARRAY_MAX ? MUSTER_REPEAT_MONTHLY_WEEKDAY
                                                                : MUSTER_REPEAT_MONTHLY;
  if (self->repeat == MUSTER_REPEAT_MONTHLY_WEEKDAY)
    self->from_end = icalrecurrencetype_day_position (rule->by_day[0]) < 0;
  if (rule->freq != ICAL_WEEKLY_RECURRENCE)
    return;

  self->repeat = MUSTER_REPEAT_WEEKLY;
  for (guint i = 0; rule->by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    self->weekdays |=
        1u << ((icalrecurrencetype_day_day_of_week (rule->by_day[i]) + 5) % DAYS_PER_WEEK);
}

/* What a rule says, with all that it leaves to its first time, and ending with a day. */
static char *
dup_full_text (struct icalrecurrencetype rule, gint64 start, gboolean all_day)
{
  g_autofree char *text = NULL;
  char *full;

  muster_recurrence_say_days (&rule, start);
  if (!icaltime_is_null_time (rule.until))
    rule.until = muster_recurrence_to_time (
        ((gint64) get_last_day (rule.until, start) + 1) * SECONDS_PER_DAY - 1, all_day);
  full = icalrecurrencetype_as_string_r (&rule);
  text = g_strdup (full);
  icalmemory_free_buffer (full);
  return g_steal_pointer (&text);
}

static gboolean
says_the_same (const MusterRecurrenceForm *self, const struct icalrecurrencetype *rule,
               gint64 start, gboolean all_day)
{
  g_autofree char *made = dup_rule (self, start, all_day);
  g_autofree char *before = dup_full_text (*rule, start, all_day);
  g_autofree char *after =
      dup_full_text (icalrecurrencetype_from_string (made + strlen ("RRULE:")), start, all_day);

  return strcmp (before, after) == 0;
}

static void
append_line (char **text, const char *line)
{
  char *longer = *text != NULL ? g_strconcat (*text, "\n", line, NULL) : g_strdup (line);

  g_free (*text);
  *text = longer;
}

/**
 * muster_recurrence_form_init:
 * @lines: (nullable): as muster_recurrence_new() takes them
 * @start: wall clock of the first time
 */
void
muster_recurrence_form_init (MusterRecurrenceForm *self, const char *lines, gint64 start,
                             gboolean all_day)
{
  g_auto (GStrv) split = g_strsplit (lines != NULL ? lines : "", "\n", -1);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (MusterRecurrence) recurrence = NULL;

  *self = (MusterRecurrenceForm){ .interval = 1, .count = 1, .until = MUSTER_DAY_NONE };
  for (char **line = split; *line != NULL; line++)
    if (**line != '\0')
      append_line (g_str_has_prefix (*line, "RRULE:") ? &self->own : &self->dates, *line);
  if (self->own == NULL)
    return;

  recurrence = muster_recurrence_new (self->own, start, all_day, utc, NULL);
  if (recurrence != NULL && recurrence->rules->len == 1)
    {
      const struct icalrecurrencetype *rule =
          &g_array_index (recurrence->rules, struct icalrecurrencetype, 0);

      read_rule (self, rule, start);
      if (self->repeat != MUSTER_REPEAT_NEVER && says_the_same (self, rule, start, all_day))
        return;
    }
  self->repeat = MUSTER_REPEAT_OWN;
}

void
muster_recurrence_form_clear (MusterRecurrenceForm *self)
{
  g_clear_pointer (&self->own, g_free);
  g_clear_pointer (&self->dates, g_free);
}

/**
 * muster_recurrence_form_dup_lines:
 *
 * Returns: (transfer full) (nullable): as muster_recurrence_new() takes them; %NULL if it happens
 *   once
 */
char *
muster_recurrence_form_dup_lines (const MusterRecurrenceForm *self, gint64 start, gboolean all_day)
{
  char *lines = NULL;

  if (self->repeat == MUSTER_REPEAT_OWN && self->own != NULL)
    lines = g_strdup (self->own);
  else if (self->repeat != MUSTER_REPEAT_NEVER && self->repeat != MUSTER_REPEAT_OWN)
    lines = dup_rule (self, start, all_day);
  if (self->dates != NULL && (lines != NULL || self->own == NULL))
    append_line (&lines, self->dates);
  return lines;
}

static char *
dup_weekday_name (guint weekday)
{
  /* 5 January 1970 was a Monday */
  g_autoptr (GDateTime) date =
      g_date_time_new_from_unix_utc ((gint64) (weekday + 4) * SECONDS_PER_DAY);

  return g_date_time_format (date, "%A");
}

static char *
dup_weekday_names (const MusterRecurrenceForm *self, gint64 start)
{
  guint weekdays = self->weekdays != 0 ? self->weekdays : 1u << get_weekday (start);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < DAYS_PER_WEEK; i++)
    if (weekdays & (1u << i))
      {
        g_autofree char *name = dup_weekday_name (i);

        /* TRANSLATORS: stands between the weekdays of a list */
        g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", name);
      }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
dup_month_weekday (const MusterRecurrenceForm *self, gint64 start)
{
  static const char *const positions[] = { N_ ("first"), N_ ("second"), N_ ("third"),
                                           N_ ("fourth") };
  int position = get_position (self, start);
  g_autofree char *weekday = dup_weekday_name (get_weekday (start));

  /* TRANSLATORS: second Monday: which one, the weekday */
  return g_strdup_printf (_ ("%s %s"), position > 0 ? _ (positions[position - 1]) : _ ("last"),
                          weekday);
}

static char *
dup_repeat_words (const MusterRecurrenceForm *self, gint64 start)
{
  gulong n = (gulong) self->interval;
  g_autofree char *weekdays = dup_weekday_names (self, start);
  g_autofree char *month_weekday = dup_month_weekday (self, start);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (start);
  /* TRANSLATORS: a day of the year, see strftime(3) */
  g_autofree char *day = g_date_time_format (date, _ ("%-d %B"));

  switch (self->repeat)
    {
    case MUSTER_REPEAT_DAILY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every day", "Every %d days", n),
                              self->interval);

    case MUSTER_REPEAT_WEEKLY:
      /* TRANSLATORS: the weekdays, the number of weeks */
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "Every week on %1$s", "Every %2$d weeks on %1$s", n),
          weekdays, self->interval);

    case MUSTER_REPEAT_MONTHLY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every month on day %1$d",
                                           "Every %2$d months on day %1$d", n),
                              get_month_day (start), self->interval);

    case MUSTER_REPEAT_MONTHLY_WEEKDAY:
      /* TRANSLATORS: "second Monday", the number of months */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every month on the %1$s",
                                           "Every %2$d months on the %1$s", n),
                              month_weekday, self->interval);

    case MUSTER_REPEAT_YEARLY:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "Every year on %1$s", "Every %2$d years on %1$s", n), day,
          self->interval);

    case MUSTER_REPEAT_OWN:
      return g_strdup (_ ("By a rule of its own"));

    case MUSTER_REPEAT_NEVER:
    default:
      return g_strdup (_ ("Once"));
    }
}

/**
 * muster_recurrence_form_dup_words:
 *
 * Returns: (transfer full): for people: "Every week on Monday, 10 times"
 */
char *
muster_recurrence_form_dup_words (const MusterRecurrenceForm *self, gint64 start)
{
  char *words = dup_repeat_words (self, start);
  g_autofree char *first = NULL;
  g_autofree char *day = NULL;

  if (self->repeat == MUSTER_REPEAT_NEVER || self->repeat == MUSTER_REPEAT_OWN ||
      self->end == MUSTER_REPEAT_ENDS_NEVER)
    return words;

  first = words;
  if (self->end == MUSTER_REPEAT_ENDS_AFTER)
    /* TRANSLATORS: "Every week on Monday", how often altogether */
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s, once", "%s, %d times", (gulong) self->count), first,
        self->count);

  day = muster_day_dup_text (self->until);
  /* TRANSLATORS: "Every week on Monday", the last day */
  return g_strdup_printf (_ ("%s, until %s"), first, day != NULL ? day : "…");
}
