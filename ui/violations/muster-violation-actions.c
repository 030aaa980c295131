/* muster-violation-actions.c - what the keeper does about a violation, each one undoable change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-actions"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-edit.h"
#include "muster-form-dialog.h"
#include "muster-policy.h"
#include "muster-violation-actions.h"
#include "muster-violation-edit.h"
#include "muster-violation-table.h"

/* One action on its way: asked, then written. */
typedef struct
{
  GtkWidget *widget;      /* owned */
  MusterContext *context; /* owned */
  MusterId group, violation;
  char *name; /* owned: of the member */
  MusterRulingKind kind;
  guint step;
  char *sanction; /* owned, NULL: what the step says */
  char *text;     /* owned, NULL: a reason, or evidence */
  char *source;   /* owned, NULL */
  MusterExhibitKind exhibit;
  MusterDay on, pay_by;
  gint64 at;
} Action;

static void
action_free (gpointer data)
{
  Action *action = data;

  g_object_unref (action->widget);
  g_object_unref (action->context);
  g_free (action->name);
  g_free (action->sanction);
  g_free (action->text);
  g_free (action->source);
  g_free (action);
}

static Action *
action_copy (const Action *from)
{
  Action *action = g_new0 (Action, 1);

  *action = *from;
  g_object_ref (action->widget);
  g_object_ref (action->context);
  action->name = g_strdup (from->name);
  action->sanction = g_strdup (from->sanction);
  action->text = g_strdup (from->text);
  action->source = g_strdup (from->source);
  return action;
}

/* Wall clock. */
static gint64
get_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_to_unix (now) + g_date_time_get_utc_offset (now) / G_USEC_PER_SEC;
}

/* By when a fine is to be paid if the keeper says nothing else. */
static MusterDay
find_pay_by (const Action *action)
{
  MusterDatabase *db = muster_store_get_database (muster_context_get_store (action->context), NULL);
  g_autoptr (MusterPolicy) policy =
      db != NULL ? muster_policy_load (db, &action->group, action->on, NULL) : NULL;

  return policy != NULL
             ? muster_day_add_period (action->on, muster_policy_get_period (policy, "reply-within"))
             : MUSTER_DAY_NONE;
}

static Action *
action_new (GtkWidget *widget, MusterContext *context, const MusterViolationCase *about,
            const char *name)
{
  Action *action = g_new0 (Action, 1);

  action->widget = g_object_ref (widget);
  action->context = g_object_ref (context);
  action->group = about->violation->group;
  action->violation = about->violation->id;
  action->name = g_strdup (name);
  action->on = muster_clock_get_today (muster_context_get_clock (context));
  action->pay_by = find_pay_by (action);
  action->at = get_now ();
  return action;
}

static const char *
get_author (const Action *action)
{
  return muster_store_get_author (muster_context_get_store (action->context));
}

static gboolean
write_decision (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const Action *action = data;
  const MusterDecision decision = {
    action->step, action->sanction, action->text, action->on, action->pay_by, get_author (action),
  };

  return muster_violation_decide (change, &action->violation, &decision, NULL, error);
}

static gboolean
write_ruling (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const Action *action = data;
  g_autoptr (MusterRuling) ruling = muster_ruling_new (action->kind);

  ruling->ruled_on = action->on;
  ruling->reason = g_strdup (action->text);
  ruling->author = g_strdup (get_author (action));
  return muster_violation_rule (change, &action->violation, ruling, action->at, error);
}

static gboolean
write_exhibit (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const Action *action = data;
  g_autoptr (MusterExhibit) exhibit =
      muster_exhibit_new (action->exhibit, action->text, action->source);

  exhibit->violation = action->violation;
  return muster_exhibit_table_insert (change, exhibit, error);
}

/* Takes @action. */
static void
submit (Action *action, const char *what, MusterStoreWrite func)
{
  /* TRANSLATORS: a title in the history: what was done, as Carried out; the name of a member */
  g_autofree char *title = g_strdup_printf (_ ("%s: violation of %s"), what, action->name);

  muster_edit_run (action->widget, action->context, title, func, action, action_free);
}

