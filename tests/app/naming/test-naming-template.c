/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-input-error.h"
#include "muster-naming-template.h"

/* A form as text: parts in braces, separators in quotation marks, words as they are. */
static char *
describe (GPtrArray *form)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < form->len; i++)
    {
      const MusterNamingToken *token = g_ptr_array_index (form, i);

      if (token->kind == MUSTER_NAMING_TOKEN_PART)
        {
          g_autofree char *fields = g_strjoinv ("|", token->fields);

          g_string_append_printf (out, "{%s", fields);
          if (token->min != 0)
            g_string_append_printf (out, ":%u-%u%s", token->min, token->max,
                                    token->digits ? "d" : "");
          g_string_append_c (out, '}');
        }
      else
        g_string_append_printf (out, token->kind == MUSTER_NAMING_TOKEN_WORD ? "%s" : "'%s'",
                                token->text);
    }

  return g_string_free (out, FALSE);
}

static void
test_forms (void)
{
  static const struct
  {
    const char *label, *template, *expected;
  } rows[] = {
    { "one part", "{name}", "{name}" },
    { "two", "{department}-{name}", "{department}'-'{name}" },
    { "alternatives", "{company|school}-{name}", "{company|school}'-'{name}" },
    { "limits", "{name:2-4}", "{name:2-4}" },
    { "one length", "{class:3}", "{class:3-3}" },
    { "digits", "{seat:3d}-{name}", "{seat:3-3d}'-'{name}" },
    { "word", "{year}届{name}", "{year}届{name}" },
    { "word and separator", "{year}届-{name}", "{year}届'-'{name}" },
    { "optional", "{class}[-{seat}]-{name}", "{class}'-'{seat}'-'{name} {class}'-'{name}" },
    { "optional in optional", "{name}[-{class}[-{seat}]]",
      "{name}'-'{class}'-'{seat} {name}'-'{class} {name}" },
    { "custom field", "{栋号}-{name}", "{栋号}'-'{name}" },
    { "custom field with dash", "{room-no}", "{room-no}" },
    { "alternatives and limit", "{seat|number:3d}", "{seat|number:3-3d}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterNamingTemplate) template =
          muster_naming_template_parse (rows[i].template, &error);
      g_autoptr (GString) all = g_string_new (NULL);
      GPtrArray *forms;

      g_test_message ("%s", rows[i].label);
      g_assert_no_error (error);
      forms = muster_naming_template_get_forms (template);
      for (guint j = 0; j < forms->len; j++)
        {
          g_autofree char *form = describe (g_ptr_array_index (forms, j));

          g_string_append_printf (all, "%s%s", j > 0 ? " " : "", form);
        }
      g_assert_cmpstr (all->str, ==, rows[i].expected);
      g_assert_cmpstr (muster_naming_template_get_text (template), ==, rows[i].template);
    }
}

static void
test_errors (void)
{
  static const struct
  {
    const char *label, *template, *position, *what;
  } rows[] = {
    { "empty", "", "character 1:", "at least one part" },
    { "no part", "abc", "character 4:", "at least one part" },
    { "never closed", "{name", "character 1:", "never closed" },
    { "never closed, later", "{department}-{name", "character 14:", "never closed" },
    { "position in characters", "部门-{name", "character 4:", "never closed" },
    { "no field", "{}-{name}", "character 2:", "field is missing" },
    { "no second field", "{company|}-{name}", "character 10:", "field is missing" },
    { "space in a field", "{first name}", "character 7:", "not belong" },
    { "stray brace", "{name}}", "character 7:", "closes nothing" },
    { "stray bracket", "{name}]", "character 7:", "closes nothing" },
    { "optional never closed", "{class}[-{seat}", "character 8:", "never closed" },
    { "empty optional", "{class}[]", "character 8:", "nothing between" },
    { "brace closes bracket", "[{name}}", "character 8:", "closes nothing" },
    { "twice", "{name}-{name}", "character 9:", "second time" },
    { "twice in one part", "{name|name}", "character 7:", "second time" },
    { "no length", "{name:}", "character 7:", "length" },
    { "length zero", "{name:0}", "character 7:", "length" },
    { "length too large", "{name:100}", "character 7:", "length" },
    { "no second length", "{name:2-}", "character 9:", "length" },
    { "lengths turned", "{name:4-2}", "character 7:", "smaller" },
    { "letters in a length", "{name:2x}", "character 8:", "not belong" },
    { "brace within", "{na{me}", "character 4:", "not belong" },
    { "too many optional sections", "[a][b][c][d][e][f]{name}",
      "character 19:", "too many optional" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].label);
      g_assert_null (muster_naming_template_parse (rows[i].template, &error));
      g_assert_error (error, MUSTER_INPUT_ERROR, MUSTER_INPUT_ERROR_MALFORMED);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, rows[i].position));
      g_assert_nonnull (strstr (error->message, rows[i].what));
    }
}

static void
test_hostile (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (text, "[-");
  g_assert_null (muster_naming_template_parse (text->str, &error));
  g_assert_error (error, MUSTER_INPUT_ERROR, MUSTER_INPUT_ERROR_MALFORMED);
  g_clear_error (&error);
  g_assert_null (muster_naming_template_parse ("{name\xFF}", &error));
  g_assert_error (error, MUSTER_INPUT_ERROR, MUSTER_INPUT_ERROR_ENCODING);
}

static void
test_fields (void)
{
  g_autoptr (MusterNamingTemplate) template =
      muster_naming_template_parse ("{company|school}[-{seat}]-{name}", NULL);
  g_auto (GStrv) fields = muster_naming_template_dup_fields (template);
  g_autofree char *joined = g_strjoinv (" ", fields);

  g_assert_cmpstr (joined, ==, "company school seat name");
  g_assert_true (muster_naming_template_has_symbol (template, '-'));
  g_assert_false (muster_naming_template_has_symbol (template, '_'));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/naming-template/forms", test_forms);
  g_test_add_func ("/naming-template/errors", test_errors);
  g_test_add_func ("/naming-template/hostile", test_hostile);
  g_test_add_func ("/naming-template/fields", test_fields);
  return g_test_run ();
}
