/* muster-paste-chat-reader.c - chats copied out of a window: the name comes first
 *
 * The clipboard forms of QQ and TIM, and chatlog's text of WeChat (FORMATS.md
 * 3.2 and 4).  A line is a header when it ends in a time and there is more to
 * it: an account, a date, or two spaces.  The day may stand on a line of its
 * own, or nowhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-paste-chat-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-chat-lines.h"
#include "muster-chat-reader-private.h"
#include "muster-input-error.h"
#include "muster-paste-chat-reader.h"
#include "muster-stamp.h"

#define SECONDS_PER_DAY 86400
#define MAX_HEADER 400

typedef struct
{
  MusterSpan name;
  MusterSpan id;
  MusterDay day; /* MUSTER_DAY_NONE when the line has none */
  int month;     /* of a date without year; 0 if there is none */
  int month_day;
  int seconds;
  gboolean has_half; /* the PC window's form, which has notices between */
} Header;

typedef enum
{
  LINE_TEXT,
  LINE_HEADER,
  LINE_DAY,
  LINE_NOTICE,
} LineKind;

struct _MusterPasteChatReader
{
  MusterChatReader parent_instance;

  MusterChatLines lines;
  MusterDayCache cache;
  MusterDay day; /* of lines without one */
  MusterDay base_day;
  MusterDay today;
  int year; /* of today, for dates without one */
  LineKind pending;
  Header header;
  MusterSpan notice;
  guint64 line;
};

G_DEFINE_FINAL_TYPE (MusterPasteChatReader, muster_paste_chat_reader, MUSTER_TYPE_CHAT_READER)

/* The last word of @text; what is before it stays in @text. */
static MusterSpan
take_last_word (MusterSpan *text)
{
  const char *end = text->data + text->length;
  const char *p;
  MusterSpan word;

  while (end > text->data && end[-1] == ' ')
    end--;
  p = end;
  while (p > text->data && p[-1] != ' ' && p[-1] != '\t')
    p--;
  word = muster_span (p, end);
  text->length = (gsize) (p - text->data);
  return word;
}

static gboolean
read_time (MusterSpan *text, Header *header)
{
  MusterSpan saved = *text;
  MusterSpan word = take_last_word (&saved);
  MusterHalf half = MUSTER_HALF_NONE;
  gboolean has_seconds;
  const char *end = word.data + word.length;

  if (word.length == 2 && muster_stamp_half (word.data, end, &half) == end)
    {
      header->has_half = TRUE;
      word = take_last_word (&saved);
      end = word.data + word.length;
    }
  if (muster_stamp_clock (word.data, end, &header->seconds, &has_seconds) != end || !has_seconds ||
      memchr (word.data, ':', word.length) == NULL)
    return FALSE;
  header->seconds = muster_stamp_apply_half (header->seconds, half);
  *text = saved;
  return TRUE;
}

/* YYYY/M/D, M/D/YYYY (of English windows) or MM-DD before the time. */
static gboolean
read_day (MusterSpan *text, MusterDayCache *cache, Header *header)
{
  MusterSpan saved = *text;
  MusterSpan word = take_last_word (&saved);
  const char *end;
  int numbers[3];
  guint digits;
  const char *p;

  if (muster_span_begins (word, "星期") || muster_span_begins (word, "周"))
    word = take_last_word (&saved);
  end = word.data + word.length;
  if (muster_stamp_date_ymd (word.data, end, cache, &header->day) == end && word.length > 0)
    {
      *text = saved;
      return TRUE;
    }
  header->day = MUSTER_DAY_NONE;
  p = muster_stamp_number (word.data, end, 2, &numbers[0], &digits);
  if (p == NULL || p >= end || (*p != '/' && *p != '-'))
    return FALSE;
  p = muster_stamp_number (p + 1, end, 2, &numbers[1], &digits);
  if (p == end && word.length == 5 && numbers[0] >= 1 && numbers[0] <= 12)
    {
      header->month = numbers[0];
      header->month_day = numbers[1];
      *text = saved;
      return TRUE;
    }
  if (p == NULL || p >= end || *p != '/' ||
      muster_stamp_number (p + 1, end, 4, &numbers[2], &digits) != end || digits != 4)
    return FALSE;
  header->day = muster_stamp_day (cache, numbers[2], numbers[0], numbers[1]);
  if (header->day == MUSTER_DAY_NONE)
    return FALSE;
  *text = saved;
  return TRUE;
}

