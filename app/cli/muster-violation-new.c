/* muster-violation-new.c - musterctl violation new, evidence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-new"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-event-people.h"
#include "muster-rollcall-run.h"
#include "muster-typed.h"
#include "muster-violation-clause.h"
#include "muster-violation-edit.h"
#include "muster-violation-finding.h"
#include "muster-violation-table.h"
#include "muster-violation-verbs.h"

/* All that the options say; texts are owned. */
typedef struct
{
  char *member, *clause, *document, *at, *summary, *reporter, *finding;
  char **exhibits[MUSTER_N_EXHIBIT_KINDS];
} Options;

/* What is about to be written; all is owned. */
typedef struct
{
  MusterViolation *violation; /* NULL for evidence alone */
  GPtrArray *exhibits;
} Edit;

static void
options_clear (Options *options)
{
  char *texts[] = { options->member,  options->clause,   options->document, options->at,
                    options->summary, options->reporter, options->finding };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  for (guint i = 0; i < MUSTER_N_EXHIBIT_KINDS; i++)
    g_strfreev (options->exhibits[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
edit_clear (Edit *edit)
{
  g_clear_pointer (&edit->violation, muster_violation_free);
  g_clear_pointer (&edit->exhibits, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Edit, edit_clear)

static gboolean
write_edit (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  if (edit->violation != NULL)
    return muster_violation_record (change, edit->violation, edit->exhibits, error);
  for (guint i = 0; i < edit->exhibits->len; i++)
    if (!muster_exhibit_table_insert (change, edit->exhibits->pdata[i], error))
      return FALSE;

  return TRUE;
}

static void
add_exhibits (GPtrArray *exhibits, const Options *options)
{
  for (guint i = 0; i < MUSTER_N_EXHIBIT_KINDS; i++)
    for (char **text = options->exhibits[i]; text != NULL && *text != NULL; text++)
      g_ptr_array_add (exhibits, muster_exhibit_new ((MusterExhibitKind) i, *text, NULL));
}

/* When it happened: now, or as --at says, or on the day of --on. */
static gboolean
fill_time (MusterCommandContext *context, MusterViolationTarget *target, MusterViolation *violation,
           const Options *options, int *out_status)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) now =
      g_date_time_new_from_unix_utc (muster_clock_get_now (context->clock) / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (now, zone);

  violation->reported_on = target->today;
  if (options->at == NULL)
    {
      violation->happened_at =
          g_date_time_to_unix (now) + g_date_time_get_utc_offset (local) / G_USEC_PER_SEC;
      violation->all_day = target->today != muster_clock_get_today (context->clock);
      if (violation->all_day)
        violation->happened_at = (gint64) target->today * 86400;
    }
  else if (!muster_typed_moment (options->at, &violation->happened_at))
    {
      *out_status = muster_event_time_fail (context, options->at);
      return FALSE;
    }
  else
    violation->all_day = strlen (options->at) == strlen ("2026-03-02");
  violation->utc_offset = muster_violation_get_utc_offset (zone, violation->happened_at);
  return TRUE;
}

/* The finding of the roll call about the member; tells the user if there is none. */
static MusterFinding *
find_finding (MusterCommandContext *context, MusterViolationTarget *target,
              const MusterRosterMember *member, const char *check, int *out_status)
{
  const char *wanted[] = { check, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterRollcallResult) result =
      muster_rollcall_run (target->db, target->group, target->today,
                           muster_clock_get_now (context->clock) / G_USEC_PER_SEC, wanted, &error);
  char id[MUSTER_ID_TEXT_SIZE];

  if (result == NULL)
    {
      *out_status = muster_command_fail (context, error);
      return NULL;
    }
  muster_id_format (&member->id, id);
  for (guint i = 0; i < result->findings->len; i++)
    {
      MusterFinding *finding = result->findings->pdata[i];

      if (strcmp (muster_finding_get_check (finding), check) == 0 &&
          g_strcmp0 (muster_finding_get_subject_id (finding), id) == 0)
        return g_object_ref (finding);
    }
  *out_status =
      muster_command_fail_usage (context, _ ("The roll call has no finding “%s” about %s."), check,
                                 muster_roster_member_get_name (member));
  return NULL;
}

/* Document and clause, and the evidence of the finding if it is made of one. */
static gboolean
fill_ground (MusterCommandContext *context, MusterViolationTarget *target, Edit *edit,
             const MusterRosterMember *member, const Options *options, int *out_status)
{
  g_autoptr (MusterFinding) finding = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found = TRUE;

  if (options->finding != NULL)
    {
      finding = find_finding (context, target, member, options->finding, out_status);
      if (finding == NULL)
        return FALSE;
      edit->exhibits = muster_violation_take_finding (edit->violation, finding);
    }
  else
    edit->exhibits = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_exhibit_free);
  add_exhibits (edit->exhibits, options);

  if (options->clause != NULL)
    found = muster_violation_find_clause (target->db, edit->violation, options->clause,
                                          options->document, &error);
  else if (options->finding != NULL)
    found = muster_violation_find_ground (target->db, edit->violation, finding, &error);
  if (!found)
    *out_status = muster_command_fail (context, error);
  return found;
}

static gboolean
fill_violation (MusterCommandContext *context, MusterViolationTarget *target, Edit *edit,
                const Options *options, int *out_status)
{
  const MusterRosterMember *member =
      muster_violation_target_find_member (context, target, options->member, out_status);
  MusterViolation *violation;

  if (member == NULL)
    return FALSE;
  if (options->document != NULL && options->clause == NULL)
    {
      *out_status = muster_command_fail_usage (context, "%s", _ ("--document goes with --clause."));
      return FALSE;
    }

  violation = edit->violation = muster_violation_new ();
  violation->group = *muster_group_get_id (target->group);
  violation->membership = member->id;
  violation->summary = g_strdup (options->summary);
  violation->author = g_strdup (muster_store_get_author (target->store));
  if (options->reporter != NULL)
    violation->reporter = muster_violation_target_dup_person (target, options->reporter);
  return fill_time (context, target, violation, options, out_status) &&
         fill_ground (context, target, edit, member, options, out_status);
}

static int
write_and_show (MusterCommandContext *context, MusterViolationTarget *target, Edit *edit,
                const char *title, const MusterId *id)
{
  g_autoptr (GError) error = NULL;
  int status = MUSTER_EXIT_DONE;

  if (!muster_store_write (target->store, title, write_edit, edit, NULL, &error))
    return muster_command_fail (context, error);
  return muster_violation_target_read (context, target, &status)
             ? muster_violation_show_print (context, target, id)
             : status;
}

#define EXHIBIT_OPTIONS(options)                                                                   \
  { "evidence",                                                                                    \
    0,                                                                                             \
    0,                                                                                             \
    G_OPTION_ARG_STRING_ARRAY,                                                                     \
    &(options).exhibits[MUSTER_EXHIBIT_TEXT],                                                      \
    N_ ("Evidence in words; may be repeated, as the next ones"),                                   \
    N_ ("TEXT") },                                                                                 \
      { "file",                                                                                    \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_STRING_ARRAY,                                                                 \
        &(options).exhibits[MUSTER_EXHIBIT_FILE],                                                  \
        N_ ("A file or an address as evidence"),                                                   \
        N_ ("PATH") },                                                                             \
  {                                                                                                \
    "message", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(options).exhibits[MUSTER_EXHIBIT_MESSAGE],       \
        N_ ("A message as evidence"), N_ ("TEXT")                                                  \
  }

/**
 * muster_violation_new_run:
 * @argv: @argv[0] is the verb
 */
int
muster_violation_new_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "violation new", N_ ("--group NAME --member NAME"),
                                         N_ ("Write down a violation; nothing is decided"), NULL };
  g_auto (Options) options = { 0 };
  g_auto (MusterViolationTarget) target = { 0 };
  g_auto (Edit) edit = { 0 };
  g_autofree char *title = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "member", 0, 0, G_OPTION_ARG_STRING, &options.member, N_ ("Who did it"), N_ ("NAME") },
    { "clause", 0, 0, G_OPTION_ARG_STRING, &options.clause, N_ ("The number of the clause"),
      N_ ("NUMBER") },
    { "document", 0, 0, G_OPTION_ARG_STRING, &options.document, N_ ("--clause: of which rule text"),
      N_ ("TITLE") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_ ("When it happened; now"), N_ ("TIME") },
    { "summary", 0, 0, G_OPTION_ARG_STRING, &options.summary, N_ ("What happened"), N_ ("TEXT") },
    { "reporter", 0, 0, G_OPTION_ARG_STRING, &options.reporter, N_ ("Who reported it"),
      N_ ("NAME") },
    { "finding", 0, 0, G_OPTION_ARG_STRING, &options.finding,
      N_ ("Take clause and evidence from this finding of the roll call"), N_ ("CHECK") },
    EXHIBIT_OPTIONS (options),
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_violation_target_parse (context, &command, entries, &argc, &argv, &target, &status))
    return status;
  if (argc != 1)
    return muster_command_fail_usage (context, _ ("“%s” is not expected here."), argv[1]);
  if (!muster_violation_target_check_day (context, &target, &status) ||
      !fill_violation (context, &target, &edit, &options, &status))
    return status;

  /* TRANSLATORS: a title in the history: the name of a member */
  title = g_strdup_printf (_ ("Record a violation of %s"),
                           muster_violation_target_get_name (&target, &edit.violation->membership));
  return write_and_show (context, &target, &edit, title, &edit.violation->id);
}

