/* muster-collator.c - the order of names: pinyin for Chinese
 *
 * Part of base; anyone may call it, from any thread.  Sort keys are blobs that
 * memcmp() puts in order, so that they can be stored and indexed; comparing
 * stored keys is four times as fast as asking ICU about each pair.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-collator"

#include "config.h"

#include <string.h>

#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include "muster-collator.h"

#define STACK_UNITS 256

struct _MusterCollator
{
  GObject parent_instance;

  UCollator *collator; /* (owned) never changed after opening, so that threads may share it */
};

G_DEFINE_FINAL_TYPE (MusterCollator, muster_collator, G_TYPE_OBJECT)

static void
muster_collator_finalize (GObject *object)
{
  MusterCollator *self = MUSTER_COLLATOR (object);

  ucol_close (self->collator);

  G_OBJECT_CLASS (muster_collator_parent_class)->finalize (object);
}

static void
muster_collator_class_init (MusterCollatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = muster_collator_finalize;
}

static void
muster_collator_init (MusterCollator *self)
{
  UErrorCode code = U_ZERO_ERROR;

  self->collator = ucol_open ("zh@collation=pinyin", &code);
  g_assert (U_SUCCESS (code)); /* its data is part of ICU's library */
  ucol_setAttribute (self->collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &code);
  g_assert (U_SUCCESS (code));
}

/**
 * muster_collator_new:
 *
 * Returns: (transfer full): the pinyin order of the Chinese locale, whatever the language of the
 *   window; numbers come before Han and Han before Latin, 2班 before 10班
 */
MusterCollator *
muster_collator_new (void)
{
  return g_object_new (MUSTER_TYPE_COLLATOR, NULL);
}

/**
 * muster_collator_write_key:
 * @text: UTF-8; what is not valid counts as U+FFFD
 * @out: (out caller-allocates): room for the key
 * @size: its size in bytes
 *
 * Returns: the length of the key, without a terminating zero.  If it is larger than @size,
 *   nothing useful was written.
 */
gsize
muster_collator_write_key (MusterCollator *self, const char *text, guint8 *out, gsize size)
{
  UChar room[STACK_UNITS];
  g_autofree UChar *owned = NULL;
  UChar *wide = room;
  UErrorCode code = U_ZERO_ERROR;
  gsize length;
  int32_t units = 0, n;

  g_return_val_if_fail (MUSTER_IS_COLLATOR (self), 0);
  g_return_val_if_fail (text != NULL, 0);

  length = strlen (text);
  g_return_val_if_fail (length < G_MAXINT32 / 2, 0);
  if (length > STACK_UNITS)
    wide = owned = g_new (UChar, length);
  u_strFromUTF8WithSub (wide, (int32_t) MAX (length, STACK_UNITS), &units, text, (int32_t) length,
                        0xFFFD, NULL, &code);
  g_assert (!U_FAILURE (code));
  n = ucol_getSortKey (self->collator, wide, units, out, (int32_t) MIN (size, G_MAXINT32));

  return n > 0 ? (gsize) n - 1 : 0; /* ICU ends the key with a zero */
}

/**
 * muster_collator_dup_key:
 *
 * Returns: (transfer full): a blob; memcmp() of two, the shorter first if equal, is their order
 */
GBytes *
muster_collator_dup_key (MusterCollator *self, const char *text)
{
  guint8 room[256];
  guint8 *longer;
  gsize length = muster_collator_write_key (self, text, room, sizeof room);

  if (length < sizeof room)
    return g_bytes_new (room, length);

  longer = g_malloc (length + 1);
  muster_collator_write_key (self, text, longer, length + 1);
  return g_bytes_new_take (longer, length);
}
