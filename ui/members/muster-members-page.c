/* muster-members-page.c - the table of members, its search, and the details beside it
 *
 * Cells are filled as rows come into view.  A new order or search changes the
 * slots in place: no row is built anew (PERFORMANCE.md, section 3).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-members-page"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-group.h"
#include "muster-member-details.h"
#include "muster-members-page.h"
#include "muster-selection-model.h"
#include "muster-words.h"

#define TYPING_MS 400 /* from the last key to the rest of the rows */
#define FIRST_ROWS 40 /* shown until the first frame is painted */

struct _MusterMembersPage
{
  AdwBin parent_instance;

  MusterContext *context;          /* owned */
  MusterGroup *group;              /* owned, NULL while no group is open */
  MusterMemberList *list;          /* owned */
  MusterSelectionModel *selection; /* owned */
  char *summary;                   /* owned, never NULL */
  MusterMemberColumn sort;
  gboolean descending;
  guint typing;        /* source id, 0 while nobody types */
  gboolean narrow;     /* there is room for two columns only */
  gboolean stale;      /* something changed while the page was out of view */
  gboolean wants_edit; /* the details get the focus once they are in view */
  guint64 n_cells;     /* cells ever set up: a counter for benches */

  AdwFlap *flap;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkColumnView *table;
  MusterMemberDetails *details; /* NULL before somebody was shown */
};

G_DEFINE_FINAL_TYPE (MusterMembersPage, muster_members_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_GROUP,
  PROP_SUMMARY,
  PROP_SORT,
  PROP_DESCENDING,
  PROP_NARROW,
} MusterMembersPageProperty;

static GParamSpec *props[PROP_NARROW + 1];

/* What the table shows; the first two stay in a narrow window. */
static const struct
{
  MusterMemberColumn column;
  guint chars; /* least width, in letters */
  gboolean narrow;
} columns[] = {
  { MUSTER_MEMBER_NAME, 8, TRUE },      { MUSTER_MEMBER_NICKNAME, 12, TRUE },
  { MUSTER_MEMBER_GROUP, 10, FALSE },   { MUSTER_MEMBER_DEPARTMENT, 8, FALSE },
  { MUSTER_MEMBER_COMPANY, 10, FALSE }, { MUSTER_MEMBER_STANDING, 6, FALSE },
  { MUSTER_MEMBER_JOINED, 10, FALSE },
};

static gboolean
shows_everyone (MusterMembersPage *self)
{
  return self->group != NULL && muster_id_is_none (muster_group_get_id (self->group));
}

static void
update_state (MusterMembersPage *self)
{
  guint n = muster_member_list_get_n_members (self->list);
  guint n_found = muster_slot_list_get_n_keys (muster_member_list_get_slots (self->list));
  g_autofree char *all = muster_words_for_count (n);
  g_autofree char *found = muster_words_for_count (n_found);

  g_free (self->summary);
  if (n_found == n)
    self->summary = g_strdup_printf (ngettext ("%s member", "%s members", n), all);
  else
    /* TRANSLATORS: found of all, such as "3 of 214" */
    self->summary = g_strdup_printf (_ ("%s of %s"), found, all);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);

  if (n_found > 0 || !muster_member_list_is_loaded (self->list))
    gtk_stack_set_visible_child_name (self->stack, "table");
  else
    gtk_stack_set_visible_child_name (self->stack, n > 0 ? "nothing-found" : "empty");
}

static void
loaded_cb (MusterMembersPage *self)
{
  update_state (self);
}

static void
failed_cb (MusterMembersPage *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s", message);
}

static void
store_changed_cb (MusterMembersPage *self)
{
  if (self->group == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }
  muster_member_list_reload (self->list);
  if (self->details != NULL)
    muster_member_details_reload (self->details);
}

static void
set_query (MusterMembersPage *self, MusterMemberColumn column, gboolean descending)
{
  MusterMemberQuery query = { .sort = column, .descending = descending };

  self->sort = column;
  self->descending = descending;
  if (self->group != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      query.group = *muster_group_get_id (self->group);
      muster_member_list_set_query (self->list, &query);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SORT]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESCENDING]);
}

/* A column of the table; its sorter only notes that it was asked. */
typedef struct
{
  MusterMembersPage *page; /* not owned */
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
sorter_changed_cb (MusterMembersPage *self, GtkSorterChange change, GtkSorter *sorter)
{
  GListModel *all = gtk_column_view_get_columns (self->table);
  GtkOrdering ordering;
  MusterMemberColumn column = MUSTER_MEMBER_NAME;

  if (self->list == NULL)
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
  set_query (self, column, ordering == GTK_ORDERING_SMALLER);
}

/* Through the table, so that the heading shows its arrow. */
static void
sort_by (MusterMembersPage *self, MusterMemberColumn column, gboolean descending)
{
  GListModel *all = gtk_column_view_get_columns (self->table);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) view = g_list_model_get_item (all, i);

      if (columns[i].column == column)
        gtk_column_view_sort_by_column (self->table, view,
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
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
  probe->page->n_cells++;
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
add_column (MusterMembersPage *self, guint i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view = NULL;
  g_autoptr (GtkSorter) sorter = NULL;
  Probe *probe = g_new0 (Probe, 1);

  probe->page = self;
  probe->column = columns[i].column;
  sorter = GTK_SORTER (gtk_custom_sorter_new (probe_compare, probe, NULL));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), probe);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  view = gtk_column_view_column_new (muster_member_column_get_title (columns[i].column), factory);
  gtk_column_view_column_set_sorter (view, sorter);
  gtk_column_view_column_set_resizable (view, TRUE);
  gtk_column_view_column_set_expand (view, i < 2);
  g_object_set_data_full (G_OBJECT (view), "probe", probe, g_free);
  gtk_column_view_append_column (self->table, view);
}

