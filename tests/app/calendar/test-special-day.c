/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "calendar-fixture.h"
#include "muster-birthday-day.h"
#include "muster-membership-table.h"
#include "muster-person-table.h"
#include "muster-policy.h"
#include "muster-special-day.h"

#define EARLIEST 3650 /* of settings */

/* One member, as words: born=BIRTHDAY joined=DATE standing=WORD deceased silence; and the policy
 * of special days.  Expected: KIND@DAY=YEARS, where b and a are birthday and anniversary. */
static const struct
{
  const char *label, *member, *policy, *from, *to, *expected;
} rows[] = {
  { "solar", "born=1990-08-15", NULL, "2026-08-01", "2026-08-31", "b@2026-08-15=36" },
  { "on the first and the last day", "born=--08-01", NULL, "2026-08-01", "2027-08-01",
    "b@2026-08-01=0 b@2027-08-01=0" },
  { "a day outside", "born=1990-08-15", NULL, "2026-08-16", "2027-08-14", "" },
  { "the day of birth is none", "born=2026-08-15", NULL, "2026-08-01", "2027-08-31",
    "b@2027-08-15=1" },
  { "29 February in a leap year", "born=1992-02-29", NULL, "2028-02-01", "2028-03-31",
    "b@2028-02-29=36" },
  { "29 February in a common year", "born=1992-02-29", NULL, "2026-02-01", "2026-03-31",
    "b@2026-02-28=34" },
  { "lunar, Mid-Autumn", "born=L1990-08-15", NULL, "2026-01-01", "2026-12-31", "b@2026-09-25=36" },
  { "lunar, of the Chinese year before", "born=L1962-12-23", NULL, "2026-01-01", "2026-12-31",
    "b@2026-02-10=63" },
  { "lunar, twice in a year", "born=L--11-28", NULL, "2026-01-01", "2026-12-31", "b@2026-01-16=0" },
  { "leap month in years without it, and over the year that has another", "born=L2020-+04-03", NULL,
    "2020-05-25", "2023-12-31", "b@2021-05-14=1 b@2022-05-03=2 b@2023-05-21=3" },
  { "leap month of 2025", "born=L1987-+06-01", NULL, "2025-01-01", "2026-12-31",
    "b@2025-07-25=38 b@2026-07-14=39" },
  { "ordinary month of a year with a leap month", "born=L1987-06-01", NULL, "2025-01-01",
    "2025-12-31", "b@2025-06-25=38" },
  { "the 30th in a month of 29 days", "born=L1990-12-30", NULL, "2025-01-01", "2026-03-01",
    "b@2025-01-28=34 b@2026-02-16=35" },
  { "joined", "joined=2020-11-01", NULL, "2026-01-01", "2026-12-31", "a@2026-11-01=6" },
  { "joined in this year", "joined=2026-11-01", NULL, "2026-01-01", "2026-12-31", "" },
  { "joined on 29 February", "joined=2024-02-29", NULL, "2025-01-01", "2025-12-31",
    "a@2025-02-28=1" },
  { "only birthdays", "born=--08-15 joined=2020-08-16", "birthdays", "2026-08-01", "2026-08-31",
    "b@2026-08-15=0" },
  { "only anniversaries", "born=--08-15 joined=2020-08-16", "anniversaries", "2026-08-01",
    "2026-08-31", "a@2026-08-16=6" },
  { "neither", "born=--08-15 joined=2020-08-16", "", "2026-08-01", "2026-08-31", "" },
  { "rule questions on first Mondays", "", "questions", "2026-06-01", "2026-09-06",
    "q@2026-06-01=0 q@2026-07-06=0 q@2026-08-03=0" },
  { "rule questions: the next Monday is the second", "", "questions", "2026-06-02", "2026-06-30",
    "" },
  { "on leave", "born=--08-15 standing=leave", NULL, "2026-08-01", "2026-08-31", "b@2026-08-15=0" },
  { "left", "born=--08-15 joined=2020-08-16 standing=left", NULL, "2026-08-01", "2026-08-31", "" },
  { "applied", "born=--08-15 standing=applicant", NULL, "2026-08-01", "2026-08-31", "" },
  { "died", "born=--08-15 joined=2020-08-16 deceased", NULL, "2026-08-01", "2026-08-31", "" },
  { "is not to be written to", "born=--08-15 silence", NULL, "2026-08-01", "2026-08-31", "" },
  { "nothing is known", "", NULL, "2026-01-01", "2026-12-31", "" },
  { "no birthday that can be read", "born=spring", NULL, "2026-01-01", "2026-12-31", "" },
};

