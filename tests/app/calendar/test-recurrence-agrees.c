/* The times of rules as libical has them when it walks from the first on: for
 * rules made at random, and for a set of cases in the form of libical's own
 * (RRULE, DTSTART, START-AT and INSTANCES, a line each), which the project does
 * not contain: MUSTER_RECURRENCES names the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <libical/ical.h>
#include <string.h>

#include "muster-day.h"
#include "muster-recurrence.h"

#define N_RANDOM 3000
#define MAX_TIMES 60
#define DAY G_GINT64_CONSTANT (86400)

static gint64
to_seconds (struct icaltimetype time)
{
  return muster_day_from_ymd (time.year, time.month, time.day) * DAY + time.hour * 3600 +
         time.minute * 60 + time.second;
}

/* libical alone, from the first time on. */
static GArray *
walk (const char *rule, const char *start, gint64 from, gint64 to, guint max)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
  struct icalrecurrencetype recurrence = icalrecurrencetype_from_string (rule);
  struct icaltimetype first = icaltime_from_string (start);
  icalrecur_iterator *iterator;

  /* a day is over at its end, and the clock of the start is the one that counts */
  if (!icaltime_is_null_time (recurrence.until) && recurrence.until.is_date && !first.is_date)
    icaltime_adjust (&recurrence.until, 0, 23, 59, 59);
  recurrence.until.is_date = first.is_date;
  recurrence.until.zone = first.zone = NULL;
  iterator = icalrecur_iterator_new (recurrence, first);

  while (iterator != NULL && times->len < max)
    {
      struct icaltimetype time = icalrecur_iterator_next (iterator);
      gint64 seconds = to_seconds (time);

      if (icaltime_is_null_time (time) || seconds >= to)
        break;
      if (seconds >= from)
        g_array_append_val (times, seconds);
    }
  if (iterator != NULL)
    icalrecur_iterator_free (iterator);
  return times;
}

static MusterRecurrence *
make (const char *rule, const char *start)
{
  g_autofree char *lines = g_strconcat ("RRULE:", rule, NULL);
  struct icaltimetype first = icaltime_from_string (start);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  MusterRecurrence *recurrence =
      muster_recurrence_new (lines, to_seconds (first), first.is_date, utc, &error);

  g_assert_no_error (error);
  return recurrence;
}

static GArray *
list (const char *rule, const char *start, gint64 from, gint64 to, guint max)
{
  g_autoptr (MusterRecurrence) recurrence = make (rule, start);

  return muster_recurrence_list (recurrence, from, to, max);
}

