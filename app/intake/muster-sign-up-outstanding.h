/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-roster.h"
#include "muster-sign-up-table.h"

G_BEGIN_DECLS

GPtrArray *muster_sign_up_list_outstanding (MusterRoster *roster,
                                            GPtrArray *sign_ups) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
