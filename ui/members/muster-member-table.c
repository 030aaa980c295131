/* muster-member-table.c - members as a table, or in two lines each where the window is narrow
 *
 * Cells are filled as rows come into view.  A new order or search changes the
 * slots in place: no row is built anew (PERFORMANCE.md, section 3).  Columns
 * go when there is no room for them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-member-table"

#include "config.h"

#include "muster-member-lines.h"
#include "muster-member-table.h"

/* How much room there is. */
typedef enum
{
  NARROW, /* no table: two lines a member */
  TIGHT,  /* the columns that matter most */
  ROOMY,
  WIDE, /* all columns */
} Space;

/* Where a column is shown. */
typedef enum
{
  IN_GROUP = 1 << 0,
  WITH_RECORDS = 1 << 1, /* in a group whose records are counted */
  OF_EVERYONE = 1 << 2,
  IN_BOTH = IN_GROUP | OF_EVERYONE,
} Where;

#define TIGHT_WIDTH 440 /* from this width on */
#define ROOMY_WIDTH 640
#define WIDE_WIDTH 900

struct _MusterMemberTable
{
  AdwBin parent_instance;

  MusterSelectionModel *model; /* owned, NULL until set */
  MusterMemberColumn sort;
  gboolean descending;
  guint where; /* bits of Where: what is shown */
  Space space;
  guint fitting;   /* source id, 0 unless the room has just changed */
  guint64 n_cells; /* cells ever set up: a counter for benches */

  GtkStack *stack;
  GtkColumnView *view;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (MusterMemberTable, muster_member_table, ADW_TYPE_BIN)

enum
{
  SIGNAL_ACTIVATE,
  SIGNAL_SORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  MusterMemberColumn column;
  guint chars; /* least width, in letters */
  Where where;
  Space space; /* the least room for it */
} columns[] = {
  { MUSTER_MEMBER_NAME, 8, IN_BOTH, NARROW },
  { MUSTER_MEMBER_NICKNAME, 12, IN_GROUP, NARROW },
  { MUSTER_MEMBER_GROUP, 18, OF_EVERYONE, NARROW },
  { MUSTER_MEMBER_LAST_MESSAGE, 15, WITH_RECORDS, TIGHT },
  { MUSTER_MEMBER_STANDING, 8, IN_GROUP, TIGHT },
  { MUSTER_MEMBER_DEPARTMENT, 8, IN_BOTH, ROOMY },
  { MUSTER_MEMBER_COMPANY, 10, IN_BOTH, WIDE },
  { MUSTER_MEMBER_ROLE, 9, IN_GROUP, WIDE },
  { MUSTER_MEMBER_PHONE, 11, OF_EVERYONE, WIDE },
  { MUSTER_MEMBER_JOINED, 10, IN_GROUP, WIDE },
};

/* A column of the table; its sorter only notes that it was asked. */
typedef struct
{
  MusterMemberTable *table; /* not owned */
  MusterMemberColumn column;
  gboolean asked;
} Probe;

static int
probe_compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Probe *probe = user_data;

  probe->asked = TRUE;
  return 1;
}

static GtkOrdering
compare_through (GtkSorter *sorter)
{
  g_autoptr (GObject) first = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) second = g_object_new (G_TYPE_OBJECT, NULL);

  return gtk_sorter_compare (sorter, first, second);
}

/* GTK 4.8 does not say which column is sorted: the table's sorter asks the
 * columns in turn until one tells its rows apart, the one clicked last first. */
static void
sorter_changed_cb (MusterMemberTable *self, GtkSorterChange change, GtkSorter *sorter)
{
  GListModel *all = gtk_column_view_get_columns (self->view);
  GtkOrdering ordering;
  MusterMemberColumn column = MUSTER_MEMBER_NAME;

  if (self->model == NULL)
    return; /* the table is being taken apart */

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) view = g_list_model_get_item (all, i);
      Probe *probe = g_object_get_data (G_OBJECT (view), "probe");

      probe->asked = FALSE;
    }
  ordering = compare_through (sorter);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) view = g_list_model_get_item (all, i);
      Probe *probe = g_object_get_data (G_OBJECT (view), "probe");

      if (probe->asked)
        column = probe->column;
    }
  self->sort = column;
  self->descending = ordering == GTK_ORDERING_SMALLER;
  g_signal_emit (self, signals[SIGNAL_SORTED], 0, (guint) self->sort, self->descending);
}

static void
fill_cell (GtkInscription *cell, MusterSlot *slot)
{
  MusterMember *member = muster_slot_get_row (slot);
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "column"));
  const char *text =
      member != NULL ? muster_member_get_text (member, (MusterMemberColumn) column) : NULL;

  gtk_inscription_set_text (cell, text != NULL ? text : "");
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Probe *probe)
{
  GtkWidget *cell = gtk_inscription_new (NULL);
  guint chars = 8;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].column == probe->column)
      chars = columns[i].chars;
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), chars);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  g_object_set_data (G_OBJECT (cell), "column", GUINT_TO_POINTER (probe->column));
  gtk_list_item_set_child (item, cell);
  probe->table->n_cells++;
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  MusterSlot *slot = gtk_list_item_get_item (item);

  g_signal_connect_object (slot, "changed", G_CALLBACK (fill_cell), cell, G_CONNECT_SWAPPED);
  fill_cell (GTK_INSCRIPTION (cell), slot);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill_cell,
                                        gtk_list_item_get_child (item));
}

