/* muster-participant-row.c - one person of an event: name, what tells namesakes apart, the mark
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-participant-row"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-participant-row.h"
#include "muster-typed.h"

struct _MusterParticipantRow
{
  GtkWidget parent_instance;

  gboolean attendance;            /* shows who was there, not who signed up */
  MusterParticipant *participant; /* owned, NULL while unbound */
  gulong handler;
  GtkLabel *name_label;
  GtkLabel *detail_label;
  GtkLabel *mark_label;
};

G_DEFINE_FINAL_TYPE (MusterParticipantRow, muster_participant_row, GTK_TYPE_WIDGET)

static char *
dup_answer (const MusterParticipantState *state)
{
  g_autofree char *guests = NULL;

  if (!state->has_answered)
    return g_strdup ("");
  if (state->guests > 0)
    guests = g_strdup_printf (" +%u", state->guests);
  return g_strconcat (state->waits ? _ ("Waits") : muster_sign_up_answer_get_title (state->answer),
                      guests, NULL);
}

static char *
dup_attendance (const MusterParticipantState *state)
{
  g_autofree char *time = NULL;

  if (state->attendance == MUSTER_ATTENDANCE_NOT_RECORDED)
    return g_strdup (state->has_answered && state->answer == MUSTER_SIGN_UP_YES ? _ ("Signed up")
                                                                                : "");
  if (state->came_at == 0)
    return g_strdup (muster_attendance_state_get_title (state->attendance));

  time = muster_typed_dup_time (state->came_at);
  /* TRANSLATORS: Present, the time of somebody who came late */
  return g_strdup_printf (_ ("%s, came at %s"),
                          muster_attendance_state_get_title (state->attendance), time);
}

static void
update (MusterParticipantRow *self)
{
  const MusterParticipantState *state = muster_participant_get_state (self->participant);
  const char *detail = muster_participant_get_detail (self->participant);
  g_autofree char *spoken = NULL;
  g_autofree char *mark = self->attendance ? dup_attendance (state) : dup_answer (state);

  if (detail == NULL && !muster_participant_is_member (self->participant))
    detail = _ ("no member");
  gtk_label_set_label (self->name_label, muster_participant_get_name (self->participant));
  gtk_label_set_label (self->detail_label, detail != NULL ? detail : "");
  gtk_label_set_label (self->mark_label, mark);
  spoken = g_strjoin (", ", muster_participant_get_name (self->participant),
                      *mark != '\0' ? mark : detail, *mark != '\0' ? detail : NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
muster_participant_row_dispose (GObject *object)
{
  MusterParticipantRow *self = MUSTER_PARTICIPANT_ROW (object);
  GtkWidget *child;

  muster_participant_row_set_participant (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (muster_participant_row_parent_class)->dispose (object);
}

static void
muster_participant_row_class_init (MusterParticipantRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_participant_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
add_label (MusterParticipantRow *self, gboolean grows, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, grows);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
muster_participant_row_init (MusterParticipantRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              12);
  self->name_label = add_label (self, FALSE, NULL);
  self->detail_label = add_label (self, TRUE, "dim-label");
  self->mark_label = add_label (self, FALSE, NULL);
}

GtkWidget *
muster_participant_row_new (gboolean attendance)
{
  MusterParticipantRow *self = g_object_new (MUSTER_TYPE_PARTICIPANT_ROW, NULL);

  self->attendance = attendance;
  return GTK_WIDGET (self);
}

/**
 * muster_participant_row_set_participant:
 * @participant: (nullable): %NULL for a row that is not in use
 */
void
muster_participant_row_set_participant (MusterParticipantRow *self, MusterParticipant *participant)
{
  g_return_if_fail (MUSTER_IS_PARTICIPANT_ROW (self));

  if (self->participant != NULL)
    g_clear_signal_handler (&self->handler, self->participant);
  g_set_object (&self->participant, participant);
  if (participant == NULL)
    return;

  self->handler = g_signal_connect_swapped (participant, "changed", G_CALLBACK (update), self);
  update (self);
}
