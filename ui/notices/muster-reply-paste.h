/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-edition.h"
#include "muster-group.h"
#include "muster-notice.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_REPLY_PASTE (muster_reply_paste_get_type ())
G_DECLARE_FINAL_TYPE (MusterReplyPaste, muster_reply_paste, MUSTER, REPLY_PASTE, AdwWindow)

void muster_reply_paste_present_for_notice (GtkWidget *parent, MusterContext *context,
                                            MusterGroup *group, const MusterNotice *notice);
void muster_reply_paste_present_for_edition (GtkWidget *parent, MusterContext *context,
                                             MusterGroup *group, const MusterEdition *edition,
                                             const char *title);

G_END_DECLS
