/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-acknowledgement.h"
#include "muster-edition.h"
#include "muster-roster.h"

G_BEGIN_DECLS

/**
 * MusterAsked:
 * @member: of the roster
 * @acknowledgement: (nullable): of the caller's list: the one that counts; %NULL while outstanding
 * @edition: (nullable): of the caller's list: what @acknowledgement accepts
 * @since: from when the person has been asked: the publication, or joining
 *
 * Somebody who is to acknowledge an edition.
 */
typedef struct
{
  const MusterRosterMember *member;
  const MusterAcknowledgement *acknowledgement;
  const MusterEdition *edition;
  MusterDay since;
} MusterAsked;

gboolean muster_outstanding_is_asked (const MusterRosterMember *member, MusterDay on);
const MusterEdition *muster_outstanding_find_edition (GPtrArray *editions, MusterDay on);
GArray *
muster_outstanding_list_asked (MusterRoster *roster, GPtrArray *editions,
                               GPtrArray *acknowledgements, MusterDay on) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
