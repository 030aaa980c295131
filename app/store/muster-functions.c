/* muster-functions.c - the SQL functions that the schema uses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-functions"

#include "config.h"

#include <string.h>

#include "muster-functions.h"
#include "muster-pinyin.h"

#define MAX_SORT_KEY 256

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

  if (state->in_change)
    sqlite3_result_int64 (context, state->stamp);
  else
    sqlite3_result_error (context, MUSTER_OUTSIDE_CHANGE, -1);
}

static void
sort_key_func (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  MusterFunctionState *state = sqlite3_user_data (context);
  const char *name = (const char *) sqlite3_value_text (values[0]);
  guint8 key[MAX_SORT_KEY];
  gsize length;

  if (name == NULL)
    return;
  if (state->collator == NULL)
    state->collator = muster_collator_new ();

  length = muster_sort_key_write (state->collator, name,
                                  (const char *) sqlite3_value_text (values[1]), key, sizeof key);
  sqlite3_result_blob (context, key, (int) length, SQLITE_TRANSIENT);
}

/**
 * muster_sort_key_write:
 * @reading: (nullable): what the keeper says the name sounds like
 * @out: the key; cut at @size
 *
 * The order of a telephone book: by the first syllable of the reading, which
 * knows surnames and obeys the keeper, then by ICU's Chinese order, which
 * keeps the same character together.
 *
 * Returns: the length of the key
 */
gsize
muster_sort_key_write (MusterCollator *collator, const char *name, const char *reading, guint8 *out,
                       gsize size)
{
  g_autofree char *own = reading == NULL || *reading == '\0' ? muster_pinyin_dup_reading (name)
                                                             : g_ascii_strdown (reading, -1);
  gsize length = strcspn (own, " ");
  gsize written;

  length = MIN (length, size / 2);
  memcpy (out, own, length);
  out[length++] = 0;
  written = muster_collator_write_key (collator, name, out + length, size - length);
  if (written > size - length)
    {
      g_autoptr (GBytes) whole = muster_collator_dup_key (collator, name);

      written = size - length;
      memcpy (out + length, g_bytes_get_data (whole, NULL), written);
    }
  return length + written;
}

/**
 * muster_functions_register:
 * @state: read by the functions at each call; must live as long as the connection
 *
 * muster_in_change(): whether a change is open; the guard triggers of shared
 * tables refuse to change or delete a row without one.
 * muster_stamp(): the hybrid clock's stamp of the open change, the creation
 * stamp of each row it makes; an error without one, so that no row is made.
 * muster_sort_key(name, reading): the place of a name in the order of members.
 */
gboolean
muster_functions_register (sqlite3 *handle, MusterFunctionState *state)
{
  return sqlite3_create_function (handle, "muster_in_change", 0, SQLITE_UTF8, state, in_change_func,
                                  NULL, NULL) == SQLITE_OK &&
         sqlite3_create_function (handle, "muster_stamp", 0, SQLITE_UTF8, state, stamp_func, NULL,
                                  NULL) == SQLITE_OK &&
         sqlite3_create_function (handle, "muster_sort_key", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                  state, sort_key_func, NULL, NULL) == SQLITE_OK;
}
