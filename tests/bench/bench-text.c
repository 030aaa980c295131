/* bench-text.c - how fast names are ordered, judged and compared by looks
 *
 * PERFORMANCE.md T12, T19 and T20.  Prints "name | ours ms | baseline ms |
 * ratio | target"; each figure is the median of five, measured in turn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ucol.h>
#include <unicode/uspoof.h>

#include "measure.h"
#include "muster-collator.h"
#include "muster-naming-checker.h"
#include "muster-normalise.h"
#include "muster-skeleton.h"

#define N_CARDS 100000
#define N_EXACT_OF_TEN 7
#define N_PLAIN_OF_TEN 9

static const char *const departments[] = { "销售部", "财务部", "人力资源部", "研发中心", "市场部",
                                           "行政部", "采购部", "法务部",     "客服部",   "IT" };
static const char surnames[] = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
static const char given[] = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰飞鹏";

static guint64 sink; /* keeps what was computed from being optimised away */

static gunichar
pick (GRand *dice, const char *from)
{
  return g_utf8_get_char (g_utf8_offset_to_pointer (
      from, g_rand_int_range (dice, 0, (gint32) g_utf8_strlen (from, -1))));
}

static void
append_name (GRand *dice, GString *out)
{
  g_string_append_unichar (out, pick (dice, surnames));
  for (int i = g_rand_int_range (dice, 1, 3); i > 0; i--)
    g_string_append_unichar (out, pick (dice, given));
}

static char **
make_names (guint n)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (12);
  char **names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      GString *name = g_string_new (NULL);

      append_name (dice, name);
      names[i] = g_string_free (name, FALSE);
    }
  return names;
}

/* Seven of ten are exact; the others have no name, a wrong sign or an emoji. */
static char **
make_cards (guint n)
{
  static const char *const separators[] = { "-", "—", "" };
  g_autoptr (GRand) dice = g_rand_new_with_seed (19);
  char **cards = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      GString *card = g_string_new (NULL);
      gboolean exact = i % 10 < N_EXACT_OF_TEN;

      if (i % 10 >= N_PLAIN_OF_TEN)
        g_string_append (card, "🌸");
      g_string_append (card, departments[g_rand_int_range (dice, 0, G_N_ELEMENTS (departments))]);
      g_string_append (card, exact ? "-" : separators[i % 3]);
      append_name (dice, card);
      cards[i] = g_string_free (card, FALSE);
    }
  return cards;
}

typedef double (*Measure) (gpointer data);

static void
compare (const char *name, Measure ours, Measure baseline, gpointer data, const char *target)
{
  double a[MEASURE_ROUNDS], b[MEASURE_ROUNDS];

  for (int i = 0; i < MEASURE_ROUNDS; i++)
    {
      b[i] = baseline (data);
      a[i] = ours (data);
    }
  measure_print (name, a, b, target);
}

/* T12 */

typedef struct
{
  guint8 key[48];
  gsize length;
  const char *name;
} SortRow;

typedef struct
{
  char **names;
  SortRow *rows;
  UCollator *collator;
} SortJob;

static int
compare_keys (const void *a, const void *b)
{
  const SortRow *one = a, *other = b;
  int order = memcmp (one->key, other->key, MIN (one->length, other->length));

  return order != 0 ? order : (one->length > other->length) - (one->length < other->length);
}

static double
sort_by_keys (gpointer data)
{
  SortJob *job = data;
  g_autofree SortRow *rows = g_memdup2 (job->rows, N_CARDS * sizeof *rows);
  gint64 start = g_get_monotonic_time ();

  qsort (rows, N_CARDS, sizeof *rows, compare_keys);
  sink += (guint64) rows[N_CARDS / 2].key[0];
  return measure_since (start);
}

static int
compare_by_icu (gconstpointer a, gconstpointer b, gpointer collator)
{
  UErrorCode code = U_ZERO_ERROR;

  return (int) ucol_strcollUTF8 (collator, *(const char *const *) a, -1, *(const char *const *) b,
                                 -1, &code);
}

