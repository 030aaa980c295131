/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-group-page.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_VIOLATIONS_PAGE (muster_violations_page_get_type ())
G_DECLARE_FINAL_TYPE (MusterViolationsPage, muster_violations_page, MUSTER, VIOLATIONS_PAGE,
                      MusterGroupPage)

GtkWidget *muster_violations_page_new (MusterContext *context);
void muster_violations_page_open (MusterViolationsPage *self, const MusterId *violation);

G_END_DECLS
