/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_ATTACHMENT_ROWS (muster_attachment_rows_get_type ())
G_DECLARE_FINAL_TYPE (MusterAttachmentRows, muster_attachment_rows, MUSTER, ATTACHMENT_ROWS,
                      AdwPreferencesGroup)

void muster_attachment_rows_set_lines (MusterAttachmentRows *self, const char *lines);
char *muster_attachment_rows_dup_lines (MusterAttachmentRows *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
