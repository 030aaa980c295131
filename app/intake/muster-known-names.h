/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-format.h"

G_BEGIN_DECLS

GStrv
muster_known_names_load (MusterDatabase *db, const MusterId *group, const MusterFormat *format,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
