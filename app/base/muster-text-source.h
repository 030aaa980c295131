/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "muster-span.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_TEXT_SOURCE (muster_text_source_get_type ())
G_DECLARE_FINAL_TYPE (MusterTextSource, muster_text_source, MUSTER, TEXT_SOURCE, GObject)

MusterTextSource *muster_text_source_new_for_file (const char *path, const char *encoding,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterTextSource *
muster_text_source_new_for_bytes (GBytes *bytes, const char *name, const char *encoding,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

const char *muster_text_source_get_data (MusterTextSource *self, gsize *out_length);
MusterSpan muster_text_source_get_raw (MusterTextSource *self);
const char *muster_text_source_get_name (MusterTextSource *self);
void muster_text_source_set_name (MusterTextSource *self, const char *name);
const char *muster_text_source_get_encoding (MusterTextSource *self);
gboolean muster_text_source_is_archive (MusterTextSource *self);
gboolean muster_text_source_is_guessed (MusterTextSource *self);
guint64 muster_text_source_get_n_replaced (MusterTextSource *self);
gint64 muster_text_source_get_modified (MusterTextSource *self);

G_END_DECLS
