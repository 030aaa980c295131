/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * MusterFunctionState:
 *
 * What the SQL functions of one connection answer.
 */
typedef struct
{
  gboolean in_change; /* muster_in_change () */
  gint64 stamp;       /* muster_stamp () */
} MusterFunctionState;

gboolean muster_functions_register (sqlite3 *handle, MusterFunctionState *state);

G_END_DECLS
