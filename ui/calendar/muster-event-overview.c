/* muster-event-overview.c - one time of an event in words: when, where, what, and what is attached
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-overview"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-event-kind.h"
#include "muster-event-overview.h"
#include "muster-markdown.h"
#include "muster-recurrence-form.h"
#include "muster-typed.h"
#include "muster-words.h"

#define MAX_DESCRIPTION 20000 /* bytes that are shown */
#define SECONDS_PER_DAY 86400

static const struct
{
  const char *key;
  const char *title;
} standings[] = {
  { "planned", N_ ("Planned") },
  { "held", N_ ("Held") },
  { "cancelled", N_ ("Called off") },
};

struct _MusterEventOverview
{
  AdwBin parent_instance;

  GtkBox *box; /* of the groups, made anew for each event */
};

G_DEFINE_FINAL_TYPE (MusterEventOverview, muster_event_overview, ADW_TYPE_BIN)

static void
muster_event_overview_class_init (MusterEventOverviewClass *klass)
{
}

static void
muster_event_overview_init (MusterEventOverview *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->box = GTK_BOX (box);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static GtkWidget *
add_group (MusterEventOverview *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->box, group);
  return group;
}

/* @value: (nullable): without one there is no row */
static void
add_row (GtkWidget *group, const char *title, const char *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static char *
dup_day (gint64 wall)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (wall);

  /* TRANSLATORS: a weekday and a date, see strftime(3) */
  return g_date_time_format (date, _ ("%A, %-d %B %Y"));
}

static char *
dup_moment (gint64 wall)
{
  g_autofree char *day = dup_day (wall);
  g_autofree char *time = muster_typed_dup_time (wall);

  /* TRANSLATORS: a date, a time */
  return g_strdup_printf (_ ("%s, %s"), day, time);
}

/**
 * muster_event_overview_dup_when:
 *
 * Returns: (transfer full): from when until when, on the event's own clock
 */
char *
muster_event_overview_dup_when (const MusterEvent *event)
{
  gint64 last = event->all_day ? event->end_at - SECONDS_PER_DAY : event->end_at;
  g_autofree char *start =
      event->all_day ? dup_day (event->start_at) : dup_moment (event->start_at);
  g_autofree char *end = NULL;

  if (last <= event->start_at)
    return g_steal_pointer (&start);
  if (event->all_day)
    end = dup_day (last);
  else if (muster_day_from_seconds (last) == muster_day_from_seconds (event->start_at))
    end = muster_typed_dup_time (last);
  else
    end = dup_moment (last);
  return g_strdup_printf (_ ("%s – %s"), start, end);
}

/* Of an event on another clock: that clock, and the time on this one. */
static char *
dup_zone_words (const MusterEvent *event)
{
  g_autoptr (GTimeZone) own = muster_event_dup_zone (event);
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  gint64 utc = muster_event_to_utc (own, event->start_at);
  gint64 wall = muster_event_to_wall (local, utc);
  g_autofree char *here = NULL;

  if (event->zone == NULL || event->all_day)
    return NULL;
  if (wall == event->start_at)
    return g_strdup (event->zone);

  here = dup_moment (wall);
  /* TRANSLATORS: a time zone, the beginning on the clock of this computer */
  return g_strdup_printf (_ ("%s; here it begins on %s"), event->zone, here);
}

static const char *
get_standing_title (const char *standing)
{
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    if (g_strcmp0 (standings[i].key, standing) == 0)
      return _ (standings[i].title);

  return standing;
}

static char *
dup_kind (const MusterEvent *event)
{
  const char *kind = muster_event_kind_get_title (event->kind);

  if (event->size == NULL)
    return g_strdup (kind);
  return g_strdup_printf ("%s · %s", kind != NULL ? kind : "",
                          muster_event_size_get_title (event->size));
}

