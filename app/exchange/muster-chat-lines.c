/* muster-chat-lines.c - what the line by line chat formats share
 *
 * Lines within a limit, the account in brackets behind a name, QQ's levels and
 * notices, and the words that stand for pictures and files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-chat-lines"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-chat-lines.h"
#include "muster-input-error.h"
#include "muster-stamp.h"

/* What QQ puts before a card in 【】: levels and offices.  Anything else is the card's own. */
static const char *const levels[] = { "潜水", "冒泡", "吐槽", "活跃",
                                      "话唠", "传说", "群主", "管理员" };

static const char *const placeholders[] = {
  "[图片]",
  "[表情]",
  "[语音]",
  "[视频]",
  "[文件]",
  "[红包]",
  "[位置]",
  "[动画表情]",
  "[链接]",
  "[名片]",
  "[照片]",
  "[貼圖]",
  "[影片]",
  "[語音訊息]",
  "[檔案]",
  "[記事本]",
  "[スタンプ]",
  "[写真]",
  "[動画]",
  "[ファイル]",
  "[位置情報]",
  "[ノート]",
  "[アルバム]",
  "[ボイスメッセージ]",
  "[Photo]",
  "[Sticker]",
  "[Video]",
  "[Voice message]",
  "[Location]",
  "[File]",
  "Photos",
  "Videos",
  "Stickers",
  "Audio",
  "사진",
  "동영상",
  "이모티콘",
  "삭제된 메시지입니다.",
  "메시지가 삭제되었습니다.",
};

void
muster_chat_lines_init (MusterChatLines *self, MusterSpan text)
{
  *self = (MusterChatLines){ text.data, text.data, text.data + text.length, 1 };
}

/* Sets the error of a line beyond the limit. */
void
muster_chat_lines_fail (const MusterChatLines *self, GError **error)
{
  muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, self->line,
                          _ ("This line is longer than 16 MiB."));
}

/**
 * muster_chat_lines_split_id:
 * @name: (inout): "nick(12345678)" or "nick<mail>"; without the account afterwards
 * @out_id: (out): the account
 *
 * The last bracket counts: nicks contain brackets too.
 */
gboolean
muster_chat_lines_split_id (MusterSpan *name, MusterSpan *out_id)
{
  char last = name->length > 2 ? name->data[name->length - 1] : '\0';
  char open = last == ')' ? '(' : last == '>' ? '<' : '\0';
  const char *start;
  MusterSpan id;

  if (open == '\0')
    return FALSE;
  if (open == '(') /* nearly always a number */
    {
      const char *p = name->data + name->length - 2;

      while (p > name->data && (guint8) (*p - '0') < 10)
        p--;
      if (*p == '(' && p < name->data + name->length - 2)
        {
          *out_id = muster_span (p + 1, name->data + name->length - 1);
          *name = muster_span (name->data, p);
          return TRUE;
        }
    }
  start = memrchr (name->data, open, name->length - 1);
  if (start == NULL)
    return FALSE;
  id = muster_span (start + 1, name->data + name->length - 1);
  if (id.length == 0 || id.length > 128 || memchr (id.data, ' ', id.length) != NULL ||
      (open == '<' && memchr (id.data, '@', id.length) == NULL))
    return FALSE;
  for (gsize i = 0; i < id.length; i++)
    if ((guint8) id.data[i] >= 0x80)
      return FALSE;
  *out_id = id;
  *name = muster_span (name->data, start);
  return TRUE;
}

/**
 * muster_chat_lines_strip_level:
 *
 * Returns: the card without QQ's level before it
 */
MusterSpan
muster_chat_lines_strip_level (MusterSpan name)
{
  static const char open[] = "【";
  static const char close[] = "】";
  gsize width = sizeof open - 1;

  while (muster_span_begins (name, open))
    {
      const char *stop = memmem (name.data, name.length, close, width);
      MusterSpan level;
      gboolean known = FALSE;

      if (stop == NULL)
        break;
      level = muster_span (name.data + width, stop);
      for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
        known |= muster_span_is (level, levels[i]);
      if (!known)
        break;
      name = muster_span (stop + width, name.data + name.length);
    }
  return name;
}

static gboolean
match_suffix (MusterSpan text, const char *suffix, MusterSpan *out_before)
{
  if (!muster_span_ends (text, suffix))
    return FALSE;
  *out_before = (MusterSpan){ text.data, text.length - strlen (suffix) };
  return TRUE;
}

