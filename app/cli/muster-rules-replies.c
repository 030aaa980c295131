/* muster-rules-replies.c - musterctl rules outstanding and acknowledge
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rules-replies"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-acknowledgement-table.h"
#include "muster-command-store.h"
#include "muster-document-table.h"
#include "muster-draft.h"
#include "muster-edition-table.h"
#include "muster-json.h"
#include "muster-outstanding.h"
#include "muster-reply-import.h"
#include "muster-rules-replies.h"

/* A document with its editions. */
typedef struct
{
  MusterDocument *document; /* owned */
  GPtrArray *editions;      /* owned, oldest first */
} Rules;

static void
rules_free (gpointer data)
{
  Rules *rules = data;

  muster_document_free (rules->document);
  g_clear_pointer (&rules->editions, g_ptr_array_unref);
  g_free (rules);
}

static gboolean
is_named (const MusterDocument *document, const char *name)
{
  g_autofree char *id = muster_id_dup_text (&document->id);

  return strcmp (id, name) == 0 || g_strcmp0 (document->title, name) == 0;
}

/* Those that are used and published; @name: (nullable): the one that is meant. */
static GPtrArray *
list_rules (MusterDatabase *db, MusterGroup *group, const char *name, GError **error)
{
  g_autoptr (GPtrArray) documents =
      muster_document_table_list (db, muster_group_get_id (group), error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (rules_free);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const MusterDocument *document = documents->pdata[i];
      Rules *rules;

      if (name != NULL ? !is_named (document, name) : document->archived)
        continue;
      rules = g_new0 (Rules, 1);
      g_ptr_array_add (list, rules);
      rules->document = muster_document_copy (document);
      rules->editions = muster_edition_table_list (db, &document->id, error);
      if (rules->editions == NULL)
        return NULL;
      if (name == NULL && rules->editions->len == 0)
        g_ptr_array_remove_index (list, list->len - 1);
    }
  return documents != NULL ? g_steal_pointer (&list) : NULL;
}

static int
fail_unknown_document (MusterCommandContext *context, const char *name)
{
  return muster_command_fail_usage (context, _ ("There is no rule text “%s” in this group."), name);
}

static GStrv
list_nicknames (MusterRoster *roster, GArray *asked)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < asked->len; i++)
    {
      const MusterAsked *one = &g_array_index (asked, MusterAsked, i);
      const char *nickname = muster_roster_get_shown_nickname (roster, one->member);

      if (one->acknowledgement == NULL)
        g_strv_builder_add (builder, nickname != NULL && *nickname != '\0'
                                         ? nickname
                                         : muster_roster_member_get_name (one->member));
    }
  return g_strv_builder_end (builder);
}

typedef struct
{
  MusterCommandContext *context;
  MusterGroup *group;
  MusterRoster *roster; /* owned */
  MusterPolicy *policy; /* owned */
  MusterDay today;
  JsonBuilder *builder; /* owned */
} Output;

static void
add_asked (Output *output, const MusterAsked *asked)
{
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (&asked->member->id, id);
  json_builder_begin_object (output->builder);
  muster_json_add_text (output->builder, "id", id);
  muster_json_add_text (output->builder, "name", muster_roster_member_get_name (asked->member));
  muster_json_add_text (output->builder, "nickname",
                        muster_roster_get_shown_nickname (output->roster, asked->member));
  muster_json_add_day (output->builder, "since", asked->since);
  json_builder_end_object (output->builder);
}

static void
add_rules_json (Output *output, const Rules *rules, const MusterEdition *edition, GArray *asked,
                const char *text, guint n_outstanding)
{
  JsonBuilder *builder = output->builder;
  g_autofree char *id = muster_id_dup_text (&rules->document->id);
  g_autofree char *label =
      edition != NULL ? muster_edition_dup_label (edition, rules->editions) : NULL;

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "id", id);
  muster_json_add_text (builder, "document", rules->document->title);
  muster_json_add_text (builder, "edition", label);
  muster_json_add_day (builder, "published",
                       edition != NULL ? edition->published_on : MUSTER_DAY_NONE);
  muster_json_add_int (builder, "asked", asked->len);
  muster_json_add_int (builder, "acknowledged", asked->len - n_outstanding);
  json_builder_set_member_name (builder, "outstanding");
  json_builder_begin_array (builder);
  for (guint i = 0; i < asked->len; i++)
    if (g_array_index (asked, MusterAsked, i).acknowledgement == NULL)
      add_asked (output, &g_array_index (asked, MusterAsked, i));
  json_builder_end_array (builder);
  muster_json_add_text (builder, "text", n_outstanding > 0 ? text : NULL);
  json_builder_end_object (builder);
}

