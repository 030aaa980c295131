/* muster-record-match.c - rows to persons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-record-match"

#include "config.h"

#include <string.h>

#include "muster-account-table.h"
#include "muster-normalise.h"
#include "muster-person-table.h"
#include "muster-record-match.h"

struct _MusterRecordMatch
{
  MusterDatabase *db;       /* owned */
  MusterPersonIndex *index; /* owned */
  char *platform;           /* owned: of accounts that do not say theirs */
};

/* How a candidate compares with the row. */
typedef struct
{
  guint32 row;
  gboolean same_name;
  gboolean member;        /* has a place in the group */
  guint n_agreeing;       /* second fields that are equal */
  guint n_differing;      /* second fields that both have and that are not equal */
  gboolean other_contact; /* both have phones, addresses or numbers, and none in common */
} Candidate;

static gboolean
names_equal (const char *a, const char *b)
{
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  if (a == NULL || b == NULL)
    return FALSE;
  if (strcmp (a, b) == 0)
    return TRUE;

  x = muster_normalise (a);
  y = muster_normalise (b);
  return strcmp (x, y) == 0;
}

static gboolean
lists_share_line (const char *a, const char *b)
{
  g_auto (GStrv) lines = g_strsplit (a, "\n", -1);
  g_auto (GStrv) others = g_strsplit (b, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) others, lines[i]))
      return TRUE;

  return FALSE;
}

static void
compare_second_fields (Candidate *candidate, const MusterRecord *record, const MusterPerson *person)
{
  static const MusterPersonField descriptive[] = {
    MUSTER_PERSON_DEPARTMENT, MUSTER_PERSON_CLASS, MUSTER_PERSON_COMPANY,  MUSTER_PERSON_SCHOOL,
    MUSTER_PERSON_YEAR,       MUSTER_PERSON_SEAT,  MUSTER_PERSON_BIRTHDAY,
  };
  static const MusterPersonField contacts[] = { MUSTER_PERSON_PHONES, MUSTER_PERSON_EMAILS,
                                                MUSTER_PERSON_NUMBER };
  gboolean shared = FALSE, apart = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (descriptive); i++)
    {
      const char *a = record->person[descriptive[i]], *b = person->fields[descriptive[i]];

      if (a != NULL && b != NULL && strcmp (a, b) == 0)
        candidate->n_agreeing++;
      else if (a != NULL && b != NULL)
        candidate->n_differing++;
    }

  for (guint i = 0; i < G_N_ELEMENTS (contacts); i++)
    {
      const char *a = record->person[contacts[i]], *b = person->fields[contacts[i]];

      if (a != NULL && b != NULL)
        *(lists_share_line (a, b) ? &shared : &apart) = TRUE;
    }
  candidate->n_agreeing += shared;
  candidate->other_contact = apart && !shared;
}

static gboolean
read_candidate (MusterRecordMatch *self, const MusterRecord *record, guint32 row,
                Candidate *candidate, GError **error)
{
  g_autoptr (MusterPerson) person = muster_person_table_load_row (self->db, row, error);

  if (person == NULL)
    return FALSE;

  memset (candidate, 0, sizeof *candidate);
  candidate->row = row;
  candidate->member = muster_person_index_is_member (self->index, row);
  candidate->same_name =
      names_equal (muster_record_get_name (record), person->fields[MUSTER_PERSON_NAME]);
  compare_second_fields (candidate, record, person);
  return TRUE;
}

static void
find_lines (MusterPersonIndex *index, MusterPersonKey key, const char *lines, GArray *rows)
{
  g_auto (GStrv) split = lines != NULL ? g_strsplit (lines, "\n", -1) : NULL;

  for (guint i = 0; split != NULL && split[i] != NULL; i++)
    muster_person_index_find (index, key, split[i], rows);
}

/* Numbers are counted anew in every class and company: only the group's own count. */
static void
find_number (MusterPersonIndex *index, const char *number, GArray *rows)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  find_lines (index, MUSTER_PERSON_KEY_NUMBER, number, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint32 row = g_array_index (found, guint32, i);
      gboolean known = FALSE;

      for (guint j = 0; j < rows->len; j++)
        known = known || g_array_index (rows, guint32, j) == row;
      if (!known && muster_person_index_is_member (index, row))
        g_array_append_val (rows, row);
    }
}

/* By account: decisive whatever the name, because the id is the platform's. */
static gboolean
match_account (MusterRecordMatch *self, const MusterRecord *record, guint32 *out_row,
               GError **error)
{
  const char *platform = record->platform != NULL ? record->platform : self->platform;
  MusterId account, person;
  gboolean found = FALSE;

  *out_row = 0;
  if (record->account == NULL)
    return TRUE;
  if (!muster_account_table_find (self->db, platform, record->account, &account, &person, &found,
                                  error))
    return FALSE;

  return !found || muster_person_table_find_row (self->db, &person, out_row, error);
}

