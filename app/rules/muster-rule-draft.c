/* muster-rule-draft.c - what the next edition of a document will say
 *
 * Which clause is which is worked out anew from the text each time: so a draft
 * that two devices edited is whole, whosever text it has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rule-draft"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-clause-match.h"
#include "muster-clause-table.h"
#include "muster-document-table.h"
#include "muster-edition-compare.h"
#include "muster-edition-table.h"
#include "muster-naming-template.h"
#include "muster-rule-draft.h"
#include "muster-violation-table.h"

void
muster_rule_draft_free (MusterRuleDraft *self)
{
  GPtrArray **lists[] = { &self->editions, &self->published, &self->published_bindings,
                          &self->bindings, &self->spans,     &self->clauses,
                          &self->known };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_ptr_array_unref);
  g_clear_pointer (&self->document, muster_document_free);
  g_clear_pointer (&self->named, g_hash_table_unref);
  g_clear_pointer (&self->policy, muster_policy_free);
  g_free (self);
}

static gboolean
read_published (MusterRuleDraft *self, MusterDatabase *db, GError **error)
{
  const MusterEdition *newest = muster_rule_draft_get_newest (self);

  self->published =
      newest != NULL ? muster_clause_table_list (db, &newest->id, error) : g_ptr_array_new ();
  if (self->published == NULL)
    return FALSE;
  self->published_bindings =
      newest != NULL ? muster_binding_table_list (db, &newest->id, error) : g_ptr_array_new ();
  return self->published_bindings != NULL;
}

static gboolean
read_known (MusterRuleDraft *self, MusterDatabase *db, GError **error)
{
  self->known = muster_clause_table_list (db, &self->document->id, error);
  if (self->known == NULL)
    return FALSE;

  for (guint i = 0; i < self->published->len; i++)
    g_ptr_array_add (self->known, muster_clause_copy (self->published->pdata[i]));
  return TRUE;
}

/**
 * muster_rule_draft_load:
 * @today: whose policy counts
 */
MusterRuleDraft *
muster_rule_draft_load (MusterDatabase *db, const MusterId *document, MusterDay today,
                        GError **error)
{
  g_autoptr (MusterRuleDraft) self = g_new0 (MusterRuleDraft, 1);

  self->document = muster_document_table_load (db, document, error);
  if (self->document == NULL)
    return NULL;
  self->editions = muster_edition_table_list (db, document, error);
  if (self->editions == NULL || !read_published (self, db, error) || !read_known (self, db, error))
    return NULL;
  self->bindings = muster_binding_table_list (db, document, error);
  self->named =
      self->bindings != NULL ? muster_violation_table_list_clauses (db, document, error) : NULL;
  self->policy =
      self->named != NULL ? muster_policy_load (db, &self->document->group, today, error) : NULL;
  if (self->policy == NULL)
    return NULL;

  muster_rule_draft_set_text (self, self->document->draft);
  return g_steal_pointer (&self);
}

/**
 * muster_rule_draft_set_text:
 * @text: (nullable): Markdown
 *
 * Works out the clauses of another text, in this copy only.
 */
void
muster_rule_draft_set_text (MusterRuleDraft *self, const char *text)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) last = g_steal_pointer (&self->clauses);
  g_autofree MusterId *ids = NULL;
  char *copy = g_strdup (text != NULL ? text : "");

  for (guint i = 0; last != NULL && i < last->len; i++)
    if (!muster_id_is_none (&((const MusterClause *) last->pdata[i])->id))
      g_ptr_array_add (before, last->pdata[i]);
  for (guint i = 0; i < self->known->len; i++)
    g_ptr_array_add (before, self->known->pdata[i]);

  g_free (self->document->draft);
  self->document->draft = copy;
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  self->spans = muster_clause_parse (copy);
  ids = muster_clause_match (self->spans, before);
  self->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_clause_free);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const MusterClauseSpan *span = self->spans->pdata[i];
      MusterClause *clause = muster_clause_new ();

      clause->id = ids[i];
      clause->number = g_strdup (span->number);
      clause->text = g_strdup (span->text);
      g_ptr_array_add (self->clauses, clause);
    }
}

