/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/stat.h>

#include <glib/gstdio.h>
#include <unicode/ucnv.h>

#include "muster-encoding.h"
#include "muster-input-error.h"
#include "muster-text-source.h"

/* @text in the encoding of ICU's converter @converter. */
static GBytes *
encode (const char *text, const char *converter)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize room = strlen (text) * 4 + 16;
  char *buffer = g_malloc (room);
  int32_t n = ucnv_convert (converter, "utf-8", buffer, (int32_t) room, text, -1, &status);

  g_assert_true (U_SUCCESS (status));
  return g_bytes_new_take (buffer, (gsize) n);
}

static void
assert_text (MusterTextSource *source, const char *expected)
{
  gsize length;
  const char *data = muster_text_source_get_data (source, &length);
  g_autofree char *text = g_strndup (data, length);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_guess (void)
{
  static const struct
  {
    const char *label, *text, *converter, *expected;
  } rows[] = {
    { "Chinese sentence", "今天下午三点在学校门口集合，请大家准时参加。\n", "gb18030", "GB18030" },
    { "Chinese names", "姓名,手机\n张三,13800138000\n李四,13900139000\n", "gb18030", "GB18030" },
    { "two characters", "张伟\n", "gb18030", "GB18030" },
    { "rare names", "姓名\n骞芃\n欧阳瑨\n王喆\n", "gb18030", "GB18030" },
    { "traditional", "姓名：陳小明，電話：0912345678，請大家準時參加\n", "windows-950", "Big5" },
    { "traditional names", "姓名,電話\n陳大文,0912\n林美麗,0922\n", "windows-950", "Big5" },
    { "Japanese", "山田さんは今日の会議に参加します。\n", "ibm-943", "Shift_JIS" },
    { "Japanese names", "氏名,電話\n山田太郎,090\n鈴木花子,080\n", "ibm-943", "Shift_JIS" },
    { "katakana", "スタンプ\nトークの履歴\n", "ibm-943", "Shift_JIS" },
    { "Korean", "안녕하세요. 오늘 모임은 오후에 시작합니다.\n", "windows-949", "EUC-KR" },
    { "Korean names", "이름,전화\n김철수,010\n이영희,011\n", "windows-949", "EUC-KR" },
    { "German", "Müller,Jörg,Straße 5\nGroß,Änne,Köln\n", "windows-1252", "windows-1252" },
    { "French", "Élodie Lefèvre, déjà là à côté\n", "windows-1252", "windows-1252" },
    { "Russian", "Иванов Пётр, отдел продаж\nСергей Сидоров\n", "windows-1251", "windows-1251" },
    { "UTF-16 without mark", "name,phone\nAnn,1\n", "utf-16le", "UTF-16LE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = encode (rows[i].text, rows[i].converter);
      g_autoptr (GError) error = NULL;
      MusterTextSource *source = muster_text_source_new_for_bytes (bytes, NULL, NULL, &error);

      g_test_message ("%s", rows[i].label);
      g_assert_no_error (error);
      g_assert_cmpstr (muster_text_source_get_encoding (source), ==, rows[i].expected);
      assert_text (source, rows[i].text);
      g_assert_finalize_object (source);
    }
}

static void
test_decode (void)
{
#define ROW(label, bytes, forced, encoding, text, replaced)                                        \
  {                                                                                                \
    label, bytes, sizeof bytes - 1, forced, encoding, text, replaced                               \
  }
  static const struct
  {
    const char *label, *bytes;
    gsize length;
    const char *forced, *encoding, *text;
    guint64 n_replaced;
  } rows[] = {
    ROW ("ASCII", "plain", NULL, "ASCII", "plain", 0),
    ROW ("UTF-8", "\xE5\xBC\xA0", NULL, "UTF-8", "张", 0),
    ROW ("UTF-8 with mark", "\xEF\xBB\xBFhi", NULL, "UTF-8+BOM", "hi", 0),
    ROW ("UTF-16 little", "\xFF\xFEh\0i\0", NULL, "UTF-16LE+BOM", "hi", 0),
    ROW ("UTF-16 big", "\xFE\xFF\0h\0i", NULL, "UTF-16BE+BOM", "hi", 0),
    ROW ("UTF-16 with surrogates", "\xFF\xFE\x3D\xD8\x00\xDE", NULL, "UTF-16LE+BOM", "😀", 0),
    ROW ("UTF-32", "\xFF\xFE\0\0h\0\0\0", NULL, "UTF-32LE+BOM", "h", 0),
    ROW ("cut in a character", "ab\xE5\xBC", NULL, "ASCII", "ab", 1),
    ROW ("forced", "\xD5\xC5", "GBK", "GBK", "张", 0),
    ROW ("forced against sense", "\xE5\xBC\xA0", "windows-1252", "windows-1252", "å¼\u00a0", 0),
    ROW ("damaged UTF-8",
         "\xE5\xBC\xA0\xE5\xBC\xA0\xE5\xBC\xA0\xE5\xBC\xA0\xE5\xBC\xA0\xE5\xBC\xA0\xE5\xBC\xA0"
         "\xE5\xBC\xA0\xE5\xBC\xA0\xE5\xBC\xA0\xE5\xBC\xA0\xE5\xBC\xA0\xE5\xBC\xA0\xE5\xBC\xA0"
         "\xE5\xBC\xA0\xE5\xBC\xA0\xE5\xBC\xA0\xE5\xBC\xA0\xE5\xBC\xA0\xE5\xBC\xA0\xFF",
         NULL, "UTF-8", "张张张张张张张张张张张张张张张张张张张张\uFFFD", 1),
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].bytes, rows[i].length);
      g_autoptr (GError) error = NULL;
      MusterTextSource *source =
          muster_text_source_new_for_bytes (bytes, NULL, rows[i].forced, &error);

      g_test_message ("%s", rows[i].label);
      g_assert_no_error (error);
      g_assert_cmpstr (muster_text_source_get_encoding (source), ==, rows[i].encoding);
      g_assert_cmpuint (muster_text_source_get_n_replaced (source), ==, rows[i].n_replaced);
      assert_text (source, rows[i].text);
      g_assert_finalize_object (source);
    }
}

