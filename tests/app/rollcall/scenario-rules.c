/* scenario-rules.c - the rule texts of a small group for a test of the checks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-rules.h"

#include "muster-document-table.h"
#include "muster-edition-publish.h"

/* The group's document of the title; a new one if there is none. */
static MusterDocument *
take_document (MusterChange *change, const MusterId *group, const char *title)
{
  g_autoptr (GPtrArray) documents =
      muster_document_table_list (muster_change_get_database (change), group, NULL);
  MusterDocument *document;

  for (guint i = 0; i < documents->len; i++)
    if (g_str_equal (((MusterDocument *) documents->pdata[i])->title, title))
      return muster_document_copy (documents->pdata[i]);

  document = muster_document_new ();
  document->group = *group;
  document->title = g_strdup (title);
  g_assert_true (muster_rule_draft_create (change, document, NULL));
  return document;
}

/* NUMBER:CHECK:KEY */
static void
bind (MusterChange *change, const MusterRuleDraft *draft, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, ":", 3);

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  for (guint i = 0; i < draft->clauses->len; i++)
    {
      const MusterClause *clause = draft->clauses->pdata[i];
      g_autoptr (MusterBinding) binding =
          muster_binding_new (&clause->id, parts[1], parts[2], NULL);

      if (g_str_equal (clause->number, parts[0]))
        g_assert_true (muster_rule_draft_bind (change, &draft->document->id, binding, NULL));
    }
}

static void
publish (MusterChange *change, const MusterId *group, char **words)
{
  g_autoptr (MusterDocument) document = take_document (change, group, words[2]);
  MusterDatabase *db = muster_change_get_database (change);
  MusterEditionRequest request = { .today = MUSTER_DAY_NONE };
  g_autoptr (MusterRuleDraft) draft = NULL;
  const MusterEdition *newest;
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_day_parse (words[1], &request.today));
  g_free (document->draft);
  document->draft = g_strdelimit (g_strdup (words[3]), "|", '\n');
  g_assert_true (muster_rule_draft_save (change, document, NULL));
  draft = muster_rule_draft_load (db, &document->id, request.today, NULL);
  for (char **word = words + 4; *word != NULL; word++)
    bind (change, draft, *word);
  newest = muster_rule_draft_get_newest (draft);
  if (newest != NULL)
    request.expected = newest->id;
  muster_edition_publish (change, &document->id, &request, NULL, &error);
  g_assert_no_error (error);
}

/* Whether the line was about rules. */
gboolean
scenario_rules_take_line (MusterChange *change, const MusterId *group, char **words)
{
  if (g_str_equal (words[0], "edition"))
    publish (change, group, words);
  else if (g_str_equal (words[0], "archived"))
    {
      g_autoptr (MusterDocument) document = take_document (change, group, words[1]);

      document->archived = TRUE;
      g_assert_true (muster_document_table_update (change, document, NULL));
    }
  else
    return FALSE;

  return TRUE;
}
