/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterMemberDates:
 * @birthday: owned, as it is stored; %NULL where it is not known
 * @joined_on: %MUSTER_DAY_NONE where it is not known
 *
 * The days in the life of one member that come round every year.
 */
typedef struct
{
  MusterId membership;
  MusterId person;
  char *name; /* owned */
  char *birthday;
  MusterDay joined_on;
} MusterMemberDates;

void muster_member_dates_free (MusterMemberDates *self);
GPtrArray *muster_member_dates_list (MusterDatabase *db, const MusterId *group,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
