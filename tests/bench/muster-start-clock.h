/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

double muster_start_clock_get_ms (void);
void muster_start_clock_watch (GtkWidget *window);
