/* muster-sample-birthday.c - when the people of a sample group were born
 *
 * Part of sample.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sample-birthday"

#include "config.h"

#include "muster-birthday.h"
#include "muster-lunar.h"
#include "muster-sample-group.h"

#define BORN_IN 1984  /* the class's year; it has a 29 February */
#define EARLIEST 20   /* days after today: no ordinary birthday is near */
#define SPREAD 320    /* days over which they are spread */
#define STEP 37       /* from one to the next */
#define LUNAR_EVERY 7 /* who keeps the lunar day */

/* The birthday that comes round on @day. */
static char *
dup_birthday (MusterDay day, gboolean lunar)
{
  MusterBirthday birthday = { .year = BORN_IN };
  g_autoptr (MusterLunar) calendar = muster_lunar_new ();
  MusterLunarDate date;
  int year;

  if (lunar && muster_lunar_from_day (calendar, day, &date))
    {
      birthday.lunar = TRUE;
      birthday.month = date.month;
      birthday.leap = date.leap;
      birthday.day = date.day;
    }
  else
    muster_day_to_ymd (day, &year, &birthday.month, &birthday.day);
  return muster_birthday_dup_text (&birthday);
}

/**
 * muster_sample_group_dup_birthday:
 * @person: the @nth of the group
 *
 * Returns: (transfer full) (nullable): the stored form; %NULL in a group that does not know them
 */
char *
muster_sample_group_dup_birthday (const MusterSampleGroup *self, const MusterSamplePerson *person,
                                  guint nth)
{
  MusterDay today = self->end + self->spec->end;
  MusterDay planned = person->plan != NULL
                          ? muster_sample_group_get_day (self, person->plan->birthday)
                          : MUSTER_DAY_NONE;

  if (!self->spec->has_birthdays)
    return NULL;
  if (planned != MUSTER_DAY_NONE)
    return dup_birthday (planned, (person->flags & MUSTER_SAMPLE_LUNAR) != 0);

  return dup_birthday (today + EARLIEST + (MusterDay) (nth * STEP % SPREAD),
                       nth % LUNAR_EVERY == 0);
}
