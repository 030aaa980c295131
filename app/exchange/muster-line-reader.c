/* muster-line-reader.c - LINE's text export
 *
 * FORMATS.md 5: a title, the day it was saved, then days, each with lines of
 * time, sender and text parted by TABs; exports of the PC program have spaces
 * instead, and there the sender is the longest name seen before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-line-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-chat-lines.h"
#include "muster-chat-reader-private.h"
#include "muster-input-error.h"
#include "muster-line-reader.h"
#include "muster-stamp.h"

#define SECONDS_PER_DAY 86400
#define MAX_HEADER 500

typedef struct
{
  int seconds;
  MusterSpan name; /* nothing for a notice */
  const char *body;
  gboolean is_notice;
} Header;

struct _MusterLineReader
{
  MusterChatReader parent_instance;

  MusterChatLines lines;
  MusterDayCache cache;
  MusterDay day;
  gboolean pending;
  Header header;
  guint64 line;
  GHashTable *names; /* owned, of char *: members known, for lines without TABs */
  gsize longest_name;
};

G_DEFINE_FINAL_TYPE (MusterLineReader, muster_line_reader, MUSTER_TYPE_CHAT_READER)

static const char *
skip_words (const char *p, const char *end)
{
  static const char *const words[] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon",
    "Tue",    "Wed",     "Thu",       "Fri",      "Sat",    "Sun",      "星期",   "週",
    "周",     "曜日",    "月",        "火",       "水",     "木",       "金",     "土",
    "日",     "一",      "二",        "三",       "四",     "五",       "六",     "(",
    ")",      "（",      "）",        " ",        ",",
  };
  gboolean again = TRUE;

  while (again && p < end)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        {
          gsize length = strlen (words[i]);

          if ((gsize) (end - p) >= length && memcmp (p, words[i], length) == 0)
            {
              p += length;
              again = TRUE;
            }
        }
    }
  return p;
}

/* 2024/1/23(火), 2024.01.02 Tuesday, Sun, 12/31/2023: the whole line and nothing else. */
static gboolean
parse_day (MusterSpan line, MusterDayCache *cache, MusterDay *out_day)
{
  MusterSpan text = muster_span_trim (line);
  const char *end = text.data + text.length;
  const char *p;
  int month, day, year;
  guint digits;

  if (text.length < 8 || text.length > 40)
    return FALSE;
  p = muster_stamp_date_ymd (text.data, end, cache, out_day);
  if (p != NULL)
    return p < end && skip_words (p, end) == end;

  p = skip_words (text.data, end);
  if (p == text.data)
    return FALSE;
  p = muster_stamp_number (p, end, 2, &month, &digits);
  if (p == NULL || p >= end || *p != '/')
    return FALSE;
  p = muster_stamp_number (p + 1, end, 2, &day, &digits);
  if (p == NULL || p >= end || *p != '/' ||
      muster_stamp_number (p + 1, end, 4, &year, &digits) != end)
    return FALSE;
  *out_day = muster_stamp_day (cache, year, month, day);
  return *out_day != MUSTER_DAY_NONE;
}

/* A time at the beginning, with the half of the day before or behind it. */
static const char *
parse_time (MusterSpan line, int *out_seconds)
{
  const char *end = line.data + line.length;
  const char *p = muster_stamp_skip_invisible (line.data, end);
  MusterHalf half = MUSTER_HALF_NONE;
  gboolean has_seconds;
  const char *q;

  q = p < end && !g_ascii_isdigit (*p) ? muster_stamp_half (p, end, &half) : NULL;
  p = muster_stamp_clock (q != NULL ? q : p, end, out_seconds, &has_seconds);
  if (p == NULL || has_seconds)
    return NULL;
  if (half == MUSTER_HALF_NONE && (q = muster_stamp_half (p, end, &half)) != NULL)
    p = q;
  *out_seconds = muster_stamp_apply_half (*out_seconds, half);
  if (*out_seconds >= SECONDS_PER_DAY)
    *out_seconds -= SECONDS_PER_DAY;
  return p;
}

/* Notices end with a full stop, or without. */
static MusterSpan
strip_point (MusterSpan text)
{
  if (muster_span_ends (text, "."))
    text.length--;
  return text;
}

static gboolean
is_notice_text (MusterSpan text)
{
  static const char *const ends[] = {
    " joined the group",
    " left the group",
    " to the group",
    "を招待しました",
    "グループに参加しました。",
    "グループを退会しました。",
    "メッセージの送信を取り消しました",
    "已加入群組",
    "已離開群組",
    "已收回訊息",
    "加入聊天",
    " made an announcement",
    "已設定公告",
    " unsent a message",
    "を退会させました",
    "が参加しました。",
    "が退会しました。",
  };

  text = strip_point (muster_span_trim (text));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (muster_span_ends (text, ends[i]))
      return TRUE;
  return FALSE;
}

