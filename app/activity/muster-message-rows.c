/* muster-message-rows.c - messages as a virtual table
 *
 * SQLite pulls the reader's messages by itself while it inserts: no statement
 * is bound and stepped for each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-message-rows"

#include "config.h"

#include <sodium.h>
#include <string.h>

#include "muster-message-rows.h"

G_STATIC_ASSERT (crypto_shorthash_KEYBYTES == 16);

#define N_RECENT 16384 /* senders found quickly */

typedef enum
{
  COLUMN_MINUTE,
  COLUMN_SENDER,
  COLUMN_DIGEST,
  COLUMN_N,
  COLUMN_SECOND,
  COLUMN_SHIFT,
  COLUMN_LETTERS,
  COLUMN_BODY,
} Column;

/* How often a text was said by somebody within the minute that is being read. */
typedef struct
{
  gint64 sender;
  guint32 digest;
  guint32 count;
} Occurrence;

struct _MusterMessageRows
{
  MusterDatabase *db; /* owned */
  MusterMessageNext next;
  gpointer data;
  guint8 secret[16];
  gboolean keep_bodies;
  GError *error;                         /* owned, NULL until something fails */
  GHashTable *by_sender;                 /* owned: sender key -> MusterMessageSender in senders */
  GPtrArray *senders;                    /* owned, of MusterMessageSender */
  gint64 next_no;                        /* of the next new sender */
  MusterMessageSender *recent[N_RECENT]; /* by hash of the account or name; NULL if none */
  GArray *minute_texts;                  /* owned, of Occurrence */
  GString *plain;                        /* owned: room for a body without invisible characters */
  MusterMessageCounters *counters;       /* NULL if nobody counts */
  guint64 n_read;
  gint64 first;
  gint64 last;

  /* the current row */
  gboolean at_end;
  MusterMessage message;
  gint64 minute;
  gint64 sender;
  guint32 digest;
  guint32 n;
  guint32 letters;
};

typedef struct
{
  sqlite3_vtab base;
  MusterMessageRows *rows;
} Table;

typedef struct
{
  sqlite3_vtab_cursor base;
  MusterMessageRows *rows;
} Cursor;

static void
sender_free (gpointer data)
{
  MusterMessageSender *sender = data;

  g_free (sender->sender);
  g_free (sender->platform);
  g_free (sender->identifier);
  g_free (sender->name);
  g_free (sender);
}

/* Accounts are marked, so that no name is taken for one. */
static char *
dup_key (MusterSpan span, gboolean by_id)
{
  return g_strdup_printf ("%s%.*s", by_id ? "#" : "", (int) span.length, span.data);
}

static gboolean
is_sender (const MusterMessageSender *sender, MusterSpan span, gboolean by_id)
{
  const char *key = sender->sender;

  if (by_id && *key++ != '#')
    return FALSE;
  return strncmp (key, span.data, span.length) == 0 && key[span.length] == '\0';
}

static guint
hash_sender (MusterSpan span)
{
  guint64 hash = span.length, word = 0;
  gsize i = 0;

  for (; i + sizeof word <= span.length; i += sizeof word)
    {
      memcpy (&word, span.data + i, sizeof word);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
      hash ^= hash >> 29;
    }
  for (word = 0; i < span.length; i++)
    word = word << 8 | (guint8) span.data[i];
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return (guint) (hash >> 32);
}

static MusterMessageSender *
find_sender (MusterMessageRows *self, MusterSpan span, gboolean by_id)
{
  g_autofree char *key = dup_key (span, by_id);
  MusterMessageSender *sender = g_hash_table_lookup (self->by_sender, key);

  if (sender == NULL)
    {
      sender = g_new0 (MusterMessageSender, 1);
      sender->no = self->next_no++;
      sender->sender = g_steal_pointer (&key);
      if (by_id)
        {
          sender->platform = g_strdup (self->message.platform);
          sender->identifier = muster_span_dup (span);
        }
      sender->is_new = TRUE;
      g_ptr_array_add (self->senders, sender);
      g_hash_table_insert (self->by_sender, sender->sender, sender);
    }
  return sender;
}

