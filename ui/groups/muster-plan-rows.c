/* muster-plan-rows.c - the settings of a group that are about its calendar
 *
 * Special days, the checklist of events, the rhythm, the content plan, and
 * when staying away is a finding.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-plan-rows"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-calendar-plan.h"
#include "muster-checklist.h"
#include "muster-content-plan.h"
#include "muster-plan-rows.h"
#include "muster-rhythm.h"

#define MAX_EVENTS 20 /* of one size in its period */

/* Words of the policy "special-days". */
static const struct
{
  const char *word;
  const char *title;
} days[] = {
  { "birthdays", N_ ("Birthdays in the calendar") },
  { "anniversaries", N_ ("Anniversaries of joining in the calendar") },
  { "questions", N_ ("Questions about the rules on the first Monday") },
};

static const struct
{
  const char *size;
  const char *period;
  const char *title;
} sizes[] = {
  { "small", "P1W", N_ ("Small events a week; 0 for no rhythm") },
  { "medium", "P2W", N_ ("Medium events a fortnight; 0 for no rhythm") },
  { "large", "P1M", N_ ("Large events a month; 0 for no rhythm") },
};

static const struct
{
  const char *key;
  const char *title;
  int most;
} numbers[] = {
  { "birthday-ahead", N_ ("Days before a birthday to tell of it"), 366 },
  { "absent-times", N_ ("Absent times in a row that are a finding; 0 for none"), 100 },
  { "attendance-below", N_ ("Percent of attendance below which it is one; 0 for none"), 100 },
};

static const struct
{
  const char *key;
  const char *title;
  const char *hint;
  char *(*dup_default) (void);
} plans[] = {
  { "checklist", N_ ("Checklist of events"),
    N_ ("A line each: -3d Rehearse, +2h Thank everybody; empty for the usual one"),
    muster_checklist_dup_default },
  { "content-plan", N_ ("Weekly content plan"),
    N_ ("A line each: daily News, fri A member shares; empty for none"),
    muster_content_plan_dup_default },
};

struct _MusterPlanRows
{
  AdwPreferencesGroup parent_instance;

  char *rhythm; /* owned: as it was */
  int before[G_N_ELEMENTS (sizes)];

  GtkSwitch *day_switches[G_N_ELEMENTS (days)];
  GtkSpinButton *size_spins[G_N_ELEMENTS (sizes)];
  GtkSpinButton *number_spins[G_N_ELEMENTS (numbers)];
  GtkTextBuffer *plan_texts[G_N_ELEMENTS (plans)];
};

G_DEFINE_FINAL_TYPE (MusterPlanRows, muster_plan_rows, ADW_TYPE_PREFERENCES_GROUP)

static void
add_row (MusterPlanRows *self, const char *title, GtkWidget *child)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), child);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), child);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static GtkSpinButton *
add_spin (MusterPlanRows *self, const char *title, int most)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, most, 1);

  add_row (self, title, spin);
  return GTK_SPIN_BUTTON (spin);
}

static void
default_cb (GtkButton *button, GtkTextBuffer *buffer)
{
  char *(*dup_default) (void) = g_object_get_data (G_OBJECT (button), "default");
  g_autofree char *text = dup_default ();

  gtk_text_buffer_set_text (buffer, text, -1);
}

static GtkWidget *
new_text (GtkTextBuffer *buffer, const char *title)
{
  GtkWidget *view = gtk_text_view_new_with_buffer (buffer);
  GtkWidget *row = adw_preferences_row_new ();

  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_widget_set_size_request (view, -1, 120);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), view);
  return row;
}

