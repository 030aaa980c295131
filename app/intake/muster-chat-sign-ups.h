/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-event.h"
#include "muster-text-source.h"

G_BEGIN_DECLS

char *muster_chat_sign_ups_dup_list (MusterTextSource *source, const MusterEvent *event,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *muster_chat_sign_ups_dup_notices (MusterTextSource *source,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
