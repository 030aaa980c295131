/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_EVENT_PAGE (muster_event_page_get_type ())
G_DECLARE_FINAL_TYPE (MusterEventPage, muster_event_page, MUSTER, EVENT_PAGE, AdwBin)

GtkWidget *muster_event_page_new (MusterContext *context);
void
muster_event_page_show (MusterEventPage *self, const MusterId *series_or_event, gint64 original_at);

G_END_DECLS
