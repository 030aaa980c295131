/* muster-recurrence-rows.c - when an event happens again, as rows of a form
 *
 * Says "changed" when the keeper changes it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-recurrence-rows"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-day-row.h"
#include "muster-input-error.h"
#include "muster-recurrence-form.h"
#include "muster-recurrence-rows.h"
#include "muster-recurrence.h"
#include "muster-words.h"

#define DAYS_PER_WEEK 7
#define N_EXAMPLES 3

struct _MusterRecurrenceRows
{
  AdwPreferencesGroup parent_instance;

  gint64 start; /* wall clock of the event */
  gboolean all_day;
  gboolean is_filling;
  gboolean from_end;
  char *dates; /* owned: RDATE and EXDATE, NULL if none */

  AdwComboRow *repeat_row;
  GtkWidget *interval_row;
  GtkSpinButton *interval_spin;
  GtkWidget *weekdays_row;
  GtkBox *weekdays_box;
  GtkToggleButton *weekdays[DAYS_PER_WEEK];
  GtkEditable *own_row;
  AdwComboRow *end_row;
  MusterDayRow *until_row;
  GtkWidget *count_row;
  GtkSpinButton *count_spin;
  AdwActionRow *words_row;
};

G_DEFINE_FINAL_TYPE (MusterRecurrenceRows, muster_recurrence_rows, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One rule a line; the name of the property may be left out. */
static char *
dup_own_lines (MusterRecurrenceRows *self)
{
  g_auto (GStrv) parts = g_strsplit_set (gtk_editable_get_text (self->own_row), " \n", -1);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_string_append_printf (lines, "%s%s%s", lines->len > 0 ? "\n" : "",
                              g_str_has_prefix (*part, "RRULE:") ? "" : "RRULE:", *part);
  return lines->len > 0 ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}

/* What the rows say; cleared by the caller. */
static void
read_form (MusterRecurrenceRows *self, MusterRecurrenceForm *form)
{
  *form = (MusterRecurrenceForm){
    .repeat = (MusterRepeat) adw_combo_row_get_selected (self->repeat_row),
    .interval = gtk_spin_button_get_value_as_int (self->interval_spin),
    .from_end = self->from_end,
    .end = (MusterRepeatEnd) adw_combo_row_get_selected (self->end_row),
    .count = gtk_spin_button_get_value_as_int (self->count_spin),
    .dates = g_strdup (self->dates),
  };
  (void) muster_day_row_get_day (self->until_row, &form->until);
  for (guint i = 0; i < DAYS_PER_WEEK; i++)
    if (gtk_toggle_button_get_active (self->weekdays[i]))
      form->weekdays |= 1u << i;
  if (form->repeat == MUSTER_REPEAT_OWN)
    form->own = dup_own_lines (self);
}

static void
show_examples (MusterRecurrenceRows *self, const char *lines)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (MusterRecurrence) recurrence =
      muster_recurrence_new (lines, self->start, self->all_day, utc, NULL);
  g_autoptr (GArray) times = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (recurrence != NULL && muster_recurrence_has_times (recurrence))
    times = muster_recurrence_list (recurrence, G_MININT64, G_MAXINT64, N_EXAMPLES);
  for (guint i = 0; times != NULL && i < times->len; i++)
    {
      g_autofree char *day =
          muster_words_for_day (muster_day_from_seconds (g_array_index (times, gint64, i)));

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", day);
    }
  adw_action_row_set_subtitle (self->words_row,
                               times != NULL ? text->str : _ ("This rule never comes true."));
}

static void
update (MusterRecurrenceRows *self)
{
  g_auto (MusterRecurrenceForm) form = { 0 };
  g_autofree char *words = NULL;
  g_autofree char *lines = NULL;
  gboolean fields;

  read_form (self, &form);
  fields = form.repeat != MUSTER_REPEAT_NEVER && form.repeat != MUSTER_REPEAT_OWN;
  words = muster_recurrence_form_dup_words (&form, self->start);
  lines = muster_recurrence_form_dup_lines (&form, self->start, self->all_day);
  gtk_widget_set_visible (self->interval_row, fields);
  gtk_widget_set_visible (self->weekdays_row, form.repeat == MUSTER_REPEAT_WEEKLY);
  gtk_widget_set_visible (GTK_WIDGET (self->own_row), form.repeat == MUSTER_REPEAT_OWN);
  gtk_widget_set_visible (GTK_WIDGET (self->end_row), fields);
  gtk_widget_set_visible (GTK_WIDGET (self->until_row),
                          fields && form.end == MUSTER_REPEAT_ENDS_ON);
  gtk_widget_set_visible (self->count_row, fields && form.end == MUSTER_REPEAT_ENDS_AFTER);
  gtk_widget_set_visible (GTK_WIDGET (self->words_row), lines != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->words_row), words);
  if (lines != NULL)
    show_examples (self, lines);
}

static void
changed_cb (MusterRecurrenceRows *self)
{
  if (self->is_filling)
    return;
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_weekdays (MusterRecurrenceRows *self)
{
  for (guint i = 0; i < DAYS_PER_WEEK; i++)
    {
      g_autoptr (GDateTime) date = g_date_time_new_utc (1970, 1, (int) (5 + i), 0, 0, 0);
      g_autofree char *brief = g_date_time_format (date, "%a");
      g_autofree char *name = g_date_time_format (date, "%A");
      GtkWidget *button = gtk_toggle_button_new_with_label (brief);

      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->weekdays_box, button);
      self->weekdays[i] = GTK_TOGGLE_BUTTON (button);
    }
}

