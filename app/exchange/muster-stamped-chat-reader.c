/* muster-stamped-chat-reader.c - text in which each message begins with date and time
 *
 * Three formats alike: QQ's message manager (stamp, nick, number in brackets;
 * the body below), WeChat tools (stamp and name; the body below), and the
 * general form (stamp, name, colon, text).  FORMATS.md 3.1 and 4.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-stamped-chat-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-chat-lines.h"
#include "muster-chat-reader-private.h"
#include "muster-input-error.h"
#include "muster-stamp.h"
#include "muster-stamped-chat-reader.h"

#define SECONDS_PER_DAY 86400
#define MAX_NAME 200
#define OBJECT_MARK "消息对象:"
#define RULER "================"

typedef enum
{
  STYLE_QQ,
  STYLE_BELOW,
  STYLE_COLON,
} Style;

typedef struct
{
  gint64 time;
  guint64 line;
  MusterSpan id;
  MusterSpan name;
  const char *body; /* where it begins */
} Header;

struct _MusterStampedChatReader
{
  MusterChatReader parent_instance;

  MusterChatLines lines;
  MusterDayCache cache;
  char last_date[10]; /* as written in the line that @cache is of */
  Style style;
  gboolean pending;
  Header header;
  char *only;           /* owned, nullable: title of the chat that is wanted */
  gboolean is_left_out; /* whether the current chat is not that */
  gboolean after_ruler; /* the line before was the ruler of a block header */
  guint n_chats;
};

G_DEFINE_FINAL_TYPE (MusterStampedChatReader, muster_stamped_chat_reader, MUSTER_TYPE_CHAT_READER)

/* "YYYY-MM-DD h:mm:ss [AM|PM] " and gives what is behind. */
static const char *
read_stamp (MusterSpan line, MusterDayCache *cache, gint64 *out_time)
{
  const char *end = line.data + line.length;
  const char *p = muster_stamp_skip_invisible (line.data, end);
  MusterHalf half = MUSTER_HALF_NONE;
  gboolean has_seconds;
  MusterDay day;
  int seconds;
  const char *q;

  p = muster_stamp_date_ymd (p, end, cache, &day);
  if (p == NULL || p >= end || (*p != ' ' && *p != 'T'))
    return NULL;
  p = *p == 'T' ? p + 1 : muster_stamp_skip_space (p, end);
  q = p < end && !g_ascii_isdigit (*p) ? muster_stamp_half (p, end, &half) : NULL;
  p = muster_stamp_clock (q != NULL ? muster_stamp_skip_space (q, end) : p, end, &seconds,
                          &has_seconds);
  if (p == NULL)
    return NULL;
  q = p;
  p = muster_stamp_skip_space (p, end);
  if (p == q && p < end && *p != '(' && *p != '\t')
    return NULL;
  q = half == MUSTER_HALF_NONE && end - p > 2 ? muster_stamp_half (p, end, &half) : NULL;
  if (q != NULL && q < end && *q == ' ')
    p = q + 1;
  else if (q != NULL)
    half = MUSTER_HALF_NONE;
  *out_time = (gint64) day * SECONDS_PER_DAY + muster_stamp_apply_half (seconds, half);
  return p;
}

/* "YYYY-MM-DD h:mm:ss " on the day of the line before: most lines of a log. */
static inline const char *
read_stamp_again (MusterStampedChatReader *self, MusterSpan line, gint64 *out_time)
{
  const char *p = line.data + 11;
  int hour, rest;

  if (line.length < 23 || memcmp (line.data, self->last_date, 10) != 0 || line.data[10] != ' ' ||
      !g_ascii_isdigit (*p))
    return NULL;
  hour = *p++ - '0';
  if (g_ascii_isdigit (*p))
    hour = hour * 10 + (*p++ - '0');
  if (hour > 23 || p[0] != ':' || p[3] != ':' || (guint8) (p[1] - '0') > 5 ||
      !g_ascii_isdigit (p[2]) || (guint8) (p[4] - '0') > 5 || !g_ascii_isdigit (p[5]) ||
      p[6] != ' ' || p[7] == ' ' || ((p[7] == 'A' || p[7] == 'P') && p[8] == 'M'))
    return NULL;
  rest = ((p[1] - '0') * 10 + (p[2] - '0')) * 60 + (p[4] - '0') * 10 + (p[5] - '0');
  *out_time = (gint64) self->cache.day * SECONDS_PER_DAY + hour * 3600 + rest;
  return p + 7;
}

