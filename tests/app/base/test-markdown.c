/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-markdown.h"

static const struct
{
  const char *label, *text, *markup;
} rows[] = {
  { "plain", "Bring a book.", "Bring a book." },
  { "signs of markup", "a < b & c", "a &lt; b &amp; c" },
  { "bold and italic", "**bold** and *soft*", "<b>bold</b> and <i>soft</i>" },
  { "italic in bold", "**a *b* c**", "<b>a <i>b</i> c</b>" },
  { "code stays as it is", "`*x* <y>`", "<tt>*x* &lt;y&gt;</tt>" },
  { "left open", "2 * 3 ** 4", "2 * 3 ** 4" },
  { "heading", "# Plan", "<span weight=\"bold\" size=\"x-large\">Plan</span>" },
  { "no heading", "#接龙", "#接龙" },
  { "list", "- one\n* two", "• one\n• two" },
  { "link", "[page](https://a.b/?x=1&y=2)", "<a href=\"https://a.b/?x=1&amp;y=2\">page</a>" },
  { "bare address", "see https://a.b/c.", "see <a href=\"https://a.b/c.\">https://a.b/c.</a>" },
  { "no link to what could run", "[x](javascript:alert(1))", "[x](javascript:alert(1))" },
  { "other scripts", "**时间**：周一", "<b>时间</b>：周一" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *markup = muster_markdown_dup_markup (rows[i].text);

      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (markup, ==, rows[i].markup);
    }
}

static const struct
{
  const char *label, *text, *plain;
} plain_rows[] = {
  { "styles go", "**时间**：*周一* `x`", "时间：周一 x" },
  { "heading", "# Plan\n1. Sign", "Plan\n1. Sign" },
  { "list", "- one", "• one" },
  { "signs of markup", "a < b & c", "a < b & c" },
  { "link with its address", "[page](https://a.b/?x=1&y=2)!", "page https://a.b/?x=1&y=2!" },
  { "bare address once", "see https://a.b/c", "see https://a.b/c" },
  { "left open", "2 * 3", "2 * 3" },
};

static void
test_plain (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_rows); i++)
    {
      g_autofree char *plain = muster_markdown_dup_plain (plain_rows[i].text);

      g_test_message ("%s", plain_rows[i].label);
      g_assert_cmpstr (plain, ==, plain_rows[i].plain);
    }
}

/* Nothing that is typed breaks the markup. */
static void
test_well_formed (void)
{
  static const char alphabet[] = "*_`[]()<&>#- a\nh:/\xe4\xb8\xad";

  for (guint i = 0; i < 2000; i++)
    {
      char text[24] = { 0 };
      g_autofree char *markup = NULL;
      g_autofree char *document = NULL;
      GMarkupParser parser = { 0 };
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);

      for (guint j = 0; j < sizeof text - 1; j++)
        text[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      markup = muster_markdown_dup_markup (text);
      document = g_strdup_printf ("<m>%s</m>", markup);
      g_assert_true (g_markup_parse_context_parse (context, document, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/rows", test_rows);
  g_test_add_func ("/markdown/plain", test_plain);
  g_test_add_func ("/markdown/well-formed", test_well_formed);
  return g_test_run ();
}
