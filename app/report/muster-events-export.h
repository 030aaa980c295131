/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"
#include "muster-export-columns.h"
#include "muster-store.h"

G_BEGIN_DECLS

/**
 * MusterEventsExportRequest:
 * @path: ends in .csv, .xlsx or .json
 * @profile: masked leaves out the place and the description
 * @from: first day; %MUSTER_DAY_NONE for each event once, a series as one row
 * @to: last day; used where @from is a day
 */
typedef struct
{
  const char *path;
  MusterExportProfile profile;
  MusterDay from;
  MusterDay to;
} MusterEventsExportRequest;

gboolean muster_events_export_run (MusterStore *store, MusterGroup *group,
                                   const MusterEventsExportRequest *request, gint64 *out_rows,
                                   GError **error);

G_END_DECLS
