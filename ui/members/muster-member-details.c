/* muster-member-details.c - all that is known of one member, each field editable in place
 *
 * An entry row is named after the field it edits; pressing its button writes
 * one change.  After any change the pane reads itself anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-member-details"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-birthday-day.h"
#include "muster-calendar-saving.h"
#include "muster-followup-table.h"
#include "muster-form-dialog.h"
#include "muster-group-naming.h"
#include "muster-member-details.h"
#include "muster-member-edit.h"
#include "muster-member-timeline.h"
#include "muster-platform.h"
#include "muster-policy.h"
#include "muster-roster.h"
#include "muster-violation-record.h"
#include "muster-words.h"

struct _MusterMemberDetails
{
  AdwBin parent_instance;

  MusterContext *context;       /* owned, NULL until set */
  MusterMembership *membership; /* owned, NULL while nobody is shown */
  MusterPerson *person;         /* owned, NULL while nobody is shown */
  char *suggestion;             /* owned, NULL where the naming rule has none */
  MusterMemberFact fact;        /* what the records say, if known */
  gboolean has_fact;
  gboolean filling; /* widgets are being filled: nothing was edited */

  GtkLabel *heading;
  GtkWidget *membership_group;
  GtkWidget *nickname_row;
  GtkWidget *verdict_row;
  GtkButton *suggestion_button;
  AdwActionRow *standing_row;
  GtkWidget *role_row;
  GtkWidget *joined_row;
  GtkWidget *inviter_row;
  GtkWidget *introduced_row;
  GtkWidget *membership_note_row;
  AdwActionRow *messages_row;
  AdwActionRow *violations_row;
  GtkSwitch *required_switch;
  GtkListBox *account_list;
  GtkWidget *history_group;
  GtkListBox *history_list;
  GtkScrolledWindow *scroller;
  GtkWidget *field_rows[MUSTER_N_PERSON_FIELDS]; /* NULL for a field that is not shown */
};

G_DEFINE_FINAL_TYPE (MusterMemberDetails, muster_member_details, ADW_TYPE_BIN)

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const MusterPersonField shown_fields[] = {
  MUSTER_PERSON_NAME,     MUSTER_PERSON_READING, MUSTER_PERSON_FORMER_NAMES, MUSTER_PERSON_GENDER,
  MUSTER_PERSON_BIRTHDAY, MUSTER_PERSON_PHONES,  MUSTER_PERSON_EMAILS,       MUSTER_PERSON_CITY,
  MUSTER_PERSON_ADDRESS,  MUSTER_PERSON_COMPANY, MUSTER_PERSON_DEPARTMENT,   MUSTER_PERSON_TITLE,
  MUSTER_PERSON_NUMBER,   MUSTER_PERSON_SCHOOL,  MUSTER_PERSON_CLASS,        MUSTER_PERSON_YEAR,
  MUSTER_PERSON_SEAT,     MUSTER_PERSON_TAGS,    MUSTER_PERSON_NOTE,
};

static const char *
name_of (MusterMemberDetails *self)
{
  const char *name = self->person->fields[MUSTER_PERSON_NAME];

  if (name == NULL)
    name = self->membership->nickname;
  return name != NULL ? name : _ ("Unnamed");
}

