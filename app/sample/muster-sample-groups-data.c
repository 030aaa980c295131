/* muster-sample-groups-data.c - what the three sample groups are like
 *
 * Part of sample.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sample-groups"

#include "config.h"

#include "muster-sample-group.h"

static const char *const classes[] = { "高三2班", NULL };

static const char *const departments[] = {
  "办公室", "人事部", "财务部", "市场部", "技术部", "后勤部", "保卫科", "信息中心", NULL,
};

/* Invented ones. */
static const char *const companies[] = {
  "云岭物流", "青禾食品",     "北辰电子",     "远帆科技",     "金桥建设", "白鹭传媒",
  "安泰保洁", "星河餐饮",     "江北机械",     "百汇超市",     "东湖大学", "南山职业学院",
  "岳麓大学", "西关师范学院", "海棠护理学院", "临江理工大学", NULL,
};

static const MusterSampleSpec specs[] = {
  /* the records end twelve days ago, and eight days in between are missing */
  { .name = "高三（2）班同学会",
    .name_before = "高三（2）班同学会",
    .name_now = "高三（2）班同学会",
    .platform = "wechat",
    .purpose = "同学聚会、通讯录",
    .naming = "{name}",
    .list = "",
    .required = "all",
    .account = "wxid_tx",
    .units = classes,
    .unit_field = MUSTER_PERSON_CLASS,
    .list_cases = muster_sample_list_reunion,
    .files = { { "同学会-上半年.txt", 360, 171 },
               { "同学会-下半年.txt", 170, 61 },
               { "同学会-近期.txt", 52, 0 } },
    .capacity = 100,
    .n_listed = 52,
    .messages = 130,
    .end = 12,
    .list_on = 12,
    .before_on = 42,
    .archive = TRUE,
    .has_birthdays = TRUE },
  /* the records end seven days ago to the day, which is not too old; one member more would
   * make it nine tenths full */
  { .name = "综合办公室员工群",
    .name_before = "综合办公室员工群",
    .name_now = "综合办公室员工群（勿闲聊）",
    .platform = "wechat",
    .purpose = "工作通知",
    .naming = "{department}-{name}",
    .list = "办公室=行政办,人事部=人力资源部=HR,财务部,市场部=营销部,技术部=研发部,后勤部,"
            "保卫科,信息中心=IT",
    .required = "flagged",
    .account = "wxid_yg",
    .units = departments,
    .unit_field = MUSTER_PERSON_DEPARTMENT,
    .list_cases = muster_sample_list_staff,
    .files = { { "员工群-1.csv", 355, 240 },
               { "员工群-2.csv", 239, 120 },
               { "员工群-3.csv", 119, 0 } },
    .capacity = 200,
    .n_listed = 179,
    .messages = 70,
    .end = 7,
    .list_on = 3,
    .before_on = 38,
    .name_locked = TRUE,
    .has_ids = TRUE,
    .at_work = TRUE },
  { .name = "拼岗信息群",
    .name_before = "拼岗信息群",
    .name_now = "拼岗信息群",
    .platform = "qq",
    .purpose = "拼岗、内推",
    .naming = "{company|school}-{name}",
    .list = "",
    .required = "flagged",
    .account = "9000",
    .units = companies,
    .unit_field = MUSTER_PERSON_COMPANY,
    .list_cases = muster_sample_list_jobs,
    .files = { { "拼岗群-1.txt", 361, 230 },
               { "拼岗群-2.txt", 229, 100 },
               { "拼岗群-3.txt", 99, 0 } },
    .capacity = 500,
    .n_listed = 462,
    .messages = 32,
    .end = 1,
    .list_on = 4,
    .before_on = 34,
    .has_ids = TRUE },
};

const MusterSampleSpec *
muster_sample_list_specs (guint *out_n)
{
  *out_n = G_N_ELEMENTS (specs);
  return specs;
}
