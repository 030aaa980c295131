/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-naming-roster.h"

G_BEGIN_DECLS

gboolean muster_name_file_read (const char *path, MusterNamingRoster *roster, GError **error);

G_END_DECLS
