/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-notice.h"

G_BEGIN_DECLS

gboolean muster_notice_table_insert (MusterChange *change, MusterNotice *notice, GError **error);
gboolean
muster_notice_table_update (MusterChange *change, const MusterNotice *notice, GError **error);
gboolean
muster_notice_table_set_standing (MusterChange *change, const MusterId *id,
                                  MusterNoticeStanding standing, gint64 sent_at, GError **error);

MusterNotice *muster_notice_table_load (MusterDatabase *db, const MusterId *id,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_notice_table_list (MusterDatabase *db, const MusterId *group,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_notice_table_list_standing (MusterDatabase *db, const MusterId *group,
                                              MusterNoticeStanding standing,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
