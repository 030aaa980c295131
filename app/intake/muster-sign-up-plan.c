/* muster-sign-up-plan.c - a 接龙 into sign-ups
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sign-up-plan"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-identity.h"
#include "muster-input-error.h"
#include "muster-membership-table.h"
#include "muster-person-table.h"
#include "muster-relay-list.h"
#include "muster-sign-up-plan.h"

#define MAX_GUESTS 99

struct _MusterSignUpPlan
{
  MusterId event;
  gint64 original_at;
  GPtrArray *items;         /* owned, of MusterSignUpItem */
  MusterWarnings *warnings; /* owned */
  guint counts[MUSTER_N_SIGN_UP_VERDICTS];
};

static void
item_free (gpointer data)
{
  MusterSignUpItem *item = data;

  g_clear_pointer (&item->sign_up, muster_sign_up_free);
  g_free (item->text);
  g_free (item->name);
  g_free (item->rest);
  g_free (item);
}

/* Words behind the name that say no, or perhaps; anything else is a yes with a remark. */
static MusterSignUpAnswer
find_answer (const char *rest)
{
  static const struct
  {
    const char *word;
    MusterSignUpAnswer answer;
  } words[] = {
    { "不来", MUSTER_SIGN_UP_NO },       { "不参加", MUSTER_SIGN_UP_NO },
    { "来不了", MUSTER_SIGN_UP_NO },     { "请假", MUSTER_SIGN_UP_NO },
    { "不去", MUSTER_SIGN_UP_NO },       { "取消", MUSTER_SIGN_UP_NO },
    { "待定", MUSTER_SIGN_UP_MAYBE },    { "可能", MUSTER_SIGN_UP_MAYBE },
    { "不一定", MUSTER_SIGN_UP_MAYBE },  { "not coming", MUSTER_SIGN_UP_NO },
    { "can't come", MUSTER_SIGN_UP_NO }, { "maybe", MUSTER_SIGN_UP_MAYBE },
    { "perhaps", MUSTER_SIGN_UP_MAYBE },
  };
  g_autofree char *lower = g_utf8_strdown (rest, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i].word) != NULL)
      return words[i].answer;

  return MUSTER_SIGN_UP_YES;
}

/* "+2", "＋1", "带2人". */
static guint
find_guests (const char *rest)
{
  static const char *const marks[] = { "+", "＋", "带", "帶" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *mark = strstr (rest, marks[i]);
      guint64 n = 0;

      if (mark == NULL)
        continue;
      mark += strlen (marks[i]);
      while (g_ascii_isdigit (*mark) && n <= MAX_GUESTS)
        n = n * 10 + (guint64) (*mark++ - '0');
      if (n > 0 && n <= MAX_GUESTS)
        return (guint) n;
    }

  return 0;
}

static MusterSignUp *
make_sign_up (const MusterSignUpPlan *self, const char *person, const char *rest, guint position)
{
  MusterSignUp *sign_up = g_new0 (MusterSignUp, 1);

  sign_up->event = self->event;
  sign_up->original_at = self->original_at;
  sign_up->person = g_strdup (person);
  sign_up->answer = find_answer (rest);
  sign_up->guests = find_guests (rest);
  sign_up->position = position;
  sign_up->note = *rest != '\0' ? g_strdup (rest) : NULL;
  return sign_up;
}

/* The name may be the whole entry: some have spaces. */
static MusterIdentityVerdict
find_member (MusterIdentity *identity, const char *name, const char *whole, MusterDay today,
             guint *out_member)
{
  MusterIdentityVerdict verdict =
      muster_identity_find (identity, NULL, NULL, name, today, out_member);

  return verdict == MUSTER_IDENTITY_NOBODY
             ? muster_identity_find (identity, NULL, NULL, whole, today, out_member)
             : verdict;
}

