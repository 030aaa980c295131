/* muster-violation-advertise.c - musterctl violation advertisement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-advertise"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-advertisement-table.h"
#include "muster-json.h"
#include "muster-text-table.h"
#include "muster-violation-edit.h"
#include "muster-violation-verbs.h"

#define SHORTEST_ID 6 /* digits of an id that may stand for all of them */

typedef struct
{
  char *person, *reason;
  char *proofs[MUSTER_N_ADVERTISEMENT_PROOFS];
} Options;

typedef struct
{
  MusterAdvertisement *advertisement; /* NULL to decide */
  gboolean is_new;
  MusterId id;
  gboolean approve;
  const char *reason;
  MusterDay on;
  const char *author;
} Edit;

static void
options_clear (Options *options)
{
  g_free (options->person);
  g_free (options->reason);
  for (guint i = 0; i < MUSTER_N_ADVERTISEMENT_PROOFS; i++)
    g_free (options->proofs[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
write_edit (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  if (edit->advertisement == NULL)
    return muster_advertisement_decide (change, &edit->id, edit->approve, edit->reason, edit->on,
                                        edit->author, error);
  return edit->is_new ? muster_advertisement_table_insert (change, edit->advertisement, error)
                      : muster_advertisement_table_update (change, edit->advertisement, error);
}

static void
add_json (JsonBuilder *builder, MusterViolationTarget *target, const MusterAdvertisement *self)
{
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (&self->id, id);
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "id", id);
  muster_json_add_text (builder, "person",
                        muster_violation_target_get_person (target, self->person));
  muster_json_add_text (builder, "text", self->text);
  for (guint i = 0; i < MUSTER_N_ADVERTISEMENT_PROOFS; i++)
    muster_json_add_text (builder,
                          muster_advertisement_proof_get_key ((MusterAdvertisementProof) i),
                          self->proofs[i]);
  muster_json_add_day (builder, "asked", self->asked_on);
  muster_json_add_text (builder, "standing",
                        muster_advertisement_standing_get_key (self->standing));
  muster_json_add_day (builder, "decided", self->decided_on);
  muster_json_add_text (builder, "reason", self->reason);
  muster_json_add_text (builder, "author", self->author);
  json_builder_end_object (builder);
}

static void
add_row (MusterTextTable *table, MusterViolationTarget *target, const MusterAdvertisement *self)
{
  g_autofree char *id = muster_id_dup_text (&self->id);
  g_autofree char *day = muster_day_dup_text (self->asked_on);
  g_autofree char *missing = muster_advertisement_dup_missing (self);
  /* TRANSLATORS: the proofs that were not shown */
  g_autofree char *lacks = missing != NULL ? g_strdup_printf (_ ("lacks %s"), missing) : NULL;

  muster_text_table_add (table, id);
  muster_text_table_add (table, day);
  muster_text_table_add (table, muster_violation_target_get_person (target, self->person));
  muster_text_table_add (table, muster_advertisement_standing_get_title (self->standing));
  muster_text_table_add (table, lacks);
  muster_text_table_add (table, self->text);
}

static int
print_all (MusterCommandContext *context, MusterViolationTarget *target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all =
      muster_advertisement_table_list (target->db, muster_group_get_id (target->group), &error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (MusterTextTable) table = muster_text_table_new (6);

  if (all == NULL)
    return muster_command_fail (context, error);

  json_builder_begin_array (builder);
  for (guint i = 0; i < all->len; i++)
    {
      add_json (builder, target, all->pdata[i]);
      add_row (table, target, all->pdata[i]);
    }
  json_builder_end_array (builder);
  if (context->json)
    muster_command_print_json (builder);
  else
    muster_text_table_print (table);
  return MUSTER_EXIT_DONE;
}

/* By the id, or its first or last digits. */
static MusterAdvertisement *
find (MusterCommandContext *context, MusterViolationTarget *target, const char *text,
      int *out_status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all =
      muster_advertisement_table_list (target->db, muster_group_get_id (target->group), &error);
  MusterAdvertisement *found = NULL;
  guint n = 0;

  if (all == NULL)
    {
      *out_status = muster_command_fail (context, error);
      return NULL;
    }
  for (guint i = 0; strlen (text) >= SHORTEST_ID && i < all->len; i++)
    {
      MusterAdvertisement *self = all->pdata[i];
      char id[MUSTER_ID_TEXT_SIZE];

      muster_id_format (&self->id, id);
      if (!g_str_has_prefix (id, text) && !g_str_has_suffix (id, text))
        continue;
      n++;
      found = self;
    }
  if (n == 1)
    return muster_advertisement_table_load (target->db, &found->id, NULL);

  *out_status = muster_command_fail_usage (context, _ ("The group has no request “%s”."), text);
  return NULL;
}

static void
take_proofs (MusterAdvertisement *self, const Options *options)
{
  for (guint i = 0; i < MUSTER_N_ADVERTISEMENT_PROOFS; i++)
    if (options->proofs[i] != NULL)
      {
        g_free (self->proofs[i]);
        self->proofs[i] = g_strdup (options->proofs[i]);
      }
}

static gboolean
fill_new (MusterCommandContext *context, MusterViolationTarget *target, Edit *edit,
          const char *text, const Options *options, int *out_status)
{
  if (options->person == NULL)
    {
      *out_status = muster_command_fail_usage (context, "%s", _ ("Who asks? Say --person NAME."));
      return FALSE;
    }
  edit->advertisement = muster_advertisement_new ();
  edit->advertisement->group = *muster_group_get_id (target->group);
  edit->advertisement->person = muster_violation_target_dup_person (target, options->person);
  edit->advertisement->text = g_strdup (text);
  edit->advertisement->asked_on = target->today;
  edit->advertisement->author = g_strdup (edit->author);
  edit->is_new = TRUE;
  take_proofs (edit->advertisement, options);
  return TRUE;
}

/* What is to be written; nothing was if FALSE is returned. */
static gboolean
fill_edit (MusterCommandContext *context, MusterViolationTarget *target, Edit *edit,
           const char *verb, const char *what, const Options *options, int *out_status)
{
  g_autoptr (MusterAdvertisement) found = NULL;

  if (strcmp (verb, "new") == 0)
    return fill_new (context, target, edit, what, options, out_status);
  found = find (context, target, what, out_status);
  if (found == NULL)
    return FALSE;
  edit->id = found->id;
  edit->approve = strcmp (verb, "approve") == 0;
  if (strcmp (verb, "prove") != 0)
    return TRUE;
  take_proofs (found, options);
  edit->advertisement = g_steal_pointer (&found);
  return TRUE;
}

static int
run_verb (MusterCommandContext *context, MusterViolationTarget *target, const char *verb,
          const char *what, const Options *options)
{
  Edit edit = { .reason = options->reason,
                .on = target->today,
                .author = muster_store_get_author (target->store) };
  g_autoptr (GError) error = NULL;
  int status;
  gboolean done;

  if (!muster_violation_target_check_day (context, target, &status) ||
      !fill_edit (context, target, &edit, verb, what, options, &status))
    return status;
  done = muster_store_write (target->store, _ ("Request to advertise"), write_edit, &edit, NULL,
                             &error);
  g_clear_pointer (&edit.advertisement, muster_advertisement_free);
  return done ? print_all (context, target) : muster_command_fail (context, error);
}

/**
 * muster_violation_advertisement_run:
 * @argv: @argv[0] is the verb
 */
int
muster_violation_advertisement_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = {
    "violation advertisement", N_ ("[list|new TEXT|prove ID|approve ID|refuse ID] --group NAME"),
    N_ ("Who wants to advertise, with what to show for it"), NULL
  };
  static const char *const verbs[] = { "new", "prove", "approve", "refuse", NULL };
  g_auto (MusterViolationTarget) target = { 0 };
  g_auto (Options) options = { 0 };
  int status;
  const GOptionEntry entries[] = {
    { "person", 0, 0, G_OPTION_ARG_STRING, &options.person, N_ ("new: who asks"), N_ ("NAME") },
    { "licence", 0, 0, G_OPTION_ARG_STRING, &options.proofs[MUSTER_ADVERTISEMENT_LICENCE],
      N_ ("new, prove: where the business licence is"), N_ ("PATH") },
    { "qualification", 0, 0, G_OPTION_ARG_STRING,
      &options.proofs[MUSTER_ADVERTISEMENT_QUALIFICATION],
      N_ ("new, prove: where the qualification is"), N_ ("PATH") },
    { "reviews", 0, 0, G_OPTION_ARG_STRING, &options.proofs[MUSTER_ADVERTISEMENT_REVIEWS],
      N_ ("new, prove: where reviews of customers are"), N_ ("PATH") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("refuse: why"), N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_violation_target_parse (context, &command, entries, &argc, &argv, &target, &status))
    return status;
  if (argc == 1 || (argc == 2 && strcmp (argv[1], "list") == 0))
    return print_all (context, &target);
  if (argc != 3 || !g_strv_contains (verbs, argv[1]))
    return muster_command_fail_usage (context, "%s",
                                      _ ("Say list, new TEXT, prove ID, approve ID or refuse ID."));
  return run_verb (context, &target, argv[1], argv[2], &options);
}
