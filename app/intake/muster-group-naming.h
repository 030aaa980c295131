/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-naming-checker.h"
#include "muster-policy.h"
#include "muster-roster.h"

G_BEGIN_DECLS

/**
 * MusterGroupNaming:
 *
 * The naming rule of one group: its template and lists, ready to check the
 * group's members.
 */
typedef struct _MusterGroupNaming MusterGroupNaming;

MusterGroupNaming *
muster_group_naming_new (MusterPolicy *policy, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_group_naming_free (MusterGroupNaming *self);

MusterNamingResult *
muster_group_naming_check (MusterGroupNaming *self, const char *nickname,
                           const MusterRosterMember *member) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterGroupNaming, muster_group_naming_free)

G_END_DECLS
