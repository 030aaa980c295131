/* muster-event-page.c - one time of an event: overview, sign-up, attendance
 *
 * It reads on a worker when it is shown and whenever the store changed; people
 * who are the same stay the same objects, so that the lists keep their place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-page"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-event-actions.h"
#include "muster-event-edit.h"
#include "muster-event-overview.h"
#include "muster-event-page.h"
#include "muster-money-section.h"
#include "muster-participant-pane.h"
#include "muster-tasks-section.h"

struct _MusterEventPage
{
  AdwBin parent_instance;

  MusterContext *context; /* owned */
  MusterId id;
  gint64 original_at;
  MusterEventDetail *detail; /* owned, NULL before the first was read */
  GListStore *people;        /* owned */
  GCancellable *cancellable; /* owned, NULL while nothing is being read */

  GtkStack *stack;
  AdwStatusPage *gone_page;
  GtkLabel *title_label;
  GtkLabel *when_label;
  AdwViewStack *sections;
  MusterEventOverview *overview;
  MusterParticipantPane *sign_up_pane;
  MusterParticipantPane *attendance_pane;
  MusterTasksSection *tasks_section;
  MusterMoneySection *money_section;
};

G_DEFINE_FINAL_TYPE (MusterEventPage, muster_event_page, ADW_TYPE_BIN)

/* What a worker reads. */
typedef struct
{
  MusterId id;
  gint64 original_at;
  MusterDay today;
} Request;

static gpointer
read_detail (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;
  g_autoptr (GError) reason = NULL;
  MusterEventDetail *detail =
      muster_event_detail_load (db, &request->id, request->original_at, request->today, &reason);
  gint64 near;

  if (detail != NULL)
    return detail;
  if (muster_event_edit_find_near (db, &request->id, request->original_at, &near))
    return muster_event_detail_load (db, &request->id, near, request->today, error);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

static gboolean
are_same_people (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (muster_participant_get_person (a->pdata[i]),
                      muster_participant_get_person (b->pdata[i])) ||
        !g_str_equal (muster_participant_get_name (a->pdata[i]),
                      muster_participant_get_name (b->pdata[i])))
      return FALSE;

  return TRUE;
}

/* The old people with what is known of them now, or other people. */
static void
take_people (MusterEventPage *self, MusterEventDetail *before)
{
  GPtrArray *people = self->detail->people;

  if (before != NULL && are_same_people (before->people, people))
    {
      for (guint i = 0; i < people->len; i++)
        muster_participant_set_state (before->people->pdata[i],
                                      muster_participant_get_state (people->pdata[i]));
      self->detail->people = g_ptr_array_ref (before->people);
      g_ptr_array_unref (people);
    }
  else
    {
      g_list_store_splice (self->people, 0, g_list_model_get_n_items (G_LIST_MODEL (self->people)),
                           people->pdata, people->len);
    }
}

static void
take_detail (MusterEventPage *self, MusterEventDetail *detail)
{
  g_autoptr (MusterEventDetail) before = g_steal_pointer (&self->detail);
  g_autofree char *when = muster_event_overview_dup_when (detail->event);

  muster_participant_pane_set_detail (self->sign_up_pane, NULL);
  muster_participant_pane_set_detail (self->attendance_pane, NULL);
  self->detail = detail;
  self->original_at = detail->original_at; /* another one if the series was moved */
  take_people (self, before);
  muster_participant_pane_set_detail (self->sign_up_pane, detail);
  muster_participant_pane_set_detail (self->attendance_pane, detail);
  muster_participant_pane_update (self->sign_up_pane);
  muster_participant_pane_update (self->attendance_pane);
  muster_event_overview_show (self->overview, detail);
  muster_tasks_section_show (self->tasks_section, self->context, detail);
  muster_money_section_show (self->money_section, self->context, detail);
  gtk_label_set_label (self->title_label, detail->event->title);
  gtk_label_set_label (self->when_label, when);
  gtk_stack_set_visible_child_name (self->stack, "event");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterEventPage) self = user_data;
  g_autoptr (GError) error = NULL;
  MusterEventDetail *detail = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    {
      g_clear_pointer (&detail, muster_event_detail_free);
      return;
    }
  g_clear_object (&self->cancellable);
  if (detail != NULL)
    {
      take_detail (self, detail);
    }
  else
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->gone_page, escaped);
      gtk_stack_set_visible_child_name (self->stack, "gone");
    }
}

