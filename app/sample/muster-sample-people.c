/* muster-sample-people.c - the people of a sample group
 *
 * Part of sample.  Plans who is in the group, those of the table of cases and
 * ordinary ones, and writes persons, accounts and memberships.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sample-people"

#include "config.h"

#include <string.h>

#include "muster-account-table.h"
#include "muster-membership-table.h"
#include "muster-person-table.h"
#include "muster-sample-group.h"
#include "muster-sample-names.h"
#include "muster-sign-table.h"

#define REQUIRED_EVERY 6     /* of a group where only some are required */
#define PLANNED_JOINED 400   /* days before the last: older than the records */
#define PLANNED_LAST 3       /* days before the last */
#define ORDINARY_LAST 20     /* at most so many days before the last: nobody to remind */
#define ORDINARY_JOINED 1500 /* at most so many days before the last */
#define NEWEST_ORDINARY 40   /* at least */

static void
person_free (gpointer data)
{
  MusterSamplePerson *person = data;

  g_free (person->name);
  g_free (person->unit);
  g_free (person->nickname);
  g_free (person->before);
  g_free (person->identifier);
  g_free (person);
}

static MusterDay
add_period_edge (MusterDay end, int months)
{
  MusterDay day = muster_day_add_months (end, -months);

  while (muster_day_add_months (day, months) <= end)
    day++;
  return day;
}

/**
 * muster_sample_group_get_day:
 *
 * Returns: a day of the table of cases; %MUSTER_DAY_NONE if it names none
 */
MusterDay
muster_sample_group_get_day (const MusterSampleGroup *self, MusterSampleDay day)
{
  switch (day.base)
    {
    case MUSTER_SAMPLE_END:
      return self->end + day.days;
    case MUSTER_SAMPLE_SILENT:
      return add_period_edge (self->end, 3) + day.days;
    case MUSTER_SAMPLE_REMIND:
      return add_period_edge (self->end, 1) + day.days;
    case MUSTER_SAMPLE_LIST:
      return self->list_on + day.days;
    case MUSTER_SAMPLE_NONE:
    default:
      return MUSTER_DAY_NONE;
    }
}

/**
 * muster_sample_group_covers:
 *
 * Returns: whether a file of records spans the day
 */
gboolean
muster_sample_group_covers (const MusterSampleGroup *self, MusterDay day)
{
  for (guint i = 0; i < MUSTER_SAMPLE_N_FILES; i++)
    if (self->end - self->spec->files[i].from <= day && day <= self->end - self->spec->files[i].to)
      return TRUE;

  return FALSE;
}

static char *
dup_identifier (MusterSampleGroup *self)
{
  return g_strdup_printf ("%s%08u", self->spec->account,
                          muster_sample_random_below (&self->random, 100000000));
}

/* The nickname that the group's rule asks for. */
static char *
dup_ruled (const MusterSampleGroup *self, const char *unit, const char *name)
{
  return strcmp (self->spec->naming, "{name}") == 0 ? g_strdup (name)
                                                    : g_strconcat (unit, "-", name, NULL);
}

static const char *
pick_unit (MusterSampleGroup *self)
{
  guint n = g_strv_length ((char **) self->spec->units);

  return self->spec->units[muster_sample_random_below (&self->random, n)];
}

static MusterSamplePerson *
new_person (MusterSampleGroup *self, const char *name, const char *unit)
{
  MusterSamplePerson *person = g_new0 (MusterSamplePerson, 1);
  guint usual = self->spec->messages;

  person->name = g_strdup (name);
  person->unit = g_strdup (unit != NULL ? unit : pick_unit (self));
  person->identifier = dup_identifier (self);
  person->city = muster_sample_city_get (&self->random);
  /* a few write most */
  person->n_messages = 2 + muster_sample_random_below (&self->random, usual);
  if (muster_sample_random_below (&self->random, 6) == 0)
    person->n_messages += muster_sample_random_below (&self->random, 4 * usual);
  return person;
}

