/* muster-event-command.c - musterctl event
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-command"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-command-store.h"
#include "muster-event-change.h"
#include "muster-event-export.h"
#include "muster-event-import.h"
#include "muster-event-people.h"
#include "muster-event-prepare.h"
#include "muster-event-publish.h"
#include "muster-event-table.h"
#include "muster-json.h"
#include "muster-occurrence.h"
#include "muster-recurrence.h"
#include "muster-text-table.h"
#include "muster-typed.h"

#define SECONDS_PER_DAY 86400
#define DAYS_SHOWN 31 /* without --to */

static const char verbs_hint[] = N_ (
    "Say list, new TITLE, set, delete, import FILE, export FILE, signup FILE, attend FILE, show, "
    "sheet, invitation, outstanding, tasks, money, summary or publish.");

/* Verbs with options of their own. */
static const struct
{
  const char *name;
  int (*run) (MusterCommandContext *context, int argc, char **argv);
} own_verbs[] = {
  { "publish", muster_event_publish_run },   { "tasks", muster_event_tasks_run },
  { "money", muster_event_money_run },       { "outstanding", muster_event_outstanding_run },
  { "summary", muster_event_summary_run },   { "set", muster_event_change_run },
  { "delete", muster_event_change_run },     { "sheet", muster_event_change_run },
  { "invitation", muster_event_change_run },
};

/* All that the options of the verbs say; texts are owned. */
typedef struct
{
  char *group;
  char *from;
  char *to;
  char *start;
  char *end;
  char *zone;
  char *place;
  char *kind;
  char *repeat;
  char *remind;
  char *size;
  char *fee;
  char *currency;
  char *description;
  char *until;
  char *encoding;
  char *person;
  char *event;
  char *time;
  char *state;
  gint capacity;
  gboolean all;
  gboolean all_day;
  gboolean dry_run;
} Options;

static void
options_clear (Options *options)
{
  char *texts[] = { options->group,    options->from,        options->to,    options->start,
                    options->end,      options->zone,        options->place, options->kind,
                    options->repeat,   options->remind,      options->size,  options->fee,
                    options->currency, options->description, options->until, options->encoding,
                    options->person,   options->event,       options->time,  options->state };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static char *
dup_local_time (gint64 utc, GTimeZone *zone, gboolean all_day)
{
  char *text = muster_time_dup_text (muster_event_to_wall (zone, utc));

  text[all_day ? strlen ("2026-03-02") : strlen ("2026-03-02T19:00")] = '\0';
  return g_strdelimit (text, "T", ' ');
}

static void
add_occurrence_json (JsonBuilder *builder, const MusterOccurrence *occurrence)
{
  const MusterEvent *event = occurrence->event;
  char id[MUSTER_ID_TEXT_SIZE];

  json_builder_begin_object (builder);
  muster_id_format (&event->id, id);
  muster_json_add_text (builder, "id", id);
  muster_json_add_text (builder, "uid", event->uid);
  muster_json_add_text (builder, "title", event->title);
  muster_json_add_text (builder, "kind", event->kind);
  muster_json_add_text (builder, "place", event->place);
  muster_json_add_text (builder, "standing", event->standing);
  muster_json_add_text (builder, "zone", event->zone);
  muster_json_add_flag (builder, "all_day", event->all_day);
  muster_json_add_time (builder, "start", occurrence->original_at);
  muster_json_add_time (builder, "start_utc", occurrence->start);
  muster_json_add_time (builder, "end_utc", occurrence->end);
  muster_json_add_text (builder, "recurrence", event->recurrence);
  muster_json_add_int (builder, "capacity", event->capacity);
  muster_json_add_text (builder, "size", event->size);
  json_builder_end_object (builder);
}

static void
print_occurrences (GPtrArray *found, GTimeZone *zone)
{
  g_autoptr (MusterTextTable) table = muster_text_table_new (3);

  for (guint i = 0; i < found->len; i++)
    {
      const MusterOccurrence *occurrence = found->pdata[i];
      g_autofree char *start = dup_local_time (occurrence->start, zone, occurrence->event->all_day);

      muster_text_table_add (table, start);
      muster_text_table_add (table, occurrence->event->place);
      muster_text_table_add (table, occurrence->event->title);
    }
  muster_text_table_print (table);
}

/* A series of every second is not listed to its end. */
static void
warn_of_long_series (GPtrArray *found)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (muster_id_hash, muster_id_equal);

  for (guint i = 0; i < found->len; i++)
    {
      MusterOccurrence *occurrence = found->pdata[i];
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &occurrence->series)) + 1;

      g_hash_table_insert (counts, &occurrence->series, GUINT_TO_POINTER (n));
      if (n == MUSTER_OCCURRENCE_MAX_OF_SERIES / 4)
        g_printerr (_ ("“%s” repeats so often that not all times may be listed.\n"),
                    occurrence->event->title);
    }
}

