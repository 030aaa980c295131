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
 * @takes_archive: whether its files are, or may be, a ZIP
 */
typedef struct
{
  MusterFormat format;
  int (*detect) (const MusterProbe *probe);
  GType (*get_type) (void);
  gboolean takes_archive;
} MusterFormatClass;

const MusterFormatClass *muster_format_find_class (const char *id);
gboolean muster_format_check_source (const MusterFormatClass *klass, MusterTextSource *source,
                                     GError **error);

G_END_DECLS
