/* muster-members-page.c - the table of members, its search and filter, and the details beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-members-page"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-badges.h"
#include "muster-group.h"
#include "muster-member-details.h"
#include "muster-member-table.h"
#include "muster-members-page.h"
#include "muster-rollcall-facts.h"
#include "muster-selection-model.h"
#include "muster-words.h"

#define TYPING_MS 400 /* from the last key to the rest of the rows */
#define FIRST_ROWS 40 /* shown until the first frame is painted */

struct _MusterMembersPage
{
  MusterGroupPage parent_instance;

  MusterMemberList *list;          /* owned */
  MusterSelectionModel *selection; /* owned */
  MusterMemberColumn sort;
  gboolean descending;
  guint typing; /* source id, 0 while nobody types */
  MusterMemberFilter filter;
  MusterId facts_of;     /* the group whose facts were asked for; none at first */
  GCancellable *reading; /* owned, NULL while no facts are read */
  guint32 shown_row;     /* of the member in the details */
  gboolean wants_edit;   /* the details get the focus once they are in view */
  gboolean wants_details;
  guint revealing; /* tick callback, 0 while none waits */

  AdwFlap *flap;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkMenuButton *filter_button;
  GtkWidget *filter_bar;
  GtkLabel *filter_label;
  MusterMemberTable *table;
  MusterMemberDetails *details; /* NULL before somebody was shown */
};

G_DEFINE_FINAL_TYPE (MusterMembersPage, muster_members_page, MUSTER_TYPE_GROUP_PAGE)

typedef enum
{
  PROP_SORT = 1,
  PROP_DESCENDING,
  PROP_FILTER,
} MusterMembersPageProperty;

static GParamSpec *props[PROP_FILTER + 1];

static MusterContext *
get_context (MusterMembersPage *self)
{
  return muster_group_page_get_context (MUSTER_GROUP_PAGE (self));
}

static MusterGroup *
get_group (MusterMembersPage *self)
{
  return muster_group_page_get_group (MUSTER_GROUP_PAGE (self));
}

static gboolean
shows_everyone (MusterMembersPage *self)
{
  return muster_group_page_shows_everyone (MUSTER_GROUP_PAGE (self));
}

/* The records of a very large group are not read for its table. */
static gboolean
has_records (MusterMembersPage *self)
{
  return get_group (self) != NULL && !shows_everyone (self) &&
         muster_group_get_n_members (get_group (self)) <= MUSTER_BADGES_MAX_MEMBERS;
}

static void
update_state (MusterMembersPage *self)
{
  guint n = muster_member_list_get_n_members (self->list);
  guint n_found = muster_slot_list_get_n_keys (muster_member_list_get_slots (self->list));
  g_autofree char *all = muster_words_for_count (n);
  g_autofree char *found = muster_words_for_count (n_found);
  char *summary;

  if (n_found == n && shows_everyone (self))
    summary = g_strdup_printf (ngettext ("%s person", "%s people", n), all);
  else if (n_found == n)
    summary = g_strdup_printf (ngettext ("%s member", "%s members", n), all);
  else
    /* TRANSLATORS: found of all, such as "3 of 214" */
    summary = g_strdup_printf (_ ("%s of %s"), found, all);
  muster_group_page_take_summary (MUSTER_GROUP_PAGE (self), summary);

  gtk_widget_set_visible (self->filter_bar, self->filter != MUSTER_MEMBER_FILTER_ALL);
  gtk_label_set_label (self->filter_label, muster_member_filter_get_title (self->filter));
  if (n_found > 0 || !muster_member_list_is_loaded (self->list))
    gtk_stack_set_visible_child_name (self->stack, "table");
  else if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "nothing-found");
  else
    gtk_stack_set_visible_child_name (
        self->stack, self->filter != MUSTER_MEMBER_FILTER_ALL ? "nobody-left" : "empty");
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
show_fact (MusterMembersPage *self)
{
  const MusterId *shown =
      self->details != NULL ? muster_member_details_get_membership (self->details) : NULL;

  if (shown != NULL)
    muster_member_details_set_fact (self->details,
                                    muster_member_list_find_fact (self->list, self->shown_row));
}

