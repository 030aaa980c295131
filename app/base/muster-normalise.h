/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *muster_normalise (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void muster_normalise_append (GString *out, const char *text, gssize length);

char *muster_normalise_strip (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *muster_normalise_without_marks (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