static void
set_row (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
account_removed_cb (GtkWidget *button, MusterMemberDetails *self)
{
  MusterAccount *account = g_object_get_data (G_OBJECT (button), "account");

  muster_member_edit_delete_account (GTK_WIDGET (self), self->context, self->person, account);
}

static void
fill_accounts (MusterMemberDetails *self, GPtrArray *accounts)
{
  clear_list (self->account_list);
  for (guint i = 0; i < accounts->len; i++)
    {
      MusterAccount *account = g_ptr_array_index (accounts, i);
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
      GtkWidget *row = new_row (account->identifier != NULL ? account->identifier : "",
                                muster_platform_get_title (account->platform));
      g_autofree char *label = g_strdup_printf (_ ("Remove the account %s"), account->identifier);

      if (account->display_name != NULL)
        {
          g_autofree char *subtitle = g_strdup_printf (
              _ ("%s · %s"), muster_platform_get_title (account->platform), account->display_name);

          adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
        }
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
      g_object_set_data (G_OBJECT (button), "account", account);
      g_object_set_data_full (G_OBJECT (row), "accounts", g_ptr_array_ref (accounts),
                              (GDestroyNotify) g_ptr_array_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (account_removed_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      gtk_list_box_append (self->account_list, row);
    }
  if (accounts->len == 0)
    gtk_list_box_append (
        self->account_list,
        new_row (_ ("No account is known"), _ ("Chat records are matched by nickname and name.")));
}

/* Said only for what the records tell. */
static void
fill_fact (MusterMemberDetails *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const MusterMemberFact *fact = self->has_fact ? &self->fact : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->messages_row), fact != NULL);
  if (fact == NULL)
    return;
  if (fact->heard == MUSTER_MEMBER_HEARD)
    {
      g_autofree char *count = muster_words_for_count ((guint64) fact->n_messages);
      g_autofree char *last = muster_words_for_wall_clock (fact->last_message);

      g_string_append_printf (
          text, ngettext ("%s message; ", "%s messages; ", (gulong) fact->n_messages), count);
      g_string_append_printf (text, _ ("the last on %s"), last);
    }
  else if (fact->heard == MUSTER_MEMBER_NEVER)
    {
      g_string_append (text, _ ("Never wrote; the records cover the whole membership."));
    }
  else if (fact->heard == MUSTER_MEMBER_BEFORE)
    {
      g_autofree char *day = muster_words_for_day (fact->covered_from);

      g_string_append_printf (text, _ ("None since the records begin, on %s."), day);
    }
  else if (fact->heard == MUSTER_MEMBER_NOT_COVERED)
    {
      g_string_append (text,
                       _ ("None in the records, but a sender tied to nobody has a like name."));
    }
  else
    {
      g_string_append (text, _ ("There are no chat records of this group."));
    }
  adw_action_row_set_subtitle (self->messages_row, text->str);
}

static void
fill_violations (MusterMemberDetails *self)
{
  gint64 n = muster_violation_record_count (self->context, &self->membership->id);
  g_autofree char *text =
      n > 0 ? g_strdup_printf (ngettext ("%d violation", "%d violations", (gulong) n), (int) n)
            : g_strdup (_ ("None"));

  adw_action_row_set_subtitle (self->violations_row, text);
}

static void
fill_standing (MusterMemberDetails *self)
{
  const MusterMembership *membership = self->membership;
  g_autofree char *from = muster_words_for_day (membership->standing_from);
  g_autofree char *until = muster_words_for_day (membership->standing_until);
  g_autoptr (GString) text = g_string_new (muster_standing_get_title (membership->standing));

  if (from[0] != '\0')
    g_string_append_printf (text, _ (", since %s"), from);
  if (until[0] != '\0')
    g_string_append_printf (text, _ (", until %s"), until);
  if (membership->standing_reason != NULL)
    g_string_append_printf (text, "\n%s", membership->standing_reason);
  adw_action_row_set_subtitle (self->standing_row, text->str);
}

/* A birthday as people write it; it is read again whatever the calendar. */
static void
fill_birthday (MusterMemberDetails *self)
{
  const char *stored = self->person->fields[MUSTER_PERSON_BIRTHDAY];
  MusterBirthday birthday;
  g_autofree char *words = stored != NULL && muster_birthday_parse (stored, &birthday)
                               ? muster_birthday_dup_words (&birthday)
                               : g_strdup (stored);

  set_row (self->field_rows[MUSTER_PERSON_BIRTHDAY], words);
}

static void
fill_fields (MusterMemberDetails *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    {
      MusterPersonField field = shown_fields[i];
      const char *value = self->person->fields[field];
      g_auto (GStrv) lines = value != NULL ? g_strsplit (value, "\n", -1) : NULL;
      /* TRANSLATORS: between several phones or e-mails in one line */
      g_autofree char *joined = lines != NULL ? g_strjoinv (_ (", "), lines) : NULL;

      set_row (self->field_rows[field], joined);
    }
  fill_birthday (self);
}

static MusterNamingResult *
judge (MusterMemberDetails *self)
{
  MusterDatabase *db = muster_store_get_database (muster_context_get_store (self->context), NULL);
  MusterDay today = muster_clock_get_today (muster_context_get_clock (self->context));
  MusterRosterMember member = { .nickname = self->membership->nickname };
  g_autoptr (MusterPolicy) policy = NULL;
  g_autoptr (MusterGroupNaming) naming = NULL;

  if (db != NULL)
    policy = muster_policy_load (db, &self->membership->group, today, NULL);
  if (policy == NULL || muster_policy_get (policy, "naming")[0] == '\0')
    return NULL;
  naming = muster_group_naming_new (policy, NULL);
  if (naming == NULL)
    return NULL;
  for (guint i = 0; i < MUSTER_N_PERSON_FIELDS; i++)
    member.fields[i] = self->person->fields[i];
  return muster_group_naming_check (naming, self->membership->nickname, &member);
}

/* What the naming rule says, unless it is content. */
static void
fill_verdict (MusterMemberDetails *self)
{
  g_autoptr (MusterNamingResult) result = judge (self);
  gboolean wrong = result != NULL && result->verdict != MUSTER_NAMING_EXACT;

  gtk_widget_set_visible (self->verdict_row, wrong);
  g_clear_pointer (&self->suggestion, g_free);
  if (!wrong)
    return;
  self->suggestion = g_strdup (result->suggestion);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->verdict_row), result->text);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion_button), self->suggestion != NULL);
  if (self->suggestion != NULL)
    {
      g_autofree char *label = g_strdup_printf (_ ("Use “%s”"), self->suggestion);

      gtk_button_set_label (self->suggestion_button, label);
    }
}

