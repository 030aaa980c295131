/* muster-rollcall-page.c - what needs attention in a group today, or on another day
 *
 * The roll is called on a worker whenever the group, the day or the store
 * changes; what is shown stays until the new findings are there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rollcall-page"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-draft.h"
#include "muster-finding-actions.h"
#include "muster-finding-section.h"
#include "muster-group.h"
#include "muster-rollcall-page.h"
#include "muster-rollcall-run.h"
#include "muster-words.h"

struct _MusterRollcallPage
{
  MusterGroupPage parent_instance;

  GCancellable *cancellable; /* owned, NULL while nothing is being called */
  MusterDay day;             /* of the roll call; none: today */
  gboolean setting_day;      /* the calendar is being set: nobody chose a day */

  GtkStack *stack;
  GtkWidget *clear_page;
  GtkBox *sections;
  GtkPopover *day_popover;
  GtkCalendar *calendar;
  AdwStatusPage *failed_page;
};

G_DEFINE_FINAL_TYPE (MusterRollcallPage, muster_rollcall_page, MUSTER_TYPE_GROUP_PAGE)

typedef enum
{
  PROP_DAY_TEXT = 1,
} MusterRollcallPageProperty;

static GParamSpec *props[PROP_DAY_TEXT + 1];

static MusterContext *
get_context (MusterRollcallPage *self)
{
  return muster_group_page_get_context (MUSTER_GROUP_PAGE (self));
}

static MusterGroup *
get_group (MusterRollcallPage *self)
{
  return muster_group_page_get_group (MUSTER_GROUP_PAGE (self));
}

static MusterDraft *
new_draft (MusterRollcallPage *self)
{
  MusterDay today = muster_group_page_get_today (MUSTER_GROUP_PAGE (self));
  MusterDatabase *db =
      muster_store_get_database (muster_context_get_store (get_context (self)), NULL);
  g_autoptr (MusterPolicy) policy = NULL;

  if (db != NULL)
    policy = muster_policy_load (db, muster_group_get_id (get_group (self)), today, NULL);
  if (policy == NULL)
    policy = muster_policy_new ();
  return muster_draft_new (
      get_group (self), policy,
      muster_day_add_period (today, muster_policy_get_period (policy, "reply-within")));
}

static void
copy_text (MusterRollcallPage *self, const char *text)
{
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s",
                              text != NULL ? _ ("Text copied") : _ ("There is nothing to write"));
}

static void
section_copy_text_cb (MusterRollcallPage *self, MusterFindingSection *section)
{
  g_autoptr (MusterDraft) draft = new_draft (self);
  g_autofree char *text =
      muster_draft_for_group (draft, muster_finding_section_get_findings (section));

  copy_text (self, text);
}

static void
finding_action_cb (MusterRollcallPage *self, MusterFinding *finding, const char *action)
{
  if (get_group (self) == NULL)
    return;
  if (g_str_equal (action, "copy-text") || g_str_equal (action, "congratulate"))
    {
      g_autoptr (MusterDraft) draft = new_draft (self);
      g_autofree char *text = muster_draft_for_person (draft, finding);

      copy_text (self, text);
    }
  else
    muster_finding_actions_run (GTK_WIDGET (self), get_context (self), get_group (self), finding,
                                action);
}