static MusterDay
parse_day (const char *text)
{
  MusterDay day;

  g_assert_true (muster_day_parse (text, &day));
  return day;
}

static void
fill (MusterPerson *person, MusterMembership *membership, const char *words)
{
  g_auto (GStrv) split = g_strsplit (words, " ", -1);

  for (char **word = split; *word != NULL; word++)
    {
      const char *value = strchr (*word, '=');

      if (g_str_has_prefix (*word, "born="))
        muster_person_set (person, MUSTER_PERSON_BIRTHDAY, value + 1);
      else if (g_str_has_prefix (*word, "joined="))
        membership->joined_on = parse_day (value + 1);
      else if (g_str_has_prefix (*word, "standing="))
        g_assert_true (muster_standing_find (value + 1, &membership->standing));
      else if (g_str_equal (*word, "deceased"))
        person->deceased = TRUE;
      else if (g_str_equal (*word, "silence"))
        person->do_not_contact = TRUE;
    }
}

/* The member is in two groups; the first is the one of the fixture. */
static CalendarFixture *
open_with (const char *member, const char *policy)
{
  CalendarFixture *self = calendar_fixture_new ();
  g_autoptr (MusterPerson) person = muster_person_new ();
  g_autoptr (MusterMembership) membership = muster_membership_new ();
  MusterChange *change;

  change = calendar_fixture_begin (self);
  muster_person_set (person, MUSTER_PERSON_NAME, "Ada");
  fill (person, membership, member);
  g_assert_true (muster_person_table_insert (change, person, &membership->person, NULL));
  for (int i = 1; i >= 0; i--)
    {
      MusterId id;

      membership->group = self->group = calendar_fixture_add_group (change, i == 0 ? "a" : "b");
      g_assert_true (muster_membership_table_insert (change, membership, &id, NULL));
      if (policy != NULL)
        g_assert_true (
            muster_policy_set (change, &self->group, "special-days", policy, EARLIEST, NULL));
    }
  calendar_fixture_commit (change);
  return self;
}

static char *
dup_found (CalendarFixture *self, const MusterId *group, const char *from, const char *to)
{
  g_autoptr (GPtrArray) found = muster_special_day_list (
      calendar_fixture_get_database (self), group, parse_day (from), parse_day (to), NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const MusterSpecialDay *special = found->pdata[i];
      g_autofree char *day = muster_day_dup_text (special->day);

      g_string_append_printf (text, "%s%c@%s=%d", i > 0 ? " " : "", "baq"[special->kind], day,
                              special -> years);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_list (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CalendarFixture *self = open_with (rows[i].member, rows[i].policy);
      g_autofree char *text = dup_found (self, &self->group, rows[i].from, rows[i].to);

      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (text, ==, rows[i].expected);
      calendar_fixture_free (self);
    }
}

/* Who is in two groups has one birthday, but joined twice. */
static void
test_all_groups (void)
{
  CalendarFixture *self = open_with ("born=--08-15 joined=2020-08-16", NULL);
  g_autofree char *text = dup_found (self, NULL, "2026-08-01", "2026-08-31");

  g_assert_cmpstr (text, ==, "b@2026-08-15=0 a@2026-08-16=6 a@2026-08-16=6");
  calendar_fixture_free (self);
}

/* What is shown of a birthday can be typed again. */
static void
test_words (void)
{
  static const char *const stored[] = { "1990-08-15", "--08-15",     "L1990-08-15", "L1990-+04-03",
                                        "L--08-15",   "L1962-12-23", "L--11-30",    "L--01-10" };

  for (guint i = 0; i < G_N_ELEMENTS (stored); i++)
    {
      MusterBirthday birthday;
      g_autofree char *words = NULL;
      g_autofree char *text = NULL;

      g_assert_true (muster_birthday_parse (stored[i], &birthday));
      words = muster_birthday_dup_words (&birthday);
      g_test_message ("%s", words);
      g_assert_true (muster_birthday_parse (words, &birthday));
      text = muster_birthday_dup_text (&birthday);
      g_assert_cmpstr (text, ==, stored[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/special-day/list", test_list);
  g_test_add_func ("/special-day/all-groups", test_all_groups);
  g_test_add_func ("/special-day/words", test_words);
  return g_test_run ();
}
