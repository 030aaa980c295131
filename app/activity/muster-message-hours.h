/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterMessageHours:
 * @sender: owned: the key of a sender
 * @last_at: wall clock of the last of the messages
 *
 * How much somebody wrote at certain hours.
 */
typedef struct
{
  char *sender;
  guint count;
  gint64 last_at;
} MusterMessageHours;

GPtrArray *muster_message_hours_list (MusterDatabase *db, const MusterId *group, MusterDay from,
                                      MusterDay to, int from_minute, int until_minute,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
