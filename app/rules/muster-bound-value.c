/* muster-bound-value.c - whether what a clause says and what the program does are the same
 *
 * A value that the text of the clause names counts before the one stored with
 * the binding.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-bound-value"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-bound-value.h"
#include "muster-rule-fines.h"

void
muster_bound_value_free (MusterBoundValue *self)
{
  g_clear_pointer (&self->found, muster_rule_value_free);
  g_free (self->clause_value);
  g_free (self->policy_value);
  g_free (self);
}

const char *
muster_binding_state_get_key (MusterBindingState state)
{
  static const char *const keys[] = { "agrees", "drifts", "free", "lost" };

  return keys[state];
}

/* NULL for a key that the policy does not have. */
static const MusterPolicyKey *
find_key (const char *key)
{
  guint n;
  const MusterPolicyKey *keys = muster_policy_list_keys (&n);

  for (guint i = 0; i < n; i++)
    if (strcmp (keys[i].key, key) == 0)
      return &keys[i];

  return NULL;
}

static gboolean
is_of_clause (const MusterBinding *binding)
{
  return strcmp (binding->check, MUSTER_BINDING_VIOLATION) == 0;
}

/* What the program goes by: a clause may have a ladder of its own. */
static char *
dup_policy_value (const MusterBinding *binding, MusterPolicy *policy)
{
  if (find_key (binding->key) == NULL && !g_str_has_prefix (binding->key, "list."))
    return NULL;
  if (is_of_clause (binding) && binding->value != NULL)
    return g_strdup (binding->value);
  return g_strdup (muster_policy_get (policy, binding->key));
}

/* The values of one form in one clause, handed to its bindings one by one. */
typedef struct
{
  GPtrArray *values; /* owned, of MusterRuleValue; taken ones are NULL */
  MusterRuleForm form;
  const MusterClause *clause;
} Named;

static void
take (MusterBoundValue *bound, Named *named, guint i)
{
  bound->found = named->values->pdata[i];
  named->values->pdata[i] = NULL;
}

/* The value that is @wanted, which may be NULL for any. */
static void
take_value (MusterBoundValue *bound, Named *named, const char *wanted, gboolean any)
{
  if (bound->found != NULL || (wanted == NULL && !any))
    return;
  for (guint i = 0; i < named->values->len; i++)
    {
      const MusterRuleValue *value = named->values->pdata[i];

      if (value == NULL || (!any && !muster_rule_value_equal (named->form, value->value, wanted)))
        continue;
      take (bound, named, i);
      return;
    }
}

static gboolean
shares (const MusterBoundValue *bound, const Named *named)
{
  return bound->clause == named->clause && bound->form == named->form;
}

/* Several bindings of a clause may have the same form: each value is one's.  What a binding said
 * before comes first, then what the policy says, then the order of the text. */
static void
hand_out (GPtrArray *bounds, Named *named)
{
  for (int pass = 0; pass < 3; pass++)
    for (guint i = 0; i < bounds->len; i++)
      {
        MusterBoundValue *bound = bounds->pdata[i];

        if (shares (bound, named))
          take_value (bound, named, pass == 0 ? bound->binding->value : bound->policy_value,
                      pass == 2);
      }
}

static gboolean
has_amount (const MusterRuleValue *value, GStrv amounts)
{
  return g_strv_contains ((const char *const *) amounts, value->value);
}

/* Of fines every amount of the text has to be one of the ladder. */
static void
compare_fines (MusterBoundValue *bound)
{
  g_autoptr (GPtrArray) values = muster_rule_value_find (bound->form, bound->clause->text);
  g_auto (GStrv) amounts = muster_rule_fines_list (bound->policy_value);
  g_autoptr (GString) said = g_string_new (NULL);
  guint strange = G_MAXUINT;

  bound->state = MUSTER_BINDING_FREE;
  if (values->len == 0 || amounts[0] == NULL)
    return;

  for (guint i = 0; i < values->len; i++)
    {
      const MusterRuleValue *value = values->pdata[i];

      g_string_append_printf (said, "%s%s", i > 0 ? ", " : "", value->value);
      if (strange == G_MAXUINT && !has_amount (value, amounts))
        strange = i;
    }
  bound->clause_value = g_string_free (g_steal_pointer (&said), FALSE);
  bound->state = strange == G_MAXUINT ? MUSTER_BINDING_AGREES : MUSTER_BINDING_DRIFTS;
  if (strange != G_MAXUINT)
    bound->found = g_ptr_array_steal_index (values, strange);
}

