/* muster-rule-template.c - rule texts to begin from
 *
 * They stand in data/rules: templates.ini says what each means to the program, ID.md and
 * ID.LANGUAGE.md what it says to people.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rule-template"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-binding-table.h"
#include "muster-clause-table.h"
#include "muster-group-table.h"
#include "muster-policy.h"
#include "muster-rule-draft.h"
#include "muster-rule-template.h"
#include "muster-rules-resources.h"
#include "muster-store-error.h"

#define FOLDER "/org/musterapp/Muster/rules/"

static char *
dup_resource (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (muster_rules_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                       : NULL;
}

static GKeyFile *
load_index (void)
{
  g_autofree char *text = dup_resource ("templates.ini");
  GKeyFile *index = g_key_file_new ();
  gboolean loaded =
      g_key_file_load_from_data (index, text, strlen (text), G_KEY_FILE_KEEP_TRANSLATIONS, NULL);

  g_assert (loaded); /* it is part of the program */
  return index;
}

static char *
dup_text (const char *id, const char *language)
{
  g_auto (GStrv) variants = g_get_locale_variants (language);
  g_autofree char *plain = g_strdup_printf ("%s.md", id);

  for (guint i = 0; variants[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s.md", id, variants[i]);
      char *text = dup_resource (name);

      if (text != NULL)
        return text;
    }
  return dup_resource (plain);
}

static MusterRuleTemplate *
read_template (GKeyFile *index, const char *id, const char *language)
{
  MusterRuleTemplate *self = g_new0 (MusterRuleTemplate, 1);

  self->id = g_strdup (id);
  self->title = g_key_file_get_locale_string (index, id, "title", language, NULL);
  self->summary = g_key_file_get_locale_string (index, id, "summary", language, NULL);
  self->welcome = g_key_file_get_locale_string (index, id, "welcome", language, NULL);
  self->text = dup_text (id, language);
  return self;
}

/**
 * muster_rule_template_find:
 * @language: as zh_CN; what there is no translation for is English
 *
 * Returns: (nullable) (transfer full): %NULL where there is no such template
 */
MusterRuleTemplate *
muster_rule_template_find (const char *id, const char *language)
{
  g_autoptr (GKeyFile) index = load_index ();

  return g_key_file_has_group (index, id) ? read_template (index, id, language) : NULL;
}

void
muster_rule_template_free (MusterRuleTemplate *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->text);
  g_free (self->welcome);
  g_free (self);
}

/**
 * muster_rule_template_list:
 * @language: as zh_CN; what there is no translation for is English
 *
 * Returns: (transfer full) (element-type MusterRuleTemplate)
 */
GPtrArray *
muster_rule_template_list (const char *language)
{
  g_autoptr (GKeyFile) index = load_index ();
  g_auto (GStrv) ids = g_key_file_get_groups (index, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_rule_template_free);

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (list, read_template (index, ids[i], language));
  return list;
}

/* The settings of the policy: KEY=VALUE each. */
static gboolean
set_policy (MusterChange *change, const MusterId *group, GKeyFile *index, const char *id,
            MusterDay today, GHashTable *values, GError **error)
{
  g_auto (GStrv) settings = g_key_file_get_string_list (index, id, "policy", NULL, NULL);

  for (guint i = 0; settings[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (settings[i], "=", 2);

      if (!muster_policy_set (change, group, pair[0], pair[1], today, error))
        return FALSE;
      g_hash_table_insert (values, g_strdup (pair[0]), g_strdup (pair[1]));
    }

  return TRUE;
}

static gboolean
lock_name (MusterChange *change, const MusterId *id, GError **error)
{
  g_autoptr (MusterGroup) group =
      muster_group_table_load (muster_change_get_database (change), id, error);

  if (group == NULL)
    return FALSE;

  muster_group_set_name_locked (group, TRUE);
  return muster_group_table_update (change, group, error);
}

/* @text: CHECK, CHECK KEY or CHECK KEY=VALUE */
static MusterBinding *
read_binding (const MusterId *clause, const char *text, GHashTable *values)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);
  g_auto (GStrv) pair = words[1] != NULL ? g_strsplit (words[1], "=", 2) : NULL;

  if (pair == NULL)
    return muster_binding_new (clause, words[0], "", NULL);

  return muster_binding_new (clause, words[0], pair[0],
                             pair[1] != NULL ? pair[1] : g_hash_table_lookup (values, pair[0]));
}

static gboolean
bind_clause (MusterChange *change, const MusterId *document, const MusterClause *clause,
             GKeyFile *index, const char *id, GHashTable *values, GError **error)
{
  g_autofree char *key = g_strdup_printf ("clause-%s", clause->number);
  g_auto (GStrv) texts = g_key_file_get_string_list (index, id, key, NULL, NULL);

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autoptr (MusterBinding) binding = read_binding (&clause->id, texts[i], values);

      if (!muster_binding_table_set (change, document, binding, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
bind_clauses (MusterChange *change, const MusterId *document, GKeyFile *index, const char *id,
              GHashTable *values, GError **error)
{
  g_autoptr (GPtrArray) clauses =
      muster_clause_table_list (muster_change_get_database (change), document, error);

  for (guint i = 0; clauses != NULL && i < clauses->len; i++)
    if (!bind_clause (change, document, clauses->pdata[i], index, id, values, error))
      return FALSE;

  return clauses != NULL;
}

/* What the text calls itself. */
static char *
dup_heading (const MusterRuleTemplate *template)
{
  const char *start = g_str_has_prefix (template->text, "# ") ? template->text + 2 : NULL;

  return start != NULL ? g_strndup (start, strcspn (start, "\n")) : g_strdup (template->title);
}

/**
 * muster_rule_template_apply:
 * @language: of the text
 * @out_document: (optional): the new document; its draft is the template's text
 *
 * Begins a document from a template: what its clauses say becomes the policy, and the clauses are
 * bound to it.
 */
gboolean
muster_rule_template_apply (MusterChange *change, const MusterId *group, const char *id,
                            const char *language, MusterDay today, MusterId *out_document,
                            GError **error)
{
  g_autoptr (GKeyFile) index = load_index ();
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (MusterRuleTemplate) template = NULL;
  g_autoptr (MusterDocument) document = muster_document_new ();

  if (!g_key_file_has_group (index, id))
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _ ("There is no template “%s”."), id);
      return FALSE;
    }

  template = read_template (index, id, language);
  document->group = *group;
  document->title = dup_heading (template);
  document->draft = g_strdup (template->text);
  document->template_id = g_strdup (id);
  document->welcome = g_strdup (template->welcome);
  if (!set_policy (change, group, index, id, today, values, error) ||
      (g_key_file_has_key (index, id, "group", NULL) && !lock_name (change, group, error)) ||
      !muster_rule_draft_create (change, document, error) ||
      !bind_clauses (change, &document->id, index, id, values, error))
    return FALSE;

  if (out_document != NULL)
    *out_document = document->id;
  return TRUE;
}
