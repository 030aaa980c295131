/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-badges.h"
#include "muster-context.h"
#include "muster-group.h"
#include "muster-members-page.h"
#include "muster-publisher.h"
#include "muster-window.h"

G_BEGIN_DECLS

struct _MusterWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;    /* owned */
  MusterContext *context; /* owned, NULL when the database can't be opened */
  GListStore *groups;     /* owned, of MusterGroup; the first stands for everyone */
  MusterGroup *group;     /* owned: the one that is open; NULL while there is none */

  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwStatusPage *failed_page;
  AdwLeaflet *leaflet;
  GtkListBox *group_list;
  AdwViewStack *tabs;
  guint looking;              /* source id, 0 without a context */
  MusterBadges *badges;       /* owned, NULL without a context */
  MusterPublisher *publisher; /* owned, NULL without a context */
  gboolean counted;           /* the members of the groups, so that badges can be */
  gboolean on_screen;
  AdwToast *toast;                 /* owned: the one shown last; NULL before the first */
  AdwViewStackPage *rollcall_tab;  /* NULL without a context */
  AdwBin *members_bin;             /* NULL before there are pages */
  AdwBin *calendar_bin;            /* likewise; empty until it is looked at */
  AdwBin *rules_bin;               /* likewise */
  AdwBin *notices_bin;             /* likewise */
  MusterMembersPage *members_page; /* NULL until it is looked at */
};

MusterGroup *muster_window_find_group (MusterWindow *self, const MusterId *id);
void muster_window_reload_groups (MusterWindow *self);

void muster_window_install_actions (GtkWidgetClass *klass);
void muster_window_accept_drops (MusterWindow *self);
void muster_window_toast (MusterWindow *self, const char *text);

G_END_DECLS
