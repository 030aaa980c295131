/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The registry's view of a format; included by the registry, the abstract readers and the formats.
 */
#pragma once

#include <glib-object.h>

#include "muster-format.h"

G_BEGIN_DECLS

/**
 * MusterProbe:
 *
 * The beginning of a source, ending with a whole line where it is longer than that.
 */
typedef struct
{
  MusterTextSource *source;
  MusterSpan head;
} MusterProbe;

/**
 * MusterFormatClass:
 * @detect: 0 to 100; how sure this is the format
 * @get_type: of its reader; for %MUSTER_FORMAT_CALENDAR none
 */
typedef struct
{
  MusterFormat format;
  int (*detect) (const MusterProbe *probe);
  GType (*get_type) (void);
} MusterFormatClass;

const MusterFormatClass *muster_format_find_class (const char *id);

G_END_DECLS
