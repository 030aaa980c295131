/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-calendar-view.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_DUE_VIEW (muster_due_view_get_type ())
G_DECLARE_FINAL_TYPE (MusterDueView, muster_due_view, MUSTER, DUE_VIEW, MusterCalendarView)

G_END_DECLS
