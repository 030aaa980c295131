/* muster-checklist.c - what has to be prepared for an event, and by when
 *
 * A checklist is a text, an entry a line (or parted by semicolons): when, and
 * what.  When is a number of weeks, days, hours or minutes: -7d is seven days
 * before the event begins, +2h two hours after it ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-checklist"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-checklist.h"
#include "muster-store-error.h"
#include "muster-task-table.h"

#define MAX_NUMBER 10000
#define MAX_ENTRIES 100

/* Largest first. */
static const struct
{
  char letter;
  gint64 minutes;
} units[] = {
  { 'w', 7 * 24 * 60 },
  { 'd', 24 * 60 },
  { 'h', 60 },
  { 'm', 1 },
};

static const struct
{
  const char *offset;
  const char *title;
} defaults[] = {
  { "-7d", N_ ("Plan the event") },
  { "-3d", N_ ("Rehearse and warm up the group") },
  { "-2d", N_ ("Announce it") },
  { "-1d", N_ ("Notice to all") },
  { "-1h", N_ ("Remind everybody") },
  { "+2h", N_ ("Thank everybody") },
  { "+1d", N_ ("Look back: what went well, what not") },
};

/**
 * muster_checklist_parse_offset:
 * @text: as -7d, -1h, +2h, +30m; 0 for the beginning
 */
gboolean
muster_checklist_parse_offset (const char *text, MusterTaskAnchor *out_anchor, gint64 *out_minutes)
{
  char *end = NULL;
  guint64 number;

  if (strcmp (text, "0") == 0)
    {
      *out_anchor = MUSTER_TASK_FROM_START;
      *out_minutes = 0;
      return TRUE;
    }
  if ((*text != '-' && *text != '+') || !g_ascii_isdigit (text[1]))
    return FALSE;

  number = g_ascii_strtoull (text + 1, &end, 10);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (number <= MAX_NUMBER && end[0] == units[i].letter && end[1] == '\0')
      {
        *out_anchor = *text == '-' ? MUSTER_TASK_FROM_START : MUSTER_TASK_FROM_END;
        *out_minutes = (gint64) number * units[i].minutes * (*text == '-' ? -1 : 1);
        return TRUE;
      }
  return FALSE;
}

/* The largest unit of which @minutes are a whole number. */
static guint
find_unit (gint64 minutes)
{
  for (guint i = 1; i < G_N_ELEMENTS (units); i++) /* a week is seven days, as people say */
    if (minutes % units[i].minutes == 0)
      return i;

  g_assert_not_reached ();
}

/**
 * muster_checklist_dup_offset:
 *
 * Returns: (transfer full): what muster_checklist_parse_offset() reads
 */
char *
muster_checklist_dup_offset (MusterTaskAnchor anchor, gint64 minutes)
{
  guint unit = find_unit (minutes);

  if (anchor == MUSTER_TASK_FROM_START && minutes == 0)
    return g_strdup ("0");
  return g_strdup_printf ("%c%" G_GINT64_FORMAT "%c", anchor == MUSTER_TASK_FROM_START ? '-' : '+',
                          ABS (minutes) / units[unit].minutes, units[unit].letter);
}

static char *
dup_amount (gint64 minutes)
{
  guint unit = find_unit (minutes);
  gulong n = (gulong) (ABS (minutes) / units[unit].minutes);

  switch (units[unit].letter)
    {
    case 'd':
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu day", "%lu days", n), n);
    case 'h':
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu hour", "%lu hours", n), n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu minute", "%lu minutes", n), n);
    }
}

/**
 * muster_checklist_dup_offset_words:
 *
 * Returns: (transfer full): "3 days before", translated
 */
char *
muster_checklist_dup_offset_words (MusterTaskAnchor anchor, gint64 minutes)
{
  g_autofree char *amount = dup_amount (minutes);

  if (minutes == 0)
    return g_strdup (anchor == MUSTER_TASK_FROM_START ? _ ("when it begins") : _ ("when it ends"));
  /* TRANSLATORS: 3 days; of the beginning of an event */
  return g_strdup_printf (minutes < 0 ? _ ("%s before") : _ ("%s after"), amount);
}

/**
 * muster_checklist_dup_default:
 *
 * Returns: (transfer full): the checklist of groups that have none of their own, translated
 */
char *
muster_checklist_dup_default (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", defaults[i].offset,
                            _ (defaults[i].title));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static MusterTask *
parse_entry (char *entry)
{
  g_autoptr (MusterTask) task = muster_task_new ();
  char *title = entry + strcspn (entry, " \t");

  if (*title == '\0')
    return NULL;

  *title++ = '\0';
  task->title = g_strdup (g_strstrip (title));
  return *task->title != '\0' &&
                 muster_checklist_parse_offset (entry, &task->anchor, &task->minutes)
             ? g_steal_pointer (&task)
             : NULL;
}

/**
 * muster_checklist_parse:
 * @text: empty for the one that everybody has
 *
 * Returns: (transfer full) (element-type MusterTask): what the checklist asks for, with title,
 *   anchor, minutes and position; %NULL with @error set where it can't be read
 */
GPtrArray *
muster_checklist_parse (const char *text, GError **error)
{
  g_autofree char *fallback = *text == '\0' ? muster_checklist_dup_default () : NULL;
  g_auto (GStrv) entries = g_strsplit_set (fallback != NULL ? fallback : text, ";\n", -1);
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_task_free);

  for (char **entry = entries; *entry != NULL; entry++)
    {
      g_autofree char *typed = g_strstrip (g_strdup (*entry));
      MusterTask *task;

      if (*typed == '\0')
        continue;
      task = parse_entry (g_strstrip (*entry));
      if (task == NULL || tasks->len == MAX_ENTRIES)
        {
          g_clear_pointer (&task, muster_task_free);
          g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                       _ ("“%s” is no entry of a checklist. Write them as “-3d Rehearse” or "
                          "“+2h Thank everybody”."),
                       typed);
          return NULL;
        }
      g_ptr_array_add (tasks, task);
      task->position = tasks->len;
    }
  return g_steal_pointer (&tasks);
}

static gboolean
has_task (GPtrArray *tasks, const MusterTask *wanted)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      const MusterTask *task = tasks->pdata[i];

      if (strcmp (task->title, wanted->title) == 0 && task->anchor == wanted->anchor &&
          task->minutes == wanted->minutes)
        return TRUE;
    }

  return FALSE;
}

/**
 * muster_checklist_add_to_event:
 * @text: the checklist; empty for the one that everybody has
 * @out_added: how many tasks are new; those that the event has already stay as they are
 */
gboolean
muster_checklist_add_to_event (MusterChange *change, const MusterId *group, const MusterId *event,
                               gint64 original_at, const char *text, guint *out_added,
                               GError **error)
{
  g_autoptr (GPtrArray) wanted = muster_checklist_parse (text, error);
  g_autoptr (GPtrArray) there = NULL;
  guint added = 0;

  if (wanted != NULL)
    there = muster_task_table_list (muster_change_get_database (change), event, original_at, error);
  if (there == NULL)
    return FALSE;

  for (guint i = 0; i < wanted->len; i++)
    {
      MusterTask *task = wanted->pdata[i];

      if (has_task (there, task))
        continue;
      task->group = *group;
      task->event = *event;
      task->original_at = original_at;
      task->position = there->len + 1;
      if (!muster_task_table_insert (change, task, error))
        return FALSE;
      g_ptr_array_add (there, muster_task_copy (task));
      added++;
    }
  *out_added = added;
  return TRUE;
}
