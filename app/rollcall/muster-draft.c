/* muster-draft.c - texts for the keeper to send
 *
 * The texts stand in data/drafts/drafts.ini, a section a check, each in every
 * language that a group may have: the group's language, not the window's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-draft"

#include "config.h"

#include <string.h>

#include "muster-draft.h"
#include "muster-drafts-resources.h"

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)
#define DRAFTS_PATH "/org/musterapp/Muster/drafts/drafts.ini"

struct _MusterDraft
{
  GKeyFile *texts;    /* owned */
  char *language;     /* owned */
  MusterGroup *group; /* owned */
  char *form;         /* owned: the template in words */
  char *deadline;     /* owned */
};

static char *
dup_text (MusterDraft *self, const char *section, const char *key)
{
  return g_key_file_get_locale_string (self->texts, section, key, self->language, NULL);
}

/* The language of the group, else that of the program. */
static char *
dup_language (MusterGroup *group)
{
  const char *language = muster_group_get_language (group);

  return g_strdup (*language != '\0' ? language : g_get_language_names ()[0]);
}

/* strftime's words for months depend on the program's language, which need not be the group's. */
static char *
dup_date (MusterDraft *self, MusterDay day)
{
  g_autofree char *format = dup_text (self, "format", "date");
  g_auto (GStrv) months = g_key_file_get_string_list (self->texts, "format", "months", NULL, NULL);
  g_auto (GStrv) halves = g_strsplit (format, "%B", 2);
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  int year, month, day_of_month;

  muster_day_to_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  first = g_date_time_format (date, halves[0]);
  if (halves[1] == NULL)
    return g_steal_pointer (&first);

  second = g_date_time_format (date, halves[1]);
  return g_strconcat (first, months[month - 1], second, NULL);
}

static void
append_part (MusterDraft *self, GString *form, const char *part)
{
  g_auto (GStrv) limited = g_strsplit (part, ":", 2);
  g_auto (GStrv) fields = g_strsplit (limited[0], "|", -1);
  g_autofree char * or = dup_text (self, "form", "or");

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *word = dup_text (self, "form", fields[i]);

      g_string_append_printf (form, "%s%s", i > 0 ? or : "", word != NULL ? word : fields[i]);
    }
}

/* {department}-{name} in words: department-name. */
static char *
dup_form (MusterDraft *self, const char *template)
{
  g_autoptr (GString) form = g_string_new (NULL);
  const char *p = template;

  while (*p != '\0')
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;

      if (end != NULL)
        {
          g_autofree char *part = g_strndup (p + 1, (gsize) (end - p - 1));

          append_part (self, form, part);
          p = end + 1;
        }
      else
        g_string_append_c (form, *p++);
    }
  return g_string_free (g_steal_pointer (&form), FALSE);
}

/* The day that a silence is counted from, as the evidence has it. */
static char *
dup_last (MusterDraft *self, MusterFinding *finding)
{
  static const char *const facts[] = { "last-message", "seen", "snapshot", "joined", "first-seen" };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const char *value = muster_finding_find_evidence (finding, facts[i]);
      g_autofree char *date = g_strndup (value != NULL ? value : "", MUSTER_DAY_LENGTH - 1);
      MusterDay day;

      if (muster_day_parse (date, &day))
        return dup_date (self, day);
    }

  return g_strdup ("");
}

static void
replace (GString *text, const char *variable, const char *value)
{
  g_string_replace (text, variable, value != NULL ? value : "", 0);
}

static const char *
get_called (MusterFinding *finding)
{
  const char *name = muster_finding_get_name (finding);

  return name != NULL && *name != '\0' ? name : muster_finding_get_nickname (finding);
}

