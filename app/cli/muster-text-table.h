/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterTextTable:
 *
 * Rows of cells under headings, in columns that line up on a terminal, where
 * Chinese characters and pictures are two columns wide.
 */
typedef struct _MusterTextTable MusterTextTable;

MusterTextTable *muster_text_table_new (guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
void muster_text_table_free (MusterTextTable *self);

void muster_text_table_add (MusterTextTable *self, const char *cell);
void muster_text_table_print (MusterTextTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterTextTable, muster_text_table_free)

G_END_DECLS