static int
run_list (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
          const Options *options)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  MusterDay from = muster_clock_get_today (context->clock), to;
  int status;

  if (options->from != NULL && !muster_command_parse_day (context, options->from, &from, &status))
    return status;
  to = from + DAYS_SHOWN;
  if (options->to != NULL && !muster_command_parse_day (context, options->to, &to, &status))
    return status;
  if (to < from)
    return muster_command_fail_usage (context, "%s", _ ("The last day lies before the first."));

  found = muster_occurrence_list (
      muster_store_get_database (store, NULL), group != NULL ? muster_group_get_id (group) : NULL,
      muster_event_to_utc (zone, (gint64) from * SECONDS_PER_DAY),
      muster_event_to_utc (zone, ((gint64) to + 1) * SECONDS_PER_DAY), zone, &error);
  if (found == NULL)
    return muster_command_fail (context, error);

  warn_of_long_series (found);
  if (!context->json)
    {
      print_occurrences (found, zone);
      return MUSTER_EXIT_DONE;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; i < found->len; i++)
    add_occurrence_json (builder, found->pdata[i]);
  json_builder_end_array (builder);
  muster_command_print_json (builder);
  return MUSTER_EXIT_DONE;
}

/* What the event is like beyond when and where. */
static int
fill_details (MusterCommandContext *context, MusterEvent *event, const Options *options)
{
  static const char *const sizes[] = { "small", "medium", "large", NULL };

  if (options->size != NULL && !g_strv_contains (sizes, options->size))
    return muster_command_fail_usage (context, _ ("“%s” is neither small nor medium nor large."),
                                      options->size);
  if (options->fee != NULL && !muster_typed_amount (options->fee, &event->fee))
    return muster_command_fail_usage (context, _ ("“%s” is not an amount like 50 or 12.50."),
                                      options->fee);
  if (options->until != NULL && !muster_typed_moment (options->until, &event->sign_up_until))
    return muster_event_time_fail (context, options->until);
  event->size = g_strdup (options->size);
  event->currency = g_strdup (options->currency);
  event->description = g_strdup (options->description);
  return MUSTER_EXIT_DONE;
}

static int
fill_event (MusterCommandContext *context, MusterEvent *event, const Options *options)
{
  if (options->start == NULL)
    return muster_command_fail_usage (
        context, "%s", _ ("When does it begin? Say --start 2026-03-02T19:00, or only the day."));
  if (!muster_typed_moment (options->start, &event->start_at))
    return muster_event_time_fail (context, options->start);
  event->all_day = options->all_day || strlen (options->start) == strlen ("2026-03-02");
  event->end_at = event->start_at + (event->all_day ? SECONDS_PER_DAY : 0);
  if (options->end != NULL && !muster_typed_moment (options->end, &event->end_at))
    return muster_event_time_fail (context, options->end);
  if (options->end != NULL && event->all_day)
    event->end_at += SECONDS_PER_DAY;
  event->zone = g_strdup (options->zone);
  event->place = g_strdup (options->place);
  event->capacity = options->capacity;
  event->reminders = g_strdup (options->remind);
  if (event->reminders != NULL)
    g_strdelimit (event->reminders, ",", '\n');
  if (options->repeat != NULL)
    event->recurrence = g_strconcat ("RRULE:", options->repeat, NULL);
  if (options->kind != NULL)
    {
      g_free (event->kind);
      event->kind = g_strdup (options->kind);
    }
  return fill_details (context, event, options);
}

static gboolean
write_event (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_event_table_insert (change, data, error);
}

static void
warn_of_rule (const MusterEvent *event)
{
  g_autoptr (GTimeZone) zone = muster_event_dup_zone (event);
  g_autoptr (MusterRecurrence) recurrence =
      muster_recurrence_new (event->recurrence, event->start_at, event->all_day, zone, NULL);
  g_autofree char *warning = muster_recurrence_dup_warning (recurrence, event->recurrence);

  if (warning != NULL)
    g_printerr ("%s\n", warning);
}

