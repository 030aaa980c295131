/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-member.h"

G_BEGIN_DECLS

/**
 * MusterMemberQuery:
 * @group: the group; of none for everyone
 * @sort: the column to sort by
 * @descending: the other way round
 * @past: also those who left or were removed
 *
 * Which members a table shows, in which order.
 */
typedef struct
{
  MusterId group;
  MusterMemberColumn sort;
  gboolean descending;
  gboolean past;
} MusterMemberQuery;

GArray *muster_member_query_list_rows (MusterDatabase *db, const MusterMemberQuery *query,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_member_query_load (MusterDatabase *db, const guint32 *rows, guint n_rows,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterMember *muster_member_query_load_one (MusterDatabase *db, const MusterId *id,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
