/* muster-notice-text.c - the text of a notice, with what its variables stand for
 *
 * {group} {date} {time} {deadline} {name-list} {count} {event} {event-date}
 * {event-time} {place}.  Dates are in the group's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-notice-text"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-audience.h"
#include "muster-input-error.h"
#include "muster-notice-text.h"

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)
#define SECONDS_PER_MINUTE 60

typedef struct
{
  const MusterNotice *notice;
  MusterDraft *draft;
  MusterGroup *group;
  const MusterEvent *event;
  const char *const *names;
  gint64 at;
} Filling;

static char *
dup_clock (gint64 wall)
{
  int minutes = (int) ((wall - muster_day_from_seconds (wall) * SECONDS_PER_DAY) / 60);

  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

static char *
dup_group (const Filling *filling)
{
  return g_strdup (muster_group_get_name (filling->group));
}

static char *
dup_date (const Filling *filling)
{
  return muster_draft_dup_date (filling->draft, muster_day_from_seconds (filling->at));
}

static char *
dup_time (const Filling *filling)
{
  return dup_clock (filling->at);
}

/* The day is said where it is another than that of the sending. */
static char *
dup_deadline (const Filling *filling)
{
  gint64 limit = filling->at + filling->notice->minutes * SECONDS_PER_MINUTE;
  g_autofree char *clock = dup_clock (limit);
  g_autofree char *date = NULL;

  if (filling->notice->minutes == 0)
    return NULL;
  if (muster_day_from_seconds (limit) == muster_day_from_seconds (filling->at))
    return g_steal_pointer (&clock);

  date = muster_draft_dup_date (filling->draft, muster_day_from_seconds (limit));
  return g_strconcat (date, " ", clock, NULL);
}

static char *
dup_name_list (const Filling *filling)
{
  return muster_draft_dup_lines (filling->names);
}

static char *
dup_count (const Filling *filling)
{
  return g_strdup_printf ("%u", g_strv_length ((char **) filling->names));
}

static char *
dup_event (const Filling *filling)
{
  return filling->event != NULL ? g_strdup (filling->event->title) : NULL;
}

static char *
dup_event_date (const Filling *filling)
{
  return filling->event != NULL
             ? muster_draft_dup_date (filling->draft,
                                      muster_day_from_seconds (filling->event->start_at))
             : NULL;
}

static char *
dup_event_time (const Filling *filling)
{
  return filling->event != NULL && !filling->event->all_day ? dup_clock (filling->event->start_at)
                                                            : NULL;
}

static char *
dup_place (const Filling *filling)
{
  return filling->event != NULL ? g_strdup (filling->event->place) : NULL;
}

static const MusterNoticeVariable variables[] = {
  { "{group}", N_ ("Name of the group") },
  { "{date}", N_ ("Day of the sending") },
  { "{time}", N_ ("Time of the sending") },
  { "{deadline}", N_ ("Until when to answer") },
  { "{name-list}", N_ ("Names of all who are asked") },
  { "{count}", N_ ("How many are asked") },
  { "{event}", N_ ("Title of the event") },
  { "{event-date}", N_ ("Day of the event") },
  { "{event-time}", N_ ("Time of the event") },
  { "{place}", N_ ("Place of the event") },
};

/* In the order of the variables. */
static const struct
{
  char *(*dup) (const Filling *filling);
  const char *missing; /* why there is no value */
} values[G_N_ELEMENTS (variables)] = {
  { dup_group, NULL },
  { dup_date, NULL },
  { dup_time, NULL },
  { dup_deadline, N_ ("this notice has no time limit") },
  { dup_name_list, NULL },
  { dup_count, NULL },
  { dup_event, N_ ("this notice announces no event") },
  { dup_event_date, N_ ("this notice announces no event") },
  { dup_event_time, N_ ("its event has no time of day, or there is none") },
  { dup_place, N_ ("its event has no place, or there is none") },
};

/**
 * muster_notice_text_list_variables:
 *
 * Returns: what can stand in the text of a notice
 */
const MusterNoticeVariable *
muster_notice_text_list_variables (guint *out_n)
{
  *out_n = G_N_ELEMENTS (variables);
  return variables;
}

/* The length of the variable at @p; 0 where there is none: braces may hold anything else. */
static gsize
get_length (const char *p)
{
  gsize n = 1;

  if (*p != '{')
    return 0;
  while (g_ascii_islower (p[n]) || (n > 1 && p[n] == '-'))
    n++;
  return n > 1 && p[n] == '}' ? n + 1 : 0;
}

static int
find (const char *p, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    if (strlen (variables[i].name) == length && strncmp (variables[i].name, p, length) == 0)
      return (int) i;

  return -1;
}

