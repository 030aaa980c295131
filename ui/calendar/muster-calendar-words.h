/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-calendar-item.h"
#include "muster-lunar.h"
#include "muster-month-grid.h"

G_BEGIN_DECLS

char *muster_calendar_words_for_month (MusterDay day) G_GNUC_WARN_UNUSED_RESULT;
char *muster_calendar_words_for_short_month (MusterDay day) G_GNUC_WARN_UNUSED_RESULT;
char *muster_calendar_words_for_days (MusterDay from, MusterDay to) G_GNUC_WARN_UNUSED_RESULT;
char *muster_calendar_words_for_day (MusterDay day) G_GNUC_WARN_UNUSED_RESULT;
char *muster_calendar_words_for_weekday (MusterDay day) G_GNUC_WARN_UNUSED_RESULT;
char *muster_calendar_words_for_minute (int minute) G_GNUC_WARN_UNUSED_RESULT;
char *muster_calendar_words_for_time (const MusterCalendarItem *item) G_GNUC_WARN_UNUSED_RESULT;
char *muster_calendar_words_for_deadline (const MusterCalendarItem *item) G_GNUC_WARN_UNUSED_RESULT;
char *muster_calendar_words_for_chip (const MusterCalendarItem *item, gboolean groups,
                                      int lines) G_GNUC_WARN_UNUSED_RESULT;
char *muster_calendar_words_for_item (const MusterCalendarItem *item,
                                      gboolean groups) G_GNUC_WARN_UNUSED_RESULT;
char *muster_calendar_words_for_answers (const MusterCalendarItem *item) G_GNUC_WARN_UNUSED_RESULT;
char *
muster_calendar_words_for_chinese_day (MusterLunar *lunar, MusterDay day) G_GNUC_WARN_UNUSED_RESULT;
char *muster_calendar_words_for_chinese_date (MusterLunar *lunar,
                                              MusterDay day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