static void
add_when (MusterEventOverview *self, const MusterEventDetail *detail)
{
  const MusterEvent *event = detail->event;
  GtkWidget *group = add_group (self, NULL);
  g_autofree char *when = muster_event_overview_dup_when (event);
  g_autofree char *zone = dup_zone_words (event);
  g_autofree char *kind = dup_kind (event);
  g_autofree char *repeats = NULL;
  g_auto (MusterRecurrenceForm) form = { 0 };

  muster_recurrence_form_init (&form, event->recurrence, event->start_at, event->all_day);
  if (event->recurrence != NULL)
    repeats = muster_recurrence_form_dup_words (&form, event->start_at);
  add_row (group, _ ("When"), when);
  add_row (group, _ ("Time Zone"), zone);
  add_row (group, _ ("Repeat"), repeats);
  add_row (group, _ ("Place"), event->place);
  add_row (group, _ ("Group"),
           detail->group != NULL ? muster_group_get_name (detail->group) : _ ("My Own Calendar"));
  add_row (group, _ ("Kind"), kind);
  add_row (group, _ ("Standing"), get_standing_title (event->standing));
}

static void
add_sign_up (MusterEventOverview *self, const MusterEvent *event)
{
  g_autofree char *amount = muster_typed_dup_amount (event->fee);
  g_autofree char *fee =
      g_strdup_printf ("%s %s", amount, event->currency != NULL ? event->currency : "");
  g_autofree char *places = muster_words_for_count ((guint64) event->capacity);
  g_autofree char *deadline =
      event->sign_up_until != MUSTER_EVENT_NO_TIME ? dup_moment (event->sign_up_until) : NULL;
  GtkWidget *group;

  if (event->fee == 0 && event->capacity == 0 && deadline == NULL)
    return;
  group = add_group (self, _ ("Sign-up"));
  add_row (group, _ ("Number of Places"), event->capacity > 0 ? places : NULL);
  add_row (group, _ ("Fee"), event->fee > 0 ? fee : NULL);
  add_row (group, _ ("Sign up until"), deadline);
}

static void
add_description (MusterEventOverview *self, const char *description)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *brief = g_strndup (description, MAX_DESCRIPTION);
  g_autofree char *markup = muster_markdown_dup_markup (brief);
  GtkWidget *group = add_group (self, _ ("Description"));

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), label);
}

static void
open_cb (GtkWidget *row)
{
  g_autofree char *scheme = g_uri_parse_scheme (gtk_widget_get_tooltip_text (row));
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (row));

  if (scheme != NULL)
    gtk_show_uri (window, gtk_widget_get_tooltip_text (row), GDK_CURRENT_TIME);
  else
    gtk_widget_activate_action (row, "win.failed", "s",
                                _ ("This is no address that can be opened."));
}

static void
add_attachment (GtkWidget *group, const char *address)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_path_get_basename (address);
  g_autofree char *plain = g_uri_unescape_string (name, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plain != NULL ? plain : name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), address);
  gtk_widget_set_tooltip_text (row, address);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (open_cb), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_attachments (MusterEventOverview *self, const char *lines)
{
  g_auto (GStrv) addresses = g_strsplit (lines, "\n", -1);
  GtkWidget *group = add_group (self, _ ("Attachments"));

  for (char **address = addresses; *address != NULL; address++)
    if (**address != '\0')
      add_attachment (group, *address);
}

static void
add_button (GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_flow_box_append (GTK_FLOW_BOX (box), button);
}

static void
add_buttons (MusterEventOverview *self)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 3);
  add_button (box, _ ("Copy the Invitation"), "event.copy-invitation");
  add_button (box, _ ("Show a QR Code"), "event.show-code");
  add_button (box, _ ("Save as iCalendar…"), "event.export");
  gtk_box_append (self->box, box);
}

/**
 * muster_event_overview_show:
 *
 * Shows an event; nothing of @detail is kept.
 */
void
muster_event_overview_show (MusterEventOverview *self, const MusterEventDetail *detail)
{
  GtkWidget *child;

  g_return_if_fail (MUSTER_IS_EVENT_OVERVIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  add_when (self, detail);
  add_sign_up (self, detail->event);
  if (detail->event->description != NULL)
    add_description (self, detail->event->description);
  if (detail->event->attachments != NULL)
    add_attachments (self, detail->event->attachments);
  add_buttons (self);
}
