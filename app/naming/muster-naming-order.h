/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-naming-template.h"

G_BEGIN_DECLS

GPtrArray *muster_naming_order_list (GPtrArray *form) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
