/* muster-sign-up-paste.c - a pasted 接龙: what it says is shown, settled, and then taken over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sign-up-paste"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-edit.h"
#include "muster-person-button.h"
#include "muster-sign-up-paste.h"
#include "muster-sign-up-plan.h"

#define MAX_ROWS 300 /* that are shown; those to be settled come first */
#define MAX_WARNINGS 5
#define READ_DELAY_MS 150 /* after the last key */

struct _MusterSignUpPaste
{
  AdwWindow parent_instance;

  MusterContext *context; /* owned */
  GtkWidget *parent;      /* owned: shows the toast */
  MusterGroup *group;     /* owned */
  MusterId series;
  gint64 original_at;
  char *title;               /* owned: of the event */
  GListStore *people;        /* owned, of MusterParticipant */
  GHashTable *by_person;     /* owned: as sign-ups name them -> MusterParticipant of @people */
  MusterSignUpPlan *plan;    /* owned, NULL before a list was read */
  GCancellable *cancellable; /* owned, NULL while nothing is being read */
  guint timeout;

  GtkTextView *text_view;
  GtkLabel *summary_label;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MusterSignUpPaste, muster_sign_up_paste, ADW_TYPE_WINDOW)

/* What a worker reads. */
typedef struct
{
  MusterGroup *group; /* owned */
  MusterId series;
  gint64 original_at;
  char *text; /* owned */
  MusterDay today;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->group);
  g_free (request->text);
  g_free (request);
}

static gpointer
read_plan (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;
  MusterSpan span = { request->text, strlen (request->text) };

  return muster_sign_up_plan_new (db, request->group, &request->series, request->original_at, span,
                                  request->today, error);
}

static MusterParticipant *
find_person (MusterSignUpPaste *self, const char *person)
{
  return g_hash_table_lookup (self->by_person, person);
}

static char *
dup_meaning (MusterSignUpPaste *self, const MusterSignUpItem *item)
{
  MusterParticipant *person =
      item->sign_up != NULL ? find_person (self, item->sign_up->person) : NULL;
  const char *name = person != NULL          ? muster_participant_get_name (person)
                     : item->sign_up != NULL ? item->sign_up->person
                                             : NULL;
  g_autofree char *guests = NULL;
  const char *answer;

  if (item->sign_up == NULL)
    return g_strdup (_ ("Left out, until you say who it is"));
  if (item->verdict == MUSTER_SIGN_UP_GONE)
    return g_strdup (_ ("No longer in the list: withdrawn"));

  answer = muster_sign_up_answer_get_title (item->sign_up->answer);
  if (item->sign_up->guests > 0)
    guests = g_strdup_printf (" +%u", item->sign_up->guests);
  if (item->verdict == MUSTER_SIGN_UP_UNKNOWN)
    /* TRANSLATORS: an answer such as Comes, guests such as " +2" */
    return g_strdup_printf (_ ("No member; by name: %s%s"), answer, guests != NULL ? guests : "");
  /* TRANSLATORS: the name of a member, an answer such as Comes, guests such as " +2" */
  return g_strdup_printf (item->is_news ? _ ("%s: %s%s") : _ ("%s: %s%s, as before"), name, answer,
                          guests != NULL ? guests : "");
}

static guint
get_index (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "item"));
}

static void
chosen_cb (GtkWidget *button, MusterParticipant *person, MusterSignUpPaste *self)
{
  muster_sign_up_plan_settle (self->plan, get_index (button),
                              muster_participant_get_person (person));
  gtk_widget_activate_action (GTK_WIDGET (self), "paste.show", NULL);
}

static void
by_name_cb (GtkWidget *button, MusterSignUpPaste *self)
{
  guint i = get_index (button);
  const MusterSignUpItem *item = muster_sign_up_plan_get_items (self->plan)->pdata[i];

  muster_sign_up_plan_settle (self->plan, i, item->name);
  gtk_widget_activate_action (GTK_WIDGET (self), "paste.show", NULL);
}

