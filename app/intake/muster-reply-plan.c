/* muster-reply-plan.c - replies into answers of members
 *
 * Shared by receipts of notices and acknowledgements of rules.  Of several
 * answers of one member one counts; the others are shown as given already.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-reply-plan"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-input-error.h"
#include "muster-policy.h"
#include "muster-reply-chat.h"
#include "muster-reply-lines.h"
#include "muster-reply-plan.h"

#define SECONDS_PER_MINUTE 60

static const struct
{
  const char *key;
  const char *title;
} verdicts[MUSTER_N_REPLY_VERDICTS] = {
  [MUSTER_REPLY_MATCHED] = { "matched", NC_ ("reply", "Taken down") },
  [MUSTER_REPLY_AMBIGUOUS] = { "ambiguous", NC_ ("reply", "May be several members") },
  [MUSTER_REPLY_UNKNOWN] = { "unknown", NC_ ("reply", "No member") },
  [MUSTER_REPLY_ALREADY] = { "already", NC_ ("reply", "Has answered already") },
  [MUSTER_REPLY_NO_ANSWER] = { "no_answer", NC_ ("reply", "No answer") },
  [MUSTER_REPLY_BEFORE] = { "before", NC_ ("reply", "Before the publication") },
};

struct _MusterReplyPlan
{
  MusterRoster *roster;     /* owned */
  GPtrArray *items;         /* owned, of MusterReplyItem */
  MusterWarnings *warnings; /* owned */
  GHashTable *stored;       /* owned: MusterId -> MusterReceiptState, before the plan */
  gint64 after;
  gint64 limit;
  gboolean wants_done;
  gboolean only_read;
  gboolean is_chat;
};

/**
 * muster_reply_verdict_get_key:
 *
 * Returns: a stable word, as in JSON
 */
const char *
muster_reply_verdict_get_key (MusterReplyVerdict verdict)
{
  return verdicts[verdict].key;
}

/**
 * muster_reply_verdict_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_reply_verdict_get_title (MusterReplyVerdict verdict)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "reply", verdicts[verdict].title);
}

static void
item_free (gpointer data)
{
  MusterReplyItem *item = data;

  muster_reply_free (item->reply);
  g_free (item->person);
  g_free (item);
}

static void
set_person (MusterReplyPlan *self, MusterReplyItem *item, const MusterRosterMember *member)
{
  item->membership = member->id;
  g_free (item->person);
  item->person = g_strdup (muster_roster_member_get_name (member));
}

/* What the item is by itself, without regard to the others. */
static MusterReplyVerdict
judge (const MusterReplyPlan *self, const MusterReply *reply)
{
  if (self->after != MUSTER_REPLY_NO_TIME && reply->time != MUSTER_REPLY_NO_TIME &&
      reply->time < self->after)
    return MUSTER_REPLY_BEFORE;
  if (reply->answer == MUSTER_RECEIPT_NONE ||
      (self->only_read && reply->answer == MUSTER_RECEIPT_UNDONE))
    return MUSTER_REPLY_NO_ANSWER;
  if (reply->who == MUSTER_IDENTITY_SEVERAL)
    return MUSTER_REPLY_AMBIGUOUS;

  return reply->who == MUSTER_IDENTITY_ONE ? MUSTER_REPLY_MATCHED : MUSTER_REPLY_UNKNOWN;
}

/* @reply: (transfer full) */
static void
take_reply (MusterReplyPlan *self, MusterReply *reply)
{
  MusterReplyItem *item = g_new0 (MusterReplyItem, 1);

  item->reply = reply;
  item->verdict = judge (self, reply);
  item->is_late = self->limit != MUSTER_REPLY_NO_TIME && reply->time != MUSTER_REPLY_NO_TIME &&
                  reply->time > self->limit;
  if (reply->who == MUSTER_IDENTITY_ONE)
    set_person (self, item, muster_roster_get_member (self->roster, reply->member));
  g_ptr_array_add (self->items, item);
}

/* Whether @answer has something to say to somebody who has said @before. */
static gboolean
says_more (const MusterReplyPlan *self, MusterReceiptState answer, MusterReceiptState before)
{
  return before == MUSTER_RECEIPT_NONE || (self->wants_done && answer > before);
}

/* Of each member one answer counts: the first, or the one that says most. */
static void
drop_doubles (MusterReplyPlan *self)
{
  g_autoptr (GHashTable) best = g_hash_table_new (muster_id_hash, muster_id_equal);

  for (guint i = 0; i < self->items->len; i++)
    {
      MusterReplyItem *item = self->items->pdata[i];
      MusterReplyItem *other;
      gpointer stored;

      if (item->verdict != MUSTER_REPLY_MATCHED && item->verdict != MUSTER_REPLY_ALREADY)
        continue;
      item->verdict = MUSTER_REPLY_ALREADY;
      stored = g_hash_table_lookup (self->stored, &item->membership);
      other = g_hash_table_lookup (best, &item->membership);
      if (!says_more (self, item->reply->answer,
                      other != NULL ? other->reply->answer
                                    : (MusterReceiptState) GPOINTER_TO_UINT (stored)))
        continue;
      if (other != NULL)
        other->verdict = MUSTER_REPLY_ALREADY;
      item->verdict = MUSTER_REPLY_MATCHED;
      g_hash_table_insert (best, &item->membership, item);
    }
}

