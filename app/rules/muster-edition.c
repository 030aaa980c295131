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

/**
 * muster_edition_dup_label:
 * @editions: (element-type MusterEdition): all of its document, oldest first
 *
 * Returns: what people call it: "2", or "2a" and "2b" where two devices gave the same number
 */
char *
muster_edition_dup_label (const MusterEdition *self, GPtrArray *editions)
{
  guint n_same = 0, place = 0;

  for (guint i = 0; i < editions->len; i++)
    {
      const MusterEdition *other = editions->pdata[i];

      if (other->number != self->number)
        continue;
      if (muster_id_equal (&other->id, &self->id))
        place = n_same;
      n_same++;
    }

  return n_same <= 1 ? g_strdup_printf ("%u", self->number)
                     : g_strdup_printf ("%u%c", self->number, 'a' + (int) MIN (place, 25));
}

/**
 * muster_edition_get_in_force_on:
 * @editions: (element-type MusterEdition): all of a document, oldest first
 *
 * Returns: (nullable): the newest that was published on that day or before; %NULL where there was
 *   none yet
 */
const MusterEdition *
muster_edition_get_in_force_on (GPtrArray *editions, MusterDay on)
{
  for (guint i = editions->len; i > 0; i--)
    if (((const MusterEdition *) editions->pdata[i - 1])->published_on <= on)
      return editions->pdata[i - 1];

  return NULL;
}
