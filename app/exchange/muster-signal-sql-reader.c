/* muster-signal-sql-reader.c - Signal Desktop's database as a dump of SQL
 *
 * FORMATS.md 7.  Only INSERT statements into `conversations` and `messages`
 * are looked at; which value is which column, CREATE TABLE tells.  Nothing is
 * carried out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-signal-sql-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-chat-reader-private.h"
#include "muster-input-error.h"
#include "muster-json.h"
#include "muster-signal-sql-reader.h"
#include "muster-stamp.h"

#define MAX_VALUES 256

typedef enum
{
  COLUMN_CONVERSATION,
  COLUMN_SENT_AT,
  COLUMN_TYPE,
  COLUMN_BODY,
  COLUMN_SOURCE,
  COLUMN_SERVICE,
  N_COLUMNS,
} Column;

static const char *const column_names[N_COLUMNS] = {
  "conversationId", "sent_at", "type", "body", "source", "sourceServiceId"
};

typedef struct
{
  const char *p;
  const char *end;
} Cursor;

struct _MusterSignalSqlReader
{
  MusterChatReader parent_instance;

  Cursor cursor;
  const char *start;
  int columns[N_COLUMNS]; /* -1: not in the table */
  GHashTable *names;      /* owned: id, service id or number -> name */
  char *own_id;           /* owned, nullable: who exported */
  char *only;             /* owned, nullable */
  GStringChunk *room;     /* owned */
  const char *counted;
  guint64 line;
};

G_DEFINE_FINAL_TYPE (MusterSignalSqlReader, muster_signal_sql_reader, MUSTER_TYPE_CHAT_READER)

static const char *
skip_blank (const char *p, const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;
  return p;
}

/* Behind the closing quote of the string at @p, in which a quote is doubled. */
static const char *
skip_string (const char *p, const char *end)
{
  for (p++; p < end; p++)
    {
      p = memchr (p, '\'', (gsize) (end - p));
      if (p == NULL)
        return NULL;
      if (p + 1 < end && p[1] == '\'')
        p++;
      else
        return p + 1;
    }
  return NULL;
}

/* Moves behind the next "INSERT INTO @table", at the beginning of a line. */
static gboolean
find_insert (Cursor *cursor, const char *table)
{
  static const char insert[] = "INSERT INTO ";
  gsize length = strlen (table);

  while (cursor->p < cursor->end)
    {
      const char *hit =
          memmem (cursor->p, (gsize) (cursor->end - cursor->p), insert, sizeof insert - 1);
      const char *name;

      if (hit == NULL)
        return FALSE;
      name = hit + sizeof insert - 1;
      cursor->p = name;
      if (name < cursor->end && *name == '"')
        name++;
      if ((gsize) (cursor->end - name) > length && memcmp (name, table, length) == 0 &&
          !g_ascii_isalnum (name[length]))
        {
          cursor->p = name + length;
          return TRUE;
        }
    }
  return FALSE;
}

/* The values behind VALUES; -1 when the statement is cut off. */
static int
read_values (Cursor *cursor, MusterSpan values[MAX_VALUES])
{
  const char *p = memmem (cursor->p, (gsize) (MIN (cursor->end - cursor->p, 4096)), "VALUES", 6);
  int n = 0;

  if (p == NULL)
    return -1;
  p = skip_blank (p + 6, cursor->end);
  if (p >= cursor->end || *p != '(')
    return -1;
  for (p++; p < cursor->end && n < MAX_VALUES; p++)
    {
      const char *start = p = skip_blank (p, cursor->end);

      if (p < cursor->end && *p == '\'')
        p = skip_string (p, cursor->end);
      else
        while (p < cursor->end && *p != ',' && *p != ')')
          p++;
      if (p == NULL)
        return -1;
      values[n++] = muster_span (start, p);
      p = skip_blank (p, cursor->end);
      if (p < cursor->end && *p == ')')
        {
          cursor->p = p + 1;
          return n;
        }
    }
  return -1;
}

static MusterSpan
get_text (MusterSignalSqlReader *self, MusterSpan value)
{
  g_autoptr (GString) plain = NULL;
  MusterSpan text;

  if (value.length < 2 || value.data[0] != '\'')
    return muster_span_is (value, "NULL") ? (MusterSpan){ NULL, 0 } : value;
  text = (MusterSpan){ value.data + 1, value.length - 2 };
  if (memchr (text.data, '\'', text.length) == NULL)
    return text;
  plain = g_string_new_len (text.data, (gssize) text.length);
  g_string_replace (plain, "''", "'", 0);
  return (MusterSpan){ g_string_chunk_insert_len (self->room, plain->str, (gssize) plain->len),
                       plain->len };
}

