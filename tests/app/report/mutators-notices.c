/* mutators-notices.c - the mutators of notices, receipts and acknowledgements
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mutators.h"

#include <string.h>

#include "muster-edition-table.h"
#include "muster-notice-table.h"
#include "muster-receipt-table.h"
#include "muster-reply-record.h"

static MusterAcknowledgement
make_acknowledgement (World *world)
{
  return (MusterAcknowledgement){ .edition = world->edition->id,
                                  .membership = *MEMBER,
                                  .day = TODAY - 1,
                                  .way = MUSTER_REPLY_SHEET,
                                  .source = (char *) "scan.png" };
}

static gboolean
acknowledgement_set (MusterChange *change, World *world, GError **error)
{
  MusterAcknowledgement one = make_acknowledgement (world);

  return muster_acknowledgement_table_set (change, &one, error);
}

static gboolean
acknowledgement_delete (MusterChange *change, World *world, GError **error)
{
  return muster_acknowledgement_table_delete (change, &world->edition->id, MEMBER, error);
}

static gboolean
acknowledge (MusterChange *change, World *world, GError **error)
{
  MusterAcknowledgement one = make_acknowledgement (world);

  return muster_reply_record_acknowledge (change, world->edition, &one, error);
}

static gboolean
take_back (MusterChange *change, World *world, GError **error)
{
  return muster_reply_record_take_back (change, world->edition, MEMBER, error);
}

/* Everybody in the store says 收到. */
static MusterReplyPlan *
read_plan (MusterChange *change, World *world, GError **error)
{
  const MusterReplyOptions options = { .after = MUSTER_REPLY_NO_TIME,
                                       .limit = MUSTER_REPLY_NO_TIME,
                                       .today = TODAY };
  g_autofree char *text = g_strconcat (world->person->fields[MUSTER_PERSON_NAME], "：收到", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MusterTextSource) source = muster_text_source_new_for_bytes (bytes, "x", NULL, error);

  return source != NULL ? muster_reply_plan_new (muster_change_get_database (change), world->group,
                                                 source, &options, error)
                        : NULL;
}

static gboolean
acknowledge_plan (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterReplyPlan) plan = read_plan (change, world, error);
  const MusterAcknowledgement each = { .day = TODAY, .way = MUSTER_REPLY_PASTED };

  return plan != NULL &&
         muster_reply_record_acknowledge_plan (change, plan, world->edition, &each, error);
}

static gboolean
receive_plan (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterReplyPlan) plan = read_plan (change, world, error);
  const MusterReceipt each = { .notice = world->notice,
                               .answered_at = 7,
                               .way = MUSTER_REPLY_PASTED };

  return plan != NULL && muster_reply_record_receive_plan (change, plan, &each, error);
}

static gboolean
receipt_set (MusterChange *change, World *world, GError **error)
{
  const MusterReceipt receipt = {
    .notice = world->notice, .membership = *MEMBER, .state = MUSTER_RECEIPT_DONE, .answered_at = 9
  };

  return muster_receipt_table_set (change, &receipt, error);
}

static gboolean
receipt_delete (MusterChange *change, World *world, GError **error)
{
  return muster_receipt_table_delete (change, &world->notice, MEMBER, error);
}

static MusterNotice *
make_notice (World *world, const char *title)
{
  MusterNotice *notice = muster_notice_new ();

  notice->group = *GROUP;
  notice->title = g_strdup (title);
  notice->text = g_strdup ("Please read.");
  notice->minutes = 30;
  return notice;
}

static gboolean
notice_insert (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterNotice) notice = make_notice (world, "Another");

  return muster_notice_table_insert (change, notice, error);
}

static gboolean
notice_update (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterNotice) notice =
      muster_notice_table_load (muster_change_get_database (change), &world->planned, error);

  if (notice == NULL)
    return FALSE;
  notice->minutes = 45;
  return muster_notice_table_update (change, notice, error);
}

static gboolean
notice_set_standing (MusterChange *change, World *world, GError **error)
{
  return muster_notice_table_set_standing (change, &world->planned, MUSTER_NOTICE_SENT, 77, error);
}

static const MutatorRow rows[] = {
  { "muster_acknowledgement_table_delete", acknowledgement_delete },
  { "muster_acknowledgement_table_set", acknowledgement_set },
  { "muster_notice_table_insert", notice_insert },
  { "muster_notice_table_set_standing", notice_set_standing },
  { "muster_notice_table_update", notice_update },
  { "muster_receipt_table_delete", receipt_delete },
  { "muster_receipt_table_set", receipt_set },
  { "muster_reply_record_acknowledge", acknowledge },
  { "muster_reply_record_acknowledge_plan", acknowledge_plan },
  { "muster_reply_record_receive_plan", receive_plan },
  { "muster_reply_record_take_back", take_back },
};

/**
 * mutators_list_notices:
 *
 * Returns: the mutators of what people are told and what they answer
 */
const MutatorRow *
mutators_list_notices (guint *out_n)
{
  *out_n = G_N_ELEMENTS (rows);
  return rows;
}

/**
 * mutators_fill_notices:
 *
 * Writes a notice that was answered, one that was not sent, and an acknowledgement.
 */
gboolean
mutators_fill_notices (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterNotice) sent = make_notice (world, "Sent");
  g_autoptr (MusterNotice) planned = make_notice (world, "Planned");
  MusterAcknowledgement one = make_acknowledgement (world);
  MusterReceipt receipt = { .membership = *MEMBER,
                            .state = MUSTER_RECEIPT_RECEIVED,
                            .answered_at = 5 };

  one.day = TODAY - 3;
  sent->standing = MUSTER_NOTICE_SENT;
  sent->sent_at = 3;
  if (!muster_notice_table_insert (change, sent, error) ||
      !muster_notice_table_insert (change, planned, error) ||
      !muster_reply_record_acknowledge (change, world->edition, &one, error))
    return FALSE;
  world->notice = receipt.notice = sent->id;
  world->planned = planned->id;
  return muster_receipt_table_set (change, &receipt, error);
}
