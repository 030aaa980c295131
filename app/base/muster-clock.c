/* muster-clock.c - the only place where the program asks what time it is
 *
 * Rules never look at a clock: whoever calls them passes the time in, and got
 * it from one of these.  A test holds a fixed one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-clock"

#include "config.h"

#include "muster-clock.h"

struct _MusterClock
{
  GObject parent_instance;

  gint64 fixed_us; /* G_MININT64 when it runs */
};

G_DEFINE_FINAL_TYPE (MusterClock, muster_clock, G_TYPE_OBJECT)

static void
muster_clock_class_init (MusterClockClass *klass)
{
}

static void
muster_clock_init (MusterClock *self)
{
  self->fixed_us = G_MININT64;
}

MusterClock *
muster_clock_new (void)
{
  return g_object_new (MUSTER_TYPE_CLOCK, NULL);
}

/**
 * muster_clock_new_fixed:
 * @now_us: microseconds since 1970-01-01T00:00:00Z
 *
 * Returns: (transfer full): a clock that stands still
 */
MusterClock *
muster_clock_new_fixed (gint64 now_us)
{
  MusterClock *self = muster_clock_new ();

  self->fixed_us = now_us;
  return self;
}

/**
 * muster_clock_get_now:
 *
 * Returns: microseconds since 1970-01-01T00:00:00Z
 */
gint64
muster_clock_get_now (MusterClock *self)
{
  g_return_val_if_fail (MUSTER_IS_CLOCK (self), 0);

  return self->fixed_us != G_MININT64 ? self->fixed_us : g_get_real_time ();
}

/**
 * muster_clock_get_today:
 *
 * Returns: the date on the wall, in this computer's time zone
 */
MusterDay
muster_clock_get_today (MusterClock *self)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (MUSTER_IS_CLOCK (self), 0);

  utc = g_date_time_new_from_unix_utc (muster_clock_get_now (self) / G_USEC_PER_SEC);
  local = g_date_time_to_local (utc);
  return muster_day_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local),
                              g_date_time_get_day_of_month (local));
}

/**
 * muster_clock_set_fixed:
 * @now_us: microseconds since 1970-01-01T00:00:00Z
 *
 * Stops the clock, or moves a stopped one.  For tests.
 */
void
muster_clock_set_fixed (MusterClock *self, gint64 now_us)
{
  g_return_if_fail (MUSTER_IS_CLOCK (self));

  self->fixed_us = now_us;
}
