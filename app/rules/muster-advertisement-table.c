/* muster-advertisement-table.c - who wants to advertise: the SQL of the table "advertisements"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-advertisement-table"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-advertisement-table.h"
#include "muster-query.h"
#include "muster-store-error.h"

#define COLUMNS                                                                                    \
  "id, group_id, person, text, licence, qualification, reviews, asked_on, standing, decided_on, "  \
  "reason, author"
#define MAX_TEXT 10000 /* bytes */

static const struct
{
  const char *key;
  const char *title;
} standings[MUSTER_N_ADVERTISEMENT_STANDINGS] = {
  [MUSTER_ADVERTISEMENT_WAITING] = { "waiting", N_ ("To be decided") },
  [MUSTER_ADVERTISEMENT_APPROVED] = { "approved", N_ ("Approved") },
  [MUSTER_ADVERTISEMENT_REFUSED] = { "refused", N_ ("Refused") },
};

static const struct
{
  const char *key;
  const char *title;
} proofs[MUSTER_N_ADVERTISEMENT_PROOFS] = {
  [MUSTER_ADVERTISEMENT_LICENCE] = { "licence", N_ ("Business licence") },
  [MUSTER_ADVERTISEMENT_QUALIFICATION] = { "qualification", N_ ("Qualification") },
  [MUSTER_ADVERTISEMENT_REVIEWS] = { "reviews", N_ ("Reviews of customers") },
};

MusterAdvertisement *
muster_advertisement_new (void)
{
  MusterAdvertisement *self = g_new0 (MusterAdvertisement, 1);

  self->decided_on = MUSTER_DAY_NONE;
  return self;
}

void
muster_advertisement_free (MusterAdvertisement *self)
{
  g_free (self->person);
  g_free (self->text);
  for (guint i = 0; i < MUSTER_N_ADVERTISEMENT_PROOFS; i++)
    g_free (self->proofs[i]);
  g_free (self->reason);
  g_free (self->author);
  g_free (self);
}

const char *
muster_advertisement_standing_get_key (MusterAdvertisementStanding standing)
{
  return standings[standing].key;
}

/**
 * muster_advertisement_standing_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_advertisement_standing_get_title (MusterAdvertisementStanding standing)
{
  return _ (standings[standing].title);
}

const char *
muster_advertisement_proof_get_key (MusterAdvertisementProof proof)
{
  return proofs[proof].key;
}

/**
 * muster_advertisement_proof_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_advertisement_proof_get_title (MusterAdvertisementProof proof)
{
  return _ (proofs[proof].title);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\n")] == '\0';
}

/**
 * muster_advertisement_dup_missing:
 *
 * Returns: (transfer full) (nullable): the proofs that were not shown, in words; %NULL if all were
 */
char *
muster_advertisement_dup_missing (const MusterAdvertisement *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_ADVERTISEMENT_PROOFS; i++)
    if (is_blank (self->proofs[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", _ (proofs[i].title));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static gboolean
check_decision (const MusterAdvertisement *advertisement, GError **error)
{
  g_autofree char *missing = muster_advertisement_dup_missing (advertisement);

  if (advertisement->standing == MUSTER_ADVERTISEMENT_APPROVED && missing != NULL)
    g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                 _ ("It can’t be approved: these proofs were not shown: %s."), missing);
  else if (advertisement->standing == MUSTER_ADVERTISEMENT_REFUSED &&
           is_blank (advertisement->reason))
    g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                         _ ("Say why it is refused."));
  else
    return TRUE;

  return FALSE;
}

static gboolean
check (const MusterAdvertisement *advertisement, GError **error)
{
  const char *texts[] = { advertisement->text, advertisement->reason, advertisement->proofs[0],
                          advertisement->proofs[1], advertisement->proofs[2] };

  if (is_blank (advertisement->person) || is_blank (advertisement->text))
    {
      g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                           _ ("A request needs a name and the text of the advertisement."));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && strlen (texts[i]) > MAX_TEXT)
      {
        g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                     _ ("The text is too long: at most %d bytes fit."), MAX_TEXT);
        return FALSE;
      }
  return check_decision (advertisement, error);
}

