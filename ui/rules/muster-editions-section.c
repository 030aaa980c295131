/* muster-editions-section.c - the editions of a document, and what changed between two of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-editions-section"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-clause-table.h"
#include "muster-edition-compare.h"
#include "muster-editions-section.h"
#include "muster-markdown.h"
#include "muster-rule-edit.h"
#include "muster-section.h"
#include "muster-word-diff.h"
#include "muster-words.h"

struct _MusterEditionsSection
{
  AdwBin parent_instance;

  MusterContext *context;   /* owned, NULL before the first was shown */
  MusterDocument *document; /* owned, with the text of the draft; NULL before the first */
  GPtrArray *editions;      /* owned, of MusterEdition, oldest first; NULL before the first */
  GPtrArray *clauses;       /* owned, of MusterClause: of the draft */

  GtkBox *box;           /* of the groups, made anew whenever something changed */
  AdwComboRow *sides[2]; /* in @box; NULL where there is nothing to compare */
  GtkBox *changes_box;   /* in @box, behind the groups */
};

G_DEFINE_FINAL_TYPE (MusterEditionsSection, muster_editions_section, ADW_TYPE_BIN)

static void
begin_from_cb (MusterEditionsSection *self, GtkWidget *button)
{
  muster_rule_edit_begin_from (GTK_WIDGET (self), self->context, self->document,
                               g_object_get_data (G_OBJECT (button), "edition"));
}

static char *
dup_subtitle (const MusterEdition *edition)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *day = muster_words_for_day (edition->published_on);

  g_string_append (text, day);
  if (edition->author != NULL && *edition->author != '\0')
    g_string_append_printf (text, " · %s", edition->author);
  if (edition->material)
    g_string_append_printf (text, " · %s", _ ("everybody was asked"));
  if (edition->note != NULL && *edition->note != '\0')
    g_string_append_printf (text, "\n%s", edition->note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
new_text_label (const char *text)
{
  g_autofree char *markup = muster_markdown_dup_markup (text);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

static GtkWidget *
new_contents (MusterEditionsSection *self, const MusterEdition *edition)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_ ("Begin the Draft from This"));

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), new_text_label (edition->text));
  if (edition->welcome != NULL && *edition->welcome != '\0')
    {
      GtkWidget *title = gtk_label_new (_ ("Welcome Form"));

      gtk_label_set_xalign (GTK_LABEL (title), 0);
      gtk_widget_add_css_class (title, "caption-heading");
      gtk_box_append (GTK_BOX (box), title);
      gtk_box_append (GTK_BOX (box), new_text_label (edition->welcome));
    }
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "edition", muster_edition_copy (edition),
                          (GDestroyNotify) muster_edition_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (begin_from_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static char *
dup_name (MusterEditionsSection *self, const MusterEdition *edition)
{
  g_autofree char *label = muster_edition_dup_label (edition, self->editions);

  return g_strdup_printf (_ ("Edition %s"), label);
}

static void
add_editions (MusterEditionsSection *self)
{
  GtkWidget *group = muster_section_add_group (self->box, _ ("Editions"));

  if (self->editions->len == 0)
    adw_preferences_group_set_description (
        ADW_PREFERENCES_GROUP (group),
        _ ("Nothing was published yet. What is published stays here for ever."));
  for (guint i = self->editions->len; i > 0; i--)
    {
      const MusterEdition *edition = self->editions->pdata[i - 1];
      GtkWidget *row = adw_expander_row_new ();
      g_autofree char *name = dup_name (self, edition);
      g_autofree char *subtitle = dup_subtitle (edition);
      GtkWidget *contents = gtk_list_box_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
      if (i == self->editions->len)
        {
          GtkWidget *badge = gtk_label_new (_ ("In force"));

          gtk_widget_add_css_class (badge, "badge");
          gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
          adw_expander_row_add_action (ADW_EXPANDER_ROW (row), badge);
        }
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (contents), new_contents (self, edition));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (contents), FALSE);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), contents);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
}

static void
append_words (GString *markup, const MusterClauseChange *change)
{
  static const char *const tags[][2] = {
    [MUSTER_WORDS_SAME] = { "", "" },
    [MUSTER_WORDS_REMOVED] = { "<span foreground=\"#e01b24\"><s>", "</s></span>" },
    [MUSTER_WORDS_ADDED] = { "<span foreground=\"#1c9c5a\"><b>", "</b></span>" },
  };
  g_autoptr (GPtrArray) words =
      muster_word_diff (change->text_before != NULL ? change->text_before : "",
                        change->text_after != NULL ? change->text_after : "");

  for (guint i = 0; i < words->len; i++)
    {
      const MusterWords *piece = words->pdata[i];
      g_autofree char *text = g_markup_escape_text (piece->text, -1);

      g_string_append_printf (markup, "%s%s%s", tags[piece->kind][0], text, tags[piece->kind][1]);
    }
}

