/* muster-member-list.c - the members on screen: their order, the search, their rows
 *
 * The order and the search buffer are read on workers; a key stroke scans the
 * buffer at once; the rows in view are read from the screen's connection.
 * Used on the thread that opened the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-member-list"

#include "config.h"

#include "muster-member-list.h"
#include "muster-search.h"

struct _MusterMemberList
{
  GObject parent_instance;

  MusterStore *store;    /* owned */
  MusterSlotList *slots; /* owned */
  MusterMemberQuery query;
  char *text; /* owned, never NULL: what is searched for */

  GArray *order;            /* owned, of guint32: all members; NULL until read */
  guint n_members;          /* of them, those that the filter leaves */
  MusterSearch *search;     /* owned, NULL until read */
  MusterMemberFacts *facts; /* owned, NULL until somebody knows them */
  GCancellable *reading;    /* owned, NULL when no order is being read */
  GCancellable *indexing;   /* owned, NULL when no search buffer is being made */
};

G_DEFINE_FINAL_TYPE (MusterMemberList, muster_member_list, G_TYPE_OBJECT)

enum
{
  SIGNAL_LOADED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_fact (MusterMemberList *self, MusterMember *member)
{
  const MusterMemberFact *fact = NULL;

  if (member != NULL)
    fact = muster_member_list_find_fact (self, muster_member_get_row (member));
  if (fact != NULL)
    muster_member_take_text (member, MUSTER_MEMBER_LAST_MESSAGE,
                             muster_member_fact_dup_text (fact));
}

static GPtrArray *
fetch (const guint32 *keys, guint n, gpointer user_data)
{
  MusterMemberList *self = user_data;
  g_autoptr (GError) error = NULL;
  MusterDatabase *db = muster_store_get_database (self->store, &error);
  GPtrArray *members = NULL;

  if (db != NULL)
    members = muster_member_query_load (db, keys, n, &error);
  if (members != NULL && muster_id_is_none (&self->query.group) &&
      !muster_member_query_name_groups (db, members, &error))
    g_clear_pointer (&members, g_ptr_array_unref);
  for (guint i = 0; members != NULL && i < n; i++)
    add_fact (self, members->pdata[i]);
  if (members == NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
  return members;
}

/* The members of @order that are among @hits, in the order of @order. */
static GArray *
intersect (GArray *order, GArray *hits)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint8 *marks = NULL;
  guint32 highest = 0;

  for (guint i = 0; i < hits->len; i++)
    highest = MAX (highest, g_array_index (hits, guint32, i));
  marks = g_malloc0 (highest / 8 + 1);
  for (guint i = 0; i < hits->len; i++)
    marks[g_array_index (hits, guint32, i) / 8] |= 1 << g_array_index (hits, guint32, i) % 8;

  for (guint i = 0; i < order->len; i++)
    {
      guint32 row = g_array_index (order, guint32, i);

      if (row <= highest && (marks[row / 8] & 1 << row % 8) != 0)
        g_array_append_val (found, row);
    }
  return found;
}

/* What only the facts tell: the filters of the roll call and the order of the last message. */
static GArray *
arrange (MusterMemberList *self)
{
  g_autoptr (GArray) kept = NULL;

  if (self->query.filter == MUSTER_MEMBER_FILTER_SILENT)
    kept = muster_member_facts_filter (self->facts, self->order, MUSTER_MEMBER_MARK_SILENT);
  else if (self->query.filter == MUSTER_MEMBER_FILTER_NICKNAME)
    kept = muster_member_facts_filter (self->facts, self->order, MUSTER_MEMBER_MARK_NICKNAME);
  else
    kept = g_array_ref (self->order);

  if (self->query.sort != MUSTER_MEMBER_LAST_MESSAGE || self->facts == NULL)
    return g_steal_pointer (&kept);
  return muster_member_facts_sort (self->facts, kept, self->query.descending);
}

static void
show (MusterMemberList *self)
{
  g_autoptr (GArray) arranged = NULL;
  g_autoptr (GArray) hits = NULL;

  if (self->order == NULL || (self->text[0] != '\0' && self->search == NULL) ||
      (self->facts == NULL && muster_member_list_needs_facts (self)))
    return;

  arranged = arrange (self);
  self->n_members = arranged->len;
  if (self->text[0] != '\0')
    hits = muster_search_find (self->search, self->text);
  muster_slot_list_set_keys (self->slots,
                             hits != NULL ? intersect (arranged, hits) : g_array_ref (arranged));
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static gpointer
read_order (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_member_query_list_rows (db, data, error);
}

static gpointer
read_search (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const MusterId *group = data;

  return muster_search_new (db, muster_id_is_none (group) ? NULL : group, error);
}

static void
search_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterMemberList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSearch) search =
      muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->slots == NULL)
    return;
  g_clear_object (&self->indexing);
  if (search == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
      return;
    }

  g_clear_pointer (&self->search, muster_search_free);
  self->search = g_steal_pointer (&search);
  if (self->text[0] != '\0')
    show (self);
}

