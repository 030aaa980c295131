/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-membership-table.h"

G_BEGIN_DECLS

void muster_member_timeline_fill (GtkListBox *list, const MusterMembership *membership,
                                  GPtrArray *past, GPtrArray *followups);

G_END_DECLS
