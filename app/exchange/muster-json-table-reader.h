/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-format-private.h"
#include "muster-table-reader.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_JSON_TABLE_READER (muster_json_table_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterJsonTableReader, muster_json_table_reader, MUSTER, JSON_TABLE_READER,
                      MusterTableReader)

int muster_json_table_reader_detect (const MusterProbe *probe);

G_END_DECLS
