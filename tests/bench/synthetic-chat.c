/* synthetic-chat.c - a chat log of any length, made up
 *
 * The same arguments give the same bytes.  About 93 bytes a message, mostly
 * Chinese, 5,000 senders of whom a few write most; in WhatsApp's form one
 * message in twenty has two lines, in QQ's form each has three.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <errno.h>
#include <stdio.h>

#include "muster-day.h"
#include "synthetic-chat.h"

#define N_SENDERS 5000
#define FIRST_DAY 18262 /* 2020-01-01 */

static const char *const surnames[] = { "王", "李", "张", "刘", "陈", "杨", "赵",   "黄",
                                        "周", "吴", "徐", "孙", "胡", "朱", "欧阳", "司马" };
static const char *const given[] = { "伟", "芳", "娜", "敏", "静", "丽", "强", "磊",
                                     "军", "洋", "勇", "艳", "杰", "涛", "明", "超" };
static const char *const pieces[] = { "今天", "下午", "开会", "资料",   "已经",     "发到",
                                      "群里", "了",   "，",   "请",     "大家",     "查收",
                                      "。",   "收到", "谢谢", "明天",   "上午十点", "在老地方",
                                      "见",   "！",   "吃饭", "去不去", "？",       "OK",
                                      "周末", "爬山", "报名", "从速",   "哈哈",     "好的" };

static guint32
next_random (guint64 *state)
{
  *state =
      *state * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint32) (*state >> 33);
}

static void
append_body (GString *out, guint64 *state)
{
  guint n = 3 + next_random (state) % 12;

  for (guint i = 0; i < n; i++)
    g_string_append (out, pieces[next_random (state) % G_N_ELEMENTS (pieces)]);
}

static void
append_message (GString *out, SyntheticStyle style, gint64 time, guint64 *state)
{
  guint pick = next_random (state);
  guint sender = pick % 4 == 0 ? next_random (state) % N_SENDERS : next_random (state) % 200;
  MusterDay day = muster_day_from_seconds (time);
  int rest = (int) (time - (gint64) day * 86400);
  const char *surname = surnames[sender % G_N_ELEMENTS (surnames)];
  const char *first = given[sender / 16 % G_N_ELEMENTS (given)];
  const char *second = given[sender / 256 % G_N_ELEMENTS (given)];
  int year, month, month_day;

  muster_day_to_ymd (day, &year, &month, &month_day);
  if (style == SYNTHETIC_WHATSAPP)
    g_string_append_printf (out, "[%d/%d/%d, %02d:%02d:%02d] %s%s%s%u: ", year, month, month_day,
                            rest / 3600, rest / 60 % 60, rest % 60, surname, first, second, sender);
  else
    g_string_append_printf (out, "%04d-%02d-%02d %d:%02d:%02d %s%s%s(%u)\r\n", year, month,
                            month_day, rest / 3600, rest / 60 % 60, rest % 60, surname, first,
                            second, 100000 + sender);
  append_body (out, state);
  if (style == SYNTHETIC_WHATSAPP && pick % 20 == 0)
    {
      g_string_append_c (out, '\n');
      append_body (out, state);
    }
  g_string_append (out, style == SYNTHETIC_WHATSAPP ? "\n" : "\r\n\r\n");
}

/**
 * synthetic_chat_write:
 *
 * Writes a log of @n_messages messages, ten minutes apart at most.
 */
gboolean
synthetic_chat_write (const char *path, SyntheticStyle style, guint64 n_messages, GError **error)
{
  g_autoptr (GString) block = g_string_sized_new (2 << 20);
  FILE *file = fopen (path, "we");
  gint64 time = (gint64) FIRST_DAY * 86400;
  guint64 state = 42;

  if (file == NULL)
    {
      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), "%s: %s", path,
                   g_strerror (errno));
      return FALSE;
    }
  for (guint64 i = 0; i < n_messages; i++)
    {
      time += next_random (&state) % 60;
      append_message (block, style, time, &state);
      if (block->len > 1 << 20 || i + 1 == n_messages)
        {
          fwrite (block->str, 1, block->len, file);
          g_string_truncate (block, 0);
        }
    }
  if (fclose (file) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), "%s: %s", path,
               g_strerror (errno));
  return FALSE;
}
