/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterSpan:
 * @data: (nullable): UTF-8, not ended by a NUL; %NULL when there is nothing at all
 * @length: its bytes
 *
 * A piece of somebody else's text.  Readers hand these out so that no message
 * costs an allocation; who wants to keep one copies it.
 */
typedef struct
{
  const char *data;
  gsize length;
} MusterSpan;

static inline MusterSpan
muster_span (const char *start, const char *end)
{
  return (MusterSpan){ start, (gsize) (end - start) };
}

static inline MusterSpan
muster_span_of (const char *text)
{
  return (MusterSpan){ text, text != NULL ? strlen (text) : 0 };
}

static inline gboolean
muster_span_is (MusterSpan self, const char *text)
{
  gsize length = strlen (text);

  return self.length == length && memcmp (self.data, text, length) == 0;
}

static inline gboolean
muster_span_equal (MusterSpan a, MusterSpan b)
{
  return a.length == b.length && (a.length == 0 || memcmp (a.data, b.data, a.length) == 0);
}

static inline gboolean
muster_span_begins (MusterSpan self, const char *text)
{
  gsize length = strlen (text);

  return self.length >= length && memcmp (self.data, text, length) == 0;
}

static inline gboolean
muster_span_ends (MusterSpan self, const char *text)
{
  gsize length = strlen (text);

  return self.length >= length && memcmp (self.data + self.length - length, text, length) == 0;
}

static inline gboolean
muster_span_has (MusterSpan self, const char *text)
{
  return self.length > 0 && memmem (self.data, self.length, text, strlen (text)) != NULL;
}

static inline char *
muster_span_dup (MusterSpan self)
{
  return self.data != NULL ? g_strndup (self.data, self.length) : NULL;
}

G_END_DECLS
