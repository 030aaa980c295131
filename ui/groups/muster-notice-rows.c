/* muster-notice-rows.c - the settings of a group that its notices go by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-notice-rows"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-answers.h"
#include "muster-notice-rows.h"
#include "muster-notice-settings.h"

#define MAX_MINUTES 100000

static const struct
{
  MusterReceiptState state;
  const char *title;
} kinds[] = {
  { MUSTER_RECEIPT_RECEIVED, N_ ("Answers that count as received, with commas") },
  { MUSTER_RECEIPT_DONE, N_ ("Answers that say it is done") },
  { MUSTER_RECEIPT_UNDONE, N_ ("Answers that say it is read and not done") },
};

struct _MusterNoticeRows
{
  AdwPreferencesGroup parent_instance;

  char *before[G_N_ELEMENTS (kinds)]; /* owned: the words as they were */
  char *answers;                      /* owned: the setting as it was */

  GtkEditable *quiet_row;
  GtkSpinButton *within_spin;
  GtkEditable *answer_rows[G_N_ELEMENTS (kinds)];
};

G_DEFINE_FINAL_TYPE (MusterNoticeRows, muster_notice_rows, ADW_TYPE_PREFERENCES_GROUP)

static GtkEditable *
add_entry (MusterNoticeRows *self, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return GTK_EDITABLE (row);
}

static void
add_spin (MusterNoticeRows *self, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MAX_MINUTES, 5);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->within_spin = GTK_SPIN_BUTTON (spin);
}

static void
muster_notice_rows_finalize (GObject *object)
{
  MusterNoticeRows *self = MUSTER_NOTICE_ROWS (object);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_free (self->before[i]);
  g_free (self->answers);

  G_OBJECT_CLASS (muster_notice_rows_parent_class)->finalize (object);
}

static void
muster_notice_rows_class_init (MusterNoticeRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_notice_rows_finalize;
}

static void
muster_notice_rows_init (MusterNoticeRows *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), C_ ("page", "Notices"));
  self->quiet_row = add_entry (self, _ ("Quiet hours, such as 22:00-08:00; empty for none"));
  add_spin (self, _ ("Minutes in which a notice is to be answered; 0 for no limit"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    self->answer_rows[i] = add_entry (self, _ (kinds[i].title));
}

/**
 * muster_notice_rows_set_policy:
 *
 * Shows the settings as they are.
 */
void
muster_notice_rows_set_policy (MusterNoticeRows *self, MusterPolicy *policy)
{
  g_autoptr (MusterAnswers) answers = NULL;

  g_return_if_fail (MUSTER_IS_NOTICE_ROWS (self));

  g_free (self->answers);
  self->answers = g_strdup (muster_policy_get (policy, "answers"));
  answers = muster_answers_parse (self->answers, NULL);
  if (answers == NULL) /* not written by this program */
    answers = muster_answers_parse ("", NULL);
  gtk_editable_set_text (self->quiet_row, muster_policy_get (policy, "quiet-hours"));
  gtk_spin_button_set_value (self->within_spin,
                             (double) muster_policy_get_number (policy, "receipt-within"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_free (self->before[i]);
      self->before[i] = muster_answers_dup_words (answers, kinds[i].state);
      gtk_editable_set_text (self->answer_rows[i], self->before[i]);
    }
}

/* Words that nobody changed stay the program's own, also when that learns new ones. */
static char *
dup_answers (MusterNoticeRows *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean changed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->answer_rows[i])));

      changed = changed || strcmp (words, self->before[i]) != 0;
      if (*words != '\0')
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "",
                                muster_receipt_state_get_key (kinds[i].state), words);
    }
  return changed ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (self->answers);
}

static char *
dup_quiet_hours (MusterNoticeRows *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->quiet_row)));
}

/**
 * muster_notice_rows_collect:
 * @values: (element-type utf8 utf8): gets the settings as they stand in the rows
 */
void
muster_notice_rows_collect (MusterNoticeRows *self, GHashTable *values)
{
  g_return_if_fail (MUSTER_IS_NOTICE_ROWS (self));

  gtk_spin_button_update (self->within_spin);
  g_hash_table_insert (values, g_strdup ("quiet-hours"), dup_quiet_hours (self));
  g_hash_table_insert (
      values, g_strdup ("receipt-within"),
      g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->within_spin)));
  g_hash_table_insert (values, g_strdup ("answers"), dup_answers (self));
}

/**
 * muster_notice_rows_check:
 *
 * Returns: whether the settings can be read
 */
gboolean
muster_notice_rows_check (MusterNoticeRows *self, GError **error)
{
  g_autofree char *hours = dup_quiet_hours (self);
  g_autofree char *answers = dup_answers (self);

  g_return_val_if_fail (MUSTER_IS_NOTICE_ROWS (self), FALSE);

  return muster_notice_settings_check ("quiet-hours", hours, error) &&
         muster_notice_settings_check ("answers", answers, error);
}
