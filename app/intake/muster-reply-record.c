/* muster-reply-record.c - answers are written down
 *
 * An acknowledgement is a sign of life as well.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-reply-record"

#include "config.h"

#include "muster-event.h"
#include "muster-reply-record.h"
#include "muster-sign-table.h"

#define SIGN "acknowledged"

/* Says what was acknowledged: the same person may acknowledge two documents on one day. */
static char *
dup_sign_source (const MusterEdition *edition)
{
  return g_strdup_printf ("%s (%u)", edition->title != NULL ? edition->title : "", edition->number);
}

/* The sign of life of what is stored, if anything is. */
static gboolean
delete_sign (MusterChange *change, const MusterEdition *edition, const MusterId *membership,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MusterAcknowledgement) stored = muster_acknowledgement_table_find (
      muster_change_get_database (change), &edition->id, membership, &local_error);
  g_autofree char *source = dup_sign_source (edition);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return stored == NULL || stored->day == MUSTER_DAY_NONE ||
         muster_sign_table_delete (change, membership, SIGN, stored->day, source, error);
}

/**
 * muster_reply_record_acknowledge:
 * @edition: what is acknowledged
 *
 * Writes down that somebody accepts an edition: a sign of life on that day.
 */
gboolean
muster_reply_record_acknowledge (MusterChange *change, const MusterEdition *edition,
                                 const MusterAcknowledgement *acknowledgement, GError **error)
{
  g_autofree char *source = dup_sign_source (edition);

  return delete_sign (change, edition, &acknowledgement->membership, error) &&
         muster_acknowledgement_table_set (change, acknowledgement, error) &&
         (acknowledgement->day == MUSTER_DAY_NONE ||
          muster_sign_table_set (change, &acknowledgement->membership, SIGN, acknowledgement->day,
                                 source, NULL, error));
}

/**
 * muster_reply_record_take_back:
 *
 * The acknowledgement was a mistake; so was the sign of life.
 */
gboolean
muster_reply_record_take_back (MusterChange *change, const MusterEdition *edition,
                               const MusterId *membership, GError **error)
{
  return delete_sign (change, edition, membership, error) &&
         muster_acknowledgement_table_delete (change, &edition->id, membership, error);
}

/**
 * muster_reply_record_acknowledge_plan:
 * @each: way, source, author, and the day of a reply that does not say when; the member is not used
 *
 * Writes what the replies say; what nobody is known to have said is left out.
 */
gboolean
muster_reply_record_acknowledge_plan (MusterChange *change, MusterReplyPlan *plan,
                                      const MusterEdition *edition,
                                      const MusterAcknowledgement *each, GError **error)
{
  GPtrArray *items = muster_reply_plan_get_items (plan);

  for (guint i = 0; i < items->len; i++)
    {
      const MusterReplyItem *item = items->pdata[i];
      MusterAcknowledgement acknowledgement = *each;

      if (item->verdict != MUSTER_REPLY_MATCHED)
        continue;
      acknowledgement.edition = edition->id;
      acknowledgement.membership = item->membership;
      if (item->reply->time != MUSTER_REPLY_NO_TIME)
        acknowledgement.day = muster_day_from_seconds (item->reply->time);
      if (!muster_reply_record_acknowledge (change, edition, &acknowledgement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * muster_reply_record_receive_plan:
 * @each: notice, way, source, author, and the time of a reply that does not say when; member and
 *   state are not used
 *
 * Writes what the replies say; what nobody is known to have said is left out.
 */
gboolean
muster_reply_record_receive_plan (MusterChange *change, MusterReplyPlan *plan,
                                  const MusterReceipt *each, GError **error)
{
  GPtrArray *items = muster_reply_plan_get_items (plan);

  for (guint i = 0; i < items->len; i++)
    {
      const MusterReplyItem *item = items->pdata[i];
      MusterReceipt receipt = *each;

      if (item->verdict != MUSTER_REPLY_MATCHED)
        continue;
      receipt.membership = item->membership;
      receipt.state = item->reply->answer;
      if (item->reply->time != MUSTER_REPLY_NO_TIME)
        receipt.answered_at = item->reply->time;
      if (!muster_receipt_table_set (change, &receipt, error))
        return FALSE;
    }
  return TRUE;
}

static GHashTable *
new_index (void)
{
  return g_hash_table_new_full (muster_id_hash, muster_id_equal, g_free, NULL);
}

/* membership -> MusterReceiptState, for MusterReplyOptions.stored */
static GHashTable *
index_acknowledged (MusterDatabase *db, const MusterEdition *edition, GError **error)
{
  g_autoptr (GPtrArray) list = muster_acknowledgement_table_list (db, &edition->document, error);
  GHashTable *index;

  if (list == NULL)
    return NULL;

  index = new_index ();
  for (guint i = 0; i < list->len; i++)
    {
      const MusterAcknowledgement *one = list->pdata[i];

      if (muster_id_equal (&one->edition, &edition->id))
        g_hash_table_insert (index, g_memdup2 (&one->membership, sizeof one->membership),
                             GUINT_TO_POINTER (MUSTER_RECEIPT_DONE));
    }
  return index;
}

static GHashTable *
index_received (MusterDatabase *db, const MusterId *notice, GError **error)
{
  g_autoptr (GPtrArray) list = muster_receipt_table_list (db, notice, error);
  GHashTable *index;

  if (list == NULL)
    return NULL;

  index = new_index ();
  for (guint i = 0; i < list->len; i++)
    {
      const MusterReceipt *one = list->pdata[i];

      g_hash_table_insert (index, g_memdup2 (&one->membership, sizeof one->membership),
                           GUINT_TO_POINTER ((guint) one->state));
    }
  return index;
}

/**
 * muster_reply_record_read_for_notice:
 * @source: pasted replies, or the records of a chat
 * @notice: one that was sent
 *
 * Returns: (transfer full): what the replies answer
 */
MusterReplyPlan *
muster_reply_record_read_for_notice (MusterDatabase *db, MusterGroup *group,
                                     MusterTextSource *source, const MusterNotice *notice,
                                     MusterDay today, GError **error)
{
  g_autoptr (GHashTable) stored = index_received (db, &notice->id, error);
  const MusterReplyOptions options = { .after = notice->sent_at,
                                       .limit = muster_notice_get_limit (notice),
                                       .wants_done = notice->wants == MUSTER_NOTICE_WANTS_DONE,
                                       .subject = notice->title,
                                       .stored = stored,
                                       .today = today };

  return stored != NULL ? muster_reply_plan_new (db, group, source, &options, error) : NULL;
}

/**
 * muster_reply_record_read_for_edition:
 * @source: pasted replies, or the records of a chat
 * @edition: what is acknowledged
 * @title: of the rules
 *
 * Returns: (transfer full): what the replies acknowledge
 */
MusterReplyPlan *
muster_reply_record_read_for_edition (MusterDatabase *db, MusterGroup *group,
                                      MusterTextSource *source, const MusterEdition *edition,
                                      const char *title, MusterDay today, GError **error)
{
  g_autoptr (GHashTable) stored = index_acknowledged (db, edition, error);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const MusterReplyOptions options = { .after = muster_event_to_wall (zone, edition->published_at),
                                       .limit = MUSTER_REPLY_NO_TIME,
                                       .only_read = TRUE,
                                       .subject = title,
                                       .stored = stored,
                                       .today = today };

  return stored != NULL ? muster_reply_plan_new (db, group, source, &options, error) : NULL;
}
