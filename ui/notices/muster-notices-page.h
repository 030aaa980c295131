/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-group-page.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_NOTICES_PAGE (muster_notices_page_get_type ())
G_DECLARE_FINAL_TYPE (MusterNoticesPage, muster_notices_page, MUSTER, NOTICES_PAGE, MusterGroupPage)

GtkWidget *muster_notices_page_new (MusterContext *context);

G_END_DECLS
