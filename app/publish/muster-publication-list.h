/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-publication.h"

G_BEGIN_DECLS

gboolean muster_publication_list_exists (const char *database);
GPtrArray *
muster_publication_list_load (const char *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;

MusterPublication *muster_publication_list_find (GPtrArray *publications, const MusterId *group);
gboolean
muster_publication_list_put (const char *database, const MusterPublication *one, GError **error);
gboolean
muster_publication_list_remove (const char *database, const MusterId *group, GError **error);

G_END_DECLS
