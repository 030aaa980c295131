/* muster-csv-chat-reader.c - chats as tables of text
 *
 * A header names time, sender and text in one of many ways (FORMATS.md 4, 6,
 * 7): chatlog, MemoTrace and PyWxDump of WeChat, KakaoTalk for PC and Mac,
 * DiscordChatExporter, and whatever else has these three columns; also as a
 * sheet of a workbook (qq-chat-exporter).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-csv-chat-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-archive.h"
#include "muster-chat-lines.h"
#include "muster-chat-reader-private.h"
#include "muster-csv-chat-reader.h"
#include "muster-csv.h"
#include "muster-input-error.h"
#include "muster-kakaotalk-notice.h"
#include "muster-stamp.h"
#include "muster-table-reader.h"

#define HEADER_ROWS 5
#define MAX_KEY 60
#define SYSTEM_TYPE 10000
#define RECALL_TYPE 10002
#define SECONDS_PER_DAY 86400
#define PEEKED_BYTES 16384 /* of a workbook */

typedef enum
{
  ROLE_TIME,
  ROLE_NAME,
  ROLE_ID,
  ROLE_TEXT,
  ROLE_TYPE,
  ROLE_IS_SELF,
  ROLE_TITLE,
  N_ROLES,
} Role;

/* In the order of preference; "sender" is an account where a name stands beside it. */
static const char *const headings[N_ROLES][16] = {
  [ROLE_TIME] = { "createtime", "time", "date", "timestamp", "datetime", "strtime", "时间", "日期",
                  "发送时间", "senttime", "日時" },
  [ROLE_NAME] = { "sendername", "nickname", "author", "user", "发送人", "发送者", "发送者昵称",
                  "昵称", "senderdisplayname", "username", "from", "name", "姓名", "sender" },
  [ROLE_ID] = { "authorid", "senderid", "sender", "senderusername", "userid", "talker", "strtalker",
                "发送者qq号", "发送者微信id", "talkerid" },
  [ROLE_TEXT] = { "content", "strcontent", "message", "msg", "text", "body", "内容", "消息内容" },
  [ROLE_TYPE] = { "type", "typename", "类型", "消息类型" },
  [ROLE_IS_SELF] = { "issender", "isself", "issend" },
  [ROLE_TITLE] = { "talkername", "roomname" },
};

struct _MusterCsvChatReader
{
  MusterChatReader parent_instance;

  MusterCsv csv;
  MusterTableReader *sheet; /* owned, NULL for text */
  int columns[N_ROLES];     /* -1 where there is none */
  gboolean is_kakaotalk;
  gboolean month_first;
};

G_DEFINE_FINAL_TYPE (MusterCsvChatReader, muster_csv_chat_reader, MUSTER_TYPE_CHAT_READER)

static gboolean
normalise (MusterSpan cell, char key[MAX_KEY])
{
  gsize n = 0;

  cell = muster_span_trim (cell);
  if (cell.length >= MAX_KEY)
    return FALSE;
  for (gsize i = 0; i < cell.length; i++)
    if (cell.data[i] != ' ' && cell.data[i] != '_' && cell.data[i] != '-')
      key[n++] = g_ascii_tolower (cell.data[i]);
  key[n] = '\0';
  return n > 0;
}

static int
find_column (const MusterTableRow *row, const char *heading)
{
  char key[MAX_KEY];

  for (guint i = 0; i < row->n_cells; i++)
    if (normalise (row->cells[i], key) && strcmp (key, heading) == 0)
      return (int) i;
  return -1;
}

/* Whether the row names a time, a text and who wrote it. */
static gboolean
map_columns (const MusterTableRow *row, int columns[N_ROLES])
{
  for (guint role = 0; role < N_ROLES; role++)
    {
      columns[role] = -1;
      for (guint i = 0; headings[role][i] != NULL && columns[role] < 0; i++)
        columns[role] = find_column (row, headings[role][i]);
    }
  if (columns[ROLE_ID] == columns[ROLE_NAME])
    columns[ROLE_ID] = -1;
  return row->n_cells >= 3 && columns[ROLE_TIME] >= 0 && columns[ROLE_TEXT] >= 0 &&
         (columns[ROLE_NAME] >= 0 || columns[ROLE_ID] >= 0 || columns[ROLE_IS_SELF] >= 0);
}

