/* muster-rules-page.c - the rule texts of a group: a list of them, and one that is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rules-page"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-document-page.h"
#include "muster-document-table.h"
#include "muster-rule-draft.h"
#include "muster-rule-edit.h"
#include "muster-rule-file.h"
#include "muster-rules-page.h"
#include "muster-section.h"
#include "muster-violations-page.h"
#include "muster-words.h"

struct _MusterRulesPage
{
  MusterGroupPage parent_instance;

  GCancellable *cancellable;     /* owned, NULL while nothing is being read */
  GHashTable *known;             /* owned, of MusterId: the documents that were listed last */
  gboolean open_new;             /* a document that appears is one that the keeper just made */
  GtkFileChooserNative *chooser; /* owned, NULL while no file is being chosen */

  GtkStackSwitcher *switcher;
  GtkStack *parts;
  AdwBin *violations_bin;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  AdwBin *list_bin;
  GtkBox *list_box; /* of the groups of rows, made anew whenever something changed */
  MusterDocumentPage *document_page;
};

G_DEFINE_FINAL_TYPE (MusterRulesPage, muster_rules_page, MUSTER_TYPE_GROUP_PAGE)

/* What a worker reads. */
typedef struct
{
  MusterId group;
  MusterDay today;
} Request;

static gpointer
read_drafts (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (GPtrArray) documents = muster_document_table_list (db, &request->group, error);
  g_autoptr (GPtrArray) drafts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_rule_draft_free);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const MusterDocument *document = documents->pdata[i];
      MusterRuleDraft *draft = muster_rule_draft_load (db, &document->id, request->today, error);

      if (draft == NULL)
        return NULL;
      g_ptr_array_add (drafts, draft);
    }
  return documents != NULL ? g_steal_pointer (&drafts) : NULL;
}

static MusterContext *
get_context (MusterRulesPage *self)
{
  return muster_group_page_get_context (MUSTER_GROUP_PAGE (self));
}

static gboolean
is_document_open (MusterRulesPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "document") == 0;
}

/* An open document has switches of its own. */
static void
update_switcher (MusterRulesPage *self)
{
  gboolean documents = g_strcmp0 (gtk_stack_get_visible_child_name (self->parts), "documents") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->switcher), !documents || !is_document_open (self));
}

static void
open_document (MusterRulesPage *self, const MusterId *id, gboolean write)
{
  muster_document_page_open (self->document_page, get_context (self),
                             muster_group_page_get_group (MUSTER_GROUP_PAGE (self)), id, write);
  gtk_stack_set_visible_child_name (self->stack, "document");
}

static void
open_cb (MusterRulesPage *self, GtkWidget *button)
{
  open_document (self, g_object_get_data (G_OBJECT (button), "document"), FALSE);
}

static char *
dup_subtitle (const MusterRuleDraft *draft)
{
  const MusterEdition *newest = muster_rule_draft_get_newest (draft);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = draft->clauses->len;

  if (newest == NULL)
    g_string_append (text, _ ("Not published yet"));
  else
    {
      g_autofree char *label = muster_edition_dup_label (newest, draft->editions);
      g_autofree char *day = muster_words_for_day (newest->published_on);

      g_string_append_printf (text, _ ("Edition %s of %s"), label, day);
    }
  g_string_append (text, " · ");
  g_string_append_printf (text, ngettext ("%u clause", "%u clauses", n), n);
  if (newest != NULL && muster_rule_draft_is_changed (draft))
    g_string_append_printf (text, " · %s", _ ("the draft differs"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_row (MusterRulesPage *self, GtkWidget *group, const MusterRuleDraft *draft)
{
  g_autoptr (GPtrArray) values = muster_rule_draft_list_values (draft);
  g_autofree char *subtitle = dup_subtitle (draft);
  GtkWidget *row = muster_section_new_row (group, draft->document->title, subtitle);
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Open “%s”"), draft->document->title);

  if (muster_bound_value_find_drift (values) != NULL && !draft->document->archived)
    {
      GtkWidget *badge = gtk_label_new (_ ("Differs from a setting"));

      gtk_widget_add_css_class (badge, "warning");
      gtk_widget_add_css_class (badge, "caption");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
    }
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Open"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "document",
                          g_memdup2 (&draft->document->id, sizeof draft->document->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (gtk_widget_activate), button,
                           G_CONNECT_SWAPPED);
}

static void
show_list (MusterRulesPage *self, GPtrArray *drafts)
{
  GtkWidget *groups[2] = { NULL, NULL };
  const char *titles[] = { NULL, _ ("Archived") };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))) != NULL)
    gtk_box_remove (self->list_box, child);
  for (guint i = 0; i < drafts->len; i++)
    {
      const MusterRuleDraft *draft = drafts->pdata[i];
      guint archived = draft->document->archived ? 1 : 0;

      if (groups[archived] == NULL)
        groups[archived] = muster_section_add_group (self->list_box, titles[archived]);
      add_row (self, groups[archived], draft);
    }
}

/* The document that was not there before; NULL for none. */
static const MusterId *
find_new (MusterRulesPage *self, GPtrArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const MusterRuleDraft *draft = drafts->pdata[i];

      if (!g_hash_table_contains (self->known, &draft->document->id))
        return &draft->document->id;
    }

  return NULL;
}

static void
note_known (MusterRulesPage *self, GPtrArray *drafts)
{
  g_hash_table_remove_all (self->known);
  for (guint i = 0; i < drafts->len; i++)
    {
      const MusterRuleDraft *draft = drafts->pdata[i];

      g_hash_table_add (self->known, g_memdup2 (&draft->document->id, sizeof draft->document->id));
    }
}

