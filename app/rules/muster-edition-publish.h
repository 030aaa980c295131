/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-rule-draft.h"

G_BEGIN_DECLS

/**
 * MusterEditionRequest:
 * @expected: the edition that the keeper saw as the newest; none before the first
 * @material: whether everybody is asked to acknowledge it; the first always asks
 * @note: (nullable): what is new
 * @author: (nullable):
 * @today: where it is published; also the day whose policy counts
 * @drop: publish even if clauses are gone that violations name
 */
typedef struct
{
  MusterId expected;
  gboolean material;
  const char *note;
  const char *author;
  MusterDay today;
  gboolean drop;
} MusterEditionRequest;

gboolean muster_edition_check_publish (const MusterRuleDraft *draft,
                                       const MusterEditionRequest *request, GError **error);
gboolean muster_edition_publish (MusterChange *change, const MusterId *document,
                                 const MusterEditionRequest *request, MusterEdition **out_edition,
                                 GError **error);

G_END_DECLS
