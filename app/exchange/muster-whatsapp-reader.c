/* muster-whatsapp-reader.c - WhatsApp's text export, and Signal's, which looks alike
 *
 * FORMATS.md 1.  One pass over the mapped text: a line either begins a message
 * or continues the last one.  The header of the next message is parsed once,
 * where the body before it ends.  Nothing is allocated per message.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-whatsapp-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-archive.h"
#include "muster-chat-reader-private.h"
#include "muster-input-error.h"
#include "muster-whatsapp-header.h"
#include "muster-whatsapp-phrases.h"
#include "muster-whatsapp-reader.h"

#define SECONDS_PER_DAY 86400
#define MAX_LINE (16 * 1024 * 1024)
#define MAX_NAME 150 /* bytes; a "name" longer than this is text with a colon in it */
#define SAMPLE_HEADERS 4000
#define SAMPLE_BLOCKS 16
#define SAMPLE_BLOCK_BYTES (64 * 1024)
#define N_KNOWN 16384 /* a power of two */
#define N_WAYS 4      /* names that may share a hash */

struct _MusterWhatsappReader
{
  MusterChatReader parent_instance;

  MusterSpan text;
  const char *p;        /* behind the header in @header */
  const char *line_end; /* of the line that @header is in */
  guint64 line;         /* of that header */
  gboolean pending;     /* @header begins a message that was not handed out */
  gboolean takes_loose;
  gboolean is_whatsapp;
  MusterWhatsappHeader header;
  MusterDateOrders orders;
  MusterDayCache cache;
  MusterDay day;  /* of the last message */
  guint32 *known; /* owned, N_KNOWN: names that were found to be no notices, by hash */
};

G_DEFINE_FINAL_TYPE (MusterWhatsappReader, muster_whatsapp_reader, MUSTER_TYPE_CHAT_READER)

static inline const char *
find_line_end (const char *p, const char *end)
{
  const char *line_end = memchr (p, '\n', (gsize) (end - p));

  return line_end != NULL ? line_end : end;
}

static inline gboolean
is_header (MusterWhatsappReader *self, const char *line, const char *line_end,
           MusterWhatsappHeader *header)
{
  return muster_whatsapp_header_parse_again (line, line_end, header) &&
         (!header->is_loose || self->takes_loose);
}

/* Headers from the beginning, the end and places between, so that the order of the dates is
 * known before the first message is handed out. */
static void
sample_headers (MusterWhatsappReader *self, GArray *headers)
{
  const char *end = self->text.data + self->text.length;
  gsize step = self->text.length / SAMPLE_BLOCKS;
  MusterWhatsappHeader header = { 0 };

  for (guint block = 0; block < SAMPLE_BLOCKS; block++)
    {
      const char *p = self->text.data + step * block;
      const char *stop = step > SAMPLE_BLOCK_BYTES ? p + SAMPLE_BLOCK_BYTES : p + step;
      guint limit = SAMPLE_HEADERS / SAMPLE_BLOCKS * (block + 1);

      if (block == SAMPLE_BLOCKS - 1)
        stop = end;
      if (block > 0)
        {
          p = find_line_end (p - 1, end);
          p += p < end;
        }
      while (p < stop && headers->len < limit)
        {
          const char *line_end = find_line_end (p, end);
          if (is_header (self, p, line_end, &header))
            g_array_append_val (headers, header);
          p = line_end < end ? line_end + 1 : end;
        }
    }
}

static gboolean
take_archive (MusterChatReader *reader, GError **error)
{
  MusterTextSource *source = muster_chat_reader_get_source (reader);
  g_autoptr (MusterTextSource) inner = muster_archive_extract_chat (source, error);

  if (inner == NULL)
    return FALSE;
  muster_chat_reader_set_source (reader, inner);
  return TRUE;
}

/* The group's name as the file name gives it. */
static void
take_title (MusterChatReader *reader, const char *path)
{
  static const struct
  {
    const char *before, *after;
  } frames[] = {
    { "WhatsApp Chat with ", ".txt" }, { "WhatsApp Chat with ", ".zip" },
    { "WhatsApp Chat - ", ".zip" },    { "WhatsApp Chat - ", ".txt" },
    { "与", "的 WhatsApp 聊天.txt" },  { "與", "的WhatsApp對話.txt" },
    { "WhatsApp Chat mit ", ".txt" },  { "Chat de WhatsApp con ", ".txt" },
  };
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    if (g_str_has_prefix (name, frames[i].before) && g_str_has_suffix (name, frames[i].after))
      {
        const char *start = name + strlen (frames[i].before);

        muster_chat_reader_set_title (
            reader, muster_span (start, name + strlen (name) - strlen (frames[i].after)));
        return;
      }
}

