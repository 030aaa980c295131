/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-format-private.h"
#include "muster-table-reader.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_MEMBER_LIST_READER (muster_member_list_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterMemberListReader, muster_member_list_reader, MUSTER, MEMBER_LIST_READER,
                      MusterTableReader)

int muster_member_list_reader_detect (const MusterProbe *probe);
int muster_member_list_reader_detect_json (const MusterProbe *probe);

G_END_DECLS