/* chatlog writes 我 for the account of whoever exported. */
static gboolean
split_self (MusterSpan *name, MusterSpan *out_id)
{
  static const char self[] = "(我)";

  if (!muster_span_ends (*name, self))
    return FALSE;
  name->length -= sizeof self - 1;
  *out_id = muster_span_of ("self");
  return TRUE;
}

static gboolean
parse_header (MusterSpan line, MusterDayCache *cache, Header *header)
{
  MusterSpan rest = line;
  gboolean has_day, has_id;
  gsize spaces = 0;

  *header = (Header){ .day = MUSTER_DAY_NONE };
  if (line.length < 7 || line.length > MAX_HEADER || !read_time (&rest, header))
    return FALSE;
  has_day = read_day (&rest, cache, header);
  while (rest.length > 0 && rest.data[rest.length - 1] == ' ')
    {
      rest.length--;
      spaces++;
    }
  if (rest.length > 0 && rest.data[rest.length - 1] == ']' && has_day)
    {
      const char *room = memrchr (rest.data, '[', rest.length);

      if (room != NULL && room > rest.data)
        rest = muster_span_trim_lines (muster_span (rest.data, room));
    }
  header->name = rest;
  has_id = muster_chat_lines_split_id (&header->name, &header->id) ||
           split_self (&header->name, &header->id);
  header->name = muster_span_trim (header->name);
  if (header->name.length == 0 && !has_id)
    return FALSE;
  if (!has_day && !has_id && muster_span_begins (header->name, "wxid_"))
    return TRUE;
  return has_id || has_day || spaces >= 2;
}

/* "  2015-02-28  " or "— —  2024-1-2  — —": nothing but a date and ornaments. */
static gboolean
parse_day_line (MusterSpan line, MusterDayCache *cache, MusterDay *out_day)
{
  const char *p = line.data;
  const char *end = p + line.length;

  if (line.length < 8 || line.length > 60)
    return FALSE;
  while (p < end && (*p == ' ' || *p == '-' || ((guint8) *p == 0xE2 && end - p > 2)))
    p += *p == ' ' || *p == '-' ? 1 : 3;
  p = p < end ? muster_stamp_date_ymd (p, end, cache, out_day) : NULL;
  if (p == NULL)
    return FALSE;
  while (p < end && (*p == ' ' || *p == '-' || ((guint8) *p == 0xE2 && end - p > 2)))
    p += *p == ' ' || *p == '-' ? 1 : 3;
  return p == end;
}

static gboolean
is_notice (MusterSpan line)
{
  return line.length < 300 &&
         (muster_span_ends (line, "撤回了一条消息") ||
          muster_span_ends (line, "撤回了一条消息 重新编辑") ||
          muster_span_ends (line, "[ 重新编辑]") || muster_span_ends (line, "点击添加好友。"));
}

static LineKind
classify (MusterPasteChatReader *self, MusterSpan line, Header *header, MusterDay *day)
{
  if (parse_header (line, &self->cache, header))
    return LINE_HEADER;
  if (parse_day_line (line, &self->cache, day))
    return LINE_DAY;
  return self->header.has_half && is_notice (line) ? LINE_NOTICE : LINE_TEXT;
}

static gboolean
muster_paste_chat_reader_begin (MusterChatReader *reader, const MusterChatOptions *options,
                                GError **error)
{
  MusterPasteChatReader *self = MUSTER_PASTE_CHAT_READER (reader);
  MusterSpan text, line;
  int month, day;

  text.data = muster_text_source_get_data (muster_chat_reader_get_source (reader), &text.length);
  muster_chat_lines_init (&self->lines, text);
  self->day = self->base_day = options->base_date;
  self->today = options->today;
  if (options->today != MUSTER_DAY_NONE)
    muster_day_to_ymd (options->today, &self->year, &month, &day);
  while (self->pending != LINE_HEADER && muster_chat_lines_next (&self->lines, &line, error))
    {
      self->pending = classify (self, line, &self->header, &self->day);
      self->line = self->lines.line - 1;
    }
  if (self->pending == LINE_HEADER)
    return TRUE;
  if (error == NULL || *error == NULL)
    muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 1,
                            _ ("No message begins anywhere in this text."));
  return FALSE;
}

