/* The verdicts of DESIGN.md, "The naming template".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "muster-naming-checker.h"

#define EXACT MUSTER_NAMING_EXACT
#define NEAR MUSTER_NAMING_NEAR
#define WRONG MUSTER_NAMING_WRONG
#define MISMATCH MUSTER_NAMING_MISMATCH
#define UNKNOWN MUSTER_NAMING_UNKNOWN

typedef struct
{
  const char *label, *nickname;
  MusterNamingVerdict verdict;
  const char *reasons;    /* comma between them */
  const char *suggestion; /* NULL for none */
} Row;

typedef struct
{
  const char *template;
  const char *lists;  /* "department=销售部=销售,财务部;company=…" */
  const char *person; /* "name=张三;department=销售部", NULL if unknown */
  const char *roster; /* names with commas between them, NULL for none */
} Setting;

static const char departments[] = "department=销售部,财务部=财会=账务,人力资源部=HR,IT";

static MusterNamingLists *
read_lists (const char *text)
{
  MusterNamingLists *lists = muster_naming_lists_new ();
  g_auto (GStrv) fields = g_strsplit (text != NULL ? text : "", ";", -1);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (fields[i], "=", 2);
      g_auto (GStrv) values = g_strsplit (halves[1], ",", -1);

      for (guint j = 0; values[j] != NULL; j++)
        {
          g_auto (GStrv) spellings = g_strsplit (values[j], "=", -1);

          muster_naming_lists_add (lists, halves[0], spellings[0],
                                   (const char *const *) spellings + 1);
        }
    }

  return lists;
}

static MusterNamingChecker *
make_checker (const Setting *setting)
{
  g_autoptr (GError) error = NULL;
  MusterNamingTemplate *template = muster_naming_template_parse (setting->template, &error);

  g_assert_no_error (error);
  return muster_naming_checker_new (template, read_lists (setting->lists));
}

static GHashTable *
read_fields (const char *text)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) pairs = g_strsplit (text, ";", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (pairs[i], "=", 2);

      g_hash_table_insert (fields, g_strdup (halves[0]), g_strdup (halves[1]));
    }

  return fields;
}

static MusterNamingResult *
check (MusterNamingChecker *checker, const Setting *setting, const char *nickname)
{
  if (setting->person != NULL)
    {
      g_autoptr (GHashTable) fields = read_fields (setting->person);
      MusterNamingPerson person = { g_hash_table_lookup (fields, "name"), fields };

      return muster_naming_checker_check (checker, nickname, &person);
    }
  if (setting->roster != NULL)
    {
      g_autoptr (MusterNamingRoster) roster = muster_naming_roster_new ();
      g_auto (GStrv) names = g_strsplit (setting->roster, ",", -1);

      for (guint i = 0; names[i] != NULL; i++)
        muster_naming_roster_add (roster, names[i]);
      return muster_naming_checker_check_roster (checker, nickname, roster);
    }

  return muster_naming_checker_check (checker, nickname, NULL);
}

static void
check_rows (const Setting *setting, const Row *rows, guint n)
{
  MusterNamingChecker *checker = make_checker (setting);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MusterNamingResult) result = check (checker, setting, rows[i].nickname);
      g_autofree char *reasons = g_strjoinv (",", result->reasons);
      g_autofree char *shown = g_utf8_make_valid (rows[i].nickname, -1);

      g_test_message ("%s, %s: '%s' is %s (%s) '%s'", setting->template, rows[i].label, shown,
                      muster_naming_verdict_get_id (result->verdict), reasons,
                      result->suggestion != NULL ? result->suggestion : "-");
      g_assert_cmpstr (muster_naming_verdict_get_id (result->verdict), ==,
                       muster_naming_verdict_get_id (rows[i].verdict));
      g_assert_cmpstr (reasons, ==, rows[i].reasons);
      g_assert_cmpstr (result->suggestion, ==, rows[i].suggestion);
      g_assert_cmpstr (result->text, !=, "");
    }

  g_assert_finalize_object (checker);
}

