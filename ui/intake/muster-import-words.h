/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-import-job.h"

G_BEGIN_DECLS

char *muster_import_words_for_summary (const MusterSummary *summary) G_GNUC_WARN_UNUSED_RESULT;
char *muster_import_words_for_result (MusterImportJob *job) G_GNUC_WARN_UNUSED_RESULT;
void muster_import_words_fill_warnings (MusterImportJob *job, GtkListBox *list);

G_END_DECLS
