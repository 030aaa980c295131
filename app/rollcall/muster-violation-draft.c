/* muster-violation-draft.c - what the keeper may write to a member about a violation
 *
 * Nothing is sent.  A message is put together of a beginning, what was decided,
 * and an end, in the group's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-draft"

#include "config.h"

#include <string.h>

#include "muster-ledger.h"
#include "muster-markdown.h"
#include "muster-policy.h"
#include "muster-typed.h"
#include "muster-violation-draft.h"

#define SECTION "violation"
#define MINUTES_PER_HOUR 60
#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)

static const char *const keys[] = {
  [MUSTER_VIOLATION_MESSAGE_SANCTION] = NULL,
  [MUSTER_VIOLATION_MESSAGE_UNMUTE] = "unmute",
  [MUSTER_VIOLATION_MESSAGE_APPEAL] = "appeal",
  [MUSTER_VIOLATION_MESSAGE_UPHELD] = "upheld",
  [MUSTER_VIOLATION_MESSAGE_GRANTED] = "granted",
  [MUSTER_VIOLATION_MESSAGE_WITHDRAWN] = "withdrawn",
};

/**
 * muster_violation_draft_find:
 * @out_message: which message its state asks for
 *
 * Returns: %FALSE where there is nothing to say
 */
gboolean
muster_violation_draft_find (const MusterViolationCase *about, MusterViolationMessage *out_message)
{
  const MusterRuling *last = about->status.last;

  if (about->status.decision == NULL || last == NULL)
    return FALSE;

  switch (last->kind)
    {
    case MUSTER_RULING_SANCTION:
    case MUSTER_RULING_CARRIED_OUT:
      *out_message = MUSTER_VIOLATION_MESSAGE_SANCTION;
      return TRUE;
    case MUSTER_RULING_UNMUTED:
      *out_message = MUSTER_VIOLATION_MESSAGE_UNMUTE;
      return TRUE;
    case MUSTER_RULING_APPEAL:
      *out_message = MUSTER_VIOLATION_MESSAGE_APPEAL;
      return TRUE;
    case MUSTER_RULING_UPHELD:
      *out_message = MUSTER_VIOLATION_MESSAGE_UPHELD;
      return TRUE;
    case MUSTER_RULING_GRANTED:
      *out_message = MUSTER_VIOLATION_MESSAGE_GRANTED;
      return TRUE;
    case MUSTER_RULING_WITHDRAWN:
      *out_message = MUSTER_VIOLATION_MESSAGE_WITHDRAWN;
      return TRUE;
    case MUSTER_RULING_DISMISSED:
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}

/* The summary in brackets; empty where there is none. */
static char *
dup_what (MusterDraft *draft, const MusterViolationCase *about)
{
  const char *summary = about->violation->summary;
  const char *variables[] = { "what", summary, NULL };

  return summary != NULL && *summary != '\0' ? muster_draft_fill (draft, SECTION, "what", variables)
                                             : g_strdup ("");
}

static char *
dup_reason (MusterDraft *draft, const MusterViolationCase *about)
{
  const char *reason = about->status.last != NULL ? about->status.last->reason : NULL;
  const char *variables[] = { "reason", reason, NULL };

  return reason != NULL && *reason != '\0' ? muster_draft_fill (draft, SECTION, "reason", variables)
                                           : g_strdup ("");
}

static char *
dup_begin (MusterDraft *draft, const MusterViolationCase *about, gboolean named, const char *name,
           const char *nickname)
{
  g_autofree char *when =
      muster_draft_dup_moment (draft, about->violation->happened_at, about->violation->all_day);
  g_autofree char *what = dup_what (draft, about);
  gboolean has_clause = about->clause != NULL && about->edition != NULL && about->later == NULL;
  g_autofree char *text =
      has_clause ? muster_markdown_dup_plain (about->clause->text) : g_strdup ("");
  const char *edition_variables[] = { "document", about->document, "edition", about->label, NULL };
  g_autofree char *edition = muster_draft_fill (draft, SECTION, "edition", edition_variables);
  const char *variables[] = { "when",     when,
                              "name",     name,
                              "nickname", nickname,
                              "edition",  edition,
                              "clause",   has_clause ? about->clause->number : NULL,
                              "what",     what,
                              "text",     g_strstrip (text),
                              NULL };

  return muster_draft_fill (draft, SECTION,
                            !has_clause ? "begin-free"
                            : named     ? "begin-named"
                                        : "begin",
                            variables);
}

static char *
dup_length (MusterDraft *draft, gint64 minutes)
{
  gboolean hours = minutes % MINUTES_PER_HOUR == 0;
  g_autofree char *number =
      g_strdup_printf ("%" G_GINT64_FORMAT, hours ? minutes / MINUTES_PER_HOUR : minutes);
  const char *variables[] = { hours ? "hours" : "minutes", number, NULL };

  return muster_draft_fill (draft, SECTION, hours ? "hours" : "minutes", variables);
}

/* One sentence for each part of the step. */
static void
append_sanction (MusterDraft *draft, GString *text, const MusterSanction *sanction,
                 MusterDay pay_by)
{
  g_autofree char *length = dup_length (draft, sanction->amounts[MUSTER_SANCTION_MUTE]);
  g_autofree char *fine = muster_typed_dup_amount (sanction->amounts[MUSTER_SANCTION_FINE]);
  g_autofree char *points =
      g_strdup_printf ("%" G_GINT64_FORMAT, sanction->amounts[MUSTER_SANCTION_POINTS]);
  g_autofree char *until =
      pay_by != MUSTER_DAY_NONE
          ? muster_draft_dup_moment (draft, (gint64) pay_by * SECONDS_PER_DAY, TRUE)
          : NULL;
  const char *variables[] = {
    "length", length, "fine", fine, "points", points, "until", until, NULL
  };

  for (guint i = 0; i < MUSTER_N_SANCTION_KINDS; i++)
    {
      const char *key = muster_sanction_kind_get_key ((MusterSanctionKind) i);
      g_autofree char *sentence = NULL;

      if (!sanction->has[i])
        continue;
      if (i == MUSTER_SANCTION_FINE && until == NULL)
        key = "fine-plain";
      sentence = muster_draft_fill (draft, SECTION, key, variables);
      g_string_append_printf (text, "\n%s", sentence);
    }
}

/**
 * muster_violation_draft_dup:
 * @sanction: (nullable): what is to be told of it
 * @name: of the member
 * @nickname: to be called by in the group
 * @pay_by: the day for a fine; %MUSTER_DAY_NONE where it was not said
 *
 * Returns: (transfer full): the message; into the group where somebody is named
 */
char *
muster_violation_draft_dup (MusterDraft *draft, MusterViolationMessage message,
                            const MusterViolationCase *about, const MusterSanction *sanction,
                            const char *name, const char *nickname, MusterDay pay_by)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;
  const char *none[] = { NULL };

  if (message != MUSTER_VIOLATION_MESSAGE_SANCTION || sanction == NULL)
    {
      g_autofree char *when =
          muster_draft_dup_moment (draft, about->violation->happened_at, about->violation->all_day);
      g_autofree char *reason = dup_reason (draft, about);
      const char *variables[] = { "name", name, "when", when, "reason", reason, NULL };

      return muster_draft_fill (draft, SECTION, keys[message], variables);
    }

  begin = dup_begin (draft, about, sanction->has[MUSTER_SANCTION_NAMED], name, nickname);
  end = muster_draft_fill (draft, SECTION, "end", none);
  text = g_string_new (begin);
  append_sanction (draft, text, sanction, pay_by);
  g_string_append_printf (text, "\n%s", end);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
find_pay_by (MusterDatabase *db, const MusterViolationCase *about, MusterDay *out_day,
             GError **error)
{
  g_autoptr (GPtrArray) entries = muster_ledger_table_list (db, &about->violation->group, error);

  *out_day = MUSTER_DAY_NONE;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const MusterLedgerEntry *entry = entries->pdata[i];

      if (entry->kind == MUSTER_LEDGER_FINE &&
          muster_id_equal (&entry->violation, &about->violation->id))
        *out_day = entry->due_on;
    }
  return entries != NULL;
}

