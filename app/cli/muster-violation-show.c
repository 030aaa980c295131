/* muster-violation-show.c - musterctl violation list, show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-show"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-json.h"
#include "muster-text-table.h"
#include "muster-violation-draft.h"
#include "muster-violation-proposal.h"
#include "muster-violation-verbs.h"

static void
add_id (JsonBuilder *builder, const char *name, const MusterId *id)
{
  char text[MUSTER_ID_TEXT_SIZE];

  muster_id_format (id, text);
  muster_json_add_text (builder, name, muster_id_is_none (id) ? NULL : text);
}

static char *
dup_sanction (const MusterRuling *ruling)
{
  MusterSanction sanction;

  if (ruling == NULL || ruling->sanction == NULL ||
      !muster_sanction_parse (ruling->sanction, &sanction, NULL))
    return NULL;
  return muster_sanction_dup_title (&sanction);
}

/* Members of an object that was begun. */
static void
add_case_json (JsonBuilder *builder, MusterViolationTarget *target, const MusterViolationCase *self)
{
  const MusterViolation *violation = self->violation;
  const MusterRuling *decision = self->status.decision;

  add_id (builder, "id", &violation->id);
  muster_json_add_text (builder, "member",
                        muster_violation_target_get_name (target, &violation->membership));
  add_id (builder, "member_id", &violation->membership);
  muster_json_add_text (builder, "document", self->document);
  muster_json_add_text (builder, "edition", self->label);
  muster_json_add_text (builder, "clause", self->clause != NULL ? self->clause->number : NULL);
  muster_json_add_text (builder, "clause_text", self->clause != NULL ? self->clause->text : NULL);
  muster_json_add_time (builder, "happened", violation->happened_at);
  muster_json_add_flag (builder, "all_day", violation->all_day);
  muster_json_add_day (builder, "reported", violation->reported_on);
  muster_json_add_text (builder, "reporter",
                        muster_violation_target_get_person (target, violation->reporter));
  muster_json_add_text (builder, "summary", violation->summary);
  muster_json_add_text (builder, "finding", violation->finding);
  muster_json_add_text (builder, "state", muster_violation_state_get_key (self->status.state));
  muster_json_add_flag (builder, "counts", self->status.counts);
  muster_json_add_day (builder, "expires", self->status.expires_on);
  json_builder_set_member_name (builder, "step");
  if (decision != NULL)
    json_builder_add_int_value (builder, decision->step);
  else
    json_builder_add_null_value (builder);
  muster_json_add_text (builder, "sanction", decision != NULL ? decision->sanction : NULL);
}

