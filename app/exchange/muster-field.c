/* muster-field.c - what the columns of a list mean
 *
 * Stable ids, titles for people, and the headings that address books, HR
 * workbooks and chat tools write (FORMATS.md 9, 12 and 14).  Used by the table
 * readers to guess a mapping and by whoever shows or changes it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-field"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "muster-field.h"

#define MAX_HEADING 120 /* bytes; longer cells are no headings */

typedef struct
{
  const char *id;
  const char *title;
  const char *headings; /* normalised as by normalise(), each between two bars */
} FieldInfo;

static const FieldInfo fields[MUSTER_N_FIELDS] = {
  [MUSTER_FIELD_UNKNOWN] = { "unknown", N_ ("Not used"), "" },
  [MUSTER_FIELD_IGNORED] = { "ignored", N_ ("Left out"),
                             "|身份证号|身份证号码|身份证|身份证件号|证件号码|证件号|密码|登录密码|"
                             "银行卡号|银行账号|password|passwd|idcard|idcardnumber|ssn|iban|bic|"
                             "用户密码|护照号|护照号码|passport|" },
  [MUSTER_FIELD_NAME] = { "name", N_ ("Name"),
                          "|姓名|名字|真实姓名|用户名|本名|学生姓名|员工姓名|成员姓名|人员姓名|"
                          "中文名|"
                          "联系人|联系人姓名|name|fullname|realname|personname|studentname|"
                          "membername|employeename|이름|성명|氏名|名前|имя|фио|nombre|nom|"
                          "vollständigername|成员|fileas|" },
  [MUSTER_FIELD_FAMILY_NAME] = { "family-name", N_ ("Family name"),
                                 "|姓氏|姓|lastname|familyname|surname|sn|nachname|apellido|"
                                 "apellidos|nomdefamille|фамилия|姓（漢字）|" },
  [MUSTER_FIELD_GIVEN_NAME] = { "given-name", N_ ("Given name"),
                                "|名|firstname|givenname|forename|vorname|prénom|prenom|" },
  [MUSTER_FIELD_MIDDLE_NAME] = { "middle-name", N_ ("Middle name"),
                                 "|中间名|middlename|additionalname|отчество|" },
  [MUSTER_FIELD_READING] = { "reading", N_ ("Reading"),
                             "|拼音|姓名拼音|读音|pinyin|reading|yominame|phoneticname|ふりがな|"
                             "フリガナ|よみがな|phoneticlastname|" },
  [MUSTER_FIELD_NICKNAME] = { "nickname", N_ ("Nickname"),
                              "|群昵称|群名片|昵称|群内昵称|群备注|nickname|groupcard|"
                              "groupnickname|"
                              "card|ник|닉네임|ニックネーム|別名|暱稱|spitzname|" },
  [MUSTER_FIELD_DISPLAY_NAME] = { "display-name", N_ ("Account name"),
                                  "|微信名|微信昵称|qq昵称|显示名称|备注名|账号名称|displayname|"
                                  "accountname|screenname|username|" },
  [MUSTER_FIELD_ACCOUNT] = { "account", N_ ("Account"),
                             "|账号|帐号|账户|用户id|成员id|account|accountid|userid|memberid|"
                             "platformid|wechatorqq|" },
  [MUSTER_FIELD_ACCOUNT_WECHAT] = { "account-wechat", N_ ("WeChat account"),
                                    "|微信号|微信id|微信|微信账号|wxid|wechat|wechatid|"
                                    "wechataccount|" },
  [MUSTER_FIELD_ACCOUNT_QQ] = { "account-qq", N_ ("QQ number"),
                                "|qq|qq号|qq号码|qq账号|qqnumber|uin|" },
  [MUSTER_FIELD_PHONE] = { "phone", N_ ("Phone"),
                           "|手机号|手机号码|手机|电话|电话号码|联系方式|联系电话|移动电话|"
                           "移动短号|"
                           "移动电话号码|工作电话|家庭电话|本人电话|联系手机|phone|phonenumber|"
                           "mobile|mobilephone|mobilenumber|cell|cellphone|telephone|tel|"
                           "workphone|homephone|businessphone|primaryphone|mobiletel|worktel|"
                           "hometel|handy|telefon|telefono|teléfono|телефон|전화번호|휴대폰|"
                           "携帯電話|電話番号|電話|行動電話|" },
  [MUSTER_FIELD_EMAIL] = { "email", N_ ("E-mail"),
                           "|邮箱|电子邮件|个人邮箱|电子邮箱|邮箱地址|主要电子邮件|备用电子邮件|"
                           "工作邮箱|email|emailaddress|mail|primaryemail|secondaryemail|"
                           "mailaddress|이메일|メール|メールアドレス|correo|почта|電子郵件|" },
  [MUSTER_FIELD_DEPARTMENT] = { "department", N_ ("Department"),
                                "|部门|一级部门|二级部门|所属部门|所在部门|科室|小组|组别|组|処|"
                                "department|dept|division|team|unit|organizationdepartment|"
                                "abteilung|отдел|부서|部署|部門|" },
  [MUSTER_FIELD_CLASS] = { "class", N_ ("Class"),
                           "|班级|班|班别|所在班级|毕业班级|原班级|class|classname|klasse|班級|" },
  [MUSTER_FIELD_YEAR] = { "year", N_ ("Year"),
                          "|届|届别|年级|入学年份|毕业年份|毕业时间|入学时间|年份|year|classyear|"
                          "graduationyear|" },
  [MUSTER_FIELD_SEAT] = { "seat", N_ ("Seat"), "|座号|座位号|座位|seat|seatnumber|" },
  [MUSTER_FIELD_COMPANY] = { "company", N_ ("Company"),
                             "|公司|公司名称|单位|工作单位|所在单位|企业|任职公司|company|"
                             "companyname|organization|organization1name|organisation|employer|"
                             "organizationname|firma|회사|会社|компания|" },
  [MUSTER_FIELD_SCHOOL] = { "school", N_ ("School"),
                            "|学校|院校|毕业院校|学校名称|母校|school|university|college|學校|" },
  [MUSTER_FIELD_TITLE] = { "title", N_ ("Job title"),
                           "|职位|职务|岗位|岗位名称|职称|title|jobtitle|position|"
                           "organizationtitle|organization1title|funktion|должность|직책|役職|"
                           "職位|" },
  [MUSTER_FIELD_CITY] = { "city", N_ ("City"),
                          "|城市|所在城市|所在地|现居城市|现居地|city|homecity|town|location|" },
  [MUSTER_FIELD_NUMBER] = { "number", N_ ("Number"),
                            "|学号|工号|员工编号|员工id|编号|职工号|会员号|会员编号|人员编号|"
                            "number|studentid|studentnumber|employeeid|employeenumber|staffid|"
                            "membernumber|staffnumber|mitgliedsnummer|mitgliedsnr|"
                            "personalnummer|學號|學生編號|" },
  [MUSTER_FIELD_ROW_NUMBER] = { "row-number", N_ ("Row number"), "|序号|no|#|排名|行号|序號|" },
  [MUSTER_FIELD_GENDER] = { "gender", N_ ("Gender"), "|性别|gender|sex|geschlecht|пол|성별|性別|" },
  [MUSTER_FIELD_BIRTHDAY] = { "birthday", N_ ("Birthday"),
                              "|出生日期|出生年月|生日|出生年月日|birthday|birthdate|dateofbirth|"
                              "dob|bday|geburtstag|geburtsdatum|생년월일|誕生日|生年月日|" },
  [MUSTER_FIELD_JOINED] = { "joined", N_ ("Joined"),
                            "|入群时间|入群日期|加入时间|加群时间|进群时间|加入日期|入职日期|"
                            "入职时间|joined|joindate|joineddate|joinedat|joindt|jointime|"
                            "eintritt|eintrittsdatum|beitritt|入群時間|" },
  [MUSTER_FIELD_INVITER] = { "inviter", N_ ("Invited by"),
                             "|邀请人|推荐人|介绍人|inviter|invitedby|invitor|referrer|邀請人|" },
  [MUSTER_FIELD_ROLE] = { "role", N_ ("Role"), "|群角色|身份|群身份|角色|role|roles|memberrole|" },
  [MUSTER_FIELD_LAST_SPOKE] = { "last-spoke", N_ ("Last message"),
                                "|最后发言|最后发言时间|最近发言|最后发言日期|lastmessage|"
                                "lastspoke|lastsenttime|lastmessagedate|lastmessagetime|"
                                "lastactive|最後發言|" },
  [MUSTER_FIELD_STANDING] = { "standing", N_ ("Standing"), "|状态|成员状态|standing|status|狀態|" },
  [MUSTER_FIELD_REQUIRED] = { "required", N_ ("Must be in the group"),
                              "|必须在群|必须入群|必须进群|必须在群里|必到|必到人员|必在群|"
                              "required|mandatory|mustbeingroup|必須在群|" },
  [MUSTER_FIELD_TAGS] = { "tags", N_ ("Tags"),
                          "|标签|tags|labels|groupmembership|categories|label|標籤|" },
  [MUSTER_FIELD_ADDRESS] = { "address", N_ ("Address"),
                             "|家庭住址|地址|户籍详细地址|住址|通讯地址|联系地址|家庭地址|现住址|"
                             "address|homeaddress|street|homestreet|businessstreet|"
                             "workaddress|mailingaddress|adresse|адрес|주소|住所|" },
  [MUSTER_FIELD_NOTE] = { "note", N_ ("Note"),
                          "|备注|注释|说明|note|notes|remark|remarks|comment|comments|備註|備考|"
                          "비고|notiz|notizen|заметки|" },
  [MUSTER_FIELD_REPLY] = { "reply", N_ ("Reply"),
                           "|回复|答复|是否参加|参加|确认|签收|reply|response|answer|rsvp|"
                           "attending|signup|回覆|" },
  [MUSTER_FIELD_GROUP] = { "group", N_ ("Group"), "|群|群名|群名称|群聊|group|groupname|" },
};

