/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-group.h"
#include "muster-pages.h"
#include "muster-store.h"

G_BEGIN_DECLS

MusterPages *
muster_person_record_new_pages (MusterDatabase *db, MusterGroup *group, const MusterId *membership,
                                MusterDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_person_record_run (MusterStore *store, MusterGroup *group,
                                   const MusterId *membership, const char *path, GError **error);

G_END_DECLS
