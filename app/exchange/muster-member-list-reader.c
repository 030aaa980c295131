/* muster-member-list-reader.c - member lists as people paste them, or as robots fetch them
 *
 * FORMATS.md 12: a name a line, or names with commas between, with numbering,
 * role marks and accounts around them; 接龙; and the JSON of OneBot's and
 * WeCom's member lists.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-member-list-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-input-error.h"
#include "muster-json.h"
#include "muster-member-line.h"
#include "muster-member-list-reader.h"
#include "muster-relay-list.h"
#include "muster-stamp.h"
#include "muster-table-reader-private.h"

enum
{
  NICKNAME,
  DISPLAY_NAME,
  ACCOUNT,
  PHONE,
  ROLE,
  JOINED,
  LAST_SPOKE,
  INVITER,
  N_COLUMNS,
};

static const MusterField column_fields[N_COLUMNS] = {
  MUSTER_FIELD_NICKNAME, MUSTER_FIELD_DISPLAY_NAME, MUSTER_FIELD_ACCOUNT,    MUSTER_FIELD_PHONE,
  MUSTER_FIELD_ROLE,     MUSTER_FIELD_JOINED,       MUSTER_FIELD_LAST_SPOKE, MUSTER_FIELD_INVITER,
};

struct _MusterMemberListReader
{
  MusterTableReader parent_instance;

  MusterSpan text;
  gboolean is_json;
  gboolean is_inline; /* all names in one line */
  gboolean is_relay;  /* 接龙 */
  MusterRelayList relay;
  const char *p;
  guint64 line;
  MusterJsonIter iter;
  GHashTable *admins; /* owned: user ids, of WeCom */
  GStringChunk *room; /* owned */
  MusterSpan cells[N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (MusterMemberListReader, muster_member_list_reader, MUSTER_TYPE_TABLE_READER)

static MusterSpan
find_member_array (MusterSpan root)
{
  static const char *const places[] = { "group_chat.member_list", "member_list", "data", NULL };

  return muster_json_is_array (root) ? root : muster_json_get_first (root, places);
}

static void
note_admins (MusterMemberListReader *self, MusterSpan root)
{
  static const char *const places[] = { "group_chat.admin_list", "admin_list", NULL };
  static const char *const owners[] = { "group_chat.owner", "owner", NULL };
  MusterSpan key, admin;
  MusterJsonIter iter;
  char *owner;

  if (!muster_json_is_object (root))
    return;
  if (muster_json_iter_init (&iter, muster_json_get_first (root, places)))
    while (muster_json_iter_next (&iter, &key, &admin))
      {
        char *id = muster_json_dup_text (muster_json_get (admin, "userid"));

        if (id != NULL)
          g_hash_table_insert (self->admins, id, (gpointer) "admin");
      }
  owner = muster_json_dup_text (muster_json_get_first (root, owners));
  if (owner != NULL)
    g_hash_table_insert (self->admins, owner, (gpointer) "owner");
}

static gboolean
muster_member_list_reader_rewind (MusterTableReader *reader, GError **error)
{
  MusterMemberListReader *self = MUSTER_MEMBER_LIST_READER (reader);

  self->p = self->text.data;
  self->line = 1;
  if (self->is_relay)
    (void) muster_relay_list_init (&self->relay, self->text);
  if (self->is_json)
    muster_json_iter_init (&self->iter, find_member_array (self->text));
  return TRUE;
}

static gboolean
muster_member_list_reader_begin (MusterTableReader *reader, const MusterTableOptions *options,
                                 GError **error)
{
  MusterMemberListReader *self = MUSTER_MEMBER_LIST_READER (reader);
  MusterSpan text;

  text.data = muster_text_source_get_data (muster_table_reader_get_source (reader), &text.length);
  self->is_json = strcmp (muster_table_reader_get_format (reader), "member-list") != 0;
  self->text = self->is_json ? muster_span_trim (text) : text;
  self->is_relay = !self->is_json && muster_relay_list_begins (text);
  self->is_inline = !self->is_relay && memchr (muster_span_trim (text).data, '\n',
                                               muster_span_trim (text).length) == NULL;
  if (self->is_json)
    note_admins (self, self->text);
  muster_table_reader_set_columns (reader, column_fields, N_COLUMNS);
  return muster_member_list_reader_rewind (reader, error);
}

static MusterSpan
keep (MusterMemberListReader *self, const char *text)
{
  MusterSpan span = { text, strlen (text) };

  span.data = g_string_chunk_insert_len (self->room, text, (gssize) span.length);
  return span;
}

static MusterSpan
keep_time (MusterMemberListReader *self, MusterSpan value)
{
  g_autofree char *text = NULL;
  gint64 seconds;

  if (!muster_json_get_int (value, &seconds) || seconds <= 0)
    return (MusterSpan){ NULL, 0 };
  text = muster_time_dup_text (seconds);
  return keep (self, text);
}

static void
fill_member (MusterMemberListReader *self, MusterSpan member)
{
  static const char *const cards[] = { "card", "group_nickname", NULL };
  static const char *const names[] = { "nickname", "name", NULL };
  static const char *const ids[] = { "user_id", "userid", NULL };
  static const char *const inviters[] = { "invitor.userid", NULL };
  MusterSpan role = muster_json_get (member, "role");
  g_autofree char *id = muster_json_dup_text (muster_json_get_first (member, ids));

  self->cells[NICKNAME] = muster_json_get_text (muster_json_get_first (member, cards), self->room);
  self->cells[DISPLAY_NAME] =
      muster_json_get_text (muster_json_get_first (member, names), self->room);
  self->cells[ACCOUNT] = muster_json_get_text (muster_json_get_first (member, ids), self->room);
  self->cells[ROLE] = muster_json_get_text (role, self->room);
  if (self->cells[ROLE].data == NULL && id != NULL)
    self->cells[ROLE] = muster_span_of (g_hash_table_lookup (self->admins, id));
  self->cells[JOINED] = keep_time (self, muster_json_get (member, "join_time"));
  self->cells[LAST_SPOKE] = keep_time (self, muster_json_get (member, "last_sent_time"));
  self->cells[INVITER] =
      muster_json_get_text (muster_json_get_first (member, inviters), self->room);
}

static gboolean
next_json (MusterMemberListReader *self, MusterTableRow *row, GError **error)
{
  MusterSpan key, member;
  guint64 line = self->line;

  if (!muster_json_iter_next (&self->iter, &key, &member) || self->iter.is_bad)
    {
      if (self->iter.is_bad)
        muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, line,
                                _ ("The file is cut off or damaged."));
      return FALSE;
    }
  fill_member (self, member);
  row->line = ++self->line;
  return TRUE;
}