/* Headings that would match in one of the words above and are something else. */
static const char other_headings[] =
    "|id|年龄|学历|婚姻状况|民族|政治面貌|籍贯|紧急联系人|紧急电话|邮编|国家|省份|age|fax|"
    "faxnumber|"
    "传真号码|寻呼机号码|pagernumber|webpage1|webpage2|homestate|homezipcode|homecountry|photo|"
    "工作地址|工作城市|首次发言|消息数|emaildisplayname|birthyear|birthmonth|nameprefix|namesuffix|"
    "suffix|phoneticfirstname|phoneticmiddlename|homeaddress2|workaddress2|workcity|workstate|"
    "workzipcode|workcountry|education|maritalstatus|ethnicity|description|source|";

/* Lower case, without spaces and signs, and without what stands in brackets:
 * "手机号码（必填）*" is 手机号码. */
static gboolean
normalise (const char *heading, gsize length, char out[MAX_HEADING + 3])
{
  const char *p = heading;
  const char *end = heading + length;
  gsize n = 0;
  int depth = 0;

  if (length > MAX_HEADING || !g_utf8_validate (heading, (gssize) length, NULL))
    return FALSE;

  out[n++] = '|';
  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == 0xFF08 || c == '[')
        depth++;
      else if ((c == ')' || c == 0xFF09 || c == ']') && depth > 0)
        depth--;
      else if (depth == 0 && (g_unichar_isalnum (c) || c == '#') && n + 6 < MAX_HEADING)
        n += (gsize) g_unichar_to_utf8 (g_unichar_tolower (c), out + n);
    }
  out[n++] = '|';
  out[n] = '\0';
  return n > 2;
}

