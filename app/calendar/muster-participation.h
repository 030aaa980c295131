/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"

G_BEGIN_DECLS

GArray *muster_participation_list_times (MusterDatabase *db, const MusterId *event,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_participation_move (MusterChange *change, const MusterId *event, GArray *from,
                                    GArray *to, GError **error);
gboolean muster_participation_hand_over (MusterChange *change, const MusterId *event, gint64 from,
                                         const MusterId *to_event, GError **error);
gboolean muster_participation_delete (MusterChange *change, const MusterId *event, gint64 from,
                                      gint64 to, GError **error);

G_END_DECLS
