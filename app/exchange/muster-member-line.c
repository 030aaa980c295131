/* muster-member-line.c - one line of a member list that a person pasted
 *
 * Takes numbering, bullets, role marks and accounts off a name, and knows the
 * lines that are no members.  FORMATS.md 12.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-member-line"

#include "config.h"

#include "muster-chat-lines.h"
#include "muster-member-line.h"
#include "muster-stamp.h"

#define MAX_LINE 300

static const struct
{
  const char *mark; /* ASCII in lower case */
  const char *role;
} roles[] = {
  { "群主", "owner" },        { "管理员", "admin" }, { "群管理员", "admin" },
  { "group owner", "owner" }, { "owner", "owner" },  { "group admin", "admin" },
  { "~admin", "admin" },      { "admin", "admin" },  { "方长", "owner" },
  { "방장", "owner" },        { "관리자", "admin" }, { "管理者", "admin" },
};

static const char *const states[] = {
  "在线",
  "离线",
  "手机在线",
  "忙碌",
  "online",
  "offline",
  "typing…",
  "我",
  "你",
  "you",
  "邀请",
  "查看更多群成员",
  "添加",
  "删除",
  "群成员",
  "成员",
  "members",
  "last seen recently",
  "last seen a long time ago",
  "last seen within a week",
  "last seen within a month",
};

/* The separators of names in one line. */
static const char *const separators[] = { "、", "，", ",", ";", "；", "\t", "  ", "\xE3\x80\x80" };

/**
 * muster_member_line_find_separator:
 * @out_next: (out): behind the separator
 *
 * Returns: the place of the next separator, @end if there is none
 */
const char *
muster_member_line_find_separator (const char *p, const char *end, const char **out_next)
{
  for (; p < end; p++)
    for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
      {
        gsize length = strlen (separators[i]);

        if ((gsize) (end - p) >= length && memcmp (p, separators[i], length) == 0)
          {
            *out_next = p + length;
            return p;
          }
      }
  *out_next = end;
  return end;
}

/* "1." "1、" "(1)" "（1）" "①" "-" "•" "@" */
static MusterSpan
strip_numbering (MusterSpan text)
{
  static const char *const bullets[] = { "- ", "• ", "•", "· ", "* ", "@", "＠", "▪", "●" };
  const char *p = text.data;
  const char *end = p + text.length;
  gboolean bracket = FALSE;
  const char *digits;
  gunichar c;

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (muster_span_begins (text, bullets[i]))
      return muster_span_trim (muster_span (p + strlen (bullets[i]), end));
  if (text.length > 3)
    {
      c = g_utf8_get_char_validated (p, end - p);
      if (c >= 0x2460 && c <= 0x2473)
        return muster_span_trim (muster_span (p + 3, end));
    }
  if (*p == '(' || muster_span_begins (text, "（"))
    {
      bracket = TRUE;
      p += *p == '(' ? 1 : 3;
    }
  digits = p;
  while (p < end && p - digits < 5 && g_ascii_isdigit (*p))
    p++;
  if (p == digits || p >= end)
    return text;
  if (bracket && (*p == ')' || (end - p > 2 && memcmp (p, "）", 3) == 0)))
    return muster_span_trim (muster_span (p + (*p == ')' ? 1 : 3), end));
  if (!bracket && (*p == '.' || *p == ')' || *p == ':') &&
      (p + 1 == end || !g_ascii_isdigit (p[1])))
    return muster_span_trim (muster_span (p + 1, end));
  if (!bracket && end - p >= 3 &&
      (memcmp (p, "、", 3) == 0 || memcmp (p, "．", 3) == 0 || memcmp (p, "）", 3) == 0 ||
       memcmp (p, "：", 3) == 0))
    return muster_span_trim (muster_span (p + 3, end));
  return text;
}

static gboolean
begins_folded (MusterSpan text, const char *mark)
{
  gsize length = strlen (mark);

  return text.length >= length && g_ascii_strncasecmp (text.data, mark, length) == 0;
}

static gboolean
ends_folded (MusterSpan text, const char *mark)
{
  gsize length = strlen (mark);

  return text.length >= length &&
         g_ascii_strncasecmp (text.data + text.length - length, mark, length) == 0;
}

/* Whether what stands at @p parts a mark from a name. */
static gboolean
is_border (const char *p, const char *end)
{
  return p == end || *p == ' ' || *p == '\t' || *p == '(' || *p == '[' || *p == ')' || *p == ']' ||
         *p == ':' || *p == '|' || (guint8) *p == 0xE3 || (guint8) *p == 0xEF;
}

