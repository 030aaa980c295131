/* muster-naming-result.c - what the checker says about a nickname
 *
 * Part of naming; anyone above may read it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-naming-result"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-naming-result.h"

static void
value_free (gpointer data)
{
  MusterNamingValue *value = data;

  g_free (value->field);
  g_free (value->value);
  g_free (value);
}

MusterNamingResult *
muster_naming_result_new (void)
{
  MusterNamingResult *self = g_new0 (MusterNamingResult, 1);

  self->parts = g_ptr_array_new_with_free_func (value_free);
  return self;
}

void
muster_naming_result_free (MusterNamingResult *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->reasons);
  g_free (self->text);
  g_free (self->suggestion);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * muster_naming_result_add_part:
 * @value: (transfer full): what stands for the field
 */
void
muster_naming_result_add_part (MusterNamingResult *self, const char *field, char *value)
{
  MusterNamingValue *part;

  g_return_if_fail (self != NULL);

  part = g_new0 (MusterNamingValue, 1);
  part->field = g_strdup (field);
  part->value = value;
  g_ptr_array_add (self->parts, part);
}

/**
 * muster_naming_result_get_part:
 *
 * Returns: (nullable): what was read for @field
 */
const char *
muster_naming_result_get_part (const MusterNamingResult *self, const char *field)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const MusterNamingValue *part = g_ptr_array_index (self->parts, i);

      if (g_str_equal (part->field, field))
        return part->value;
    }

  return NULL;
}

/**
 * muster_naming_verdict_get_id:
 *
 * Returns: the word of `musterctl check-name --json`
 */
const char *
muster_naming_verdict_get_id (MusterNamingVerdict verdict)
{
  static const char *const ids[] = { "exact", "near", "wrong", "mismatch", "unknown" };

  g_return_val_if_fail (verdict < G_N_ELEMENTS (ids), NULL);

  return ids[verdict];
}

/**
 * muster_naming_verdict_get_title:
 *
 * Returns: the verdict for a person, translated
 */
const char *
muster_naming_verdict_get_title (MusterNamingVerdict verdict)
{
  switch (verdict)
    {
    case MUSTER_NAMING_EXACT:
      return _ ("Right");
    case MUSTER_NAMING_NEAR:
      return _ ("Nearly right");
    case MUSTER_NAMING_WRONG:
      return _ ("Wrong");
    case MUSTER_NAMING_MISMATCH:
      return _ ("Another name");
    case MUSTER_NAMING_UNKNOWN:
      return _ ("Unknown");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * muster_naming_field_get_title:
 * @field: the id of a field, known or custom
 *
 * Returns: its name for a person, translated; @field itself for a custom one
 */
const char *
muster_naming_field_get_title (const char *field)
{
  static const struct
  {
    const char *id, *title;
  } titles[] = {
    { "name", N_ ("name") },     { "department", N_ ("department") }, { "company", N_ ("company") },
    { "school", N_ ("school") }, { "class", N_ ("class") },           { "year", N_ ("year") },
    { "seat", N_ ("seat") },     { "title", N_ ("title") },           { "city", N_ ("city") },
    { "number", N_ ("number") },
  };

  g_return_val_if_fail (field != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].id, field))
      return _ (titles[i].title);

  return field;
}