static void
test_department_name (void)
{
  static const Setting setting = { "{department}-{name}", departments, NULL, NULL };
  static const Row rows[] = {
    /* DESIGN.md's own examples */
    { "to the letter", "销售部-张三", EXACT, "", NULL },
    { "long dash", "销售部—张三", NEAR, "separator", "销售部-张三" },
    { "spaces", "销售部 - 张 三", NEAR, "spacing", "销售部-张三" },
    { "brackets and full-width dash", "［销售部］－张三", NEAR, "separator,decoration",
      "销售部-张三" },
    { "emoji", "🌸销售部-张三", NEAR, "decoration", "销售部-张三" },
    { "unique beginning", "销售-张三", NEAR, "variant", "销售部-张三" },
    { "traditional", "銷售部-張三", NEAR, "variant", "销售部-张三" },
    { "swapped", "张三-销售部", NEAR, "order", "销售部-张三" },
    { "underscore", "财务部_李四", NEAR, "separator", "财务部-李四" },
    { "no department", "张三", WRONG, "missing:department", NULL },
    { "no department, a remark", "张三（出差）", WRONG, "missing:department,extra", NULL },
    { "unknown department, name in brackets", "市场部（李四）", WRONG, "unlisted:department",
      NULL },
    { "unknown department", "市场部-李四", WRONG, "unlisted:department", NULL },
    { "no name", "销售部-", WRONG, "missing:name", NULL },
    { "not a name", "销售部-小可爱123", WRONG, "not-a-name", NULL },
    { "run together", "销售部张三", NEAR, "separator", "销售部-张三" },
    { "empty", "", UNKNOWN, "", NULL },
    /* separators */
    { "en dash", "销售部–张三", NEAR, "separator", "销售部-张三" },
    { "minus", "销售部−张三", NEAR, "separator", "销售部-张三" },
    { "full-width", "销售部－张三", NEAR, "separator", "销售部-张三" },
    { "tilde", "销售部~张三", NEAR, "separator", "销售部-张三" },
    { "full-width tilde", "销售部～张三", NEAR, "separator", "销售部-张三" },
    { "wave dash", "销售部〜张三", NEAR, "separator", "销售部-张三" },
    { "full-width underscore", "销售部＿张三", NEAR, "separator", "销售部-张三" },
    { "doubled", "销售部--张三", NEAR, "separator", "销售部-张三" },
    { "two long dashes", "销售部——张三", NEAR, "separator", "销售部-张三" },
    { "mixed", "销售部-_张三", NEAR, "separator", "销售部-张三" },
    { "non-breaking hyphen", "销售部‑张三", NEAR, "separator", "销售部-张三" },
    { "box drawing", "销售部─张三", NEAR, "separator", "销售部-张三" },
    { "long vowel mark", "销售部ー张三", NEAR, "separator", "销售部-张三" },
    { "the numeral one", "销售部一张三", NEAR, "separator", "销售部-张三" },
    { "vertical stroke", "销售部丨张三", NEAR, "separator", "销售部-张三" },
    { "dot stroke", "销售部丶张三", NEAR, "separator", "销售部-张三" },
    { "space", "销售部 张三", NEAR, "separator", "销售部-张三" },
    { "slash", "销售部/张三", NEAR, "separator", "销售部-张三" },
    { "colon", "销售部：张三", NEAR, "separator", "销售部-张三" },
    { "long dash with spaces", "销售部 — 张三", NEAR, "separator,spacing", "销售部-张三" },
    { "run together, alias", "HR张三", NEAR, "separator,variant", "人力资源部-张三" },
    { "run together, compound surname", "销售部欧阳锋", NEAR, "separator", "销售部-欧阳锋" },
    /* spaces */
    { "before the dash", "销售部 -张三", NEAR, "spacing", "销售部-张三" },
    { "behind the dash", "销售部- 张三", NEAR, "spacing", "销售部-张三" },
    { "ideographic", "销售部　-　张三", NEAR, "spacing", "销售部-张三" },
    { "at the start", " 销售部-张三", NEAR, "spacing", "销售部-张三" },
    { "at the end", "销售部-张三 ", NEAR, "spacing", "销售部-张三" },
    { "in the department", "销 售 部-张三", NEAR, "spacing", "销售部-张三" },
    { "in the name", "销售部-张　三", NEAR, "spacing", "销售部-张三" },
    { "non-breaking", "销售部\xC2\xA0-\xC2\xA0张三", NEAR, "spacing", "销售部-张三" },
    /* decoration */
    { "emoji behind", "销售部-张三🌸", NEAR, "decoration", "销售部-张三" },
    { "emoji within", "销售部🌸-🌸张三", NEAR, "decoration", "销售部-张三" },
    { "family emoji", "👨‍👩‍👧销售部-张三", NEAR, "decoration", "销售部-张三" },
    { "flag", "销售部-张三🇨🇳", NEAR, "decoration", "销售部-张三" },
    { "stars", "★销售部-张三★", NEAR, "decoration", "销售部-张三" },
    { "heart with selector", "销售部-张三❤️", NEAR, "decoration", "销售部-张三" },
    { "zero-width space", "销售部-张\xE2\x80\x8B三", NEAR, "decoration", "销售部-张三" },
    { "direction mark", "\xE2\x80\x8E销售部-张三", NEAR, "decoration", "销售部-张三" },
    { "private use", "销售部-张三\xEE\x84\x86", NEAR, "decoration", "销售部-张三" },
    { "struck through", "销售部-张\xCC\xB6三\xCC\xB6", NEAR, "decoration", "销售部-张三" },
    { "full stop", "销售部-张三。", NEAR, "decoration", "销售部-张三" },
    { "tildes around", "~销售部-张三~", NEAR, "decoration", "销售部-张三" },
    { "brackets around all", "【销售部-张三】", NEAR, "decoration", "销售部-张三" },
    { "brackets around the name", "销售部-（张三）", NEAR, "decoration", "销售部-张三" },
    { "brackets, no dash", "【销售部】张三", NEAR, "separator,decoration", "销售部-张三" },
    { "quotation marks", "“销售部”-张三", NEAR, "decoration", "销售部-张三" },
    { "emoji and spaces", "🌸 销售部-张三", NEAR, "spacing,decoration", "销售部-张三" },
    /* variants */
    { "alias", "财会-张三", NEAR, "variant", "财务部-张三" },
    { "second alias", "账务-张三", NEAR, "variant", "财务部-张三" },
    { "alias in lower case", "hr-张三", NEAR, "variant", "人力资源部-张三" },
    { "case", "it-张三", NEAR, "variant", "IT-张三" },
    { "full-width letters", "ＩＴ-张三", NEAR, "variant", "IT-张三" },
    { "longer beginning", "人力资源-张三", NEAR, "variant", "人力资源部-张三" },
    { "beginning of two characters", "人力-张三", NEAR, "variant", "人力资源部-张三" },
    { "beginning of one", "销-张三", WRONG, "unlisted:department", NULL },
    { "traditional department", "銷售部-张三", NEAR, "variant", "销售部-张三" },
    { "traditional name", "销售部-張三", NEAR, "variant", "销售部-张三" },
    { "canonically the same", "销售部-\xEF\xA4\x8A三", EXACT, "", NULL },
    { "Kangxi radical", "销售部-\xE2\xBE\xA6三", NEAR, "variant", "销售部-金三" },
    { "qian is no traditional form", "销售部-李乾", EXACT, "", NULL },
    { "all at once", "🌸銷售 — 張 三", NEAR, "separator,spacing,decoration,variant", "销售部-张三" },
    /* order */
    { "swapped, long dash", "张三—销售部", NEAR, "separator,order", "销售部-张三" },
    { "swapped, run together", "张三销售部", NEAR, "separator,order", "销售部-张三" },
    { "swapped, alias", "张三-财会", NEAR, "order,variant", "财务部-张三" },
    { "swapped, department in brackets", "张三（销售部）", NEAR, "separator,order,decoration",
      "销售部-张三" },
    /* wrong */
    { "only the department", "销售部", WRONG, "missing:name", NULL },
    { "only the dash", "-", WRONG, "missing:department,missing:name", NULL },
    { "only emoji", "🌸", WRONG, "missing:department,missing:name", NULL },
    { "dash and name", "-张三", WRONG, "missing:department", NULL },
    { "name in spaces", " 张三 ", WRONG, "missing:department", NULL },
    { "digits", "12345", WRONG, "missing:name,unlisted:department", NULL },
    { "one character", "销售部-张", WRONG, "not-a-name", NULL },
    { "five characters", "销售部-张三李四王", WRONG, "not-a-name", NULL },
    { "digits in the name", "销售部-张3", WRONG, "not-a-name", NULL },
    { "digits behind the name", "销售部-张三123", WRONG, "not-a-name", NULL },
    { "run together, not a name", "销售部小可爱123", WRONG, "not-a-name", NULL },
    { "one more part", "销售部-张三-经理", WRONG, "extra", NULL },
    { "one more part in front", "经理-销售部-张三", WRONG, "extra", NULL },
    { "a note", "销售部-张三（出差）", WRONG, "extra", NULL },
    { "a longer department", "销售部门口-张三", WRONG, "unlisted:department", NULL },
    { "could be a name by grammar", "市场部-", WRONG, "missing:department", NULL },
    { "two departments", "销售部-财务部-张三", WRONG, "extra", NULL },
    { "not UTF-8", "销售部-张三\xFF", NEAR, "decoration", "销售部-张三" },
    { "mixed scripts", "销售部-Peter陈", WRONG, "not-a-name", NULL },
    /* nothing to judge */
    { "spaces alone", "  \xE3\x80\x80", UNKNOWN, "", NULL },
    { "invisible characters alone", "\xE2\x80\x8B\xE2\x80\x8D", UNKNOWN, "", NULL },
    { "Hangul filler alone", "\xE3\x85\xA4", UNKNOWN, "", NULL },
    /* other names */
    { "four characters", "销售部-欧阳修文", EXACT, "", NULL },
    { "rare character", "销售部-张㛃", EXACT, "", NULL },
    { "middle dot", "销售部-阿卜杜拉·买买提", EXACT, "", NULL },
    { "another dot", "销售部-阿卜杜拉•买买提", NEAR, "variant", "销售部-阿卜杜拉·买买提" },
    { "full-width dot", "销售部-阿卜杜拉．买买提", NEAR, "variant", "销售部-阿卜杜拉·买买提" },
    { "two dots", "销售部-古丽·阿依·汗", EXACT, "", NULL },
    { "dot at the end", "销售部-阿卜杜拉·", NEAR, "decoration", "销售部-阿卜杜拉" },
    { "eleven before the dot", "销售部-一二三四五六七八九十百·买", WRONG, "not-a-name", NULL },
    { "Latin", "IT-John Smith", EXACT, "", NULL },
    { "Latin with hyphen", "IT-Anne-Marie Weiß", EXACT, "", NULL },
    { "Latin, two spaces", "IT-John  Smith", NEAR, "spacing", "IT-John Smith" },
    { "Latin, swapped", "John Smith-IT", NEAR, "order", "IT-John Smith" },
    { "family name first", "IT-Smith, John", NEAR, "order", "IT-John Smith" },
    { "initials", "IT-J. R. Smith", EXACT, "", NULL },
    { "a word that begins like a department", "Italo Calvino", WRONG, "missing:department", NULL },
    { "run together, Latin", "HRJohn", NEAR, "separator,variant", "人力资源部-John" },
    { "apostrophe", "IT-Sinéad O’Brien", EXACT, "", NULL },
    { "Cyrillic", "IT-Иван Петров", EXACT, "", NULL },
    { "Japanese", "IT-高橋みなみ", EXACT, "", NULL },
    { "Korean", "IT-김철수", EXACT, "", NULL },
  };

  check_rows (&setting, rows, G_N_ELEMENTS (rows));
}

