/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-store.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CONTEXT (muster_context_get_type ())
G_DECLARE_FINAL_TYPE (MusterContext, muster_context, MUSTER, CONTEXT, GObject)

MusterContext *
muster_context_new (MusterStore *store, GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

MusterStore *muster_context_get_store (MusterContext *self);
MusterClock *muster_context_get_clock (MusterContext *self);
GSettings *muster_context_get_settings (MusterContext *self);

G_END_DECLS
