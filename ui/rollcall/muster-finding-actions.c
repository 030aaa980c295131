/* muster-finding-actions.c - what the keeper does about a finding, each one undoable change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-finding-actions"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-account-table.h"
#include "muster-edit.h"
#include "muster-finding-actions.h"
#include "muster-finding-words.h"
#include "muster-followup.h"
#include "muster-form-dialog.h"
#include "muster-membership-table.h"
#include "muster-person-table.h"
#include "muster-roster.h"
#include "muster-sender-table.h"
#include "muster-violation-record.h"

#define REMIND_DAYS 7
#define IGNORE_DAYS 30

/* One action on its way: asked, then written. */
typedef struct
{
  GtkWidget *widget;      /* owned */
  MusterContext *context; /* owned */
  MusterGroup *group;     /* owned */
  MusterFinding *finding; /* owned */
  char *action;           /* owned */
  MusterDay today;
  MusterDay until;
  guint choice;
  char *text;   /* owned, NULL: a reason, a name or a nickname */
  char *sender; /* owned, NULL: the sender's name, where there are several */
} Action;

static void
action_free (gpointer data)
{
  Action *action = data;

  g_object_unref (action->widget);
  g_object_unref (action->context);
  g_object_unref (action->group);
  g_object_unref (action->finding);
  g_free (action->action);
  g_free (action->text);
  g_free (action->sender);
  g_free (action);
}

static Action *
action_copy (const Action *from)
{
  Action *action = g_new0 (Action, 1);

  action->widget = g_object_ref (from->widget);
  action->context = g_object_ref (from->context);
  action->group = g_object_ref (from->group);
  action->finding = g_object_ref (from->finding);
  action->action = g_strdup (from->action);
  action->text = g_strdup (from->text);
  action->today = from->today;
  action->until = from->until;
  action->choice = from->choice;
  return action;
}

static gboolean
is (const Action *action, const char *name)
{
  return g_str_equal (action->action, name);
}

/* By the name, the nickname or a telephone number, as the keeper reads them in the table. */
static gboolean
is_called (const MusterRosterMember *member, const char *text)
{
  const char *phones = member->fields[MUSTER_PERSON_PHONES];
  g_auto (GStrv) split = g_strsplit (phones != NULL ? phones : "", "\n", -1);

  return g_strcmp0 (muster_roster_member_get_name (member), text) == 0 ||
         g_strcmp0 (member->nickname, text) == 0 ||
         (text != NULL && *text != '\0' && g_strv_contains ((const char *const *) split, text));
}

static gboolean
find_named_member (const Action *action, MusterDatabase *db, MusterId *out_id, GError **error)
{
  g_autoptr (MusterRoster) roster =
      muster_roster_load (db, muster_group_get_id (action->group), action->today, error);
  guint n_found = 0;

  if (roster == NULL)
    return FALSE;
  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);

      if (!is_called (member, action->text))
        continue;
      *out_id = member->id;
      n_found++;
    }
  if (n_found == 1)
    return TRUE;

  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND,
               n_found == 0
                   ? _ ("Nobody on the roster is called “%s”.")
                   : _ ("More than one member is called “%s”. Give the nickname or the telephone "
                        "number."),
               action->text);
  return FALSE;
}

/* The key of the sender that the keeper chose by the name in the evidence. */
static char *
find_sender (const Action *action, MusterDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) senders = NULL;

  if (g_strcmp0 (muster_finding_get_subject_kind (action->finding), "group") != 0)
    return g_strdup (muster_finding_get_subject_id (action->finding));

  senders =
      muster_sender_table_list (db, muster_group_get_id (action->group), action->today, error);
  for (guint i = 0; senders != NULL && i < senders->len; i++)
    {
      const MusterSender *sender = g_ptr_array_index (senders, i);
      const char *shown = sender->name != NULL ? sender->name : sender->sender;

      if (g_strcmp0 (shown, action->sender) == 0)
        return g_strdup (sender->sender);
    }
  if (senders != NULL)
    g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND,
                 _ ("“%s” no longer writes in the records."), action->sender);
  return NULL;
}

