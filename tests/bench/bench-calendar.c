/* bench-calendar.c - how fast a month comes on screen
 *
 * 100,000 events over thirty years, 1,000 of them series; ours is the whole way from
 * the file to what the month shows, the baseline libical alone, with rules that it
 * has read already.  Prints "name | ours | baseline | ratio | target", times in ms;
 * each figure is the median of five, measured in turn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <libical/ical.h>

#include "measure.h"
#include "muster-day.h"
#include "muster-event-table.h"
#include "muster-occurrence.h"
#include "muster-reminder.h"
#include "muster-store.h"

#define N_EVENTS 100000
#define N_SERIES 1000
#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)
#define SEED 20261121

/* Rules as people have them; a number that counts makes libical walk from the start. */
static const char *const rules[] = {
  "FREQ=WEEKLY;BYDAY=MO",    "FREQ=WEEKLY;BYDAY=TU,TH",
  "FREQ=MONTHLY;BYDAY=1MO",  "FREQ=MONTHLY;BYMONTHDAY=15",
  "FREQ=DAILY;INTERVAL=2",   "FREQ=YEARLY",
  "FREQ=WEEKLY;COUNT=2000",  "FREQ=WEEKLY;INTERVAL=2",
  "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=WEEKLY;UNTIL=20350101T000000",
};

typedef struct
{
  char *folder;       /* owned */
  char *path;         /* owned */
  MusterStore *store; /* owned */
  gint64 starts[N_SERIES];
  gint64 from, to; /* the month that is looked at */
} World;

static gint64
get_time (GRand *random)
{
  MusterDay day = muster_day_from_ymd (2006, 1, 1) + g_rand_int_range (random, 0, 30 * 365);

  return day * SECONDS_PER_DAY + g_rand_int_range (random, 8, 22) * 3600;
}

static gboolean
add_events (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  World *world = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < N_EVENTS; i++)
    {
      g_autoptr (MusterEvent) event = muster_event_new ();

      event->title = g_strdup_printf ("Event %u", i);
      event->zone = g_strdup ("Asia/Shanghai");
      event->start_at = get_time (random);
      event->end_at = event->start_at + 5400;
      event->reminders = g_strdup ("15");
      if (i < N_SERIES)
        {
          event->recurrence = g_strconcat ("RRULE:", rules[i % G_N_ELEMENTS (rules)], NULL);
          world->starts[i] = event->start_at;
        }
      if (!muster_event_table_insert (change, event, error))
        return FALSE;
    }
  return TRUE;
}

static void
world_init (World *world)
{
  g_autoptr (MusterClock) clock = muster_clock_new ();
  g_autoptr (GError) error = NULL;

  world->folder = g_dir_make_tmp ("bench-calendar-XXXXXX", NULL);
  world->path = g_build_filename (world->folder, "t.db", NULL);
  world->from = muster_day_from_ymd (2026, 10, 26) * SECONDS_PER_DAY;
  world->to = world->from + 42 * SECONDS_PER_DAY;
  world->store = muster_store_open (world->path, clock, &error);
  g_assert_no_error (error);
  g_assert_true (muster_store_write (world->store, "Events", add_events, world, NULL, &error));
}

static void
world_clear (World *world)
{
  g_clear_object (&world->store);
  measure_remove_database (world->path);
  g_rmdir (world->folder);
  g_free (world->path);
  g_free (world->folder);
}

static struct icaltimetype
to_time (gint64 seconds)
{
  return icaltime_from_timet_with_zone ((time_t) seconds, FALSE, NULL);
}

/* libical alone: what of the series lies in the month. */
static guint
expand (World *world, const struct icalrecurrencetype *parsed)
{
  guint n = 0;

  for (guint i = 0; i < N_SERIES; i++)
    {
      struct icalrecurrencetype rule = parsed[i % G_N_ELEMENTS (rules)];
      icalrecur_iterator *iterator = icalrecur_iterator_new (rule, to_time (world->starts[i]));

      if (rule.count == 0 && world->from > world->starts[i])
        icalrecur_iterator_set_start (iterator, to_time (world->from));
      while (TRUE)
        {
          struct icaltimetype time = icalrecur_iterator_next (iterator);
          gint64 seconds = icaltime_as_timet (time);

          if (icaltime_is_null_time (time) || seconds >= world->to)
            break;
          n += seconds >= world->from;
        }
      icalrecur_iterator_free (iterator);
    }
  return n;
}

static void
bench_month (World *world)
{
  struct icalrecurrencetype parsed[G_N_ELEMENTS (rules)];
  double ours[MEASURE_ROUNDS], plain[MEASURE_ROUNDS], reminders[MEASURE_ROUNDS];
  g_autoptr (GTimeZone) viewer = g_time_zone_new_identifier ("Asia/Shanghai");
  MusterDatabase *db = muster_store_get_database (world->store, NULL);
  guint shown = 0, expanded = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    parsed[i] = icalrecurrencetype_from_string (rules[i]);
  for (guint i = 0; i < MEASURE_ROUNDS; i++)
    {
      g_autoptr (GPtrArray) found = NULL, to_come = NULL;
      gint64 start = g_get_monotonic_time ();

      expanded = expand (world, parsed);
      plain[i] = measure_since (start);

      start = g_get_monotonic_time ();
      found = muster_occurrence_list (db, NULL, world->from, world->to, viewer, NULL);
      ours[i] = measure_since (start);
      shown = found->len;

      start = g_get_monotonic_time ();
      to_come = muster_reminder_list (db, world->from, world->from + 7200, viewer, NULL);
      reminders[i] = measure_since (start);
    }
  g_assert_cmpuint (shown, >, expanded); /* the single events of the month, too */
  g_printerr ("%u shown, of them %u times of series\n", shown, expanded);
  measure_print ("month of 100000 events, 1000 series / libical alone", ours, plain, "-");
  measure_print ("reminders of two hours / libical alone", reminders, plain, "-");
}

int
main (int argc, char **argv)
{
  World world = { 0 };

  muster_database_set_up_process ();
  world_init (&world);
  measure_print_head ();
  bench_month (&world);
  world_clear (&world);
  return 0;
}