static void
start_search (MusterMemberList *self)
{
  g_cancellable_cancel (self->indexing);
  g_clear_object (&self->indexing);
  self->indexing = g_cancellable_new ();
  muster_store_read_async (
      self->store, read_search, g_memdup2 (&self->query.group, sizeof (MusterId)), g_free,
      (GDestroyNotify) muster_search_free, self->indexing, search_read_cb, g_object_ref (self));
}

static void
order_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterMemberList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) order = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->slots == NULL)
    return;
  g_clear_object (&self->reading);
  if (order == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
      return;
    }

  g_clear_pointer (&self->order, g_array_unref);
  self->order = g_steal_pointer (&order);
  show (self);
}

static void
start_order (MusterMemberList *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  muster_store_read_async (self->store, read_order, g_memdup2 (&self->query, sizeof self->query),
                           g_free, (GDestroyNotify) g_array_unref, self->reading, order_read_cb,
                           g_object_ref (self));
}

static void
muster_member_list_dispose (GObject *object)
{
  MusterMemberList *self = MUSTER_MEMBER_LIST (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_cancellable_cancel (self->indexing);
  g_clear_object (&self->indexing);
  g_clear_object (&self->slots);

  G_OBJECT_CLASS (muster_member_list_parent_class)->dispose (object);
}

static void
muster_member_list_finalize (GObject *object)
{
  MusterMemberList *self = MUSTER_MEMBER_LIST (object);

  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->search, muster_search_free);
  g_clear_pointer (&self->facts, muster_member_facts_free);
  g_clear_object (&self->store);
  g_free (self->text);

  G_OBJECT_CLASS (muster_member_list_parent_class)->finalize (object);
}