static gboolean
find_header (MusterCsv *csv, MusterTableRow *row, int columns[N_ROLES])
{
  for (int i = 0; i < HEADER_ROWS; i++)
    {
      if (!muster_csv_next (csv, row, NULL, NULL))
        return FALSE;
      if (map_columns (row, columns))
        return TRUE;
    }
  return FALSE;
}

/* The sheet, if it is one of messages; behind its header. */
static MusterTableReader *
open_sheet (MusterTextSource *source, const char *name, int columns[N_ROLES])
{
  MusterTableOptions options = { .sheet = name, .header_line = -1 };
  g_autoptr (MusterTableReader) sheet = muster_table_reader_open (source, "xlsx", &options, NULL);
  MusterTableRow row;

  for (int i = 0; sheet != NULL && i < HEADER_ROWS; i++)
    {
      if (!muster_table_reader_next (sheet, &row, NULL))
        return NULL;
      if (map_columns (&row, columns))
        return g_steal_pointer (&sheet);
    }
  return NULL;
}

/* The first sheet of messages in a workbook; others hold who wrote how much. */
static MusterTableReader *
find_sheet (MusterTextSource *source, int columns[N_ROLES])
{
  MusterTableOptions options = { .header_line = -1 };
  g_autoptr (MusterTableReader) book = muster_table_reader_open (source, "xlsx", &options, NULL);

  if (book == NULL)
    return NULL;
  for (const char *const *name = muster_table_reader_get_sheets (book); *name != NULL; name++)
    {
      MusterTableReader *sheet = open_sheet (source, *name, columns);

      if (sheet != NULL)
        return sheet;
    }
  return NULL;
}

static gboolean
next_row (MusterCsvChatReader *self, MusterTableRow *row, MusterWarnings *warnings, GError **error)
{
  if (self->sheet != NULL)
    return muster_table_reader_next (self->sheet, row, error);

  return muster_csv_next (&self->csv, row, warnings, error);
}

static MusterSpan
get_cell (MusterCsvChatReader *self, const MusterTableRow *row, Role role)
{
  int column = self->columns[role];

  if (column < 0 || (guint) column >= row->n_cells)
    return (MusterSpan){ NULL, 0 };
  return row->cells[column];
}

static gboolean
muster_csv_chat_reader_begin (MusterChatReader *reader, const MusterChatOptions *options,
                              GError **error)
{
  MusterCsvChatReader *self = MUSTER_CSV_CHAT_READER (reader);
  MusterTextSource *source = muster_chat_reader_get_source (reader);
  MusterTableRow row;
  MusterSpan text;

  text.data = muster_text_source_get_data (source, &text.length);
  if (muster_text_source_is_archive (source))
    self->sheet = find_sheet (source, self->columns);
  else
    muster_csv_init (&self->csv, text, 0);
  self->is_kakaotalk = g_strcmp0 (muster_chat_reader_get_platform (reader), "kakaotalk") == 0;
  self->month_first = options->date_order == MUSTER_DATE_ORDER_MDY ||
                      (options->date_order == MUSTER_DATE_ORDER_UNKNOWN &&
                       options->locale_order != MUSTER_DATE_ORDER_DMY);
  if (self->sheet != NULL ||
      (!muster_text_source_is_archive (source) && find_header (&self->csv, &row, self->columns)))
    return TRUE;
  muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 1,
                          _ ("No column names tell time, sender and text."));
  return FALSE;
}

