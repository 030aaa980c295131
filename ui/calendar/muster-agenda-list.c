/* muster-agenda-list.c - events one below the other, under their days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-agenda-list"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-agenda-list.h"
#include "muster-agenda-row.h"
#include "muster-calendar-words.h"

#define MAX_ROWS_OF_DAY 100

struct _MusterAgendaList
{
  AdwBin parent_instance;

  GtkListBox *list;
  MusterLunar *lunar; /* owned */
  MusterCalendarState state;
  gboolean is_due; /* headings are those of what is due, else days */
};

G_DEFINE_FINAL_TYPE (MusterAgendaList, muster_agenda_list, ADW_TYPE_BIN)

static void
clear (MusterAgendaList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* TRANSLATORS: what stands before the date of a day that is near */
static const char *
get_near (const MusterCalendarState *state, MusterDay day)
{
  if (day == state->today)
    return _ ("Today");
  return day == state->today + 1 ? _ ("Tomorrow") : NULL;
}

typedef enum
{
  OVERDUE,
  TODAY,
  THIS_WEEK,
  LATER,
} DueSection;

static DueSection
get_due_section (const MusterCalendarState *state, const MusterCalendarItem *item)
{
  if (item->overdue)
    return OVERDUE;
  if (item->first_day <= state->today)
    return TODAY;
  return item->first_day < state->today + MUSTER_DAYS_PER_WEEK ? THIS_WEEK : LATER;
}

static const char *
get_due_heading (DueSection section)
{
  static const char *const headings[] = {
    [OVERDUE] = N_ ("Overdue"),
    [TODAY] = N_ ("Today"),
    [THIS_WEEK] = N_ ("In the Next Seven Days"),
    [LATER] = N_ ("Later"),
  };

  return _ (headings[section]);
}

static char *
dup_day_heading (MusterAgendaList *self, MusterDay day)
{
  g_autofree char *date = muster_calendar_words_for_day (day);
  const char *near = get_near (&self->state, day);
  GString *text = g_string_new (near);

  if (near != NULL)
    g_string_append (text, " · ");
  g_string_append (text, date);
  if (self->state.chinese)
    {
      g_autofree char *chinese = muster_calendar_words_for_chinese_date (self->lunar, day);

      g_string_append_printf (text, "%s%s", *chinese != '\0' ? " · " : "", chinese);
    }
  return g_string_free (text, FALSE);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  MusterAgendaList *self = user_data;
  int section;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (!MUSTER_IS_AGENDA_ROW (row))
    return; /* it says that there is more */
  section = muster_agenda_row_get_section (MUSTER_AGENDA_ROW (row));

  if (before != NULL && muster_agenda_row_get_section (MUSTER_AGENDA_ROW (before)) == section)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  text = self->is_due ? g_strdup (get_due_heading ((DueSection) section))
                      : dup_day_heading (self, section);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "agenda-day");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
create_placeholder (void)
{
  GtkWidget *label = gtk_label_new (_ ("Nothing on this day. Press N to add an event."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_margin_top (label, 24);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
muster_agenda_list_finalize (GObject *object)
{
  muster_lunar_free (MUSTER_AGENDA_LIST (object)->lunar);

  G_OBJECT_CLASS (muster_agenda_list_parent_class)->finalize (object);
}

static void
muster_agenda_list_class_init (MusterAgendaListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_agenda_list_finalize;
}

static void
muster_agenda_list_init (MusterAgendaList *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->lunar = muster_lunar_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "agenda");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  gtk_list_box_set_placeholder (self->list, create_placeholder ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Events"), -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), clamp);
  gtk_widget_set_vexpand (window, TRUE);
  adw_bin_set_child (ADW_BIN (self), window);
}

GtkWidget *
muster_agenda_list_new (void)
{
  return g_object_new (MUSTER_TYPE_AGENDA_LIST, NULL);
}

static void
add_row (MusterAgendaList *self, MusterCalendarItem *item, int section)
{
  MusterAgendaRowStyle style = {
    .section = section,
    .groups = self->state.groups,
    .dated = self->is_due,
  };

  gtk_list_box_append (self->list, muster_agenda_row_new (item, &style));
}

/* Nothing is left out without a word. */
static void
add_more_row (MusterAgendaList *self, guint n_hidden)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", n_hidden), n_hidden);
  GtkWidget *label;

  if (n_hidden == 0)
    return;
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_margin_bottom (label, 8);
  gtk_list_box_append (self->list, label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (gtk_widget_get_parent (label)), FALSE);
}

/**
 * muster_agenda_list_show_day:
 *
 * Shows what of @items happens on the selected day.
 */
void
muster_agenda_list_show_day (MusterAgendaList *self, GPtrArray *items,
                             const MusterCalendarState *state)
{
  guint n = 0;

  g_return_if_fail (MUSTER_IS_AGENDA_LIST (self));

  self->state = *state;
  clear (self);
  for (guint i = 0; i < items->len; i++)
    {
      MusterCalendarItem *item = items->pdata[i];

      if (item->first_day <= state->day && state->day <= item->last_day && n++ < MAX_ROWS_OF_DAY)
        add_row (self, item, state->day);
    }
  add_more_row (self, n - MIN (n, MAX_ROWS_OF_DAY));
}

/**
 * muster_agenda_list_show_due:
 * @max: how many rows at most
 *
 * Shows @items as what is due, in their order.
 */
void
muster_agenda_list_show_due (MusterAgendaList *self, GPtrArray *items,
                             const MusterCalendarState *state, guint max)
{
  g_return_if_fail (MUSTER_IS_AGENDA_LIST (self));

  self->state = *state;
  self->is_due = TRUE;
  clear (self);
  for (DueSection section = OVERDUE; section <= LATER; section++)
    for (guint i = 0; i < MIN (items->len, max); i++)
      if (get_due_section (state, items->pdata[i]) == section)
        add_row (self, items->pdata[i], (int) section);
  add_more_row (self, items->len - MIN (items->len, max));
}

static int
compare_days (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MusterCalendarItem *x = *(const MusterCalendarItem *const *) a;
  const MusterCalendarItem *y = *(const MusterCalendarItem *const *) b;
  MusterDay from = *(const MusterDay *) user_data;
  MusterDay x_day = MAX (x->first_day, from), y_day = MAX (y->first_day, from);

  return x_day != y_day ? x_day - y_day : muster_calendar_item_compare (a, b);
}

/**
 * muster_agenda_list_show_days:
 * @max: how many rows at most
 *
 * Shows @items from the selected day on.
 *
 * Returns: how many are left out
 */
guint
muster_agenda_list_show_days (MusterAgendaList *self, GPtrArray *items,
                              const MusterCalendarState *state, guint max)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint n = 0;

  g_return_val_if_fail (MUSTER_IS_AGENDA_LIST (self), 0);

  self->state = *state;
  clear (self);
  g_ptr_array_extend (sorted, items, NULL, NULL);
  g_ptr_array_sort_with_data (sorted, compare_days, (gpointer) &state->day);
  for (guint i = 0; i < sorted->len; i++)
    {
      MusterCalendarItem *item = sorted->pdata[i];

      if (item->last_day >= state->day && n++ < max)
        add_row (self, item, MAX (item->first_day, state->day));
    }
  return n > max ? n - max : 0;
}

/**
 * muster_agenda_list_add_rows:
 * @stops: (element-type GtkWidget): gets the rows
 */
void
muster_agenda_list_add_rows (MusterAgendaList *self, GPtrArray *stops)
{
  GtkListBoxRow *row;

  g_return_if_fail (MUSTER_IS_AGENDA_LIST (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    g_ptr_array_add (stops, row);
}
