/* muster-naming-template.c - the rule that the nicknames of a group follow
 *
 * Part of naming; anyone above may call it.  Reads the grammar of DESIGN.md,
 * "The naming template", into forms: the sequences of parts and literals that
 * the template allows, one for each choice of its optional sections.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-naming-template"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-character.h"
#include "muster-input-error.h"
#include "muster-naming-template.h"

#define MAX_FORMS 32
#define MAX_TOKENS 24
#define MAX_LIMIT 99

struct _MusterNamingTemplate
{
  char *text;        /* owned */
  GPtrArray *tokens; /* (owned) MusterNamingToken, as they stand */
  GPtrArray *forms;  /* (owned) GPtrArray of borrowed tokens, the fullest first */
};

typedef struct
{
  MusterNamingTemplate *template;
  const char *start;
  const char *p;
  guint depth;
  GError *error; /* owned, set once */
} Parser;

static void
token_free (gpointer data)
{
  MusterNamingToken *token = data;

  g_free (token->text);
  g_strfreev (token->fields);
  g_free (token);
}

static void fail (Parser *parser, const char *at, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
fail (Parser *parser, const char *at, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  if (parser->error != NULL)
    return;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  /* TRANSLATORS: a position in the naming template, counted in characters, and what is wrong there
   */
  muster_input_error_set (&parser->error, MUSTER_INPUT_ERROR_MALFORMED, 0,
                          _ ("The naming template is wrong at character %d: %s"),
                          (int) g_utf8_pointer_to_offset (parser->start, at) + 1, what);
}

static gboolean
is_field_character (gunichar c)
{
  return c == '_' || c == '-' || g_unichar_isalnum (c);
}

static gboolean
has_field (MusterNamingTemplate *self, const char *field)
{
  for (guint i = 0; i < self->tokens->len; i++)
    {
      MusterNamingToken *token = g_ptr_array_index (self->tokens, i);

      if (token->fields != NULL && g_strv_contains ((const char *const *) token->fields, field))
        return TRUE;
    }

  return FALSE;
}

/* One field's id; "" after a failure. */
static char *
read_field (Parser *parser, GPtrArray *before)
{
  const char *start = parser->p;
  g_autofree char *field = NULL;

  while (is_field_character (g_utf8_get_char (parser->p)))
    parser->p = g_utf8_next_char (parser->p);
  field = g_strndup (start, (gsize) (parser->p - start));

  if (*field == '\0')
    fail (parser, start, _ ("the name of a field is missing."));
  else if (has_field (parser->template, field) ||
           g_ptr_array_find_with_equal_func (before, field, g_str_equal, NULL))
    fail (parser, start, _ ("the field “%s” stands there a second time."), field);

  return g_steal_pointer (&field);
}

static guint
read_number (Parser *parser)
{
  const char *start = parser->p;
  guint n = 0;

  while (g_ascii_isdigit (*parser->p) && n <= MAX_LIMIT)
    n = n * 10 + (guint) (*parser->p++ - '0');
  if (parser->p == start || n == 0 || n > MAX_LIMIT)
    fail (parser, start, _ ("a length from 1 to %d is needed after the colon."), MAX_LIMIT);

  return n;
}

static void
read_limit (Parser *parser, MusterNamingToken *token)
{
  const char *start = parser->p;

  token->min = token->max = read_number (parser);
  if (*parser->p == 'd')
    {
      token->digits = TRUE;
      parser->p++;
    }
  else if (*parser->p == '-')
    {
      parser->p++;
      token->max = read_number (parser);
      if (token->max < token->min)
        fail (parser, start, _ ("the second length is smaller than the first."));
    }
}

/* @parser stands behind the opening brace. */
static MusterNamingToken *
read_part (Parser *parser)
{
  const char *open = parser->p - 1;
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  MusterNamingToken *token = g_new0 (MusterNamingToken, 1);

  token->kind = MUSTER_NAMING_TOKEN_PART;
  g_ptr_array_add (fields, read_field (parser, fields));
  while (parser->error == NULL && *parser->p == '|')
    {
      parser->p++;
      g_ptr_array_add (fields, read_field (parser, fields));
    }
  if (parser->error == NULL && *parser->p == ':')
    {
      parser->p++;
      read_limit (parser, token);
    }
  if (parser->error == NULL && *parser->p != '}')
    {
      if (*parser->p == '\0')
        fail (parser, open, _ ("the brace is never closed."));
      else
        fail (parser, parser->p, _ ("this does not belong inside the braces."));
    }
  else if (parser->error == NULL)
    parser->p++;

  g_ptr_array_add (fields, NULL);
  token->fields = (char **) g_ptr_array_steal (fields, NULL);
  return token;
}

static gboolean
is_word_character (gunichar c)
{
  MusterCharacterKind kind = muster_character_get_kind (c);

  return kind == MUSTER_CHARACTER_LETTER || kind == MUSTER_CHARACTER_DIGIT ||
         kind == MUSTER_CHARACTER_MARK;
}

/* Letters and other signs become tokens of their own, so that 届- is a word and a separator. */
static MusterNamingToken *
read_literal (Parser *parser)
{
  const char *start = parser->p;
  gboolean word = is_word_character (g_utf8_get_char (start));
  MusterNamingToken *token = g_new0 (MusterNamingToken, 1);

  while (*parser->p != '\0' && strchr ("{}[]", *parser->p) == NULL &&
         is_word_character (g_utf8_get_char (parser->p)) == word)
    parser->p = g_utf8_next_char (parser->p);
  token->kind = word ? MUSTER_NAMING_TOKEN_WORD : MUSTER_NAMING_TOKEN_SEPARATOR;
  token->text = g_strndup (start, (gsize) (parser->p - start));
  return token;
}

/* Appends each of @tails to a copy of each of @heads. */
static GPtrArray *
combine (Parser *parser, GPtrArray *heads, GPtrArray *tails)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint t = 0; t < tails->len; t++)
    for (guint h = 0; h < heads->len; h++)
      {
        GPtrArray *form = g_ptr_array_copy (g_ptr_array_index (heads, h), NULL, NULL);

        g_ptr_array_extend (form, g_ptr_array_index (tails, t), NULL, NULL);
        g_ptr_array_add (all, form);
      }
  if (all->len > MAX_FORMS)
    fail (parser, parser->p, _ ("there are too many optional sections."));

  g_ptr_array_unref (heads);
  g_ptr_array_unref (tails);
  return all;
}

