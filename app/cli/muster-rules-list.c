/* muster-rules-list.c - musterctl rules list and show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rules-list"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-acknowledgement-table.h"
#include "muster-clause-table.h"
#include "muster-json.h"
#include "muster-outstanding.h"
#include "muster-rule-warning.h"
#include "muster-rules-json.h"
#include "muster-rules-target.h"
#include "muster-rules-verbs.h"
#include "muster-text-table.h"

static guint
count_drifts (const MusterRuleDraft *draft)
{
  g_autoptr (GPtrArray) values = muster_rule_draft_list_values (draft);
  guint n = 0;

  for (guint i = 0; i < values->len; i++)
    n += ((const MusterBoundValue *) values->pdata[i])->state == MUSTER_BINDING_DRIFTS;
  return n;
}

/* What two devices published under one number. */
static gboolean
is_forked (const MusterRuleDraft *draft)
{
  for (guint i = 1; i < draft->editions->len; i++)
    if (((const MusterEdition *) draft->editions->pdata[i])->number ==
        ((const MusterEdition *) draft->editions->pdata[i - 1])->number)
      return TRUE;

  return FALSE;
}

/* How many still have to acknowledge it; -1 where nobody is asked. */
static int
count_outstanding (MusterRulesTarget *target, MusterRoster *roster)
{
  g_autoptr (GPtrArray) acknowledgements = NULL;
  g_autoptr (GArray) asked = NULL;
  const MusterRuleDraft *draft = target->draft;
  int n = 0;

  if (draft->document->archived ||
      muster_outstanding_find_edition (draft->editions, target->today) == NULL)
    return -1;
  acknowledgements = muster_acknowledgement_table_list (target->db, &draft->document->id, NULL);
  if (acknowledgements == NULL)
    return -1;

  asked = muster_outstanding_list_asked (roster, draft->editions, acknowledgements, target->today);
  for (guint i = 0; i < asked->len; i++)
    n += g_array_index (asked, MusterAsked, i).acknowledgement == NULL;
  return n;
}

static void
add_document_json (JsonBuilder *builder, const MusterRuleDraft *draft, int n_outstanding)
{
  const MusterDocument *document = draft->document;
  const MusterEdition *newest = muster_rule_draft_get_newest (draft);
  g_autofree char *label =
      newest != NULL ? muster_edition_dup_label (newest, draft->editions) : NULL;
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (&document->id, id);
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "id", id);
  muster_json_add_text (builder, "title", document->title);
  muster_json_add_text (builder, "template", document->template_id);
  muster_json_add_flag (builder, "archived", document->archived);
  muster_json_add_text (builder, "in_force", label);
  muster_json_add_flag (builder, "draft_changed", muster_rule_draft_is_changed (draft));
  muster_json_add_flag (builder, "behind", muster_rule_draft_is_behind (draft));
  muster_json_add_int (builder, "clauses", draft->clauses->len);
  muster_json_add_int (builder, "characters", muster_rule_count_characters (document->draft));
  muster_json_add_int (builder, "welcome_characters",
                       muster_rule_count_characters (document->welcome));
  muster_json_add_int (builder, "drift", count_drifts (draft));
  json_builder_set_member_name (builder, "outstanding");
  if (n_outstanding >= 0)
    json_builder_add_int_value (builder, n_outstanding);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "editions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < draft->editions->len; i++)
    muster_rules_json_add_edition (builder, draft->editions->pdata[i], draft->editions);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static char *
dup_standing (const MusterRuleDraft *draft)
{
  const MusterEdition *newest = muster_rule_draft_get_newest (draft);
  g_autofree char *label = NULL;
  g_autofree char *day = NULL;

  if (draft->document->archived)
    return g_strdup (_ ("archived"));
  if (newest == NULL)
    return g_strdup (_ ("not published yet"));

  label = muster_edition_dup_label (newest, draft->editions);
  day = muster_day_dup_text (newest->published_on);
  /* TRANSLATORS: which edition, and the day when it was published */
  return g_strdup_printf (_ ("edition %s of %s"), label, day);
}

static void
add_document_row (MusterTextTable *table, const MusterRuleDraft *draft, int n_outstanding)
{
  g_autofree char *outstanding =
      n_outstanding > 0
          ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d still has to acknowledge it",
                                          "%d still have to acknowledge it",
                                          (gulong) n_outstanding),
                             n_outstanding)
          : NULL;
  g_autofree char *standing = dup_standing (draft);
  guint n = muster_rule_count_characters (draft->document->draft);
  g_autofree char *characters =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u character", "%u characters", n), n);
  gboolean changed =
      muster_rule_draft_get_newest (draft) != NULL && muster_rule_draft_is_changed (draft);

  muster_text_table_add (table, standing);
  muster_text_table_add (table, characters);
  muster_text_table_add (table, draft->document->title);
  muster_text_table_add (table, changed ? _ ("the draft differs") : NULL);
  muster_text_table_add (table, outstanding);
}

