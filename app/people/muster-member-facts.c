/* muster-member-facts.c - what the records say of the members of a table
 *
 * A value holder: it is filled by app/rollcall on a worker and then only read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-member-facts"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-member-facts.h"
#include "muster-member-query.h"

struct _MusterMemberFacts
{
  GHashTable *rows;  /* owned: MusterId -> row number */
  GHashTable *facts; /* owned: row number -> MusterMemberFact */
};

/**
 * muster_member_facts_new:
 *
 * Returns: (transfer full): an empty fact for each membership of the group
 */
MusterMemberFacts *
muster_member_facts_new (MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (GHashTable) rows = muster_member_query_read_ids (db, group, error);
  MusterMemberFacts *self;

  if (rows == NULL)
    return NULL;

  self = g_new0 (MusterMemberFacts, 1);
  self->rows = g_steal_pointer (&rows);
  self->facts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
muster_member_facts_free (MusterMemberFacts *self)
{
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->facts);
  g_free (self);
}

/**
 * muster_member_facts_find_id:
 * @id: a membership
 *
 * Returns: (nullable): its fact, to be filled; %NULL for one of another group
 */
MusterMemberFact *
muster_member_facts_find_id (MusterMemberFacts *self, const MusterId *id)
{
  gpointer row = g_hash_table_lookup (self->rows, id);
  MusterMemberFact *fact;

  if (row == NULL)
    return NULL;

  fact = g_hash_table_lookup (self->facts, row);
  if (fact == NULL)
    {
      fact = g_new0 (MusterMemberFact, 1);
      g_hash_table_insert (self->facts, row, fact);
    }
  return fact;
}

const MusterMemberFact *
muster_member_facts_find (MusterMemberFacts *self, guint32 row)
{
  return g_hash_table_lookup (self->facts, GUINT_TO_POINTER (row));
}

/**
 * muster_member_facts_filter:
 * @rows: (element-type guint32): row numbers
 *
 * Returns: (transfer full) (element-type guint32): those that bear the mark, in the same order
 */
GArray *
muster_member_facts_filter (MusterMemberFacts *self, GArray *rows, MusterMemberMark mark)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);
      const MusterMemberFact *fact = muster_member_facts_find (self, row);

      if (fact != NULL && (fact->marks & mark) != 0)
        g_array_append_val (kept, row);
    }
  return kept;
}

/* A row with what it is sorted by; the place breaks ties, so that the sort is stable. */
typedef struct
{
  guint32 row;
  guint place;
  gint64 last_message;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Ranked *x = a, *y = b;
  gboolean descending = GPOINTER_TO_INT (user_data);

  if ((x->last_message == 0) != (y->last_message == 0))
    return x->last_message == 0 ? 1 : -1; /* who has none stands last either way */
  if (x->last_message != y->last_message)
    return (x->last_message < y->last_message) != descending ? -1 : 1;
  return x->place < y->place ? -1 : 1;
}

/**
 * muster_member_facts_sort:
 * @rows: (element-type guint32): row numbers
 *
 * Returns: (transfer full) (element-type guint32): by the last message, who has none last
 */
GArray *
muster_member_facts_sort (MusterMemberFacts *self, GArray *rows, gboolean descending)
{
  g_autofree Ranked *ranked = g_new0 (Ranked, MAX (rows->len, 1));
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint32), rows->len);

  for (guint i = 0; i < rows->len; i++)
    {
      const MusterMemberFact *fact;

      ranked[i].row = g_array_index (rows, guint32, i);
      ranked[i].place = i;
      fact = muster_member_facts_find (self, ranked[i].row);
      ranked[i].last_message = fact != NULL ? fact->last_message : 0;
    }
  g_qsort_with_data (ranked, (int) rows->len, sizeof (Ranked), compare_ranked,
                     GINT_TO_POINTER (descending));
  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (sorted, ranked[i].row);
  return sorted;
}

/**
 * muster_member_fact_dup_text:
 *
 * Returns: (transfer full): the day of the last message, or in a word why there is none
 */
char *
muster_member_fact_dup_text (const MusterMemberFact *self)
{
  switch (self->heard)
    {
    case MUSTER_MEMBER_HEARD:
      return muster_day_dup_text (muster_day_from_seconds (self->last_message));

    case MUSTER_MEMBER_NEVER:
      /* TRANSLATORS: in the column of the last message: there is none at all */
      return g_strdup (_ ("never"));

    case MUSTER_MEMBER_BEFORE:
      {
        g_autofree char *day = muster_day_dup_text (self->covered_from);

        /* TRANSLATORS: in the column of the last message: if there is one, it is older */
        return g_strdup_printf (_ ("before %s"), day);
      }

    case MUSTER_MEMBER_NOT_COVERED:
      /* TRANSLATORS: in the column of the last message: the records do not tell */
      return g_strdup (_ ("not covered"));

    case MUSTER_MEMBER_NO_RECORDS:
    default:
      /* TRANSLATORS: in the column of the last message: there are no chat records */
      return g_strdup (_ ("no records"));
    }
}