static void
facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterMembersPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterMemberFacts) facts =
      muster_rollcall_read_facts_finish (MUSTER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->list == NULL)
    return;
  g_clear_object (&self->reading);
  if (facts == NULL)
    {
      failed_cb (self, error->message);
      return;
    }
  muster_member_list_take_facts (self->list, g_steal_pointer (&facts));
  show_fact (self);
}

/* The last messages, and what the roll call says. */
static void
read_facts (MusterMembersPage *self, gboolean again)
{
  g_autoptr (MusterGroup) group = NULL;

  if (!again && muster_id_equal (&self->facts_of, muster_group_get_id (muster_group_page_get_group (
                                                      MUSTER_GROUP_PAGE (self)))))
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->facts_of = *muster_group_get_id (get_group (self));
  if (!has_records (self))
    return;

  self->reading = g_cancellable_new ();
  group = muster_group_copy (get_group (self)); /* the worker's own */
  muster_rollcall_read_facts_async (
      muster_context_get_store (get_context (self)), group,
      muster_clock_get_today (muster_context_get_clock (get_context (self))), self->reading,
      facts_read_cb, g_object_ref (self));
}

static void
muster_members_page_refresh (MusterGroupPage *page)
{
  MusterMembersPage *self = MUSTER_MEMBERS_PAGE (page);

  muster_member_list_reload (self->list);
  read_facts (self, TRUE);
  if (self->details != NULL)
    muster_member_details_reload (self->details);
}

static void
update_query (MusterMembersPage *self)
{
  MusterMemberQuery query = { .sort = self->sort,
                              .descending = self->descending,
                              .filter = self->filter };

  if (get_group (self) == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  query.group = *muster_group_get_id (get_group (self));
  muster_member_list_set_query (self->list, &query);
  update_state (self);
  read_facts (self, FALSE);
}

static void
sorted_cb (MusterMembersPage *self, guint column, gboolean descending)
{
  if (self->list == NULL)
    return; /* the table is being taken apart */
  self->sort = (MusterMemberColumn) column;
  self->descending = descending;
  update_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SORT]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESCENDING]);
}

static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer user_data)
{
  MusterMembersPage *self = MUSTER_MEMBERS_PAGE (widget);

  self->revealing = 0;
  adw_flap_set_reveal_flap (self->flap, self->wants_details);
  return G_SOURCE_REMOVE;
}

/* The spring of libadwaita 1.2 must be let go within a frame: between two frames of a busy program
 * the clock may be ahead of the next one, and the spring runs backwards into any size. */