static void
compare (MusterBoundValue *bound)
{
  if (bound->clause == NULL)
    {
      bound->state = MUSTER_BINDING_LOST;
      return;
    }
  if (bound->policy_value == NULL)
    {
      bound->state = MUSTER_BINDING_FREE;
      return;
    }
  if (bound->form == MUSTER_RULE_FINES)
    {
      compare_fines (bound);
      return;
    }

  bound->clause_value =
      g_strdup (bound->found != NULL ? bound->found->value : bound->binding->value);
  if (bound->clause_value == NULL)
    bound->state = MUSTER_BINDING_FREE;
  else
    bound->state = muster_rule_value_equal (bound->form, bound->clause_value, bound->policy_value)
                       ? MUSTER_BINDING_AGREES
                       : MUSTER_BINDING_DRIFTS;
}

static const MusterClause *
find_clause (GPtrArray *clauses, const MusterId *id, guint *out_place)
{
  for (guint i = 0; i < clauses->len; i++)
    if (muster_id_equal (&((const MusterClause *) clauses->pdata[i])->id, id))
      {
        *out_place = i;
        return clauses->pdata[i];
      }

  *out_place = clauses->len;
  return NULL;
}

typedef struct
{
  MusterBoundValue *bound;
  guint place;
} Placed;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Placed *x = a;
  const Placed *y = b;

  return x->place < y->place ? -1 : x->place > y->place;
}

/* In the order of the clauses; those of a clause as they came. */
static GPtrArray *
list_placed (GPtrArray *bindings, GPtrArray *clauses, MusterPolicy *policy)
{
  GPtrArray *bounds = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_bound_value_free);
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));

  for (guint i = 0; i < bindings->len; i++)
    {
      const MusterBinding *binding = bindings->pdata[i];
      Placed entry = { g_new0 (MusterBoundValue, 1), 0 };

      entry.bound->binding = binding;
      entry.bound->clause = find_clause (clauses, &binding->clause, &entry.place);
      entry.bound->form = muster_rule_form_of_key (binding->key);
      entry.bound->policy_value = dup_policy_value (binding, policy);
      g_array_append_val (placed, entry);
    }
  g_array_sort (placed, compare_places);
  for (guint i = 0; i < placed->len; i++)
    g_ptr_array_add (bounds, g_array_index (placed, Placed, i).bound);
  return bounds;
}

/**
 * muster_bound_value_list:
 * @bindings: (element-type MusterBinding): of an edition or a draft; must outlive the result
 * @clauses: (element-type MusterClause): of the same; must outlive the result
 * @policy: of the day that counts
 *
 * Returns: (transfer full) (element-type MusterBoundValue): in the order of the clauses
 */
GPtrArray *
muster_bound_value_list (GPtrArray *bindings, GPtrArray *clauses, MusterPolicy *policy)
{
  GPtrArray *bounds = list_placed (bindings, clauses, policy);

  for (guint i = 0; i < bounds->len; i++)
    {
      MusterBoundValue *bound = bounds->pdata[i];
      Named named = { NULL, bound->form, bound->clause };

      if (bound->clause == NULL || bound->found != NULL || bound->form == MUSTER_RULE_NO_FORM ||
          bound->form == MUSTER_RULE_FINES)
        continue;
      named.values = muster_rule_value_find (bound->form, bound->clause->text);
      hand_out (bounds, &named);
      g_ptr_array_set_free_func (named.values, NULL);
      for (guint j = 0; j < named.values->len; j++)
        g_clear_pointer ((MusterRuleValue **) &named.values->pdata[j], muster_rule_value_free);
      g_ptr_array_unref (named.values);
    }
  for (guint i = 0; i < bounds->len; i++)
    compare (bounds->pdata[i]);
  return bounds;
}

