/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-table-reader.h"

G_BEGIN_DECLS

typedef struct _MusterTableGuess MusterTableGuess;

MusterTableGuess *muster_table_guess_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_table_guess_free (MusterTableGuess *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterTableGuess, muster_table_guess_free)

gboolean muster_table_guess_is_full (MusterTableGuess *self);
void muster_table_guess_add (MusterTableGuess *self, const MusterTableRow *row);
guint64 muster_table_guess_finish (MusterTableGuess *self, gint64 forced_line, GArray *columns);

G_END_DECLS
