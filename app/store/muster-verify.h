/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"

G_BEGIN_DECLS

gboolean muster_verify_run (MusterDatabase *db, GPtrArray *problems, GCancellable *cancellable,
                            GError **error);

G_END_DECLS
