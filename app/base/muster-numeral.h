/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MUSTER_NUMERAL_MAX 9999 /* that is read and written in Chinese characters */

guint muster_numeral_skip_han (const char **text);
guint muster_numeral_skip_digits (const char **text, guint max_digits, gboolean *out_found);
char *muster_numeral_dup_han (guint number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
