/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-violation-board.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_VIOLATION_LIST (muster_violation_list_get_type ())
G_DECLARE_FINAL_TYPE (MusterViolationList, muster_violation_list, MUSTER, VIOLATION_LIST, AdwBin)

GtkWidget *muster_violation_list_new (void);
void muster_violation_list_show (MusterViolationList *self, MusterViolationBoard *board);

G_END_DECLS
