/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-group.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_IMPORT_ASSISTANT (muster_import_assistant_get_type ())
G_DECLARE_FINAL_TYPE (MusterImportAssistant, muster_import_assistant, MUSTER, IMPORT_ASSISTANT,
                      AdwWindow)

MusterImportAssistant *muster_import_assistant_new (GtkWindow *parent, MusterContext *context,
                                                    GListModel *groups, MusterGroup *group);

void muster_import_assistant_open_file (MusterImportAssistant *self, GFile *file);
gboolean muster_import_assistant_open_list (MusterImportAssistant *self, GdkFileList *files);
void muster_import_assistant_paste (MusterImportAssistant *self);

G_END_DECLS
