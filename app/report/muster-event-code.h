/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-event.h"

G_BEGIN_DECLS

#define MUSTER_EVENT_CODE_MARGIN 4 /* modules around it that must stay light */

/**
 * MusterEventCode:
 * @size: modules on each side, without the margin
 * @modules: (array): @size rows of @size; nonzero is dark; owned
 * @is_shortened: the description or attachments had to be left out
 *
 * A QR code that a phone takes into its calendar.
 */
typedef struct
{
  guint size;
  guint8 *modules;
  gboolean is_shortened;
} MusterEventCode;

MusterEventCode *muster_event_code_new (const MusterEvent *event, gint64 now,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_event_code_free (MusterEventCode *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterEventCode, muster_event_code_free)

G_END_DECLS
