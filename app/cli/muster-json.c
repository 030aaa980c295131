/* muster-json.c - members of the documents that --json prints
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-json"

#include "config.h"

#include "muster-json.h"

/**
 * muster_json_add_text:
 * @value: (nullable): null for %NULL
 */
void
muster_json_add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
muster_json_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
muster_json_add_flag (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/**
 * muster_json_add_day:
 * @value: null for %MUSTER_DAY_NONE
 */
void
muster_json_add_day (JsonBuilder *builder, const char *name, MusterDay value)
{
  g_autofree char *text = muster_day_dup_text (value);

  muster_json_add_text (builder, name, text);
}

/**
 * muster_json_add_time:
 * @seconds: on any clock; null for 0
 */
void
muster_json_add_time (JsonBuilder *builder, const char *name, gint64 seconds)
{
  g_autofree char *text = seconds != 0 ? muster_time_dup_text (seconds) : NULL;

  muster_json_add_text (builder, name, text);
}

/**
 * muster_json_add_texts:
 * @values: (nullable) (array zero-terminated): an empty array for %NULL
 */
void
muster_json_add_texts (JsonBuilder *builder, const char *name, const char *const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (; values != NULL && *values != NULL; values++)
    json_builder_add_string_value (builder, *values);
  json_builder_end_array (builder);
}

/**
 * muster_json_add_warnings:
 *
 * Adds the array "warnings", and "more_warnings" where some were not kept.
 */
void
muster_json_add_warnings (JsonBuilder *builder, MusterWarnings *warnings)
{
  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < muster_warnings_get_n_kept (warnings); i++)
    {
      const MusterWarning *warning = muster_warnings_get (warnings, i);

      json_builder_begin_object (builder);
      if (warning->line > 0)
        muster_json_add_int (builder, "line", (gint64) warning->line);
      else
        muster_json_add_text (builder, "line", NULL);
      muster_json_add_text (builder, "text", warning->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (muster_warnings_get_n_dropped (warnings) > 0)
    muster_json_add_int (builder, "more_warnings",
                         (gint64) muster_warnings_get_n_dropped (warnings));
}
