/* muster-group-settings.c - a group's rules, in words, with a live preview on its members
 *
 * Saved as one change that holds from today on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-group-settings"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-edit.h"
#include "muster-group-colour.h"
#include "muster-group-naming.h"
#include "muster-group-settings.h"
#include "muster-group-table.h"
#include "muster-ladder-rows.h"
#include "muster-list-rows.h"
#include "muster-notice-rows.h"
#include "muster-plan-rows.h"
#include "muster-platform.h"
#include "muster-policy.h"
#include "muster-roster.h"
#include "muster-words.h"

#define MAX_JUDGED 5000 /* members, at each key */
#define SHOWN 8

struct _MusterGroupSettings
{
  AdwWindow parent_instance;

  MusterContext *context; /* owned */
  MusterGroup *group;     /* owned */
  MusterPolicy *policy;   /* owned: as it stands in the store */
  MusterRoster *roster;   /* owned, NULL until read */
  gboolean filling;       /* rows are being filled: nothing was edited */

  GtkLabel *words_label;
  GtkEditable *name_row;
  GtkSwitch *name_locked_switch;
  AdwComboRow *platform_row;
  GtkEditable *capacity_row;
  AdwComboRow *language_row;
  GtkEditable *naming_row;
  MusterListRows *lists;
  MusterPlanRows *plans;
  MusterLadderRows *ladder;
  MusterNoticeRows *notices;
  AdwPreferencesGroup *preview_group;
  GtkListBox *preview_list;
  AdwComboRow *remind_row;
  AdwComboRow *silent_row;
  AdwComboRow *grace_row;
  AdwComboRow *stale_row;
  AdwComboRow *reply_row;
  GtkEditable *exempt_row;
  AdwComboRow *required_row;
  AdwComboRow *colour_row;
  GtkSwitch *archive_switch;
};

G_DEFINE_FINAL_TYPE (MusterGroupSettings, muster_group_settings, ADW_TYPE_WINDOW)

/* What is to be written: the group's own row and the settings that differ. */
typedef struct
{
  MusterGroup *group; /* owned */
  GHashTable *values; /* owned: key -> value */
  MusterDay today;
} Save;

static const char *const periods[] = { "P3D", "P7D", "P14D", "P1M", "P2M", "P3M", "P6M", "P12M" };
static const char *const languages[] = { "zh_CN", "en" };
static const char *const required_values[] = { "flagged", "all" };

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->group);
  g_hash_table_unref (save->values);
  g_free (save);
}

static char *
dup_period_words (const char *iso)
{
  MusterPeriod period;

  if (!muster_period_parse (iso, &period))
    return g_strdup (iso);
  if (period.months > 0)
    return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) period.months),
                            period.months);
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) period.days), period.days);
}

/* A value that is none of the choices becomes one of them. */
static void
set_period (AdwComboRow *row, const char *value)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = G_N_ELEMENTS (periods);

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autofree char *text = dup_period_words (periods[i]);

      gtk_string_list_append (words, text);
      if (g_str_equal (periods[i], value))
        selected = i;
    }
  if (selected == G_N_ELEMENTS (periods))
    {
      g_autofree char *text = dup_period_words (value);

      gtk_string_list_append (words, text);
    }
  g_object_set_data_full (G_OBJECT (row), "value", g_strdup (value), g_free);
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (row, selected);
}

static const char *
get_period (AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected < G_N_ELEMENTS (periods) ? periods[selected]
                                           : g_object_get_data (G_OBJECT (row), "value");
}

/* The first row leaves the choice to the program. */
static void
set_colour (MusterGroupSettings *self, const char *key)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint index;

  gtk_string_list_append (titles, _ ("By itself"));
  for (guint i = 0; i < MUSTER_N_GROUP_COLOURS; i++)
    gtk_string_list_append (titles, _ (muster_group_colour_get (i)->title));
  adw_combo_row_set_model (self->colour_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->colour_row,
                              muster_group_colour_find (key, &index) ? index + 1 : 0);
}

static const char *
get_colour (MusterGroupSettings *self)
{
  guint selected = adw_combo_row_get_selected (self->colour_row);

  return selected > 0 ? muster_group_colour_get (selected - 1)->key : "auto";
}

static gboolean
is_as_before (gpointer key, gpointer value, gpointer policy)
{
  const char *before = muster_policy_get (policy, key);

  return g_strcmp0 (before != NULL ? before : "", value) == 0;
}

