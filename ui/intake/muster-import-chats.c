/* muster-import-chats.c - which chat of a file that holds several
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-import-chats"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-import-chats.h"
#include "muster-words.h"

struct _MusterImportChats
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group; /* NULL until shown */
};

G_DEFINE_FINAL_TYPE (MusterImportChats, muster_import_chats, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activated_cb (GtkWidget *row, MusterImportChats *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, gtk_widget_get_name (row));
}

static void
add_chat (MusterImportChats *self, const MusterChatInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Choose"));
  g_autofree char *title = info->title != NULL
                               ? g_strdup (info->title)
                               : g_strdup_printf (_ ("Chat %s, without a title"), info->id);
  /* TRANSLATORS: the title of a chat */
  g_autofree char *name = g_strdup_printf (_ ("Choose “%s”"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_name (button, info->id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (activated_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  if (info->n_entries > 0)
    {
      g_autofree char *count = muster_words_for_count (info->n_entries);
      g_autofree char *text =
          g_strdup_printf (ngettext ("%s entry", "%s entries", (gulong) info->n_entries), count);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
    }
  adw_preferences_group_add (self->group, row);
}

static void
muster_import_chats_class_init (MusterImportChatsClass *klass)
{
  /* A chat was chosen: its id. */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
muster_import_chats_init (MusterImportChats *self)
{
}

/**
 * muster_import_chats_show:
 * @job: whose file holds several chats
 */
void
muster_import_chats_show (MusterImportChats *self, MusterImportJob *job)
{
  GPtrArray *chats = muster_import_job_get_chats (job);
  GtkWidget *page = adw_preferences_page_new ();

  g_return_if_fail (MUSTER_IS_IMPORT_CHATS (self));

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Which chat?"));
  adw_preferences_group_set_description (
      self->group, _ ("The file holds several. The others can be taken afterwards."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  for (guint i = 0; i < chats->len; i++)
    add_chat (self, chats->pdata[i]);
  adw_bin_set_child (ADW_BIN (self), page);
}