/* Moves to the first header; what stands before it belongs to no message. */
static void
find_first (MusterWhatsappReader *self)
{
  const char *end = self->text.data + self->text.length;
  const char *p = self->text.data;

  self->line = 1;
  while (p < end)
    {
      const char *line_end = find_line_end (p, end);

      if (is_header (self, p, line_end, &self->header))
        {
          self->p = self->header.rest;
          self->line_end = line_end;
          self->pending = TRUE;
          return;
        }
      p = line_end < end ? line_end + 1 : end;
      self->line++;
    }
  self->pending = FALSE;
}

static gboolean
muster_whatsapp_reader_begin (MusterChatReader *reader, const MusterChatOptions *options,
                              GError **error)
{
  MusterWhatsappReader *self = MUSTER_WHATSAPP_READER (reader);
  MusterTextSource *source = muster_chat_reader_get_source (reader);
  g_autoptr (GArray) headers = g_array_new (FALSE, FALSE, sizeof (MusterWhatsappHeader));
  gboolean guessed;

  take_title (reader, muster_text_source_get_name (source));
  if (muster_text_source_is_archive (source) && !take_archive (reader, error))
    return FALSE;

  source = muster_chat_reader_get_source (reader);
  self->text.data = muster_text_source_get_data (source, &self->text.length);
  self->day = MUSTER_DAY_NONE;
  self->is_whatsapp = g_strcmp0 (muster_chat_reader_get_platform (reader), "whatsapp") == 0;
  self->takes_loose = TRUE;
  find_first (self);
  if (!self->pending)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 1,
                              _ ("No message begins anywhere in this text."));
      return FALSE;
    }
  sample_headers (self, headers);
  muster_date_orders_decide (&self->orders, (const MusterWhatsappHeader *) (gpointer) headers->data,
                             headers->len, options, &guessed);
  if (guessed)
    muster_chat_reader_set_date_order_guessed (reader);
  return TRUE;
}

static inline guint64
read_word (const char *p)
{
  guint64 word;

  memcpy (&word, p, sizeof word);
  return word;
}

/* Of all its bytes, eight at a time, the last eight twice rather than fewer. */
static inline guint64
hash_name (MusterSpan name)
{
  guint64 hash = name.length * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  guint64 last = 0;

  if (name.length >= 8)
    {
      for (gsize i = 0; i + 8 < name.length; i += 8)
        {
          hash = (hash ^ read_word (name.data + i)) * G_GUINT64_CONSTANT (0xFF51AFD7ED558CCD);
          hash ^= hash >> 32;
        }
      last = read_word (name.data + name.length - 8);
    }
  else
    for (gsize i = 0; i < name.length; i++)
      last = last << 8 | (guint8) name.data[i];

  hash = (hash ^ last) * G_GUINT64_CONSTANT (0xFF51AFD7ED558CCD);
  return hash ^ hash >> 32;
}

/* Whether the text before the first colon is a name.  It is not when WhatsApp's own words
 * are in it; a name that was looked at once is remembered. */
static gboolean
is_name (MusterWhatsappReader *self, MusterSpan name)
{
  guint64 both = hash_name (name);
  guint32 *set = &self->known[both & (N_KNOWN - 1) & ~(guint64) (N_WAYS - 1)];
  guint32 hash = (guint32) (both >> 32) | 1;
  MusterWhatsappNotice notice;
  guint free_way = name.length % N_WAYS;

  for (guint i = 0; i < N_WAYS; i++)
    {
      if (set[i] == hash)
        return TRUE;
      if (set[i] == 0)
        {
          free_way = i;
          break;
        }
    }
  if (self->is_whatsapp && muster_whatsapp_match_notice (name, MUSTER_WHATSAPP_STRICT, &notice))
    return FALSE;
  set[free_way] = hash;
  return TRUE;
}

static gboolean
split_sender (MusterWhatsappReader *self, const char *start, const char *end, MusterSpan *out_name,
              const char **out_body)
{
  const char *colon = memchr (start, ':', (gsize) MIN (end - start, MAX_NAME));
  MusterSpan name;

  if (colon == NULL || colon == start)
    return FALSE;
  name = muster_span (start, colon);
  if (memchr (name.data, '\n', name.length) != NULL || !is_name (self, name))
    return FALSE;

  *out_name = name;
  *out_body = colon + 1;
  return TRUE;
}

/* The first three bytes, a Han character: a call would cost more than it compares. */
static inline gboolean
begin_alike (MusterSpan body, MusterSpan name)
{
  gsize n = MIN (name.length, 3);

  if (body.length <= name.length)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (body.data[i] != name.data[i])
      return FALSE;
  return TRUE;
}

