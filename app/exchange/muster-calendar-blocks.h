/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-span.h"

G_BEGIN_DECLS

/**
 * MusterCalendarBlocks:
 *
 * Cuts iCalendar text into its components, whatever surrounds them: several
 * calendars in a file, events without one, empty lines in the middle, lone
 * carriage returns, a last component that was cut off.
 */
typedef struct
{
  const char *p;
  const char *end;
  guint64 line; /* of p, from 1 */
  GString *text;
  guint64 first_line;
  gboolean is_whole;
} MusterCalendarBlocks;

void muster_calendar_blocks_init (MusterCalendarBlocks *self, MusterSpan text);
void muster_calendar_blocks_clear (MusterCalendarBlocks *self);
gboolean muster_calendar_blocks_next (MusterCalendarBlocks *self, const char *component);

G_END_DECLS
