/* muster-member-timeline.c - a member's nicknames, standings and roles, and what was done, with
 * days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-member-timeline"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "muster-followup-table.h"
#include "muster-member-timeline.h"
#include "muster-rollcall-run.h"
#include "muster-words.h"

static const struct
{
  const char *id;
  const char *title;
} kinds[] = {
  { "nickname", N_ ("Nickname") },
  { "role", N_ ("Role") },
  { "standing", N_ ("Standing") },
};

static const struct
{
  const char *id;
  const char *title;
} done[] = {
  { "reminded", N_ ("Reminded") },   { "exempt", N_ ("Exempt") },   { "ignored", N_ ("Ignored") },
  { "seen", N_ ("Marked as seen") }, { "removed", N_ ("Removed") },
};

static void
add_row (GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_append (list, row);
}

/* A day that is not known is not made up. */
static char *
dup_period (MusterDay from, MusterDay until)
{
  g_autofree char *first = muster_words_for_day (from);
  g_autofree char *last = muster_words_for_day (until);

  if (from == MUSTER_DAY_NONE && until == MUSTER_DAY_NONE)
    return g_strdup (_ ("since a day that is not known"));
  if (from == MUSTER_DAY_NONE)
    return g_strdup_printf (_ ("until %s"), last);
  if (until == MUSTER_DAY_NONE)
    return g_strdup_printf (_ ("since %s"), first);
  if (until <= from)
    return g_steal_pointer (&first);
  /* TRANSLATORS: the days from which and until which something held */
  return g_strdup_printf (_ ("%s – %s"), first, last);
}

static const char *
get_value_title (const char *kind, const char *value)
{
  MusterStanding standing;

  if (g_str_equal (kind, "standing") && muster_standing_find (value, &standing))
    return muster_standing_get_title (standing);
  return g_str_equal (kind, "role") ? muster_role_get_title (value) : value;
}

static void
add_value (GtkListBox *list, const char *kind, const char *value, MusterDay from, MusterDay until,
           const char *reason)
{
  g_autofree char *period = dup_period (from, until);
  g_autoptr (GString) subtitle = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].id, kind))
      /* TRANSLATORS: what it is, such as "Nickname", and the days on which it held */
      g_string_append_printf (subtitle, _ ("%s · %s"), _ (kinds[i].title), period);
  if (reason != NULL)
    g_string_append_printf (subtitle, "\n%s", reason);
  add_row (list, get_value_title (kind, value), subtitle->str);
}

static void
add_followup (GtkListBox *list, const MusterFollowup *followup)
{
  g_autofree char *on = muster_words_for_day (followup->on);
  g_autofree char *until = muster_words_for_day (followup->until);
  g_autoptr (GString) subtitle = g_string_new (on);

  if (until[0] != '\0')
    g_string_append_printf (subtitle, _ (", until %s"), until);
  if (followup->author != NULL)
    g_string_append_printf (subtitle, _ (" · %s"), followup->author);
  if (followup->note != NULL)
    g_string_append_printf (subtitle, "\n%s", followup->note);
  for (guint i = 0; i < G_N_ELEMENTS (done); i++)
    if (g_str_equal (done[i].id, followup->action))
      {
        /* TRANSLATORS: what was done, such as "Exempt", and the check that it was about */
        g_autofree char *title = g_strdup_printf (
            _ ("%s: %s"), _ (done[i].title), muster_rollcall_get_check_title (followup->check));

        add_row (list, title, subtitle->str);
      }
}

/**
 * muster_member_timeline_fill:
 * @past: (element-type MusterPastValue): what held before
 * @followups: (element-type MusterFollowup): of the group; those of others are left out
 *
 * The nickname that holds, what held before, and what the keeper did.
 */
void
muster_member_timeline_fill (GtkListBox *list, const MusterMembership *membership, GPtrArray *past,
                             GPtrArray *followups)
{
  g_autofree char *id = muster_id_dup_text (&membership->id);
  g_autofree char *subject = g_strdup_printf ("member:%s", id);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);

  for (guint i = 0; i < followups->len; i++)
    if (g_str_equal (((MusterFollowup *) followups->pdata[i])->subject, subject))
      add_followup (list, followups->pdata[i]);
  if (membership->nickname != NULL)
    add_value (list, "nickname", membership->nickname, membership->nickname_from, MUSTER_DAY_NONE,
               NULL);
  for (guint i = 0; i < past->len; i++)
    {
      const MusterPastValue *value = past->pdata[i];

      add_value (list, value->kind, value->value, value->from, value->until, value->reason);
    }
}
