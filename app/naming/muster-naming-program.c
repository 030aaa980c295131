/* muster-naming-program.c - a short way to see that a nickname is exactly right
 *
 * Part of naming, for the checker alone.  The template as a flat table of
 * operations over the bytes of plain ASCII and Han nicknames.  It says yes
 * only where the aligner would call the nickname exact and read the same
 * parts; for everything else it says no, and the aligner decides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-naming-program"

#include "config.h"

#include <string.h>

#include "muster-han.h"
#include "muster-naming-glyphs.h"
#include "muster-naming-program.h"

typedef enum
{
  OP_LITERAL, /* these bytes */
  OP_VALUES, /* one of these byte strings, the longest first; else the next operation, a part too */
  OP_TEXT,   /* letters and digits */
  OP_DIGITS,
  OP_NAME, /* a Chinese name */
  OP_DONE,
} OpKind;

typedef struct
{
  guint32
      start; /* the first four bytes as a number; of a shorter value 0, which no text begins with */
  guint32 length;
  char *bytes; /* owned */
} Value;

typedef struct
{
  OpKind kind;
  const char *field; /* borrowed from the template */
  char *bytes;       /* (owned) of a literal */
  gsize length;
  GArray *values;       /* (owned) of Value */
  gboolean alternative; /* whether the next operation reads the same part */
  guint min;
  guint max;
} Op;

struct _MusterNamingProgram
{
  GPtrArray *forms; /* (owned) GArray of Op, each ended by OP_DONE */
};

static void
op_clear (gpointer data)
{
  Op *op = data;

  g_free (op->bytes);
  g_clear_pointer (&op->values, g_array_unref);
}

static void
value_clear (gpointer data)
{
  g_free (((Value *) data)->bytes);
}

static int
compare_longest_first (gconstpointer a, gconstpointer b)
{
  const Value *one = a, *other = b;

  return (one->length < other->length) - (one->length > other->length);
}

static gboolean
is_number_field (const char *field)
{
  return g_str_equal (field, "seat") || g_str_equal (field, "number") ||
         g_str_equal (field, "year");
}

static void
set_limit (Op *op, const MusterNamingToken *token, guint min, guint max)
{
  op->min = token->min != 0 ? MAX (token->min, min) : min;
  op->max = token->max != 0 ? MIN (token->max, max) : max;
}

static void
add_values (GArray *ops, const char *field, GPtrArray *values)
{
  Op op = { .kind = OP_VALUES, .field = field };

  op.values = g_array_sized_new (FALSE, FALSE, sizeof (Value), values->len);
  g_array_set_clear_func (op.values, value_clear);
  for (guint i = 0; i < values->len; i++)
    {
      const char *text = g_ptr_array_index (values, i);
      Value value = { 0, (guint32) strlen (text), g_strdup (text) };

      if (value.length >= sizeof value.start)
        memcpy (&value.start, text, sizeof value.start);

      g_array_append_val (op.values, value);
    }
  g_array_sort (op.values, compare_longest_first);
  g_array_append_val (ops, op);
}

/* Listed alternatives come first, as in the aligner; only one without a list can follow. */
static void
add_part (GArray *ops, const MusterNamingToken *token, const MusterNamingLists *lists)
{
  guint first = ops->len;
  Op op = { 0 };

  for (guint i = 0; token->fields[i] != NULL; i++)
    if (muster_naming_lists_has (lists, token->fields[i]))
      add_values (ops, token->fields[i], muster_naming_lists_get_values (lists, token->fields[i]));

  for (guint i = 0; token->fields[i] != NULL && op.field == NULL; i++)
    {
      const char *field = token->fields[i];

      if (muster_naming_lists_has (lists, field))
        continue;
      op.field = field;
      op.kind = token->digits || is_number_field (field) ? OP_DIGITS
                : g_str_equal (field, "name")            ? OP_NAME
                                                         : OP_TEXT;
      set_limit (&op, token, op.kind == OP_NAME ? 2 : 1, op.kind == OP_NAME ? 4 : G_MAXUINT);
      g_array_append_val (ops, op);
    }
  for (guint i = first; i + 1 < ops->len; i++)
    g_array_index (ops, Op, i).alternative = TRUE;
}

static gboolean
ends_digits (const MusterNamingToken *token, const MusterNamingToken *next)
{
  return (token->digits || is_number_field (token->fields[0])) && token->fields[1] == NULL &&
         next->kind == MUSTER_NAMING_TOKEN_WORD &&
         !g_unichar_isdigit (g_utf8_get_char (next->text));
}

/* Whether the end of each part can be seen: next to it there is a separator, or it is listed. */
static gboolean
is_clear (GPtrArray *form, const MusterNamingLists *lists)
{
  for (guint i = 0; i + 1 < form->len; i++)
    {
      const MusterNamingToken *token = g_ptr_array_index (form, i);
      const MusterNamingToken *next = g_ptr_array_index (form, i + 1);

      if (token->kind != MUSTER_NAMING_TOKEN_PART || next->kind == MUSTER_NAMING_TOKEN_SEPARATOR)
        continue;
      if (ends_digits (token, next))
        continue;
      if (token->fields[1] != NULL || !muster_naming_lists_has (lists, token->fields[0]))
        return FALSE;
    }

  return TRUE;
}