/* NULL for nothing but blanks. */
static char *
dup_typed (MusterFormDialog *dialog, const char *key)
{
  g_autofree char *text = g_strstrip (g_strdup (muster_form_dialog_get_text (dialog, key)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* Takes @action. */
static void
ask (MusterFormDialog *dialog, Action *action, GCallback accepted)
{
  g_signal_connect_data (dialog, "accepted", accepted, action,
                         (GClosureNotify) (void (*) (void)) action_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * muster_violation_actions_decide:
 *
 * The step that is proposed.
 */
void
muster_violation_actions_decide (GtkWidget *widget, MusterContext *context,
                                 const MusterViolationCase *about, const char *name)
{
  submit (action_new (widget, context, about, name),
          muster_ruling_kind_get_title (MUSTER_RULING_SANCTION), write_decision);
}

static void
otherwise_cb (MusterFormDialog *dialog, gpointer user_data)
{
  Action *action = action_copy (user_data);

  action->step = muster_form_dialog_get_choice (dialog, "step") + 1;
  action->sanction = dup_typed (dialog, "sanction");
  action->text = dup_typed (dialog, "reason");
  action->pay_by = muster_form_dialog_get_day (dialog, "pay-by");
  submit (action, muster_ruling_kind_get_title (MUSTER_RULING_SANCTION), write_decision);
}

/**
 * muster_violation_actions_decide_otherwise:
 * @proposal: what follows by the rules, to choose something else
 */
void
muster_violation_actions_decide_otherwise (GtkWidget *widget, MusterContext *context,
                                           const MusterViolationCase *about,
                                           const MusterProposal *proposal, const char *name)
{
  Action *action = action_new (widget, context, about, name);
  guint n_steps = about->ladder != NULL ? muster_ladder_get_n_steps (about->ladder) : 0;
  g_autoptr (GtkStringList) steps = gtk_string_list_new (NULL);
  MusterFormDialog *dialog = muster_form_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                     _ ("Decide"), proposal->text, _ ("Decide"));

  for (guint i = 1; i <= n_steps; i++)
    {
      g_autofree char *title =
          muster_sanction_dup_title (muster_ladder_get_step (about->ladder, i));
      g_autofree char *text = g_strdup_printf (_ ("%u. %s"), i, title);

      gtk_string_list_append (steps, text);
    }
  if (n_steps == 0)
    gtk_string_list_append (steps, _ ("No ladder"));
  muster_form_dialog_add_choice (dialog, "step", _ ("Step"), steps,
                                 proposal->step > 0 ? proposal->step - 1 : 0);
  muster_form_dialog_add_entry (dialog, "sanction",
                                _ ("Something else, as named + fine 50, mute PT24H or points 2"),
                                NULL, FALSE);
  muster_form_dialog_add_entry (dialog, "reason", _ ("Why"), NULL, proposal->step == 0);
  muster_form_dialog_add_day (dialog, "pay-by", _ ("By when a fine is to be paid"), action->pay_by,
                              FALSE);
  ask (dialog, action, G_CALLBACK (otherwise_cb));
}

static void
ruled_cb (MusterFormDialog *dialog, gpointer user_data)
{
  Action *action = action_copy (user_data);

  action->on = muster_form_dialog_get_day (dialog, "on");
  action->text = dup_typed (dialog, "reason");
  submit (action, muster_ruling_kind_get_title (action->kind), write_ruling);
}

static const char *
get_heading (MusterRulingKind kind)
{
  switch (kind)
    {
    case MUSTER_RULING_DISMISSED:
      return _ ("Nothing Follows?");
    case MUSTER_RULING_APPEAL:
      return _ ("Write Down an Appeal");
    case MUSTER_RULING_UPHELD:
      return _ ("Refuse the Appeal?");
    case MUSTER_RULING_GRANTED:
      return _ ("Grant the Appeal?");
    case MUSTER_RULING_WITHDRAWN:
      return _ ("Take the Report Back?");
    case MUSTER_RULING_SANCTION:
    case MUSTER_RULING_CARRIED_OUT:
    case MUSTER_RULING_UNMUTED:
    default:
      return "";
    }
}

/**
 * muster_violation_actions_rule:
 * @kind: any but a decision on a sanction; asks for a reason where one makes sense
 */
void
muster_violation_actions_rule (GtkWidget *widget, MusterContext *context,
                               const MusterViolationCase *about, MusterRulingKind kind,
                               const char *name)
{
  Action *action = action_new (widget, context, about, name);
  MusterFormDialog *dialog;

  action->kind = kind;
  if (kind == MUSTER_RULING_CARRIED_OUT || kind == MUSTER_RULING_UNMUTED)
    {
      submit (action, muster_ruling_kind_get_title (kind), write_ruling);
      return;
    }
  dialog = muster_form_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), get_heading (kind),
                                   _ ("It stays in the history with the date and the reason."),
                                   _ ("Write Down"));
  muster_form_dialog_add_day (dialog, "on", _ ("Date"), action->on, TRUE);
  muster_form_dialog_add_entry (dialog, "reason", _ ("Why"), NULL, FALSE);
  ask (dialog, action, G_CALLBACK (ruled_cb));
}

static void
evidence_cb (MusterFormDialog *dialog, gpointer user_data)
{
  Action *action = action_copy (user_data);

  action->exhibit = (MusterExhibitKind) muster_form_dialog_get_choice (dialog, "kind");
  action->text = dup_typed (dialog, "value");
  action->source = dup_typed (dialog, "source");
  submit (action, _ ("Add evidence"), write_exhibit);
}

void
muster_violation_actions_add_evidence (GtkWidget *widget, MusterContext *context,
                                       const MusterViolationCase *about, const char *name)
{
  MusterFormDialog *dialog = muster_form_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Add Evidence"),
      _ ("A file stays where it is; only its path or address is kept."), _ ("Add"));
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint i = 0; i < MUSTER_N_EXHIBIT_KINDS; i++)
    gtk_string_list_append (kinds, muster_exhibit_kind_get_title ((MusterExhibitKind) i));
  muster_form_dialog_add_choice (dialog, "kind", _ ("Kind"), kinds, 0);
  muster_form_dialog_add_entry (dialog, "value", _ ("Text, path or address"), NULL, TRUE);
  muster_form_dialog_add_entry (dialog, "source", _ ("Where it is from"), NULL, FALSE);
  ask (dialog, action_new (widget, context, about, name), G_CALLBACK (evidence_cb));
}