static void
add_plan (MusterPlanRows *self, guint i)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Put In the Usual One"));
  GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);
  g_autofree char *label =
      g_strdup_printf (_ ("%s: %s"), _ (plans[i].title), _ ("Put In the Usual One"));

  self->plan_texts[i] = buffer;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (plans[i].title));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), _ (plans[i].hint));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "default", (gpointer) plans[i].dup_default);
  g_signal_connect_object (button, "clicked", G_CALLBACK (default_cb), buffer, 0);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_text (buffer, _ (plans[i].title)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
muster_plan_rows_dispose (GObject *object)
{
  MusterPlanRows *self = MUSTER_PLAN_ROWS (object);

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    g_clear_object (&self->plan_texts[i]);
  g_clear_pointer (&self->rhythm, g_free);

  G_OBJECT_CLASS (muster_plan_rows_parent_class)->dispose (object);
}

static void
muster_plan_rows_class_init (MusterPlanRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_plan_rows_dispose;
}

static void
muster_plan_rows_init (MusterPlanRows *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Calendar"));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      GtkWidget *widget = gtk_switch_new ();

      self->day_switches[i] = GTK_SWITCH (widget);
      add_row (self, _ (days[i].title), widget);
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    self->number_spins[i] = add_spin (self, _ (numbers[i].title), numbers[i].most);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    self->size_spins[i] = add_spin (self, _ (sizes[i].title), MAX_EVENTS);
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    add_plan (self, i);
}

static int
find_number (GPtrArray *rhythms, const char *size)
{
  for (guint i = 0; rhythms != NULL && i < rhythms->len; i++)
    {
      const MusterRhythm *rhythm = rhythms->pdata[i];

      if (g_str_equal (rhythm->size, size))
        return (int) rhythm->number;
    }

  return 0;
}

/**
 * muster_plan_rows_set_policy:
 *
 * Shows the settings as they are.
 */
void
muster_plan_rows_set_policy (MusterPlanRows *self, MusterPolicy *policy)
{
  g_autoptr (GPtrArray) rhythms = muster_rhythm_parse (muster_policy_get (policy, "rhythm"), NULL);

  g_return_if_fail (MUSTER_IS_PLAN_ROWS (self));

  g_free (self->rhythm);
  self->rhythm = g_strdup (muster_policy_get (policy, "rhythm"));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    gtk_switch_set_active (self->day_switches[i],
                           muster_policy_has_word (policy, "special-days", days[i].word));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    gtk_spin_button_set_value (self->number_spins[i],
                               (double) muster_policy_get_number (policy, numbers[i].key));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      self->before[i] = find_number (rhythms, sizes[i].size);
      gtk_spin_button_set_value (self->size_spins[i], self->before[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autofree char *text = g_strdup (muster_policy_get (policy, plans[i].key));

      gtk_text_buffer_set_text (self->plan_texts[i], g_strdelimit (text, ";", '\n'), -1);
    }
}

/* Also what was typed last and not confirmed. */
static int
get_number (GtkSpinButton *spin)
{
  gtk_spin_button_update (spin);
  return gtk_spin_button_get_value_as_int (spin);
}

static char *
dup_days (MusterPlanRows *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (gtk_switch_get_active (self->day_switches[i]))
      g_string_append_printf (words, "%s%s", words->len > 0 ? "," : "", days[i].word);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* A rhythm with other periods was written elsewhere: it stays until a number here is changed. */
static char *
dup_rhythm (MusterPlanRows *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean changed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int number = get_number (self->size_spins[i]);

      changed = changed || number != self->before[i];
      if (number > 0)
        g_string_append_printf (text, "%s%s=%d/%s", text->len > 0 ? "," : "", sizes[i].size, number,
                                sizes[i].period);
    }
  return changed ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (self->rhythm);
}

static char *
dup_plan (MusterPlanRows *self, guint i)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->plan_texts[i], &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->plan_texts[i], &start, &end, FALSE));
}

/**
 * muster_plan_rows_collect:
 * @values: (element-type utf8 utf8): gets the settings as they stand in the rows
 */
void
muster_plan_rows_collect (MusterPlanRows *self, GHashTable *values)
{
  g_return_if_fail (MUSTER_IS_PLAN_ROWS (self));

  g_hash_table_insert (values, g_strdup ("special-days"), dup_days (self));
  g_hash_table_insert (values, g_strdup ("rhythm"), dup_rhythm (self));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_hash_table_insert (values, g_strdup (numbers[i].key),
                         g_strdup_printf ("%d", get_number (self->number_spins[i])));
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    g_hash_table_insert (values, g_strdup (plans[i].key), dup_plan (self, i));
}

/**
 * muster_plan_rows_check:
 *
 * Returns: whether the plans can be read
 */
gboolean
muster_plan_rows_check (MusterPlanRows *self, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_PLAN_ROWS (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autofree char *text = dup_plan (self, i);

      if (!muster_calendar_plan_check (plans[i].key, text, error))
        return FALSE;
    }

  return TRUE;
}