static void
collect (MusterGroupSettings *self, GHashTable *values)
{
  const struct
  {
    const char *key;
    const char *value;
  } rows[] = {
    { "naming", gtk_editable_get_text (self->naming_row) },
    { "remind-after", get_period (self->remind_row) },
    { "silent-after", get_period (self->silent_row) },
    { "grace", get_period (self->grace_row) },
    { "stale-after", get_period (self->stale_row) },
    { "reply-within", get_period (self->reply_row) },
    { "exempt-roles", gtk_editable_get_text (self->exempt_row) },
    { "colour", get_colour (self) },
    { "required", required_values[adw_combo_row_get_selected (self->required_row) == 1] },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_hash_table_insert (values, g_strdup (rows[i].key), g_strdup (rows[i].value));
  muster_list_rows_collect (self->lists, values);
  muster_plan_rows_collect (self->plans, values);
  muster_ladder_rows_collect (self->ladder, values);
  muster_notice_rows_collect (self->notices, values);
  g_hash_table_foreach_remove (values, is_as_before, self->policy);
}

static void
add_preview_row (MusterGroupSettings *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (self->preview_list, row);
}

static void
add_judged (MusterGroupSettings *self, const char *nickname, const MusterNamingResult *result)
{
  g_autofree char *text = result->suggestion != NULL
                              /* TRANSLATORS: what is wrong with a nickname, and the one to use */
                              ? g_strdup_printf (_ ("%s → %s"), result->text, result->suggestion)
                              : g_strdup (result->text);

  add_preview_row (self, nickname != NULL ? nickname : _ ("No nickname"), text);
}

static void
judge (MusterGroupSettings *self, MusterGroupNaming *naming)
{
  guint n = MIN (muster_roster_get_n_members (self->roster), MAX_JUDGED);
  guint counts[MUSTER_NAMING_UNKNOWN + 1] = { 0 };
  guint n_shown = 0;
  g_autofree char *summary = NULL;

  for (guint i = 0; i < n; i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (self->roster, i);
      const char *nickname = muster_roster_get_shown_nickname (self->roster, member);
      g_autoptr (MusterNamingResult) result = NULL;

      if (!muster_roster_member_is_current (member))
        continue;
      result = muster_group_naming_check (naming, nickname, member);
      counts[result->verdict]++;
      if (result->verdict != MUSTER_NAMING_EXACT && n_shown++ < SHOWN)
        add_judged (self, nickname, result);
    }
  summary = g_strdup_printf (
      _ ("%u right, %u nearly, %u wrong, %u of another name, %u without a nickname"),
      counts[MUSTER_NAMING_EXACT], counts[MUSTER_NAMING_NEAR], counts[MUSTER_NAMING_WRONG],
      counts[MUSTER_NAMING_MISMATCH], counts[MUSTER_NAMING_UNKNOWN]);
  adw_preferences_group_set_description (self->preview_group, summary);
}

static gboolean
update_preview (MusterGroupSettings *self)
{
  g_autoptr (MusterPolicy) tried = muster_policy_new ();
  g_autoptr (MusterGroupNaming) naming = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *template = gtk_editable_get_text (self->naming_row);
  GHashTableIter iter;
  gpointer key, value;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->preview_list))) != NULL)
    gtk_list_box_remove (self->preview_list, child);
  gtk_widget_set_visible (GTK_WIDGET (self->preview_group), template[0] != '\0');
  if (template[0] == '\0')
    return TRUE;

  muster_policy_take_value (tried, "naming", g_strdup (template));
  muster_list_rows_collect (self->lists, lists);
  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, &key, &value))
    muster_policy_take_value (tried, key, g_strdup (value));
  naming = muster_group_naming_new (tried, &error);
  if (naming == NULL)
    {
      adw_preferences_group_set_description (self->preview_group, "");
      add_preview_row (self, _ ("This pattern can’t be used"), error != NULL ? error->message : "");
      return FALSE;
    }
  if (self->roster != NULL)
    judge (self, naming);
  return TRUE;
}

