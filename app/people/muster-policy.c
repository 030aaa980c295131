/* muster-policy.c - a group's rules that a program can check
 *
 * Each setting is dated, so that a roll call of last spring follows the rules
 * of last spring: the newest value known on the day, else the earliest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-policy"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-policy.h"
#include "muster-query.h"

#define LIST_PREFIX "list."

struct _MusterPolicy
{
  GHashTable *values; /* owned: key -> value */
  GHashTable *since;  /* owned: key -> the day from which the value holds */
  GPtrArray *lists;   /* owned: keys with the prefix, NULL-terminated; NULL until asked for */
};

static const MusterPolicyKey keys[] = {
  { "naming", N_ ("Nickname template"), "", MUSTER_POLICY_TEXT, NULL },
  { "remind-after", N_ ("Remind after"), "P1M", MUSTER_POLICY_PERIOD, NULL },
  { "silent-after", N_ ("Silent after"), "P3M", MUSTER_POLICY_PERIOD, NULL },
  { "grace", N_ ("Grace for newcomers"), "P1M", MUSTER_POLICY_PERIOD, NULL },
  { "stale-after", N_ ("Records are stale after"), "P7D", MUSTER_POLICY_PERIOD, NULL },
  { "exempt-roles", N_ ("Roles exempt from the silence rule"), "owner,admin", MUSTER_POLICY_TEXT,
    NULL },
  { "signs", N_ ("Other signs of life that count"), "seen,snapshot,attendance,acknowledged",
    MUSTER_POLICY_TEXT, NULL },
  { "required", N_ ("Who must be in the group"), "flagged", MUSTER_POLICY_CHOICE, "flagged,all" },
  { "introduction-after", N_ ("Newcomers introduce themselves within (hours)"), "24",
    MUSTER_POLICY_NUMBER, NULL },
  { "introduction-letters", N_ ("Shortest introduction (characters)"), "10", MUSTER_POLICY_NUMBER,
    NULL },
  { "reply-within", N_ ("Deadline of a reminder"), "P7D", MUSTER_POLICY_PERIOD, NULL },
  { "special-days", N_ ("Special days in the calendar"), "birthdays,anniversaries",
    MUSTER_POLICY_WORDS, "birthdays,anniversaries,questions" },
  { "birthday-ahead", N_ ("Birthdays are near (days)"), "7", MUSTER_POLICY_NUMBER, NULL },
  { "checklist", N_ ("Checklist of events"), "", MUSTER_POLICY_TEXT, NULL },
  { "rhythm", N_ ("Rhythm of events"), "", MUSTER_POLICY_TEXT, NULL },
  { "content-plan", N_ ("Weekly content plan"), "", MUSTER_POLICY_TEXT, NULL },
  { "absent-times", N_ ("Absent times in a row"), "0", MUSTER_POLICY_NUMBER, NULL },
  { "attendance-below", N_ ("Attendance below (percent)"), "0", MUSTER_POLICY_NUMBER, NULL },
  { "quiet-hours", N_ ("Quiet hours"), "22:00-08:00", MUSTER_POLICY_TEXT, NULL },
  { "answers", N_ ("Answers that count as a receipt"), "", MUSTER_POLICY_TEXT, NULL },
  { "receipt-within", N_ ("Time limit of a notice (minutes)"), "30", MUSTER_POLICY_NUMBER, NULL },
  { "ladder", N_ ("What follows a violation"), "1 private; 2 named; 3 mute PT24H; 4 remove",
    MUSTER_POLICY_TEXT, NULL },
  { "violation-expires", N_ ("Violations expire after"), "P6M", MUSTER_POLICY_PERIOD, NULL },
  { "colour", N_ ("Colour in the calendar"), "auto", MUSTER_POLICY_CHOICE,
    "auto,blue,orange,green,purple,sky,red,yellow,grey" },
  { "checks-off", N_ ("Checks that are switched off"), "", MUSTER_POLICY_TEXT, NULL },
};

static const MusterPolicyKey *
find_key (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i].key, key) == 0)
      return &keys[i];

  return NULL;
}

static gboolean
is_number (const char *text)
{
  char *end = NULL;
  gint64 number = g_ascii_strtoll (text, &end, 10);

  return *text != '\0' && *end == '\0' && number >= 0 && number <= 1000000;
}

static gboolean
has_choice (const MusterPolicyKey *key, const char *word)
{
  g_auto (GStrv) choices = g_strsplit (key->choices, ",", -1);

  return g_strv_contains ((const char *const *) choices, word);
}

static gboolean
are_choices (const MusterPolicyKey *key, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!has_choice (key, g_strstrip (words[i])))
      return FALSE;

  return TRUE;
}

static gboolean
has_form (const MusterPolicyKey *key, const char *value)
{
  MusterPeriod period;

  switch (key->form)
    {
    case MUSTER_POLICY_TEXT:
      return TRUE;
    case MUSTER_POLICY_PERIOD:
      return muster_period_parse (value, &period);
    case MUSTER_POLICY_NUMBER:
      return is_number (value);
    case MUSTER_POLICY_CHOICE:
      return has_choice (key, value);
    case MUSTER_POLICY_WORDS:
      return are_choices (key, value);
    default:
      g_assert_not_reached ();
    }
}

const MusterPolicyKey *
muster_policy_list_keys (guint *out_n)
{
  *out_n = G_N_ELEMENTS (keys);
  return keys;
}

