/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-member-facts.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_MEMBER_DETAILS (muster_member_details_get_type ())
G_DECLARE_FINAL_TYPE (MusterMemberDetails, muster_member_details, MUSTER, MEMBER_DETAILS, AdwBin)

void muster_member_details_set_context (MusterMemberDetails *self, MusterContext *context);

void muster_member_details_show (MusterMemberDetails *self, const MusterId *membership);
void muster_member_details_set_fact (MusterMemberDetails *self, const MusterMemberFact *fact);
void muster_member_details_edit (MusterMemberDetails *self);
void muster_member_details_reload (MusterMemberDetails *self);
const MusterId *muster_member_details_get_membership (MusterMemberDetails *self);

G_END_DECLS
