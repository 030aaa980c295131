/* muster-event-export.c - musterctl event export: of a group, of one person in it, or of all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-export"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-calendar-export.h"
#include "muster-event-export.h"
#include "muster-input-error.h"
#include "muster-json.h"
#include "muster-roster.h"

/* The one current member of that name. */
static char *
dup_person (MusterCommandContext *context, MusterDatabase *db, MusterGroup *group, const char *name,
            GError **error)
{
  g_autoptr (MusterRoster) roster = muster_roster_load (
      db, muster_group_get_id (group), muster_clock_get_today (context->clock), error);
  const MusterRosterMember *found = NULL;
  guint n = 0;

  if (roster == NULL)
    return NULL;
  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);

      if (muster_roster_member_is_current (member) &&
          g_strcmp0 (muster_roster_member_get_name (member), name) == 0)
        {
          found = member;
          n++;
        }
    }
  if (n == 1)
    return muster_id_dup_text (&found->id);

  muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                          n == 0 ? _ ("There is no member “%s” in the group.")
                                 : _ ("Several members are called “%s”."),
                          name);
  return NULL;
}

static char *
dup_text (MusterCommandContext *context, MusterStore *store, MusterGroup *group, const char *person,
          gint64 *out_events, GError **error)
{
  MusterDatabase *db = muster_store_get_database (store, error);
  gint64 now = muster_clock_get_now (context->clock) / G_USEC_PER_SEC;
  g_autofree char *id = NULL;

  if (db == NULL)
    return NULL;
  if (person == NULL)
    return muster_calendar_export_dup_text (
        db, group != NULL ? muster_group_get_id (group) : NULL,
        group != NULL ? muster_group_get_name (group) : _ ("All Groups"), now, out_events, error);

  id = dup_person (context, db, group, person, error);
  return id != NULL ? muster_calendar_export_dup_person (db, id, person, now, out_events, error)
                    : NULL;
}

static int
print_done (MusterCommandContext *context, const char *path, gint64 events)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!context->json)
    {
      g_print (g_dngettext (GETTEXT_PACKAGE, "%d event written to %s\n",
                            "%d events written to %s\n", (gulong) events),
               (int) events, path);
      return MUSTER_EXIT_DONE;
    }
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "file", path);
  muster_json_add_int (builder, "events", events);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
  return MUSTER_EXIT_DONE;
}

/**
 * muster_event_export_run:
 * @group: (nullable): %NULL for all groups
 * @person: (nullable): the name of a member of @group: only the times to which they have signed up
 *
 * Returns: the exit status
 */
int
muster_event_export_run (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                         const char *person, const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 events = 0;
  g_autofree char *text = NULL;

  if (person != NULL && group == NULL)
    return muster_command_fail_usage (context, "%s", _ ("Which group? Say --group NAME."));
  text = dup_text (context, store, group, person, &events, &error);
  if (text == NULL ||
      !g_file_set_contents_full (path, text, -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &error))
    return muster_command_fail (context, error);

  return print_done (context, path, events);
}
