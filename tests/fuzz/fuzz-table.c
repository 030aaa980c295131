/* fuzz-table.c - hostile bytes for the readers of tables, workbooks, cards and lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz-reading.h"
#include "muster-format.h"

static const char *const formats[] = {
  "csv", "xlsx", "vcard", "json", "member-list", "member-json"
};

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (MusterTextSource) source = fuzz_new_source (data, size);
  g_autoptr (GArray) matches = NULL;

  if (source == NULL)
    return 0;
  matches = muster_format_detect (source, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    fuzz_read_table (source, formats[i]);
  return 0;
}
