/* muster-reply-lines.c - replies as people paste them
 *
 * “张三：收到”, “张三 收到”, “收到-张三”, a 接龙, a bare list of names, or what comes
 * out of a chat window: a line that says who (and when), below it what they
 * wrote.  What can't be read as an answer is kept with its text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-reply-lines"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-input-error.h"
#include "muster-relay-list.h"
#include "muster-reply-lines.h"
#include "muster-stamp.h"

#define MAX_LINES 20000
#define MAX_NAME 40    /* letters of a name that nobody knows */
#define MAX_BYTES 1000 /* of a line that can be a reply */
#define SECONDS_PER_DAY 86400

/* One line, looked at. */
typedef struct
{
  guint64 number;
  char *text;          /* owned: as it stands */
  char *plain;         /* owned: without number and time */
  gint64 time;         /* wall clock, or MUSTER_REPLY_NO_TIME */
  gboolean is_stamped; /* has a time of day at its end: says who writes below */
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_free (line->plain);
  g_free (line);
}

static MusterReply *
add (GPtrArray *replies, const Line *line, const char *name, const char *text)
{
  MusterReply *reply = g_new0 (MusterReply, 1);

  reply->line = line->number;
  reply->text = g_strdup (text);
  reply->name = g_strdup (name);
  reply->time = line->time;
  g_ptr_array_add (replies, reply);
  return reply;
}

/* A date as people write it, before a time: 2026-11-20, 20.11.2026, 20/11/2026. */
static const char *
read_date (const char *p, const char *end, MusterDay *out_day)
{
  MusterDayCache cache = { 0 };
  int parts[3];
  guint digits = 0;
  const char *q = muster_stamp_date_ymd (p, end, &cache, out_day);

  if (q != NULL && *out_day != MUSTER_DAY_NONE)
    return q;
  for (guint i = 0; i < 3; i++)
    {
      p = p != NULL ? muster_stamp_number (p, end, i < 2 ? 2 : 4, &parts[i], &digits) : NULL;
      if (p == NULL || (i < 2 && (p >= end || (*p != '.' && *p != '/'))))
        return NULL;
      p += i < 2;
    }
  if (digits == 2)
    parts[2] += 2000;
  *out_day = muster_stamp_day (&cache, parts[2], parts[1], parts[0]);
  return *out_day != MUSTER_DAY_NONE ? p : NULL;
}

/* [DATE[,] ]H:MM[:SS] at @p, in brackets or not; NULL if there is none. */
static const char *
read_stamp (const char *p, const char *end, gint64 *out_time)
{
  gboolean bracket = p < end && *p == '[';
  MusterDay day = MUSTER_DAY_NONE;
  gboolean has_seconds;
  const char *q, *behind;
  int seconds;

  p += bracket;
  q = read_date (p, end, &day);
  if (q == NULL)
    {
      day = MUSTER_DAY_NONE;
      q = p;
    }
  while (q < end && (*q == ' ' || *q == ',' || *q == 'T'))
    q++;
  behind = muster_stamp_clock (q, end, &seconds, &has_seconds);
  if (behind == NULL || behind == q || memchr (q, ':', (gsize) (behind - q)) == NULL)
    return NULL;
  if (bracket && (behind >= end || *behind != ']'))
    return NULL;

  *out_time =
      day != MUSTER_DAY_NONE ? (gint64) day * SECONDS_PER_DAY + seconds : MUSTER_REPLY_NO_TIME;
  return behind + bracket;
}

/* Takes the time off the beginning or the end of the line. */
static void
take_stamp (Line *line)
{
  const char *start = line->plain, *end = start + strlen (start);
  const char *behind = read_stamp (start, end, &line->time);

  if (behind != NULL && behind < end && (*behind == ' ' || behind[-1] == ']'))
    {
      char *rest = g_strstrip (g_strdup (behind));

      g_free (line->plain);
      line->plain = rest;
      return;
    }
  for (const char *p = start; *p != '\0'; p++)
    if (p > start && (p[-1] == ' ' || p[-1] == '\t' || p[-1] == ',') &&
        read_stamp (p, end, &line->time) == end)
      {
        line->is_stamped = TRUE;
        line->plain[p - start] = '\0';
        g_strchomp (line->plain);
        if (g_str_has_suffix (line->plain, ","))
          line->plain[strlen (line->plain) - 1] = '\0';
        return;
      }
  line->time = MUSTER_REPLY_NO_TIME;
}

