/* muster-participant-pane.c - who has signed up, or who was there: a list to be searched and marked
 *
 * Marks are set with buttons, with letters in the list, or by typing part of a
 * name and pressing Return.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-participant-pane"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-form-dialog.h"
#include "muster-participant-edit.h"
#include "muster-participant-pane.h"
#include "muster-participant-row.h"
#include "muster-typed.h"
#include "muster-words.h"

#define SECONDS_PER_DAY 86400
#define MAX_FOUND 50 /* rows while somebody types: a list that grows costs two hundred */

/* A mark: its letter in the list, and the key with Return in the search. */
typedef struct
{
  const char *title;
  guint value;
  guint key;
} Mark;

static const Mark answer_marks[] = {
  { N_ ("Comes"), MUSTER_SIGN_UP_YES, GDK_KEY_y },
  { N_ ("Perhaps"), MUSTER_SIGN_UP_MAYBE, GDK_KEY_m },
  { N_ ("Does Not Come"), MUSTER_SIGN_UP_NO, GDK_KEY_n },
  { N_ ("Withdrawn"), MUSTER_SIGN_UP_WITHDRAWN, GDK_KEY_w },
};

static const Mark attendance_marks[] = {
  { N_ ("Present"), MUSTER_ATTENDANCE_PRESENT, GDK_KEY_p },
  { N_ ("Excused"), MUSTER_ATTENDANCE_EXCUSED, GDK_KEY_e },
  { N_ ("Absent"), MUSTER_ATTENDANCE_ABSENT, GDK_KEY_a },
  { N_ ("Not Recorded"), MUSTER_ATTENDANCE_NOT_RECORDED, GDK_KEY_u },
};

typedef enum
{
  SHOW_EVERYBODY,
  SHOW_FIRST, /* coming; present */
  SHOW_SECOND,
  SHOW_THIRD,
  SHOW_FOURTH,
  SHOW_REST, /* not answered; not recorded */
} Show;

static const char *const answer_filters[] = {
  N_ ("Everybody"),    N_ ("Coming"), N_ ("Waiting"), N_ ("Perhaps"), N_ ("No"),
  N_ ("Not Answered"), NULL
};
static const char *const attendance_filters[] = { N_ ("Everybody"),
                                                  N_ ("Present"),
                                                  N_ ("Excused"),
                                                  N_ ("Absent"),
                                                  N_ ("Signed Up"),
                                                  N_ ("Not Recorded"),
                                                  NULL };

struct _MusterParticipantPane
{
  AdwBin parent_instance;

  MusterContext *context; /* owned */
  MusterParticipantMode mode;
  const MusterEventDetail *detail; /* of the page; NULL before one is shown */
  char *folded;                    /* owned: what is searched for */
  GtkCustomFilter *filter;         /* owned */
  GtkSliceListModel *slice;        /* owned */
  GtkMultiSelection *selection;    /* owned */
  gboolean is_updating;

  GtkEditable *search_entry;
  GtkDropDown *filter_drop_down;
  GtkLabel *counts_label;
  GtkButton *add_button;
  GtkListView *list_view;
  GtkBox *buttons_box;
  GtkSpinButton *guests_spin;
  GtkWidget *guests_box;
};

G_DEFINE_FINAL_TYPE (MusterParticipantPane, muster_participant_pane, ADW_TYPE_BIN)

static gboolean
is_shown_answer (const MusterParticipantState *state, Show show)
{
  switch (show)
    {
    case SHOW_FIRST:
      return state->has_answered && state->answer == MUSTER_SIGN_UP_YES && !state->waits;
    case SHOW_SECOND:
      return state->waits;
    case SHOW_THIRD:
      return state->has_answered && state->answer == MUSTER_SIGN_UP_MAYBE;
    case SHOW_FOURTH:
      return state->has_answered &&
             (state->answer == MUSTER_SIGN_UP_NO || state->answer == MUSTER_SIGN_UP_WITHDRAWN);
    case SHOW_REST:
      return !state->has_answered;
    case SHOW_EVERYBODY:
    default:
      return TRUE;
    }
}