static void
leave_out_cb (GtkWidget *button, MusterSignUpPaste *self)
{
  muster_sign_up_plan_settle (self->plan, get_index (button), NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "paste.show", NULL);
}

static void
add_button (MusterSignUpPaste *self, GtkWidget *row, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_choices (MusterSignUpPaste *self, GtkWidget *row, const MusterSignUpItem *item)
{
  GtkWidget *button =
      muster_person_button_new (_ ("Who?"), G_LIST_MODEL (self->people),
                                item->verdict == MUSTER_SIGN_UP_AMBIGUOUS ? item->name : "");

  g_signal_connect_object (button, "chosen", G_CALLBACK (chosen_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  if (item->sign_up == NULL)
    add_button (self, row, _ ("By Name"), G_CALLBACK (by_name_cb));
  else
    add_button (self, row, _ ("Leave Out"), G_CALLBACK (leave_out_cb));
}

static void
add_row (MusterSignUpPaste *self, guint i)
{
  const MusterSignUpItem *item = muster_sign_up_plan_get_items (self->plan)->pdata[i];
  MusterParticipant *gone =
      item->verdict == MUSTER_SIGN_UP_GONE ? find_person (self, item->sign_up->person) : NULL;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *meaning = dup_meaning (self, item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 gone != NULL ? muster_participant_get_name (gone) : item->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), meaning);
  g_object_set_data (G_OBJECT (row), "item", GUINT_TO_POINTER (i));
  if (item->verdict == MUSTER_SIGN_UP_AMBIGUOUS || item->verdict == MUSTER_SIGN_UP_UNKNOWN)
    add_choices (self, row, item);
  gtk_list_box_append (self->list, row);
}

static void
show_summary (MusterSignUpPaste *self)
{
  MusterWarnings *warnings = muster_sign_up_plan_get_warnings (self->plan);
  g_autoptr (GString) text = g_string_new (NULL);

  /* TRANSLATORS: numbers of people */
  g_string_append_printf (text, _ ("%u members, %u others, %u not sure, %u withdrawn; %u changes"),
                          muster_sign_up_plan_get_count (self->plan, MUSTER_SIGN_UP_MATCHED),
                          muster_sign_up_plan_get_count (self->plan, MUSTER_SIGN_UP_UNKNOWN),
                          muster_sign_up_plan_get_count (self->plan, MUSTER_SIGN_UP_AMBIGUOUS),
                          muster_sign_up_plan_get_count (self->plan, MUSTER_SIGN_UP_GONE),
                          muster_sign_up_plan_get_n_news (self->plan));
  for (guint i = 0; i < MIN (muster_warnings_get_n_kept (warnings), MAX_WARNINGS); i++)
    {
      const MusterWarning *warning = muster_warnings_get (warnings, i);

      g_string_append_printf (text, _ ("\nLine %lu: %s"), (gulong) warning->line, warning->text);
    }
  gtk_label_set_label (self->summary_label, text->str);
}

static void
show_plan (MusterSignUpPaste *self)
{
  static const MusterSignUpVerdict order[] = { MUSTER_SIGN_UP_AMBIGUOUS, MUSTER_SIGN_UP_UNKNOWN,
                                               MUSTER_SIGN_UP_GONE, MUSTER_SIGN_UP_MATCHED };
  GPtrArray *items = muster_sign_up_plan_get_items (self->plan);
  guint n = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint j = 0; j < G_N_ELEMENTS (order); j++)
    for (guint i = 0; i < items->len && n < MAX_ROWS; i++)
      if (((const MusterSignUpItem *) items->pdata[i])->verdict == order[j])
        {
          add_row (self, i);
          n++;
        }
  show_summary (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.write",
                                 muster_sign_up_plan_get_n_news (self->plan) > 0);
}

/* Something was settled. */
static void
show_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_plan (MUSTER_SIGN_UP_PASTE (widget));
}

