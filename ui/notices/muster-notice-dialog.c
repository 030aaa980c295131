/* muster-notice-dialog.c - a notice is written: text, for whom, what is wanted, and when
 *
 * What is sent is shown while it is typed, with the variables filled in and the
 * people counted.  Several times before an event make a series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-notice-dialog"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-checklist.h"
#include "muster-notice-dialog.h"
#include "muster-notice-edit.h"
#include "muster-notice-text.h"
#include "muster-occurrence.h"
#include "muster-policy.h"
#include "muster-quiet-hours.h"
#include "muster-typed.h"
#include "muster-words.h"

#define READ_DELAY_MS 150 /* after the last key */
#define SECONDS_PER_MINUTE 60
#define SECONDS_PER_DAY 86400
#define DAYS_OF_EVENTS 120 /* ahead, that can be announced */
#define MAX_EVENTS 50
#define MAX_MINUTES 5270400 /* ten years */

/* In the order of the rows' choices. */
enum
{
  AUDIENCE_ALL,
  AUDIENCE_ROLE,
  AUDIENCE_DEPARTMENT,
  AUDIENCE_FILTER,
};

enum
{
  WHEN_LATER, /* whenever the keeper does it */
  WHEN_AT,
  WHEN_BEFORE_EVENT,
};

static const char *const prefixes[] = { "all", "role:", "department:", "filter:" };

struct _MusterNoticeDialog
{
  AdwWindow parent_instance;

  MusterContext *context;    /* owned */
  GtkWidget *parent;         /* owned: shows the toast */
  MusterGroup *group;        /* owned */
  MusterNotice *notice;      /* owned: what it was; a new one has no id */
  GPtrArray *occurrences;    /* owned, of MusterOccurrence, that can be announced */
  MusterQuietHours quiet;    /* of the group */
  GCancellable *cancellable; /* owned, NULL while nothing is being read */
  guint timeout;

  AdwEntryRow *title_row;
  GtkTextView *text_view;
  GtkWidget *variables_box;
  AdwComboRow *audience_row;
  AdwEntryRow *audience_value_row;
  AdwComboRow *wants_row;
  AdwEntryRow *minutes_row;
  AdwComboRow *when_row;
  AdwComboRow *event_row;
  AdwEntryRow *at_row;
  AdwEntryRow *before_row;
  GtkLabel *hint_label;
  GtkLabel *preview_label;
};

G_DEFINE_FINAL_TYPE (MusterNoticeDialog, muster_notice_dialog, ADW_TYPE_WINDOW)

/* What a worker reads. */
typedef struct
{
  MusterGroup *group;   /* owned */
  MusterNotice *notice; /* owned */
  gint64 now;
} Request;

typedef struct
{
  char *text; /* owned */
  guint n_asked;
  gint64 at;
} Preview;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->group);
  muster_notice_free (request->notice);
  g_free (request);
}

static void
preview_free (gpointer data)
{
  Preview *preview = data;

  g_free (preview->text);
  g_free (preview);
}

static gpointer
read_preview (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (MusterScheduledNotice) scheduled =
      muster_notice_schedule_find (db, request->notice, zone, error);
  Preview *preview;

  if (scheduled == NULL)
    return NULL;

  preview = g_new0 (Preview, 1);
  preview->at = scheduled->at;
  preview->text = muster_notice_text_read (
      db, request->group, scheduled, MAX (scheduled->at, request->now), &preview->n_asked, error);
  if (preview->text != NULL)
    return preview;

  preview_free (preview);
  return NULL;
}