static void
test_name (void)
{
  static const Setting setting = { "{name}", NULL, NULL, NULL };
  static const Row rows[] = {
    { "two characters", "张三", EXACT, "", NULL },
    { "three", "王小明", EXACT, "", NULL },
    { "four", "司马相如", EXACT, "", NULL },
    { "one", "张", WRONG, "not-a-name", NULL },
    { "five", "张三李四王", WRONG, "not-a-name", NULL },
    { "lovely by grammar", "小可爱", EXACT, "", NULL },
    { "lovely with digits", "小可爱123", WRONG, "not-a-name", NULL },
    { "sentence", "今天天气真好", WRONG, "not-a-name", NULL },
    { "traditional", "張三", NEAR, "variant", "张三" },
    { "spaces", "张 三", NEAR, "spacing", "张三" },
    { "emoji", "张三🌸", NEAR, "decoration", "张三" },
    { "brackets", "(张三)", NEAR, "decoration", "张三" },
    { "dash in front", "-张三", NEAR, "decoration", "张三" },
    { "dot stroke behind", "王小二丶", NEAR, "decoration", "王小二" },
    { "dot stroke in front", "丶王小二", NEAR, "decoration", "王小二" },
    { "department in front", "销售部-张三", WRONG, "extra", NULL },
    { "digits", "123", WRONG, "not-a-name", NULL },
    { "emoji alone", "😀", WRONG, "missing:name", NULL },
    { "emoji and digits", "😀1", WRONG, "not-a-name", NULL },
    { "empty", "", UNKNOWN, "", NULL },
    { "one word", "Madonna", EXACT, "", NULL },
    { "one letter", "A", WRONG, "not-a-name", NULL },
    { "three words", "John Paul Jones", EXACT, "", NULL },
    { "particles", "Ludwig van Beethoven", EXACT, "", NULL },
    { "accents", "José María Núñez", EXACT, "", NULL },
    { "accents, decomposed", "Jose\xCC\x81 Nu\xCC\x81nez", EXACT, "", NULL },
    { "abbreviation at the end", "Robert Downey Jr.", EXACT, "", NULL },
    { "apostrophe first", "d'Artagnan", EXACT, "", NULL },
    { "full-width letters", "Ｊｏｈｎ", NEAR, "variant", "John" },
    { "letters and digits", "John2", WRONG, "not-a-name", NULL },
    { "nine words", "a bb cc dd ee ff gg hh ii", WRONG, "extra", NULL },
    { "Han beside Latin", "张三 Tom", WRONG, "extra", NULL },
    { "zero in Han", "二〇", EXACT, "", NULL },
    { "Tamil with marks", "குமார்", EXACT, "", NULL },
    { "emoji between letters", "a👍b👍c👍", NEAR, "decoration", "abc" },
  };

  check_rows (&setting, rows, G_N_ELEMENTS (rows));
}