static void
muster_recurrence_rows_finalize (GObject *object)
{
  g_free (MUSTER_RECURRENCE_ROWS (object)->dates);

  G_OBJECT_CLASS (muster_recurrence_rows_parent_class)->finalize (object);
}

static void
muster_recurrence_rows_class_init (MusterRecurrenceRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_recurrence_rows_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MUSTER_TYPE_DAY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-recurrence-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRecurrenceRows, repeat_row);
  gtk_widget_class_bind_template_child (widget_class, MusterRecurrenceRows, interval_row);
  gtk_widget_class_bind_template_child (widget_class, MusterRecurrenceRows, interval_spin);
  gtk_widget_class_bind_template_child (widget_class, MusterRecurrenceRows, weekdays_row);
  gtk_widget_class_bind_template_child (widget_class, MusterRecurrenceRows, weekdays_box);
  gtk_widget_class_bind_template_child (widget_class, MusterRecurrenceRows, own_row);
  gtk_widget_class_bind_template_child (widget_class, MusterRecurrenceRows, end_row);
  gtk_widget_class_bind_template_child (widget_class, MusterRecurrenceRows, until_row);
  gtk_widget_class_bind_template_child (widget_class, MusterRecurrenceRows, count_row);
  gtk_widget_class_bind_template_child (widget_class, MusterRecurrenceRows, count_spin);
  gtk_widget_class_bind_template_child (widget_class, MusterRecurrenceRows, words_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
muster_recurrence_rows_init (MusterRecurrenceRows *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_weekdays (self);
  self->is_filling = FALSE;
  update (self);
}

static void
set_own_text (MusterRecurrenceRows *self, const char *own)
{
  g_auto (GStrv) lines = g_strsplit (own != NULL ? own : "", "\n", -1);
  g_autofree char *text = g_strjoinv (" ", lines);

  gtk_editable_set_text (self->own_row,
                         g_str_has_prefix (text, "RRULE:") ? text + strlen ("RRULE:") : text);
}

/**
 * muster_recurrence_rows_set_lines:
 * @lines: (nullable): as muster_recurrence_new() takes them
 * @start: wall clock of the first time
 */
void
muster_recurrence_rows_set_lines (MusterRecurrenceRows *self, const char *lines, gint64 start,
                                  gboolean all_day)
{
  g_auto (MusterRecurrenceForm) form = { 0 };

  g_return_if_fail (MUSTER_IS_RECURRENCE_ROWS (self));

  muster_recurrence_form_init (&form, lines, start, all_day);
  self->is_filling = TRUE;
  self->start = start;
  self->all_day = all_day;
  self->from_end = form.from_end;
  g_free (self->dates);
  self->dates = g_strdup (form.dates);
  adw_combo_row_set_selected (self->repeat_row, form.repeat);
  gtk_spin_button_set_value (self->interval_spin, form.interval);
  adw_combo_row_set_selected (self->end_row, form.end);
  muster_day_row_set_day (self->until_row, form.until);
  if (form.end == MUSTER_REPEAT_ENDS_AFTER)
    gtk_spin_button_set_value (self->count_spin, form.count);
  for (guint i = 0; i < DAYS_PER_WEEK; i++)
    gtk_toggle_button_set_active (self->weekdays[i], (form.weekdays & (1u << i)) != 0);
  set_own_text (self, form.own);
  self->is_filling = FALSE;
  update (self);
}

/**
 * muster_recurrence_rows_set_start:
 *
 * The event begins at another time: the words follow.
 */
void
muster_recurrence_rows_set_start (MusterRecurrenceRows *self, gint64 start, gboolean all_day)
{
  g_return_if_fail (MUSTER_IS_RECURRENCE_ROWS (self));

  self->start = start;
  self->all_day = all_day;
  update (self);
}

/**
 * muster_recurrence_rows_read:
 * @out_lines: (out) (nullable): as muster_recurrence_new() takes them; %NULL if it happens once
 *
 * Returns: %FALSE if what was typed is no rule
 */
gboolean
muster_recurrence_rows_read (MusterRecurrenceRows *self, char **out_lines, GError **error)
{
  g_auto (MusterRecurrenceForm) form = { 0 };
  g_autoptr (MusterRecurrence) recurrence = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *lines = NULL;
  MusterDay until;

  g_return_val_if_fail (MUSTER_IS_RECURRENCE_ROWS (self), FALSE);

  read_form (self, &form);
  if (form.repeat != MUSTER_REPEAT_NEVER && form.repeat != MUSTER_REPEAT_OWN &&
      form.end == MUSTER_REPEAT_ENDS_ON &&
      (!muster_day_row_get_day (self->until_row, &until) || until == MUSTER_DAY_NONE))
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, 0, "%s",
                              _ ("On which day does it end? Write a date such as 2026-03-02."));
      return FALSE;
    }
  if (form.repeat == MUSTER_REPEAT_OWN && form.own == NULL)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_EMPTY, 0, "%s",
                              _ ("Write the rule, such as FREQ=WEEKLY;BYDAY=MO."));
      return FALSE;
    }
  lines = muster_recurrence_form_dup_lines (&form, self->start, self->all_day);
  recurrence = muster_recurrence_new (lines, self->start, self->all_day, utc, error);
  if (recurrence == NULL)
    return FALSE;

  *out_lines = g_steal_pointer (&lines);
  return TRUE;
}
