/* muster-csv-guard.c - the apostrophe that keeps a cell from being a formula
 *
 * Set by the CSV writer, taken away by the CSV reader.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-csv-guard"

#include "config.h"

#include "muster-csv-guard.h"

/* +86 138-0013-8000, -12.5: what a spreadsheet takes for a number at worst. */
static gboolean
is_number (MusterSpan cell)
{
  guint digits = 0;

  if (cell.data[0] != '+' && cell.data[0] != '-')
    return FALSE;
  for (gsize i = 1; i < cell.length; i++)
    if (g_ascii_isdigit (cell.data[i]))
      digits++;
    else if (strchr (cell.data[0] == '+' ? " -()." : ".,", cell.data[i]) == NULL)
      return FALSE;
  return digits > 0;
}

/**
 * muster_csv_guard_needed:
 *
 * Returns: whether a spreadsheet would take the cell for a formula, or our reader an
 * apostrophe at its beginning for a guard
 */
gboolean
muster_csv_guard_needed (MusterSpan cell)
{
  if (cell.length == 0)
    return FALSE;
  if (cell.data[0] == '\'')
    return cell.length > 1 && strchr ("'=+-@\t\r", cell.data[1]) != NULL;
  return strchr ("=+-@\t\r", cell.data[0]) != NULL && !is_number (cell);
}

/**
 * muster_csv_guard_strip:
 *
 * Returns: @cell without the apostrophe that a writer put before it
 */
MusterSpan
muster_csv_guard_strip (MusterSpan cell)
{
  if (cell.length > 1 && cell.data[0] == '\'' && strchr ("'=+-@\t\r", cell.data[1]) != NULL)
    return (MusterSpan){ cell.data + 1, cell.length - 1 };
  return cell;
}
