/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-document.h"

G_BEGIN_DECLS

gboolean
muster_document_table_insert (MusterChange *change, MusterDocument *document, GError **error);
gboolean
muster_document_table_update (MusterChange *change, const MusterDocument *document, GError **error);

MusterDocument *muster_document_table_load (MusterDatabase *db, const MusterId *id,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_document_table_list (MusterDatabase *db, const MusterId *group,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
