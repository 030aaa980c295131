/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-group-page.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_ROLLCALL_PAGE (muster_rollcall_page_get_type ())
G_DECLARE_FINAL_TYPE (MusterRollcallPage, muster_rollcall_page, MUSTER, ROLLCALL_PAGE,
                      MusterGroupPage)

GtkWidget *muster_rollcall_page_new (MusterContext *context);

void muster_rollcall_page_show_day (MusterRollcallPage *self, MusterDay day);

G_END_DECLS
