/* muster-violation-clause.c - which clause was broken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-clause"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-binding-table.h"
#include "muster-clause-table.h"
#include "muster-document-table.h"
#include "muster-edition-table.h"
#include "muster-store-error.h"
#include "muster-violation-case.h"
#include "muster-violation-clause.h"

void
muster_clause_choice_free (MusterClauseChoice *self)
{
  g_free (self->title);
  muster_clause_free (self->clause);
  g_free (self);
}

/* The edition that was in force, else the first after it; NULL where nothing was published. */
static const MusterEdition *
find_edition (GPtrArray *editions, const MusterViolation *violation)
{
  for (guint i = editions->len; i > 0; i--)
    if (muster_violation_is_under (violation, editions->pdata[i - 1]))
      return editions->pdata[i - 1];

  return editions->len > 0 ? editions->pdata[0] : NULL;
}

static gboolean
add_choices (MusterDatabase *db, const MusterDocument *document, const MusterViolation *violation,
             GPtrArray *choices, GError **error)
{
  g_autoptr (GPtrArray) editions = muster_edition_table_list (db, &document->id, error);
  g_autoptr (GPtrArray) clauses = NULL;
  const MusterEdition *edition;

  if (editions == NULL)
    return FALSE;
  edition = find_edition (editions, violation);
  if (edition == NULL)
    return TRUE;
  clauses = muster_clause_table_list (db, &edition->id, error);
  if (clauses == NULL)
    return FALSE;

  for (guint i = 0; i < clauses->len; i++)
    {
      MusterClauseChoice *choice = g_new0 (MusterClauseChoice, 1);

      choice->document = document->id;
      choice->edition = edition->id;
      choice->title = g_strdup (edition->title);
      choice->clause = muster_clause_copy (clauses->pdata[i]);
      g_ptr_array_add (choices, choice);
    }
  return TRUE;
}

/**
 * muster_violation_list_clauses:
 * @violation: with its group and when it happened
 *
 * Returns: (transfer full) (element-type MusterClauseChoice): of all documents with an edition, in
 *   order
 */
GPtrArray *
muster_violation_list_clauses (MusterDatabase *db, const MusterViolation *violation, GError **error)
{
  g_autoptr (GPtrArray) documents = muster_document_table_list (db, &violation->group, error);
  g_autoptr (GPtrArray) choices =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_clause_choice_free);

  if (documents == NULL)
    return NULL;

  for (guint i = 0; i < documents->len; i++)
    if (!add_choices (db, documents->pdata[i], violation, choices, error))
      return NULL;
  return g_steal_pointer (&choices);
}

static gboolean
is_wanted (const MusterClauseChoice *choice, const char *number, const char *document)
{
  return strcmp (choice->clause->number, number) == 0 &&
         (document == NULL || strcmp (choice->title, document) == 0);
}

static void
refuse_several (GPtrArray *choices, const char *number, GError **error)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      const MusterClauseChoice *choice = choices->pdata[i];

      if (is_wanted (choice, number, NULL))
        g_string_append_printf (titles, "\n  %s", choice->title);
    }
  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
               _ ("More than one text has a clause %s. Name the document:%s"), number, titles->str);
}

/**
 * muster_violation_find_clause:
 * @violation: with its group and when it happened; gets document and clause
 * @number: as people say it
 * @document: (nullable): its title; needed where several texts have such a clause
 */
gboolean
muster_violation_find_clause (MusterDatabase *db, MusterViolation *violation, const char *number,
                              const char *document, GError **error)
{
  g_autoptr (GPtrArray) choices = muster_violation_list_clauses (db, violation, error);
  const MusterClauseChoice *found = NULL;

  if (choices == NULL)
    return FALSE;

  for (guint i = 0; i < choices->len; i++)
    {
      if (!is_wanted (choices->pdata[i], number, document))
        continue;
      if (found != NULL)
        {
          refuse_several (choices, number, error);
          return FALSE;
        }
      found = choices->pdata[i];
    }
  if (found == NULL)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND,
                   _ ("No published rules of the group have a clause “%s”."), number);
      return FALSE;
    }
  violation->document = found->document;
  violation->clause = found->clause->id;
  return TRUE;
}

static gboolean
is_bound (GPtrArray *bindings, const MusterId *clause, const char *check)
{
  for (guint i = 0; i < bindings->len; i++)
    {
      const MusterBinding *binding = bindings->pdata[i];

      if (muster_id_equal (&binding->clause, clause) && strcmp (binding->check, check) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * muster_violation_find_bound:
 * @violation: with its group and when it happened; gets document and clause
 * @check: the id of a check
 */
gboolean
muster_violation_find_bound (MusterDatabase *db, MusterViolation *violation, const char *check,
                             GError **error)
{
  g_autoptr (GPtrArray) choices = muster_violation_list_clauses (db, violation, error);

  if (choices == NULL)
    return FALSE;

  for (guint i = 0; i < choices->len; i++)
    {
      const MusterClauseChoice *choice = choices->pdata[i];
      g_autoptr (GPtrArray) bindings = muster_binding_table_list (db, &choice->edition, error);

      if (bindings == NULL)
        return FALSE;
      if (!is_bound (bindings, &choice->clause->id, check))
        continue;
      violation->document = choice->document;
      violation->clause = choice->clause->id;
      return TRUE;
    }

  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND,
               _ ("No clause of the published rules is bound to the check “%s”."), check);
  return FALSE;
}
