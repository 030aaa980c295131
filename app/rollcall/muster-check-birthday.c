/* muster-check-birthday.c - members whose birthday is near
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-birthday"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-birthday-day.h"
#include "muster-check.h"
#include "muster-date-text.h"

#define MAX_DAYS_AHEAD 366 /* every birthday there is */

static const char *const actions[] = { "congratulate", "ignore", NULL };

static char *
dup_text (MusterDay on, MusterDay day, int years)
{
  g_autofree char *date = muster_date_text_dup (day);

  if (day == on)
    return years > 0 ? g_strdup_printf (_ ("Has a birthday today, and becomes %d."), years)
                     : g_strdup (_ ("Has a birthday today."));
  return years > 0
             /* TRANSLATORS: a date, and an age */
             ? g_strdup_printf (_ ("Has a birthday on %s, and becomes %d."), date, years)
             /* TRANSLATORS: a date */
             : g_strdup_printf (_ ("Has a birthday on %s."), date);
}

static MusterFinding *
new_finding (MusterRollcall *rollcall, guint member, const MusterBirthday *birthday, MusterDay day,
             int years)
{
  MusterFinding *finding =
      muster_rollcall_new_member_finding (rollcall, "birthday", MUSTER_SEVERITY_INFO, member);
  g_autofree char *born = muster_birthday_dup_words (birthday);
  g_autofree char *date = muster_day_dup_text (day);

  muster_finding_take_text (finding, dup_text (muster_rollcall_get_on (rollcall), day, years));
  muster_finding_add_evidence (finding, "birthday", date, NULL);
  muster_finding_add_evidence (finding, "born", born, NULL);
  muster_finding_set_actions (finding, actions);
  return finding;
}

static gboolean
is_congratulated (const MusterRosterMember *member)
{
  return muster_roster_member_is_current (member) && !member->deceased && !member->do_not_contact &&
         member->fields[MUSTER_PERSON_BIRTHDAY] != NULL;
}

gboolean
muster_check_birthday_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);
  MusterDay on = muster_rollcall_get_on (rollcall);
  MusterDay last =
      on + (MusterDay) MIN (
               muster_policy_get_number (muster_rollcall_get_policy (rollcall), "birthday-ahead"),
               MAX_DAYS_AHEAD);
  g_autoptr (MusterLunar) lunar = muster_lunar_new ();

  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);
      MusterBirthday birthday;
      MusterDay day;
      int years;

      if (is_congratulated (member) &&
          muster_birthday_parse (member->fields[MUSTER_PERSON_BIRTHDAY], &birthday) &&
          muster_birthday_find_next (&birthday, lunar, on, last, &day, &years))
        muster_finding_sink_take (sink, new_finding (rollcall, i, &birthday, day, years));
    }

  return TRUE;
}