static void
show_problem (MusterSignUpPaste *self, const char *text)
{
  gtk_label_set_label (self->summary_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.write", FALSE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterSignUpPaste) self = user_data;
  g_autoptr (GError) error = NULL;
  MusterSignUpPlan *plan = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    {
      g_clear_pointer (&plan, muster_sign_up_plan_free);
      return;
    }
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->plan, muster_sign_up_plan_free);
  self->plan = plan;
  if (plan != NULL)
    show_plan (self);
  else
    show_problem (self, error->message);
}

static char *
dup_text (MusterSignUpPaste *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
read_text_cb (gpointer user_data)
{
  MusterSignUpPaste *self = user_data;
  Request *request = g_new0 (Request, 1);

  self->timeout = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  request->group = muster_group_copy (self->group); /* the worker's own */
  request->series = self->series;
  request->original_at = self->original_at;
  request->text = dup_text (self);
  request->today = muster_clock_get_today (muster_context_get_clock (self->context));
  muster_store_read_async (muster_context_get_store (self->context), read_plan, request,
                           request_free, (GDestroyNotify) muster_sign_up_plan_free,
                           self->cancellable, read_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (MusterSignUpPaste *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (READ_DELAY_MS, read_text_cb, self);
}

static gboolean
write_plan (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_sign_up_plan_run (data, change, error);
}

static void
free_plan (gpointer data)
{
  muster_sign_up_plan_free (data);
}

static void
write_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterSignUpPaste *self = MUSTER_SIGN_UP_PASTE (widget);
  /* TRANSLATORS: a title in the history: the title of an event */
  g_autofree char *title = g_strdup_printf (_ ("Sign-ups for %s"), self->title);

  if (self->plan == NULL)
    return;
  muster_edit_run (self->parent, self->context, title, write_plan, g_steal_pointer (&self->plan),
                   free_plan);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
muster_sign_up_paste_dispose (GObject *object)
{
  MusterSignUpPaste *self = MUSTER_SIGN_UP_PASTE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->plan, muster_sign_up_plan_free);
  g_clear_object (&self->context);
  g_clear_object (&self->parent);
  g_clear_object (&self->group);
  g_clear_pointer (&self->by_person, g_hash_table_unref);
  g_clear_object (&self->people);

  G_OBJECT_CLASS (muster_sign_up_paste_parent_class)->dispose (object);
}

static void
muster_sign_up_paste_finalize (GObject *object)
{
  g_free (MUSTER_SIGN_UP_PASTE (object)->title);

  G_OBJECT_CLASS (muster_sign_up_paste_parent_class)->finalize (object);
}

static void
muster_sign_up_paste_class_init (MusterSignUpPasteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_sign_up_paste_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_sign_up_paste_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-sign-up-paste.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterSignUpPaste, text_view);
  gtk_widget_class_bind_template_child (widget_class, MusterSignUpPaste, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MusterSignUpPaste, list);
  gtk_widget_class_install_action (widget_class, "paste.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "paste.write", NULL, write_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
muster_sign_up_paste_init (MusterSignUpPaste *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.write", FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * muster_sign_up_paste_present:
 * @parent: where the keeper asked for it
 * @detail: of an event of a group
 */
void
muster_sign_up_paste_present (GtkWidget *parent, MusterContext *context,
                              const MusterEventDetail *detail)
{
  GtkWidget *window = gtk_widget_get_ancestor (parent, GTK_TYPE_WINDOW);
  MusterSignUpPaste *self = g_object_new (MUSTER_TYPE_SIGN_UP_PASTE, "transient-for", window, NULL);

  self->context = g_object_ref (context);
  self->parent = g_object_ref (parent);
  self->group = g_object_ref (detail->group);
  self->series = detail->series;
  self->original_at = detail->original_at;
  self->title = g_strdup (detail->event->title);
  self->people = g_list_store_new (MUSTER_TYPE_PARTICIPANT);
  g_list_store_splice (self->people, 0, 0, detail->people->pdata, detail->people->len);
  self->by_person = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < detail->people->len; i++)
    g_hash_table_insert (self->by_person,
                         (gpointer) muster_participant_get_person (detail->people->pdata[i]),
                         detail->people->pdata[i]);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}