static gboolean
split_colon (const char *p, const char *end, Header *header)
{
  static const char wide[] = "：";
  const char *stop = p + MIN (end - p, MAX_NAME);
  const char *q;

  for (q = p; q < stop; q++)
    {
      if (*q == ':' && (q + 1 == end || q[1] == ' '))
        break;
      if ((guint8) *q == 0xEF && end - q >= 3 && memcmp (q, wide, 3) == 0)
        break;
    }
  if (q == stop || q == p)
    return FALSE;
  header->name = muster_span_trim (muster_span (p, q));
  header->body = *q == ':' ? q + 1 : q + 3;
  return header->name.length > 0;
}

static gboolean
parse_header (MusterStampedChatReader *self, MusterSpan line, Header *header)
{
  const char *end = line.data + line.length;
  const char *p;

  if (line.length < 15)
    return FALSE;
  if ((guint8) (line.data[0] - '0') > 9 && (guint8) line.data[0] != 0xE2 &&
      (guint8) line.data[0] != 0xEF)
    return FALSE; /* neither a digit nor a mark that can't be seen */
  p = read_stamp_again (self, line, &header->time);
  if (p == NULL)
    {
      p = read_stamp (line, &self->cache, &header->time);
      if (p != NULL)
        memcpy (self->last_date, line.data, sizeof self->last_date);
    }
  if (p == NULL || end - p > MAX_NAME * 4)
    return FALSE;

  header->id = (MusterSpan){ NULL, 0 };
  if (self->style == STYLE_COLON)
    return split_colon (p, end, header);
  header->name = muster_span (p, end);
  header->body = self->lines.p;
  if (!muster_chat_lines_split_id (&header->name, &header->id) && header->name.length > MAX_NAME)
    return FALSE;
  header->name = muster_span_trim (header->name);
  return header->name.length > 0 || header->id.length > 0;
}

static void
muster_stamped_chat_reader_list_chats (MusterChatReader *reader)
{
  MusterStampedChatReader *self = MUSTER_STAMPED_CHAT_READER (reader);
  static const char mark[] = RULER "\n" OBJECT_MARK;
  static const char mark_cr[] = RULER "\r\n" OBJECT_MARK;
  const char *end = self->lines.end;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (self->style != STYLE_QQ)
    return;
  for (const char *p = self->lines.start; p < end;)
    {
      const char *hit = memmem (p, (gsize) (end - p), OBJECT_MARK, sizeof OBJECT_MARK - 1);
      const char *stop;
      g_autofree char *title = NULL;
      gssize before;

      if (hit == NULL)
        return;
      p = hit + sizeof OBJECT_MARK - 1;
      before = hit - self->lines.start;
      if (!((before >= 17 && memcmp (hit - 17, mark, 17) == 0) ||
            (before >= 18 && memcmp (hit - 18, mark_cr, 18) == 0)))
        continue;
      stop = memchr (p, '\n', (gsize) (end - p));
      title = muster_span_dup (muster_span_trim (muster_span (p, stop != NULL ? stop : end)));
      if (g_hash_table_add (seen, g_strdup (title)))
        muster_chat_reader_add_chat (reader, title, title, 0);
      self->n_chats++;
    }
}

/* How often a chat begins in the file. */
static guint
count_chats (MusterStampedChatReader *self)
{
  (void) muster_chat_reader_get_chats (MUSTER_CHAT_READER (self)); /* lists them */
  return self->n_chats;
}

/* In an export of all chats each begins with its name between rulers. */
static void
take_block_line (MusterStampedChatReader *self, MusterSpan line)
{
  static const char mark[] = OBJECT_MARK;
  MusterSpan title;

  if (muster_span_begins (line, mark))
    {
      title = muster_span_trim (
          (MusterSpan){ line.data + sizeof mark - 1, line.length - (sizeof mark - 1) });
      if (self->only != NULL)
        self->is_left_out = !muster_span_is (title, self->only);
      if (!self->is_left_out && (self->only != NULL || count_chats (self) <= 1))
        muster_chat_reader_set_title (MUSTER_CHAT_READER (self), title);
    }
}

