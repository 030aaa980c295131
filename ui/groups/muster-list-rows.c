/* muster-list-rows.c - the values that the parts of a naming pattern may have, a row a part
 *
 * A part of the pattern gets a row; so does a list that the group has already,
 * so that none is forgotten when the pattern changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-list-rows"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-list-rows.h"
#include "muster-naming-template.h"
#include "muster-person.h"

struct _MusterListRows
{
  AdwPreferencesGroup parent_instance;

  GHashTable *rows; /* owned: field -> AdwEntryRow of the group */
  gboolean filling; /* a row is being made: nothing was edited */
};

G_DEFINE_FINAL_TYPE (MusterListRows, muster_list_rows, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Names are as many as people, and digits are no words to choose from. */
static gboolean
can_be_listed (const char *field)
{
  static const char *const free_fields[] = { "name", "number", "seat", NULL };

  return !g_strv_contains (free_fields, field);
}

static void
row_changed_cb (MusterListRows *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static const char *
get_title (const char *field)
{
  MusterPersonField known;

  return muster_person_field_find (field, &known) ? muster_person_field_get_title (known) : field;
}

static GtkWidget *
ensure_row (MusterListRows *self, const char *field)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, field);
  g_autofree char *title = NULL;

  if (row != NULL)
    return row;

  row = adw_entry_row_new ();
  /* TRANSLATORS: a part of a nickname, such as "Department" */
  title = g_strdup_printf (_ ("%s: the values it may have"), get_title (field));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_hash_table_insert (self->rows, g_strdup (field), row);
  return row;
}

/* Full-width signs are what a Chinese keyboard gives. */
static char *
dup_plain (const char *text)
{
  static const char *const signs[][2] = {
    { "，", "," }, { "、", "," }, { "；", "," }, { ";", "," }, { "＝", "=" },
  };
  g_autoptr (GString) plain = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (plain, signs[i][0], signs[i][1], 0);
  return g_strstrip (g_string_free (g_steal_pointer (&plain), FALSE));
}

static void
muster_list_rows_finalize (GObject *object)
{
  g_hash_table_unref (MUSTER_LIST_ROWS (object)->rows);

  G_OBJECT_CLASS (muster_list_rows_parent_class)->finalize (object);
}

static void
muster_list_rows_class_init (MusterListRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_list_rows_finalize;

  /* A list was edited. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_list_rows_init (MusterListRows *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * muster_list_rows_set_policy:
 *
 * Shows the lists that the group has.
 */
void
muster_list_rows_set_policy (MusterListRows *self, MusterPolicy *policy)
{
  const char *const *keys = muster_policy_get_lists (policy);

  g_return_if_fail (MUSTER_IS_LIST_ROWS (self));

  self->filling = TRUE;
  for (guint i = 0; keys[i] != NULL; i++)
    gtk_editable_set_text (GTK_EDITABLE (ensure_row (self, keys[i] + strlen ("list."))),
                           muster_policy_get (policy, keys[i]));
  self->filling = FALSE;
}

/**
 * muster_list_rows_set_template:
 * @text: a naming pattern; one that can't be read leaves the rows as they are
 *
 * Shows a row for each part that may have a list, and each list that is not empty.
 */
void
muster_list_rows_set_template (MusterListRows *self, const char *text)
{
  g_autoptr (MusterNamingTemplate) template = NULL;
  g_auto (GStrv) fields = NULL;
  GHashTableIter iter;
  gpointer field, row;
  guint n_shown = 0;

  g_return_if_fail (MUSTER_IS_LIST_ROWS (self));

  template = muster_naming_template_parse (text, NULL);
  if (template == NULL)
    return;

  fields = muster_naming_template_dup_fields (template);
  for (guint i = 0; fields[i] != NULL; i++)
    if (can_be_listed (fields[i]))
      (void) ensure_row (self, fields[i]);

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &field, &row))
    {
      gboolean shown = g_strv_contains ((const char *const *) fields, field) ||
                       gtk_editable_get_text (row)[0] != '\0';

      gtk_widget_set_visible (row, shown);
      n_shown += shown;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_shown > 0);
}

/**
 * muster_list_rows_collect:
 * @values: (element-type utf8 utf8): takes "list.FIELD" -> the list, of every row
 */
void
muster_list_rows_collect (MusterListRows *self, GHashTable *values)
{
  GHashTableIter iter;
  gpointer field, row;

  g_return_if_fail (MUSTER_IS_LIST_ROWS (self));

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &field, &row))
    g_hash_table_insert (values, g_strconcat ("list.", field, NULL),
                         dup_plain (gtk_editable_get_text (row)));
}
