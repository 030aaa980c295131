/* muster-import-words.c - what an import found and did, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-import-words"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-import-words.h"
#include "muster-words.h"

/**
 * muster_import_words_for_summary:
 *
 * Returns: (transfer full): what a file holds
 */
char *
muster_import_words_for_summary (const MusterSummary *summary)
{
  g_autofree char *n_records = muster_words_for_count (summary->records);
  g_autofree char *n_messages = muster_words_for_count (summary->messages);
  g_autofree char *n_senders = muster_words_for_count (summary->senders);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (summary->format->kind == MUSTER_FORMAT_CALENDAR)
    return g_strdup_printf (ngettext ("%s event", "%s events", summary->records), n_records);
  if (summary->format->kind != MUSTER_FORMAT_CHAT)
    return g_strdup_printf (ngettext ("%s row", "%s rows", summary->records), n_records);
  if (summary->first == MUSTER_SUMMARY_NO_TIME)
    return g_strdup_printf (_ ("%s messages by %s people, without dates"), n_messages, n_senders);

  first = muster_words_for_wall_clock (summary->first);
  last = muster_words_for_wall_clock (summary->last);
  /* TRANSLATORS: numbers, then the time of the first and of the last message */
  return g_strdup_printf (_ ("%s messages by %s people, %s to %s"), n_messages, n_senders, first,
                          last);
}

/* Only what there is; takes @part. */
static void
take_part (GString *text, guint n, char *part)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", part);
  g_free (part);
}

static char *
dup_roster_result (MusterRosterPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_new = muster_roster_plan_get_count (plan, MUSTER_PLAN_NEW);
  guint n_joined = muster_roster_plan_get_count (plan, MUSTER_PLAN_JOINS);
  guint n_changed = muster_roster_plan_get_count (plan, MUSTER_PLAN_CHANGED);
  guint n_unchanged = muster_roster_plan_get_count (plan, MUSTER_PLAN_UNCHANGED);

  take_part (text, n_new,
             g_strdup_printf (ngettext ("%u new person", "%u new people", n_new), n_new));
  take_part (
      text, n_joined,
      g_strdup_printf (ngettext ("%u known person joined", "%u known people joined", n_joined),
                       n_joined));
  take_part (text, n_changed, g_strdup_printf (_ ("%u changed"), n_changed));
  take_part (text, n_unchanged, g_strdup_printf (_ ("%u unchanged"), n_unchanged));
  if (text->len == 0)
    g_string_append (text, _ ("Nothing had to be written"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_calendar_result (MusterCalendarImport *plan)
{
  return g_strdup_printf (_ ("%u new events, %u changed, %u unchanged, %u left out."),
                          muster_calendar_import_get_count (plan, MUSTER_CALENDAR_NEW),
                          muster_calendar_import_get_count (plan, MUSTER_CALENDAR_CHANGED),
                          muster_calendar_import_get_count (plan, MUSTER_CALENDAR_UNCHANGED),
                          muster_calendar_import_get_count (plan, MUSTER_CALENDAR_REFUSED));
}

/**
 * muster_import_words_for_result:
 * @job: one that ran
 *
 * Returns: (transfer full): what came of it
 */
char *
muster_import_words_for_result (MusterImportJob *job)
{
  const MusterChatImportResult *chat = muster_import_job_get_chat_result (job);
  MusterRosterPlan *roster = muster_import_job_get_roster_plan (job);
  MusterSnapshotPlan *snapshot = muster_import_job_get_snapshot_plan (job);

  if (muster_import_job_get_calendar_plan (job) != NULL)
    return dup_calendar_result (muster_import_job_get_calendar_plan (job));
  if (roster != NULL)
    return dup_roster_result (roster);
  if (snapshot != NULL)
    {
      g_autoptr (GPtrArray) missing = muster_snapshot_plan_get_missing (snapshot);

      return g_strdup_printf (_ ("%u on the roster, %u strangers, %u missing."),
                              muster_snapshot_plan_get_count (snapshot, MUSTER_SNAPSHOT_MATCHED),
                              muster_snapshot_plan_get_count (snapshot, MUSTER_SNAPSHOT_STRANGER),
                              missing->len);
    }
  else
    {
      g_autofree char *messages = muster_words_for_count (chat->n_messages);
      g_autofree char *fresh = muster_words_for_count (chat->n_new);

      return g_strdup_printf (_ ("%s messages read, %s of them new, by %u people."), messages,
                              fresh, chat->n_senders);
    }
}

/**
 * muster_import_words_fill_warnings:
 * @list: shows what could not be read, with its line; hidden if there is nothing
 */
void
muster_import_words_fill_warnings (MusterImportJob *job, GtkListBox *list)
{
  MusterWarnings *warnings = muster_import_job_get_summary (job)->warnings;
  GtkWidget *child;
  guint n = warnings != NULL ? muster_warnings_get_n_kept (warnings) : 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
  for (guint i = 0; i < n; i++)
    {
      const MusterWarning *warning = muster_warnings_get (warnings, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *line = g_strdup_printf (_ ("Line %lu"), (gulong) warning->line);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), warning->text);
      if (warning->line > 0)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
      gtk_list_box_append (list, row);
    }
}
