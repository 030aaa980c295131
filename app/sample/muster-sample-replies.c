/* muster-sample-replies.c - notices of a sample group, its rules, and who answered
 *
 * Part of sample.  Nearly everybody has answered; who has not is an ordinary
 * member, so that no other check finds more or less by that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sample-replies"

#include "config.h"

#include <string.h>

#include "muster-acknowledgement-table.h"
#include "muster-binding-table.h"
#include "muster-clause-table.h"
#include "muster-document-table.h"
#include "muster-edition-table.h"
#include "muster-notice-table.h"
#include "muster-receipt-table.h"
#include "muster-rule-draft.h"
#include "muster-sample-group.h"

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)
#define PUBLISHED 60 /* days before today */
#define NAMES_CLAUSE "2"
#define N_OUTSTANDING 4 /* ordinary members who have not acknowledged the rules */
#define N_UNANSWERED 3  /* who have not answered the notice */
#define FIRST_UNANSWERED 10
#define AFTERNOON (15 * 60 * 60)

static const char rules[] = "# 员工群管理规定\n\n"
                            "1. 未经管理员同意不得拉人入群。\n"
                            "2. 群名片使用真实姓名，格式为“部门-姓名”。\n"
                            "3. 工作时间 07:30-22:00，群内只谈工作。\n"
                            "4. 群内信息不得外传。\n"
                            "5. 通知请在 30 分钟内回复“收到”。\n";

static const struct
{
  const char *title;
  const char *text;
  int day; /* of the sending, after today */
  MusterNoticeStanding standing;
  MusterNoticeWants wants;
} notices[] = {
  { "消防演练", "各位同事：{date}起开展消防演练，请在 {deadline} 前回复“收到”。", -2,
    MUSTER_NOTICE_SENT, MUSTER_NOTICE_WANTS_RECEIPT },
  { "国庆值班表", "值班表已发到邮箱，请核对后回复“收到”。", -40, MUSTER_NOTICE_CLOSED,
    MUSTER_NOTICE_WANTS_RECEIPT },
  { "年度体检登记", "请各位同事填写体检登记表，填好后回复“已完成”。共 {count} 人。", 1,
    MUSTER_NOTICE_PLANNED, MUSTER_NOTICE_WANTS_DONE },
};

static MusterDay
get_today (const MusterSampleGroup *self)
{
  return self->end + self->spec->end;
}

/* The number of somebody among the ordinary members; G_MAXUINT of anybody else. */
static guint
get_ordinary (const MusterSampleGroup *self, guint i)
{
  guint n = 0;

  if (((const MusterSamplePerson *) self->people->pdata[i])->plan != NULL)
    return G_MAXUINT;
  for (guint j = 0; j < i; j++)
    n += ((const MusterSamplePerson *) self->people->pdata[j])->plan == NULL;
  return n;
}

/* The clause about nicknames is bound, so that findings name it. */
static gboolean
bind_names (MusterChange *change, const MusterId *owner, const MusterClause *clause, GError **error)
{
  g_autoptr (MusterBinding) binding =
      muster_binding_new (&clause->id, "nickname", "naming", "{department}-{name}");

  return strcmp (clause->number, NAMES_CLAUSE) != 0 ||
         muster_binding_table_set (change, owner, binding, error);
}

/* The edition has the clauses of the draft, which goes on from it. */
static gboolean
write_clauses (MusterChange *change, MusterDocument *document, const MusterEdition *edition,
               GError **error)
{
  g_autoptr (GPtrArray) clauses =
      muster_clause_table_list (muster_change_get_database (change), &document->id, error);

  for (guint i = 0; clauses != NULL && i < clauses->len; i++)
    if (!muster_clause_table_set (change, &edition->id, clauses->pdata[i], i + 1, error) ||
        !bind_names (change, &edition->id, clauses->pdata[i], error) ||
        !bind_names (change, &document->id, clauses->pdata[i], error))
      return FALSE;

  document->based_on = edition->id;
  return clauses != NULL && muster_document_table_update (change, document, error);
}

static gboolean
write_rules (const MusterSampleGroup *self, MusterChange *change, GError **error)
{
  g_autoptr (MusterDocument) document = muster_document_new ();
  g_autoptr (MusterEdition) edition = muster_edition_new ();

  document->group = *muster_group_get_id (self->group);
  document->title = g_strdup ("员工群管理规定");
  document->draft = g_strdup (rules);
  document->position = 1;
  if (!muster_rule_draft_create (change, document, error))
    return FALSE;

  edition->document = document->id;
  edition->number = 1;
  edition->title = g_strdup (document->title);
  edition->text = g_strdup (rules);
  edition->published_on = get_today (self) - PUBLISHED;
  edition->published_at = edition->published_on * SECONDS_PER_DAY;
  edition->author = g_strdup ("管理员");
  edition->material = TRUE;
  if (!muster_edition_table_insert (change, edition, error) ||
      !write_clauses (change, document, edition, error))
    return FALSE;

  for (guint i = 0; i < self->people->len; i++)
    {
      const MusterSamplePerson *person = self->people->pdata[i];
      const MusterAcknowledgement one = { .edition = edition->id,
                                          .membership = person->membership,
                                          .day = edition->published_on,
                                          .way = MUSTER_REPLY_SHEET };

      if (get_ordinary (self, i) >= N_OUTSTANDING && !muster_id_is_none (&person->membership) &&
          !muster_acknowledgement_table_set (change, &one, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_receipts (const MusterSampleGroup *self, const MusterNotice *notice, MusterChange *change,
                GError **error)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const MusterSamplePerson *person = self->people->pdata[i];
      guint n = get_ordinary (self, i);
      const MusterReceipt receipt = { .notice = notice->id,
                                      .membership = person->membership,
                                      .state = MUSTER_RECEIPT_RECEIVED,
                                      .answered_at = notice->sent_at + 60 * (1 + i % 40),
                                      .way = MUSTER_REPLY_RECORDS };

      if (!muster_id_is_none (&person->membership) &&
          (n < FIRST_UNANSWERED || n >= FIRST_UNANSWERED + N_UNANSWERED) &&
          !muster_receipt_table_set (change, &receipt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_notices (const MusterSampleGroup *self, MusterChange *change, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      g_autoptr (MusterNotice) notice = muster_notice_new ();
      gint64 at = (get_today (self) + notices[i].day) * SECONDS_PER_DAY + AFTERNOON;

      notice->group = *muster_group_get_id (self->group);
      notice->title = g_strdup (notices[i].title);
      notice->text = g_strdup (notices[i].text);
      notice->audience = g_strdup ("all");
      notice->wants = notices[i].wants;
      notice->minutes = 30;
      notice->planned_at = at;
      notice->standing = notices[i].standing;
      if (notice->standing != MUSTER_NOTICE_PLANNED)
        notice->sent_at = at;
      if (!muster_notice_table_insert (change, notice, error) ||
          (notice->standing != MUSTER_NOTICE_PLANNED &&
           !write_receipts (self, notice, change, error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * muster_sample_group_write_replies:
 *
 * Writes the rules and notices of the group at work.
 */
gboolean
muster_sample_group_write_replies (MusterSampleGroup *self, MusterChange *change, GError **error)
{
  return !self->spec->at_work ||
         (write_rules (self, change, error) && write_notices (self, change, error));
}