/* "张三" and “张三” stand for 张三. */
static MusterSpan
strip_quotes (MusterSpan name)
{
  static const char *const quotes[] = { "\"", "“", "”" };

  name = muster_span_trim (name);
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      gsize length = strlen (quotes[i]);

      if (muster_span_begins (name, quotes[i]))
        name = muster_span (name.data + length, name.data + name.length);
      if (muster_span_ends (name, quotes[i]))
        name.length -= length;
    }
  return name;
}

/* A邀请B: who let in, and who came. */
static void
split_invitation (MusterChatEntry *entry, MusterSpan text)
{
  static const char invited[] = "邀请";
  const char *hit = memmem (text.data, text.length, invited, sizeof invited - 1);

  entry->fact = MUSTER_CHAT_FACT_JOINED;
  entry->subject = text;
  if (hit == NULL || hit == text.data)
    return;
  entry->sender_name = strip_quotes (muster_span (text.data, hit));
  entry->subject = muster_span (hit + sizeof invited - 1, text.data + text.length);
}

/**
 * muster_chat_lines_fill_fact:
 * @entry: a notice with its body
 *
 * Who joined and left, as the system messages of QQ and WeChat say it.
 */
void
muster_chat_lines_fill_fact (MusterChatEntry *entry)
{
  static const struct
  {
    const char *end;
    MusterChatFact fact;
  } ends[] = {
    { "加入了本群", MUSTER_CHAT_FACT_JOINED },  { "加入本群", MUSTER_CHAT_FACT_JOINED },
    { "加入了群聊", MUSTER_CHAT_FACT_JOINED },  { "加入群聊", MUSTER_CHAT_FACT_JOINED },
    { "已退出本群", MUSTER_CHAT_FACT_LEFT },    { "退出了本群", MUSTER_CHAT_FACT_LEFT },
    { "退出了群聊", MUSTER_CHAT_FACT_LEFT },    { "被管理员移出本群", MUSTER_CHAT_FACT_REMOVED },
    { "被移出本群", MUSTER_CHAT_FACT_REMOVED }, { "移出了群聊", MUSTER_CHAT_FACT_REMOVED },
  };
  MusterSpan text = muster_span_trim (entry->body);
  MusterSpan before;

  if (muster_span_ends (text, "。"))
    text.length -= strlen ("。");
  for (guint i = 0; i < G_N_ELEMENTS (ends) && entry->fact == MUSTER_CHAT_FACT_NONE; i++)
    if (match_suffix (text, ends[i].end, &before))
      {
        entry->fact = (guint8) ends[i].fact;
        entry->subject = before;
        if (entry->fact == MUSTER_CHAT_FACT_JOINED)
          split_invitation (entry, before);
      }
  entry->subject = strip_quotes (entry->subject);
  if (entry->subject.length == 0)
    entry->fact = MUSTER_CHAT_FACT_NONE;
}

/* "[图片][图片]": one after the other, and nothing else. */
static gboolean
is_row_of_placeholders (MusterSpan body)
{
  while (body.length > 0)
    {
      gsize length = 0;

      for (guint i = 0; i < G_N_ELEMENTS (placeholders) && length == 0; i++)
        if (placeholders[i][0] == '[' && muster_span_begins (body, placeholders[i]))
          length = strlen (placeholders[i]);
      if (length == 0)
        return FALSE;
      body = muster_span_trim (muster_span (body.data + length, body.data + body.length));
    }
  return TRUE;
}

/**
 * muster_chat_lines_is_placeholder:
 *
 * Returns: whether the body is nothing but words for pictures, files …
 */
gboolean
muster_chat_lines_is_placeholder (MusterSpan body)
{
  if (body.length == 0)
    return TRUE;
  if (body.data[0] == '[' && body.data[body.length - 1] == ']' && is_row_of_placeholders (body))
    return TRUE;
  if (body.length > 40 || !(body.data[0] == '[' || (body.data[0] >= 'A' && body.data[0] <= 'V') ||
                            ((guint8) body.data[0] >= 0xEB && (guint8) body.data[0] <= 0xED)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (placeholders); i++)
    if (muster_span_is (body, placeholders[i]))
      return TRUE;
  return muster_span_begins (body, "[File] ") || muster_span_begins (body, "파일: ");
}