static void
add_column (MusterMemberTable *self, guint i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view = NULL;
  g_autoptr (GtkSorter) sorter = NULL;
  Probe *probe = g_new0 (Probe, 1);

  probe->table = self;
  probe->column = columns[i].column;
  sorter = GTK_SORTER (gtk_custom_sorter_new (probe_compare, probe, NULL));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), probe);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  view = gtk_column_view_column_new (muster_member_column_get_title (columns[i].column), factory);
  gtk_column_view_column_set_sorter (view, sorter);
  gtk_column_view_column_set_resizable (view, TRUE);
  gtk_column_view_column_set_expand (view, columns[i].space == NARROW);
  g_object_set_data_full (G_OBJECT (view), "probe", probe, g_free);
  gtk_column_view_append_column (self->view, view);
}

static void
update_columns (MusterMemberTable *self)
{
  GListModel *all = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) view = g_list_model_get_item (all, i);

      gtk_column_view_column_set_visible (view, (columns[i].where & self->where) != 0 &&
                                                    columns[i].space <= self->space);
    }
}

/* Only the view that is shown has the model: the other one would build its rows, too. */
static void
fit (MusterMemberTable *self)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->model);
  gboolean narrow = self->space == NARROW;

  gtk_column_view_set_model (self->view, narrow ? NULL : model);
  gtk_list_view_set_model (self->list, narrow ? model : NULL);
  gtk_stack_set_visible_child_name (self->stack, narrow ? "narrow" : "wide");
  update_columns (self);
}

static gboolean
fit_cb (gpointer user_data)
{
  MusterMemberTable *self = user_data;

  self->fitting = 0;
  fit (self);
  return G_SOURCE_REMOVE;
}

static void
activated_cb (MusterMemberTable *self, guint position)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, position);
}

/* Of the size of its child, like a layout manager would do it, which could not look at the room. */
static void
muster_member_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                             int *minimum, int *natural, int *minimum_baseline,
                             int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (MUSTER_MEMBER_TABLE (widget)->stack), orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

/* While sizes are given out no widget may come or go. */
static void
muster_member_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MusterMemberTable *self = MUSTER_MEMBER_TABLE (widget);
  Space space = width < TIGHT_WIDTH   ? NARROW
                : width < ROOMY_WIDTH ? TIGHT
                : width < WIDE_WIDTH  ? ROOMY
                                      : WIDE;

  gtk_widget_allocate (GTK_WIDGET (self->stack), width, height, baseline, NULL);
  if (space == self->space)
    return;
  self->space = space;
  if (self->fitting == 0)
    self->fitting = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

static gboolean
muster_member_table_grab_focus (GtkWidget *widget)
{
  MusterMemberTable *self = MUSTER_MEMBER_TABLE (widget);

  return gtk_widget_grab_focus (self->space == NARROW ? GTK_WIDGET (self->list)
                                                      : GTK_WIDGET (self->view));
}

static void
muster_member_table_dispose (GObject *object)
{
  MusterMemberTable *self = MUSTER_MEMBER_TABLE (object);

  g_clear_handle_id (&self->fitting, g_source_remove);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (muster_member_table_parent_class)->dispose (object);
}

static void
muster_member_table_class_init (MusterMemberTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_member_table_dispose;
  widget_class->measure = muster_member_table_measure;
  widget_class->size_allocate = muster_member_table_size_allocate;
  widget_class->grab_focus = muster_member_table_grab_focus;

  /* Somebody wants to see the member at a position. */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /* A heading was clicked: the MusterMemberColumn, and whether the last come first. */
  signals[SIGNAL_SORTED] =
      g_signal_new ("sorted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-member-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterMemberTable, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberTable, view);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberTable, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
muster_member_table_init (MusterMemberTable *self)
{
  g_autoptr (GtkListItemFactory) lines = muster_member_lines_new_factory ();

  self->space = WIDE;
  self->where = IN_GROUP;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_list_view_set_factory (self->list, lines);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, i);
  update_columns (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

void
muster_member_table_set_model (MusterMemberTable *self, MusterSelectionModel *model)
{
  g_return_if_fail (MUSTER_IS_MEMBER_TABLE (self));

  if (g_set_object (&self->model, model))
    fit (self);
}

/**
 * muster_member_table_set_contents:
 * @everyone: whether the rows are persons of all groups
 * @with_records: whether the last messages are known
 */
void
muster_member_table_set_contents (MusterMemberTable *self, gboolean everyone, gboolean with_records)
{
  g_return_if_fail (MUSTER_IS_MEMBER_TABLE (self));

  self->where = everyone ? OF_EVERYONE : with_records ? IN_GROUP | WITH_RECORDS : IN_GROUP;
  muster_member_lines_set_everyone (gtk_list_view_get_factory (self->list), everyone);
  update_columns (self);
}

/**
 * muster_member_table_sort_by:
 *
 * As if the column's heading had been clicked: it shows its arrow.  Emits "sorted".
 */
void
muster_member_table_sort_by (MusterMemberTable *self, MusterMemberColumn column,
                             gboolean descending)
{
  GListModel *all = gtk_column_view_get_columns (self->view);

  g_return_if_fail (MUSTER_IS_MEMBER_TABLE (self));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) view = g_list_model_get_item (all, i);

      if (columns[i].column == column)
        gtk_column_view_sort_by_column (self->view, view,
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

/**
 * muster_member_table_get_n_cells:
 *
 * Returns: how many cells were ever set up
 */
guint64
muster_member_table_get_n_cells (MusterMemberTable *self)
{
  g_return_val_if_fail (MUSTER_IS_MEMBER_TABLE (self), 0);

  return self->n_cells;
}