static void
set_unknown (const char *p, gsize length, GError **error)
{
  g_autofree char *name = g_strndup (p, length);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_string_append_printf (known, "%s%s", i > 0 ? " " : "", variables[i].name);
  muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, 0,
                          /* TRANSLATORS: a variable of a text, and all that there are */
                          _ ("There is no variable %s. There are %s."), name, known->str);
}

/**
 * muster_notice_text_check:
 *
 * Returns: whether all variables in @text are known
 */
gboolean
muster_notice_text_check (const char *text, GError **error)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      gsize length = get_length (p);

      if (length > 0 && find (p, length) < 0)
        {
          set_unknown (p, length, error);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * muster_notice_text_fill:
 * @draft: of the group: knows its language
 * @event: (nullable): the time of the event that the notice announces
 * @names: (array zero-terminated=1): who is asked, as the group sees them
 * @at: wall clock of the sending
 *
 * Returns: (transfer full): what the keeper sends; %NULL with @error set where a variable is not
 *   known or has no value
 */
char *
muster_notice_text_fill (const MusterNotice *notice, MusterDraft *draft, MusterGroup *group,
                         const MusterEvent *event, const char *const *names, gint64 at,
                         GError **error)
{
  const Filling filling = { notice, draft, group, event, names, at };
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = notice->text; *p != '\0';)
    {
      gsize length = get_length (p);
      int i = length > 0 ? find (p, length) : -1;
      g_autofree char *value = i >= 0 ? values[i].dup (&filling) : NULL;

      if (length > 0 && i < 0)
        {
          set_unknown (p, length, error);
          return NULL;
        }
      if (i >= 0 && value == NULL)
        {
          muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                                  /* TRANSLATORS: a variable of a text, and why it has no value */
                                  _ ("%s can’t be filled in: %s."), variables[i].name,
                                  _ (values[i].missing));
          return NULL;
        }
      g_string_append_len (text, i >= 0 ? value : p, i >= 0 ? (gssize) strlen (value) : 1);
      p += i >= 0 ? length : 1;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
get_shown (MusterRoster *roster, const MusterRosterMember *member)
{
  const char *nickname = muster_roster_get_shown_nickname (roster, member);

  return nickname != NULL && *nickname != '\0' ? nickname : muster_roster_member_get_name (member);
}

static MusterDraft *
new_draft (MusterGroup *group, gint64 at)
{
  g_autoptr (MusterPolicy) policy = muster_policy_new ();

  return muster_draft_new (group, policy, muster_day_from_seconds (at));
}

/**
 * muster_notice_text_read:
 * @at: wall clock of the sending
 * @out_n_asked: (out) (optional): how many are asked
 *
 * Returns: (transfer full): what the keeper sends; %NULL with @error set where a variable is not
 *   known or has no value
 */
char *
muster_notice_text_read (MusterDatabase *db, MusterGroup *group,
                         const MusterScheduledNotice *scheduled, gint64 at, guint *out_n_asked,
                         GError **error)
{
  const MusterNotice *notice = scheduled->notice;
  MusterDay on = muster_day_from_seconds (at);
  g_autoptr (MusterRoster) roster = muster_roster_load (db, &notice->group, on, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (MusterDraft) draft = NULL;
  g_auto (GStrv) names = NULL;
  char *text;

  if (roster != NULL)
    members = muster_audience_list (notice->audience != NULL ? notice->audience : "all", db,
                                    &notice->group, roster, on, error);
  if (members == NULL)
    return NULL;

  for (guint i = 0; i < members->len; i++)
    g_strv_builder_add (builder, get_shown (roster, members->pdata[i]));
  names = g_strv_builder_end (builder);
  draft = new_draft (group, at);
  text = muster_notice_text_fill (notice, draft, group, scheduled->event,
                                  (const char *const *) names, at, error);
  if (text != NULL && out_n_asked != NULL)
    *out_n_asked = members->len;
  return text;
}

/**
 * muster_notice_text_dup_reminder:
 *
 * Returns: (transfer full) (nullable): a message into the group for those who have not answered;
 *   %NULL where everybody has
 */
char *
muster_notice_text_dup_reminder (MusterGroup *group, const MusterNotice *notice,
                                 const MusterNoticeAnswers *answers)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (MusterDraft) draft = NULL;
  g_auto (GStrv) names = NULL;

  if (answers->n_outstanding == 0)
    return NULL;
  for (guint i = 0; i < answers->rows->len; i++)
    {
      const MusterNoticeAnswer *answer = &g_array_index (answers->rows, MusterNoticeAnswer, i);

      if (answer->is_outstanding)
        g_strv_builder_add (builder, get_shown (answers->roster, answer->member));
    }
  names = g_strv_builder_end (builder);
  draft = new_draft (group, notice->sent_at);
  return muster_draft_for_reply (draft, notice->wants == MUSTER_NOTICE_WANTS_DONE ? "do" : "answer",
                                 notice->title, (const char *const *) names);
}
