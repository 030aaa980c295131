/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"

G_BEGIN_DECLS

/**
 * MusterSearch:
 *
 * All that members can be found by, packed into one buffer that is scanned for
 * each key stroke.  Made on a worker, then read from any one thread.
 */
typedef struct _MusterSearch MusterSearch;

MusterSearch *muster_search_new (MusterDatabase *db, const MusterId *group,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_search_free (MusterSearch *self);

guint muster_search_get_n_members (MusterSearch *self);
gsize muster_search_get_size (MusterSearch *self);
GArray *muster_search_find (MusterSearch *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSearch, muster_search_free)

G_END_DECLS
