/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterQuery:
 *
 * A prepared statement borrowed from a connection: bind, step, read; freeing
 * it gives the statement back.  Parameters count from 1, columns from 0.  The
 * texts and blobs that are bound must live until the query is freed or reset.
 * A query that could not be prepared is %NULL.
 */
typedef struct _MusterQuery MusterQuery;

/**
 * MusterQueryRead:
 * @data: of muster_query_list()
 *
 * Returns: (transfer full): what the row at which the query stands says
 */
typedef gpointer (*MusterQueryRead) (MusterQuery *query, gconstpointer data);

MusterQuery *
muster_query_new (MusterDatabase *db, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_query_free (MusterQuery *self);
void muster_query_reset (MusterQuery *self);

void muster_query_bind_int (MusterQuery *self, int parameter, gint64 value);
void muster_query_bind_text (MusterQuery *self, int parameter, const char *value);
void muster_query_bind_span (MusterQuery *self, int parameter, const char *value, gsize length);
void muster_query_bind_blob (MusterQuery *self, int parameter, gconstpointer value, gsize size);
void muster_query_bind_id (MusterQuery *self, int parameter, const MusterId *value);
void muster_query_bind_day (MusterQuery *self, int parameter, MusterDay value);

gboolean muster_query_next (MusterQuery *self, GError **error);
gboolean muster_query_need (MusterQuery *self, const char *missing, GError **error);
gboolean muster_query_run (MusterQuery *self, GError **error);
GPtrArray *muster_query_list (MusterQuery *self, MusterQueryRead read, gconstpointer data,
                              GDestroyNotify row_free, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gint64 muster_query_get_int (MusterQuery *self, int column);
const char *muster_query_get_text (MusterQuery *self, int column);
char *muster_query_dup_text (MusterQuery *self, int column);
gboolean muster_query_get_id (MusterQuery *self, int column, MusterId *out_id);
MusterDay muster_query_get_day (MusterQuery *self, int column);
gboolean muster_query_is_null (MusterQuery *self, int column);
sqlite3_stmt *muster_query_get_statement (MusterQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterQuery, muster_query_free)

G_END_DECLS
