/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-store.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_PUBLISHER (muster_publisher_get_type ())
G_DECLARE_FINAL_TYPE (MusterPublisher, muster_publisher, MUSTER, PUBLISHER, GObject)

MusterPublisher *muster_publisher_new (MusterStore *store) G_GNUC_WARN_UNUSED_RESULT;
void muster_publisher_stop (MusterPublisher *self);

G_END_DECLS
