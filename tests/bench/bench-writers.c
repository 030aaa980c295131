/* bench-writers.c - exports against the barest program that writes the same cells
 *
 * PERFORMANCE.md T22: a workbook against libxlsxwriter alone, a CSV against
 * stdio.  Prints "name | ours ms | baseline ms | ratio | target"; medians of
 * five, measured in turn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "measure.h"
#include "muster-table-writer.h"

#define N_COLUMNS 12
#define N_ROWS 100000

static const char *const pieces[N_COLUMNS] = { "张三",       "销售部-张三",   "+86 138 0013 8000",
                                               "销售部",     "甲乙有限公司",  "经理",
                                               "北京",       "20010012345",   "1990-01-02",
                                               "2024-05-06", "wxid_abcdefgh", "备注文字" };

static void
fill_row (guint row, char texts[N_COLUMNS][48])
{
  for (guint i = 0; i < N_COLUMNS; i++)
    g_snprintf (texts[i], 48, "%s%u", pieces[i], row % 1000);
}

static double
write_ours (const char *path, const char *format)
{
  MusterTableColumn columns[N_COLUMNS];
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterTableWriter) writer = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i] = (MusterTableColumn){ (char *) pieces[i], MUSTER_FIELD_UNKNOWN };
  writer = muster_table_writer_open (path, format, columns, N_COLUMNS, NULL, &error);
  g_assert_no_error (error);
  for (guint row = 0; row < N_ROWS; row++)
    {
      char texts[N_COLUMNS][48];
      MusterSpan cells[N_COLUMNS];

      fill_row (row, texts);
      for (guint i = 0; i < N_COLUMNS; i++)
        cells[i] = muster_span_of (texts[i]);
      muster_table_writer_add_row (writer, cells, &error);
    }
  muster_table_writer_close (writer, &error);
  g_assert_no_error (error);
  return measure_since (start);
}

static double
write_bare_xlsx (const char *path)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE,
                                   .tmpdir = (char *) g_get_tmp_dir () };
  gint64 start = g_get_monotonic_time ();
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);

  for (guint row = 0; row < N_ROWS; row++)
    {
      char texts[N_COLUMNS][48];

      fill_row (row, texts);
      for (guint i = 0; i < N_COLUMNS; i++)
        worksheet_write_string (sheet, row, (lxw_col_t) i, texts[i], NULL);
    }
  workbook_close (book);
  return measure_since (start);
}

static double
write_bare_csv (const char *path)
{
  gint64 start = g_get_monotonic_time ();
  FILE *file = fopen (path, "we");

  for (guint row = 0; row < N_ROWS; row++)
    {
      char texts[N_COLUMNS][48];

      fill_row (row, texts);
      for (guint i = 0; i < N_COLUMNS; i++)
        {
          fputs (texts[i], file);
          fputs (i + 1 < N_COLUMNS ? "," : "\r\n", file);
        }
    }
  fflush (file);
  fsync (fileno (file));
  fclose (file);
  return measure_since (start);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "list", NULL);
  double ours[MEASURE_ROUNDS], bare[MEASURE_ROUNDS];

  for (int i = 0; i < MEASURE_ROUNDS; i++)
    {
      ours[i] = write_ours (path, "csv");
      bare[i] = write_bare_csv (path);
    }
  measure_print ("T22 CSV export 100,000 x 12", ours, bare, "1.5");
  for (int i = 0; i < MEASURE_ROUNDS; i++)
    {
      ours[i] = write_ours (path, "xlsx");
      bare[i] = write_bare_xlsx (path);
    }
  measure_print ("T22 XLSX export 100,000 x 12", ours, bare, "1.2");
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
