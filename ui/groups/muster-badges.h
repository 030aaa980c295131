/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "muster-context.h"

G_BEGIN_DECLS

#define MUSTER_BADGES_MAX_MEMBERS 50000 /* a larger group is counted when it is opened */

#define MUSTER_TYPE_BADGES (muster_badges_get_type ())
G_DECLARE_FINAL_TYPE (MusterBadges, muster_badges, MUSTER, BADGES, GObject)

MusterBadges *
muster_badges_new (MusterContext *context, GListModel *groups) G_GNUC_WARN_UNUSED_RESULT;

void muster_badges_count (MusterBadges *self);

G_END_DECLS
