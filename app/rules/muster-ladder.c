/* muster-ladder.c - what follows a violation, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-ladder"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-ladder.h"
#include "muster-store-error.h"

struct _MusterLadder
{
  GArray *steps; /* owned: of MusterSanction; the first is step 1 */
};

/* The number before the sanction; 0 if there is none. */
static guint
read_step (const char **text)
{
  char *end = NULL;
  guint64 step;

  if (!g_ascii_isdigit (**text))
    return 0;
  step = g_ascii_strtoull (*text, &end, 10);
  if (!g_ascii_isspace (*end))
    return 0;
  *text = end + 1;
  return (guint) MIN (step, G_MAXUINT);
}

/* Steps come one after the other: 1, 2, 3. */
static gboolean
check_step (guint step, guint expected, const char *text, GError **error)
{
  if (step == 0)
    g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                 _ ("“%s” is no step of a ladder. Write its number before it: 1 private; 2 named."),
                 text);
  else if (step < expected)
    g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                 _ ("The ladder has step %u twice, or out of order."), step);
  else if (step > expected)
    g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                 _ ("The ladder has a gap: step %u is missing before step %u."), expected, step);
  else if (step > MUSTER_LADDER_MAX_STEPS)
    g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                 _ ("A ladder has at most %d steps."), MUSTER_LADDER_MAX_STEPS);
  else
    return TRUE;

  return FALSE;
}

/**
 * muster_ladder_parse:
 * @text: as "1 private; 2 named + fine 50; 3 mute PT24H; 4 remove"; empty has no step
 *
 * Returns: (transfer full): the ladder; %NULL for one with a gap, a doubled or an unknown step
 */
MusterLadder *
muster_ladder_parse (const char *text, GError **error)
{
  g_autoptr (MusterLadder) self = g_new0 (MusterLadder, 1);
  g_auto (GStrv) parts = g_strsplit_set (text, ";\n", -1);

  self->steps = g_array_new (FALSE, FALSE, sizeof (MusterSanction));
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      const char *rest = part;
      MusterSanction sanction;

      if (*part == '\0')
        continue;
      if (!check_step (read_step (&rest), self->steps->len + 1, part, error) ||
          !muster_sanction_parse (rest, &sanction, error))
        return NULL;
      g_array_append_val (self->steps, sanction);
    }

  return g_steal_pointer (&self);
}

void
muster_ladder_free (MusterLadder *self)
{
  g_array_unref (self->steps);
  g_free (self);
}

guint
muster_ladder_get_n_steps (const MusterLadder *self)
{
  return self->steps->len;
}

/**
 * muster_ladder_get_step:
 * @step: from 1
 *
 * Returns: (nullable): %NULL where the ladder has no such step
 */
const MusterSanction *
muster_ladder_get_step (const MusterLadder *self, guint step)
{
  return step >= 1 && step <= self->steps->len
             ? &g_array_index (self->steps, MusterSanction, step - 1)
             : NULL;
}

/**
 * muster_ladder_dup_text:
 *
 * Returns: (transfer full): what muster_ladder_parse() reads
 */
char *
muster_ladder_dup_text (const MusterLadder *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint step = 1; step <= self->steps->len; step++)
    {
      g_autofree char *sanction = muster_sanction_dup_text (muster_ladder_get_step (self, step));

      g_string_append_printf (text, "%s%u %s", step > 1 ? "; " : "", step, sanction);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * muster_ladder_dup_title:
 *
 * Returns: (transfer full): in words
 */
char *
muster_ladder_dup_title (const MusterLadder *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint step = 1; step <= self->steps->len; step++)
    {
      g_autofree char *title = muster_sanction_dup_title (muster_ladder_get_step (self, step));

      /* TRANSLATORS: the number of a step, and what it says, as Named in the group */
      g_string_append (text, step > 1 ? _ ("; ") : "");
      g_string_append_printf (text, _ ("%u. %s"), step, title);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * muster_ladder_check_policy:
 * @key: of the policy; any but "ladder" passes
 */
gboolean
muster_ladder_check_policy (const char *key, const char *value, GError **error)
{
  g_autoptr (MusterLadder) ladder = NULL;

  if (strcmp (key, "ladder") != 0)
    return TRUE;
  ladder = muster_ladder_parse (value, error);
  return ladder != NULL;
}