static void
reveal_details (MusterMembersPage *self, gboolean shown)
{
  self->wants_details = shown;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    adw_flap_set_reveal_flap (self->flap, shown);
  else if (self->revealing == 0)
    self->revealing = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static void
details_closed_cb (MusterMembersPage *self)
{
  reveal_details (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* Its forty rows are made when they are wanted: they would double the start. */
static void
ensure_details (MusterMembersPage *self)
{
  if (self->details != NULL)
    return;
  self->details = g_object_new (MUSTER_TYPE_MEMBER_DETAILS, "width-request", 360, NULL);
  /* what is inside would like to grow: beside the table, the room belongs to that */
  g_object_bind_property (self->flap, "folded", self->details, "hexpand", G_BINDING_SYNC_CREATE);
  muster_member_details_set_context (self->details, get_context (self));
  g_signal_connect_object (self->details, "closed", G_CALLBACK (details_closed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_flap_set_flap (self->flap, GTK_WIDGET (self->details));
}

static void
show_row (MusterMembersPage *self, guint32 row)
{
  const MusterId *shown;
  MusterDatabase *db =
      muster_store_get_database (muster_context_get_store (get_context (self)), NULL);
  g_autoptr (GPtrArray) members = db != NULL ? muster_member_query_load (db, &row, 1, NULL) : NULL;

  if (members == NULL || members->len == 0 || members->pdata[0] == NULL)
    return;
  ensure_details (self);
  self->shown_row = row;
  shown = muster_member_details_get_membership (self->details);
  if (shown == NULL ||
      !muster_id_equal (shown, muster_member_get_id (g_ptr_array_index (members, 0))))
    muster_member_details_show (self->details,
                                muster_member_get_id (g_ptr_array_index (members, 0)));
  show_fact (self);
  reveal_details (self, TRUE);
}

static void
selection_changed_cb (MusterMembersPage *self)
{
  g_autoptr (GArray) rows = NULL;

  if (!self->wants_details || adw_flap_get_folded (self->flap) ||
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
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
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
set_filter (MusterMembersPage *self, const char *key)
{
  MusterMemberFilter filter;

  if (!muster_member_filter_find (key, &filter) || filter == self->filter)
    return;
  self->filter = filter;
  update_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
}

static void
clear_filter_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  set_filter (MUSTER_MEMBERS_PAGE (widget), "all");
}

static void
clear_search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  stop_search_cb (MUSTER_MEMBERS_PAGE (widget));
}

/* Silence and nicknames are a matter of one group, several groups one of everyone. */
static void
set_menus (MusterMembersPage *self)
{
  static const MusterMemberFilter of_group[] = {
    MUSTER_MEMBER_FILTER_ALL,       MUSTER_MEMBER_FILTER_SILENT,     MUSTER_MEMBER_FILTER_NICKNAME,
    MUSTER_MEMBER_FILTER_REQUIRED,  MUSTER_MEMBER_FILTER_NO_ACCOUNT, MUSTER_MEMBER_FILTER_AWAY,
    MUSTER_MEMBER_FILTER_APPLICANT, MUSTER_MEMBER_FILTER_PAST,
  };
  static const MusterMemberFilter of_everyone[] = {
    MUSTER_MEMBER_FILTER_ALL,        MUSTER_MEMBER_FILTER_SEVERAL_GROUPS,
    MUSTER_MEMBER_FILTER_ONE_GROUP,  MUSTER_MEMBER_FILTER_REQUIRED,
    MUSTER_MEMBER_FILTER_NO_ACCOUNT, MUSTER_MEMBER_FILTER_AWAY,
    MUSTER_MEMBER_FILTER_PAST,
  };
  gboolean everyone = shows_everyone (self);
  const MusterMemberFilter *filters = everyone ? of_everyone : of_group;
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < (everyone ? G_N_ELEMENTS (of_everyone) : G_N_ELEMENTS (of_group)); i++)
    {
      gboolean of_records =
          filters[i] == MUSTER_MEMBER_FILTER_SILENT || filters[i] == MUSTER_MEMBER_FILTER_NICKNAME;
      g_autofree char *action =
          g_strdup_printf ("members.filter::%s", muster_member_filter_get_key (filters[i]));

      if (has_records (self) || !of_records)
        g_menu_append (menu, muster_member_filter_get_title (filters[i]), action);
    }
  gtk_menu_button_set_menu_model (self->filter_button, G_MENU_MODEL (menu));
}

static void
muster_members_page_opened (MusterGroupPage *page)
{
  MusterMembersPage *self = MUSTER_MEMBERS_PAGE (page);

  reveal_details (self, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  muster_member_list_set_search (self->list, "");
  set_filter (self, "all");
  muster_member_table_set_contents (self->table, muster_group_page_shows_everyone (page),
                                    has_records (self));
  set_menus (self);
  update_query (self);
}

static void
muster_members_page_painted (MusterGroupPage *page)
{
  muster_slot_list_set_limit (muster_member_list_get_slots (MUSTER_MEMBERS_PAGE (page)->list),
                              G_MAXUINT);
}

static void
muster_members_page_map (GtkWidget *widget)
{
  MusterMembersPage *self = MUSTER_MEMBERS_PAGE (widget);

  GTK_WIDGET_CLASS (muster_members_page_parent_class)->map (widget);

  update_query (self);
}

static void
muster_members_page_constructed (GObject *object)
{
  MusterMembersPage *self = MUSTER_MEMBERS_PAGE (object);
  MusterStore *store = muster_context_get_store (get_context (self));
  MusterSlotList *slots;

  G_OBJECT_CLASS (muster_members_page_parent_class)->constructed (object);

  self->list = muster_member_list_new (store);
  slots = muster_member_list_get_slots (self->list);
  muster_slot_list_set_limit (slots, FIRST_ROWS);
  self->selection = muster_selection_model_new (slots);
  muster_member_table_set_model (self->table, self->selection);

  g_signal_connect_object (self->list, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
muster_members_page_dispose (GObject *object)
{
  MusterMembersPage *self = MUSTER_MEMBERS_PAGE (object);

  g_clear_handle_id (&self->typing, g_source_remove);
  if (self->revealing != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->revealing);
  self->revealing = 0;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (muster_members_page_parent_class)->dispose (object);
}

static void
muster_members_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MusterMembersPage *self = MUSTER_MEMBERS_PAGE (object);

  switch ((MusterMembersPageProperty) prop_id)
    {
    case PROP_SORT:
      g_value_set_string (value, muster_member_column_get_key (self->sort));
      break;

    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;

    case PROP_FILTER:
      g_value_set_string (value, muster_member_filter_get_key (self->filter));
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
    case PROP_SORT:
      if (muster_member_column_find (g_value_get_string (value), &column))
        muster_member_table_sort_by (self->table, column, self->descending);
      break;

    case PROP_DESCENDING:
      muster_member_table_sort_by (self->table, self->sort, g_value_get_boolean (value));
      break;

    case PROP_FILTER:
      set_filter (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  props[PROP_SORT] =
      g_param_spec_string ("sort", NULL, NULL, "name",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_DESCENDING] =
      g_param_spec_boolean ("descending", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_FILTER] =
      g_param_spec_string ("filter", NULL, NULL, "all",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
muster_members_page_class_init (MusterMembersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MusterGroupPageClass *page_class = MUSTER_GROUP_PAGE_CLASS (klass);

  object_class->constructed = muster_members_page_constructed;
  object_class->dispose = muster_members_page_dispose;
  object_class->get_property = muster_members_page_get_property;
  object_class->set_property = muster_members_page_set_property;
  widget_class->map = muster_members_page_map;
  page_class->opened = muster_members_page_opened;
  page_class->painted = muster_members_page_painted;
  page_class->refresh = muster_members_page_refresh;
  install_properties (object_class);

  g_type_ensure (MUSTER_TYPE_MEMBER_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-members-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterMembersPage, flap);
  gtk_widget_class_bind_template_child (widget_class, MusterMembersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MusterMembersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterMembersPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, MusterMembersPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, MusterMembersPage, filter_label);
  gtk_widget_class_bind_template_child (widget_class, MusterMembersPage, table);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sorted_cb);
  gtk_widget_class_install_property_action (widget_class, "members.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "members.descending", "descending");
  gtk_widget_class_install_property_action (widget_class, "members.filter", "filter");
  gtk_widget_class_install_action (widget_class, "members.clear-filter", NULL, clear_filter_action);
  gtk_widget_class_install_action (widget_class, "members.clear-search", NULL, clear_search_action);
}

static void
muster_members_page_init (MusterMembersPage *self)
{
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
  g_autoptr (MusterMember) member = NULL;
  MusterDatabase *db;

  g_return_if_fail (MUSTER_IS_MEMBERS_PAGE (self));

  ensure_details (self);
  muster_member_details_show (self->details, membership);
  db = muster_store_get_database (muster_context_get_store (get_context (self)), NULL);
  if (db != NULL)
    member = muster_member_query_load_one (db, membership, NULL);
  self->shown_row = member != NULL ? muster_member_get_row (member) : 0;
  show_fact (self);
  reveal_details (self, TRUE);
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

  return muster_member_table_get_n_cells (self->table);
}