/* A stranger of a member list is known by an account: it is this member's. */
static gboolean
write_account (const Action *action, MusterChange *change, const MusterId *membership,
               GError **error)
{
  const char *identifier = muster_finding_find_evidence (action->finding, "account");
  g_autoptr (MusterMembership) member = NULL;
  MusterAccount account = {
    .platform = (char *) muster_group_get_platform (action->group),
    .identifier = (char *) identifier,
  };

  if (identifier == NULL)
    return TRUE;
  member = muster_membership_table_load (muster_change_get_database (change), membership, error);
  if (member == NULL)
    return FALSE;
  account.person = member->person;
  return muster_account_table_insert (change, &account, NULL, error);
}

static gboolean
write_settled (const Action *action, MusterChange *change, GError **error)
{
  static const char *const verdicts[] = { "member", "former", "nobody" };
  MusterDatabase *db = muster_change_get_database (change);
  g_autofree char *sender = find_sender (action, db, error);
  MusterId membership = { { 0 } };

  if (sender == NULL)
    return FALSE;
  if (action->choice == 0 && (!find_named_member (action, db, &membership, error) ||
                              !write_account (action, change, &membership, error)))
    return FALSE;
  return muster_sender_table_settle (change, muster_group_get_id (action->group), sender,
                                     verdicts[MIN (action->choice, 2)],
                                     action->choice == 0 ? &membership : NULL, error);
}

static gboolean
write_added (const Action *action, MusterChange *change, GError **error)
{
  const char *account = muster_finding_find_evidence (action->finding, "account");
  g_autoptr (MusterPerson) person = muster_person_new ();
  g_autoptr (MusterMembership) membership = muster_membership_new ();

  muster_person_set (person, MUSTER_PERSON_NAME, action->text);
  if (!muster_person_table_insert (change, person, &membership->person, error))
    return FALSE;
  if (account != NULL)
    {
      MusterAccount row = {
        .person = membership->person,
        .platform = (char *) muster_group_get_platform (action->group),
        .identifier = (char *) account,
      };

      if (!muster_account_table_insert (change, &row, NULL, error))
        return FALSE;
    }
  membership->group = *muster_group_get_id (action->group);
  membership->nickname = g_strdup (muster_finding_get_nickname (action->finding));
  membership->nickname_from = membership->nickname != NULL ? action->today : MUSTER_DAY_NONE;
  membership->first_seen = action->today;
  return muster_membership_table_insert (change, membership, NULL, error);
}

static gboolean
write_done (const Action *action, MusterChange *change, GError **error)
{
  if (g_strcmp0 (muster_finding_get_subject_kind (action->finding), "task") != 0)
    return muster_followup_mark_column (change, action->group, action->finding, error);

  return muster_followup_set_task (
      change, action->finding, is (action, "drop") ? MUSTER_TASK_DROPPED : MUSTER_TASK_DONE, error);
}

static gboolean
write_action (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Action *action = data;
  MusterGroup *group = action->group;
  MusterFinding *finding = action->finding;
  const char *author = muster_store_get_author (muster_context_get_store (action->context));

  if (is (action, "settle") || is (action, "link"))
    return write_settled (action, change, error);
  if (is (action, "mark-done") || is (action, "drop"))
    return write_done (action, change, error);
  if (is (action, "add"))
    return write_added (action, change, error);
  if (is (action, "remind"))
    return muster_followup_remind (change, group, finding, action->today, action->until, author,
                                   error);
  if (is (action, "exempt"))
    return muster_followup_exempt (change, group, finding, action->today, action->until, author,
                                   error);
  if (is (action, "mark-seen"))
    return muster_followup_mark_seen (change, group, finding, action->until, action->text, author,
                                      error);
  if (is (action, "rename"))
    return muster_followup_rename (change, finding, action->text, action->today, error);
  if (is (action, "remove") && g_strcmp0 (muster_finding_get_subject_kind (finding), "member") == 0)
    return muster_followup_remove (change, group, finding, action->today, action->text, author,
                                   error);
  /* a stranger who was removed in the chat app is gone with the next member list */
  return muster_followup_ignore (change, group, finding, action->today, action->until, author,
                                 error);
}

static gboolean
is_group (MusterFinding *finding)
{
  return g_strcmp0 (muster_finding_get_subject_kind (finding), "group") == 0;
}

