/* muster-violation.c - a breach of a clause, its evidence and what was decided, as rows say it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-violation.h"

static const struct
{
  const char *key;
  const char *title;
} exhibit_kinds[MUSTER_N_EXHIBIT_KINDS] = {
  [MUSTER_EXHIBIT_TEXT] = { "text", N_ ("In words") },
  [MUSTER_EXHIBIT_FILE] = { "file", N_ ("File") },
  [MUSTER_EXHIBIT_MESSAGE] = { "message", N_ ("Message") },
};

static const struct
{
  const char *key;
  const char *title;
} ruling_kinds[MUSTER_N_RULING_KINDS] = {
  [MUSTER_RULING_SANCTION] = { "sanction", N_ ("Decided") },
  [MUSTER_RULING_DISMISSED] = { "dismissed", N_ ("Dismissed") },
  [MUSTER_RULING_CARRIED_OUT] = { "carried-out", N_ ("Carried out") },
  [MUSTER_RULING_UNMUTED] = { "unmuted", N_ ("May write again") },
  [MUSTER_RULING_APPEAL] = { "appeal", N_ ("Appeal") },
  [MUSTER_RULING_UPHELD] = { "upheld", N_ ("Appeal refused") },
  [MUSTER_RULING_GRANTED] = { "granted", N_ ("Appeal granted") },
  [MUSTER_RULING_WITHDRAWN] = { "withdrawn", N_ ("Taken back") },
};

MusterViolation *
muster_violation_new (void)
{
  return g_new0 (MusterViolation, 1);
}

void
muster_violation_free (MusterViolation *self)
{
  g_free (self->reporter);
  g_free (self->summary);
  g_free (self->finding);
  g_free (self->author);
  g_free (self);
}

/**
 * muster_violation_get_day:
 *
 * Returns: when it happened
 */
MusterDay
muster_violation_get_day (const MusterViolation *self)
{
  return muster_day_from_seconds (self->happened_at);
}

/**
 * muster_violation_dup_when:
 *
 * Returns: (transfer full): 2026-11-21, with 21:30 behind it where the time is known
 */
char *
muster_violation_dup_when (const MusterViolation *self)
{
  char *text = muster_time_dup_text (self->happened_at);

  text[self->all_day ? strlen ("2026-11-21") : strlen ("2026-11-21T21:30")] = '\0';
  return g_strdelimit (text, "T", ' ');
}

MusterExhibit *
muster_exhibit_new (MusterExhibitKind kind, const char *value, const char *source)
{
  MusterExhibit *self = g_new0 (MusterExhibit, 1);

  self->kind = kind;
  self->value = g_strdup (value);
  self->source = g_strdup (source);
  self->happened_at = MUSTER_VIOLATION_NO_TIME;
  return self;
}

void
muster_exhibit_free (MusterExhibit *self)
{
  g_free (self->value);
  g_free (self->source);
  g_free (self);
}

const char *
muster_exhibit_kind_get_key (MusterExhibitKind kind)
{
  return exhibit_kinds[kind].key;
}

/**
 * muster_exhibit_kind_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_exhibit_kind_get_title (MusterExhibitKind kind)
{
  return _ (exhibit_kinds[kind].title);
}

gboolean
muster_exhibit_kind_find (const char *key, MusterExhibitKind *out_kind)
{
  for (guint i = 0; i < MUSTER_N_EXHIBIT_KINDS; i++)
    if (g_strcmp0 (exhibit_kinds[i].key, key) == 0)
      {
        *out_kind = (MusterExhibitKind) i;
        return TRUE;
      }

  return FALSE;
}

MusterRuling *
muster_ruling_new (MusterRulingKind kind)
{
  MusterRuling *self = g_new0 (MusterRuling, 1);

  self->kind = kind;
  self->until_at = MUSTER_VIOLATION_NO_TIME;
  return self;
}

void
muster_ruling_free (MusterRuling *self)
{
  g_free (self->sanction);
  g_free (self->reason);
  g_free (self->author);
  g_free (self);
}

const char *
muster_ruling_kind_get_key (MusterRulingKind kind)
{
  return ruling_kinds[kind].key;
}

/**
 * muster_ruling_kind_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_ruling_kind_get_title (MusterRulingKind kind)
{
  return _ (ruling_kinds[kind].title);
}

gboolean
muster_ruling_kind_find (const char *key, MusterRulingKind *out_kind)
{
  for (guint i = 0; i < MUSTER_N_RULING_KINDS; i++)
    if (g_strcmp0 (ruling_kinds[i].key, key) == 0)
      {
        *out_kind = (MusterRulingKind) i;
        return TRUE;
      }

  return FALSE;
}