static gboolean
next_relay (MusterMemberListReader *self, MusterSpan *out_piece)
{
  MusterWarnings *warnings = muster_table_reader_get_warnings (MUSTER_TABLE_READER (self));
  guint64 line;

  if (!muster_relay_list_next (&self->relay, out_piece, &line, warnings))
    return FALSE;

  *out_piece = muster_relay_list_get_name (*out_piece);
  self->line = line + 1;
  return TRUE;
}

/* Takes the next name out of the text; FALSE at the end. */
static gboolean
next_piece (MusterMemberListReader *self, MusterSpan *out_piece)
{
  const char *end = self->text.data + self->text.length;
  const char *stop;

  if (self->is_relay)
    return next_relay (self, out_piece);
  if (self->p >= end)
    return FALSE;
  if (self->is_inline)
    {
      const char *start = self->p;

      stop = muster_member_line_find_separator (self->p, end, &self->p);
      *out_piece = muster_span (start, stop);
      return TRUE;
    }
  stop = memchr (self->p, '\n', (gsize) (end - self->p));
  *out_piece = muster_span (self->p, stop != NULL ? stop : end);
  self->p = stop != NULL ? stop + 1 : end;
  self->line++;
  return TRUE;
}

static gboolean
next_text (MusterMemberListReader *self, MusterTableRow *row)
{
  MusterSpan piece;

  while (next_piece (self, &piece))
    {
      guint64 line = self->is_inline ? self->line++ : self->line - 1;
      MusterMemberLine member;

      switch (muster_member_line_parse (piece, &member))
        {
        case MUSTER_MEMBER_LINE_MEMBER:
          self->cells[NICKNAME] = member.name;
          self->cells[ACCOUNT] = member.account;
          self->cells[PHONE] = member.phone;
          self->cells[ROLE] = member.role;
          row->line = line;
          return TRUE;
        case MUSTER_MEMBER_LINE_IGNORED:
          muster_warnings_add (muster_table_reader_get_warnings (MUSTER_TABLE_READER (self)), line,
                               _ ("“%.*s” is no member; it was left out."),
                               (int) member.name.length, member.name.data);
          break;
        case MUSTER_MEMBER_LINE_EMPTY:
        default:
          break;
        }
    }
  return FALSE;
}