static gboolean
is_shown_attendance (const MusterParticipantState *state, Show show)
{
  switch (show)
    {
    case SHOW_FIRST:
      return state->attendance == MUSTER_ATTENDANCE_PRESENT;
    case SHOW_SECOND:
      return state->attendance == MUSTER_ATTENDANCE_EXCUSED;
    case SHOW_THIRD:
      return state->attendance == MUSTER_ATTENDANCE_ABSENT;
    case SHOW_FOURTH:
      return state->has_answered && state->answer == MUSTER_SIGN_UP_YES;
    case SHOW_REST:
      return state->attendance == MUSTER_ATTENDANCE_NOT_RECORDED;
    case SHOW_EVERYBODY:
    default:
      return TRUE;
    }
}

static gboolean
filter_person (gpointer item, gpointer user_data)
{
  MusterParticipantPane *self = user_data;
  const MusterParticipantState *state = muster_participant_get_state (item);
  Show show = (Show) gtk_drop_down_get_selected (self->filter_drop_down);

  if (*self->folded != '\0')
    return muster_participant_matches (item, self->folded);
  return self->mode == MUSTER_PARTICIPANT_SIGN_UP ? is_shown_answer (state, show)
                                                  : is_shown_attendance (state, show);
}

/* Who comes, in their order; who waits; perhaps; no; withdrawn; and those who have not answered. */
static guint
get_rank (const MusterParticipantState *state)
{
  if (!state->has_answered)
    return 5;
  return state->answer == MUSTER_SIGN_UP_YES ? (guint) state->waits : (guint) state->answer + 1;
}

static int
compare_answers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MusterParticipantState *x = muster_participant_get_state ((MusterParticipant *) a);
  const MusterParticipantState *y = muster_participant_get_state ((MusterParticipant *) b);
  guint rank_x = get_rank (x), rank_y = get_rank (y);

  if (rank_x != rank_y)
    return rank_x < rank_y ? GTK_ORDERING_SMALLER : GTK_ORDERING_LARGER;
  return gtk_ordering_from_cmpfunc ((x->position > y->position) - (x->position < y->position));
}

/* Those that are selected; nobody while a search finds nobody. */
static GPtrArray *
list_selected (MusterParticipantPane *self)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint i;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &i); more;
       more = gtk_bitset_iter_next (&iter, &i))
    g_ptr_array_add (people, g_list_model_get_item (G_LIST_MODEL (self->selection), i));
  return people;
}

static void
show_counts (MusterParticipantPane *self)
{
  MusterEventCounts counts;
  g_autoptr (GString) text = g_string_new (NULL);

  muster_event_detail_count (self->detail->people, &counts);
  if (self->mode == MUSTER_PARTICIPANT_SIGN_UP)
    {
      if (self->detail->event->capacity > 0)
        /* TRANSLATORS: how many come, how many have room */
        g_string_append_printf (text, _ ("%u of %d places taken"), counts.coming,
                                (int) self->detail->event->capacity);
      else
        g_string_append_printf (text, ngettext ("%u comes", "%u come", counts.coming),
                                counts.coming);
      /* TRANSLATORS: numbers of people */
      g_string_append_printf (text, _ (" · %u waiting · %u perhaps · %u no · %u not answered"),
                              counts.waiting, counts.maybe, counts.no, counts.unanswered);
    }
  else
    {
      /* TRANSLATORS: numbers of people */
      g_string_append_printf (text, _ ("%u present · %u excused · %u absent · %u not recorded"),
                              counts.attendance[MUSTER_ATTENDANCE_PRESENT],
                              counts.attendance[MUSTER_ATTENDANCE_EXCUSED],
                              counts.attendance[MUSTER_ATTENDANCE_ABSENT],
                              counts.attendance[MUSTER_ATTENDANCE_NOT_RECORDED]);
      if (counts.percent >= 0)
        g_string_append_printf (text, _ (" · %d %% of those recorded"), counts.percent);
    }
  gtk_label_set_label (self->counts_label, text->str);
}

static void
update_add_button (MusterParticipantPane *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
  gboolean unknown =
      *name != '\0' && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;
  /* TRANSLATORS: the name of somebody who is no member */
  g_autofree char *label =
      g_strdup_printf (self->mode == MUSTER_PARTICIPANT_SIGN_UP ? _ ("Sign Up “%s” by Name")
                                                                : _ ("Add “%s”, Who Walked In"),
                       name);

  gtk_button_set_label (self->add_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), unknown);
}

