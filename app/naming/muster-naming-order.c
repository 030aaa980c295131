/* muster-naming-order.c - a form of the template with its parts in other orders
 *
 * Part of naming, for the checker alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-naming-order"

#include "config.h"

#include "muster-naming-order.h"

#define MOST_UNITS 4

typedef struct
{
  GPtrArray *form;
  GPtrArray *units; /* (owned) GPtrArray of tokens that move together: 2003届 */
  GArray *slots;    /* (owned) of gboolean: a unit stands here; else a separator of the form */
  GPtrArray *out;
} Orderer;

static gboolean
has_part (GPtrArray *unit)
{
  for (guint i = 0; i < unit->len; i++)
    if (((MusterNamingToken *) g_ptr_array_index (unit, i))->kind == MUSTER_NAMING_TOKEN_PART)
      return TRUE;

  return FALSE;
}

/* A word belongs to the part before it, at the start to the one behind. */
static void
cut_into_units (Orderer *self)
{
  GPtrArray *unit = NULL;

  for (guint i = 0; i < self->form->len; i++)
    {
      MusterNamingToken *token = g_ptr_array_index (self->form, i);
      gboolean is_unit = token->kind != MUSTER_NAMING_TOKEN_SEPARATOR;

      if (!is_unit)
        {
          unit = NULL;
          g_array_append_val (self->slots, is_unit);
          continue;
        }
      if (unit == NULL || (token->kind == MUSTER_NAMING_TOKEN_PART && has_part (unit)))
        {
          unit = g_ptr_array_new ();
          g_ptr_array_add (self->units, unit);
          g_array_append_val (self->slots, is_unit);
        }
      g_ptr_array_add (unit, token);
    }
}

static void
write_order (Orderer *self, const guint *order)
{
  GPtrArray *tokens = g_ptr_array_new ();
  guint unit = 0, separator = 0;

  for (guint i = 0; i < self->slots->len; i++)
    {
      if (g_array_index (self->slots, gboolean, i))
        {
          g_ptr_array_extend (tokens, g_ptr_array_index (self->units, order[unit++]), NULL, NULL);
          continue;
        }
      while (((MusterNamingToken *) g_ptr_array_index (self->form, separator))->kind !=
             MUSTER_NAMING_TOKEN_SEPARATOR)
        separator++;
      g_ptr_array_add (tokens, g_ptr_array_index (self->form, separator++));
    }
  g_ptr_array_add (self->out, tokens);
}

static void
permute (Orderer *self, guint *order, guint n)
{
  gboolean as_it_was = TRUE;

  if (n < self->units->len)
    {
      for (guint i = n; i < self->units->len; i++)
        {
          guint one = order[n], other = order[i];

          order[n] = other;
          order[i] = one;
          permute (self, order, n + 1);
          order[n] = one;
          order[i] = other;
        }
      return;
    }

  for (guint i = 0; i < n; i++)
    as_it_was &= order[i] == i;
  if (!as_it_was)
    write_order (self, order);
}

/**
 * muster_naming_order_list:
 * @form: (element-type MusterNamingToken): of a template
 *
 * Returns: (transfer full): GPtrArray of tokens (borrowed) for each other order of the parts,
 *   separators staying where they are; empty for one part or more than four
 */
GPtrArray *
muster_naming_order_list (GPtrArray *form)
{
  Orderer self = { .form = form };
  g_autofree guint *order = NULL;

  self.units = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self.slots = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self.out = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  cut_into_units (&self);
  order = g_new (guint, self.units->len + 1);
  for (guint i = 0; i < self.units->len; i++)
    order[i] = i;
  if (self.units->len > 1 && self.units->len <= MOST_UNITS)
    permute (&self, order, 0);

  g_ptr_array_unref (self.units);
  g_array_unref (self.slots);
  return self.out;
}