/* "e-mail 1 - value" and "phone 2 - value" of Google's address book. */
static MusterField
match_numbered (const char *key)
{
  if (g_str_has_suffix (key, "value|"))
    {
      if (g_str_has_prefix (key, "|email") && g_ascii_isdigit (key[6]))
        return MUSTER_FIELD_EMAIL;
      if (g_str_has_prefix (key, "|phone") && g_ascii_isdigit (key[6]))
        return MUSTER_FIELD_PHONE;
    }
  if (g_str_has_suffix (key, "formatted|") && g_str_has_prefix (key, "|address"))
    return MUSTER_FIELD_ADDRESS;
  if ((g_str_has_prefix (key, "|email") || g_str_has_prefix (key, "|mobilephone") ||
       g_str_has_prefix (key, "|homephone") || g_str_has_prefix (key, "|businessphone") ||
       g_str_has_prefix (key, "|emailaddress") || g_str_has_prefix (key, "|手机") ||
       g_str_has_prefix (key, "|电话") || g_str_has_prefix (key, "|邮箱")) &&
      g_ascii_isdigit (key[strlen (key) - 2]))
    return strstr (key, "mail") != NULL || strstr (key, "邮箱") != NULL ? MUSTER_FIELD_EMAIL
                                                                        : MUSTER_FIELD_PHONE;
  return MUSTER_FIELD_UNKNOWN;
}

