/* muster-rule-file.c - a rule text from a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rule-file"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-document.h"
#include "muster-input-error.h"
#include "muster-markdown.h"
#include "muster-rule-file.h"
#include "muster-text-source.h"

/**
 * muster_rule_file_read:
 * @encoding: (nullable): %NULL to find it out
 *
 * Fails on a file of more than %MUSTER_DOCUMENT_MAX_SIZE, on one that is no text, and on an empty
 * one.
 *
 * Returns: (transfer full): the text
 */
char *
muster_rule_file_read (const char *path, const char *encoding, GError **error)
{
  g_autoptr (MusterTextSource) source = muster_text_source_new_for_file (path, encoding, error);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *text = NULL;
  const char *data;
  gsize length = 0;

  if (source == NULL)
    return NULL;

  data = muster_text_source_get_data (source, &length);
  if (muster_text_source_is_archive (source) || memchr (data, '\0', length) != NULL)
    muster_input_error_set (&local_error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                            _ ("This is no text file."));
  text = g_strndup (data, length);
  if (local_error == NULL)
    muster_document_check_size (text, &local_error);
  if (local_error == NULL && *g_strstrip (text) == '\0')
    muster_input_error_set (&local_error, MUSTER_INPUT_ERROR_EMPTY, 0,
                            _ ("There is nothing in the file."));
  if (local_error != NULL)
    {
      muster_input_error_set_file (local_error, path);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_strdup_printf ("%s\n", text);
}

/**
 * muster_rule_file_dup_title:
 * @text: (nullable): what stands in the file
 *
 * Returns: the first heading, or the name of the file
 */
char *
muster_rule_file_dup_title (const char *path, const char *text)
{
  g_autoptr (GRegex) heading =
      g_regex_new ("^#{1,2}[ \\t]+(.{1,200}?)[ \\t]*#*[ \\t]*$", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *title = NULL;
  g_autofree char *base = NULL;
  char *dot;

  if (text != NULL && g_regex_match (heading, text, 0, &match))
    {
      g_autofree char *words = g_match_info_fetch (match, 1);

      title = g_strstrip (muster_markdown_dup_plain (words));
      if (*title != '\0')
        return g_steal_pointer (&title);
    }
  base = g_path_get_basename (path);
  dot = strrchr (base, '.');
  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_steal_pointer (&base);
}