static gboolean
starts_with_name (MusterSpan body, MusterSpan name)
{
  guint8 first = body.length > 0 ? (guint8) body.data[0] : 0;

  /* Han and letters of other scripts stand for themselves: most bodies end here. */
  if (first != '~' && !(first >= 0xC2 && first < 0xE4) && first != 0xEF &&
      !begin_alike (body, name))
    return FALSE;
  body = muster_whatsapp_clean_name (body);
  return name.length > 0 && body.length > name.length &&
         memcmp (body.data, name.data, name.length) == 0;
}

/* iOS prints notices with a sender and a mark before them; Android some with the sender twice. */
static gboolean
is_notice_body (MusterSpan body, gboolean has_mark, MusterSpan name, MusterWhatsappNotice *notice)
{
  if (has_mark)
    return memchr (body.data, '\n', body.length) == NULL &&
           muster_whatsapp_match_notice (body, MUSTER_WHATSAPP_LOOSE, notice);
  return (starts_with_name (body, name) || muster_span_begins (body, "You ")) &&
         muster_whatsapp_match_notice (body, MUSTER_WHATSAPP_STRICT, notice);
}

static void
fill_notice (MusterChatReader *reader, MusterChatEntry *entry, MusterSpan text,
             const MusterWhatsappNotice *notice)
{
  entry->kind = MUSTER_CHAT_NOTICE;
  entry->body = text;
  entry->fact = (guint8) notice->fact;
  entry->subject = notice->subject;
  if (notice->actor.length > 0)
    entry->sender_name = notice->actor;
  if (notice->fact == MUSTER_CHAT_FACT_GROUP_RENAMED)
    muster_chat_reader_set_title (reader, notice->subject);
}

static void
fill_unsigned (MusterWhatsappReader *self, MusterChatEntry *entry, MusterSpan text)
{
  MusterWhatsappNotice notice = { 0 };

  text = muster_span_trim (text);
  muster_whatsapp_match_notice (text, MUSTER_WHATSAPP_LOOSE, &notice);
  fill_notice (MUSTER_CHAT_READER (self), entry, text, &notice);
}

/* Whether what looks like a message is a notice. */
static gboolean
fill_signed_notice (MusterWhatsappReader *self, MusterChatEntry *entry, MusterSpan name,
                    MusterSpan text, gboolean has_mark)
{
  MusterChatReader *reader = MUSTER_CHAT_READER (self);
  MusterWhatsappNotice notice = { 0 };

  if (!is_notice_body (text, has_mark, name, &notice))
    return FALSE;

  /* iOS lets the group itself say that it is encrypted. */
  if (has_mark && !starts_with_name (text, name) && muster_chat_reader_get_title (reader) == NULL)
    muster_chat_reader_set_title (reader, name);
  fill_notice (reader, entry, text, &notice);
  return TRUE;
}

static void
fill_content (MusterWhatsappReader *self, MusterChatEntry *entry, const char *start,
              const char *body_end)
{
  MusterSpan name = { NULL, 0 };
  const char *body;
  const char *clean;
  MusterSpan text;
  gboolean has_mark;

  if (!split_sender (self, start, body_end, &name, &body))
    {
      fill_unsigned (self, entry, muster_span (start, body_end));
      return;
    }

  if (body < body_end && *body == ' ')
    body++;
  clean = body < body_end ? muster_stamp_skip_invisible (body, body_end) : body;
  has_mark = clean != body;
  text = muster_span_trim_lines (muster_span (clean, body_end));
  name = g_ascii_isalpha (name.data[0]) && (guint8) name.data[name.length - 1] < 0x80
             ? muster_span_trim_lines (name)
             : muster_whatsapp_clean_name (name);
  entry->sender_name = name;
  entry->body = text;
  if (!self->is_whatsapp || (!has_mark && !starts_with_name (text, name)) ||
      !fill_signed_notice (self, entry, name, text, has_mark))
    entry->is_placeholder = muster_whatsapp_is_placeholder (text, has_mark);
}

static inline gboolean
may_begin_header (guint8 c)
{
  return (guint8) (c - '0') < 10 || c == '[' || c >= 0xD8 || c < 0x20;
}

