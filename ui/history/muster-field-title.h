/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "muster-journal.h"

G_BEGIN_DECLS

const char *muster_field_title_get (const char *table, const char *column);
char *muster_field_title_dup_value (const char *table, const char *column,
                                    const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
