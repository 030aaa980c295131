/* muster-rule-value.c - the values of settings, as the text of a clause names them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rule-value"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-day.h"
#include "muster-rule-hours.h"
#include "muster-rule-value.h"

#define MAX_TEXT 5000 /* bytes of a clause that are looked at */

static const struct
{
  const char *key;
  MusterRuleForm form;
} forms[] = {
  { "remind-after", MUSTER_RULE_PERIOD },
  { "silent-after", MUSTER_RULE_PERIOD },
  { "grace", MUSTER_RULE_PERIOD },
  { "stale-after", MUSTER_RULE_PERIOD },
  { "reply-within", MUSTER_RULE_PERIOD },
  { "violation-expires", MUSTER_RULE_PERIOD },
  { "introduction-after", MUSTER_RULE_HOURS },
  { "introduction-letters", MUSTER_RULE_CHARACTERS },
  { "receipt-within", MUSTER_RULE_MINUTES },
  { "birthday-ahead", MUSTER_RULE_DAYS },
  { "absent-times", MUSTER_RULE_TIMES },
  { "attendance-below", MUSTER_RULE_PERCENT },
  { "quiet-hours", MUSTER_RULE_RANGE },
  { "naming", MUSTER_RULE_TEMPLATE },
  { "ladder", MUSTER_RULE_FINES },
};

/* Which quantities a form is said in, and how many of the form's own each is; the own one first. */
static const struct
{
  MusterRuleForm form;
  MusterUnit unit;
  guint times;
} scales[] = {
  { MUSTER_RULE_MINUTES, MUSTER_UNIT_MINUTE, 1 },
  { MUSTER_RULE_MINUTES, MUSTER_UNIT_HOUR, 60 },
  { MUSTER_RULE_MINUTES, MUSTER_UNIT_DAY, 1440 },
  { MUSTER_RULE_HOURS, MUSTER_UNIT_HOUR, 1 },
  { MUSTER_RULE_HOURS, MUSTER_UNIT_DAY, 24 },
  { MUSTER_RULE_DAYS, MUSTER_UNIT_DAY, 1 },
  { MUSTER_RULE_DAYS, MUSTER_UNIT_WEEK, 7 },
  { MUSTER_RULE_TIMES, MUSTER_UNIT_TIMES, 1 },
  { MUSTER_RULE_CHARACTERS, MUSTER_UNIT_CHARACTERS, 1 },
  { MUSTER_RULE_PERCENT, MUSTER_UNIT_PERCENT, 1 },
};

void
muster_rule_value_free (MusterRuleValue *self)
{
  g_free (self->value);
  g_free (self);
}

/**
 * muster_rule_form_of_key:
 * @key: of the policy
 */
MusterRuleForm
muster_rule_form_of_key (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (strcmp (forms[i].key, key) == 0)
      return forms[i].form;

  return MUSTER_RULE_NO_FORM;
}

static char *
dup_period (const MusterQuantity *quantity)
{
  MusterPeriod period = { 0, 0 };
  int n = (int) quantity->hundredths / 100;

  switch (quantity->unit)
    {
    case MUSTER_UNIT_DAY:
      period.days = n;
      break;
    case MUSTER_UNIT_WEEK:
      period.days = 7 * n;
      break;
    case MUSTER_UNIT_MONTH:
      period.months = n;
      break;
    case MUSTER_UNIT_YEAR:
      period.months = 12 * n;
      break;
    case MUSTER_UNIT_HOUR:
      if (n % 24 != 0)
        return NULL;
      period.days = n / 24;
      break;
    case MUSTER_UNIT_MINUTE:
    case MUSTER_UNIT_TIMES:
    case MUSTER_UNIT_CHARACTERS:
    case MUSTER_UNIT_PERCENT:
    case MUSTER_UNIT_MONEY:
    default:
      return NULL;
    }
  return n > 9999 ? NULL : muster_period_dup_text (period);
}

static char *
dup_amount (guint hundredths)
{
  return hundredths % 100 == 0 ? g_strdup_printf ("%u", hundredths / 100)
                               : g_strdup_printf ("%u.%02u", hundredths / 100, hundredths % 100);
}

/* NULL where the quantity is of another kind. */
static char *
dup_value (MusterRuleForm form, const MusterQuantity *quantity)
{
  if (form == MUSTER_RULE_FINES)
    return quantity->unit == MUSTER_UNIT_MONEY ? dup_amount (quantity->hundredths) : NULL;
  if (quantity->hundredths % 100 != 0)
    return NULL;
  if (form == MUSTER_RULE_PERIOD)
    return dup_period (quantity);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (scales[i].form == form && scales[i].unit == quantity->unit)
      return g_strdup_printf ("%u", quantity->hundredths / 100 * scales[i].times);

  return NULL;
}