static double
sort_by_icu (gpointer data)
{
  SortJob *job = data;
  g_autofree char **names = g_memdup2 (job->names, N_CARDS * sizeof *names);
  gint64 start = g_get_monotonic_time ();

  qsort_r (names, N_CARDS, sizeof *names, compare_by_icu, job->collator);
  sink += (guint64) names[N_CARDS / 2][0];
  return measure_since (start);
}

static void
bench_order (void)
{
  g_autoptr (MusterCollator) collator = muster_collator_new ();
  g_auto (GStrv) names = make_names (N_CARDS);
  g_autofree SortRow *rows = g_new0 (SortRow, N_CARDS);
  UErrorCode code = U_ZERO_ERROR;
  SortJob job = { names, rows, ucol_open ("zh@collation=pinyin", &code) };

  for (guint i = 0; i < N_CARDS; i++)
    {
      rows[i].name = names[i];
      rows[i].length =
          muster_collator_write_key (collator, names[i], rows[i].key, sizeof rows[i].key);
      g_assert_cmpuint (rows[i].length, <=, sizeof rows[i].key);
    }
  compare ("T12 sort 100k names: stored keys / ICU asked each time", sort_by_keys, sort_by_icu,
           &job, "<= 0.35");
  ucol_close (job.collator);
}

/* T19 */

typedef struct
{
  char **cards;
  gsize *lengths;
  MusterNamingChecker *checker;
  GRegex *regex;
  gsize sizes[G_N_ELEMENTS (departments)]; /* of the departments in bytes */
  guint n_exact;                           /* that there are */
} MatchJob;

static double
match_by_template (gpointer data)
{
  MatchJob *job = data;
  gint64 start = g_get_monotonic_time ();
  guint n = 0;

  for (guint i = 0; i < N_CARDS; i++)
    n += muster_naming_checker_is_plainly_exact (job->checker, job->cards[i], job->lengths[i]);
  g_assert_cmpuint (n, ==, job->n_exact);
  return measure_since (start);
}

static inline gboolean
is_han (const guchar *p, const guchar *end)
{
  guint c;

  if (end - p < 3 || (p[0] & 0xF0) != 0xE0)
    return FALSE;
  c = ((guint) (p[0] & 0x0F) << 12) | ((guint) (p[1] & 0x3F) << 6) | (p[2] & 0x3F);
  return c >= 0x4E00 && c <= 0x9FFF;
}

/* What one would write by hand for these departments and this template alone. */
static gboolean
is_exact_by_hand (const char *card, gsize length, const gsize *sizes)
{
  const guchar *p = (const guchar *) card, *end = p + length;
  guint n = 0, i;

  for (i = 0; i < G_N_ELEMENTS (departments); i++)
    {
      gsize size = sizes[i];

      if (size < length && memcmp (p, departments[i], size) == 0)
        {
          p += size;
          break;
        }
    }
  if (i == G_N_ELEMENTS (departments) || *p++ != '-')
    return FALSE;
  for (; n < 5 && is_han (p, end); n++)
    p += 3;
  return p == end && n >= 2 && n <= 4;
}

static double
match_by_hand (gpointer data)
{
  MatchJob *job = data;
  gint64 start = g_get_monotonic_time ();
  guint n = 0;

  for (guint i = 0; i < N_CARDS; i++)
    n += is_exact_by_hand (job->cards[i], job->lengths[i], job->sizes);
  g_assert_cmpuint (n, ==, job->n_exact);
  return measure_since (start);
}

static double
match_by_regex (gpointer data)
{
  MatchJob *job = data;
  gint64 start = g_get_monotonic_time ();
  guint n = 0;

  for (guint i = 0; i < N_CARDS; i++)
    n += g_regex_match (job->regex, job->cards[i], 0, NULL);
  g_assert_cmpuint (n, ==, job->n_exact);
  return measure_since (start);
}

static double
judge_in_full (gpointer data)
{
  MatchJob *job = data;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_CARDS; i++)
    {
      g_autoptr (MusterNamingResult) result =
          muster_naming_checker_check (job->checker, job->cards[i], NULL);

      sink += result->verdict;
    }
  return measure_since (start);
}

