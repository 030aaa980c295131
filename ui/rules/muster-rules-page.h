/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-group-page.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_RULES_PAGE (muster_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (MusterRulesPage, muster_rules_page, MUSTER, RULES_PAGE, MusterGroupPage)

GtkWidget *muster_rules_page_new (MusterContext *context);

G_END_DECLS
