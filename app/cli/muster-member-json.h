/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "muster-database.h"
#include "muster-member.h"

G_BEGIN_DECLS

gboolean muster_member_json_add (JsonBuilder *builder, MusterDatabase *db, MusterMember *member,
                                 GError **error);

G_END_DECLS