static char *
dup_entry (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static char *
dup_text (MusterNoticeDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* "2d, 1h": minutes before; FALSE where it can't be read. */
static gboolean
read_leads (MusterNoticeDialog *self, GArray *leads)
{
  g_autofree char *text = dup_entry (self->before_row);
  g_auto (GStrv) parts = g_regex_split_simple ("[,，;； ]+", text, 0, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *offset = g_strconcat ("-", parts[i], NULL);
      MusterTaskAnchor anchor;
      gint64 minutes, lead;

      if (*parts[i] == '\0')
        continue;
      if (!muster_checklist_parse_offset (offset, &anchor, &minutes))
        return FALSE;
      lead = -minutes;
      g_array_append_val (leads, lead);
    }
  return TRUE;
}

/* What is wrong with the form; NULL if nothing is.  @notices: (nullable): gets the notices. */
static const char *
read_form (MusterNoticeDialog *self, GPtrArray *notices)
{
  g_autoptr (MusterNotice) notice = muster_notice_copy (self->notice);
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint audience = adw_combo_row_get_selected (self->audience_row);
  guint when = adw_combo_row_get_selected (self->when_row);
  guint event = adw_combo_row_get_selected (self->event_row);
  g_autofree char *value = dup_entry (self->audience_value_row);
  g_autofree char *minutes = dup_entry (self->minutes_row);
  g_autofree char *at = dup_entry (self->at_row);
  guint64 limit = 0;

  g_free (notice->title);
  notice->title = dup_entry (self->title_row);
  g_free (notice->text);
  notice->text = dup_text (self);
  g_free (notice->audience);
  notice->audience = g_strconcat (prefixes[audience], audience != AUDIENCE_ALL ? value : "", NULL);
  notice->wants = (MusterNoticeWants) adw_combo_row_get_selected (self->wants_row);
  notice->event = (MusterId){ { 0 } };
  notice->lead = notice->planned_at = MUSTER_NOTICE_NO_TIME;
  if (*notice->title == '\0')
    return _ ("A notice needs a title.");
  if (*notice->text == '\0')
    return _ ("A notice needs a text.");
  if (audience != AUDIENCE_ALL && *value == '\0')
    return _ ("For whom is it?");
  if (*minutes != '\0' && !g_ascii_string_to_unsigned (minutes, 10, 0, MAX_MINUTES, &limit, NULL))
    return _ ("The time limit is no number of minutes.");
  notice->minutes = (gint64) limit;
  if (when == WHEN_AT && !muster_typed_moment (at, &notice->planned_at))
    return _ ("The time is not one like 2026-03-02 19:00.");
  if (when == WHEN_BEFORE_EVENT && event >= self->occurrences->len)
    return _ ("There is no event to announce.");
  if (when != WHEN_LATER && !read_leads (self, leads))
    return _ ("Write how long before as 2d, 1h or 30min.");
  if (when == WHEN_BEFORE_EVENT && leads->len == 0)
    return _ ("How long before the event is it sent?");

  for (guint i = 0; notices != NULL && i < MAX (leads->len, 1); i++)
    {
      MusterNotice *copy = muster_notice_copy (notice);

      g_ptr_array_add (notices, copy);
      if (i > 0)
        copy->id = (MusterId){ { 0 } };
      if (when == WHEN_BEFORE_EVENT)
        {
          const MusterOccurrence *occurrence = self->occurrences->pdata[event];

          copy->event = occurrence->series;
          copy->original_at = occurrence->original_at;
          copy->lead = g_array_index (leads, gint64, i);
        }
      else if (leads->len > 0)
        copy->planned_at -= g_array_index (leads, gint64, i) * SECONDS_PER_MINUTE;
    }
  return NULL;
}

static void
show_hint (MusterNoticeDialog *self, const char *text, gboolean is_wrong)
{
  gtk_label_set_label (self->hint_label, text);
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint_label), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->preview_label), !is_wrong);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notice.save", !is_wrong);
}

