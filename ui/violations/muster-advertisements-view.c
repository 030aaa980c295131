/* muster-advertisements-view.c - who wants to advertise in the group, with what to show for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-advertisements-view"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-advertisement-table.h"
#include "muster-advertisements-view.h"
#include "muster-edit.h"
#include "muster-form-dialog.h"
#include "muster-section.h"
#include "muster-violation-edit.h"
#include "muster-words.h"

struct _MusterAdvertisementsView
{
  AdwBin parent_instance;

  MusterContext *context;      /* owned, NULL once disposed */
  MusterGroup *group;          /* owned, NULL before the first was shown */
  MusterViolationBoard *board; /* owned, NULL before the first was shown */
  MusterId asked;              /* which request a dialog is about; none: a new one */

  GtkBox *box; /* of the groups, made anew whenever something changed */
};

G_DEFINE_FINAL_TYPE (MusterAdvertisementsView, muster_advertisements_view, ADW_TYPE_BIN)

typedef struct
{
  MusterAdvertisement *advertisement; /* owned, NULL to decide */
  MusterId id;
  gboolean approve;
  char *reason; /* owned, NULL if none */
  MusterDay on;
  char *author; /* owned */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_clear_pointer (&edit->advertisement, muster_advertisement_free);
  g_free (edit->reason);
  g_free (edit->author);
  g_free (edit);
}

static Edit *
edit_new (MusterAdvertisementsView *self)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->id = self->asked;
  edit->on = self->board->today;
  edit->author = g_strdup (muster_store_get_author (muster_context_get_store (self->context)));
  return edit;
}

static gboolean
write_edit (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  if (edit->advertisement == NULL)
    return muster_advertisement_decide (change, &edit->id, edit->approve, edit->reason, edit->on,
                                        edit->author, error);
  return muster_id_is_none (&edit->advertisement->id)
             ? muster_advertisement_table_insert (change, edit->advertisement, error)
             : muster_advertisement_table_update (change, edit->advertisement, error);
}

/* Takes @edit. */
static void
submit (MusterAdvertisementsView *self, Edit *edit)
{
  muster_edit_run (GTK_WIDGET (self), self->context, _ ("Request to advertise"), write_edit, edit,
                   edit_free);
}

static const MusterAdvertisement *
find_asked (MusterAdvertisementsView *self)
{
  for (guint i = 0; i < self->board->advertisements->len; i++)
    {
      const MusterAdvertisement *found = self->board->advertisements->pdata[i];

      if (muster_id_equal (&found->id, &self->asked))
        return found;
    }

  return NULL;
}

