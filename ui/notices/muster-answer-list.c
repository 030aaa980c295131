/* muster-answer-list.c - people who were asked for something, and what they answered
 *
 * For receipts and acknowledgements.  Each row has a button for what is most
 * likely to be said about the person; more can be said about several who are
 * ticked.  The signal "chosen" tells whom (ids in hexadecimal digits) and what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-answer-list"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-answer-list.h"
#include "muster-normalise.h"
#include "muster-pinyin.h"

#define MAX_ROWS 200 /* that are shown; a search finds the others */

/* A row as it is kept. */
typedef struct
{
  char id[MUSTER_ID_TEXT_SIZE];
  char *name;
  char *subtitle;
  char *state;
  char *key; /* what a search looks in */
  gboolean is_outstanding;
  gboolean is_warning;
  guint action;
} Row;

struct _MusterAnswerList
{
  GtkBox parent_instance;

  const MusterAnswerAction *actions; /* static */
  guint n_actions;
  GPtrArray *rows;    /* owned, of Row */
  GHashTable *ticked; /* owned: ids */
  char *focused;      /* owned: id of the row whose button had the focus, or NULL */
  gboolean filling;

  GtkSearchEntry *search_entry;
  GtkToggleButton *filter_button;
  GtkLabel *count_label;
  GtkWidget *bulk_box;
  GtkLabel *bulk_label;
  GtkListBox *list;
  GtkLabel *more_label;
};

G_DEFINE_FINAL_TYPE (MusterAnswerList, muster_answer_list, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_free (row->subtitle);
  g_free (row->state);
  g_free (row->key);
  g_free (row);
}

static const char *
get_title (const MusterAnswerAction *action)
{
  return action->context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, action->context, action->title)
                                 : _ (action->title);
}

static const Row *
get_row (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "row");
}

static void
show_ticked (MusterAnswerList *self)
{
  guint n = g_hash_table_size (self->ticked);
  g_autofree char *text = g_strdup_printf (ngettext ("%u person:", "%u people:", n), n);

  gtk_label_set_label (self->bulk_label, text);
  gtk_widget_set_visible (self->bulk_box, n > 0);
}

static void
ticked_cb (MusterAnswerList *self, GtkCheckButton *check)
{
  const Row *row = get_row (GTK_WIDGET (check));

  if (self->filling)
    return;
  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->ticked, g_strdup (row->id));
  else
    g_hash_table_remove (self->ticked, row->id);
  show_ticked (self);
}

static void
row_clicked_cb (MusterAnswerList *self, GtkWidget *button)
{
  const Row *row = get_row (button);
  const char *ids[] = { row->id, NULL };

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, ids, self->actions[row->action].key);
}

static void
bulk_clicked_cb (MusterAnswerList *self, GtkWidget *button)
{
  const char *action = g_object_get_data (G_OBJECT (button), "action");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->ticked);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_strv_builder_add (builder, id);
  ids = g_strv_builder_end (builder);
  g_hash_table_remove_all (self->ticked);
  show_ticked (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, ids, action);
}

static gboolean
is_shown (MusterAnswerList *self, const Row *row, const char *words)
{
  if (gtk_toggle_button_get_active (self->filter_button) && !row->is_outstanding)
    return FALSE;

  return *words == '\0' || strstr (row->key, words) != NULL;
}

static void
add_row (MusterAnswerList *self, const Row *row)
{
  GtkWidget *widget = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *state = gtk_label_new (row->state);
  GtkWidget *button = gtk_button_new_with_label (get_title (&self->actions[row->action]));
  g_autofree char *label =
      g_strdup_printf (_ ("%s: %s"), row->name, get_title (&self->actions[row->action]));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), row->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), row->subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_hash_table_contains (self->ticked, row->id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, row->name,
                                  -1);
  g_object_set_data (G_OBJECT (check), "row", (gpointer) row);
  g_signal_connect_object (check, "toggled", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (widget), check);
  gtk_widget_add_css_class (state, row->is_warning       ? "error"
                                   : row->is_outstanding ? "warning"
                                                         : "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), state);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "row", (gpointer) row);
  g_signal_connect_object (button, "clicked", G_CALLBACK (row_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), button);
  gtk_list_box_append (self->list, widget);
  if (g_strcmp0 (self->focused, row->id) == 0)
    gtk_widget_grab_focus (button);
}