static void
stop (MusterEventPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
refresh (MusterEventPage *self)
{
  Request *request;

  stop (self);
  if (muster_id_is_none (&self->id))
    return;
  request = g_new0 (Request, 1);
  request->id = self->id;
  request->original_at = self->original_at;
  request->today = muster_clock_get_today (muster_context_get_clock (self->context));
  self->cancellable = g_cancellable_new ();
  muster_store_read_async (muster_context_get_store (self->context), read_detail, request, g_free,
                           (GDestroyNotify) muster_event_detail_free, self->cancellable, read_cb,
                           g_object_ref (self));
}

static void
changed_cb (MusterEventPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
section_changed_cb (MusterEventPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->sections);

  if (self->detail == NULL)
    return;
  if (g_strcmp0 (name, "sign-up") == 0)
    muster_participant_pane_focus (self->sign_up_pane);
  if (g_strcmp0 (name, "attendance") == 0)
    muster_participant_pane_focus (self->attendance_pane);
}

static void
event_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterEventPage *self = MUSTER_EVENT_PAGE (widget);

  if (self->detail != NULL)
    muster_event_actions_run (widget, self->context, self->detail, action_name,
                              parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL);
}

static void
section_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_view_stack_set_visible_child_name (MUSTER_EVENT_PAGE (widget)->sections,
                                         g_variant_get_string (parameter, NULL));
}

static void
muster_event_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (muster_event_page_parent_class)->map (widget);

  refresh (MUSTER_EVENT_PAGE (widget));
}

static void
muster_event_page_dispose (GObject *object)
{
  MusterEventPage *self = MUSTER_EVENT_PAGE (object);

  stop (self);
  if (self->detail != NULL)
    {
      muster_participant_pane_set_detail (self->sign_up_pane, NULL);
      muster_participant_pane_set_detail (self->attendance_pane, NULL);
    }
  g_clear_pointer (&self->detail, muster_event_detail_free);
  g_clear_object (&self->people);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (muster_event_page_parent_class)->dispose (object);
}

static void
muster_event_page_class_init (MusterEventPageClass *klass)
{
  static const char *const actions[] = { "event.edit",           "event.delete",
                                         "event.duplicate",      "event.copy-invitation",
                                         "event.show-code",      "event.export",
                                         "event.save-sheet",     "event.print-sheet",
                                         "event.paste-sign-ups", "event.copy-reminder" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_event_page_dispose;
  widget_class->map = muster_event_page_map;

  g_type_ensure (MUSTER_TYPE_EVENT_OVERVIEW);
  g_type_ensure (MUSTER_TYPE_MONEY_SECTION);
  g_type_ensure (MUSTER_TYPE_PARTICIPANT_PANE);
  g_type_ensure (MUSTER_TYPE_TASKS_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-event-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterEventPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterEventPage, gone_page);
  gtk_widget_class_bind_template_child (widget_class, MusterEventPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, MusterEventPage, when_label);
  gtk_widget_class_bind_template_child (widget_class, MusterEventPage, sections);
  gtk_widget_class_bind_template_child (widget_class, MusterEventPage, overview);
  gtk_widget_class_bind_template_child (widget_class, MusterEventPage, sign_up_pane);
  gtk_widget_class_bind_template_child (widget_class, MusterEventPage, attendance_pane);
  gtk_widget_class_bind_template_child (widget_class, MusterEventPage, tasks_section);
  gtk_widget_class_bind_template_child (widget_class, MusterEventPage, money_section);
  gtk_widget_class_bind_template_callback (widget_class, section_changed_cb);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, event_action);
  gtk_widget_class_install_action (widget_class, "event.set-standing", "s", event_action);
  gtk_widget_class_install_action (widget_class, "event.section", "s", section_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "event.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "calendar.back", NULL);
}

static void
muster_event_page_init (MusterEventPage *self)
{
  self->people = g_list_store_new (MUSTER_TYPE_PARTICIPANT);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * muster_event_page_new:
 *
 * Returns: a page that is shown inside of one with the action calendar.back
 */
GtkWidget *
muster_event_page_new (MusterContext *context)
{
  MusterEventPage *self = g_object_new (MUSTER_TYPE_EVENT_PAGE, NULL);

  self->context = g_object_ref (context);
  muster_participant_pane_set_up (self->sign_up_pane, context, MUSTER_PARTICIPANT_SIGN_UP,
                                  G_LIST_MODEL (self->people));
  muster_participant_pane_set_up (self->attendance_pane, context, MUSTER_PARTICIPANT_ATTENDANCE,
                                  G_LIST_MODEL (self->people));
  g_signal_connect_object (muster_context_get_store (context), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * muster_event_page_show:
 * @original_at: which time of a series
 */
void
muster_event_page_show (MusterEventPage *self, const MusterId *series_or_event, gint64 original_at)
{
  g_return_if_fail (MUSTER_IS_EVENT_PAGE (self));

  self->id = *series_or_event;
  self->original_at = original_at;
  adw_view_stack_set_visible_child_name (self->sections, "overview");
  refresh (self);
}
