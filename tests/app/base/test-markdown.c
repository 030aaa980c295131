/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-markdown-block.h"
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
  { "bare address", "see https://a.b/c.", "see <a href=\"https://a.b/c\">https://a.b/c</a>." },
  { "no link to what could run", "[x](javascript:alert(1))", "x" },
  { "no raw HTML", "a <b onclick=x>b</b>", "a b" },
  { "no picture", "![a cat](https://a.b/c.png)", "a cat" },
  { "numbers as typed", "1. a\n3. b\n4. c", "1. a\n3. b\n4. c" },
  { "numbers that are counted", "1. a\n1. b", "1. a\n2. b" },
  { "list in a list", "1. a\n   - b", "1. a\n  • b" },
  { "bold before a comma", "**注意：**请", "<b>注意：</b>请" },
  { "escaped stars", "\\*\\*a\\*\\*", "**a**" },
  { "blank line stays", "a\n\nb", "a\n\nb" },
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

static const struct
{
  const char *label, *text, *html;
} html_rows[] = {
  { "paragraph", "a\nb", "<p>a<br />\nb</p>\n" },
  { "clauses keep their numbers", "1. a\n4. b",
    "<ol>\n<li>a</li>\n</ol>\n<ol start=\"4\">\n<li>b</li>\n</ol>\n" },
  { "script", "<script>x</script>\n\na", "<p>a</p>\n" },
  { "inline", "a<img src=x onerror=y>b", "<p>ab</p>\n" },
  { "javascript", "[a](javascript:x)", "<p>a</p>\n" },
  { "data", "[a](data:text/html;base64,x)", "<p>a</p>\n" },
  { "entity in the scheme", "[a](java&#115;cript:x)", "<p>a</p>\n" },
  { "reference", "[a]\n\n[a]: vbscript:x", "<p>a</p>\n" },
  { "picture from elsewhere", "![a](https://a.b/t.gif)", "<p>a</p>\n" },
  { "empty link", "[](javascript:x)a", "<p>a</p>\n" },
  { "picture in a link", "[![a](x)](javascript:y)", "<p>a</p>\n" },
  { "link", "[a](https://a.b)", "<p><a href=\"https://a.b\">a</a></p>\n" },
};

static void
test_html (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (html_rows); i++)
    {
      g_autofree char *html = muster_markdown_dup_html (html_rows[i].text);

      g_test_message ("%s", html_rows[i].label);
      g_assert_cmpstr (html, ==, html_rows[i].html);
    }
}

static void
test_losses (void)
{
  g_autoptr (GArray) losses = muster_markdown_list_losses (
      "# Rules\n\n1. a\n2. [b](file:///etc)\n\n<div>\n\n![c](d)\n\n<https://a.b>");
  static const MusterMarkdownLoss expected[] = {
    { MUSTER_MARKDOWN_UNSAFE_LINK, 4 },
    { MUSTER_MARKDOWN_RAW_HTML, 6 },
    { MUSTER_MARKDOWN_IMAGE, 8 },
  };

  g_assert_cmpuint (losses->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < losses->len; i++)
    {
      g_assert_cmpint (g_array_index (losses, MusterMarkdownLoss, i).kind, ==, expected[i].kind);
      g_assert_cmpuint (g_array_index (losses, MusterMarkdownLoss, i).line, ==, expected[i].line);
    }
}

/* What would take another reader long, or break it. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { ">",    "[",        "1. ", "- ",   "**",   "<a>",
                                        "![](", "1.\n3.\n", "`",   "，**", "- a\n" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) blocks = NULL;
      g_autofree char *html = NULL;

      while (text->len < 100000)
        g_string_append (text, pieces[i]);
      g_test_message ("%s", pieces[i]);
      blocks = muster_markdown_block_list (text->str);
      html = muster_markdown_dup_html (text->str);
      g_assert_nonnull (html);
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
  g_test_add_func ("/markdown/html", test_html);
  g_test_add_func ("/markdown/losses", test_losses);
  g_test_add_func ("/markdown/hostile", test_hostile);
  g_test_add_func ("/markdown/well-formed", test_well_formed);
  return g_test_run ();
}