static MusterNamingChecker *
make_checker (void)
{
  MusterNamingLists *lists = muster_naming_lists_new ();

  for (guint i = 0; i < G_N_ELEMENTS (departments); i++)
    muster_naming_lists_add (lists, "department", departments[i], NULL);
  return muster_naming_checker_new (muster_naming_template_parse ("{department}-{name}", NULL),
                                    lists);
}

static void
bench_template (char **cards, gsize *lengths)
{
  g_autofree char *values = NULL;
  g_autofree char *pattern = NULL;
  g_autoptr (MusterNamingChecker) checker = make_checker ();
  MatchJob job = { .cards = cards, .lengths = lengths, .checker = checker };
  g_auto (GStrv) listed = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (departments); i++)
    {
      g_strv_builder_add (builder, departments[i]);
      job.sizes[i] = strlen (departments[i]);
    }
  listed = g_strv_builder_end (builder);
  values = g_strjoinv ("|", listed);
  pattern = g_strdup_printf ("^(%s)-([\\x{4e00}-\\x{9fff}]{2,4})$", values);
  job.regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
  for (guint i = 0; i < N_CARDS; i++)
    job.n_exact += is_exact_by_hand (cards[i], lengths[i], job.sizes);

  compare ("T19 match 100k cards: template / by hand", match_by_template, match_by_hand, &job,
           "<= 3");
  compare ("T19 match 100k cards: template / GRegex", match_by_template, match_by_regex, &job,
           "<= 0.4");
  compare ("T19 judge 100k cards, 3 of 10 not exact, with suggestions / GRegex", judge_in_full,
           match_by_regex, &job, "-");
  g_regex_unref (job.regex);
}

/* T20 */

typedef struct
{
  char **cards;
  gsize *lengths;
  MusterSkeleton *skeleton;
  USpoofChecker *checker;
} LookJob;

static double
look_by_chain (gpointer data)
{
  LookJob *job = data;
  g_autoptr (GString) key = g_string_sized_new (128);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_CARDS; i++)
    {
      g_string_truncate (key, 0);
      sink += g_utf8_validate (job->cards[i], (gssize) job->lengths[i], NULL);
      muster_normalise_append (key, job->cards[i], (gssize) job->lengths[i]);
      muster_skeleton_append (job->skeleton, key, job->cards[i]);
      sink += key->len;
    }
  return measure_since (start);
}

static double
look_by_icu (gpointer data)
{
  LookJob *job = data;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_CARDS; i++)
    {
      char key[256];
      UErrorCode code = U_ZERO_ERROR;

      sink += (guint64) uspoof_getSkeletonUTF8 (job->checker, 0, job->cards[i],
                                                (int32_t) job->lengths[i], key, sizeof key, &code);
    }
  return measure_since (start);
}

static double
get_allowance (gpointer data)
{
  return N_CARDS / 1000.0; /* a million cards a second */
}

static void
bench_looks (char **cards, gsize *lengths)
{
  UErrorCode code = U_ZERO_ERROR;
  g_autoptr (MusterSkeleton) skeleton = muster_skeleton_new ();
  LookJob job = { cards, lengths, skeleton, uspoof_open (&code) };

  compare ("T20 validate, normalise, skeleton of 100k cards / at 1 M cards a second", look_by_chain,
           get_allowance, &job, "<= 1");
  compare ("T20 the same / uspoof of every card", look_by_chain, look_by_icu, &job, "-");
  uspoof_close (job.checker);
}

int
main (void)
{
  g_auto (GStrv) cards = make_cards (N_CARDS);
  g_autofree gsize *lengths = g_new (gsize, N_CARDS);

  for (guint i = 0; i < N_CARDS; i++)
    lengths[i] = strlen (cards[i]);
  measure_print_head ();
  bench_order ();
  bench_template (cards, lengths);
  bench_looks (cards, lengths);
  return sink == 0; /* never 0 */
}
