/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-policy.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_NOTICE_ROWS (muster_notice_rows_get_type ())
G_DECLARE_FINAL_TYPE (MusterNoticeRows, muster_notice_rows, MUSTER, NOTICE_ROWS,
                      AdwPreferencesGroup)

void muster_notice_rows_set_policy (MusterNoticeRows *self, MusterPolicy *policy);
void muster_notice_rows_collect (MusterNoticeRows *self, GHashTable *values);
gboolean muster_notice_rows_check (MusterNoticeRows *self, GError **error);

G_END_DECLS
