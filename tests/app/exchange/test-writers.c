/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "muster-csv-guard.h"
#include "muster-format.h"
#include "muster-input-error.h"
#include "muster-table-writer.h"

#define N_COLUMNS 6

static const MusterTableColumn columns[N_COLUMNS] = {
  { (char *) "姓名", MUSTER_FIELD_NAME },
  { (char *) "群名片", MUSTER_FIELD_NICKNAME },
  { (char *) "手机", MUSTER_FIELD_PHONE },
  { (char *) "公司", MUSTER_FIELD_COMPANY },
  { (char *) "微信号", MUSTER_FIELD_ACCOUNT_WECHAT },
  { (char *) "备注", MUSTER_FIELD_NOTE },
};

/* What tends to be lost on the way. */
static const char *const rows[][N_COLUMNS] = {
  { "张三", "销售部-张三", "+86 138 0013 8000", "甲、乙公司", "wxid_a", "plain" },
  { "李四", "=cmd|' /C calc'!A0", "01012345678", "A, B; C", "wxid_b", "first\nsecond" },
  { "Ann \"Q\" Lee", "@home", "+44 7700 900123 ::: 020 7946 0000", "Back\\slash", "", " spaces " },
  { "欧阳娜娜", "'quoted", "", "", "", "'=already" },
  { "王五", "-dash", "-5", "", "",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十" },
  { "赵六", "+plus", "", "", "", "🧑‍🤝‍🧑 emoji" },
};

static char *
make_path (const char *folder, const char *format)
{
  return g_strdup_printf ("%s/list.%s", folder, g_str_equal (format, "vcard") ? "vcf" : format);
}

static void
write_rows (const char *path, const char *format)
{
  g_autoptr (GError) error = NULL;
  MusterTableWriter *writer;

  g_assert_cmpstr (muster_table_writer_format_of (path), ==, format);
  writer = muster_table_writer_open (path, format, columns, N_COLUMNS, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterSpan cells[N_COLUMNS];

      for (guint k = 0; k < N_COLUMNS; k++)
        cells[k] = muster_span_of (rows[i][k]);
      g_assert_true (muster_table_writer_add_row (writer, cells, &error));
    }
  g_assert_true (muster_table_writer_close (writer, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (writer);
}

static guint
find_field (MusterTableReader *reader, MusterField field)
{
  guint n;
  const MusterTableColumn *found = muster_table_reader_get_columns (reader, &n);

  for (guint i = 0; i < n; i++)
    if (found[i].field == field)
      return i;
  g_assert_not_reached ();
}

static void
read_rows (const char *path, const char *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterTextSource) source = muster_text_source_new_for_file (path, NULL, &error);
  g_autoptr (GArray) matches = NULL;
  MusterTableReader *reader;
  MusterTableRow row;
  guint n = 0;

  g_assert_no_error (error);
  matches = muster_format_detect (source, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_array_index (matches, MusterFormatMatch, 0).format->id, ==, format);
  reader = muster_table_reader_open (source, format, NULL, &error);
  g_assert_no_error (error);
  for (; muster_table_reader_next (reader, &row, &error); n++)
    for (guint k = 0; k < N_COLUMNS; k++)
      {
        g_autofree char *text = muster_span_dup (row.cells[find_field (reader, columns[k].field)]);
        g_autofree char *expected = g_strdup (rows[n][k]);

        if (g_str_equal (format, "vcard"))
          g_strstrip (expected); /* a card's values have no spaces around */
        g_assert_cmpstr (text != NULL ? text : "", ==, expected);
      }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (rows));
  g_assert_finalize_object (reader);
}

static void
test_round_trip (gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-writers-XXXXXX", NULL);
  g_autofree char *path = make_path (folder, data);

  write_rows (path, data);
  read_rows (path, data);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* nothing else was left */
}

static void
test_guard (void)
{
  static const struct
  {
    const char *label, *cell;
    gboolean expected;
  } cases[] = {
    { "formula", "=1+1", TRUE },
    { "at", "@SUM(A1)", TRUE },
    { "plus", "+cmd", TRUE },
    { "minus", "-cmd", TRUE },
    { "tab", "\t=1", TRUE },
    { "return", "\r=1", TRUE },
    { "phone", "+86 138-0013-8000", FALSE },
    { "phone in brackets", "+1 (555) 0100", FALSE },
    { "negative", "-12.5", FALSE },
    { "number", "12", FALSE },
    { "word", "abc", FALSE },
    { "empty", "", FALSE },
    { "sign alone", "-", TRUE },
    { "apostrophe", "'t was", FALSE },
    { "guarded already", "'=1", TRUE },
    { "Chinese", "张三", FALSE },
    { "plus formula", "+1+cmd", TRUE },
    { "minus sum", "-1+2", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].label);
      g_assert_cmpint (muster_csv_guard_needed (muster_span_of (cases[i].cell)), ==,
                       cases[i].expected);
    }
}