/**
 * muster_violation_draft_write:
 * @roster: of the group
 * @out_text: (out) (transfer full) (nullable): the message that its state asks for; %NULL where
 *   there is nothing to say
 */
gboolean
muster_violation_draft_write (MusterDatabase *db, MusterGroup *group, MusterRoster *roster,
                              const MusterViolationCase *about, MusterDay today, char **out_text,
                              GError **error)
{
  const MusterRosterMember *member = muster_roster_find_id (roster, &about->violation->membership);
  const char *name = member != NULL ? muster_roster_member_get_name (member) : "";
  const char *nickname = member != NULL ? muster_roster_get_shown_nickname (roster, member) : NULL;
  g_autoptr (MusterPolicy) policy = NULL;
  g_autoptr (MusterDraft) draft = NULL;
  MusterViolationMessage message;
  MusterSanction sanction;
  MusterDay pay_by;

  *out_text = NULL;
  if (!muster_violation_draft_find (about, &message))
    return TRUE;
  policy = muster_policy_load (db, muster_group_get_id (group), today, error);
  if (policy == NULL || !find_pay_by (db, about, &pay_by, error) ||
      !muster_sanction_parse (about->status.decision->sanction, &sanction, error))
    return FALSE;

  draft = muster_draft_new (
      group, policy,
      muster_day_add_period (today, muster_policy_get_period (policy, "reply-within")));
  *out_text = muster_violation_draft_dup (draft, message, about, &sanction, name,
                                          nickname != NULL ? nickname : name, pay_by);
  return TRUE;
}
