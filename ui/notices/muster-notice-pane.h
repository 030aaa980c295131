/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-group.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_NOTICE_PANE (muster_notice_pane_get_type ())
G_DECLARE_FINAL_TYPE (MusterNoticePane, muster_notice_pane, MUSTER, NOTICE_PANE, AdwBin)

GtkWidget *muster_notice_pane_new (void);
void muster_notice_pane_show (MusterNoticePane *self, MusterContext *context, MusterGroup *group,
                              const MusterId *notice);

G_END_DECLS