static void
add_entry (MusterSignUpPlan *self, MusterRoster *roster, MusterIdentity *identity, MusterSpan entry,
           guint64 line, MusterDay today)
{
  MusterSpan span = muster_relay_list_get_name (entry);
  g_autofree char *name = muster_span_dup (span);
  g_autofree char *rest =
      g_strstrip (g_strndup (span.data + span.length, entry.length - span.length));
  MusterSignUpItem *item = g_new0 (MusterSignUpItem, 1);
  MusterIdentityVerdict verdict;
  guint member;

  item->line = line;
  item->text = muster_span_dup (entry);
  item->name = g_strdup (name);
  item->rest = g_strdup (rest);
  verdict = find_member (identity, name, item->text, today, &member);
  if (verdict == MUSTER_IDENTITY_ONE)
    {
      g_autofree char *id = muster_id_dup_text (&muster_roster_get_member (roster, member)->id);

      item->verdict = MUSTER_SIGN_UP_MATCHED;
      item->sign_up = make_sign_up (self, id, rest, self->items->len + 1);
    }
  else if (verdict == MUSTER_IDENTITY_SEVERAL)
    item->verdict = MUSTER_SIGN_UP_AMBIGUOUS;
  else
    {
      item->verdict = MUSTER_SIGN_UP_UNKNOWN;
      item->sign_up = make_sign_up (self, name, rest, self->items->len + 1);
    }
  g_ptr_array_add (self->items, item);
}

/* Who stands twice in a list counts once, as the last entry says. */
static void
drop_doubles (MusterSignUpPlan *self)
{
  for (guint i = self->items->len; i > 0; i--)
    for (guint j = i - 1; j > 0; j--)
      {
        const MusterSignUpItem *last = self->items->pdata[i - 1];
        MusterSignUpItem *before = self->items->pdata[j - 1];

        if (last->sign_up == NULL || before->sign_up == NULL ||
            strcmp (last->sign_up->person, before->sign_up->person) != 0)
          continue;
        last->sign_up->position = before->sign_up->position;
        muster_warnings_add (self->warnings, last->line, _ ("“%s” stands twice in this list."),
                             last->text);
        g_ptr_array_remove_index (self->items, j - 1);
        i--;
      }
}

static gboolean
read_text (MusterSignUpPlan *self, MusterDatabase *db, MusterGroup *group, MusterSpan text,
           MusterDay today, GError **error)
{
  g_autoptr (MusterRoster) roster =
      muster_roster_load (db, muster_group_get_id (group), today, error);
  g_autoptr (MusterIdentity) identity = NULL;
  MusterRelayList list;
  MusterSpan entry;
  guint64 line;

  if (roster == NULL)
    return FALSE;
  if (!muster_relay_list_init (&list, text))
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("This is no 接龙: a line #接龙 or #Group Note is missing."));
      return FALSE;
    }

  identity = muster_identity_new (roster);
  while (muster_relay_list_next (&list, &entry, &line, self->warnings))
    add_entry (self, roster, identity, entry, line, today);
  drop_doubles (self);
  return TRUE;
}

static MusterSignUpItem *
find_item (MusterSignUpPlan *self, const char *person)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      MusterSignUpItem *item = self->items->pdata[i];

      if (item->sign_up != NULL && strcmp (item->sign_up->person, person) == 0)
        return item;
    }

  return NULL;
}

/* A sign-up names a member by the membership, anybody else by the name. */
static char *
dup_name (MusterDatabase *db, const char *person)
{
  g_autoptr (MusterMembership) membership = NULL;
  g_autoptr (MusterPerson) found = NULL;
  MusterId id;

  if (muster_id_parse (person, &id))
    membership = muster_membership_table_load (db, &id, NULL);
  if (membership != NULL)
    found = muster_person_table_load (db, &membership->person, NULL);
  return g_strdup (found != NULL ? found->fields[MUSTER_PERSON_NAME] : person);
}

static void
add_gone (MusterSignUpPlan *self, MusterDatabase *db, const MusterSignUp *stored)
{
  MusterSignUpItem *item = g_new0 (MusterSignUpItem, 1);

  item->verdict = MUSTER_SIGN_UP_GONE;
  item->is_news = TRUE;
  item->text = dup_name (db, stored->person);
  item->sign_up = make_sign_up (self, stored->person, "", stored->position);
  item->sign_up->answer = MUSTER_SIGN_UP_WITHDRAWN;
  g_ptr_array_add (self->items, item);
}

/* What is stored stays where the list says the same; who is not in the list any more withdrew. */
static gboolean
compare (MusterSignUpPlan *self, MusterDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) stored =
      muster_sign_up_table_list (db, &self->event, self->original_at, error);

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    ((MusterSignUpItem *) self->items->pdata[i])->is_news = TRUE;
  for (guint i = 0; i < stored->len; i++)
    {
      const MusterSignUp *before = stored->pdata[i];
      MusterSignUpItem *item = find_item (self, before->person);

      if (item != NULL)
        item->is_news = item->sign_up->answer != before->answer ||
                        item->sign_up->guests != before->guests ||
                        g_strcmp0 (item->sign_up->note, before->note) != 0;
      else if (before->answer != MUSTER_SIGN_UP_WITHDRAWN)
        add_gone (self, db, before);
    }
  return TRUE;
}