static void
add_value (GPtrArray *values, char *value, gsize start, gsize end, const MusterQuantity *like)
{
  MusterRuleValue *found = g_new0 (MusterRuleValue, 1);

  found->value = value;
  found->start = start;
  found->end = end;
  if (like != NULL)
    found->like = *like;
  g_ptr_array_add (values, found);
}

static void
find_quantities (MusterRuleForm form, const char *text, GPtrArray *values)
{
  g_autoptr (GArray) quantities = muster_quantity_find (text);

  for (guint i = 0; i < quantities->len; i++)
    {
      const MusterQuantity *quantity = &g_array_index (quantities, MusterQuantity, i);
      char *value = dup_value (form, quantity);

      if (value != NULL)
        add_value (values, value, quantity->start, quantity->end, quantity);
    }
}

static void
find_hours (const char *text, GPtrArray *values)
{
  g_autoptr (GArray) found = muster_rule_hours_find (text);

  for (guint i = 0; i < found->len; i++)
    {
      const MusterRuleHours *hours = &g_array_index (found, MusterRuleHours, i);

      add_value (values, muster_rule_hours_dup_value (hours), hours->start, hours->end, NULL);
      ((MusterRuleValue *) values->pdata[values->len - 1])->like.words = hours->awake;
    }
}

/* {department}-{name}, from the first brace on: what stands before it may be the sentence. */
static void
find_templates (const char *text, GPtrArray *values)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("[\\[]?\\{[a-z][a-z0-9_|:-]*\\}[^\\s`，。；：、“”\"'‘’<>]*", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gsize length = MIN (strlen (text), MAX_TEXT);

  if (length == MAX_TEXT)
    length = (gsize) (g_utf8_find_prev_char (text, text + MAX_TEXT) - text);
  g_regex_match_full (regex, text, (gssize) length, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      char *value = g_match_info_fetch (match, 0);
      gsize size = strlen (value);
      int start;

      g_match_info_fetch_pos (match, 0, &start, NULL);
      while (size > 0 && strchr (".,;:!?*)", value[size - 1]) != NULL)
        value[--size] = '\0';
      add_value (values, value, (gsize) start, (gsize) start + size, NULL);
    }
}

/**
 * muster_rule_value_find:
 * @text: of a clause
 *
 * Returns: (transfer full) (element-type MusterRuleValue): the values of the form that it names, in
 *   the order of the text
 */
GPtrArray *
muster_rule_value_find (MusterRuleForm form, const char *text)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_rule_value_free);

  if (form == MUSTER_RULE_RANGE)
    find_hours (text, values);
  else if (form == MUSTER_RULE_TEMPLATE)
    find_templates (text, values);
  else if (form != MUSTER_RULE_NO_FORM)
    find_quantities (form, text, values);
  return values;
}

/**
 * muster_rule_value_equal:
 *
 * Returns: whether both say the same: P1Y and P12M do, three months and ninety days don't
 */
gboolean
muster_rule_value_equal (MusterRuleForm form, const char *a, const char *b)
{
  MusterPeriod x, y;
  MusterRuleHours p, q;

  if (strcmp (a, b) == 0)
    return TRUE;
  if (form == MUSTER_RULE_PERIOD)
    return muster_period_parse (a, &x) && muster_period_parse (b, &y) && x.months == y.months &&
           x.days == y.days;
  if (form == MUSTER_RULE_RANGE)
    return muster_rule_hours_parse (a, &p) && muster_rule_hours_parse (b, &q) && p.from == q.from &&
           p.until == q.until;
  return FALSE;
}

static char *
dup_period_title (const char *value)
{
  MusterPeriod period;
  g_autofree char *months = NULL;
  g_autofree char *days = NULL;

  if (!muster_period_parse (value, &period))
    return g_strdup (value);
  months = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d month", "%d months", (gulong) period.months),
      period.months);
  days = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) period.days),
                          period.days);
  if (period.months > 0 && period.days > 0)
    /* TRANSLATORS: so many months and so many days */
    return g_strdup_printf (_ ("%s and %s"), months, days);
  return period.months > 0 ? g_steal_pointer (&months) : g_steal_pointer (&days);
}

