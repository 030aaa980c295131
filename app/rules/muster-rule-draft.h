/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-bound-value.h"
#include "muster-clause-parse.h"
#include "muster-document.h"
#include "muster-edition.h"

G_BEGIN_DECLS

/**
 * MusterRuleDraft:
 * @document: with the text as it was stored
 * @editions: (element-type MusterEdition): oldest first
 * @published: (element-type MusterClause): of the newest edition
 * @published_bindings: (element-type MusterBinding): of the newest edition
 * @bindings: (element-type MusterBinding): of the draft, also of clauses that are gone
 * @named: (element-type MusterId): clauses that violations name
 * @policy: of the day
 * @spans: (element-type MusterClauseSpan): of the text
 * @clauses: (element-type MusterClause): the same with their ids; none of a new one
 *
 * What the next edition of a document will say, and all that it is compared with.  All is owned.
 */
typedef struct
{
  MusterDocument *document;
  GPtrArray *editions;
  GPtrArray *published;
  GPtrArray *published_bindings;
  GPtrArray *bindings;
  GHashTable *named;
  MusterPolicy *policy;
  GPtrArray *spans;
  GPtrArray *clauses;
  GPtrArray *known; /* of MusterClause: those saved last, then those of the newest edition */
} MusterRuleDraft;

MusterRuleDraft *muster_rule_draft_load (MusterDatabase *db, const MusterId *document,
                                         MusterDay today, GError **error);
void muster_rule_draft_free (MusterRuleDraft *self);

void muster_rule_draft_set_text (MusterRuleDraft *self, const char *text);
const MusterEdition *muster_rule_draft_get_newest (const MusterRuleDraft *self);
gboolean muster_rule_draft_is_behind (const MusterRuleDraft *self);
GPtrArray *muster_rule_draft_list_values (const MusterRuleDraft *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_rule_draft_compare (const MusterRuleDraft *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_rule_draft_is_changed (const MusterRuleDraft *self);

gboolean muster_rule_draft_create (MusterChange *change, MusterDocument *document, GError **error);
gboolean
muster_rule_draft_save (MusterChange *change, const MusterDocument *document, GError **error);
gboolean
muster_rule_draft_begin_from (MusterChange *change, const MusterEdition *edition, GError **error);
gboolean muster_rule_draft_bind (MusterChange *change, const MusterId *document,
                                 const MusterBinding *binding, GError **error);
gboolean muster_rule_draft_settle (MusterChange *change, const MusterId *document,
                                   const MusterBinding *binding, gboolean take_clause,
                                   MusterDay today, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRuleDraft, muster_rule_draft_free)

G_END_DECLS
