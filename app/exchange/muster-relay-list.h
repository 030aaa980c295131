/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-span.h"
#include "muster-warnings.h"

G_BEGIN_DECLS

/**
 * MusterRelayList:
 *
 * A cursor over the entries of a 接龙, WeChat's list that goes from hand to hand.
 */
typedef struct
{
  const char *p;
  const char *end;
  guint64 line;   /* of @p, from 1 */
  guint previous; /* number of the last entry */
} MusterRelayList;

gboolean muster_relay_list_begins (MusterSpan text);
gboolean muster_relay_list_init (MusterRelayList *self, MusterSpan text);
gboolean muster_relay_list_next (MusterRelayList *self, MusterSpan *out_entry, guint64 *out_line,
                                 MusterWarnings *warnings);
MusterSpan muster_relay_list_get_name (MusterSpan entry);

G_END_DECLS