static char *
dup_typed (MusterFormDialog *dialog, const char *key)
{
  g_autofree char *text = g_strstrip (g_strdup (muster_form_dialog_get_text (dialog, key)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
request_cb (MusterAdvertisementsView *self, MusterFormDialog *dialog)
{
  const MusterAdvertisement *before = find_asked (self);
  Edit *edit = edit_new (self);
  MusterAdvertisement *advertisement = edit->advertisement = muster_advertisement_new ();

  advertisement->group = *muster_group_get_id (self->group);
  advertisement->asked_on = edit->on;
  advertisement->author = g_strdup (edit->author);
  if (before != NULL)
    {
      advertisement->id = before->id;
      advertisement->asked_on = before->asked_on;
    }
  advertisement->person = muster_violation_board_dup_person (
      self->board, muster_form_dialog_get_text (dialog, "person"));
  advertisement->text = dup_typed (dialog, "text");
  for (guint i = 0; i < MUSTER_N_ADVERTISEMENT_PROOFS; i++)
    advertisement->proofs[i] =
        dup_typed (dialog, muster_advertisement_proof_get_key ((MusterAdvertisementProof) i));
  submit (self, edit);
}

static void
present_request (MusterAdvertisementsView *self, const MusterAdvertisement *from)
{
  MusterFormDialog *dialog = muster_form_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Request to Advertise"),
      _ ("Write where each proof is: a file or an address. It can be approved once all three were "
         "shown."),
      from != NULL ? _ ("Save") : _ ("Add"));

  self->asked = from != NULL ? from->id : (MusterId){ { 0 } };
  muster_form_dialog_add_entry (
      dialog, "person", _ ("Who asks"),
      from != NULL ? muster_violation_board_get_person (self->board, from->person) : NULL, TRUE);
  muster_form_dialog_add_entry (dialog, "text", _ ("What it says"),
                                from != NULL ? from->text : NULL, TRUE);
  for (guint i = 0; i < MUSTER_N_ADVERTISEMENT_PROOFS; i++)
    muster_form_dialog_add_entry (
        dialog, muster_advertisement_proof_get_key ((MusterAdvertisementProof) i),
        muster_advertisement_proof_get_title ((MusterAdvertisementProof) i),
        from != NULL ? from->proofs[i] : NULL, FALSE);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (request_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_cb (MusterAdvertisementsView *self)
{
  present_request (self, NULL);
}

static const MusterAdvertisement *
get_advertisement (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "advertisement");
}

static void
edit_cb (MusterAdvertisementsView *self, GtkWidget *row)
{
  present_request (self, get_advertisement (row));
}

static void
approve_cb (MusterAdvertisementsView *self, GtkWidget *button)
{
  Edit *edit;

  self->asked = get_advertisement (button)->id;
  edit = edit_new (self);
  edit->approve = TRUE;
  submit (self, edit);
}

static void
refused_cb (MusterAdvertisementsView *self, MusterFormDialog *dialog)
{
  Edit *edit = edit_new (self);

  edit->reason = dup_typed (dialog, "reason");
  submit (self, edit);
}

static void
refuse_cb (MusterAdvertisementsView *self, GtkWidget *button)
{
  MusterFormDialog *dialog = muster_form_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Refuse the Request?"),
      _ ("The reason stays with the request."), _ ("Refuse"));

  self->asked = get_advertisement (button)->id;
  muster_form_dialog_add_entry (dialog, "reason", _ ("Why"), NULL, TRUE);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static char *
dup_subtitle (const MusterAdvertisement *advertisement)
{
  g_autoptr (GString) text = g_string_new (advertisement->text);
  g_autofree char *missing = muster_advertisement_dup_missing (advertisement);
  g_autofree char *asked = muster_words_for_day (advertisement->asked_on);

  g_string_append (text, "\n");
  /* TRANSLATORS: a date */
  g_string_append_printf (text, _ ("Asked on %s"), asked);
  g_string_append (text, "\n");
  if (missing != NULL)
    /* TRANSLATORS: the proofs that were not shown */
    g_string_append_printf (text, _ ("Not shown: %s"), missing);
  else
    g_string_append (text, _ ("All three proofs were shown"));
  if (advertisement->decided_on != MUSTER_DAY_NONE)
    {
      g_autofree char *day = muster_words_for_day (advertisement->decided_on);

      g_string_append_printf (text, "\n%s · %s%s%s",
                              muster_advertisement_standing_get_title (advertisement->standing),
                              day, advertisement->reason != NULL ? " · " : "",
                              advertisement->reason != NULL ? advertisement->reason : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
add_button (MusterAdvertisementsView *self, GtkWidget *row,
            const MusterAdvertisement *advertisement, const char *text, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (text);
  g_autofree char *label = g_strdup_printf (
      _ ("%s: %s"), muster_violation_board_get_person (self->board, advertisement->person), text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "advertisement", (gpointer) advertisement);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static void
add_row (MusterAdvertisementsView *self, GtkWidget *group, MusterAdvertisement *advertisement)
{
  g_autofree char *subtitle = dup_subtitle (advertisement);
  g_autofree char *missing = muster_advertisement_dup_missing (advertisement);
  GtkWidget *row = muster_section_new_row (
      group, muster_violation_board_get_person (self->board, advertisement->person), subtitle);

  if (advertisement->standing != MUSTER_ADVERTISEMENT_WAITING)
    return;
  g_object_set_data (G_OBJECT (row), "advertisement", advertisement);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (
      add_button (self, row, advertisement, _ ("Approve"), G_CALLBACK (approve_cb)),
      missing == NULL);
  add_button (self, row, advertisement, _ ("Refuse…"), G_CALLBACK (refuse_cb));
}

static void
fill (MusterAdvertisementsView *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("New Request…"));
  GtkWidget *group;

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (new_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
  group = muster_section_add_group (self->box, NULL);
  if (self->board->advertisements->len == 0)
    adw_preferences_group_set_description (
        ADW_PREFERENCES_GROUP (group),
        _ ("Nobody has asked to advertise. Whoever does shows a business licence, a qualification "
           "and reviews of customers; then you approve or refuse."));
  for (guint i = 0; i < self->board->advertisements->len; i++)
    add_row (self, group, self->board->advertisements->pdata[i]);
}

static void
forget (MusterAdvertisementsView *self)
{
  g_clear_pointer (&self->board, muster_violation_board_unref);
  g_clear_object (&self->group);
}

static void
muster_advertisements_view_dispose (GObject *object)
{
  MusterAdvertisementsView *self = MUSTER_ADVERTISEMENTS_VIEW (object);

  forget (self);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (muster_advertisements_view_parent_class)->dispose (object);
}

static void
muster_advertisements_view_class_init (MusterAdvertisementsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_advertisements_view_dispose;
}

static void
muster_advertisements_view_init (MusterAdvertisementsView *self)
{
  self->box = muster_section_new_box (ADW_BIN (self));
}

GtkWidget *
muster_advertisements_view_new (MusterContext *context)
{
  MusterAdvertisementsView *self = g_object_new (MUSTER_TYPE_ADVERTISEMENTS_VIEW, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

void
muster_advertisements_view_show (MusterAdvertisementsView *self, MusterGroup *group,
                                 MusterViolationBoard *board)
{
  GtkWidget *child;

  g_return_if_fail (MUSTER_IS_ADVERTISEMENTS_VIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  muster_violation_board_ref (board);
  forget (self);
  self->board = board;
  self->group = g_object_ref (group);
  fill (self);
}
