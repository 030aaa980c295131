/* muster-edition.c - a published rule text and its clauses, as rows say them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-edition"

#include "config.h"

#include "muster-edition.h"

MusterClause *
muster_clause_new (void)
{
  return g_new0 (MusterClause, 1);
}

MusterClause *
muster_clause_copy (const MusterClause *self)
{
  MusterClause *copy = muster_clause_new ();

  *copy = *self;
  copy->number = g_strdup (self->number);
  copy->text = g_strdup (self->text);
  return copy;
}

void
muster_clause_free (MusterClause *self)
{
  g_free (self->number);
  g_free (self->text);
  g_free (self);
}

MusterEdition *
muster_edition_new (void)
{
  return g_new0 (MusterEdition, 1);
}

MusterEdition *
muster_edition_copy (const MusterEdition *self)
{
  MusterEdition *copy = muster_edition_new ();

  *copy = *self;
  copy->title = g_strdup (self->title);
  copy->text = g_strdup (self->text);
  copy->welcome = g_strdup (self->welcome);
  copy->author = g_strdup (self->author);
  copy->note = g_strdup (self->note);
  return copy;
}

void
muster_edition_free (MusterEdition *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self->welcome);
  g_free (self->author);
  g_free (self->note);
  g_free (self);
}
