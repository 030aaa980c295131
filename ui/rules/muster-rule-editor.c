/* muster-rule-editor.c - the draft of a rule text: written here, seen beside it as it will look
 *
 * What was typed is saved after a pause, and when the editor goes out of view: each time one
 * change.  While something is not saved yet, what comes from elsewhere does not touch the text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rule-editor"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-clauses-section.h"
#include "muster-document-table.h"
#include "muster-markdown.h"
#include "muster-rule-editor.h"
#include "muster-rule-warning.h"

#define LOOK_DELAY_MS 200  /* after the last key */
#define SAVE_DELAY_MS 1500 /* after the last key */
#define MAX_PREVIEW 50000  /* bytes that are shown as they will look */

struct _MusterRuleEditor
{
  AdwBin parent_instance;

  MusterContext *context; /* owned, NULL before the first draft */
  MusterRuleDraft *draft; /* owned, NULL before the first */
  guint look_timeout;
  guint save_timeout;
  guint n_saving;   /* writes on their way */
  gboolean dirty;   /* something is not saved */
  gboolean filling; /* the program writes into the views, not the keeper */

  AdwLeaflet *leaflet;
  GtkTextView *text_view;
  GtkTextView *welcome_view;
  GtkLabel *count_label;
  GtkLabel *welcome_count_label;
  GtkLabel *state_label;
  GtkLabel *preview_label;
  GtkLabel *welcome_preview_label;
  GtkWidget *welcome_preview_box;
  MusterClausesSection *clauses;
};

G_DEFINE_FINAL_TYPE (MusterRuleEditor, muster_rule_editor, ADW_TYPE_BIN)

/* What is written in the background. */
typedef struct
{
  MusterRuleEditor *editor; /* owned */
  MusterId document;
  char *text;    /* owned */
  char *welcome; /* owned */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->editor);
  g_free (saving->text);
  g_free (saving->welcome);
  g_free (saving);
}

static char *
dup_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
write_text (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Saving *saving = data;
  g_autoptr (MusterDocument) document =
      muster_document_table_load (muster_change_get_database (change), &saving->document, error);

  if (document == NULL)
    return FALSE;

  g_free (document->draft);
  document->draft = g_strdup (saving->text);
  g_free (document->welcome);
  document->welcome = *saving->welcome != '\0' ? g_strdup (saving->welcome) : NULL;
  return muster_rule_draft_save (change, document, error);
}

static void
say_state (MusterRuleEditor *self)
{
  gtk_label_set_label (self->state_label,
                       self->dirty || self->n_saving > 0 ? _ ("Saving…") : _ ("Saved"));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterRuleEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = muster_store_write_finish (MUSTER_STORE (source), result, &error);

  self->n_saving--;
  if (self->context == NULL)
    return;
  say_state (self);
  if (!saved)
    {
      gtk_label_set_label (self->state_label, _ ("Not saved"));
      gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s", error->message);
    }
}

static void
look (MusterRuleEditor *self)
{
  const char *text = self->draft->document->draft;
  gsize length = strlen (text);
  g_autofree char *shown =
      length > MAX_PREVIEW
          ? g_strndup (text, (gsize) (g_utf8_find_prev_char (text, text + MAX_PREVIEW) - text))
          : g_strdup (text);
  g_autofree char *markup = muster_markdown_dup_markup (shown);
  g_autofree char *welcome = muster_markdown_dup_markup (
      self->draft->document->welcome != NULL ? self->draft->document->welcome : "");

  gtk_label_set_markup (self->preview_label, markup);
  gtk_label_set_markup (self->welcome_preview_label, welcome);
  gtk_widget_set_visible (self->welcome_preview_box, *welcome != '\0');
  muster_clauses_section_show (self->clauses, self->context, self->draft);
}

static void
say_count (GtkLabel *label, guint n, guint advised)
{
  /* TRANSLATORS: how many characters a text has, and how many are advised at most */
  g_autofree char *text = g_strdup_printf (_ ("%u of %u characters"), n, advised);

  gtk_label_set_label (label, text);
  if (n > advised)
    gtk_widget_add_css_class (GTK_WIDGET (label), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "warning");
}

static void
say_counts (MusterRuleEditor *self)
{
  const MusterDocument *document = self->draft->document;

  say_count (self->count_label, muster_rule_count_characters (document->draft),
             MUSTER_RULE_TEXT_ADVISED);
  say_count (self->welcome_count_label, muster_rule_count_characters (document->welcome),
             MUSTER_RULE_WELCOME_ADVISED);
}

/* What was typed goes into the draft that is shown, not yet into the store. */
static void
take_views (MusterRuleEditor *self)
{
  g_autofree char *text = dup_text (self->text_view);

  muster_rule_draft_set_text (self->draft, text);
  g_free (self->draft->document->welcome);
  self->draft->document->welcome = dup_text (self->welcome_view);
}

static gboolean
look_cb (gpointer user_data)
{
  MusterRuleEditor *self = user_data;

  self->look_timeout = 0;
  take_views (self);
  say_counts (self);
  look (self);
  return G_SOURCE_REMOVE;
}

