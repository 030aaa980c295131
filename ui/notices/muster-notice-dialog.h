/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-group.h"
#include "muster-notice.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_NOTICE_DIALOG (muster_notice_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MusterNoticeDialog, muster_notice_dialog, MUSTER, NOTICE_DIALOG, AdwWindow)

void muster_notice_dialog_present (GtkWidget *parent, MusterContext *context, MusterGroup *group,
                                   const MusterNotice *notice);

G_END_DECLS