static MusterSpan
strip_marks_around (MusterSpan text)
{
  static const char *const signs[] = { "(", ")", "[", "]", "【", "】", "（", "）", "：", ":", "|" };
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      text = muster_span_trim (text);
      for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
        if (muster_span_begins (text, signs[i]))
          {
            text.data += strlen (signs[i]);
            text.length -= strlen (signs[i]);
            again = TRUE;
          }
    }
  return text;
}

static MusterSpan
strip_role (MusterSpan text, MusterSpan *out_role)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      gsize length = strlen (roles[i].mark);
      const char *end = text.data + text.length;
      MusterSpan opened = strip_marks_around (text);

      if (text.length <= length)
        continue;
      if (begins_folded (opened, roles[i].mark) && opened.length > length &&
          is_border (opened.data + length, opened.data + opened.length))
        {
          *out_role = muster_span_of (roles[i].role);
          return strip_marks_around ((MusterSpan){ opened.data + length, opened.length - length });
        }
      if (ends_folded (text, roles[i].mark) && end[-(gssize) length - 1] == ' ')
        {
          *out_role = muster_span_of (roles[i].role);
          return muster_span_trim ((MusterSpan){ text.data, text.length - length });
        }
    }
  return text;
}

static gboolean
is_phone (MusterSpan text)
{
  guint digits = 0;

  for (gsize i = 0; i < text.length; i++)
    {
      if (g_ascii_isdigit (text.data[i]))
        digits++;
      else if (strchr ("+ -()", text.data[i]) == NULL)
        return FALSE;
    }
  return digits >= 7 && digits <= 15 &&
         (text.data[0] == '+' || (digits == 11 && text.data[0] == '1'));
}

/* "群成员(214)", "214 members", "共214人", a letter alone, "last seen …". */
static gboolean
is_no_member (MusterSpan text)
{
  gboolean has_digit = FALSE;
  MusterSpan rest = text;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (text.length == strlen (states[i]) && begins_folded (text, states[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (text.length == strlen (roles[i].mark) && begins_folded (text, roles[i].mark))
      return TRUE;
  if (text.length == 1 && (g_ascii_isupper (text.data[0]) || text.data[0] == '#'))
    return TRUE;
  for (gsize i = 0; i < text.length; i++)
    has_digit |= g_ascii_isdigit (text.data[i]);
  if (begins_folded (rest, "last seen ") || begins_folded (rest, "最近在线"))
    return TRUE;
  if (!has_digit)
    return FALSE;
  return muster_span_begins (rest, "群成员") || muster_span_begins (rest, "群主、管理员") ||
         muster_span_begins (rest, "群聊成员") || muster_span_begins (rest, "成员(") ||
         muster_span_begins (rest, "成员（") || ends_folded (rest, " members") ||
         ends_folded (rest, " participants") ||
         (muster_span_begins (rest, "共") && muster_span_ends (rest, "人")) ||
         muster_span_begins (rest, "查看全部");
}

/* "张三 <12345678>": in these brackets an account need not be a mail address. */
static gboolean
split_angle (MusterSpan *name, MusterSpan *out_account)
{
  const char *start;

  if (!muster_span_ends (*name, ">"))
    return FALSE;
  start = memrchr (name->data, '<', name->length);
  if (start == NULL || start == name->data || start + 2 >= name->data + name->length)
    return FALSE;
  *out_account = muster_span (start + 1, name->data + name->length - 1);
  *name = muster_span (name->data, start);
  return TRUE;
}

/**
 * muster_member_line_parse:
 * @line: a line, or a name out of a line of several
 * @out_member: (out): spans into @line
 */
MusterMemberLineKind
muster_member_line_parse (MusterSpan line, MusterMemberLine *out_member)
{
  MusterSpan text = muster_span_trim (line);

  *out_member = (MusterMemberLine){ .name = text };
  if (text.length == 0)
    return MUSTER_MEMBER_LINE_EMPTY;
  if (text.length > MAX_LINE || is_no_member (text))
    return MUSTER_MEMBER_LINE_IGNORED;

  text = strip_numbering (text);
  if (text.length > 0)
    text = strip_role (text, &out_member->role);
  if (text.length == 0)
    return MUSTER_MEMBER_LINE_EMPTY;
  if (is_phone (text))
    {
      out_member->phone = text;
      out_member->name = (MusterSpan){ NULL, 0 };
      return MUSTER_MEMBER_LINE_MEMBER;
    }
  if (split_angle (&text, &out_member->account) ||
      muster_chat_lines_split_id (&text, &out_member->account))
    {
      text = muster_span_trim (text);
      if (is_phone (out_member->account))
        {
          out_member->phone = out_member->account;
          out_member->account = (MusterSpan){ NULL, 0 };
        }
    }
  out_member->name = text;
  return MUSTER_MEMBER_LINE_MEMBER;
}
