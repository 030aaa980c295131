/* muster-event-detail.c - one time of an event, with everybody whom it concerns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-detail"

#include "config.h"

#include <string.h>

#include "muster-event-detail.h"
#include "muster-event-edit.h"
#include "muster-group-table.h"
#include "muster-roster.h"

void
muster_event_detail_free (MusterEventDetail *self)
{
  g_clear_pointer (&self->event, muster_event_free);
  g_clear_object (&self->group);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_free (self);
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  MusterParticipant *x = *(MusterParticipant *const *) a, *y = *(MusterParticipant *const *) b;
  int members = muster_participant_is_member (y) - muster_participant_is_member (x);
  int order = members != 0
                  ? members
                  : strcmp (muster_participant_get_reading (x), muster_participant_get_reading (y));

  if (order == 0)
    order = strcmp (muster_participant_get_name (x), muster_participant_get_name (y));
  return order != 0 ? order
                    : strcmp (muster_participant_get_person (x), muster_participant_get_person (y));
}

/* Nickname and department, as far as they say more than the name. */
static char *
dup_detail (MusterRoster *roster, const MusterRosterMember *member)
{
  const char *name = muster_roster_member_get_name (member);
  const char *nickname = muster_roster_get_shown_nickname (roster, member);
  const char *department = member->fields[MUSTER_PERSON_DEPARTMENT];
  g_autoptr (GString) detail = g_string_new (NULL);

  if (nickname != NULL && g_strcmp0 (nickname, name) != 0)
    g_string_append (detail, nickname);
  if (department != NULL && *department != '\0' && strstr (detail->str, department) == NULL)
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? " · " : "", department);
  return detail->len > 0 ? g_string_free (g_steal_pointer (&detail), FALSE) : NULL;
}

static MusterParticipant *
add_person (MusterEventDetail *self, GHashTable *by_person, MusterParticipant *participant)
{
  g_ptr_array_add (self->people, participant);
  g_hash_table_insert (by_person, (gpointer) muster_participant_get_person (participant),
                       participant);
  return participant;
}

static MusterParticipant *
add_member (MusterEventDetail *self, GHashTable *by_person, MusterRoster *roster,
            const MusterRosterMember *member)
{
  const char *name = muster_roster_member_get_name (member);
  g_autofree char *person = muster_id_dup_text (&member->id);
  g_autofree char *detail = dup_detail (roster, member);
  MusterParticipant *participant =
      muster_participant_new (person, name != NULL ? name : "?", detail, TRUE);

  muster_participant_set_nickname (participant, muster_roster_get_shown_nickname (roster, member));
  return add_person (self, by_person, participant);
}

static void
add_members (MusterEventDetail *self, GHashTable *by_person, MusterRoster *roster)
{
  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);

      if (muster_roster_member_is_current (member))
        add_member (self, by_person, roster, member);
    }
}

/* Members who have left since, and people who are none, are added as they turn up. */
static MusterParticipant *
need_participant (MusterEventDetail *self, GHashTable *by_person, MusterRoster *roster,
                  const char *person)
{
  MusterParticipant *participant = g_hash_table_lookup (by_person, person);
  const MusterRosterMember *member = NULL;
  MusterId id;

  if (participant != NULL)
    return participant;

  if (roster != NULL && muster_id_parse (person, &id))
    member = muster_roster_find_id (roster, &id);
  return member != NULL
             ? add_member (self, by_person, roster, member)
             : add_person (self, by_person, muster_participant_new (person, person, NULL, FALSE));
}

static gboolean
add_answers (MusterEventDetail *self, MusterDatabase *db, GHashTable *by_person,
             MusterRoster *roster, GError **error)
{
  g_autoptr (GPtrArray) answers =
      muster_sign_up_table_list (db, &self->series, self->original_at, error);
  g_autoptr (GPtrArray) came = NULL;

  if (answers != NULL)
    came = muster_attendance_table_list (db, &self->series, self->original_at, error);
  if (came == NULL)
    return FALSE;

  for (guint i = 0; i < answers->len; i++)
    {
      const MusterSignUp *sign_up = answers->pdata[i];
      MusterParticipant *participant = need_participant (self, by_person, roster, sign_up->person);
      MusterParticipantState state = *muster_participant_get_state (participant);

      state.has_answered = TRUE;
      state.answer = sign_up->answer;
      state.guests = sign_up->guests;
      state.position = sign_up->position;
      muster_participant_set_state (participant, &state);
    }
  for (guint i = 0; i < came->len; i++)
    {
      const MusterAttendance *attendance = came->pdata[i];
      MusterParticipant *participant =
          need_participant (self, by_person, roster, attendance->person);
      MusterParticipantState state = *muster_participant_get_state (participant);

      state.attendance = attendance->state;
      state.came_at = attendance->came_at;
      muster_participant_set_state (participant, &state);
    }
  return TRUE;
}

