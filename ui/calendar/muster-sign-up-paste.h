/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-event-detail.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_SIGN_UP_PASTE (muster_sign_up_paste_get_type ())
G_DECLARE_FINAL_TYPE (MusterSignUpPaste, muster_sign_up_paste, MUSTER, SIGN_UP_PASTE, AdwWindow)

void muster_sign_up_paste_present (GtkWidget *parent, MusterContext *context,
                                   const MusterEventDetail *detail);

G_END_DECLS
