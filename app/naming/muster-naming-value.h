/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-naming-align.h"

G_BEGIN_DECLS

/**
 * MusterNamingFit:
 * @field: the alternative that was taken
 * @anchored: whether the value is known by itself, so that no separator need show its end
 * @bonus: what tells better readings from worse ones that fit as well
 */
typedef struct
{
  const char *field;
  MusterNamingFlags flags;
  gboolean anchored;
  int bonus;
} MusterNamingFit;

/* A name that stands for another part: more than a part that is missing and one too many. */
#define MUSTER_NAMING_NAME_AS_TEXT_COST 2000

gboolean muster_naming_value_is_known_name (const MusterNamingSense *sense, const char *text);
gboolean
muster_naming_value_read (const MusterNamingToken *token, const MusterNamingGlyph *glyphs, guint n,
                          const MusterNamingSense *sense, GString *out, MusterNamingFit *out_fit);

G_END_DECLS
