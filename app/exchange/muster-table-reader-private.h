/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the readers of single table formats share; included by them and the abstract one only.
 */
#pragma once

#include "muster-table-reader.h"

G_BEGIN_DECLS

void muster_table_reader_set_columns (MusterTableReader *self, const MusterField *fields,
                                      guint n_fields);
void muster_table_reader_set_title (MusterTableReader *self, guint column, const char *title);
void muster_table_reader_add_sheet (MusterTableReader *self, const char *name);

G_END_DECLS
