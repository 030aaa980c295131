/* musterctl check-name, run as a person or a script would.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gio/gio.h>
#include <glib/gstdio.h>

#define DEPARTMENTS "--list=department=销售部,财务部=财会"

typedef struct
{
  int status;
  char *out; /* owned */
  char *err; /* owned */
} Outcome;

static void
outcome_clear (Outcome *self)
{
  g_free (self->out);
  g_free (self->err);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static Outcome
run (const char *const *arguments, const char *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *program =
      g_test_build_filename (G_TEST_BUILT, "..", "app", "cli", "musterctl", NULL);
  g_autoptr (GStrvBuilder) argv = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  Outcome outcome = { 0 };

  g_strv_builder_add (argv, program);
  g_strv_builder_addv (argv, (const char **) arguments);
  all = g_strv_builder_end (argv);
  process = g_subprocess_newv ((const char *const *) all,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                   G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input != NULL ? input : "", NULL, &outcome.out,
                                 &outcome.err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  outcome.status = g_subprocess_get_exit_status (process);
  return outcome;
}

/* The document without the spaces that make it pretty. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text != ' ' && *text != '\n')
      g_string_append_c (out, *text);
  return g_string_free (out, FALSE);
}

static void
test_json (void)
{
  static const struct
  {
    const char *label;
    const char *arguments[8];
    const char *input, *expected;
  } rows[] = {
    { "exact",
      { "--json", "check-name", "{department}-{name}", DEPARTMENTS, "销售部-张三" },
      NULL,
      "[{\"nickname\":\"销售部-张三\",\"verdict\":\"exact\",\"reasons\":[],\"suggestion\":null,"
      "\"parts\":{\"department\":\"销售部\",\"name\":\"张三\"}}]" },
    { "option behind the verb, alias",
      { "check-name", "--json", "{department}-{name}", DEPARTMENTS, "财会—张三" },
      NULL,
      "[{\"nickname\":\"财会—张三\",\"verdict\":\"near\",\"reasons\":[\"separator\",\"variant\"],"
      "\"suggestion\":\"财务部-张三\",\"parts\":{\"department\":\"财务部\",\"name\":\"张三\"}}]" },
    { "from input, in its order",
      { "--json", "check-name", "{name}" },
      "张三\r\n\n小可爱123",
      "[{\"nickname\":\"张三\",\"verdict\":\"exact\",\"reasons\":[],\"suggestion\":null,"
      "\"parts\":{\"name\":\"张三\"}},"
      "{\"nickname\":\"\",\"verdict\":\"unknown\",\"reasons\":[],\"suggestion\":null,"
      "\"parts\":{}},"
      "{\"nickname\":\"小可爱123\",\"verdict\":\"wrong\",\"reasons\":[\"not-a-name\"],"
      "\"suggestion\":null,\"parts\":{}}]" },
    { "no input", { "--json", "check-name", "{name}" }, "", "[]" },
    { "behind two dashes",
      { "--json", "check-name", "{name}", "--", "-张三" },
      NULL,
      "[{\"nickname\":\"-张三\",\"verdict\":\"near\",\"reasons\":[\"decoration\"],"
      "\"suggestion\":\"张三\",\"parts\":{\"name\":\"张三\"}}]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Outcome) outcome = run (rows[i].arguments, rows[i].input);
      g_autofree char *document = squeeze (outcome.out);

      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (document, ==, rows[i].expected);
      g_assert_cmpint (outcome.status, ==, 0);
      g_assert_cmpstr (outcome.err, ==, "");
    }
}

static void
test_roster (void)
{
  static const struct
  {
    const char *label, *contents, *nickname, *verdict;
  } rows[] = {
    { "names, one a line", "张三\n\n 李四 \n", "李四", "\"exact\"" },
    { "names, not among them", "张三\n李四\n", "王五", "\"mismatch\"" },
    { "table", "姓名,部门\n张三,销售部\n", "张三", "\"exact\"" },
    { "table, heading is no name", "姓名,部门\n张三,销售部\n", "姓名", "\"mismatch\"" },
    { "family and given name", "First Name,Last Name,Email\nJohn,Smith,j@example.org\n",
      "Smith John", "\"near\"" },
  };
  g_autofree char *folder = g_dir_make_tmp ("muster-check-name-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "roster.txt", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const arguments[] = { "--json", "check-name", "{name}",         "--roster",
                                        path,     "--",         rows[i].nickname, NULL };
      g_auto (Outcome) outcome = { 0 };

      g_test_message ("%s", rows[i].label);
      g_assert_true (g_file_set_contents (path, rows[i].contents, -1, NULL));
      outcome = run (arguments, NULL);
      g_assert_cmpint (outcome.status, ==, 0);
      g_assert_nonnull (strstr (outcome.out, rows[i].verdict));
    }

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_failures (void)
{
  static const struct
  {
    const char *label;
    const char *arguments[8];
    int status;
    const char *err;
  } rows[] = {
    { "no template", { "check-name" }, 2, "Which template" },
    { "bad template", { "check-name", "{name" }, 2, "character 1" },
    { "bad list", { "check-name", "{name}", "--list", "department" }, 2, "department" },
    { "list without value", { "check-name", "{name}", "--list", "a=" }, 2, "a=" },
    { "unknown option", { "check-name", "{name}", "--colour" }, 2, "colour" },
    { "no such roster", { "check-name", "{name}", "--roster", "/nowhere/at/all" }, 3, "/nowhere" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Outcome) outcome = run (rows[i].arguments, NULL);

      g_test_message ("%s: %s", rows[i].label, outcome.err);
      g_assert_cmpint (outcome.status, ==, rows[i].status);
      g_assert_cmpstr (outcome.out, ==, "");
      g_assert_nonnull (strstr (outcome.err, rows[i].err));
    }
}

static void
test_for_people (void)
{
  static const char *const arguments[] = { "check-name", "{name}", "张 三", "小可爱123", NULL };
  g_auto (Outcome) outcome = run (arguments, NULL);
  g_auto (GStrv) lines = g_strsplit (outcome.out, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_str_has_prefix (lines[0], "张 三\t"));
  g_assert_true (g_str_has_suffix (lines[0], "→ 张三"));
  g_assert_nonnull (strstr (lines[1], "not a person's name"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/check-name/json", test_json);
  g_test_add_func ("/check-name/roster", test_roster);
  g_test_add_func ("/check-name/failures", test_failures);
  g_test_add_func ("/check-name/for-people", test_for_people);
  return g_test_run ();
}
