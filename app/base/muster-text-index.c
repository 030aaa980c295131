/* muster-text-index.c - texts to numbers, several to a text
 *
 * Two arrays and a table, whatever the number of texts: an array for each of a
 * hundred thousand names would take several times the room, and GLib's slices
 * would never give it back.  Part of base; anyone may use it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-text-index"

#include "config.h"

#include "muster-text-index.h"

#define CHUNK_BYTES (64 * 1024)

/* Places count from 1; 0 is none. */
typedef struct
{
  guint value;
  guint next; /* place of the next of the same text */
  guint last; /* place of the last, at the first */
} Entry;

struct _MusterTextIndex
{
  GStringChunk *texts; /* owned */
  GHashTable *firsts;  /* owned: text -> place of its first entry */
  GArray *entries;     /* owned, of Entry */
};

static Entry *
entry_at (MusterTextIndex *self, guint place)
{
  return &g_array_index (self->entries, Entry, place - 1);
}

MusterTextIndex *
muster_text_index_new (void)
{
  MusterTextIndex *self = g_new0 (MusterTextIndex, 1);

  self->texts = g_string_chunk_new (CHUNK_BYTES);
  self->firsts = g_hash_table_new (g_str_hash, g_str_equal);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return self;
}

void
muster_text_index_free (MusterTextIndex *self)
{
  g_hash_table_unref (self->firsts);
  g_string_chunk_free (self->texts);
  g_array_unref (self->entries);
  g_free (self);
}

void
muster_text_index_add (MusterTextIndex *self, const char *text, guint value)
{
  guint place = self->entries->len + 1;
  guint first = muster_text_index_find (self, text);
  Entry entry = { value, 0, place };

  g_array_append_val (self->entries, entry);
  if (first == 0)
    {
      g_hash_table_insert (self->firsts, g_string_chunk_insert (self->texts, text),
                           GUINT_TO_POINTER (place));
      return;
    }

  entry_at (self, entry_at (self, first)->last)->next = place;
  entry_at (self, first)->last = place;
}

/**
 * muster_text_index_find:
 *
 * Returns: where to read the numbers of @text; 0 if there are none
 */
guint
muster_text_index_find (MusterTextIndex *self, const char *text)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->firsts, text));
}

/**
 * muster_text_index_read:
 * @place: (inout): not 0; moved to the next number, 0 behind the last
 *
 * Returns: the number there
 */
guint
muster_text_index_read (MusterTextIndex *self, guint *place)
{
  const Entry *entry = entry_at (self, *place);

  *place = entry->next;
  return entry->value;
}

/**
 * muster_text_index_list_shared:
 *
 * Returns: (transfer full) (element-type guint): where to read the numbers of each text that has
 *   several
 */
GArray *
muster_text_index_list_shared (MusterTextIndex *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint place = 1; place <= self->entries->len; place++)
    {
      guint last = entry_at (self, place)->last;

      if (last > place) /* only at a first does it go on */
        g_array_append_val (places, place);
    }

  return places;
}
