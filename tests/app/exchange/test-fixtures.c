/* test-fixtures.c - every format, read from small files
 *
 * tests/fixtures/exchange/FORMAT/CASE.* is detected as FORMAT and read; what
 * comes out, record by record, stands in CASE.*.expected beside it.  With
 * MUSTER_WRITE_EXPECTED=1 those are written anew, to be looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "muster-chat-reader.h"
#include "muster-format.h"
#include "muster-input-error.h"
#include "muster-table-reader.h"

static void
append_span (GString *out, const char *before, MusterSpan span, const char *after)
{
  if (span.length == 0)
    return;
  g_string_append (out, before);
  for (gsize i = 0; i < span.length; i++)
    if (span.data[i] == '\n')
      g_string_append (out, "\\n");
    else if (span.data[i] == '\r')
      g_string_append (out, "\\r");
    else
      g_string_append_c (out, span.data[i]);
  g_string_append (out, after);
}

static void
dump_entry (GString *out, const MusterChatEntry *entry)
{
  static const char *const facts[] = { "", "joined", "left", "removed", "renamed" };
  g_autofree char *time = muster_time_dup_text (entry->time);

  g_string_append_printf (out, "%" G_GUINT64_FORMAT " %s", entry->line,
                          entry->has_date ? time : time + 11);
  if (entry->utc != MUSTER_CHAT_NO_UTC)
    g_string_append_printf (out, " =%" G_GINT64_FORMAT, entry->utc);
  g_string_append (out, entry->kind == MUSTER_CHAT_NOTICE ? " *" : "");
  append_span (out, " <", entry->sender_id, ">");
  append_span (out, " ", entry->sender_name, "");
  g_string_append (out, entry->is_placeholder ? " ~ " : ": ");
  append_span (out, "", entry->body, "");
  if (entry->fact != MUSTER_CHAT_FACT_NONE)
    {
      g_string_append_printf (out, " [%s", facts[entry->fact]);
      append_span (out, " <", entry->subject_id, ">");
      append_span (out, " ", entry->subject, "");
      for (guint i = 0; i < entry->n_more_subjects; i++)
        append_span (out, ", ", entry->more_subjects[i], "");
      g_string_append (out, "]");
    }
  g_string_append_c (out, '\n');
}

static void
dump_warnings (GString *out, MusterWarnings *warnings)
{
  for (guint i = 0; i < muster_warnings_get_n_kept (warnings); i++)
    g_string_append_printf (out, "warning %" G_GUINT64_FORMAT ": %s\n",
                            muster_warnings_get (warnings, i)->line,
                            muster_warnings_get (warnings, i)->text);
}

static void
dump_chat (GString *out, MusterTextSource *source, const char *format, GError **error)
{
  g_autoptr (MusterChatReader) reader = muster_chat_reader_open (source, format, NULL, error);
  MusterChatEntry entry;
  const char *platform;
  GPtrArray *list;

  if (reader == NULL)
    return;
  while (muster_chat_reader_next (reader, &entry, error))
    dump_entry (out, &entry);
  platform = muster_chat_reader_get_platform (reader);
  g_string_append_printf (
      out, "platform %s, encoding %s%s\n", platform != NULL ? platform : "other",
      muster_text_source_get_encoding (muster_chat_reader_get_source (reader)),
      muster_chat_reader_is_date_order_guessed (reader) ? ", date order guessed" : "");
  if (muster_chat_reader_get_title (reader) != NULL)
    g_string_append_printf (out, "title %s\n", muster_chat_reader_get_title (reader));
  list = muster_chat_reader_get_chats (reader);
  for (guint i = 0; i < list->len; i++)
    {
      const MusterChatInfo *chat = g_ptr_array_index (list, i);

      g_string_append_printf (out, "chat %s: %s\n", chat->id,
                              chat->title != NULL ? chat->title : "-");
    }
  list = muster_chat_reader_get_members (reader);
  for (guint i = 0; i < list->len; i++)
    {
      const MusterChatMember *member = g_ptr_array_index (list, i);

      g_string_append_printf (
          out, "member <%s> %s, %s, %s%s\n", member->id, member->name != NULL ? member->name : "-",
          member->nickname != NULL ? member->nickname : "-",
          member->role != NULL ? member->role : "-", member->is_bot ? ", bot" : "");
    }
  dump_warnings (out, muster_chat_reader_get_warnings (reader));
  g_assert_finalize_object (g_steal_pointer (&reader));
}

static void
dump_table (GString *out, MusterTextSource *source, const char *format, GError **error)
{
  g_autoptr (MusterTableReader) reader = muster_table_reader_open (source, format, NULL, error);
  const MusterTableColumn *columns;
  MusterTableRow row;
  guint n;

  if (reader == NULL)
    return;
  columns = muster_table_reader_get_columns (reader, &n);
  g_string_append_printf (out, "encoding %s, header %" G_GUINT64_FORMAT "\n",
                          muster_text_source_get_encoding (source),
                          muster_table_reader_get_header_line (reader));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s=%s", i > 0 ? " | " : "",
                            columns[i].title != NULL ? columns[i].title : "",
                            muster_field_get_id (columns[i].field));
  g_string_append_c (out, '\n');
  while (muster_table_reader_next (reader, &row, error))
    {
      g_string_append_printf (out, "%" G_GUINT64_FORMAT, row.line);
      for (guint i = 0; i < row.n_cells; i++)
        {
          g_string_append (out, i > 0 ? " |" : ":");
          append_span (out, " ", row.cells[i], "");
        }
      g_string_append_c (out, '\n');
    }
  for (const char *const *sheet = muster_table_reader_get_sheets (reader); *sheet != NULL; sheet++)
    g_string_append_printf (out, "sheet %s\n", *sheet);
  dump_warnings (out, muster_table_reader_get_warnings (reader));
  g_assert_finalize_object (g_steal_pointer (&reader));
}

static void
compare (const char *path, const char *actual)
{
  g_autofree char *expected_path = g_strconcat (path, ".expected", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("MUSTER_WRITE_EXPECTED") != NULL)
    {
      g_file_set_contents (expected_path, actual, -1, &error);
      g_assert_no_error (error);
      return;
    }
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (actual, ==, expected);
}

static void
check_file (const char *path, const char *format)
{
  g_autoptr (MusterTextSource) source = NULL;
  g_autoptr (GArray) matches = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const MusterFormat *best;

  g_test_message ("%s", path);
  source = muster_text_source_new_for_file (path, NULL, &error);
  g_assert_no_error (error);
  matches = muster_format_detect (source, &error);
  g_assert_no_error (error);
  best = g_array_index (matches, MusterFormatMatch, 0).format;
  g_assert_cmpstr (best->id, ==, format);
  if (best->kind == MUSTER_FORMAT_CHAT)
    dump_chat (out, source, format, &error);
  else if (best->kind != MUSTER_FORMAT_CALENDAR)
    dump_table (out, source, format, &error);
  if (error != NULL)
    g_string_append_printf (out, "error %s, line %" G_GUINT64_FORMAT "\n",
                            muster_input_error_get_code_name (error),
                            muster_input_error_get_line (error));
  compare (path, out->str);
  g_assert_finalize_object (g_steal_pointer (&source));
}

static void
test_format (gconstpointer data)
{
  const MusterFormat *format = data;
  g_autofree char *folder =
      g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", format->id, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir); /* each format has at least one */
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".expected"))
        continue;
      check_file (path, format->id);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

