/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "calendar-fixture.h"
#include "muster-calendar-item.h"
#include "muster-event-table.h"
#include "muster-group-table.h"
#include "muster-sign-up-table.h"

typedef struct
{
  CalendarFixture *base;
  MusterChange *change;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->base = calendar_fixture_new ();
  self->change = calendar_fixture_begin (self->base);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  calendar_fixture_commit (self->change);
  calendar_fixture_free (self->base);
}

static MusterId
add_event (Fixture *self, const MusterId *group, const char *title, const char *zone,
           const char *start, const char *end)
{
  g_autoptr (MusterEvent) event = muster_event_new ();

  event->group = *group;
  event->title = g_strdup (title);
  event->all_day = g_str_equal (zone, "day");
  event->zone = event->all_day ? NULL : g_strdup (zone);
  event->start_at = calendar_fixture_parse_time (start);
  event->end_at = calendar_fixture_parse_time (end);
  event->capacity = 2;
  g_assert_true (muster_event_table_insert (self->change, event, NULL));
  return event->id;
}

static GPtrArray *
list (Fixture *self, const MusterId *group, const char *from, const char *to, gboolean answers)
{
  g_autoptr (GTimeZone) viewer = g_time_zone_new_identifier ("Asia/Shanghai");
  MusterCalendarRange range = { .group = group, .answers = answers };
  GPtrArray *items;

  g_assert_true (muster_day_parse (from, &range.from));
  g_assert_true (muster_day_parse (to, &range.to));
  items =
      muster_calendar_item_list (muster_change_get_database (self->change), &range, viewer, NULL);
  g_assert_nonnull (items);
  return items;
}

static char *
dup_days (const MusterCalendarItem *item)
{
  g_autofree char *first = muster_day_dup_text (item->first_day);
  g_autofree char *last = muster_day_dup_text (item->last_day);
  g_autofree char *shown = muster_day_dup_text (muster_calendar_item_get_shown_last_day (item));

  return g_strdup_printf ("%s+%d %s+%d %s%s", first + 5, item->from_minute, last + 5,
                          item->to_minute, shown + 5,
                          muster_calendar_item_is_bar (item) ? " bar" : "");
}

/* Days are those of a viewer in Shanghai: first day + minute, last day + minute, last shown day. */
static void
test_days (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *label, *zone, *start, *end, *expected;
  } rows[] = {
    { "an hour", "Asia/Shanghai", "2026-03-10T09:00:00", "2026-03-10T10:00:00",
      "03-10+540 03-10+600 03-10" },
    { "elsewhere it is another day", "America/New_York", "2026-03-10T20:00:00",
      "2026-03-10T21:00:00", "03-11+480 03-11+540 03-11" },
    { "to midnight", "Asia/Shanghai", "2026-03-10T22:00:00", "2026-03-11T00:00:00",
      "03-10+1320 03-10+1440 03-10" },
    { "over midnight belongs to its evening", "Asia/Shanghai", "2026-03-10T22:00:00",
      "2026-03-11T02:00:00", "03-10+1320 03-11+120 03-10" },
    { "a day and a night", "Asia/Shanghai", "2026-03-10T22:00:00", "2026-03-11T22:00:00",
      "03-10+1320 03-11+1320 03-11 bar" },
    { "a moment", "Asia/Shanghai", "2026-03-10T09:00:00", "2026-03-10T09:00:00",
      "03-10+540 03-10+540 03-10" },
    { "a day", "day", "2026-03-10T00:00:00", "2026-03-11T00:00:00",
      "03-10+0 03-10+1440 03-10 bar" },
    { "three days", "day", "2026-03-10T00:00:00", "2026-03-13T00:00:00",
      "03-10+0 03-12+1440 03-12 bar" },
  };
  MusterId none = { { 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterId id =
          add_event (self, &none, rows[i].label, rows[i].zone, rows[i].start, rows[i].end);
      g_autoptr (GPtrArray) items = list (self, NULL, "2026-03-09", "2026-03-16", FALSE);
      g_autofree char *text = NULL;

      g_test_message ("%s", rows[i].label);
      g_assert_cmpuint (items->len, ==, 1);
      text = dup_days (items->pdata[0]);
      g_assert_cmpstr (text, ==, rows[i].expected);
      g_assert_true (muster_event_table_delete (self->change, &id, NULL));
    }
}

