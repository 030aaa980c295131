/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterMemberHeard:
 * @MUSTER_MEMBER_NO_RECORDS: the group has none
 * @MUSTER_MEMBER_NOT_COVERED: not in the records, but a sender whom nobody knows may be the member
 * @MUSTER_MEMBER_BEFORE: not in the records, which reach back to a day without a gap
 * @MUSTER_MEMBER_NEVER: not in the records, which cover the whole time in the group
 * @MUSTER_MEMBER_HEARD: in the records
 */
typedef enum
{
  MUSTER_MEMBER_NO_RECORDS,
  MUSTER_MEMBER_NOT_COVERED,
  MUSTER_MEMBER_BEFORE,
  MUSTER_MEMBER_NEVER,
  MUSTER_MEMBER_HEARD,
} MusterMemberHeard;

/**
 * MusterMemberMark:
 *
 * What the roll call says of a member.
 */
typedef enum
{
  MUSTER_MEMBER_MARK_SILENT = 1 << 0,
  MUSTER_MEMBER_MARK_NICKNAME = 1 << 1,
} MusterMemberMark;

/**
 * MusterMemberFact:
 * @last_message: wall clock seconds; 0 if there is none
 * @covered_from: of %MUSTER_MEMBER_BEFORE: since when there was none
 * @marks: bits of MusterMemberMark
 */
typedef struct
{
  MusterMemberHeard heard;
  guint marks;
  gint64 last_message;
  gint64 n_messages;
  MusterDay covered_from;
} MusterMemberFact;

/**
 * MusterMemberFacts:
 *
 * What the records say of each member of a group, by the row number of the
 * membership.  Made by a layer that reads the records; shown by a table.
 */
typedef struct _MusterMemberFacts MusterMemberFacts;

MusterMemberFacts *muster_member_facts_new (MusterDatabase *db, const MusterId *group,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_member_facts_free (MusterMemberFacts *self);

MusterMemberFact *muster_member_facts_find_id (MusterMemberFacts *self, const MusterId *id);
const MusterMemberFact *muster_member_facts_find (MusterMemberFacts *self, guint32 row);
GArray *muster_member_facts_filter (MusterMemberFacts *self, GArray *rows,
                                    MusterMemberMark mark) G_GNUC_WARN_UNUSED_RESULT;
GArray *muster_member_facts_sort (MusterMemberFacts *self, GArray *rows,
                                  gboolean descending) G_GNUC_WARN_UNUSED_RESULT;

char *muster_member_fact_dup_text (const MusterMemberFact *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterMemberFacts, muster_member_facts_free)

G_END_DECLS
