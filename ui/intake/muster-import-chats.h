/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-import-job.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_IMPORT_CHATS (muster_import_chats_get_type ())
G_DECLARE_FINAL_TYPE (MusterImportChats, muster_import_chats, MUSTER, IMPORT_CHATS, AdwBin)

void muster_import_chats_show (MusterImportChats *self, MusterImportJob *job);

G_END_DECLS
