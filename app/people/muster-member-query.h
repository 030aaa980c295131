/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-member.h"

G_BEGIN_DECLS

/* SQL: the row number of the membership that stands for a person where groups do not matter, a
 * current one if there is any. */
#define MUSTER_MEMBER_OF_PERSON(person)                                                            \
  "(SELECT o.rowid FROM memberships AS o WHERE o.person_id = " person                              \
  " ORDER BY o.standing IN ('applicant', 'left', 'removed'), o.rowid LIMIT 1)"

/**
 * MusterMemberFilter:
 * @MUSTER_MEMBER_FILTER_ALL: all current members
 * @MUSTER_MEMBER_FILTER_SILENT: those whom the roll call lists as silent; needs MusterMemberFacts
 * @MUSTER_MEMBER_FILTER_NICKNAME: those whose nickname the roll call finds fault with; likewise
 * @MUSTER_MEMBER_FILTER_REQUIRED: those who must be in the group
 * @MUSTER_MEMBER_FILTER_NO_ACCOUNT: those of whom no account is known
 * @MUSTER_MEMBER_FILTER_AWAY: on leave or exempt
 * @MUSTER_MEMBER_FILTER_APPLICANT: not let in yet
 * @MUSTER_MEMBER_FILTER_PAST: those who left or were removed
 * @MUSTER_MEMBER_FILTER_SEVERAL_GROUPS: current members of more than one group
 * @MUSTER_MEMBER_FILTER_ONE_GROUP: current members of one group only
 */
typedef enum
{
  MUSTER_MEMBER_FILTER_ALL,
  MUSTER_MEMBER_FILTER_SILENT,
  MUSTER_MEMBER_FILTER_NICKNAME,
  MUSTER_MEMBER_FILTER_REQUIRED,
  MUSTER_MEMBER_FILTER_NO_ACCOUNT,
  MUSTER_MEMBER_FILTER_AWAY,
  MUSTER_MEMBER_FILTER_APPLICANT,
  MUSTER_MEMBER_FILTER_PAST,
  MUSTER_MEMBER_FILTER_SEVERAL_GROUPS,
  MUSTER_MEMBER_FILTER_ONE_GROUP,
} MusterMemberFilter;

#define MUSTER_N_MEMBER_FILTERS (MUSTER_MEMBER_FILTER_ONE_GROUP + 1)

/**
 * MusterMemberQuery:
 * @group: the group; of none for everyone: each person once
 * @sort: the column to sort by; by name where only MusterMemberFacts know the order
 * @descending: the other way round
 * @past: with %MUSTER_MEMBER_FILTER_ALL also those who left or were removed
 *
 * Which members a table shows, in which order.
 */
typedef struct
{
  MusterId group;
  MusterMemberColumn sort;
  gboolean descending;
  gboolean past;
  MusterMemberFilter filter;
} MusterMemberQuery;

gboolean muster_member_filter_find (const char *key, MusterMemberFilter *out_filter);
const char *muster_member_filter_get_key (MusterMemberFilter filter);
const char *muster_member_filter_get_title (MusterMemberFilter filter);

GArray *muster_member_query_list_rows (MusterDatabase *db, const MusterMemberQuery *query,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_member_query_load (MusterDatabase *db, const guint32 *rows, guint n_rows,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterMember *muster_member_query_load_one (MusterDatabase *db, const MusterId *id,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean muster_member_query_name_groups (MusterDatabase *db, GPtrArray *members, GError **error);
GHashTable *muster_member_query_read_ids (MusterDatabase *db, const MusterId *group,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_member_query_count_persons (MusterDatabase *db, guint *out_n, GError **error);

G_END_DECLS
