/* muster-chat-arrivals.c - who came and went by the notices of a chat
 *
 * The silence rule counts from the joining date, or from the first day on which
 * a record shows somebody (DESIGN.md): a member who never wrote may stand in a
 * notice.  Fills in what the roster does not say, and changes nothing that it
 * does: who left by a notice stays on the roster until the keeper decides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-chat-arrivals"

#include "config.h"

#include "muster-chat-arrivals.h"
#include "muster-identity.h"
#include "muster-membership-table.h"

#define MOST_NAMES 100000 /* beyond them notices are not kept */

typedef struct
{
  char *id;         /* owned, NULL if the notice does not say it */
  char *name;       /* owned, NULL if the notice does not say it */
  MusterDay seen;   /* the first day */
  MusterDay joined; /* the latest; MUSTER_DAY_NONE if only leaving was told */
} Arrival;

struct _MusterChatArrivals
{
  GHashTable *arrivals; /* owned: id and name -> Arrival */
};

static void
arrival_free (gpointer data)
{
  Arrival *arrival = data;

  g_free (arrival->id);
  g_free (arrival->name);
  g_free (arrival);
}

MusterChatArrivals *
muster_chat_arrivals_new (void)
{
  MusterChatArrivals *self = g_new0 (MusterChatArrivals, 1);

  self->arrivals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, arrival_free);
  return self;
}

void
muster_chat_arrivals_free (MusterChatArrivals *self)
{
  g_hash_table_unref (self->arrivals);
  g_free (self);
}

static void
note_one (MusterChatArrivals *self, MusterSpan id, MusterSpan name, MusterDay day, gboolean joined)
{
  g_autofree char *id_text = id.length > 0 ? muster_span_dup (id) : NULL;
  g_autofree char *name_text = name.length > 0 ? muster_span_dup (name) : NULL;
  g_autofree char *key = g_strdup_printf ("%s\n%s", id_text != NULL ? id_text : "",
                                          name_text != NULL ? name_text : "");
  Arrival *arrival = g_hash_table_lookup (self->arrivals, key);

  if (arrival == NULL)
    {
      if ((id_text == NULL && name_text == NULL) ||
          g_hash_table_size (self->arrivals) >= MOST_NAMES)
        return;
      arrival = g_new0 (Arrival, 1);
      arrival->id = g_steal_pointer (&id_text);
      arrival->name = g_steal_pointer (&name_text);
      arrival->seen = day;
      arrival->joined = MUSTER_DAY_NONE;
      g_hash_table_insert (self->arrivals, g_steal_pointer (&key), arrival);
    }
  arrival->seen = MIN (arrival->seen, day);
  if (joined)
    arrival->joined = MAX (arrival->joined, day);
}

/**
 * muster_chat_arrivals_note:
 * @entry: a notice; others than of coming and going are passed over
 * @day: when it was
 */
void
muster_chat_arrivals_note (MusterChatArrivals *self, const MusterChatEntry *entry, MusterDay day)
{
  gboolean joined = entry->fact == MUSTER_CHAT_FACT_JOINED;

  if (!joined && entry->fact != MUSTER_CHAT_FACT_LEFT && entry->fact != MUSTER_CHAT_FACT_REMOVED)
    return;

  note_one (self, entry->subject_id, entry->subject, day, joined);
  for (guint i = 0; i < entry->n_more_subjects; i++)
    note_one (self, (MusterSpan){ NULL, 0 }, entry->more_subjects[i], day, joined);
}

static gboolean
write_member (MusterChange *change, const MusterId *id, const Arrival *arrival, GError **error)
{
  g_autoptr (MusterMembership) membership =
      muster_membership_table_load (muster_change_get_database (change), id, error);
  gboolean news;

  if (membership == NULL)
    return FALSE;

  news = membership->first_seen == MUSTER_DAY_NONE || arrival->seen < membership->first_seen;
  if (news)
    membership->first_seen = arrival->seen;
  if (membership->joined_on == MUSTER_DAY_NONE && arrival->joined != MUSTER_DAY_NONE)
    {
      membership->joined_on = arrival->joined;
      news = TRUE;
    }
  return !news || muster_membership_table_set_details (change, membership, error);
}

/* Who it is; where the whole is nobody's name, each of "A, B and C". */
static gboolean
apply_one (MusterChange *change, MusterRoster *roster, MusterIdentity *identity,
           const char *platform, const Arrival *arrival, GError **error)
{
  g_autoptr (GRegex) glue = NULL;
  g_auto (GStrv) names = NULL;
  guint member;

  if (muster_identity_find (identity, platform, arrival->id, arrival->name, arrival->seen,
                            &member) == MUSTER_IDENTITY_ONE)
    return write_member (change, &muster_roster_get_member (roster, member)->id, arrival, error);
  if (arrival->id != NULL)
    return TRUE;

  glue = g_regex_new (", | and | und | y | et | e |、|，", 0, 0, NULL);
  names = g_regex_split (glue, arrival->name, 0);
  for (guint i = 0; names[i] != NULL && names[1] != NULL; i++)
    if (muster_identity_find (identity, platform, NULL, names[i], arrival->seen, &member) ==
            MUSTER_IDENTITY_ONE &&
        !write_member (change, &muster_roster_get_member (roster, member)->id, arrival, error))
      return FALSE;
  return TRUE;
}

/**
 * muster_chat_arrivals_apply:
 * @platform: of the accounts in the notices
 *
 * Gives members of @group the joining date and the first day seen that they lack.
 */
gboolean
muster_chat_arrivals_apply (MusterChatArrivals *self, MusterChange *change, MusterGroup *group,
                            const char *platform, GError **error)
{
  g_autoptr (MusterRoster) roster = NULL;
  g_autoptr (MusterIdentity) identity = NULL;
  GHashTableIter iter;
  gpointer arrival;

  if (g_hash_table_size (self->arrivals) == 0)
    return TRUE;
  roster = muster_roster_load (muster_change_get_database (change), muster_group_get_id (group),
                               G_MAXINT32, error);
  if (roster == NULL)
    return FALSE;

  identity = muster_identity_new (roster);
  g_hash_table_iter_init (&iter, self->arrivals);
  while (g_hash_table_iter_next (&iter, NULL, &arrival))
    if (!apply_one (change, roster, identity, platform, arrival, error))
      return FALSE;
  return TRUE;
}