static GArray *
compile (GPtrArray *form, const MusterNamingLists *lists)
{
  GArray *ops = g_array_new (FALSE, FALSE, sizeof (Op));
  Op done = { .kind = OP_DONE };

  g_array_set_clear_func (ops, op_clear);
  for (guint i = 0; i < form->len; i++)
    {
      const MusterNamingToken *token = g_ptr_array_index (form, i);
      Op literal = { .kind = OP_LITERAL };

      if (token->kind == MUSTER_NAMING_TOKEN_PART)
        {
          add_part (ops, token, lists);
          continue;
        }
      literal.bytes = g_strdup (token->text);
      literal.length = strlen (token->text);
      g_array_append_val (ops, literal);
    }
  g_array_append_val (ops, done);
  return ops;
}

MusterNamingProgram *
muster_naming_program_new (const MusterNamingTemplate *template, const MusterNamingLists *lists)
{
  MusterNamingProgram *self;
  GPtrArray *forms;

  g_return_val_if_fail (template != NULL, NULL);
  g_return_val_if_fail (lists != NULL, NULL);

  self = g_new0 (MusterNamingProgram, 1);
  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  forms = muster_naming_template_get_forms (template);
  for (guint i = 0; i < forms->len; i++)
    if (is_clear (g_ptr_array_index (forms, i), lists))
      g_ptr_array_add (self->forms, compile (g_ptr_array_index (forms, i), lists));
  return self;
}

void
muster_naming_program_free (MusterNamingProgram *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->forms);
  g_free (self);
}

static inline gunichar
read_han (const guchar *p, const guchar *end)
{
  gunichar c;

  if (end - p < 3 || *p < 0xE4 || *p > 0xE9)
    return 0;

  c = ((gunichar) (p[0] & 0x0F) << 12) | ((gunichar) (p[1] & 0x3F) << 6) | (gunichar) (p[2] & 0x3F);
  if (!muster_han_is_common (c) || muster_han_simplify (c) != c || muster_naming_is_stroke (c))
    return 0;
  return c;
}

static const guchar *
match_name (const Op *op, const guchar *p, const guchar *end)
{
  guint n = 0;

  while (p < end && n <= op->max && read_han (p, end) != 0)
    {
      p += 3;
      n++;
    }

  return n >= op->min && n <= op->max ? p : NULL;
}

static const guchar *
match_digits (const Op *op, const guchar *p, const guchar *end)
{
  const guchar *start = p;

  while (p < end && g_ascii_isdigit ((char) *p))
    p++;

  return (gsize) (p - start) >= op->min && (gsize) (p - start) <= op->max ? p : NULL;
}

static const guchar *
match_text (const Op *op, const guchar *p, const guchar *end)
{
  guint n = 0;

  while (p < end)
    {
      if (g_ascii_isalnum ((char) *p))
        p++;
      else if (read_han (p, end) != 0)
        p += 3;
      else
        break;
      n++;
    }

  return n >= op->min && n <= op->max ? p : NULL;
}

static const guchar *
match_values (const Op *op, const guchar *p, const guchar *end)
{
  const Value *values = (const Value *) (gpointer) op->values->data;
  gsize left = (gsize) (end - p);
  guint32 start = 0;

  if (left >= sizeof start)
    memcpy (&start, p, sizeof start);
  for (guint i = 0; i < op->values->len; i++)
    if ((values[i].start == start || values[i].start == 0) && values[i].length <= left &&
        memcmp (values[i].bytes, p, values[i].length) == 0)
      return p + values[i].length;

  return NULL;
}

static const guchar *
match_op (const Op *op, const guchar *p, const guchar *end)
{
  switch (op->kind)
    {
    case OP_LITERAL:
      if ((gsize) (end - p) >= op->length && memcmp (p, op->bytes, op->length) == 0)
        return p + op->length;
      return NULL;
    case OP_VALUES:
      return p < end ? match_values (op, p, end) : NULL;
    case OP_TEXT:
      return match_text (op, p, end);
    case OP_DIGITS:
      return match_digits (op, p, end);
    case OP_NAME:
      return match_name (op, p, end);
    case OP_DONE:
    default:
      return NULL;
    }
}

static gboolean
match_form (const Op *op, const guchar *p, const guchar *end, MusterNamingSpan *spans, guint *out_n)
{
  guint n = 0;

  for (; op->kind != OP_DONE; op++)
    {
      const guchar *next = match_op (op, p, end);

      if (next == NULL && !op->alternative)
        return FALSE;
      if (next == NULL)
        continue;
      if (op->field != NULL)
        spans[n++] = (MusterNamingSpan){ op->field, (const char *) p, (const char *) next };
      p = next;
      while (op->alternative)
        op++;
    }

  *out_n = n;
  return p == end;
}

/**
 * muster_naming_program_match:
 * @length: of @nickname in bytes
 * @out_spans: (out caller-allocates): the parts, on success
 * @out_n: (out): how many, on success
 *
 * Returns: whether the nickname is surely exact; if not, nothing is known
 */
gboolean
muster_naming_program_match (const MusterNamingProgram *self, const char *nickname, gsize length,
                             MusterNamingSpan out_spans[MUSTER_NAMING_PROGRAM_PARTS], guint *out_n)
{
  for (guint i = 0; i < self->forms->len; i++)
    {
      const GArray *form = g_ptr_array_index (self->forms, i);

      if (match_form ((const Op *) form->data, (const guchar *) nickname,
                      (const guchar *) nickname + length, out_spans, out_n))
        return TRUE;
    }

  return FALSE;
}
