/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-span.h"

G_BEGIN_DECLS

/**
 * MusterVcardLine:
 *
 * One property of a card: unfolded, decoded, its escapes still in it.
 */
typedef struct
{
  char *name;      /* upper case, without group */
  GString *params; /* ";TYPE=CELL;PREF" in upper case, also of bare ones */
  GString *value;  /* UTF-8 */
  guint64 line;    /* where it begins */
} MusterVcardLine;

/**
 * MusterVcardLines:
 *
 * Mends what real files do to the line grammar: see the .c file.
 */
typedef struct
{
  const char *p;
  const char *end;
  guint64 line;
  const char *encoding; /* nullable: converter for bytes that are no UTF-8 and name no charset */
  MusterVcardLine current;
} MusterVcardLines;

void muster_vcard_lines_init (MusterVcardLines *self, MusterSpan text, const char *encoding);
void muster_vcard_lines_clear (MusterVcardLines *self);
gboolean muster_vcard_lines_next (MusterVcardLines *self);

gboolean muster_vcard_line_has_type (const MusterVcardLine *self, const char *type);
char **muster_vcard_line_split (const MusterVcardLine *self, char separator);

G_END_DECLS
