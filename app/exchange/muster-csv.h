/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-table-reader.h"

G_BEGIN_DECLS

/**
 * MusterCsv:
 *
 * A cursor over the rows of separated text.  Shared by the roster and the chat readers.
 */
typedef struct
{
  MusterSpan text;
  const char *p;
  guint64 line; /* of @p */
  char delimiter;
  char line_end;     /* LF, or CR in files that have no LF */
  GArray *cells;     /* owned, of MusterSpan */
  GString *scratch;  /* owned: cells with doubled quotes */
  GArray *unescaped; /* owned, of guint: which cells lie in @scratch, as offsets */
} MusterCsv;

char muster_csv_guess_delimiter (MusterSpan text, guint *out_n_columns);

void muster_csv_init (MusterCsv *self, MusterSpan text, char delimiter);
void muster_csv_clear (MusterCsv *self);
void muster_csv_rewind (MusterCsv *self);
gboolean
muster_csv_next (MusterCsv *self, MusterTableRow *row, MusterWarnings *warnings, GError **error);

G_END_DECLS