/* Whether @key is known and @value has its form.  The form of a template and
 * its lists is checked by app/naming, that of plans by app/calendar. */
static gboolean
check (const char *key, const char *value, GError **error)
{
  const MusterPolicyKey *known = find_key (key);
  gboolean valid;

  if (g_str_has_prefix (key, LIST_PREFIX))
    return TRUE;
  if (known == NULL)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _ ("There is no setting “%s”."), key);
      return FALSE;
    }

  valid = has_form (known, value);
  if (!valid)
    g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                 _ ("“%s” can’t be the value of “%s”."), value, key);

  return valid;
}

/**
 * muster_policy_new:
 *
 * Returns: (transfer full): the policy of a group that has set nothing
 */
MusterPolicy *
muster_policy_new (void)
{
  MusterPolicy *self = g_new0 (MusterPolicy, 1);

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->since = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
muster_policy_free (MusterPolicy *self)
{
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->since);
  g_free (self);
}

/**
 * muster_policy_load:
 * @on: the day whose rules are wanted
 */
MusterPolicy *
muster_policy_load (MusterDatabase *db, const MusterId *group, MusterDay on, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT key, value, from_day FROM policies WHERE group_id = ?1 "
      "ORDER BY key, from_day <= ?2, CASE WHEN from_day <= ?2 THEN from_day ELSE -from_day END",
      error);
  g_autoptr (MusterPolicy) self = muster_policy_new ();
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return NULL;

  /* of each key the last row wins: the newest that is old enough, else the earliest */
  muster_query_bind_id (query, 1, group);
  muster_query_bind_int (query, 2, on);
  while (muster_query_next (query, &local_error))
    {
      const char *key = muster_query_get_text (query, 0);

      muster_policy_take_value (self, key, muster_query_dup_text (query, 1));
      g_hash_table_insert (self->since, g_strdup (key),
                           GINT_TO_POINTER (muster_query_get_day (query, 2)));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * muster_policy_set:
 * @from: the day from which the value holds
 */
gboolean
muster_policy_set (MusterChange *change, const MusterId *group, const char *key, const char *value,
                   MusterDay from, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (!check (key, value, error))
    return FALSE;
  query = muster_query_new (
      muster_change_get_database (change),
      "INSERT INTO policies (group_id, key, from_day, value) VALUES (?1, ?2, ?3, ?4) "
      "ON CONFLICT DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value",
      error);
  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, group);
  muster_query_bind_text (query, 2, key);
  muster_query_bind_day (query, 3, from);
  muster_query_bind_text (query, 4, value);
  return muster_query_run (query, error);
}

/**
 * muster_policy_take_value:
 * @value: (transfer full): replaces the value of @key in this copy only
 */
void
muster_policy_take_value (MusterPolicy *self, const char *key, char *value)
{
  g_hash_table_insert (self->values, g_strdup (key), value);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
}

/**
 * muster_policy_get:
 *
 * Returns: the value or its fallback; empty for an unknown key
 */
const char *
muster_policy_get (MusterPolicy *self, const char *key)
{
  const char *value = g_hash_table_lookup (self->values, key);
  const MusterPolicyKey *known = find_key (key);

  if (value != NULL)
    return value;

  return known != NULL ? known->fallback : "";
}

MusterPeriod
muster_policy_get_period (MusterPolicy *self, const char *key)
{
  MusterPeriod period = { 0, 0 };

  if (!muster_period_parse (muster_policy_get (self, key), &period) && find_key (key) != NULL)
    (void) muster_period_parse (find_key (key)->fallback, &period);
  return period;
}

gint64
muster_policy_get_number (MusterPolicy *self, const char *key)
{
  return g_ascii_strtoll (muster_policy_get (self, key), NULL, 10);
}

/**
 * muster_policy_has_word:
 *
 * Returns: whether @word stands in the comma-separated value
 */
gboolean
muster_policy_has_word (MusterPolicy *self, const char *key, const char *word)
{
  g_auto (GStrv) words = g_strsplit (muster_policy_get (self, key), ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (g_strstrip (words[i]), word) == 0)
      return TRUE;

  return FALSE;
}

/**
 * muster_policy_get_lists:
 *
 * Returns: (transfer none): the keys "list.FIELD" that have a value, %NULL-terminated
 */
const char *const *
muster_policy_get_lists (MusterPolicy *self)
{
  if (self->lists == NULL)
    {
      GHashTableIter iter;
      gpointer key, value;

      self->lists = g_ptr_array_new ();
      g_hash_table_iter_init (&iter, self->values);
      while (g_hash_table_iter_next (&iter, &key, &value))
        if (g_str_has_prefix (key, LIST_PREFIX) && *(const char *) value != '\0')
          g_ptr_array_add (self->lists, key);
      g_ptr_array_add (self->lists, NULL);
    }

  return (const char *const *) self->lists->pdata;
}

/**
 * muster_policy_get_since:
 *
 * Returns: the day from which the value holds; %MUSTER_DAY_NONE where the group has none
 */
MusterDay
muster_policy_get_since (MusterPolicy *self, const char *key)
{
  gpointer day;

  return g_hash_table_lookup_extended (self->since, key, NULL, &day) ? GPOINTER_TO_INT (day)
                                                                     : MUSTER_DAY_NONE;
}
