/* muster-encoding.c - which characters are these bytes?
 *
 * Byte order marks, a strict look at UTF-8, and a guess between the 8-bit
 * encodings by how plausible the text looks that each would give.  Used by
 * the text source only; knows no files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-encoding"

#include "config.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uscript.h>

#include "muster-encoding.h"

#define SAMPLE_BYTES (64 * 1024)
#define SURE_MARGIN 0.25
#define SCAN_BLOCK 64 /* bytes looked at at once */

typedef struct
{
  const char *name;      /* as shown */
  const char *converter; /* as ICU knows it */
  double bonus;          /* breaks ties: Chinese users first */
  gboolean is_single_byte;
} Encoding;

static const Encoding encodings[] = {
  { "GB18030", "gb18030", 0.10, FALSE },
  { "Shift_JIS", "ibm-943_P15A-2003", 0.05, FALSE },
  { "Big5", "windows-950-2000", 0.05, FALSE },
  { "EUC-KR", "ibm-1363_P11B-1998", 0.05, FALSE },
  { "windows-1252", "windows-1252", 0.0, TRUE },
  { "windows-1251", "windows-1251", 0.0, TRUE },
  { "windows-1250", "windows-1250", -0.05, TRUE },
  { "windows-1253", "windows-1253", -0.05, TRUE },
  { "windows-1255", "windows-1255", -0.05, TRUE },
  { "EUC-JP", "euc-jp", 0.0, FALSE }, /* its kana are GB18030's too: never guessed */
  { "UTF-8", "utf-8", 0.0, FALSE },
  { "UTF-16LE", "utf-16le", 0.0, FALSE },
  { "UTF-16BE", "utf-16be", 0.0, FALSE },
  { "UTF-32LE", "utf-32le", 0.0, FALSE },
  { "UTF-32BE", "utf-32be", 0.0, FALSE },
};

#define N_GUESSED 9 /* the first of the table */

/* Characters that make up most of any text in their script, by frequency of use. */
static const char common[] =
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发"
    "后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开"
    "但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并"
    "物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先"
    "海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才"
    "结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书"
    "非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领"
    "共确传师观清今切院让识候带导争运笔刘李陈杨黄赵周吴徐孙朱何罗梁宋郑谢韩唐冯于董萧曹袁邓傅沈曾彭"
    "吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤群"
    "星期午请谢您吗吧啊呢哦哈呀图片语音频件链接消息通知班级姓名号码备注职位邮箱地址性别编"
    "這個們來為國說時會對過發後裡經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問戰頭體見產應電"
    "話給員題變總報結場計區隊書聽達強難權設據邊張該規觀領確傳師讓識帶導爭運陳楊黃趙劉吳鄭謝馮請嗎"
    "のにはをたがでてとしれさいるあっなくものこりまうすきかけおめよらせわつえみちどだそんじゃばねほ"
    "アイウエオカキクコサシスタテトナニノハフマムメモラリルレロワンガグジダデドバビブプーッャュョ"
    "이다는을가고에하의지로도기사를은한대자나인시해그있어서리수정보아들부일만마여주라게장전기요것면"
    "안네습니까오우상화조무스음님과제신소중동원공";

const char *const *
muster_encoding_list (void)
{
  static const char *const names[] = {
    "UTF-8",        "GB18030",      "Big5",         "Shift_JIS",    "EUC-JP",
    "EUC-KR",       "windows-1252", "windows-1250", "windows-1251", "windows-1253",
    "windows-1255", "UTF-16LE",     "UTF-16BE",     NULL,
  };

  return names;
}

/**
 * muster_encoding_get_converter:
 * @name: as of muster_encoding_list(), in any case, or any name ICU knows (GBK, cp932 …)
 *
 * Returns: (nullable): the name of ICU's converter; %NULL for a name that nobody knows
 */
const char *
muster_encoding_get_converter (const char *name)
{
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (g_ascii_strcasecmp (encodings[i].name, name) == 0)
      return encodings[i].converter;

  if (g_ascii_strcasecmp (name, "GBK") == 0 || g_ascii_strcasecmp (name, "GB2312") == 0)
    return "gb18030";

  return ucnv_getAlias (name, 0, &status);
}

/**
 * muster_encoding_from_bom:
 * @out_skip: (out): the bytes of the mark, 0 without one
 *
 * Returns: (nullable): the encoding that a byte order mark states
 */
