/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-store.h"

#define CALENDAR_FIXTURE_NOW (G_GINT64_CONSTANT (20778) * 86400 * G_USEC_PER_SEC) /* 2026-11-21 */

/* A store of its own in a temporary folder, at 2026-11-21. */
typedef struct
{
  char *folder, *path;
  MusterClock *clock;
  MusterStore *store;
  MusterId group; /* for the test */
  MusterId event; /* the last one added that is not a changed time of another */
} CalendarFixture;

CalendarFixture *calendar_fixture_new (void);
/* Fails if something is left: an object, a file, memory of SQLite. */
void calendar_fixture_free (CalendarFixture *self);

MusterDatabase *calendar_fixture_get_database (CalendarFixture *self);
MusterChange *calendar_fixture_begin (CalendarFixture *self);
/* Both let go of the change, the last that held it. */
void calendar_fixture_commit (MusterChange *change);
void calendar_fixture_cancel (MusterChange *change);

/* A group "a", "b" … */
MusterId calendar_fixture_add_group (MusterChange *change, const char *name);
/* TITLE|ZONE|START|END|RECURRENCE, or a changed time of the event before it as
 * =ORIGINAL|TITLE|ZONE|START|END; a zone of "-" is the viewer's, "day" is without times of day. */
void calendar_fixture_add_event (CalendarFixture *self, MusterChange *change, const char *text);

/* Seconds of a wall clock or of UTC; the year after 9999 as +10000… */
gint64 calendar_fixture_parse_time (const char *text);
