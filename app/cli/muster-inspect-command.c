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
#include "muster-json.h"
#include "muster-summary.h"

static void
add_time (JsonBuilder *builder, const char *name, gint64 time)
{
  g_autofree char *text = time != MUSTER_SUMMARY_NO_TIME ? muster_time_dup_text (time) : NULL;

  muster_json_add_text (builder, name, text);
}

static void
print_json (const MusterSummary *summary)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "format", summary->format->id);
  muster_json_add_text (builder, "encoding", summary->encoding);
  muster_json_add_int (builder, "records", (gint64) summary->records);
  muster_json_add_int (builder, "messages", (gint64) summary->messages);
  muster_json_add_int (builder, "notices", (gint64) summary->notices);
  muster_json_add_int (builder, "senders", (gint64) summary->senders);
  add_time (builder, "first", summary->first);
  add_time (builder, "last", summary->last);
  if (summary->format->kind == MUSTER_FORMAT_CHAT)
    {
      muster_json_add_text (builder, "title", summary->title);
      muster_json_add_int (builder, "members", (gint64) summary->members);
      muster_json_add_int (builder, "chats", (gint64) MAX (summary->chats, 1));
    }
  if (summary->columns != NULL)
    {
      muster_json_add_texts (builder, "columns", (const char *const *) summary->columns);
      muster_json_add_texts (builder, "fields", (const char *const *) summary->fields);
    }
  muster_json_add_warnings (builder, summary->warnings);
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