static void
fill (MusterMemberDetails *self, GPtrArray *accounts, GPtrArray *past, GPtrArray *followups)
{
  g_autofree char *joined = muster_day_dup_text (self->membership->joined_on);
  g_autofree char *introduced = muster_day_dup_text (self->membership->introduced_on);

  self->filling = TRUE;
  gtk_label_set_label (self->heading, name_of (self));
  set_row (self->nickname_row, self->membership->nickname);
  set_row (self->role_row, muster_role_get_title (self->membership->role));
  set_row (self->joined_row, joined);
  set_row (self->inviter_row, self->membership->inviter);
  set_row (self->introduced_row, introduced);
  set_row (self->membership_note_row, self->membership->note);
  gtk_switch_set_active (self->required_switch, self->membership->required);
  fill_standing (self);
  fill_violations (self);
  fill_fields (self);
  fill_accounts (self, accounts);
  muster_member_timeline_fill (self->history_list, self->membership, past, followups);
  gtk_widget_set_visible (self->history_group,
                          gtk_widget_get_first_child (GTK_WIDGET (self->history_list)) != NULL);
  fill_verdict (self);
  self->filling = FALSE;
}

static gboolean
load (MusterMemberDetails *self, const MusterId *id, GError **error)
{
  MusterDatabase *db = muster_store_get_database (muster_context_get_store (self->context), error);
  g_autoptr (MusterMembership) membership = NULL;
  g_autoptr (MusterPerson) person = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GPtrArray) past = NULL;
  g_autoptr (GPtrArray) followups = NULL;

  if (db != NULL)
    membership = muster_membership_table_load (db, id, error);
  if (membership != NULL)
    person = muster_person_table_load (db, &membership->person, error);
  if (person != NULL)
    accounts = muster_account_table_list (db, &person->id, error);
  if (accounts != NULL)
    past = muster_membership_table_list_past (db, id, error);
  if (past != NULL)
    followups = muster_followup_table_list (
        db, &membership->group, muster_clock_get_today (muster_context_get_clock (self->context)),
        error);
  if (followups == NULL)
    return FALSE;

  g_clear_pointer (&self->membership, muster_membership_free);
  g_clear_pointer (&self->person, muster_person_free);
  self->membership = g_steal_pointer (&membership);
  self->person = g_steal_pointer (&person);
  fill (self, accounts, past, followups);
  return TRUE;
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterMemberDetails *self = MUSTER_MEMBER_DETAILS (widget);

  g_clear_pointer (&self->membership, muster_membership_free);
  g_clear_pointer (&self->person, muster_person_free);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static char *
