/* muster-rules-publish.c - musterctl rules publish FILE and draft FILE
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rules-publish"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-edition-publish.h"
#include "muster-input-error.h"
#include "muster-json.h"
#include "muster-rule-file.h"
#include "muster-rule-warning.h"
#include "muster-rules-json.h"
#include "muster-rules-target.h"
#include "muster-rules-verbs.h"

/* What the options say; texts are owned. */
typedef struct
{
  MusterRulesTarget *target;
  MusterDocument *document; /* owned: as it will be */
  gboolean publish;
  gboolean is_new;
  char *title;
  char *welcome;
  char *note;
  char *encoding;
  gboolean material;
  gboolean drop;
  gboolean dry_run;
  MusterEdition *edition; /* owned: what was published */
} Edit;

static void
edit_clear (Edit *edit)
{
  g_clear_pointer (&edit->document, muster_document_free);
  g_clear_pointer (&edit->edition, muster_edition_free);
  g_free (edit->title);
  g_free (edit->welcome);
  g_free (edit->note);
  g_free (edit->encoding);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Edit, edit_clear)

static void
set_text (char **text, char *value)
{
  g_free (*text);
  *text = value;
}

/* The document that the file is about: the one that is named, one of that title, or a new one. */
static int
find_document (MusterCommandContext *context, Edit *edit, const char *path, const char *text)
{
  MusterRulesTarget *target = edit->target;
  g_autofree char *title =
      edit->title != NULL ? g_strdup (edit->title) : muster_rule_file_dup_title (path, text);
  const MusterDocument *found = NULL;
  int status;

  if (target->named == NULL && text != NULL)
    found = muster_rules_target_find_title (target, title);
  if (target->named != NULL || text == NULL)
    {
      if (!muster_rules_target_find (context, target, &status))
        return status;
    }
  else if (found != NULL && !muster_rules_target_load (context, target, &found->id, &status))
    return status;

  edit->is_new = target->draft == NULL;
  if (!edit->is_new)
    edit->document = muster_document_copy (target->draft->document);
  else
    {
      edit->document = muster_document_new ();
      edit->document->group = *muster_group_get_id (target->group);
      edit->document->title = g_strdup (title);
    }
  if (edit->title != NULL)
    set_text (&edit->document->title, g_strdup (edit->title));
  if (text != NULL)
    set_text (&edit->document->draft, g_strdup (text));
  return MUSTER_EXIT_DONE;
}

static gboolean
write_edit (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;
  MusterRulesTarget *target = edit->target;
  MusterEditionRequest request = { .material = edit->material,
                                   .note = edit->note,
                                   .author = muster_store_get_author (target->store),
                                   .today = target->today,
                                   .drop = edit->drop };
  const MusterEdition *newest =
      target->draft != NULL ? muster_rule_draft_get_newest (target->draft) : NULL;

  if (edit->is_new ? !muster_rule_draft_create (change, edit->document, error)
                   : !muster_rule_draft_save (change, edit->document, error))
    return FALSE;
  if (!edit->publish)
    return TRUE;
  if (newest != NULL)
    request.expected = newest->id;
  return muster_edition_publish (change, &edit->document->id, &request, &edit->edition, error);
}

/* Does it all and takes it back: what would be refused is refused here too. */
static gboolean
try_edit (Edit *edit, const char *title, MusterRuleDraft **out_draft, GError **error)
{
  g_autoptr (MusterChange) change = muster_store_begin_change (edit->target->store, title, error);
  gboolean done = change != NULL && write_edit (change, edit, NULL, error);

  if (done)
    *out_draft = muster_rule_draft_load (muster_change_get_database (change), &edit->document->id,
                                         edit->target->today, error);
  if (change != NULL)
    muster_change_cancel (change);
  return done && *out_draft != NULL;
}

static char *
dup_title (const Edit *edit)
{
  const char *title = edit->document->title;

  return edit->publish ? g_strdup_printf (_ ("Publish “%s”"), title)
                       : g_strdup_printf (_ ("Edit the draft of “%s”"), title);
}