/* The place of each named column of a table, those that are computed not counted. */
static void
find_columns (MusterSpan text, const char *table, const char *const *names, int *columns, guint n)
{
  g_autofree char *create = g_strdup_printf ("CREATE TABLE %s", table);
  const char *end = text.data + text.length;
  const char *p = memmem (text.data, text.length, create, strlen (create));
  int depth = 0, place = 0;
  const char *start;

  for (guint i = 0; i < n; i++)
    columns[i] = -1;
  p = p != NULL ? memchr (p, '(', (gsize) (end - p)) : NULL;
  if (p == NULL)
    return;
  start = p + 1;
  for (; p < end; p++)
    {
      depth += (*p == '(') - (*p == ')');
      if ((*p == ',' && depth == 1) || depth == 0)
        {
          MusterSpan column = muster_span_trim (muster_span (start, p));

          for (guint i = 0; i < n; i++)
            if (muster_span_begins (column, names[i]) && column.length > strlen (names[i]) &&
                g_ascii_isspace (column.data[strlen (names[i])]))
              columns[i] = place;
          place += !muster_span_has (column, "GENERATED ALWAYS");
          start = p + 1;
        }
      if (depth == 0)
        return;
    }
}

static void
read_conversations (MusterSignalSqlReader *self, MusterSpan text)
{
  static const char *const wanted[] = {
    "id", "type", "name", "profileFullName", "e164", "serviceId"
  };
  enum
  {
    ID,
    TYPE,
    NAME,
    PROFILE,
    NUMBER,
    SERVICE,
    N
  };
  Cursor cursor = { text.data, text.data + text.length };
  g_autofree MusterSpan *values = g_new (MusterSpan, MAX_VALUES);
  int columns[N];
  int n;

  find_columns (text, "conversations", wanted, columns, N);
  while (find_insert (&cursor, "conversations") && (n = read_values (&cursor, values)) > 0)
    {
      char *texts[N] = { NULL };
      const char *title;

      for (int i = 0; i < N; i++)
        if (columns[i] >= 0 && columns[i] < n)
          texts[i] = muster_span_dup (get_text (self, values[columns[i]]));
      title = texts[NAME] != NULL ? texts[NAME] : texts[PROFILE];
      if (texts[ID] != NULL)
        muster_chat_reader_add_chat (MUSTER_CHAT_READER (self), texts[ID], title, 0);
      for (int i = 0; i < N && title != NULL; i++)
        if ((i == ID || i == NUMBER || i == SERVICE) && texts[i] != NULL)
          g_hash_table_insert (self->names, g_strdup (texts[i]), g_strdup (title));
      for (int i = 0; i < N; i++)
        g_free (texts[i]);
    }
}

/* items holds the own account: 'uuid_id', '{"value":"UUID.device"}'. */
static void
read_own_id (MusterSignalSqlReader *self, MusterSpan text)
{
  Cursor cursor = { text.data, text.data + text.length };
  g_autofree MusterSpan *values = g_new (MusterSpan, MAX_VALUES);

  while (find_insert (&cursor, "items") && read_values (&cursor, values) >= 2)
    if (muster_span_is (values[0], "'uuid_id'"))
      {
        self->own_id = muster_json_dup_text (muster_json_get (get_text (self, values[1]), "value"));
        if (self->own_id != NULL && strchr (self->own_id, '.') != NULL)
          *strchr (self->own_id, '.') = '\0';
        return;
      }
}

static gboolean
muster_signal_sql_reader_begin (MusterChatReader *reader, const MusterChatOptions *options,
                                GError **error)
{
  MusterSignalSqlReader *self = MUSTER_SIGNAL_SQL_READER (reader);
  MusterSpan text;

  text.data = muster_text_source_get_data (muster_chat_reader_get_source (reader), &text.length);
  self->cursor = (Cursor){ text.data, text.data + text.length };
  self->start = self->counted = text.data;
  self->line = 1;
  self->only = g_strdup (options->chat);
  find_columns (text, "messages", column_names, self->columns, N_COLUMNS);
  if (self->columns[COLUMN_SENT_AT] < 0 || self->columns[COLUMN_TYPE] < 0)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("There is no table of messages in this dump."));
      return FALSE;
    }
  read_own_id (self, text);
  read_conversations (self, text);
  return TRUE;
}

