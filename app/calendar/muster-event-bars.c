/* muster-event-bars.c - where the events of a week stand on the page of a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-bars"

#include "config.h"

#include "muster-event-bars.h"

/* The days of a bar, a bit a day. */
static guint8
get_days (const MusterBar *bar)
{
  return (guint8) ((2u << bar->last) - (1u << bar->first));
}

/* The uppermost line on which all days of the bar are free. */
static void
take_lane (GByteArray *lanes, MusterBar *bar)
{
  guint8 days = get_days (bar);

  for (bar->lane = 0; bar->lane < lanes->len; bar->lane++)
    if ((lanes->data[bar->lane] & days) == 0)
      {
        lanes->data[bar->lane] |= days;
        return;
      }
  g_byte_array_append (lanes, &days, 1);
}

/* Where not all fit, a line is needed to say how many more there are. */
static guint
get_room (const guint n_lanes[MUSTER_DAYS_PER_WEEK], const MusterBar *bar, guint capacity)
{
  for (guint day = bar->first; day <= bar->last; day++)
    if (n_lanes[day] > capacity)
      return capacity > 0 ? capacity - 1 : 0;

  return capacity;
}

/**
 * muster_bars_place:
 * @bars: in the order in which they choose their line
 * @capacity: how many lines a day has
 * @out_hidden: how many bars of each day have no room
 *
 * A bar stands on one line on all of its days, or on none.
 */
void
muster_bars_place (MusterBar *bars, guint n_bars, guint capacity,
                   guint out_hidden[MUSTER_DAYS_PER_WEEK])
{
  g_autoptr (GByteArray) lanes = g_byte_array_new ();
  guint n_lanes[MUSTER_DAYS_PER_WEEK] = { 0 };

  for (guint i = 0; i < n_bars; i++)
    {
      take_lane (lanes, &bars[i]);
      for (guint day = bars[i].first; day <= bars[i].last; day++)
        n_lanes[day] = MAX (n_lanes[day], bars[i].lane + 1);
    }
  for (guint day = 0; day < MUSTER_DAYS_PER_WEEK; day++)
    out_hidden[day] = 0;
  for (guint i = 0; i < n_bars; i++)
    {
      bars[i].shown = bars[i].lane < get_room (n_lanes, &bars[i], capacity);
      for (guint day = bars[i].first; !bars[i].shown && day <= bars[i].last; day++)
        out_hidden[day]++;
    }
}
