/* muster-kakaotalk-reader.c - KakaoTalk's text exports
 *
 * FORMATS.md 6: the phone programs write a whole stamp or a time before each
 * message, Windows writes days between dashes and names in brackets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-kakaotalk-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-chat-lines.h"
#include "muster-chat-reader-private.h"
#include "muster-input-error.h"
#include "muster-kakaotalk-notice.h"
#include "muster-kakaotalk-reader.h"
#include "muster-stamp.h"

#define SECONDS_PER_DAY 86400
#define MAX_LINE 2000 /* no header is longer */

typedef enum
{
  LINE_TEXT,
  LINE_DAY,
  LINE_HEADER,
} LineKind;

typedef struct
{
  MusterDay day; /* MUSTER_DAY_NONE: that of the last line of a day */
  int seconds;
  MusterSpan name; /* nothing for a notice */
  const char *body;
  gboolean has_time;
} Header;

struct _MusterKakaotalkReader
{
  MusterChatReader parent_instance;

  MusterChatLines lines;
  MusterDayCache cache;
  MusterDay day;
  int seconds; /* of the last message: bare notices have no time */
  gboolean is_windows;
  gboolean pending;
  Header header;
  guint64 line;
};

G_DEFINE_FINAL_TYPE (MusterKakaotalkReader, muster_kakaotalk_reader, MUSTER_TYPE_CHAT_READER)

static const char *
skip_text (const char *p, const char *end, const char *text)
{
  gsize length = strlen (text);

  return p != NULL && (gsize) (end - p) >= length && memcmp (p, text, length) == 0 ? p + length
                                                                                   : NULL;
}

/* "2026년 4월 25일" */
static const char *
read_korean_date (const char *p, const char *end, MusterDayCache *cache, MusterDay *out_day)
{
  int year, month, day;
  guint digits;

  p = muster_stamp_number (p, end, 4, &year, &digits);
  p = skip_text (p, end, "년 ");
  if (p == NULL || (p = muster_stamp_number (p, end, 2, &month, &digits)) == NULL)
    return NULL;
  p = skip_text (p, end, "월 ");
  if (p == NULL || (p = muster_stamp_number (p, end, 2, &day, &digits)) == NULL)
    return NULL;
  p = skip_text (p, end, "일");
  if (p == NULL)
    return NULL;
  *out_day = muster_stamp_day (cache, year, month, day);
  return *out_day != MUSTER_DAY_NONE ? p : NULL;
}

/* "December 31, 2014" or "Dec 31, 2014" */
static const char *
read_english_date (const char *p, const char *end, MusterDayCache *cache, MusterDay *out_day)
{
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  int month = 0, day, year;
  guint digits;

  for (int i = 0; i < 12 && month == 0; i++)
    if (skip_text (p, end, months[i]) != NULL)
      month = i + 1;
  if (month == 0)
    return NULL;
  while (p < end && g_ascii_isalpha (*p))
    p++;
  p = p < end && *p == ' ' ? muster_stamp_number (p + 1, end, 2, &day, &digits) : NULL;
  p = skip_text (p, end, ", ");
  p = p != NULL ? muster_stamp_number (p, end, 4, &year, &digits) : NULL;
  if (p == NULL)
    return NULL;
  *out_day = muster_stamp_day (cache, year, month, day);
  return *out_day != MUSTER_DAY_NONE ? p : NULL;
}

static const char *
read_date (const char *p, const char *end, MusterDayCache *cache, MusterDay *out_day)
{
  const char *q = read_korean_date (p, end, cache, out_day);

  if (q == NULL)
    q = read_english_date (p, end, cache, out_day);
  if (q == NULL)
    {
      q = muster_stamp_date_ymd (p, end, cache, out_day);
      if (q != NULL && q < end && *q == '.')
        q++;
    }
  return q;
}

static const char *
read_time (const char *p, const char *end, int *out_seconds)
{
  MusterHalf half = MUSTER_HALF_NONE;
  gboolean has_seconds;
  const char *q = muster_stamp_half (p, end, &half);

  p = muster_stamp_clock (q != NULL ? muster_stamp_skip_space (q, end) : p, end, out_seconds,
                          &has_seconds);
  if (p == NULL)
    return NULL;
  if (half == MUSTER_HALF_NONE &&
      (q = muster_stamp_half (muster_stamp_skip_space (p, end), end, &half)) != NULL)
    p = q;
  *out_seconds = muster_stamp_apply_half (*out_seconds, half);
  return p;
}

