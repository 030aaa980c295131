/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * muster_han_is_common:
 *
 * Whether @c is in the first block of unified ideographs, as nearly all characters
 * of names are.  Others (Extension A and beyond, compatibility forms) are Han too.
 */
static inline gboolean
muster_han_is_common (gunichar c)
{
  return c >= 0x4E00 && c <= 0x9FFF;
}

gboolean muster_han_is_han (gunichar c) G_GNUC_CONST;
gunichar muster_han_simplify (gunichar c) G_GNUC_CONST;
gboolean muster_han_is_traditional (gunichar c) G_GNUC_CONST;
gunichar muster_han_get_look_alike (gunichar c) G_GNUC_CONST;
const char *muster_han_get_reading (gunichar c) G_GNUC_CONST;
const char *muster_han_get_surname_reading (gunichar c) G_GNUC_CONST;

G_END_DECLS
