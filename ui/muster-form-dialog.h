/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-day.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_FORM_DIALOG (muster_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MusterFormDialog, muster_form_dialog, MUSTER, FORM_DIALOG, AdwMessageDialog)

MusterFormDialog *muster_form_dialog_new (GtkWindow *parent, const char *heading, const char *body,
                                          const char *accept_label);

void muster_form_dialog_add_entry (MusterFormDialog *self, const char *key, const char *title,
                                   const char *text, gboolean required);
void muster_form_dialog_add_day (MusterFormDialog *self, const char *key, const char *title,
                                 MusterDay day, gboolean required);
void muster_form_dialog_add_choice (MusterFormDialog *self, const char *key, const char *title,
                                    GtkStringList *choices, guint selected);

const char *muster_form_dialog_get_text (MusterFormDialog *self, const char *key);
MusterDay muster_form_dialog_get_day (MusterFormDialog *self, const char *key);
guint muster_form_dialog_get_choice (MusterFormDialog *self, const char *key);

G_END_DECLS
