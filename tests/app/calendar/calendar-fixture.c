/* calendar-fixture.c - a store to try the calendar on
 *
 * Of the tests; each opens one, and closing it shows that nothing was left behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "calendar-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "muster-event-table.h"
#include "muster-group-table.h"

CalendarFixture *
calendar_fixture_new (void)
{
  CalendarFixture *self = g_new0 (CalendarFixture, 1);
  GError *error = NULL;

  self->folder = g_dir_make_tmp ("muster-calendar-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "muster.db", NULL);
  self->clock = muster_clock_new_fixed (CALENDAR_FIXTURE_NOW);
  self->store = muster_store_open (self->path, self->clock, &error);
  g_assert_no_error (error);
  return self;
}

void
calendar_fixture_free (CalendarFixture *self)
{
  g_assert_finalize_object (self->store);
  g_assert_finalize_object (self->clock);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
  g_assert_cmpint (sqlite3_memory_used (), ==, 0);
}

MusterDatabase *
calendar_fixture_get_database (CalendarFixture *self)
{
  return muster_store_get_database (self->store, NULL);
}

MusterChange *
calendar_fixture_begin (CalendarFixture *self)
{
  GError *error = NULL;
  MusterChange *change = muster_store_begin_change (self->store, "Test", &error);

  g_assert_no_error (error);
  return change;
}

void
calendar_fixture_commit (MusterChange *change)
{
  GError *error = NULL;

  muster_change_commit (change, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (change);
}

void
calendar_fixture_cancel (MusterChange *change)
{
  muster_change_cancel (change);
  g_assert_finalize_object (change);
}

MusterId
calendar_fixture_add_group (MusterChange *change, const char *name)
{
  MusterGroup *group = muster_group_new (NULL, name);
  GError *error = NULL;
  MusterId id = { { 0 } };

  muster_group_table_insert (change, group, &id, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (group);
  return id;
}

void
calendar_fixture_add_event (CalendarFixture *self, MusterChange *change, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text + (*text == '='), "|", -1);
  char **part = parts;
  g_autoptr (MusterEvent) event = muster_event_new ();
  GError *error = NULL;

  event->group = self->group;
  if (*text == '=')
    {
      event->series = self->event;
      event->original_at = calendar_fixture_parse_time (*part++);
    }
  event->title = g_strdup (*part++);
  event->all_day = g_str_equal (*part, "day");
  event->zone = event->all_day || g_str_equal (*part, "-") ? NULL : g_strdup (*part);
  part++;
  event->start_at = calendar_fixture_parse_time (*part++);
  event->end_at = calendar_fixture_parse_time (*part++);
  event->recurrence = *part != NULL && **part != '\0' ? g_strdup (*part) : NULL;
  muster_event_table_insert (change, event, &error);
  g_assert_no_error (error);
  if (*text != '=')
    self->event = event->id;
}

gint64
calendar_fixture_parse_time (const char *text)
{
  gboolean valid;
  gint64 seconds = muster_time_parse (text, &valid);

  if (g_str_has_prefix (text, "+10000"))
    return G_GINT64_CONSTANT (253402300800);
  g_assert_true (valid);
  return seconds;
}
