/* muster-violation-view.c - one violation: what happened, what follows and why, what became of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-view"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-markdown.h"
#include "muster-record-printing.h"
#include "muster-section.h"
#include "muster-violation-actions.h"
#include "muster-violation-draft.h"
#include "muster-violation-view.h"
#include "muster-words.h"

struct _MusterViolationView
{
  AdwBin parent_instance;

  MusterContext *context;           /* owned, NULL once disposed */
  MusterGroup *group;               /* owned, NULL before the first was shown */
  MusterViolationBoard *board;      /* owned, NULL before the first was shown */
  const MusterViolationCase *about; /* of @board */
  MusterProposal *proposal;         /* owned, NULL before the first was shown */
  char *message;                    /* owned, NULL where there is nothing to say */

  GtkBox *box; /* of the groups, made anew whenever something changed */
};

G_DEFINE_FINAL_TYPE (MusterViolationView, muster_violation_view, ADW_TYPE_BIN)

/* The buttons for what may come next, in this order. */
static const struct
{
  MusterRulingKind kind;
  const char *label;
} rulings[] = {
  { MUSTER_RULING_CARRIED_OUT, N_ ("Carried Out") },
  { MUSTER_RULING_UNMUTED, N_ ("May Write Again") },
  { MUSTER_RULING_UPHELD, N_ ("Refuse the Appeal…") },
  { MUSTER_RULING_GRANTED, N_ ("Grant the Appeal…") },
  { MUSTER_RULING_APPEAL, N_ ("Write Down an Appeal…") },
  { MUSTER_RULING_DISMISSED, N_ ("Nothing Follows…") },
  { MUSTER_RULING_WITHDRAWN, N_ ("Take It Back…") },
};

static const char *
get_name (MusterViolationView *self)
{
  return muster_violation_board_get_name (self->board, &self->about->violation->membership);
}

static void
back_cb (MusterViolationView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "violations.back", NULL);
}

static void
decide_cb (MusterViolationView *self)
{
  muster_violation_actions_decide (GTK_WIDGET (self), self->context, self->about, get_name (self));
}

static void
otherwise_cb (MusterViolationView *self)
{
  muster_violation_actions_decide_otherwise (GTK_WIDGET (self), self->context, self->about,
                                             self->proposal, get_name (self));
}

static void
rule_cb (MusterViolationView *self, GtkWidget *button)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "ruling"));

  muster_violation_actions_rule (GTK_WIDGET (self), self->context, self->about, rulings[i].kind,
                                 get_name (self));
}

static void
evidence_cb (MusterViolationView *self)
{
  muster_violation_actions_add_evidence (GTK_WIDGET (self), self->context, self->about,
                                         get_name (self));
}

static void
copy_cb (MusterViolationView *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s", _ ("Text copied"));
}

static void
save_cb (MusterViolationView *self)
{
  muster_record_printing_save (GTK_WIDGET (self), self->context, self->group,
                               &self->about->violation->membership, get_name (self));
}

static void
print_cb (MusterViolationView *self)
{
  muster_record_printing_print (GTK_WIDGET (self), self->context, self->group,
                                &self->about->violation->membership, get_name (self));
}

static GtkWidget *
new_buttons (MusterViolationView *self)
{
  GtkWidget *buttons = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (buttons), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (buttons), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (buttons), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (buttons), 3);
  gtk_box_append (self->box, buttons);
  return buttons;
}

