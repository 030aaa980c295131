/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-member-facts.h"
#include "muster-member-query.h"
#include "muster-slot-list.h"
#include "muster-store.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_MEMBER_LIST (muster_member_list_get_type ())
G_DECLARE_FINAL_TYPE (MusterMemberList, muster_member_list, MUSTER, MEMBER_LIST, GObject)

MusterMemberList *muster_member_list_new (MusterStore *store) G_GNUC_WARN_UNUSED_RESULT;

MusterSlotList *muster_member_list_get_slots (MusterMemberList *self);

void muster_member_list_set_query (MusterMemberList *self, const MusterMemberQuery *query);
const MusterMemberQuery *muster_member_list_get_query (MusterMemberList *self);
void muster_member_list_set_search (MusterMemberList *self, const char *text);
gboolean muster_member_list_needs_facts (MusterMemberList *self);
void muster_member_list_take_facts (MusterMemberList *self, MusterMemberFacts *facts);
const MusterMemberFact *muster_member_list_find_fact (MusterMemberList *self, guint32 row);
void muster_member_list_reload (MusterMemberList *self);

gboolean muster_member_list_is_loaded (MusterMemberList *self);
guint muster_member_list_get_n_members (MusterMemberList *self);

G_END_DECLS