static gboolean
print_rules (Output *output, MusterDatabase *db, const Rules *rules, GError **error)
{
  const MusterEdition *edition = muster_outstanding_find_edition (rules->editions, output->today);
  g_autoptr (GPtrArray) stored =
      muster_acknowledgement_table_list (db, &rules->document->id, error);
  g_autoptr (MusterDraft) draft = NULL;
  g_autoptr (GArray) asked = NULL;
  g_auto (GStrv) names = NULL;
  g_autofree char *text = NULL;

  if (stored == NULL)
    return FALSE;

  asked = muster_outstanding_list_asked (output->roster, rules->editions, stored, output->today);
  names = list_nicknames (output->roster, asked);
  draft = muster_draft_new (
      output->group, output->policy,
      muster_day_add_period (output->today,
                             muster_policy_get_period (output->policy, "reply-within")));
  text = muster_draft_for_reply (draft, "acknowledge", rules->document->title,
                                 (const char *const *) names);
  if (output->context->json)
    add_rules_json (output, rules, edition, asked, text, g_strv_length (names));
  else if (edition == NULL)
    g_print (_ ("“%s” has not been published.\n"), rules->document->title);
  else if (*names == NULL)
    g_print (_ ("Everybody has acknowledged “%s”.\n"), rules->document->title);
  else
    g_print ("%s\n", text);
  return TRUE;
}

static int
print_outstanding (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                   const char *document)
{
  MusterDatabase *db = muster_store_get_database (store, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = list_rules (db, group, document, &error);
  MusterDay today = muster_clock_get_today (context->clock);
  g_autoptr (MusterRoster) roster = NULL;
  g_autoptr (MusterPolicy) policy = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  Output output = { context, group, NULL, NULL, today, builder };

  if (list != NULL)
    output.roster = roster = muster_roster_load (db, muster_group_get_id (group), today, &error);
  if (roster != NULL)
    output.policy = policy = muster_policy_load (db, muster_group_get_id (group), today, &error);
  if (policy == NULL)
    return muster_command_fail (context, error);
  if (list->len == 0 && document != NULL)
    return fail_unknown_document (context, document);

  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    if (!print_rules (&output, db, list->pdata[i], &error))
      return muster_command_fail (context, error);
  json_builder_end_array (builder);
  if (context->json)
    muster_command_print_json (builder);
  else if (list->len == 0)
    g_print ("%s\n", _ ("No rules have been published in this group."));
  return MUSTER_EXIT_DONE;
}

/**
 * muster_rules_outstanding_run:
 * @argv: @argv[0] is the verb
 *
 * Says who has not acknowledged the rules in force, with a message to paste into the group.
 */
int
muster_rules_outstanding_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "rules outstanding",
                                         N_ ("--group NAME [--document TITLE]"),
                                         N_ ("Who has not acknowledged the rules"), NULL };
  g_autofree char *group_name = NULL;
  g_autofree char *document = NULL;
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (MusterGroup) group = NULL;
  const GOptionEntry entries[] = {
    { "group", 0, 0, G_OPTION_ARG_STRING, &group_name, N_ ("The group"), N_ ("NAME") },
    { "document", 0, 0, G_OPTION_ARG_STRING, &document, N_ ("The rule text"), N_ ("ID|TITLE") },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!muster_command_parse (context, &command, entries, &argc, &argv, &status))
    return status;
  store = muster_command_open_store (context, &status);
  if (store == NULL)
    return status;
  group = muster_command_find_group (context, store, group_name, &status);
  return group != NULL ? print_outstanding (context, store, group, document) : status;
}

/* The one that is meant; without a name the only one that is published. */
static const Rules *
choose_rules (MusterCommandContext *context, GPtrArray *list, const char *name, int *out_status)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  if (list->len == 1)
    return list->pdata[0];
  if (name != NULL && list->len == 0)
    {
      *out_status = fail_unknown_document (context, name);
      return NULL;
    }
  if (list->len == 0)
    {
      *out_status = muster_command_fail_usage (context, "%s",
                                               _ ("No rules have been published in this group."));
      return NULL;
    }

  for (guint i = 0; i < list->len; i++)
    {
      const Rules *rules = list->pdata[i];
      g_autofree char *id = muster_id_dup_text (&rules->document->id);

      g_string_append_printf (titles, "%s%s (%s)", i > 0 ? ", " : "", rules->document->title, id);
    }
  *out_status = muster_command_fail_usage (
      /* TRANSLATORS: a list of rule texts */
      context, _ ("Which rule text? Say --document: %s"), titles->str);
  return NULL;
}

