/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-changeset.h"
#include "muster-query.h"

G_BEGIN_DECLS

/**
 * MusterRowSql:
 *
 * Statements on the rows of a changeset, whose columns it names.
 */
typedef struct _MusterRowSql MusterRowSql;

MusterRowSql *muster_row_sql_new (MusterDatabase *db) G_GNUC_WARN_UNUSED_RESULT;
void muster_row_sql_free (MusterRowSql *self);

const char *const *
muster_row_sql_get_columns (MusterRowSql *self, const char *table, GError **error);
GBytes *muster_row_sql_dup_row_key (MusterRowSql *self, const char *table, MusterQuery *query,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterQuery *muster_row_sql_select (MusterRowSql *self, MusterChangeset *row,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_row_sql_apply (MusterRowSql *self, MusterChangeset *row, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRowSql, muster_row_sql_free)

G_END_DECLS
