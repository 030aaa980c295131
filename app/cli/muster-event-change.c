/* muster-event-change.c - musterctl event set, delete, sheet and invitation: of one time of an
 * event
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-change"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-command-store.h"
#include "muster-day.h"
#include "muster-event-change.h"
#include "muster-event-detail.h"
#include "muster-event-edit.h"
#include "muster-event-people.h"
#include "muster-event-table.h"
#include "muster-invitation.h"
#include "muster-json.h"
#include "muster-sign-in-sheet.h"
#include "muster-typed.h"

#define SECONDS_PER_DAY 86400

/* All that the options say; texts are owned. */
typedef struct
{
  char *group;
  char *event;
  char *time;
  char *title;
  char *description;
  char *start;
  char *end;
  char *zone;
  char *place;
  char *kind;
  char *size;
  char *repeat;
  char *remind;
  char *standing;
  char *fee;
  char *currency;
  char *sign_up_until;
  char *output;
  gint capacity;
  gboolean this;
  gboolean later;
  gboolean all;
  gboolean signed_up;
} Options;

static void
options_clear (Options *options)
{
  char **texts[] = { &options->group,  &options->event,       &options->time,
                     &options->title,  &options->start,       &options->end,
                     &options->zone,   &options->place,       &options->kind,
                     &options->repeat, &options->remind,      &options->standing,
                     &options->fee,    &options->currency,    &options->sign_up_until,
                     &options->output, &options->description, &options->size };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What is about to be written. */
typedef struct
{
  const MusterEventTime *time;
  MusterEvent *event; /* owned; NULL to delete it */
  MusterEventScope scope;
} Edit;

static gboolean
write_edit (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;

  return edit->event != NULL
             ? muster_event_edit_save (change, &edit->time->event, edit->time->original_at,
                                       edit->event, edit->scope, error)
             : muster_event_edit_delete (change, &edit->time->event, edit->time->original_at,
                                         edit->scope, error);
}

/* An empty text takes out what there was. */
static void
take_text (char **text, const char *value)
{
  if (value == NULL)
    return;
  g_free (*text);
  *text = *value != '\0' ? g_strdup (value) : NULL;
}

/* Without an end the event keeps its length. */
static int
fill_times (MusterCommandContext *context, MusterEvent *event, const Options *options)
{
  gint64 length = event->end_at - event->start_at;

  if (options->start != NULL)
    {
      if (!muster_typed_moment (options->start, &event->start_at))
        return muster_event_time_fail (context, options->start);
      event->all_day = strlen (options->start) == strlen ("2026-03-02");
      event->end_at = event->start_at + (event->all_day ? MAX (length, SECONDS_PER_DAY) : length);
    }
  if (options->end != NULL)
    {
      if (!muster_typed_moment (options->end, &event->end_at))
        return muster_event_time_fail (context, options->end);
      event->end_at += event->all_day ? SECONDS_PER_DAY : 0;
    }
  if (options->sign_up_until != NULL && *options->sign_up_until == '\0')
    event->sign_up_until = MUSTER_EVENT_NO_TIME;
  else if (options->sign_up_until != NULL &&
           !muster_typed_moment (options->sign_up_until, &event->sign_up_until))
    return muster_event_time_fail (context, options->sign_up_until);
  return MUSTER_EXIT_DONE;
}

static int
fill_event (MusterCommandContext *context, MusterEvent *event, const Options *options)
{
  static const char *const sizes[] = { "small", "medium", "large", "", NULL };
  static const char *const standings[] = { "planned", "held", "cancelled", NULL };
  g_autofree char *rule = options->repeat != NULL && *options->repeat != '\0'
                              ? g_strconcat ("RRULE:", options->repeat, NULL)
                              : g_strdup (options->repeat);
  g_autofree char *reminders =
      options->remind != NULL ? g_strdelimit (g_strdup (options->remind), ",", '\n') : NULL;

  if (options->standing != NULL && !g_strv_contains (standings, options->standing))
    return muster_command_fail_usage (
        context, _ ("“%s” is neither planned nor held nor cancelled."), options->standing);
  if (options->fee != NULL && !muster_typed_amount (options->fee, &event->fee))
    return muster_command_fail_usage (context, _ ("“%s” is not an amount like 50 or 12.50."),
                                      options->fee);

  if (options->size != NULL && !g_strv_contains (sizes, options->size))
    return muster_command_fail_usage (context, _ ("“%s” is neither small nor medium nor large."),
                                      options->size);

  take_text (&event->title, options->title);
  take_text (&event->size, options->size);
  take_text (&event->description, options->description);
  take_text (&event->zone, options->zone);
  take_text (&event->place, options->place);
  take_text (&event->kind, options->kind);
  take_text (&event->recurrence, rule);
  take_text (&event->reminders, reminders);
  take_text (&event->standing, options->standing);
  take_text (&event->currency, options->currency);
  if (options->capacity >= 0)
    event->capacity = options->capacity;
  return fill_times (context, event, options);
}

static gboolean
find_scope (const Options *options, gboolean repeats, MusterEventScope *out_scope)
{
  *out_scope = options->this    ? MUSTER_EVENT_THIS
               : options->later ? MUSTER_EVENT_THIS_AND_LATER
                                : MUSTER_EVENT_ALL;
  return options->this + options->later + options->all == 1 ||
         (!repeats && options->this + options->later + options->all == 0);
}

/* @plain: whether it is said without --json, too */
static int
print_one (MusterCommandContext *context, const char *key, const char *value, gboolean plain)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!context->json)
    {
      if (plain)
        g_print ("%s\n", value);
      return MUSTER_EXIT_DONE;
    }
  json_builder_begin_object (builder);
  muster_json_add_text (builder, key, value);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
  return MUSTER_EXIT_DONE;
}

