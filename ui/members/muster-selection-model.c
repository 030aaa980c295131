/* muster-selection-model.c - which rows of a slot list are selected, kept by key
 *
 * A row stays selected wherever sorting moves it, and while a search hides it.
 * Selecting a million rows makes no items: the selection is a compressed set
 * of keys (row numbers, which fit 32 bits).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-selection-model"

#include "config.h"

#include "muster-selection-model.h"

struct _MusterSelectionModel
{
  GObject parent_instance;

  MusterSlotList *list; /* owned */
  GtkBitset *keys;      /* owned */
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterSelectionModel, muster_selection_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

static guint
key_at (MusterSelectionModel *self, guint position)
{
  return muster_slot_list_get_key (self->list, position);
}

static guint
n_items (MusterSelectionModel *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

static void
all_changed (MusterSelectionModel *self)
{
  guint n = n_items (self);

  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
}

static void
items_changed_cb (MusterSelectionModel *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
refreshed_cb (MusterSelectionModel *self)
{
  all_changed (self);
}

static GType
get_item_type (GListModel *model)
{
  return MUSTER_TYPE_SLOT;
}

static guint
get_n_items (GListModel *model)
{
  return n_items (MUSTER_SELECTION_MODEL (model));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (MUSTER_SELECTION_MODEL (model)->list), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  MusterSelectionModel *self = MUSTER_SELECTION_MODEL (model);

  return position < n_items (self) && gtk_bitset_contains (self->keys, key_at (self, position));
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  MusterSelectionModel *self = MUSTER_SELECTION_MODEL (model);
  GtkBitset *found = gtk_bitset_new_empty ();
  guint end = MIN (n_items (self), position + MIN (n, G_MAXUINT - position));

  if (gtk_bitset_is_empty (self->keys))
    return found;
  for (guint i = position; i < end; i++)
    if (gtk_bitset_contains (self->keys, key_at (self, i)))
      gtk_bitset_add (found, i);
  return found;
}

static gboolean
select_range (GtkSelectionModel *model, guint position, guint n, gboolean unselect_rest)
{
  MusterSelectionModel *self = MUSTER_SELECTION_MODEL (model);
  guint end = MIN (n_items (self), position + MIN (n, G_MAXUINT - position));

  if (unselect_rest)
    gtk_bitset_remove_all (self->keys);
  for (guint i = position; i < end; i++)
    gtk_bitset_add (self->keys, key_at (self, i));
  all_changed (self);
  return TRUE;
}

static gboolean
unselect_range (GtkSelectionModel *model, guint position, guint n)
{
  MusterSelectionModel *self = MUSTER_SELECTION_MODEL (model);
  guint end = MIN (n_items (self), position + MIN (n, G_MAXUINT - position));

  for (guint i = position; i < end; i++)
    gtk_bitset_remove (self->keys, key_at (self, i));
  all_changed (self);
  return TRUE;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  return select_range (model, position, 1, unselect_rest);
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  return unselect_range (model, position, 1);
}

static gboolean
select_all (GtkSelectionModel *model)
{
  return select_range (model, 0, G_MAXUINT, FALSE);
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  MusterSelectionModel *self = MUSTER_SELECTION_MODEL (model);

  gtk_bitset_remove_all (self->keys);
  all_changed (self);
  return TRUE;
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  MusterSelectionModel *self = MUSTER_SELECTION_MODEL (model);
  GtkBitsetIter iter;
  guint position;

  if (!gtk_bitset_iter_init_first (&iter, mask, &position))
    return TRUE;
  do
    {
      if (position >= n_items (self))
        break;
      if (gtk_bitset_contains (selected, position))
        gtk_bitset_add (self->keys, key_at (self, position));
      else
        gtk_bitset_remove (self->keys, key_at (self, position));
    }
  while (gtk_bitset_iter_next (&iter, &position));

  all_changed (self);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
  iface->set_selection = set_selection;
}

static void
muster_selection_model_finalize (GObject *object)
{
  MusterSelectionModel *self = MUSTER_SELECTION_MODEL (object);

  g_clear_object (&self->list);
  gtk_bitset_unref (self->keys);

  G_OBJECT_CLASS (muster_selection_model_parent_class)->finalize (object);
}

static void
muster_selection_model_class_init (MusterSelectionModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_selection_model_finalize;
}

static void
muster_selection_model_init (MusterSelectionModel *self)
{
  self->keys = gtk_bitset_new_empty ();
}

MusterSelectionModel *
muster_selection_model_new (MusterSlotList *list)
{
  MusterSelectionModel *self;

  g_return_val_if_fail (MUSTER_IS_SLOT_LIST (list), NULL);

  self = g_object_new (MUSTER_TYPE_SELECTION_MODEL, NULL);
  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * muster_selection_model_get_n_selected:
 *
 * Returns: how many rows are selected, those hidden by a search counted
 */
guint64
muster_selection_model_get_n_selected (MusterSelectionModel *self)
{
  g_return_val_if_fail (MUSTER_IS_SELECTION_MODEL (self), 0);

  return gtk_bitset_get_size (self->keys);
}

/**
 * muster_selection_model_dup_keys:
 *
 * Returns: (transfer full): an array of guint32, in no particular order
 */
GArray *
muster_selection_model_dup_keys (MusterSelectionModel *self)
{
  GArray *keys;
  GtkBitsetIter iter;
  guint key;

  g_return_val_if_fail (MUSTER_IS_SELECTION_MODEL (self), NULL);

  keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (gtk_bitset_iter_init_first (&iter, self->keys, &key))
    do
      {
        guint32 wide = key;

        g_array_append_val (keys, wide);
      }
    while (gtk_bitset_iter_next (&iter, &key));
  return keys;
}
