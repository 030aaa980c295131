/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every template in every language: short enough, without a warning, and saying what it sets.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "muster-edition-publish.h"
#include "muster-group-table.h"
#include "muster-rule-draft.h"
#include "muster-rule-template.h"
#include "muster-rule-warning.h"
#include "muster-store.h"

#define TODAY 20778 /* 2026-11-21 */

static const char *const languages[] = { "en", "zh_CN" };

typedef struct
{
  const char *id;
  const char *language;
  MusterId group;
  MusterId document;
} Use;

static gboolean
use_template (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Use *use = data;
  g_autofree char *name = g_strdup_printf ("%s %s", use->id, use->language);
  g_autoptr (MusterGroup) group = muster_group_new (NULL, name);

  return muster_group_table_insert (change, group, &use->group, error) &&
         muster_rule_template_apply (change, &use->group, use->id, use->language, TODAY,
                                     &use->document, error);
}

static gboolean
publish (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const Use *use = data;
  const MusterEditionRequest request = { .today = TODAY };

  return muster_edition_publish (change, &use->document, &request, NULL, error);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
dup_bindings (GPtrArray *values)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < values->len; i++)
    {
      const MusterBoundValue *value = values->pdata[i];

      g_ptr_array_add (texts,
                       g_strdup_printf ("%s %s %s=%s", value->clause->number, value->binding->check,
                                        value->binding->key, value->binding->value));
    }
  g_ptr_array_sort (texts, compare);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("\n", (char **) texts->pdata);
}

/* Returns: the bindings of the draft as text */
static char *
judge (MusterStore *store, Use *use)
{
  MusterDatabase *db = muster_store_get_database (store, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterRuleDraft) draft = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GPtrArray) warnings = NULL;

  muster_store_write (store, "Begin", use_template, use, NULL, &error);
  g_assert_no_error (error);
  draft = muster_rule_draft_load (db, &use->document, TODAY, &error);
  g_assert_no_error (error);
  values = muster_rule_draft_list_values (draft);
  warnings = muster_rule_warning_list (draft);
  for (guint i = 0; i < warnings->len; i++)
    g_test_message ("warning: %s", ((const MusterRuleWarning *) warnings->pdata[i])->text);
  g_assert_cmpuint (warnings->len, ==, 0);
  g_assert_cmpuint (draft->clauses->len, >=, 3);
  for (guint i = 0; i < values->len; i++)
    {
      const MusterBoundValue *value = values->pdata[i];

      g_test_message ("%s: %s, %s, %s", value->clause->number, value->binding->key,
                      value->clause_value, value->policy_value);
      g_assert_cmpint (value->state, !=, MUSTER_BINDING_DRIFTS);
      g_assert_cmpint (value->state, !=, MUSTER_BINDING_LOST);
    }
  muster_store_write (store, "Publish", publish, use, NULL, &error);
  g_assert_no_error (error);
  return dup_bindings (values);
}

static void
test_templates (void)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-template-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "muster.db", NULL);
  g_autoptr (MusterClock) clock = muster_clock_new_fixed ((gint64) TODAY * 86400 * G_USEC_PER_SEC);
  g_autoptr (MusterStore) store = muster_store_open (path, clock, NULL);
  g_autoptr (GPtrArray) templates = muster_rule_template_list ("en");

  g_assert_cmpuint (templates->len, >=, 7);
  for (guint i = 0; i < templates->len; i++)
    {
      const MusterRuleTemplate *template = templates->pdata[i];
      g_autofree char *first = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          Use use = { .id = template->id, .language = languages[j] };
          g_autofree char *bindings = NULL;

          g_test_message ("%s, %s", use.id, use.language);
          bindings = judge (store, &use);
          if (first != NULL)
            g_assert_cmpstr (bindings, ==, first);
          else
            first = g_steal_pointer (&bindings);
        }
    }
  g_assert_finalize_object (g_steal_pointer (&store));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_languages (void)
{
  g_autoptr (MusterRuleTemplate) chinese = muster_rule_template_find ("staff", "zh_CN.UTF-8");
  g_autoptr (MusterRuleTemplate) other = muster_rule_template_find ("staff", "pt_BR");

  g_assert_cmpstr (chinese->title, ==, "员工群");
  g_assert_true (g_str_has_prefix (chinese->text, "# 员工群规定"));
  g_assert_cmpstr (other->title, ==, "Staff group");
  g_assert_true (g_str_has_prefix (other->text, "# Rules of"));
  g_assert_null (muster_rule_template_find ("none", "en"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule-template/all", test_templates);
  g_test_add_func ("/rule-template/languages", test_languages);
  return g_test_run ();
}