static void
test_name_with_limit (void)
{
  static const Setting setting = { "{name:2-3}", NULL, NULL, NULL };
  static const Row rows[] = {
    { "least", "张三", EXACT, "", NULL },
    { "most", "王小明", EXACT, "", NULL },
    { "too long", "司马相如", WRONG, "not-a-name", NULL },
    { "spaces do not count", "王 小 明", NEAR, "spacing", "王小明" },
    { "Latin too long", "John", WRONG, "not-a-name", NULL },
    { "Latin", "Bob", EXACT, "", NULL },
  };

  check_rows (&setting, rows, G_N_ELEMENTS (rows));
}

static void
test_seat (void)
{
  static const Setting setting = { "{seat:3d}-{name}", NULL, NULL, NULL };
  static const Row rows[] = {
    { "to the letter", "012-张三", EXACT, "", NULL },
    { "two digits", "12-张三", WRONG, "unlisted:seat", NULL },
    { "four digits", "0123-张三", WRONG, "unlisted:seat", NULL },
    { "letters", "A12-张三", WRONG, "unlisted:seat", NULL },
    { "full-width digits", "０１２-张三", NEAR, "variant", "012-张三" },
    { "run together", "012张三", NEAR, "separator", "012-张三" },
    { "swapped", "张三-012", NEAR, "order", "012-张三" },
    { "swapped, run together", "张三012", NEAR, "separator,order", "012-张三" },
    { "none", "张三", WRONG, "missing:seat", NULL },
    { "no name", "012", WRONG, "missing:name", NULL },
    { "long dash", "012—张三", NEAR, "separator", "012-张三" },
    { "bracketed", "(012)张三", NEAR, "separator,decoration", "012-张三" },
    { "dot", "012.张三", NEAR, "separator", "012-张三" },
  };

  check_rows (&setting, rows, G_N_ELEMENTS (rows));
}

