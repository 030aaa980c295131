/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-format-private.h"
#include "muster-table-reader.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_VCARD_READER (muster_vcard_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterVcardReader, muster_vcard_reader, MUSTER, VCARD_READER,
                      MusterTableReader)

int muster_vcard_reader_detect (const MusterProbe *probe);

G_END_DECLS
