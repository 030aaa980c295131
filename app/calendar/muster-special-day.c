/* muster-special-day.c - birthdays, anniversaries of joining, and the day of rule questions
 *
 * Which of them a group has says its policy "special-days".  Nothing of it is
 * stored as an event, so that it is right however the members change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-special-day"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-birthday-day.h"
#include "muster-group-table.h"
#include "muster-member-dates.h"
#include "muster-policy.h"
#include "muster-special-day.h"

#define DAYS_PER_WEEK 7
#define FIRST_MONDAY 4 /* 5 January 1970, in days since 1970 */

typedef struct
{
  MusterDatabase *db;
  MusterDay from;
  MusterDay to;
  GPtrArray *found;   /* of MusterSpecialDay */
  GHashTable *seen;   /* owned: ids of persons whose birthday is there, owned; NULL for one group */
  MusterLunar *lunar; /* owned */
  const MusterId *group; /* that is looked at */
} Search;

void
muster_special_day_free (MusterSpecialDay *self)
{
  g_free (self->name);
  g_free (self);
}

static MusterSpecialDay *
add (Search *search, MusterSpecialDayKind kind, MusterDay day)
{
  MusterSpecialDay *special = g_new0 (MusterSpecialDay, 1);

  special->kind = kind;
  special->group = *search->group;
  special->day = day;
  g_ptr_array_add (search->found, special);
  return special;
}

static MusterSpecialDay *
add_of_member (Search *search, MusterSpecialDayKind kind, MusterDay day,
               const MusterMemberDates *dates, int years)
{
  MusterSpecialDay *special = add (search, kind, day);

  special->membership = dates->membership;
  special->name = g_strdup (dates->name);
  special->years = years;
  return special;
}

/* Who is in several groups has one birthday all the same. */
static void
add_birthdays (Search *search, const MusterMemberDates *dates)
{
  MusterBirthday birthday;
  MusterDay from = search->from, day;
  int years;

  if (dates->birthday == NULL || !muster_birthday_parse (dates->birthday, &birthday) ||
      (search->seen != NULL &&
       !g_hash_table_add (search->seen, g_memdup2 (&dates->person, sizeof dates->person))))
    return;

  for (; muster_birthday_find_next (&birthday, search->lunar, from, search->to, &day, &years);
       from = day + 1)
    add_of_member (search, MUSTER_SPECIAL_DAY_BIRTHDAY, day, dates, years)->lunar = birthday.lunar;
}

static void
add_anniversaries (Search *search, const MusterMemberDates *dates)
{
  MusterBirthday joining = { 0 }; /* comes round as a birthday does */
  MusterDay from = search->from, day;
  int years;

  if (dates->joined_on == MUSTER_DAY_NONE)
    return;

  muster_day_to_ymd (dates->joined_on, &joining.year, &joining.month, &joining.day);
  for (; muster_birthday_find_next (&joining, search->lunar, from, search->to, &day, &years);
       from = day + 1)
    add_of_member (search, MUSTER_SPECIAL_DAY_ANNIVERSARY, day, dates, years);
}

static void
add_rule_questions (Search *search)
{
  int ahead = (FIRST_MONDAY - search->from) % DAYS_PER_WEEK;
  MusterDay monday = search->from + (ahead < 0 ? ahead + DAYS_PER_WEEK : ahead);

  for (; monday <= search->to; monday += DAYS_PER_WEEK)
    {
      int year, month, day;

      muster_day_to_ymd (monday, &year, &month, &day);
      if (day <= DAYS_PER_WEEK)
        add (search, MUSTER_SPECIAL_DAY_RULE_QUESTIONS, monday);
    }
}

static gboolean
search_group (Search *search, const MusterId *group, GError **error)
{
  g_autoptr (MusterPolicy) policy = muster_policy_load (search->db, group, search->from, error);
  g_autoptr (GPtrArray) members = NULL;
  gboolean birthdays, anniversaries;

  if (policy == NULL)
    return FALSE;

  search->group = group;
  birthdays = muster_policy_has_word (policy, "special-days", "birthdays");
  anniversaries = muster_policy_has_word (policy, "special-days", "anniversaries");
  if (birthdays || anniversaries)
    {
      members = muster_member_dates_list (search->db, group, error);
      if (members == NULL)
        return FALSE;
    }

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      if (birthdays)
        add_birthdays (search, members->pdata[i]);
      if (anniversaries)
        add_anniversaries (search, members->pdata[i]);
    }
  if (muster_policy_has_word (policy, "special-days", "questions"))
    add_rule_questions (search);
  return TRUE;
}

static gboolean
search_all (Search *search, GError **error)
{
  g_autoptr (GPtrArray) groups = muster_group_table_list (search->db, FALSE, error);

  if (groups == NULL)
    return FALSE;

  search->seen = g_hash_table_new_full (muster_id_hash, muster_id_equal, g_free, NULL);
  for (guint i = 0; i < groups->len; i++)
    if (!search_group (search, muster_group_get_id (groups->pdata[i]), error))
      return FALSE;

  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const MusterSpecialDay *x = *(const MusterSpecialDay *const *) a;
  const MusterSpecialDay *y = *(const MusterSpecialDay *const *) b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return g_strcmp0 (x->name, y->name);
}

/**
 * muster_special_day_dup_title:
 *
 * Returns: (transfer full): what the day is, in words, translated
 */
char *
muster_special_day_dup_title (const MusterSpecialDay *self)
{
  switch (self->kind)
    {
    case MUSTER_SPECIAL_DAY_RULE_QUESTIONS:
      return g_strdup (_ ("Questions about the rules"));
    case MUSTER_SPECIAL_DAY_ANNIVERSARY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %d year in the group",
                                           "%s: %d years in the group", (gulong) self->years),
                              self->name, self->years);
    case MUSTER_SPECIAL_DAY_BIRTHDAY:
    default:
      break;
    }

  if (self->years > 0)
    /* TRANSLATORS: a name and an age */
    return g_strdup_printf (self->lunar ? _ ("%s’s lunar birthday (%d)") : _ ("%s’s birthday (%d)"),
                            self->name, self->years);
  /* TRANSLATORS: a name */
  return g_strdup_printf (self->lunar ? _ ("%s’s lunar birthday") : _ ("%s’s birthday"),
                          self->name);
}

/**
 * muster_special_day_list:
 * @group: (nullable): %NULL for all groups that are not closed
 * @from: the first day
 * @to: the last day
 *
 * Returns: (transfer full) (element-type MusterSpecialDay): the special days from @from to @to, in
 *   order
 */
GPtrArray *
muster_special_day_list (MusterDatabase *db, const MusterId *group, MusterDay from, MusterDay to,
                         GError **error)
{
  g_autoptr (MusterLunar) lunar = muster_lunar_new ();
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_special_day_free);
  Search search = { .db = db, .from = from, .to = to, .found = found, .lunar = lunar };
  gboolean done =
      group != NULL ? search_group (&search, group, error) : search_all (&search, error);

  g_clear_pointer (&search.seen, g_hash_table_unref);
  if (!done)
    return NULL;

  g_ptr_array_sort (found, compare);
  return g_steal_pointer (&found);
}