/**
 * muster_rule_draft_get_newest:
 *
 * Returns: (nullable): the edition in force; %NULL before the first
 */
const MusterEdition *
muster_rule_draft_get_newest (const MusterRuleDraft *self)
{
  return self->editions->len > 0 ? self->editions->pdata[self->editions->len - 1] : NULL;
}

/**
 * muster_rule_draft_is_behind:
 *
 * Returns: whether an edition came, from another device, after the one that the draft began from
 */
gboolean
muster_rule_draft_is_behind (const MusterRuleDraft *self)
{
  const MusterEdition *newest = muster_rule_draft_get_newest (self);

  return newest != NULL && !muster_id_equal (&newest->id, &self->document->based_on);
}

/**
 * muster_rule_draft_list_values:
 *
 * Returns: (transfer full) (element-type MusterBoundValue): the bindings of the draft; they must
 *   not outlive it, nor its next text
 */
GPtrArray *
muster_rule_draft_list_values (const MusterRuleDraft *self)
{
  return muster_bound_value_list (self->bindings, self->clauses, self->policy);
}

/**
 * muster_rule_draft_compare:
 *
 * Returns: (transfer full) (element-type MusterClauseChange): with the edition in force
 */
GPtrArray *
muster_rule_draft_compare (const MusterRuleDraft *self)
{
  const MusterEdition *newest = muster_rule_draft_get_newest (self);
  const MusterComparable before = { newest != NULL ? newest->title : NULL,
                                    newest != NULL ? newest->text : "",
                                    newest != NULL ? newest->welcome : NULL, self->published };
  const MusterComparable after = { self->document->title, self->document->draft,
                                   self->document->welcome, self->clauses };

  return muster_edition_compare (&before, &after);
}