static void
add_section (MusterRollcallPage *self, const char *check, GPtrArray *findings)
{
  GtkWidget *section = muster_finding_section_new (check, findings);

  g_signal_connect_object (section, "action", G_CALLBACK (finding_action_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (section, "copy-text", G_CALLBACK (section_copy_text_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->sections, section);
}

/* The most urgent finding of a kind decides where the kind stands. */
static void
show_findings (MusterRollcallPage *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();
  g_autoptr (GHashTable) kinds =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  for (guint i = 0; i < findings->len; i++)
    {
      MusterFinding *finding = g_ptr_array_index (findings, i);
      const char *check = muster_finding_get_check (finding);
      GPtrArray *kind = g_hash_table_lookup (kinds, check);

      if (kind == NULL)
        {
          kind = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (kinds, (gpointer) check, kind);
          g_ptr_array_add (checks, (gpointer) check);
        }
      g_ptr_array_add (kind, g_object_ref (finding));
    }
  for (guint i = 0; i < checks->len; i++)
    add_section (self, checks->pdata[i], g_hash_table_lookup (kinds, checks->pdata[i]));
}

static void
set_summary (MusterRollcallPage *self, const MusterRollcallResult *result)
{
  g_autofree char *count = muster_words_for_count (result->n_members);
  g_autofree char *members =
      g_strdup_printf (ngettext ("%s member", "%s members", result->n_members), count);
  g_autofree char *as_of = muster_words_for_day (result->as_of);

  muster_group_page_take_summary (
      MUSTER_GROUP_PAGE (self),
      result->as_of == MUSTER_DAY_NONE
          ? g_strdup_printf (_ ("%s · no chat records yet"), members)
          /* TRANSLATORS: number of members; the last day that chat records cover */
          : g_strdup_printf (_ ("%s · records up to %s"), members, as_of));
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterRollcallPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterRollcallResult) found =
      muster_rollcall_run_finish (MUSTER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || get_context (self) == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (found == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed_page, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  set_summary (self, found);
  show_findings (self, found->findings);
  gtk_widget_set_visible (self->clear_page, found->findings->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->sections), found->findings->len > 0);
  gtk_stack_set_visible_child_name (
      self->stack, found->n_members == 0 && found->as_of == MUSTER_DAY_NONE ? "empty" : "findings");
  if (get_group (self) != NULL && self->day == MUSTER_DAY_NONE && found->n_members > 0)
    muster_group_set_n_findings (get_group (self), found->findings->len);
}

static void
stop (MusterRollcallPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
muster_rollcall_page_refresh (MusterGroupPage *page)
{
  MusterRollcallPage *self = MUSTER_ROLLCALL_PAGE (page);
  g_autoptr (MusterGroup) group = NULL;

  stop (self);
  if (muster_group_page_shows_everyone (page))
    return;

  self->cancellable = g_cancellable_new ();
  group = muster_group_copy (muster_group_page_get_group (page)); /* the worker's own */
  muster_rollcall_run_async (muster_context_get_store (muster_group_page_get_context (page)), group,
                             self->day != MUSTER_DAY_NONE ? self->day
                                                          : muster_group_page_get_today (page),
                             self->cancellable, called_cb, g_object_ref (self));
}

static void
muster_rollcall_page_opened (MusterGroupPage *page)
{
  MusterRollcallPage *self = MUSTER_ROLLCALL_PAGE (page);

  stop (self);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  muster_group_page_refresh (page);
}

static void
set_day (MusterRollcallPage *self, MusterDay day)
{
  self->day = day == muster_group_page_get_today (MUSTER_GROUP_PAGE (self)) ? MUSTER_DAY_NONE : day;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DAY_TEXT]);
  muster_group_page_refresh (MUSTER_GROUP_PAGE (self));
}

static void
day_selected_cb (MusterRollcallPage *self)
{
  g_autoptr (GDateTime) date = NULL;

  if (self->setting_day || get_context (self) == NULL)
    return;
  date = gtk_calendar_get_date (self->calendar);
  set_day (self, muster_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                      g_date_time_get_day_of_month (date)));
}

static void
today_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterRollcallPage *self = MUSTER_ROLLCALL_PAGE (widget);

  muster_rollcall_page_show_day (self, muster_group_page_get_today (MUSTER_GROUP_PAGE (self)));
  gtk_popover_popdown (self->day_popover);
}

static void
reload_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  muster_group_page_refresh (MUSTER_GROUP_PAGE (widget));
}

static char *
dup_day_text (MusterRollcallPage *self)
{
  return self->day != MUSTER_DAY_NONE ? muster_words_for_day (self->day) : g_strdup (_ ("Today"));
}

static void
muster_rollcall_page_dispose (GObject *object)
{
  MusterRollcallPage *self = MUSTER_ROLLCALL_PAGE (object);

  stop (self);

  G_OBJECT_CLASS (muster_rollcall_page_parent_class)->dispose (object);
}

static void
muster_rollcall_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MusterRollcallPage *self = MUSTER_ROLLCALL_PAGE (object);

  switch ((MusterRollcallPageProperty) prop_id)
    {
    case PROP_DAY_TEXT:
      g_value_take_string (value, dup_day_text (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_rollcall_page_class_init (MusterRollcallPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MusterGroupPageClass *page_class = MUSTER_GROUP_PAGE_CLASS (klass);

  object_class->dispose = muster_rollcall_page_dispose;
  object_class->get_property = muster_rollcall_page_get_property;
  page_class->opened = muster_rollcall_page_opened;
  page_class->refresh = muster_rollcall_page_refresh;

  props[PROP_DAY_TEXT] =
      g_param_spec_string ("day-text", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-rollcall-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRollcallPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterRollcallPage, clear_page);
  gtk_widget_class_bind_template_child (widget_class, MusterRollcallPage, sections);
  gtk_widget_class_bind_template_child (widget_class, MusterRollcallPage, day_popover);
  gtk_widget_class_bind_template_child (widget_class, MusterRollcallPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, MusterRollcallPage, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_install_action (widget_class, "rollcall.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "rollcall.reload", NULL, reload_action);
}

static void
muster_rollcall_page_init (MusterRollcallPage *self)
{
  self->day = MUSTER_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_rollcall_page_new (MusterContext *context)
{
  return g_object_new (MUSTER_TYPE_ROLLCALL_PAGE, "context", context, NULL);
}

/**
 * muster_rollcall_page_show_day:
 *
 * Calls the roll as of another day.
 */
void
muster_rollcall_page_show_day (MusterRollcallPage *self, MusterDay day)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day_of_month;

  g_return_if_fail (MUSTER_IS_ROLLCALL_PAGE (self));

  muster_day_to_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  self->setting_day = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->setting_day = FALSE;
  set_day (self, day);
}
