/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-group.h"
#include "muster-violation-board.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_ADVERTISEMENTS_VIEW (muster_advertisements_view_get_type ())
G_DECLARE_FINAL_TYPE (MusterAdvertisementsView, muster_advertisements_view, MUSTER,
                      ADVERTISEMENTS_VIEW, AdwBin)

GtkWidget *muster_advertisements_view_new (MusterContext *context);
void muster_advertisements_view_show (MusterAdvertisementsView *self, MusterGroup *group,
                                      MusterViolationBoard *board);

G_END_DECLS
