/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-membership.h"

G_BEGIN_DECLS

/**
 * MusterPastValue:
 *
 * What a membership's nickname, role or standing was; until is the last day
 * or, for a standing with an end of its own, that end.
 */
typedef struct
{
  char *kind; /* "nickname", "role" or "standing" */
  char *value;
  MusterDay from;
  MusterDay until;
  char *reason; /* NULL if none */
} MusterPastValue;

void muster_past_value_free (MusterPastValue *self);

gboolean muster_membership_table_insert (MusterChange *change, const MusterMembership *membership,
                                         MusterId *out_id, GError **error);
MusterMembership *muster_membership_table_load (MusterDatabase *db, const MusterId *id,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
muster_membership_table_find (MusterDatabase *db, const MusterId *group, const MusterId *person,
                              MusterId *out_id, gboolean *out_found, GError **error);

gboolean muster_membership_table_set_nickname (MusterChange *change, const MusterId *id,
                                               const char *nickname, MusterDay day, GError **error);
gboolean muster_membership_table_set_role (MusterChange *change, const MusterId *id,
                                           const char *role, MusterDay day, GError **error);
gboolean muster_membership_table_set_standing (MusterChange *change, const MusterId *id,
                                               MusterStanding standing, MusterDay from,
                                               MusterDay until, const char *reason, GError **error);
gboolean muster_membership_table_set_details (MusterChange *change,
                                              const MusterMembership *membership, GError **error);

GPtrArray *muster_membership_table_list_past (MusterDatabase *db, const MusterId *id,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
