/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-month-grid.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_WEEK_HEADINGS (muster_week_headings_get_type ())
G_DECLARE_FINAL_TYPE (MusterWeekHeadings, muster_week_headings, MUSTER, WEEK_HEADINGS, GtkWidget)

GtkWidget *muster_week_headings_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_week_headings_show (MusterWeekHeadings *self, MusterDay start, guint n_days);
int muster_week_headings_get_height (MusterWeekHeadings *self);

G_END_DECLS
