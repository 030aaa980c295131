/* muster-check-name-command.c - musterctl check-name: verdicts without a database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-name-command"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "muster-command.h"
#include "muster-input-error.h"
#include "muster-json.h"
#include "muster-name-file.h"
#include "muster-naming-checker.h"

typedef struct
{
  MusterNamingChecker *checker; /* owned */
  MusterNamingRoster *roster;   /* (owned) (nullable) */
  JsonBuilder *json;            /* (owned) (nullable): for people if NULL */
} Job;

/* FIELD=VALUE[=ALIAS…],…  %FALSE if it is not of that form. */
static gboolean
add_list (MusterNamingLists *lists, const char *text)
{
  g_auto (GStrv) halves = g_strsplit (text, "=", 2);
  g_auto (GStrv) values = NULL;

  if (!g_utf8_validate (text, -1, NULL) || *halves[0] == '\0' || halves[1] == NULL ||
      *halves[1] == '\0')
    return FALSE;

  values = g_strsplit (halves[1], ",", -1);
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_auto (GStrv) spellings = g_strsplit (values[i], "=", -1);

      if (spellings[0] == NULL || *spellings[0] == '\0')
        return FALSE;
      muster_naming_lists_add (lists, halves[0], spellings[0], (const char *const *) spellings + 1);
    }
  return TRUE;
}

static void
add_result (JsonBuilder *builder, const char *nickname, const MusterNamingResult *result)
{
  json_builder_begin_object (builder);
  muster_json_add_text (builder, "nickname", nickname);
  muster_json_add_text (builder, "verdict", muster_naming_verdict_get_id (result->verdict));
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (char **reason = result->reasons; *reason != NULL; reason++)
    json_builder_add_string_value (builder, *reason);
  json_builder_end_array (builder);
  muster_json_add_text (builder, "suggestion", result->suggestion);
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < result->parts->len; i++)
    {
      const MusterNamingValue *part = g_ptr_array_index (result->parts, i);

      muster_json_add_text (builder, part->field, part->value);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/* What a terminal would obey is shown as a picture of itself. */
static char *
dup_printable (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if ((guchar) *text < ' ' || *text == 0x7F)
      g_string_append_unichar (out, *text == 0x7F ? 0x2421 : 0x2400 + (gunichar) *text);
    else
      g_string_append_unichar (out, g_utf8_get_char (text));

  return g_string_free (out, FALSE);
}

static void
print_result (const char *nickname, const MusterNamingResult *result)
{
  g_autofree char *shown = dup_printable (nickname);

  g_print ("%s\t%s", shown, muster_naming_verdict_get_title (result->verdict));
  if (result->verdict != MUSTER_NAMING_EXACT)
    g_print ("\t%s", result->text);
  if (result->suggestion != NULL)
    g_print ("\t→ %s", result->suggestion);
  g_print ("\n");
}

static void
check (Job *job, const char *raw)
{
  g_autofree char *nickname = g_utf8_make_valid (raw, -1);
  g_autoptr (MusterNamingResult) result = NULL;

  if (job->roster != NULL)
    result = muster_naming_checker_check_roster (job->checker, nickname, job->roster);
  else
    result = muster_naming_checker_check (job->checker, nickname, NULL);

  if (job->json != NULL)
    add_result (job->json, nickname, result);
  else
    print_result (nickname, result);
}

static void
check_lines (Job *job)
{
  char *line = NULL; /* of getline(), freed by free() */
  size_t size = 0;
  ssize_t length;

  while ((length = getline (&line, &size, stdin)) >= 0)
    {
      while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
        line[--length] = '\0';
      check (job, line);
    }
  free (line);
}

static void
check_all (Job *job, int argc, char **argv)
{
  if (job->json != NULL)
    json_builder_begin_array (job->json);
  for (int i = 0; i < argc; i++)
    check (job, argv[i]);
  if (argc == 0)
    check_lines (job);
  if (job->json != NULL)
    {
      json_builder_end_array (job->json);
      muster_command_print_json (job->json);
    }
}

static MusterNamingLists *
read_lists (char **texts, const char **out_bad)
{
  g_autoptr (MusterNamingLists) lists = muster_naming_lists_new ();

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!add_list (lists, texts[i]))
      {
        *out_bad = texts[i];
        return NULL;
      }

  return g_steal_pointer (&lists);
}

/* Makes the checker; says what is wrong if it can't. */
static gboolean
prepare (Job *job, MusterCommandContext *context, const char *template, char **list_texts,
         const char *roster_file, int *out_status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterNamingTemplate) parsed = muster_naming_template_parse (template, &error);
  g_autoptr (MusterNamingLists) lists = NULL;
  const char *bad = NULL;

  if (parsed == NULL)
    {
      *out_status = muster_command_fail_usage (context, "%s", error->message);
      return FALSE;
    }
  lists = read_lists (list_texts, &bad);
  if (lists == NULL)
    {
      *out_status = muster_command_fail_usage (
          context, _ ("“%s” is no list: write FIELD=VALUE=ALIAS,VALUE…"), bad);
      return FALSE;
    }
  if (roster_file != NULL)
    {
      job->roster = muster_naming_roster_new ();
      if (!muster_name_file_read (roster_file, job->roster, &error))
        {
          *out_status = muster_command_fail (context, error);
          return FALSE;
        }
    }

  job->checker = muster_naming_checker_new (g_steal_pointer (&parsed), g_steal_pointer (&lists));
  return TRUE;
}

static int
run (MusterCommandContext *context, int argc, char **argv)
{
  g_auto (GStrv) lists = NULL;
  g_autofree char *roster = NULL;
  Job job = { 0 };
  int status = MUSTER_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &lists,
      N_ ("The only values of a field, with other names for them"), N_ ("FIELD=VALUE[=ALIAS…],…") },
    { "roster", 0, 0, G_OPTION_ARG_FILENAME, &roster, N_ ("The names that there are"),
      N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_command_parse (context, &muster_check_name_command, entries, &argc, &argv, &status))
    return status;
  if (argc < 2)
    return muster_command_fail_usage (context, "%s",
                                      _ ("Which template? For example {department}-{name}."));

  if (prepare (&job, context, argv[1], lists, roster, &status))
    {
      int first = argc > 2 && g_str_equal (argv[2], "--") ? 3 : 2;

      job.json = context->json ? json_builder_new () : NULL;
      check_all (&job, argc - first, argv + first);
    }
  g_clear_object (&job.json);
  g_clear_object (&job.checker);
  g_clear_pointer (&job.roster, muster_naming_roster_free);
  return status;
}

const MusterCommand muster_check_name_command = {
  "check-name",
  N_ ("TEMPLATE [NICKNAME…]"),
  N_ ("Judge nicknames by a naming template"),
  run,
};