static void
test_company_or_school (void)
{
  static const Setting setting = { "{company|school}-{name}", NULL, NULL, NULL };
  static const Row rows[] = {
    { "company", "腾讯-张三", EXACT, "", NULL },
    { "long company", "深圳市腾讯计算机系统有限公司-张三", EXACT, "", NULL },
    { "Latin company", "IBM-张三", EXACT, "", NULL },
    { "Latin company of two words", "Deutsche Bank-Anna Weber", EXACT, "", NULL },
    { "ampersand", "AT&T-John Doe", EXACT, "", NULL },
    { "digits", "58同城-张三", EXACT, "", NULL },
    { "long dash", "腾讯—张三", NEAR, "separator", "腾讯-张三" },
    { "space", "腾讯 张三", NEAR, "separator", "腾讯-张三" },
    { "traditional", "騰訊-张三", NEAR, "variant", "腾讯-张三" },
    { "no company", "张三", WRONG, "missing:company", NULL },
    { "no name", "腾讯-", WRONG, "missing:name", NULL },
    { "not a name", "清华大学-小可爱123", WRONG, "not-a-name", NULL },
    { "swapped, told by length", "张三-腾讯科技有限公司", NEAR, "order", "腾讯科技有限公司-张三" },
    { "run together", "腾讯科技有限公司张三", WRONG, "missing:name", NULL },
    { "bracketed", "【腾讯】张三", NEAR, "separator,decoration", "腾讯-张三" },
    { "three parts", "腾讯-研发-张三", WRONG, "extra", NULL },
    { "traditional own right", "於氏-张三", EXACT, "", NULL },
  };

  check_rows (&setting, rows, G_N_ELEMENTS (rows));
}

static void
test_listed_alternatives (void)
{
  static const Setting setting = { "{company|school}-{name}",
                                   "company=腾讯,百度;school=清华大学=清华,北京大学=北大", NULL,
                                   NULL };
  static const Row rows[] = {
    { "first list", "腾讯-张三", EXACT, "", NULL },
    { "second list", "清华大学-张三", EXACT, "", NULL },
    { "alias in the second", "北大-张三", NEAR, "variant", "北京大学-张三" },
    { "in neither", "谷歌-张三", WRONG, "unlisted:company", NULL },
    { "swapped", "张三-清华大学", NEAR, "order", "清华大学-张三" },
    { "run together", "清华大学张三", NEAR, "separator", "清华大学-张三" },
    { "run together, alias", "清华张三", NEAR, "separator,variant", "清华大学-张三" },
  };

  check_rows (&setting, rows, G_N_ELEMENTS (rows));
}

static void
test_class_and_name (void)
{
  static const Setting setting = { "{class}{name}", NULL, NULL, NULL };
  static const Row rows[] = {
    { "two and two", "三班张三", EXACT, "", NULL },
    { "two and three", "三班王小明", EXACT, "", NULL },
    { "compound surname", "三班欧阳锋", EXACT, "", NULL },
    { "digits", "3班张三", EXACT, "", NULL },
    { "space", "三班 张三", NEAR, "spacing", "三班张三" },
    { "name alone", "张三", WRONG, "missing:class", NULL },
  };

  check_rows (&setting, rows, G_N_ELEMENTS (rows));
}

static void
test_optional (void)
{
  static const Setting setting = { "{class}[-{seat}]-{name}", NULL, NULL, NULL };
  static const Row rows[] = {
    { "with seat", "三班-12-张三", EXACT, "", NULL },
    { "without", "三班-张三", EXACT, "", NULL },
    { "with seat, long dashes", "三班—12—张三", NEAR, "separator", "三班-12-张三" },
    { "without, long dash", "三班—张三", NEAR, "separator", "三班-张三" },
    { "seat and name swapped", "三班-张三-12", NEAR, "order", "三班-12-张三" },
    { "seat that is none", "三班-ab-张三", WRONG, "unlisted:seat", NULL },
    { "no name", "三班-12", WRONG, "missing:name", NULL },
    { "name alone", "张三", WRONG, "missing:class", NULL },
    { "full-width digits", "三班-１２-张三", NEAR, "variant", "三班-12-张三" },
  };

  check_rows (&setting, rows, G_N_ELEMENTS (rows));
}

static void
test_word (void)
{
  static const Setting setting = { "{year}届{name}", NULL, NULL, NULL };
  static const Row rows[] = {
    { "to the letter", "2003届张三", EXACT, "", NULL },
    { "short year", "03届张三", EXACT, "", NULL },
    { "traditional word", "2003屆张三", NEAR, "variant", "2003届张三" },
    { "space", "2003届 张三", NEAR, "spacing", "2003届张三" },
    { "dash", "2003届-张三", NEAR, "separator", "2003届张三" },
    { "no word", "2003张三", WRONG, "missing:literal", NULL },
    { "no word, with a dash", "2003-张三", WRONG, "missing:literal", NULL },
    { "no year", "届张三", WRONG, "missing:year", NULL },
    { "name alone", "张三", WRONG, "missing:year", NULL },
    { "swapped", "张三2003届", NEAR, "order", "2003届张三" },
    { "year in letters", "零三届张三", WRONG, "unlisted:year", NULL },
    { "emoji", "🎓2003届张三", NEAR, "decoration", "2003届张三" },
  };

  check_rows (&setting, rows, G_N_ELEMENTS (rows));
}

