/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-span.h"

G_BEGIN_DECLS

#define MUSTER_JSON_MAX_DEPTH 256
#define MUSTER_JSON_MAX_VALUE (64 * 1024 * 1024) /* bytes of one message */

/**
 * MusterJsonIter:
 * @is_bad: set when iteration ended because the text is broken, cut off or too deep
 *
 * Steps through an object or array without building anything.
 */
typedef struct
{
  const char *p;
  const char *end;
  char close; /* } or ]; NUL for values one after the other */
  gboolean is_bad;
} MusterJsonIter;

gboolean muster_json_iter_init (MusterJsonIter *self, MusterSpan value);
void muster_json_iter_init_lines (MusterJsonIter *self, MusterSpan text);
gboolean muster_json_iter_next (MusterJsonIter *self, MusterSpan *out_key, MusterSpan *out_value);

MusterSpan muster_json_get (MusterSpan object, const char *path);
MusterSpan muster_json_get_first (MusterSpan object, const char *const *paths);
gboolean muster_json_has (MusterSpan object, const char *path);

gboolean muster_json_is_object (MusterSpan value);
gboolean muster_json_is_array (MusterSpan value);
gboolean muster_json_is_string (MusterSpan value);
gboolean muster_json_is_true (MusterSpan value);
gboolean muster_json_is_absent (MusterSpan value);

gboolean muster_json_get_int (MusterSpan value, gint64 *out_number);
MusterSpan muster_json_get_text (MusterSpan value, GStringChunk *room);
char *muster_json_dup_text (MusterSpan value);

G_END_DECLS
