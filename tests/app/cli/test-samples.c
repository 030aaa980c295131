/* test-samples.c - real files give the figures that were counted independently
 *
 * Walks over ../shared/samples beside the project (or a folder further up, or
 * $MUSTER_SAMPLES) and
 * compares `musterctl --json inspect` with TRUTH.json.  The samples are no part
 * of the project; without them this is skipped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

/* Where a figure of TRUTH.json is not what inspect counts, and why. */
static const struct
{
  const char *file, *key, *value, *why;
} differences[] = {
  { "whatsapp/Dineshkarthik-Whatsapp-analyzer__chat.txt", "last", "2019-05-02T00:40:00",
    "24:40 is 00:40 of the next day" },
  { "whatsapp/hjbarraza-vibra-plugin__digest-fixture.txt", "senders", "3",
    "the group itself and ~ Admin only have notices" },
  { "whatsapp/hjbarraza-vibra-plugin__ios-ampm.txt", "senders", "2",
    "the group, ~ Community Bot and ~ Carol only have notices" },
  { "whatsapp/hjbarraza-vibra-plugin__system-only.txt", "senders", "0", "nothing but notices" },
  { "whatsapp/hjbarraza-vibra-plugin__unicode-names.txt", "senders", "4",
    "the group and ~ Admin only have notices" },
  { "kakaotalk/claudianus-kakaotalk-chat-analyzer__open-chat-room.csv", "senders", "3",
    "시스템 only says who came in" },
  { "qq/arlyxiao-im-chat-parser__multiple.text", "first", "2015-02-28T08:41:09",
    "the only message below the line with a date" },
  { "qq/arlyxiao-im-chat-parser__multiple.text", "last", "2015-02-28T08:41:09",
    "the only message below the line with a date" },
};

static char *
find_samples (void)
{
  const char *given = g_getenv ("MUSTER_SAMPLES");
  g_autofree char *beside =
      g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "samples", NULL);
  g_autofree char *above =
      g_test_build_filename (G_TEST_DIST, "..", "..", "..", "shared", "samples", NULL);

  if (given != NULL)
    return g_strdup (given);
  if (g_file_test (beside, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&beside);
  return g_file_test (above, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&above) : NULL;
}

