/* scenario-replies.c - rules and notices of a small group for a test of the checks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-replies.h"

#include <string.h>

#include "muster-acknowledgement-table.h"
#include "muster-document-table.h"
#include "muster-edition-table.h"
#include "muster-event-table.h"
#include "muster-notice-table.h"
#include "muster-receipt-table.h"

static gint64
parse_time (const char *text)
{
  g_autofree char *full =
      strchr (text, 'T') != NULL ? g_strdup (text) : g_strconcat (text, "T12:00", NULL);
  gboolean valid;
  gint64 time = muster_time_parse (full, &valid);

  g_assert_true (valid);
  return time;
}

/* The only document, made when first needed. */
static MusterId
find_document (MusterChange *change, const MusterId *group, const char *title)
{
  g_autoptr (GPtrArray) documents =
      muster_document_table_list (muster_change_get_database (change), group, NULL);
  g_autoptr (MusterDocument) document = muster_document_new ();

  for (guint i = 0; i < documents->len; i++)
    if (g_str_equal (((const MusterDocument *) documents->pdata[i])->title, title))
      return ((const MusterDocument *) documents->pdata[i])->id;

  document->group = *group;
  document->title = g_strdup (title);
  g_assert_true (muster_document_table_insert (change, document, NULL));
  return document->id;
}

/* published TITLE DAY [minor] */
static void
add_edition (MusterChange *change, const MusterId *group, char **words)
{
  g_autoptr (MusterEdition) edition = muster_edition_new ();
  g_autoptr (GPtrArray) before = NULL;

  edition->document = find_document (change, group, words[1]);
  before =
      muster_edition_table_list (muster_change_get_database (change), &edition->document, NULL);
  edition->number = before->len + 1;
  edition->title = g_strdup (words[1]);
  edition->text = g_strdup ("1. Be kind.\n");
  edition->published_at = parse_time (words[2]);
  edition->published_on = muster_day_from_seconds (edition->published_at);
  edition->author = g_strdup ("k");
  edition->material = words[3] == NULL;
  g_assert_true (muster_edition_table_insert (change, edition, NULL));
}

/* acknowledged TITLE NUMBER NAME DAY */
static void
add_acknowledgement (MusterChange *change, const MusterId *group, char **words, const char *member)
{
  MusterId document = find_document (change, group, words[1]);
  g_autoptr (GPtrArray) editions =
      muster_edition_table_list (muster_change_get_database (change), &document, NULL);
  guint number = (guint) g_ascii_strtoull (words[2], NULL, 10);
  g_autoptr (MusterAcknowledgement) one = muster_acknowledgement_new ();

  g_assert_true (muster_id_parse (member, &one->membership));
  one->edition = ((const MusterEdition *) editions->pdata[number - 1])->id;
  g_assert_true (muster_day_parse (words[4], &one->day));
  g_assert_true (muster_acknowledgement_table_set (change, one, NULL));
}

static MusterId
find_event (MusterChange *change, const MusterId *group, const char *title, gint64 *out_start)
{
  g_autoptr (GPtrArray) events = muster_event_table_list (muster_change_get_database (change),
                                                          group, G_MININT64, G_MAXINT64, NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const MusterEvent *event = events->pdata[i];

      *out_start = event->start_at;
      if (g_str_equal (event->title, title))
        return event->id;
    }
  g_error ("there is no event “%s”", title);
}

/* notice TITLE SENT|- [wants=W] [within=MINUTES] [for=AUDIENCE] [before=EVENT,MINUTES] [closed] */
static void
add_notice (MusterChange *change, const MusterId *group, char **words)
{
  g_autoptr (MusterNotice) notice = muster_notice_new ();

  notice->group = *group;
  notice->title = g_strdup (words[1]);
  notice->text = g_strdup ("x");
  if (strcmp (words[2], "-") != 0)
    {
      notice->sent_at = parse_time (words[2]);
      notice->standing = MUSTER_NOTICE_SENT;
    }
  for (char **word = words + 3; *word != NULL; word++)
    if (g_str_has_prefix (*word, "wants="))
      g_assert_true (muster_notice_wants_find (*word + strlen ("wants="), &notice->wants));
    else if (g_str_has_prefix (*word, "within="))
      notice->minutes = g_ascii_strtoll (*word + strlen ("within="), NULL, 10);
    else if (g_str_has_prefix (*word, "for="))
      notice->audience = g_strdup (*word + strlen ("for="));
    else if (g_str_has_prefix (*word, "at="))
      notice->planned_at = parse_time (*word + strlen ("at="));
    else if (g_str_has_prefix (*word, "before="))
      {
        g_auto (GStrv) parts = g_strsplit (*word + strlen ("before="), ",", 2);

        notice->event = find_event (change, group, parts[0], &notice->original_at);
        notice->lead = g_ascii_strtoll (parts[1], NULL, 10);
      }
    else if (g_str_equal (*word, "closed"))
      notice->standing = MUSTER_NOTICE_CLOSED;
    else
      g_error ("a notice has no “%s”", *word);
  g_assert_true (muster_notice_table_insert (change, notice, NULL));
}

/* answered TITLE NAME STATE TIME */
static void
add_receipt (MusterChange *change, const MusterId *group, char **words, const char *member)
{
  g_autoptr (GPtrArray) notices =
      muster_notice_table_list (muster_change_get_database (change), group, NULL);
  MusterReceipt receipt = { .answered_at = parse_time (words[4]) };

  g_assert_true (muster_id_parse (member, &receipt.membership));
  g_assert_true (muster_receipt_state_find (words[3], &receipt.state));
  for (guint i = 0; i < notices->len; i++)
    if (g_str_equal (((const MusterNotice *) notices->pdata[i])->title, words[1]))
      receipt.notice = ((const MusterNotice *) notices->pdata[i])->id;
  g_assert_true (muster_receipt_table_set (change, &receipt, NULL));
}

/**
 * scenario_replies_take_line:
 *
 * Returns: whether the line is one about rules or notices
 */
gboolean
scenario_replies_take_line (MusterChange *change, const MusterId *group, char **words,
                            ScenarioFindMember find_member, gpointer data)
{
  g_autofree char *member = NULL;

  if (g_str_equal (words[0], "published"))
    add_edition (change, group, words);
  else if (g_str_equal (words[0], "notice"))
    add_notice (change, group, words);
  else if (g_str_equal (words[0], "acknowledged"))
    {
      member = find_member (data, words[3]);
      add_acknowledgement (change, group, words, member);
    }
  else if (g_str_equal (words[0], "answered"))
    {
      member = find_member (data, words[2]);
      add_receipt (change, group, words, member);
    }
  else
    return FALSE;

  return TRUE;
}
