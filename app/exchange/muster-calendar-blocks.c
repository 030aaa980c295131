/* muster-calendar-blocks.c - the components of iCalendar text, one at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-blocks"

#include "config.h"

#include "muster-calendar-blocks.h"
#include "muster-stamp.h"

#define MAX_BLOCK (4 * 1024 * 1024) /* bytes of one component; what comes behind is left out */

/**
 * muster_calendar_blocks_init:
 * @text: must live as long as @self; lines end in CR, LF or both
 */
void
muster_calendar_blocks_init (MusterCalendarBlocks *self, MusterSpan text)
{
  self->p = text.data;
  self->end = text.length > 0 ? text.data + text.length : text.data; /* nothing may be NULL */
  self->line = 1;
  self->text = g_string_new (NULL);
}

void
muster_calendar_blocks_clear (MusterCalendarBlocks *self)
{
  g_string_free (self->text, TRUE);
}

static MusterSpan
take_line (MusterCalendarBlocks *self)
{
  const char *start = self->p;
  const char *stop = start;

  while (stop < self->end && *stop != '\n' && *stop != '\r')
    stop++;
  self->p = stop;
  if (self->p < self->end && *self->p == '\r')
    self->p++;
  if (self->p < self->end && *self->p == '\n' && (self->p == stop || self->p[-1] == '\r'))
    self->p++;
  self->line++;
  return muster_span (start, stop);
}

/* BEGIN:VEVENT in any case, behind any spaces and marks. */
static gboolean
is_mark (MusterSpan line, const char *mark, const char *component)
{
  const char *end = line.data + line.length;
  const char *p = muster_stamp_skip_space (muster_stamp_skip_invisible (line.data, end), end);
  MusterSpan rest = muster_span_trim (muster_span (p, end));
  gsize n_mark = strlen (mark), n_component = strlen (component);

  return rest.length == n_mark + n_component &&
         g_ascii_strncasecmp (rest.data, mark, n_mark) == 0 &&
         g_ascii_strncasecmp (rest.data + n_mark, component, n_component) == 0;
}

static void
append (MusterCalendarBlocks *self, MusterSpan line)
{
  if (line.length == 0 || self->text->len + line.length > MAX_BLOCK)
    return;
  g_string_append_len (self->text, line.data, (gssize) line.length);
  g_string_append (self->text, "\r\n");
}

static void
finish (MusterCalendarBlocks *self, const char *component)
{
  g_string_append_printf (self->text, "END:%s\r\n", component);
}

/**
 * muster_calendar_blocks_next:
 * @component: VEVENT, VTIMEZONE …
 *
 * Puts the next such component into @self->text, with what it holds, lines
 * ended by CR LF and empty ones left out.  @self->first_line is where it
 * begins; @self->is_whole is %FALSE where its end is missing.
 *
 * Returns: whether there was one
 */
gboolean
muster_calendar_blocks_next (MusterCalendarBlocks *self, const char *component)
{
  gboolean within = FALSE;

  g_string_truncate (self->text, 0);
  while (self->p < self->end)
    {
      const char *before = self->p;
      guint64 number = self->line;
      MusterSpan line = take_line (self);

      if (is_mark (line, "BEGIN:", component))
        {
          if (within) /* the end of the one before is missing */
            {
              self->p = before;
              self->line = number;
              break;
            }
          within = TRUE;
          self->first_line = number;
          g_string_append_printf (self->text, "BEGIN:%s\r\n", component);
        }
      else if (within && is_mark (line, "END:", component))
        {
          finish (self, component);
          self->is_whole = TRUE;
          return TRUE;
        }
      else if (within && is_mark (line, "END:", "VCALENDAR"))
        break;
      else if (within)
        append (self, line);
    }

  if (within)
    finish (self, component);
  self->is_whole = FALSE;
  return within;
}
