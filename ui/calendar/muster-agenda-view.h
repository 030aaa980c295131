/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-calendar-view.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_AGENDA_VIEW (muster_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (MusterAgendaView, muster_agenda_view, MUSTER, AGENDA_VIEW, MusterCalendarView)

G_END_DECLS
