/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-edition.h"

G_BEGIN_DECLS

gboolean muster_edition_table_insert (MusterChange *change, MusterEdition *edition, GError **error);

MusterEdition *muster_edition_table_load (MusterDatabase *db, const MusterId *id,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_edition_table_list (MusterDatabase *db, const MusterId *document,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterEdition *muster_edition_table_find_in_force (MusterDatabase *db, const MusterId *document,
                                                   gint64 at, GError **error);

G_END_DECLS
