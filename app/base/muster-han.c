/* muster-han.c - what is known about single Han characters
 *
 * Part of base; anyone may call it.  Constant tables, made from ICU while
 * building (generate-han-tables.c), with the few corrections below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-han"

#include "config.h"

#include <unicode/uscript.h>

#include "muster-han-data.h"
#include "muster-han.h"

/* Surnames that ICU's Han-Latin/Names reads as the common word. */
static const struct
{
  gunichar c;
  const char *reading;
} surname_corrections[] = {
  { 0x4E48, "yao" },   /* 么 */
  { 0x4E5C, "nie" },   /* 乜 */
  { 0x5C09, "wei" },   /* 尉, which is yu only in 尉迟 */
  { 0x6734, "piao" },  /* 朴 */
  { 0x6D17, "xian" },  /* 洗 */
  { 0x796D, "zhai" },  /* 祭 */
  { 0x7F2A, "miao" },  /* 缪 */
  { 0x80FD, "nai" },   /* 能 */
  { 0x8584, "bo" },    /* 薄 */
  { 0x90FD, "du" },    /* 都 */
  { 0x957F, "zhang" }, /* 长, of 长孙 */
  { 0x961A, "kan" },   /* 阚 */
};

/* Traditional forms outside GB 2312 that the list of standard characters of 2013
 * has allowed again, for names above all. */
static const gunichar restored_for_names[] = {
  0x53E1, /* 叡 */
  0x6607, /* 昇 */
  0x6C3E, /* 氾 */
  0x6FEC, /* 濬 */
  0x7955, /* 祕 */
  0x91D0, /* 釐 */
  0x965E, /* 陞 */
};

static gboolean
is_in_table (gunichar c)
{
  return c >= HAN_FIRST && c <= HAN_LAST;
}

/**
 * muster_han_is_han:
 *
 * Whether @c is a Han character of any block, the zero 〇 and the iteration mark 々 included.
 */
gboolean
muster_han_is_han (gunichar c)
{
  UErrorCode code = U_ZERO_ERROR;

  if (muster_han_is_common (c))
    return TRUE;
  if (c < 0x2E80)
    return FALSE;

  return uscript_getScript ((UChar32) c, &code) == USCRIPT_HAN;
}

/**
 * muster_han_simplify:
 *
 * Returns: the simplified form of @c by ICU's Hant-Hans; @c itself if it has none
 */
gunichar
muster_han_simplify (gunichar c)
{
  return is_in_table (c) ? simplified[c - HAN_FIRST] : c;
}

/**
 * muster_han_is_traditional:
 *
 * Whether @c is only ever a traditional form.  Characters that are simplified
 * ones in their own right (乾, 於, 著), though another may be written for
 * them, are not.
 */
gboolean
muster_han_is_traditional (gunichar c)
{
  if (muster_han_simplify (c) == c)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (simplified_in_their_own_right); i++)
    if (simplified_in_their_own_right[i] == c)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (restored_for_names); i++)
    if (restored_for_names[i] == c)
      return FALSE;

  return TRUE;
}

/**
 * muster_han_get_look_alike:
 *
 * Returns: the character that stands for all that look like @c, by ICU's uspoof
 */
gunichar
muster_han_get_look_alike (gunichar c)
{
  guint low = 0, high = G_N_ELEMENTS (look_alikes);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (look_alikes[middle][0] == c)
        return look_alikes[middle][1];
      if (look_alikes[middle][0] < c)
        low = middle + 1;
      else
        high = middle;
    }

  return c;
}

/**
 * muster_han_get_reading:
 *
 * Returns: (nullable): the commonest reading in pinyin without tones, v for ü; %NULL if unknown
 */
const char *
muster_han_get_reading (gunichar c)
{
  const char *reading = is_in_table (c) ? syllables[readings[c - HAN_FIRST]] : "";

  return *reading != '\0' ? reading : NULL;
}

/**
 * muster_han_get_surname_reading:
 *
 * Returns: (nullable): the reading of @c as a surname of one character: 单 is shan, 曾 is zeng
 */
const char *
muster_han_get_surname_reading (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (surname_corrections); i++)
    if (surname_corrections[i].c == c)
      return surname_corrections[i].reading;
  for (guint i = 0; i < G_N_ELEMENTS (surname_readings); i++)
    if (surname_readings[i][0] == c)
      return syllables[surname_readings[i][1]];

  return muster_han_get_reading (c);
}