static GPtrArray *
forms_of_nothing (void)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_ptr_array_add (forms, g_ptr_array_new ());
  return forms;
}

static GPtrArray *read_sequence (Parser *parser);

/* @parser stands behind the opening bracket. */
static GPtrArray *
read_optional (Parser *parser)
{
  const char *open = parser->p - 1;
  GPtrArray *forms;
  gboolean nothing = *parser->p == ']';

  parser->depth++;
  forms = read_sequence (parser);
  parser->depth--;
  if (nothing)
    fail (parser, open, _ ("there is nothing between the brackets."));
  else if (*parser->p != ']')
    fail (parser, open, _ ("the bracket is never closed."));
  else
    parser->p++;
  g_ptr_array_add (forms, g_ptr_array_new ());
  return forms;
}

static GPtrArray *
read_one_token (Parser *parser)
{
  GPtrArray *forms = forms_of_nothing ();
  MusterNamingToken *token;

  if (*parser->p == '{')
    {
      parser->p++;
      token = read_part (parser);
    }
  else
    token = read_literal (parser);
  g_ptr_array_add (parser->template->tokens, token);
  g_ptr_array_add (g_ptr_array_index (forms, 0), token);
  if (parser->template->tokens->len > MAX_TOKENS)
    fail (parser, parser->p, _ ("it is too long."));
  return forms;
}

