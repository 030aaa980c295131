/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-group.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_ACKNOWLEDGEMENT_PANE (muster_acknowledgement_pane_get_type ())
G_DECLARE_FINAL_TYPE (MusterAcknowledgementPane, muster_acknowledgement_pane, MUSTER,
                      ACKNOWLEDGEMENT_PANE, AdwBin)

GtkWidget *muster_acknowledgement_pane_new (void);
void muster_acknowledgement_pane_show (MusterAcknowledgementPane *self, MusterContext *context,
                                       MusterGroup *group, const MusterId *document);

G_END_DECLS