static MusterSamplePerson *
plan_case (MusterSampleGroup *self, const MusterSampleCase *plan)
{
  MusterSamplePerson *person = new_person (self, plan->name, plan->unit);

  person->plan = plan;
  person->flags = plan->flags;
  person->sender = plan->sender;
  person->nickname = plan->nickname != NULL ? g_strdup (plan->nickname)
                                            : dup_ruled (self, person->unit, plan->name);
  person->before = g_strdup (plan->before != NULL ? plan->before : person->nickname);
  person->joined = muster_sample_group_get_day (self, plan->joined);
  if (person->joined == MUSTER_DAY_NONE)
    person->joined = self->end - PLANNED_JOINED;
  person->last = muster_sample_group_get_day (self, plan->last);
  if (person->last == MUSTER_DAY_NONE)
    person->last = self->end - PLANNED_LAST;
  if (plan->flags & MUSTER_SAMPLE_NEVER)
    person->last = MUSTER_DAY_NONE;
  return person;
}

static MusterSamplePerson *
plan_ordinary (MusterSampleGroup *self, GHashTable *names)
{
  char *name = muster_sample_name_dup (&self->random);
  MusterSamplePerson *person;

  while (!g_hash_table_add (names, name))
    name = muster_sample_name_dup (&self->random);

  person = new_person (self, name, NULL);
  person->nickname = dup_ruled (self, person->unit, name);
  person->before = g_strdup (person->nickname);
  person->joined =
      self->end - muster_sample_random_between (&self->random, NEWEST_ORDINARY, ORDINARY_JOINED);
  person->last = self->end - (int) muster_sample_random_below (&self->random, ORDINARY_LAST + 1);
  if (muster_sample_random_below (&self->random, REQUIRED_EVERY) == 0 && self->spec->at_work)
    person->flags |= MUSTER_SAMPLE_REQUIRED;
  return person;
}

static void
shuffle (MusterSampleGroup *self)
{
  for (guint i = self->people->len; i > 1; i--)
    {
      guint j = muster_sample_random_below (&self->random, i);
      gpointer swapped = self->people->pdata[i - 1];

      self->people->pdata[i - 1] = self->people->pdata[j];
      self->people->pdata[j] = swapped;
    }
}

/**
 * muster_sample_group_new:
 * @today: what the days of the group are counted from
 *
 * Returns: (transfer full): the group as planned
 */
MusterSampleGroup *
muster_sample_group_new (const MusterSampleSpec *spec, MusterDay today)
{
  MusterSampleGroup *self = g_new0 (MusterSampleGroup, 1);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_cases, n_listed = 0;
  const MusterSampleCase *cases = spec->list_cases (&n_cases);

  self->spec = spec;
  self->random.state = g_str_hash (spec->platform) + spec->n_listed;
  self->people = g_ptr_array_new_with_free_func (person_free);
  self->end = today - spec->end;
  self->list_on = today - spec->list_on;
  self->before_on = today - spec->before_on;
  for (guint i = 0; i < n_cases; i++)
    {
      g_ptr_array_add (self->people, plan_case (self, &cases[i]));
      g_hash_table_add (names, g_strdup (cases[i].name));
      n_listed += (cases[i].flags & MUSTER_SAMPLE_NOT_NOW) == 0;
    }
  for (; n_listed < spec->n_listed; n_listed++)
    g_ptr_array_add (self->people, plan_ordinary (self, names));

  shuffle (self);
  return self;
}

void
muster_sample_group_free (MusterSampleGroup *self)
{
  g_clear_object (&self->group);
  g_ptr_array_unref (self->people);
  g_free (self);
}

static gboolean
is_school (const char *unit)
{
  return strstr (unit, "大学") != NULL || strstr (unit, "学院") != NULL;
}

