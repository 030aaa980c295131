/* muster-import-preview.c - what an import would do, before anything is written
 *
 * New, changed field by field, unchanged, missing; what is ambiguous comes
 * first, with the persons it may be to choose from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-import-preview"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-import-preview.h"
#include "muster-roster.h"
#include "muster-words.h"

#define SHOWN 50 /* rows of each kind */

struct _MusterImportPreview
{
  AdwBin parent_instance;

  MusterImportJob *job; /* owned, NULL until shown */

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (MusterImportPreview, muster_import_preview, ADW_TYPE_BIN)

static AdwPreferencesGroup *
add_group (MusterImportPreview *self, const char *title, guint count, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *number = muster_words_for_count (count);
  /* TRANSLATORS: what the list holds, and how many */
  g_autofree char *heading = g_strdup_printf (_ ("%s (%s)"), title, number);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), heading);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (self->box, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_row (AdwPreferencesGroup *group, GtkWidget *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
}

static void
add_more (AdwPreferencesGroup *group, guint shown, guint count)
{
  g_autofree char *number = muster_words_for_count (count - MIN (shown, count));
  g_autofree char *text = NULL;

  if (count <= shown)
    return;
  text = g_strdup_printf (_ ("…and %s more"), number);
  add_row (group, adw_action_row_new (), text, NULL);
}

/* Of somebody new the values alone say enough. */
static char *
dup_values (const MusterPlanItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < item->cells->len; i++)
    {
      const MusterPlanCell *cell = g_ptr_array_index (item->cells, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", cell->new_value);
    }
  g_strdelimit (text->str, "\n", ' ');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A line for each field. */
static char *
dup_cells (const MusterPlanItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < item->cells->len; i++)
    {
      const MusterPlanCell *cell = g_ptr_array_index (item->cells, i);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (cell->old_value != NULL)
        /* TRANSLATORS: a field, its value before and after */
        g_string_append_printf (text, _ ("%s: %s → %s"), cell->title, cell->old_value,
                                cell->new_value);
      else
        /* TRANSLATORS: a field and its value */
        g_string_append_printf (text, _ ("%s: %s"), cell->title, cell->new_value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
item_chosen_cb (AdwComboRow *row, GParamSpec *pspec, MusterImportPreview *self)
{
  MusterPlanItem *item = g_object_get_data (G_OBJECT (row), "item");
  guint selected = adw_combo_row_get_selected (row);
  gint64 person = -1;

  /* leave out, a new person, then the candidates */
  if (selected == 1)
    person = 0;
  else if (selected > 1)
    person = g_array_index (item->candidates, guint32, selected - 2);
  muster_roster_plan_choose (muster_import_job_get_roster_plan (self->job), item, person);
}

static void
add_question (MusterImportPreview *self, AdwPreferencesGroup *group, MusterPlanItem *item)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autofree char *line = g_strdup_printf (_ ("Line %lu"), (gulong) item->line);

  gtk_string_list_append (choices, _ ("Leave out"));
  gtk_string_list_append (choices, _ ("A new person"));
  for (guint i = 0; i < item->labels->len; i++)
    gtk_string_list_append (choices, g_ptr_array_index (item->labels, i));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  g_object_set_data (G_OBJECT (row), "item", item);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (item_chosen_cb), self, 0);
  add_row (group, row, item->name, line);
}

static void
show_verdict (MusterImportPreview *self, MusterRosterPlan *plan, MusterPlanVerdict verdict,
              const char *description)
{
  GPtrArray *items = muster_roster_plan_get_items (plan, verdict);
  guint count = muster_roster_plan_get_count (plan, verdict);
  guint shown = verdict == MUSTER_PLAN_AMBIGUOUS ? items->len : MIN (items->len, SHOWN);
  AdwPreferencesGroup *group;

  if (count == 0)
    return;
  group = add_group (self, muster_plan_verdict_get_title (verdict), count, description);
  for (guint i = 0; i < shown; i++)
    {
      MusterPlanItem *item = g_ptr_array_index (items, i);
      g_autofree char *cells = verdict == MUSTER_PLAN_NEW ? dup_values (item) : dup_cells (item);

      if (verdict == MUSTER_PLAN_AMBIGUOUS)
        add_question (self, group, item);
      else
        add_row (group, adw_action_row_new (), item->name, cells[0] != '\0' ? cells : NULL);
    }
  add_more (group, shown, count);
}

static void
show_names (MusterImportPreview *self, const char *title, const char *description, GPtrArray *names,
            guint count)
{
  AdwPreferencesGroup *group;

  if (count == 0)
    return;
  group = add_group (self, title, count, description);
  for (guint i = 0; i < MIN (names->len, SHOWN); i++)
    add_row (group, adw_action_row_new (), g_ptr_array_index (names, i), NULL);
  add_more (group, MIN (names->len, SHOWN), count);
}

static void
show_roster (MusterImportPreview *self, MusterRosterPlan *plan)
{
  show_verdict (self, plan, MUSTER_PLAN_AMBIGUOUS,
                _ ("More than one person fits. Choose; nobody is merged by guessing."));
  show_verdict (self, plan, MUSTER_PLAN_NEW, NULL);
  show_verdict (self, plan, MUSTER_PLAN_JOINS, NULL);
  show_verdict (self, plan, MUSTER_PLAN_CHANGED, NULL);
  show_names (self, _ ("Members who are not in the file"), _ ("They stay as they are."),
              muster_roster_plan_get_missing (plan), muster_roster_plan_get_n_missing (plan));
  show_verdict (self, plan, MUSTER_PLAN_UNCHANGED, NULL);
  show_verdict (self, plan, MUSTER_PLAN_REPEATED, _ ("Left out."));
  show_verdict (self, plan, MUSTER_PLAN_EMPTY, _ ("Left out."));
}

static const char *
entry_name (const MusterSnapshotEntry *entry)
{
  if (entry->nickname != NULL)
    return entry->nickname;
  if (entry->display_name != NULL)
    return entry->display_name;
  return entry->identifier != NULL ? entry->identifier : "";
}

static void
entry_chosen_cb (AdwComboRow *row, GParamSpec *pspec, MusterImportPreview *self)
{
  guint entry = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "entry"));
  GPtrArray *candidates = g_object_get_data (G_OBJECT (row), "candidates");
  guint selected = adw_combo_row_get_selected (row);
  const MusterRosterMember *member =
      selected > 0 ? g_ptr_array_index (candidates, selected - 1) : NULL;

  muster_snapshot_plan_choose (muster_import_job_get_snapshot_plan (self->job), entry,
                               member != NULL ? &member->id : NULL);
}

