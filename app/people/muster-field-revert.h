/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-day.h"
#include "muster-journal.h"

G_BEGIN_DECLS

gboolean muster_field_can_revert (const MusterJournalCell *cell);
gboolean muster_field_revert (MusterChange *change, const MusterJournalCell *cell, MusterDay today,
                              GError **error);
char *muster_field_dup_row_name (MusterDatabase *db, const char *table,
                                 const MusterId *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