static void
show_preview (MusterNoticeDialog *self, const Preview *preview)
{
  g_autofree char *count = g_strdup_printf (
      ngettext ("%u person is asked.", "%u people are asked.", preview->n_asked), preview->n_asked);
  g_autoptr (GString) hint = g_string_new (count);

  if (preview->at != MUSTER_NOTICE_NO_TIME)
    {
      g_autofree char *when = muster_words_for_wall_clock (preview->at);

      /* TRANSLATORS: a date and a time */
      g_string_append_printf (hint, _ (" To be sent on %s."), when);
      if (muster_quiet_hours_has (&self->quiet, preview->at))
        g_string_append (hint, _ (" That is in the quiet hours."));
    }
  gtk_label_set_label (self->preview_label, preview->text);
  show_hint (self, hint->str, FALSE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterNoticeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Preview *preview = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    {
      g_clear_pointer (&preview, preview_free);
      return;
    }
  g_clear_object (&self->cancellable);
  if (preview != NULL)
    show_preview (self, preview);
  else
    show_hint (self, error->message, TRUE);
  g_clear_pointer (&preview, preview_free);
}

static gboolean
read_form_cb (gpointer user_data)
{
  MusterNoticeDialog *self = user_data;
  g_autoptr (GPtrArray) notices =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_notice_free);
  const char *wrong = read_form (self, notices);
  Request *request;

  self->timeout = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (wrong != NULL)
    {
      show_hint (self, wrong, TRUE);
      return G_SOURCE_REMOVE;
    }

  self->cancellable = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->group = muster_group_copy (self->group); /* the worker's own */
  request->notice = muster_notice_copy (notices->pdata[0]);
  request->now = muster_notice_edit_get_now (self->context);
  muster_store_read_async (muster_context_get_store (self->context), read_preview, request,
                           request_free, preview_free, self->cancellable, read_cb,
                           g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* Only the rows that matter are shown. */
static void
show_rows (MusterNoticeDialog *self)
{
  static const char *const titles[] = { "",
                                        N_ ("Role: owner, admin, senior, junior, trainee, member"),
                                        N_ ("Department"), N_ ("Words to search for") };
  guint audience = adw_combo_row_get_selected (self->audience_row);
  guint when = adw_combo_row_get_selected (self->when_row);

  gtk_widget_set_visible (GTK_WIDGET (self->audience_value_row), audience != AUDIENCE_ALL);
  if (audience != AUDIENCE_ALL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->audience_value_row),
                                   _ (titles[audience]));
  gtk_widget_set_visible (GTK_WIDGET (self->minutes_row),
                          adw_combo_row_get_selected (self->wants_row) !=
                              MUSTER_NOTICE_WANTS_NOTHING);
  gtk_widget_set_visible (GTK_WIDGET (self->at_row), when == WHEN_AT);
  gtk_widget_set_visible (GTK_WIDGET (self->event_row), when == WHEN_BEFORE_EVENT);
  gtk_widget_set_visible (GTK_WIDGET (self->before_row), when != WHEN_LATER);
}

static void
changed_cb (MusterNoticeDialog *self)
{
  if (self->notice == NULL)
    return; /* the rows are being made */
  show_rows (self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (READ_DELAY_MS, read_form_cb, self);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterNoticeDialog *self = MUSTER_NOTICE_DIALOG (widget);
  g_autoptr (GPtrArray) notices =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_notice_free);
  const char *wrong = read_form (self, notices);

  if (wrong != NULL)
    {
      show_hint (self, wrong, TRUE);
      return;
    }
  muster_notice_edit_save (self->parent, self->context, notices);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
variable_cb (MusterNoticeDialog *self, GtkWidget *button)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (self->text_view),
                                    gtk_button_get_label (GTK_BUTTON (button)), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
add_variables (MusterNoticeDialog *self)
{
  guint n;
  const MusterNoticeVariable *variables = muster_notice_text_list_variables (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (variables[i].name);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "caption");
      gtk_widget_set_tooltip_text (button, _ (variables[i].title));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (variables[i].title), -1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (variable_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_flow_box_append (GTK_FLOW_BOX (self->variables_box), button);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
}

static void
set_choices (AdwComboRow *row, const char *const *titles)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (; *titles != NULL; titles++)
    gtk_string_list_append (list, *titles);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
fill_choices (MusterNoticeDialog *self)
{
  const char *const audiences[] = { _ ("Everybody"), _ ("Those of a role"),
                                    _ ("Those of a department"), _ ("Those whom a search finds"),
                                    NULL };
  const char *const wants[] = { muster_notice_wants_get_title (MUSTER_NOTICE_WANTS_NOTHING),
                                muster_notice_wants_get_title (MUSTER_NOTICE_WANTS_RECEIPT),
                                muster_notice_wants_get_title (MUSTER_NOTICE_WANTS_DONE), NULL };
  const char *const whens[] = { _ ("When I do it"), _ ("At a time"), _ ("Before an event"), NULL };

  set_choices (self->audience_row, audiences);
  set_choices (self->wants_row, wants);
  set_choices (self->when_row, whens);
}

/* Events to come, which the notice may announce. */
static void
fill_events (MusterNoticeDialog *self, MusterDatabase *db)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 now = muster_clock_get_now (muster_context_get_clock (self->context)) / G_USEC_PER_SEC;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) found =
      muster_occurrence_list (db, muster_group_get_id (self->group), now,
                              now + DAYS_OF_EVENTS * SECONDS_PER_DAY, zone, NULL);

  self->occurrences = found != NULL ? g_steal_pointer (&found) : g_ptr_array_new ();
  if (self->occurrences->len > MAX_EVENTS)
    g_ptr_array_set_size (self->occurrences, MAX_EVENTS);
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      const MusterOccurrence *occurrence = self->occurrences->pdata[i];
      g_autofree char *when =
          muster_words_for_wall_clock (muster_event_to_wall (zone, occurrence->start));
      g_autofree char *title = g_strdup_printf ("%s · %s", occurrence->event->title, when);

      gtk_string_list_append (titles, title);
    }
  adw_combo_row_set_model (self->event_row, G_LIST_MODEL (titles));
}

