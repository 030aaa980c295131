/* muster-sample-cases-data.c - who is in the sample groups on purpose
 *
 * Part of sample.  Findings of every check, and beside each kind near misses
 * that must not be found; tests/app/sample/test-sample.c holds them to it.
 * All names are invented.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sample-cases"

#include "config.h"

#include "muster-sample-case.h"

/* clang-format off */
#define END(n) { MUSTER_SAMPLE_END, (n) }
#define SILENT(n) { MUSTER_SAMPLE_SILENT, (n) }
#define REMIND(n) { MUSTER_SAMPLE_REMIND, (n) }
#define LIST(n) { MUSTER_SAMPLE_LIST, (n) }
/* clang-format on */

#define NOT_NOW MUSTER_SAMPLE_NOT_NOW
#define NOT_BEFORE MUSTER_SAMPLE_NOT_BEFORE
#define STRANGER MUSTER_SAMPLE_STRANGER
#define REQUIRED MUSTER_SAMPLE_REQUIRED
#define NEVER MUSTER_SAMPLE_NEVER
#define NO_ID MUSTER_SAMPLE_NO_ID
#define NO_JOINED MUSTER_SAMPLE_NO_JOINED

/* Lists and records show names only; eight days of records are missing 53 to
 * 60 days before the last; everybody on the roster should be in the group. */
static const MusterSampleCase reunion[] = {
  { "keepers are exempt from the silence rule", .name = "郭振华", .role = "owner",
    .last = END (-120) },
  { "keeper; not a birthday: a day too far", .name = "韩雪梅", .role = "admin",
    .birthday = END (20) },
  { "birthday near: tomorrow", .name = "裴玉洁", .birthday = END (13) },
  { "birthday near: lunar", .name = "毕业成", .birthday = END (16), .flags = MUSTER_SAMPLE_LUNAR },
  { "birthday near: the last of the days", .name = "柳如烟", .birthday = END (19) },

  { "nickname near: a space", .name = "周明远", .nickname = "周 明远" },
  { "nickname near: decoration", .name = "欧小梅", .nickname = "🌸欧小梅" },
  { "nickname near: traditional characters", .name = "郑建华", .nickname = "鄭建華" },
  { "nickname wrong: no name", .name = "冯建民", .nickname = "快乐360天" },
  { "not found: compound surname", .name = "欧阳文静" },
  { "not found: a minority name", .name = "阿依古丽·买买提" },
  { "not found: who left is not judged", .name = "龚大勇", .nickname = "大漠孤烟88",
    .standing = MUSTER_STANDING_LEFT, .standing_from = END (-80), .last = END (-90),
    .flags = NOT_NOW | NOT_BEFORE },

  { "to be reminded: a month to the day", .name = "曾庆林", .last = REMIND (-1) },
  { "to be reminded", .name = "单文博", .last = END (-40), .reading = "shan wen bo" },
  { "to be reminded", .name = "仇志远", .last = END (-44), .reading = "qiu zhi yuan" },
  { "not to be reminded: one day too few", .name = "解玉兰", .last = REMIND (0) },
  { "not to be reminded: the records have a gap since", .name = "查明理", .last = END (-70) },
  { "not to be reminded: on leave", .name = "乐嘉怡", .last = END (-75),
    .standing = MUSTER_STANDING_LEAVE, .standing_from = END (-74), .reason = "出国进修" },
  { "not to be reminded: exempt", .name = "区小雯", .last = END (-45),
    .standing = MUSTER_STANDING_EXEMPT, .standing_from = END (-44), .reason = "住院" },
  { "not to be reminded: seen by hand", .name = "盖文斌", .last = END (-40), .seen = END (-5) },

  { "not covered: the gap", .name = "纪晓峰", .last = END (-110) },
  { "not covered: the gap", .name = "邢丽娟", .last = END (-150) },
  { "not covered: never wrote", .name = "滕志勇", .flags = NEVER },
  { "silent, not uncovered: the gap lies within a leave", .name = "谭月梅", .last = END (-160),
    .standing = MUSTER_STANDING_LEAVE, .standing_from = END (-66), .standing_until = END (-50),
    .reason = "休产假" },

  { "missing: was in the list before", .name = "钟汉生", .flags = NOT_NOW },
  { "missing: was in the list before", .name = "彭丽萍", .flags = NOT_NOW },
  { "missing: in no list and no record", .name = "方志成", .nickname = "方志成",
    .flags = NOT_NOW | NOT_BEFORE | NEVER | NO_JOINED },
  { "not missing: deceased", .name = "骆志文", .last = END (-300), .birthday = END (14),
    .flags = NOT_NOW | NOT_BEFORE | MUSTER_SAMPLE_DECEASED },
  { "not missing: left", .name = "史国强", .standing = MUSTER_STANDING_LEFT,
    .standing_from = END (-100), .last = END (-130), .flags = NOT_NOW | NOT_BEFORE },
  { "not missing: joined after the list", .name = "万晓东", .nickname = "万晓东",
    .joined = LIST (2), .flags = NEVER | NOT_NOW | NOT_BEFORE },

  { "stranger: in the list only", .name = "卖茶叶的小罗", .nickname = "卖茶叶的小罗",
    .flags = STRANGER | NEVER },
  { "not a stranger: an earlier nickname", .name = "田小禾", .past = "风中的稻穗",
    .sender = "风中的稻穗" },

  { "no introduction: joined within the records", .name = "丁小满", .joined = END (-20),
    .flags = NEVER },

  { "renamed", .name = "贺小婷", .before = "贺家小婷" },
  { "renamed", .name = "顾长风", .before = "长风破浪" },
  { "not renamed: between the lists nothing changed", .name = "孟凡星", .past = "凡星点点" },
};

