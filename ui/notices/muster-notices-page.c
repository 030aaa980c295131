/* muster-notices-page.c - what the people of a group are told
 *
 * A list of notices, and one of them with its answers in the list's place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-notices-page"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-audience.h"
#include "muster-notice-answers.h"
#include "muster-notice-dialog.h"
#include "muster-notice-edit.h"
#include "muster-notice-pane.h"
#include "muster-notice-schedule.h"
#include "muster-notice-table.h"
#include "muster-notices-page.h"
#include "muster-section.h"
#include "muster-words.h"

#define MAX_ROWS 100 /* of a section; older ones are in musterctl notice list */

struct _MusterNoticesPage
{
  MusterGroupPage parent_instance;

  GCancellable *cancellable; /* owned, NULL while nothing is being read */
  MusterId open;             /* the notice that is shown; none for the list */
  MusterId focused;          /* whose row gets the focus when the list is back */

  GtkStack *stack;
  GtkBox *sections; /* made anew whenever something changed */
  MusterNoticePane *pane;
  AdwStatusPage *failed_page;
};

G_DEFINE_FINAL_TYPE (MusterNoticesPage, muster_notices_page, MUSTER_TYPE_GROUP_PAGE)

/* A notice as a worker read it. */
typedef struct
{
  MusterScheduledNotice *scheduled; /* owned */
  guint n_asked;
  guint n_answered;
  guint n_outstanding;
} Row;

typedef struct
{
  MusterId group;
  MusterDay today;
} Request;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_pointer (&row->scheduled, muster_scheduled_notice_free);
  g_free (row);
}

static gboolean
read_row (MusterDatabase *db, const MusterNotice *notice, MusterDay today, GTimeZone *zone,
          GPtrArray *rows, GError **error)
{
  Row *row = g_new0 (Row, 1);
  g_autoptr (MusterNoticeAnswers) answers = NULL;

  g_ptr_array_add (rows, row);
  row->scheduled = muster_notice_schedule_find (db, notice, zone, error);
  if (row->scheduled == NULL || notice->standing == MUSTER_NOTICE_PLANNED)
    return row->scheduled != NULL;

  answers = muster_notice_answers_read (db, notice, today, error);
  if (answers == NULL)
    return FALSE;
  row->n_asked = answers->n_asked;
  row->n_answered = answers->n_asked - answers->counts[MUSTER_RECEIPT_NONE];
  row->n_outstanding = answers->n_outstanding;
  return TRUE;
}

