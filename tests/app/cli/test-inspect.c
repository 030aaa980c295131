/* test-inspect.c - musterctl inspect as a script sees it: output, errors, exit status
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <sys/wait.h>

typedef struct
{
  int status;
  char *out;
  char *err;
} Outcome;

static void
clear_outcome (Outcome *outcome)
{
  g_free (outcome->out);
  g_free (outcome->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, clear_outcome)

static Outcome
run (const char *const *arguments)
{
  g_autofree char *program =
      g_test_build_filename (G_TEST_BUILT, "..", "app", "cli", "musterctl", NULL);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  Outcome outcome = { 0 };

  g_ptr_array_add (argv, program);
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (argv, (gpointer) *arguments);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, 0, NULL, NULL, &outcome.out, &outcome.err,
                &outcome.status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (outcome.status));
  outcome.status = WEXITSTATUS (outcome.status);
  return outcome;
}

static void
test_statuses (void)
{
  static const struct
  {
    const char *label;
    const char *arguments[6];
    int status;
    const char *code; /* of the JSON error; NULL where none is printed */
  } rows[] = {
    { "no command", { "--json", NULL }, 2, "usage" },
    { "unknown command", { "--json", "fly", NULL }, 2, "usage" },
    { "no file", { "--json", "inspect", NULL }, 2, "usage" },
    { "two files", { "--json", "inspect", "a", "b", NULL }, 2, "usage" },
    { "unknown option", { "--json", "inspect", "--fast", NULL }, 2, "usage" },
    { "unknown format", { "--json", "inspect", "--format", "x", "a", NULL }, 2, "usage" },
    { "missing file", { "--json", "inspect", "/nowhere", NULL }, 3, "file" },
    { "folder", { "--json", "inspect", "/", NULL }, 3, "unsuitable" },
    { "empty", { "--json", "inspect", "/dev/null", NULL }, 3, "unsuitable" },
    { "JSON option last", { "inspect", "/", "--json", NULL }, 3, "unsuitable" },
    { "help", { "inspect", "--help", NULL }, 0, NULL },
    { "help of all", { "--help", NULL }, 0, NULL },
    { "version", { "--version", NULL }, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Outcome) outcome = run (rows[i].arguments);
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *failure;

      g_test_message ("%s", rows[i].label);
      g_assert_cmpint (outcome.status, ==, rows[i].status);
      if (rows[i].code == NULL)
        continue;
      g_assert_true (json_parser_load_from_data (parser, outcome.out, -1, NULL));
      failure = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)),
                                               "error");
      g_assert_cmpstr (json_object_get_string_member (failure, "code"), ==, rows[i].code);
      g_assert_cmpstr (json_object_get_string_member (failure, "text"), !=, "");
      g_assert_true (g_str_has_prefix (outcome.err, "musterctl: "));
    }
}

static void
test_json (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", "whatsapp",
                                                 "android-en.txt", NULL);
  const char *arguments[] = { "--json", "inspect", path, NULL };
  g_auto (Outcome) outcome = run (arguments);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;

  g_assert_cmpint (outcome.status, ==, 0);
  g_assert_true (json_parser_load_from_data (parser, outcome.out, -1, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "whatsapp");
  g_assert_cmpstr (json_object_get_string_member (root, "encoding"), ==, "ASCII");
  g_assert_cmpint (json_object_get_int_member (root, "records"), ==, 15);
  g_assert_cmpint (json_object_get_int_member (root, "messages"), ==, 7);
  g_assert_cmpint (json_object_get_int_member (root, "notices"), ==, 8);
  g_assert_cmpint (json_object_get_int_member (root, "senders"), ==, 4);
  g_assert_cmpstr (json_object_get_string_member (root, "first"), ==, "2024-03-13T00:02:00");
  g_assert_cmpstr (json_object_get_string_member (root, "last"), ==, "2024-03-13T12:09:00");
}

static void
test_text (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", "csv", "open-quote.csv", NULL);
  const char *arguments[] = { "inspect", path, NULL };
  g_auto (Outcome) outcome = run (arguments);

  g_assert_cmpint (outcome.status, ==, 0);
  g_assert_nonnull (strstr (outcome.out, "Records: 2\n"));
  g_assert_nonnull (strstr (outcome.out, "  phone → phone\n"));
  g_assert_nonnull (strstr (outcome.err, "Line 2: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/inspect/statuses", test_statuses);
  g_test_add_func ("/inspect/json", test_json);
  g_test_add_func ("/inspect/text", test_text);
  return g_test_run ();
}
