/* muster-inspect-command.c - musterctl inspect: what is this file?
 *
 * Reads only, and needs no database.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-inspect-command"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-command.h"
#include "muster-day.h"
#include "muster-summary.h"

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_count (JsonBuilder *builder, const char *name, guint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, (gint64) value);
}

static void
add_time (JsonBuilder *builder, const char *name, gint64 time)
{
  g_autofree char *text = time != MUSTER_SUMMARY_NO_TIME ? muster_time_dup_text (time) : NULL;

  add_string (builder, name, text);
}

static void
add_list (JsonBuilder *builder, const char *name, char **values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (; values != NULL && *values != NULL; values++)
    json_builder_add_string_value (builder, *values);
  json_builder_end_array (builder);
}

static void
add_warnings (JsonBuilder *builder, MusterWarnings *warnings)
{
  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < muster_warnings_get_n_kept (warnings); i++)
    {
      const MusterWarning *warning = muster_warnings_get (warnings, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "line");
      if (warning->line > 0)
        json_builder_add_int_value (builder, (gint64) warning->line);
      else
        json_builder_add_null_value (builder);
      add_string (builder, "text", warning->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (muster_warnings_get_n_dropped (warnings) > 0)
    add_count (builder, "more_warnings", muster_warnings_get_n_dropped (warnings));
}

static void
print_json (const MusterSummary *summary)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "format", summary->format->id);
  add_string (builder, "encoding", summary->encoding);
  add_count (builder, "records", summary->records);
  add_count (builder, "messages", summary->messages);
  add_count (builder, "notices", summary->notices);
  add_count (builder, "senders", summary->senders);
  add_time (builder, "first", summary->first);
  add_time (builder, "last", summary->last);
  if (summary->format->kind == MUSTER_FORMAT_CHAT)
    {
      add_string (builder, "title", summary->title);
      add_count (builder, "members", summary->members);
      add_count (builder, "chats", MAX (summary->chats, 1));
    }
  if (summary->columns != NULL)
    {
      add_list (builder, "columns", summary->columns);
      add_list (builder, "fields", summary->fields);
    }
  add_warnings (builder, summary->warnings);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
}

static void
print_time (const char *label, gint64 time)
{
  g_autofree char *text = NULL;

  if (time == MUSTER_SUMMARY_NO_TIME)
    return;
  text = muster_time_dup_text (time);
  g_print ("%s: %s\n", label, text);
}

static void
print_warnings (MusterWarnings *warnings)
{
  guint64 dropped = muster_warnings_get_n_dropped (warnings);

  for (guint i = 0; i < muster_warnings_get_n_kept (warnings); i++)
    {
      const MusterWarning *warning = muster_warnings_get (warnings, i);

      if (warning->line > 0)
        /* TRANSLATORS: line number, what is wrong there */
        g_printerr (_ ("Line %lu: %s\n"), (gulong) warning->line, warning->text);
      else
        g_printerr ("%s\n", warning->text);
    }
  if (dropped > 0)
    {
      g_printerr (g_dngettext (GETTEXT_PACKAGE, "One more warning.", "%lu more warnings.",
                               (gulong) dropped),
                  (gulong) dropped);
      g_printerr ("\n");
    }
}

static void
print_text (const MusterSummary *summary)
{
  g_print ("%s: %s\n", _ ("Format"), muster_format_get_title (summary->format));
  g_print ("%s: %s\n", _ ("Encoding"), summary->encoding);
  if (summary->format->kind != MUSTER_FORMAT_CHAT)
    g_print ("%s: %" G_GUINT64_FORMAT "\n", _ ("Records"), summary->records);
  else
    {
      if (summary->title != NULL)
        g_print ("%s: %s\n", _ ("Chat"), summary->title);
      if (summary->chats > 1)
        g_print ("%s: %" G_GUINT64_FORMAT "\n", _ ("Chats"), summary->chats);
      g_print ("%s: %" G_GUINT64_FORMAT "\n", _ ("Messages"), summary->messages);
      g_print ("%s: %" G_GUINT64_FORMAT "\n", _ ("Notices"), summary->notices);
      g_print ("%s: %" G_GUINT64_FORMAT "\n", _ ("Senders"), summary->senders);
      if (summary->members > 0)
        g_print ("%s: %" G_GUINT64_FORMAT "\n", _ ("Members listed"), summary->members);
    }
  print_time (_ ("First"), summary->first);
  print_time (_ ("Last"), summary->last);
  for (char **column = summary->columns, **field = summary->fields;
       column != NULL && *column != NULL; column++, field++)
    g_print ("  %s → %s\n", **column != '\0' ? *column : "–", *field);
  print_warnings (summary->warnings);
}

static int
run (MusterCommandContext *context, int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *encoding = NULL;
  g_autoptr (MusterTextSource) source = NULL;
  g_autoptr (MusterSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  MusterChatOptions options = MUSTER_CHAT_OPTIONS_INIT;
  int status;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("Read it as this format"), N_ ("ID") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &encoding, N_ ("Read it in this encoding"),
      N_ ("NAME") },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_command_parse (context, &muster_inspect_command, entries, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return muster_command_fail_usage (context, "%s", _ ("Which file? Name one."));
  if (format != NULL && muster_format_find (format) == NULL)
    return muster_command_fail_usage (context, _ ("There is no format “%s”."), format);

  options.locale_order = muster_date_order_of_locale ();
  options.today = muster_clock_get_today (context->clock);
  source = muster_text_source_new_for_file (argv[1], encoding, &error);
  if (source != NULL)
    summary = muster_summary_new (source, format, &options, &error);
  if (summary == NULL)
    return muster_command_fail (context, error);

  if (context->json)
    print_json (summary);
  else
    print_text (summary);
  return MUSTER_EXIT_DONE;
}

const MusterCommand muster_inspect_command = {
  "inspect",
  N_ ("FILE"),
  N_ ("Tell what a file is and what is in it"),
  run,
};
