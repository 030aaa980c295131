/* muster-qq-mht-reader.c - QQ's export as a web page with pictures (.mht)
 *
 * FORMATS.md 3.3.  Only the first part, the page, is read; of it the cells
 * with a day, a chat's name, or a message.  Pictures are passed over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-qq-mht-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-chat-lines.h"
#include "muster-chat-reader-private.h"
#include "muster-input-error.h"
#include "muster-qq-mht-reader.h"
#include "muster-stamp.h"

#define SECONDS_PER_DAY 86400
#define MAX_CELL (16 * 1024 * 1024)

struct _MusterQqMhtReader
{
  MusterChatReader parent_instance;

  const char *start;
  const char *p;
  const char *end; /* of the page */
  const char *counted;
  guint64 line;
  MusterDayCache cache;
  MusterDay day;
  GString *name; /* owned */
  GString *body; /* owned */
};

G_DEFINE_FINAL_TYPE (MusterQqMhtReader, muster_qq_mht_reader, MUSTER_TYPE_CHAT_READER)

static const char *
find (const char *p, const char *end, const char *text)
{
  return p != NULL && p < end ? memmem (p, (gsize) (end - p), text, strlen (text)) : NULL;
}

static gboolean
append_entity (GString *out, MusterSpan name)
{
  static const struct
  {
    const char *name, *text;
  } entities[] = { { "lt", "<" },    { "gt", ">" },   { "amp", "&" },
                   { "quot", "\"" }, { "nbsp", " " }, { "apos", "'" } };
  gunichar c;

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (muster_span_is (name, entities[i].name))
      {
        g_string_append (out, entities[i].text);
        return TRUE;
      }
  if (name.length < 2 || name.data[0] != '#')
    return FALSE;
  c = (gunichar) g_ascii_strtoull (name.data + (name.data[1] == 'x' ? 2 : 1), NULL,
                                   name.data[1] == 'x' ? 16 : 10);
  if (c == 0 || !g_unichar_validate (c))
    return FALSE;
  g_string_append_unichar (out, c);
  return TRUE;
}

/* The text of a piece of the page; pictures become a word, breaks become line ends. */
static void
append_text (GString *out, const char *p, const char *end)
{
  while (p < end)
    {
      const char *stop;

      if (*p == '<')
        {
          if (end - p > 4 && g_ascii_strncasecmp (p, "<img", 4) == 0)
            g_string_append (out, "[图片]");
          else if (end - p > 3 && g_ascii_strncasecmp (p, "<br", 3) == 0)
            g_string_append_c (out, '\n');
          stop = memchr (p, '>', (gsize) (end - p));
          p = stop != NULL ? stop + 1 : end;
          continue;
        }
      stop = *p == '&' ? memchr (p, ';', (gsize) MIN (end - p, 10)) : NULL;
      if (stop != NULL && append_entity (out, muster_span (p + 1, stop)))
        p = stop + 1;
      else
        g_string_append_c (out, *p++);
    }
}

static gboolean
muster_qq_mht_reader_begin (MusterChatReader *reader, const MusterChatOptions *options,
                            GError **error)
{
  MusterQqMhtReader *self = MUSTER_QQ_MHT_READER (reader);
  MusterSpan text;
  const char *next_part;

  text.data = muster_text_source_get_data (muster_chat_reader_get_source (reader), &text.length);
  self->start = self->counted = text.data;
  self->line = 1;
  self->day = MUSTER_DAY_NONE;
  self->end = text.data + text.length;
  self->p = find (text.data, self->end, "<table");
  if (self->p == NULL)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, 0,
                              _ ("There is no page with messages in this file."));
      return FALSE;
    }
  next_part = find (self->p, self->end, "\n------=_NextPart");
  if (next_part != NULL)
    self->end = next_part;
  return TRUE;
}

static void
take_title (MusterQqMhtReader *self, const char *start, const char *stop)
{
  g_string_truncate (self->name, 0);
  append_text (self->name, start, stop);
  muster_chat_reader_set_title (MUSTER_CHAT_READER (self), muster_span_trim ((MusterSpan){
                                                               self->name->str, self->name->len }));
}

