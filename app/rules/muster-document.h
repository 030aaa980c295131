/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-id.h"

G_BEGIN_DECLS

#define MUSTER_DOCUMENT_MAX_SIZE 1000000 /* bytes of a text; more is no rule text but a mistake */

/**
 * MusterDocument:
 * @title: never empty
 * @template_id: which template it was begun from; %NULL if none
 * @draft: Markdown: what the next edition will say; %NULL if nothing was written
 * @welcome: the short form for newcomers, Markdown; %NULL if there is none
 * @based_on: the edition that the draft began from; none before the first
 * @archived: no longer used; its editions stay
 * @position: among the documents of the group, from 1
 *
 * A rule text of a group.  What is in force is its newest edition.
 */
typedef struct
{
  MusterId id;
  MusterId group;
  char *title;
  char *template_id;
  char *draft;
  char *welcome;
  MusterId based_on;
  gboolean archived;
  guint position;
} MusterDocument;

MusterDocument *muster_document_new (void) G_GNUC_WARN_UNUSED_RESULT;
MusterDocument *muster_document_copy (const MusterDocument *self) G_GNUC_WARN_UNUSED_RESULT;
void muster_document_free (MusterDocument *self);

gboolean muster_document_check_size (const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDocument, muster_document_free)

G_END_DECLS