static char *
dup_counted (MusterRuleForm form, gulong n)
{
  switch (form)
    {
    case MUSTER_RULE_MINUTES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu minute", "%lu minutes", n), n);
    case MUSTER_RULE_HOURS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu hour", "%lu hours", n), n);
    case MUSTER_RULE_DAYS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu day", "%lu days", n), n);
    case MUSTER_RULE_TIMES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu time", "%lu times", n), n);
    case MUSTER_RULE_CHARACTERS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu character", "%lu characters", n),
                              n);
    case MUSTER_RULE_PERCENT:
      return g_strdup_printf ("%lu %%", n);
    case MUSTER_RULE_NO_FORM:
    case MUSTER_RULE_PERIOD:
    case MUSTER_RULE_RANGE:
    case MUSTER_RULE_TEMPLATE:
    case MUSTER_RULE_FINES:
    default:
      g_assert_not_reached ();
    }
}

/**
 * muster_rule_value_dup_title:
 * @value: as the policy writes it
 *
 * Returns: for people, translated
 */
char *
muster_rule_value_dup_title (MusterRuleForm form, const char *value)
{
  char *end = NULL;
  guint64 n;

  if (*value == '\0')
    return g_strdup (_ ("nothing"));
  if (form == MUSTER_RULE_PERIOD)
    return dup_period_title (value);
  if (form == MUSTER_RULE_NO_FORM || form == MUSTER_RULE_RANGE || form == MUSTER_RULE_TEMPLATE ||
      form == MUSTER_RULE_FINES)
    return g_strdup (value);

  n = g_ascii_strtoull (value, &end, 10);
  return *end == '\0' && end != value ? dup_counted (form, (gulong) n) : g_strdup (value);
}

static char *
dup_period_text (const MusterQuantity *like, const char *value)
{
  MusterPeriod period;
  g_autofree char *months = NULL;
  g_autofree char *days = NULL;

  if (!muster_period_parse (value, &period))
    return g_strdup (value);
  if (period.months > 0)
    months =
        period.months % 12 == 0 && like->unit == MUSTER_UNIT_YEAR
            ? muster_quantity_dup_text ((guint) period.months / 12 * 100, MUSTER_UNIT_YEAR, like)
            : muster_quantity_dup_text ((guint) period.months * 100, MUSTER_UNIT_MONTH, like);
  if (period.days > 0)
    days = period.days % 7 == 0 && like->unit == MUSTER_UNIT_WEEK
               ? muster_quantity_dup_text ((guint) period.days / 7 * 100, MUSTER_UNIT_WEEK, like)
               : muster_quantity_dup_text ((guint) period.days * 100, MUSTER_UNIT_DAY, like);
  if (months != NULL && days != NULL)
    return g_strconcat (months, like->han ? "零" : " and ", days, NULL);
  return months != NULL ? g_steal_pointer (&months) : g_steal_pointer (&days);
}

static char *
dup_hours_text (const MusterRuleValue *like, const char *value)
{
  MusterRuleHours hours;

  if (!muster_rule_hours_parse (value, &hours))
    return g_strdup (value);
  if (like->like.words) /* the text names the other hours */
    hours = (MusterRuleHours){ hours.until, hours.from, 0, 0, TRUE };
  return muster_rule_hours_dup_value (&hours);
}

/* 50 and 12.50 in hundredths. */
static guint
read_amount (const char *value)
{
  char *end = NULL;
  guint amount = (guint) g_ascii_strtoull (value, &end, 10) * 100;

  if (*end == '.' && g_ascii_isdigit (end[1]))
    amount += (guint) (end[1] - '0') * 10;
  if (*end == '.' && g_ascii_isdigit (end[1]) && g_ascii_isdigit (end[2]))
    amount += (guint) (end[2] - '0');
  return amount;
}

/**
 * muster_rule_value_dup_text:
 * @like: the value that it takes the place of
 * @value: as the policy writes it
 *
 * Returns: @value in the language and the way in which the text says the other
 */
char *
muster_rule_value_dup_text (MusterRuleForm form, const MusterRuleValue *like, const char *value)
{
  guint n = (guint) g_ascii_strtoull (value, NULL, 10);

  if (form == MUSTER_RULE_PERIOD)
    return dup_period_text (&like->like, value);
  if (form == MUSTER_RULE_RANGE)
    return dup_hours_text (like, value);
  if (form == MUSTER_RULE_FINES)
    return muster_quantity_dup_text (read_amount (value), MUSTER_UNIT_MONEY, &like->like);
  if (form == MUSTER_RULE_TEMPLATE || form == MUSTER_RULE_NO_FORM)
    return g_strdup (value);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (scales[i].form == form && scales[i].unit == like->like.unit && n % scales[i].times == 0)
      return muster_quantity_dup_text (n / scales[i].times * 100, scales[i].unit, &like->like);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (scales[i].form == form && scales[i].times == 1)
      return muster_quantity_dup_text (n * 100, scales[i].unit, &like->like);
  return g_strdup (value);
}
