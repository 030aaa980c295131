/* muster-sample-names-data.c - names put together from characters
 *
 * Part of sample.  Nobody real is meant: surnames and characters of given
 * names meet by chance.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sample-names"

#include "config.h"

#include "muster-sample-names.h"

/* The frequent ones stand several times. */
static const char *const surnames[] = {
  "王", "王", "王", "李", "李", "李", "张", "张", "张",   "刘",   "刘", "陈", "陈",   "杨",
  "杨", "赵", "赵", "黄", "黄", "周", "吴", "徐", "孙",   "朱",   "胡", "林", "何",   "高",
  "梁", "罗", "宋", "谢", "唐", "许", "邓", "董", "萧",   "程",   "沈", "吕", "苏",   "卢",
  "蔡", "魏", "薛", "叶", "余", "潘", "杜", "戴", "夏",   "姜",   "范", "石", "姚",   "金",
  "汪", "崔", "康", "毛", "曾", "单", "仇", "解", "慕容", "夏侯", "秦", "白", "皇甫", "严",
};

static const char *const first_letters[] = {
  "建", "志", "晓", "文", "明", "海", "春", "秀", "玉", "丽", "国", "永", "思", "雨",
  "子", "俊", "佳", "美", "红", "金", "德", "立", "洪", "学", "天", "嘉", "梓", "雅",
  "家", "新", "凤", "桂", "振", "宏", "少", "书", "世", "景", "若", "心",
};

static const char *const second_letters[] = {
  "华", "军", "强", "平", "伟", "芳", "敏", "静", "杰", "涛", "明", "超", "霞", "刚", "燕",
  "英", "玲", "梅", "琴", "云", "莲", "辉", "鹏", "飞", "波", "斌", "宇", "浩", "轩", "涵",
  "怡", "欣", "萍", "娟", "红", "兰", "洁", "琳", "蓉", "龙", "林", "生", "东", "南", "川",
};

static const char *const cities[] = {
  "北京", "上海", "广州", "深圳", "成都", "武汉", "西安", "南京", "杭州", "长沙", "青岛", "合肥",
};

#define PICK(random, table) ((table)[muster_sample_random_below ((random), G_N_ELEMENTS (table))])

/**
 * muster_sample_name_dup:
 *
 * Returns: (transfer full): a name; one in six has a single given character
 */
char *
muster_sample_name_dup (MusterSampleRandom *random)
{
  const char *surname = PICK (random, surnames);
  gboolean is_short = muster_sample_random_below (random, 6) == 0;
  const char *first = is_short ? "" : PICK (random, first_letters);
  const char *second = PICK (random, second_letters);

  return g_strconcat (surname, first, second, NULL);
}

const char *
muster_sample_city_get (MusterSampleRandom *random)
{
  return PICK (random, cities);
}
