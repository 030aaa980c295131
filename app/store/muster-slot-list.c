/* muster-slot-list.c - a long list on screen: keys in order, contents as rows come into view
 *
 * The items are position slots.  When the order or the selection of rows
 * changes, the slots that somebody holds stay and say "changed"; only the
 * length grows or shrinks at the tail.  GTK 4.8 reads every item of the model
 * when told that all of them were replaced, so that is never said.
 *
 * May be used on one thread, usually that of the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-slot-list"

#include "config.h"

#include "muster-slot-list.h"

#define N_PAGES 16 /* pages kept: more than any view shows at once */

typedef struct
{
  guint first;     /* position, a multiple of the page's length */
  GPtrArray *rows; /* owned, NULL: the place is free */
  guint64 used;    /* when it was last asked for, in requests */
} Page;

struct _MusterSlotList
{
  GObject parent_instance;

  GArray *keys;      /* owned, of guint32 */
  guint limit;       /* at most so many are shown */
  GHashTable *slots; /* owned, position -> MusterSlot not owned: those somebody holds */
  Page pages[N_PAGES];
  guint64 n_requests;
  guint64 n_created;

  MusterSlotListFetch fetch;
  gpointer user_data;
  GDestroyNotify destroy;
};

struct _MusterSlot
{
  GObject parent_instance;