static void
update_words (MusterGroupSettings *self)
{
  const char *template = gtk_editable_get_text (self->naming_row);
  g_autofree char *remind = dup_period_words (get_period (self->remind_row));
  g_autofree char *silent = dup_period_words (get_period (self->silent_row));
  g_autofree char *grace = dup_period_words (get_period (self->grace_row));
  g_autofree char *naming = template[0] != '\0'
                                ? g_strdup_printf (_ ("Nicknames look like %s."), template)
                                : g_strdup (_ ("Nicknames are free."));
  g_autofree char *silence = g_strdup_printf (
      _ ("Who has written nothing for %s is to be reminded, for %s is listed as silent; newcomers "
         "have %s of grace."),
      remind, silent, grace);
  g_autofree char *text = g_strdup_printf ("%s\n%s", naming, silence);

  gtk_label_set_label (self->words_label, text);
}

static gboolean
capacity_is_number (MusterGroupSettings *self)
{
  guint64 number;

  return g_ascii_string_to_unsigned (gtk_editable_get_text (self->capacity_row), 10, 0, 1000000,
                                     &number, NULL);
}

static void
changed_cb (MusterGroupSettings *self)
{
  g_autofree char *name = NULL;
  gboolean usable;

  if (self->filling)
    return;
  name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  muster_list_rows_set_template (self->lists, gtk_editable_get_text (self->naming_row));
  usable = update_preview (self);
  update_words (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "settings.save",
                                 usable && name[0] != '\0' && capacity_is_number (self));
}

static gpointer
read_roster (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Save *wanted = data;

  return muster_roster_load (db, muster_group_get_id (wanted->group), wanted->today, error);
}

static void
roster_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterGroupSettings) self = user_data;
  g_autoptr (MusterRoster) roster = muster_store_read_finish (MUSTER_STORE (source), result, NULL);

  if (self->context == NULL || roster == NULL)
    return;
  self->roster = g_steal_pointer (&roster);
  changed_cb (self);
}

static Save *
save_new (MusterGroupSettings *self)
{
  Save *save = g_new0 (Save, 1);

  save->group = muster_group_copy (self->group);
  save->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  save->today = muster_clock_get_today (muster_context_get_clock (self->context));
  return save;
}

static gboolean
write_settings (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Save *save = data;
  GHashTableIter iter;
  gpointer key, value;

  if (!muster_group_table_update (change, save->group, error))
    return FALSE;
  g_hash_table_iter_init (&iter, save->values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!muster_policy_set (change, muster_group_get_id (save->group), key, value, save->today,
                            error))
      return FALSE;
  return TRUE;
}

/* In a dialog of its own: the window's toasts lie behind this one. */
static void
say_wrong (MusterGroupSettings *self, const char *text)
{
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (self), _ ("The Settings Can’t Be Read"), text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterGroupSettings *self = MUSTER_GROUP_SETTINGS (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  Save *save;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  g_autofree char *title = g_strdup_printf (_ ("Change the settings of “%s”"), name);

  if (!muster_plan_rows_check (self->plans, &error) ||
      !muster_ladder_rows_check (self->ladder, &error) ||
      !muster_notice_rows_check (self->notices, &error))
    {
      say_wrong (self, error->message);
      return;
    }
  save = save_new (self);
  collect (self, save->values);
  muster_group_set_name (save->group, name);
  muster_group_set_platform (
      save->group, muster_platform_get_id (adw_combo_row_get_selected (self->platform_row)));
  muster_group_set_capacity (
      save->group, (guint) g_ascii_strtoull (gtk_editable_get_text (self->capacity_row), NULL, 10));
  muster_group_set_language (save->group,
                             languages[adw_combo_row_get_selected (self->language_row) == 1]);
  muster_group_set_name_locked (save->group, gtk_switch_get_active (self->name_locked_switch));
  muster_group_set_archive (save->group, gtk_switch_get_active (self->archive_switch));
  muster_edit_run (parent != NULL ? GTK_WIDGET (parent) : widget, self->context, title,
                   write_settings, save, save_free);
  gtk_window_close (GTK_WINDOW (self));
}

static void
fill (MusterGroupSettings *self)
{
  g_autoptr (GtkStringList) platforms = muster_platform_new_list ();
  g_autoptr (GtkStringList) tongues = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) required = gtk_string_list_new (NULL);
  g_autofree char *capacity = g_strdup_printf ("%u", muster_group_get_capacity (self->group));
  MusterPolicy *policy = self->policy;

  gtk_string_list_append (tongues, "简体中文");
  gtk_string_list_append (tongues, "English");
  gtk_string_list_append (required, _ ("Members marked so"));
  gtk_string_list_append (required, _ ("Everyone on the roster"));

  self->filling = TRUE;
  gtk_editable_set_text (self->name_row, muster_group_get_name (self->group));
  adw_combo_row_set_model (self->platform_row, G_LIST_MODEL (platforms));
  adw_combo_row_set_selected (self->platform_row,
                              muster_platform_find (muster_group_get_platform (self->group)));
  gtk_editable_set_text (self->capacity_row, capacity);
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (tongues));
  adw_combo_row_set_selected (self->language_row,
                              g_strcmp0 (muster_group_get_language (self->group), "en") == 0);
  gtk_editable_set_text (self->naming_row, muster_policy_get (policy, "naming"));
  muster_list_rows_set_policy (self->lists, policy);
  muster_plan_rows_set_policy (self->plans, policy);
  muster_ladder_rows_set_policy (self->ladder, policy);
  muster_notice_rows_set_policy (self->notices, policy);
  gtk_switch_set_active (self->name_locked_switch, muster_group_get_name_locked (self->group));
  set_period (self->remind_row, muster_policy_get (policy, "remind-after"));
  set_period (self->silent_row, muster_policy_get (policy, "silent-after"));
  set_period (self->grace_row, muster_policy_get (policy, "grace"));
  set_period (self->stale_row, muster_policy_get (policy, "stale-after"));
  set_period (self->reply_row, muster_policy_get (policy, "reply-within"));
  gtk_editable_set_text (self->exempt_row, muster_policy_get (policy, "exempt-roles"));
  adw_combo_row_set_model (self->required_row, G_LIST_MODEL (required));
  adw_combo_row_set_selected (self->required_row,
                              g_str_equal (muster_policy_get (policy, "required"), "all"));
  set_colour (self, muster_policy_get (policy, "colour"));
  gtk_switch_set_active (self->archive_switch, muster_group_get_archive (self->group));
  self->filling = FALSE;
  changed_cb (self);
}