/**
 * muster_event_detail_load:
 * @original_at: which time of a series
 * @today: whose members are meant
 */
MusterEventDetail *
muster_event_detail_load (MusterDatabase *db, const MusterId *series_or_event, gint64 original_at,
                          MusterDay today, GError **error)
{
  g_autoptr (MusterEventDetail) self = g_new0 (MusterEventDetail, 1);
  g_autoptr (GHashTable) by_person = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (MusterRoster) roster = NULL;

  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->event = muster_event_edit_load (db, series_or_event, original_at, error);
  if (self->event == NULL)
    return NULL;

  self->series = muster_id_is_none (&self->event->series) ? self->event->id : self->event->series;
  self->original_at = self->event->original_at != MUSTER_EVENT_NO_TIME ? self->event->original_at
                      : self->event->recurrence != NULL                ? original_at
                                                                       : self->event->start_at;
  if (!muster_id_is_none (&self->event->group))
    {
      self->group = muster_group_table_load (db, &self->event->group, error);
      if (self->group != NULL)
        roster = muster_roster_load (db, &self->event->group, today, error);
      if (roster == NULL)
        return NULL;
      add_members (self, by_person, roster);
    }
  if (!add_answers (self, db, by_person, roster, error))
    return NULL;

  muster_event_detail_settle_waiting (self->people, self->event->capacity);
  g_ptr_array_sort (self->people, compare_people);
  return g_steal_pointer (&self);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint x = muster_participant_get_state (*(MusterParticipant *const *) a)->position;
  guint y = muster_participant_get_state (*(MusterParticipant *const *) b)->position;

  return (x > y) - (x < y);
}

/**
 * muster_event_detail_settle_waiting:
 * @people: (element-type MusterParticipant)
 * @capacity: how many have room; 0 for any number
 *
 * Who finds no room with all their guests waits, and so do all behind them: see
 * muster_sign_up_count_waiting().
 */
void
muster_event_detail_settle_waiting (GPtrArray *people, gint64 capacity)
{
  g_autoptr (GPtrArray) coming = g_ptr_array_new ();
  guint n = 0;
  gboolean is_full = FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      MusterParticipant *participant = people->pdata[i];
      MusterParticipantState state = *muster_participant_get_state (participant);

      if (state.has_answered && state.answer == MUSTER_SIGN_UP_YES)
        g_ptr_array_add (coming, participant);
      else if (state.waits)
        {
          state.waits = FALSE;
          muster_participant_set_state (participant, &state);
        }
    }
  g_ptr_array_sort (coming, compare_positions);
  for (guint i = 0; i < coming->len; i++)
    {
      MusterParticipantState state = *muster_participant_get_state (coming->pdata[i]);

      is_full = is_full || (capacity > 0 && n + 1 + state.guests > capacity);
      state.waits = is_full;
      n += 1 + state.guests;
      muster_participant_set_state (coming->pdata[i], &state);
    }
}

static void
count_answer (MusterParticipant *participant, const MusterParticipantState *state,
              MusterEventCounts *counts)
{
  if (!state->has_answered || state->answer == MUSTER_SIGN_UP_WITHDRAWN)
    counts->unanswered += !state->has_answered && muster_participant_is_member (participant);
  else if (state->answer == MUSTER_SIGN_UP_MAYBE)
    counts->maybe++;
  else if (state->answer == MUSTER_SIGN_UP_NO)
    counts->no++;
  else if (state->waits)
    counts->waiting++;
  else
    counts->coming += 1 + state->guests;
}

/**
 * muster_event_detail_count:
 * @people: (element-type MusterParticipant)
 */
void
muster_event_detail_count (GPtrArray *people, MusterEventCounts *out_counts)
{
  guint recorded;

  *out_counts = (MusterEventCounts){ .percent = -1 };
  for (guint i = 0; i < people->len; i++)
    {
      MusterParticipant *participant = people->pdata[i];
      const MusterParticipantState *state = muster_participant_get_state (participant);

      out_counts->members += muster_participant_is_member (participant);
      out_counts->attendance[state->attendance]++;
      count_answer (participant, state, out_counts);
    }
  recorded = people->len - out_counts->attendance[MUSTER_ATTENDANCE_NOT_RECORDED];
  if (recorded > 0)
    out_counts->percent =
        (int) (out_counts->attendance[MUSTER_ATTENDANCE_PRESENT] * 100 / recorded);
}

guint
muster_event_detail_get_next_position (GPtrArray *people)
{
  guint last = 0;

  for (guint i = 0; i < people->len; i++)
    last = MAX (last, muster_participant_get_state (people->pdata[i])->position);
  return last + 1;
}