static void
add_entry_question (MusterImportPreview *self, AdwPreferencesGroup *group, MusterSnapshotPlan *plan,
                    guint i)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  GPtrArray *candidates = muster_snapshot_plan_dup_candidates (plan, i);

  gtk_string_list_append (choices, _ ("Not on the roster"));
  for (guint c = 0; c < candidates->len; c++)
    {
      const MusterRosterMember *member = g_ptr_array_index (candidates, c);
      const char *department = member->fields[MUSTER_PERSON_DEPARTMENT];
      g_autofree char *label =
          department != NULL
              ? g_strdup_printf (_ ("%s · %s"), muster_roster_member_get_name (member), department)
              : g_strdup (muster_roster_member_get_name (member));

      gtk_string_list_append (choices, label);
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  g_object_set_data (G_OBJECT (row), "entry", GUINT_TO_POINTER (i));
  g_object_set_data_full (G_OBJECT (row), "candidates", candidates,
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (entry_chosen_cb), self, 0);
  add_row (group, row, entry_name (muster_snapshot_plan_get_entry (plan, i)), NULL);
}

static void
show_entries (MusterImportPreview *self, MusterSnapshotPlan *plan, MusterSnapshotVerdict verdict,
              const char *title, const char *description)
{
  guint count = muster_snapshot_plan_get_count (plan, verdict);
  AdwPreferencesGroup *group;
  guint shown = 0;

  if (count == 0)
    return;
  group = add_group (self, title, count, description);
  for (guint i = 0; i < muster_snapshot_plan_get_n_entries (plan) && shown < SHOWN; i++)
    {
      if (muster_snapshot_plan_get_verdict (plan, i) != verdict)
        continue;
      shown++;
      if (verdict == MUSTER_SNAPSHOT_AMBIGUOUS)
        add_entry_question (self, group, plan, i);
      else
        add_row (group, adw_action_row_new (),
                 entry_name (muster_snapshot_plan_get_entry (plan, i)), NULL);
    }
  add_more (group, shown, count);
}

/* Who came, went, or has another name or role than in the list before. */
static void
show_news (MusterImportPreview *self, MusterSnapshotPlan *plan)
{
  g_autoptr (GArray) news = muster_snapshot_plan_list_news (plan);
  MusterDay since = muster_snapshot_plan_get_since (plan);
  g_autofree char *day = since != MUSTER_DAY_NONE ? muster_words_for_day (since) : NULL;
  /* TRANSLATORS: a date */
  g_autofree char *description =
      day != NULL ? g_strdup_printf (_ ("Since the list of %s"), day) : NULL;

  for (guint kind = 0; kind < MUSTER_N_SNAPSHOT_NEWS; kind++)
    {
      AdwPreferencesGroup *group = NULL;
      guint count = 0;

      for (guint i = 0; i < news->len; i++)
        count += g_array_index (news, MusterSnapshotNews, i).kind == kind;
      if (count > 0)
        group = add_group (self, muster_snapshot_news_get_title ((MusterSnapshotNewsKind) kind),
                           count, description);
      for (guint i = 0, shown = 0; group != NULL && i < news->len && shown < SHOWN; i++)
        {
          const MusterSnapshotNews *one = &g_array_index (news, MusterSnapshotNews, i);
          g_autofree char *change =
              one->now != NULL ? g_strdup_printf ("%s → %s", one->before, one->now) : NULL;

          if (one->kind != kind)
            continue;
          add_row (group, adw_action_row_new (), one->name, change);
          shown++;
        }
      if (group != NULL)
        add_more (group, MIN (count, SHOWN), count);
    }
}