/* One line of the names to paste: whom it is about, and for a nickname what it should be. */
static void
append_name (GString *names, MusterFinding *finding)
{
  const char *nickname = muster_finding_get_nickname (finding);
  const char *suggestion = muster_finding_get_suggestion (finding);
  const char *shown = nickname != NULL && *nickname != '\0' ? nickname : get_called (finding);

  if (names->len > 0)
    g_string_append_c (names, '\n');
  if (strcmp (muster_finding_get_check (finding), "missing") == 0)
    g_string_append (names, get_called (finding));
  else
    g_string_append_printf (names, "@%s", shown != NULL ? shown : "");
  if (suggestion != NULL)
    g_string_append_printf (names, " → %s", suggestion);
}

/**
 * muster_draft_new:
 * @deadline: by when the people are asked to do something
 *
 * Returns: (transfer full): a writer for one group
 */
MusterDraft *
muster_draft_new (MusterGroup *group, MusterPolicy *policy, MusterDay deadline)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (muster_drafts_get_resource (), DRAFTS_PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  MusterDraft *self = g_new0 (MusterDraft, 1);

  self->texts = g_key_file_new ();
  if (!g_key_file_load_from_bytes (self->texts, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, NULL))
    g_assert_not_reached (); /* it is part of the program */
  self->group = g_object_ref (group);
  self->language = dup_language (group);
  self->form = dup_form (self, muster_policy_get (policy, "naming"));
  self->deadline = dup_date (self, deadline);
  return self;
}

void
muster_draft_free (MusterDraft *self)
{
  g_key_file_unref (self->texts);
  g_object_unref (self->group);
  g_free (self->language);
  g_free (self->form);
  g_free (self->deadline);
  g_free (self);
}

/* Whether there is anything to write about findings of @check. */
static gboolean
knows (MusterDraft *self, const char *check)
{
  return g_key_file_has_key (self->texts, check, "joint", NULL);
}

static char *
fill (MusterDraft *self, char *template, MusterFinding *finding, const char *names)
{
  g_autoptr (GString) text = g_string_new (template);
  g_autofree char *last = dup_last (self, finding);

  replace (text, "{group}", muster_group_get_name (self->group));
  replace (text, "{form}", self->form);
  replace (text, "{deadline}", self->deadline);
  replace (text, "{last}", last);
  replace (text, "{suggestion}", muster_finding_get_suggestion (finding));
  replace (text, "{document}", muster_finding_find_evidence (finding, "document"));
  replace (text, "{notice}", muster_finding_find_evidence (finding, "notice"));
  replace (text, "{hours}", muster_finding_find_evidence (finding, "quiet-hours"));
  replace (text, "{nickname}", muster_finding_get_nickname (finding));
  replace (text, "{name}", get_called (finding));
  replace (text, "{names}", names);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * muster_draft_for_person:
 *
 * Returns: (transfer full) (nullable): the message to the one whom the finding
 *   is about; %NULL if there is nothing to say to anybody
 */
char *
muster_draft_for_person (MusterDraft *self, MusterFinding *finding)
{
  const char *check = muster_finding_get_check (finding);
  g_autofree char *template = NULL;

  if (!knows (self, check))
    return NULL;
  if (muster_finding_get_suggestion (finding) == NULL)
    template = dup_text (self, check, "person-plain");
  if (template == NULL)
    template = dup_text (self, check, "person");

  return fill (self, template, finding, NULL);
}

/**
 * muster_draft_for_group:
 * @findings: (element-type MusterFinding): of one check, at least one
 *
 * Returns: (transfer full) (nullable): the message into the group with all names to paste
 */
char *
muster_draft_for_group (MusterDraft *self, GPtrArray *findings)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *template = NULL;
  const char *check;

  g_return_val_if_fail (findings->len > 0, NULL);

  check = muster_finding_get_check (findings->pdata[0]);
  if (!knows (self, check))
    return NULL;

  for (guint i = 0; i < findings->len; i++)
    append_name (names, findings->pdata[i]);
  template = dup_text (self, check, "joint");
  return fill (self, template, findings->pdata[0], names->str);
}

/**
 * muster_draft_dup_moment:
 * @wall: wall clock
 *
 * Returns: (transfer full): in the group's language
 */