static void
print_troubles (const MusterRuleDraft *draft)
{
  guint n = draft->document->archived ? 0 : count_drifts (draft);

  if (is_forked (draft))
    /* TRANSLATORS: the title of a document */
    g_printerr (_ ("“%s”: two devices published the same number apart from each other. Both "
                   "stay; the later one is in force.\n"),
                draft->document->title);
  if (n > 0)
    g_printerr (g_dngettext (GETTEXT_PACKAGE,
                             "“%s”: %u clause says something else than its setting.\n",
                             "“%s”: %u clauses say something else than their settings.\n", n),
                draft->document->title, n);
}

static int
print_documents (MusterCommandContext *context, MusterRulesTarget *target)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (MusterTextTable) table = muster_text_table_new (5);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterRoster) roster =
      muster_roster_load (target->db, muster_group_get_id (target->group), target->today, &error);
  int status;

  if (roster == NULL)
    return muster_command_fail (context, error);

  json_builder_begin_array (builder);
  for (guint i = 0; i < target->documents->len; i++)
    {
      const MusterDocument *document = target->documents->pdata[i];
      int n_outstanding;

      if (!muster_rules_target_load (context, target, &document->id, &status))
        return status;
      n_outstanding = count_outstanding (target, roster);
      add_document_json (builder, target->draft, n_outstanding);
      add_document_row (table, target->draft, n_outstanding);
    }
  json_builder_end_array (builder);
  if (context->json)
    {
      muster_command_print_json (builder);
      return MUSTER_EXIT_DONE;
    }
  muster_text_table_print (table);
  for (guint i = 0; i < target->documents->len; i++)
    {
      const MusterDocument *document = target->documents->pdata[i];

      if (!muster_rules_target_load (context, target, &document->id, &status))
        return status;
      print_troubles (target->draft);
    }
  return MUSTER_EXIT_DONE;
}

/**
 * muster_rules_list_run:
 * @argv: @argv[0] is the verb
 */
int
muster_rules_list_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "rules list", N_ ("--group NAME"),
                                         N_ ("The documents of a group and their editions"), NULL };
  g_auto (MusterRulesTarget) target = { 0 };
  int status;

  if (!muster_rules_target_parse (context, &command, NULL, &argc, &argv, &target, &status))
    return status;
  if (target.documents->len == 0 && !context->json)
    g_printerr ("%s\n", _ ("The group has no rule texts yet. Say “rules publish FILE”."));
  return print_documents (context, &target);
}

/* What show prints: an edition, or the draft. */
typedef struct
{
  const MusterEdition *edition; /* NULL for the draft */
  const char *title;
  const char *text;
  const char *welcome;
  GPtrArray *clauses;  /* owned */
  GPtrArray *values;   /* owned */
  GPtrArray *bindings; /* owned */
} Shown;

