/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-group.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_GROUP_PAGE (muster_group_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MusterGroupPage, muster_group_page, MUSTER, GROUP_PAGE, AdwBin)

/**
 * MusterGroupPageClass:
 * @opened: another group is open, or none
 * @painted: (nullable): the first frame since the page came into view is on screen
 * @refresh: reads what is shown anew; only while the page is in view
 */
struct _MusterGroupPageClass
{
  AdwBinClass parent_class;

  void (*opened) (MusterGroupPage *self);
  void (*painted) (MusterGroupPage *self);
  void (*refresh) (MusterGroupPage *self);
};

MusterContext *muster_group_page_get_context (MusterGroupPage *self);
MusterGroup *muster_group_page_get_group (MusterGroupPage *self);
gboolean muster_group_page_shows_everyone (MusterGroupPage *self);
MusterDay muster_group_page_get_today (MusterGroupPage *self);
void muster_group_page_take_summary (MusterGroupPage *self, char *summary);
void muster_group_page_refresh (MusterGroupPage *self);

G_END_DECLS
