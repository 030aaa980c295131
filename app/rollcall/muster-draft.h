/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-event.h"
#include "muster-finding.h"
#include "muster-group.h"
#include "muster-policy.h"

G_BEGIN_DECLS

/**
 * MusterDraft:
 *
 * Writes the messages that the keeper may send about findings, in the group's
 * language.  Nothing is sent.
 */
typedef struct _MusterDraft MusterDraft;

MusterDraft *muster_draft_new (MusterGroup *group, MusterPolicy *policy,
                               MusterDay deadline) G_GNUC_WARN_UNUSED_RESULT;
void muster_draft_free (MusterDraft *self);

char *muster_draft_for_person (MusterDraft *self, MusterFinding *finding) G_GNUC_WARN_UNUSED_RESULT;
char *muster_draft_for_group (MusterDraft *self, GPtrArray *findings) G_GNUC_WARN_UNUSED_RESULT;
char *muster_draft_for_event (MusterDraft *self, const char *kind, const MusterEvent *event,
                              const char *const *names, guint number) G_GNUC_WARN_UNUSED_RESULT;
char *muster_draft_fill (MusterDraft *self, const char *section, const char *key,
                         const char *const *variables) G_GNUC_WARN_UNUSED_RESULT;
char *muster_draft_dup_moment (MusterDraft *self, gint64 wall,
                               gboolean all_day) G_GNUC_WARN_UNUSED_RESULT;

char *muster_draft_for_reply (MusterDraft *self, const char *kind, const char *title,
                              const char *const *names) G_GNUC_WARN_UNUSED_RESULT;
char *muster_draft_dup_date (MusterDraft *self, MusterDay day) G_GNUC_WARN_UNUSED_RESULT;
char *muster_draft_dup_lines (const char *const *names) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDraft, muster_draft_free)

G_END_DECLS
