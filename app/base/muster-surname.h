/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint muster_surname_get_length (const char *name);
gboolean muster_surname_is_common (gunichar c);
const char *muster_surname_get_compound_reading (const char *name);

G_END_DECLS
