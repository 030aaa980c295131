/* mutators-rules.c - the mutators of rule texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mutators.h"

#include "muster-binding-table.h"
#include "muster-clause-table.h"
#include "muster-document-table.h"
#include "muster-edition-publish.h"
#include "muster-edition-table.h"
#include "muster-rule-template.h"

#define TEXT "1. Use your real name.\n2. Speak within three months.\n"

static gboolean
binding_set (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterBinding) binding =
      muster_binding_new (&world->clause, "silent", "silent-after", "P6M");

  return muster_binding_table_set (change, &world->document->id, binding, error);
}

static gboolean
binding_delete (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterBinding) binding =
      muster_binding_new (&world->clause, "silent", "silent-after", NULL);

  return muster_binding_table_delete (change, &world->document->id, binding, error);
}

static gboolean
set_clause (MusterChange *change, World *world, const MusterId *owner, const char *text,
            GError **error)
{
  MusterClause clause = { .id = world->clause, .number = (char *) "2", .text = (char *) text };

  return muster_clause_table_set (change, owner, &clause, 2, error);
}

static gboolean
clause_set (MusterChange *change, World *world, GError **error)
{
  return set_clause (change, world, &world->document->id, "Speak within six months.", error);
}

static gboolean
clause_delete (MusterChange *change, World *world, GError **error)
{
  return muster_clause_table_delete (change, &world->document->id, &world->clause, error);
}

static gboolean
document_insert (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterDocument) document = muster_document_new ();

  document->group = *GROUP;
  document->title = g_strdup ("Talk group");
  return muster_document_table_insert (change, document, error);
}

static gboolean
document_update (MusterChange *change, World *world, GError **error)
{
  world->document->archived = TRUE;
  return muster_document_table_update (change, world->document, error);
}

static gboolean
edition_insert (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterEdition) edition = muster_edition_copy (world->edition);

  edition->number = 2;
  edition->based_on = world->edition->id;
  return muster_edition_table_insert (change, edition, error);
}

static gboolean
draft_create (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterDocument) document = muster_document_new ();

  document->group = *GROUP;
  document->title = g_strdup ("Staff group");
  document->draft = g_strdup (TEXT);
  return muster_rule_draft_create (change, document, error);
}

static gboolean
draft_save (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterDocument) document = muster_document_copy (world->document);

  g_free (document->draft);
  document->draft = g_strdup (TEXT "3. Be kind.\n");
  return muster_rule_draft_save (change, document, error);
}

static gboolean
draft_begin_from (MusterChange *change, World *world, GError **error)
{
  return draft_save (change, world, error) &&
         muster_rule_draft_begin_from (change, world->edition, error);
}

static gboolean
draft_bind (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterBinding) binding =
      muster_binding_new (&world->clause, "remind", "remind-after", NULL);

  return muster_rule_draft_bind (change, &world->document->id, binding, error);
}

static gboolean
draft_settle (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterBinding) binding =
      muster_binding_new (&world->clause, "silent", "silent-after", NULL);

  return muster_policy_set (change, GROUP, "silent-after", "P6M", TODAY, error) &&
         muster_rule_draft_settle (change, &world->document->id, binding, FALSE, TODAY, error);
}

static gboolean
edition_publish (MusterChange *change, World *world, GError **error)
{
  MusterEditionRequest request = { .expected = world->edition->id, .today = TODAY };

  return draft_save (change, world, error) &&
         muster_edition_publish (change, &world->document->id, &request, NULL, error);
}

static gboolean
template_apply (MusterChange *change, World *world, GError **error)
{
  return muster_rule_template_apply (change, GROUP, "class-reunion", "zh_CN", TODAY, NULL, error);
}

static const MutatorRow rows[] = {
  { "muster_binding_table_delete", binding_delete },
  { "muster_binding_table_set", binding_set },
  { "muster_clause_table_delete", clause_delete },
  { "muster_clause_table_set", clause_set },
  { "muster_document_table_insert", document_insert },
  { "muster_document_table_update", document_update },
  { "muster_edition_publish", edition_publish },
  { "muster_edition_table_insert", edition_insert },
  { "muster_rule_draft_begin_from", draft_begin_from },
  { "muster_rule_draft_bind", draft_bind },
  { "muster_rule_draft_create", draft_create },
  { "muster_rule_draft_save", draft_save },
  { "muster_rule_draft_settle", draft_settle },
  { "muster_rule_template_apply", template_apply },
};

/**
 * mutators_list_rules:
 *
 * Returns: the mutators of documents, editions, clauses and bindings
 */
const MutatorRow *
mutators_list_rules (guint *out_n)
{
  *out_n = G_N_ELEMENTS (rows);
  return rows;
}

/**
 * mutators_fill_rules:
 *
 * Writes a document with one edition; a clause of both is bound.
 */
gboolean
mutators_fill_rules (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterBinding) binding = NULL;

  world->document = muster_document_new ();
  world->document->group = *GROUP;
  world->document->title = g_strdup ("Rules");
  world->document->draft = g_strdup (TEXT);
  if (!muster_document_table_insert (change, world->document, error))
    return FALSE;

  world->edition = muster_edition_new ();
  world->edition->document = world->document->id;
  world->edition->number = 1;
  world->edition->title = g_strdup ("Rules");
  world->edition->text = g_strdup (TEXT);
  world->edition->published_at = (gint64) (TODAY - 10) * 86400;
  world->edition->published_on = TODAY - 10;
  world->edition->material = TRUE;
  if (!muster_edition_table_insert (change, world->edition, error))
    return FALSE;

  world->clause = muster_change_new_id (change);
  binding = muster_binding_new (&world->clause, "silent", "silent-after", "P3M");
  return set_clause (change, world, &world->document->id, "Speak within three months.", error) &&
         set_clause (change, world, &world->edition->id, "Speak within three months.", error) &&
         muster_binding_table_set (change, &world->document->id, binding, error) &&
         muster_binding_table_set (change, &world->edition->id, binding, error);
}