static void
add_exhibits_json (JsonBuilder *builder, const MusterViolationCase *self)
{
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->exhibits->len; i++)
    {
      const MusterExhibit *exhibit = self->exhibits->pdata[i];

      json_builder_begin_object (builder);
      muster_json_add_text (builder, "kind", muster_exhibit_kind_get_key (exhibit->kind));
      muster_json_add_text (builder, "value", exhibit->value);
      muster_json_add_text (builder, "source", exhibit->source);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_rulings_json (JsonBuilder *builder, const MusterViolationCase *self)
{
  json_builder_set_member_name (builder, "history");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->rulings->len; i++)
    {
      const MusterRuling *ruling = self->rulings->pdata[i];
      g_autofree char *until = ruling->until_at != MUSTER_VIOLATION_NO_TIME
                                   ? muster_time_dup_text (ruling->until_at)
                                   : NULL;

      json_builder_begin_object (builder);
      muster_json_add_text (builder, "kind", muster_ruling_kind_get_key (ruling->kind));
      muster_json_add_day (builder, "on", ruling->ruled_on);
      if (ruling->kind == MUSTER_RULING_SANCTION)
        {
          muster_json_add_int (builder, "step", ruling->step);
          muster_json_add_int (builder, "proposed", ruling->proposed);
          muster_json_add_text (builder, "sanction", ruling->sanction);
        }
      muster_json_add_text (builder, "until", until);
      muster_json_add_text (builder, "reason", ruling->reason);
      muster_json_add_text (builder, "author", ruling->author);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_proposal_json (JsonBuilder *builder, const MusterProposal *proposal)
{
  g_autofree char *sanction =
      proposal->step > 0 ? muster_sanction_dup_text (&proposal->sanction) : NULL;

  json_builder_set_member_name (builder, "proposal");
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "verdict", muster_proposal_verdict_get_key (proposal->verdict));
  muster_json_add_int (builder, "step", proposal->step);
  muster_json_add_text (builder, "sanction", sanction);
  muster_json_add_text (builder, "text", proposal->text);
  json_builder_set_member_name (builder, "trace");
  json_builder_begin_array (builder);
  for (guint i = 0; i < proposal->reasons->len; i++)
    {
      const MusterProposalReason *reason = proposal->reasons->pdata[i];

      json_builder_begin_object (builder);
      muster_json_add_text (builder, "fact", reason->fact);
      muster_json_add_text (builder, "text", reason->text);
      add_id (builder, "violation", &reason->about);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_line (const char *title, const char *text)
{
  if (text != NULL && *text != '\0')
    g_print ("%s: %s\n", title, text);
}

static void
print_history (const MusterViolationCase *self)
{
  for (guint i = 0; i < self->rulings->len; i++)
    {
      const MusterRuling *ruling = self->rulings->pdata[i];
      g_autofree char *day = muster_day_dup_text (ruling->ruled_on);
      g_autofree char *sanction = dup_sanction (ruling);

      g_print ("%s  %s", day, muster_ruling_kind_get_title (ruling->kind));
      if (sanction != NULL && ruling->step > 0)
        /* TRANSLATORS: the number of a step, and what it says, as Named in the group */
        g_print (_ (": step %u, %s"), ruling->step, sanction);
      else if (sanction != NULL)
        g_print (": %s", sanction);
      if (ruling->kind == MUSTER_RULING_SANCTION && ruling->proposed == 0)
        g_print (" (%s)", _ ("nothing was proposed"));
      else if (ruling->kind == MUSTER_RULING_SANCTION && ruling->proposed != ruling->step)
        {
          g_autofree char *other = g_strdup_printf (_ ("step %u was proposed"), ruling->proposed);

          g_print (" (%s)", other);
        }
      g_print ("%s%s\n", ruling->reason != NULL && *ruling->reason != '\0' ? ": " : "",
               ruling->reason != NULL ? ruling->reason : "");
    }
}

static void
print_text (MusterViolationTarget *target, const MusterViolationCase *self,
            const MusterProposal *proposal, const char *message)
{
  g_autofree char *id = muster_id_dup_text (&self->violation->id);
  g_autofree char *when = muster_violation_dup_when (self->violation);
  g_autofree char *clause = muster_violation_case_dup_clause (self);

  print_line (_ ("Id"), id);
  print_line (_ ("Member"),
              muster_violation_target_get_name (target, &self->violation->membership));
  print_line (_ ("When"), when);
  print_line (_ ("Clause"), clause);
  print_line (_ ("Edition"), self->label);
  print_line (_ ("Text"), self->clause != NULL ? self->clause->text : NULL);
  print_line (_ ("What happened"), self->violation->summary);
  print_line (_ ("State"), muster_violation_state_get_title (self->status.state));
  for (guint i = 0; i < self->exhibits->len; i++)
    {
      const MusterExhibit *exhibit = self->exhibits->pdata[i];

      print_line (muster_exhibit_kind_get_title (exhibit->kind), exhibit->value);
    }
  print_history (self);
  g_print ("\n%s\n", proposal->text);
  for (guint i = 0; i < proposal->reasons->len; i++)
    g_print ("  %s\n", ((const MusterProposalReason *) proposal->reasons->pdata[i])->text);
  if (message != NULL)
    g_print ("\n%s\n", message);
}

/**
 * muster_violation_show_print:
 *
 * Shows one violation with all that speaks for the proposal.
 *
 * Returns: the exit status
 */
int
muster_violation_show_print (MusterCommandContext *context, MusterViolationTarget *target,
                             const MusterId *id)
{
  g_autofree char *text = muster_id_dup_text (id);
  int status = MUSTER_EXIT_DONE;
  const MusterViolationCase *self = muster_violation_target_find (context, target, text, &status);
  g_autoptr (MusterProposal) proposal = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (self == NULL)
    return status;
  proposal = muster_violation_propose (self, target->cases);
  if (!muster_violation_draft_write (target->db, target->group, target->roster, self, target->today,
                                     &message, &error))
    return muster_command_fail (context, error);
  if (!context->json)
    {
      print_text (target, self, proposal, message);
      return MUSTER_EXIT_DONE;
    }

  json_builder_begin_object (builder);
  add_case_json (builder, target, self);
  add_exhibits_json (builder, self);
  add_rulings_json (builder, self);
  add_proposal_json (builder, proposal);
  muster_json_add_text (builder, "message", message);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
  return MUSTER_EXIT_DONE;
}

/**
 * muster_violation_show_run:
 * @argv: @argv[0] is the verb
 */
int
muster_violation_show_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = {
    "violation show", N_ ("ID --group NAME"),
    N_ ("Everything about one violation, what follows, and why"), NULL
  };
  g_auto (MusterViolationTarget) target = { 0 };
  const MusterViolationCase *self;
  int status;

  if (!muster_violation_target_parse (context, &command, NULL, &argc, &argv, &target, &status))
    return status;
  self = muster_violation_target_find (context, &target, argc == 2 ? argv[1] : NULL, &status);
  return self != NULL ? muster_violation_show_print (context, &target, &self->violation->id)
                      : status;
}

static void
add_row (MusterTextTable *table, MusterViolationTarget *target, const MusterViolationCase *self)
{
  g_autofree char *id = muster_id_dup_text (&self->violation->id);
  g_autofree char *when = muster_violation_dup_when (self->violation);
  g_autofree char *clause = muster_violation_case_dup_clause (self);
  g_autofree char *sanction = dup_sanction (self->status.decision);

  muster_text_table_add (table, id);
  muster_text_table_add (table, when);
  muster_text_table_add (table,
                         muster_violation_target_get_name (target, &self->violation->membership));
  muster_text_table_add (table, clause);
  muster_text_table_add (table, muster_violation_state_get_title (self->status.state));
  muster_text_table_add (table, sanction);
}

/**
 * muster_violation_list_run:
 * @argv: @argv[0] is the verb
 */
int
muster_violation_list_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "violation list", N_ ("--group NAME"),
                                         N_ ("The violations of a group, the newest first"), NULL };
  g_auto (MusterViolationTarget) target = { 0 };
  g_autofree char *member = NULL;
  gboolean open = FALSE;
  const MusterRosterMember *wanted = NULL;
  g_autoptr (MusterTextTable) table = muster_text_table_new (6);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  int status;
  const GOptionEntry entries[] = {
    { "member", 0, 0, G_OPTION_ARG_STRING, &member, N_ ("Only those of this member"), N_ ("NAME") },
    { "open", 0, 0, G_OPTION_ARG_NONE, &open, N_ ("Only those with something left to do"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_violation_target_parse (context, &command, entries, &argc, &argv, &target, &status))
    return status;
  if (argc != 1)
    return muster_command_fail_usage (context, _ ("“%s” is not expected here."), argv[1]);
  if (member != NULL)
    {
      wanted = muster_violation_target_find_member (context, &target, member, &status);
      if (wanted == NULL)
        return status;
    }

  json_builder_begin_array (builder);
  for (guint i = 0; i < target.cases->len; i++)
    {
      const MusterViolationCase *self = target.cases->pdata[i];

      if ((wanted != NULL && !muster_id_equal (&self->violation->membership, &wanted->id)) ||
          (open && !muster_violation_status_is_open (&self->status)))
        continue;
      json_builder_begin_object (builder);
      add_case_json (builder, &target, self);
      json_builder_end_object (builder);
      add_row (table, &target, self);
    }
  json_builder_end_array (builder);
  if (context->json)
    muster_command_print_json (builder);
  else
    muster_text_table_print (table);
  return MUSTER_EXIT_DONE;
}
