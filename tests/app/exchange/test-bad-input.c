/* test-bad-input.c - files that are broken, hostile or something else
 *
 * Each must end in an error that names the kind of trouble and, where there is
 * one, the line; in bounded time and memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>

#include "muster-input-error.h"
#include "muster-summary.h"

#define MIB (1024 * 1024)

static void
assert_fails (const char *path, const char *format, MusterInputError code, guint64 line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterTextSource) source = muster_text_source_new_for_file (path, NULL, &error);
  g_autoptr (MusterSummary) summary =
      source != NULL ? muster_summary_new (source, format, NULL, &error) : NULL;

  g_assert_null (summary);
  g_assert_error (error, MUSTER_INPUT_ERROR, (int) code);
  g_assert_cmpstr (muster_input_error_get_file (error), ==, path);
  g_assert_cmpuint (muster_input_error_get_line (error), ==, line);
}

static char *
make_file (const char *text, gssize length)
{
  char *path = NULL;
  int fd = g_file_open_tmp ("muster-bad-XXXXXX", &path, NULL);

  close (fd);
  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return path;
}

/* @n times @piece between @before and @after. */
static char *
make_repeated (const char *before, const char *piece, guint n, const char *after)
{
  g_autoptr (GString) text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, after);
  return make_file (text->str, (gssize) text->len);
}