lines_from (const char *text)
{
  g_autoptr (GRegex) separators = g_regex_new ("\\s*[,;，；、\\n]\\s*", 0, 0, NULL);

  return g_regex_replace_literal (separators, text, -1, 0, "\n", 0, NULL);
}

static void
person_applied_cb (MusterMemberDetails *self, GtkWidget *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autofree char *lines = NULL;
  MusterPersonField field;

  if (self->person == NULL || !muster_person_field_find (gtk_widget_get_name (row), &field))
    return;

  lines = muster_person_field_is_list (field) ? lines_from (text) : g_strdup (text);
  muster_member_edit_field (GTK_WIDGET (self), self->context, self->person, field, lines);
}

static MusterMembership *
copy_membership (const MusterMembership *from)
{
  MusterMembership *copy = muster_membership_new ();

  copy->id = from->id;
  copy->group = from->group;
  copy->person = from->person;
  copy->joined_on = from->joined_on;
  copy->first_seen = from->first_seen;
  copy->inviter = g_strdup (from->inviter);
  copy->required = from->required;
  copy->introduced_on = from->introduced_on;
  copy->note = g_strdup (from->note);
  return copy;
}

/* Takes what the row says into @membership; %FALSE for a day that is none. */
static gboolean
take_detail (MusterMemberDetails *self, MusterMembership *membership, GtkWidget *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  MusterDay day = MUSTER_DAY_NONE;

  if (row == self->inviter_row || row == self->membership_note_row)
    {
      char **value = row == self->inviter_row ? &membership->inviter : &membership->note;

      g_free (*value);
      *value = text[0] != '\0' ? g_strdup (text) : NULL;
      return TRUE;
    }
  if (text[0] != '\0' && !muster_day_parse (text, &day))
    return FALSE;
  if (row == self->joined_row)
    membership->joined_on = day;
  else
    membership->introduced_on = day;
  return TRUE;
}

static void
apply_detail (MusterMemberDetails *self, GtkWidget *row)
{
  g_autoptr (MusterMembership) membership = copy_membership (self->membership);

  if (take_detail (self, membership, row))
    muster_member_edit_details (GTK_WIDGET (self), self->context, name_of (self),
                                g_steal_pointer (&membership));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s",
                                _ ("This is not a date. Write it as 2026-11-21."));
}

static void
membership_applied_cb (MusterMemberDetails *self, GtkWidget *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->membership == NULL)
    return;
  if (row == self->nickname_row)
    muster_member_edit_nickname (widget, self->context, &self->membership->id, name_of (self),
                                 text);
  else if (row == self->role_row)
    muster_member_edit_role (widget, self->context, &self->membership->id, name_of (self),
                             muster_role_get_key (text));
  else
    apply_detail (self, row);
}

static void
required_cb (MusterMemberDetails *self)
{
  MusterMembership *membership;

  if (self->filling || self->membership == NULL)
    return;
  membership = copy_membership (self->membership);
  membership->required = gtk_switch_get_active (self->required_switch);
  muster_member_edit_details (GTK_WIDGET (self), self->context, name_of (self), membership);
}

static void
standing_accepted_cb (MusterMemberDetails *self, MusterFormDialog *dialog)
{
  if (self->membership != NULL)
    muster_member_edit_standing (
        GTK_WIDGET (self), self->context, &self->membership->id, name_of (self),
        (MusterStanding) muster_form_dialog_get_choice (dialog, "standing"),
        muster_form_dialog_get_day (dialog, "until"),
        muster_form_dialog_get_text (dialog, "reason"));
}

