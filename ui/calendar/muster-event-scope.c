/* muster-event-scope.c - asks which times of a series an edit is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-scope"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "muster-event-scope.h"

static const struct
{
  const char *id;
  const char *title;
} scopes[] = {
  [MUSTER_EVENT_THIS] = { "this", N_ ("This Time Only") },
  [MUSTER_EVENT_THIS_AND_LATER] = { "later", N_ ("This and Later") },
  [MUSTER_EVENT_ALL] = { "all", N_ ("All Times") },
};

typedef struct
{
  MusterEventScopeFunc func;
  gpointer data;            /* owned */
  GDestroyNotify data_free; /* nullable */
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->data_free != NULL)
    question->data_free (question->data);
  g_free (question);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (g_str_equal (scopes[i].id, response))
      question->func ((MusterEventScope) i, question->data);
}

/**
 * muster_event_scope_ask:
 * @allows_this: whether the edit can be about one time alone
 * @data_free: (nullable): frees @data, whatever was chosen
 */
void
muster_event_scope_ask (GtkWidget *parent, const char *heading, gboolean allows_this,
                        gboolean is_destructive, MusterEventScopeFunc func, gpointer data,
                        GDestroyNotify data_free)
{
  GtkWidget *window = gtk_widget_get_ancestor (parent, GTK_TYPE_WINDOW);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (window), heading,
      _ ("It is one time of a series. Which times do you mean? Answers and attendance stay with "
         "their time."));
  Question *question = g_new0 (Question, 1);

  question->func = func;
  question->data = data;
  question->data_free = data_free;
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"));
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (allows_this || i != MUSTER_EVENT_THIS)
      {
        adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), scopes[i].id,
                                         _ (scopes[i].title));
        if (is_destructive)
          adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), scopes[i].id,
                                                      ADW_RESPONSE_DESTRUCTIVE);
      }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