static JsonObject *
inspect (const char *path)
{
  g_autofree char *program =
      g_test_build_filename (G_TEST_BUILT, "..", "app", "cli", "musterctl", NULL);
  const char *argv[] = { program, "--json", "inspect", path, NULL };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  json_parser_load_from_data (parser, out, -1, &error);
  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static char *
dup_member (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || json_node_is_null (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return g_strdup (json_node_get_string (node));
}

static const char *
find_difference (const char *file, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    if (g_str_equal (differences[i].file, file) && g_str_equal (differences[i].key, key))
      return differences[i].value;
  return NULL;
}

/* @expected: NULL when TRUTH.json says nothing, or that the time has no date. */
static void
compare (const char *file, JsonObject *ours, const char *key, const char *expected)
{
  const char *difference = find_difference (file, key);
  g_autofree char *actual = dup_member (ours, key);
  g_autofree char *text = g_strdup (difference != NULL ? difference : expected);

  if (text != NULL && strlen (text) == 19 && text[10] == ' ')
    text[10] = 'T';
  if (text != NULL && text[0] == '?')
    g_clear_pointer (&text, g_free);
  if (g_strcmp0 (actual, text) != 0)
    g_error ("%s: %s is %s, not %s", file, key, actual, text);
}

static void
compare_key (const char *file, JsonObject *ours, const char *key, JsonObject *truth,
             const char *truth_key)
{
  g_autofree char *expected = NULL;

  if (!json_object_has_member (truth, truth_key))
    return;
  expected = dup_member (truth, truth_key);
  compare (file, ours, key, expected);
}

static void
compare_encoding (const char *file, JsonObject *ours, const char *truth)
{
  const char *actual = json_object_get_string_member (ours, "encoding");

  if (g_str_equal (truth, "8-bit"))
    g_assert_false (g_str_has_prefix (actual, "UTF") || g_str_equal (actual, "ASCII"));
  else if (g_str_equal (truth, "UTF-16+BOM"))
    g_assert_cmpstr (actual, ==, "UTF-16LE+BOM");
  else
    g_assert_cmpstr (actual, ==, truth);
}

static void
compare_chat (const char *file, const char *kind, JsonObject *ours, JsonObject *truth)
{
  if (g_str_equal (kind, "whatsapp") || g_str_equal (kind, "line"))
    {
      compare_key (file, ours, "records", truth, "entries");
      compare_key (file, ours, "first", truth, "min");
      compare_key (file, ours, "last", truth, "max");
    }
  else
    {
      compare_key (file, ours, "messages", truth, "messages");
      compare_key (file, ours, "notices", truth, "service");
      compare_key (file, ours, "records", truth, "rows");
      compare_key (file, ours, "first", truth, "first");
      compare_key (file, ours, "last", truth, "last");
    }
  compare_key (file, ours, "senders", truth, "senders");
}

static void
compare_table (const char *file, JsonObject *ours, JsonObject *truth)
{
  gint64 rows = json_object_get_int_member (truth, "rows");
  gboolean has_header =
      strstr (file, "csv_no_header") == NULL && strstr (file, "tab_comma_mixed") == NULL;
  g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT, rows - has_header);

  compare (file, ours, "records", expected);
}

static void
check_entry (const char *folder, JsonObject *entry)
{
  const char *kind = json_object_get_string_member (entry, "kind");
  const char *file = json_object_get_string_member (entry, "file");
  JsonObject *truth = json_object_get_object_member (entry, "truth");
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (JsonObject) ours = NULL;

  if (g_str_has_suffix (file, ".tsv"))
    return; /* test_date_formats() */
  ours = inspect (path);
  if (json_object_has_member (entry, "encoding"))
    compare_encoding (file, ours, json_object_get_string_member (entry, "encoding"));
  if (g_str_equal (kind, "vcard"))
    compare_key (file, ours, "records", truth, "begin");
  else if (g_str_equal (kind, "ics"))
    compare_key (file, ours, "records", truth, "vevent");
  else if (g_str_equal (kind, "contacts-csv"))
    compare_table (file, ours, truth);
  else if (g_str_equal (kind, "signal"))
    g_assert_cmpstr (json_object_get_string_member (ours, "format"), ==, "signal-sql");
  else
    compare_chat (file, kind, ours, truth);
}

static void
test_truth (void)
{
  g_autofree char *folder = find_samples ();
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "TRUTH.json", NULL) : NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *entries;

  if (folder == NULL)
    {
      g_test_skip ("THE SAMPLES ARE NOT THERE: no real file was read (set MUSTER_SAMPLES)");
      return;
    }
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  entries = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (entries); i++)
    check_entry (folder, json_array_get_object_element (entries, i));
  g_test_message ("%u samples", json_array_get_length (entries));
  g_assert_cmpuint (json_array_get_length (entries), >, 100);
}

/* Twelve lines, each a chat of its own, and the time it means. */
static void
test_date_formats (void)
{
  g_autofree char *folder = find_samples ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *temporary = NULL;
  int fd;

  if (folder == NULL)
    {
      g_test_skip ("the samples are not there");
      return;
    }
  path = g_build_filename (folder, "whatsapp",
                           "Pustur-whatsapp-chat-parser__parser.test.ts-date-formats.tsv", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  fd = g_file_open_tmp ("muster-XXXXXX.txt", &temporary, NULL);
  close (fd);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 2);
      g_autoptr (JsonObject) ours = NULL;

      g_test_message ("%s", parts[0]);
      g_assert_true (g_file_set_contents (temporary, parts[0], -1, NULL));
      ours = inspect (temporary);
      g_assert_cmpstr (json_object_get_string_member (ours, "format"), ==, "whatsapp");
      parts[1][19] = '\0';
      g_assert_cmpstr (json_object_get_string_member (ours, "first"), ==, parts[1]);
      g_assert_cmpint (json_object_get_int_member (ours, "messages"), ==, 1);
    }
  g_unlink (temporary);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/samples/truth", test_truth);
  g_test_add_func ("/samples/date-formats", test_date_formats);
  return g_test_run ();
}
