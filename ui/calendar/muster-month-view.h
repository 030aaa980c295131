/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-calendar-view.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_MONTH_VIEW (muster_month_view_get_type ())
G_DECLARE_FINAL_TYPE (MusterMonthView, muster_month_view, MUSTER, MONTH_VIEW, MusterCalendarView)

G_END_DECLS
