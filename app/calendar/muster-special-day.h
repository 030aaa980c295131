/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterSpecialDayKind:
 * @MUSTER_SPECIAL_DAY_BIRTHDAY: solar or lunar
 * @MUSTER_SPECIAL_DAY_ANNIVERSARY: of joining the group
 * @MUSTER_SPECIAL_DAY_RULE_QUESTIONS: the first Monday of a month
 */
typedef enum
{
  MUSTER_SPECIAL_DAY_BIRTHDAY,
  MUSTER_SPECIAL_DAY_ANNIVERSARY,
  MUSTER_SPECIAL_DAY_RULE_QUESTIONS,
} MusterSpecialDayKind;

/**
 * MusterSpecialDay:
 * @membership: none where it is about the whole group
 * @name: owned: the member's; %NULL where it is about the whole group
 * @years: how many are full on that day; 0 where it is not known
 * @lunar: of a birthday: by the Chinese calendar
 *
 * A day that the calendar knows of by itself.
 */
typedef struct
{
  MusterSpecialDayKind kind;
  MusterId group;
  MusterId membership;
  char *name;
  MusterDay day;
  int years;
  gboolean lunar;
} MusterSpecialDay;

void muster_special_day_free (MusterSpecialDay *self);
char *muster_special_day_dup_title (const MusterSpecialDay *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_special_day_list (MusterDatabase *db, const MusterId *group, MusterDay from,
                                    MusterDay to, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSpecialDay, muster_special_day_free)

G_END_DECLS
