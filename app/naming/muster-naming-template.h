/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterNamingTokenKind:
 * @MUSTER_NAMING_TOKEN_PART: a part in braces
 * @MUSTER_NAMING_TOKEN_SEPARATOR: literal text without letters or digits
 * @MUSTER_NAMING_TOKEN_WORD: literal text of letters or digits, which must be there
 */
typedef enum
{
  MUSTER_NAMING_TOKEN_PART,
  MUSTER_NAMING_TOKEN_SEPARATOR,
  MUSTER_NAMING_TOKEN_WORD,
} MusterNamingTokenKind;

/**
 * MusterNamingToken:
 * @text: what a literal says; %NULL for a part
 * @fields: the ids of a part's alternatives; %NULL for a literal
 * @min: the least number of letters, or digits, of a part; 0 if not limited
 * @max: the largest; 0 if not limited
 * @digits: whether the part must be exactly @min digits
 */
typedef struct
{
  MusterNamingTokenKind kind;
  char *text;
  char **fields;
  guint min;
  guint max;
  gboolean digits;
} MusterNamingToken;

typedef struct _MusterNamingTemplate MusterNamingTemplate;

MusterNamingTemplate *
muster_naming_template_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_naming_template_free (MusterNamingTemplate *self);

const char *muster_naming_template_get_text (const MusterNamingTemplate *self);
char **
muster_naming_template_dup_fields (const MusterNamingTemplate *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_naming_template_has_symbol (const MusterNamingTemplate *self, gunichar c);
GPtrArray *muster_naming_template_get_forms (const MusterNamingTemplate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterNamingTemplate, muster_naming_template_free)

G_END_DECLS
