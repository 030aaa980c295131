/* muster-sample-calendar-data.c - what happens in the sample groups
 *
 * Part of sample.  Findings of the checks of the calendar, and beside each
 * kind near misses; tests/app/sample/test-sample.c holds them to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sample-calendar"

#include "config.h"

#include "muster-sample-calendar.h"

#define REUNION "高三（2）班同学会"
#define STAFF "综合办公室员工群"
#define JOBS "拼岗信息群"
#define HOUR 60

static const MusterSampleEvent events[] = {
  { .group = REUNION,
    .title = "毕业二十周年聚会",
    .kind = "reunion",
    .size = "large",
    .place = "江城饭店三楼牡丹厅",
    .description = "**流程**\n\n1. 签到、合影\n2. 老师致辞\n3. 聚餐\n\n可带家属，费用按人头计算。",
    .day = 20,
    .minute = 17 * HOUR + 30,
    .minutes = 4 * HOUR,
    .capacity = 60,
    .fee = 20000,
    .until = 13,
    .n_yes = 24,
    .n_paid = 15,
    .checklist = "-7d 确定菜单和座位;-3d 预热：发布老照片;-2d 发布聚会公告;-1d 通知全体成员;"
                 "-1h 提醒大家出发;+2h 感谢大家;+1d 总结复盘、公布账目" },
  { .group = REUNION,
    .title = "线上班会：聚会怎么办",
    .kind = "interaction",
    .size = "medium",
    .place = "群视频",
    .day = -9,
    .minute = 20 * HOUR,
    .minutes = HOUR,
    .n_recorded = 16,
    .n_times = 1,
    .n_absent = 4,
    .checklist = "-1d 发布会议链接;+1d 整理会议纪要",
    .n_done = 2 },
  { .group = REUNION,
    .title = "老照片征集",
    .kind = "interaction",
    .size = "small",
    .description = "把高中时的照片发到群相册。",
    .day = 3,
    .minute = -1 },
  { .group = STAFF,
    .title = "周例会",
    .kind = "meeting",
    .size = "small",
    .place = "二楼会议室",
    .rule = "RRULE:FREQ=WEEKLY",
    .day = -35,
    .weekday = 1,
    .minute = 9 * HOUR,
    .minutes = HOUR,
    .n_recorded = 20,
    .n_times = 4,
    .n_absent = 3 },
  { .group = STAFF,
    .title = "消防安全培训",
    .kind = "knowledge",
    .size = "medium",
    .place = "一楼报告厅",
    .day = 6,
    .minute = 14 * HOUR,
    .minutes = 2 * HOUR,
    .capacity = 20,
    .until = 4,
    .n_yes = 22,
    .checklist = "-3d 准备签到表;-1d 通知全体成员;+1d 汇总培训签到" },
  { .group = STAFF,
    .title = "节前值班",
    .kind = "duty",
    .rule = "RRULE:FREQ=DAILY;COUNT=3",
    .day = 9,
    .minute = -1 },
  { .group = JOBS,
    .title = "简历点评",
    .kind = "knowledge",
    .size = "small",
    .place = "群内",
    .day = 0,
    .minute = 20 * HOUR,
    .minutes = HOUR },
  { .group = JOBS,
    .title = "岗位红包雨",
    .kind = "benefit",
    .size = "small",
    .day = 15,
    .minute = 21 * HOUR,
    .minutes = HOUR / 2 },
};

static const MusterSampleTask tasks[] = {
  { REUNION, "预订场地并交定金", "郭振华", -6, FALSE },
  { REUNION, "联系还没入群的同学", "韩雪梅", -3, FALSE },
  { REUNION, "统计忌口和素食", NULL, -1, FALSE },
  { REUNION, "今天：催收聚会费", NULL, 0, FALSE },
  { REUNION, "设计横幅和胸牌", "孟凡星", 5, FALSE },
  { REUNION, "邀请老师", "郭振华", -8, TRUE },
};

static const MusterSamplePlan plans[] = {
  { STAFF, "special-days", "birthdays,anniversaries,questions", 1600 },
  { STAFF, "absent-times", "3", 1600 },
  { JOBS, "quiet-hours", "01:00-07:00", 1600 },
  /* a rhythm of today: the present week, fortnight and month are not full yet */
  { JOBS, "rhythm", "small=2/P1W,medium=1/P2W,large=1/P1M", 0 },
  { JOBS, "content-plan",
    "daily 早间岗位速递\ndaily 午间互助\ndaily 晚间总结\nwed 求职答疑\nfri 成员分享\nsun 感恩福利",
    30 },
};

const MusterSampleEvent *
muster_sample_list_events (guint *out_n)
{
  *out_n = G_N_ELEMENTS (events);
  return events;
}

const MusterSampleTask *
muster_sample_list_tasks (guint *out_n)
{
  *out_n = G_N_ELEMENTS (tasks);
  return tasks;
}

const MusterSamplePlan *
muster_sample_list_plans (guint *out_n)
{
  *out_n = G_N_ELEMENTS (plans);
  return plans;
}
