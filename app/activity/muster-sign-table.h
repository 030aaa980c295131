/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterSign:
 * @kind: who wrote it: "seen" (by hand), "snapshot", later "attendance", "acknowledged" …
 *
 * A sign of life other than a message.
 */
typedef struct
{
  MusterId membership;
  char *kind;
  MusterDay day;
  char *source; /* NULL if none */
} MusterSign;

void muster_sign_free (MusterSign *self);
gboolean
muster_sign_table_set (MusterChange *change, const MusterId *membership, const char *kind,
                       MusterDay day, const char *source, const char *note, GError **error);
gboolean
muster_sign_table_delete (MusterChange *change, const MusterId *membership, const char *kind,
                          MusterDay day, const char *source, GError **error);
GPtrArray *muster_sign_table_list (MusterDatabase *db, const MusterId *group, MusterDay until,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
