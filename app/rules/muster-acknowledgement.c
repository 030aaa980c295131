/* muster-acknowledgement.c - one person accepts one edition
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-acknowledgement"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-acknowledgement.h"

static const struct
{
  const char *key;
  const char *title;
} ways[MUSTER_N_REPLY_WAYS] = {
  [MUSTER_REPLY_HAND] = { "hand", N_ ("By hand") },
  [MUSTER_REPLY_WORD] = { "word", N_ ("By word") },
  [MUSTER_REPLY_PASTED] = { "reply", N_ ("Pasted reply") },
  [MUSTER_REPLY_RECORDS] = { "records", N_ ("Chat records") },
  [MUSTER_REPLY_SHEET] = { "sheet", N_ ("Signed sheet") },
};

const char *
muster_reply_way_get_key (MusterReplyWay way)
{
  return ways[way].key;
}

/**
 * muster_reply_way_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_reply_way_get_title (MusterReplyWay way)
{
  return _ (ways[way].title);
}

/**
 * muster_reply_way_find:
 * @key: (nullable): a stored word
 */
gboolean
muster_reply_way_find (const char *key, MusterReplyWay *out_way)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_strcmp0 (ways[i].key, key) == 0)
      {
        *out_way = (MusterReplyWay) i;
        return TRUE;
      }

  return FALSE;
}

MusterAcknowledgement *
muster_acknowledgement_new (void)
{
  MusterAcknowledgement *self = g_new0 (MusterAcknowledgement, 1);

  self->day = MUSTER_DAY_NONE;
  return self;
}

MusterAcknowledgement *
muster_acknowledgement_copy (const MusterAcknowledgement *self)
{
  MusterAcknowledgement *copy = g_memdup2 (self, sizeof *self);

  copy->source = g_strdup (self->source);
  copy->note = g_strdup (self->note);
  copy->author = g_strdup (self->author);
  return copy;
}

void
muster_acknowledgement_free (MusterAcknowledgement *self)
{
  g_free (self->source);
  g_free (self->note);
  g_free (self->author);
  g_free (self);
}
