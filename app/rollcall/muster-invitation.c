/* muster-invitation.c - the text that invites a group to an event
 *
 * The words are those of data/drafts/drafts.ini, in the group's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-invitation"

#include "config.h"

#include "muster-day.h"
#include "muster-drafts-resources.h"
#include "muster-invitation.h"
#include "muster-markdown.h"
#include "muster-typed.h"

#define DRAFTS_PATH "/org/musterapp/Muster/drafts/drafts.ini"
#define SECONDS_PER_DAY 86400

typedef struct
{
  GKeyFile *texts;      /* owned */
  const char *language; /* of the group, else of the program */
  GString *text;        /* owned */
} Writer;

static char *
dup_word (Writer *self, const char *section, const char *key)
{
  return g_key_file_get_locale_string (self->texts, section, key, self->language, NULL);
}

/* @value: (nullable): without one the line is left out */
static void
add_line (Writer *self, const char *key, const char *value)
{
  g_autofree char *format = dup_word (self, "invitation", key);
  g_autofree char *variable = g_strdup_printf ("{%s}", key);
  g_autoptr (GString) line = g_string_new (format);

  if (value == NULL || *value == '\0')
    return;
  g_string_replace (line, variable, value, 0);
  g_string_append_printf (self->text, "%s%s", self->text->len > 0 ? "\n" : "", line->str);
}

/* strftime's words depend on the program's language, which need not be the group's. */
static char *
dup_date (Writer *self, gint64 wall)
{
  MusterDay day = muster_day_from_seconds (wall);
  g_autofree char *format = dup_word (self, "format", "date");
  g_auto (GStrv) months = g_key_file_get_string_list (self->texts, "format", "months", NULL, NULL);
  g_auto (GStrv) weekdays = g_key_file_get_locale_string_list (self->texts, "format", "weekdays",
                                                               self->language, NULL, NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (wall);
  g_autoptr (GString) named = g_string_new (format);
  g_autofree char *text = NULL;

  g_string_replace (named, "%B", months[g_date_time_get_month (date) - 1], 0);
  text = g_date_time_format (date, named->str);
  return g_strdup_printf ("%s %s", text, weekdays[((day + 3) % 7 + 7) % 7]);
}

static char *
dup_moment (Writer *self, gint64 wall)
{
  g_autofree char *date = dup_date (self, wall);
  g_autofree char *time = muster_typed_dup_time (wall);

  return g_strdup_printf ("%s %s", date, time);
}

static char *
dup_when (Writer *self, const MusterEvent *event)
{
  gint64 last = event->all_day ? event->end_at - SECONDS_PER_DAY : event->end_at;
  g_autofree char *start =
      event->all_day ? dup_date (self, event->start_at) : dup_moment (self, event->start_at);
  g_autofree char *end = NULL;

  if (last <= event->start_at)
    return g_steal_pointer (&start);
  if (event->all_day)
    end = dup_date (self, last);
  else if (muster_day_from_seconds (last) == muster_day_from_seconds (event->start_at))
    end = muster_typed_dup_time (last);
  else
    end = dup_moment (self, last);
  return g_strdup_printf ("%s – %s", start, end);
}

static void
add_when (Writer *self, const MusterEvent *event)
{
  g_autofree char *when = dup_when (self, event);
  g_autofree char *format = dup_word (self, "invitation", "zone");
  g_autoptr (GString) text = g_string_new (format);

  if (event->zone == NULL || event->all_day)
    {
      add_line (self, "when", when);
      return;
    }
  g_string_replace (text, "{when}", when, 0);
  g_string_replace (text, "{zone}", event->zone, 0);
  add_line (self, "when", text->str);
}

/* %NULL without a fee */
static char *
dup_fee (Writer *self, const MusterEvent *event)
{
  g_autofree char *amount = muster_typed_dup_amount (event->fee);
  g_autofree char *currency = NULL;

  if (event->fee <= 0)
    return NULL;
  if (event->currency == NULL)
    return g_steal_pointer (&amount);

  currency = dup_word (self, "currencies", event->currency);
  return g_strdup_printf ("%s %s", amount, currency != NULL ? currency : event->currency);
}

static void
add_numbers (Writer *self, const MusterEvent *event)
{
  g_autofree char *fee = dup_fee (self, event);
  g_autofree char *places =
      event->capacity > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, event->capacity) : NULL;

  add_line (self, "fee", fee);
  add_line (self, "places", places);
}

/**
 * muster_invitation_dup_text:
 * @event: the time that is meant: see muster_event_edit_load()
 * @group: (nullable): whose language is written; %NULL for that of the program
 *
 * Returns: (transfer full): a text to send into the group
 */
char *
muster_invitation_dup_text (const MusterEvent *event, MusterGroup *group)
{
  const char *language = group != NULL ? muster_group_get_language (group) : "";
  g_autoptr (GKeyFile) texts = g_key_file_new ();
  g_autoptr (GBytes) bytes = g_resource_lookup_data (muster_drafts_get_resource (), DRAFTS_PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  Writer writer = { .texts = texts,
                    .language = *language != '\0' ? language : g_get_language_names ()[0],
                    .text = g_string_new (NULL) };
  g_autofree char *deadline = NULL;
  g_autofree char *description = NULL;

  if (!g_key_file_load_from_bytes (texts, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, NULL))
    g_assert_not_reached (); /* it is part of the program */
  if (event->sign_up_until != MUSTER_EVENT_NO_TIME)
    deadline = dup_moment (&writer, event->sign_up_until);

  add_line (&writer, "title", event->title);
  add_when (&writer, event);
  add_line (&writer, "place", event->place);
  add_numbers (&writer, event);
  if (event->description != NULL)
    description = muster_markdown_dup_plain (event->description);
  if (description != NULL)
    g_string_append_printf (writer.text, "\n\n%s\n", description);
  add_line (&writer, "sign-up", "yes");
  add_line (&writer, "deadline", deadline);
  return g_string_free (writer.text, FALSE);
}
