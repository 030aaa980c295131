/* muster-participant-edit.c - answers and attendance as the keeper sets them
 *
 * The rows show it at once; the store follows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-participant-edit"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-attendance-record.h"
#include "muster-edit.h"
#include "muster-participant-edit.h"

/* What is written of each. */
typedef struct
{
  GPtrArray *answers;    /* owned, of MusterSignUp; NULL for attendance */
  GPtrArray *attendance; /* owned, of MusterAttendance; NULL for answers */
  char *title;           /* owned: of the event */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_clear_pointer (&edit->answers, g_ptr_array_unref);
  g_clear_pointer (&edit->attendance, g_ptr_array_unref);
  g_free (edit->title);
  g_free (edit);
}

static gboolean
write_answers (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;
  gint64 now = muster_change_get_now (change) / G_USEC_PER_SEC;

  for (guint i = 0; i < edit->answers->len; i++)
    {
      MusterSignUp *sign_up = edit->answers->pdata[i];

      sign_up->answered_at = now;
      if (!muster_sign_up_table_set (change, sign_up, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_attendance (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  for (guint i = 0; i < edit->attendance->len; i++)
    if (!muster_attendance_record_write (change, edit->attendance->pdata[i], edit->title, error))
      return FALSE;

  return TRUE;
}

/**
 * muster_participant_edit_answer:
 * @people: (element-type MusterParticipant)
 * @state: its answer and guests are taken
 */
void
muster_participant_edit_answer (GtkWidget *widget, MusterContext *context,
                                const MusterEventDetail *detail, GPtrArray *people,
                                const MusterParticipantState *state)
{
  Edit *edit = g_new0 (Edit, 1);
  guint next = muster_event_detail_get_next_position (detail->people);
  /* TRANSLATORS: a title in the history: the title of an event */
  g_autofree char *title = g_strdup_printf (_ ("Sign-ups for %s"), detail->event->title);

  edit->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_sign_up_free);
  for (guint i = 0; i < people->len; i++)
    {
      MusterParticipantState own = *muster_participant_get_state (people->pdata[i]);
      MusterSignUp *sign_up = g_new0 (MusterSignUp, 1);

      if (!own.has_answered || own.answer == MUSTER_SIGN_UP_WITHDRAWN || own.position == 0)
        own.position = next++;
      own.has_answered = TRUE;
      own.answer = state->answer;
      own.guests = state->guests;
      sign_up->event = detail->series;
      sign_up->original_at = detail->original_at;
      sign_up->person = g_strdup (muster_participant_get_person (people->pdata[i]));
      sign_up->answer = own.answer;
      sign_up->guests = own.guests;
      sign_up->position = own.position;
      g_ptr_array_add (edit->answers, sign_up);
      muster_participant_set_state (people->pdata[i], &own);
    }
  muster_event_detail_settle_waiting (detail->people, detail->event->capacity);
  muster_edit_run (widget, context, title, write_answers, edit, edit_free);
}

/**
 * muster_participant_edit_attend:
 * @people: (element-type MusterParticipant)
 * @came_at: wall clock of who came late; 0 where it was not written down
 */
void
muster_participant_edit_attend (GtkWidget *widget, MusterContext *context,
                                const MusterEventDetail *detail, GPtrArray *people,
                                MusterAttendanceState state, gint64 came_at)
{
  const char *author = muster_store_get_author (muster_context_get_store (context));
  Edit *edit = g_new0 (Edit, 1);
  /* TRANSLATORS: a title in the history: the title of an event */
  g_autofree char *title = g_strdup_printf (_ ("Attendance of %s"), detail->event->title);

  edit->title = g_strdup (detail->event->title);
  edit->attendance = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_attendance_free);
  for (guint i = 0; i < people->len; i++)
    {
      MusterParticipantState own = *muster_participant_get_state (people->pdata[i]);
      MusterAttendance *attendance = g_new0 (MusterAttendance, 1);

      attendance->event = detail->series;
      attendance->original_at = detail->original_at;
      attendance->person = g_strdup (muster_participant_get_person (people->pdata[i]));
      attendance->state = state;
      attendance->came_at = came_at;
      attendance->author = g_strdup (author);
      g_ptr_array_add (edit->attendance, attendance);
      own.attendance = state;
      own.came_at = came_at;
      muster_participant_set_state (people->pdata[i], &own);
    }
  muster_edit_run (widget, context, title, write_attendance, edit, edit_free);
}
