/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"
#include "muster-id.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_GROUP (muster_group_get_type ())
G_DECLARE_FINAL_TYPE (MusterGroup, muster_group, MUSTER, GROUP, GObject)

MusterGroup *muster_group_new (const MusterId *id, const char *name) G_GNUC_WARN_UNUSED_RESULT;
MusterGroup *muster_group_copy (MusterGroup *self) G_GNUC_WARN_UNUSED_RESULT;
void muster_group_assign (MusterGroup *self, MusterGroup *from);

const MusterId *muster_group_get_id (MusterGroup *self);
const char *muster_group_get_name (MusterGroup *self);
void muster_group_set_name (MusterGroup *self, const char *name);
const char *muster_group_get_platform (MusterGroup *self);
void muster_group_set_platform (MusterGroup *self, const char *platform);
const char *muster_group_get_number (MusterGroup *self);
void muster_group_set_number (MusterGroup *self, const char *number);
const char *muster_group_get_purpose (MusterGroup *self);
void muster_group_set_purpose (MusterGroup *self, const char *purpose);
const char *muster_group_get_owner (MusterGroup *self);
void muster_group_set_owner (MusterGroup *self, const char *owner);
const char *muster_group_get_language (MusterGroup *self);
void muster_group_set_language (MusterGroup *self, const char *language);
guint muster_group_get_capacity (MusterGroup *self);
void muster_group_set_capacity (MusterGroup *self, guint capacity);
gboolean muster_group_get_name_locked (MusterGroup *self);
void muster_group_set_name_locked (MusterGroup *self, gboolean name_locked);
gboolean muster_group_get_archive (MusterGroup *self);
void muster_group_set_archive (MusterGroup *self, gboolean archive);
guint muster_group_get_n_members (MusterGroup *self);
void muster_group_set_n_members (MusterGroup *self, guint n_members);
guint muster_group_get_n_findings (MusterGroup *self);
void muster_group_set_n_findings (MusterGroup *self, guint n_findings);

gboolean muster_group_is_platform (const char *platform);

G_END_DECLS
