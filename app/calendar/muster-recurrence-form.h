/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterRepeat:
 * @MUSTER_REPEAT_MONTHLY_WEEKDAY: on the second Monday, or the last
 * @MUSTER_REPEAT_OWN: by a rule that the form has no fields for
 */
typedef enum
{
  MUSTER_REPEAT_NEVER,
  MUSTER_REPEAT_DAILY,
  MUSTER_REPEAT_WEEKLY,
  MUSTER_REPEAT_MONTHLY,
  MUSTER_REPEAT_MONTHLY_WEEKDAY,
  MUSTER_REPEAT_YEARLY,
  MUSTER_REPEAT_OWN,
} MusterRepeat;

typedef enum
{
  MUSTER_REPEAT_ENDS_NEVER,
  MUSTER_REPEAT_ENDS_ON,
  MUSTER_REPEAT_ENDS_AFTER,
} MusterRepeatEnd;

/**
 * MusterRecurrenceForm:
 * @interval: every so many days, weeks, months or years; from 1
 * @weekdays: bit 0 is Monday; of %MUSTER_REPEAT_WEEKLY
 * @from_end: the last such weekday of the month
 * @until: the last day on which it may begin
 * @count: how often altogether
 * @own: (nullable): owned: RRULE lines of %MUSTER_REPEAT_OWN
 * @dates: (nullable): owned: RDATE and EXDATE lines, kept as they are
 *
 * A recurrence as somebody fills it in.
 */
typedef struct
{
  MusterRepeat repeat;
  int interval;
  guint weekdays;
  gboolean from_end;
  MusterRepeatEnd end;
  MusterDay until;
  int count;
  char *own;
  char *dates;
} MusterRecurrenceForm;

void muster_recurrence_form_init (MusterRecurrenceForm *self, const char *lines, gint64 start,
                                  gboolean all_day);
void muster_recurrence_form_clear (MusterRecurrenceForm *self);

char *muster_recurrence_form_dup_lines (const MusterRecurrenceForm *self, gint64 start,
                                        gboolean all_day) G_GNUC_WARN_UNUSED_RESULT;
char *muster_recurrence_form_dup_words (const MusterRecurrenceForm *self,
                                        gint64 start) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterRecurrenceForm, muster_recurrence_form_clear)

G_END_DECLS
