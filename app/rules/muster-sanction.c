/* muster-sanction.c - what one step of a ladder says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sanction"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-ladder.h"
#include "muster-money.h"
#include "muster-store-error.h"
#include "muster-typed.h"

#define MINUTES_PER_HOUR 60
#define MINUTES_PER_DAY (24 * MINUTES_PER_HOUR)
#define MAX_MINUTES (366 * MINUTES_PER_DAY)
#define MAX_POINTS 100000

static const struct
{
  const char *key;
  const char *title;
  gboolean has_amount;
} kinds[MUSTER_N_SANCTION_KINDS] = {
  [MUSTER_SANCTION_PRIVATE] = { "private", N_ ("Private warning"), FALSE },
  [MUSTER_SANCTION_NAMED] = { "named", N_ ("Named in the group"), FALSE },
  [MUSTER_SANCTION_MUTE] = { "mute", N_ ("Muted"), TRUE },
  [MUSTER_SANCTION_REMOVE] = { "remove", N_ ("Removed from the group"), FALSE },
  [MUSTER_SANCTION_FINE] = { "fine", N_ ("Fine"), TRUE },
  [MUSTER_SANCTION_POINTS] = { "points", N_ ("Penalty points"), TRUE },
};

const char *
muster_sanction_kind_get_key (MusterSanctionKind kind)
{
  return kinds[kind].key;
}

/**
 * muster_sanction_kind_get_title:
 *
 * Returns: translated
 */
const char *
muster_sanction_kind_get_title (MusterSanctionKind kind)
{
  return _ (kinds[kind].title);
}

gboolean
muster_sanction_kind_has_amount (MusterSanctionKind kind)
{
  return kinds[kind].has_amount;
}

/* At most six digits; whether there were any. */
static gboolean
read_number (const char **p, gint64 *out_number)
{
  guint n = 0;

  *out_number = 0;
  for (; n < 6 && g_ascii_isdigit (**p); n++, (*p)++)
    *out_number = *out_number * 10 + (**p - '0');
  return n > 0;
}

/* An ISO 8601 length of days, hours and minutes: P1D, PT24H, PT1H30M. */
static gboolean
parse_minutes (const char *text, gint64 *out_minutes)
{
  static const struct
  {
    char unit;
    gint64 minutes;
  } units[] = { { 'D', MINUTES_PER_DAY }, { 'H', MINUTES_PER_HOUR }, { 'M', 1 } };
  const char *p = text;
  gboolean in_time = FALSE;
  guint next = 0;
  gint64 number;

  *out_minutes = 0;
  if (*p++ != 'P')
    return FALSE;
  while (*p != '\0')
    {
      guint i = next;

      if (*p == 'T' && !in_time)
        {
          in_time = TRUE;
          next = MAX (next, 1);
          p++;
          continue;
        }
      if (!read_number (&p, &number))
        return FALSE;
      while (i < G_N_ELEMENTS (units) && units[i].unit != *p)
        i++;
      if (i == G_N_ELEMENTS (units) || (i > 0) != in_time)
        return FALSE;
      *out_minutes += number * units[i].minutes;
      next = i + 1;
      p++;
    }
  return *out_minutes > 0 && *out_minutes <= MAX_MINUTES;
}

static gboolean
parse_points (const char *text, gint64 *out_points)
{
  const char *p = text;

  return read_number (&p, out_points) && *p == '\0' && *out_points > 0 && *out_points <= MAX_POINTS;
}

static gboolean
parse_amount (MusterSanctionKind kind, const char *text, gint64 *out_amount)
{
  if (!kinds[kind].has_amount)
    return *text == '\0';
  if (kind == MUSTER_SANCTION_MUTE)
    return parse_minutes (text, out_amount);
  if (kind == MUSTER_SANCTION_POINTS)
    return parse_points (text, out_amount);
  return muster_typed_amount (text, out_amount) && *out_amount > 0 &&
         *out_amount <= MUSTER_MONEY_MAX;
}