static char *
dup_title (const Action *action)
{
  g_autofree char *subject = muster_finding_words_for_subject (action->finding);

  if (is (action, "remind"))
    return g_strdup_printf (_ ("Reminded: %s"), subject);
  if (is (action, "exempt"))
    return g_strdup_printf (_ ("Exempted: %s"), subject);
  if (is (action, "ignore"))
    return g_strdup_printf (_ ("Ignored: %s"), subject);
  if (is (action, "mark-seen"))
    return g_strdup_printf (_ ("Seen: %s"), subject);
  if (is (action, "mark-done"))
    return g_strdup_printf (_ ("Done: %s"),
                            is_group (action->finding)
                                ? muster_finding_find_evidence (action->finding, "column")
                                : subject);
  if (is (action, "drop"))
    return g_strdup_printf (_ ("Dropped: %s"), subject);
  if (is (action, "rename"))
    return is_group (action->finding)
               ? g_strdup_printf (_ ("Rename the group “%s” to “%s”"),
                                  muster_finding_get_name (action->finding), action->text)
               : g_strdup_printf (_ ("Nickname of %s: %s"),
                                  muster_finding_get_name (action->finding), action->text);
  if (is (action, "add"))
    return g_strdup_printf (_ ("Add %s"), action->text);
  if (is (action, "remove"))
    return g_strdup_printf (_ ("Removed: %s"), subject);
  return g_strdup_printf (_ ("Settled who %s is"),
                          action->sender != NULL ? action->sender : subject);
}

static void
submit (Action *action)
{
  g_autofree char *title = dup_title (action);

  muster_edit_run (action->widget, action->context, title, write_action, action, action_free);
}

static void
accepted_cb (MusterFormDialog *dialog, gpointer user_data)
{
  Action *action = action_copy (user_data);

  if (is (action, "settle") || is (action, "link"))
    {
      GtkStringList *senders = g_object_get_data (G_OBJECT (dialog), "senders");

      action->choice = muster_form_dialog_get_choice (dialog, "who");
      if (senders != NULL)
        action->sender = g_strdup (
            gtk_string_list_get_string (senders, muster_form_dialog_get_choice (dialog, "sender")));
    }
  else if (!is (action, "remove") && !is (action, "add"))
    action->until = muster_form_dialog_get_day (dialog, "until");
  if (!is (action, "remind") && !is (action, "exempt") && !is (action, "ignore"))
    action->text = g_strdup (muster_form_dialog_get_text (dialog, "text"));
  submit (action);
}

static MusterFormDialog *
new_dialog (const Action *action, const char *body, const char *accept)
{
  g_autofree char *subject = muster_finding_words_for_subject (action->finding);

  return muster_form_dialog_new (GTK_WINDOW (gtk_widget_get_root (action->widget)), subject, body,
                                 accept);
}

/* A finding about several senders: which of them?  The evidence has a guess behind an arrow. */
static void
add_senders (const Action *action, MusterFormDialog *dialog)
{
  GPtrArray *evidence = muster_finding_get_evidence (action->finding);
  g_autoptr (GtkStringList) senders = gtk_string_list_new (NULL);

  for (guint i = 0; i < evidence->len; i++)
    {
      const MusterEvidence *fact = g_ptr_array_index (evidence, i);
      g_auto (GStrv) parts = NULL;

      if (!g_str_equal (fact->fact, "sender"))
        continue;
      parts = g_strsplit (fact->value, " → ", 2);
      gtk_string_list_append (senders, parts[0]);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (senders)) == 0)
    return;
  muster_form_dialog_add_choice (dialog, "sender", _ ("Sender"), senders, 0);
  g_object_set_data_full (G_OBJECT (dialog), "senders", g_object_ref (senders), g_object_unref);
}

static MusterFormDialog *
ask_who (const Action *action)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  const char *guess = muster_finding_find_evidence (action->finding, "member");
  MusterFormDialog *dialog;

  gtk_string_list_append (choices, _ ("This member"));
  gtk_string_list_append (choices, _ ("A former member"));
  gtk_string_list_append (choices, _ ("Not a member"));
  dialog = new_dialog (action, muster_finding_get_text (action->finding), _ ("Settle"));
  add_senders (action, dialog);
  muster_form_dialog_add_choice (dialog, "who", _ ("Who it is"), choices, 0);
  muster_form_dialog_add_entry (dialog, "text", _ ("Name, nickname or telephone number"), guess,
                                FALSE);
  return dialog;
}

