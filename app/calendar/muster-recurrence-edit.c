/* muster-recurrence-edit.c - a recurrence that is ended, begun later, or moved
 *
 * Pure: what becomes of the events, answers and records that belong to the
 * times is the business of muster-event-edit.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-recurrence-edit"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-day.h"
#include "muster-input-error.h"
#include "muster-recurrence-private.h"

#define MAX_TIMES 50000 /* of a series that are told one from the other when it is moved */
#define UNSET ICAL_RECURRENCE_ARRAY_MAX
#define DAYS_PER_WEEK 7

/* What moving a rule needs to know of a day. */
typedef struct
{
  MusterDay day;
  int month;
  int month_day;     /* from 1 */
  int month_day_end; /* from the end of the month: -1 is the last */
  int weekday;       /* as libical has it: 1 is Sunday */
} Place;

static void
append_dates (GString *text, const char *name, GArray *times, gboolean all_day)
{
  if (times->len == 0)
    return;

  g_string_append_printf (text, "%s%s:", text->len > 0 ? "\n" : "", name);
  for (guint i = 0; i < times->len; i++)
    {
      char *time = icaltime_as_ical_string_r (
          muster_recurrence_to_time (g_array_index (times, gint64, i), all_day));

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", time);
      icalmemory_free_buffer (time);
    }
}

/**
 * muster_recurrence_dup_text:
 *
 * Returns: (transfer full) (nullable): lines as muster_recurrence_new() takes them, in wall clock;
 *   %NULL if nothing repeats
 */
char *
muster_recurrence_dup_text (MusterRecurrence *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->rules->len; i++)
    {
      char *rule = icalrecurrencetype_as_string_r (
          &g_array_index (self->rules, struct icalrecurrencetype, i));

      g_string_append_printf (text, "%sRRULE:%s", text->len > 0 ? "\n" : "", rule);
      icalmemory_free_buffer (rule);
    }
  append_dates (text, "RDATE", self->more, self->all_day);
  append_dates (text, "EXDATE", self->less, self->all_day);
  return g_string_free (text, text->len == 0);
}

static void
add_sorted (GArray *times, gint64 time)
{
  if (g_array_binary_search (times, &time, muster_recurrence_compare_seconds, NULL))
    return;

  g_array_append_val (times, time);
  g_array_sort (times, muster_recurrence_compare_seconds);
}

/* Those from @from to before @to. */
static void
keep_between (GArray *times, gint64 from, gint64 to)
{
  for (guint i = times->len; i > 0; i--)
    if (g_array_index (times, gint64, i - 1) < from || g_array_index (times, gint64, i - 1) >= to)
      g_array_remove_index (times, i - 1);
}

/**
 * muster_recurrence_put_in:
 *
 * Adds one time (RDATE).
 */
void
muster_recurrence_put_in (MusterRecurrence *self, gint64 time)
{
  add_sorted (self->more, time);
}

/**
 * muster_recurrence_take_out:
 *
 * Leaves one time out (EXDATE).
 */
void
muster_recurrence_take_out (MusterRecurrence *self, gint64 time)
{
  add_sorted (self->less, time);
}

/**
 * muster_recurrence_end_before:
 * @time: wall clock of the first time that no longer belongs to it
 */
void
muster_recurrence_end_before (MusterRecurrence *self, gint64 time)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      struct icalrecurrencetype *rule = &g_array_index (self->rules, struct icalrecurrencetype, i);

      if (!icaltime_is_null_time (rule->until) && muster_recurrence_to_seconds (rule->until) < time)
        continue;
      rule->count = 0;
      rule->until = muster_recurrence_to_time (time - 1, self->all_day);
    }
  keep_between (self->more, G_MININT64, time);
  keep_between (self->less, G_MININT64, time);
}

static void
place_init (Place *self, gint64 seconds)
{
  int year, next_year, month;
  MusterDay first_of_next;

  self->day = muster_day_from_seconds (seconds);
  muster_day_to_ymd (self->day, &year, &self->month, &self->month_day);
  next_year = year + self->month / 12;
  month = self->month % 12 + 1;
  first_of_next = muster_day_from_ymd (next_year, month, 1);
  self->month_day_end = (int) (self->day - first_of_next);
  self->weekday = (int) (((self->day + 4) % DAYS_PER_WEEK + DAYS_PER_WEEK) % DAYS_PER_WEEK) + 1;
}

