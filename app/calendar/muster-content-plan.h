/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"

G_BEGIN_DECLS

#define MUSTER_CONTENT_DAILY -1

/**
 * MusterContentColumn:
 * @weekday: 0 for Monday to 6 for Sunday, %MUSTER_CONTENT_DAILY for every day
 * @title: owned
 *
 * What a group offers its members every day, or on one day of the week.
 */
typedef struct
{
  int weekday;
  char *title;
} MusterContentColumn;

char *muster_content_plan_dup_default (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_content_plan_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_content_column_is_due (const MusterContentColumn *self, MusterDay day);

G_END_DECLS
