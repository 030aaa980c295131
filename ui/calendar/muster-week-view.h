/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-calendar-view.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_WEEK_VIEW (muster_week_view_get_type ())
G_DECLARE_FINAL_TYPE (MusterWeekView, muster_week_view, MUSTER, WEEK_VIEW, MusterCalendarView)

G_END_DECLS