static void
test_word_and_separator (void)
{
  static const Setting setting = { "第{class}班-{name}", NULL, NULL, NULL };
  static const Row rows[] = {
    { "to the letter", "第3班-张三", EXACT, "", NULL },
    { "long dash", "第3班—张三", NEAR, "separator", "第3班-张三" },
    { "first word missing", "3班-张三", WRONG, "missing:literal", NULL },
    { "swapped", "张三-第3班", NEAR, "order", "第3班-张三" },
    { "run together", "第3班张三", NEAR, "separator", "第3班-张三" },
  };

  check_rows (&setting, rows, G_N_ELEMENTS (rows));
}

static void
test_other_separators (void)
{
  static const Setting brackets = { "【{department}】{name}", departments, NULL, NULL };
  static const Row in_brackets[] = {
    { "to the letter", "【销售部】张三", EXACT, "", NULL },
    { "other brackets", "[销售部]张三", NEAR, "separator", "【销售部】张三" },
    { "dash", "销售部-张三", NEAR, "separator", "【销售部】张三" },
    { "swapped without", "张三销售部", NEAR, "separator,order", "【销售部】张三" },
  };
  static const Setting spaced = { "{department} {name}", departments, NULL, NULL };
  static const Row with_space[] = {
    { "to the letter", "销售部 张三", EXACT, "", NULL },
    { "dash", "销售部-张三", NEAR, "separator", "销售部 张三" },
    { "two spaces", "销售部  张三", NEAR, "spacing", "销售部 张三" },
    { "ideographic space", "销售部　张三", NEAR, "spacing", "销售部 张三" },
    { "run together", "销售部张三", NEAR, "separator", "销售部 张三" },
  };
  static const Setting heart = { "{department}❤{name}", departments, NULL, NULL };
  static const Row with_heart[] = {
    { "to the letter", "销售部❤张三", EXACT, "", NULL },
    { "dash", "销售部-张三", NEAR, "separator", "销售部❤张三" },
    { "more emoji", "🌸销售部❤张三", NEAR, "decoration", "销售部❤张三" },
  };
  static const Setting wide = { "{department}－{name}", departments, NULL, NULL };
  static const Row with_wide[] = {
    { "to the letter", "销售部－张三", EXACT, "", NULL },
    { "hyphen", "销售部-张三", NEAR, "separator", "销售部－张三" },
  };
  static const Setting sign = { "{department} - {name}", departments, NULL, NULL };
  static const Row with_spaced_dash[] = {
    { "to the letter", "销售部 - 张三", EXACT, "", NULL },
    { "no spaces", "销售部-张三", NEAR, "spacing", "销售部 - 张三" },
    { "long dash", "销售部 — 张三", NEAR, "separator", "销售部 - 张三" },
  };

  check_rows (&brackets, in_brackets, G_N_ELEMENTS (in_brackets));
  check_rows (&spaced, with_space, G_N_ELEMENTS (with_space));
  check_rows (&heart, with_heart, G_N_ELEMENTS (with_heart));
  check_rows (&wide, with_wide, G_N_ELEMENTS (with_wide));
  check_rows (&sign, with_spaced_dash, G_N_ELEMENTS (with_spaced_dash));
}

static void
test_traditional_group (void)
{
  static const Setting setting = { "{department}-{name}", "department=銷售部,財務部", NULL, NULL };
  static const Row rows[] = {
    { "to the letter", "銷售部-張三", EXACT, "", NULL },
    { "simplified department", "销售部-張三", NEAR, "variant", "銷售部-張三" },
    { "simplified name", "銷售部-张三", EXACT, "", NULL },
  };

  check_rows (&setting, rows, G_N_ELEMENTS (rows));
}

static void
test_person (void)
{
  static const Setting setting = { "{department}-{name}", departments,
                                   "name=张三;department=销售部", NULL };
  static const Row rows[] = {
    { "right", "销售部-张三", EXACT, "", NULL },
    { "another name", "销售部-李四", MISMATCH, "mismatch", "销售部-张三" },
    { "another name, long dash", "销售部—李四", MISMATCH, "separator,mismatch", "销售部-张三" },
    { "traditional", "销售部-張三", NEAR, "variant", "销售部-张三" },
    { "spaces", "销售部-张 三", NEAR, "spacing", "销售部-张三" },
    { "no department", "张三", WRONG, "missing:department", "销售部-张三" },
    { "unknown department", "市场部-张三", WRONG, "unlisted:department", "销售部-张三" },
    { "not a name", "销售部-小可爱123", WRONG, "not-a-name", "销售部-张三" },
    { "nothing right", "小可爱123", WRONG, "missing:department,not-a-name", "销售部-张三" },
    { "swapped", "张三-销售部", NEAR, "order", "销售部-张三" },
    { "empty", "", UNKNOWN, "", "销售部-张三" },
  };

  check_rows (&setting, rows, G_N_ELEMENTS (rows));
}

