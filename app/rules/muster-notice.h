/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-id.h"

G_BEGIN_DECLS

#define MUSTER_NOTICE_NO_TIME G_MININT64

/**
 * MusterNoticeStanding:
 *
 * Stored as "planned", "sent", "closed" and "cancelled".  A closed notice
 * waits for nobody any more.
 */
typedef enum
{
  MUSTER_NOTICE_PLANNED,
  MUSTER_NOTICE_SENT,
  MUSTER_NOTICE_CLOSED,
  MUSTER_NOTICE_CANCELLED,
} MusterNoticeStanding;

#define MUSTER_N_NOTICE_STANDINGS (MUSTER_NOTICE_CANCELLED + 1)

/**
 * MusterNoticeWants:
 *
 * What people are to answer; stored as "nothing", "receipt" and "done".
 */
typedef enum
{
  MUSTER_NOTICE_WANTS_NOTHING,
  MUSTER_NOTICE_WANTS_RECEIPT,
  MUSTER_NOTICE_WANTS_DONE,
} MusterNoticeWants;

#define MUSTER_N_NOTICE_WANTS (MUSTER_NOTICE_WANTS_DONE + 1)

/**
 * MusterNotice:
 * @series: of notices that were made together; none of one alone
 * @event: what it announces; none where it announces no event
 * @original_at: which time of @event: wall clock
 * @text: with variables, see muster_notice_text_fill()
 * @audience: as muster_audience_check() reads it
 * @minutes: in which an answer is expected, from the sending; 0 for no limit
 * @lead: minutes before the event begins; %MUSTER_NOTICE_NO_TIME where @planned_at says when
 * @planned_at: %MUSTER_NOTICE_NO_TIME where @lead says when, or nothing does
 * @sent_at: %MUSTER_NOTICE_NO_TIME while it has not been sent
 *
 * An announcement that the keeper sends in the chat program.  Times are the
 * keeper's wall clock in seconds, as if they were UTC; texts are owned.
 */
typedef struct
{
  MusterId id;
  MusterId group;
  MusterId series;
  MusterId event;
  gint64 original_at;
  char *title;
  char *text;
  char *audience;
  MusterNoticeWants wants;
  gint64 minutes;
  gint64 lead;
  gint64 planned_at;
  gint64 sent_at;
  MusterNoticeStanding standing;
  char *author;
} MusterNotice;

MusterNotice *muster_notice_new (void) G_GNUC_WARN_UNUSED_RESULT;
MusterNotice *muster_notice_copy (const MusterNotice *self) G_GNUC_WARN_UNUSED_RESULT;
void muster_notice_free (MusterNotice *self);

gint64 muster_notice_get_limit (const MusterNotice *self);

const char *muster_notice_standing_get_key (MusterNoticeStanding standing);
const char *muster_notice_standing_get_title (MusterNoticeStanding standing);
gboolean muster_notice_standing_find (const char *key, MusterNoticeStanding *out_standing);
const char *muster_notice_wants_get_key (MusterNoticeWants wants);
const char *muster_notice_wants_get_title (MusterNoticeWants wants);
gboolean muster_notice_wants_find (const char *key, MusterNoticeWants *out_wants);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterNotice, muster_notice_free)

G_END_DECLS
