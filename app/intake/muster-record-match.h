/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-person-index.h"
#include "muster-record.h"

G_BEGIN_DECLS

/**
 * MusterRecordMatch:
 *
 * Tells which person a row of a list is: by account, then by phone, e-mail or
 * number, then by name and a second field.  Persons of the same name are never
 * guessed apart.
 */
typedef struct _MusterRecordMatch MusterRecordMatch;

typedef enum
{
  MUSTER_MATCH_NONE,      /* nobody: a new person */
  MUSTER_MATCH_ONE,       /* surely the first candidate */
  MUSTER_MATCH_AMBIGUOUS, /* one of the candidates, or a new person: ask */
} MusterMatchVerdict;

MusterRecordMatch *
muster_record_match_new (MusterDatabase *db, const MusterId *group, const char *platform,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_record_match_free (MusterRecordMatch *self);

gboolean
muster_record_match_run (MusterRecordMatch *self, const MusterRecord *record,
                         MusterMatchVerdict *out_verdict, GArray *candidates, GError **error);
MusterPersonIndex *muster_record_match_get_index (MusterRecordMatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRecordMatch, muster_record_match_free)

G_END_DECLS