/* Without TABs the name ends where a known one does; else at the first space. */
static gboolean
split_spaces (MusterLineReader *self, const char *p, const char *end, Header *header)
{
  const char *space = memchr (p, ' ', (gsize) (end - p));
  const char *best = space;

  if (space == NULL || space == p)
    return FALSE;
  for (; space != NULL && (gsize) (space - p) <= self->longest_name;
       space = memchr (space + 1, ' ', (gsize) (end - space - 1)))
    {
      g_autofree char *name = g_strndup (p, (gsize) (space - p));

      if (g_hash_table_contains (self->names, name))
        best = space;
    }
  header->name = muster_span (p, best);
  header->body = best + 1;
  return TRUE;
}

/* "X added Y to the group": between the two is who came. */
static void
fill_added (MusterChatEntry *entry, MusterSpan text)
{
  static const char added[] = " added ", tail[] = " to the group";
  const char *hit = memmem (text.data, text.length, added, sizeof added - 1);

  if (hit == NULL || !muster_span_ends (text, tail))
    return;
  entry->sender_name = muster_span (text.data, hit);
  entry->subject =
      muster_span (hit + sizeof added - 1, text.data + text.length - (sizeof tail - 1));
  entry->fact = MUSTER_CHAT_FACT_JOINED;
}

/* "X joined the group", "XがYを招待しました": who came and went. */
static void
fill_fact (MusterChatEntry *entry)
{
  static const struct
  {
    const char *end;
    MusterChatFact fact;
  } ends[] = {
    { " joined the group", MUSTER_CHAT_FACT_JOINED },
    { "がグループに参加しました。", MUSTER_CHAT_FACT_JOINED },
    { "が参加しました。", MUSTER_CHAT_FACT_JOINED },
    { "已加入群組", MUSTER_CHAT_FACT_JOINED },
    { " left the group", MUSTER_CHAT_FACT_LEFT },
    { "がグループを退会しました。", MUSTER_CHAT_FACT_LEFT },
    { "が退会しました。", MUSTER_CHAT_FACT_LEFT },
    { "已離開群組", MUSTER_CHAT_FACT_LEFT },
  };
  MusterSpan text = strip_point (muster_span_trim (entry->body));

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (muster_span_ends (text, ends[i].end))
      {
        entry->subject =
            muster_span_trim ((MusterSpan){ text.data, text.length - strlen (ends[i].end) });
        if (entry->subject.length > 0)
          entry->fact = (guint8) ends[i].fact;
        return;
      }
  fill_added (entry, text);
}

static void
note_name (MusterLineReader *self, MusterSpan name)
{
  char *text = muster_span_dup (name);

  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return;
    }
  self->longest_name = MAX (self->longest_name, name.length);
  g_hash_table_add (self->names, text);
}

static gboolean
parse_header (MusterLineReader *self, MusterSpan line, Header *header)
{
  const char *end = line.data + line.length;
  const char *p = parse_time (line, &header->seconds);
  MusterChatEntry notice = { 0 };
  const char *tab;

  header->is_notice = FALSE;
  header->name = (MusterSpan){ NULL, 0 };
  if (p == NULL || p >= end || (*p != '\t' && *p != ' '))
    return FALSE;
  if (*p == ' ')
    {
      p++;
      header->is_notice = is_notice_text (muster_span (p, end));
      header->body = p;
      if (!header->is_notice)
        return split_spaces (self, p, end, header);
      notice.body = muster_span (p, end);
      fill_fact (&notice);
      note_name (self, notice.subject);
      return TRUE;
    }
  p++;
  tab = memchr (p, '\t', (gsize) (end - p));
  if (tab == NULL)
    {
      header->is_notice = TRUE;
      header->body = p;
      return TRUE;
    }
  header->name = muster_span (p, tab);
  header->body = tab + 1;
  header->is_notice = header->name.length == 0 || is_notice_text (muster_span (header->body, end));
  return TRUE;
}