static void
show_snapshot (MusterImportPreview *self, MusterSnapshotPlan *plan)
{
  g_autoptr (GPtrArray) missing = muster_snapshot_plan_get_missing (plan);

  show_entries (self, plan, MUSTER_SNAPSHOT_AMBIGUOUS, _ ("To be asked"),
                _ ("More than one member fits. Choose; nobody is merged by guessing."));
  show_news (self, plan);
  show_names (self, _ ("On the roster and not in the list"), NULL, missing, missing->len);
  show_entries (self, plan, MUSTER_SNAPSHOT_STRANGER, _ ("In the list and not on the roster"),
                NULL);
  show_entries (self, plan, MUSTER_SNAPSHOT_MATCHED, _ ("In both"), NULL);
}

static void
show_events (MusterImportPreview *self, MusterCalendarImport *plan, MusterCalendarVerdict verdict,
             const char *title, const char *description)
{
  guint count = muster_calendar_import_get_count (plan, verdict);
  AdwPreferencesGroup *group;
  guint shown = 0;

  if (count == 0)
    return;
  group = add_group (self, title, count, description);
  for (guint i = 0; i < muster_calendar_import_get_n_events (plan) && shown < SHOWN; i++)
    {
      const MusterEvent *event = muster_calendar_import_get_event (plan, i);
      g_autofree char *when = event->all_day
                                  ? muster_words_for_day (muster_day_from_seconds (event->start_at))
                                  : muster_words_for_wall_clock (event->start_at);
      g_autofree char *line =
          g_strdup_printf ("%s%s%s", when, event->recurrence != NULL ? " · " : "",
                           event->recurrence != NULL ? _ ("happens again") : "");

      if (muster_calendar_import_get_verdict (plan, i) != verdict)
        continue;
      add_row (group, adw_action_row_new (), event->title, line);
      shown++;
    }
  add_more (group, shown, count);
}

/* Why events were refused, or not taken as they stand. */
static void
show_warnings (MusterImportPreview *self, MusterWarnings *warnings)
{
  guint count = muster_warnings_get_n_kept (warnings);
  AdwPreferencesGroup *group;

  if (count == 0)
    return;
  group = add_group (self, _ ("What the file has wrong"), count, NULL);
  for (guint i = 0; i < MIN (count, SHOWN); i++)
    {
      const MusterWarning *warning = muster_warnings_get (warnings, i);
      g_autofree char *line = g_strdup_printf (_ ("Line %lu"), (gulong) warning->line);

      add_row (group, adw_action_row_new (), warning->text, warning->line > 0 ? line : NULL);
    }
  add_more (group, MIN (count, SHOWN), count);
}

static void
show_calendar (MusterImportPreview *self, MusterCalendarImport *plan)
{
  show_events (self, plan, MUSTER_CALENDAR_REFUSED, _ ("Left out"), NULL);
  show_warnings (self, muster_import_job_get_calendar_warnings (self->job));
  show_events (self, plan, MUSTER_CALENDAR_NEW, _ ("New events"), NULL);
  show_events (self, plan, MUSTER_CALENDAR_CHANGED, _ ("Changed events"),
               _ ("Answers, attendance and what the file does not say stay."));
  show_events (self, plan, MUSTER_CALENDAR_UNCHANGED, _ ("Unchanged events"), NULL);
}

static void
muster_import_preview_dispose (GObject *object)
{
  g_clear_object (&MUSTER_IMPORT_PREVIEW (object)->job);

  G_OBJECT_CLASS (muster_import_preview_parent_class)->dispose (object);
}

static void
muster_import_preview_class_init (MusterImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_preview_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportPreview, box);
}

static void
muster_import_preview_init (MusterImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * muster_import_preview_show:
 * @job: one that has been planned
 */
void
muster_import_preview_show (MusterImportPreview *self, MusterImportJob *job)
{
  GtkWidget *child;

  g_return_if_fail (MUSTER_IS_IMPORT_PREVIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_set_object (&self->job, job);
  if (muster_import_job_get_calendar_plan (job) != NULL)
    show_calendar (self, muster_import_job_get_calendar_plan (job));
  else if (muster_import_job_get_roster_plan (job) != NULL)
    show_roster (self, muster_import_job_get_roster_plan (job));
  else
    show_snapshot (self, muster_import_job_get_snapshot_plan (job));
}
