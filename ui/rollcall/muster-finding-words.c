/* muster-finding-words.c - facts and actions of findings as people call them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-finding-words"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-finding-words.h"
#include "muster-ladder.h"
#include "muster-words.h"

typedef struct
{
  const char *id;
  const char *title;
} Word;

static const Word facts[] = {
  { "account", N_ ("Account") },
  { "absent", N_ ("Absent") },
  { "all", N_ ("In all") },
  { "as-of", N_ ("As of") },
  { "attendance-share", N_ ("Came") },
  { "birthday", N_ ("Birthday") },
  { "born", N_ ("Born") },
  { "capacity", N_ ("Capacity") },
  { "clause", N_ ("Clause") },
  { "clause-value", N_ ("The clause says") },
  { "column", N_ ("Column") },
  { "coverage", N_ ("Records cover") },
  { "deadline", N_ ("Deadline of the reminder") },
  { "display-name", N_ ("Display name") },
  { "due", N_ ("Due") },
  { "event", N_ ("Event") },
  { "first-seen", N_ ("First seen") },
  { "happened", N_ ("Happened") },
  { "joined", N_ ("Joined") },
  { "last-message", N_ ("Last message") },
  { "leave", N_ ("On leave") },
  { "looks-like", N_ ("Looks like") },
  { "member", N_ ("May be") },
  { "members", N_ ("Members") },
  { "messages", N_ ("Messages") },
  { "name", N_ ("Name") },
  { "name-before", N_ ("Name before") },
  { "naming", N_ ("Naming rule") },
  { "nickname", N_ ("Nickname") },
  { "nickname-before", N_ ("Nickname before") },
  { "not-covered", N_ ("Not covered") },
  { "owed", N_ ("To pay") },
  { "owner", N_ ("Who does it") },
  { "period", N_ ("Period") },
  { "policy-value", N_ ("The setting says") },
  { "reminded", N_ ("Reminded") },
  { "required", N_ ("Must be in the group") },
  { "roster-name", N_ ("Name on the roster") },
  { "sanction", N_ ("What was decided") },
  { "sender", N_ ("Sender") },
  { "size", N_ ("Size") },
  { "snapshot", N_ ("Member list") },
  { "snapshot-before", N_ ("Member list before") },
  { "template", N_ ("Naming rule") },
  { "since", N_ ("Since") },
  { "there", N_ ("There") },
  { "unmatched-senders", N_ ("Senders tied to nobody") },
  { "until", N_ ("Until") },
  { "wanted", N_ ("Wanted") },
};

static const Word actions[] = {
  { "copy-text", N_ ("Copy Text") },
  { "congratulate", N_ ("Copy Congratulation") },
  { "remind", N_ ("Remind…") },
  { "rename", N_ ("Use the Suggestion") },
  { "exempt", N_ ("Exempt…") },
  { "mark-done", N_ ("Mark as Done") },
  { "drop", N_ ("Drop the Task") },
  { "mark-seen", N_ ("Mark as Seen…") },
  { "violation", N_ ("Record a Violation…") },
  { "decide", N_ ("Decide…") },
  { "carried-out", N_ ("Show the Violation") },
  { "unmute", N_ ("Show the Violation") },
  { "answer-appeal", N_ ("Answer the Appeal…") },
  { "pay", N_ ("Mark as Paid…") },
  { "waive", N_ ("Waive It…") },
  { "remove", N_ ("Remove from the Roster…") },
  { "ignore", N_ ("Ignore…") },
  { "import", N_ ("Import a File…") },
  { "settle", N_ ("Say Who It Is…") },
  { "link", N_ ("This Is a Member…") },
  { "add", N_ ("Add to the Roster…") },
};

static const char *
find (const Word *words, gsize n, const char *id)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (words[i].id, id))
      return _ (words[i].title);
  return id;
}

/**
 * muster_finding_words_for_subject:
 *
 * Returns: (transfer full): name, and the nickname where it says more
 */
char *
muster_finding_words_for_subject (MusterFinding *finding)
{
  const char *name = muster_finding_get_name (finding);
  const char *nickname = muster_finding_get_nickname (finding);

  if (name == NULL || name[0] == '\0')
    return g_strdup (nickname != NULL ? nickname : "");
  if (nickname == NULL || nickname[0] == '\0' || g_str_equal (name, nickname))
    return g_strdup (name);
  /* TRANSLATORS: a person's name and the nickname in the group */
  return g_strdup_printf (_ ("%s (%s)"), name, nickname);
}

const char *
muster_finding_words_for_fact (const char *fact)
{
  return find (facts, G_N_ELEMENTS (facts), fact);
}

static char *
dup_day_words (const char *text)
{
  gboolean valid = FALSE;
  gint64 seconds;
  MusterDay day;

  if (muster_day_parse (text, &day))
    return muster_words_for_day (day);
  seconds = muster_time_parse (text, &valid);
  return valid ? muster_words_for_wall_clock (seconds) : g_strdup (text);
}

/**
 * muster_finding_words_for_value:
 *
 * Returns: (transfer full): the value with dates and periods in words, and its source
 */
char *
muster_finding_words_for_value (const MusterEvidence *evidence)
{
  g_auto (GStrv) ends = g_strsplit (evidence->value, "/", 2);
  g_autofree char *value = NULL;
  MusterDay day;

  if (g_str_equal (evidence->fact, "sanction"))
    {
      MusterSanction sanction;

      value = muster_sanction_parse (evidence->value, &sanction, NULL)
                  ? muster_sanction_dup_title (&sanction)
                  : g_strdup (evidence->value);
    }
  else if (g_strv_length (ends) == 2 && muster_day_parse (ends[0], &day) &&
           muster_day_parse (ends[1], &day))
    {
      g_autofree char *from = dup_day_words (ends[0]);
      g_autofree char *to = dup_day_words (ends[1]);

      value = g_strdup_printf (_ ("%s – %s"), from, to);
    }
  else
    {
      value = dup_day_words (evidence->value);
    }

  if (evidence->source == NULL)
    return g_steal_pointer (&value);
  /* TRANSLATORS: a fact and the file it is from */
  return g_strdup_printf (_ ("%s · %s"), value, evidence->source);
}

const char *
muster_finding_words_for_action (const char *action)
{
  return find (actions, G_N_ELEMENTS (actions), action);
}

const char *
muster_finding_words_icon (MusterSeverity severity)
{
  switch (severity)
    {
    case MUSTER_SEVERITY_URGENT:
    case MUSTER_SEVERITY_WARNING:
      return "dialog-warning-symbolic";

    case MUSTER_SEVERITY_INFO:
    case MUSTER_SEVERITY_NOTICE:
    default:
      return "dialog-information-symbolic";
    }
}
