/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-membership.h"
#include "muster-person.h"

G_BEGIN_DECLS

/**
 * MusterMemberCursor:
 *
 * Walks over the members of a group in the order of their names, one at a
 * time, whatever their number.  Texts are valid until the next step.
 */
typedef struct _MusterMemberCursor MusterMemberCursor;

MusterMemberCursor *
muster_member_cursor_new (MusterDatabase *db, const MusterId *group, gboolean past,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_member_cursor_free (MusterMemberCursor *self);
gboolean muster_member_cursor_next (MusterMemberCursor *self, GError **error);

const char *muster_member_cursor_get_field (MusterMemberCursor *self, MusterPersonField field);
const char *muster_member_cursor_get_nickname (MusterMemberCursor *self);
const char *muster_member_cursor_get_accounts (MusterMemberCursor *self);
const char *muster_member_cursor_get_role (MusterMemberCursor *self);
const char *muster_member_cursor_get_inviter (MusterMemberCursor *self);
gboolean muster_member_cursor_is_required (MusterMemberCursor *self);
MusterStanding muster_member_cursor_get_standing (MusterMemberCursor *self);
MusterDay muster_member_cursor_get_joined (MusterMemberCursor *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterMemberCursor, muster_member_cursor_free)

G_END_DECLS