static int
run_new (MusterCommandContext *context, MusterStore *store, MusterGroup *group, const char *title,
         const Options *options)
{
  g_autoptr (MusterEvent) event = muster_event_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *id = NULL;
  int status = fill_event (context, event, options);

  if (status != MUSTER_EXIT_DONE)
    return status;

  event->group = *muster_group_get_id (group);
  event->title = g_strdup (title);
  /* TRANSLATORS: a title in the history: the title of an event */
  words = g_strdup_printf (_ ("Add the event %s"), title);
  if (!muster_store_write (store, words, write_event, event, NULL, &error))
    return muster_command_fail (context, error);

  id = muster_id_dup_text (&event->id);
  if (context->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      muster_json_add_text (builder, "id", id);
      muster_json_add_text (builder, "uid", event->uid);
      json_builder_end_object (builder);
      muster_command_print_json (builder);
    }
  else
    g_print ("%s\n", id);
  if (event->recurrence != NULL)
    warn_of_rule (event);
  return MUSTER_EXIT_DONE;
}

static int
run_import (MusterCommandContext *context, MusterStore *store, MusterGroup *group, const char *path,
            const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterTextSource) source =
      muster_text_source_new_for_file (path, options->encoding, &error);

  return source != NULL
             ? muster_event_import_source (context, store, group, source, path, options->dry_run)
             : muster_command_fail (context, error);
}

/* show, signup FILE, attend FILE: of one time of an event. */
static int
run_people (MusterCommandContext *context, MusterStore *store, MusterGroup *group, int argc,
            char **argv, const Options *options)
{
  g_auto (MusterEventTime) when = { 0 };
  MusterAttendanceState state = MUSTER_ATTENDANCE_PRESENT;
  gint64 time = 0;
  int status;

  if (argc != (strcmp (argv[1], "show") == 0 ? 2 : 3))
    return muster_command_fail_usage (context, "%s", _ (verbs_hint));
  if (options->time != NULL && !muster_typed_moment (options->time, &time))
    return muster_event_time_fail (context, options->time);
  if (options->state != NULL && !muster_attendance_state_find (options->state, &state))
    return muster_command_fail_usage (
        context, _ ("“%s” is neither present nor excused nor absent."), options->state);
  if (!muster_event_time_find (context, store, group, options->event,
                               options->time != NULL ? &time : NULL, &when, &status))
    return status;

  if (strcmp (argv[1], "show") == 0)
    return muster_event_people_show (context, store, group, &when);
  if (strcmp (argv[1], "signup") == 0)
    return muster_event_people_sign_up (context, store, group, &when, argv[2], options->dry_run);
  return muster_event_people_attend (context, store, group, &when, argv[2], state,
                                     options->dry_run);
}

static int
run_verb (MusterCommandContext *context, MusterStore *store, int argc, char **argv,
          const Options *options)
{
  g_autoptr (MusterGroup) group = NULL;
  int status = MUSTER_EXIT_DONE;

  if (!options->all)
    group = muster_command_find_group (context, store, options->group, &status);
  if (status != MUSTER_EXIT_DONE)
    return status;

  if (strcmp (argv[1], "list") == 0 && argc == 2)
    return run_list (context, store, group, options);
  if (strcmp (argv[1], "export") == 0 && argc == 3)
    return muster_event_export_run (context, store, group, options->person, argv[2]);
  if (group == NULL)
    return muster_command_fail_usage (context, "%s", _ ("Which group? Say --group NAME."));
  if (strcmp (argv[1], "show") == 0 || strcmp (argv[1], "signup") == 0 ||
      strcmp (argv[1], "attend") == 0)
    return run_people (context, store, group, argc, argv, options);
  if (argc != 3)
    return muster_command_fail_usage (context, "%s", _ (verbs_hint));
  if (strcmp (argv[1], "new") == 0)
    return run_new (context, store, group, argv[2], options);
  return run_import (context, store, group, argv[2], options);
}

static gboolean
wants_value (const GOptionEntry *entries, const char *option)
{
  for (; g_str_has_prefix (option, "--") && entries->long_name != NULL; entries++)
    if (strcmp (option + 2, entries->long_name) == 0)
      return entries->arg != G_OPTION_ARG_NONE;

  return FALSE;
}

/* A verb with options of its own may stand behind options too: it is put before them.
 * Which one it is; -1 for none. */
