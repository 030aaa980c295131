/* muster-relay-list.c - 接龙 as people paste it
 *
 * FORMATS.md 11: a heading, a notice in any words, then numbered entries.
 * Everybody who joins posts the whole list again, so the last one counts.
 * For the member list's reader and for sign-ups.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-relay-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-relay-list.h"
#include "muster-stamp.h"

#define LARGEST_GAP 10 /* in the numbers; beyond it a number is text */

/* Cuts the next line off, which may also end in <br/>. */
static gboolean
next_line (MusterRelayList *self, MusterSpan *out_line)
{
  static const char *const breaks[] = { "<br/>", "<br>", "<br />" };
  const char *stop, *next;

  if (self->p >= self->end)
    return FALSE;

  stop = memchr (self->p, '\n', (gsize) (self->end - self->p));
  next = stop != NULL ? stop + 1 : self->end;
  stop = stop != NULL ? stop : self->end;
  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      gsize length = strlen (breaks[i]);
      const char *mark = memmem (self->p, (gsize) (stop - self->p), breaks[i], length);

      if (mark != NULL)
        {
          stop = mark;
          next = mark + length;
        }
    }
  self->line += next > self->p && next[-1] == '\n';
  *out_line = muster_span_trim (muster_span (self->p, stop));
  self->p = next;
  return TRUE;
}

static gboolean
is_heading (MusterSpan line)
{
  return muster_span_begins (line, "#接龙") || muster_span_begins (line, "#接龍") ||
         muster_span_begins (line, "#Group Note");
}

/* "3. ", "3、", "3）", "3：": the number, and where the entry begins. */
static const char *
parse_number (MusterSpan line, guint *out_number)
{
  static const char *const separators[] = { ".", "、", ")", "）", ":", "：", "．" };
  gsize digits = 0;
  MusterSpan rest;

  *out_number = 0;
  while (digits < line.length && digits < 5 && g_ascii_isdigit (line.data[digits]))
    *out_number = *out_number * 10 + (guint) (line.data[digits++] - '0');
  rest = muster_span (line.data + digits, line.data + line.length);
  if (digits == 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      gsize length = strlen (separators[i]);

      if (muster_span_begins (rest, separators[i]) &&
          (rest.length == length || !g_ascii_isdigit (rest.data[length])))
        return rest.data + length;
    }
  return NULL;
}

/**
 * muster_relay_list_begins:
 *
 * Returns: whether @text is a 接龙: its heading is the first line, or stands below the account
 *   of who posted it
 */
gboolean
muster_relay_list_begins (MusterSpan text)
{
  MusterRelayList self = { text.data, text.data + text.length, 1, 0 };
  gboolean below_account = FALSE;
  MusterSpan line;

  while (next_line (&self, &line))
    {
      if (is_heading (line))
        return TRUE;
      if (line.length > 0 &&
          (below_account || !muster_span_begins (line, "wxid_") || !muster_span_ends (line, ":")))
        return FALSE;
      below_account |= line.length > 0;
    }
  return FALSE;
}

/**
 * muster_relay_list_init:
 * @text: must live as long as the cursor
 *
 * Places the cursor below the last heading.
 *
 * Returns: whether there is one
 */
gboolean
muster_relay_list_init (MusterRelayList *self, MusterSpan text)
{
  MusterRelayList at = { text.data, text.data + text.length, 1, 0 };
  gboolean found = FALSE;
  MusterSpan line;

  *self = at;
  while (next_line (&at, &line))
    if (is_heading (line))
      {
        *self = at;
        found = TRUE;
      }
  return found;
}

/**
 * muster_relay_list_next:
 * @out_entry: (out): what stands behind the number, never empty
 * @warnings: gets a note where the numbers do not follow
 *
 * Returns: %FALSE at the end
 */
gboolean
muster_relay_list_next (MusterRelayList *self, MusterSpan *out_entry, guint64 *out_line,
                        MusterWarnings *warnings)
{
  guint64 at = self->line;
  MusterSpan line;

  for (; next_line (self, &line); at = self->line)
    {
      guint number;
      const char *entry = parse_number (line, &number);

      if (entry == NULL || number == 0 || number > self->previous + LARGEST_GAP ||
          (number < self->previous && number != 1) || (self->previous == 0 && number != 1))
        continue;
      if (number != self->previous + 1)
        muster_warnings_add (warnings, at, _ ("Number %u follows number %u in this list."), number,
                             self->previous);
      self->previous = number;
      *out_entry = muster_span_trim (muster_span (entry, line.data + line.length));
      if (out_entry->length == 0)
        continue;
      *out_line = at;
      return TRUE;
    }
  return FALSE;
}

/**
 * muster_relay_list_get_name:
 * @entry: "张三 +1 素食": the name, and what else was typed behind a space
 *
 * Returns: the name; of Latin names all words in capitals
 */
MusterSpan
muster_relay_list_get_name (MusterSpan entry)
{
  const char *end = entry.data + entry.length;
  const char *stop = memchr (entry.data, ' ', entry.length);

  while (stop != NULL && g_ascii_isupper (entry.data[0]) && stop + 1 < end &&
         g_ascii_isupper (stop[1]))
    stop = memchr (stop + 1, ' ', (gsize) (end - stop - 1));
  return muster_span (entry.data, stop != NULL ? stop : end);
}
