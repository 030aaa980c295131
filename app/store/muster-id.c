/* muster-id.c - 128-bit row ids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-id"

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "muster-id.h"

static int
hex_value (char c)
{
  return g_ascii_isxdigit (c) ? g_ascii_xdigit_value (c) : -1;
}

/**
 * muster_id_new:
 * @now_us: microseconds since 1970; only the order of ids depends on it
 *
 * 48 bits of milliseconds and 80 random bits (the layout of UUID version 7
 * without its fixed bits).
 */
MusterId
muster_id_new (gint64 now_us)
{
  MusterId id;
  guint64 ms = (guint64) now_us / 1000;

  for (int i = 0; i < 6; i++)
    id.bytes[i] = (guint8) (ms >> (40 - 8 * i));
  sqlite3_randomness (10, id.bytes + 6);
  return id;
}

/**
 * muster_id_new_numbered:
 * @number: counts the ids of one change up
 *
 * As muster_id_new(), but ids of one change come in order, so that many rows
 * at once go to the end of an index instead of all over it: 48 bits of
 * milliseconds, 32 of the number, 48 random ones.
 */
MusterId
muster_id_new_numbered (gint64 now_us, guint32 number)
{
  MusterId id = muster_id_new (now_us);
  guint32 ordered = GUINT32_TO_BE (number);

  memcpy (id.bytes + 6, &ordered, sizeof ordered);
  return id;
}

gboolean
muster_id_is_none (const MusterId *self)
{
  static const MusterId none = { { 0 } };

  return self == NULL || muster_id_equal (self, &none);
}

gboolean
muster_id_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, MUSTER_ID_SIZE) == 0;
}

guint
muster_id_hash (gconstpointer self)
{
  guint hash;

  memcpy (&hash, ((const MusterId *) self)->bytes + MUSTER_ID_SIZE - sizeof hash, sizeof hash);
  return hash;
}

void
muster_id_format (const MusterId *self, char out[MUSTER_ID_TEXT_SIZE])
{
  static const char digits[] = "0123456789abcdef";

  for (int i = 0; i < MUSTER_ID_SIZE; i++)
    {
      out[2 * i] = digits[self->bytes[i] >> 4];
      out[2 * i + 1] = digits[self->bytes[i] & 15];
    }
  out[2 * MUSTER_ID_SIZE] = '\0';
}

char *
muster_id_dup_text (const MusterId *self)
{
  char text[MUSTER_ID_TEXT_SIZE];

  muster_id_format (self, text);
  return g_strdup (text);
}

/**
 * muster_id_parse:
 * @text: 32 hexadecimal digits
 * @out_id: set only on success
 */
gboolean
muster_id_parse (const char *text, MusterId *out_id)
{
  MusterId id;

  if (strlen (text) != 2 * MUSTER_ID_SIZE)
    return FALSE;

  for (int i = 0; i < MUSTER_ID_SIZE; i++)
    {
      int high = hex_value (text[2 * i]);
      int low = hex_value (text[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      id.bytes[i] = (guint8) (high << 4 | low);
    }

  *out_id = id;
  return TRUE;
}
