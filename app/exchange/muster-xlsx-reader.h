/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-format-private.h"
#include "muster-table-reader.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_XLSX_READER (muster_xlsx_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterXlsxReader, muster_xlsx_reader, MUSTER, XLSX_READER, MusterTableReader)

int muster_xlsx_reader_detect (const MusterProbe *probe);

G_END_DECLS
