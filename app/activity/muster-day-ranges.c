/* muster-day-ranges.c - a set of days: what records cover, when somebody is on leave
 *
 * Part of activity; anyone above may use it.  Ranges are kept apart from each
 * other and in order, whatever was added.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-day-ranges"

#include "config.h"

#include "muster-day-ranges.h"

struct _MusterDayRanges
{
  GArray *ranges; /* (owned) MusterDayRange, in order, a day at least between two */
};

MusterDayRanges *
muster_day_ranges_new (void)
{
  MusterDayRanges *self = g_new0 (MusterDayRanges, 1);

  self->ranges = g_array_new (FALSE, FALSE, sizeof (MusterDayRange));
  return self;
}

void
muster_day_ranges_free (MusterDayRanges *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->ranges);
  g_free (self);
}

static MusterDayRange *
get_range (const MusterDayRanges *self, guint i)
{
  return &g_array_index (self->ranges, MusterDayRange, i);
}

/* The first range that ends on @day or later. */
static guint
find (const MusterDayRanges *self, gint64 day)
{
  guint low = 0, high = self->ranges->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (get_range (self, middle)->to < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * muster_day_ranges_add:
 * @to: the last day; nothing is added if it is before @from
 *
 * Joins what overlaps or follows without a day between.
 */
void
muster_day_ranges_add (MusterDayRanges *self, MusterDay from, MusterDay to)
{
  MusterDayRange range = { from, to };
  guint i;

  g_return_if_fail (self != NULL);

  if (to < from)
    return;

  i = find (self, (gint64) from - 1);
  while (i < self->ranges->len && get_range (self, i)->from <= (gint64) range.to + 1)
    {
      range.from = MIN (range.from, get_range (self, i)->from);
      range.to = MAX (range.to, get_range (self, i)->to);
      g_array_remove_index (self->ranges, i);
    }
  g_array_insert_val (self->ranges, i, range);
}

gboolean
muster_day_ranges_is_empty (const MusterDayRanges *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->ranges->len == 0;
}

/**
 * muster_day_ranges_get_last:
 *
 * Returns: the last day; %MUSTER_DAY_NONE if there is none
 */
MusterDay
muster_day_ranges_get_last (const MusterDayRanges *self)
{
  g_return_val_if_fail (self != NULL, MUSTER_DAY_NONE);

  if (self->ranges->len == 0)
    return MUSTER_DAY_NONE;

  return get_range (self, self->ranges->len - 1)->to;
}

/**
 * muster_day_ranges_get:
 *
 * Returns: (transfer none) (array length=out_n): in order, apart from each other
 */
const MusterDayRange *
muster_day_ranges_get (const MusterDayRanges *self, guint *out_n)
{
  g_return_val_if_fail (self != NULL, NULL);

  *out_n = self->ranges->len;
  return (const MusterDayRange *) self->ranges->data;
}

/**
 * muster_day_ranges_count:
 *
 * Returns: how many days from @from to @to, both included, are in the set
 */
gint64
muster_day_ranges_count (const MusterDayRanges *self, MusterDay from, MusterDay to)
{
  gint64 n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = find (self, from);
       to >= from && i < self->ranges->len && get_range (self, i)->from <= to; i++)
    n += (gint64) MIN (get_range (self, i)->to, to) - MAX (get_range (self, i)->from, from) + 1;

  return n;
}

/* The last day of the range that holds @day; one before @day if none does. */
static gint64
get_end (const MusterDayRanges *self, gint64 day)
{
  guint i = self != NULL ? find (self, day) : 0;

  if (self == NULL || i == self->ranges->len || get_range (self, i)->from > day)
    return day - 1;

  return get_range (self, i)->to;
}

/* The first day of the next range from @day on; @none if there is none. */
static gint64
get_next_start (const MusterDayRanges *self, gint64 day, gint64 none)
{
  guint i = self != NULL ? find (self, day) : 0;

  return self != NULL && i < self->ranges->len ? get_range (self, i)->from : none;
}

/**
 * muster_day_ranges_cover:
 * @from: the first day that must be in the set
 * @to: the last one; if it is before @from, nothing is asked for
 * @except: (nullable): days that need not be in it
 * @out_gap: (out) (optional): the first days in a row that are missing; set if %FALSE is returned
 *
 * Returns: whether every day is there
 */
gboolean
muster_day_ranges_cover (const MusterDayRanges *self, MusterDay from, MusterDay to,
                         const MusterDayRanges *except, MusterDayRange *out_gap)
{
  gint64 day = from;

  g_return_val_if_fail (self != NULL, FALSE);

  while (day <= to)
    {
      gint64 end = MAX (get_end (self, day), get_end (except, day));

      if (end < day)
        {
          gint64 next = MIN (get_next_start (self, day, (gint64) to + 1),
                             get_next_start (except, day, (gint64) to + 1));

          if (out_gap != NULL)
            *out_gap = (MusterDayRange){ (MusterDay) day, (MusterDay) MIN (next - 1, to) };
          return FALSE;
        }
      day = end + 1;
    }

  return TRUE;
}