static int
find_own_verb (const GOptionEntry *entries, int argc, char **argv)
{
  int at = 1;

  while (at < argc && *argv[at] == '-')
    at += wants_value (entries, argv[at]) ? 2 : 1;
  for (guint i = 0; at < argc && i < G_N_ELEMENTS (own_verbs); i++)
    if (strcmp (argv[at], own_verbs[i].name) == 0)
      {
        char *verb = argv[at];

        memmove (argv + 2, argv + 1, sizeof (char *) * (gsize) (at - 1));
        argv[1] = verb;
        return (int) i;
      }

  return -1;
}

static int
run (MusterCommandContext *context, int argc, char **argv)
{
  static const char *const verbs[] = { "list",   "new",    "import", "export",
                                       "signup", "attend", "show",   NULL };
  g_auto (Options) options = { 0 };
  g_autoptr (MusterStore) store = NULL;
  int status;
  int own;
  const GOptionEntry entries[] = {
    { "group", 0, 0, G_OPTION_ARG_STRING, &options.group, N_ ("The group"), N_ ("NAME") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_ ("list, export: of all groups"), NULL },
    { "person", 0, 0, G_OPTION_ARG_STRING, &options.person,
      N_ ("export: only where this member has signed up"), N_ ("NAME") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("list: from this day; today"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("list: to this day; a month later"),
      N_ ("DATE") },
    { "start", 0, 0, G_OPTION_ARG_STRING, &options.start, N_ ("new: when it begins"), N_ ("TIME") },
    { "end", 0, 0, G_OPTION_ARG_STRING, &options.end, N_ ("new: when it ends"), N_ ("TIME") },
    { "all-day", 0, 0, G_OPTION_ARG_NONE, &options.all_day, N_ ("new: days, not times"), NULL },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &options.zone, N_ ("new: the time zone"), N_ ("TZ") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options.place, N_ ("new: where"), N_ ("TEXT") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind,
      N_ ("new: knowledge, interaction, benefit, meeting, reunion or duty"), N_ ("WORD") },
    { "repeat", 0, 0, G_OPTION_ARG_STRING, &options.repeat,
      N_ ("new: how it repeats, as FREQ=WEEKLY;BYDAY=MO"), N_ ("RULE") },
    { "remind", 0, 0, G_OPTION_ARG_STRING, &options.remind,
      N_ ("new: minutes before the start at which to remind, as 10,1440"), N_ ("MINUTES") },
    { "capacity", 0, 0, G_OPTION_ARG_INT, &options.capacity, N_ ("new: how many have room"),
      N_ ("N") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size, N_ ("new: small, medium or large"),
      N_ ("WORD") },
    { "fee", 0, 0, G_OPTION_ARG_STRING, &options.fee, N_ ("new: what each pays"), N_ ("AMOUNT") },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &options.currency, N_ ("new: of the fee, as CNY"),
      N_ ("WORD") },
    { "description", 0, 0, G_OPTION_ARG_STRING, &options.description,
      N_ ("new: what it is about, in Markdown"), N_ ("TEXT") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.until, N_ ("new: when signing up ends"),
      N_ ("TIME") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options.encoding,
      N_ ("import: read it in this encoding"), N_ ("NAME") },
    { "event", 0, 0, G_OPTION_ARG_STRING, &options.event, N_ ("signup, attend, show: the event"),
      N_ ("ID|TITLE") },
    { "time", 0, 0, G_OPTION_ARG_STRING, &options.time,
      N_ ("signup, attend, show: which time of a series"), N_ ("TIME") },
    { "state", 0, 0, G_OPTION_ARG_STRING, &options.state, N_ ("attend: present, excused or absent"),
      N_ ("WORD") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_ ("import, signup, attend: say what would happen, and change nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  own = find_own_verb (entries, argc, argv);
  if (own >= 0)
    return own_verbs[own].run (context, argc - 1, argv + 1);
  if (!muster_command_parse (context, &muster_event_command, entries, &argc, &argv, &status))
    return status;
  if (argc < 2 || !g_strv_contains (verbs, argv[1]))
    return muster_command_fail_usage (context, "%s", _ (verbs_hint));

  store = muster_command_open_store (context, &status);
  return store != NULL ? run_verb (context, store, argc, argv, &options) : status;
}

const MusterCommand muster_event_command = {
  "event",
  N_ ("list|new|set|delete|import|export|signup|attend|show|sheet|invitation|outstanding|tasks|"
      "money|"
      "summary|publish "
      "--group NAME"),
  N_ ("Look at, make, take in and hand out what happens"),
  run,
};