/**
 * muster_violation_evidence_run:
 * @argv: @argv[0] is the verb
 */
int
muster_violation_evidence_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "violation evidence", N_ ("ID --group NAME"),
                                         N_ ("Add evidence to a violation"), NULL };
  g_auto (Options) options = { 0 };
  g_auto (MusterViolationTarget) target = { 0 };
  g_auto (Edit) edit = { 0 };
  g_autofree char *title = NULL;
  const MusterViolationCase *about;
  MusterId id;
  int status;
  const GOptionEntry entries[] = {
    EXHIBIT_OPTIONS (options),
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_violation_target_parse (context, &command, entries, &argc, &argv, &target, &status))
    return status;
  about = muster_violation_target_find (context, &target, argc == 2 ? argv[1] : NULL, &status);
  if (about == NULL)
    return status;
  edit.exhibits = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_exhibit_free);
  add_exhibits (edit.exhibits, &options);
  if (edit.exhibits->len == 0)
    return muster_command_fail_usage (
        context, "%s", _ ("Which evidence? Say --evidence TEXT, --file PATH or --message TEXT."));

  id = about->violation->id;
  for (guint i = 0; i < edit.exhibits->len; i++)
    ((MusterExhibit *) edit.exhibits->pdata[i])->violation = id;
  /* TRANSLATORS: a title in the history: the name of a member */
  title =
      g_strdup_printf (_ ("Add evidence to a violation of %s"),
                       muster_violation_target_get_name (&target, &about->violation->membership));
  return write_and_show (context, &target, &edit, title, &id);
}