static void
shown_clear (Shown *shown)
{
  g_clear_pointer (&shown->values, g_ptr_array_unref);
  g_clear_pointer (&shown->bindings, g_ptr_array_unref);
  g_clear_pointer (&shown->clauses, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_clear)

static gboolean
read_shown (MusterRulesTarget *target, const MusterEdition *edition, Shown *shown, GError **error)
{
  const MusterDocument *document = target->draft->document;
  const MusterId *owner = edition != NULL ? &edition->id : &document->id;

  shown->edition = edition;
  shown->title = edition != NULL ? edition->title : document->title;
  shown->text = edition != NULL ? edition->text : document->draft;
  shown->welcome = edition != NULL ? edition->welcome : document->welcome;
  shown->clauses = edition != NULL ? muster_clause_table_list (target->db, owner, error)
                                   : g_ptr_array_ref (target->draft->clauses);
  if (shown->clauses == NULL)
    return FALSE;
  shown->bindings = muster_binding_table_list (target->db, owner, error);
  if (shown->bindings == NULL)
    return FALSE;
  shown->values = muster_bound_value_list (shown->bindings, shown->clauses, target->draft->policy);
  return TRUE;
}

static void
print_shown_json (MusterRulesTarget *target, const Shown *shown)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) warnings =
      shown->edition == NULL ? muster_rule_warning_list (target->draft) : NULL;
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (&target->draft->document->id, id);
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "document", id);
  muster_json_add_text (builder, "title", shown->title);
  json_builder_set_member_name (builder, "edition");
  if (shown->edition != NULL)
    muster_rules_json_add_edition (builder, shown->edition, target->draft->editions);
  else
    json_builder_add_null_value (builder);
  muster_json_add_text (builder, "text", shown->text);
  muster_json_add_text (builder, "welcome", shown->welcome);
  muster_json_add_int (builder, "characters", muster_rule_count_characters (shown->text));
  muster_json_add_int (builder, "welcome_characters",
                       muster_rule_count_characters (shown->welcome));
  json_builder_set_member_name (builder, "clauses");
  json_builder_begin_array (builder);
  for (guint i = 0; i < shown->clauses->len; i++)
    {
      const MusterClause *clause = shown->clauses->pdata[i];

      json_builder_begin_object (builder);
      muster_id_format (&clause->id, id);
      muster_json_add_text (builder, "id", muster_id_is_none (&clause->id) ? NULL : id);
      muster_json_add_text (builder, "number", clause->number);
      muster_json_add_text (builder, "text", clause->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  muster_rules_json_add_values (builder, shown->values);
  if (warnings != NULL)
    muster_rules_json_add_warnings (builder, warnings);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
}

static void
print_values (GPtrArray *values)
{
  g_autoptr (MusterTextTable) table = muster_text_table_new (4);

  for (guint i = 0; i < values->len; i++)
    {
      const MusterBoundValue *value = values->pdata[i];
      g_autofree char *clause =
          value->clause != NULL ? g_strdup_printf (_ ("Clause %s"), value->clause->number) : NULL;
      g_autofree char *said = muster_bound_value_dup_clause_title (value);

      muster_text_table_add (table, clause);
      muster_text_table_add (table, value->binding->check);
      muster_text_table_add (table, value->binding->key);
      muster_text_table_add (table, said);
    }
  muster_text_table_print (table);
  for (guint i = 0; i < values->len; i++)
    {
      const MusterBoundValue *value = values->pdata[i];
      g_autofree char *sentence =
          value->state == MUSTER_BINDING_DRIFTS ? muster_bound_value_dup_sentence (value) : NULL;

      if (sentence != NULL)
        g_printerr ("%s\n", sentence);
    }
}

static void
print_shown (MusterRulesTarget *target, const Shown *shown)
{
  if (shown->edition != NULL)
    {
      g_autofree char *label = muster_edition_dup_label (shown->edition, target->draft->editions);
      g_autofree char *day = muster_day_dup_text (shown->edition->published_on);

      /* TRANSLATORS: a title, which edition, a day, who */
      g_print (_ ("%s, edition %s of %s, %s\n\n"), shown->title, label, day,
               shown->edition->author != NULL ? shown->edition->author : "");
    }
  else
    /* TRANSLATORS: a title */
    g_print (_ ("%s, draft\n\n"), shown->title);
  g_print ("%s%s", shown->text != NULL ? shown->text : "",
           shown->text != NULL && g_str_has_suffix (shown->text, "\n") ? "\n" : "\n\n");
  print_values (shown->values);
  if (shown->edition == NULL)
    {
      g_autoptr (GPtrArray) warnings = muster_rule_warning_list (target->draft);

      muster_rules_print_warnings (warnings);
    }
  print_troubles (target->draft);
}

/**
 * muster_rules_show_run:
 * @argv: @argv[0] is the verb
 */
int
muster_rules_show_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "rules show", N_ ("--group NAME [--document TITLE]"),
                                         N_ ("An edition, or the draft, with its clauses"), NULL };
  g_auto (MusterRulesTarget) target = { 0 };
  g_auto (Shown) shown = { 0 };
  g_autofree char *label = NULL;
  gboolean draft = FALSE;
  g_autoptr (GError) error = NULL;
  const MusterEdition *edition = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "edition", 0, 0, G_OPTION_ARG_STRING, &label, N_ ("Which edition; the one in force"),
      N_ ("NUMBER") },
    { "draft", 0, 0, G_OPTION_ARG_NONE, &draft, N_ ("The draft of the next edition"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_rules_target_parse (context, &command, entries, &argc, &argv, &target, &status) ||
      !muster_rules_target_find (context, &target, &status))
    return status;
  if (label != NULL)
    {
      edition = muster_rules_target_find_edition (context, &target, label, &status);
      if (edition == NULL)
        return status;
    }
  else if (!draft)
    edition = muster_rule_draft_get_newest (target.draft);

  if (!read_shown (&target, edition, &shown, &error))
    return muster_command_fail (context, error);
  if (context->json)
    print_shown_json (&target, &shown);
  else
    print_shown (&target, &shown);
  return MUSTER_EXIT_DONE;
}
