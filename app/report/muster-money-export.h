/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-balance.h"
#include "muster-group.h"
#include "muster-store.h"

G_BEGIN_DECLS

gboolean muster_money_export_run (MusterStore *store, MusterGroup *group, const char *title,
                                  MusterBalances *balances, const char *path, GError **error);

G_END_DECLS
