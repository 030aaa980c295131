/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-field.h"
#include "muster-group.h"
#include "muster-member-cursor.h"

G_BEGIN_DECLS

/**
 * MusterExportProfile:
 * @MUSTER_EXPORT_FULL: all that is known, for the keeper
 * @MUSTER_EXPORT_MASKED: to be posted: surnames only, and nothing by which somebody can be reached
 */
typedef enum
{
  MUSTER_EXPORT_FULL,
  MUSTER_EXPORT_MASKED,
} MusterExportProfile;

/**
 * MusterExportWords:
 * @MUSTER_EXPORT_FOR_PEOPLE: roles and standings in the user's language
 * @MUSTER_EXPORT_FOR_PROGRAMS: the words that are stored, the same everywhere
 */
typedef enum
{
  MUSTER_EXPORT_FOR_PEOPLE,
  MUSTER_EXPORT_FOR_PROGRAMS,
} MusterExportWords;

/**
 * MusterExportColumns:
 *
 * Which columns an export of members has, and what stands in them.
 */
typedef struct _MusterExportColumns MusterExportColumns;

MusterExportColumns *muster_export_columns_new (MusterExportProfile profile, const char *ids,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_export_columns_free (MusterExportColumns *self);

guint muster_export_columns_get_n (const MusterExportColumns *self);
MusterField
muster_export_columns_get_field (const MusterExportColumns *self, guint i, MusterGroup *group);
char *muster_export_columns_dup_cell (const MusterExportColumns *self, guint i,
                                      MusterMemberCursor *cursor, MusterExportWords words);
char *muster_export_columns_dup_ids (const MusterExportColumns *self);
char *muster_export_dup_masked_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterExportColumns, muster_export_columns_free)

G_END_DECLS
