/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-group.h"
#include "muster-store.h"

G_BEGIN_DECLS

char *muster_calendar_export_dup_text (MusterDatabase *db, const MusterId *group, const char *name,
                                       gint64 now, gint64 *out_events,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_calendar_export_run (MusterStore *store, MusterGroup *group, const char *path,
                                     gint64 *out_events, GError **error);

G_END_DECLS