/* What a rule leaves to its first time is said in the rule, before it gets another first time. */
void
muster_recurrence_say_days (struct icalrecurrencetype *rule, gint64 start)
{
  Place place;
  gboolean has_days = rule->by_day[0] != UNSET || rule->by_month_day[0] != UNSET ||
                      rule->by_year_day[0] != UNSET || rule->by_week_no[0] != UNSET;

  place_init (&place, start);
  if (has_days)
    return;

  if (rule->freq == ICAL_WEEKLY_RECURRENCE)
    {
      rule->by_day[0] = (short) place.weekday;
      rule->by_day[1] = UNSET;
    }
  if (rule->freq == ICAL_YEARLY_RECURRENCE && rule->by_month[0] == UNSET)
    {
      rule->by_month[0] = (short) place.month;
      rule->by_month[1] = UNSET;
    }
  if (rule->freq == ICAL_MONTHLY_RECURRENCE || rule->freq == ICAL_YEARLY_RECURRENCE)
    {
      rule->by_month_day[0] = (short) place.month_day;
      rule->by_month_day[1] = UNSET;
    }
}

/* The times of one rule alone. */
static GArray *
list_rule (MusterRecurrence *self, guint i, gint64 from, gint64 to, guint max)
{
  g_autoptr (MusterRecurrence) one =
      muster_recurrence_new (NULL, self->start, self->all_day, NULL, NULL);

  g_array_append_val (one->rules, g_array_index (self->rules, struct icalrecurrencetype, i));
  return muster_recurrence_has_times (one) ? muster_recurrence_list (one, from, to, max)
                                           : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* Takes the rule's times before @time off its number; lowers @start to the rule's first time. */
static gboolean
begin_rule (MusterRecurrence *self, guint i, gint64 time, gint64 *start)
{
  struct icalrecurrencetype *rule = &g_array_index (self->rules, struct icalrecurrencetype, i);
  g_autoptr (GArray) rest = list_rule (self, i, time, G_MAXINT64, 1);
  g_autoptr (GArray) before = NULL;

  if (rest->len == 0)
    return FALSE;

  if (rule->count > 0)
    {
      before = list_rule (self, i, G_MININT64, time, MAX_TIMES);
      rule->count -= (int) before->len;
    }
  *start = MIN (*start, g_array_index (rest, gint64, 0));
  return TRUE;
}

static gboolean
has_intervals (MusterRecurrence *self)
{
  for (guint i = 0; i < self->rules->len; i++)
    if (g_array_index (self->rules, struct icalrecurrencetype, i).interval > 1)
      return TRUE;

  return FALSE;
}

/**
 * muster_recurrence_begin_at:
 * @time: wall clock of one of its times
 * @out_start: the first time of what is left of the rules; later than @time only where that is a
 *   date beside the rules
 *
 * Leaves only @time and what comes after; what was counted counts on.
 */
gboolean
muster_recurrence_begin_at (MusterRecurrence *self, gint64 time, gint64 *out_start, GError **error)
{
  gint64 start = G_MAXINT64;

  if (self->rules->len > 1 && has_intervals (self))
    {
      muster_input_error_set (
          error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
          _ ("This series follows several rules, each with steps of its own: it "
             "can’t be cut in two. Change this time only, or all."));
      return FALSE;
    }

  for (guint i = self->rules->len; i > 0; i--)
    if (!begin_rule (self, i - 1, time, &start))
      g_array_remove_index (self->rules, i - 1);
  if (start != time || self->rules->len > 1)
    for (guint i = 0; i < self->rules->len; i++)
      muster_recurrence_say_days (&g_array_index (self->rules, struct icalrecurrencetype, i),
                                  self->start);

  keep_between (self->more, time, G_MAXINT64);
  keep_between (self->less, time, G_MAXINT64);
  self->start = start != G_MAXINT64 ? start : time;
  *out_start = self->start;
  return TRUE;
}

/* One value that says the day of the old first time says that of the new one. */
static gboolean
move_month_day (short *days, const Place *from, const Place *to)
{
  if (days[1] != UNSET)
    return FALSE;

  if (days[0] == from->month_day)
    days[0] = (short) to->month_day;
  else if (days[0] == from->month_day_end)
    days[0] = (short) to->month_day_end;
  else
    return FALSE;
  return TRUE;
}

/* "The second Monday", as libical writes it down: eight times the number, plus the weekday. */
static gboolean
move_nth_weekday (short *days, const Place *from, const Place *to)
{
  int position = icalrecurrencetype_day_position (days[0]);
  gboolean from_end = position < 0;
  int is = from_end ? (from->month_day_end + 1) / DAYS_PER_WEEK - 1
                    : (from->month_day - 1) / DAYS_PER_WEEK + 1;
  int becomes = from_end ? (to->month_day_end + 1) / DAYS_PER_WEEK - 1
                         : (to->month_day - 1) / DAYS_PER_WEEK + 1;

  if (days[1] != UNSET || position != is ||
      (int) icalrecurrencetype_day_day_of_week (days[0]) != from->weekday)
    return FALSE;

  days[0] = (short) (ABS (becomes) * 8 + to->weekday);
  if (from_end)
    days[0] = (short) -days[0];
  return TRUE;
}

/* The same weekdays, so many days later. */
static gboolean
turn_weekdays (short *days, int by)
{
  for (guint i = 0; days[i] != UNSET; i++)
    {
      if (icalrecurrencetype_day_position (days[i]) != 0)
        return FALSE;
      days[i] = (short) (((days[i] - 1 + by) % DAYS_PER_WEEK + DAYS_PER_WEEK) % DAYS_PER_WEEK + 1);
    }
  return TRUE;
}

static gboolean
move_months (struct icalrecurrencetype *rule, const Place *from, const Place *to)
{
  if (rule->by_month[0] == UNSET || from->month == to->month)
    return TRUE;
  if (rule->by_month[1] != UNSET || rule->by_month[0] != from->month)
    return FALSE;

  rule->by_month[0] = (short) to->month;
  return TRUE;
}

/* The days that a rule names, so many days later; FALSE where that is not to be said in a rule. */
static gboolean
move_days (struct icalrecurrencetype *rule, const Place *from, const Place *to)
{
  gboolean weekly = rule->freq != ICAL_MONTHLY_RECURRENCE && rule->freq != ICAL_YEARLY_RECURRENCE;
  gboolean in_month = rule->freq == ICAL_MONTHLY_RECURRENCE || rule->by_month[0] != UNSET;

  if (rule->by_week_no[0] != UNSET || rule->by_year_day[0] != UNSET ||
      rule->by_set_pos[0] != UNSET || !move_months (rule, from, to))
    return FALSE;
  if (rule->by_month_day[0] != UNSET)
    return rule->by_day[0] == UNSET && move_month_day (rule->by_month_day, from, to);
  if (rule->by_day[0] == UNSET)
    return TRUE;

  return weekly ? turn_weekdays (rule->by_day, to->day - from->day)
                : in_month && move_nth_weekday (rule->by_day, from, to);
}

static gboolean
move_rule (struct icalrecurrencetype *rule, gint64 from, gint64 to, gboolean all_day)
{
  Place old, new;
  gboolean names_times =
      rule->by_hour[0] != UNSET || rule->by_minute[0] != UNSET || rule->by_second[0] != UNSET;

  place_init (&old, from);
  place_init (&new, to);
  if (names_times && (to - from) % SECONDS_PER_DAY != 0)
    return FALSE;
  if (!icaltime_is_null_time (rule->until))
    rule->until =
        muster_recurrence_to_time (muster_recurrence_to_seconds (rule->until) + to - from, all_day);
  return old.day == new.day || move_days (rule, &old, &new);
}

static MusterRecurrence *
copy_rules (MusterRecurrence *self)
{
  MusterRecurrence *copy = muster_recurrence_new (NULL, self->start, self->all_day, NULL, NULL);

  g_array_append_vals (copy->rules, self->rules->data, self->rules->len);
  return copy;
}

/* The times by the rules alone: what was left out or added beside them does not count. */
static GArray *
list_plain (MusterRecurrence *self, gint64 to, guint max)
{
  g_autoptr (MusterRecurrence) plain = copy_rules (self);

  return muster_recurrence_list (plain, G_MININT64, to, max);
}

/**
 * muster_recurrence_map:
 * @moved: what muster_recurrence_move() made of it
 * @time: wall clock of one of the times of @self
 *
 * Returns: wall clock of the same time of @moved: the tenth stays the tenth
 */
gint64
muster_recurrence_map (MusterRecurrence *self, MusterRecurrence *moved, gint64 time)
{
  g_autoptr (GArray) before = list_plain (self, time + 1, MAX_TIMES);
  g_autoptr (GArray) after = NULL;

  if (before->len == 0 || g_array_index (before, gint64, before->len - 1) != time)
    return time + moved->start - self->start;

  after = list_plain (moved, G_MAXINT64, before->len);
  return after->len == before->len ? g_array_index (after, gint64, after->len - 1)
                                   : time + moved->start - self->start;
}

/**
 * muster_recurrence_move:
 * @start: wall clock of the new first time
 *
 * Moves all times along with the first: of "every Monday" that is moved by a
 * day "every Tuesday" becomes.
 */
gboolean
muster_recurrence_move (MusterRecurrence *self, gint64 start, gboolean all_day, GError **error)
{
  g_autoptr (MusterRecurrence) before = copy_rules (self);

  for (guint i = 0; i < self->rules->len; i++)
    if (!move_rule (&g_array_index (self->rules, struct icalrecurrencetype, i), self->start, start,
                    all_day))
      {
        muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                                _ ("The rule of this series names its days in a way that can’t be "
                                   "moved along. Change the rule, or move this time only."));
        return FALSE;
      }

  for (guint i = 0; i < self->more->len; i++)
    g_array_index (self->more, gint64, i) += start - self->start;
  self->start = start;
  self->all_day = all_day;
  for (guint i = 0; i < self->less->len; i++)
    {
      gint64 *time = &g_array_index (self->less, gint64, i);

      *time = muster_recurrence_map (before, self, *time);
    }
  g_array_sort (self->less, muster_recurrence_compare_seconds);
  return TRUE;
}