static void
refilter (MusterParticipantPane *self)
{
  if (*self->folded != '\0')
    gtk_slice_list_model_set_size (self->slice, MAX_FOUND);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (*self->folded == '\0')
    gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  if (*self->folded != '\0' && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  update_add_button (self);
}

static void
search_changed_cb (MusterParticipantPane *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  g_free (self->folded);
  self->folded = g_utf8_casefold (text, -1);
  if (self->detail != NULL)
    refilter (self);
}

static void
filter_changed_cb (MusterParticipantPane *self)
{
  if (self->detail != NULL)
    refilter (self);
}

static void
apply_to (MusterParticipantPane *self, GPtrArray *people, guint value, gint64 came_at)
{
  if (self->mode == MUSTER_PARTICIPANT_SIGN_UP)
    {
      MusterParticipantState state = {
        .answer = (MusterSignUpAnswer) value,
        .guests = (guint) gtk_spin_button_get_value_as_int (self->guests_spin),
      };

      muster_participant_edit_answer (GTK_WIDGET (self), self->context, self->detail, people,
                                      &state);
    }
  else
    {
      muster_participant_edit_attend (GTK_WIDGET (self), self->context, self->detail, people,
                                      (MusterAttendanceState) value, came_at);
    }
  show_counts (self);
}

static void
apply (MusterParticipantPane *self, guint value, gint64 came_at)
{
  g_autoptr (GPtrArray) people = NULL;

  if (self->detail == NULL)
    return;
  people = list_selected (self);
  if (people->len > 0)
    apply_to (self, people, value, came_at);
}

static void
mark_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  apply (MUSTER_PARTICIPANT_PANE (widget), g_variant_get_uint32 (parameter), 0);
}

static guint
get_first_value (MusterParticipantPane *self)
{
  return self->mode == MUSTER_PARTICIPANT_SIGN_UP ? MUSTER_SIGN_UP_YES : MUSTER_ATTENDANCE_PRESENT;
}

/* Somebody who is no member, by the name that was typed. */
static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterParticipantPane *self = MUSTER_PARTICIPANT_PANE (widget);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);

  if (*name == '\0' || self->detail == NULL)
    return;
  g_ptr_array_add (people, muster_participant_new (name, name, NULL, FALSE));
  apply_to (self, people, get_first_value (self), 0);
  gtk_editable_set_text (self->search_entry, "");
}

/* Marks the one that is found, and is ready for the next. */
static void
mark_found (MusterParticipantPane *self, guint value)
{
  if (*self->folded == '\0')
    return;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "participant.add", NULL);
      return;
    }
  apply (self, value, 0);
  gtk_editable_set_text (self->search_entry, "");
}

static void
search_activated_cb (MusterParticipantPane *self)
{
  mark_found (self, get_first_value (self));
}

