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
  AdwBin parent_instance;

  MusterContext *context;          /* owned */
  MusterGroup *group;              /* owned, NULL while no group is open */
  MusterMemberList *list;          /* owned */
  MusterSelectionModel *selection; /* owned */
  char *summary;                   /* owned, never NULL */
  MusterMemberColumn sort;
  gboolean descending;
  guint typing; /* source id, 0 while nobody types */
  MusterMemberFilter filter;
  MusterId facts_of;     /* the group whose facts were asked for; none at first */
  GCancellable *reading; /* owned, NULL while no facts are read */
  guint32 shown_row;     /* of the member in the details */
  gboolean stale;        /* something changed while the page was out of view */
  gboolean wants_edit;   /* the details get the focus once they are in view */

  AdwFlap *flap;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkMenuButton *filter_button;
  GtkWidget *filter_bar;
  GtkLabel *filter_label;
  MusterMemberTable *table;
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
  PROP_FILTER,
} MusterMembersPageProperty;

static GParamSpec *props[PROP_FILTER + 1];

static gboolean
shows_everyone (MusterMembersPage *self)
{
  return self->group != NULL && muster_id_is_none (muster_group_get_id (self->group));
}

/* The records of a very large group are not read for its table. */
static gboolean
has_records (MusterMembersPage *self)
{
  return self->group != NULL && !shows_everyone (self) &&
         muster_group_get_n_members (self->group) <= MUSTER_BADGES_MAX_MEMBERS;
}

static void
update_state (MusterMembersPage *self)
{
  guint n = muster_member_list_get_n_members (self->list);
  guint n_found = muster_slot_list_get_n_keys (muster_member_list_get_slots (self->list));
  g_autofree char *all = muster_words_for_count (n);
  g_autofree char *found = muster_words_for_count (n_found);

  g_free (self->summary);
  if (n_found == n && shows_everyone (self))
    self->summary = g_strdup_printf (ngettext ("%s person", "%s people", n), all);
  else if (n_found == n)
    self->summary = g_strdup_printf (ngettext ("%s member", "%s members", n), all);
  else
    /* TRANSLATORS: found of all, such as "3 of 214" */
    self->summary = g_strdup_printf (_ ("%s of %s"), found, all);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);

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

  if (!again && muster_id_equal (&self->facts_of, muster_group_get_id (self->group)))
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->facts_of = *muster_group_get_id (self->group);
  if (!has_records (self))
    return;

  self->reading = g_cancellable_new ();
  group = muster_group_copy (self->group); /* the worker's own */
  muster_rollcall_read_facts_async (
      muster_context_get_store (self->context), group,
      muster_clock_get_today (muster_context_get_clock (self->context)), self->reading,
      facts_read_cb, g_object_ref (self));
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

  if (self->group == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  query.group = *muster_group_get_id (self->group);
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
  /* what is inside would like to grow: the room belongs to the table */
  self->details = g_object_new (MUSTER_TYPE_MEMBER_DETAILS, "width-request", 360, "hexpand", FALSE,
                                "hexpand-set", TRUE, NULL);
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
  self->shown_row = row;
  shown = muster_member_details_get_membership (self->details);
  if (shown == NULL ||
      !muster_id_equal (shown, muster_member_get_id (g_ptr_array_index (members, 0))))
    muster_member_details_show (self->details,
                                muster_member_get_id (g_ptr_array_index (members, 0)));
  show_fact (self);
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
set_group (MusterMembersPage *self, MusterGroup *group)
{
  if (!g_set_object (&self->group, group))
    return;

  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  muster_member_list_set_search (self->list, "");
  set_filter (self, "all");
  muster_member_table_set_contents (self->table, shows_everyone (self), has_records (self));
  set_menus (self);
  if (group != NULL)
    update_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GROUP]);
}

static void
muster_members_page_map (GtkWidget *widget)
{
  MusterMembersPage *self = MUSTER_MEMBERS_PAGE (widget);

  GTK_WIDGET_CLASS (muster_members_page_parent_class)->map (widget);

  gtk_widget_add_tick_callback (widget, painted_cb, g_new0 (guint, 1), g_free);
  update_query (self);
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
  muster_member_table_set_model (self->table, self->selection);

  g_signal_connect_object (self->list, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
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
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
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
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;

    case PROP_GROUP:
      set_group (self, g_value_get_object (value));
      break;

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

  object_class->constructed = muster_members_page_constructed;
  object_class->dispose = muster_members_page_dispose;
  object_class->finalize = muster_members_page_finalize;
  object_class->get_property = muster_members_page_get_property;
  object_class->set_property = muster_members_page_set_property;
  widget_class->map = muster_members_page_map;
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
  g_autoptr (MusterMember) member = NULL;
  MusterDatabase *db;

  g_return_if_fail (MUSTER_IS_MEMBERS_PAGE (self));

  ensure_details (self);
  muster_member_details_show (self->details, membership);
  db = muster_store_get_database (muster_context_get_store (self->context), NULL);
  if (db != NULL)
    member = muster_member_query_load_one (db, membership, NULL);
  self->shown_row = member != NULL ? muster_member_get_row (member) : 0;
  show_fact (self);
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

  return muster_member_table_get_n_cells (self->table);
}