static void
update_columns (MusterMembersPage *self)
{
  GListModel *all = gtk_column_view_get_columns (self->table);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) view = g_list_model_get_item (all, i);
      gboolean fits = columns[i].column != MUSTER_MEMBER_GROUP || shows_everyone (self);

      gtk_column_view_column_set_visible (view, fits && (columns[i].narrow || !self->narrow));
    }
}

static void
details_closed_cb (MusterMembersPage *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* Its forty rows are made when they are wanted: they would double the start. */
static void
ensure_details (MusterMembersPage *self)
{
  if (self->details != NULL)
    return;
  self->details = g_object_new (MUSTER_TYPE_MEMBER_DETAILS, "width-request", 340, NULL);
  muster_member_details_set_context (self->details, self->context);
  g_signal_connect_object (self->details, "closed", G_CALLBACK (details_closed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_flap_set_flap (self->flap, GTK_WIDGET (self->details));
}

static void
show_row (MusterMembersPage *self, guint32 row)
{
  const MusterId *shown;
  MusterDatabase *db = muster_store_get_database (muster_context_get_store (self->context), NULL);
  g_autoptr (GPtrArray) members = db != NULL ? muster_member_query_load (db, &row, 1, NULL) : NULL;

  if (members == NULL || members->len == 0 || members->pdata[0] == NULL)
    return;
  ensure_details (self);
  shown = muster_member_details_get_membership (self->details);
  if (shown == NULL ||
      !muster_id_equal (shown, muster_member_get_id (g_ptr_array_index (members, 0))))
    muster_member_details_show (self->details,
                                muster_member_get_id (g_ptr_array_index (members, 0)));
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
selection_changed_cb (MusterMembersPage *self)
{
  g_autoptr (GArray) rows = NULL;

  if (!adw_flap_get_reveal_flap (self->flap) || adw_flap_get_folded (self->flap) ||
      muster_selection_model_get_n_selected (self->selection) != 1)
    return;

  rows = muster_selection_model_dup_keys (self->selection);
  show_row (self, g_array_index (rows, guint32, 0));
}

/* What is not in view yet can't have the focus. */
static void
progress_cb (MusterMembersPage *self)
{
  if (self->wants_edit && adw_flap_get_reveal_progress (self->flap) > 0)
    {
      self->wants_edit = FALSE;
      muster_member_details_edit (self->details);
    }
}

static void
row_activated_cb (MusterMembersPage *self, guint position)
{
  show_row (self, muster_slot_list_get_key (muster_member_list_get_slots (self->list), position));
  self->wants_edit = TRUE;
  progress_cb (self);
}

static gboolean
typed_cb (gpointer user_data)
{
  MusterMembersPage *self = user_data;

  self->typing = 0;
  muster_slot_list_set_limit (muster_member_list_get_slots (self->list), G_MAXUINT);
  return G_SOURCE_REMOVE;
}

/* While somebody types, few rows: GTK builds two hundred anew whenever the list grows. */
static void
search_changed_cb (MusterMembersPage *self)
{
  g_clear_handle_id (&self->typing, g_source_remove);
  self->typing = g_timeout_add (TYPING_MS, typed_cb, self);
  muster_slot_list_set_limit (muster_member_list_get_slots (self->list), FIRST_ROWS);
  muster_member_list_set_search (self->list,
                                 gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
stop_search_cb (MusterMembersPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
search_activated_cb (MusterMembersPage *self)
{
  search_changed_cb (self); /* at once: the entry waits for more keys */
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    row_activated_cb (self, 0);
}

static void
clear_search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  stop_search_cb (MUSTER_MEMBERS_PAGE (widget));
}

static gboolean
painted_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer user_data)
{
  guint *n_ticks = user_data;

  if (++*n_ticks < 2)
    return G_SOURCE_CONTINUE;

  muster_slot_list_set_limit (muster_member_list_get_slots (MUSTER_MEMBERS_PAGE (widget)->list),
                              G_MAXUINT);
  return G_SOURCE_REMOVE;
}

static void
set_group (MusterMembersPage *self, MusterGroup *group)
{
  if (!g_set_object (&self->group, group))
    return;

  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  muster_member_list_set_search (self->list, "");
  update_columns (self);
  if (group != NULL)
    set_query (self, self->sort, self->descending);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GROUP]);
}

static void
muster_members_page_map (GtkWidget *widget)
{
  MusterMembersPage *self = MUSTER_MEMBERS_PAGE (widget);

  GTK_WIDGET_CLASS (muster_members_page_parent_class)->map (widget);

  gtk_widget_add_tick_callback (widget, painted_cb, g_new0 (guint, 1), g_free);
  set_query (self, self->sort, self->descending);
  if (self->stale)
    store_changed_cb (self);
  self->stale = FALSE;
}

static void
muster_members_page_constructed (GObject *object)
{
  MusterMembersPage *self = MUSTER_MEMBERS_PAGE (object);
  MusterStore *store = muster_context_get_store (self->context);
  MusterSlotList *slots;

  G_OBJECT_CLASS (muster_members_page_parent_class)->constructed (object);

  self->list = muster_member_list_new (store);
  slots = muster_member_list_get_slots (self->list);
  muster_slot_list_set_limit (slots, FIRST_ROWS);
  self->selection = muster_selection_model_new (slots);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, i);
  update_columns (self);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (self->list, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
muster_members_page_dispose (GObject *object)
{
  MusterMembersPage *self = MUSTER_MEMBERS_PAGE (object);

  g_clear_handle_id (&self->typing, g_source_remove);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->group);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (muster_members_page_parent_class)->dispose (object);
}

static void
muster_members_page_finalize (GObject *object)
{
  g_free (MUSTER_MEMBERS_PAGE (object)->summary);

  G_OBJECT_CLASS (muster_members_page_parent_class)->finalize (object);
}

static void
muster_members_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MusterMembersPage *self = MUSTER_MEMBERS_PAGE (object);

  switch ((MusterMembersPageProperty) prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;

    case PROP_GROUP:
      g_value_set_object (value, self->group);
      break;

    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;

    case PROP_SORT:
      g_value_set_string (value, muster_member_column_get_key (self->sort));
      break;

    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;

    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_members_page_set_property (GObject *object, guint prop_id, const GValue *value,
                                  GParamSpec *pspec)
{
  MusterMembersPage *self = MUSTER_MEMBERS_PAGE (object);
  MusterMemberColumn column;

  switch ((MusterMembersPageProperty) prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;

    case PROP_GROUP:
      set_group (self, g_value_get_object (value));
      break;

    case PROP_SORT:
      if (muster_member_column_find (g_value_get_string (value), &column))
        sort_by (self, column, self->descending);
      break;

    case PROP_DESCENDING:
      sort_by (self, self->sort, g_value_get_boolean (value));
      break;

    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      update_columns (self);
      break;

    case PROP_SUMMARY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  props[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, MUSTER_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_GROUP] =
      g_param_spec_object ("group", NULL, NULL, MUSTER_TYPE_GROUP,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUMMARY] =
      g_param_spec_string ("summary", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SORT] =
      g_param_spec_string ("sort", NULL, NULL, "name",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_DESCENDING] =
      g_param_spec_boolean ("descending", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
muster_members_page_class_init (MusterMembersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = muster_members_page_constructed;
  object_class->dispose = muster_members_page_dispose;
  object_class->finalize = muster_members_page_finalize;
  object_class->get_property = muster_members_page_get_property;
  object_class->set_property = muster_members_page_set_property;
  widget_class->map = muster_members_page_map;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-members-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterMembersPage, flap);
  gtk_widget_class_bind_template_child (widget_class, MusterMembersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MusterMembersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterMembersPage, table);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_property_action (widget_class, "members.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "members.descending", "descending");
  gtk_widget_class_install_action (widget_class, "members.clear-search", NULL, clear_search_action);
}

static void
muster_members_page_init (MusterMembersPage *self)
{
  self->summary = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_members_page_new (MusterContext *context)
{
  return g_object_new (MUSTER_TYPE_MEMBERS_PAGE, "context", context, NULL);
}

void
muster_members_page_focus_search (MusterMembersPage *self)
{
  g_return_if_fail (MUSTER_IS_MEMBERS_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * muster_members_page_show_member:
 *
 * Opens the details of a member, in view or not.
 */
void
muster_members_page_show_member (MusterMembersPage *self, const MusterId *membership)
{
  g_return_if_fail (MUSTER_IS_MEMBERS_PAGE (self));

  ensure_details (self);
  muster_member_details_show (self->details, membership);
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

MusterMemberList *
muster_members_page_get_list (MusterMembersPage *self)
{
  g_return_val_if_fail (MUSTER_IS_MEMBERS_PAGE (self), NULL);

  return self->list;
}

/**
 * muster_members_page_get_n_cells:
 *
 * Returns: how many cells were ever set up
 */
guint64
muster_members_page_get_n_cells (MusterMembersPage *self)
{
  g_return_val_if_fail (MUSTER_IS_MEMBERS_PAGE (self), 0);

  return self->n_cells;
}