/* Of few thousands who write, nearly all are found in the cache. */
static MusterMessageSender *
look_up_sender (MusterMessageRows *self)
{
  gboolean by_id = self->message.sender_id.length > 0;
  MusterSpan span = by_id ? self->message.sender_id : self->message.sender_name;
  MusterMessageSender **place = &self->recent[hash_sender (span) % N_RECENT];

  if (*place == NULL || !is_sender (*place, span, by_id))
    *place = find_sender (self, span, by_id);
  return *place;
}

/* The newest name of an account is the one to show. */
static void
take_name (MusterMessageSender *sender, MusterSpan name)
{
  if (name.length == 0 || (sender->name != NULL && strlen (sender->name) == name.length &&
                           memcmp (sender->name, name.data, name.length) == 0))
    return;

  g_free (sender->name);
  sender->name = muster_span_dup (name);
  sender->is_renamed = !sender->is_new;
}

static guint32
count_letters (MusterSpan body)
{
  guint32 n = 0;

  for (gsize i = 0; i < body.length; i++)
    n += (body.data[i] & 0xc0) != 0x80;

  return MIN (n, 0xffff);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The same message comes from two phones with different line ends and marks of direction. */
static MusterSpan
normalise (MusterMessageRows *self, MusterSpan body)
{
  while (body.length > 0 && is_space (body.data[body.length - 1]))
    body.length--;
  if (body.length == 0 || (memchr (body.data, '\r', body.length) == NULL &&
                           memchr (body.data, 0xe2, body.length) == NULL))
    return body;

  g_string_truncate (self->plain, 0);
  for (gsize i = 0; i < body.length; i++)
    {
      /* U+200E and U+200F */
      if (i + 2 < body.length && memcmp (body.data + i, "\xe2\x80", 2) == 0 &&
          ((guint8) body.data[i + 2] == 0x8e || (guint8) body.data[i + 2] == 0x8f))
        i += 2;
      else if (body.data[i] != '\r')
        g_string_append_c (self->plain, body.data[i]);
    }
  return (MusterSpan){ self->plain->str, self->plain->len };
}

static guint32
make_digest (MusterMessageRows *self)
{
  guint8 hash[crypto_shorthash_BYTES];
  guint32 digest;
  MusterSpan body = normalise (self, self->message.body);

  if (self->message.is_placeholder)
    body.length = 0;
  crypto_shorthash (hash, (const guint8 *) body.data, body.length, self->secret);
  memcpy (&digest, hash, sizeof digest);
  return GUINT32_FROM_LE (digest);
}

static guint32
count_occurrence (MusterMessageRows *self, gboolean same_minute)
{
  Occurrence first = { self->sender, self->digest, 0 };

  if (!same_minute)
    g_array_set_size (self->minute_texts, 0);
  for (guint i = 0; i < self->minute_texts->len; i++)
    {
      Occurrence *occurrence = &g_array_index (self->minute_texts, Occurrence, i);

      if (occurrence->digest == self->digest && occurrence->sender == self->sender)
        return ++occurrence->count;
    }

  g_array_append_val (self->minute_texts, first);
  return 0;
}

static void
read_next (MusterMessageRows *self)
{
  MusterMessageSender *sender;
  gint64 minute;
  gint64 wall;

  memset (&self->message, 0, sizeof self->message);
  if (!self->next (self->data, &self->message, &self->error))
    {
      self->at_end = TRUE;
      return;
    }

  sender = look_up_sender (self);
  take_name (sender, self->message.sender_name);
  sender->n_messages++;
  minute = self->message.utc >= 0 ? self->message.utc / 60 : (self->message.utc - 59) / 60;
  self->sender = sender->no;
  self->digest = make_digest (self);
  self->n = count_occurrence (self, self->n_read > 0 && minute == self->minute);
  self->minute = minute;
  self->letters = self->message.is_placeholder ? 0 : count_letters (self->message.body);

  wall = self->message.utc + self->message.shift;
  if (self->counters != NULL)
    muster_message_counters_add (self->counters, self->sender, wall, self->letters);
  if (self->n_read == 0 || wall < self->first)
    self->first = wall;
  if (self->n_read == 0 || wall > self->last)
    self->last = wall;
  self->n_read++;
}

static int
connect_cb (sqlite3 *handle, gpointer aux, int argc, const char *const *argv,
            sqlite3_vtab **out_table, char **out_error)
{
  Table *table;
  int rc = sqlite3_declare_vtab (
      handle, "CREATE TABLE x (minute, sender, digest, n, second, shift, letters, body)");

  if (rc != SQLITE_OK)
    return rc;

  table = sqlite3_malloc (sizeof *table);
  if (table == NULL)
    return SQLITE_NOMEM;
  memset (table, 0, sizeof *table);
  table->rows = aux;
  *out_table = &table->base;
  return SQLITE_OK;
}

static int
disconnect_cb (sqlite3_vtab *table)
{
  sqlite3_free (table);
  return SQLITE_OK;
}

static int
best_index_cb (sqlite3_vtab *table, sqlite3_index_info *info)
{
  info->estimatedCost = 1e6;
  return SQLITE_OK;
}

static int
open_cb (sqlite3_vtab *table, sqlite3_vtab_cursor **out_cursor)
{
  Cursor *cursor = sqlite3_malloc (sizeof *cursor);

  if (cursor == NULL)
    return SQLITE_NOMEM;
  memset (cursor, 0, sizeof *cursor);
  cursor->rows = ((Table *) (gpointer) table)->rows;
  *out_cursor = &cursor->base;
  return SQLITE_OK;
}

static int
close_cb (sqlite3_vtab_cursor *cursor)
{
  sqlite3_free (cursor);
  return SQLITE_OK;
}

static int
next_cb (sqlite3_vtab_cursor *cursor)
{
  MusterMessageRows *rows = ((Cursor *) (gpointer) cursor)->rows;

  read_next (rows);
  return rows->error == NULL ? SQLITE_OK : SQLITE_ABORT;
}

static int
filter_cb (sqlite3_vtab_cursor *cursor, int number, const char *text, int argc,
           sqlite3_value **argv)
{
  return next_cb (cursor);
}

static int
eof_cb (sqlite3_vtab_cursor *cursor)
{
  return ((Cursor *) (gpointer) cursor)->rows->at_end;
}

static int
column_cb (sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
  MusterMessageRows *rows = ((Cursor *) (gpointer) cursor)->rows;

  switch ((Column) column)
    {
    case COLUMN_MINUTE:
      sqlite3_result_int64 (context, rows->minute);
      break;

    case COLUMN_SENDER:
      sqlite3_result_int64 (context, rows->sender);
      break;

    case COLUMN_DIGEST:
      sqlite3_result_int64 (context, (gint32) rows->digest);
      break;

    case COLUMN_N:
      sqlite3_result_int64 (context, rows->n);
      break;

    case COLUMN_SECOND:
      sqlite3_result_int64 (context, rows->message.utc - rows->minute * 60);
      break;

    case COLUMN_SHIFT:
      sqlite3_result_int64 (context, rows->message.shift / 60);
      break;

    case COLUMN_LETTERS:
      sqlite3_result_int64 (context, rows->letters);
      break;

    case COLUMN_BODY:
      if (rows->keep_bodies)
        sqlite3_result_text64 (context, rows->message.body.data, rows->message.body.length,
                               SQLITE_STATIC, SQLITE_UTF8);
      break;

    default:
      break;
    }

  return SQLITE_OK;
}

static int
rowid_cb (sqlite3_vtab_cursor *cursor, sqlite3_int64 *out_rowid)
{
  *out_rowid = (sqlite3_int64) ((Cursor *) (gpointer) cursor)->rows->n_read;
  return SQLITE_OK;
}

static const sqlite3_module module = {
  .xConnect = connect_cb,
  .xDisconnect = disconnect_cb,
  .xBestIndex = best_index_cb,
  .xOpen = open_cb,
  .xClose = close_cb,
  .xFilter = filter_cb,
  .xNext = next_cb,
  .xEof = eof_cb,
  .xColumn = column_cb,
  .xRowid = rowid_cb,
};

/**
 * muster_message_rows_new:
 * @db: where the table "message_rows" appears
 * @next: gives the messages; called while a statement on the table runs, once through
 * @secret: the key of the digests
 * @keep_bodies: whether the column body has the texts, or NULL
 *
 * Returns: (transfer full): the table; it goes with muster_message_rows_free()
 */
MusterMessageRows *
muster_message_rows_new (MusterDatabase *db, MusterMessageNext next, gpointer data,
                         const guint8 secret[16], gboolean keep_bodies, GError **error)
{
  MusterMessageRows *self = g_new0 (MusterMessageRows, 1);

  self->db = g_object_ref (db);
  self->next = next;
  self->data = data;
  memcpy (self->secret, secret, sizeof self->secret);
  self->keep_bodies = keep_bodies;
  self->by_sender = g_hash_table_new (g_str_hash, g_str_equal);
  self->senders = g_ptr_array_new_with_free_func (sender_free);
  self->next_no = 1;
  self->plain = g_string_new (NULL);
  self->minute_texts = g_array_new (FALSE, FALSE, sizeof (Occurrence));
  if (sqlite3_create_module (muster_database_get_handle (db), "message_rows", &module, self) !=
      SQLITE_OK)
    {
      muster_store_error_set_sqlite (error, muster_database_get_handle (db), "message_rows");
      muster_message_rows_free (self);
      return NULL;
    }

  return self;
}

/**
 * muster_message_rows_free:
 *
 * Takes the table away; no statement on it may be left.
 */
void
muster_message_rows_free (MusterMessageRows *self)
{
  sqlite3_create_module (muster_database_get_handle (self->db), "message_rows", NULL, NULL);
  g_object_unref (self->db);
  g_clear_error (&self->error);
  g_hash_table_unref (self->by_sender);
  g_ptr_array_unref (self->senders);
  g_string_free (self->plain, TRUE);
  g_array_unref (self->minute_texts);
  g_free (self);
}

/**
 * muster_message_rows_add_sender:
 *
 * Makes a sender known that the file has already.
 */
void
muster_message_rows_add_sender (MusterMessageRows *self, gint64 no, const char *sender,
                                const char *identifier, const char *name)
{
  MusterMessageSender *known = g_new0 (MusterMessageSender, 1);

  known->no = no;
  known->sender = g_strdup (sender);
  known->identifier = g_strdup (identifier);
  known->name = g_strdup (name);
  g_ptr_array_add (self->senders, known);
  g_hash_table_insert (self->by_sender, known->sender, known);
}

/**
 * muster_message_rows_set_first_sender:
 * @no: the number of the first sender that is not known yet
 */
void
muster_message_rows_set_first_sender (MusterMessageRows *self, gint64 no)
{
  self->next_no = no;
}

/**
 * muster_message_rows_set_counters:
 * @counters: (nullable): counts each message that is read, known before or not
 */
void
muster_message_rows_set_counters (MusterMessageRows *self, MusterMessageCounters *counters)
{
  self->counters = counters;
}

/**
 * muster_message_rows_get_senders:
 *
 * Returns: (element-type MusterMessageSender): all senders; after the scan also the new ones
 */
GPtrArray *
muster_message_rows_get_senders (MusterMessageRows *self)
{
  return self->senders;
}

/**
 * muster_message_rows_get_error:
 *
 * Returns: (nullable): what the source said when it failed; the statement only says that it did
 */
GError *
muster_message_rows_get_error (MusterMessageRows *self)
{
  return self->error;
}

guint64
muster_message_rows_get_n_read (MusterMessageRows *self)
{
  return self->n_read;
}

/**
 * muster_message_rows_get_first:
 *
 * Returns: the earliest time, wall clock seconds; meaningless if nothing was read
 */
gint64
muster_message_rows_get_first (MusterMessageRows *self)
{
  return self->first;
}

gint64
muster_message_rows_get_last (MusterMessageRows *self)
{
  return self->last;
}