static void
fill_time (MusterPasteChatReader *self, const Header *header, MusterChatEntry *entry)
{
  MusterDay day = header->day;

  if (day == MUSTER_DAY_NONE && header->month > 0 && self->year > 0)
    {
      day = muster_stamp_day (&self->cache, self->year, header->month, header->month_day);
      if (day == MUSTER_DAY_NONE || day > self->today) /* nothing is later than today */
        day = muster_stamp_day (&self->cache, self->year - 1, header->month, header->month_day);
    }
  if (day == MUSTER_DAY_NONE && header->month == 0)
    day = self->day;
  entry->has_date = day != MUSTER_DAY_NONE;
  entry->time = header->seconds + (entry->has_date ? (gint64) day * SECONDS_PER_DAY : 0);
}

static gboolean
muster_paste_chat_reader_next (MusterChatReader *reader, MusterChatEntry *entry, GError **error)
{
  MusterPasteChatReader *self = MUSTER_PASTE_CHAT_READER (reader);
  const char *body = self->lines.p;
  const char *body_end = NULL;
  LineKind kind = LINE_TEXT;
  MusterSpan line;
  Header next = self->header;
  MusterDay next_day = self->day;
  GError *own = NULL;

  if (self->pending == LINE_TEXT || self->pending == LINE_DAY)
    return FALSE;

  entry->line = self->line;
  fill_time (self, &self->header, entry);
  if (self->pending == LINE_NOTICE)
    {
      entry->kind = MUSTER_CHAT_NOTICE;
      entry->body = self->notice;
      body_end = body;
    }
  else
    {
      entry->sender_name = muster_chat_lines_strip_level (self->header.name);
      entry->sender_id = self->header.id;
      if (muster_span_equal (entry->sender_name, entry->sender_id))
        entry->sender_name = (MusterSpan){ NULL, 0 };
    }

  while (kind != LINE_HEADER && kind != LINE_NOTICE &&
         muster_chat_lines_next (&self->lines, &line, &own))
    {
      Header found;

      kind = classify (self, line, &found, &next_day);
      if (kind != LINE_TEXT && body_end == NULL)
        body_end = line.data;
      if (kind == LINE_HEADER)
        next = found;
      self->notice = line;
      self->line = self->lines.line - 1;
    }
  if (own != NULL)
    {
      g_propagate_error (error, own);
      return FALSE;
    }
  if (self->pending == LINE_HEADER)
    {
      entry->body = muster_span_trim_lines (
          muster_span (body, body_end != NULL ? body_end : self->lines.end));
      entry->is_placeholder = muster_chat_lines_is_placeholder (entry->body);
    }
  self->pending = kind == LINE_HEADER || kind == LINE_NOTICE ? kind : LINE_TEXT;
  self->header = next;
  self->day = next_day;
  muster_chat_reader_set_position (reader, self->lines.p - self->lines.start);
  return TRUE;
}

static void
muster_paste_chat_reader_class_init (MusterPasteChatReaderClass *klass)
{
  MUSTER_CHAT_READER_CLASS (klass)->begin = muster_paste_chat_reader_begin;
  MUSTER_CHAT_READER_CLASS (klass)->next = muster_paste_chat_reader_next;
}

static void
muster_paste_chat_reader_init (MusterPasteChatReader *self)
{
}

static void
count_headers (MusterSpan head, guint *out_headers, guint *out_wechat, guint *out_filled)
{
  MusterDayCache cache = { 0 };
  MusterChatLines lines;
  MusterSpan line;
  Header header;

  *out_headers = *out_wechat = *out_filled = 0;
  muster_chat_lines_init (&lines, head);
  for (guint i = 0; i < 400 && muster_chat_lines_next (&lines, &line, NULL); i++)
    {
      *out_filled += line.length > 0;
      if (!parse_header (line, &cache, &header))
        continue;
      ++*out_headers;
      *out_wechat += muster_span_begins (header.id, "wxid_") ||
                     muster_span_begins (header.name, "wxid_") || header.month > 0 ||
                     muster_span_ends (header.id, "@chatroom") ||
                     muster_span_is (header.id, "self");
    }
}

int
muster_paste_chat_reader_detect_qq (const MusterProbe *probe)
{
  guint headers, wechat, filled;

  count_headers (probe->head, &headers, &wechat, &filled);
  if (headers == 0 || wechat * 2 > headers)
    return 0;
  return headers * 8 >= filled ? 82 : 45;
}

int
muster_paste_chat_reader_detect_wechat (const MusterProbe *probe)
{
  guint headers, wechat, filled;

  count_headers (probe->head, &headers, &wechat, &filled);
  return wechat > 0 && wechat * 2 > headers ? 84 : 0;
}
