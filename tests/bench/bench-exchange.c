/* bench-exchange.c - how fast chats and tables are read, against counting their lines
 *
 * PERFORMANCE.md T5 and T6.  Prints "name | ours ms | baseline ms | ratio |
 * target"; each figure is the median of five, measured in turn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "measure.h"
#include "muster-chat-reader.h"
#include "muster-table-reader.h"
#include "synthetic-chat.h"

#define N_SLOTS 8192 /* a power of two; more than there are senders */

typedef struct
{
  guint32 hash;
  MusterSpan name;
  gint64 last;
  guint64 n;
} Slot;

static guint64 sink; /* keeps what was read from being optimised away */

static double
measure_newlines (MusterTextSource *source)
{
  gsize length;
  const char *p = muster_text_source_get_data (source, &length);
  const char *end = p + length;
  gint64 start = g_get_monotonic_time ();

  for (; p < end && (p = memchr (p, '\n', (gsize) (end - p))) != NULL; p++)
    sink++;
  return measure_since (start);
}

static void
add_to_slot (Slot *slots, const MusterChatEntry *entry)
{
  MusterSpan key = entry->sender_id.length > 0 ? entry->sender_id : entry->sender_name;
  guint32 hash = 2166136261u;
  guint32 place;

  for (gsize i = 0; i < key.length; i++)
    hash = (hash ^ (guint8) key.data[i]) * 16777619u;
  place = hash & (N_SLOTS - 1);
  while (slots[place].n > 0 &&
         (slots[place].hash != hash || !muster_span_equal (slots[place].name, key)))
    place = (place + 1) & (N_SLOTS - 1);
  slots[place].hash = hash;
  slots[place].name = key;
  slots[place].n++;
  slots[place].last = MAX (slots[place].last, entry->time);
}

static double
measure_chat (MusterTextSource *source, const char *format, gboolean aggregate, guint64 expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree Slot *slots = g_new0 (Slot, N_SLOTS);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MusterChatReader) reader = muster_chat_reader_open (source, format, NULL, &error);
  MusterChatEntry entry;
  guint64 n = 0;

  g_assert_no_error (error);
  while (muster_chat_reader_next (reader, &entry, &error))
    {
      n++;
      sink += (guint64) entry.time + entry.body.length;
      if (aggregate)
        add_to_slot (slots, &entry);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, expected);
  return measure_since (start);
}

static double
measure_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MusterTextSource) source = muster_text_source_new_for_file (path, NULL, &error);

  g_assert_no_error (error);
  return measure_since (start);
}

/* What the program holds beside mapped files; readers give nothing back before they end. */
static double
own_mib (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = status != NULL ? strstr (status, "RssAnon:") : NULL;
  return line != NULL ? g_ascii_strtod (line + strlen ("RssAnon:"), NULL) / 1024.0 : 0.0;
}

static void
bench_chat (const char *folder, SyntheticStyle style, const char *format, guint64 n)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.txt", folder, format);
  g_autoptr (MusterTextSource) source = NULL;
  g_autoptr (GError) error = NULL;
  double newlines[MEASURE_ROUNDS], parse[MEASURE_ROUNDS], aggregate[MEASURE_ROUNDS],
      opening[MEASURE_ROUNDS];
  g_autofree char *parse_name = NULL;
  g_autofree char *aggregate_name = NULL;
  g_autofree char *open_name = NULL;

  synthetic_chat_write (path, style, n, &error);
  g_assert_no_error (error);
  source = muster_text_source_new_for_file (path, NULL, &error);
  g_assert_no_error (error);
  measure_newlines (source);
  for (int i = 0; i < MEASURE_ROUNDS; i++)
    {
      newlines[i] = measure_newlines (source);
      parse[i] = measure_chat (source, format, FALSE, n);
      aggregate[i] = measure_chat (source, format, TRUE, n);
      opening[i] = measure_open (path);
    }
  parse_name = g_strdup_printf ("T5 parse %s %" G_GUINT64_FORMAT, format, n);
  aggregate_name = g_strdup_printf ("T5 per sender %s %" G_GUINT64_FORMAT, format, n);
  open_name = g_strdup_printf ("open and validate %s %" G_GUINT64_FORMAT, format, n);
  measure_print (parse_name, parse, newlines, "2.0");
  measure_print (aggregate_name, aggregate, newlines, "3.0");
  measure_print (open_name, opening, newlines, "-");
  g_print ("T6 memory beside the mapped file %s, MiB | %.1f | - | - | 64\n", format, own_mib ());
  g_unlink (path);
}

static double
measure_table (MusterTextSource *source, guint64 expected)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MusterTableReader) reader = muster_table_reader_open (source, "csv", NULL, &error);
  MusterTableRow row;
  guint64 n = 0;

  g_assert_no_error (error);
  for (; muster_table_reader_next (reader, &row, &error); n++)
    sink += row.n_cells;
  g_assert_cmpuint (n, ==, expected);
  return measure_since (start);
}

static void
bench_table (guint64 n)
{
  g_autoptr (GString) text =
      g_string_new ("姓名,部门,手机,邮箱,工号,性别,职位,城市,生日,备注,入群时间,微信号\n");
  g_autoptr (MusterTextSource) source = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  double newlines[MEASURE_ROUNDS], rows[MEASURE_ROUNDS];

  for (guint64 i = 0; i < n; i++)
    g_string_append_printf (text,
                            "张三%lu,销售部,1380%07lu,a%lu@example.com,%lu,男,经理,北京,1990-01-02,"
                            "\"备注, 第%lu行\",2024-05-06,wxid_%lu\n",
                            (gulong) i, (gulong) i, (gulong) i, (gulong) i, (gulong) i, (gulong) i);
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  source = muster_text_source_new_for_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < MEASURE_ROUNDS; i++)
    {
      newlines[i] = measure_newlines (source);
      rows[i] = measure_table (source, n);
    }
  measure_print ("CSV rows, 12 columns", rows, newlines, "-");
}

/* Arguments: how many messages (default 1,000,000 and 5,000,000), or --write STYLE N FILE. */
int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  if (argc == 5 && strcmp (argv[1], "--write") == 0)
    {
      SyntheticStyle style = strcmp (argv[2], "qq") == 0 ? SYNTHETIC_QQ : SYNTHETIC_WHATSAPP;

      if (synthetic_chat_write (argv[4], style, g_ascii_strtoull (argv[3], NULL, 10), &error))
        return 0;
      g_printerr ("%s\n", error->message);
      return 1;
    }

  folder = g_dir_make_tmp ("muster-bench-XXXXXX", NULL);
  bench_chat (folder, SYNTHETIC_WHATSAPP, "whatsapp",
              argc > 1 ? g_ascii_strtoull (argv[1], NULL, 10) : 1000000);
  bench_chat (folder, SYNTHETIC_QQ, "qq",
              argc > 1 ? g_ascii_strtoull (argv[1], NULL, 10) : 1000000);
  if (argc < 2)
    bench_chat (folder, SYNTHETIC_WHATSAPP, "whatsapp", 5000000);
  bench_table (100000);
  g_rmdir (folder);
  return sink == 0;
}