static GPtrArray *
read_sequence (Parser *parser)
{
  GPtrArray *forms = forms_of_nothing ();

  while (parser->error == NULL && *parser->p != '\0')
    {
      if (*parser->p == ']' && parser->depth > 0)
        break;
      if (*parser->p == ']' || *parser->p == '}')
        {
          fail (parser, parser->p, _ ("this closes nothing."));
          break;
        }
      if (*parser->p == '[')
        {
          parser->p++;
          forms = combine (parser, forms, read_optional (parser));
        }
      else
        forms = combine (parser, forms, read_one_token (parser));
    }

  return forms;
}

static int
compare_by_length (gconstpointer a, gconstpointer b)
{
  const GPtrArray *one = *(GPtrArray *const *) a, *other = *(GPtrArray *const *) b;

  return (one->len < other->len) - (one->len > other->len);
}

static gboolean
has_parts (MusterNamingTemplate *self)
{
  for (guint i = 0; i < self->tokens->len; i++)
    if (((MusterNamingToken *) g_ptr_array_index (self->tokens, i))->kind ==
        MUSTER_NAMING_TOKEN_PART)
      return TRUE;

  return FALSE;
}

/**
 * muster_naming_template_parse:
 * @text: a template as in DESIGN.md: {department}-{name}, {class}[-{seat}]-{name}
 * @error: MUSTER_INPUT_ERROR_MALFORMED, with the position in the sentence
 *
 * Returns: (transfer full) (nullable): %NULL on failure
 */
MusterNamingTemplate *
muster_naming_template_parse (const char *text, GError **error)
{
  g_autoptr (MusterNamingTemplate) self = NULL;
  Parser parser = { 0 };

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_ENCODING, 0,
                              _ ("The naming template is not valid UTF-8."));
      return NULL;
    }

  self = g_new0 (MusterNamingTemplate, 1);
  self->text = g_strdup (text);
  self->tokens = g_ptr_array_new_with_free_func (token_free);
  parser.template = self;
  parser.start = parser.p = text;
  self->forms = read_sequence (&parser);
  if (parser.error == NULL && !has_parts (self))
    fail (&parser, parser.p, _ ("it needs at least one part, such as {name}."));
  if (parser.error != NULL)
    {
      g_propagate_error (error, parser.error);
      return NULL;
    }

  g_ptr_array_sort (self->forms, compare_by_length);
  return g_steal_pointer (&self);
}

void
muster_naming_template_free (MusterNamingTemplate *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_ptr_array_unref (self->tokens);
  g_free (self);
}

const char *
muster_naming_template_get_text (const MusterNamingTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * muster_naming_template_dup_fields:
 *
 * Returns: (transfer full): the ids of all fields, in the order of the template
 */
char **
muster_naming_template_dup_fields (const MusterNamingTemplate *self)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->tokens->len; i++)
    {
      MusterNamingToken *token = g_ptr_array_index (self->tokens, i);

      if (token->fields != NULL)
        g_strv_builder_addv (fields, (const char **) token->fields);
    }
  return g_strv_builder_end (fields);
}

/**
 * muster_naming_template_has_symbol:
 *
 * Whether a literal of the template holds @c, so that it is no decoration in a nickname.
 */
gboolean
muster_naming_template_has_symbol (const MusterNamingTemplate *self, gunichar c)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->tokens->len; i++)
    {
      MusterNamingToken *token = g_ptr_array_index (self->tokens, i);

      if (token->text != NULL && g_utf8_strchr (token->text, -1, c) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * muster_naming_template_get_forms:
 *
 * Returns: (transfer none): GPtrArray of MusterNamingToken for each choice of the optional
 *   sections, the fullest first
 */
GPtrArray *
muster_naming_template_get_forms (const MusterNamingTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->forms;
}
