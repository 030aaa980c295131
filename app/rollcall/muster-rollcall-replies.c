/* muster-rollcall-replies.c - what the checks look at of rules and notices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rollcall-replies"

#include "config.h"

#include "muster-acknowledgement-table.h"
#include "muster-document-table.h"
#include "muster-edition-table.h"
#include "muster-message-hours.h"
#include "muster-notice-table.h"
#include "muster-quiet-hours.h"
#include "muster-rollcall-replies.h"

#define DAYS_OF_NIGHTS 7

static void
document_free (gpointer data)
{
  MusterRollcallDocument *document = data;

  g_free (document->title);
  g_clear_pointer (&document->editions, g_ptr_array_unref);
  g_clear_pointer (&document->acknowledgements, g_ptr_array_unref);
  g_free (document);
}

static void
notice_free (gpointer data)
{
  MusterRollcallNotice *notice = data;

  muster_notice_free (notice->notice);
  g_clear_pointer (&notice->answers, muster_notice_answers_free);
  g_free (notice);
}

void
muster_rollcall_replies_free (MusterRollcallReplies *self)
{
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->notices);
  g_clear_pointer (&self->night, g_ptr_array_unref);
  g_free (self);
}

static gboolean
read_documents (MusterRollcallReplies *self, MusterDatabase *db, const MusterId *group,
                GError **error)
{
  g_autoptr (GPtrArray) documents = muster_document_table_list (db, group, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const MusterDocument *document = documents->pdata[i];
      MusterRollcallDocument *read;

      if (document->archived)
        continue;
      read = g_new0 (MusterRollcallDocument, 1);
      g_ptr_array_add (self->documents, read);
      read->title = g_strdup (document->title);
      read->editions = muster_edition_table_list (db, &document->id, error);
      if (read->editions != NULL)
        read->acknowledgements = muster_acknowledgement_table_list (db, &document->id, error);
      if (read->acknowledgements == NULL)
        return FALSE;
    }
  return documents != NULL;
}

static gboolean
read_notices (MusterRollcallReplies *self, MusterDatabase *db, const MusterId *group, MusterDay on,
              gint64 now, GError **error)
{
  g_autoptr (GPtrArray) notices =
      muster_notice_table_list_standing (db, group, MUSTER_NOTICE_SENT, error);

  for (guint i = 0; notices != NULL && i < notices->len; i++)
    {
      const MusterNotice *notice = notices->pdata[i];
      gint64 limit = muster_notice_get_limit (notice);
      MusterRollcallNotice *read;

      if (limit == MUSTER_NOTICE_NO_TIME || limit >= now)
        continue;
      read = g_new0 (MusterRollcallNotice, 1);
      g_ptr_array_add (self->notices, read);
      read->notice = muster_notice_copy (notice);
      read->answers = muster_notice_answers_read (db, notice, on, error);
      if (read->answers == NULL)
        return FALSE;
    }
  return notices != NULL;
}

/* Quiet hours are for the keeper's own notices unless the group has set them for everybody. */
static gboolean
read_night (MusterRollcallReplies *self, MusterDatabase *db, const MusterId *group,
            MusterPolicy *policy, MusterDay as_of, GError **error)
{
  MusterQuietHours hours;

  if (as_of == MUSTER_DAY_NONE ||
      muster_policy_get_since (policy, "quiet-hours") == MUSTER_DAY_NONE ||
      !muster_quiet_hours_parse (muster_policy_get (policy, "quiet-hours"), &hours, NULL) ||
      hours.from == hours.until)
    return TRUE;

  self->night = muster_message_hours_list (db, group, as_of - DAYS_OF_NIGHTS + 1, as_of, hours.from,
                                           hours.until, error);
  return self->night != NULL;
}

/**
 * muster_rollcall_replies_read:
 * @on: the day of the roll call
 * @now: wall clock: a time limit that is over by then is over
 * @as_of: the last covered day; %MUSTER_DAY_NONE without records
 *
 * Returns: (transfer full): what people were asked, and what they answered
 */
MusterRollcallReplies *
muster_rollcall_replies_read (MusterDatabase *db, const MusterId *group, MusterPolicy *policy,
                              MusterDay on, gint64 now, MusterDay as_of, GError **error)
{
  g_autoptr (MusterRollcallReplies) self = g_new0 (MusterRollcallReplies, 1);

  self->documents = g_ptr_array_new_with_free_func (document_free);
  self->notices = g_ptr_array_new_with_free_func (notice_free);
  if (!read_documents (self, db, group, error) || !read_notices (self, db, group, on, now, error) ||
      !read_night (self, db, group, policy, as_of, error))
    return NULL;

  return g_steal_pointer (&self);
}
