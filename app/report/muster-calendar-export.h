/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-event.h"
#include "muster-group.h"
#include "muster-store.h"

G_BEGIN_DECLS

char *muster_calendar_export_dup_text (MusterDatabase *db, const MusterId *group, const char *name,
                                       gint64 now, gint64 *out_events,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *muster_calendar_export_dup_series (MusterDatabase *db, const MusterId *series, gint64 now,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *
muster_calendar_export_dup_one (const MusterEvent *event, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char *muster_calendar_export_dup_person (MusterDatabase *db, const char *person, const char *name,
                                         gint64 now, gint64 *out_events,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
