/* muster-event-publish.c - musterctl event publish
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-publish"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-command-store.h"
#include "muster-event-publish.h"
#include "muster-json.h"
#include "muster-publication-list.h"
#include "muster-publish.h"

/* All that the options say; texts are owned. */
typedef struct
{
  char *group;
  char *to;
  char *user;
  char *password_file;
  gboolean all;
  gboolean stop;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->group);
  g_free (options->to);
  g_free (options->user);
  g_free (options->password_file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static char *
dup_absolute (const char *path)
{
  return g_canonicalize_filename (path, NULL);
}

static MusterPublication *
make_publication (const MusterId *group, const Options *options)
{
  g_autoptr (MusterPublication) one = muster_publication_new (group, options->to);

  if (!muster_publication_is_upload (one))
    {
      g_free (one->target);
      one->target = dup_absolute (options->to);
    }
  one->user = g_strdup (options->user);
  if (options->password_file != NULL)
    one->password_file = dup_absolute (options->password_file);
  return g_steal_pointer (&one);
}

static int
print_publication (MusterCommandContext *context, const MusterPublication *one, const char *name)
{
  g_autofree char *address = muster_publication_dup_address (one, name);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!context->json)
    {
      g_print ("%s\n", address);
      return MUSTER_EXIT_DONE;
    }
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "group", name);
  muster_json_add_text (builder, "address", address);
  muster_json_add_time (builder, "published_utc", one->published_us / G_USEC_PER_SEC);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
  return MUSTER_EXIT_DONE;
}

static int
stop (MusterCommandContext *context, const char *database, const MusterId *group)
{
  g_autoptr (GError) error = NULL;

  return muster_publication_list_remove (database, group, &error)
             ? MUSTER_EXIT_DONE
             : muster_command_fail (context, error);
}

/* A new address is kept only if it works. */
static int
publish (MusterCommandContext *context, MusterStore *store, const MusterId *group, const char *name,
         const Options *options)
{
  const char *database = muster_store_get_path (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) known = muster_publication_list_load (database, &error);
  g_autoptr (MusterPublication) made = NULL;
  MusterPublication *one;

  if (known == NULL)
    return muster_command_fail (context, error);
  if (options->to != NULL)
    made = make_publication (group, options);
  one = made != NULL ? made : muster_publication_list_find (known, group);
  if (one == NULL)
    return muster_command_fail_usage (
        context, "%s", _ ("This calendar is not published. Say where with --to FOLDER or URL."));

  if (!muster_publication_check (one, &error) ||
      !muster_publish_one (store, one, TRUE, NULL, &error) ||
      !muster_publication_list_put (database, one, &error))
    return muster_command_fail (context, error);
  return print_publication (context, one, name);
}

/**
 * muster_event_publish_run:
 * @argv: @argv[0] is the verb
 */
int
muster_event_publish_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = {
    "event publish", N_ ("--group NAME|--all [--to FOLDER|URL]"),
    N_ ("Keep a calendar up to date where telephones can subscribe to it"), NULL
  };
  g_auto (Options) options = { 0 };
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (MusterGroup) group = NULL;
  static const MusterId all = { 0 };
  int status;
  const GOptionEntry entries[] = {
    { "group", 0, 0, G_OPTION_ARG_STRING, &options.group, N_ ("The group"), N_ ("NAME") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_ ("All groups in one calendar"), NULL },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to,
      N_ ("A folder, or the https:// address of a WebDAV folder"), N_ ("FOLDER|URL") },
    { "user", 0, 0, G_OPTION_ARG_STRING, &options.user, N_ ("Your name at the server"),
      N_ ("NAME") },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &options.password_file,
      N_ ("The password stands there, instead of in the keyring"), N_ ("FILE") },
    { "stop", 0, 0, G_OPTION_ARG_NONE, &options.stop,
      N_ ("Publish it no more; what was published stays"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_command_parse (context, &command, entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || (options.all && options.group != NULL))
    return muster_command_fail_usage (context, "%s", _ ("Say --group NAME or --all."));

  store = muster_command_open_store (context, &status);
  if (store != NULL && !options.all)
    group = muster_command_find_group (context, store, options.group, &status);
  if (store == NULL || (group == NULL && !options.all))
    return status;

  if (options.stop)
    return stop (context, muster_store_get_path (store),
                 group != NULL ? muster_group_get_id (group) : &all);
  return publish (context, store, group != NULL ? muster_group_get_id (group) : &all,
                  group != NULL ? muster_group_get_name (group) : _ ("All Groups"), &options);
}

/**
 * muster_event_publish_after:
 *
 * After any command: brings published calendars up to date.  Trouble is told, but
 * does not change how the command ends: the next one tries again.
 */
void
muster_event_publish_after (MusterCommandContext *context)
{
  g_autofree char *standard = muster_store_dup_default_path ();
  const char *path = context->db != NULL ? context->db : standard;
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (!muster_publication_list_exists (path))
    return;
  store = muster_store_open (path, context->clock, &error);
  if (store == NULL || !muster_publish_changed (store, NULL, &error))
    /* TRANSLATORS: why */
    g_printerr (_ ("A calendar could not be published: %s\n"), error->message);
}
