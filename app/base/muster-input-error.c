/* muster-input-error.c - what is wrong with a file, and where
 *
 * An error domain whose errors carry the file's name and a line.  A reader
 * knows the line, whoever opened the file adds its name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-input-error"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-input-error.h"

typedef struct
{
  char *file;   /* owned, NULL until known */
  guint64 line; /* 0 when no line is to blame */
} MusterInputErrorPrivate;

static void
muster_input_error_private_init (MusterInputErrorPrivate *priv)
{
}

static void
muster_input_error_private_copy (const MusterInputErrorPrivate *from, MusterInputErrorPrivate *to)
{
  to->file = g_strdup (from->file);
  to->line = from->line;
}

static void
muster_input_error_private_clear (MusterInputErrorPrivate *priv)
{
  g_free (priv->file);
}

G_DEFINE_EXTENDED_ERROR (MusterInputError, muster_input_error)

static MusterInputErrorPrivate *
get_private (const GError *error)
{
  if (error->domain != MUSTER_INPUT_ERROR)
    return NULL;

  return muster_input_error_get_private (error);
}

/**
 * muster_input_error_set:
 * @error: return location
 * @line: the line to blame, from 1; 0 for none
 * @format: a sentence for a person, without file and line
 */
void
muster_input_error_set (GError **error, MusterInputError code, guint64 line, const char *format,
                        ...)
{
  va_list args;

  if (error == NULL)
    return;

  va_start (args, format);
  *error = g_error_new_valist (MUSTER_INPUT_ERROR, (int) code, format, args);
  va_end (args);
  get_private (*error)->line = line;
}

/**
 * muster_input_error_set_file:
 * @error: an error of any domain; one of another domain is left alone
 * @file: the name to show
 */
void
muster_input_error_set_file (GError *error, const char *file)
{
  MusterInputErrorPrivate *priv;

  g_return_if_fail (error != NULL);

  priv = get_private (error);
  if (priv == NULL || priv->file != NULL)
    return;

  priv->file = g_strdup (file);
}

/**
 * muster_input_error_get_file:
 *
 * Returns: (nullable): the file's name; %NULL if unknown or of another domain
 */
const char *
muster_input_error_get_file (const GError *error)
{
  MusterInputErrorPrivate *priv = get_private (error);

  return priv != NULL ? priv->file : NULL;
}

guint64
muster_input_error_get_line (const GError *error)
{
  MusterInputErrorPrivate *priv = get_private (error);

  return priv != NULL ? priv->line : 0;
}

/**
 * muster_input_error_get_code_name:
 *
 * Returns: the short stable word that `musterctl --json` prints as code
 */
const char *
muster_input_error_get_code_name (const GError *error)
{
  static const char *const names[] = { "unknown-format", "malformed", "encoding",
                                       "empty",          "limit",     "unsuitable" };

  g_return_val_if_fail (error->domain == MUSTER_INPUT_ERROR, "error");
  g_return_val_if_fail (error->code >= 0 && error->code < (int) G_N_ELEMENTS (names), "error");

  return names[error->code];
}

/**
 * muster_input_error_dup_text:
 * @error: an error of any domain
 *
 * Returns: (transfer full): the sentence with file and line before it, as far as they are known
 */
char *
muster_input_error_dup_text (const GError *error)
{
  MusterInputErrorPrivate *priv = get_private (error);

  if (priv == NULL || priv->file == NULL)
    return g_strdup (error->message);
  if (priv->line == 0)
    return g_strdup_printf ("%s: %s", priv->file, error->message);

  /* TRANSLATORS: file name, line number, what is wrong */
  return g_strdup_printf (_ ("%s, line %lu: %s"), priv->file, (gulong) priv->line, error->message);
}