static void
ask_standing (MusterMemberDetails *self, MusterStanding standing, gboolean needs_reason)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  MusterFormDialog *dialog;

  if (self->membership == NULL)
    return;
  for (guint i = MUSTER_STANDING_ACTIVE; i <= MUSTER_STANDING_REMOVED; i++)
    gtk_string_list_append (titles, muster_standing_get_title ((MusterStanding) i));

  dialog = muster_form_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), name_of (self),
      _ ("The history keeps every standing with its date and reason."), _ ("Record"));
  muster_form_dialog_add_choice (dialog, "standing", _ ("Standing"), titles, standing);
  muster_form_dialog_add_entry (dialog, "reason", _ ("Reason"),
                                needs_reason ? NULL : self->membership->standing_reason,
                                needs_reason);
  muster_form_dialog_add_day (dialog, "until", _ ("Until (year-month-day), if it ends"),
                              MUSTER_DAY_NONE, FALSE);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (standing_accepted_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
record_violation_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterMemberDetails *self = MUSTER_MEMBER_DETAILS (widget);

  if (self->membership != NULL)
    muster_violation_record_present_for (widget, self->context, &self->membership->group,
                                         &self->membership->id, name_of (self), NULL);
}

static void
standing_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterMemberDetails *self = MUSTER_MEMBER_DETAILS (widget);

  if (self->membership != NULL)
    ask_standing (self, self->membership->standing, FALSE);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ask_standing (MUSTER_MEMBER_DETAILS (widget), MUSTER_STANDING_REMOVED, TRUE);
}

static void
use_suggestion_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterMemberDetails *self = MUSTER_MEMBER_DETAILS (widget);

  if (self->membership != NULL && self->suggestion != NULL)
    muster_member_edit_nickname (widget, self->context, &self->membership->id, name_of (self),
                                 self->suggestion);
}

/* Where the member has signed up. */
static void
export_calendar_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterMemberDetails *self = MUSTER_MEMBER_DETAILS (widget);

  if (self->membership != NULL)
    muster_calendar_saving_ask_person (GTK_WINDOW (gtk_widget_get_root (widget)), self->context,
                                       &self->membership->id, name_of (self));
}

static void
mark_seen_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterMemberDetails *self = MUSTER_MEMBER_DETAILS (widget);

  if (self->membership != NULL)
    muster_member_edit_seen (widget, self->context, &self->membership->id, name_of (self));
}

static void
account_accepted_cb (MusterMemberDetails *self, MusterFormDialog *dialog)
{
  if (self->person != NULL)
    muster_member_edit_add_account (
        GTK_WIDGET (self), self->context, self->person,
        muster_platform_get_id (muster_form_dialog_get_choice (dialog, "platform")),
        muster_form_dialog_get_text (dialog, "identifier"));
}

static void
add_account_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterMemberDetails *self = MUSTER_MEMBER_DETAILS (widget);
  g_autoptr (GtkStringList) platforms = muster_platform_new_list ();
  MusterFormDialog *dialog;

  if (self->person == NULL)
    return;
  dialog = muster_form_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Add an Account"),
                                   NULL, _ ("Add"));
  muster_form_dialog_add_choice (dialog, "platform", _ ("Platform"), platforms, 0);
  muster_form_dialog_add_entry (dialog, "identifier", _ ("Account (id, number or phone)"), NULL,
                                TRUE);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (account_accepted_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
muster_member_details_dispose (GObject *object)
{
  MusterMemberDetails *self = MUSTER_MEMBER_DETAILS (object);

  g_clear_pointer (&self->membership, muster_membership_free);
  g_clear_pointer (&self->person, muster_person_free);
  g_clear_pointer (&self->suggestion, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (muster_member_details_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, heading);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, membership_group);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, nickname_row);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, verdict_row);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, suggestion_button);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, standing_row);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, role_row);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, joined_row);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, inviter_row);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, introduced_row);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, membership_note_row);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, messages_row);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, violations_row);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, required_switch);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, account_list);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, history_group);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, history_list);
  gtk_widget_class_bind_template_child (widget_class, MusterMemberDetails, scroller);
  for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    {
      g_autofree char *id =
          g_strdup_printf ("%s_row", muster_person_field_get_key (shown_fields[i]));

      gtk_widget_class_bind_template_child_full (widget_class, id, FALSE, 0);
    }
}