/* A day between dashes, or with its weekday, or with a time and nothing behind. */
static gboolean
parse_day (MusterSpan line, MusterDayCache *cache, MusterDay *out_day)
{
  static const char *const weekdays[] = { "Monday, ", "Tuesday, ",  "Wednesday, ", "Thursday, ",
                                          "Friday, ", "Saturday, ", "Sunday, " };
  MusterSpan text = muster_span_trim (line);
  const char *end = text.data + text.length;
  const char *p = text.data;
  int seconds;

  while (p < end && *p == '-')
    p++;
  while (end > p && end[-1] == '-')
    end--;
  text = muster_span_trim (muster_span (p, end));
  p = text.data;
  end = p + text.length;
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      const char *q = skip_text (p, end, weekdays[i]);

      p = q != NULL ? q : p;
    }
  p = text.length < 80 ? read_date (p, end, cache, out_day) : NULL;
  if (p == NULL)
    return FALSE;
  p = muster_stamp_skip_space (p, end);
  if (p == end || muster_span_ends (text, "요일"))
    return TRUE;
  return read_time (p, end, &seconds) == end;
}

/* "[이름] [오전 9:12] 본문" */
static gboolean
parse_windows (MusterSpan line, Header *header)
{
  const char *end = line.data + line.length;
  const char *stop = line.data;
  const char *p;

  if (line.length < 8 || line.data[0] != '[')
    return FALSE;
  while ((stop = memmem (stop, (gsize) (end - stop), "] [", 3)) != NULL)
    {
      p = read_time (stop + 3, end, &header->seconds);
      if (p != NULL && p < end && *p == ']')
        {
          header->name = muster_span (line.data + 1, stop);
          header->body = p + 1 < end && p[1] == ' ' ? p + 2 : p + 1;
          header->has_time = TRUE;
          return TRUE;
        }
      stop += 3;
    }
  return FALSE;
}

/* "2026년 4월 25일 오후 3:20, 이름 : 본문", "오후 8:36, …", "Dec 31, 2014 at 19:12, name : text" */
static gboolean
parse_phone (MusterSpan line, MusterDayCache *cache, Header *header)
{
  const char *end = line.data + line.length;
  const char *p = muster_stamp_skip_invisible (line.data, end);
  const char *q = read_date (p, end, cache, &header->day);
  const char *colon;

  if (q != NULL)
    {
      p = muster_stamp_skip_space (q, end);
      q = skip_text (p, end, "at ");
      p = q != NULL ? q : p;
    }
  else
    header->day = MUSTER_DAY_NONE;
  p = read_time (p, end, &header->seconds);
  if (p == NULL || p + 1 >= end || (*p != ',' && *p != ':') || p[1] != ' ')
    return FALSE;
  header->has_time = TRUE;
  header->body = p + 2;
  colon = *p == ',' ? memmem (p + 2, (gsize) (end - p - 2), " : ", 3) : NULL;
  if (colon != NULL)
    {
      header->name = muster_span (p + 2, colon);
      header->body = colon + 3;
    }
  return TRUE;
}

static LineKind
classify (MusterKakaotalkReader *self, MusterSpan line, Header *header, MusterDay *day)
{
  MusterChatEntry entry = { 0 };

  *header = (Header){ .day = MUSTER_DAY_NONE };
  if (line.length == 0)
    return LINE_TEXT;
  if (self->is_windows
          ? parse_windows (line, header)
          : parse_phone (line.length > MAX_LINE ? (MusterSpan){ line.data, MAX_LINE } : line,
                         &self->cache, header))
    return LINE_HEADER;
  if (parse_day (line, &self->cache, day))
    return LINE_DAY;
  if (self->is_windows && muster_kakaotalk_notice_fill (line, &entry))
    {
      header->body = line.data;
      return LINE_HEADER;
    }
  return LINE_TEXT;
}

