/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-person.h"

G_BEGIN_DECLS

gboolean muster_person_table_insert (MusterChange *change, const MusterPerson *person,
                                     MusterId *out_id, GError **error);
gboolean muster_person_table_set (MusterChange *change, const MusterId *id, MusterPersonField field,
                                  const char *value, GError **error);
gboolean
muster_person_table_set_flags (MusterChange *change, const MusterPerson *person, GError **error);
MusterPerson *muster_person_table_load (MusterDatabase *db, const MusterId *id,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterPerson *muster_person_table_load_row (MusterDatabase *db, guint32 row,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_person_table_find_row (MusterDatabase *db, const MusterId *id, guint32 *out_row,
                                       GError **error);

G_END_DECLS
