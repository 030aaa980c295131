/* muster-skeleton.c - one key for names that look alike
 *
 * Part of base; anyone may call it, from any thread.  ICU's uspoof behind a
 * short cut for plain ASCII and Han text that gives the same keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-skeleton"

#include "config.h"

#include <unicode/uspoof.h>

#include "muster-character.h"
#include "muster-han.h"
#include "muster-normalise.h"
#include "muster-skeleton.h"

struct _MusterSkeleton
{
  GObject parent_instance;

  gsize checker; /* (owned) USpoofChecker, opened at the first need: 10 ms; 0 until then */
};

G_DEFINE_FINAL_TYPE (MusterSkeleton, muster_skeleton, G_TYPE_OBJECT)

static USpoofChecker *
get_checker (MusterSkeleton *self)
{
  if (g_once_init_enter (&self->checker))
    {
      UErrorCode code = U_ZERO_ERROR;
      USpoofChecker *checker = uspoof_open (&code);

      g_assert (U_SUCCESS (code)); /* its data is part of ICU's library */
      g_once_init_leave (&self->checker, (gsize) checker);
    }

  return (USpoofChecker *) self->checker;
}

/* What uspoof makes of the ASCII characters that it changes. */
static const char *
get_ascii_skeleton (char c)
{
  switch (c)
    {
    case '"':
      return "''";
    case '%':
      return "\xC2\xBA/\xE2\x82\x80";
    case '0':
      return "O";
    case '1':
    case 'I':
    case '|':
      return "l";
    case '`':
      return "'";
    case 'm':
      return "rn";
    default:
      return NULL;
    }
}

/* Reads plain ASCII and common Han; %FALSE, with nothing appended, at the first other character. */
static gboolean
append_plain (GString *out, const char *text)
{
  gsize start = out->len;
  const guchar *p = (const guchar *) text;

  while (*p != '\0')
    {
      if (*p == ' ')
        {
          if (out->len > start && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
          p++;
          continue;
        }
      if (*p > ' ' && *p < 0x7F)
        {
          const char *skeleton = get_ascii_skeleton ((char) *p);

          if (skeleton != NULL)
            g_string_append (out, skeleton);
          else
            g_string_append_c (out, (char) *p);
          p++;
          continue;
        }
      if (*p >= 0xE4 && *p <= 0xE9 && p[1] != '\0' && p[2] != '\0')
        {
          gunichar c = g_utf8_get_char ((const char *) p);

          if (muster_han_is_common (c))
            {
              g_string_append_unichar (out, muster_han_get_look_alike (c));
              p += 3;
              continue;
            }
        }
      g_string_truncate (out, start);
      return FALSE;
    }

  if (out->len > start && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return TRUE;
}

/* Longer text than any nickname grows past the stack's room. */
static void
append_by_icu (USpoofChecker *checker, GString *out, const char *text)
{
  char room[512];
  UErrorCode code = U_ZERO_ERROR;
  int32_t n = uspoof_getSkeletonUTF8 (checker, 0, text, -1, room, sizeof room, &code);

  if (code == U_BUFFER_OVERFLOW_ERROR)
    {
      g_autofree char *longer = g_malloc ((gsize) n + 1);

      code = U_ZERO_ERROR;
      n = uspoof_getSkeletonUTF8 (checker, 0, text, -1, longer, n + 1, &code);
      g_assert (U_SUCCESS (code));
      g_string_append_len (out, longer, n);
      return;
    }

  g_assert (U_SUCCESS (code));
  g_string_append_len (out, room, n);
}

static void
muster_skeleton_finalize (GObject *object)
{
  MusterSkeleton *self = MUSTER_SKELETON (object);

  if (self->checker != 0)
    uspoof_close ((USpoofChecker *) self->checker);

  G_OBJECT_CLASS (muster_skeleton_parent_class)->finalize (object);
}

static void
muster_skeleton_class_init (MusterSkeletonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = muster_skeleton_finalize;
}

static void
muster_skeleton_init (MusterSkeleton *self)
{
}

MusterSkeleton *
muster_skeleton_new (void)
{
  return g_object_new (MUSTER_TYPE_SKELETON, NULL);
}

/**
 * muster_skeleton_append:
 * @text: UTF-8; what is not valid counts as U+FFFD
 *
 * Appends the key of @text: two nicknames with the same key can't be told
 * apart by looking.  Invisible characters and decoration don't count; case
 * does, because it can be seen.  An empty key says that there is nothing to see.
 */
void
muster_skeleton_append (MusterSkeleton *self, GString *out, const char *text)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (MUSTER_IS_SKELETON (self));
  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  if (append_plain (out, text))
    return;

  stripped = muster_normalise_strip (text);
  append_by_icu (get_checker (self), out, stripped);
}

/**
 * muster_skeleton_dup:
 *
 * Returns: (transfer full): the key of @text, see muster_skeleton_append()
 */
char *
muster_skeleton_dup (MusterSkeleton *self, const char *text)
{
  GString *out;

  g_return_val_if_fail (MUSTER_IS_SKELETON (self), NULL);

  out = g_string_sized_new (32);
  muster_skeleton_append (self, out, text);
  return g_string_free (out, FALSE);
}
