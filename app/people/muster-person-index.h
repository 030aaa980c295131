/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"

G_BEGIN_DECLS

/**
 * MusterPersonIndex:
 *
 * Finds persons by what a list says of them, without an index in the file: an
 * array of hashes, twelve bytes an entry.  A hit is a candidate, to be looked
 * at before it is believed.
 */
typedef struct _MusterPersonIndex MusterPersonIndex;

typedef enum
{
  MUSTER_PERSON_KEY_NAME,
  MUSTER_PERSON_KEY_PHONE,
  MUSTER_PERSON_KEY_EMAIL,
  MUSTER_PERSON_KEY_NUMBER,
} MusterPersonKey;

MusterPersonIndex *muster_person_index_new (MusterDatabase *db, const MusterId *group,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_person_index_free (MusterPersonIndex *self);

void muster_person_index_find (MusterPersonIndex *self, MusterPersonKey key, const char *value,
                               GArray *rows);
gboolean muster_person_index_is_member (MusterPersonIndex *self, guint32 row);
const guint32 *muster_person_index_get_members (MusterPersonIndex *self, guint *out_n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPersonIndex, muster_person_index_free)

G_END_DECLS