static void
muster_member_list_class_init (MusterMemberListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = muster_member_list_dispose;
  object_class->finalize = muster_member_list_finalize;

  /* The list shows what was asked for last. */
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* Something could not be read: a sentence for a person. */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
muster_member_list_init (MusterMemberList *self)
{
  self->text = g_strdup ("");
  self->slots = muster_slot_list_new (fetch, self, NULL);
}

MusterMemberList *
muster_member_list_new (MusterStore *store)
{
  MusterMemberList *self;

  g_return_val_if_fail (MUSTER_IS_STORE (store), NULL);

  self = g_object_new (MUSTER_TYPE_MEMBER_LIST, NULL);
  self->store = g_object_ref (store);
  return self;
}

/**
 * muster_member_list_get_slots:
 *
 * Returns: (transfer none): the list for the view; the row of a slot is a
 *   MusterMember
 */
MusterSlotList *
muster_member_list_get_slots (MusterMemberList *self)
{
  g_return_val_if_fail (MUSTER_IS_MEMBER_LIST (self), NULL);

  return self->slots;
}

/**
 * muster_member_list_set_query:
 *
 * Reads the members anew when @query says something else than before.
 */
void
muster_member_list_set_query (MusterMemberList *self, const MusterMemberQuery *query)
{
  gboolean other_group;

  g_return_if_fail (MUSTER_IS_MEMBER_LIST (self));
  g_return_if_fail (query != NULL);

  other_group = !muster_id_equal (&self->query.group, &query->group);
  if (self->order != NULL && !other_group && self->query.sort == query->sort &&
      self->query.descending == query->descending && self->query.past == query->past &&
      self->query.filter == query->filter)
    return;

  self->query = *query;
  if (other_group)
    {
      g_clear_pointer (&self->order, g_array_unref);
      g_clear_pointer (&self->search, muster_search_free);
      g_clear_pointer (&self->facts, muster_member_facts_free);
      muster_slot_list_set_keys (self->slots, g_array_new (FALSE, FALSE, sizeof (guint32)));
    }
  start_order (self);
  if (self->search == NULL)
    start_search (self);
}

const MusterMemberQuery *
muster_member_list_get_query (MusterMemberList *self)
{
  g_return_val_if_fail (MUSTER_IS_MEMBER_LIST (self), NULL);

  return &self->query;
}

/**
 * muster_member_list_set_search:
 * @text: what to look for; empty shows everyone
 */
void
muster_member_list_set_search (MusterMemberList *self, const char *text)
{
  char *copy;

  g_return_if_fail (MUSTER_IS_MEMBER_LIST (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (self->text, text))
    return;

  copy = g_strdup (text);
  g_free (self->text);
  self->text = copy;
  show (self);
}

/**
 * muster_member_list_needs_facts:
 *
 * Returns: whether nothing can be shown without facts
 */
gboolean
muster_member_list_needs_facts (MusterMemberList *self)
{
  g_return_val_if_fail (MUSTER_IS_MEMBER_LIST (self), FALSE);

  return self->query.filter == MUSTER_MEMBER_FILTER_SILENT ||
         self->query.filter == MUSTER_MEMBER_FILTER_NICKNAME;
}

/**
 * muster_member_list_take_facts:
 * @facts: (transfer full): what is known of the members of the query's group
 */
void
muster_member_list_take_facts (MusterMemberList *self, MusterMemberFacts *facts)
{
  g_return_if_fail (MUSTER_IS_MEMBER_LIST (self));

  g_clear_pointer (&self->facts, muster_member_facts_free);
  self->facts = facts;
  show (self);
}

/**
 * muster_member_list_find_fact:
 * @row: the row number of a membership
 *
 * Returns: (nullable): what is known of the member, as long as no other facts are taken
 */
const MusterMemberFact *
muster_member_list_find_fact (MusterMemberList *self, guint32 row)
{
  g_return_val_if_fail (MUSTER_IS_MEMBER_LIST (self), NULL);

  return self->facts != NULL ? muster_member_facts_find (self->facts, row) : NULL;
}

/**
 * muster_member_list_reload:
 *
 * After a change to the store.  What is shown stays until the new order is there.
 */
void
muster_member_list_reload (MusterMemberList *self)
{
  g_return_if_fail (MUSTER_IS_MEMBER_LIST (self));

  start_order (self);
  start_search (self);
}

/**
 * muster_member_list_is_loaded:
 *
 * Returns: whether all that the query needs has been read
 */
gboolean
muster_member_list_is_loaded (MusterMemberList *self)
{
  g_return_val_if_fail (MUSTER_IS_MEMBER_LIST (self), FALSE);

  return self->order != NULL && (self->facts != NULL || !muster_member_list_needs_facts (self));
}

/**
 * muster_member_list_get_n_members:
 *
 * Returns: how many the filter leaves, found by the search or not
 */
guint
muster_member_list_get_n_members (MusterMemberList *self)
{
  g_return_val_if_fail (MUSTER_IS_MEMBER_LIST (self), 0);

  return self->order != NULL ? self->n_members : 0;
}