static void
stop_search_cb (MusterParticipantPane *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

/* Down chooses among namesakes; Return with Shift or Control gives the second or third mark. */
static gboolean
search_key_cb (MusterParticipantPane *self, guint key, guint code, GdkModifierType modifiers)
{
  const Mark *marks = self->mode == MUSTER_PARTICIPANT_SIGN_UP ? answer_marks : attendance_marks;
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint position = gtk_bitset_is_empty (selected) ? 0 : gtk_bitset_get_minimum (selected);

  if (key == GDK_KEY_Return && (modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    {
      mark_found (self, marks[modifiers & GDK_SHIFT_MASK ? 1 : 2].value);
      return TRUE;
    }
  if (*self->folded == '\0' || (key != GDK_KEY_Down && key != GDK_KEY_Up))
    return FALSE;

  position = key == GDK_KEY_Down ? position + 1 : MAX (position, 1) - 1;
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  return TRUE;
}

static gboolean
list_key_cb (MusterParticipantPane *self, guint key, guint code, GdkModifierType modifiers)
{
  const Mark *marks = self->mode == MUSTER_PARTICIPANT_SIGN_UP ? answer_marks : attendance_marks;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (answer_marks); i++)
    if (gdk_keyval_to_lower (key) == marks[i].key)
      {
        apply (self, marks[i].value, 0);
        return TRUE;
      }

  return FALSE;
}

static void
guests_changed_cb (MusterParticipantPane *self)
{
  g_autoptr (GPtrArray) people = NULL;
  const MusterParticipantState *state;

  if (self->is_updating || self->detail == NULL)
    return;
  people = list_selected (self);
  if (people->len != 1)
    return;
  state = muster_participant_get_state (people->pdata[0]);
  if (state->has_answered)
    apply (self, state->answer, 0);
}

static void
selection_changed_cb (MusterParticipantPane *self)
{
  g_autoptr (GPtrArray) people = list_selected (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "participant.mark", people->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "participant.late", people->len > 0);
  if (people->len != 1)
    return;
  self->is_updating = TRUE;
  gtk_spin_button_set_value (self->guests_spin,
                             muster_participant_get_state (people->pdata[0])->guests);
  self->is_updating = FALSE;
}

static void
late_accepted_cb (MusterParticipantPane *self, MusterFormDialog *dialog)
{
  gint64 start = self->detail->event->start_at;
  gint64 midnight = (gint64) muster_day_from_seconds (start) * SECONDS_PER_DAY;
  int seconds;

  if (muster_typed_time (muster_form_dialog_get_text (dialog, "time"), &seconds))
    apply (self, MUSTER_ATTENDANCE_PRESENT,
           midnight + seconds + (midnight + seconds < start ? SECONDS_PER_DAY : 0));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s",
                                _ ("Write a time such as 19:00."));
}

static void
late_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterParticipantPane *self = MUSTER_PARTICIPANT_PANE (widget);
  gint64 now = muster_clock_get_now (muster_context_get_clock (self->context)) / G_USEC_PER_SEC;
  g_autoptr (GTimeZone) zone = muster_event_dup_zone (self->detail->event);
  g_autofree char *time = muster_typed_dup_time (muster_event_to_wall (zone, now));
  MusterFormDialog *dialog = muster_form_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                     _ ("Late Arrival"), NULL, _ ("Record"));

  muster_form_dialog_add_entry (dialog, "time", _ ("Came at"), time, TRUE);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (late_accepted_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MusterParticipantPane *self)
{
  gtk_list_item_set_child (
      item, muster_participant_row_new (self->mode == MUSTER_PARTICIPANT_ATTENDANCE));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  muster_participant_row_set_participant (MUSTER_PARTICIPANT_ROW (gtk_list_item_get_child (item)),
                                          gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  muster_participant_row_set_participant (MUSTER_PARTICIPANT_ROW (gtk_list_item_get_child (item)),
                                          NULL);
}

static void
add_key_controller (MusterParticipantPane *self, GtkWidget *widget, GCallback callback)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);
}

static void
muster_participant_pane_dispose (GObject *object)
{
  MusterParticipantPane *self = MUSTER_PARTICIPANT_PANE (object);

  self->detail = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->filter);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (muster_participant_pane_parent_class)->dispose (object);
}

static void
muster_participant_pane_finalize (GObject *object)
{
  g_free (MUSTER_PARTICIPANT_PANE (object)->folded);

  G_OBJECT_CLASS (muster_participant_pane_parent_class)->finalize (object);
}

static void
muster_participant_pane_class_init (MusterParticipantPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_participant_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_participant_pane_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-participant-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterParticipantPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MusterParticipantPane, filter_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MusterParticipantPane, counts_label);
  gtk_widget_class_bind_template_child (widget_class, MusterParticipantPane, add_button);
  gtk_widget_class_bind_template_child (widget_class, MusterParticipantPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, MusterParticipantPane, buttons_box);
  gtk_widget_class_bind_template_child (widget_class, MusterParticipantPane, guests_spin);
  gtk_widget_class_bind_template_child (widget_class, MusterParticipantPane, guests_box);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, guests_changed_cb);
  gtk_widget_class_install_action (widget_class, "participant.mark", "u", mark_action);
  gtk_widget_class_install_action (widget_class, "participant.late", NULL, late_action);
  gtk_widget_class_install_action (widget_class, "participant.add", NULL, add_action);
}