static void
add_change (GtkWidget *group, const MusterClauseChange *change)
{
  g_autofree char *title = muster_clause_change_dup_title (change);
  GtkWidget *row = muster_section_new_row (group, title, NULL);
  GtkWidget *kind = gtk_label_new (muster_clause_change_kind_get_title (change->kind));
  g_autoptr (GString) markup = g_string_new (NULL);

  append_words (markup, change);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup->str);
  gtk_widget_add_css_class (kind, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), kind);
}

/* The side at @place: the editions from the oldest, then the draft. */
static gboolean
read_side (MusterEditionsSection *self, guint place, MusterComparable *out_side)
{
  MusterDatabase *db = muster_store_get_database (muster_context_get_store (self->context), NULL);

  if (place >= self->editions->len)
    *out_side = (MusterComparable){ self->document->title, self->document->draft,
                                    self->document->welcome, g_ptr_array_ref (self->clauses) };
  else
    {
      const MusterEdition *edition = self->editions->pdata[place];

      *out_side = (MusterComparable){ edition->title, edition->text, edition->welcome,
                                      muster_clause_table_list (db, &edition->id, NULL) };
    }
  return out_side->clauses != NULL;
}

static void
show_changes (MusterEditionsSection *self, GPtrArray *changes)
{
  GtkWidget *child;
  GtkWidget *group;
  guint n_same = changes->len - muster_edition_count_changes (changes);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->changes_box))) != NULL)
    gtk_box_remove (self->changes_box, child);
  group = muster_section_add_group (self->changes_box, NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      const MusterClauseChange *change = changes->pdata[i];

      if (change->kind != MUSTER_CLAUSE_UNCHANGED)
        add_change (group, change);
    }
  if (n_same == changes->len)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("Nothing changed."));
  else if (n_same > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u clause is unchanged.", "%u clauses are unchanged.", n_same), n_same);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
    }
}

static void
compare (MusterEditionsSection *self)
{
  MusterComparable before = { NULL }, after = { NULL };
  g_autoptr (GPtrArray) changes = NULL;

  if (read_side (self, adw_combo_row_get_selected (self->sides[0]), &before) &&
      read_side (self, adw_combo_row_get_selected (self->sides[1]), &after))
    {
      changes = muster_edition_compare (&before, &after);
      show_changes (self, changes);
    }
  g_clear_pointer (&before.clauses, g_ptr_array_unref);
  g_clear_pointer (&after.clauses, g_ptr_array_unref);
}

static void
add_comparison (MusterEditionsSection *self, gboolean draft_changed)
{
  GtkWidget *group = muster_section_add_group (self->box, _ ("Compare"));
  const char *titles[] = { _ ("Before"), _ ("After") };
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = self->editions->len;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = dup_name (self, self->editions->pdata[i]);

      gtk_string_list_append (names, name);
    }
  gtk_string_list_append (names, _ ("Draft"));
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *row = adw_combo_row_new ();
      guint last = draft_changed || n < 2 ? n : n - 1;

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), titles[i]);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i == 0 ? last - 1 : last);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      self->sides[i] = ADW_COMBO_ROW (row);
    }
  for (guint i = 0; i < 2; i++)
    g_signal_connect_object (self->sides[i], "notify::selected", G_CALLBACK (compare), self,
                             G_CONNECT_SWAPPED);
  self->changes_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (self->box, GTK_WIDGET (self->changes_box));
  compare (self);
}

static void
forget (MusterEditionsSection *self)
{
  g_clear_pointer (&self->document, muster_document_free);
  g_clear_pointer (&self->editions, g_ptr_array_unref);
  g_clear_pointer (&self->clauses, g_ptr_array_unref);
  self->sides[0] = self->sides[1] = NULL;
  self->changes_box = NULL;
}

static void
muster_editions_section_dispose (GObject *object)
{
  MusterEditionsSection *self = MUSTER_EDITIONS_SECTION (object);

  forget (self);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (muster_editions_section_parent_class)->dispose (object);
}

static void
muster_editions_section_class_init (MusterEditionsSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_editions_section_dispose;
}

static void
muster_editions_section_init (MusterEditionsSection *self)
{
  self->box = muster_section_new_box (ADW_BIN (self));
}

/**
 * muster_editions_section_show:
 *
 * Shows the editions of the draft's document.
 */
void
muster_editions_section_show (MusterEditionsSection *self, MusterContext *context,
                              const MusterRuleDraft *draft)
{
  GtkWidget *child;

  g_return_if_fail (MUSTER_IS_EDITIONS_SECTION (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  forget (self);
  g_set_object (&self->context, context);
  self->document = muster_document_copy (draft->document);
  self->editions = g_ptr_array_ref (draft->editions);
  self->clauses = g_ptr_array_ref (draft->clauses);
  add_editions (self);
  if (self->editions->len > 0)
    {
      g_autoptr (GPtrArray) changes = muster_rule_draft_compare (draft);

      add_comparison (self, muster_edition_count_changes (changes) > 0);
    }
}