static MusterFormDialog *
ask (const Action *action)
{
  MusterFormDialog *dialog;

  if (is (action, "settle") || is (action, "link"))
    return ask_who (action);
  if (is (action, "remove"))
    {
      dialog = new_dialog (
          action, _ ("Remove the person in the chat app first. The roster keeps the history."),
          _ ("Remove"));
      muster_form_dialog_add_entry (dialog, "text", _ ("Reason"), NULL, TRUE);
      return dialog;
    }
  if (is (action, "add"))
    {
      dialog = new_dialog (action, NULL, _ ("Add"));
      muster_form_dialog_add_entry (dialog, "text", _ ("Real name"),
                                    muster_finding_get_name (action->finding), TRUE);
      return dialog;
    }
  if (is (action, "remind"))
    {
      dialog =
          new_dialog (action, _ ("Records that you reminded the person, and keeps the deadline."),
                      _ ("Record"));
      muster_form_dialog_add_day (dialog, "until", _ ("Deadline (year-month-day)"),
                                  action->today + REMIND_DAYS, TRUE);
    }
  else if (is (action, "mark-seen"))
    {
      dialog = new_dialog (action, _ ("A sign of life that the records don’t show."), _ ("Record"));
      muster_form_dialog_add_day (dialog, "until", _ ("Seen on (year-month-day)"), action->today,
                                  TRUE);
    }
  else
    {
      dialog = new_dialog (action, NULL, is (action, "exempt") ? _ ("Exempt") : _ ("Ignore"));
      muster_form_dialog_add_day (dialog, "until", _ ("Until (year-month-day), or empty for good"),
                                  action->today + IGNORE_DAYS, FALSE);
    }
  if (is (action, "mark-seen"))
    muster_form_dialog_add_entry (dialog, "text", _ ("How you know"), NULL, FALSE);
  return dialog;
}

/* What a violation waits for is done on its page, and about money in the ledger. */
static gboolean
run_about_violation (GtkWidget *widget, MusterContext *context, MusterGroup *group,
                     MusterFinding *finding, const char *action)
{
  static const char *const shown[] = { "decide", "carried-out", "unmute", "answer-appeal",
                                       "pay",    "waive",       NULL };
  const char *violation = muster_finding_find_evidence (finding, "violation");
  MusterId member;

  if (g_str_equal (action, "violation"))
    {
      if (muster_id_parse (muster_finding_get_subject_id (finding), &member))
        muster_violation_record_present_for (widget, context, muster_group_get_id (group), &member,
                                             muster_finding_get_name (finding), finding);
      return TRUE;
    }
  if (!g_strv_contains (shown, action))
    return FALSE;
  gtk_widget_activate_action (widget, "win.open-violation", "s",
                              violation != NULL ? violation : "");
  return TRUE;
}

/**
 * muster_finding_actions_run:
 * @widget: where the keeper asked for it
 * @action: one of the finding's actions
 *
 * Asks what has to be asked, then writes one change.
 */
void
muster_finding_actions_run (GtkWidget *widget, MusterContext *context, MusterGroup *group,
                            MusterFinding *finding, const char *action_name)
{
  Action *action;
  MusterFormDialog *dialog;

  if (g_str_equal (action_name, "import"))
    {
      gtk_widget_activate_action (widget, "win.import", NULL);
      return;
    }
  if (run_about_violation (widget, context, group, finding, action_name))
    return;

  action = g_new0 (Action, 1);
  action->widget = g_object_ref (widget);
  action->context = g_object_ref (context);
  action->group = g_object_ref (group);
  action->finding = g_object_ref (finding);
  action->action = g_strdup (action_name);
  action->today = muster_clock_get_today (muster_context_get_clock (context));
  action->until = MUSTER_DAY_NONE;
  if (is (action, "rename"))
    {
      action->text = g_strdup (muster_finding_get_new_name (finding));
      submit (action);
      return;
    }

  if (is (action, "mark-done") || is (action, "drop"))
    {
      submit (action);
      return;
    }

  dialog = ask (action);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), action,
                         (GClosureNotify) (void (*) (void)) action_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
