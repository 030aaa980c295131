/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-event-detail.h"

G_BEGIN_DECLS

GtkBox *muster_section_new_box (AdwBin *section);
GtkWidget *muster_section_add_group (GtkBox *box, const char *title);
GtkWidget *muster_section_add_button (GtkWidget *box, const char *label, GCallback clicked,
                                      gpointer user_data);
GtkWidget *muster_section_new_row (GtkWidget *group, const char *title, const char *subtitle);

GHashTable *muster_section_index_names (const MusterEventDetail *detail);
char *muster_section_dup_person (GHashTable *names, const char *typed);
const char *muster_section_get_name (GHashTable *names, const char *person);

G_END_DECLS