/**
 * muster_sign_up_plan_new:
 * @text: a pasted 接龙; of several versions the last counts
 *
 * Returns: (transfer full): what the list says, and what is new in it
 */
MusterSignUpPlan *
muster_sign_up_plan_new (MusterDatabase *db, MusterGroup *group, const MusterId *event,
                         gint64 original_at, MusterSpan text, MusterDay today, GError **error)
{
  g_autoptr (MusterSignUpPlan) self = g_new0 (MusterSignUpPlan, 1);

  self->event = *event;
  self->original_at = original_at;
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->warnings = muster_warnings_new ();
  if (!read_text (self, db, group, text, today, error) || !compare (self, db, error))
    return NULL;

  for (guint i = 0; i < self->items->len; i++)
    self->counts[((const MusterSignUpItem *) self->items->pdata[i])->verdict]++;
  return g_steal_pointer (&self);
}

void
muster_sign_up_plan_free (MusterSignUpPlan *self)
{
  g_ptr_array_unref (self->items);
  g_object_unref (self->warnings);
  g_free (self);
}

/**
 * muster_sign_up_plan_get_items:
 *
 * Returns: (transfer none) (element-type MusterSignUpItem): in the order of the list, then those
 *   who are gone
 */
GPtrArray *
muster_sign_up_plan_get_items (MusterSignUpPlan *self)
{
  return self->items;
}

guint
muster_sign_up_plan_get_count (MusterSignUpPlan *self, MusterSignUpVerdict verdict)
{
  return self->counts[verdict];
}

guint
muster_sign_up_plan_get_n_news (MusterSignUpPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const MusterSignUpItem *item = self->items->pdata[i];

      n += item->is_news && item->sign_up != NULL;
    }
  return n;
}

/* Who is settled on has not gone. */
static void
drop_gone (MusterSignUpPlan *self, const char *person)
{
  for (guint i = self->items->len; i > 0; i--)
    {
      const MusterSignUpItem *item = self->items->pdata[i - 1];

      if (item->verdict == MUSTER_SIGN_UP_GONE && strcmp (item->sign_up->person, person) == 0)
        {
          self->counts[MUSTER_SIGN_UP_GONE]--;
          g_ptr_array_remove_index (self->items, i - 1);
        }
    }
}

/**
 * muster_sign_up_plan_settle:
 * @i: of an entry of the list
 * @person: (nullable): who it is: a membership's id in hexadecimal digits, or a name; %NULL to
 * leave the entry out
 *
 * What the keeper says goes over what was found.
 */
void
muster_sign_up_plan_settle (MusterSignUpPlan *self, guint i, const char *person)
{
  MusterSignUpItem *item = self->items->pdata[i];
  MusterId id;

  g_return_if_fail (item->verdict != MUSTER_SIGN_UP_GONE);

  self->counts[item->verdict]--;
  g_clear_pointer (&item->sign_up, muster_sign_up_free);
  if (person == NULL)
    {
      item->verdict = MUSTER_SIGN_UP_AMBIGUOUS;
    }
  else
    {
      item->verdict =
          muster_id_parse (person, &id) ? MUSTER_SIGN_UP_MATCHED : MUSTER_SIGN_UP_UNKNOWN;
      item->sign_up = make_sign_up (self, person, item->rest, i + 1);
      item->is_news = TRUE;
    }
  self->counts[item->verdict]++;
  if (person != NULL)
    drop_gone (self, person);
}

MusterWarnings *
muster_sign_up_plan_get_warnings (MusterSignUpPlan *self)
{
  return self->warnings;
}

/**
 * muster_sign_up_plan_run:
 * @change: an open change
 *
 * Writes what is new; ambiguous entries are left out.
 */
gboolean
muster_sign_up_plan_run (MusterSignUpPlan *self, MusterChange *change, GError **error)
{
  gint64 now = muster_change_get_now (change) / G_USEC_PER_SEC;

  for (guint i = 0; i < self->items->len; i++)
    {
      MusterSignUpItem *item = self->items->pdata[i];

      if (!item->is_news || item->sign_up == NULL)
        continue;
      item->sign_up->answered_at = now;
      if (!muster_sign_up_table_set (change, item->sign_up, error))
        return FALSE;
    }

  return TRUE;
}
