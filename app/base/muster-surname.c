/* muster-surname.c - the Chinese surnames
 *
 * Part of base; anyone may call it.  Which characters at the start of a
 * Chinese name are the surname.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-surname"

#include "config.h"

#include <string.h>

#include "muster-han.h"
#include "muster-surname.h"

/* Of two characters, simplified; with the reading where it is not that of the characters alone. */
static const struct
{
  const char *surname;
  const char *reading; /* NULL: as the characters are read */
} compounds[] = {
  { "欧阳", NULL },       { "太史", NULL },        { "端木", NULL },        { "上官", NULL },
  { "司马", NULL },       { "东方", NULL },        { "独孤", NULL },        { "南宫", NULL },
  { "万俟", "mo qi" },    { "闻人", NULL },        { "夏侯", NULL },        { "诸葛", NULL },
  { "尉迟", "yu chi" },   { "公羊", NULL },        { "赫连", NULL },        { "澹台", "tan tai" },
  { "皇甫", "huang fu" }, { "宗政", NULL },        { "濮阳", NULL },        { "公冶", NULL },
  { "太叔", NULL },       { "申屠", NULL },        { "公孙", NULL },        { "慕容", NULL },
  { "仲孙", NULL },       { "钟离", NULL },        { "长孙", "zhang sun" }, { "宇文", NULL },
  { "司徒", NULL },       { "鲜于", "xian yu" },   { "司空", NULL },        { "闾丘", NULL },
  { "子车", "zi ju" },    { "亓官", "qi guan" },   { "司寇", NULL },        { "巫马", NULL },
  { "公西", NULL },       { "颛孙", "zhuan sun" }, { "壤驷", NULL },        { "公良", NULL },
  { "漆雕", NULL },       { "乐正", "yue zheng" }, { "宰父", "zai fu" },    { "谷梁", "gu liang" },
  { "拓跋", "tuo ba" },   { "夹谷", "jia gu" },    { "轩辕", NULL },        { "令狐", "ling hu" },
  { "段干", "duan gan" }, { "百里", NULL },        { "呼延", NULL },        { "东郭", NULL },
  { "南门", NULL },       { "羊舌", NULL },        { "微生", NULL },        { "梁丘", NULL },
  { "左丘", NULL },       { "东门", NULL },        { "西门", NULL },        { "南荣", NULL },
  { "第五", NULL },       { "单于", "chan yu" },   { "纳兰", NULL },        { "完颜", NULL },
  { "叶赫", NULL },       { "耶律", NULL },        { "那拉", NULL },        { "爱新", NULL },
  { "哥舒", NULL },       { "屈突", NULL },        { "贺兰", NULL },        { "关西", NULL },
};

static const char *const singles =
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范"
    "彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜"
    "顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路"
    "娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪"
    "包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯"
    "宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖"
    "卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别"
    "庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆"
    "师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖岳帅缑亢况"
    "有琴商牟佘佴伯赏墨哈谯笪年爱阳佟言福付代覃邸仝闫苑芦辜原玄原冼植楚官苟晋牙揭兰亓门祁鄢涂展母"
    "蹇谌普占卿迟禤候洋朴南敬仵仉郇么区妥尼折邝由线荀英粟招但丘洛綦隋邵苻逯";

static gboolean
starts_with (const char *name, const char *surname)
{
  while (*surname != '\0')
    {
      if (*name == '\0' ||
          muster_han_simplify (g_utf8_get_char (name)) != g_utf8_get_char (surname))
        return FALSE;
      name = g_utf8_next_char (name);
      surname = g_utf8_next_char (surname);
    }

  return *name != '\0' && muster_han_is_han (g_utf8_get_char (name));
}

static int
find_compound (const char *name)
{
  gunichar first = muster_han_simplify (g_utf8_get_char (name));

  for (guint i = 0; i < G_N_ELEMENTS (compounds); i++)
    if (g_utf8_get_char (compounds[i].surname) == first && starts_with (name, compounds[i].surname))
      return (int) i;

  return -1;
}

/**
 * muster_surname_is_common:
 * @c: a Han character, traditional or simplified
 *
 * Whether @c is one of about 500 surnames of one character.
 */
gboolean
muster_surname_is_common (gunichar c)
{
  char utf8[6];
  int length;

  if (!muster_han_is_han (c))
    return FALSE;

  length = g_unichar_to_utf8 (muster_han_simplify (c), utf8);
  return memmem (singles, strlen (singles), utf8, (gsize) length) != NULL;
}

/**
 * muster_surname_get_length:
 * @name: valid UTF-8, a Chinese name or text that may begin with one
 *
 * Returns: how many characters at the start are the surname: 2 for a known compound one that a
 *   given name follows, 1 for a known single one, 0 when neither is known
 */
guint
muster_surname_get_length (const char *name)
{
  g_return_val_if_fail (name != NULL, 0);

  if (*name == '\0')
    return 0;
  if (find_compound (name) >= 0)
    return 2;

  return muster_surname_is_common (g_utf8_get_char (name)) ? 1 : 0;
}

/**
 * muster_surname_get_compound_reading:
 *
 * Returns: (nullable): two syllables, where @name begins with a compound surname that is not
 *   read as its characters alone are: 尉迟 is "yu chi"
 */
const char *
muster_surname_get_compound_reading (const char *name)
{
  int i;

  g_return_val_if_fail (name != NULL, NULL);

  i = find_compound (name);
  return i >= 0 ? compounds[i].reading : NULL;
}