static void
take_drafts (MusterRulesPage *self, GPtrArray *drafts)
{
  const MusterId *new = self->open_new ? find_new (self, drafts) : NULL;

  show_list (self, drafts);
  if (new != NULL)
    {
      self->open_new = FALSE;
      open_document (self, new, TRUE);
    }
  else if (!is_document_open (self))
    gtk_stack_set_visible_child_name (self->stack, drafts->len > 0 ? "list" : "empty");
  note_known (self, drafts);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterRulesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || get_context (self) == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (drafts == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed_page, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  take_drafts (self, drafts);
}

static void
stop (MusterRulesPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
muster_rules_page_refresh (MusterGroupPage *page)
{
  MusterRulesPage *self = MUSTER_RULES_PAGE (page);
  Request *request;

  stop (self);
  if (muster_group_page_get_group (page) == NULL || muster_group_page_shows_everyone (page))
    {
      gtk_stack_set_visible_child_name (self->stack, "everyone");
      return;
    }

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "everyone") == 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  if (is_document_open (self))
    muster_document_page_refresh (self->document_page);
  request = g_new0 (Request, 1);
  request->group = *muster_group_get_id (muster_group_page_get_group (page));
  request->today = muster_group_page_get_today (page);
  self->cancellable = g_cancellable_new ();
  muster_store_read_async (muster_context_get_store (get_context (self)), read_drafts, request,
                           g_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable, read_cb,
                           g_object_ref (self));
}

static void
muster_rules_page_opened (MusterGroupPage *page)
{
  MusterRulesPage *self = MUSTER_RULES_PAGE (page);

  stop (self);
  self->open_new = FALSE;
  muster_document_page_close (self->document_page);
  gtk_stack_set_visible_child_name (self->stack, "list");
  muster_group_page_refresh (page);
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterRulesPage *self = MUSTER_RULES_PAGE (widget);

  muster_document_page_close (self->document_page);
  gtk_stack_set_visible_child_name (self->stack, "list");
  muster_group_page_refresh (MUSTER_GROUP_PAGE (self));
}

static const MusterId *
get_group_id (MusterRulesPage *self)
{
  return muster_group_get_id (muster_group_page_get_group (MUSTER_GROUP_PAGE (self)));
}

static void
new_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterRulesPage *self = MUSTER_RULES_PAGE (widget);

  self->open_new = TRUE;
  muster_rule_edit_ask_title (widget, get_context (self), get_group_id (self));
}

static void
new_from_template_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterRulesPage *self = MUSTER_RULES_PAGE (widget);

  self->open_new = TRUE;
  muster_rule_edit_ask_template (widget, get_context (self),
                                 muster_group_page_get_group (MUSTER_GROUP_PAGE (self)));
}

static void
file_chosen_cb (MusterRulesPage *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser))
                               : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = path != NULL ? muster_rule_file_read (path, NULL, &error) : NULL;

  if (text != NULL)
    {
      g_autofree char *title = muster_rule_file_dup_title (path, text);

      self->open_new = TRUE;
      muster_rule_edit_create (GTK_WIDGET (self), get_context (self), get_group_id (self), title,
                               text);
    }
  else if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s", error->message);
  g_clear_object (&self->chooser);
}

static void
new_from_file_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterRulesPage *self = MUSTER_RULES_PAGE (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Begin from a File"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_violation_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterRulesPage *self = MUSTER_RULES_PAGE (widget);

  gtk_stack_set_visible_child_name (self->parts, "violations");
  gtk_widget_activate_action (adw_bin_get_child (self->violations_bin), "violations.open", "s",
                              g_variant_get_string (parameter, NULL));
}

static void
muster_rules_page_constructed (GObject *object)
{
  MusterRulesPage *self = MUSTER_RULES_PAGE (object);
  GtkWidget *violations;

  G_OBJECT_CLASS (muster_rules_page_parent_class)->constructed (object);

  violations = muster_violations_page_new (get_context (self));
  g_object_bind_property (self, "group", violations, "group", G_BINDING_SYNC_CREATE);
  adw_bin_set_child (self->violations_bin, violations);
}

static void
muster_rules_page_dispose (GObject *object)
{
  MusterRulesPage *self = MUSTER_RULES_PAGE (object);

  stop (self);
  if (self->document_page != NULL)
    muster_document_page_close (self->document_page);
  self->document_page = NULL;
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->known, g_hash_table_unref);

  G_OBJECT_CLASS (muster_rules_page_parent_class)->dispose (object);
}

static void
muster_rules_page_class_init (MusterRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MusterGroupPageClass *page_class = MUSTER_GROUP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = muster_rules_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = muster_rules_page_dispose;
  page_class->opened = muster_rules_page_opened;
  page_class->refresh = muster_rules_page_refresh;

  g_type_ensure (MUSTER_TYPE_DOCUMENT_PAGE); /* named in the template */
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-rules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPage, parts);
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPage, violations_bin);
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPage, list_bin);
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPage, document_page);
  gtk_widget_class_bind_template_callback (widget_class, update_switcher);
  gtk_widget_class_install_action (widget_class, "rules.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "rules.open-violation", "s",
                                   open_violation_action);
  gtk_widget_class_install_action (widget_class, "rules.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "rules.new-from-template", NULL,
                                   new_from_template_action);
  gtk_widget_class_install_action (widget_class, "rules.new-from-file", NULL, new_from_file_action);
}

static void
muster_rules_page_init (MusterRulesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->known = g_hash_table_new_full (muster_id_hash, muster_id_equal, g_free, NULL);
  self->list_box = muster_section_new_box (self->list_bin);
}

GtkWidget *
muster_rules_page_new (MusterContext *context)
{
  return g_object_new (MUSTER_TYPE_RULES_PAGE, "context", context, NULL);
}