static void
test_order (Fixture *self, gconstpointer data)
{
  MusterId none = { { 0 } };
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GString) titles = g_string_new (NULL);

  add_event (self, &none, "late", "Asia/Shanghai", "2026-03-10T19:00:00", "2026-03-10T20:00:00");
  add_event (self, &none, "early", "Asia/Shanghai", "2026-03-10T08:00:00", "2026-03-10T09:00:00");
  add_event (self, &none, "longer", "Asia/Shanghai", "2026-03-10T08:00:00", "2026-03-10T10:00:00");
  add_event (self, &none, "day", "day", "2026-03-10T00:00:00", "2026-03-11T00:00:00");
  add_event (self, &none, "days", "day", "2026-03-10T00:00:00", "2026-03-13T00:00:00");
  add_event (self, &none, "before", "day", "2026-03-09T00:00:00", "2026-03-11T00:00:00");
  items = list (self, NULL, "2026-03-09", "2026-03-16", FALSE);
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (titles, "%s ", ((MusterCalendarItem *) items->pdata[i])->title);
  g_assert_cmpstr (titles->str, ==, "before days day longer early late ");
}

static void
sign_up (Fixture *self, const MusterId *event, const char *person, MusterSignUpAnswer answer,
         guint guests)
{
  MusterSignUp sign_up = { .event = *event,
                           .original_at = calendar_fixture_parse_time ("2026-03-10T09:00:00"),
                           .person = (char *) person,
                           .answer = answer,
                           .guests = guests,
                           .answered_at = 1 };

  g_assert_true (muster_sign_up_table_set (self->change, &sign_up, NULL));
}

static void
test_groups (Fixture *self, gconstpointer data)
{
  g_autoptr (MusterGroup) first = muster_group_new (&(MusterId){ { 0 } }, "甲群");
  g_autoptr (MusterGroup) second = muster_group_new (&(MusterId){ { 0 } }, "乙群");
  MusterId ids[2], event;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) one = NULL;
  const MusterCalendarItem *item;

  g_assert_true (muster_group_table_insert (self->change, first, &ids[0], NULL));
  g_assert_true (muster_group_table_insert (self->change, second, &ids[1], NULL));
  add_event (self, &ids[0], "a", "Asia/Shanghai", "2026-03-10T08:00:00", "2026-03-10T09:00:00");
  event =
      add_event (self, &ids[1], "b", "Asia/Shanghai", "2026-03-10T09:00:00", "2026-03-10T10:00:00");
  sign_up (self, &event, "张伟", MUSTER_SIGN_UP_YES, 1);
  sign_up (self, &event, "李四", MUSTER_SIGN_UP_YES, 0);
  sign_up (self, &event, "王芳", MUSTER_SIGN_UP_MAYBE, 2);

  all = list (self, NULL, "2026-03-09", "2026-03-16", FALSE);
  g_assert_cmpuint (all->len, ==, 2);
  item = all->pdata[0];
  g_assert_cmpstr (item->group_name, ==, "甲群");
  g_assert_cmpuint (item->colour, ==, 0);
  g_assert_cmpuint (item->n_coming, ==, 0);

  one = list (self, &ids[1], "2026-03-09", "2026-03-16", TRUE);
  g_assert_cmpuint (one->len, ==, 1);
  item = one->pdata[0];
  g_assert_cmpstr (item->group_name, ==, "乙群");
  g_assert_cmpuint (item->colour, ==, 1);
  g_assert_cmpuint (item->n_coming, ==, 2);
  g_assert_cmpuint (item->n_maybe, ==, 3);
  g_assert_cmpuint (item->n_waiting, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/calendar-item/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/calendar-item/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/calendar-item/groups", Fixture, NULL, set_up, test_groups, tear_down);
  return g_test_run ();
}
