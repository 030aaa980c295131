/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterSender:
 * @sender: the key: "#" and the account, or the name
 * @verdict: (nullable): what the keeper settled: "member", "former" or "nobody"
 *
 * Somebody who wrote in a group's records; times are wall clock seconds.
 */
typedef struct
{
  char *sender;
  char *platform;   /* of the account; NULL: the group's */
  char *identifier; /* NULL if the records do not say */
  char *name;       /* the newest name shown; NULL if none */
  gint64 count;
  gint64 first_at;
  gint64 last_at;
  guint longest; /* letters of the longest message */
  char *verdict;
  MusterId membership; /* of verdict "member" */
} MusterSender;

void muster_sender_free (MusterSender *self);
GPtrArray *muster_sender_table_list (MusterDatabase *db, const MusterId *group, MusterDay until,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
muster_sender_table_settle (MusterChange *change, const MusterId *group, const char *sender,
                            const char *verdict, const MusterId *membership, GError **error);

G_END_DECLS
