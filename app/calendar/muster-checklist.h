/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-task.h"

G_BEGIN_DECLS

gboolean
muster_checklist_parse_offset (const char *text, MusterTaskAnchor *out_anchor, gint64 *out_minutes);
char *
muster_checklist_dup_offset (MusterTaskAnchor anchor, gint64 minutes) G_GNUC_WARN_UNUSED_RESULT;
char *muster_checklist_dup_offset_words (MusterTaskAnchor anchor,
                                         gint64 minutes) G_GNUC_WARN_UNUSED_RESULT;

char *muster_checklist_dup_default (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_checklist_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_checklist_add_to_event (MusterChange *change, const MusterId *group,
                                        const MusterId *event, gint64 original_at, const char *text,
                                        guint *out_added, GError **error);

G_END_DECLS