static void
muster_participant_pane_init (MusterParticipantPane *self)
{
  self->folded = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_buttons (MusterParticipantPane *self)
{
  const Mark *marks = self->mode == MUSTER_PARTICIPANT_SIGN_UP ? answer_marks : attendance_marks;

  for (guint i = 0; i < G_N_ELEMENTS (answer_marks); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (marks[i].title));
      /* TRANSLATORS: a mark such as Present, the letter that sets it in the list */
      g_autofree char *hint = g_strdup_printf (_ ("%s (%c)"), _ (marks[i].title),
                                               (char) ('A' + marks[i].key - GDK_KEY_a));

      gtk_widget_set_tooltip_text (button, hint);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "participant.mark");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", marks[i].value);
      gtk_box_append (self->buttons_box, button);
      if (self->mode == MUSTER_PARTICIPANT_ATTENDANCE && i == 0)
        {
          GtkWidget *late = gtk_button_new_with_label (_ ("Late…"));

          gtk_actionable_set_action_name (GTK_ACTIONABLE (late), "participant.late");
          gtk_box_append (self->buttons_box, late);
        }
    }
}

static void
set_up_list (MusterParticipantPane *self, GListModel *people)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GListModel *model;

  self->filter = gtk_custom_filter_new (filter_person, self, NULL);
  model = G_LIST_MODEL (
      gtk_filter_list_model_new (g_object_ref (people), GTK_FILTER (g_object_ref (self->filter))));
  if (self->mode == MUSTER_PARTICIPANT_SIGN_UP)
    model = G_LIST_MODEL (gtk_sort_list_model_new (
        model, GTK_SORTER (gtk_custom_sorter_new (compare_answers, NULL, NULL))));
  self->slice = gtk_slice_list_model_new (model, 0, G_MAXUINT);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->slice)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * muster_participant_pane_set_up:
 * @people: (element-type MusterParticipant): as the page holds them
 *
 * Once, before anything is shown.
 */
void
muster_participant_pane_set_up (MusterParticipantPane *self, MusterContext *context,
                                MusterParticipantMode mode, GListModel *people)
{
  gboolean signing_up = mode == MUSTER_PARTICIPANT_SIGN_UP;
  const char *const *filters = signing_up ? answer_filters : attendance_filters;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *hint =
      signing_up ? _ ("Name or Initials, Return: Comes") : _ ("Name or Initials, Return: Present");

  g_return_if_fail (MUSTER_IS_PARTICIPANT_PANE (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  self->mode = mode;
  for (guint i = 0; filters[i] != NULL; i++)
    gtk_string_list_append (titles, _ (filters[i]));
  gtk_drop_down_set_model (self->filter_drop_down, G_LIST_MODEL (titles));
  g_object_set (self->search_entry, "placeholder-text", hint, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->search_entry),
                               signing_up
                                   ? _ ("Return: comes. Shift+Return: perhaps. Ctrl+Return: does "
                                        "not come.")
                                   : _ ("Return: present. Shift+Return: excused. Ctrl+Return: "
                                        "absent."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  signing_up ? _ ("Sign Up by Name") : _ ("Roll Call by Name"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  signing_up ? _ ("Answers") : _ ("Attendance"), -1);
  gtk_widget_set_visible (self->guests_box, signing_up);
  add_buttons (self);
  set_up_list (self, people);
  add_key_controller (self, GTK_WIDGET (self->search_entry), G_CALLBACK (search_key_cb));
  add_key_controller (self, GTK_WIDGET (self->list_view), G_CALLBACK (list_key_cb));
  selection_changed_cb (self);
}

/**
 * muster_participant_pane_set_detail:
 * @detail: (nullable): lives as long as nothing else is set
 */
void
muster_participant_pane_set_detail (MusterParticipantPane *self, const MusterEventDetail *detail)
{
  g_return_if_fail (MUSTER_IS_PARTICIPANT_PANE (self));

  self->detail = detail;
  if (detail != NULL)
    show_counts (self);
}

/**
 * muster_participant_pane_update:
 *
 * What is known of people has changed: the list is sifted anew.
 */
void
muster_participant_pane_update (MusterParticipantPane *self)
{
  g_return_if_fail (MUSTER_IS_PARTICIPANT_PANE (self));

  show_counts (self);
  if (gtk_drop_down_get_selected (self->filter_drop_down) != SHOW_EVERYBODY)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

void
muster_participant_pane_focus (MusterParticipantPane *self)
{
  g_return_if_fail (MUSTER_IS_PARTICIPANT_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