static guint
find_event (MusterNoticeDialog *self, const MusterNotice *notice)
{
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      const MusterOccurrence *occurrence = self->occurrences->pdata[i];

      if (muster_id_equal (&occurrence->series, &notice->event) &&
          occurrence->original_at == notice->original_at)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
set_entry (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
show_when (MusterNoticeDialog *self, const MusterNotice *notice)
{
  g_autofree char *at = NULL;
  g_autofree char *before = NULL;

  if (notice->lead != MUSTER_NOTICE_NO_TIME)
    {
      adw_combo_row_set_selected (self->when_row, WHEN_BEFORE_EVENT);
      adw_combo_row_set_selected (self->event_row, find_event (self, notice));
      before = notice->lead % (24 * 60) == 0
                   ? g_strdup_printf ("%dd", (int) (notice->lead / (24 * 60)))
               : notice->lead % 60 == 0 ? g_strdup_printf ("%dh", (int) (notice->lead / 60))
                                        : g_strdup_printf ("%dmin", (int) notice->lead);
      set_entry (self->before_row, before);
    }
  else if (notice->planned_at != MUSTER_NOTICE_NO_TIME)
    {
      adw_combo_row_set_selected (self->when_row, WHEN_AT);
      at = muster_time_dup_text (notice->planned_at);
      at[strlen ("2026-03-02T19:00")] = '\0';
      set_entry (self->at_row, g_strdelimit (at, "T", ' '));
    }
}

static void
show_notice (MusterNoticeDialog *self, const MusterNotice *notice)
{
  const char *audience = notice->audience != NULL ? notice->audience : "all";
  g_autofree char *minutes =
      notice->minutes > 0 ? g_strdup_printf ("%d", (int) notice->minutes) : NULL;

  set_entry (self->title_row, notice->title);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view),
                            notice->text != NULL ? notice->text : "", -1);
  for (guint i = AUDIENCE_ROLE; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (audience, prefixes[i]))
      {
        adw_combo_row_set_selected (self->audience_row, i);
        set_entry (self->audience_value_row, audience + strlen (prefixes[i]));
      }
  adw_combo_row_set_selected (self->wants_row, notice->wants);
  set_entry (self->minutes_row, minutes);
  show_when (self, notice);
}

static void
muster_notice_dialog_dispose (GObject *object)
{
  MusterNoticeDialog *self = MUSTER_NOTICE_DIALOG (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->parent);
  g_clear_object (&self->group);
  g_clear_pointer (&self->notice, muster_notice_free);
  g_clear_pointer (&self->occurrences, g_ptr_array_unref);

  G_OBJECT_CLASS (muster_notice_dialog_parent_class)->dispose (object);
}

static void
muster_notice_dialog_class_init (MusterNoticeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_notice_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-notice-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, variables_box);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, audience_row);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, audience_value_row);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, wants_row);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, when_row);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, event_row);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, at_row);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, before_row);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, preview_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "notice.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
muster_notice_dialog_init (MusterNoticeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * muster_notice_dialog_present:
 * @parent: where the keeper asked for it
 * @notice: (nullable): one that was not sent; %NULL to write a new one
 */
void
muster_notice_dialog_present (GtkWidget *parent, MusterContext *context, MusterGroup *group,
                              const MusterNotice *notice)
{
  GtkWidget *window = gtk_widget_get_ancestor (parent, GTK_TYPE_WINDOW);
  MusterDatabase *db = muster_store_get_database (muster_context_get_store (context), NULL);
  MusterDay today = muster_clock_get_today (muster_context_get_clock (context));
  g_autoptr (MusterPolicy) policy =
      db != NULL ? muster_policy_load (db, muster_group_get_id (group), today, NULL) : NULL;
  g_autoptr (MusterNotice) shown =
      notice != NULL ? muster_notice_copy (notice) : muster_notice_new ();
  MusterNoticeDialog *self;

  if (policy == NULL)
    return;
  self = g_object_new (MUSTER_TYPE_NOTICE_DIALOG, "transient-for", window, NULL);
  self->context = g_object_ref (context);
  self->parent = g_object_ref (parent);
  self->group = g_object_ref (group);
  if (!muster_quiet_hours_parse (muster_policy_get (policy, "quiet-hours"), &self->quiet, NULL))
    self->quiet = (MusterQuietHours){ 0, 0 };
  if (notice == NULL)
    {
      shown->group = *muster_group_get_id (group);
      shown->minutes = muster_policy_get_number (policy, "receipt-within");
    }
  fill_choices (self);
  fill_events (self, db);
  show_notice (self, shown);
  self->notice = g_steal_pointer (&shown);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  add_variables (self); /* before, GTK 4.8 would call the window a mere container */
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}