/* Lists and records show accounts; the records end before the newest list. */
static const MusterSampleCase staff[] = {
  { "keeper", .name = "郝建国", .unit = "办公室", .role = "owner", .flags = REQUIRED },
  { "keepers are exempt from the silence rule", .name = "牛宏图", .unit = "人事部", .role = "admin",
    .last = END (-140), .flags = REQUIRED },

  { "nickname near: another dash", .name = "钱思源", .unit = "财务部",
    .nickname = "财务部—钱思源" },
  { "nickname near: decoration", .name = "马晓菲", .unit = "市场部", .nickname = "🌸市场部-马晓菲" },
  { "nickname near: an alias", .name = "史文娴", .unit = "市场部", .nickname = "营销部-史文娴" },
  { "nickname near: swapped", .name = "孔令德", .unit = "技术部", .nickname = "孔令德-技术部" },
  { "nickname wrong: no department", .name = "常志勤", .unit = "后勤部", .nickname = "常志勤" },
  { "nickname wrong: not a department", .name = "武春雁", .unit = "财务部",
    .nickname = "采购部-武春雁" },
  { "nickname wrong: not a name", .name = "赖小东", .unit = "人事部",
    .nickname = "人事部-开心果123" },
  { "nickname unknown: none", .name = "文丽君", .unit = "后勤部", .nickname = "" },
  { "nickname unknown: none", .name = "樊大川", .unit = "保卫科", .nickname = "" },
  { "nickname unknown: invisible characters only", .name = "安小宁", .unit = "保卫科",
    .nickname = "\xe2\x80\x8b\xe2\x81\xa3" },
  { "nickname right: homonyms", .name = "耿伟", .unit = "财务部" },
  { "nickname right: homonyms", .name = "耿伟", .unit = "财务部" },
  { "nickname right: a Western name", .name = "Anna Schmidt", .unit = "信息中心" },
  { "nickname right: a minority name", .name = "古丽娜尔·艾山", .unit = "市场部" },
  { "nickname right: compound surname", .name = "诸葛明宇", .unit = "技术部" },
  { "not judged: left", .name = "邵小刚", .unit = "后勤部", .nickname = "邵哥",
    .standing = MUSTER_STANDING_LEFT, .standing_from = END (-60), .last = END (-70),
    .flags = NOT_NOW | NOT_BEFORE },

  { "another's name", .name = "汤文强", .unit = "技术部", .nickname = "技术部-黎小军" },
  { "another's name", .name = "温玉莹", .unit = "人事部", .nickname = "人事部-庄梦瑶" },
  { "another's name, a keeper's at that", .name = "俞小波", .unit = "办公室",
    .nickname = "办公室-郝建国" },
  { "not another’s name: moved to another department, both agree", .name = "葛云飞",
    .unit = "信息中心" },

  { "missing: required", .name = "向志坚", .unit = "财务部", .flags = REQUIRED | NOT_NOW },
  { "missing: required", .name = "鲁大海", .unit = "技术部", .flags = REQUIRED | NOT_NOW },
  { "missing: required, never in a list", .name = "柳如烟", .unit = "后勤部",
    .nickname = "后勤部-柳如烟", .flags = REQUIRED | NOT_NOW | NOT_BEFORE },
  { "not missing: not required", .name = "翟小凡", .unit = "市场部", .flags = NOT_NOW },
  { "not missing: required, but left", .name = "阎立诚", .unit = "保卫科",
    .standing = MUSTER_STANDING_LEFT, .standing_from = END (-20), .last = END (-22),
    .flags = REQUIRED | NOT_NOW },
  { "not missing: required, joined after the list", .name = "左思远", .unit = "人事部",
    .nickname = "人事部-左思远", .joined = LIST (1),
    .flags = REQUIRED | NOT_NOW | NOT_BEFORE | NEVER },

  { "silent: three months to the day", .name = "管小乐", .unit = "技术部", .last = SILENT (-1) },
  { "silent", .name = "祝英华", .unit = "后勤部", .last = END (-150) },
  { "silent: never wrote", .name = "舒雅文", .unit = "信息中心", .flags = NEVER },
  { "to be reminded, not silent: one day too few", .name = "申公平", .unit = "财务部",
    .last = SILENT (0) },
  { "not silent: on leave", .name = "冉小玉", .unit = "市场部", .last = END (-130),
    .standing = MUSTER_STANDING_LEAVE, .standing_from = END (-129), .reason = "产假" },
  { "not silent: exempt", .name = "蓝天晴", .unit = "后勤部", .last = END (-200),
    .standing = MUSTER_STANDING_EXEMPT, .standing_from = END (-199), .reason = "借调外单位" },
  { "not silent: seen by hand", .name = "聂小云", .unit = "办公室", .last = END (-150),
    .seen = END (-3) },
  { "to be reminded, not silent: a past leave moves the day", .name = "符小康", .unit = "技术部",
    .last = SILENT (-10), .standing = MUSTER_STANDING_LEAVE, .standing_from = END (-60),
    .standing_until = END (-41), .reason = "病假" },
  { "to be reminded: a month to the day", .name = "詹世杰", .unit = "人事部", .last = REMIND (-1) },
  { "to be reminded", .name = "柴小米", .unit = "市场部", .last = END (-50) },
  { "not to be reminded: one day too few", .name = "齐天明", .unit = "财务部", .last = REMIND (0) },
  { "not silent nor to be reminded: newcomer in grace", .name = "尤小溪", .unit = "技术部",
    .joined = REMIND (0), .letters = 12, .last = REMIND (0) },

  { "no introduction: wrote nothing", .name = "辛小丰", .unit = "后勤部", .joined = END (-15),
    .flags = NEVER },
  { "no introduction: nine characters", .name = "窦文声", .unit = "市场部", .joined = END (-10),
    .letters = 9 },
  { "no introduction: two days", .name = "苗青青", .unit = "保卫科", .joined = END (-2),
    .flags = NEVER },
  { "introduced: ten characters", .name = "牟小帅", .unit = "市场部", .joined = END (-10),
    .letters = 10 },
  { "no introduction yet: one day", .name = "闵小慧", .unit = "技术部", .joined = END (-1),
    .flags = NEVER },
  { "introduced: by hand", .name = "竺可真", .unit = "信息中心", .joined = END (-12), .letters = 4,
    .flags = MUSTER_SAMPLE_INTRODUCED },
  { "introduced or not: joined before the records", .name = "柯南山", .unit = "保卫科",
    .letters = 4 },

  { "stranger: in the list although they left", .name = "幸大方", .unit = "财务部",
    .standing = MUSTER_STANDING_LEFT, .standing_from = END (-30), .last = END (-31) },
  { "no stranger: left, and not in the list", .name = "母小舟", .unit = "市场部",
    .standing = MUSTER_STANDING_LEFT, .standing_from = END (-30), .last = END (-31),
    .flags = NOT_NOW },
  { "no unmatched sender: settled", .name = "老周（已离职）", .nickname = "老周（已离职）",
    .settled = "former", .last = END (-90), .flags = STRANGER | NOT_NOW | NOT_BEFORE },

  { "renamed", .name = "车小苗", .unit = "人事部", .before = "小苗" },
  { "renamed", .name = "项飞宇", .unit = "技术部", .before = "财务部-项飞宇" },
  { "renamed", .name = "宫小羽", .unit = "办公室", .before = "行政办-宫小羽" },
  { "not renamed between the lists: before both", .name = "简单明", .unit = "财务部",
    .past = "简单就好" },
};

