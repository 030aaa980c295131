/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-participant.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_PERSON_BUTTON (muster_person_button_get_type ())
G_DECLARE_FINAL_TYPE (MusterPersonButton, muster_person_button, MUSTER, PERSON_BUTTON, GtkWidget)

GtkWidget *muster_person_button_new (const char *label, GListModel *people, const char *text);

G_END_DECLS
