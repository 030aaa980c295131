/* muster-document-page.c - a rule text: what is in force, its draft, its editions
 *
 * Reads on a worker when it is opened and whenever the store changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-document-page"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-acknowledgement-pane.h"
#include "muster-document-export.h"
#include "muster-document-page.h"
#include "muster-editions-section.h"
#include "muster-markdown.h"
#include "muster-printing.h"
#include "muster-rule-edit.h"
#include "muster-rule-editor.h"
#include "muster-saving.h"
#include "muster-words.h"

struct _MusterDocumentPage
{
  AdwBin parent_instance;

  MusterContext *context; /* owned, NULL while nothing is open */
  MusterGroup *group;     /* owned, NULL while nothing is open */
  MusterId id;
  gboolean write;            /* the draft is to be shown once it is there */
  GCancellable *cancellable; /* owned, NULL while nothing is being read */

  GtkStack *stack;
  AdwStatusPage *gone_page;
  GtkLabel *title_label;
  GtkLabel *standing_label;
  AdwViewStack *sections;
  GtkStack *text_stack;
  GtkLabel *text_label;
  GtkLabel *edition_label;
  GtkLabel *note_label;
  GtkLabel *welcome_label;
  GtkWidget *welcome_box;
  GtkWidget *notice_box;
  GtkLabel *notice_label;
  GtkButton *notice_button;
  MusterRuleEditor *editor;
  MusterEditionsSection *editions;
  MusterAcknowledgementPane *acknowledgements;
};

G_DEFINE_FINAL_TYPE (MusterDocumentPage, muster_document_page, ADW_TYPE_BIN)

/* What a worker reads. */
typedef struct
{
  MusterId id;
  MusterDay today;
} Request;

static gpointer
read_draft (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return muster_rule_draft_load (db, &request->id, request->today, error);
}

/* NULL before the first was read, and of another document. */
static const MusterRuleDraft *
get_draft (MusterDocumentPage *self)
{
  const MusterRuleDraft *draft = muster_rule_editor_get_draft (self->editor);

  return draft != NULL && muster_id_equal (&draft->document->id, &self->id) ? draft : NULL;
}

static char *
dup_standing (const MusterRuleDraft *draft)
{
  const MusterEdition *newest = muster_rule_draft_get_newest (draft);
  g_autofree char *label = NULL;
  g_autofree char *day = NULL;

  if (draft->document->archived)
    return g_strdup (_ ("Archived"));
  if (newest == NULL)
    return g_strdup (_ ("Not published yet"));

  label = muster_edition_dup_label (newest, draft->editions);
  day = muster_words_for_day (newest->published_on);
  /* TRANSLATORS: which edition, and the day when it was published */
  return g_strdup_printf (_ ("Edition %s of %s"), label, day);
}

static void
show_text (MusterDocumentPage *self, const MusterRuleDraft *draft)
{
  const MusterEdition *newest = muster_rule_draft_get_newest (draft);
  g_autofree char *markup = NULL;
  g_autofree char *welcome = NULL;
  g_autofree char *standing = dup_standing (draft);

  gtk_label_set_label (self->title_label, draft->document->title);
  gtk_label_set_label (self->standing_label, standing);
  if (newest == NULL)
    {
      gtk_stack_set_visible_child_name (self->text_stack, "none");
      return;
    }

  markup = muster_markdown_dup_markup (newest->text);
  gtk_label_set_markup (self->text_label, markup);
  welcome = muster_markdown_dup_markup (newest->welcome != NULL ? newest->welcome : "");
  gtk_label_set_markup (self->welcome_label, welcome);
  gtk_widget_set_visible (self->welcome_box, *welcome != '\0');
  gtk_label_set_label (self->note_label, newest->note != NULL ? newest->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label),
                          newest->note != NULL && *newest->note != '\0');
  gtk_label_set_label (self->edition_label,
                       newest->author != NULL && *newest->author != '\0' ? newest->author : "");
  gtk_widget_set_visible (GTK_WIDGET (self->edition_label),
                          newest->author != NULL && *newest->author != '\0');
  gtk_stack_set_visible_child_name (self->text_stack, "text");
}

