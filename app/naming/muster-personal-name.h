/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-naming-glyphs.h"
#include "muster-naming-result.h"

G_BEGIN_DECLS

gboolean
muster_personal_name_read (const MusterNamingGlyph *glyphs, guint n, gboolean keep_traditional,
                           GString *out, MusterNamingFlags *out_flags);
guint muster_personal_name_count_letters (const char *name);
guint muster_personal_name_get_weight (const char *name);

gboolean muster_personal_name_is_office (const char *name);

G_END_DECLS