static MusterSpan
get_value (MusterSignalSqlReader *self, const MusterSpan *values, int n, Column column)
{
  int place = self->columns[column];

  return place >= 0 && place < n ? get_text (self, values[place]) : (MusterSpan){ NULL, 0 };
}

static void
fill_sender (MusterSignalSqlReader *self, const MusterSpan *values, int n, gboolean outgoing,
             MusterChatEntry *entry)
{
  g_autofree char *id = NULL;

  entry->sender_id = get_value (self, values, n, COLUMN_SERVICE);
  if (outgoing && entry->sender_id.length == 0)
    entry->sender_id = muster_span_of (self->own_id != NULL ? self->own_id : "self");
  if (entry->sender_id.length == 0)
    entry->sender_id = get_value (self, values, n, COLUMN_SOURCE);
  id = muster_span_dup (entry->sender_id);
  if (id != NULL)
    entry->sender_name = muster_span_of (g_hash_table_lookup (self->names, id));
}

static void
count_line (MusterSignalSqlReader *self, MusterChatEntry *entry)
{
  const char *p;

  while ((p = memchr (self->counted, '\n', (gsize) (self->cursor.p - self->counted))) != NULL)
    {
      self->counted = p + 1;
      self->line++;
    }
  entry->line = self->line;
}

static gboolean
muster_signal_sql_reader_next (MusterChatReader *reader, MusterChatEntry *entry, GError **error)
{
  MusterSignalSqlReader *self = MUSTER_SIGNAL_SQL_READER (reader);
  g_autofree MusterSpan *values = g_new (MusterSpan, MAX_VALUES);

  while (find_insert (&self->cursor, "messages"))
    {
      MusterSpan type;
      gint64 sent;
      int n;

      g_string_chunk_clear (self->room);
      count_line (self, entry);
      n = read_values (&self->cursor, values);
      if (n < 0)
        {
          muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, entry->line,
                                  _ ("The file is cut off or damaged: a message here has no end."));
          return FALSE;
        }
      if (self->only != NULL &&
          !muster_span_is (get_value (self, values, n, COLUMN_CONVERSATION), self->only))
        continue;
      if (!muster_json_get_int (get_value (self, values, n, COLUMN_SENT_AT), &sent))
        {
          muster_warnings_add (muster_chat_reader_get_warnings (reader), entry->line,
                               _ ("This row has no time that can be read; it was left out."));
          continue;
        }
      type = get_value (self, values, n, COLUMN_TYPE);
      entry->utc = entry->time = sent / 1000;
      entry->body = get_value (self, values, n, COLUMN_BODY);
      if (muster_span_is (type, "incoming") || muster_span_is (type, "outgoing"))
        fill_sender (self, values, n, muster_span_is (type, "outgoing"), entry);
      else
        {
          entry->kind = MUSTER_CHAT_NOTICE;
          if (entry->body.length == 0)
            entry->body = type;
        }
      entry->is_placeholder = entry->body.length == 0;
      muster_chat_reader_set_position (reader, self->cursor.p - self->start);
      return TRUE;
    }
  return FALSE;
}

static void
muster_signal_sql_reader_finalize (GObject *object)
{
  MusterSignalSqlReader *self = MUSTER_SIGNAL_SQL_READER (object);

  g_hash_table_unref (self->names);
  g_string_chunk_free (self->room);
  g_free (self->own_id);
  g_free (self->only);

  G_OBJECT_CLASS (muster_signal_sql_reader_parent_class)->finalize (object);
}

static void
muster_signal_sql_reader_class_init (MusterSignalSqlReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_signal_sql_reader_finalize;
  MUSTER_CHAT_READER_CLASS (klass)->begin = muster_signal_sql_reader_begin;
  MUSTER_CHAT_READER_CLASS (klass)->next = muster_signal_sql_reader_next;
}

static void
muster_signal_sql_reader_init (MusterSignalSqlReader *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->room = g_string_chunk_new (4096);
}

int
muster_signal_sql_reader_detect (const MusterProbe *probe)
{
  return muster_span_has (probe->head, "CREATE TABLE messages") &&
                 muster_span_has (probe->head, "conversationId")
             ? 97
             : 0;
}
