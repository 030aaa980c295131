/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MUSTER_WARNINGS_KEPT 100

/**
 * MusterWarning:
 * @line: from 1; 0 when no line is to blame
 * @text: a sentence for a person
 */
typedef struct
{
  guint64 line;
  char *text;
} MusterWarning;

#define MUSTER_TYPE_WARNINGS (muster_warnings_get_type ())
G_DECLARE_FINAL_TYPE (MusterWarnings, muster_warnings, MUSTER, WARNINGS, GObject)

MusterWarnings *muster_warnings_new (void) G_GNUC_WARN_UNUSED_RESULT;

void muster_warnings_add (MusterWarnings *self, guint64 line, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void muster_warnings_clear (MusterWarnings *self);
guint muster_warnings_get_n_kept (MusterWarnings *self);
guint64 muster_warnings_get_n_dropped (MusterWarnings *self);
const MusterWarning *muster_warnings_get (MusterWarnings *self, guint index);

G_END_DECLS