/* “1. ”, “2、”, “(3)”, “- ”, “• ” before a line; 1 alone is an answer. */
static const char *
skip_number (const char *text)
{
  static const char *const marks[] = { ".", "、", ")", "）", "．" };
  static const char *const bullets[] = { "- ", "• ", "· ", "* " };
  const char *p = text;

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      return text + strlen (bullets[i]);
  if (*p == '(' || g_str_has_prefix (p, "（"))
    p = g_utf8_next_char (p);
  while (g_ascii_isdigit (*p))
    p++;
  for (guint i = 0; p > text && i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (p, marks[i]) && p[strlen (marks[i])] != '\0' &&
        !g_ascii_isdigit (p[strlen (marks[i])]))
      return p + strlen (marks[i]);

  return text;
}

static gboolean
split_lines (MusterSpan text, GPtrArray *lines, GError **error)
{
  g_autofree char *copy = g_strndup (text.data, text.length);
  g_auto (GStrv) split = g_strsplit (copy, "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      Line *line = g_new0 (Line, 1);

      line->number = i + 1;
      line->text = g_strstrip (g_utf8_make_valid (split[i], -1));
      line->plain = g_strstrip (g_strdup (skip_number (line->text)));
      take_stamp (line);
      g_ptr_array_add (lines, line);
      if (lines->len <= MAX_LINES)
        continue;
      muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, line->number,
                              _ ("These are more than %d lines; that is no list of replies."),
                              MAX_LINES);
      return FALSE;
    }
  return TRUE;
}

/* Something that could be a name: short, and no sentence. */
static gboolean
could_be_name (const char *text)
{
  return *text != '\0' && g_utf8_strlen (text, -1) <= MAX_NAME && strpbrk (text, "?!") == NULL &&
         strstr (text, "。") == NULL && strstr (text, "？") == NULL && strstr (text, "，") == NULL;
}

static void
settle (MusterReplyMatcher *matcher, MusterReply *reply, MusterReceiptState answer)
{
  reply->answer = answer;
  reply->who = reply->name != NULL
                   ? muster_reply_matcher_find (matcher, NULL, NULL, reply->name, &reply->member)
                   : MUSTER_IDENTITY_NOBODY;
}