/* One chat of several, chosen by its id. */
static void
test_choose_chat (void)
{
  static const struct
  {
    const char *label, *file, *format, *chat;
    guint64 expected;
  } rows[] = {
    { "Telegram account, first", "telegram/account.json", "telegram", "11", 2 },
    { "Telegram account, left", "telegram/account.json", "telegram", "12", 1 },
    { "Telegram account, none", "telegram/account.json", "telegram", "99", 0 },
    { "QQ, all chats", "qq/all.txt", "qq", "读书会", 1 },
    { "Slack channel", "slack/export.zip", "slack", "general", 5 },
    { "Wetrace conversation", "wechat-json/wetrace.json", "wechat-json", "r1@chatroom", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path =
          g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", rows[i].file, NULL);
      MusterChatOptions options = MUSTER_CHAT_OPTIONS_INIT;
      g_autoptr (MusterTextSource) source = NULL;
      g_autoptr (MusterChatReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      MusterChatEntry entry;
      guint64 n = 0;

      g_test_message ("%s", rows[i].label);
      options.chat = rows[i].chat;
      source = muster_text_source_new_for_file (path, NULL, &error);
      g_assert_no_error (error);
      reader = muster_chat_reader_open (source, rows[i].format, &options, &error);
      g_assert_no_error (error);
      for (; muster_chat_reader_next (reader, &entry, &error); n++)
        continue;
      g_assert_no_error (error);
      g_assert_cmpuint (n, ==, rows[i].expected);
      g_assert_finalize_object (g_steal_pointer (&reader));
    }
}

/* LINE's PC program parts name and text by a space only. */
static void
test_known_names (void)
{
  static const char text[] = "[LINE] Chat history in Walkers\n\n2024.01.02 Tuesday\n"
                             "16:23 Mary Ann Smith hello there\n16:24 Mary Ann joined the group\n"
                             "16:25 Mary Ann hi\n16:26 Bob yes\n";
  static const char *const known[] = { "Mary", "Mary Ann Smith", NULL };
  static const char *const expected[] = { "Mary Ann Smith", NULL, "Mary Ann", "Bob" };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  MusterChatOptions options = MUSTER_CHAT_OPTIONS_INIT;
  g_autoptr (MusterTextSource) source = NULL;
  g_autoptr (MusterChatReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  MusterChatEntry entry;

  options.known_names = known;
  source = muster_text_source_new_for_bytes (bytes, NULL, NULL, &error);
  reader = muster_chat_reader_open (source, "line", &options, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *name = NULL;

      g_assert_true (muster_chat_reader_next (reader, &entry, &error));
      name = muster_span_dup (entry.sender_name);
      g_assert_cmpstr (name != NULL && *name != '\0' ? name : NULL, ==, expected[i]);
    }
  g_assert_finalize_object (g_steal_pointer (&reader));
}

int
main (int argc, char **argv)
{
  const MusterFormat *format;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; (format = muster_format_get (i)) != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("/fixtures/%s", format->id);

      g_test_add_data_func (name, format, test_format);
    }
  g_test_add_func ("/fixtures/choose-chat", test_choose_chat);
  g_test_add_func ("/fixtures/known-names", test_known_names);
  return g_test_run ();
}
