/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-edition.h"

G_BEGIN_DECLS

MusterId *muster_clause_match (GPtrArray *spans, GPtrArray *before) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
