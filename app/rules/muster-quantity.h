/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_UNIT_MINUTE,
  MUSTER_UNIT_HOUR,
  MUSTER_UNIT_DAY,
  MUSTER_UNIT_WEEK,
  MUSTER_UNIT_MONTH,
  MUSTER_UNIT_YEAR,
  MUSTER_UNIT_TIMES,
  MUSTER_UNIT_CHARACTERS,
  MUSTER_UNIT_PERCENT,
  MUSTER_UNIT_MONEY,
} MusterUnit;

/**
 * MusterQuantity:
 * @start: where it stands in the text, in bytes
 * @hundredths: how many, times 100
 * @han: it is written in Chinese
 * @words: so is its number, or in English words: 三个月, three months
 * @spaced: a blank stands between number and unit
 * @bare: the unit stands before it and is not part of it: ¥50
 *
 * So many of something, as a text says it.
 */
typedef struct
{
  gsize start;
  gsize end;
  guint hundredths;
  MusterUnit unit;
  gboolean han;
  gboolean words;
  gboolean spaced;
  gboolean bare;
} MusterQuantity;

GArray *muster_quantity_find (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *muster_quantity_dup_text (guint hundredths, MusterUnit unit,
                                const MusterQuantity *like) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