static MusterMatchVerdict
settle (guint32 row, GArray *candidates)
{
  g_array_set_size (candidates, 0);
  g_array_append_val (candidates, row);
  return MUSTER_MATCH_ONE;
}

/* By phone, e-mail or number: the same name makes it sure; another name may be
 * a relative's shared phone, so it is asked. */
static gboolean
match_contact (MusterRecordMatch *self, const MusterRecord *record, MusterMatchVerdict *out_verdict,
               GArray *candidates, GError **error)
{
  guint n_same = 0;
  guint32 same = 0;

  find_lines (self->index, MUSTER_PERSON_KEY_PHONE, record->person[MUSTER_PERSON_PHONES],
              candidates);
  find_lines (self->index, MUSTER_PERSON_KEY_EMAIL, record->person[MUSTER_PERSON_EMAILS],
              candidates);
  find_number (self->index, record->person[MUSTER_PERSON_NUMBER], candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate candidate;

      if (!read_candidate (self, record, g_array_index (candidates, guint32, i), &candidate, error))
        return FALSE;
      if (candidate.same_name || record->person[MUSTER_PERSON_NAME] == NULL)
        {
          n_same++;
          same = candidate.row;
        }
    }

  if (n_same == 1)
    *out_verdict = settle (same, candidates);
  else
    *out_verdict = candidates->len > 0 ? MUSTER_MATCH_AMBIGUOUS : MUSTER_MATCH_NONE;
  return TRUE;
}

/* By name: sure where a second field agrees and none differs for exactly one,
 * or for the only one of that name in the group if nothing speaks against it.
 * A row with a nickname alone goes by that, as it does when it is written. */
static gboolean
match_name (MusterRecordMatch *self, const MusterRecord *record, MusterMatchVerdict *out_verdict,
            GArray *candidates, GError **error)
{
  guint n_members = 0, n_agreeing = 0, n_likely = 0;
  guint32 agreeing = 0, member = 0;
  gboolean member_fits = FALSE;

  muster_person_index_find (self->index, MUSTER_PERSON_KEY_NAME, muster_record_get_name (record),
                            candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate c;

      if (!read_candidate (self, record, g_array_index (candidates, guint32, i), &c, error))
        return FALSE;
      if (!c.same_name ||
          (!c.member && c.n_agreeing == 0 && (c.other_contact || c.n_differing > 0)))
        {
          g_array_remove_index_fast (candidates, i--);
          continue;
        }
      if (c.n_agreeing > 0 && c.n_differing == 0 && !c.other_contact)
        {
          n_agreeing++;
          agreeing = c.row;
        }
      n_likely += c.n_differing == 0 && !c.other_contact;
      if (c.member)
        {
          n_members++;
          member = c.row;
          member_fits = c.n_differing == 0 && !c.other_contact;
        }
    }

  if (n_agreeing == 1 && n_likely == 1)
    *out_verdict = settle (agreeing, candidates);
  else if (n_members == 1 && member_fits && n_agreeing == 0)
    *out_verdict = settle (member, candidates);
  else
    *out_verdict = candidates->len > 0 ? MUSTER_MATCH_AMBIGUOUS : MUSTER_MATCH_NONE;
  return TRUE;
}

/**
 * muster_record_match_new:
 * @platform: of accounts in columns that do not say theirs
 *
 * Returns: (transfer full): a matcher against the persons as they are now
 */
MusterRecordMatch *
muster_record_match_new (MusterDatabase *db, const MusterId *group, const char *platform,
                         GError **error)
{
  g_autoptr (MusterRecordMatch) self = g_new0 (MusterRecordMatch, 1);

  self->db = g_object_ref (db);
  self->platform = g_strdup (platform);
  self->index = muster_person_index_new (db, group, error);
  if (self->index == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
muster_record_match_free (MusterRecordMatch *self)
{
  g_clear_pointer (&self->index, muster_person_index_free);
  g_object_unref (self->db);
  g_free (self->platform);
  g_free (self);
}

/**
 * muster_record_match_run:
 * @candidates: (element-type guint32): replaced by the row numbers of the
 *   persons that it may be; exactly one for %MUSTER_MATCH_ONE
 */
gboolean
muster_record_match_run (MusterRecordMatch *self, const MusterRecord *record,
                         MusterMatchVerdict *out_verdict, GArray *candidates, GError **error)
{
  guint32 row = 0;

  g_array_set_size (candidates, 0);
  *out_verdict = MUSTER_MATCH_NONE;
  if (!match_account (self, record, &row, error))
    return FALSE;
  if (row != 0)
    {
      *out_verdict = settle (row, candidates);
      return TRUE;
    }

  return match_contact (self, record, out_verdict, candidates, error) &&
         (*out_verdict != MUSTER_MATCH_NONE ||
          match_name (self, record, out_verdict, candidates, error));
}

MusterPersonIndex *
muster_record_match_get_index (MusterRecordMatch *self)
{
  return self->index;
}