/* n/n/yyyy h:mm[:ss] [AM], as Excel leaves it. */
static gboolean
read_numeric_date (MusterCsvChatReader *self, MusterSpan text, gint64 *out_time)
{
  const char *p = text.data;
  const char *end = p + text.length;
  MusterDayCache cache = { 0 };
  MusterHalf half = MUSTER_HALF_NONE;
  gboolean has_seconds, month_first = self->month_first;
  int numbers[3], seconds;
  guint digits;
  MusterDay day;

  for (int i = 0; i < 3; i++)
    {
      p = muster_stamp_number (p, end, 4, &numbers[i], &digits);
      if (p == NULL || p >= end || (i < 2 && *p != '/' && *p != '.'))
        return FALSE;
      p += i < 2;
    }
  if (numbers[0] > 12)
    month_first = FALSE;
  day = muster_stamp_day (&cache, numbers[2] < 100 ? 2000 + numbers[2] : numbers[2],
                          month_first ? numbers[0] : numbers[1],
                          month_first ? numbers[1] : numbers[0]);
  p = muster_stamp_clock (muster_stamp_skip_space (p + (*p == ','), end), end, &seconds,
                          &has_seconds);
  if (p == NULL || day == MUSTER_DAY_NONE)
    return FALSE;
  muster_stamp_half (muster_stamp_skip_space (p, end), end, &half);
  *out_time = (gint64) day * SECONDS_PER_DAY + muster_stamp_apply_half (seconds, half);
  return TRUE;
}

static gboolean
read_time (MusterCsvChatReader *self, MusterSpan cell, MusterChatEntry *entry)
{
  MusterSpan text = muster_span_trim (cell);
  gint64 number = 0;
  gsize i;

  for (i = 0; i < text.length && g_ascii_isdigit (text.data[i]) && i < 18; i++)
    number = number * 10 + (text.data[i] - '0');
  if (i >= 9 && i == text.length)
    {
      entry->utc = number > G_GINT64_CONSTANT (100000000000) ? number / 1000 : number;
      entry->time = entry->utc;
      return TRUE;
    }
  return muster_stamp_iso (text.data, text.data + text.length, &entry->time, &entry->utc) != NULL ||
         read_numeric_date (self, text, &entry->time);
}

static gboolean
is_system (MusterSpan type)
{
  char key[MAX_KEY];

  if (!normalise (type, key))
    return FALSE;
  return atoi (key) == SYSTEM_TYPE || atoi (key) == RECALL_TYPE || strstr (key, "系统") != NULL;
}

/* Raw group messages of WeChat begin with the sender's account on a line of its own. */
static void
take_raw_sender (MusterChatEntry *entry)
{
  const char *stop =
      entry->body.length > 6 ? memchr (entry->body.data, '\n', MIN (entry->body.length, 80)) : NULL;

  if (!muster_span_begins (entry->body, "wxid_") || stop == NULL || stop[-1] != ':')
    return;
  entry->sender_id = muster_span (entry->body.data, stop - 1);
  entry->body = muster_span (stop + 1, entry->body.data + entry->body.length);
}

static gboolean
muster_csv_chat_reader_next (MusterChatReader *reader, MusterChatEntry *entry, GError **error)
{
  MusterCsvChatReader *self = MUSTER_CSV_CHAT_READER (reader);
  MusterWarnings *warnings = muster_chat_reader_get_warnings (reader);
  MusterTableRow row;

  while (next_row (self, &row, warnings, error))
    {
      if (row.n_cells == 1 && row.cells[0].length == 0)
        continue;
      if (!read_time (self, get_cell (self, &row, ROLE_TIME), entry))
        {
          muster_warnings_add (warnings, row.line,
                               _ ("This row has no time that can be read; it was left out."));
          continue;
        }
      entry->line = row.line;
      entry->sender_name = muster_span_trim (get_cell (self, &row, ROLE_NAME));
      entry->sender_id = muster_span_trim (get_cell (self, &row, ROLE_ID));
      entry->body = get_cell (self, &row, ROLE_TEXT);
      take_raw_sender (entry);
      if (muster_span_is (get_cell (self, &row, ROLE_IS_SELF), "1") &&
          entry->sender_name.length == 0)
        entry->sender_id = muster_span_of ("self");
      if (is_system (get_cell (self, &row, ROLE_TYPE)) ||
          (self->is_kakaotalk && entry->sender_name.length == 0))
        entry->kind = MUSTER_CHAT_NOTICE;
      if (self->is_kakaotalk)
        muster_kakaotalk_notice_fill (entry->body, entry);
      else if (entry->kind == MUSTER_CHAT_NOTICE)
        muster_chat_lines_fill_fact (entry);
      entry->is_placeholder = muster_chat_lines_is_placeholder (entry->body);
      if (muster_chat_reader_get_title (reader) == NULL &&
          get_cell (self, &row, ROLE_TITLE).length > 0)
        muster_chat_reader_set_title (reader, get_cell (self, &row, ROLE_TITLE));
      if (self->sheet == NULL)
        muster_chat_reader_set_position (reader, self->csv.p - self->csv.text.data);
      return TRUE;
    }
  return FALSE;
}

