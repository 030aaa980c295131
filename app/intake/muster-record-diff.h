/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-record.h"

G_BEGIN_DECLS

/**
 * MusterRecordDiff:
 *
 * Compares a row with the member that it is, and brings the member up to date.
 * An empty cell never erases; phones, e-mails, tags and former names are added
 * to those that are known.  @warnings may be %NULL.
 */
typedef struct
{
  MusterDatabase *db;
  const MusterId *group;
  const char *platform;
  MusterDay today;
  MusterWarnings *warnings;
} MusterRecordDiff;

/**
 * MusterRecordDiffFunc:
 * @title: the field for people
 * @old_value: (nullable): what is known
 */
typedef void (*MusterRecordDiffFunc) (const char *title, const char *old_value,
                                      const char *new_value, gpointer user_data);

gboolean muster_record_diff_list (const MusterRecordDiff *self, const MusterRecord *record,
                                  const MusterPerson *person, const MusterMembership *membership,
                                  MusterRecordDiffFunc func, gpointer user_data, GError **error);
gboolean muster_record_diff_apply (const MusterRecordDiff *self, MusterChange *change,
                                   const MusterRecord *record, const MusterPerson *person,
                                   const MusterMembership *membership, GError **error);
gboolean
muster_record_diff_insert (const MusterRecordDiff *self, MusterChange *change,
                           const MusterRecord *record, const MusterId *person, GError **error);

G_END_DECLS
