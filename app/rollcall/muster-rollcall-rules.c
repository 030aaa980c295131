/* muster-rollcall-rules.c - the rule texts in force on the day of a roll call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rollcall-rules"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-clause-table.h"
#include "muster-document-table.h"
#include "muster-edition-table.h"
#include "muster-rollcall-rules.h"

static void
rules_free (gpointer data)
{
  MusterRulesInForce *self = data;

  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->bindings, g_ptr_array_unref);
  g_clear_pointer (&self->clauses, g_ptr_array_unref);
  g_clear_pointer (&self->edition, muster_edition_free);
  g_clear_pointer (&self->document, muster_document_free);
  g_free (self->label);
  g_free (self);
}

/* Adds nothing where no edition was in force. */
static gboolean
add_rules (GPtrArray *rules, MusterDatabase *db, const MusterDocument *document,
           MusterPolicy *policy, MusterDay on, GError **error)
{
  g_autoptr (GPtrArray) editions = muster_edition_table_list (db, &document->id, error);
  const MusterEdition *edition =
      editions != NULL ? muster_edition_get_in_force_on (editions, on) : NULL;
  MusterRulesInForce *found;

  if (edition == NULL)
    return editions != NULL;

  found = g_new0 (MusterRulesInForce, 1);
  g_ptr_array_add (rules, found);
  found->document = muster_document_copy (document);
  found->edition = muster_edition_copy (edition);
  found->label = muster_edition_dup_label (edition, editions);
  found->clauses = muster_clause_table_list (db, &edition->id, error);
  if (found->clauses == NULL)
    return FALSE;
  found->bindings = muster_binding_table_list (db, &edition->id, error);
  if (found->bindings == NULL)
    return FALSE;
  found->values = muster_bound_value_list (found->bindings, found->clauses, policy);
  return TRUE;
}

/**
 * muster_rollcall_rules_read:
 * @policy: of the day
 * @on: the day of the roll call
 *
 * Returns: (transfer full) (element-type MusterRulesInForce): of the documents in use that had an
 *   edition by then
 */
GPtrArray *
muster_rollcall_rules_read (MusterDatabase *db, const MusterId *group, MusterPolicy *policy,
                            MusterDay on, GError **error)
{
  g_autoptr (GPtrArray) documents = muster_document_table_list (db, group, error);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (rules_free);

  if (documents == NULL)
    return NULL;

  for (guint i = 0; i < documents->len; i++)
    {
      const MusterDocument *document = documents->pdata[i];

      if (!document->archived && !add_rules (rules, db, document, policy, on, error))
        return NULL;
    }
  return g_steal_pointer (&rules);
}

/**
 * muster_rules_in_force_dup_source:
 *
 * Returns: the title and which edition
 */
char *
muster_rules_in_force_dup_source (const MusterRulesInForce *self)
{
  /* TRANSLATORS: where a clause stands: the title of a document, and which edition */
  return g_strdup_printf (_ ("%s, edition %s"), self->edition->title, self->label);
}