/* Names between commas and the like, all with the same answer; FALSE if that is no list. */
static gboolean
add_names (MusterReplyMatcher *matcher, const Line *line, const char *text,
           MusterReceiptState answer, GPtrArray *replies)
{
  g_auto (GStrv) names = g_regex_split_simple ("[、，,;；\\t]|  +", text, 0, 0);
  guint n_known = 0, n = g_strv_length (names);
  MusterIdentityVerdict who;
  guint member;

  for (guint i = 0; i < n; i++)
    n_known += muster_reply_matcher_is_name (matcher, g_strstrip (names[i]), &who, &member);
  if (n < 2 || n_known * 2 < n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (*names[i] != '\0')
      settle (matcher, add (replies, line, names[i], names[i]), answer);
  return TRUE;
}

/* “张三：收到”: whose name it is, and what they wrote. */
static gboolean
read_colon (MusterReplyMatcher *matcher, const Line *line, GPtrArray *replies)
{
  const char *narrow = strchr (line->plain, ':'), *wide = strstr (line->plain, "：");
  const char *colon = narrow == NULL || (wide != NULL && wide < narrow) ? wide : narrow;
  g_autofree char *name = NULL;
  MusterIdentityVerdict who;
  MusterReceiptState answer;
  MusterReply *reply;
  guint member;

  if (colon == NULL || colon == line->plain)
    return FALSE;
  name = g_strstrip (g_strndup (line->plain, (gsize) (colon - line->plain)));
  answer = muster_answers_judge (muster_reply_matcher_get_answers (matcher),
                                 colon + (colon == wide ? strlen ("：") : 1));
  if (!muster_reply_matcher_is_name (matcher, name, &who, &member) &&
      add_names (matcher, line, name, answer, replies))
    return TRUE;
  if (answer == MUSTER_RECEIPT_NONE && who == MUSTER_IDENTITY_NOBODY)
    return FALSE;

  reply = add (replies, line, name, line->text);
  settle (matcher, reply, answer);
  return TRUE;
}

/* “张三 收到”, “张三收到”, “张三、李四 收到”. */
static gboolean
read_tail (MusterReplyMatcher *matcher, const Line *line, GPtrArray *replies)
{
  gsize length = 0;
  MusterReceiptState answer =
      muster_answers_find_tail (muster_reply_matcher_get_answers (matcher), line->plain, &length);
  g_autofree char *head = g_strchomp (g_strndup (line->plain, length));
  MusterIdentityVerdict who;
  guint member;
  gboolean is_name;

  for (gsize n = strlen (head); n > 0 && strchr ("-,_ ", head[n - 1]) != NULL; n--)
    head[n - 1] = '\0';
  if (answer == MUSTER_RECEIPT_NONE || *head == '\0')
    return FALSE;
  is_name = muster_reply_matcher_is_name (matcher, head, &who, &member);
  if (!is_name && add_names (matcher, line, head, answer, replies))
    return TRUE;
  if (!is_name && (who != MUSTER_IDENTITY_NOBODY || !could_be_name (head)))
    return FALSE;

  settle (matcher, add (replies, line, head, line->text), answer);
  return TRUE;
}

/* A name with something beside it, “收到-张三”, or alone, or several. */
static gboolean
read_name (MusterReplyMatcher *matcher, const Line *line, GPtrArray *replies)
{
  MusterAnswers *answers = muster_reply_matcher_get_answers (matcher);
  MusterReceiptState answer = MUSTER_RECEIPT_NONE;
  MusterIdentityVerdict who;
  guint member = 0;
  gboolean is_name = muster_reply_matcher_is_name (matcher, line->plain, &who, &member);
  MusterReply *reply;

  if (who == MUSTER_IDENTITY_ONE)
    {
      g_autofree char *rest = muster_reply_matcher_dup_rest (matcher, member, line->plain);

      answer = muster_answers_judge (answers, rest);
    }
  if (answer == MUSTER_RECEIPT_NONE && !is_name &&
      add_names (matcher, line, line->plain, MUSTER_RECEIPT_RECEIVED, replies))
    return TRUE;
  if (who == MUSTER_IDENTITY_NOBODY)
    return FALSE;

  reply = add (replies, line, line->plain, line->text);
  reply->who = who;
  reply->member = member;
  reply->answer = answer == MUSTER_RECEIPT_NONE && is_name ? MUSTER_RECEIPT_RECEIVED : answer;
  return TRUE;
}

static void
read_line (MusterReplyMatcher *matcher, const Line *line, GPtrArray *replies)
{
  MusterIdentityVerdict who;
  guint member;

  if (strlen (line->plain) > MAX_BYTES)
    {
      g_autofree char *begin = g_utf8_substring (line->text, 0, MAX_NAME);
      g_autofree char *text = g_strconcat (begin, "…", NULL);

      (void) add (replies, line, NULL, text);
      return;
    }
  if (read_colon (matcher, line, replies))
    return;
  if (!muster_reply_matcher_is_name (matcher, line->plain, &who, &member) &&
      read_tail (matcher, line, replies))
    return;
  if (read_name (matcher, line, replies))
    return;

  /* an answer of nobody, or no answer at all */
  (void) add (replies, line, NULL, line->text);
  ((MusterReply *) replies->pdata[replies->len - 1])->answer =
      muster_answers_judge (muster_reply_matcher_get_answers (matcher), line->plain);
}

static gboolean
is_answer_alone (MusterReplyMatcher *matcher, const Line *line)
{
  return *line->plain != '\0' && muster_answers_judge (muster_reply_matcher_get_answers (matcher),
                                                       line->plain) != MUSTER_RECEIPT_NONE;
}

/* Whether the line says who wrote what stands below: a name with a time or a colon, or one with
 * an answer alone in the next line. */
static gboolean
is_heading (MusterReplyMatcher *matcher, GPtrArray *lines, guint i)
{
  const Line *line = lines->pdata[i];
  const Line *next = i + 1 < lines->len ? lines->pdata[i + 1] : NULL;
  MusterIdentityVerdict who;
  guint member;

  if (*line->plain == '\0' || next == NULL || *next->text == '\0')
    return FALSE;
  if (line->is_stamped || g_str_has_suffix (line->plain, ":") ||
      g_str_has_suffix (line->plain, "："))
    return could_be_name (line->plain);

  return is_answer_alone (matcher, next) && !is_answer_alone (matcher, line) &&
         (muster_reply_matcher_is_name (matcher, line->plain, &who, &member) ||
          (could_be_name (line->plain) && strpbrk (line->plain, " :") == NULL &&
           strstr (line->plain, "：") == NULL));
}

/* Below a heading, to the next heading or an empty line; returns the last line read. */
static guint
read_block (MusterReplyMatcher *matcher, GPtrArray *lines, guint i, GPtrArray *replies)
{
  const Line *heading = lines->pdata[i];
  g_autofree char *name = g_strdup (heading->plain);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (heading->text);
  MusterReply *reply;

  if (g_str_has_suffix (name, "："))
    name[strlen (name) - strlen ("：")] = '\0';
  else if (g_str_has_suffix (name, ":"))
    name[strlen (name) - 1] = '\0';
  for (; i + 1 < lines->len && !(body->len > 0 && is_heading (matcher, lines, i + 1)); i++)
    {
      const Line *line = lines->pdata[i + 1];

      if (*line->text == '\0')
        break;
      g_string_append_printf (body, "%s%s", body->len > 0 ? "\n" : "", line->text);
      g_string_append_printf (text, "\n%s", line->text);
    }
  reply = add (replies, heading, g_strstrip (name), text->str);
  settle (matcher, reply,
          muster_answers_judge (muster_reply_matcher_get_answers (matcher), body->str));
  return i;
}

/* What an entry says beside the name: nothing is an answer, too. */
static MusterReceiptState
judge_entry (MusterReplyMatcher *matcher, const MusterReply *reply, const char *rest)
{
  MusterAnswers *answers = muster_reply_matcher_get_answers (matcher);
  g_autofree char *beside = NULL;
  MusterIdentityVerdict who;
  MusterReceiptState said;
  guint member;

  if (*rest == '\0' || muster_reply_matcher_is_name (matcher, reply->text, &who, &member))
    return MUSTER_RECEIPT_RECEIVED;
  said = muster_answers_judge (answers, rest);
  if (said != MUSTER_RECEIPT_NONE || reply->who != MUSTER_IDENTITY_ONE)
    return said;

  beside = muster_reply_matcher_dup_rest (matcher, reply->member, reply->text);
  return muster_answers_judge (answers, beside);
}

/**
 * muster_reply_lines_read_relay:
 * @text: a 接龙; of several versions the last counts
 * @line: of @text within the whole, from 1
 * @time: when it was posted, or %MUSTER_REPLY_NO_TIME
 *
 * Who stands in the list with nothing beside the name has answered.
 */
void
muster_reply_lines_read_relay (MusterReplyMatcher *matcher, MusterSpan text, guint64 line,
                               gint64 time, GPtrArray *replies, MusterWarnings *warnings)
{
  MusterRelayList list;
  MusterSpan entry;
  guint64 at;

  if (!muster_relay_list_init (&list, text))
    return;
  while (muster_relay_list_next (&list, &entry, &at, warnings))
    {
      g_autofree char *whole = muster_span_dup (entry);
      MusterSpan span = muster_relay_list_get_name (entry);
      g_autofree char *name = muster_span_dup (span);
      g_autofree char *rest = g_strstrip (g_strdup (whole + span.length));
      const Line place = { .number = line + at - 1, .time = time };
      MusterReply *reply = add (replies, &place, name, whole);

      settle (matcher, reply, MUSTER_RECEIPT_NONE);
      if (reply->who == MUSTER_IDENTITY_NOBODY) /* the name may have spaces */
        reply->who = muster_reply_matcher_find (matcher, NULL, NULL, whole, &reply->member);
      reply->answer = judge_entry (matcher, reply, rest);
    }
}

/**
 * muster_reply_lines_read:
 * @text: anything that somebody pasted
 * @replies: (element-type MusterReply): they are added to it
 */
gboolean
muster_reply_lines_read (MusterReplyMatcher *matcher, MusterSpan text, GPtrArray *replies,
                         MusterWarnings *warnings, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  MusterRelayList list;

  if (muster_relay_list_init (&list, text))
    {
      muster_reply_lines_read_relay (matcher, text, 1, MUSTER_REPLY_NO_TIME, replies, warnings);
      return TRUE;
    }
  if (!split_lines (text, lines, error))
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = lines->pdata[i];

      if (*line->text == '\0')
        continue;
      if (is_heading (matcher, lines, i))
        i = read_block (matcher, lines, i, replies);
      else
        read_line (matcher, line, replies);
    }
  return TRUE;
}
