/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-account-table.h"
#include "muster-edit.h"
#include "muster-membership-table.h"
#include "muster-person-table.h"

G_BEGIN_DECLS

void
muster_member_edit_field (GtkWidget *widget, MusterContext *context, const MusterPerson *person,
                          MusterPersonField field, const char *value);
void
muster_member_edit_nickname (GtkWidget *widget, MusterContext *context, const MusterId *membership,
                             const char *name, const char *nickname);
void muster_member_edit_role (GtkWidget *widget, MusterContext *context, const MusterId *membership,
                              const char *name, const char *role);
void muster_member_edit_standing (GtkWidget *widget, MusterContext *context,
                                  const MusterId *membership, const char *name,
                                  MusterStanding standing, MusterDay until, const char *reason);
void muster_member_edit_details (GtkWidget *widget, MusterContext *context, const char *name,
                                 MusterMembership *membership);
void muster_member_edit_seen (GtkWidget *widget, MusterContext *context, const MusterId *membership,
                              const char *name);
void muster_member_edit_add_account (GtkWidget *widget, MusterContext *context,
                                     const MusterPerson *person, const char *platform,
                                     const char *identifier);
void muster_member_edit_delete_account (GtkWidget *widget, MusterContext *context,
                                        const MusterPerson *person, const MusterAccount *account);
void muster_member_edit_add (GtkWidget *widget, MusterContext *context, const MusterId *group,
                             const char *name, const char *nickname, const char *phone);

G_END_DECLS