static void
print_result (MusterCommandContext *context, const Edit *edit, const MusterRuleDraft *draft,
              GPtrArray *changes, GPtrArray *warnings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *label =
      edit->edition != NULL ? muster_edition_dup_label (edit->edition, draft->editions) : NULL;
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (&edit->document->id, id);
  if (!context->json)
    {
      if (edit->dry_run)
        muster_rules_print_changes (changes);
      else if (label != NULL)
        /* TRANSLATORS: a title, and which edition */
        g_print (_ ("“%s”: edition %s is in force.\n"), edit->document->title, label);
      muster_rules_print_warnings (warnings);
      return;
    }
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "document", edit->dry_run && edit->is_new ? NULL : id);
  muster_json_add_text (builder, "title", edit->document->title);
  muster_json_add_flag (builder, "dry_run", edit->dry_run);
  muster_json_add_text (builder, "edition", label);
  muster_json_add_int (builder, "clauses", draft->clauses->len);
  muster_json_add_int (builder, "characters",
                       muster_rule_count_characters (draft->document->draft));
  muster_rules_json_add_changes (builder, changes);
  muster_rules_json_add_warnings (builder, warnings);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
}

/* What the text changes: told from the draft before it is published. */
static int
carry_out (MusterCommandContext *context, Edit *edit)
{
  g_autofree char *title = dup_title (edit);
  g_autoptr (MusterRuleDraft) draft = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;
  gboolean publish = edit->publish;
  int status;

  edit->publish = FALSE;
  if (!try_edit (edit, title, &draft, &error))
    return muster_command_fail (context, error);
  changes = muster_rule_draft_compare (draft);
  warnings = muster_rule_warning_list (draft);
  edit->publish = publish;

  if (edit->dry_run)
    {
      g_autoptr (MusterRuleDraft) after = NULL;

      if (publish && !try_edit (edit, title, &after, &error))
        return muster_command_fail (context, error);
      print_result (context, edit, after != NULL ? after : draft, changes, warnings);
      return MUSTER_EXIT_DONE;
    }
  if (!muster_store_write (edit->target->store, title, write_edit, edit, NULL, &error))
    return muster_command_fail (context, error);
  if (!muster_rules_target_load (context, edit->target, &edit->document->id, &status))
    return status;
  print_result (context, edit, edit->target->draft, changes, warnings);
  return MUSTER_EXIT_DONE;
}

static gboolean
read_files (Edit *edit, const char *path, char **out_text, GError **error)
{
  if (path != NULL)
    {
      *out_text = muster_rule_file_read (path, edit->encoding, error);
      if (*out_text == NULL)
        return FALSE;
    }
  if (edit->welcome != NULL)
    {
      char *welcome = muster_rule_file_read (edit->welcome, edit->encoding, error);

      if (welcome == NULL)
        return FALSE;
      set_text (&edit->welcome, welcome);
    }
  return TRUE;
}

/**
 * muster_rules_publish_run:
 * @argv: @argv[0] is the verb: publish or draft
 *
 * Without a file the draft is published as it is.
 */
int
muster_rules_publish_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand commands[] = {
    { "rules publish", N_ ("[FILE] --group NAME"),
      N_ ("Publish a text as a document or as its next edition"), NULL },
    { "rules draft", N_ ("FILE --group NAME"), N_ ("Take a text as the draft of a document"),
      NULL },
  };
  g_auto (MusterRulesTarget) target = { 0 };
  g_auto (Edit) edit = { .target = &target, .publish = strcmp (argv[0], "publish") == 0 };
  const MusterCommand *command = &commands[edit.publish ? 0 : 1];
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &edit.title,
      N_ ("What the document is called; its first heading, or the name of the file"),
      N_ ("TITLE") },
    { "welcome", 0, 0, G_OPTION_ARG_STRING, &edit.welcome,
      N_ ("The short form for newcomers, from a file"), N_ ("FILE") },
    { "material", 0, 0, G_OPTION_ARG_NONE, &edit.material,
      N_ ("publish: everybody is asked to acknowledge it"), NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &edit.note, N_ ("publish: what is new"), N_ ("TEXT") },
    { "drop", 0, 0, G_OPTION_ARG_NONE, &edit.drop,
      N_ ("publish: clauses may go although violations name them"), NULL },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &edit.encoding, N_ ("Read the file in this encoding"),
      N_ ("NAME") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &edit.dry_run,
      N_ ("Say what would change, and change nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_rules_target_parse (context, command, entries, &argc, &argv, &target, &status))
    return status;
  if (argc > 2 || (argc == 1 && !edit.publish))
    return muster_command_fail_usage (context, "%s", _ ("Name one file."));
  if (!read_files (&edit, argc == 2 ? argv[1] : NULL, &text, &error))
    return muster_command_fail (context, error);

  status = find_document (context, &edit, argc == 2 ? argv[1] : "", text);
  if (status != MUSTER_EXIT_DONE)
    return status;
  if (edit.welcome != NULL)
    set_text (&edit.document->welcome, g_strdup (edit.welcome));
  return carry_out (context, &edit);
}
