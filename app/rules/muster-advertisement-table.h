/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterAdvertisementStanding:
 *
 * Stored as "waiting", "approved" and "refused".
 */
typedef enum
{
  MUSTER_ADVERTISEMENT_WAITING,
  MUSTER_ADVERTISEMENT_APPROVED,
  MUSTER_ADVERTISEMENT_REFUSED,
} MusterAdvertisementStanding;

#define MUSTER_N_ADVERTISEMENT_STANDINGS (MUSTER_ADVERTISEMENT_REFUSED + 1)

/**
 * MusterAdvertisementProof:
 *
 * What somebody who wants to advertise has to show.
 */
typedef enum
{
  MUSTER_ADVERTISEMENT_LICENCE,
  MUSTER_ADVERTISEMENT_QUALIFICATION,
  MUSTER_ADVERTISEMENT_REVIEWS,
} MusterAdvertisementProof;

#define MUSTER_N_ADVERTISEMENT_PROOFS (MUSTER_ADVERTISEMENT_REVIEWS + 1)

/**
 * MusterAdvertisement:
 * @person: owned: the membership's id in hexadecimal digits, or the name of somebody else
 * @text: owned, never empty
 * @proofs: owned: where each is; %NULL where it was not shown
 * @decided_on: %MUSTER_DAY_NONE while it waits
 * @reason: owned, %NULL if none
 *
 * Somebody wants to advertise in the group.
 */
typedef struct
{
  MusterId id;
  MusterId group;
  char *person;
  char *text;
  char *proofs[MUSTER_N_ADVERTISEMENT_PROOFS];
  MusterDay asked_on;
  MusterAdvertisementStanding standing;
  MusterDay decided_on;
  char *reason;
  char *author;
} MusterAdvertisement;

MusterAdvertisement *muster_advertisement_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_advertisement_free (MusterAdvertisement *self);
const char *muster_advertisement_standing_get_key (MusterAdvertisementStanding standing);
const char *muster_advertisement_standing_get_title (MusterAdvertisementStanding standing);
const char *muster_advertisement_proof_get_key (MusterAdvertisementProof proof);
const char *muster_advertisement_proof_get_title (MusterAdvertisementProof proof);
char *muster_advertisement_dup_missing (const MusterAdvertisement *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean muster_advertisement_table_insert (MusterChange *change,
                                            MusterAdvertisement *advertisement, GError **error);
gboolean
muster_advertisement_table_update (MusterChange *change, const MusterAdvertisement *advertisement,
                                   GError **error);
MusterAdvertisement *muster_advertisement_table_load (MusterDatabase *db, const MusterId *id,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_advertisement_table_list (MusterDatabase *db, const MusterId *group,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterAdvertisement, muster_advertisement_free)

G_END_DECLS
