/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-roster.h"

G_BEGIN_DECLS

/* An audience says for whom a notice is: "all", "role:admin,owner", "department:Sales", or
 * "filter:WORDS", whoever is found by the words as in the search of the member table. */

gboolean muster_audience_check (const char *audience, GError **error);
char *muster_audience_dup_title (const char *audience) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
muster_audience_list (const char *audience, MusterDatabase *db, const MusterId *group,
                      MusterRoster *roster, MusterDay on, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