static void
muster_group_settings_dispose (GObject *object)
{
  MusterGroupSettings *self = MUSTER_GROUP_SETTINGS (object);

  g_clear_pointer (&self->policy, muster_policy_free);
  g_clear_pointer (&self->roster, muster_roster_free);
  g_clear_object (&self->group);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (muster_group_settings_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, MusterGroupSettings, child)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (words_label);
  BIND (name_row);
  BIND (name_locked_switch);
  BIND (platform_row);
  BIND (capacity_row);
  BIND (language_row);
  BIND (naming_row);
  BIND (lists);
  BIND (plans);
  BIND (ladder);
  BIND (notices);
  BIND (preview_group);
  BIND (preview_list);
  BIND (remind_row);
  BIND (silent_row);
  BIND (grace_row);
  BIND (stale_row);
  BIND (reply_row);
  BIND (exempt_row);
  BIND (required_row);
  BIND (colour_row);
  BIND (archive_switch);
}

static void
muster_group_settings_class_init (MusterGroupSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_group_settings_dispose;
  g_type_ensure (MUSTER_TYPE_LIST_ROWS);
  g_type_ensure (MUSTER_TYPE_NOTICE_ROWS);
  g_type_ensure (MUSTER_TYPE_PLAN_ROWS);
  g_type_ensure (MUSTER_TYPE_LADDER_ROWS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-group-settings.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "settings.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
muster_group_settings_init (MusterGroupSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * muster_group_settings_new:
 * @parent: shows the toast of the change
 */
GtkWidget *
muster_group_settings_new (GtkWindow *parent, MusterContext *context, MusterGroup *group)
{
  MusterGroupSettings *self =
      g_object_new (MUSTER_TYPE_GROUP_SETTINGS, "transient-for", parent, NULL);
  MusterStore *store = muster_context_get_store (context);
  MusterDatabase *db = muster_store_get_database (store, NULL);
  MusterDay today = muster_clock_get_today (muster_context_get_clock (context));

  self->context = g_object_ref (context);
  self->group = muster_group_copy (group);
  if (db != NULL)
    self->policy = muster_policy_load (db, muster_group_get_id (group), today, NULL);
  if (self->policy == NULL)
    self->policy = muster_policy_new ();
  fill (self);
  muster_store_read_async (store, read_roster, save_new (self), save_free,
                           (GDestroyNotify) muster_roster_free, NULL, roster_read_cb,
                           g_object_ref (self));
  return GTK_WIDGET (self);
}