static gboolean
is_block_line (MusterStampedChatReader *self, MusterSpan line)
{
  gboolean ruler, block;

  if (G_LIKELY (!self->after_ruler && (line.length == 0 || line.data[0] != '=')))
    return FALSE;
  ruler = muster_span_begins (line, RULER RULER);
  block = ruler || (self->after_ruler && (muster_span_begins (line, "消息分组:") ||
                                          muster_span_begins (line, OBJECT_MARK)));

  self->after_ruler = ruler;
  return block;
}

static gboolean
muster_stamped_chat_reader_begin (MusterChatReader *reader, const MusterChatOptions *options,
                                  GError **error)
{
  MusterStampedChatReader *self = MUSTER_STAMPED_CHAT_READER (reader);
  const char *format = muster_chat_reader_get_format (reader);
  MusterSpan text, line;
  GError *own = NULL;

  text.data = muster_text_source_get_data (muster_chat_reader_get_source (reader), &text.length);
  muster_chat_lines_init (&self->lines, text);
  self->style = strcmp (format, "qq") == 0            ? STYLE_QQ
                : strcmp (format, "wechat-text") == 0 ? STYLE_BELOW
                                                      : STYLE_COLON;
  self->only = g_strdup (options->chat);

  while (!self->pending && muster_chat_lines_next (&self->lines, &line, &own))
    {
      self->header.line = self->lines.line - 1;
      if (self->style == STYLE_QQ && is_block_line (self, line))
        take_block_line (self, line);
      else
        self->pending = parse_header (self, line, &self->header);
    }
  if (own != NULL)
    {
      g_propagate_error (error, own);
      return FALSE;
    }
  if (!self->pending && count_chats (self) == 0)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 1,
                              _ ("No message begins anywhere in this text."));
      return FALSE;
    }
  return TRUE;
}

static void
fill_entry (MusterStampedChatReader *self, const Header *header, const char *body_end,
            MusterChatEntry *entry)
{
  const char *body = MIN (header->body, body_end);

  entry->line = header->line;
  entry->time = header->time;
  entry->sender_id = header->id;
  entry->sender_name = header->name;
  entry->body = muster_span_trim_lines (muster_span (body, body_end));
  if (self->style == STYLE_COLON && entry->body.length > 0 && entry->body.data[0] == ' ')
    {
      entry->body.data++;
      entry->body.length--;
    }
  if (self->style == STYLE_QQ)
    {
      entry->sender_name = muster_chat_lines_strip_level (header->name);
      if (muster_span_equal (entry->sender_name, header->id))
        entry->sender_name = (MusterSpan){ NULL, 0 };
      if (muster_span_is (header->id, "10000") || muster_span_is (header->id, "1000000"))
        {
          entry->kind = MUSTER_CHAT_NOTICE;
          entry->sender_name = entry->sender_id = (MusterSpan){ NULL, 0 };
          muster_chat_lines_fill_fact (entry);
        }
    }
  else if (muster_span_is (header->name, "系统消息") || muster_span_is (header->name, "系统"))
    {
      entry->kind = MUSTER_CHAT_NOTICE;
      muster_chat_lines_fill_fact (entry);
    }
  entry->is_placeholder = muster_chat_lines_is_placeholder (entry->body);
}

/* Passes over lines that can't begin anything: most of them. */
static inline void
skip_plain_lines (MusterChatLines *lines)
{
  while (lines->p < lines->end)
    {
      guint8 first = (guint8) *lines->p;
      const char *stop;

      if ((guint8) (first - '0') < 10 || first == '=' || first == 0xE2 || first == 0xEF)
        return;
      stop = memchr (lines->p, '\n', (gsize) (lines->end - lines->p));
      if (stop == NULL || stop - lines->p > MUSTER_CHAT_MAX_LINE)
        return;
      lines->p = stop + 1;
      lines->line++;
    }
}

