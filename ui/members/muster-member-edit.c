/* muster-member-edit.c - the edits of one member, each one undoable change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-member-edit"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-member-edit.h"
#include "muster-sign-table.h"

typedef struct
{
  MusterId id;   /* person, membership, account or group */
  MusterDay day; /* today */
  MusterDay until;
  guint choice;                 /* a field or a standing */
  char *text;                   /* owned, nullable */
  char *other;                  /* owned, nullable */
  char *third;                  /* owned, nullable */
  MusterMembership *membership; /* owned, nullable */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->text);
  g_free (edit->other);
  g_free (edit->third);
  g_clear_pointer (&edit->membership, muster_membership_free);
  g_free (edit);
}

static Edit *
edit_new (MusterContext *context, const MusterId *id)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->id = *id;
  edit->day = muster_clock_get_today (muster_context_get_clock (context));
  edit->until = MUSTER_DAY_NONE;
  return edit;
}

static char *
dup_or_none (const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return stripped != NULL && stripped[0] != '\0' ? g_steal_pointer (&stripped) : NULL;
}

static gboolean
write_field (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  return muster_person_table_set (change, &edit->id, (MusterPersonField) edit->choice, edit->text,
                                  error);
}

/**
 * muster_member_edit_field:
 * @value: the new value; several, one a line; empty for none
 */
void
muster_member_edit_field (GtkWidget *widget, MusterContext *context, const MusterPerson *person,
                          MusterPersonField field, const char *value)
{
  const char *name = person->fields[MUSTER_PERSON_NAME];
  Edit *edit = edit_new (context, &person->id);
  /* TRANSLATORS: a field, such as "Department", and a person's name */
  g_autofree char *title = g_strdup_printf (
      _ ("Change %s of %s"), muster_person_field_get_title (field), name != NULL ? name : "?");

  edit->choice = field;
  edit->text = dup_or_none (value);
  muster_edit_run (widget, context, title, write_field, edit, edit_free);
}

static gboolean
write_nickname (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  return muster_membership_table_set_nickname (change, &edit->id, edit->text, edit->day, error);
}

void
muster_member_edit_nickname (GtkWidget *widget, MusterContext *context, const MusterId *membership,
                             const char *name, const char *nickname)
{
  Edit *edit = edit_new (context, membership);
  g_autofree char *title = g_strdup_printf (_ ("Change the nickname of %s"), name);

  edit->text = dup_or_none (nickname);
  muster_edit_run (widget, context, title, write_nickname, edit, edit_free);
}

static gboolean
write_role (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  return muster_membership_table_set_role (
      change, &edit->id, edit->text != NULL ? edit->text : "member", edit->day, error);
}

/**
 * muster_member_edit_role:
 * @role: "member", "owner", "admin" or another word; empty for a member
 */
void
muster_member_edit_role (GtkWidget *widget, MusterContext *context, const MusterId *membership,
                         const char *name, const char *role)
{
  Edit *edit = edit_new (context, membership);
  g_autofree char *title = g_strdup_printf (_ ("Change the role of %s"), name);

  edit->text = dup_or_none (role);
  muster_edit_run (widget, context, title, write_role, edit, edit_free);
}

static gboolean
write_standing (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  return muster_membership_table_set_standing (change, &edit->id, (MusterStanding) edit->choice,
                                               edit->day, edit->until, edit->text, error);
}

/**
 * muster_member_edit_standing:
 * @until: the last day of a leave or an exemption; %MUSTER_DAY_NONE for no end
 * @reason: (nullable): in the keeper's words
 */
void
muster_member_edit_standing (GtkWidget *widget, MusterContext *context, const MusterId *membership,
                             const char *name, MusterStanding standing, MusterDay until,
                             const char *reason)
{
  Edit *edit = edit_new (context, membership);
  /* TRANSLATORS: a person's name, and a standing such as "On leave" */
  g_autofree char *title =
      g_strdup_printf (_ ("%s: %s"), name, muster_standing_get_title (standing));

  edit->choice = standing;
  edit->until = until;
  edit->text = dup_or_none (reason);
  muster_edit_run (widget, context, title, write_standing, edit, edit_free);
}

