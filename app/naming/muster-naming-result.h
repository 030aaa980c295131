/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterNamingVerdict:
 * @MUSTER_NAMING_EXACT: as the template wants it, to the letter
 * @MUSTER_NAMING_NEAR: it can be read; there is a suggestion
 * @MUSTER_NAMING_WRONG: a part is missing, unknown or malformed
 * @MUSTER_NAMING_MISMATCH: well formed, with a name that is not this person's
 * @MUSTER_NAMING_UNKNOWN: there is nothing to judge
 */
typedef enum
{
  MUSTER_NAMING_EXACT,
  MUSTER_NAMING_NEAR,
  MUSTER_NAMING_WRONG,
  MUSTER_NAMING_MISMATCH,
  MUSTER_NAMING_UNKNOWN,
} MusterNamingVerdict;

/**
 * MusterNamingFlags:
 *
 * Reasons that belong to no field, in the order in which they are given.
 */
typedef enum
{
  MUSTER_NAMING_MISSING_LITERAL = 1 << 0,
  MUSTER_NAMING_SEPARATOR = 1 << 1,
  MUSTER_NAMING_SPACING = 1 << 2,
  MUSTER_NAMING_ORDER = 1 << 3,
  MUSTER_NAMING_DECORATION = 1 << 4,
  MUSTER_NAMING_VARIANT = 1 << 5,
  MUSTER_NAMING_NOT_A_NAME = 1 << 6,
  MUSTER_NAMING_EXTRA = 1 << 7,
  MUSTER_NAMING_NAME_MISMATCH = 1 << 8,
  MUSTER_NAMING_FUSED = 1 << 9, /* a separator so missing that two parts can't be told apart */
} MusterNamingFlags;

typedef struct
{
  char *field;
  char *value;
} MusterNamingValue;

/**
 * MusterNamingResult:
 * @reasons: (array zero-terminated): codes of DESIGN.md: missing:department, separator …
 * @text: what is wrong, in words for a person
 * @suggestion: (nullable): the spelling to use
 * @parts: (element-type MusterNamingValue): what was read, in the template's order
 */
typedef struct
{
  MusterNamingVerdict verdict;
  char **reasons;
  char *text;
  char *suggestion;
  GPtrArray *parts;
} MusterNamingResult;

MusterNamingResult *muster_naming_result_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_naming_result_free (MusterNamingResult *self);

const char *muster_naming_result_get_part (const MusterNamingResult *self, const char *field);
void muster_naming_result_add_part (MusterNamingResult *self, const char *field, char *value);

const char *muster_naming_verdict_get_id (MusterNamingVerdict verdict);
const char *muster_naming_verdict_get_title (MusterNamingVerdict verdict);
const char *muster_naming_field_get_title (const char *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterNamingResult, muster_naming_result_free)

G_END_DECLS
