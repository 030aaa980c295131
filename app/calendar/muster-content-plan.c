/* muster-content-plan.c - what a group offers every day and every week
 *
 * A plan is a text, a column a line (or parted by semicolons): the day of the
 * week, or "daily", and a title.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-content-plan"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-content-plan.h"
#include "muster-store-error.h"

#define DAYS_PER_WEEK 7
#define FIRST_MONDAY 4 /* 5 January 1970, in days since 1970 */
#define MAX_COLUMNS 50

static const char *const weekdays[DAYS_PER_WEEK] = {
  "mon", "tue", "wed", "thu", "fri", "sat", "sun",
};

/* Three columns a day, three specials a week. */
static const struct
{
  const char *day;
  const char *title;
} defaults[] = {
  { "daily", N_ ("Good morning and news") },  { "daily", N_ ("Topic of the day") },
  { "daily", N_ ("Summary of the evening") }, { "wed", N_ ("Questions and answers") },
  { "fri", N_ ("A member shares") },          { "sun", N_ ("Thanks and benefits") },
};

/* The word of the plan: mon … sun, daily. */
static const char *
get_weekday_key (int weekday)
{
  return weekday == MUSTER_CONTENT_DAILY ? "daily" : weekdays[weekday];
}

/**
 * muster_content_plan_dup_default:
 *
 * Returns: (transfer full): a plan to begin with, translated
 */
char *
muster_content_plan_dup_default (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", defaults[i].day,
                            _ (defaults[i].title));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
column_free (gpointer data)
{
  MusterContentColumn *column = data;

  g_free (column->title);
  g_free (column);
}

static gboolean
find_weekday (const char *word, int *out_weekday)
{
  for (int i = MUSTER_CONTENT_DAILY; i < DAYS_PER_WEEK; i++)
    if (g_ascii_strcasecmp (get_weekday_key (i), word) == 0)
      {
        *out_weekday = i;
        return TRUE;
      }

  return FALSE;
}

static MusterContentColumn *
parse_column (const char *line)
{
  gsize length = strcspn (line, " \t");
  g_autofree char *word = g_strndup (line, length);
  g_autofree char *title = g_strstrip (g_strdup (line + length));
  MusterContentColumn *column;
  int weekday;

  if (*title == '\0' || !find_weekday (word, &weekday))
    return NULL;

  column = g_new0 (MusterContentColumn, 1);
  column->weekday = weekday;
  column->title = g_steal_pointer (&title);
  return column;
}

static gboolean
has_title (GPtrArray *columns, const char *title)
{
  for (guint i = 0; i < columns->len; i++)
    if (strcmp (((const MusterContentColumn *) columns->pdata[i])->title, title) == 0)
      return TRUE;

  return FALSE;
}

/**
 * muster_content_plan_parse:
 * @text: empty for no plan
 *
 * Returns: (transfer full) (element-type MusterContentColumn): the columns; %NULL with @error set
 *   where the plan can't be read, or has a title twice
 */
GPtrArray *
muster_content_plan_parse (const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit_set (text, ";\n", -1);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (column_free);

  for (char **line = lines; *line != NULL; line++)
    {
      MusterContentColumn *column;

      if (*g_strstrip (*line) == '\0')
        continue;
      column = parse_column (*line);
      if (column == NULL || columns->len == MAX_COLUMNS || has_title (columns, column->title))
        {
          g_clear_pointer (&column, column_free);
          g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                       _ ("“%s” is no column of a content plan. Write each once, as “daily News” "
                          "or “fri A member shares”."),
                       *line);
          return NULL;
        }
      g_ptr_array_add (columns, column);
    }
  return g_steal_pointer (&columns);
}

gboolean
muster_content_column_is_due (const MusterContentColumn *self, MusterDay day)
{
  int weekday = (day - FIRST_MONDAY) % DAYS_PER_WEEK;

  return self->weekday == MUSTER_CONTENT_DAILY ||
         self->weekday == (weekday < 0 ? weekday + DAYS_PER_WEEK : weekday);
}