/* set, delete */
static int
run_edit (MusterCommandContext *context, MusterStore *store, const MusterEventTime *time,
          const char *verb, const Options *options)
{
  MusterDatabase *db = muster_store_get_database (store, NULL);
  gboolean deletes = strcmp (verb, "delete") == 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterEvent) event =
      muster_event_edit_load (db, &time->event, time->original_at, &error);
  g_autofree char *id = muster_id_dup_text (&time->event);
  g_autofree char *words = NULL;
  Edit edit = { .time = time, .event = deletes ? NULL : event };
  int status = MUSTER_EXIT_DONE;

  if (event == NULL)
    return muster_command_fail (context, error);
  if (!find_scope (options, event->recurrence != NULL, &edit.scope))
    return muster_command_fail_usage (
        context, "%s", _ ("Which times of the series? Say --this, --later or --all."));
  if (!deletes)
    status = fill_event (context, event, options);
  if (status != MUSTER_EXIT_DONE)
    return status;

  /* TRANSLATORS: a title in the history: the title of an event */
  words = g_strdup_printf (deletes ? _ ("Delete the event %s") : _ ("Change the event %s"),
                           time->title);
  return muster_store_write (store, words, write_edit, &edit, NULL, &error)
             ? print_one (context, "id", id, FALSE)
             : muster_command_fail (context, error);
}

static int
run_sheet (MusterCommandContext *context, MusterEventDetail *detail, const Options *options)
{
  g_autofree char *when = muster_time_dup_text (detail->event->start_at);
  g_autoptr (MusterSignInSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  if (options->output == NULL)
    return muster_command_fail_usage (context, "%s", _ ("Where to? Say --output FILE."));

  when[strlen (detail->event->all_day ? "2026-03-02" : "2026-03-02T19:00")] = '\0';
  sheet = muster_sign_in_sheet_new (detail, g_strdelimit (when, "T", ' '), options->signed_up);
  return muster_sign_in_sheet_save (sheet, options->output, &error)
             ? MUSTER_EXIT_DONE
             : muster_command_fail (context, error);
}

static int
run_invitation (MusterCommandContext *context, MusterEventDetail *detail)
{
  g_autofree char *text = muster_invitation_dup_text (detail->event, detail->group);

  return print_one (context, "text", text, TRUE);
}

/* sheet, invitation */
static int
run_text (MusterCommandContext *context, MusterStore *store, const MusterEventTime *time,
          const char *verb, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterEventDetail) detail =
      muster_event_detail_load (muster_store_get_database (store, NULL), &time->event,
                                time->original_at, muster_clock_get_today (context->clock), &error);

  if (detail == NULL)
    return muster_command_fail (context, error);
  return strcmp (verb, "sheet") == 0 ? run_sheet (context, detail, options)
                                     : run_invitation (context, detail);
}

