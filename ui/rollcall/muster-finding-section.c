/* muster-finding-section.c - the findings of one kind, with what can be done for all of them
 *
 * Shows a few and more when asked: ten thousand strangers must not cost ten
 * thousand rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-finding-section"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-finding-row.h"
#include "muster-finding-section.h"
#include "muster-finding-words.h"
#include "muster-rollcall-run.h"
#include "muster-words.h"

#define FIRST_ROWS 10
#define MORE_ROWS 50

struct _MusterFindingSection
{
  AdwBin parent_instance;

  char *check;         /* owned */
  GPtrArray *findings; /* owned, of MusterFinding */
  guint n_shown;
  char *more_text; /* owned, never NULL */

  GtkImage *severity_icon;
  GtkLabel *count_label;
  GtkListBox *rows;
  GtkWidget *more_button;
  GtkWidget *names_button;
  GtkWidget *text_button;
};

G_DEFINE_FINAL_TYPE (MusterFindingSection, muster_finding_section, ADW_TYPE_BIN)

typedef enum
{
  PROP_TITLE = 1,
  PROP_MORE_TEXT,
} MusterFindingSectionProperty;

enum
{
  SIGNAL_ACTION,
  SIGNAL_COPY_TEXT,
  N_SIGNALS
};

static GParamSpec *props[PROP_MORE_TEXT + 1];
static guint signals[N_SIGNALS];

static void
row_action_cb (MusterFindingSection *self, const char *action, MusterFindingRow *row)
{
  g_signal_emit (self, signals[SIGNAL_ACTION], 0, muster_finding_row_get_finding (row), action);
}

static void
show_more (MusterFindingSection *self, guint n)
{
  guint left;

  for (guint i = 0; i < n && self->n_shown < self->findings->len; i++, self->n_shown++)
    {
      GtkWidget *row = muster_finding_row_new (g_ptr_array_index (self->findings, self->n_shown));

      g_signal_connect_object (row, "action", G_CALLBACK (row_action_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->rows, row);
    }

  left = self->findings->len - self->n_shown;
  g_free (self->more_text);
  self->more_text = g_strdup_printf (
      ngettext ("Show %u More", "Show %u More", MIN (left, MORE_ROWS)), MIN (left, MORE_ROWS));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MORE_TEXT]);
  gtk_widget_set_visible (self->more_button, left > 0);
}

static void
more_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_more (MUSTER_FINDING_SECTION (widget), MORE_ROWS);
}

static void
copy_names_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterFindingSection *self = MUSTER_FINDING_SECTION (widget);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *toast = NULL;

  for (guint i = 0; i < self->findings->len; i++)
    {
      const char *name = muster_finding_get_name (g_ptr_array_index (self->findings, i));

      if (names->len > 0)
        g_string_append (names, _ (", "));
      g_string_append (names, name);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), names->str);
  toast = g_strdup_printf (ngettext ("%u name copied", "%u names copied", self->findings->len),
                           self->findings->len);
  gtk_widget_activate_action (widget, "win.failed", "s", toast);
}

static void
copy_text_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_COPY_TEXT], 0);
}

static void
muster_finding_section_finalize (GObject *object)
{
  MusterFindingSection *self = MUSTER_FINDING_SECTION (object);

  g_free (self->check);
  g_free (self->more_text);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (muster_finding_section_parent_class)->finalize (object);
}

static void
muster_finding_section_get_property (GObject *object, guint prop_id, GValue *value,
                                     GParamSpec *pspec)
{
  MusterFindingSection *self = MUSTER_FINDING_SECTION (object);

  switch ((MusterFindingSectionProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value,
                          self->check != NULL ? muster_rollcall_get_check_title (self->check) : "");
      break;

    case PROP_MORE_TEXT:
      g_value_set_string (value, self->more_text);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_finding_section_class_init (MusterFindingSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = muster_finding_section_finalize;
  object_class->get_property = muster_finding_section_get_property;

  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_MORE_TEXT] =
      g_param_spec_string ("more-text", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_ACTION] =
      g_signal_new ("action", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, MUSTER_TYPE_FINDING, G_TYPE_STRING);
  signals[SIGNAL_COPY_TEXT] = g_signal_new ("copy-text", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-finding-section.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterFindingSection, severity_icon);
  gtk_widget_class_bind_template_child (widget_class, MusterFindingSection, count_label);
  gtk_widget_class_bind_template_child (widget_class, MusterFindingSection, rows);
  gtk_widget_class_bind_template_child (widget_class, MusterFindingSection, more_button);
  gtk_widget_class_bind_template_child (widget_class, MusterFindingSection, names_button);
  gtk_widget_class_bind_template_child (widget_class, MusterFindingSection, text_button);
  gtk_widget_class_install_action (widget_class, "section.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "section.copy-names", NULL, copy_names_action);
  gtk_widget_class_install_action (widget_class, "section.copy-text", NULL, copy_text_action);
}

static void
muster_finding_section_init (MusterFindingSection *self)
{
  self->more_text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * muster_finding_section_new:
 * @check: the id that all of @findings have
 * @findings: (element-type MusterFinding): at least one
 */
GtkWidget *
muster_finding_section_new (const char *check, GPtrArray *findings)
{
  MusterFindingSection *self = g_object_new (MUSTER_TYPE_FINDING_SECTION, NULL);
  MusterFinding *first = g_ptr_array_index (findings, 0);
  gboolean people = g_strcmp0 (muster_finding_get_subject_kind (first), "group") != 0;
  g_autofree char *count = muster_words_for_count (findings->len);
  MusterSeverity severity = muster_finding_get_severity (first);

  self->check = g_strdup (check);
  self->findings = g_ptr_array_ref (findings);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  gtk_label_set_label (self->count_label, count);
  gtk_image_set_from_icon_name (self->severity_icon, muster_finding_words_icon (severity));
  if (severity >= MUSTER_SEVERITY_WARNING)
    gtk_widget_add_css_class (GTK_WIDGET (self->severity_icon), "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  muster_rollcall_get_check_title (check), -1);
  gtk_widget_set_visible (self->names_button, people);
  gtk_widget_set_visible (self->text_button, people);
  show_more (self, FIRST_ROWS);
  return GTK_WIDGET (self);
}

const char *
muster_finding_section_get_check (MusterFindingSection *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING_SECTION (self), NULL);

  return self->check;
}

/**
 * muster_finding_section_get_findings:
 *
 * Returns: (transfer none): all of them, shown or not
 */
GPtrArray *
muster_finding_section_get_findings (MusterFindingSection *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING_SECTION (self), NULL);

  return self->findings;
}