const char *
muster_encoding_from_bom (const char *data, gsize length, gsize *out_skip)
{
  static const struct
  {
    const char *mark;
    gsize length;
    const char *name;
  } marks[] = {
    { "\xEF\xBB\xBF", 3, "UTF-8" },    { "\xFF\xFE\0\0", 4, "UTF-32LE" },
    { "\0\0\xFE\xFF", 4, "UTF-32BE" }, { "\xFF\xFE", 2, "UTF-16LE" },
    { "\xFE\xFF", 2, "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
      {
        *out_skip = marks[i].length;
        return marks[i].name;
      }

  *out_skip = 0;
  return NULL;
}

/* The bytes of the sequence at @p, 0 for none, -1 for one that @end cuts off. */
static int
sequence_length (const guint8 *p, const guint8 *end)
{
  guint8 first = p[0];
  int n = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  guint8 low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  guint8 high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;

  if (n == 0)
    return 0;
  if (p + 1 >= end)
    return -1;
  if (p[1] < low || p[1] > high)
    return 0;
  for (int i = 2; i < n; i++)
    {
      if (p + i >= end)
        return -1;
      if ((p[i] & 0xC0) != 0x80)
        return 0;
    }
  return n;
}

/* One character, or one bad byte.  FALSE when the end cuts it off. */
static inline gboolean
scan_character (const guint8 **p, const guint8 *end, MusterUtf8Scan *scan)
{
  int n;

  if (**p < 0x80)
    {
      (*p)++;
      return TRUE;
    }

  n = sequence_length (*p, end);
  if (n < 0)
    {
      scan->cut = (gsize) (end - *p);
      return FALSE;
    }
  scan->n_sequences += n > 0;
  scan->n_bad += n == 0;
  *p += MAX (n, 1);
  return TRUE;
}

#ifdef __SSE2__
/* Of 64 bytes: bit n is set when byte n is such a one. */
typedef struct
{
  guint64 high;  /* above ASCII */
  guint64 inner; /* 80 to BF: not the first of a character */
  guint64 three; /* E0 and above: the first of three bytes or more */
  guint64 odd;   /* what needs a closer look: C0, C1, E0, ED, and F0 and above */
} Block;

static inline Block
classify (const guint8 *p)
{
  Block block = { 0 };

  for (int i = 0; i < 4; i++)
    {
      __m128i v = _mm_loadu_si128 ((const __m128i *) (gconstpointer) (p + 16 * i));
      __m128i inner = _mm_cmplt_epi8 (v, _mm_set1_epi8 (-64)); /* as signed numbers */
      __m128i three = _mm_cmpgt_epi8 (v, _mm_set1_epi8 (-33));
      __m128i four = _mm_and_si128 (_mm_cmpgt_epi8 (v, _mm_set1_epi8 (-17)),
                                    _mm_cmplt_epi8 (v, _mm_setzero_si128 ()));
      __m128i ends = _mm_or_si128 (_mm_cmpeq_epi8 (v, _mm_set1_epi8 ((char) 0xE0)),
                                   _mm_cmpeq_epi8 (v, _mm_set1_epi8 ((char) 0xED)));
      __m128i overlong = _mm_cmpeq_epi8 (_mm_and_si128 (v, _mm_set1_epi8 ((char) 0xFE)),
                                         _mm_set1_epi8 ((char) 0xC0));
      __m128i odd = _mm_or_si128 (_mm_or_si128 (four, ends), overlong);

      block.high |= (guint64) (guint) _mm_movemask_epi8 (v) << (16 * i);
      block.inner |= (guint64) (guint) _mm_movemask_epi8 (inner) << (16 * i);
      block.three |= (guint64) (guint) _mm_movemask_epi8 (three) << (16 * i);
      block.odd |= (guint64) (guint) _mm_movemask_epi8 (odd) << (16 * i);
    }
  block.three &= block.high;
  return block;
}

/* Passes over blocks of ASCII and characters of two and three bytes that no further condition
 * holds for, nearly all there is: the bytes behind the first ones of characters must be exactly
 * those that are no first ones.  Gives the character that the first other block begins with or in.
 */
static const guint8 *
skip_plain_blocks (const guint8 *p, const guint8 *end, MusterUtf8Scan *scan)
{
  guint64 open = 0; /* bytes of the block that a character before it needs */

  while (end - p >= SCAN_BLOCK)
    {
      Block block = classify (p);
      guint64 first = block.high & ~block.inner;

      if (block.odd != 0 || block.inner != (first << 1 | block.three << 2 | open))
        break;
      open = first >> 63 | block.three >> 62;
      scan->n_sequences += (guint64) __builtin_popcountll (first);
      p += SCAN_BLOCK;
    }

  if (open != 0)
    {
      scan->n_sequences--;
      do
        p--;
      while ((*p & 0xC0) == 0x80);
    }
  return p;
}
#else
static const guint8 *
skip_plain_blocks (const guint8 *p, const guint8 *end, MusterUtf8Scan *scan)
{
  return p;
}
#endif

/**
 * muster_utf8_scan:
 * @max_bad: stop looking when more bad bytes than this were found
 *
 * Strict: no overlong forms, no surrogates, nothing above U+10FFFF.  NULs are
 * characters like others here.
 */
void
muster_utf8_scan (const char *data, gsize length, guint64 max_bad, MusterUtf8Scan *out_scan)
{
  const guint8 *p = (const guint8 *) data;
  const guint8 *end = p + length;
  MusterUtf8Scan scan = { 0 };

  while (p < end && scan.n_bad <= max_bad && scan.cut == 0)
    {
      const guint8 *stop;

      p = skip_plain_blocks (p, end, &scan);
      stop = end - p > 2 * SCAN_BLOCK ? p + SCAN_BLOCK : end;
      while (p < stop && scan.n_bad <= max_bad && scan_character (&p, end, &scan))
        ;
    }
  *out_scan = scan;
}

static GHashTable *
new_common_set (void)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (const char *p = common; *p != '\0'; p = g_utf8_next_char (p))
    g_hash_table_add (set, GUINT_TO_POINTER (g_utf8_get_char (p)));
  return set;
}

/* How usual a double-byte character is by its place in its national standard, which
 * puts the common ones first. */
static double
score_pair (const char *name, guint8 lead, guint8 trail)
{
  if (strcmp (name, "GB18030") == 0)
    {
      if (trail < 0xA1 || lead < 0xA1)
        return -0.3;
      return lead <= 0xA3 ? 0.4 : lead < 0xB0 ? -0.3 : lead < 0xD8 ? 0.6 : lead < 0xF8 ? 0.0 : -0.5;
    }
  if (strcmp (name, "Big5") == 0)
    return lead < 0xA1 ? -0.5 : lead < 0xA4 ? 0.3 : lead < 0xC7 ? 0.5 : lead < 0xFA ? -0.1 : -0.5;
  if (strcmp (name, "Shift_JIS") == 0)
    return lead < 0x84 ? 0.4 : lead < 0x88 ? -0.2 : lead < 0x99 ? 0.5 : lead < 0xA0 ? 0.0 : -0.3;
  if (strcmp (name, "EUC-KR") == 0)
    {
      if (trail < 0xA1 || lead < 0xA1)
        return -0.3;
      return lead <= 0xA3 ? 0.3 : lead < 0xB0 ? -0.3 : lead < 0xC9 ? 0.5 : -0.3;
    }
  return 0.0;
}

/* A character of a single-byte encoding is plausible when its neighbours are letters
 * of the same script, and Latin letters with marks don't come in long runs. */
static double
score_letter (UChar32 c, UChar32 before, UChar32 after, int run)
{
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript (c, &status);
  UChar32 neighbours[] = { before, after };
  double score = 0.3;

  if (!u_isalpha (c))
    return u_ispunct (c) || c == 0xA0 ? 0.05 : -0.2;

  for (guint i = 0; i < G_N_ELEMENTS (neighbours); i++)
    if (u_isalpha (neighbours[i]))
      score += uscript_getScript (neighbours[i], &status) == script ? 0.25 : -0.6;
  if (u_isUUppercase (c) && u_islower (before))
    score -= 0.6;
  if (script == USCRIPT_LATIN && run > 2)
    score -= 0.7;
  if (script != USCRIPT_LATIN && run == 1 && !u_isalpha (before) && !u_isalpha (after))
    score -= 0.4;
  return score;
}

static double
score_wide (UChar32 c, double by_place, GHashTable *set)
{
  if (g_hash_table_contains (set, GINT_TO_POINTER (c)))
    return 1.0;
  if (c >= 0xFF61 && c <= 0xFF9F) /* half-width kana: what other encodings look like in Shift_JIS */
    return -0.4;
  if (!u_isdefined (c) || u_charType (c) == U_PRIVATE_USE_CHAR || u_iscntrl (c) || c > 0xFFFF)
    return -1.0;
  return by_place;
}

/* The mean plausibility of the characters above ASCII. */
static double
score_encoding (const Encoding *encoding, const char *data, gsize length, GHashTable *set)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (encoding->converter, &status);
  const char *p = data;
  const char *end = data + length;
  UChar32 before = ' ', current = ' ';
  double total = 0.0;
  double place = 0.0;
  guint n = 0;
  int run = 0;

  if (U_FAILURE (status))
    return -10.0;

  ucnv_setToUCallBack (converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  while (p < end)
    {
      const char *start = p;
      UChar32 next = 0;

      status = U_ZERO_ERROR;
      next = ucnv_getNextUChar (converter, &p, end, &status);
      if (status == U_TRUNCATED_CHAR_FOUND)
        break;
      if (U_FAILURE (status))
        {
          total -= 3.0;
          n++;
          ucnv_resetToUnicode (converter);
          p = MAX (p, start + 1);
          next = ' ';
        }
      if (current >= 0x80)
        {
          run++;
          n++;
          total += encoding->is_single_byte ? score_letter (current, before, next, run)
                                            : score_wide (current, place, set);
        }
      else
        run = 0;
      before = current;
      current = next;
      place =
          p - start == 2 ? score_pair (encoding->name, (guint8) start[0], (guint8) start[1]) : -0.4;
    }
  if (current >= 0x80)
    {
      n++;
      total += encoding->is_single_byte ? score_letter (current, before, ' ', run + 1)
                                        : score_wide (current, place, set);
    }
  ucnv_close (converter);

  return n > 0 ? total / n + encoding->bonus : 0.0;
}

/**
 * muster_encoding_guess_utf16:
 *
 * Without a mark: every other byte of ASCII and line ends is NUL then.
 *
 * Returns: (nullable): "UTF-16LE", "UTF-16BE", or %NULL for anything else
 */
const char *
muster_encoding_guess_utf16 (const char *data, gsize length)
{
  gsize even = 0, odd = 0;
  gsize n = MIN (length, SAMPLE_BYTES) & ~(gsize) 1;

  for (gsize i = 0; i < n; i += 2)
    {
      even += data[i] == '\0';
      odd += data[i + 1] == '\0';
    }
  if (odd > n / 20 && even * 10 < odd)
    return "UTF-16LE";
  if (even > n / 20 && odd * 10 < even)
    return "UTF-16BE";
  return NULL;
}

/* Lines with bytes above ASCII, as many as fit: they alone tell. */
static GByteArray *
take_sample (const char *data, gsize length)
{
  GByteArray *sample = g_byte_array_new ();
  const char *p = data;
  const char *end = data + length;

  while (p < end && sample->len < SAMPLE_BYTES)
    {
      const char *line_end = memchr (p, '\n', (gsize) (end - p));
      gsize n;

      line_end = line_end != NULL ? line_end + 1 : end;
      n = MIN ((gsize) (line_end - p), SAMPLE_BYTES);
      for (gsize i = 0; i < n; i++)
        if ((guint8) p[i] >= 0x80)
          {
            g_byte_array_append (sample, (const guint8 *) p, (guint) n);
            break;
          }
      p = line_end;
    }
  return sample;
}

/**
 * muster_encoding_guess:
 * @data: neither UTF-8 nor with a byte order mark
 * @out_sure: (out): whether the best is far ahead of the rest
 *
 * Returns: (nullable): a name of muster_encoding_list(); %NULL for what is no text
 */
const char *
muster_encoding_guess (const char *data, gsize length, gboolean *out_sure)
{
  g_autoptr (GHashTable) set = NULL;
  g_autoptr (GByteArray) sample = NULL;
  const char *name = muster_encoding_guess_utf16 (data, length);
  const Encoding *best = NULL;
  double best_score = -10.0, second = -10.0;

  *out_sure = TRUE;
  if (name != NULL)
    return name;
  if (memchr (data, '\0', MIN (length, SAMPLE_BYTES)) != NULL)
    return NULL;

  set = new_common_set ();
  sample = take_sample (data, length);
  for (guint i = 0; i < N_GUESSED; i++)
    {
      double score = score_encoding (&encodings[i], (const char *) sample->data, sample->len, set);

      if (score > best_score)
        {
          second = best_score;
          best_score = score;
          best = &encodings[i];
        }
      else if (score > second)
        second = score;
    }

  *out_sure = best_score - second >= SURE_MARGIN;
  return best_score > -0.2 ? best->name : NULL;
}
