/* muster-rule-fines.c - the fines of a ladder: 50 and 100 of "1 fine 50; 2 fine 100"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rule-fines"

#include "config.h"

#include <string.h>

#include "muster-rule-fines.h"

static GRegex *
new_pattern (void)
{
  return g_regex_new ("\\bfine\\s+(\\d{1,7}(?:\\.\\d{1,2})?)", 0, 0, NULL);
}

/**
 * muster_rule_fines_list:
 * @ladder: as the policy writes it
 *
 * Returns: (transfer full): the amounts, each once
 */
GStrv
muster_rule_fines_list (const char *ladder)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) regex = new_pattern ();
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, ladder, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *amount = g_match_info_fetch (match, 1);

      if (g_hash_table_add (seen, g_strdup (amount)))
        g_strv_builder_add (builder, amount);
    }
  return g_strv_builder_end (builder);
}

/**
 * muster_rule_fines_replace:
 * @amount: one of the ladder's
 *
 * Returns: the ladder with @by wherever it had @amount
 */
char *
muster_rule_fines_replace (const char *ladder, const char *amount, const char *by)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRegex) regex = new_pattern ();
  g_autoptr (GMatchInfo) match = NULL;
  int at = 0;

  for (g_regex_match (regex, ladder, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *found = g_match_info_fetch (match, 1);
      int start, end;

      g_match_info_fetch_pos (match, 1, &start, &end);
      g_string_append_len (text, ladder + at, start - at);
      g_string_append (text, strcmp (found, amount) == 0 ? by : found);
      at = end;
    }
  g_string_append (text, ladder + at);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
