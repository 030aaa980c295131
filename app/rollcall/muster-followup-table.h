/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterFollowup:
 * @subject: as muster_finding_dup_key() makes it
 * @action: "reminded", "exempt", "seen", "ignored" or "removed"
 * @until: the deadline of a reminder, the last day of an exemption or of
 *   ignoring; %MUSTER_DAY_NONE for no end
 *
 * What the keeper did about a finding.
 */
typedef struct
{
  MusterId id;
  MusterId group;
  char *check;
  char *subject;
  char *action;
  MusterDay on;
  MusterDay until;
  char *note;   /* NULL if none */
  char *author; /* NULL if not known */
} MusterFollowup;

void muster_followup_free (MusterFollowup *self);
gboolean
muster_followup_table_insert (MusterChange *change, const MusterFollowup *followup, GError **error);
GPtrArray *muster_followup_table_list (MusterDatabase *db, const MusterId *group, MusterDay on,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterFollowup, muster_followup_free)

G_END_DECLS
