/* muster-rules-target.c - the document, edition and clause that a command is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rules-target"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-document-table.h"
#include "muster-rules-target.h"

void
muster_rules_target_clear (MusterRulesTarget *self)
{
  g_clear_pointer (&self->draft, muster_rule_draft_free);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->named, g_free);
  g_clear_object (&self->group);
  g_clear_object (&self->store);
}

static gboolean
open_target (MusterCommandContext *context, const char *group, MusterRulesTarget *self,
             int *out_status)
{
  g_autoptr (GError) error = NULL;

  self->today = muster_clock_get_today (context->clock);
  self->store = muster_command_open_store (context, out_status);
  if (self->store == NULL)
    return FALSE;
  self->group = muster_command_find_group (context, self->store, group, out_status);
  if (self->group == NULL)
    return FALSE;

  self->db = muster_store_get_database (self->store, NULL);
  self->documents =
      muster_document_table_list (self->db, muster_group_get_id (self->group), &error);
  if (self->documents == NULL)
    *out_status = muster_command_fail (context, error);
  return self->documents != NULL;
}

/**
 * muster_rules_target_parse:
 * @own: (nullable): the verb's options beside --group and --document, which all have
 * @argc: (inout): without the options afterwards
 * @argv: (inout)
 * @out_target: empty; to be cleared in any case
 * @out_status: set where %FALSE is returned, after help or a failure of which the user was told
 *
 * Returns: whether to go on
 */
gboolean
muster_rules_target_parse (MusterCommandContext *context, const MusterCommand *command,
                           const GOptionEntry *own, int *argc, char ***argv,
                           MusterRulesTarget *out_target, int *out_status)
{
  g_autofree char *group = NULL;
  g_autoptr (GArray) entries = g_array_new (TRUE, FALSE, sizeof (GOptionEntry));
  const GOptionEntry common[] = {
    { "group", 0, 0, G_OPTION_ARG_STRING, &group, N_ ("The group"), N_ ("NAME") },
    { "document", 0, 0, G_OPTION_ARG_STRING, &out_target->named,
      N_ ("The document; not needed where there is one"), N_ ("ID|TITLE") },
  };

  g_array_append_vals (entries, common, G_N_ELEMENTS (common));
  for (; own != NULL && own->long_name != NULL; own++)
    g_array_append_vals (entries, own, 1);
  return muster_command_parse (context, command, (const GOptionEntry *) (gpointer) entries->data,
                               argc, argv, out_status) &&
         open_target (context, group, out_target, out_status);
}

/**
 * muster_rules_target_find_title:
 * @title: a title or an id
 *
 * Returns: (nullable): one in use before an archived one
 */
const MusterDocument *
muster_rules_target_find_title (MusterRulesTarget *self, const char *title)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const MusterDocument *document = self->documents->pdata[i];
      char id[MUSTER_ID_TEXT_SIZE];

      muster_id_format (&document->id, id);
      if (strcmp (document->title, title) == 0 || strcmp (id, title) == 0)
        return document;
    }

  return NULL;
}

/* The only one in use. */
static const MusterDocument *
find_only (MusterRulesTarget *self)
{
  const MusterDocument *found = NULL;

  for (guint i = 0; i < self->documents->len; i++)
    {
      const MusterDocument *document = self->documents->pdata[i];

      if (document->archived)
        continue;
      if (found != NULL)
        return NULL;
      found = document;
    }
  return found;
}

static char *
dup_titles (MusterRulesTarget *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->documents->len; i++)
    g_string_append_printf (text, "\n  %s",
                            ((const MusterDocument *) self->documents->pdata[i])->title);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
muster_rules_target_load (MusterCommandContext *context, MusterRulesTarget *self,
                          const MusterId *document, int *out_status)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->draft, muster_rule_draft_free);
  self->draft = muster_rule_draft_load (self->db, document, self->today, &error);
  if (self->draft == NULL)
    *out_status = muster_command_fail (context, error);
  return self->draft != NULL;
}

/**
 * muster_rules_target_find:
 *
 * Loads the document that --document names, or the only one there is.
 */
gboolean
muster_rules_target_find (MusterCommandContext *context, MusterRulesTarget *self, int *out_status)
{
  const MusterDocument *found =
      self->named != NULL ? muster_rules_target_find_title (self, self->named) : find_only (self);
  g_autofree char *titles = NULL;

  if (found != NULL)
    return muster_rules_target_load (context, self, &found->id, out_status);

  titles = dup_titles (self);
  if (self->documents->len == 0)
    *out_status = muster_command_fail_usage (
        context, "%s", _ ("The group has no rule texts yet. Say “rules publish FILE”."));
  else if (self->named != NULL)
    *out_status = muster_command_fail_usage (context, _ ("The group has no document “%s”, but:%s"),
                                             self->named, titles);
  else
    *out_status = muster_command_fail_usage (
        context, _ ("Which document? Say --document with one of:%s"), titles);
  return FALSE;
}

/**
 * muster_rules_target_find_edition:
 * @label: as people say it: 2, 2a
 *
 * Returns: (nullable): %NULL after telling the user
 */
const MusterEdition *
muster_rules_target_find_edition (MusterCommandContext *context, MusterRulesTarget *self,
                                  const char *label, int *out_status)
{
  GPtrArray *editions = self->draft->editions;

  for (guint i = 0; i < editions->len; i++)
    {
      g_autofree char *other = muster_edition_dup_label (editions->pdata[i], editions);

      if (strcmp (other, label) == 0)
        return editions->pdata[i];
    }

  *out_status = muster_command_fail_usage (context, _ ("“%s” has no edition %s."),
                                           self->draft->document->title, label);
  return NULL;
}

/**
 * muster_rules_target_find_clause:
 * @number: (nullable): of the draft
 *
 * Returns: (nullable): %NULL after telling the user
 */
const MusterClause *
muster_rules_target_find_clause (MusterCommandContext *context, MusterRulesTarget *self,
                                 const char *number, int *out_status)
{
  for (guint i = 0; number != NULL && i < self->draft->clauses->len; i++)
    {
      const MusterClause *clause = self->draft->clauses->pdata[i];

      if (strcmp (clause->number, number) == 0)
        return clause;
    }

  *out_status =
      number != NULL
          ? muster_command_fail_usage (context, _ ("The draft of “%s” has no clause %s."),
                                       self->draft->document->title, number)
          : muster_command_fail_usage (context, "%s", _ ("Which clause? Say --clause NUMBER."));
  return NULL;
}
