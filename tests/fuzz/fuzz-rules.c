/* fuzz-rules.c - hostile texts for Markdown, clauses, the values they name, and ladders
 *
 * What is shown must be well-formed markup, and a page must hold no script.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "muster-clause-parse.h"
#include "muster-ladder.h"
#include "muster-markdown.h"
#include "muster-rule-value.h"
#include "muster-word-diff.h"

static void
show (const char *text)
{
  g_autofree char *markup = muster_markdown_dup_markup (text);
  g_autofree char *document = g_strdup_printf ("<m>%s</m>", markup);
  g_autofree char *plain = muster_markdown_dup_plain (text);
  g_autofree char *html = muster_markdown_dup_html (text);
  GMarkupParser parser = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);

  if (!g_markup_parse_context_parse (context, document, -1, NULL) ||
      strstr (html, "<script") != NULL || strstr (html, "\"javascript:") != NULL)
    abort ();
}

static void
look_for_values (const char *text)
{
  for (MusterRuleForm form = MUSTER_RULE_PERIOD; form <= MUSTER_RULE_FINES; form++)
    {
      g_autoptr (GPtrArray) values = muster_rule_value_find (form, text);

      for (guint i = 0; i < values->len; i++)
        if (((const MusterRuleValue *) values->pdata[i])->end > strlen (text))
          abort ();
    }
}

/* Clauses lie in the text, one after the other. */
static void
cut (const char *text)
{
  g_autoptr (GPtrArray) spans = muster_clause_parse (text);
  gsize end = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const MusterClauseSpan *span = spans->pdata[i];

      if (span->start > span->body || span->body > strlen (text) || span->start < end)
        abort ();
      end = span->start;
      look_for_values (span->text);
    }
  if (spans->len > 1)
    g_ptr_array_unref (muster_word_diff (((const MusterClauseSpan *) spans->pdata[0])->text,
                                         ((const MusterClauseSpan *) spans->pdata[1])->text));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (MusterLadder) ladder = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;

  show (text);
  cut (text);
  ladder = muster_ladder_parse (text, NULL);
  return 0;
}