static void
muster_member_details_class_init (MusterMemberDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_member_details_dispose;

  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-member-details.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, person_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, membership_applied_cb);
  gtk_widget_class_install_action (widget_class, "details.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "details.record-violation", NULL,
                                   record_violation_action);
  gtk_widget_class_install_action (widget_class, "details.standing", NULL, standing_action);
  gtk_widget_class_install_action (widget_class, "details.use-suggestion", NULL,
                                   use_suggestion_action);
  gtk_widget_class_install_action (widget_class, "details.mark-seen", NULL, mark_seen_action);
  gtk_widget_class_install_action (widget_class, "details.export-calendar", NULL,
                                   export_calendar_action);
  gtk_widget_class_install_action (widget_class, "details.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "details.add-account", NULL, add_account_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "details.close", NULL);
}

static void
muster_member_details_init (MusterMemberDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    {
      g_autofree char *id =
          g_strdup_printf ("%s_row", muster_person_field_get_key (shown_fields[i]));

      self->field_rows[shown_fields[i]] = GTK_WIDGET (
          gtk_widget_get_template_child (GTK_WIDGET (self), MUSTER_TYPE_MEMBER_DETAILS, id));
    }
  g_signal_connect_object (self->required_switch, "notify::active", G_CALLBACK (required_cb), self,
                           G_CONNECT_SWAPPED);
}

void
muster_member_details_set_context (MusterMemberDetails *self, MusterContext *context)
{
  g_return_if_fail (MUSTER_IS_MEMBER_DETAILS (self));

  g_set_object (&self->context, context);
}

/**
 * muster_member_details_show:
 * @membership: whom, in which group
 */
void
muster_member_details_show (MusterMemberDetails *self, const MusterId *membership)
{
  MusterId id = *membership;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MUSTER_IS_MEMBER_DETAILS (self));

  if (!load (self, &id, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s", error->message);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * muster_member_details_set_fact:
 * @fact: (nullable): what the records say of the member who is shown; %NULL while it is not known
 */
void
muster_member_details_set_fact (MusterMemberDetails *self, const MusterMemberFact *fact)
{
  g_return_if_fail (MUSTER_IS_MEMBER_DETAILS (self));

  self->has_fact = fact != NULL;
  if (fact != NULL)
    self->fact = *fact;
  fill_fact (self);
}

/**
 * muster_member_details_edit:
 *
 * Puts the focus on the nickname, the field that keepers mend most.
 */
void
muster_member_details_edit (MusterMemberDetails *self)
{
  g_return_if_fail (MUSTER_IS_MEMBER_DETAILS (self));

  gtk_widget_grab_focus (self->nickname_row);
}

/**
 * muster_member_details_reload:
 *
 * After a change to the store.  A member who is gone closes the pane.
 */
void
muster_member_details_reload (MusterMemberDetails *self)
{
  MusterId id;

  g_return_if_fail (MUSTER_IS_MEMBER_DETAILS (self));

  if (self->membership == NULL)
    return;
  id = self->membership->id;
  if (!load (self, &id, NULL))
    gtk_widget_activate_action (GTK_WIDGET (self), "details.close", NULL);
}

/**
 * muster_member_details_get_membership:
 *
 * Returns: (nullable) (transfer none): whom it shows
 */
const MusterId *
muster_member_details_get_membership (MusterMemberDetails *self)
{
  g_return_val_if_fail (MUSTER_IS_MEMBER_DETAILS (self), NULL);

  return self->membership != NULL ? &self->membership->id : NULL;
}