static gboolean
write_details (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  return muster_membership_table_set_details (change, edit->membership, error);
}

/**
 * muster_member_edit_details:
 * @membership: (transfer full): with joined_on, inviter, required … as they are to be
 */
void
muster_member_edit_details (GtkWidget *widget, MusterContext *context, const char *name,
                            MusterMembership *membership)
{
  Edit *edit = edit_new (context, &membership->id);
  g_autofree char *title = g_strdup_printf (_ ("Change the membership of %s"), name);

  edit->membership = membership;
  muster_edit_run (widget, context, title, write_details, edit, edit_free);
}

static gboolean
write_seen (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  return muster_sign_table_set (change, &edit->id, "seen", edit->day, NULL, NULL, error);
}

/**
 * muster_member_edit_seen:
 *
 * A sign of life today that no record shows.
 */
void
muster_member_edit_seen (GtkWidget *widget, MusterContext *context, const MusterId *membership,
                         const char *name)
{
  g_autofree char *title = g_strdup_printf (_ ("Seen: %s"), name);

  muster_edit_run (widget, context, title, write_seen, edit_new (context, membership), edit_free);
}

static gboolean
write_account (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;
  MusterAccount account = {
    .person = edit->id,
    .platform = edit->text,
    .identifier = edit->other,
  };

  return muster_account_table_insert (change, &account, NULL, error);
}

void
muster_member_edit_add_account (GtkWidget *widget, MusterContext *context,
                                const MusterPerson *person, const char *platform,
                                const char *identifier)
{
  Edit *edit = edit_new (context, &person->id);
  g_autofree char *title =
      g_strdup_printf (_ ("Add an account of %s"), person->fields[MUSTER_PERSON_NAME]);

  edit->text = g_strdup (platform);
  edit->other = dup_or_none (identifier);
  muster_edit_run (widget, context, title, write_account, edit, edit_free);
}

static gboolean
delete_account (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  return muster_account_table_delete (change, &edit->id, error);
}

void
muster_member_edit_delete_account (GtkWidget *widget, MusterContext *context,
                                   const MusterPerson *person, const MusterAccount *account)
{
  g_autofree char *title =
      g_strdup_printf (_ ("Remove an account of %s"), person->fields[MUSTER_PERSON_NAME]);

  muster_edit_run (widget, context, title, delete_account, edit_new (context, &account->id),
                   edit_free);
}

static gboolean
write_member (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;
  g_autoptr (MusterPerson) person = muster_person_new ();
  g_autoptr (MusterMembership) membership = muster_membership_new ();

  muster_person_set (person, MUSTER_PERSON_NAME, edit->text);
  muster_person_set (person, MUSTER_PERSON_PHONES, edit->third);
  if (!muster_person_table_insert (change, person, &membership->person, error))
    return FALSE;

  membership->group = edit->id;
  membership->nickname = g_strdup (edit->other);
  membership->nickname_from = edit->other != NULL ? edit->day : MUSTER_DAY_NONE;
  membership->joined_on = edit->day;
  return muster_membership_table_insert (change, membership, NULL, error);
}

/**
 * muster_member_edit_add:
 * @nickname: may be empty
 * @phone: may be empty
 *
 * A new person, who joins @group today.
 */
void
muster_member_edit_add (GtkWidget *widget, MusterContext *context, const MusterId *group,
                        const char *name, const char *nickname, const char *phone)
{
  Edit *edit = edit_new (context, group);
  g_autofree char *title = NULL;

  edit->text = dup_or_none (name);
  edit->other = dup_or_none (nickname);
  edit->third = dup_or_none (phone);
  title = g_strdup_printf (_ ("Add %s"), edit->text);
  muster_edit_run (widget, context, title, write_member, edit, edit_free);
}