static guint64
count_sequences (const char *text, gsize length)
{
  guint64 n = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    n += (guint8) *p >= 0x80;
  return n;
}

/* The bytes in the middle of a long text, where they cross the border of what is looked at at once.
 */
static void
assert_agrees_inside (const guint8 bytes[4], gsize offset)
{
  char text[256];
  gboolean valid;
  MusterUtf8Scan scan;

  memset (text, 'a', sizeof text);
  for (gsize i = 0; i + 3 <= offset; i += 3)
    memcpy (text + i, "张", 3);
  for (gsize i = offset + 5; i + 3 <= sizeof text; i += 3)
    memcpy (text + i, "é.", 3);
  memcpy (text + offset, bytes, 4);
  valid = g_utf8_validate (text, sizeof text, NULL);
  muster_utf8_scan (text, sizeof text, 100, &scan);
  g_assert_cmpint (scan.n_bad == 0 && scan.cut == 0, ==, valid);
  if (valid)
    g_assert_cmpuint (scan.n_sequences, ==, count_sequences (text, sizeof text));
}

/* Every sequence of two bytes, and three and four at the borders, as GLib judges them. */
static void
test_utf8_agrees_with_glib (void)
{
  static const guint8 bytes[] = { 0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF,
                                  0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
                                  0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF };
  enum
  {
    N = G_N_ELEMENTS (bytes),
  };

  for (guint i = 0; i < N * N * N * N; i++)
    {
      const guint8 text[] = { bytes[i % N], bytes[i / N % N], bytes[i / N / N % N],
                              bytes[i / N / N / N] };
      MusterUtf8Scan scan;

      muster_utf8_scan ((const char *) text, sizeof text, 100, &scan);
      if (memchr (text, 0, sizeof text) != NULL)
        continue;
      g_assert_cmpint (scan.n_bad == 0 && scan.cut == 0, ==,
                       g_utf8_validate ((const char *) text, sizeof text, NULL));
      assert_agrees_inside (text, 58 + i % 11);
    }
}

static void
assert_refused (const char *path, const char *encoding, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterTextSource) source = muster_text_source_new_for_file (path, encoding, &error);

  g_assert_null (source);
  g_assert_error (error, domain, code);
  if (domain == MUSTER_INPUT_ERROR)
    g_assert_nonnull (muster_input_error_get_file (error));
}

static void
write_noise (const char *path)
{
  g_autofree char *noise = g_malloc (100000);
  guint32 state = 1;

  for (int i = 0; i < 100000; i++)
    noise[i] = (char) ((state = state * 1103515245 + 12345) >> 16);
  g_assert_true (g_file_set_contents (path, noise, 100000, NULL));
}

static void
test_refused (void)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-source-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "file", NULL);

  assert_refused (folder, NULL, MUSTER_INPUT_ERROR, MUSTER_INPUT_ERROR_UNSUITABLE);
  assert_refused (path, NULL, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (path, NULL, MUSTER_INPUT_ERROR, MUSTER_INPUT_ERROR_UNSUITABLE);
  g_unlink (path);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_refused (path, NULL, MUSTER_INPUT_ERROR, MUSTER_INPUT_ERROR_EMPTY);
  g_assert_true (g_file_set_contents (path, "\xEF\xBB\xBF", 3, NULL));
  assert_refused (path, NULL, MUSTER_INPUT_ERROR, MUSTER_INPUT_ERROR_EMPTY);
  g_assert_true (g_file_set_contents (path, "%PDF-1.4", -1, NULL));
  assert_refused (path, NULL, MUSTER_INPUT_ERROR, MUSTER_INPUT_ERROR_UNKNOWN);
  g_assert_true (g_file_set_contents (path, "\x01\x02\x03\x04\x05", -1, NULL));
  assert_refused (path, NULL, MUSTER_INPUT_ERROR, MUSTER_INPUT_ERROR_ENCODING);
  g_assert_true (g_file_set_contents (path, "text", -1, NULL));
  assert_refused (path, "klingon", MUSTER_INPUT_ERROR, MUSTER_INPUT_ERROR_ENCODING);
  write_noise (path);
  assert_refused (path, NULL, MUSTER_INPUT_ERROR, MUSTER_INPUT_ERROR_ENCODING);
  g_unlink (path);
  g_rmdir (folder);
}

/* A file of many pieces comes out of the conversion whole. */
static void
test_large_conversion (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  MusterTextSource *source;
  gsize length;
  const char *data;

  for (int i = 0; i < 40000; i++)
    g_string_append_printf (text, "第%d行，今天大家好\n", i);
  bytes = encode (text->str, "gb18030");
  source = muster_text_source_new_for_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  data = muster_text_source_get_data (source, &length);
  g_assert_cmpmem (data, length, text->str, text->len);
  g_assert_finalize_object (source);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/text-source/guess", test_guess);
  g_test_add_func ("/text-source/decode", test_decode);
  g_test_add_func ("/text-source/utf8-agrees-with-glib", test_utf8_agrees_with_glib);
  g_test_add_func ("/text-source/refused", test_refused);
  g_test_add_func ("/text-source/large-conversion", test_large_conversion);
  return g_test_run ();
}