static void
test_csv_bytes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-writers-XXXXXX", NULL);
  g_autofree char *path = make_path (folder, "csv");
  const MusterTableWriterOptions options = { .with_mark = FALSE };
  const MusterSpan cells[] = { muster_span_of ("=1+1"), muster_span_of ("+86 138") };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  MusterTableWriter *writer;

  write_rows (path, "csv");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBF姓名,群名片,手机,"));
  g_clear_pointer (&text, g_free);

  writer = muster_table_writer_open (path, "csv", columns + 1, 2, &options, &error);
  g_assert_no_error (error);
  g_assert_true (muster_table_writer_add_row (writer, cells, &error));
  g_assert_true (muster_table_writer_close (writer, &error));
  g_assert_finalize_object (writer);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "群名片,手机\r\n\"'=1+1\",+86 138\r\n");
  g_unlink (path);
  g_rmdir (folder);
}

/* A card's lines have at most 75 bytes, and no character is cut. */
static void
test_vcard_folding (void)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-writers-XXXXXX", NULL);
  g_autofree char *path = make_path (folder, "vcard");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  write_rows (path, "vcard");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_assert_cmpuint (strlen (*line), <=, 75);
      g_assert_true (g_utf8_validate (*line, -1, NULL));
    }
  g_unlink (path);
  g_rmdir (folder);
}

/* The N of a card, for address books that sort by surname. */
static void
test_vcard_names (void)
{
  static const struct
  {
    const char *label, *name, *expected;
  } names[] = {
    { "one character of surname", "张三", "N:张;三;;;" },
    { "two", "欧阳娜娜", "N:欧阳;娜娜;;;" },
    { "a surname alone", "欧阳", "N:欧;阳;;;" },
    { "a single character", "张", "N:张;;;;" },
    { "Western", "Ada Maria Lovelace", "N:Lovelace;Ada Maria;;;" },
    { "one word", "Plato", "N:Plato;;;;" },
    { "neither", "快乐小屋", "N:快乐小屋;;;;" },
  };
  g_autofree char *folder = g_dir_make_tmp ("muster-writers-XXXXXX", NULL);
  g_autofree char *path = make_path (folder, "vcard");
  const MusterTableColumn column = { .title = (char *) "Name", .field = MUSTER_FIELD_NAME };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MusterSpan cell = muster_span_of (names[i].name);
      MusterTableWriter *writer = muster_table_writer_open (path, "vcard", &column, 1, NULL, NULL);
      g_autofree char *text = NULL;

      g_test_message ("%s", names[i].label);
      g_assert_true (muster_table_writer_add_row (writer, &cell, NULL));
      g_assert_true (muster_table_writer_close (writer, NULL));
      g_assert_finalize_object (writer);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_nonnull (strstr (text, names[i].expected));
    }
  g_unlink (path);
  g_rmdir (folder);
}

/* A writer that is dropped leaves the old file and nothing else. */
static void
test_dropped (gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-writers-XXXXXX", NULL);
  g_autofree char *path = make_path (folder, data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  MusterSpan cells[N_COLUMNS];
  MusterTableWriter *writer;

  for (guint k = 0; k < N_COLUMNS; k++)
    cells[k] = muster_span_of (rows[0][k]);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  writer = muster_table_writer_open (path, data, columns, N_COLUMNS, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (muster_table_writer_add_row (writer, cells, &error));
  g_assert_finalize_object (writer);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (muster_table_writer_format_of ("list.doc"));
  g_assert_cmpstr (muster_table_writer_format_of ("LIST.XLSX"), ==, "xlsx");
  g_assert_null (
      muster_table_writer_open ("/nowhere/at/all.csv", "csv", columns, N_COLUMNS, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_null (muster_table_writer_open ("/tmp/x", "doc", columns, N_COLUMNS, NULL, &error));
  g_assert_error (error, MUSTER_INPUT_ERROR, MUSTER_INPUT_ERROR_UNSUITABLE);
}

int
main (int argc, char **argv)
{
  static const char *const formats[] = { "csv", "xlsx", "vcard", "json" };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *round = g_strdup_printf ("/writers/round-trip/%s", formats[i]);
      g_autofree char *dropped = g_strdup_printf ("/writers/dropped/%s", formats[i]);

      g_test_add_data_func (round, formats[i], test_round_trip);
      g_test_add_data_func (dropped, formats[i], test_dropped);
    }
  g_test_add_func ("/writers/guard", test_guard);
  g_test_add_func ("/writers/csv-bytes", test_csv_bytes);
  g_test_add_func ("/writers/vcard-folding", test_vcard_folding);
  g_test_add_func ("/writers/vcard-names", test_vcard_names);
  g_test_add_func ("/writers/refused", test_refused);
  return g_test_run ();
}
