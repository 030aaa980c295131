/* muster-functions.c - the SQL functions that the schema uses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-functions"

#include "config.h"

#include "muster-functions.h"

static void
in_change_func (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const MusterFunctionState *state = sqlite3_user_data (context);

  sqlite3_result_int (context, state->in_change);
}

static void
stamp_func (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const MusterFunctionState *state = sqlite3_user_data (context);

  sqlite3_result_int64 (context, state->stamp);
}

/**
 * muster_functions_register:
 * @state: read by the functions at each call; must live as long as the connection
 *
 * muster_in_change(): whether a change is open; the guard triggers of shared
 * tables refuse a write without one.
 * muster_stamp(): the hybrid clock's stamp of the open change, the creation
 * stamp of each row it makes.
 */
gboolean
muster_functions_register (sqlite3 *handle, MusterFunctionState *state)
{
  return sqlite3_create_function (handle, "muster_in_change", 0, SQLITE_UTF8, state, in_change_func,
                                  NULL, NULL) == SQLITE_OK &&
         sqlite3_create_function (handle, "muster_stamp", 0, SQLITE_UTF8, state, stamp_func, NULL,
                                  NULL) == SQLITE_OK;
}
