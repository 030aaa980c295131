/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "muster-calendar-export.h"
#include "muster-day.h"
#include "muster-event-code.h"
#include "muster-invitation.h"
#include "muster-sign-in-sheet.h"

#define START (G_GINT64_CONSTANT (20514) * 86400 + 19 * 3600) /* Monday 2026-03-02, 19:00 */

static MusterEvent *
make_event (void)
{
  MusterEvent *event = muster_event_new ();

  event->uid = g_strdup ("1@test");
  event->title = g_strdup ("Reading");
  event->start_at = START;
  event->end_at = START + 5400;
  return event;
}

static void
set (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
test_invitation (void)
{
  g_autoptr (MusterEvent) event = make_event ();
  g_autoptr (MusterGroup) group = muster_group_new (&(MusterId){ { 0 } }, "g");
  g_autofree char *brief = muster_invitation_dup_text (event, group);
  g_autofree char *full = NULL;
  g_autofree char *chinese = NULL;

  g_assert_cmpstr (brief, ==,
                   "【Reading】\n"
                   "When: 2 March 2026 Monday 19:00 – 20:30\n"
                   "To sign up, add your name to the group note; write +1 for each guest, and “not "
                   "coming” if you can’t come.");
  set (&event->place, "Room 3");
  set (&event->zone, "Europe/Berlin");
  set (&event->currency, "EUR");
  set (&event->description, "Bring a book.");
  event->fee = 1250;
  event->capacity = 20;
  event->sign_up_until = START - 86400;
  full = muster_invitation_dup_text (event, group);
  g_assert_nonnull (strstr (full,
                            "When: 2 March 2026 Monday 19:00 – 20:30 (Europe/Berlin)\nWhere: "
                            "Room 3\nFee: 12.50 EUR\nPlaces: 20\n\nBring a book.\n\nTo sign"));
  g_assert_true (g_str_has_suffix (full, "\nSign up until 1 March 2026 Sunday 19:00."));

  muster_group_set_language (group, "zh_CN");
  chinese = muster_invitation_dup_text (event, group);
  g_assert_nonnull (strstr (chinese, "时间：3月2日 星期一 19:00 – 20:30（Europe/Berlin 时间）"));
  g_assert_nonnull (strstr (chinese, "请用接龙报名"));
  g_assert_true (g_str_has_suffix (chinese, "报名截止：3月1日 星期日 19:00"));
}

static void
test_days (void)
{
  g_autoptr (MusterEvent) event = make_event ();
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  event->all_day = TRUE;
  event->start_at = START - 19 * 3600;
  event->end_at = event->start_at + 86400;
  one = muster_invitation_dup_text (event, NULL);
  g_assert_nonnull (strstr (one, "When: 2 March 2026 Monday\n"));
  event->end_at += 86400;
  two = muster_invitation_dup_text (event, NULL);
  g_assert_nonnull (strstr (two, "When: 2 March 2026 Monday – 3 March 2026 Tuesday\n"));
}

static void
test_code (void)
{
  g_autoptr (MusterEvent) event = make_event ();
  g_autoptr (MusterEventCode) code = NULL;
  g_autoptr (MusterEventCode) zoned = NULL;
  g_autoptr (MusterEventCode) shorter = NULL;
  g_autoptr (MusterEventCode) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = muster_calendar_export_dup_one (event, START);
  g_autofree char *many = g_strnfill (4000, 'x');

  g_assert_nonnull (strstr (text, "BEGIN:VEVENT"));
  code = muster_event_code_new (event, START, &error);
  g_assert_no_error (error);
  g_assert_false (code->is_shortened);
  g_assert_cmpuint (code->size % 4, ==, 1);   /* 21, 25, 29 … */
  g_assert_cmpuint (code->modules[0], ==, 1); /* the corner is dark */

  set (&event->zone, "America/New_York"); /* its rules would not fit */
  zoned = muster_event_code_new (event, START, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (zoned->size, <=, code->size + 4);

  set (&event->description, many);
  shorter = muster_event_code_new (event, START, &error);
  g_assert_no_error (error);
  g_assert_true (shorter->is_shortened);

  set (&event->title, many);
  none = muster_event_code_new (event, START, &error);
  g_assert_null (none);
  g_assert_nonnull (error);
}

/* One time of a series is an event of its own for a phone. */
static void
test_one_of_series (void)
{
  g_autoptr (MusterEvent) event = make_event ();
  g_autofree char *text = NULL;

  set (&event->recurrence, "RRULE:FREQ=WEEKLY");
  text = muster_calendar_export_dup_one (event, START);
  g_assert_null (strstr (text, "RRULE"));
  g_assert_nonnull (strstr (text, "UID:1@test/2026-03-02"));
}

static guint
count (const char *text, const char *part)
{
  g_auto (GStrv) split = g_strsplit (text, part, -1);

  return g_strv_length (split) - 1;
}

static char *
dup_pdf_text (const char *path)
{
  g_autofree char *command = g_strdup_printf ("pdftotext -layout %s -", path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&text);
}

static void
test_sheet (void)
{
  static const struct
  {
    guint members, pages;
  } rows[] = { { 0, 1 }, { 20, 2 }, { 100, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterEventDetail detail = { .event = make_event () };
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), "muster-sheet.pdf", NULL);
      g_autoptr (MusterSignInSheet) sheet = NULL;
      g_autofree char *text = NULL;
      g_autofree char *last = g_strdup_printf ("Page %u of %u", rows[i].pages, rows[i].pages);

      set (&detail.event->title, "读书会 Reading");
      detail.people = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint j = 0; j < rows[i].members; j++)
        {
          g_autofree char *name = g_strdup_printf ("张三%u", j + 1);

          g_ptr_array_add (detail.people, muster_participant_new (name, name, "销售部", TRUE));
        }
      sheet = muster_sign_in_sheet_new (&detail, "2 March 2026", FALSE);
      g_assert_true (muster_sign_in_sheet_save (sheet, path, NULL));
      text = dup_pdf_text (path);
      g_assert_cmpuint (count (text, "张三"), ==, rows[i].members);
      g_assert_cmpuint (count (text, "读书会 Reading"), ==, rows[i].pages);
      g_assert_nonnull (strstr (text, last));
      g_assert_cmpint (g_unlink (path), ==, 0);
      g_ptr_array_unref (detail.people);
      muster_event_free (detail.event);
    }
}

/* A full path that can't be written is told, and nothing is left there. */
static void
test_sheet_refused (void)
{
  MusterEventDetail detail = { .event = make_event (), .people = g_ptr_array_new () };
  g_autoptr (MusterSignInSheet) sheet = muster_sign_in_sheet_new (&detail, "", TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_false (muster_sign_in_sheet_save (sheet, "/nonexistent/sheet.pdf", &error));
  g_assert_nonnull (error);
  g_ptr_array_unref (detail.people);
  muster_event_free (detail.event);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-texts/invitation", test_invitation);
  g_test_add_func ("/event-texts/days", test_days);
  g_test_add_func ("/event-texts/code", test_code);
  g_test_add_func ("/event-texts/one-of-series", test_one_of_series);
  g_test_add_func ("/event-texts/sheet", test_sheet);
  g_test_add_func ("/event-texts/sheet-refused", test_sheet_refused);
  return g_test_run ();
}
