/* muster-event-sign-up.c - a 接龙 into the sign-ups of an event
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-sign-up"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-chat-sign-ups.h"
#include "muster-event-edit.h"
#include "muster-event-people.h"
#include "muster-input-error.h"
#include "muster-json.h"
#include "muster-sign-up-plan.h"
#include "muster-text-source.h"

typedef struct
{
  MusterCommandContext *context;
  const MusterEventTime *time;
  MusterSignUpPlan *sign_ups; /* owned */
  const char *encoding;
  gboolean dry_run;
} Job;

static gboolean
write_sign_ups (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  if (!muster_sign_up_plan_run (job->sign_ups, change, error))
    return FALSE;
  if (job->dry_run)
    muster_change_cancel (change);
  return TRUE;
}

static const char *
get_verdict_key (MusterSignUpVerdict verdict)
{
  static const char *const keys[] = { "matched", "ambiguous", "unknown", "withdrawn" };

  return keys[verdict];
}

static void
add_entries_json (JsonBuilder *builder, GPtrArray *items)
{
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    {
      const MusterSignUpItem *item = items->pdata[i];

      json_builder_begin_object (builder);
      muster_json_add_int (builder, "line", (gint64) item->line);
      muster_json_add_text (builder, "text", item->text);
      muster_json_add_text (builder, "verdict", get_verdict_key (item->verdict));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Whoever is not simply a member of the group is named. */
static void
print_entry (const MusterSignUpItem *item)
{
  if (item->verdict == MUSTER_SIGN_UP_AMBIGUOUS)
    g_printerr (_ ("Line %lu: %s may be several members; left out.\n"), (gulong) item->line,
                item->text);
  else if (item->verdict == MUSTER_SIGN_UP_UNKNOWN)
    g_printerr (_ ("Line %lu: %s is no member; taken by the name.\n"), (gulong) item->line,
                item->text);
  else if (item->verdict == MUSTER_SIGN_UP_GONE)
    g_printerr (_ ("%s is not in the list any more: withdrawn.\n"), item->text);
}

static void
print_sign_up_plan (const Job *job)
{
  GPtrArray *items = muster_sign_up_plan_get_items (job->sign_ups);
  MusterWarnings *warnings = muster_sign_up_plan_get_warnings (job->sign_ups);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "as", "signup");
  muster_json_add_text (builder, "encoding", job->encoding);
  muster_json_add_text (builder, "event", job->time->title);
  muster_json_add_flag (builder, "dry_run", job->dry_run);
  muster_json_add_int (builder, "records", items->len);
  muster_json_add_int (builder, "new", muster_sign_up_plan_get_n_news (job->sign_ups));
  for (guint i = 0; i < MUSTER_N_SIGN_UP_VERDICTS; i++)
    muster_json_add_int (builder, get_verdict_key ((MusterSignUpVerdict) i),
                         muster_sign_up_plan_get_count (job->sign_ups, (MusterSignUpVerdict) i));
  add_entries_json (builder, items);
  muster_json_add_warnings (builder, warnings);
  json_builder_end_object (builder);
  if (job->context->json)
    {
      muster_command_print_json (builder);
      return;
    }

  for (guint i = 0; i < items->len; i++)
    print_entry (items->pdata[i]);
  /* TRANSLATORS: the title of an event, numbers of people */
  g_print (_ ("%s: %u members, %u others, %u not sure, %u withdrawn; %u changes\n"),
           job->time->title, muster_sign_up_plan_get_count (job->sign_ups, MUSTER_SIGN_UP_MATCHED),
           muster_sign_up_plan_get_count (job->sign_ups, MUSTER_SIGN_UP_UNKNOWN),
           muster_sign_up_plan_get_count (job->sign_ups, MUSTER_SIGN_UP_AMBIGUOUS),
           muster_sign_up_plan_get_count (job->sign_ups, MUSTER_SIGN_UP_GONE),
           muster_sign_up_plan_get_n_news (job->sign_ups));
}

static gboolean
run_sign_up (Job *job, MusterStore *store, MusterGroup *group, MusterTextSource *source,
             GError **error)
{
  MusterDatabase *db = muster_store_get_database (store, NULL);
  g_autoptr (MusterEvent) event =
      muster_event_edit_load (db, &job->time->event, job->time->original_at, error);
  g_autofree char *list = NULL;
  g_autofree char *title = NULL;

  if (event != NULL)
    list = muster_chat_sign_ups_dup_list (source, event, error);
  if (list == NULL)
    return FALSE;

  job->sign_ups = muster_sign_up_plan_new (db, group, &job->time->event, job->time->original_at,
                                           muster_span_of (list),
                                           muster_clock_get_today (job->context->clock), error);
  if (job->sign_ups == NULL)
    return FALSE;

  /* TRANSLATORS: a title in the history: the title of an event */
  title = g_strdup_printf (_ ("Sign-ups for %s"), job->time->title);
  return muster_store_write (store, title, write_sign_ups, job, NULL, error);
}

/**
 * muster_event_people_sign_up_source:
 * @source: a pasted 接龙, or chat records with some
 * @path: of @source, for messages
 *
 * Returns: the exit status
 */
int
muster_event_people_sign_up_source (MusterCommandContext *context, MusterStore *store,
                                    MusterGroup *group, const MusterEventTime *time,
                                    MusterTextSource *source, const char *path, gboolean dry_run)
{
  Job job = { .context = context, .time = time, .dry_run = dry_run };
  g_autoptr (GError) error = NULL;
  gboolean done;

  job.encoding = muster_text_source_get_encoding (source);
  done = run_sign_up (&job, store, group, source, &error);
  if (done)
    print_sign_up_plan (&job);
  g_clear_pointer (&job.sign_ups, muster_sign_up_plan_free);
  if (done)
    return MUSTER_EXIT_DONE;

  muster_input_error_set_file (error, path);
  return muster_command_fail (context, error);
}

/**
 * muster_event_people_sign_up:
 * @path: of a pasted 接龙, or of chat records with some
 *
 * Returns: the exit status
 */
int
muster_event_people_sign_up (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                             const MusterEventTime *time, const char *path, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterTextSource) source = muster_text_source_new_for_file (path, NULL, &error);

  if (source != NULL)
    return muster_event_people_sign_up_source (context, store, group, time, source, path, dry_run);

  muster_input_error_set_file (error, path);
  return muster_command_fail (context, error);
}
