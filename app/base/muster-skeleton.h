/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_SKELETON (muster_skeleton_get_type ())
G_DECLARE_FINAL_TYPE (MusterSkeleton, muster_skeleton, MUSTER, SKELETON, GObject)

MusterSkeleton *muster_skeleton_new (void) G_GNUC_WARN_UNUSED_RESULT;

char *muster_skeleton_dup (MusterSkeleton *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
void muster_skeleton_append (MusterSkeleton *self, GString *out, const char *text);

G_END_DECLS
