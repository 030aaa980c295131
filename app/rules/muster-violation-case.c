/* muster-violation-case.c - a violation with all that a decision about it goes by
 *
 * What held when it happened holds: the clause's text, the ladder and when
 * violations expire are those of the edition and of the policy of that day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-case"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-binding-table.h"
#include "muster-clause-table.h"
#include "muster-document-table.h"
#include "muster-edition-table.h"
#include "muster-membership-table.h"
#include "muster-policy.h"
#include "muster-violation-case.h"
#include "muster-violation-table.h"

/* What several violations have in common, read once. */
typedef struct
{
  MusterDatabase *db;
  MusterDay on;
  GHashTable *editions; /* document -> array of MusterEdition, oldest first */
  GHashTable *clauses;  /* edition -> array of MusterClause */
  GHashTable *bindings; /* edition -> array of MusterBinding */
} Library;

static void
library_clear (Library *library)
{
  g_hash_table_unref (library->editions);
  g_hash_table_unref (library->clauses);
  g_hash_table_unref (library->bindings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Library, library_clear)

static GHashTable *
new_shelf (void)
{
  return g_hash_table_new_full (muster_id_hash, muster_id_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
}

static Library
library_init (MusterDatabase *db, MusterDay on)
{
  return (Library){ db, on, new_shelf (), new_shelf (), new_shelf () };
}

typedef GPtrArray *(*List) (MusterDatabase *db, const MusterId *owner, GError **error);

/* What @list says of @owner; belongs to @shelf. */
static GPtrArray *
look_up (Library *library, GHashTable *shelf, List list, const MusterId *owner, GError **error)
{
  GPtrArray *found = g_hash_table_lookup (shelf, owner);

  if (found != NULL)
    return found;

  found = list (library->db, owner, error);
  if (found != NULL)
    g_hash_table_insert (shelf, g_memdup2 (owner, sizeof *owner), found);
  return found;
}

static const MusterClause *
find_clause (GPtrArray *clauses, const MusterId *id)
{
  for (guint i = 0; i < clauses->len; i++)
    if (muster_id_equal (&((const MusterClause *) clauses->pdata[i])->id, id))
      return clauses->pdata[i];

  return NULL;
}

/* Its texts may be long, and the clause is at hand. */
static MusterEdition *
copy_without_texts (const MusterEdition *edition)
{
  MusterEdition *copy = muster_edition_copy (edition);

  g_clear_pointer (&copy->text, g_free);
  g_clear_pointer (&copy->welcome, g_free);
  return copy;
}

/* The clause as the edition has it that was in force; @self then knows that edition. */
static gboolean
read_edition (Library *library, MusterViolationCase *self, GPtrArray *editions, GError **error)
{
  const MusterViolation *violation = self->violation;

  for (guint i = 0; i < editions->len; i++)
    {
      const MusterEdition *edition = editions->pdata[i];
      GPtrArray *clauses;
      const MusterClause *clause;

      if (!muster_id_equal (&edition->id, &violation->edition))
        continue;
      clauses = look_up (library, library->clauses, muster_clause_table_list, &edition->id, error);
      if (clauses == NULL)
        return FALSE;
      self->edition = copy_without_texts (edition);
      self->label = muster_edition_dup_label (edition, editions);
      clause = find_clause (clauses, &violation->clause);
      self->clause = clause != NULL ? muster_clause_copy (clause) : NULL;
    }

  return TRUE;
}

/* The first edition after the deed that has the clause. */
static gboolean
read_later (Library *library, MusterViolationCase *self, GPtrArray *editions, GError **error)
{
  for (guint i = 0; i < editions->len && self->clause == NULL; i++)
    {
      const MusterEdition *edition = editions->pdata[i];
      GPtrArray *clauses;
      const MusterClause *clause;

      if (muster_violation_is_under (self->violation, edition))
        continue;
      clauses = look_up (library, library->clauses, muster_clause_table_list, &edition->id, error);
      if (clauses == NULL)
        return FALSE;
      clause = find_clause (clauses, &self->violation->clause);
      if (clause == NULL)
        continue;
      self->clause = muster_clause_copy (clause);
      self->later = copy_without_texts (edition);
      self->later_label = muster_edition_dup_label (edition, editions);
    }

  return TRUE;
}

static gboolean
read_document (Library *library, MusterViolationCase *self, GError **error)
{
  const MusterViolation *violation = self->violation;
  GPtrArray *editions;
  g_autoptr (MusterDocument) document = NULL;

  if (muster_id_is_none (&violation->document))
    return TRUE;

  editions =
      look_up (library, library->editions, muster_edition_table_list, &violation->document, error);
  if (editions == NULL || !read_edition (library, self, editions, error) ||
      (!muster_id_is_none (&violation->clause) && !read_later (library, self, editions, error)))
    return FALSE;

  if (self->edition != NULL)
    {
      self->document = g_strdup (self->edition->title);
      return TRUE;
    }
  document = muster_document_table_load (library->db, &violation->document, error);
  self->document = document != NULL ? g_strdup (document->title) : NULL;
  return document != NULL;
}

static const char *
find_bound (GPtrArray *bindings, const MusterId *clause, const char *key)
{
  for (guint i = 0; i < bindings->len; i++)
    {
      const MusterBinding *binding = bindings->pdata[i];

      if (muster_id_equal (&binding->clause, clause) &&
          strcmp (binding->check, MUSTER_BINDING_VIOLATION) == 0 && strcmp (binding->key, key) == 0)
        return binding->value;
    }

  return NULL;
}

/* The clause's own ladder and time of expiry, else the group's on the day of the deed. */
static gboolean
read_consequences (Library *library, MusterViolationCase *self, GError **error)
{
  const MusterViolation *violation = self->violation;
  g_autoptr (MusterPolicy) policy = muster_policy_load (
      library->db, &violation->group, muster_violation_get_day (violation), error);
  GPtrArray *bindings = NULL;
  const char *ladder = NULL, *expires = NULL;

  if (policy == NULL)
    return FALSE;
  if (self->edition != NULL)
    {
      bindings = look_up (library, library->bindings, muster_binding_table_list, &self->edition->id,
                          error);
      if (bindings == NULL)
        return FALSE;
      ladder = find_bound (bindings, &violation->clause, "ladder");
      expires = find_bound (bindings, &violation->clause, "violation-expires");
    }

  self->own_ladder = ladder != NULL;
  self->ladder =
      muster_ladder_parse (ladder != NULL ? ladder : muster_policy_get (policy, "ladder"), NULL);
  if (expires == NULL || !muster_period_parse (expires, &self->expires))
    self->expires = muster_policy_get_period (policy, "violation-expires");
  return TRUE;
}

/**
 * muster_violation_case_new:
 * @violation: (transfer full): of which nothing else is known yet
 */
MusterViolationCase *
muster_violation_case_new (MusterViolation *violation)
{
  MusterViolationCase *self = g_new0 (MusterViolationCase, 1);

  self->violation = violation;
  self->joined_on = MUSTER_DAY_NONE;
  return self;
}

void
muster_violation_case_free (MusterViolationCase *self)
{
  muster_violation_free (self->violation);
  g_clear_pointer (&self->exhibits, g_ptr_array_unref);
  g_clear_pointer (&self->rulings, g_ptr_array_unref);
  g_clear_pointer (&self->edition, muster_edition_free);
  g_clear_pointer (&self->clause, muster_clause_free);
  g_clear_pointer (&self->later, muster_edition_free);
  g_clear_pointer (&self->ladder, muster_ladder_free);
  g_free (self->document);
  g_free (self->label);
  g_free (self->later_label);
  g_free (self);
}

/* Takes @violation. */
static MusterViolationCase *
read_case (Library *library, MusterViolation *violation, GError **error)
{
  g_autoptr (MusterViolationCase) self = muster_violation_case_new (violation);
  g_autoptr (MusterMembership) membership =
      muster_membership_table_load (library->db, &violation->membership, error);

  if (membership == NULL)
    return NULL;
  self->joined_on = membership->joined_on;
  self->exhibits = muster_exhibit_table_list (library->db, &violation->id, error);
  if (self->exhibits == NULL)
    return NULL;
  self->rulings = muster_ruling_table_list (library->db, &violation->id, error);
  if (self->rulings == NULL || !read_document (library, self, error) ||
      !read_consequences (library, self, error))
    return NULL;

  self->status = muster_violation_get_status (violation, self->rulings, self->expires, library->on);
  return g_steal_pointer (&self);
}

/**
 * muster_violation_case_load:
 * @on: the day for which its status is asked
 *
 * Returns: (transfer full): %NULL with @error set if there is none
 */
MusterViolationCase *
muster_violation_case_load (MusterDatabase *db, const MusterId *id, MusterDay on, GError **error)
{
  g_auto (Library) library = library_init (db, on);
  MusterViolation *violation = muster_violation_table_load (db, id, error);

  return violation != NULL ? read_case (&library, violation, error) : NULL;
}

/**
 * muster_violation_case_list:
 * @on: the day for which their status is asked; what was reported later is left out
 *
 * Returns: (transfer full) (element-type MusterViolationCase): the newest deed first
 */
GPtrArray *
muster_violation_case_list (MusterDatabase *db, const MusterId *group, MusterDay on, GError **error)
{
  g_auto (Library) library = library_init (db, on);
  g_autoptr (GPtrArray) violations = muster_violation_table_list (db, group, error);
  g_autoptr (GPtrArray) cases =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_violation_case_free);

  if (violations == NULL)
    return NULL;

  g_ptr_array_set_free_func (violations, NULL);
  for (guint i = 0; i < violations->len; i++)
    {
      MusterViolation *violation = violations->pdata[i];
      MusterViolationCase *self;

      if (violation->reported_on > on)
        {
          muster_violation_free (violation);
          continue;
        }
      self = read_case (&library, violation, error);
      if (self == NULL)
        {
          for (i++; i < violations->len; i++)
            muster_violation_free (violations->pdata[i]);
          return NULL;
        }
      g_ptr_array_add (cases, self);
    }

  return g_steal_pointer (&cases);
}

/**
 * muster_violation_is_under:
 *
 * Where only the day of the deed is known, an edition of that same day may have come after it: the
 * doubt is the member's.
 *
 * Returns: whether @edition had been published when it happened
 */
gboolean
muster_violation_is_under (const MusterViolation *violation, const MusterEdition *edition)
{
  return violation->all_day
             ? edition->published_on < muster_violation_get_day (violation)
             : edition->published_at <= violation->happened_at - violation->utc_offset;
}

/**
 * muster_violation_case_dup_clause:
 *
 * Returns: (transfer full): the clause in short, for lists
 */
char *
muster_violation_case_dup_clause (const MusterViolationCase *self)
{
  if (self->clause == NULL)
    return g_strdup (self->document != NULL ? self->document : _ ("No clause"));

  /* TRANSLATORS: the title of a rule text and the number of a clause */
  return g_strdup_printf (_ ("%s, clause %s"), self->document, self->clause->number);
}

/**
 * muster_violation_case_list_void:
 * @cases: (element-type MusterViolationCase)
 *
 * Returns: (transfer full): the ids, borrowed from @cases, of those of which nothing follows
 */
GHashTable *
muster_violation_case_list_void (GPtrArray *cases)
{
  GHashTable *void_violations = g_hash_table_new (muster_id_hash, muster_id_equal);

  for (guint i = 0; i < cases->len; i++)
    {
      MusterViolationCase *self = cases->pdata[i];
      MusterViolationState state = self->status.state;

      if (state == MUSTER_VIOLATION_GRANTED || state == MUSTER_VIOLATION_WITHDRAWN)
        g_hash_table_add (void_violations, &self->violation->id);
    }
  return void_violations;
}