/* The edition by its number; without one the one that asks. */
static const MusterEdition *
choose_edition (MusterCommandContext *context, const Rules *rules, const char *number,
                int *out_status)
{
  const MusterEdition *asking =
      muster_outstanding_find_edition (rules->editions, muster_clock_get_today (context->clock));

  if (number == NULL && asking != NULL)
    return asking;
  for (guint i = 0; number != NULL && i < rules->editions->len; i++)
    {
      g_autofree char *label =
          muster_edition_dup_label (rules->editions->pdata[i], rules->editions);

      if (strcmp (label, number) == 0)
        return rules->editions->pdata[i];
    }

  *out_status = number == NULL
                    ? muster_command_fail_usage (context, _ ("“%s” has not been published."),
                                                 rules->document->title)
                    /* TRANSLATORS: the title of a rule text, and the number of an edition */
                    : muster_command_fail_usage (context, _ ("“%s” has no edition %s."),
                                                 rules->document->title, number);
  return NULL;
}

typedef struct
{
  const char *document;
  const char *edition;
  const char *way;
  const char *origin;
  char **members; /* of --member, NULL if none */
  gboolean dry_run;
} Options;

static int
acknowledge (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
             const Options *options, MusterTextSource *source, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list =
      list_rules (muster_store_get_database (store, NULL), group, options->document, &error);
  int status = MUSTER_EXIT_DONE;
  const Rules *rules = NULL;
  MusterReplyImport import = { .context = context,
                               .store = store,
                               .group = group,
                               .way = options->way,
                               .origin = options->origin,
                               .state = MUSTER_RECEIPT_RECEIVED,
                               .dry_run = options->dry_run };

  if (list == NULL)
    return muster_command_fail (context, error);
  rules = choose_rules (context, list, options->document, &status);
  if (rules != NULL)
    import.edition = choose_edition (context, rules, options->edition, &status);
  if (import.edition == NULL)
    return status;

  import.title = rules->document->title;
  if (options->members != NULL)
    return muster_reply_import_members (&import, options->members);
  return source != NULL ? muster_reply_import_source (&import, source, path)
                        : muster_reply_import_file (&import, path, NULL);
}

/**
 * muster_rules_acknowledge_source:
 * @document: (nullable): an id or a title; %NULL: the only rule text
 * @edition: (nullable): its number; %NULL: the one that asks
 * @source: pasted replies, or the records of a chat
 *
 * Returns: the exit status
 */
int
muster_rules_acknowledge_source (MusterCommandContext *context, MusterStore *store,
                                 MusterGroup *group, const char *document, const char *edition,
                                 MusterTextSource *source, const char *path, gboolean dry_run)
{
  const Options options = { .document = document, .edition = edition, .dry_run = dry_run };

  return acknowledge (context, store, group, &options, source, path);
}

/**
 * muster_rules_acknowledge_run:
 * @argv: @argv[0] is the verb
 *
 * Takes down who accepts an edition, by pasted replies, a chat, or names.
 */
int
muster_rules_acknowledge_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "rules acknowledge", N_ ("[FILE|-] --group NAME"),
                                         N_ ("Take down who acknowledged the rules"), NULL };
  g_autofree char *group_name = NULL;
  g_autofree char *document = NULL;
  g_autofree char *edition = NULL;
  g_autofree char *way = NULL;
  g_autofree char *origin = NULL;
  g_auto (GStrv) members = NULL;
  gboolean dry_run = FALSE;
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (MusterGroup) group = NULL;
  const GOptionEntry entries[] = {
    { "group", 0, 0, G_OPTION_ARG_STRING, &group_name, N_ ("The group"), N_ ("NAME") },
    { "document", 0, 0, G_OPTION_ARG_STRING, &document, N_ ("The rule text"), N_ ("ID|TITLE") },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &edition,
      N_ ("Number of the edition; else the one that asks"), N_ ("NUMBER") },
    { "way", 0, 0, G_OPTION_ARG_STRING, &way, N_ ("hand, word, reply, records or sheet"),
      N_ ("WORD") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &origin, N_ ("Where it is written, such as a scan"),
      N_ ("PATH") },
    { "member", 0, 0, G_OPTION_ARG_STRING_ARRAY, &members, N_ ("Who; may be repeated"),
      N_ ("NAME") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Write nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!muster_command_parse (context, &command, entries, &argc, &argv, &status))
    return status;
  if ((argc == 2) == (members != NULL) || argc > 2)
    return muster_command_fail_usage (
        context, "%s",
        _ ("Say the file with the replies, - for what you paste, or --member NAME."));
  store = muster_command_open_store (context, &status);
  if (store == NULL)
    return status;
  group = muster_command_find_group (context, store, group_name, &status);
  if (group == NULL)
    return status;

  {
    const Options options = { document, edition, way, origin, members, dry_run };

    return acknowledge (context, store, group, &options, NULL, argc == 2 ? argv[1] : NULL);
  }
}
