/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the writers of single formats share; included by them and the abstract one only.
 */
#pragma once

#include "muster-table-writer.h"

G_BEGIN_DECLS

const MusterTableColumn *
muster_table_writer_get_columns (MusterTableWriter *self, guint *out_n_columns);
const char *muster_table_writer_get_temporary (MusterTableWriter *self);
GString *muster_table_writer_get_block (MusterTableWriter *self);
gboolean muster_table_writer_flush (MusterTableWriter *self, gboolean force, GError **error);

GType muster_csv_writer_get_type (void);
GType muster_json_writer_get_type (void);
GType muster_vcard_writer_get_type (void);
GType muster_xlsx_writer_get_type (void);

G_END_DECLS
