/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-group-page.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CALENDAR_PAGE (muster_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (MusterCalendarPage, muster_calendar_page, MUSTER, CALENDAR_PAGE,
                      MusterGroupPage)

GtkWidget *muster_calendar_page_new (MusterContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
