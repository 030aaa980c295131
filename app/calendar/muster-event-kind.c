/* muster-event-kind.c - the kinds and sizes of events that Muster offers
 *
 * An event may be of another kind, which is a word of the keeper's own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-kind"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-event-kind.h"

typedef struct
{
  const char *key;
  const char *title;
} Word;

static const Word kinds[MUSTER_N_EVENT_KINDS] = {
  { "knowledge", N_ ("Knowledge") }, { "interaction", N_ ("Interaction") },
  { "benefit", N_ ("Benefit") },     { "meeting", N_ ("Meeting") },
  { "reunion", N_ ("Reunion") },     { "duty", N_ ("Duty") },
  { "other", N_ ("Other") },
};

static const Word sizes[MUSTER_N_EVENT_SIZES] = {
  { NULL, N_ ("Not Said") },
  { "small", N_ ("Small") },
  { "medium", N_ ("Medium") },
  { "large", N_ ("Large") },
};

static const char *
find_title (const Word *words, guint n, const char *key)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (words[i].key, key) == 0)
      return _ (words[i].title);

  return key;
}

/**
 * muster_event_kind_get_key:
 * @i: below %MUSTER_N_EVENT_KINDS
 */
const char *
muster_event_kind_get_key (guint i)
{
  return kinds[i].key;
}

/**
 * muster_event_kind_get_title:
 * @key: (nullable): a stored word
 *
 * Returns: (nullable): for people, translated; of another word the word itself
 */
const char *
muster_event_kind_get_title (const char *key)
{
  return find_title (kinds, MUSTER_N_EVENT_KINDS, key);
}

/**
 * muster_event_size_get_key:
 * @i: below %MUSTER_N_EVENT_SIZES
 *
 * Returns: (nullable): the stored word; %NULL for "not said", which is the first
 */
const char *
muster_event_size_get_key (guint i)
{
  return sizes[i].key;
}

/**
 * muster_event_size_get_title:
 * @key: (nullable): a stored word
 */
const char *
muster_event_size_get_title (const char *key)
{
  return find_title (sizes, MUSTER_N_EVENT_SIZES, key);
}