static void
take_title (MusterChatReader *reader, MusterSpan line)
{
  static const char *const ends[] = { " 님과 카카오톡 대화", "님과 카카오톡 대화",
                                      " 카카오톡 대화" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (muster_span_ends (line, ends[i]))
      {
        muster_chat_reader_set_title (reader,
                                      (MusterSpan){ line.data, line.length - strlen (ends[i]) });
        return;
      }
}

static gboolean
is_windows_text (MusterSpan text)
{
  MusterChatLines lines;
  MusterSpan line;
  Header header;

  muster_chat_lines_init (&lines, text);
  for (guint i = 0; i < 200 && muster_chat_lines_next (&lines, &line, NULL); i++)
    if (parse_windows (line, &header) || muster_span_begins (line, "---"))
      return TRUE;
  return FALSE;
}

static gboolean
muster_kakaotalk_reader_begin (MusterChatReader *reader, const MusterChatOptions *options,
                               GError **error)
{
  MusterKakaotalkReader *self = MUSTER_KAKAOTALK_READER (reader);
  MusterSpan text, line;
  GError *own = NULL;

  text.data = muster_text_source_get_data (muster_chat_reader_get_source (reader), &text.length);
  muster_chat_lines_init (&self->lines, text);
  self->day = MUSTER_DAY_NONE;
  self->is_windows = is_windows_text (text);
  while (!self->pending && muster_chat_lines_next (&self->lines, &line, &own))
    {
      self->line = self->lines.line - 1;
      if (self->line == 1)
        take_title (reader, line);
      if (muster_span_begins (line, "저장한 날짜") || muster_span_begins (line, "Date Saved"))
        continue;
      self->pending = classify (self, line, &self->header, &self->day) == LINE_HEADER;
    }
  if (own == NULL && !self->pending)
    muster_input_error_set (&own, MUSTER_INPUT_ERROR_UNSUITABLE, 1,
                            _ ("No message begins anywhere in this text."));
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, own);
  return FALSE;
}

static void
fill_entry (MusterKakaotalkReader *self, const Header *header, MusterDay day, const char *body_end,
            MusterChatEntry *entry)
{
  MusterSpan body = muster_span_trim_lines (muster_span (MIN (header->body, body_end), body_end));

  if (header->has_time)
    self->seconds = header->seconds;
  if (header->day != MUSTER_DAY_NONE)
    day = header->day;
  entry->has_date = day != MUSTER_DAY_NONE;
  entry->time = self->seconds + (entry->has_date ? (gint64) day * SECONDS_PER_DAY : 0);
  entry->sender_name = muster_span_trim (header->name);
  entry->body = body;
  entry->is_placeholder = muster_chat_lines_is_placeholder (body) ||
                          (muster_span_begins (body, "사진 ") && muster_span_ends (body, "장"));
  if (header->name.data == NULL)
    {
      entry->kind = MUSTER_CHAT_NOTICE;
      muster_kakaotalk_notice_fill (body, entry);
    }
}

static gboolean
muster_kakaotalk_reader_next (MusterChatReader *reader, MusterChatEntry *entry, GError **error)
{
  MusterKakaotalkReader *self = MUSTER_KAKAOTALK_READER (reader);
  Header header = self->header;
  MusterDay day = self->day;
  const char *body_end = NULL;
  GError *own = NULL;
  MusterSpan line;

  if (!self->pending)
    return FALSE;

  entry->line = self->line;
  self->pending = FALSE;
  while (!self->pending && muster_chat_lines_next (&self->lines, &line, &own))
    {
      LineKind kind = classify (self, line, &self->header, &self->day);

      self->line = self->lines.line - 1;
      if (kind != LINE_TEXT && body_end == NULL)
        body_end = line.data;
      self->pending = kind == LINE_HEADER;
    }
  if (own != NULL)
    {
      g_propagate_error (error, own);
      return FALSE;
    }
  fill_entry (self, &header, day, body_end != NULL ? body_end : self->lines.end, entry);
  muster_chat_reader_set_position (reader, self->lines.p - self->lines.start);
  return TRUE;
}

static void
muster_kakaotalk_reader_class_init (MusterKakaotalkReaderClass *klass)
{
  MUSTER_CHAT_READER_CLASS (klass)->begin = muster_kakaotalk_reader_begin;
  MUSTER_CHAT_READER_CLASS (klass)->next = muster_kakaotalk_reader_next;
}

static void
muster_kakaotalk_reader_init (MusterKakaotalkReader *self)
{
}

int
muster_kakaotalk_reader_detect (const MusterProbe *probe)
{
  MusterDayCache cache = { 0 };
  MusterChatLines lines;
  MusterSpan line;
  guint days = 0, messages = 0;

  muster_chat_lines_init (&lines, probe->head);
  for (guint i = 0; i < 300 && muster_chat_lines_next (&lines, &line, NULL); i++)
    {
      Header header = { .day = MUSTER_DAY_NONE };
      MusterDay day;

      if (i < 4 && (muster_span_begins (line, "저장한 날짜 : ") ||
                    muster_span_begins (line, "Date Saved : ")))
        return 97;
      if (line.length == 0 || line.length > MAX_LINE)
        continue;
      days += parse_day (line, &cache, &day);
      messages += parse_windows (line, &header) ||
                  (parse_phone (line, &cache, &header) && header.name.data != NULL);
    }
  return days > 0 && messages > 0 ? 88 : 0;
}
