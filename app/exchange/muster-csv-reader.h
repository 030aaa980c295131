/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-format-private.h"
#include "muster-table-reader.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CSV_READER (muster_csv_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterCsvReader, muster_csv_reader, MUSTER, CSV_READER, MusterTableReader)

int muster_csv_reader_detect (const MusterProbe *probe);

G_END_DECLS
