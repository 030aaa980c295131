/* muster-event-show.c - who comes to an event, and who came
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-show"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-event-people.h"
#include "muster-json.h"
#include "muster-roster.h"
#include "muster-sign-up-table.h"
#include "muster-text-table.h"

/* The name of a member by the id that is stored, or the name itself. */
static const char *
find_name (MusterRoster *roster, const char *person)
{
  MusterId id;

  for (guint i = 0; muster_id_parse (person, &id) && i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);

      if (muster_id_equal (&member->id, &id))
        return muster_roster_member_get_name (member);
    }

  return person;
}

static void
add_sign_ups_json (JsonBuilder *builder, GPtrArray *sign_ups, MusterRoster *roster)
{
  json_builder_set_member_name (builder, "sign_ups");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sign_ups->len; i++)
    {
      const MusterSignUp *sign_up = sign_ups->pdata[i];

      json_builder_begin_object (builder);
      muster_json_add_text (builder, "person", sign_up->person);
      muster_json_add_text (builder, "name", find_name (roster, sign_up->person));
      muster_json_add_text (builder, "answer", muster_sign_up_answer_get_key (sign_up->answer));
      muster_json_add_int (builder, "guests", sign_up->guests);
      muster_json_add_text (builder, "note", sign_up->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_attendance_json (JsonBuilder *builder, GPtrArray *attendance, MusterRoster *roster)
{
  json_builder_set_member_name (builder, "attendance");
  json_builder_begin_array (builder);
  for (guint i = 0; i < attendance->len; i++)
    {
      const MusterAttendance *who = attendance->pdata[i];

      json_builder_begin_object (builder);
      muster_json_add_text (builder, "person", who->person);
      muster_json_add_text (builder, "name", find_name (roster, who->person));
      muster_json_add_text (builder, "state", muster_attendance_state_get_key (who->state));
      muster_json_add_text (builder, "note", who->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const MusterEventTime *time, GPtrArray *sign_ups, GPtrArray *attendance,
            MusterRoster *roster)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *id = muster_id_dup_text (&time->event);
  guint coming = 0, waiting = muster_sign_up_count_waiting (sign_ups, time->capacity, &coming);

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "id", id);
  muster_json_add_text (builder, "title", time->title);
  muster_json_add_time (builder, "start", time->original_at);
  muster_json_add_int (builder, "capacity", time->capacity);
  muster_json_add_int (builder, "coming", coming);
  muster_json_add_int (builder, "waiting", waiting);
  add_sign_ups_json (builder, sign_ups, roster);
  add_attendance_json (builder, attendance, roster);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
}

static void
print_text (const MusterEventTime *time, GPtrArray *sign_ups, GPtrArray *attendance,
            MusterRoster *roster)
{
  g_autoptr (MusterTextTable) table = muster_text_table_new (3);
  g_autofree char *start = muster_time_dup_text (time->original_at);
  guint coming = 0, waiting = muster_sign_up_count_waiting (sign_ups, time->capacity, &coming);

  g_print ("%s  %s\n", time->title, g_strdelimit (start, "T", ' '));
  /* TRANSLATORS: two numbers of people */
  g_print (_ ("%u come, %u wait for a place\n"), coming, waiting);
  for (guint i = 0; i < sign_ups->len; i++)
    {
      const MusterSignUp *sign_up = sign_ups->pdata[i];

      muster_text_table_add (table, find_name (roster, sign_up->person));
      muster_text_table_add (table, muster_sign_up_answer_get_title (sign_up->answer));
      muster_text_table_add (table, sign_up->note);
    }
  for (guint i = 0; i < attendance->len; i++)
    {
      const MusterAttendance *who = attendance->pdata[i];

      muster_text_table_add (table, find_name (roster, who->person));
      muster_text_table_add (table, muster_attendance_state_get_title (who->state));
      muster_text_table_add (table, who->note);
    }
  muster_text_table_print (table);
}

/**
 * muster_event_people_show:
 *
 * Prints who has signed up and who was there.
 *
 * Returns: the exit status
 */
int
muster_event_people_show (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                          const MusterEventTime *time)
{
  MusterDatabase *db = muster_store_get_database (store, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sign_ups =
      muster_sign_up_table_list (db, &time->event, time->original_at, &error);
  g_autoptr (GPtrArray) attendance = NULL;
  g_autoptr (MusterRoster) roster = NULL;

  if (sign_ups != NULL)
    attendance = muster_attendance_table_list (db, &time->event, time->original_at, &error);
  if (attendance != NULL)
    roster = muster_roster_load (db, muster_group_get_id (group),
                                 muster_clock_get_today (context->clock), &error);
  if (roster == NULL)
    return muster_command_fail (context, error);

  if (context->json)
    print_json (time, sign_ups, attendance, roster);
  else
    print_text (time, sign_ups, attendance, roster);
  return MUSTER_EXIT_DONE;
}
