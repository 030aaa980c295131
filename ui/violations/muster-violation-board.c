/* muster-violation-board.c - all that the page of violations shows of a group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-board"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-advertisement-table.h"
#include "muster-store-error.h"
#include "muster-violation-board.h"
#include "muster-violation-edit.h"

static void
clear (gpointer data)
{
  MusterViolationBoard *self = data;

  g_clear_pointer (&self->roster, muster_roster_free);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->balances, g_ptr_array_unref);
  g_clear_pointer (&self->advertisements, g_ptr_array_unref);
}

MusterViolationBoard *
muster_violation_board_ref (MusterViolationBoard *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
muster_violation_board_unref (MusterViolationBoard *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * muster_violation_board_read:
 *
 * A matter for a worker.
 */
MusterViolationBoard *
muster_violation_board_read (MusterDatabase *db, const MusterId *group, MusterDay today,
                             GError **error)
{
  g_autoptr (MusterViolationBoard) self = g_atomic_rc_box_new0 (MusterViolationBoard);

  self->today = today;
  self->roster = muster_roster_load (db, group, today, error);
  if (self->roster == NULL)
    return NULL;
  self->cases = muster_violation_case_list (db, group, today, error);
  if (self->cases == NULL)
    return NULL;
  self->balances = muster_violation_read_balances (db, group, today, &self->entries, error);
  if (self->balances == NULL)
    return NULL;
  self->advertisements = muster_advertisement_table_list (db, group, error);
  return self->advertisements != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * muster_violation_board_find:
 *
 * Returns: (nullable): %NULL where it was undone
 */
const MusterViolationCase *
muster_violation_board_find (const MusterViolationBoard *self, const MusterId *violation)
{
  for (guint i = 0; i < self->cases->len; i++)
    {
      const MusterViolationCase *about = self->cases->pdata[i];

      if (muster_id_equal (&about->violation->id, violation))
        return about;
    }

  return NULL;
}

const char *
muster_violation_board_get_name (const MusterViolationBoard *self, const MusterId *member)
{
  const MusterRosterMember *found = muster_roster_find_id (self->roster, member);

  return found != NULL ? muster_roster_member_get_name (found) : "";
}

/**
 * muster_violation_board_get_person:
 * @person: (nullable): as it is stored
 *
 * Returns: (nullable): the name of a member, or @person itself
 */
const char *
muster_violation_board_get_person (const MusterViolationBoard *self, const char *person)
{
  MusterId id;

  return person != NULL && muster_id_parse (person, &id)
             ? muster_violation_board_get_name (self, &id)
             : person;
}

/* How many present members are called so; the last of them. */
static guint
count_called (const MusterViolationBoard *self, const char *typed, MusterId *out_member)
{
  g_autofree char *name = g_strstrip (g_strdup (typed));
  guint n = 0;

  for (guint i = 0; i < muster_roster_get_n_members (self->roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (self->roster, i);

      if (!muster_roster_member_is_current (member) ||
          (g_strcmp0 (muster_roster_member_get_name (member), name) != 0 &&
           g_strcmp0 (muster_roster_get_shown_nickname (self->roster, member), name) != 0))
        continue;
      *out_member = member->id;
      n++;
    }
  return n;
}

/**
 * muster_violation_board_find_member:
 * @typed: a name or a nickname
 */
gboolean
muster_violation_board_find_member (const MusterViolationBoard *self, const char *typed,
                                    MusterId *out_member, GError **error)
{
  guint n = count_called (self, typed, out_member);

  if (n == 1)
    return TRUE;

  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND,
               n == 0 ? _ ("The group has no member “%s”.")
                      : _ ("More than one member is called “%s”. Give the nickname."),
               typed);
  return FALSE;
}

/**
 * muster_violation_board_dup_person:
 *
 * Returns: (transfer full) (nullable): what is stored of the one who is called so; %NULL for no
 *   name
 */
char *
muster_violation_board_dup_person (const MusterViolationBoard *self, const char *typed)
{
  g_autofree char *name = g_strstrip (g_strdup (typed));
  MusterId id;

  if (*name == '\0')
    return NULL;
  return count_called (self, name, &id) == 1 ? muster_id_dup_text (&id) : g_steal_pointer (&name);
}