static void
take_title (MusterChatReader *reader, MusterSpan line)
{
  static const struct
  {
    const char *before, *after;
  } frames[] = {
    { "[LINE] ", "とのトーク履歴" },
    { "[LINE] ", "のトーク履歴" },
    { "[LINE] Chat history with ", "" },
    { "[LINE] Chat history in ", "" },
    { "[LINE] 與", "的聊天記錄" },
    { "[LINE] 与", "的聊天记录" },
    { "[LINE] ", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    if (muster_span_begins (line, frames[i].before) && muster_span_ends (line, frames[i].after) &&
        line.length > strlen (frames[i].before) + strlen (frames[i].after))
      {
        muster_chat_reader_set_title (
            reader, muster_span (line.data + strlen (frames[i].before),
                                 line.data + line.length - strlen (frames[i].after)));
        return;
      }
}

static gboolean
muster_line_reader_begin (MusterChatReader *reader, const MusterChatOptions *options,
                          GError **error)
{
  MusterLineReader *self = MUSTER_LINE_READER (reader);
  MusterSpan text, line;
  GError *own = NULL;

  text.data = muster_text_source_get_data (muster_chat_reader_get_source (reader), &text.length);
  muster_chat_lines_init (&self->lines, text);
  self->day = MUSTER_DAY_NONE;
  for (const char *const *name = options->known_names; name != NULL && *name != NULL; name++)
    note_name (self, muster_span_of (*name));
  while (!self->pending && muster_chat_lines_next (&self->lines, &line, &own))
    {
      self->line = self->lines.line - 1;
      if (self->day == MUSTER_DAY_NONE && muster_span_begins (line, "[LINE] "))
        {
          take_title (reader, line);
          note_name (self, muster_span_of (muster_chat_reader_get_title (reader)));
        }
      if (!parse_day (line, &self->cache, &self->day) && self->day != MUSTER_DAY_NONE)
        self->pending = parse_header (self, line, &self->header);
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
fill_entry (MusterLineReader *self, const Header *header, const char *body_end,
            MusterChatEntry *entry)
{
  const char *body = MIN (header->body, body_end);

  entry->sender_name = muster_span_trim (header->name);
  entry->body = muster_span_trim_lines (muster_span (body, body_end));
  if (entry->body.length >= 2 && entry->body.data[0] == '"' &&
      entry->body.data[entry->body.length - 1] == '"' &&
      memchr (entry->body.data, '\n', entry->body.length) != NULL)
    entry->body = (MusterSpan){ entry->body.data + 1, entry->body.length - 2 };
  entry->is_placeholder =
      muster_chat_lines_is_placeholder (entry->body) || muster_span_begins (entry->body, "☎ ");
  if (header->is_notice)
    {
      entry->kind = MUSTER_CHAT_NOTICE;
      fill_fact (entry);
    }
}

static gboolean
muster_line_reader_next (MusterChatReader *reader, MusterChatEntry *entry, GError **error)
{
  MusterLineReader *self = MUSTER_LINE_READER (reader);
  Header header = self->header;
  const char *body_end = NULL;
  GError *own = NULL;
  MusterSpan line;

  if (!self->pending)
    return FALSE;

  entry->line = self->line;
  entry->time = (gint64) self->day * SECONDS_PER_DAY + header.seconds;
  self->pending = FALSE;
  while (!self->pending && muster_chat_lines_next (&self->lines, &line, &own))
    {
      self->line = self->lines.line - 1;
      if (parse_day (line, &self->cache, &self->day))
        body_end = body_end != NULL ? body_end : line.data;
      else if (parse_header (self, line, &self->header))
        {
          body_end = body_end != NULL ? body_end : line.data;
          self->pending = TRUE;
        }
    }
  if (own != NULL)
    {
      g_propagate_error (error, own);
      return FALSE;
    }
  fill_entry (self, &header, body_end != NULL ? body_end : self->lines.end, entry);
  muster_chat_reader_set_position (reader, self->lines.p - self->lines.start);
  return TRUE;
}

static void
muster_line_reader_finalize (GObject *object)
{
  g_hash_table_unref (MUSTER_LINE_READER (object)->names);

  G_OBJECT_CLASS (muster_line_reader_parent_class)->finalize (object);
}

static void
muster_line_reader_class_init (MusterLineReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_line_reader_finalize;
  MUSTER_CHAT_READER_CLASS (klass)->begin = muster_line_reader_begin;
  MUSTER_CHAT_READER_CLASS (klass)->next = muster_line_reader_next;
}

static void
muster_line_reader_init (MusterLineReader *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

int
muster_line_reader_detect (const MusterProbe *probe)
{
  MusterChatLines lines;
  MusterDayCache cache = { 0 };
  MusterSpan line;
  guint days = 0, tabbed = 0;

  muster_chat_lines_init (&lines, probe->head);
  for (guint i = 0; i < 300 && muster_chat_lines_next (&lines, &line, NULL); i++)
    {
      MusterDay day;
      int seconds;
      const char *p;

      if (i < 3 && muster_span_begins (line, "[LINE] "))
        return 98;
      days += parse_day (line, &cache, &day);
      p = days > 0 && line.length < MAX_HEADER ? parse_time (line, &seconds) : NULL;
      tabbed += p != NULL && p < line.data + line.length && *p == '\t';
    }
  return days > 0 && tabbed > 0 ? 90 : 0;
}
