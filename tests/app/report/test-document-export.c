/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is handed out of a rule text, and how texts and tables flow from page to page.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "muster-document-export.h"
#include "muster-pages.h"

#define DAY 20514 /* 2026-03-02 */

typedef char *(*Dup) (const MusterDocumentExport *what);

static const struct
{
  const char *label, *text;
  Dup dup;
  const char *has, *lacks;
} rows[] = {
  { "chat without marks", "# R\n\n1. **a**\n4. b", muster_document_export_dup_chat,
    "R\n\n1. a\n4. b\n(Edition 2, ", "**" },
  { "chat with the title", "1. a", muster_document_export_dup_chat, "【House <Rules>】\n1. a",
    NULL },
  { "heading is the title", "# R\n", muster_document_export_dup_html, "<h1>R</h1>",
    "Rules&gt;</h1>" },
  { "title otherwise", "1. a", muster_document_export_dup_html, "<h1>House &lt;Rules&gt;</h1>",
    "<Rules>" },
  { "imprint", "1. a", muster_document_export_dup_html, "<footer>G &amp; H · Edition 2, ", NULL },
  { "no script", "<script>alert(1)</script>", muster_document_export_dup_html, "default-src 'none'",
    "alert" },
  { "no link that runs", "[a](javascript:b)", muster_document_export_dup_html, "<p>a</p>",
    "javascript" },
  { "empty", "", muster_document_export_dup_html, "<h1>House", NULL },
};

static MusterEdition *
make_edition (const char *text)
{
  MusterEdition *edition = muster_edition_new ();

  edition->title = g_strdup ("House <Rules>");
  edition->text = g_strdup (text);
  edition->published_on = DAY;
  return edition;
}

static void
test_rows (void)
{
  g_autoptr (MusterGroup) group = muster_group_new (&(MusterId){ { 0 } }, "G & H");
  g_autoptr (MusterDocument) document = muster_document_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MusterEdition) edition = make_edition (rows[i].text);
      const MusterDocumentExport what = { group, document, edition, "2" };
      g_autofree char *text = rows[i].dup (&what);

      g_test_message ("%s: %s", rows[i].label, text);
      g_assert_nonnull (strstr (text, rows[i].has));
      if (rows[i].lacks != NULL)
        g_assert_null (strstr (text, rows[i].lacks));
    }
  g_assert_finalize_object (g_steal_pointer (&group));
}

static char *
read_pdf (MusterPages *pages)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext -layout %s -", path);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  muster_pages_save (pages, path, &error);
  g_assert_no_error (error);
  g_spawn_command_line_sync (command, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);
  return text;
}

/* Not a word gets lost between two pages, and no page begins with nothing. */
static void
test_long_text (void)
{
  g_autoptr (MusterPages) pages = muster_pages_new ("Long");
  g_autoptr (GString) text = g_string_new ("# Rules\n\n");
  g_autofree char *pdf = NULL;
  const char *at;

  for (guint i = 1; i <= 300; i++)
    g_string_append_printf (text,
                            "%u. clause%u and what it says in so many words that it takes "
                            "more than one line of the page, as rules do. end%u\n",
                            i, i, i);
  muster_pages_add_markdown (pages, text->str);
  g_assert_cmpuint (muster_pages_get_n_pages (pages, 595, 842), >, 8);
  g_assert_cmpuint (muster_pages_get_n_pages (pages, 842, 595), >, 8);
  pdf = read_pdf (pages);
  at = pdf;
  for (guint i = 1; i <= 300; i++)
    {
      g_autofree char *end = g_strdup_printf ("end%u\n", i);

      at = strstr (at, end);
      g_assert_nonnull (at);
    }
  g_assert_nonnull (strstr (pdf, "300. clause300"));
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    n++;
  return n;
}

/* A table that goes on says again what its columns are. */
static void
test_table (void)
{
  static const char *const titles[] = { "Person", "Kind", NULL };
  static const double shares[] = { 0.5, 0.5 };
  g_autoptr (MusterPages) pages = muster_pages_new ("Table");
  g_autofree char *pdf = NULL;
  guint n_pages;

  muster_pages_add_title (pages, "Who");
  muster_pages_begin_table (pages, 2, titles, shares);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("name%03u", i);
      const char *cells[] = { name, "张三 <b>", NULL };

      muster_pages_add_row (pages, cells);
    }
  n_pages = muster_pages_get_n_pages (pages, 595.276, 841.89);
  pdf = read_pdf (pages);
  g_assert_cmpuint (n_pages, >, 2);
  g_assert_cmpuint (count (pdf, "Person"), ==, n_pages);
  g_assert_cmpuint (count (pdf, "name0"), ==, 100);
  g_assert_cmpuint (count (pdf, "张三 <b>"), ==, 100);
}

/* A word that is longer than a page, and nothing at all. */
static void
test_extremes (void)
{
  g_autoptr (MusterPages) empty = muster_pages_new ("");
  g_autoptr (MusterPages) pages = muster_pages_new ("x");
  g_autofree char *word = g_strnfill (20000, 'x');
  g_autofree char *pdf = NULL;

  g_assert_cmpuint (muster_pages_get_n_pages (empty, 595, 842), ==, 1);
  muster_pages_add_markdown (pages, word);
  g_assert_cmpuint (muster_pages_get_n_pages (pages, 300, 200), >, 20);
  pdf = read_pdf (pages);
  g_assert_cmpuint (count (pdf, "x"), >=, 20000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-export/rows", test_rows);
  g_test_add_func ("/document-export/long-text", test_long_text);
  g_test_add_func ("/document-export/table", test_table);
  g_test_add_func ("/document-export/extremes", test_extremes);
  return g_test_run ();
}