static gboolean
save_cb (gpointer user_data)
{
  MusterRuleEditor *self = user_data;

  self->save_timeout = 0;
  muster_rule_editor_save (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (MusterRuleEditor *self)
{
  if (self->filling || self->draft == NULL)
    return;

  self->dirty = TRUE;
  say_state (self);
  g_clear_handle_id (&self->look_timeout, g_source_remove);
  g_clear_handle_id (&self->save_timeout, g_source_remove);
  self->look_timeout = g_timeout_add (LOOK_DELAY_MS, look_cb, self);
  self->save_timeout = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

/* The cursor stays where it was. */
static void
fill (MusterRuleEditor *self, GtkTextView *view, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *old = dup_text (view);
  GtkTextIter place;
  int offset;

  if (g_strcmp0 (old, text != NULL ? text : "") == 0)
    return;

  gtk_text_buffer_get_iter_at_mark (buffer, &place, gtk_text_buffer_get_insert (buffer));
  offset = gtk_text_iter_get_offset (&place);
  self->filling = TRUE;
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  self->filling = FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, &place, offset);
  gtk_text_buffer_place_cursor (buffer, &place);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  muster_rule_editor_save (MUSTER_RULE_EDITOR (widget));
}

static void
jump_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterRuleEditor *self = MUSTER_RULE_EDITOR (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, (int) g_variant_get_uint32 (parameter) - 1);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  adw_leaflet_set_visible_child_name (self->leaflet, "write");
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_mark (self->text_view, gtk_text_buffer_get_insert (buffer), 0.1, FALSE, 0,
                                0);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
show_side_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_leaflet_set_visible_child_name (MUSTER_RULE_EDITOR (widget)->leaflet, "side");
}

static void
show_text_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_leaflet_set_visible_child_name (MUSTER_RULE_EDITOR (widget)->leaflet, "write");
}

static void
muster_rule_editor_unmap (GtkWidget *widget)
{
  muster_rule_editor_save (MUSTER_RULE_EDITOR (widget));

  GTK_WIDGET_CLASS (muster_rule_editor_parent_class)->unmap (widget);
}

static void
muster_rule_editor_dispose (GObject *object)
{
  MusterRuleEditor *self = MUSTER_RULE_EDITOR (object);

  g_clear_handle_id (&self->look_timeout, g_source_remove);
  g_clear_handle_id (&self->save_timeout, g_source_remove);
  g_clear_object (&self->context);
  g_clear_pointer (&self->draft, muster_rule_draft_free);

  G_OBJECT_CLASS (muster_rule_editor_parent_class)->dispose (object);
}

static void
muster_rule_editor_class_init (MusterRuleEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_rule_editor_dispose;
  widget_class->unmap = muster_rule_editor_unmap;

  g_type_ensure (MUSTER_TYPE_CLAUSES_SECTION); /* named in the template */
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-rule-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRuleEditor, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MusterRuleEditor, text_view);
  gtk_widget_class_bind_template_child (widget_class, MusterRuleEditor, welcome_view);
  gtk_widget_class_bind_template_child (widget_class, MusterRuleEditor, count_label);
  gtk_widget_class_bind_template_child (widget_class, MusterRuleEditor, welcome_count_label);
  gtk_widget_class_bind_template_child (widget_class, MusterRuleEditor, state_label);
  gtk_widget_class_bind_template_child (widget_class, MusterRuleEditor, preview_label);
  gtk_widget_class_bind_template_child (widget_class, MusterRuleEditor, welcome_preview_label);
  gtk_widget_class_bind_template_child (widget_class, MusterRuleEditor, welcome_preview_box);
  gtk_widget_class_bind_template_child (widget_class, MusterRuleEditor, clauses);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.jump", "u", jump_action);
  gtk_widget_class_install_action (widget_class, "editor.show-side", NULL, show_side_action);
  gtk_widget_class_install_action (widget_class, "editor.show-text", NULL, show_text_action);
}

static void
muster_rule_editor_init (MusterRuleEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed",
                           G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->welcome_view), "changed",
                           G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * muster_rule_editor_take:
 * @draft: (transfer full): as it is stored now
 *
 * Shows the draft; of the same document only what the keeper has not typed over.
 */
void
muster_rule_editor_take (MusterRuleEditor *self, MusterContext *context, MusterRuleDraft *draft)
{
  gboolean same;

  g_return_if_fail (MUSTER_IS_RULE_EDITOR (self));

  same = self->draft != NULL && muster_id_equal (&self->draft->document->id, &draft->document->id);
  if (!same)
    muster_rule_editor_save (self);
  g_set_object (&self->context, context);
  g_clear_pointer (&self->draft, muster_rule_draft_free);
  self->draft = draft;
  if (same && (self->dirty || self->n_saving > 0))
    take_views (self);
  else
    {
      fill (self, self->text_view, draft->document->draft);
      fill (self, self->welcome_view, draft->document->welcome);
    }
  if (!same)
    adw_leaflet_set_visible_child_name (self->leaflet, "write");
  say_state (self);
  say_counts (self);
  look (self);
}

/**
 * muster_rule_editor_get_draft:
 *
 * Returns: (nullable): what is shown
 */
const MusterRuleDraft *
muster_rule_editor_get_draft (MusterRuleEditor *self)
{
  g_return_val_if_fail (MUSTER_IS_RULE_EDITOR (self), NULL);

  return self->draft;
}

/**
 * muster_rule_editor_save:
 *
 * Writes what was typed, in the background; nothing where nothing was.
 */
void
muster_rule_editor_save (MusterRuleEditor *self)
{
  Saving *saving;
  g_autofree char *title = NULL;

  g_return_if_fail (MUSTER_IS_RULE_EDITOR (self));

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  if (!self->dirty || self->draft == NULL)
    return;

  self->dirty = FALSE;
  self->n_saving++;
  saving = g_new0 (Saving, 1);
  saving->editor = g_object_ref (self);
  saving->document = self->draft->document->id;
  saving->text = dup_text (self->text_view);
  saving->welcome = dup_text (self->welcome_view);
  title = g_strdup_printf (_ ("Edit the draft of “%s”"), self->draft->document->title);
  muster_store_write_async (muster_context_get_store (self->context), title, write_text, saving,
                            saving_free, NULL, written_cb, g_object_ref (self));
}
