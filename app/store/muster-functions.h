/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "muster-collator.h"

G_BEGIN_DECLS

#define MUSTER_OUTSIDE_CHANGE "a write outside a change"

/**
 * MusterFunctionState:
 *
 * What the SQL functions of one connection answer.
 */
typedef struct
{
  gboolean in_change;       /* muster_in_change () */
  gint64 stamp;             /* muster_stamp () */
  MusterCollator *collator; /* owned, NULL until muster_sort_key () needs it */
} MusterFunctionState;

gsize muster_sort_key_write (MusterCollator *collator, const char *name, const char *reading,
                             guint8 *out, gsize size);
gboolean muster_functions_register (sqlite3 *handle, MusterFunctionState *state);

G_END_DECLS
