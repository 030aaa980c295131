/* muster-warnings.c - what a reader could not make sense of
 *
 * The first hundred are kept with line and text, the rest is counted, so that
 * a file with a million bad lines costs no memory.  Readers add, everybody
 * above reads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-warnings"

#include "config.h"

#include "muster-warnings.h"

#define LONGEST_TEXT 300 /* characters */

struct _MusterWarnings
{
  GObject parent_instance;

  GArray *kept; /* owned, of MusterWarning */
  guint64 n_dropped;
};

G_DEFINE_FINAL_TYPE (MusterWarnings, muster_warnings, G_TYPE_OBJECT)

/* A line of megabytes may be quoted whole. */
static char *
shorten (char *text)
{
  g_autofree char *start = NULL;

  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) <= LONGEST_TEXT)
    return text;

  start = g_utf8_substring (text, 0, LONGEST_TEXT);
  g_free (text);
  return g_strconcat (start, "…", NULL);
}

static void
clear_warning (gpointer data)
{
  g_free (((MusterWarning *) data)->text);
}

static void
muster_warnings_finalize (GObject *object)
{
  g_array_unref (MUSTER_WARNINGS (object)->kept);

  G_OBJECT_CLASS (muster_warnings_parent_class)->finalize (object);
}

static void
muster_warnings_class_init (MusterWarningsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_warnings_finalize;
}

static void
muster_warnings_init (MusterWarnings *self)
{
  self->kept = g_array_new (FALSE, FALSE, sizeof (MusterWarning));
  g_array_set_clear_func (self->kept, clear_warning);
}

MusterWarnings *
muster_warnings_new (void)
{
  return g_object_new (MUSTER_TYPE_WARNINGS, NULL);
}

/**
 * muster_warnings_add:
 * @line: from 1, 0 for none
 * @format: a sentence for a person, translated
 */
void
muster_warnings_add (MusterWarnings *self, guint64 line, const char *format, ...)
{
  MusterWarning warning = { .line = line };
  va_list args;

  g_return_if_fail (MUSTER_IS_WARNINGS (self));

  if (self->kept->len >= MUSTER_WARNINGS_KEPT)
    {
      self->n_dropped++;
      return;
    }
  va_start (args, format);
  warning.text = g_strdup_vprintf (format, args);
  va_end (args);
  warning.text = shorten (warning.text);
  g_array_append_val (self->kept, warning);
}

/**
 * muster_warnings_clear:
 *
 * For a reader that starts again.
 */
void
muster_warnings_clear (MusterWarnings *self)
{
  g_return_if_fail (MUSTER_IS_WARNINGS (self));

  g_array_set_size (self->kept, 0);
  self->n_dropped = 0;
}

guint
muster_warnings_get_n_kept (MusterWarnings *self)
{
  g_return_val_if_fail (MUSTER_IS_WARNINGS (self), 0);

  return self->kept->len;
}

/**
 * muster_warnings_get_n_dropped:
 *
 * Returns: how many more there were than are kept
 */
guint64
muster_warnings_get_n_dropped (MusterWarnings *self)
{
  g_return_val_if_fail (MUSTER_IS_WARNINGS (self), 0);

  return self->n_dropped;
}

const MusterWarning *
muster_warnings_get (MusterWarnings *self, guint index)
{
  g_return_val_if_fail (MUSTER_IS_WARNINGS (self) && index < self->kept->len, NULL);

  return &g_array_index (self->kept, MusterWarning, index);
}
