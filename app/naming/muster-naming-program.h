/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-naming-lists.h"
#include "muster-naming-template.h"

G_BEGIN_DECLS

#define MUSTER_NAMING_PROGRAM_PARTS 24

/**
 * MusterNamingSpan:
 * @field: (transfer none): which alternative of the part was taken
 *
 * Where a part of an exact nickname stands.
 */
typedef struct
{
  const char *field;
  const char *start;
  const char *end;
} MusterNamingSpan;

typedef struct _MusterNamingProgram MusterNamingProgram;

MusterNamingProgram *
muster_naming_program_new (const MusterNamingTemplate *template,
                           const MusterNamingLists *lists) G_GNUC_WARN_UNUSED_RESULT;
void muster_naming_program_free (MusterNamingProgram *self);

gboolean
muster_naming_program_match (const MusterNamingProgram *self, const char *nickname, gsize length,
                             MusterNamingSpan out_spans[MUSTER_NAMING_PROGRAM_PARTS], guint *out_n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterNamingProgram, muster_naming_program_free)

G_END_DECLS