static gboolean
muster_stamped_chat_reader_next (MusterChatReader *reader, MusterChatEntry *entry, GError **error)
{
  MusterStampedChatReader *self = (MusterStampedChatReader *) reader; /* for each message */
  GError *own = NULL;

  while (self->pending)
    {
      Header header = self->header;
      gboolean left_out = self->is_left_out;
      const char *body_end = NULL;
      MusterSpan line;

      self->pending = FALSE;
      while (TRUE)
        {
          if (!self->after_ruler)
            skip_plain_lines (&self->lines);
          if (!muster_chat_lines_next (&self->lines, &line, &own))
            break;
          if (self->style == STYLE_QQ && is_block_line (self, line))
            {
              if (body_end == NULL)
                body_end = line.data;
              take_block_line (self, line);
              continue;
            }
          self->header.line = self->lines.line - 1;
          if (parse_header (self, line, &self->header))
            {
              if (body_end == NULL)
                body_end = line.data;
              self->pending = TRUE;
              break;
            }
        }
      if (own != NULL)
        {
          g_propagate_error (error, own);
          return FALSE;
        }
      if (left_out)
        continue;
      fill_entry (self, &header, body_end != NULL ? body_end : self->lines.end, entry);
      muster_chat_reader_set_position (reader, self->lines.p - self->lines.start);
      return TRUE;
    }
  return FALSE;
}

static void
muster_stamped_chat_reader_finalize (GObject *object)
{
  g_free (MUSTER_STAMPED_CHAT_READER (object)->only);

  G_OBJECT_CLASS (muster_stamped_chat_reader_parent_class)->finalize (object);
}

static void
muster_stamped_chat_reader_class_init (MusterStampedChatReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_stamped_chat_reader_finalize;
  MUSTER_CHAT_READER_CLASS (klass)->begin = muster_stamped_chat_reader_begin;
  MUSTER_CHAT_READER_CLASS (klass)->next = muster_stamped_chat_reader_next;
  MUSTER_CHAT_READER_CLASS (klass)->list_chats = muster_stamped_chat_reader_list_chats;
}

static void
muster_stamped_chat_reader_init (MusterStampedChatReader *self)
{
}

typedef struct
{
  guint filled;   /* lines that are not empty */
  guint stamped;  /* begin with a stamp */
  guint accounts; /* end in an account */
  guint colons;   /* have a colon behind the name */
  gboolean has_preamble;
} Census;

static Census
count_lines (MusterSpan head)
{
  Census census = { 0 };
  MusterDayCache cache = { 0 };
  MusterChatLines lines;
  MusterSpan line;

  muster_chat_lines_init (&lines, head);
  census.has_preamble = muster_span_begins (head, "消息记录（");
  for (guint i = 0; i < 400 && muster_chat_lines_next (&lines, &line, NULL); i++)
    {
      const char *end = line.data + line.length;
      MusterSpan name, id;
      Header header;
      gint64 time;
      const char *p;

      census.filled += line.length > 0;
      if (line.length < 15 || line.length > 2000)
        continue;
      p = read_stamp (line, &cache, &time);
      if (p == NULL || p >= end)
        continue;
      census.stamped++;
      name = muster_span (p, end);
      census.accounts += muster_chat_lines_split_id (&name, &id);
      census.colons += split_colon (p, end, &header);
    }
  return census;
}

int
muster_stamped_chat_reader_detect_qq (const MusterProbe *probe)
{
  Census census = count_lines (probe->head);

  if (census.has_preamble)
    return 99;
  return census.accounts > 0 && census.accounts * 2 >= census.stamped ? 92 : 0;
}

int
muster_stamped_chat_reader_detect_below (const MusterProbe *probe)
{
  Census census = count_lines (probe->head);

  if (census.stamped == 0 || census.colons * 2 > census.stamped)
    return 0;
  return census.accounts * 2 >= census.stamped ? 40 : census.stamped * 5 >= census.filled ? 80 : 40;
}

int
muster_stamped_chat_reader_detect_colon (const MusterProbe *probe)
{
  Census census = count_lines (probe->head);

  if (census.colons == 0 || census.colons * 2 < census.stamped)
    return 0;
  return census.colons * 3 >= census.filled ? 85 : 60;
}