static gpointer
read_rows (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GPtrArray) notices = muster_notice_table_list (db, &request->group, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  guint counts[MUSTER_N_NOTICE_STANDINGS] = { 0 };

  for (guint i = 0; notices != NULL && i < notices->len; i++)
    {
      const MusterNotice *notice = notices->pdata[i];

      if (counts[notice->standing]++ < MAX_ROWS &&
          !read_row (db, notice, request->today, zone, rows, error))
        return NULL;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  return notices != NULL ? g_steal_pointer (&rows) : NULL;
}

static MusterContext *
get_context (MusterNoticesPage *self)
{
  return muster_group_page_get_context (MUSTER_GROUP_PAGE (self));
}

static MusterGroup *
get_group (MusterNoticesPage *self)
{
  return muster_group_page_get_group (MUSTER_GROUP_PAGE (self));
}

static char *
dup_subtitle (const Row *row)
{
  const MusterNotice *notice = row->scheduled->notice;
  gint64 at = notice->sent_at != MUSTER_NOTICE_NO_TIME ? notice->sent_at : row->scheduled->at;
  g_autofree char *when = at != MUSTER_NOTICE_NO_TIME ? muster_words_for_wall_clock (at) : NULL;
  g_autofree char *audience =
      muster_audience_dup_title (notice->audience != NULL ? notice->audience : "all");
  g_autoptr (GString) text = g_string_new (when != NULL ? when : _ ("When you do it"));

  g_string_append_printf (text, " · %s", audience);
  if (row->scheduled->event != NULL)
    g_string_append_printf (text, " · %s", row->scheduled->event->title);
  if (notice->standing == MUSTER_NOTICE_CANCELLED)
    g_string_append_printf (text, " · %s", muster_notice_standing_get_title (notice->standing));
  else if (notice->sent_at != MUSTER_NOTICE_NO_TIME && notice->wants != MUSTER_NOTICE_WANTS_NOTHING)
    /* TRANSLATORS: how many of those who were asked have answered */
    g_string_append_printf (text, _ (" · %u of %u have answered"), row->n_answered, row->n_asked);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
activated_cb (MusterNoticesPage *self, GtkWidget *row)
{
  const MusterId *id = g_object_get_data (G_OBJECT (row), "notice");

  self->open = self->focused = *id;
  muster_notice_pane_show (self->pane, get_context (self), get_group (self), id);
  gtk_stack_set_visible_child_name (self->stack, "notice");
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static gboolean
is_overdue (MusterNoticesPage *self, const Row *row)
{
  return row->scheduled->notice->standing == MUSTER_NOTICE_PLANNED &&
         row->scheduled->at != MUSTER_NOTICE_NO_TIME &&
         row->scheduled->at < muster_notice_edit_get_now (get_context (self));
}

static void
add_row (MusterNoticesPage *self, GtkWidget *group, const Row *row)
{
  const MusterNotice *notice = row->scheduled->notice;
  g_autofree char *subtitle = dup_subtitle (row);
  GtkWidget *widget = muster_section_new_row (group, notice->title, subtitle);

  if (row->n_outstanding > 0 || is_overdue (self, row))
    {
      g_autofree char *text =
          row->n_outstanding > 0
              ? g_strdup_printf (ngettext ("%u outstanding", "%u outstanding", row->n_outstanding),
                                 row->n_outstanding)
              : g_strdup (_ ("To be sent"));
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_add_css_class (label, "warning");
      adw_action_row_add_suffix (ADW_ACTION_ROW (widget), label);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (widget), "notice", g_memdup2 (&notice->id, sizeof notice->id),
                          g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), TRUE);
  g_signal_connect_object (widget, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  if (muster_id_equal (&notice->id, &self->focused))
    gtk_widget_grab_focus (widget);
}

static void
show_rows (MusterNoticesPage *self, GPtrArray *rows)
{
  static const struct
  {
    MusterNoticeStanding standing;
    const char *title;
  } kinds[] = {
    { MUSTER_NOTICE_PLANNED, N_ ("To Be Sent") },
    { MUSTER_NOTICE_SENT, N_ ("Sent Notices") },
    { MUSTER_NOTICE_CLOSED, N_ ("Closed Notices") },
    { MUSTER_NOTICE_CANCELLED, N_ ("Called-Off Notices") },
  };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *group = NULL;

      for (guint j = 0; j < rows->len; j++)
        {
          const Row *row = rows->pdata[j];

          if (row->scheduled->notice->standing != kinds[i].standing)
            continue;
          if (group == NULL)
            group = muster_section_add_group (self->sections, _ (kinds[i].title));
          add_row (self, group, row);
        }
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterNoticesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || get_context (self) == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (rows == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed_page, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  muster_group_page_take_summary (
      MUSTER_GROUP_PAGE (self),
      g_strdup_printf (ngettext ("%u notice", "%u notices", rows->len), rows->len));
  show_rows (self, rows);
  if (muster_id_is_none (&self->open))
    gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "list" : "empty");
}

static void
muster_notices_page_refresh (MusterGroupPage *page)
{
  MusterNoticesPage *self = MUSTER_NOTICES_PAGE (page);
  Request *request;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (muster_group_page_shows_everyone (page) || get_group (self) == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "everyone");
      return;
    }

  if (!muster_id_is_none (&self->open))
    muster_notice_pane_show (self->pane, get_context (self), get_group (self), &self->open);
  self->cancellable = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->group = *muster_group_get_id (get_group (self));
  request->today = muster_group_page_get_today (page);
  muster_store_read_async (muster_context_get_store (get_context (self)), read_rows, request,
                           g_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable, read_cb,
                           g_object_ref (self));
}

static void
muster_notices_page_opened (MusterGroupPage *page)
{
  MusterNoticesPage *self = MUSTER_NOTICES_PAGE (page);

  self->open = self->focused = (MusterId){ { 0 } };
  gtk_stack_set_visible_child_name (self->stack, "loading");
  muster_group_page_refresh (page);
}

static void
new_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterNoticesPage *self = MUSTER_NOTICES_PAGE (widget);

  if (get_group (self) != NULL)
    muster_notice_dialog_present (widget, get_context (self), get_group (self), NULL);
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterNoticesPage *self = MUSTER_NOTICES_PAGE (widget);

  self->open = (MusterId){ { 0 } };
  muster_group_page_refresh (MUSTER_GROUP_PAGE (self));
}

static void
reload_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  muster_group_page_refresh (MUSTER_GROUP_PAGE (widget));
}

static void
muster_notices_page_dispose (GObject *object)
{
  MusterNoticesPage *self = MUSTER_NOTICES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (muster_notices_page_parent_class)->dispose (object);
}

static void
muster_notices_page_class_init (MusterNoticesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MusterGroupPageClass *page_class = MUSTER_GROUP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_notices_page_dispose;
  page_class->opened = muster_notices_page_opened;
  page_class->refresh = muster_notices_page_refresh;

  g_type_ensure (MUSTER_TYPE_NOTICE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-notices-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterNoticesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticesPage, sections);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticesPage, pane);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticesPage, failed_page);
  gtk_widget_class_install_action (widget_class, "notices.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "notices.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "notices.reload", NULL, reload_action);
}

static void
muster_notices_page_init (MusterNoticesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_notices_page_new (MusterContext *context)
{
  return g_object_new (MUSTER_TYPE_NOTICES_PAGE, "context", context, NULL);
}
