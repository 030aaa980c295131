/* muster-document-export.c - a rule text as PDF, web page, Markdown, or for the chat
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-document-export"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-date-text.h"
#include "muster-document-export.h"
#include "muster-export-table.h"
#include "muster-input-error.h"
#include "muster-markdown.h"

/* Nothing may run in the page, and nothing is fetched from elsewhere. */
#define HTML_HEAD                                                                                  \
  "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"                        \
  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "                    \
  "style-src 'unsafe-inline'\">\n"                                                                 \
  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"                     \
  "<title>%s</title>\n<style>\nbody { max-width: 40em; margin: 2em auto; padding: 0 1em; "         \
  "font-family: sans-serif; line-height: 1.6; }\nli { margin: .4em 0; }\n"                         \
  "footer { margin-top: 2em; color: #555; font-size: 85%%; }\n"                                    \
  "@media (prefers-color-scheme: dark) { body { background: #1e1e1e; color: #eee; } "              \
  "a { color: #8ab4f8; } footer { color: #aaa; } }\n</style>\n</head>\n<body>\n"

static const char *
get_text (const MusterDocumentExport *self)
{
  const char *text = self->edition != NULL ? self->edition->text : self->document->draft;

  return text != NULL ? text : "";
}

static const char *
get_title (const MusterDocumentExport *self)
{
  return self->edition != NULL && self->edition->title != NULL ? self->edition->title
                                                               : self->document->title;
}

/* A text that begins with a heading has a title of its own. */
static gboolean
needs_title (const MusterDocumentExport *self)
{
  const char *text = get_text (self);

  return text[strspn (text, " \n")] != '#';
}

/* Which edition this is, since when. */
static char *
dup_imprint (const MusterDocumentExport *self)
{
  g_autofree char *date = NULL;

  if (self->edition == NULL)
    return g_strdup (_ ("Draft, not published"));

  date = muster_date_text_dup (self->edition->published_on);
  /* TRANSLATORS: below a rule text: the number of the edition, a date */
  return g_strdup_printf (_ ("Edition %s, %s"), self->label, date);
}

/**
 * muster_document_export_dup_chat:
 *
 * Returns: (transfer full): without the signs of Markdown
 */
char *
muster_document_export_dup_chat (const MusterDocumentExport *self)
{
  g_autofree char *plain = muster_markdown_dup_plain (get_text (self));
  g_autofree char *imprint = dup_imprint (self);
  g_autofree char *title =
      needs_title (self) ? g_strdup_printf ("【%s】\n", get_title (self)) : g_strdup ("");

  return g_strdup_printf ("%s%s\n(%s)\n", title, g_strchomp (plain), imprint);
}

/**
 * muster_document_export_dup_html:
 *
 * Returns: (transfer full): a page that stands alone
 */
char *
muster_document_export_dup_html (const MusterDocumentExport *self)
{
  g_autofree char *body = muster_markdown_dup_html (get_text (self));
  g_autofree char *imprint = dup_imprint (self);
  g_autofree char *title = g_markup_escape_text (get_title (self), -1);
  g_autofree char *footer = g_markup_printf_escaped ("<footer>%s · %s</footer>",
                                                     muster_group_get_name (self->group), imprint);
  const char *language = muster_group_get_language (self->group);
  g_autoptr (GString) html = g_string_new (NULL);

  g_string_append_printf (html, HTML_HEAD, g_strcmp0 (language, "zh_CN") == 0 ? "zh-CN" : "en",
                          title);
  if (needs_title (self))
    g_string_append_printf (html, "<h1>%s</h1>\n", title);
  g_string_append_printf (html, "%s%s\n</body>\n</html>\n", body, footer);
  return g_string_free (g_steal_pointer (&html), FALSE);
}

/**
 * muster_document_export_new_pages:
 *
 * Returns: (transfer full): to print, or to save as PDF
 */
MusterPages *
muster_document_export_new_pages (const MusterDocumentExport *self)
{
  g_autofree char *imprint = dup_imprint (self);
  g_autofree char *footer =
      g_strdup_printf ("%s · %s", muster_group_get_name (self->group), imprint);
  MusterPages *pages = muster_pages_new (footer);

  if (needs_title (self))
    muster_pages_add_title (pages, get_title (self));
  muster_pages_add_markdown (pages, get_text (self));
  return pages;
}

static gboolean
save_text (const char *path, const char *text, GError **error)
{
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static gboolean
write_file (const MusterDocumentExport *self, const char *path, GError **error)
{
  if (g_str_has_suffix (path, ".pdf"))
    {
      g_autoptr (MusterPages) pages = muster_document_export_new_pages (self);

      return muster_pages_save (pages, path, error);
    }
  if (g_str_has_suffix (path, ".html"))
    {
      g_autofree char *html = muster_document_export_dup_html (self);

      return save_text (path, html, error);
    }
  if (g_str_has_suffix (path, ".txt"))
    {
      g_autofree char *chat = muster_document_export_dup_chat (self);

      return save_text (path, chat, error);
    }
  if (g_str_has_suffix (path, ".md"))
    return save_text (path, get_text (self), error);

  muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                          _ ("The name of the file must end in .pdf, .html, .txt or .md."));
  return FALSE;
}

/**
 * muster_document_export_run:
 * @path: ends in .pdf, .html, .txt or .md; it is replaced at once or not at all
 */
gboolean
muster_document_export_run (const MusterDocumentExport *self, MusterStore *store, const char *path,
                            GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  /* TRANSLATORS: a title in the history: the title of a rule text, a file */
  g_autofree char *title = g_strdup_printf (_ ("Export %s to %s"), get_title (self), name);
  MusterExportEntry entry = { .group = *muster_group_get_id (self->group),
                              .what = "rules",
                              .profile = "full",
                              .file = name,
                              .rows = 1 };

  return write_file (self, path, error) && muster_export_table_log (store, title, &entry, error);
}
