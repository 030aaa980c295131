/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-text-source.h"

G_BEGIN_DECLS

void fuzz_read_chat (MusterTextSource *source, const char *format);
void fuzz_read_table (MusterTextSource *source, const char *format);
MusterTextSource *fuzz_new_source (const guint8 *data, gsize size);

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

G_END_DECLS
