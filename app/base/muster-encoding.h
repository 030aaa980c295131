/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterUtf8Scan:
 * @n_sequences: well-formed sequences of two or more bytes
 * @n_bad: bytes that belong to no well-formed sequence; a sequence cut off by the end is not
 * counted
 * @cut: bytes of a sequence that the end cuts off, 0 to 3
 */
typedef struct
{
  guint64 n_sequences;
  guint64 n_bad;
  gsize cut;
} MusterUtf8Scan;

void muster_utf8_scan (const char *data, gsize length, guint64 max_bad, MusterUtf8Scan *out_scan);

const char *muster_encoding_from_bom (const char *data, gsize length, gsize *out_skip);
const char *muster_encoding_guess_utf16 (const char *data, gsize length);
const char *muster_encoding_guess (const char *data, gsize length, gboolean *out_sure);
const char *muster_encoding_get_converter (const char *name);
const char *const *muster_encoding_list (void);

G_END_DECLS
