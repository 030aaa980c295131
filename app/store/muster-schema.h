/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"

G_BEGIN_DECLS

/**
 * MusterSharedTable:
 *
 * A table whose rows are journalled and shared.  The number is what goes over
 * the wire and into clocks: it never changes and is never used again.
 */
typedef struct
{
  int number;
  const char *name;
} MusterSharedTable;

/**
 * MusterReference:
 *
 * A column that holds the id of a row of another shared table.
 */
typedef struct
{
  const char *table;
  const char *column;
  const char *parent;
} MusterReference;

const MusterSharedTable *muster_schema_get_tables (guint *out_n);
const MusterReference *muster_schema_get_references (guint *out_n);
int muster_schema_get_table_number (const char *name);

guint muster_schema_get_version (void);
gboolean muster_schema_check (MusterDatabase *db, guint *out_version, GError **error);
gboolean muster_schema_index_members (MusterDatabase *db, GError **error);
gboolean muster_schema_settle (MusterDatabase *db, GError **error);
gboolean muster_schema_migrate (MusterDatabase *db, GError **error);

G_END_DECLS
