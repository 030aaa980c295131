/* muster-notice.c - an announcement to a group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-notice"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-notice.h"

#define SECONDS_PER_MINUTE 60

typedef struct
{
  const char *key;
  const char *title;
} Word;

static const Word standings[MUSTER_N_NOTICE_STANDINGS] = {
  [MUSTER_NOTICE_PLANNED] = { "planned", NC_ ("notice", "Planned") },
  [MUSTER_NOTICE_SENT] = { "sent", NC_ ("notice", "Sent") },
  [MUSTER_NOTICE_CLOSED] = { "closed", NC_ ("notice", "Closed") },
  [MUSTER_NOTICE_CANCELLED] = { "cancelled", NC_ ("notice", "Called off") },
};

static const Word wants[MUSTER_N_NOTICE_WANTS] = {
  [MUSTER_NOTICE_WANTS_NOTHING] = { "nothing", NC_ ("notice", "No answer") },
  [MUSTER_NOTICE_WANTS_RECEIPT] = { "receipt", NC_ ("notice", "A receipt") },
  [MUSTER_NOTICE_WANTS_DONE] = { "done", NC_ ("notice", "That it is done") },
};

MusterNotice *
muster_notice_new (void)
{
  MusterNotice *self = g_new0 (MusterNotice, 1);

  self->wants = MUSTER_NOTICE_WANTS_RECEIPT;
  self->lead = MUSTER_NOTICE_NO_TIME;
  self->planned_at = MUSTER_NOTICE_NO_TIME;
  self->sent_at = MUSTER_NOTICE_NO_TIME;
  return self;
}

MusterNotice *
muster_notice_copy (const MusterNotice *self)
{
  MusterNotice *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->text = g_strdup (self->text);
  copy->audience = g_strdup (self->audience);
  copy->author = g_strdup (self->author);
  return copy;
}

void
muster_notice_free (MusterNotice *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self->audience);
  g_free (self->author);
  g_free (self);
}

/**
 * muster_notice_get_limit:
 *
 * Returns: until when an answer is in time; %MUSTER_NOTICE_NO_TIME where none is expected, there is
 *   no limit, or the notice has not been sent
 */
gint64
muster_notice_get_limit (const MusterNotice *self)
{
  if (self->sent_at == MUSTER_NOTICE_NO_TIME || self->minutes == 0 ||
      self->wants == MUSTER_NOTICE_WANTS_NOTHING)
    return MUSTER_NOTICE_NO_TIME;

  return self->sent_at + self->minutes * SECONDS_PER_MINUTE;
}

static gboolean
find (const Word *words, guint n, const char *key, guint *out_index)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (words[i].key, key) == 0)
      {
        *out_index = i;
        return TRUE;
      }

  return FALSE;
}

const char *
muster_notice_standing_get_key (MusterNoticeStanding standing)
{
  return standings[standing].key;
}

/**
 * muster_notice_standing_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_notice_standing_get_title (MusterNoticeStanding standing)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "notice", standings[standing].title);
}

/**
 * muster_notice_standing_find:
 * @key: (nullable): a stored word
 */
gboolean
muster_notice_standing_find (const char *key, MusterNoticeStanding *out_standing)
{
  guint i;

  if (!find (standings, G_N_ELEMENTS (standings), key, &i))
    return FALSE;

  *out_standing = (MusterNoticeStanding) i;
  return TRUE;
}

const char *
muster_notice_wants_get_key (MusterNoticeWants value)
{
  return wants[value].key;
}

/**
 * muster_notice_wants_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_notice_wants_get_title (MusterNoticeWants value)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "notice", wants[value].title);
}

/**
 * muster_notice_wants_find:
 * @key: (nullable): a stored word
 */
gboolean
muster_notice_wants_find (const char *key, MusterNoticeWants *out_wants)
{
  guint i;

  if (!find (wants, G_N_ELEMENTS (wants), key, &i))
    return FALSE;

  *out_wants = (MusterNoticeWants) i;
  return TRUE;
}
