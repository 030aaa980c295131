/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-group-page.h"
#include "muster-member-list.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_MEMBERS_PAGE (muster_members_page_get_type ())
G_DECLARE_FINAL_TYPE (MusterMembersPage, muster_members_page, MUSTER, MEMBERS_PAGE, MusterGroupPage)

GtkWidget *muster_members_page_new (MusterContext *context);

void muster_members_page_focus_search (MusterMembersPage *self);
void muster_members_page_show_member (MusterMembersPage *self, const MusterId *membership);
MusterMemberList *muster_members_page_get_list (MusterMembersPage *self);
guint64 muster_members_page_get_n_cells (MusterMembersPage *self);

G_END_DECLS