/* Lists and records show accounts; the newest list is older than the last records. */
static const MusterSampleCase jobs[] = {
  { "keeper", .name = "席水生", .unit = "远帆科技", .role = "owner" },
  { "keepers are exempt from the silence rule", .name = "巩小芹", .unit = "青禾食品",
    .role = "admin", .last = END (-200) },

  { "nickname near: full-width dash", .name = "晏小山", .unit = "云岭物流",
    .nickname = "云岭物流－晏小山" },
  { "nickname near: spaces", .name = "瞿秋云", .unit = "岳麓大学",
    .nickname = "岳麓大学 - 瞿秋云" },
  { "nickname near: decoration", .name = "桑小叶", .unit = "百汇超市",
    .nickname = "百汇超市-桑小叶🍃" },
  { "nickname wrong: no company", .name = "暴小雷", .unit = "金桥建设", .nickname = "暴小雷" },
  { "nickname wrong: not a name", .name = "封小燕", .unit = "白鹭传媒",
    .nickname = "招聘-日结200" },
  { "nickname wrong: no name", .name = "麦小田", .unit = "东湖大学", .nickname = "东湖大学-" },
  { "nickname right: a Western name", .name = "Maria Fernández", .unit = "北辰电子" },
  { "nickname right: a school", .name = "呼延大山", .unit = "岳麓大学" },
  { "another's name", .name = "植小树", .unit = "安泰保洁", .nickname = "安泰保洁-苟小方" },

  { "impersonation: looks like another's Latin letters", .name = "Peter Cope", .unit = "北辰电子" },
  { "impersonation: looks like another's Latin letters", .name = "Paul Copper", .unit = "北辰电子",
    .nickname = "北辰电子-Peter C\xd0\xbep\xd0\xb5" },
  { "impersonation: a stranger as the keeper", .name = "席水生（假）",
    .nickname = "远帆科技-席水生\xe2\x80\x8b", .flags = STRANGER | NEVER | NOT_BEFORE },
  { "impersonation: another's nickname", .name = "敖小兵", .unit = "星河餐饮",
    .nickname = "星河餐饮-褚小燕" },
  { "whose nickname is another's too", .name = "褚小燕", .unit = "星河餐饮" },
  { "no impersonation: homonyms", .name = "丛小伟", .unit = "江北机械" },
  { "no impersonation: homonyms", .name = "丛小伟", .unit = "江北机械" },
  { "no impersonation: one character apart", .name = "丛大伟", .unit = "江北机械" },
  { "no impersonation: the other has left", .name = "谈小乐", .unit = "江北机械" },
  { "no impersonation: has left", .name = "谈笑风", .unit = "江北机械",
    .nickname = "江北机械-谈小乐", .standing = MUSTER_STANDING_LEFT, .standing_from = END (-90),
    .last = END (-95), .flags = NOT_NOW | NOT_BEFORE },

  { "stranger: in the list, writes", .name = "刷单找我", .nickname = "刷单找我", .last = END (-8),
    .flags = STRANGER | NOT_BEFORE },
  { "stranger: in the list", .name = "A招聘小助手", .nickname = "A招聘小助手",
    .flags = STRANGER | NEVER },
  { "stranger: writes since the list", .name = "兼职日结", .nickname = "兼职日结", .last = END (0),
    .flags = STRANGER | NOT_NOW | NOT_BEFORE },
  { "no stranger, but unmatched: has left since", .name = "路过打酱油", .nickname = "路过打酱油",
    .last = LIST (0), .flags = STRANGER | NOT_NOW },
  { "no stranger: may be one of two homonyms", .name = "丛小伟", .nickname = "江北机械-丛小伟",
    .flags = STRANGER | NEVER | NO_ID },
  { "no stranger: an earlier nickname, without the account", .name = "荀小慧", .unit = "青禾食品",
    .nickname = "青禾食品-荀小慧", .past = "青青子衿", .sender = "青青子衿", .flags = NO_ID },

  { "probably the same: gone, and somebody near has come", .name = "亓志鹏", .unit = "星河餐饮",
    .nickname = "星河餐饮-亓志鹏", .flags = NO_ID | NOT_NOW },
  { "probably the same: has come", .name = "亓志朋", .nickname = "星河餐饮-亓志朋",
    .flags = STRANGER | NEVER | NO_ID | NOT_BEFORE },
  { "renamed", .name = "鞠小萍", .unit = "临江理工大学", .before = "鞠小萍" },
  { "renamed", .name = "糜小竺", .unit = "百汇超市", .before = "青禾食品-糜小竺" },
  { "not renamed between the lists: before both", .name = "宓小月", .unit = "东湖大学",
    .past = "月亮弯弯" },

  { "silent", .name = "阚小明", .unit = "金桥建设", .last = SILENT (-1) },
  { "silent", .name = "廉小洁", .unit = "安泰保洁", .last = END (-180) },
  { "silent", .name = "蔺小如", .unit = "海棠护理学院", .last = END (-260) },
  { "silent: never wrote", .name = "茅小亭", .unit = "白鹭传媒", .flags = NEVER },
  { "to be reminded, not silent: one day too few", .name = "訾小安", .unit = "星河餐饮",
    .last = SILENT (0) },
  { "not silent: on leave", .name = "佟小湘", .unit = "岳麓大学", .last = END (-120),
    .standing = MUSTER_STANDING_LEAVE, .standing_from = END (-119), .reason = "备考" },
  { "to be reminded: a month to the day", .name = "逄小宇", .unit = "云岭物流",
    .last = REMIND (-1) },
  { "to be reminded", .name = "靳小东", .unit = "远帆科技", .last = END (-60) },
  { "not to be reminded: one day too few", .name = "冷小霜", .unit = "青禾食品",
    .last = REMIND (0) },

  { "not covered: may be the sender 上官小", .name = "上官小云", .unit = "东湖大学",
    .last = END (-130) },
  { "unmatched: near a silent member", .name = "上官小", .nickname = "上官小", .last = END (-30),
    .flags = STRANGER | NOT_NOW | NOT_BEFORE | NO_ID },
  { "not covered: may be the sender 司徒文斌", .name = "司徒文彬", .unit = "江北机械",
    .last = END (-140) },
  { "unmatched: sounds like a silent member", .name = "司徒文斌", .nickname = "司徒文斌",
    .last = END (-25), .flags = STRANGER | NOT_NOW | NOT_BEFORE | NO_ID },
  { "not covered: may be the sender 尉迟恭", .name = "尉迟恭谦", .unit = "南山职业学院",
    .last = END (-150) },
  { "unmatched: near a silent member", .name = "尉迟恭", .nickname = "尉迟恭", .last = END (-12),
    .flags = STRANGER | NOT_NOW | NOT_BEFORE | NO_ID },
  { "silent, not uncovered: the sender near him is settled", .name = "东方小白",
    .unit = "西关师范学院", .last = END (-170) },
  { "no unmatched sender: settled", .name = "东方小", .nickname = "东方小", .settled = "nobody",
    .last = END (-40), .flags = STRANGER | NOT_NOW | NOT_BEFORE | NO_ID },

  { "no introduction", .name = "来小喜", .unit = "青禾食品", .joined = END (-18), .flags = NEVER },
  { "no introduction: nine characters", .name = "和小玉", .unit = "金桥建设", .joined = END (-9),
    .letters = 9 },
  { "no introduction", .name = "车晓光", .unit = "远帆科技", .joined = END (-6), .flags = NEVER },
  { "introduced: ten characters", .name = "双小林", .unit = "安泰保洁", .joined = END (-9),
    .letters = 10 },

  { "missing: required", .name = "牧小歌", .unit = "白鹭传媒", .flags = REQUIRED | NOT_NOW },
  { "not missing: not required", .name = "山小青", .unit = "白鹭传媒", .flags = NOT_NOW },
};

const MusterSampleCase *
muster_sample_list_reunion (guint *out_n)
{
  *out_n = G_N_ELEMENTS (reunion);
  return reunion;
}

const MusterSampleCase *
muster_sample_list_staff (guint *out_n)
{
  *out_n = G_N_ELEMENTS (staff);
  return staff;
}

const MusterSampleCase *
muster_sample_list_jobs (guint *out_n)
{
  *out_n = G_N_ELEMENTS (jobs);
  return jobs;
}
