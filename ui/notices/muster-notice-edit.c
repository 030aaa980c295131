/* muster-notice-edit.c - what the keeper does with notices, each one undoable change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-notice-edit"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-edit.h"
#include "muster-event.h"
#include "muster-notice-edit.h"
#include "muster-notice-table.h"

typedef struct
{
  MusterNotice *notice;          /* owned, NULL for new ones */
  GPtrArray *notices;            /* owned, of MusterNotice; NULL for one that there is */
  MusterNoticeStanding standing; /* what becomes of it */
  gint64 at;                     /* of the sending, or for when it is planned */
  GStrv ids;                     /* owned: of memberships; NULL where nobody has answered */
  MusterReceiptState state;      /* none: the answer is taken back */
  char *author;                  /* owned */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_clear_pointer (&edit->notice, muster_notice_free);
  g_clear_pointer (&edit->notices, g_ptr_array_unref);
  g_strfreev (edit->ids);
  g_free (edit->author);
  g_free (edit);
}

static Edit *
new_edit (MusterContext *context, const MusterNotice *notice)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->notice = notice != NULL ? muster_notice_copy (notice) : NULL;
  edit->author = g_strdup (muster_store_get_author (muster_context_get_store (context)));
  return edit;
}

/**
 * muster_notice_edit_get_now:
 *
 * Returns: the keeper's wall clock, in seconds as if it were UTC
 */
gint64
muster_notice_edit_get_now (MusterContext *context)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return muster_event_to_wall (zone, muster_clock_get_now (muster_context_get_clock (context)) /
                                         G_USEC_PER_SEC);
}

static gboolean
write_notices (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;
  MusterId series = { 0 };

  if (edit->notices->len > 1)
    series = muster_change_new_id (change);
  for (guint i = 0; i < edit->notices->len; i++)
    {
      MusterNotice *notice = edit->notices->pdata[i];

      if (!muster_id_is_none (&notice->id))
        {
          if (!muster_notice_table_update (change, notice, error))
            return FALSE;
          continue;
        }
      notice->series = series;
      if (!muster_notice_table_insert (change, notice, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * muster_notice_edit_save:
 * @notices: (element-type MusterNotice): those that have an id are stored already; of several new
 *   ones a series is made
 */
void
muster_notice_edit_save (GtkWidget *widget, MusterContext *context, GPtrArray *notices)
{
  const MusterNotice *first = notices->pdata[0];
  Edit *edit = new_edit (context, NULL);
  /* TRANSLATORS: titles in the history: the title of a notice */
  g_autofree char *title = g_strdup_printf (
      muster_id_is_none (&first->id) ? _ ("Write the notice %s") : _ ("Change the notice %s"),
      first->title);

  edit->notices = g_ptr_array_ref (notices);
  for (guint i = 0; i < notices->len; i++)
    {
      MusterNotice *notice = notices->pdata[i];

      g_free (notice->author);
      notice->author = g_strdup (edit->author);
    }
  muster_edit_run (widget, context, title, write_notices, edit, edit_free);
}

static gboolean
write_standing (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  return muster_notice_table_set_standing (change, &edit->notice->id, edit->standing, edit->at,
                                           error);
}

/**
 * muster_notice_edit_send:
 * @at: wall clock of the sending
 */
void
muster_notice_edit_send (GtkWidget *widget, MusterContext *context, const MusterNotice *notice,
                         gint64 at)
{
  Edit *edit = new_edit (context, notice);
  /* TRANSLATORS: a title in the history: the title of a notice */
  g_autofree char *title = g_strdup_printf (_ ("Send the notice %s"), notice->title);

  edit->standing = MUSTER_NOTICE_SENT;
  edit->at = at;
  muster_edit_run (widget, context, title, write_standing, edit, edit_free);
}

static gboolean
write_plan (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  edit->notice->planned_at = edit->at;
  edit->notice->lead = MUSTER_NOTICE_NO_TIME;
  return muster_notice_table_update (change, edit->notice, error);
}

/**
 * muster_notice_edit_plan:
 * @at: wall clock: when it is to be sent instead
 */
void
muster_notice_edit_plan (GtkWidget *widget, MusterContext *context, const MusterNotice *notice,
                         gint64 at)
{
  Edit *edit = new_edit (context, notice);
  /* TRANSLATORS: a title in the history: the title of a notice */
  g_autofree char *title = g_strdup_printf (_ ("Plan the notice %s"), notice->title);

  edit->at = at;
  muster_edit_run (widget, context, title, write_plan, edit, edit_free);
}

/**
 * muster_notice_edit_set_standing:
 * @standing: closed, called off, or back to what it was before that
 */
void
muster_notice_edit_set_standing (GtkWidget *widget, MusterContext *context,
                                 const MusterNotice *notice, MusterNoticeStanding standing)
{
  Edit *edit = new_edit (context, notice);
  g_autofree char *title = NULL;

  if (standing == MUSTER_NOTICE_CLOSED)
    /* TRANSLATORS: titles in the history: the title of a notice */
    title = g_strdup_printf (_ ("Close the notice %s"), notice->title);
  else if (standing == MUSTER_NOTICE_CANCELLED)
    title = g_strdup_printf (_ ("Call off the notice %s"), notice->title);
  else
    title = g_strdup_printf (_ ("Open the notice %s again"), notice->title);
  edit->standing = standing;
  edit->at = notice->sent_at;
  muster_edit_run (widget, context, title, write_standing, edit, edit_free);
}

static gboolean
write_receipts (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  for (guint i = 0; edit->ids[i] != NULL; i++)
    {
      MusterReceipt receipt = { .notice = edit->notice->id,
                                .state = edit->state,
                                .answered_at = edit->at,
                                .way = MUSTER_REPLY_HAND,
                                .author = edit->author };

      if (!muster_id_parse (edit->ids[i], &receipt.membership))
        continue;
      if (edit->state == MUSTER_RECEIPT_NONE
              ? !muster_receipt_table_delete (change, &edit->notice->id, &receipt.membership, error)
              : !muster_receipt_table_set (change, &receipt, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * muster_notice_edit_receive:
 * @ids: (array zero-terminated=1): of memberships, in hexadecimal digits
 * @state: what they answered; %MUSTER_RECEIPT_NONE takes the answer back
 */
void
muster_notice_edit_receive (GtkWidget *widget, MusterContext *context, const MusterNotice *notice,
                            const char *const *ids, MusterReceiptState state)
{
  Edit *edit = new_edit (context, notice);
  /* TRANSLATORS: a title in the history: the title of a notice */
  g_autofree char *title = g_strdup_printf (_ ("Receipts of %s"), notice->title);

  edit->ids = g_strdupv ((char **) ids);
  edit->state = state;
  edit->at = MUSTER_NOTICE_NO_TIME; /* when they answered is not known, so nobody is late by this */
  muster_edit_run (widget, context, title, write_receipts, edit, edit_free);
}