/* NICK(ID)</div>8:23:04</div>…text; FALSE for a cell that is no message. */
static gboolean
fill_message (MusterQqMhtReader *self, const char *p, const char *stop, MusterChatEntry *entry)
{
  const char *name = find (p, stop, "margin-right:6px;");
  const char *name_end;
  const char *time;
  MusterHalf half = MUSTER_HALF_NONE;
  gboolean has_seconds;
  MusterSpan nick;
  int seconds;
  const char *q;

  name = name != NULL ? memchr (name, '>', (gsize) (stop - name)) : NULL;
  name_end = find (name, stop, "</div>");
  if (name_end == NULL)
    return FALSE;
  time = name_end + strlen ("</div>");
  q = muster_stamp_half (time, stop, &half);
  q = muster_stamp_clock (q != NULL ? q : time, stop, &seconds, &has_seconds);
  if (q == NULL)
    return FALSE;

  g_string_truncate (self->name, 0);
  append_text (self->name, name + 1, name_end);
  nick = (MusterSpan){ self->name->str, self->name->len };
  muster_chat_lines_split_id (&nick, &entry->sender_id);
  entry->sender_name = muster_chat_lines_strip_level (muster_span_trim (nick));
  g_string_truncate (self->body, 0);
  append_text (self->body, q, stop);
  entry->body = muster_span_trim ((MusterSpan){ self->body->str, self->body->len });
  entry->is_placeholder = muster_chat_lines_is_placeholder (entry->body);
  entry->has_date = self->day != MUSTER_DAY_NONE;
  entry->time = muster_stamp_apply_half (seconds, half) +
                (entry->has_date ? (gint64) self->day * SECONDS_PER_DAY : 0);
  if (muster_span_is (entry->sender_id, "10000") || muster_span_is (entry->sender_id, "1000000"))
    {
      entry->kind = MUSTER_CHAT_NOTICE;
      entry->sender_name = entry->sender_id = (MusterSpan){ NULL, 0 };
      muster_chat_lines_fill_fact (entry);
    }
  return TRUE;
}

static gboolean
muster_qq_mht_reader_next (MusterChatReader *reader, MusterChatEntry *entry, GError **error)
{
  static const char day_mark[] = "日期:";
  static const char object_mark[] = "消息对象:";
  MusterQqMhtReader *self = MUSTER_QQ_MHT_READER (reader);
  const char *cell;

  while ((cell = find (self->p, self->end, "<tr><td")) != NULL)
    {
      const char *stop = find (cell, self->end, "</td></tr>");
      const char *day, *object;

      if (stop == NULL)
        stop = self->end;
      if (stop - cell > MAX_CELL)
        {
          muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, self->line,
                                  _ ("A cell is longer than 16 MiB."));
          return FALSE;
        }
      for (; (day = memchr (self->counted, '\n', (gsize) (cell - self->counted))) != NULL;
           self->counted = day + 1)
        self->line++;
      self->p = stop;
      entry->line = self->line;
      if (fill_message (self, cell, stop, entry))
        {
          muster_chat_reader_set_position (reader, self->p - self->start);
          return TRUE;
        }
      day = find (cell, stop, day_mark);
      object = find (cell, stop, object_mark);
      if (day != NULL)
        muster_stamp_date_ymd (muster_stamp_skip_space (day + sizeof day_mark - 1, stop), stop,
                               &self->cache, &self->day);
      else if (object != NULL)
        take_title (self, object + sizeof object_mark - 1, stop);
    }
  return FALSE;
}

static void
muster_qq_mht_reader_finalize (GObject *object)
{
  MusterQqMhtReader *self = MUSTER_QQ_MHT_READER (object);

  g_string_free (self->name, TRUE);
  g_string_free (self->body, TRUE);

  G_OBJECT_CLASS (muster_qq_mht_reader_parent_class)->finalize (object);
}

static void
muster_qq_mht_reader_class_init (MusterQqMhtReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_qq_mht_reader_finalize;
  MUSTER_CHAT_READER_CLASS (klass)->begin = muster_qq_mht_reader_begin;
  MUSTER_CHAT_READER_CLASS (klass)->next = muster_qq_mht_reader_next;
}

static void
muster_qq_mht_reader_init (MusterQqMhtReader *self)
{
  self->name = g_string_new (NULL);
  self->body = g_string_new (NULL);
}

int
muster_qq_mht_reader_detect (const MusterProbe *probe)
{
  MusterSpan top = { probe->head.data, MIN (probe->head.length, 4096) };

  return muster_span_has (top, "Tencent") && muster_span_has (top, "multipart/related") ? 98 : 0;
}