/* In the order of COLUMNS. */
static void
bind_advertisement (MusterQuery *query, const MusterAdvertisement *advertisement)
{
  muster_query_bind_id (query, 1, &advertisement->id);
  muster_query_bind_id (query, 2, &advertisement->group);
  muster_query_bind_text (query, 3, advertisement->person);
  muster_query_bind_text (query, 4, advertisement->text);
  for (int i = 0; i < MUSTER_N_ADVERTISEMENT_PROOFS; i++)
    muster_query_bind_text (query, 5 + i, advertisement->proofs[i]);
  muster_query_bind_day (query, 8, advertisement->asked_on);
  muster_query_bind_text (query, 9, standings[advertisement->standing].key);
  muster_query_bind_day (query, 10, advertisement->decided_on);
  muster_query_bind_text (query, 11, advertisement->reason);
  muster_query_bind_text (query, 12, advertisement->author);
}

static gpointer
read_advertisement (MusterQuery *query, gconstpointer data)
{
  MusterAdvertisement *advertisement = muster_advertisement_new ();
  const char *standing = muster_query_get_text (query, 8);

  muster_query_get_id (query, 0, &advertisement->id);
  muster_query_get_id (query, 1, &advertisement->group);
  advertisement->person = muster_query_dup_text (query, 2);
  advertisement->text = muster_query_dup_text (query, 3);
  for (int i = 0; i < MUSTER_N_ADVERTISEMENT_PROOFS; i++)
    advertisement->proofs[i] = muster_query_dup_text (query, 4 + i);
  advertisement->asked_on = muster_query_get_day (query, 7);
  for (guint i = 0; i < MUSTER_N_ADVERTISEMENT_STANDINGS; i++)
    if (g_strcmp0 (standings[i].key, standing) == 0)
      advertisement->standing = (MusterAdvertisementStanding) i;
  advertisement->decided_on = muster_query_get_day (query, 9);
  advertisement->reason = muster_query_dup_text (query, 10);
  advertisement->author = muster_query_dup_text (query, 11);
  return advertisement;
}

/**
 * muster_advertisement_table_insert:
 * @advertisement: what to store; gets its id
 */
gboolean
muster_advertisement_table_insert (MusterChange *change, MusterAdvertisement *advertisement,
                                   GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (!check (advertisement, error))
    return FALSE;

  query = muster_query_new (muster_change_get_database (change),
                            "INSERT INTO advertisements (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, "
                            "?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                            error);
  if (query == NULL)
    return FALSE;

  advertisement->id = muster_change_new_id (change);
  bind_advertisement (query, advertisement);
  return muster_query_run (query, error);
}

/**
 * muster_advertisement_table_update:
 * @advertisement: a stored one, with its new contents; approved only with every proof, refused only
 *   with a reason
 */
gboolean
muster_advertisement_table_update (MusterChange *change, const MusterAdvertisement *advertisement,
                                   GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (!check (advertisement, error))
    return FALSE;

  query = muster_query_new (muster_change_get_database (change),
                            "UPDATE advertisements SET group_id = ?2, person = ?3, text = ?4, "
                            "licence = ?5, qualification = ?6, reviews = ?7, asked_on = ?8, "
                            "standing = ?9, decided_on = ?10, reason = ?11, author = ?12 "
                            "WHERE id = ?1",
                            error);
  if (query == NULL)
    return FALSE;

  bind_advertisement (query, advertisement);
  return muster_query_run (query, error);
}

/**
 * muster_advertisement_table_load:
 *
 * Returns: (transfer full): %NULL with @error set if there is none
 */
MusterAdvertisement *
muster_advertisement_table_load (MusterDatabase *db, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT " COLUMNS " FROM advertisements WHERE id = ?1", error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, id);
  return muster_query_need (query, _ ("There is no such request any more."), error)
             ? read_advertisement (query, NULL)
             : NULL;
}

/**
 * muster_advertisement_table_list:
 *
 * Returns: (transfer full) (element-type MusterAdvertisement): those that wait first, then the
 *   newest
 */
GPtrArray *
muster_advertisement_table_list (MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT " COLUMNS " FROM advertisements WHERE group_id = ?1 "
                        "ORDER BY standing <> 'waiting', asked_on DESC, stamp DESC, id",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  return muster_query_list (query, read_advertisement, NULL,
                            (GDestroyNotify) muster_advertisement_free, error);
}
