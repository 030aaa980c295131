/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *muster_rule_file_read (const char *path, const char *encoding,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *muster_rule_file_dup_title (const char *path, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