/* Two devices published the same number: the second of them, as people call it. */
static char *
dup_fork (const MusterRuleDraft *draft)
{
  for (guint i = draft->editions->len; i > 1; i--)
    {
      const MusterEdition *edition = draft->editions->pdata[i - 1];
      const MusterEdition *before = draft->editions->pdata[i - 2];

      if (edition->number == before->number)
        {
          g_autofree char *one = muster_edition_dup_label (before, draft->editions);
          g_autofree char *two = muster_edition_dup_label (edition, draft->editions);

          return g_strdup_printf (_ ("Two devices published apart from each other: editions %s and "
                                     "%s. Both stay; the later one is in force."),
                                  one, two);
        }
    }

  return NULL;
}

static void
show_notice (MusterDocumentPage *self, const char *text, const char *button, const char *action)
{
  gtk_widget_set_visible (self->notice_box, text != NULL);
  if (text == NULL)
    return;

  gtk_label_set_label (self->notice_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->notice_button), button != NULL);
  if (button != NULL)
    {
      gtk_button_set_label (self->notice_button, button);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->notice_button), action);
    }
}

static void
show_notices (MusterDocumentPage *self, const MusterRuleDraft *draft)
{
  g_autofree char *fork = dup_fork (draft);
  const MusterEdition *newest = muster_rule_draft_get_newest (draft);
  gboolean is_fork_newest =
      fork != NULL && draft->editions->len > 1 &&
      ((const MusterEdition *) draft->editions->pdata[draft->editions->len - 2])->number ==
          newest->number;

  if (draft->document->archived)
    show_notice (self, _ ("This document is archived: the roll call leaves it alone."),
                 _ ("Use Again"), "document.restore");
  else if (muster_rule_draft_is_behind (draft))
    show_notice (self,
                 fork != NULL ? fork
                              : _ ("Another edition was published after the draft was begun. "
                                   "Compare them under Editions."),
                 _ ("Keep the Draft"), "document.keep-draft");
  else
    show_notice (self, is_fork_newest ? fork : NULL, NULL, NULL);
}

static void
take_draft (MusterDocumentPage *self, MusterRuleDraft *draft)
{
  show_text (self, draft);
  show_notices (self, draft);
  muster_editions_section_show (self->editions, self->context, draft);
  muster_acknowledgement_pane_show (self->acknowledgements, self->context, self->group, &self->id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.publish", !draft->document->archived);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.archive", !draft->document->archived);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.restore", draft->document->archived);
  if (self->write)
    adw_view_stack_set_visible_child_name (self->sections, "draft");
  self->write = FALSE;
  muster_rule_editor_take (self->editor, self->context, draft);
  gtk_stack_set_visible_child_name (self->stack, "document");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterDocumentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  MusterRuleDraft *draft = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    {
      g_clear_pointer (&draft, muster_rule_draft_free);
      return;
    }

  g_clear_object (&self->cancellable);
  if (draft != NULL)
    take_draft (self, draft);
  else
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->gone_page, escaped);
      gtk_stack_set_visible_child_name (self->stack, "gone");
    }
}

/* The draft as it is stored, for what must not miss the last words. */
static MusterRuleDraft *
load_now (MusterDocumentPage *self)
{
  MusterStore *store = muster_context_get_store (self->context);
  g_autoptr (GError) error = NULL;
  MusterRuleDraft *draft = muster_rule_draft_load (
      muster_store_get_database (store, NULL), &self->id,
      muster_clock_get_today (muster_context_get_clock (self->context)), &error);

  if (draft == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s", error->message);
  return draft;
}

/* Once what was typed is in the store. */
static gboolean
nothing_to_write (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static void
ready_to_publish_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterDocumentPage) self = user_data;
  g_autoptr (MusterRuleDraft) draft = NULL;

  (void) muster_store_write_finish (MUSTER_STORE (source), result, NULL);
  if (self->context == NULL)
    return;
  draft = load_now (self);
  if (draft != NULL)
    muster_rule_edit_publish (GTK_WIDGET (self), self->context, draft);
}