static gboolean
write_person (MusterSampleGroup *self, MusterChange *change, MusterSamplePerson *person, guint nth,
              GError **error)
{
  g_autoptr (MusterPerson) row = muster_person_new ();
  MusterPersonField unit = self->spec->unit_field;
  /* no telephone number begins like this */
  g_autofree char *phone =
      g_strdup_printf ("1200%07u", muster_sample_random_below (&self->random, 10000000));
  g_autofree char *birthday = muster_sample_group_dup_birthday (self, person, nth);

  if (unit == MUSTER_PERSON_COMPANY && is_school (person->unit))
    unit = MUSTER_PERSON_SCHOOL;
  muster_person_set (row, MUSTER_PERSON_NAME, person->name);
  muster_person_set (row, MUSTER_PERSON_PHONES, phone);
  muster_person_set (row, MUSTER_PERSON_CITY, person->city);
  muster_person_set (row, MUSTER_PERSON_BIRTHDAY, birthday);
  muster_person_set (row, unit, person->unit);
  if (person->plan != NULL)
    muster_person_set (row, MUSTER_PERSON_READING, person->plan->reading);
  row->deceased = (person->flags & MUSTER_SAMPLE_DECEASED) != 0;
  if (!muster_person_table_insert (change, row, &person->person, error))
    return FALSE;

  row->id = person->person;
  return !row->deceased || muster_person_table_set_flags (change, row, error);
}

static gboolean
write_account (MusterSampleGroup *self, MusterChange *change, const MusterSamplePerson *person,
               GError **error)
{
  MusterAccount account = { 0 };

  if (!self->spec->has_ids || (person->flags & MUSTER_SAMPLE_NO_ID) != 0)
    return TRUE;

  account.person = person->person;
  account.platform = (char *) self->spec->platform;
  account.identifier = person->identifier;
  return muster_account_table_insert (change, &account, NULL, error);
}

/* What the keeper's own list says; nicknames come with the member lists, unless the person must
 * be known by an earlier one. */
static void
fill_membership (MusterSampleGroup *self, const MusterSamplePerson *person, MusterMembership *row)
{
  const MusterSampleCase *plan = person->plan;
  gboolean listed = (person->flags & MUSTER_SAMPLE_NOT_NOW) == 0 ||
                    (person->flags & MUSTER_SAMPLE_NOT_BEFORE) == 0;

  row->group = *muster_group_get_id (self->group);
  row->person = person->person;
  row->required = (person->flags & MUSTER_SAMPLE_REQUIRED) != 0;
  if ((person->flags & MUSTER_SAMPLE_NO_JOINED) == 0)
    row->joined_on = person->joined;
  if (plan == NULL)
    {
      if (!self->spec->has_ids)
        row->nickname = g_strdup (person->before);
      return;
    }

  if (plan->past != NULL)
    row->nickname = g_strdup (plan->past);
  else if (!self->spec->has_ids || (person->flags & MUSTER_SAMPLE_NO_ID) != 0 ||
           (!listed && *person->nickname != '\0'))
    row->nickname = g_strdup (person->before);
  if (row->nickname != NULL && row->joined_on != MUSTER_DAY_NONE)
    row->nickname_from = row->joined_on;
  if (plan->role != NULL)
    {
      g_free (row->role);
      row->role = g_strdup (plan->role);
    }
  row->standing = plan->standing;
  row->standing_from = muster_sample_group_get_day (self, plan->standing_from);
  row->standing_until = muster_sample_group_get_day (self, plan->standing_until);
  row->standing_reason = g_strdup (plan->reason);
  if ((person->flags & MUSTER_SAMPLE_INTRODUCED) != 0)
    row->introduced_on = person->joined;
}

static gboolean
write_membership (MusterSampleGroup *self, MusterChange *change, MusterSamplePerson *person,
                  GError **error)
{
  g_autoptr (MusterMembership) row = muster_membership_new ();
  MusterDay seen = person->plan != NULL ? muster_sample_group_get_day (self, person->plan->seen)
                                        : MUSTER_DAY_NONE;

  fill_membership (self, person, row);
  return muster_membership_table_insert (change, row, &person->membership, error) &&
         (seen == MUSTER_DAY_NONE ||
          muster_sign_table_set (change, &person->membership, "seen", seen, NULL, NULL, error));
}

/**
 * muster_sample_group_write_people:
 *
 * Writes the roster of a group that is written already.
 */
gboolean
muster_sample_group_write_people (MusterSampleGroup *self, MusterChange *change, GError **error)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      MusterSamplePerson *person = self->people->pdata[i];

      if ((person->flags & MUSTER_SAMPLE_STRANGER) != 0)
        continue;
      if (!write_person (self, change, person, i, error) ||
          !write_account (self, change, person, error) ||
          !write_membership (self, change, person, error))
        return FALSE;
    }

  return TRUE;
}