/**
 * muster_field_get_id:
 *
 * Returns: the short stable word of `--map COLUMN=FIELD`
 */
const char *
muster_field_get_id (MusterField self)
{
  g_return_val_if_fail ((guint) self < MUSTER_N_FIELDS, NULL);

  return fields[self].id;
}

/**
 * muster_field_get_title:
 *
 * Returns: translated, also the heading of our own exports
 */
const char *
muster_field_get_title (MusterField self)
{
  g_return_val_if_fail ((guint) self < MUSTER_N_FIELDS, NULL);

  return _ (fields[self].title);
}

gboolean
muster_field_from_id (const char *id, MusterField *out_field)
{
  g_return_val_if_fail (id != NULL, FALSE);

  for (guint i = 0; i < MUSTER_N_FIELDS; i++)
    if (strcmp (fields[i].id, id) == 0)
      {
        *out_field = (MusterField) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_own_title (MusterField field, const char *key)
{
  const char *title = muster_field_get_title (field);
  char own[MAX_HEADING + 3];

  return normalise (title, strlen (title), own) && strcmp (own, key) == 0;
}

/**
 * muster_field_from_heading:
 * @heading: a cell of what may be a header
 * @length: its bytes, -1 if it ends with a NUL
 *
 * Headings of our own exports are understood in English, Chinese and the language of now.
 *
 * Returns: what the column means; %MUSTER_FIELD_UNKNOWN when nothing tells
 */
MusterField
muster_field_from_heading (const char *heading, gssize length)
{
  char key[MAX_HEADING + 3];

  if (heading == NULL || !normalise (heading, length < 0 ? strlen (heading) : (gsize) length, key))
    return MUSTER_FIELD_UNKNOWN;

  for (guint i = MUSTER_FIELD_IGNORED; i < MUSTER_N_FIELDS; i++)
    if (strstr (fields[i].headings, key) != NULL || is_own_title ((MusterField) i, key))
      return (MusterField) i;
  return match_numbered (key);
}

/**
 * muster_field_is_heading:
 *
 * Returns: whether this is a heading that lists are known to have, used by us or not
 */
gboolean
muster_field_is_heading (const char *heading, gssize length)
{
  char key[MAX_HEADING + 3];

  if (muster_field_from_heading (heading, length) != MUSTER_FIELD_UNKNOWN)
    return TRUE;
  return heading != NULL &&
         normalise (heading, length < 0 ? strlen (heading) : (gsize) length, key) &&
         strstr (other_headings, key) != NULL;
}