static void
test_person_without_lists (void)
{
  static const Setting setting = { "{company|school}-{name}", NULL, "name=张三;school=清华大学",
                                   NULL };
  static const Row rows[] = {
    { "right", "清华大学-张三", EXACT, "", NULL },
    { "swapped", "张三-清华大学", NEAR, "order", "清华大学-张三" },
    { "swapped, short", "张三-清华", NEAR, "order", "清华-张三" },
    { "swapped, school in brackets", "张三（清华）", NEAR, "separator,order,decoration",
      "清华-张三" },
    { "a remark in brackets", "张三（出差）", WRONG, "missing:company,extra", "清华大学-张三" },
    { "swapped, another school", "张三-北大", WRONG, "missing:company,extra", "清华大学-张三" },
    { "run together", "清华大学张三", NEAR, "separator", "清华大学-张三" },
    { "another name", "清华大学-李四", MISMATCH, "mismatch", "清华大学-张三" },
    { "name alone", "张三", WRONG, "missing:company", "清华大学-张三" },
  };
  static const Setting poor = { "{company}-{name}", NULL, "name=张三", NULL };
  static const Row of_poor[] = {
    { "roster does not know the company", "张三", WRONG, "missing:company", NULL },
    { "the nickname does", "腾讯-小可爱123", WRONG, "not-a-name", "腾讯-张三" },
  };
  static const Setting seat = { "{seat:3d}-{name}", NULL, "name=张三;seat=7", NULL };
  static const Row of_seat[] = {
    { "leading zeros", "7-张三", WRONG, "unlisted:seat", "007-张三" },
  };
  static const Setting listed = { "{department}-{name}", departments, "name=张三;department=财会",
                                  NULL };
  static const Row of_listed[] = {
    { "the roster's alias", "张三", WRONG, "missing:department", "财务部-张三" },
  };
  static const Setting optional = { "{class}[-{seat}]-{name}", NULL, "name=张三;class=三班", NULL };
  static const Row of_optional[] = {
    { "seat unknown", "张三", WRONG, "missing:class", "三班-张三" },
  };
  static const Setting taiwanese = { "{department}-{name}", departments, "name=張三", NULL };
  static const Row of_taiwanese[] = {
    { "as on the roster", "销售部-張三", EXACT, "", NULL },
    { "simplified", "销售部-张三", NEAR, "variant", "销售部-張三" },
  };
  static const Setting odd = { "{name}", NULL, "name=Peter陈", NULL };
  static const Row of_odd[] = {
    { "the roster knows best", "Peter陈", EXACT, "", NULL },
  };

  check_rows (&setting, rows, G_N_ELEMENTS (rows));
  check_rows (&poor, of_poor, G_N_ELEMENTS (of_poor));
  check_rows (&seat, of_seat, G_N_ELEMENTS (of_seat));
  check_rows (&listed, of_listed, G_N_ELEMENTS (of_listed));
  check_rows (&optional, of_optional, G_N_ELEMENTS (of_optional));
  check_rows (&taiwanese, of_taiwanese, G_N_ELEMENTS (of_taiwanese));
  check_rows (&odd, of_odd, G_N_ELEMENTS (of_odd));
}

static void
test_roster (void)
{
  static const Setting setting = { "{department}-{name}", departments, NULL,
                                   "张三,欧阳锋,José García,Ludwig van Beethoven" };
  static const Row rows[] = {
    { "on it", "销售部-张三", EXACT, "", NULL },
    { "not on it", "销售部-李四", MISMATCH, "mismatch", NULL },
    { "not on it, swapped", "李四-销售部", MISMATCH, "order,mismatch", NULL },
    { "variant", "销售部-張三", NEAR, "variant", "销售部-张三" },
    { "accents", "IT-Jose Garcia", NEAR, "variant", "IT-José García" },
    { "order", "IT-García José", NEAR, "order", "IT-José García" },
    { "initial", "IT-J. García", NEAR, "variant", "IT-José García" },
    { "particle", "IT-Ludwig Beethoven", NEAR, "variant", "IT-Ludwig van Beethoven" },
    { "wrong form", "张三", WRONG, "missing:department", NULL },
    { "a remark in brackets", "张三（出差）", WRONG, "missing:department,extra", NULL },
    { "wrong form, unknown name", "李四", WRONG, "missing:department", NULL },
  };

  check_rows (&setting, rows, G_N_ELEMENTS (rows));
}