static int
run_verb (MusterCommandContext *context, const char *verb, const Options *options)
{
  g_auto (MusterEventTime) when = { 0 };
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (MusterGroup) group = NULL;
  gint64 time = 0;
  int status;

  if (options->time != NULL && !muster_typed_moment (options->time, &time))
    return muster_event_time_fail (context, options->time);
  store = muster_command_open_store (context, &status);
  if (store != NULL)
    group = muster_command_find_group (context, store, options->group, &status);
  if (group == NULL ||
      !muster_event_time_find (context, store, group, options->event,
                               options->time != NULL ? &time : NULL, &when, &status))
    return status;

  return strcmp (verb, "set") == 0 || strcmp (verb, "delete") == 0
             ? run_edit (context, store, &when, verb, options)
             : run_text (context, store, &when, verb, options);
}

/**
 * muster_event_change_run:
 * @argv: @argv[0] is the verb
 */
int
muster_event_change_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "event set|delete|sheet|invitation",
                                         N_ ("--group NAME --event ID|TITLE"),
                                         N_ ("Change, delete or hand out one time of an event"),
                                         NULL };
  g_auto (Options) options = { .capacity = -1 };
  const char *verb = argv[0];
  int status;
  const GOptionEntry entries[] = {
    { "group", 0, 0, G_OPTION_ARG_STRING, &options.group, N_ ("The group"), N_ ("NAME") },
    { "event", 0, 0, G_OPTION_ARG_STRING, &options.event, N_ ("The event"), N_ ("ID|TITLE") },
    { "time", 0, 0, G_OPTION_ARG_STRING, &options.time, N_ ("Which time of a series"),
      N_ ("TIME") },
    { "this", 0, 0, G_OPTION_ARG_NONE, &options.this, N_ ("Only this time of a series"), NULL },
    { "later", 0, 0, G_OPTION_ARG_NONE, &options.later, N_ ("This time and those after it"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_ ("All times of the series"), NULL },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_ ("set: the title"), N_ ("TEXT") },
    { "description", 0, 0, G_OPTION_ARG_STRING, &options.description,
      N_ ("set: more about it, in Markdown"), N_ ("TEXT") },
    { "start", 0, 0, G_OPTION_ARG_STRING, &options.start, N_ ("set: when it begins"), N_ ("TIME") },
    { "end", 0, 0, G_OPTION_ARG_STRING, &options.end, N_ ("set: when it ends"), N_ ("TIME") },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &options.zone, N_ ("set: the time zone"), N_ ("TZ") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options.place, N_ ("set: where"), N_ ("TEXT") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, N_ ("set: the kind"), N_ ("WORD") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size, N_ ("set: small, medium or large"),
      N_ ("WORD") },
    { "repeat", 0, 0, G_OPTION_ARG_STRING, &options.repeat,
      N_ ("set: how it repeats, as FREQ=WEEKLY;BYDAY=MO"), N_ ("RULE") },
    { "remind", 0, 0, G_OPTION_ARG_STRING, &options.remind,
      N_ ("set: minutes before the start at which to remind, as 10,1440"), N_ ("MINUTES") },
    { "capacity", 0, 0, G_OPTION_ARG_INT, &options.capacity, N_ ("set: how many have room"),
      N_ ("N") },
    { "standing", 0, 0, G_OPTION_ARG_STRING, &options.standing,
      N_ ("set: planned, held or cancelled"), N_ ("WORD") },
    { "fee", 0, 0, G_OPTION_ARG_STRING, &options.fee, N_ ("set: what it costs"), N_ ("AMOUNT") },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &options.currency, N_ ("set: in which currency"),
      N_ ("WORD") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.sign_up_until,
      N_ ("set: until when people can sign up"), N_ ("TIME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("sheet: the PDF to write"),
      N_ ("FILE") },
    { "signed-up", 0, 0, G_OPTION_ARG_NONE, &options.signed_up,
      N_ ("sheet: leave out who has not signed up"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_command_parse (context, &command, entries, &argc, &argv, &status))
    return status;
  if (argc != 1)
    return muster_command_fail_usage (context, "%s",
                                      _ ("Say --group NAME and --event ID or TITLE."));

  return run_verb (context, verb, &options);
}
