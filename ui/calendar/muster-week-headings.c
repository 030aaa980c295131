/* muster-week-headings.c - the names of the days of the week above their columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-week-headings"

#include "config.h"

#include "muster-calendar-words.h"
#include "muster-week-headings.h"

struct _MusterWeekHeadings
{
  GtkWidget parent_instance;

  GtkWidget *labels[MUSTER_DAYS_PER_WEEK];
};

G_DEFINE_FINAL_TYPE (MusterWeekHeadings, muster_week_headings, GTK_TYPE_WIDGET)

static void
muster_week_headings_dispose (GObject *object)
{
  MusterWeekHeadings *self = MUSTER_WEEK_HEADINGS (object);

  for (guint i = 0; i < MUSTER_DAYS_PER_WEEK; i++)
    g_clear_pointer (&self->labels[i], gtk_widget_unparent);

  G_OBJECT_CLASS (muster_week_headings_parent_class)->dispose (object);
}

static void
muster_week_headings_class_init (MusterWeekHeadingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_week_headings_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
muster_week_headings_init (MusterWeekHeadings *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
  for (guint i = 0; i < MUSTER_DAYS_PER_WEEK; i++)
    {
      self->labels[i] = gtk_label_new (NULL);
      gtk_label_set_ellipsize (GTK_LABEL (self->labels[i]), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (self->labels[i], TRUE);
      gtk_widget_add_css_class (self->labels[i], "calendar-heading");
      gtk_widget_set_parent (self->labels[i], GTK_WIDGET (self));
    }
}

GtkWidget *
muster_week_headings_new (void)
{
  return g_object_new (MUSTER_TYPE_WEEK_HEADINGS, NULL);
}

/**
 * muster_week_headings_show:
 * @start: the first day
 * @n_days: 1 to 7
 */
void
muster_week_headings_show (MusterWeekHeadings *self, MusterDay start, guint n_days)
{
  g_return_if_fail (MUSTER_IS_WEEK_HEADINGS (self));

  for (guint i = 0; i < MUSTER_DAYS_PER_WEEK; i++)
    {
      g_autofree char *name = muster_calendar_words_for_weekday (start + (int) i);

      gtk_label_set_label (GTK_LABEL (self->labels[i]), name);
      gtk_widget_set_visible (self->labels[i], i < n_days);
    }
}

int
muster_week_headings_get_height (MusterWeekHeadings *self)
{
  int height;

  g_return_val_if_fail (MUSTER_IS_WEEK_HEADINGS (self), 0);

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}