static void
test_parts (void)
{
  static const struct
  {
    const char *label, *template, *lists, *nickname, *expected;
  } rows[] = {
    { "exact", "{department}-{name}", departments, "销售部-张三", "department=销售部 name=张三" },
    { "near", "{department}-{name}", departments, "🌸銷售 — 張 三", "department=销售部 name=张三" },
    { "swapped", "{department}-{name}", departments, "张三-销售部", "department=销售部 name=张三" },
    { "unlisted", "{department}-{name}", departments, "市场部-李四",
      "department=市场部 name=李四" },
    { "missing", "{department}-{name}", departments, "张三", "name=张三" },
    { "not a name", "{department}-{name}", departments, "销售部-张3", "department=销售部" },
    { "second alternative", "{company|school}-{name}", "school=清华大学", "清华大学-张三",
      "school=清华大学 name=张三" },
    { "first alternative", "{company|school}-{name}", "school=清华大学", "腾讯-张三",
      "company=腾讯 name=张三" },
    { "optional, there", "{class}[-{seat}]-{name}", NULL, "三班-12-张三",
      "class=三班 seat=12 name=张三" },
    { "optional, not there", "{class}[-{seat}]-{name}", NULL, "三班-张三", "class=三班 name=张三" },
    { "without separator", "{class}{name}", NULL, "三班王小明", "class=三班 name=王小明" },
    { "compound surname", "{class}{name}", NULL, "三班欧阳锋", "class=三班 name=欧阳锋" },
    { "custom field", "{栋号}-{name}", NULL, "12栋-张三", "栋号=12栋 name=张三" },
    { "unknown", "{name}", NULL, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Setting setting = { rows[i].template, rows[i].lists, NULL, NULL };
      g_autoptr (MusterNamingChecker) checker = make_checker (&setting);
      g_autoptr (MusterNamingResult) result =
          muster_naming_checker_check (checker, rows[i].nickname, NULL);
      g_autoptr (GString) parts = g_string_new (NULL);

      for (guint j = 0; j < result->parts->len; j++)
        {
          const MusterNamingValue *part = g_ptr_array_index (result->parts, j);

          g_string_append_printf (parts, "%s%s=%s", j > 0 ? " " : "", part->field, part->value);
          g_assert_cmpstr (muster_naming_result_get_part (result, part->field), ==, part->value);
        }
      g_test_message ("%s: %s", rows[i].label, parts->str);
      g_assert_cmpstr (parts->str, ==, rows[i].expected);
      g_assert_null (muster_naming_result_get_part (result, "city"));
    }
}

/* A suggestion that is not itself exact would send the member round in circles. */
static void
test_suggestions_are_exact (void)
{
  static const char *const nicknames[] = {
    "🌸銷售 — 張 三", "张三-财会", "HR张三", "【销售部】张三", "it-smith, john", "IT-阿卜杜拉•买买提"
  };
  static const Setting setting = { "{department}-{name}", departments, NULL, NULL };
  g_autoptr (MusterNamingChecker) checker = make_checker (&setting);

  for (guint i = 0; i < G_N_ELEMENTS (nicknames); i++)
    {
      g_autoptr (MusterNamingResult) first =
          muster_naming_checker_check (checker, nicknames[i], NULL);
      g_autoptr (MusterNamingResult) second = NULL;

      g_assert_nonnull (first->suggestion);
      second = muster_naming_checker_check (checker, first->suggestion, NULL);
      g_assert_cmpint (second->verdict, ==, MUSTER_NAMING_EXACT);
    }
}

static void
test_suggestion_of_roster (void)
{
  static const Setting setting = { "{department}-{name}", departments, NULL, NULL };
  g_autoptr (MusterNamingChecker) checker = make_checker (&setting);
  g_autoptr (GHashTable) fields = read_fields ("department=财会");
  MusterNamingPerson known = { "张三", fields }, unknown = { "张三", NULL };
  g_autofree char *suggestion = muster_naming_checker_dup_suggestion (checker, &known);

  g_assert_cmpstr (suggestion, ==, "财务部-张三");
  g_assert_null (muster_naming_checker_dup_suggestion (checker, &unknown));
}

/* What a hostile member could set as a nickname must not hold up a roll call. */
static void
test_long_nickname (void)
{
  static const Setting setting = { "{company|school}[-{class}][-{seat}]-{name}", NULL, NULL, NULL };
  g_autoptr (MusterNamingChecker) checker = make_checker (&setting);
  g_autoptr (GString) nickname = g_string_new (NULL);
  g_autoptr (MusterNamingResult) result = NULL;

  for (int i = 0; i < 2000; i++)
    g_string_append (nickname, i % 3 == 0 ? "张-" : "三 ");
  result = muster_naming_checker_check (checker, nickname->str, NULL);
  g_assert_cmpint (result->verdict, ==, MUSTER_NAMING_WRONG);
  g_assert_true (g_strv_contains ((const char *const *) result->reasons, "extra"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/naming-checker/department-name", test_department_name);
  g_test_add_func ("/naming-checker/name", test_name);
  g_test_add_func ("/naming-checker/name-with-limit", test_name_with_limit);
  g_test_add_func ("/naming-checker/seat", test_seat);
  g_test_add_func ("/naming-checker/company-or-school", test_company_or_school);
  g_test_add_func ("/naming-checker/listed-alternatives", test_listed_alternatives);
  g_test_add_func ("/naming-checker/class-and-name", test_class_and_name);
  g_test_add_func ("/naming-checker/optional", test_optional);
  g_test_add_func ("/naming-checker/word", test_word);
  g_test_add_func ("/naming-checker/word-and-separator", test_word_and_separator);
  g_test_add_func ("/naming-checker/other-separators", test_other_separators);
  g_test_add_func ("/naming-checker/traditional-group", test_traditional_group);
  g_test_add_func ("/naming-checker/person", test_person);
  g_test_add_func ("/naming-checker/person-without-lists", test_person_without_lists);
  g_test_add_func ("/naming-checker/roster", test_roster);
  g_test_add_func ("/naming-checker/parts", test_parts);
  g_test_add_func ("/naming-checker/suggestions-are-exact", test_suggestions_are_exact);
  g_test_add_func ("/naming-checker/suggestion-of-roster", test_suggestion_of_roster);
  g_test_add_func ("/naming-checker/long-nickname", test_long_nickname);
  return g_test_run ();
}