/* One word with its amount. */
static gboolean
parse_part (const char *text, MusterSanction *sanction, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);

  for (guint i = 0; i < MUSTER_N_SANCTION_KINDS && words[0] != NULL; i++)
    {
      if (strcmp (words[0], kinds[i].key) != 0)
        continue;
      if (sanction->has[i])
        {
          g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                       _ ("“%s” stands twice in one step."), kinds[i].key);
          return FALSE;
        }
      sanction->has[i] = TRUE;
      if (parse_amount ((MusterSanctionKind) i, words[1] != NULL ? g_strstrip (words[1]) : "",
                        &sanction->amounts[i]))
        return TRUE;
      break;
    }

  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
               _ ("“%s” can’t follow a violation. Say private, named, mute PT24H, remove, fine 50 "
                  "or points 2."),
               text);
  return FALSE;
}

/**
 * muster_sanction_parse:
 * @text: as "named + fine 50"
 * @out_sanction: set only on success
 */
gboolean
muster_sanction_parse (const char *text, MusterSanction *out_sanction, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "+", -1);
  MusterSanction sanction = { 0 };

  if (parts[0] == NULL)
    return parse_part ("", &sanction, error);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!parse_part (g_strstrip (parts[i]), &sanction, error))
      return FALSE;

  *out_sanction = sanction;
  return TRUE;
}

static char *
dup_minutes (gint64 minutes)
{
  return minutes % MINUTES_PER_HOUR == 0
             ? g_strdup_printf ("PT%" G_GINT64_FORMAT "H", minutes / MINUTES_PER_HOUR)
             : g_strdup_printf ("PT%" G_GINT64_FORMAT "M", minutes);
}

/**
 * muster_sanction_dup_text:
 *
 * Returns: (transfer full): what muster_sanction_parse() reads
 */
char *
muster_sanction_dup_text (const MusterSanction *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_SANCTION_KINDS; i++)
    {
      g_autofree char *amount = NULL;

      if (!self->has[i])
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " + " : "", kinds[i].key);
      if (!kinds[i].has_amount)
        continue;
      amount = i == MUSTER_SANCTION_MUTE ? dup_minutes (self->amounts[i])
               : i == MUSTER_SANCTION_FINE
                   ? muster_typed_dup_amount (self->amounts[i])
                   : g_strdup_printf ("%" G_GINT64_FORMAT, self->amounts[i]);
      g_string_append_printf (text, " %s", amount);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_mute_title (gint64 minutes)
{
  gint64 hours = minutes / MINUTES_PER_HOUR;

  return minutes % MINUTES_PER_HOUR == 0
             ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Muted for %d hour",
                                             "Muted for %d hours", (gulong) hours),
                                (int) hours)
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Muted for %d minute",
                                             "Muted for %d minutes", (gulong) minutes),
                                (int) minutes);
}

static char *
dup_part_title (MusterSanctionKind kind, gint64 amount)
{
  g_autofree char *money = NULL;

  if (kind == MUSTER_SANCTION_MUTE)
    return dup_mute_title (amount);
  if (kind == MUSTER_SANCTION_POINTS)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d penalty point", "%d penalty points", (gulong) amount),
        (int) amount);
  if (kind != MUSTER_SANCTION_FINE)
    return g_strdup (_ (kinds[kind].title));

  money = muster_typed_dup_amount (amount);
  /* TRANSLATORS: an amount of money */
  return g_strdup_printf (_ ("Fine of %s"), money);
}

/**
 * muster_sanction_dup_title:
 *
 * Returns: (transfer full): in words
 */
char *
muster_sanction_dup_title (const MusterSanction *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_SANCTION_KINDS; i++)
    {
      g_autofree char *part = NULL;

      if (!self->has[i])
        continue;
      part = dup_part_title ((MusterSanctionKind) i, self->amounts[i]);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " + " : "", part);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
