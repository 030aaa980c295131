/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *muster_pinyin_dup_reading (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *muster_pinyin_dup_initials (const char *name, const char *reading) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
