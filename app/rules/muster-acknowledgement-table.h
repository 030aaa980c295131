/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-acknowledgement.h"
#include "muster-change.h"

G_BEGIN_DECLS

gboolean
muster_acknowledgement_table_set (MusterChange *change,
                                  const MusterAcknowledgement *acknowledgement, GError **error);
gboolean muster_acknowledgement_table_delete (MusterChange *change, const MusterId *edition,
                                              const MusterId *membership, GError **error);

MusterAcknowledgement *
muster_acknowledgement_table_find (MusterDatabase *db, const MusterId *edition,
                                   const MusterId *membership,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_acknowledgement_table_list (MusterDatabase *db, const MusterId *document,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