static void
fill (MusterAnswerList *self)
{
  g_autofree char *words =
      muster_normalise (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  guint n_shown = 0, n_found = 0;
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (!is_shown (self, self->rows->pdata[i], words))
        continue;
      n_found++;
      if (n_shown == MAX_ROWS)
        continue;
      add_row (self, self->rows->pdata[i]);
      n_shown++;
    }
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_shown > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), n_found != n_shown || n_found == 0);
  if (n_found == 0)
    gtk_label_set_label (self->more_label, self->rows->len == 0 ? _ ("Nobody is asked.")
                                                                : _ ("Nobody is left here."));
  else if (n_found > n_shown)
    {
      g_autofree char *text =
          g_strdup_printf (ngettext ("%u more; search for a name.", "%u more; search for a name.",
                                     n_found - n_shown),
                           n_found - n_shown);

      gtk_label_set_label (self->more_label, text);
    }
}

static void
tick_outstanding_cb (MusterAnswerList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];

      if (row->is_outstanding)
        g_hash_table_add (self->ticked, g_strdup (row->id));
    }
  fill (self);
  show_ticked (self);
}

/* The rows are made anew after each change: the keyboard stays where it was. */
static void
note_focus (MusterAnswerList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const Row *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list))
                       ? get_row (focus)
                       : NULL;

  g_free (self->focused);
  self->focused = row != NULL ? g_strdup (row->id) : NULL;
}

static void
muster_answer_list_finalize (GObject *object)
{
  MusterAnswerList *self = MUSTER_ANSWER_LIST (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->ticked);
  g_free (self->focused);

  G_OBJECT_CLASS (muster_answer_list_parent_class)->finalize (object);
}

static void
muster_answer_list_class_init (MusterAnswerListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_answer_list_finalize;

  signals[SIGNAL_CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRV, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-answer-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerList, filter_button);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerList, count_label);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerList, bulk_box);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerList, bulk_label);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerList, list);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerList, more_label);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, tick_outstanding_cb);
}

static void
muster_answer_list_init (MusterAnswerList *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->ticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * muster_answer_list_new:
 * @actions: (array length=n_actions): must be static
 */
GtkWidget *
muster_answer_list_new (const MusterAnswerAction *actions, guint n_actions)
{
  MusterAnswerList *self = g_object_new (MUSTER_TYPE_ANSWER_LIST, NULL);

  self->actions = actions;
  self->n_actions = n_actions;
  for (guint i = 0; i < n_actions; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (get_title (&actions[i]));

      g_object_set_data (G_OBJECT (button), "action", (gpointer) actions[i].key);
      g_signal_connect_object (button, "clicked", G_CALLBACK (bulk_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_flow_box_append (GTK_FLOW_BOX (self->bulk_box), button);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
  return GTK_WIDGET (self);
}

static Row *
new_row (const MusterAnswerRow *from)
{
  Row *row = g_new0 (Row, 1);
  gboolean has_nickname =
      from->nickname != NULL && *from->nickname != '\0' && strcmp (from->nickname, from->name) != 0;
  g_autofree char *reading = muster_pinyin_dup_reading (from->name);
  g_autofree char *searched =
      g_strjoin (" ", from->name, reading, has_nickname ? from->nickname : "", NULL);

  muster_id_format (&from->id, row->id);
  row->name = g_strdup (*from->name != '\0' || !has_nickname ? from->name : from->nickname);
  row->subtitle = g_strjoin (has_nickname && from->detail != NULL ? " · " : "",
                             has_nickname ? from->nickname : "",
                             from->detail != NULL ? from->detail : "", NULL);
  row->state = g_strdup (from->state);
  row->key = muster_normalise (searched);
  row->is_outstanding = from->is_outstanding;
  row->is_warning = from->is_warning;
  row->action = from->action;
  return row;
}

/**
 * muster_answer_list_show:
 *
 * Shows these people; what is ticked stays ticked.
 */
void
muster_answer_list_show (MusterAnswerList *self, const MusterAnswerRow *rows, guint n_rows)
{
  guint n_outstanding = 0;
  g_autofree char *count = NULL;

  g_return_if_fail (MUSTER_IS_ANSWER_LIST (self));

  note_focus (self);
  g_ptr_array_set_size (self->rows, 0);
  for (guint pass = 0; pass < 2; pass++) /* those who are outstanding come first */
    for (guint i = 0; i < n_rows; i++)
      if (rows[i].is_outstanding == (pass == 0))
        {
          g_ptr_array_add (self->rows, new_row (&rows[i]));
          n_outstanding += pass == 0;
        }
  /* TRANSLATORS: of those who were asked, how many have not answered */
  count = g_strdup_printf (_ ("%u of %u outstanding"), n_outstanding, n_rows);
  gtk_label_set_label (self->count_label, count);
  fill (self);
  show_ticked (self);
}