static gboolean
has_binding (GPtrArray *bindings, const MusterBinding *binding)
{
  for (guint i = 0; i < bindings->len; i++)
    {
      const MusterBinding *other = bindings->pdata[i];

      if (muster_id_equal (&other->clause, &binding->clause) &&
          strcmp (other->check, binding->check) == 0 && strcmp (other->key, binding->key) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_clause (GPtrArray *clauses, const MusterId *id)
{
  for (guint i = 0; i < clauses->len; i++)
    if (muster_id_equal (&((const MusterClause *) clauses->pdata[i])->id, id))
      return TRUE;

  return FALSE;
}

static gboolean
are_bindings_changed (const MusterRuleDraft *self)
{
  guint n = 0;

  for (guint i = 0; i < self->bindings->len; i++)
    {
      const MusterBinding *binding = self->bindings->pdata[i];

      if (!has_clause (self->clauses, &binding->clause))
        continue;
      if (!has_binding (self->published_bindings, binding))
        return TRUE;
      n++;
    }
  return n != self->published_bindings->len;
}

/**
 * muster_rule_draft_is_changed:
 *
 * Returns: whether anything is different from the edition in force
 */
gboolean
muster_rule_draft_is_changed (const MusterRuleDraft *self)
{
  g_autoptr (GPtrArray) changes = muster_rule_draft_compare (self);

  return muster_rule_draft_get_newest (self) == NULL ||
         muster_edition_count_changes (changes) > 0 || are_bindings_changed (self);
}

/* Rows of clauses that are gone stay while something is bound to them: they may come back. */
static gboolean
delete_gone (MusterChange *change, const MusterRuleDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) rows =
      muster_clause_table_list (muster_change_get_database (change), &draft->document->id, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const MusterClause *row = rows->pdata[i];
      gboolean kept = has_clause (draft->clauses, &row->id);

      for (guint j = 0; j < draft->bindings->len && !kept; j++)
        kept = muster_id_equal (&((const MusterBinding *) draft->bindings->pdata[j])->clause,
                                &row->id);
      if (!kept && !muster_clause_table_delete (change, &draft->document->id, &row->id, error))
        return FALSE;
    }
  return rows != NULL;
}

static gboolean
write_clauses (MusterChange *change, MusterRuleDraft *draft, GError **error)
{
  for (guint i = 0; i < draft->clauses->len; i++)
    {
      MusterClause *clause = draft->clauses->pdata[i];

      if (muster_id_is_none (&clause->id))
        clause->id = muster_change_new_id (change);
      if (!muster_clause_table_set (change, &draft->document->id, clause, i + 1, error))
        return FALSE;
    }

  return delete_gone (change, draft, error);
}

static MusterRuleDraft *
load_in (MusterChange *change, const MusterId *document, GError **error)
{
  return muster_rule_draft_load (
      muster_change_get_database (change), document,
      muster_day_from_seconds (muster_change_get_now (change) / G_USEC_PER_SEC), error);
}

/**
 * muster_rule_draft_create:
 * @document: gets its id; its draft's clauses are taken down too
 */
gboolean
muster_rule_draft_create (MusterChange *change, MusterDocument *document, GError **error)
{
  return muster_document_table_insert (change, document, error) &&
         muster_rule_draft_save (change, document, error);
}

/**
 * muster_rule_draft_save:
 * @document: a stored one, with another draft, welcome form, title or edition to begin from
 *
 * Clauses keep their ids; new ones get some.
 */
gboolean
muster_rule_draft_save (MusterChange *change, const MusterDocument *document, GError **error)
{
  g_autoptr (MusterRuleDraft) draft = NULL;

  if (!muster_document_table_update (change, document, error))
    return FALSE;

  draft = load_in (change, &document->id, error);
  return draft != NULL && write_clauses (change, draft, error);
}

static gboolean
replace_bindings (MusterChange *change, const MusterId *document, const MusterId *edition,
                  GError **error)
{
  MusterDatabase *db = muster_change_get_database (change);
  g_autoptr (GPtrArray) old = muster_binding_table_list (db, document, error);
  g_autoptr (GPtrArray) new = old != NULL ? muster_binding_table_list (db, edition, error) : NULL;

  if (new == NULL)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    if (!has_binding (new, old->pdata[i]) &&
        !muster_binding_table_delete (change, document, old->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < new->len; i++)
    if (!muster_binding_table_set (change, document, new->pdata[i], error))
      return FALSE;

  return TRUE;
}

/**
 * muster_rule_draft_begin_from:
 * @edition: whose text, welcome form and bindings the draft takes over
 *
 * The draft then begins from the edition in force, so that it can be published.
 */
gboolean
muster_rule_draft_begin_from (MusterChange *change, const MusterEdition *edition, GError **error)
{
  g_autoptr (MusterRuleDraft) draft = load_in (change, &edition->document, error);
  MusterDatabase *db = muster_change_get_database (change);
  g_autoptr (GPtrArray) clauses = NULL;

  if (draft == NULL)
    return FALSE;
  /* first the clauses as they were, so that an older one finds its own */
  clauses = muster_clause_table_list (db, &edition->id, error);
  for (guint i = 0; clauses != NULL && i < clauses->len; i++)
    if (!muster_clause_table_set (change, &edition->document, clauses->pdata[i], i + 1, error))
      return FALSE;
  if (clauses == NULL || !replace_bindings (change, &edition->document, &edition->id, error))
    return FALSE;

  g_free (draft->document->draft);
  draft->document->draft = g_strdup (edition->text);
  g_free (draft->document->welcome);
  draft->document->welcome = g_strdup (edition->welcome);
  draft->document->based_on = muster_rule_draft_get_newest (draft)->id;
  return muster_rule_draft_save (change, draft->document, error);
}

static const MusterBoundValue *
find_value (GPtrArray *values, const MusterBinding *binding)
{
  for (guint i = 0; i < values->len; i++)
    {
      const MusterBoundValue *value = values->pdata[i];

      if (muster_id_equal (&value->binding->clause, &binding->clause) &&
          strcmp (value->binding->check, binding->check) == 0 &&
          strcmp (value->binding->key, binding->key) == 0)
        return value;
    }

  return NULL;
}

/**
 * muster_rule_draft_bind:
 * @binding: of a clause of the draft; what is bound already stays as it is
 */
gboolean
muster_rule_draft_bind (MusterChange *change, const MusterId *document,
                        const MusterBinding *binding, GError **error)
{
  g_autoptr (MusterRuleDraft) draft = load_in (change, document, error);

  if (draft == NULL)
    return FALSE;
  if (!has_clause (draft->clauses, &binding->clause))
    {
      g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND,
                           _ ("The clause is not in the draft any more."));
      return FALSE;
    }
  return muster_binding_table_set (change, document, binding, error);
}

static gboolean
set_policy (MusterChange *change, const MusterRuleDraft *draft, const char *key, const char *value,
            MusterDay today, GError **error)
{
  if (strcmp (key, "naming") == 0)
    {
      g_autoptr (MusterNamingTemplate) template = muster_naming_template_parse (value, error);

      if (template == NULL)
        return FALSE;
    }
  return muster_policy_set (change, &draft->document->group, key, value, today, error);
}

/* Where the text of a clause begins; marks that stand before the number are repeated in it. */
static gsize
find_text (const MusterRuleDraft *draft, const MusterClause *clause)
{
  for (guint i = 0; i < draft->clauses->len; i++)
    {
      const MusterClauseSpan *span = draft->spans->pdata[i];

      if (draft->clauses->pdata[i] == (gconstpointer) clause)
        return span->body - (strlen (span->text) - (span->end - span->body));
    }

  g_assert_not_reached ();
}

/* Rewrites the words of the clause where they name the value. */
static gboolean
rewrite (MusterChange *change, const MusterRuleDraft *draft, const MusterBoundValue *value,
         GError **error)
{
  gsize from = find_text (draft, value->clause);
  g_autofree char *words = muster_bound_value_dup_text_taken (value);
  g_autofree char *before = g_strndup (draft->document->draft, from + value->found->start);
  g_autoptr (MusterDocument) document = muster_document_copy (draft->document);

  g_free (document->draft);
  document->draft =
      g_strconcat (before, words, draft->document->draft + from + value->found->end, NULL);
  return muster_rule_draft_save (change, document, error);
}

/**
 * muster_rule_draft_settle:
 * @take_clause: whether the program is to do what the clause says; else the clause says what the
 *   program does
 * @today: from when on the setting holds
 *
 * Ends the difference between a clause and the policy.
 */
gboolean
muster_rule_draft_settle (MusterChange *change, const MusterId *document,
                          const MusterBinding *binding, gboolean take_clause, MusterDay today,
                          GError **error)
{
  g_autoptr (MusterRuleDraft) draft =
      muster_rule_draft_load (muster_change_get_database (change), document, today, error);
  g_autoptr (GPtrArray) values = draft != NULL ? muster_rule_draft_list_values (draft) : NULL;
  const MusterBoundValue *value = values != NULL ? find_value (values, binding) : NULL;
  gboolean own = g_strcmp0 (binding->check, MUSTER_BINDING_VIOLATION) == 0;
  g_autoptr (MusterBinding) settled = NULL;

  if (draft == NULL)
    return FALSE;
  if (value == NULL || value->state != MUSTER_BINDING_DRIFTS)
    {
      g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOTHING,
                           _ ("The clause and the setting say the same."));
      return FALSE;
    }

  settled = muster_binding_new (&value->binding->clause, binding->check, binding->key,
                                value->policy_value);
  if (take_clause)
    {
      g_free (settled->value);
      settled->value = muster_bound_value_dup_policy_taken (value);
    }
  own = own && value->binding->value != NULL;
  if (take_clause && !own &&
      !set_policy (change, draft, binding->key, settled->value, today, error))
    return FALSE;
  if (!take_clause && value->found != NULL && !rewrite (change, draft, value, error))
    return FALSE;
  if (value->form == MUSTER_RULE_FINES && !own)
    g_clear_pointer (&settled->value, g_free); /* the ladder of the group stays the group's */
  return muster_binding_table_set (change, document, settled, error);
}