static void
test_wrong_kind (void)
{
  static const struct
  {
    const char *label, *text, *format;
    MusterInputError code;
    guint64 line;
  } rows[] = {
    { "prose", "Once upon a time there was a file. It was no list, and it knew.\n\nIt was long.\n",
      NULL, MUSTER_INPUT_ERROR_UNKNOWN, 0 },
    { "web page", "<!DOCTYPE html>\n<html><body><table><tr><td>1</td></tr></table>\n", NULL,
      MUSTER_INPUT_ERROR_UNKNOWN, 0 },
    { "unknown JSON", "{\"a\": 1, \"b\": [1, 2, 3]}\n", NULL, MUSTER_INPUT_ERROR_UNKNOWN, 0 },
    { "one blank line", "\n", NULL, MUSTER_INPUT_ERROR_UNKNOWN, 0 },
    { "packed, but no archive", "PK\003\004 nothing", NULL, MUSTER_INPUT_ERROR_UNKNOWN, 0 },
    { "a list as WhatsApp", "name,phone\nAnn,1\n", "whatsapp", MUSTER_INPUT_ERROR_UNSUITABLE, 1 },
    { "a list as Telegram", "name,phone\nAnn,1\n", "telegram", MUSTER_INPUT_ERROR_UNSUITABLE, 0 },
    { "a list as QQ", "name,phone\nAnn,1\n", "qq", MUSTER_INPUT_ERROR_UNSUITABLE, 1 },
    { "a list as LINE", "name,phone\nAnn,1\n", "line", MUSTER_INPUT_ERROR_UNSUITABLE, 1 },
    { "a list as a chat table", "name,phone\nAnn,1\n", "chat-csv", MUSTER_INPUT_ERROR_UNSUITABLE,
      1 },
    { "text as a workbook", "name\n", "xlsx", MUSTER_INPUT_ERROR_MALFORMED, 0 },
    { "text as Slack", "name\n", "slack", MUSTER_INPUT_ERROR_MALFORMED, 0 },
    { "text as a page", "name\n", "qq-mht", MUSTER_INPUT_ERROR_MALFORMED, 0 },
    { "text as SQL", "name\n", "signal-sql", MUSTER_INPUT_ERROR_UNSUITABLE, 0 },
    { "half a Telegram file",
      "{\"type\": \"private_group\", \"messages\": [\n"
      "{\"type\": \"message\", \"date\": \"2024-01-01T00:00:00\", \"text\": \"whole\"},\n"
      "{\"type\": \"message\", \"date\": \"2024-01-01T00:00",
      NULL, MUSTER_INPUT_ERROR_MALFORMED, 3 },
    { "half a member list", "[{\"user_id\": 1, \"nickname\": \"a\"}, {\"user_id\": 2, \"nick",
      "member-json", MUSTER_INPUT_ERROR_MALFORMED, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = make_file (rows[i].text, -1);

      g_test_message ("%s", rows[i].label);
      assert_fails (path, rows[i].format, rows[i].code, rows[i].line);
      g_unlink (path);
    }
}

/* What a fuzzer once found: read to the end, whatever comes of it. */
static void
test_survives (void)
{
  static const struct
  {
    const char *label, *format, *text;
  } rows[] = {
    { "doubled quote at the very end", "csv", "a,b\n1,\"quote\"\"\",\"\",\"\"\"" },
    { "arrays in a table of objects", "json", "[[1], {\"name\": \"x\"}, [], 5]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterTextSource) source =
          muster_text_source_new_for_bytes (bytes, NULL, NULL, &error);
      g_autoptr (MusterSummary) summary = muster_summary_new (source, rows[i].format, NULL, &error);

      g_test_message ("%s", rows[i].label);
      g_assert_true ((summary == NULL) == (error != NULL));
    }
}

static void
test_columns (void)
{
  g_autofree char *wide = make_repeated ("姓名,手机\n张三", ",x", 10000, "\n");
  g_autofree char *fine = make_repeated ("姓名,手机\n张三", ",x", 1999, "\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterTextSource) source = NULL;
  g_autoptr (MusterSummary) summary = NULL;

  assert_fails (wide, "csv", MUSTER_INPUT_ERROR_LIMIT, 2);
  source = muster_text_source_new_for_file (fine, NULL, &error);
  summary = muster_summary_new (source, "csv", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (summary->records, ==, 1);
  g_unlink (wide);
  g_unlink (fine);
}

static void
test_nesting (void)
{
  static const char message[] = "{\"type\":\"private_group\",\"messages\":[\n"
                                "{\"type\":\"message\",\"date\":\"2024-01-01T00:00:00\",\"text\":";
  g_autofree char *deep = make_repeated (message, "[", 1000000, "");
  g_autofree char *closed = make_repeated (message, "[[[[[[[[[[", 100, "]]]]]]]]]]");
  g_autofree char *objects = make_repeated ("", "{\"a\":", 1000000, "");

  assert_fails (deep, "telegram", MUSTER_INPUT_ERROR_MALFORMED, 2);
  assert_fails (closed, "telegram", MUSTER_INPUT_ERROR_MALFORMED, 2);
  assert_fails (objects, NULL, MUSTER_INPUT_ERROR_UNKNOWN, 0);
  g_unlink (deep);
  g_unlink (closed);
  g_unlink (objects);
}

static glong
peak_kib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static char *
make_sparse (const char *before, gint64 size)
{
  char *path = make_file (before, -1);
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (ftruncate (fd, size), ==, 0);
  close (fd);
  return path;
}

/* One line of 2 GB, in a sparse file; small in CI, whole with MUSTER_SLOW_TESTS=1. */
static void
test_long_line (void)
{
  static const char *const formats[] = {
    "whatsapp", "qq",   "wechat-text", "chat-text", "csv",
    "qq-paste", "line", "kakaotalk",   "chat-csv",  "telegram"
  };
  static const char *const heads[] = {
    "1/2/24, 10:30 - Al: ",
    "2024-01-02 10:30:00 Al(1)\nx",
    "2024-01-02 10:30:00 Al\nx",
    "2024-01-02 10:30:00 Al: ",
    "name,phone\nx",
    "Al(1) 10:30:00\nx",
    "[LINE] Chat history with Bob\n2024.01.02 Tuesday\n9:05\tBob\tx",
    "2024년 1월 2일 화요일\n오후 8:36, Al : x",
    "time,name,message\n2024-01-02 10:30:00,Al,x",
    "{\"type\":\"private_group\",\"messages\":[{\"type\":\"message\",\"text\":\"",
  };
  gint64 size = g_getenv ("MUSTER_SLOW_TESTS") != NULL ? (gint64) 2048 * MIB : 80 * MIB;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = make_sparse (heads[i], size);
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterTextSource) source = NULL;
      g_autoptr (MusterSummary) summary = NULL;

      g_test_message ("%s", formats[i]);
      source = muster_text_source_new_for_file (path, "UTF-8", &error);
      if (source != NULL)
        summary = muster_summary_new (source, formats[i], NULL, &error);
      g_assert_null (summary);
      g_assert_nonnull (error);
      g_assert_true (error->domain == MUSTER_INPUT_ERROR);
      g_unlink (path);
    }
}

static void
add_entry (struct archive *archive, const char *name, const char *head, gsize n_zeros)
{
  struct archive_entry *entry = archive_entry_new ();
  g_autofree char *block = g_malloc0 (MIB);

  memset (block, ' ', MIB);
  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (gint64) (strlen (head) + n_zeros));
  archive_write_header (archive, entry);
  archive_write_data (archive, head, strlen (head));
  for (; n_zeros > 0; n_zeros -= MIN (n_zeros, MIB))
    archive_write_data (archive, block, MIN (n_zeros, MIB));
  archive_entry_free (entry);
}

static char *
make_bomb (const char *name, const char *head)
{
  static const char book[] = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"x\"/>"
                             "</sheets></workbook>";
  char *path = make_file ("", 0);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression-level=9");
  archive_write_open_filename (archive, path);
  add_entry (archive, "xl/workbook.xml", book, 0);
  add_entry (archive, name, head, (gsize) 300 * MIB);
  archive_write_close (archive);
  archive_write_free (archive);
  return path;
}

static void
test_zip_bomb (void)
{
  glong before = peak_kib ();
  g_autofree char *chat = make_bomb ("_chat.txt", "1/2/24, 10:30 - Al: hi\n");
  g_autofree char *sheet =
      make_bomb ("xl/worksheets/sheet1.xml",
                 "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>a</t></is></c></row>");
  g_autofree char *users = make_bomb ("users.json", "[");

  assert_fails (chat, "whatsapp", MUSTER_INPUT_ERROR_LIMIT, 0);
  assert_fails (sheet, "xlsx", MUSTER_INPUT_ERROR_MALFORMED, 0); /* libxml2: 10 MB of one text */
  assert_fails (users, "slack", MUSTER_INPUT_ERROR_LIMIT, 0);
  g_assert_cmpint (peak_kib () - before, <, 400 * 1024); /* of three times 300 MiB */
  g_unlink (chat);
  g_unlink (sheet);
  g_unlink (users);
}

/* A sheet with entities is none that a spreadsheet program wrote: it is refused, not expanded. */
static void
test_xml_entities (void)
{
  static const char sheet[] =
      "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]>"
      "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>x&c;&d;</t></is></c></row></sheetData>"
      "</worksheet>";
  g_autofree char *path = make_file ("", 0);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_open_filename (archive, path);
  add_entry (archive, "xl/workbook.xml",
             "<workbook><sheets><sheet name=\"a\"/></sheets></workbook>", 0);
  add_entry (archive, "xl/worksheets/sheet1.xml", sheet, 0);
  archive_write_close (archive);
  archive_write_free (archive);
  assert_fails (path, "xlsx", MUSTER_INPUT_ERROR_MALFORMED, 0);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/bad-input/wrong-kind", test_wrong_kind);
  g_test_add_func ("/bad-input/survives", test_survives);
  g_test_add_func ("/bad-input/columns", test_columns);
  g_test_add_func ("/bad-input/nesting", test_nesting);
  g_test_add_func ("/bad-input/long-line", test_long_line);
  g_test_add_func ("/bad-input/zip-bomb", test_zip_bomb);
  g_test_add_func ("/bad-input/xml-entities", test_xml_entities);
  return g_test_run ();
}