static char *
dup_times (GArray *times)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < times->len; i++)
    {
      g_autofree char *time = muster_time_dup_text (g_array_index (times, gint64, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", time);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GString *
add_numbers (GString *rule, GRand *random, const char *part, int from, int to)
{
  int n = g_rand_int_range (random, 1, 4);

  g_string_append_printf (rule, ";%s=", part);
  for (int i = 0, value = from; i < n && value < to; i++)
    {
      value = g_rand_int_range (random, value, to);
      g_string_append_printf (rule, "%s%d", i > 0 ? "," : "", value++);
    }
  if (rule->str[rule->len - 1] == '=')
    g_string_append_printf (rule, "%d", from);
  return rule;
}

static void
add_week_days (GString *rule, GRand *random, gboolean numbered)
{
  static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  guint set = (guint) g_rand_int_range (random, 1, 128);
  const char *separator = "";

  g_string_append (rule, ";BYDAY=");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (set & 1u << i)
      {
        int number = numbered ? g_rand_int_range (random, -2, 4) : 0;

        g_string_append (rule, separator);
        if (number != 0)
          g_string_append_printf (rule, "%d", number);
        g_string_append (rule, days[i]);
        separator = ",";
      }
}

/* A rule such as people make; those of hours and less have tests of their own. */
static char *
make_rule (GRand *random)
{
  static const char *const every[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
  int frequency = g_rand_int_range (random, 0, (int) G_N_ELEMENTS (every));
  g_autoptr (GString) rule = g_string_new (NULL);

  g_string_printf (rule, "FREQ=%s", every[frequency]);
  if (g_rand_boolean (random))
    g_string_append_printf (rule, ";INTERVAL=%d", g_rand_int_range (random, 1, 5));
  if (frequency == 3 && g_rand_boolean (random))
    add_numbers (rule, random, "BYMONTH", 1, 13);
  if (frequency >= 2 && g_rand_int_range (random, 0, 3) == 0)
    add_numbers (rule, random, "BYMONTHDAY", 1, 32);
  else if (frequency >= 1 && g_rand_boolean (random))
    add_week_days (rule, random, frequency == 2);
  if (g_rand_int_range (random, 0, 3) == 0)
    g_string_append_printf (rule, ";COUNT=%d", g_rand_int_range (random, 1, 50));
  else if (g_rand_int_range (random, 0, 3) == 0)
    g_string_append_printf (rule, ";UNTIL=20%02d0615T120000", g_rand_int_range (random, 20, 40));
  return g_string_free (g_steal_pointer (&rule), FALSE);
}

/* Whatever part is asked for, it is that part of the whole. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *rule = make_rule (random);
      MusterDay day = muster_day_from_ymd (2019, 12, 20) + g_rand_int_range (random, 0, 400);
      gint64 from = (day + g_rand_int_range (random, -30, 1500)) * DAY;
      gint64 to = from + g_rand_int_range (random, 1, 400) * DAY;
      g_autoptr (GArray) expected = NULL, found = NULL;
      g_autofree char *start = NULL, *wanted = NULL, *got = NULL;
      int year, month, month_day;

      muster_day_to_ymd (day, &year, &month, &month_day);
      start = g_strdup_printf ("%04d%02d%02dT190000", year, month, month_day);
      expected = walk (rule, start, G_MININT64, to, 20000);
      if (expected->len == 0)
        continue; /* it never fits before that: the first time stays, tested elsewhere */
      g_array_unref (g_steal_pointer (&expected));
      expected = walk (rule, start, from, to, 20000);
      found = list (rule, start, from, to, 20000);
      wanted = dup_times (expected);
      got = dup_times (found);
      if (!g_str_equal (wanted, got))
        g_test_message ("%s from %s", rule, start);
      g_assert_cmpstr (got, ==, wanted);
    }
}

/* One case of the set: the texts after the colon of each line, NULL if there is none. */
typedef struct
{
  const char *rule, *start, *start_at, *instances;
} Case;

static const char *
get_value (const char *line, const char *name)
{
  return g_str_has_prefix (line, name) ? line + strlen (name) : NULL;
}

/* The times of the case from START-AT on. */
static GArray *
list_expected (const Case *one, gint64 from)
{
  g_auto (GStrv) parts = g_strsplit (one->instances, ",", -1);
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (char **part = parts; *part != NULL; part++)
    {
      gint64 time = to_seconds (icaltime_from_string (g_strstrip (*part)));

      if (time >= from)
        g_array_append_val (times, time);
    }
  return times;
}

/* Returns: whether libical alone is right */
static gboolean
check_case (const Case *one)
{
  gint64 from =
      one->start_at != NULL ? to_seconds (icaltime_from_string (one->start_at)) : G_MININT64;
  g_autoptr (GArray) expected = list_expected (one, from);
  g_autoptr (GArray) alone = walk (one->rule, one->start, from, G_MAXINT64, expected->len);
  g_autoptr (GArray) found = list (one->rule, one->start, from, G_MAXINT64, expected->len);
  g_autofree char *of_expected = dup_times (expected);
  g_autofree char *of_alone = dup_times (alone), *of_found = dup_times (found);
  g_autoptr (MusterRecurrence) recurrence = make (one->rule, one->start);
  gboolean is_right = g_str_equal (of_found, of_expected);

  if (!is_right && !muster_recurrence_is_doubtful (recurrence))
    {
      g_test_message ("nothing warns of RRULE:%s from %s", one->rule, one->start);
      g_test_fail ();
    }
  if (is_right && muster_recurrence_is_doubtful (recurrence))
    g_test_message ("doubted, though right: RRULE:%s from %s", one->rule, one->start);

  if (!g_str_equal (of_alone, of_expected))
    {
      g_test_message ("libical is wrong%s: RRULE:%s from %s", is_right ? ", Muster is right" : "",
                      one->rule, one->start);
      return FALSE;
    }
  if (!is_right)
    {
      g_test_message ("RRULE:%s from %s: %s, not %s", one->rule, one->start, of_found, of_expected);
      g_test_fail ();
    }
  return TRUE;
}

static void
test_set (void)
{
  const char *path = g_getenv ("MUSTER_RECURRENCES");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Case one = { 0 };
  guint n_right = 0, n_cases = 0;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("THE SET OF LIBICAL IS NOT THERE: set MUSTER_RECURRENCES to its file");
      return;
    }

  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      const char *value = NULL;

      if ((value = get_value (*line, "RRULE:")) != NULL)
        one = (Case){ .rule = value };
      else if ((value = get_value (*line, "DTSTART:")) != NULL)
        one.start = value;
      else if ((value = get_value (*line, "START-AT:")) != NULL)
        one.start_at = value;
      else if ((value = get_value (*line, "INSTANCES:")) != NULL && strchr (value, '*') == NULL)
        {
          one.instances = value;
          n_cases++;
          n_right += check_case (&one);
        }
    }
  g_test_message ("libical is right in %u of %u cases", n_right, n_cases);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recurrence/agrees/random", test_random);
  g_test_add_func ("/recurrence/agrees/set", test_set);
  return g_test_run ();
}