static void
add_heading (MusterViolationView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *title = gtk_label_new (get_name (self));
  GtkWidget *state = gtk_label_new (muster_violation_state_get_title (self->about->status.state));

  gtk_widget_set_tooltip_text (button, _ ("Back to the Violations"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Back to the Violations"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (title, "title-2");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (
      state, muster_violation_status_is_open (&self->about->status) ? "accent" : "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (state), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (state), 8);
  gtk_box_append (GTK_BOX (bar), button);
  gtk_box_append (GTK_BOX (bar), title);
  gtk_box_append (GTK_BOX (bar), state);
  gtk_box_append (self->box, bar);
}

/* Nothing where there is no @text. */
static void
add_line (GtkWidget *group, const char *title, const char *text)
{
  if (text != NULL && *text != '\0')
    muster_section_new_row (group, title, text);
}

static char *
dup_edition (const MusterViolationCase *about)
{
  const MusterEdition *edition = about->later != NULL ? about->later : about->edition;
  const char *label = about->later != NULL ? about->later_label : about->label;
  g_autofree char *date = NULL;

  if (edition == NULL)
    return g_strdup (_ ("None was in force"));

  date = muster_words_for_day (edition->published_on);
  return g_strdup_printf (about->later != NULL
                              /* TRANSLATORS: the number of an edition, a date */
                              ? _ ("Edition %s of %s, after it happened")
                              : _ ("Edition %s of %s"),
                          label, date);
}

static void
add_facts (MusterViolationView *self)
{
  const MusterViolation *violation = self->about->violation;
  GtkWidget *group = muster_section_add_group (self->box, _ ("What Happened"));
  g_autofree char *when = violation->all_day
                              ? muster_words_for_day (muster_violation_get_day (violation))
                              : muster_words_for_wall_clock (violation->happened_at);
  g_autofree char *clause = muster_violation_case_dup_clause (self->about);
  g_autofree char *text =
      self->about->clause != NULL ? muster_markdown_dup_plain (self->about->clause->text) : NULL;
  g_autofree char *edition = self->about->clause != NULL ? dup_edition (self->about) : NULL;
  g_autofree char *expires = muster_words_for_day (self->about->status.expires_on);

  add_line (group, _ ("When"), when);
  add_line (group, _ ("What"), violation->summary);
  muster_section_new_row (group, clause, text != NULL ? g_strstrip (text) : NULL);
  add_line (group, _ ("Edition"), edition);
  add_line (group, _ ("Reported by"),
            muster_violation_board_get_person (self->board, violation->reporter));
  add_line (group, _ ("Expires on"), expires);
}

static void
add_evidence (MusterViolationView *self)
{
  GtkWidget *group = muster_section_add_group (self->box, _ ("Evidence"));
  GtkWidget *button = gtk_button_new_with_label (_ ("Add…"));

  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add Evidence…"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (evidence_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  if (self->about->exhibits->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _ ("There is none: nothing is proposed without it."));
  for (guint i = 0; i < self->about->exhibits->len; i++)
    {
      const MusterExhibit *exhibit = self->about->exhibits->pdata[i];
      const char *kind = muster_exhibit_kind_get_title (exhibit->kind);
      g_autofree char *subtitle = exhibit->source != NULL
                                      ? g_strdup_printf ("%s · %s", kind, exhibit->source)
                                      : g_strdup (kind);

      muster_section_new_row (group, exhibit->value, subtitle);
    }
}

static void
add_reasons (MusterViolationView *self, GtkWidget *group)
{
  GtkWidget *why = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (why), _ ("Why"));
  for (guint i = 0; i < self->proposal->reasons->len; i++)
    {
      const MusterProposalReason *reason = self->proposal->reasons->pdata[i];
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), reason->text);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (why), row);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), why);
}

static void
add_proposal (MusterViolationView *self)
{
  GtkWidget *group;
  GtkWidget *buttons;
  GtkWidget *row;

  if (self->proposal->verdict == MUSTER_PROPOSAL_SETTLED)
    return; /* what became of it is said below */
  group = muster_section_add_group (self->box, _ ("What Follows"));
  row = muster_section_new_row (group, self->proposal->text, NULL);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (self->proposal->reasons->len > 0)
    add_reasons (self, group);
  if (!muster_violation_status_allows (&self->about->status, MUSTER_RULING_SANCTION, NULL))
    return;

  buttons = new_buttons (self);
  if (self->proposal->step > 0)
    gtk_widget_add_css_class (
        muster_section_add_button (buttons, _ ("Decide as Proposed"), G_CALLBACK (decide_cb), self),
        "suggested-action");
  muster_section_add_button (buttons, _ ("Decide Otherwise…"), G_CALLBACK (otherwise_cb), self);
}

static char *
dup_ruling (const MusterRuling *ruling)
{
  const char *kind = muster_ruling_kind_get_title (ruling->kind);
  MusterSanction sanction;
  g_autofree char *title = NULL;

  if (ruling->sanction == NULL || !muster_sanction_parse (ruling->sanction, &sanction, NULL))
    return g_strdup (kind);
  title = muster_sanction_dup_title (&sanction);
  if (ruling->proposed == ruling->step)
    /* TRANSLATORS: Decided, the number of a step, and what it says */
    return g_strdup_printf (_ ("%s: step %u, %s"), kind, ruling->step, title);
  return ruling->proposed == 0 ? g_strdup_printf (_ ("%s: %s (nothing was proposed)"), kind, title)
                               : g_strdup_printf (_ ("%s: step %u, %s (step %u was proposed)"),
                                                  kind, ruling->step, title, ruling->proposed);
}