/* Finds where the body ends: at the next header, or at the end.  FALSE beyond the limit. */
static gboolean
find_body_end (MusterWhatsappReader *self, const char **out_end, guint64 *out_line, GError **error)
{
  const char *end = self->text.data + self->text.length;
  const char *line_start = self->p;
  const char *line_end = self->line_end;
  guint64 line = self->line;

  while (TRUE)
    {
      const char *previous_end = line_end;

      if (G_UNLIKELY (line_end - line_start > MAX_LINE))
        {
          muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, line,
                                  _ ("This line is longer than 16 MiB."));
          return FALSE;
        }
      if (line_end >= end)
        {
          *out_end = end;
          self->pending = FALSE;
          break;
        }
      line_start = line_end + 1;
      line++;
      line_end = find_line_end (line_start, end);
      if (line_start < end && may_begin_header ((guint8) *line_start) &&
          is_header (self, line_start, line_end, &self->header))
        {
          *out_end = previous_end;
          self->p = self->header.rest;
          self->line_end = line_end;
          break;
        }
    }
  *out_line = line;
  return TRUE;
}

static gboolean
muster_whatsapp_reader_next (MusterChatReader *reader, MusterChatEntry *entry, GError **error)
{
  MusterWhatsappReader *self = (MusterWhatsappReader *) reader; /* called for each message */

  while (self->pending)
    {
      const char *start = self->p;
      guint64 line = self->line;
      const char *body_end;

      if (!self->header.is_same_date || self->day == MUSTER_DAY_NONE)
        self->day = muster_date_orders_get_day (&self->orders, &self->header, &self->cache);
      entry->time = (gint64) self->day * SECONDS_PER_DAY + self->header.seconds;
      if (!find_body_end (self, &body_end, &self->line, error))
        return FALSE;

      if (self->day == MUSTER_DAY_NONE)
        {
          muster_warnings_add (muster_chat_reader_get_warnings (reader), line,
                               _ ("There is no such date; the message was left out."));
          continue;
        }
      entry->line = line;
      fill_content (self, entry, start, body_end);
      muster_chat_reader_set_position (reader, self->p - self->text.data);
      return TRUE;
    }
  return FALSE;
}

static void
muster_whatsapp_reader_finalize (GObject *object)
{
  g_free (MUSTER_WHATSAPP_READER (object)->known);

  G_OBJECT_CLASS (muster_whatsapp_reader_parent_class)->finalize (object);
}

static void
muster_whatsapp_reader_class_init (MusterWhatsappReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_whatsapp_reader_finalize;
  MUSTER_CHAT_READER_CLASS (klass)->begin = muster_whatsapp_reader_begin;
  MUSTER_CHAT_READER_CLASS (klass)->next = muster_whatsapp_reader_next;
}

static void
muster_whatsapp_reader_init (MusterWhatsappReader *self)
{
  self->known = g_new0 (guint32, N_KNOWN);
}

typedef struct
{
  guint lines;
  guint headers;
  guint loose;
  guint bracketed_iso;
  guint with_sender;
} Census;

static Census
count_headers (MusterSpan head)
{
  Census census = { 0 };
  const char *end = head.data + head.length;

  for (const char *p = head.data; p < end && census.lines < 400;)
    {
      const char *line_end = find_line_end (p, end);
      MusterWhatsappHeader header;

      if (line_end > p + 1)
        census.lines++;
      if (muster_whatsapp_header_parse (p, line_end, &header))
        {
          gboolean is_iso = header.digits[0] == 4 && header.separator == '-';

          if (header.is_loose)
            census.loose += !is_iso;
          else
            census.headers++;
          census.bracketed_iso += is_iso && header.is_bracketed;
          census.with_sender += memchr (header.rest, ':', (gsize) (line_end - header.rest)) != NULL;
        }
      p = line_end + 1;
    }
  return census;
}

/**
 * muster_whatsapp_reader_detect:
 *
 * A ZIP with a text that is such a log, or a text with headers of the grammar.
 */
int
muster_whatsapp_reader_detect (const MusterProbe *probe)
{
  Census census;

  if (muster_text_source_is_archive (probe->source))
    return muster_archive_has_chat (probe->source) ? 90 : 0;

  census = count_headers (probe->head);
  if (census.headers + census.loose == 0)
    return 0;
  if (census.headers == 0)
    return census.with_sender > 0 ? 60 : 0;
  if (census.bracketed_iso == census.headers)
    return 75;
  return census.headers * 4 >= census.lines || census.headers >= 3 ? 95 : 80;
}

/**
 * muster_whatsapp_reader_detect_signal:
 *
 * The text export of Signal has the same headers, an ISO date, and calls oneself "Me".
 */
int
muster_whatsapp_reader_detect_signal (const MusterProbe *probe)
{
  Census census = count_headers (probe->head);

  if (census.headers == 0 || census.bracketed_iso != census.headers)
    return 0;
  return muster_span_has (probe->head, "] Me: ") ? 85 : 60;
}