char *
muster_draft_dup_moment (MusterDraft *self, gint64 wall, gboolean all_day)
{
  MusterDay day = muster_day_from_seconds (wall);
  int minutes = (int) ((wall - day * SECONDS_PER_DAY) / 60);
  g_autofree char *date = dup_date (self, day);

  return all_day ? g_steal_pointer (&date)
                 : g_strdup_printf ("%s %02d:%02d", date, minutes / 60, minutes % 60);
}

/**
 * muster_draft_dup_lines:
 * @names: (nullable) (array zero-terminated=1): nicknames
 *
 * Returns: (transfer full): the names to paste into the group, one a line
 */
char *
muster_draft_dup_lines (const char *const *names)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_string_append_printf (lines, "%s@%s", i > 0 ? "\n" : "", names[i]);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/**
 * muster_draft_for_event:
 * @kind: "sign-up": asks for an answer; "thanks": afterwards
 * @event: the time of the event that it is about
 * @names: (nullable) (array zero-terminated): nicknames to paste
 * @number: how many came
 *
 * Returns: (transfer full): the message into the group
 */
char *
muster_draft_for_event (MusterDraft *self, const char *kind, const MusterEvent *event,
                        const char *const *names, guint number)
{
  gboolean has_end = event->sign_up_until != MUSTER_EVENT_NO_TIME;
  const char *key = number > 0 ? "number" : has_end ? "until" : "plain";
  g_autofree char *specific = dup_text (self, kind, key);
  g_autofree char *plain = dup_text (self, kind, "plain");
  g_autoptr (GString) text = g_string_new (specific != NULL ? specific : plain);
  g_autofree char *when = muster_draft_dup_moment (self, event->start_at, event->all_day);
  g_autofree char *until =
      has_end ? muster_draft_dup_moment (self, event->sign_up_until, FALSE) : NULL;
  g_autofree char *lines = muster_draft_dup_lines (names);
  g_autofree char *count = g_strdup_printf ("%u", number);

  replace (text, "{group}", muster_group_get_name (self->group));
  replace (text, "{event}", event->title);
  replace (text, "{when}", when);
  replace (text, "{until}", until);
  replace (text, "{number}", count);
  replace (text, "{names}", lines);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * muster_draft_fill:
 * @section: of the texts
 * @key: in it
 * @variables: (array zero-terminated): pairs of a name without braces and what stands for it;
 *   {group} and {deadline} are known
 *
 * Returns: (transfer full): the text in the group's language
 */
char *
muster_draft_fill (MusterDraft *self, const char *section, const char *key,
                   const char *const *variables)
{
  g_autofree char *template = dup_text (self, section, key);
  g_autoptr (GString) text = g_string_new (template);

  replace (text, "{group}", muster_group_get_name (self->group));
  replace (text, "{deadline}", self->deadline);
  for (guint i = 0; variables[i] != NULL; i += 2)
    {
      g_autofree char *name = g_strdup_printf ("{%s}", variables[i]);

      replace (text, name, variables[i + 1]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * muster_draft_dup_date:
 *
 * Returns: (transfer full): the day in the group's language
 */
char *
muster_draft_dup_date (MusterDraft *self, MusterDay day)
{
  return dup_date (self, day);
}

/**
 * muster_draft_for_reply:
 * @kind: "acknowledge": rules; "answer": a notice; "do": a notice that asks for something
 * @title: of the rules or the notice
 * @names: (array zero-terminated=1): nicknames to paste
 *
 * Returns: (transfer full): the message into the group that reminds those who have not answered
 */
char *
muster_draft_for_reply (MusterDraft *self, const char *kind, const char *title,
                        const char *const *names)
{
  g_autofree char *lines = muster_draft_dup_lines (names);
  const char *const variables[] = { "title", title, "names", lines, NULL };

  return muster_draft_fill (self, kind, "joint", variables);
}