/**
 * muster_bound_value_find_drift:
 * @values: (element-type MusterBoundValue):
 *
 * Returns: (nullable): the first that drifts
 */
const MusterBoundValue *
muster_bound_value_find_drift (GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    if (((const MusterBoundValue *) values->pdata[i])->state == MUSTER_BINDING_DRIFTS)
      return values->pdata[i];

  return NULL;
}

/**
 * muster_bound_value_dup_title:
 *
 * Returns: what the key is called, translated
 */
char *
muster_bound_value_dup_title (const MusterBoundValue *self)
{
  const MusterPolicyKey *key = find_key (self->binding->key);

  return g_strdup (key != NULL ? _ (key->title) : self->binding->key);
}

/**
 * muster_bound_value_dup_clause_title:
 *
 * Returns: (nullable): what the clause says, for people
 */
char *
muster_bound_value_dup_clause_title (const MusterBoundValue *self)
{
  return self->clause_value != NULL ? muster_rule_value_dup_title (self->form, self->clause_value)
                                    : NULL;
}

/**
 * muster_bound_value_dup_policy_title:
 *
 * Returns: (nullable): what the program does, for people
 */
char *
muster_bound_value_dup_policy_title (const MusterBoundValue *self)
{
  return self->policy_value != NULL ? muster_rule_value_dup_title (self->form, self->policy_value)
                                    : NULL;
}

/**
 * muster_bound_value_dup_sentence:
 *
 * Returns: both values of one that drifts, in a sentence
 */
char *
muster_bound_value_dup_sentence (const MusterBoundValue *self)
{
  g_autofree char *title = muster_bound_value_dup_title (self);
  g_autofree char *said = muster_bound_value_dup_clause_title (self);
  g_autofree char *done = muster_bound_value_dup_policy_title (self);

  /* TRANSLATORS: the number of a clause, the value in its text, the name of a setting of the group
   * and its value */
  return g_strdup_printf (_ ("Clause %s says %s; the setting “%s” says %s."), self->clause->number,
                          said, title, done);
}

static const char *
find_other (GStrv amounts, GPtrArray *said)
{
  for (guint i = 0; amounts[i] != NULL; i++)
    {
      gboolean is_said = FALSE;

      for (guint j = 0; j < said->len; j++)
        is_said |= strcmp (((const MusterRuleValue *) said->pdata[j])->value, amounts[i]) == 0;
      if (!is_said)
        return amounts[i];
    }

  return amounts[0];
}

/* The fine of the ladder that stands against the one of the text. */
static char *
dup_other_fine (const MusterBoundValue *self)
{
  g_auto (GStrv) amounts = muster_rule_fines_list (self->policy_value);
  g_autoptr (GPtrArray) said = muster_rule_value_find (self->form, self->clause->text);

  return g_strdup (find_other (amounts, said));
}

/**
 * muster_bound_value_dup_policy_taken:
 *
 * Returns: the value of the policy once it does what the clause says; only for one that drifts
 */
char *
muster_bound_value_dup_policy_taken (const MusterBoundValue *self)
{
  g_autofree char *other = NULL;

  if (self->form != MUSTER_RULE_FINES)
    return g_strdup (self->clause_value);

  other = dup_other_fine (self);
  return muster_rule_fines_replace (self->policy_value, other, self->found->value);
}

/**
 * muster_bound_value_dup_text_taken:
 *
 * Returns: (nullable): the words of the clause once they say what the program does, to stand where
 *   @self's value was found; %NULL where the text names no value
 */
char *
muster_bound_value_dup_text_taken (const MusterBoundValue *self)
{
  g_autofree char *other = NULL;

  if (self->found == NULL)
    return NULL;
  if (self->form == MUSTER_RULE_FINES)
    other = dup_other_fine (self);
  return muster_rule_value_dup_text (self->form, self->found,
                                     other != NULL ? other : self->policy_value);
}