static void
publish_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterDocumentPage *self = MUSTER_DOCUMENT_PAGE (widget);

  if (get_draft (self) == NULL)
    return;

  muster_rule_editor_save (self->editor);
  muster_store_write_async (muster_context_get_store (self->context), "", nothing_to_write, NULL,
                            NULL, NULL, ready_to_publish_cb, g_object_ref (self));
}

static void
rename_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterDocumentPage *self = MUSTER_DOCUMENT_PAGE (widget);

  if (get_draft (self) != NULL)
    muster_rule_edit_rename (widget, self->context, get_draft (self)->document);
}

static void
archive_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterDocumentPage *self = MUSTER_DOCUMENT_PAGE (widget);

  if (get_draft (self) != NULL)
    muster_rule_edit_set_archived (widget, self->context, get_draft (self)->document,
                                   g_str_equal (action_name, "document.archive"));
}

static void
keep_draft_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterDocumentPage *self = MUSTER_DOCUMENT_PAGE (widget);

  if (get_draft (self) != NULL)
    muster_rule_edit_keep_draft (widget, self->context, get_draft (self));
}

static void
write_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_view_stack_set_visible_child_name (MUSTER_DOCUMENT_PAGE (widget)->sections, "draft");
}

/* What is handed out: the edition in force, or the draft before the first. */
static gboolean
fill_export (MusterDocumentPage *self, MusterDocumentExport *out_export, char **out_label)
{
  const MusterRuleDraft *draft = get_draft (self);
  const MusterEdition *newest = draft != NULL ? muster_rule_draft_get_newest (draft) : NULL;

  if (draft == NULL)
    return FALSE;

  *out_label = newest != NULL ? muster_edition_dup_label (newest, draft->editions) : NULL;
  *out_export = (MusterDocumentExport){
    .group = self->group, .document = draft->document, .edition = newest, .label = *out_label
  };
  return TRUE;
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterDocumentExport export;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  if (!fill_export (MUSTER_DOCUMENT_PAGE (widget), &export, &label))
    return;

  text = muster_document_export_dup_chat (&export);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.failed", "s", _ ("Text copied"));
}

/* What an export needs while the page may go on to another document. */
typedef struct
{
  MusterGroup *group; /* owned */
  MusterDocument *document;
  MusterEdition *edition; /* NULL for the draft */
  char *label;
} Handout;

static Handout *
handout_new (MusterDocumentPage *self)
{
  MusterDocumentExport export;
  g_autofree char *label = NULL;
  Handout *handout;

  if (!fill_export (self, &export, &label))
    return NULL;

  handout = g_new0 (Handout, 1);
  handout->group = g_object_ref (self->group);
  handout->document = muster_document_copy (export.document);
  handout->edition = export.edition != NULL ? muster_edition_copy (export.edition) : NULL;
  handout->label = g_steal_pointer (&label);
  return handout;
}

static void
handout_free (gpointer data)
{
  Handout *handout = data;

  g_object_unref (handout->group);
  muster_document_free (handout->document);
  g_clear_pointer (&handout->edition, muster_edition_free);
  g_free (handout->label);
  g_free (handout);
}

static MusterDocumentExport
get_export (const Handout *handout)
{
  return (MusterDocumentExport){ .group = handout->group,
                                 .document = handout->document,
                                 .edition = handout->edition,
                                 .label = handout->label };
}

static gboolean
write_export (MusterStore *store, const char *path, gpointer data, GError **error)
{
  const MusterDocumentExport export = get_export (data);

  return muster_document_export_run (&export, store, path, error);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterDocumentPage *self = MUSTER_DOCUMENT_PAGE (widget);
  Handout *handout = handout_new (self);
  g_autofree char *name = NULL;

  if (handout == NULL)
    return;

  name = g_strdup_printf ("%s.pdf", handout->document->title);
  muster_saving_ask (widget, self->context, _ ("Export the Document"), name, write_export, handout,
                     handout_free);
}

static guint
count_pages (gpointer data, double width, double height)
{
  return muster_pages_get_n_pages (data, width, height);
}

