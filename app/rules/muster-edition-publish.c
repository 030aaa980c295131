/* muster-edition-publish.c - a draft becomes an edition
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-edition-publish"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-clause-table.h"
#include "muster-edition-publish.h"
#include "muster-edition-table.h"

/* Takes @message. */
static gboolean
refuse (GError **error, char *message)
{
  g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID, message);
  g_free (message);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

/* The first clause of the edition in force that is gone although violations name it. */
static const MusterClause *
find_dropped (const MusterRuleDraft *draft)
{
  for (guint i = 0; i < draft->published->len; i++)
    {
      const MusterClause *clause = draft->published->pdata[i];
      gboolean stays = FALSE;

      for (guint j = 0; j < draft->clauses->len && !stays; j++)
        stays =
            muster_id_equal (&((const MusterClause *) draft->clauses->pdata[j])->id, &clause->id);
      if (!stays && g_hash_table_contains (draft->named, &clause->id))
        return clause;
    }

  return NULL;
}

static char *
dup_came_meanwhile (const MusterRuleDraft *draft)
{
  const MusterEdition *newest = muster_rule_draft_get_newest (draft);
  g_autofree char *label = NULL;

  if (newest == NULL)
    return g_strdup (_ ("The edition that the draft began from is not there any more."));
  label = muster_edition_dup_label (newest, draft->editions);
  if (newest->author == NULL || *newest->author == '\0')
    return g_strdup_printf (
        _ ("Edition %s was published meanwhile. Compare it with the draft first."), label);
  /* TRANSLATORS: an edition, and who published it */
  return g_strdup_printf (
      _ ("Edition %s was published by %s meanwhile. Compare it with the draft first."), label,
      newest->author);
}

static char *
dup_drift (const MusterRuleDraft *draft)
{
  g_autoptr (GPtrArray) values = muster_rule_draft_list_values (draft);
  const MusterBoundValue *drift = muster_bound_value_find_drift (values);
  g_autofree char *sentence = drift != NULL ? muster_bound_value_dup_sentence (drift) : NULL;

  return sentence != NULL
             /* TRANSLATORS: a sentence that names both values */
             ? g_strdup_printf (_ ("%s Settle this before publishing."), sentence)
             : NULL;
}

/**
 * muster_edition_check_publish:
 *
 * Fails where the draft can't be published, with what stands in the way.
 */
gboolean
muster_edition_check_publish (const MusterRuleDraft *draft, const MusterEditionRequest *request,
                              GError **error)
{
  const MusterEdition *newest = muster_rule_draft_get_newest (draft);
  const MusterId none = { { 0 } };
  const MusterClause *dropped;
  char *drift;

  if (is_blank (draft->document->draft))
    return refuse (error, g_strdup (_ ("The draft is empty: there is nothing to publish.")));
  if (!muster_id_equal (newest != NULL ? &newest->id : &none, &request->expected))
    return refuse (error, dup_came_meanwhile (draft));
  if (draft->clauses->len >= MUSTER_CLAUSE_MAX)
    return refuse (
        error, g_strdup_printf (_ ("The draft has more than %d clauses."), MUSTER_CLAUSE_MAX - 1));
  if (!muster_rule_draft_is_changed (draft))
    return refuse (error, g_strdup (_ ("Nothing is different from the edition that is in force.")));
  drift = dup_drift (draft);
  if (drift != NULL)
    return refuse (error, drift);
  dropped = find_dropped (draft);
  if (dropped != NULL && !request->drop)
    return refuse (
        error,
        g_strdup_printf (_ ("Clause %s is gone, but violations name it. They keep the edition of "
                            "that time; say that the clause may go, or put it back."),
                         dropped->number));
  return TRUE;
}

static gboolean
write_parts (MusterChange *change, const MusterRuleDraft *draft, const MusterId *edition,
             GError **error)
{
  g_autoptr (GPtrArray) values = muster_rule_draft_list_values (draft);

  for (guint i = 0; i < draft->clauses->len; i++)
    if (!muster_clause_table_set (change, edition, draft->clauses->pdata[i], i + 1, error))
      return FALSE;
  for (guint i = 0; i < values->len; i++)
    {
      const MusterBoundValue *value = values->pdata[i];
      g_autoptr (MusterBinding) binding = NULL;

      if (value->state == MUSTER_BINDING_LOST)
        continue;
      binding = muster_binding_new (&value->clause->id, value->binding->check, value->binding->key,
                                    value->form != MUSTER_RULE_FINES && value->found != NULL
                                        ? value->clause_value
                                        : value->binding->value);
      if (!muster_binding_table_set (change, edition, binding, error))
        return FALSE;
    }
  return TRUE;
}

static MusterEdition *
new_edition (MusterChange *change, const MusterRuleDraft *draft,
             const MusterEditionRequest *request)
{
  const MusterEdition *newest = muster_rule_draft_get_newest (draft);
  MusterEdition *edition = muster_edition_new ();

  for (guint i = 0; i < draft->editions->len; i++)
    edition->number =
        MAX (edition->number, ((const MusterEdition *) draft->editions->pdata[i])->number);
  edition->number++;
  edition->document = draft->document->id;
  edition->title = g_strdup (draft->document->title);
  edition->text = g_strdup (draft->document->draft);
  edition->welcome = g_strdup (draft->document->welcome);
  edition->author = g_strdup (request->author);
  edition->note = g_strdup (request->note);
  edition->material = newest == NULL || request->material;
  edition->published_at = muster_change_get_now (change) / G_USEC_PER_SEC;
  edition->published_on = request->today;
  if (newest != NULL)
    {
      /* clocks of devices differ: the later edition stays the later one */
      edition->published_at = MAX (edition->published_at, newest->published_at + 1);
      edition->published_on = MAX (edition->published_on, newest->published_on);
      edition->based_on = newest->id;
    }
  return edition;
}

/**
 * muster_edition_publish:
 * @out_edition: (out) (optional) (transfer full): what was published
 *
 * Publishes the draft as it is stored.  The draft goes on from there.
 */
gboolean
muster_edition_publish (MusterChange *change, const MusterId *document,
                        const MusterEditionRequest *request, MusterEdition **out_edition,
                        GError **error)
{
  g_autoptr (MusterRuleDraft) draft =
      muster_rule_draft_load (muster_change_get_database (change), document, request->today, error);
  g_autoptr (MusterEdition) edition = NULL;

  if (draft == NULL || !muster_edition_check_publish (draft, request, error))
    return FALSE;

  edition = new_edition (change, draft, request);
  if (!muster_edition_table_insert (change, edition, error))
    return FALSE;
  draft->document->based_on = edition->id;
  /* clauses that were never saved get their ids here, before they are copied */
  if (!muster_rule_draft_save (change, draft->document, error))
    return FALSE;
  g_clear_pointer (&draft, muster_rule_draft_free);
  draft =
      muster_rule_draft_load (muster_change_get_database (change), document, request->today, error);
  if (draft == NULL || !write_parts (change, draft, &edition->id, error))
    return FALSE;

  if (out_edition != NULL)
    *out_edition = g_steal_pointer (&edition);
  return TRUE;
}
