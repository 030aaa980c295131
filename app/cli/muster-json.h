/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "muster-day.h"
#include "muster-warnings.h"

G_BEGIN_DECLS

void muster_json_add_text (JsonBuilder *builder, const char *name, const char *value);
void muster_json_add_int (JsonBuilder *builder, const char *name, gint64 value);
void muster_json_add_flag (JsonBuilder *builder, const char *name, gboolean value);
void muster_json_add_day (JsonBuilder *builder, const char *name, MusterDay value);
void muster_json_add_time (JsonBuilder *builder, const char *name, gint64 seconds);
void muster_json_add_texts (JsonBuilder *builder, const char *name, const char *const *values);
void muster_json_add_warnings (JsonBuilder *builder, MusterWarnings *warnings);

G_END_DECLS