static gboolean
muster_member_list_reader_next_raw (MusterTableReader *reader, MusterTableRow *row, GError **error)
{
  MusterMemberListReader *self = MUSTER_MEMBER_LIST_READER (reader);

  memset (self->cells, 0, sizeof self->cells);
  g_string_chunk_clear (self->room);
  row->cells = self->cells;
  row->n_cells = N_COLUMNS;
  return self->is_json ? next_json (self, row, error) : next_text (self, row);
}

static void
muster_member_list_reader_finalize (GObject *object)
{
  MusterMemberListReader *self = MUSTER_MEMBER_LIST_READER (object);

  g_hash_table_unref (self->admins);
  g_string_chunk_free (self->room);

  G_OBJECT_CLASS (muster_member_list_reader_parent_class)->finalize (object);
}

static void
muster_member_list_reader_class_init (MusterMemberListReaderClass *klass)
{
  MusterTableReaderClass *table_class = MUSTER_TABLE_READER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_member_list_reader_finalize;
  table_class->begin = muster_member_list_reader_begin;
  table_class->next_raw = muster_member_list_reader_next_raw;
  table_class->rewind = muster_member_list_reader_rewind;
}

static void
muster_member_list_reader_init (MusterMemberListReader *self)
{
  self->admins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->room = g_string_chunk_new (1024);
}

int
muster_member_list_reader_detect_json (const MusterProbe *probe)
{
  MusterSpan root = muster_span_trim (probe->head);
  MusterSpan array, key, first;
  MusterJsonIter iter;

  if (!muster_json_is_array (root) && !muster_json_is_object (root))
    return 0;
  array = find_member_array (root);
  if (!muster_json_is_array (array) || !muster_json_iter_init (&iter, array) ||
      !muster_json_iter_next (&iter, &key, &first))
    return 0;
  if (muster_json_has (first, "user_id") &&
      (muster_json_has (first, "card") || muster_json_has (first, "nickname")))
    return 96;
  return muster_json_has (first, "userid") && muster_json_has (first, "join_time") ? 96 : 0;
}

static gboolean
may_be_name (MusterSpan line)
{
  guint words = 1;

  for (gsize i = 0; i < line.length; i++)
    {
      if (strchr ("{};=\\\"?!", line.data[i]) != NULL && line.data[i] != '\0')
        return FALSE;
      words += line.data[i] == ' ';
    }
  return line.length <= 60 && words <= 6 && line.data[0] != '<' &&
         !muster_span_begins (line, "#include") && !muster_span_begins (line, "//") &&
         !muster_span_begins (line, "/*");
}

/* Short lines without much punctuation: names, most likely. */
int
muster_member_list_reader_detect (const MusterProbe *probe)
{
  MusterSpan head = muster_span_trim (probe->head);
  const char *p = head.data;
  const char *end = p + head.length;
  guint members = 0, possible = 0, lines = 0;

  if (muster_json_is_object (head) || muster_json_is_array (head))
    return 0;
  if (muster_relay_list_begins (head))
    return 95;
  while (p < end && lines < 200)
    {
      const char *stop = memchr (p, '\n', (gsize) (end - p));
      MusterSpan line = muster_span_trim (muster_span (p, stop != NULL ? stop : end));
      MusterMemberLine member;

      p = stop != NULL ? stop + 1 : end;
      if (line.length == 0)
        continue;
      lines++;
      possible += may_be_name (line);
      members += muster_member_line_parse (line, &member) == MUSTER_MEMBER_LINE_MEMBER;
    }
  if (lines == 1)
    return muster_member_line_find_separator (head.data, end, &p) < end ? 40
           : members > 0 && possible > 0                                ? 25
                                                                        : 0;
  return members > 0 && possible * 10 >= lines * 9 ? 50 : 0;
}
