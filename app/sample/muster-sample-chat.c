/* muster-sample-chat.c - a year of talk in a sample group
 *
 * Part of sample.  The messages go the way of every imported one.  Times are
 * China's, wherever the computer is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sample-chat"

#include "config.h"

#include <string.h>

#include "muster-coverage-table.h"
#include "muster-group-table.h"
#include "muster-import-table.h"
#include "muster-message-import.h"
#include "muster-sample-group.h"
#include "muster-sender-table.h"

#define SECONDS_PER_DAY 86400
#define SHIFT (8 * 3600)
#define INTRODUCTION G_MAXUINT

typedef struct
{
  gint64 wall; /* seconds */
  const MusterSamplePerson *person;
  guint text; /* of the table, or INTRODUCTION */
} Message;

typedef struct
{
  MusterSampleGroup *group;
  GCancellable *cancellable;
  GArray *messages; /* of Message, in order */
  guint next;
  MusterDay to; /* last day of the file */
  GString *body;
} Feed;

/* How many of a hundred messages fall into each hour. */
static const guint8 leisure_hours[24] = {
  2, 1, 0, 0, 0, 0, 1, 3, 4, 4, 4, 4, 7, 6, 4, 3, 3, 4, 6, 8, 11, 12, 9, 4,
};
static const guint8 work_hours[24] = {
  0, 0, 0, 0, 0, 0, 0, 3, 12, 14, 13, 9, 4, 5, 10, 11, 9, 6, 2, 1, 1, 0, 0, 0,
};

static const char *const leisure_texts[] = {
  "收到",
  "好的",
  "👍",
  "哈哈哈",
  "谢谢分享",
  "周末有空吗",
  "大家最近都在忙什么呢",
  "上次聚会的照片谁还有，发一下",
  "我这边下雨了，你们那里天气怎么样",
  "有人一起去爬山吗，早上八点集合",
  "孩子今年高考，压力好大",
  "刚下班，路上堵得不行",
  "恭喜恭喜",
  "生日快乐！",
  "这个消息可靠吗，哪里看到的",
  "我认识他们公司的人，可以帮忙问问",
  "明天九点还有两个名额，想来的接龙",
  "工资日结，包午饭，地铁口步行五分钟",
  "已经满了，下次请早",
  "请问还招人吗",
};

static const char *const work_texts[] = {
  "收到",
  "收到，谢谢",
  "好的",
  "已发邮箱，请查收",
  "下午三点在二楼会议室开会，请各部门准时参加",
  "本月考勤表请于周五下班前交到人事部",
  "打印机又卡纸了，麻烦后勤看一下",
  "系统今晚十点升级，预计半小时",
  "请假一天，已经在系统里提交申请",
  "报销单据缺一张发票，请补齐后再交",
  "明天上午有客户来访，请大家整理好工位",
  "这份文件的最新版本在共享盘里",
  "消防演练改到下周二上午",
  "电梯检修，请走楼梯",
};

/* Cut to length for those whose introductions are counted. */
static const char long_text[] = "大家好我是新来的同事请多多关照谢谢各位";

static gint64
pick_second (MusterSampleGroup *group, MusterDay day)
{
  const guint8 *hours = group->spec->at_work ? work_hours : leisure_hours;
  int rest = (int) muster_sample_random_below (&group->random, 100);
  int hour = 0;

  while (hour < 23 && rest >= hours[hour])
    rest -= hours[hour++];
  return (gint64) day * SECONDS_PER_DAY + hour * 3600 +
         (gint64) muster_sample_random_below (&group->random, 3600);
}

static void
add_message (Feed *feed, const MusterSamplePerson *person, MusterDay day, gboolean introduction)
{
  MusterSampleGroup *group = feed->group;
  guint n_texts = group->spec->at_work ? G_N_ELEMENTS (work_texts) : G_N_ELEMENTS (leisure_texts);
  Message message = { 0, person, INTRODUCTION };

  if (!muster_sample_group_covers (group, day))
    return;

  message.wall = pick_second (group, day);
  if (!introduction)
    message.text = muster_sample_random_below (&group->random, n_texts);
  g_array_append_val (feed->messages, message);
}

/* Offices are closed on Saturdays and Sundays; 1970 began on a Thursday. */
static gboolean
is_weekend (MusterDay day)
{
  return (day + 3) % 7 >= 5;
}

static void
talk (Feed *feed, const MusterSamplePerson *person)
{
  MusterSampleGroup *group = feed->group;
  MusterDay start = MAX (group->end - group->spec->files[0].from, person->joined);

  if (person->last == MUSTER_DAY_NONE || person->last < start)
    return;

  add_message (feed, person, start, TRUE);
  for (guint i = 0; i + 2 < person->n_messages && person->last > start; i++)
    {
      MusterDay day = muster_sample_random_between (&group->random, start, person->last);

      if (!group->spec->at_work || !is_weekend (day))
        add_message (feed, person, day, FALSE);
    }
  add_message (feed, person, person->last, FALSE);
}