static void
muster_csv_chat_reader_finalize (GObject *object)
{
  muster_csv_clear (&MUSTER_CSV_CHAT_READER (object)->csv);
  g_clear_object (&MUSTER_CSV_CHAT_READER (object)->sheet);

  G_OBJECT_CLASS (muster_csv_chat_reader_parent_class)->finalize (object);
}

static void
muster_csv_chat_reader_class_init (MusterCsvChatReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_csv_chat_reader_finalize;
  MUSTER_CHAT_READER_CLASS (klass)->begin = muster_csv_chat_reader_begin;
  MUSTER_CHAT_READER_CLASS (klass)->next = muster_csv_chat_reader_next;
}

static void
muster_csv_chat_reader_init (MusterCsvChatReader *self)
{
}

typedef enum
{
  KIND_NONE,
  KIND_ANY,
  KIND_WECHAT,
  KIND_KAKAOTALK,
  KIND_DISCORD,
} Kind;

static Kind
judge (const MusterProbe *probe)
{
  static const char *const wechat[] = { "talker",   "strtalker", "talkername", "strcontent",
                                        "msgsvrid", "talkerid",  "消息id" };
  MusterTableRow row;
  MusterCsv csv;
  int columns[N_ROLES];
  Kind kind = KIND_NONE;

  muster_csv_init (&csv, probe->head, 0);
  if (find_header (&csv, &row, columns))
    {
      kind = KIND_ANY;
      for (guint i = 0; i < G_N_ELEMENTS (wechat); i++)
        if (find_column (&row, wechat[i]) >= 0)
          kind = KIND_WECHAT;
      if (find_column (&row, "date") == 0 && find_column (&row, "user") == 1 &&
          find_column (&row, "message") == 2)
        kind = KIND_KAKAOTALK;
      if (find_column (&row, "authorid") >= 0)
        kind = KIND_DISCORD;
    }
  muster_csv_clear (&csv);
  return kind;
}

int
muster_csv_chat_reader_detect_wechat (const MusterProbe *probe)
{
  return judge (probe) == KIND_WECHAT ? 96 : 0;
}

int
muster_csv_chat_reader_detect_kakaotalk (const MusterProbe *probe)
{
  return judge (probe) == KIND_KAKAOTALK ? 95 : 0;
}

int
muster_csv_chat_reader_detect_discord (const MusterProbe *probe)
{
  return judge (probe) == KIND_DISCORD ? 96 : 0;
}

int
muster_csv_chat_reader_detect_any (const MusterProbe *probe)
{
  return judge (probe) != KIND_NONE ? 91 : 0;
}

/* Headings are among the first strings of a workbook: a look that loads none of it. */
static gboolean
may_be_messages (MusterTextSource *source)
{
  static const char *const parts[] = { "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml",
                                       "xl/worksheets/sheet2.xml" };
  static const char *const words[] = { ">消息内容<", ">内容<",    ">content<", ">Content<",
                                       ">message<",  ">Message<", ">text<",    ">Text<" };
  g_autofree char *start = g_malloc (PEEKED_BYTES);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (MusterArchive) archive = muster_archive_open (source, NULL);
      gssize length = archive != NULL && muster_archive_find (archive, parts[i], NULL)
                          ? muster_archive_read (archive, start, PEEKED_BYTES, NULL)
                          : 0;

      for (guint k = 0; length > 0 && k < G_N_ELEMENTS (words); k++)
        if (memmem (start, (gsize) length, words[k], strlen (words[k])) != NULL)
          return TRUE;
    }
  return FALSE;
}

int
muster_csv_chat_reader_detect_workbook (const MusterProbe *probe)
{
  g_autoptr (MusterTableReader) sheet = NULL;
  int columns[N_ROLES];

  if (!muster_text_source_is_archive (probe->source) ||
      !muster_archive_has (probe->source, "xl/workbook.xml") || !may_be_messages (probe->source))
    return 0;

  sheet = find_sheet (probe->source, columns);
  return sheet != NULL ? 99 : 0;
}