static gboolean
read_source (MusterReplyPlan *self, MusterDatabase *db, MusterGroup *group,
             MusterTextSource *source, const MusterReplyOptions *options, MusterAnswers *answers,
             GError **error)
{
  g_autoptr (MusterReplyMatcher) matcher =
      muster_reply_matcher_new (self->roster, answers, options->today);
  g_autoptr (GPtrArray) replies =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_reply_free);
  const char *format = muster_reply_chat_find_format (source);
  const MusterReplyChat chat = { .group = muster_group_get_id (group),
                                 .platform = muster_group_get_platform (group),
                                 .after = self->after,
                                 .subject = options->subject,
                                 .today = options->today };
  gsize length;
  const char *data = muster_text_source_get_data (source, &length);
  gboolean done;

  self->is_chat = format != NULL;
  if (format == NULL && muster_text_source_is_archive (source))
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("This file holds neither a chat nor replies."));
      return FALSE;
    }
  done = format != NULL ? muster_reply_chat_read (&chat, db, source, format, matcher, replies,
                                                  self->warnings, error)
                        : muster_reply_lines_read (matcher, muster_span (data, data + length),
                                                   replies, self->warnings, error);
  if (!done)
    return FALSE;

  g_ptr_array_set_free_func (replies, NULL);
  for (guint i = 0; i < replies->len; i++)
    take_reply (self, replies->pdata[i]);
  return TRUE;
}

static void
copy_stored (MusterReplyPlan *self, GHashTable *stored)
{
  GHashTableIter iter;
  gpointer key, value;

  self->stored = g_hash_table_new_full (muster_id_hash, muster_id_equal, g_free, NULL);
  if (stored == NULL)
    return;
  g_hash_table_iter_init (&iter, stored);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (self->stored, g_memdup2 (key, sizeof (MusterId)), value);
}

/**
 * muster_reply_plan_new:
 * @source: pasted replies, or the records of a chat
 *
 * The words that count are those of the group's policy.
 *
 * Returns: (transfer full): who answered what, as far as it can be told; fails where there is
 *   nothing at all
 */
MusterReplyPlan *
muster_reply_plan_new (MusterDatabase *db, MusterGroup *group, MusterTextSource *source,
                       const MusterReplyOptions *options, GError **error)
{
  const MusterId *id = muster_group_get_id (group);
  g_autoptr (MusterPolicy) policy = muster_policy_load (db, id, options->today, error);
  g_autoptr (MusterReplyPlan) self = g_new0 (MusterReplyPlan, 1);
  g_autoptr (MusterAnswers) answers = NULL;

  self->items = g_ptr_array_new_with_free_func (item_free);
  self->warnings = muster_warnings_new ();
  if (options->after != MUSTER_REPLY_NO_TIME) /* many formats know the minute only */
    self->after = options->after - options->after % SECONDS_PER_MINUTE;
  else
    self->after = MUSTER_REPLY_NO_TIME;
  self->limit = options->limit;
  self->wants_done = options->wants_done;
  self->only_read = options->only_read;
  copy_stored (self, options->stored);
  if (policy != NULL)
    answers = muster_answers_parse (muster_policy_get (policy, "answers"), error);
  if (answers != NULL)
    self->roster = muster_roster_load (db, id, options->today, error);
  if (self->roster == NULL || !read_source (self, db, group, source, options, answers, error))
    return NULL;

  if (self->items->len == 0 && !self->is_chat)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_EMPTY, 0, _ ("There is nothing in it."));
      return NULL;
    }
  drop_doubles (self);
  return g_steal_pointer (&self);
}

void
muster_reply_plan_free (MusterReplyPlan *self)
{
  g_ptr_array_unref (self->items);
  g_object_unref (self->warnings);
  g_hash_table_unref (self->stored);
  g_clear_pointer (&self->roster, muster_roster_free);
  g_free (self);
}

/**
 * muster_reply_plan_is_chat:
 *
 * Returns: whether these are messages of a chat
 */
gboolean
muster_reply_plan_is_chat (MusterReplyPlan *self)
{
  return self->is_chat;
}

/**
 * muster_reply_plan_get_items:
 *
 * Returns: (transfer none) (element-type MusterReplyItem): in the order of the text
 */
GPtrArray *
muster_reply_plan_get_items (MusterReplyPlan *self)
{
  return self->items;
}

guint
muster_reply_plan_get_count (MusterReplyPlan *self, MusterReplyVerdict verdict)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += ((const MusterReplyItem *) self->items->pdata[i])->verdict == verdict;
  return n;
}

/**
 * muster_reply_plan_get_n_late:
 *
 * Returns: how many of those that are taken down came after the time limit
 */
guint
muster_reply_plan_get_n_late (MusterReplyPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const MusterReplyItem *item = self->items->pdata[i];

      n += item->is_late && item->verdict == MUSTER_REPLY_MATCHED;
    }
  return n;
}

/**
 * muster_reply_plan_settle:
 * @i: of an item
 * @membership: (nullable): whose answer it is; %NULL to leave it out
 * @answer: what it says
 *
 * What the keeper says goes over what was found.
 */
void
muster_reply_plan_settle (MusterReplyPlan *self, guint i, const MusterId *membership,
                          MusterReceiptState answer)
{
  MusterReplyItem *item = self->items->pdata[i];
  const MusterRosterMember *member =
      membership != NULL ? muster_roster_find_id (self->roster, membership) : NULL;

  item->reply->answer = member != NULL ? answer : MUSTER_RECEIPT_NONE;
  item->verdict = MUSTER_REPLY_NO_ANSWER;
  if (member != NULL && answer != MUSTER_RECEIPT_NONE)
    {
      set_person (self, item, member);
      item->verdict = MUSTER_REPLY_MATCHED;
    }
  drop_doubles (self);
}

MusterWarnings *
muster_reply_plan_get_warnings (MusterReplyPlan *self)
{
  return self->warnings;
}