static int
compare_messages (gconstpointer a, gconstpointer b)
{
  const Message *x = a, *y = b;

  if (x->wall != y->wall)
    return x->wall < y->wall ? -1 : 1;
  return strcmp (x->person->identifier, y->person->identifier);
}

static void
write_body (Feed *feed, const Message *message)
{
  const MusterSamplePerson *person = message->person;
  const char *const *texts = feed->group->spec->at_work ? work_texts : leisure_texts;
  guint letters = person->plan != NULL ? person->plan->letters : 0;

  if (letters > 0)
    {
      g_string_truncate (feed->body, 0);
      g_string_append_len (feed->body, long_text,
                           g_utf8_offset_to_pointer (long_text, letters) - long_text);
    }
  else if (message->text == INTRODUCTION)
    g_string_printf (feed->body, "大家好，我是%s，现在在%s，请多关照。", person->name,
                     person->city);
  else
    g_string_assign (feed->body, texts[message->text]);
}

static const char *
get_sender_name (const MusterSampleGroup *group, const MusterSamplePerson *person, MusterDay day)
{
  if (person->sender != NULL)
    return person->sender;

  return day < group->list_on ? person->before : person->nickname;
}

static gboolean
next_message (gpointer data, MusterMessage *out, GError **error)
{
  Feed *feed = data;
  const Message *message;
  const MusterSamplePerson *person;
  const char *name;
  MusterDay day;

  if (feed->next == feed->messages->len ||
      g_cancellable_set_error_if_cancelled (feed->cancellable, error))
    return FALSE;
  message = &g_array_index (feed->messages, Message, feed->next);
  day = muster_day_from_seconds (message->wall);
  if (day > feed->to)
    return FALSE;

  person = message->person;
  name = get_sender_name (feed->group, person, day);
  write_body (feed, message);
  out->utc = message->wall - SHIFT;
  out->shift = SHIFT;
  if (feed->group->spec->has_ids && (person->flags & MUSTER_SAMPLE_NO_ID) == 0)
    out->sender_id = (MusterSpan){ person->identifier, strlen (person->identifier) };
  out->sender_name = (MusterSpan){ name, strlen (name) };
  out->body = (MusterSpan){ feed->body->str, feed->body->len };
  feed->next++;
  return TRUE;
}

static gboolean
write_file (Feed *feed, MusterChange *change, const MusterSampleFile *file, const guint8 secret[16],
            GError **error)
{
  MusterSampleGroup *self = feed->group;
  const MusterId *group = muster_group_get_id (self->group);
  MusterMessageBatch batch = { 0 };
  MusterImport import = { 0 };

  import.group = *group;
  import.kind = (char *) "chat";
  import.file = (char *) file->name;
  import.format = (char *) (g_str_has_suffix (file->name, ".csv") ? "chat-csv" : "text");
  import.encoding = (char *) "UTF-8";
  import.zone = (char *) "Asia/Shanghai";
  feed->to = self->end - file->to;
  if (!muster_import_table_insert (change, &import, error) ||
      !muster_message_import_run (change, group, &import.id, secret, self->spec->archive,
                                  next_message, feed, &batch, error))
    return FALSE;

  import.records = import.messages = (gint64) batch.n_read;
  import.first_at = batch.first_at;
  import.last_at = batch.last_at;
  return muster_import_table_set_counts (change, &import, error) &&
         muster_coverage_table_insert (change, group, &import.id, self->end - file->from, feed->to,
                                       file->name, error);
}

/* Whom the keeper has settled already. */
static gboolean
settle_senders (MusterSampleGroup *self, MusterChange *change, GError **error)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const MusterSamplePerson *person = self->people->pdata[i];
      gboolean has_id = self->spec->has_ids && (person->flags & MUSTER_SAMPLE_NO_ID) == 0;
      g_autofree char *key = NULL;

      if (person->plan == NULL || person->plan->settled == NULL)
        continue;
      key = has_id ? g_strconcat ("#", person->identifier, NULL) : g_strdup (person->nickname);
      if (!muster_sender_table_settle (change, muster_group_get_id (self->group), key,
                                       person->plan->settled, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * muster_sample_group_write_chat:
 *
 * Writes the records, their coverage and what is settled about senders.
 */
gboolean
muster_sample_group_write_chat (MusterSampleGroup *self, MusterChange *change,
                                GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) messages = g_array_new (FALSE, FALSE, sizeof (Message));
  g_autoptr (GString) body = g_string_new (NULL);
  Feed feed = { self, cancellable, messages, 0, 0, body };
  guint8 secret[16];

  for (guint i = 0; i < self->people->len; i++)
    talk (&feed, self->people->pdata[i]);
  g_array_sort (messages, compare_messages);

  if (!muster_group_table_load_secret (muster_change_get_database (change),
                                       muster_group_get_id (self->group), secret, error))
    return FALSE;
  for (guint i = 0; i < MUSTER_SAMPLE_N_FILES; i++)
    if (!write_file (&feed, change, &self->spec->files[i], secret, error))
      return FALSE;

  return settle_senders (self, change, error);
}
