/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"

G_BEGIN_DECLS

/**
 * MusterChangeset:
 *
 * Walks over the rows of a recorded changeset, each at most once.
 */
typedef struct _MusterChangeset MusterChangeset;

MusterChangeset *
muster_changeset_new (gpointer data, int size, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterChangeset *
muster_changeset_new_inverted (gpointer data, int size, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_changeset_free (MusterChangeset *self);

gboolean muster_changeset_next (MusterChangeset *self, GError **error);

const char *muster_changeset_get_table (MusterChangeset *self);
int muster_changeset_get_operation (MusterChangeset *self);
int muster_changeset_get_n_columns (MusterChangeset *self);
gboolean muster_changeset_is_key (MusterChangeset *self, int column);
sqlite3_value *muster_changeset_get_old (MusterChangeset *self, int column);
sqlite3_value *muster_changeset_get_new (MusterChangeset *self, int column);
sqlite3_value *muster_changeset_get_key (MusterChangeset *self, int column);
GBytes *muster_changeset_dup_row_key (MusterChangeset *self) G_GNUC_WARN_UNUSED_RESULT;

void muster_row_key_append (GByteArray *key, sqlite3_value *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterChangeset, muster_changeset_free)

G_END_DECLS