static void
add_history (MusterViolationView *self)
{
  GtkWidget *group;

  if (self->about->rulings->len == 0)
    return;
  group = muster_section_add_group (self->box, _ ("What Became of It"));
  for (guint i = 0; i < self->about->rulings->len; i++)
    {
      const MusterRuling *ruling = self->about->rulings->pdata[i];
      g_autofree char *title = dup_ruling (ruling);
      g_autofree char *day = muster_words_for_day (ruling->ruled_on);
      g_autofree char *until = ruling->until_at != MUSTER_VIOLATION_NO_TIME
                                   ? muster_words_for_wall_clock (ruling->until_at)
                                   : NULL;
      g_autoptr (GString) subtitle = g_string_new (day);

      if (ruling->author != NULL && *ruling->author != '\0')
        g_string_append_printf (subtitle, " · %s", ruling->author);
      if (until != NULL)
        {
          g_string_append (subtitle, " · ");
          /* TRANSLATORS: a date and time */
          g_string_append_printf (subtitle, _ ("until %s"), until);
        }
      if (ruling->reason != NULL && *ruling->reason != '\0')
        g_string_append_printf (subtitle, "\n%s", ruling->reason);
      adw_action_row_set_title_lines (
          ADW_ACTION_ROW (muster_section_new_row (group, title, subtitle->str)), 0);
    }
}

/* The message for the keeper to send. */
static void
add_message (MusterViolationView *self)
{
  GtkWidget *group;
  GtkWidget *row;
  GtkWidget *button;

  if (self->message == NULL)
    return;
  group = muster_section_add_group (self->box, _ ("Message to Send"));
  row = muster_section_new_row (group, self->message, NULL);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  button = gtk_button_new_with_label (_ ("Copy"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy the Message"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
}

static void
add_rulings (MusterViolationView *self)
{
  GtkWidget *buttons = new_buttons (self);

  for (guint i = 0; i < G_N_ELEMENTS (rulings); i++)
    {
      GtkWidget *button;

      if (!muster_violation_status_allows (&self->about->status, rulings[i].kind, NULL))
        continue;
      button =
          muster_section_add_button (buttons, _ (rulings[i].label), G_CALLBACK (rule_cb), self);
      g_object_set_data (G_OBJECT (button), "ruling", GUINT_TO_POINTER (i));
      if (rulings[i].kind == MUSTER_RULING_CARRIED_OUT || rulings[i].kind == MUSTER_RULING_UNMUTED)
        gtk_widget_add_css_class (button, "suggested-action");
    }
}

/* All that is known of the member, to hand out. */
static void
add_record (MusterViolationView *self)
{
  GtkWidget *buttons = new_buttons (self);

  muster_section_add_button (buttons, _ ("Save the Member’s Record…"), G_CALLBACK (save_cb), self);
  muster_section_add_button (buttons, _ ("Print the Member’s Record…"), G_CALLBACK (print_cb),
                             self);
}

static void
forget (MusterViolationView *self)
{
  self->about = NULL;
  g_clear_pointer (&self->proposal, muster_proposal_free);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->board, muster_violation_board_unref);
  g_clear_object (&self->group);
}

static void
muster_violation_view_dispose (GObject *object)
{
  MusterViolationView *self = MUSTER_VIOLATION_VIEW (object);

  forget (self);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (muster_violation_view_parent_class)->dispose (object);
}

static void
muster_violation_view_class_init (MusterViolationViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_violation_view_dispose;
}

static void
muster_violation_view_init (MusterViolationView *self)
{
  self->box = muster_section_new_box (ADW_BIN (self));
}

GtkWidget *
muster_violation_view_new (MusterContext *context)
{
  MusterViolationView *self = g_object_new (MUSTER_TYPE_VIOLATION_VIEW, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * muster_violation_view_show:
 * @board: knows @about
 */
void
muster_violation_view_show (MusterViolationView *self, MusterGroup *group,
                            MusterViolationBoard *board, const MusterViolationCase *about)
{
  MusterDatabase *db = muster_store_get_database (muster_context_get_store (self->context), NULL);
  GtkWidget *child;

  g_return_if_fail (MUSTER_IS_VIOLATION_VIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  muster_violation_board_ref (board);
  forget (self);
  self->board = board;
  self->group = g_object_ref (group);
  self->about = about;
  self->proposal = muster_violation_propose (about, board->cases);
  if (db != NULL)
    (void) muster_violation_draft_write (db, group, board->roster, about, board->today,
                                         &self->message, NULL);

  add_heading (self);
  add_facts (self);
  add_evidence (self);
  add_proposal (self);
  add_history (self);
  add_message (self);
  add_rulings (self);
  add_record (self);
}
