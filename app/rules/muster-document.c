/* muster-document.c - a rule text of a group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-document"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-document.h"
#include "muster-input-error.h"

MusterDocument *
muster_document_new (void)
{
  return g_new0 (MusterDocument, 1);
}

MusterDocument *
muster_document_copy (const MusterDocument *self)
{
  MusterDocument *copy = muster_document_new ();

  *copy = *self;
  copy->title = g_strdup (self->title);
  copy->template_id = g_strdup (self->template_id);
  copy->draft = g_strdup (self->draft);
  copy->welcome = g_strdup (self->welcome);
  return copy;
}

void
muster_document_free (MusterDocument *self)
{
  g_free (self->title);
  g_free (self->template_id);
  g_free (self->draft);
  g_free (self->welcome);
  g_free (self);
}

/**
 * muster_document_check_size:
 * @text: (nullable): of a draft, an edition or a file
 *
 * Fails on a text of more than %MUSTER_DOCUMENT_MAX_SIZE.
 */
gboolean
muster_document_check_size (const char *text, GError **error)
{
  gsize size = text != NULL ? strlen (text) : 0;

  if (size <= MUSTER_DOCUMENT_MAX_SIZE)
    return TRUE;

  muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, 0,
                          _ ("The text has %.1f MB; a rule text may have 1 MB at most."),
                          (double) size / 1000000);
  return FALSE;
}
