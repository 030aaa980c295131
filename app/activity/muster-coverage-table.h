/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterCoverageRange:
 *
 * Days for which chat records were imported; both ends belong to it.
 */
typedef struct
{
  MusterDay from;
  MusterDay to;
  char *source; /* the file */
} MusterCoverageRange;

void muster_coverage_range_free (MusterCoverageRange *self);
gboolean
muster_coverage_table_insert (MusterChange *change, const MusterId *group, const MusterId *import,
                              MusterDay from, MusterDay to, const char *source, GError **error);
GPtrArray *muster_coverage_table_list (MusterDatabase *db, const MusterId *group,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
