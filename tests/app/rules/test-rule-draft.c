/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "muster-clause-table.h"
#include "muster-document-table.h"
#include "muster-edition-compare.h"
#include "muster-edition-publish.h"
#include "muster-edition-table.h"
#include "muster-group-table.h"
#include "muster-input-error.h"
#include "muster-rule-warning.h"
#include "muster-store.h"
#include "muster-violation-table.h"

#define TODAY 20778 /* 2026-11-21 */
#define TEXT "1. Use your real name.\n2. Silent for three months: you leave.\n"

typedef struct
{
  char *folder, *path;
  MusterClock *clock;
  MusterStore *store;
  MusterDatabase *db;
  MusterGroup *group;
  MusterDocument *document;
} Fixture;

static gboolean
fill (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Fixture *f = data;
  g_autoptr (MusterGroup) group = muster_group_new (NULL, "Class of 1998");
  MusterId id;

  g_assert_true (muster_group_table_insert (change, group, &id, error));
  f->group = muster_group_new (&id, "Class of 1998");
  f->document = muster_document_new ();
  f->document->group = id;
  f->document->title = g_strdup ("Rules");
  f->document->draft = g_strdup (TEXT);
  return muster_rule_draft_create (change, f->document, error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("muster-draft-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "muster.db", NULL);
  f->clock = muster_clock_new_fixed ((gint64) TODAY * 86400 * G_USEC_PER_SEC);
  f->store = muster_store_open (f->path, f->clock, NULL);
  f->db = muster_store_get_database (f->store, NULL);
  g_assert_true (muster_store_write (f->store, "Fill", fill, f, NULL, NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  muster_document_free (f->document);
  g_assert_finalize_object (f->group);
  g_assert_finalize_object (f->store);
  g_assert_finalize_object (f->clock);
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->path);
  g_free (f->folder);
}

static MusterRuleDraft *
load (Fixture *f)
{
  MusterRuleDraft *draft = muster_rule_draft_load (f->db, &f->document->id, TODAY, NULL);

  g_assert_nonnull (draft);
  return draft;
}

static MusterChange *
begin (Fixture *f)
{
  MusterChange *change = muster_store_begin_change (f->store, "Test", NULL);

  g_assert_nonnull (change);
  return change;
}

static void
save (Fixture *f, const char *text)
{
  g_autoptr (MusterRuleDraft) draft = load (f);
  g_autoptr (MusterChange) change = begin (f);

  g_free (draft->document->draft);
  draft->document->draft = g_strdup (text);
  g_assert_true (muster_rule_draft_save (change, draft->document, NULL));
  g_assert_true (muster_change_commit (change, NULL));
}

static void
bind (Fixture *f, guint clause, const char *check, const char *key, const char *value)
{
  g_autoptr (MusterRuleDraft) draft = load (f);
  g_autoptr (MusterBinding) binding = muster_binding_new (
      &((const MusterClause *) draft->clauses->pdata[clause])->id, check, key, value);
  g_autoptr (MusterChange) change = begin (f);

  g_assert_true (muster_rule_draft_bind (change, &f->document->id, binding, NULL));
  g_assert_true (muster_change_commit (change, NULL));
}

static void
set_policy (Fixture *f, const char *key, const char *value)
{
  g_autoptr (MusterChange) change = begin (f);

  g_assert_true (
      muster_policy_set (change, muster_group_get_id (f->group), key, value, TODAY, NULL));
  g_assert_true (muster_change_commit (change, NULL));
}

/* NULL with @error set if it was refused. */
static MusterEdition *
publish (Fixture *f, const MusterEditionRequest *request, GError **error)
{
  g_autoptr (MusterChange) change = begin (f);
  MusterEdition *edition = NULL;

  if (!muster_edition_publish (change, &f->document->id, request, &edition, error))
    {
      muster_change_cancel (change);
      return NULL;
    }
  g_assert_true (muster_change_commit (change, NULL));
  return edition;
}

static MusterEdition *
publish_next (Fixture *f)
{
  g_autoptr (MusterRuleDraft) draft = load (f);
  const MusterEdition *newest = muster_rule_draft_get_newest (draft);
  MusterEditionRequest request = { .today = TODAY, .author = "Keeper", .note = "More" };
  g_autoptr (GError) error = NULL;
  MusterEdition *edition;

  if (newest != NULL)
    request.expected = newest->id;
  edition = publish (f, &request, &error);
  g_assert_no_error (error);
  return edition;
}

static void
assert_refused (Fixture *f, const MusterEditionRequest *request, const char *words)
{
  g_autoptr (GError) error = NULL;
  MusterEdition *edition = publish (f, request, &error);

  g_assert_null (edition);
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_publish (Fixture *f, gconstpointer data)
{
  g_autoptr (MusterEdition) first = publish_next (f);
  g_autoptr (MusterEdition) second = NULL;
  g_autoptr (MusterEdition) in_force = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (MusterRuleDraft) draft = NULL;

  g_assert_cmpuint (first->number, ==, 1);
  g_assert_true (first->material);
  save (f, "1. Be kind to each other.\n" TEXT);
  second = publish_next (f);
  g_assert_cmpuint (second->number, ==, 2);
  g_assert_false (second->material);
  g_assert_true (muster_id_equal (&second->based_on, &first->id));
  g_assert_cmpint (second->published_at, >, first->published_at);

  before = muster_clause_table_list (f->db, &first->id, NULL);
  after = muster_clause_table_list (f->db, &second->id, NULL);
  g_assert_cmpuint (before->len, ==, 2);
  g_assert_cmpuint (after->len, ==, 3);
  for (guint i = 0; i < 2; i++)
    g_assert_true (muster_id_equal (&((MusterClause *) before->pdata[i])->id,
                                    &((MusterClause *) after->pdata[i + 1])->id));

  in_force =
      muster_edition_table_find_in_force (f->db, &f->document->id, first->published_at, NULL);
  g_assert_true (muster_id_equal (&in_force->id, &first->id));
  g_assert_null (
      muster_edition_table_find_in_force (f->db, &f->document->id, first->published_at - 1, NULL));
  draft = load (f);
  g_assert_false (muster_rule_draft_is_behind (draft));
  g_assert_false (muster_rule_draft_is_changed (draft));
}

static void
name_clause (Fixture *f, const MusterId *clause)
{
  g_autoptr (MusterChange) change = begin (f);
  MusterViolation violation = { .group = f->document->group,
                                .membership = muster_id_new (1),
                                .document = f->document->id,
                                .clause = *clause,
                                .happened_at = (gint64) TODAY * 86400,
                                .reported_on = TODAY };

  g_assert_true (muster_violation_table_insert (change, &violation, NULL));
  g_assert_true (muster_change_commit (change, NULL));
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  MusterEditionRequest request = { .today = TODAY };
  g_autoptr (MusterEdition) first = NULL;
  g_autoptr (MusterEdition) second = NULL;
  g_autoptr (GPtrArray) clauses = NULL;

  save (f, " \n");
  assert_refused (f, &request, "empty");
  save (f, TEXT);
  first = publish_next (f);
  assert_refused (f, &request, "meanwhile");
  request.expected = first->id;
  assert_refused (f, &request, "Nothing is different");

  bind (f, 1, "silent", "silent-after", NULL);
  set_policy (f, "silent-after", "P6M");
  assert_refused (f, &request, "3 months");
  set_policy (f, "silent-after", "P3M");

  clauses = muster_clause_table_list (f->db, &first->id, NULL);
  name_clause (f, &((MusterClause *) clauses->pdata[0])->id);
  save (f, "2. Silent for three months: you leave.\n");
  assert_refused (f, &request, "Clause 1 is gone");
  request.drop = TRUE;
  second = publish (f, &request, NULL);
  g_assert_nonnull (second);
}

/* Two devices: each publishes edition 2 on top of 1; both stay. */
static void
test_published_twice (Fixture *f, gconstpointer data)
{
  g_autoptr (MusterEdition) first = publish_next (f);
  g_autoptr (MusterEdition) second = NULL;
  g_autoptr (MusterEdition) third = NULL;
  g_autoptr (MusterRuleDraft) draft = NULL;
  g_autoptr (MusterEdition) other = muster_edition_copy (first);
  static const char *const labels[] = { "1", "2a", "2b", "3" };
  g_autoptr (GPtrArray) editions = NULL;

  save (f, TEXT "3. Mine.\n");
  second = publish_next (f);
  {
    g_autoptr (MusterChange) change = begin (f);

    other->number = 2;
    other->published_at = second->published_at + 60;
    other->based_on = first->id;
    g_free (other->author);
    other->author = g_strdup ("Bea");
    g_assert_true (muster_edition_table_insert (change, other, NULL));
    g_assert_true (muster_change_commit (change, NULL));
  }
  draft = load (f);
  g_assert_true (muster_rule_draft_is_behind (draft));
  {
    MusterEditionRequest request = { .today = TODAY, .expected = second->id };

    assert_refused (f, &request, "Edition 2b was published by Bea meanwhile");
  }
  save (f, TEXT "3. Both.\n");
  third = publish_next (f);
  editions = muster_edition_table_list (f->db, &f->document->id, NULL);
  g_assert_cmpuint (editions->len, ==, G_N_ELEMENTS (labels));
  for (guint i = 0; i < editions->len; i++)
    {
      g_autofree char *label = muster_edition_dup_label (editions->pdata[i], editions);

      g_assert_cmpstr (label, ==, labels[i]);
    }
}

/* Key, its value, the text that names it; what both sides become. */
static const struct
{
  const char *label;
  const char *check, *key, *value;
  const char *clause;
  const char *policy_after; /* when the clause's is taken */
  const char *clause_after; /* when the policy's is taken */
} drifts[] = {
  { "a period", "silent", "silent-after", "P6M", "Silent for three months: you leave.", "P3M",
    "Silent for six months: you leave." },
  { "a period in Chinese", "silent", "silent-after", "P6M", "三个月不发言者退群。", "P3M",
    "六个月不发言者退群。" },
  { "minutes", "unanswered", "receipt-within", "60", "Answer in 30 minutes.", "30",
    "Answer in 60 minutes." },
  { "hours", "quiet-hours", "quiet-hours", "23:00-07:00", "晚上10点到早上8点免打扰。",
    "22:00-08:00", "23:00-07:00免打扰。" },
  { "a template", "nickname", "naming", "{name}", "Call yourself `{department}-{name}`.",
    "{department}-{name}", "Call yourself `{name}`." },
  { "a fine", "unanswered", "ladder", "1 private; 2 fine 80", "不回复罚款 100 元。",
    "1 private; 2 fine 100", "不回复罚款 80 元。" },
};

static void
test_drift (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (drifts); i++)
    for (int take_clause = 0; take_clause < 2; take_clause++)
      {
        g_autofree char *text = g_strdup_printf ("Intro\n\n**7.** %s\n\nEnd.\n", drifts[i].clause);
        g_autoptr (MusterRuleDraft) draft = NULL;
        g_autoptr (GPtrArray) values = NULL;
        const MusterBoundValue *value;
        g_autoptr (MusterChange) change = NULL;
        g_autoptr (GError) error = NULL;

        g_test_message ("%s", drifts[i].label);
        save (f, "none");
        save (f, text);
        set_policy (f, drifts[i].key, drifts[i].value);
        bind (f, 0, drifts[i].check, drifts[i].key, NULL);
        draft = load (f);
        values = muster_rule_draft_list_values (draft);
        value = muster_bound_value_find_drift (values);
        g_assert_nonnull (value);

        change = begin (f);
        muster_rule_draft_settle (change, &f->document->id, value->binding, take_clause, TODAY,
                                  &error);
        g_assert_no_error (error);
        g_assert_true (muster_change_commit (change, NULL));
        g_clear_pointer (&values, g_ptr_array_unref);
        g_clear_pointer (&draft, muster_rule_draft_free);
        draft = load (f);
        values = muster_rule_draft_list_values (draft);
        g_assert_null (muster_bound_value_find_drift (values));
        g_assert_cmpstr (muster_policy_get (draft->policy, drifts[i].key), ==,
                         take_clause ? drifts[i].policy_after : drifts[i].value);
        g_assert_cmpstr (((MusterClause *) draft->clauses->pdata[0])->text, ==,
                         take_clause ? drifts[i].clause : drifts[i].clause_after);
      }
}

/* Two settings of one form in a clause: each has its own value, whichever of them changed. */
static void
test_two_values (Fixture *f, gconstpointer data)
{
  g_autoptr (MusterRuleDraft) draft = NULL;
  g_autoptr (GPtrArray) values = NULL;

  save (f, "1. One month: a reminder; three months: you leave.\n");
  bind (f, 0, "remind", "remind-after", "P1M");
  bind (f, 0, "silent", "silent-after", "P3M");
  set_policy (f, "remind-after", "P3M");
  set_policy (f, "silent-after", "P6M");
  draft = load (f);
  values = muster_rule_draft_list_values (draft);
  g_assert_cmpuint (values->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const MusterBoundValue *value = values->pdata[i];

      g_assert_cmpint (value->state, ==, MUSTER_BINDING_DRIFTS);
      g_assert_cmpstr (value->clause_value, ==, value->binding->value);
    }
}

/* What is bound to a clause that goes stays, and comes back with it. */
static void
test_clause_comes_back (Fixture *f, gconstpointer data)
{
  g_autoptr (MusterRuleDraft) draft = NULL;
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GPtrArray) values = NULL;

  bind (f, 1, "silent", "silent-after", NULL);
  save (f, "1. Use your real name.\n");
  draft = load (f);
  warnings = muster_rule_warning_list (draft);
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_cmpstr (((MusterRuleWarning *) warnings->pdata[0])->kind, ==, "bound-gone");
  save (f, TEXT);
  g_clear_pointer (&draft, muster_rule_draft_free);
  draft = load (f);
  values = muster_rule_draft_list_values (draft);
  g_assert_cmpint (((MusterBoundValue *) values->pdata[0])->state, ==, MUSTER_BINDING_AGREES);
}

static void
test_begin_from (Fixture *f, gconstpointer data)
{
  g_autoptr (MusterEdition) first = publish_next (f);
  g_autoptr (MusterEdition) second = NULL;
  g_autoptr (MusterRuleDraft) draft = NULL;
  g_autoptr (MusterChange) change = NULL;
  g_autoptr (GPtrArray) clauses = muster_clause_table_list (f->db, &first->id, NULL);

  save (f, "1. Another text altogether.\n");
  second = publish_next (f);
  change = begin (f);
  g_assert_true (muster_rule_draft_begin_from (change, first, NULL));
  g_assert_true (muster_change_commit (change, NULL));
  draft = load (f);
  g_assert_cmpstr (draft->document->draft, ==, TEXT);
  g_assert_false (muster_rule_draft_is_behind (draft));
  g_assert_true (muster_rule_draft_is_changed (draft));
  for (guint i = 0; i < 2; i++)
    g_assert_true (muster_id_equal (&((MusterClause *) draft->clauses->pdata[i])->id,
                                    &((MusterClause *) clauses->pdata[i])->id));
}

static const struct
{
  const char *label;
  const char *text;
  const char *kinds;
} warnings_rows[] = {
  { "nothing", TEXT, "" },
  { "moved",
    "1. Be kind to each other, all of you.\n2. Use your real name.\n"
    "3. Silent for three months: you leave.\n",
    "number-again number-moved number-moved" },
  { "twice", "1. Use your real name.\n1. Silent for three months: you leave.\n2. Be kind.\n",
    "number-twice number-moved number-again" },
  { "HTML", TEXT "<script>alert(1)</script>\n", "html" },
  { "a link", TEXT "[x](javascript:alert(1))\n", "link" },
  { "no clause", "Be kind.\n", "no-clauses" },
};

static void
test_warnings (Fixture *f, gconstpointer data)
{
  g_autoptr (MusterEdition) first = publish_next (f);
  g_autoptr (MusterRuleDraft) draft = load (f);

  for (guint i = 0; i < G_N_ELEMENTS (warnings_rows); i++)
    {
      g_autoptr (GPtrArray) warnings = NULL;
      g_autoptr (GString) kinds = g_string_new (NULL);

      g_test_message ("%s", warnings_rows[i].label);
      muster_rule_draft_set_text (draft, warnings_rows[i].text);
      warnings = muster_rule_warning_list (draft);
      for (guint j = 0; j < warnings->len; j++)
        g_string_append_printf (kinds, "%s%s", j > 0 ? " " : "",
                                ((MusterRuleWarning *) warnings->pdata[j])->kind);
      g_assert_cmpstr (kinds->str, ==, warnings_rows[i].kinds);
    }
}

static void
test_counts (void)
{
  static const struct
  {
    const char *text;
    guint n;
  } counts[] = {
    { "", 0 }, { "真名。", 3 }, { "Real name.", 9 }, { "# **真名** 3!", 4 }, { "e\u0301", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (muster_rule_count_characters (counts[i].text), ==, counts[i].n);
}

static void
test_too_large (Fixture *f, gconstpointer data)
{
  g_autoptr (MusterRuleDraft) draft = load (f);
  g_autoptr (MusterChange) change = begin (f);
  g_autoptr (GError) error = NULL;

  g_free (draft->document->draft);
  draft->document->draft = g_strnfill (10000000, 'x');
  g_assert_false (muster_rule_draft_save (change, draft->document, &error));
  g_assert_error (error, MUSTER_INPUT_ERROR, MUSTER_INPUT_ERROR_LIMIT);
  muster_change_cancel (change);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "/rule-draft/publish", test_publish },
    { "/rule-draft/refused", test_refused },
    { "/rule-draft/published-twice", test_published_twice },
    { "/rule-draft/drift", test_drift },
    { "/rule-draft/two-values", test_two_values },
    { "/rule-draft/clause-comes-back", test_clause_comes_back },
    { "/rule-draft/begin-from", test_begin_from },
    { "/rule-draft/warnings", test_warnings },
    { "/rule-draft/too-large", test_too_large },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add_func ("/rule-draft/counts", test_counts);
  return g_test_run ();
}