  MusterSlotList *list; /* not owned, NULL when the slot fell off the end or the list is gone */
  guint position;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (MusterSlot, muster_slot, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (MusterSlotList, muster_slot_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  SLOT_CHANGED,
  LIST_REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
muster_slot_dispose (GObject *object)
{
  MusterSlot *self = MUSTER_SLOT (object);

  if (self->list != NULL)
    g_hash_table_remove (self->list->slots, GUINT_TO_POINTER (self->position));
  self->list = NULL;

  G_OBJECT_CLASS (muster_slot_parent_class)->dispose (object);
}

static void
muster_slot_class_init (MusterSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_slot_dispose;

  signals[SLOT_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_slot_init (MusterSlot *self)
{
}

/**
 * muster_slot_get_key:
 *
 * Returns: the key of the row that stands here now, 0 if none does
 */
guint32
muster_slot_get_key (MusterSlot *self)
{
  g_return_val_if_fail (MUSTER_IS_SLOT (self), 0);

  if (self->list == NULL || self->position >= self->list->keys->len)
    return 0;
  return muster_slot_list_get_key (self->list, self->position);
}

guint
muster_slot_get_position (MusterSlot *self)
{
  g_return_val_if_fail (MUSTER_IS_SLOT (self), 0);

  return self->position;
}

static void
clear_pages (MusterSlotList *self)
{
  for (guint i = 0; i < N_PAGES; i++)
    g_clear_pointer (&self->pages[i].rows, g_ptr_array_unref);
}

static Page *
get_page (MusterSlotList *self, guint position)
{
  guint first = position - position % MUSTER_SLOT_LIST_PAGE;
  Page *oldest = &self->pages[0];

  self->n_requests++;
  for (guint i = 0; i < N_PAGES; i++)
    {
      Page *page = &self->pages[i];

      if (page->rows != NULL && page->first == first)
        {
          page->used = self->n_requests;
          return page;
        }
      if (page->rows == NULL)
        page->used = 0;
      if (page->used < oldest->used)
        oldest = page;
    }

  g_clear_pointer (&oldest->rows, g_ptr_array_unref);
  oldest->first = first;
  oldest->used = self->n_requests;
  oldest->rows =
      self->fetch (&g_array_index (self->keys, guint32, first),
                   MIN (MUSTER_SLOT_LIST_PAGE, self->keys->len - first), self->user_data);
  return oldest;
}

/**
 * muster_slot_get_row:
 *
 * Reads the row, and those around it, when it has not been read yet.
 *
 * Returns: (nullable) (transfer none): what the list's fetch function made of
 *   it, good until the main loop runs again; %NULL if there is no such row
 */
gpointer
muster_slot_get_row (MusterSlot *self)
{
  Page *page;

  g_return_val_if_fail (MUSTER_IS_SLOT (self), NULL);

  if (self->list == NULL || self->position >= self->list->keys->len)
    return NULL;

  page = get_page (self->list, self->position);
  if (page->rows == NULL || self->position - page->first >= page->rows->len)
    return NULL;
  return g_ptr_array_index (page->rows, self->position - page->first);
}

static guint
shown (MusterSlotList *self)
{
  return MIN (self->keys->len, self->limit);
}

static void
emit_changed (MusterSlotList *self)
{
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    g_ptr_array_add (held, g_object_ref (slot));
  for (guint i = 0; i < held->len; i++)
    g_signal_emit (g_ptr_array_index (held, i), signals[SLOT_CHANGED], 0);
}

static void
drop_slots_from (MusterSlotList *self, guint n)
{
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    if (MUSTER_SLOT (slot)->position >= n)
      {
        MUSTER_SLOT (slot)->list = NULL;
        g_hash_table_iter_remove (&iter);
      }
}

static GType
get_item_type (GListModel *model)
{
  return MUSTER_TYPE_SLOT;
}

static guint
get_n_items (GListModel *model)
{
  return shown (MUSTER_SLOT_LIST (model));
}

static gpointer
get_item (GListModel *model, guint position)
{
  MusterSlotList *self = MUSTER_SLOT_LIST (model);
  MusterSlot *slot;

  if (position >= shown (self))
    return NULL;

  slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));
  if (slot != NULL)
    return g_object_ref (slot);

  slot = g_object_new (MUSTER_TYPE_SLOT, NULL);
  slot->list = self;
  slot->position = position;
  g_hash_table_insert (self->slots, GUINT_TO_POINTER (position), slot);
  self->n_created++;
  return slot;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
muster_slot_list_finalize (GObject *object)
{
  MusterSlotList *self = MUSTER_SLOT_LIST (object);

  drop_slots_from (self, 0);
  clear_pages (self);
  g_hash_table_unref (self->slots);
  g_array_unref (self->keys);
  if (self->destroy != NULL)
    self->destroy (self->user_data);

  G_OBJECT_CLASS (muster_slot_list_parent_class)->finalize (object);
}

static void
muster_slot_list_class_init (MusterSlotListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_slot_list_finalize;

  /* Rows may stand elsewhere or hold something else; the length is told by items-changed. */
  signals[LIST_REFRESHED] = g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_slot_list_init (MusterSlotList *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->limit = G_MAXUINT;
  self->slots = g_hash_table_new (NULL, NULL);
}

/**
 * muster_slot_list_new:
 * @fetch: reads a page of rows
 * @user_data: (nullable): passed to @fetch
 * @destroy: (nullable): frees @user_data with the list
 */
MusterSlotList *
muster_slot_list_new (MusterSlotListFetch fetch, gpointer user_data, GDestroyNotify destroy)
{
  MusterSlotList *self;

  g_return_val_if_fail (fetch != NULL, NULL);

  self = g_object_new (MUSTER_TYPE_SLOT_LIST, NULL);
  self->fetch = fetch;
  self->user_data = user_data;
  self->destroy = destroy;
  return self;
}

/**
 * muster_slot_list_set_keys:
 * @keys: (transfer full): an array of guint32: the rows in their new order
 *
 * Slots keep their places; what stands in them changes.
 */
void
muster_slot_list_set_keys (MusterSlotList *self, GArray *keys)
{
  guint before, after;

  g_return_if_fail (MUSTER_IS_SLOT_LIST (self));
  g_return_if_fail (keys != NULL && g_array_get_element_size (keys) == sizeof (guint32));

  before = shown (self);
  g_array_unref (self->keys);
  self->keys = keys;
  clear_pages (self);
  after = shown (self);

  drop_slots_from (self, after);
  if (after < before)
    g_list_model_items_changed (G_LIST_MODEL (self), after, before - after, 0);
  emit_changed (self);
  if (after > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, after - before);
  g_signal_emit (self, signals[LIST_REFRESHED], 0); /* last: the length is known by now */
}

/**
 * muster_slot_list_set_limit:
 * @limit: how many rows to show at most; %G_MAXUINT shows all
 *
 * A view that opens with a few rows and gets the others after its first frame
 * opens sooner: GTK builds some 200 rows whatever is visible.
 */
void
muster_slot_list_set_limit (MusterSlotList *self, guint limit)
{
  guint before, after;

  g_return_if_fail (MUSTER_IS_SLOT_LIST (self));

  before = shown (self);
  self->limit = limit;
  after = shown (self);
  drop_slots_from (self, after);
  if (after < before)
    g_list_model_items_changed (G_LIST_MODEL (self), after, before - after, 0);
  if (after > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, after - before);
}

/**
 * muster_slot_list_refresh:
 *
 * Reads anew what is in view, after a change to the rows themselves.
 */
void
muster_slot_list_refresh (MusterSlotList *self)
{
  g_return_if_fail (MUSTER_IS_SLOT_LIST (self));

  clear_pages (self);
  emit_changed (self);
  g_signal_emit (self, signals[LIST_REFRESHED], 0);
}

guint32
muster_slot_list_get_key (MusterSlotList *self, guint position)
{
  g_return_val_if_fail (MUSTER_IS_SLOT_LIST (self), 0);
  g_return_val_if_fail (position < self->keys->len, 0);

  return g_array_index (self->keys, guint32, position);
}

/**
 * muster_slot_list_find_key:
 * @out_position: (out): where it stands
 *
 * Looks at every key: about 1 ms for a million.
 */
gboolean
muster_slot_list_find_key (MusterSlotList *self, guint32 key, guint *out_position)
{
  const guint32 *keys;

  g_return_val_if_fail (MUSTER_IS_SLOT_LIST (self), FALSE);

  keys = (const guint32 *) (gpointer) self->keys->data;
  for (guint i = 0; i < self->keys->len; i++)
    if (keys[i] == key)
      {
        *out_position = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * muster_slot_list_get_n_keys:
 *
 * Returns: how many rows there are, shown or beyond the limit
 */
guint
muster_slot_list_get_n_keys (MusterSlotList *self)
{
  g_return_val_if_fail (MUSTER_IS_SLOT_LIST (self), 0);

  return self->keys->len;
}

/**
 * muster_slot_list_get_n_created:
 *
 * Returns: how many slots were ever made: a counter for benches, a storm of
 *   reads shows here
 */
guint64
muster_slot_list_get_n_created (MusterSlotList *self)
{
  g_return_val_if_fail (MUSTER_IS_SLOT_LIST (self), 0);

  return self->n_created;
}
