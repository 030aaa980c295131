/* muster-notice-answers.c - who answered a notice, and who did not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-notice-answers"

#include "config.h"

#include "muster-audience.h"
#include "muster-notice-answers.h"
#include "muster-outstanding.h"

/**
 * muster_notice_is_answered:
 *
 * Returns: whether @state is all that the notice wants
 */
gboolean
muster_notice_is_answered (const MusterNotice *notice, MusterReceiptState state)
{
  switch (notice->wants)
    {
    case MUSTER_NOTICE_WANTS_RECEIPT:
      return state != MUSTER_RECEIPT_NONE;
    case MUSTER_NOTICE_WANTS_DONE:
      return state == MUSTER_RECEIPT_DONE;
    case MUSTER_NOTICE_WANTS_NOTHING:
    default:
      return TRUE;
    }
}

/* Who was in the audience when the notice was sent; of one that was not, who would be today. */
static GHashTable *
list_asked (MusterDatabase *db, const MusterNotice *notice, MusterDay on, GError **error)
{
  MusterDay sent =
      notice->sent_at != MUSTER_NOTICE_NO_TIME ? muster_day_from_seconds (notice->sent_at) : on;
  g_autoptr (MusterRoster) roster = muster_roster_load (db, &notice->group, sent, error);
  g_autoptr (GPtrArray) members = NULL;
  GHashTable *asked;

  if (roster != NULL)
    members = muster_audience_list (notice->audience != NULL ? notice->audience : "all", db,
                                    &notice->group, roster, sent, error);
  if (members == NULL)
    return NULL;

  asked = g_hash_table_new_full (muster_id_hash, muster_id_equal, g_free, NULL);
  for (guint i = 0; i < members->len; i++)
    {
      const MusterRosterMember *member = members->pdata[i];

      g_hash_table_add (asked, g_memdup2 (&member->id, sizeof member->id));
    }
  return asked;
}

static GHashTable *
index_receipts (GPtrArray *receipts)
{
  GHashTable *index = g_hash_table_new (muster_id_hash, muster_id_equal);

  for (guint i = 0; i < receipts->len; i++)
    {
      MusterReceipt *receipt = receipts->pdata[i];

      g_hash_table_insert (index, &receipt->membership, receipt);
    }
  return index;
}

static void
add_row (MusterNoticeAnswers *self, const MusterNotice *notice, const MusterRosterMember *member,
         const MusterReceipt *receipt, gboolean is_asked)
{
  MusterReceiptState state = receipt != NULL ? receipt->state : MUSTER_RECEIPT_NONE;
  gint64 limit = muster_notice_get_limit (notice);
  MusterNoticeAnswer row = { .member = member, .receipt = receipt, .is_asked = is_asked };

  row.is_outstanding = is_asked && notice->standing == MUSTER_NOTICE_SENT &&
                       !muster_notice_is_answered (notice, state);
  row.is_late = receipt != NULL && limit != MUSTER_NOTICE_NO_TIME &&
                receipt->answered_at != MUSTER_NOTICE_NO_TIME && receipt->answered_at > limit;
  g_array_append_val (self->rows, row);
  if (!is_asked)
    return;
  self->n_asked++;
  self->counts[state]++;
  self->n_outstanding += row.is_outstanding;
  self->n_late += row.is_late;
}

/**
 * muster_notice_answers_read:
 * @on: today: who has left by then, or is on leave, is not asked any more
 *
 * Returns: (transfer full): everybody who was asked, and who else answered
 */
MusterNoticeAnswers *
muster_notice_answers_read (MusterDatabase *db, const MusterNotice *notice, MusterDay on,
                            GError **error)
{
  g_autoptr (GHashTable) asked = list_asked (db, notice, on, error);
  g_autoptr (MusterNoticeAnswers) self = g_new0 (MusterNoticeAnswers, 1);
  g_autoptr (GHashTable) index = NULL;

  self->rows = g_array_new (FALSE, FALSE, sizeof (MusterNoticeAnswer));
  if (asked != NULL)
    self->roster = muster_roster_load (db, &notice->group, on, error);
  if (self->roster != NULL)
    self->receipts = muster_receipt_table_list (db, &notice->id, error);
  if (self->receipts == NULL)
    return NULL;

  index = index_receipts (self->receipts);
  for (guint i = 0; i < muster_roster_get_n_members (self->roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (self->roster, i);
      const MusterReceipt *receipt = g_hash_table_lookup (index, &member->id);
      gboolean is_asked = g_hash_table_contains (asked, &member->id) &&
                          (receipt != NULL || muster_outstanding_is_asked (member, on));

      if (is_asked || receipt != NULL)
        add_row (self, notice, member, receipt, is_asked);
    }
  return g_steal_pointer (&self);
}

void
muster_notice_answers_free (MusterNoticeAnswers *self)
{
  g_clear_pointer (&self->receipts, g_ptr_array_unref);
  g_clear_pointer (&self->roster, muster_roster_free);
  g_array_unref (self->rows);
  g_free (self);
}
