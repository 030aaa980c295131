/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"
#include "muster-id.h"

G_BEGIN_DECLS

/**
 * MusterClause:
 * @id: stays the same from edition to edition, whatever becomes of number and text
 * @number: as people say it: 3, 3.1, 2a
 * @text: Markdown without the number
 *
 * A numbered part of a rule text.
 */
typedef struct
{
  MusterId id;
  char *number;
  char *text;
} MusterClause;

MusterClause *muster_clause_new (void) G_GNUC_WARN_UNUSED_RESULT;
MusterClause *muster_clause_copy (const MusterClause *self) G_GNUC_WARN_UNUSED_RESULT;
void muster_clause_free (MusterClause *self);

/**
 * MusterEdition:
 * @number: from 1; two devices that publish apart from each other may give the same
 * @title: of the document when it was published
 * @text: Markdown, whole
 * @welcome: the short form for newcomers, Markdown; %NULL if there is none
 * @published_at: seconds since 1970, UTC
 * @published_on: the day where it was published
 * @material: everybody is asked to acknowledge it; always of the first
 * @note: what is new in it; %NULL if nothing was written
 * @based_on: the edition before; none of the first
 *
 * A rule text as it was published: it never changes.
 */
typedef struct
{
  MusterId id;
  MusterId document;
  guint number;
  char *title;
  char *text;
  char *welcome;
  gint64 published_at;
  MusterDay published_on;
  char *author;
  gboolean material;
  char *note;
  MusterId based_on;
} MusterEdition;

MusterEdition *muster_edition_new (void) G_GNUC_WARN_UNUSED_RESULT;
MusterEdition *muster_edition_copy (const MusterEdition *self) G_GNUC_WARN_UNUSED_RESULT;
void muster_edition_free (MusterEdition *self);

char *
muster_edition_dup_label (const MusterEdition *self, GPtrArray *editions) G_GNUC_WARN_UNUSED_RESULT;
const MusterEdition *muster_edition_get_in_force_on (GPtrArray *editions, MusterDay on);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterClause, muster_clause_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterEdition, muster_edition_free)

G_END_DECLS