static void
draw_page (gpointer data, cairo_t *cairo, double width, double height, guint page)
{
  muster_pages_draw_page (data, cairo, width, height, page);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const MusterPrinting printing = { count_pages, draw_page };
  MusterDocumentExport export;
  g_autofree char *label = NULL;
  g_autoptr (MusterPages) pages = NULL;

  if (!fill_export (MUSTER_DOCUMENT_PAGE (widget), &export, &label))
    return;

  pages = muster_document_export_new_pages (&export);
  muster_printing_run (widget, export.document->title, &printing, pages);
}

static void
copy_welcome_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const MusterRuleDraft *draft = get_draft (MUSTER_DOCUMENT_PAGE (widget));
  const MusterEdition *newest = draft != NULL ? muster_rule_draft_get_newest (draft) : NULL;
  const char *welcome = newest != NULL  ? newest->welcome
                        : draft != NULL ? draft->document->welcome
                                        : NULL;
  g_autofree char *text = muster_markdown_dup_plain (welcome != NULL ? welcome : "");

  if (*text != '\0')
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.failed", "s",
                              *text != '\0' ? _ ("Text copied")
                                            : _ ("There is no welcome form yet"));
}

static void
muster_document_page_dispose (GObject *object)
{
  muster_document_page_close (MUSTER_DOCUMENT_PAGE (object));

  G_OBJECT_CLASS (muster_document_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, gone_page);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, standing_label);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, sections);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, text_stack);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, text_label);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, edition_label);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, welcome_label);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, welcome_box);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, notice_box);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, notice_label);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, notice_button);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, editor);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, editions);
  gtk_widget_class_bind_template_child (widget_class, MusterDocumentPage, acknowledgements);
}

static void
muster_document_page_class_init (MusterDocumentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_document_page_dispose;

  g_type_ensure (MUSTER_TYPE_ACKNOWLEDGEMENT_PANE);
  g_type_ensure (MUSTER_TYPE_RULE_EDITOR); /* named in the template */
  g_type_ensure (MUSTER_TYPE_EDITIONS_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-document-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "document.publish", NULL, publish_action);
  gtk_widget_class_install_action (widget_class, "document.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "document.archive", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "document.restore", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "document.keep-draft", NULL, keep_draft_action);
  gtk_widget_class_install_action (widget_class, "document.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "document.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "document.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "document.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "document.copy-welcome", NULL,
                                   copy_welcome_action);
}

static void
muster_document_page_init (MusterDocumentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * muster_document_page_open:
 * @write: whether to begin at the draft
 */
void
muster_document_page_open (MusterDocumentPage *self, MusterContext *context, MusterGroup *group,
                           const MusterId *document, gboolean write)
{
  g_return_if_fail (MUSTER_IS_DOCUMENT_PAGE (self));

  muster_document_page_close (self);
  g_set_object (&self->context, context);
  g_set_object (&self->group, group);
  self->id = *document;
  self->write = write;
  adw_view_stack_set_visible_child_name (self->sections, "text");
  muster_document_page_refresh (self);
}

/**
 * muster_document_page_refresh:
 *
 * Reads the document anew; what is being typed stays.
 */
void
muster_document_page_refresh (MusterDocumentPage *self)
{
  Request *request;

  g_return_if_fail (MUSTER_IS_DOCUMENT_PAGE (self));

  if (self->context == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->id = self->id;
  request->today = muster_clock_get_today (muster_context_get_clock (self->context));
  muster_store_read_async (muster_context_get_store (self->context), read_draft, request, g_free,
                           (GDestroyNotify) muster_rule_draft_free, self->cancellable, read_cb,
                           g_object_ref (self));
}

/**
 * muster_document_page_close:
 *
 * Saves what was typed, and forgets the document.
 */
void
muster_document_page_close (MusterDocumentPage *self)
{
  g_return_if_fail (MUSTER_IS_DOCUMENT_PAGE (self));

  if (self->context != NULL && self->editor != NULL)
    muster_rule_editor_save (self->editor);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->group);
}
