/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-text-source.h"

G_BEGIN_DECLS

typedef struct _MusterArchive MusterArchive;

MusterArchive *
muster_archive_open (MusterTextSource *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_archive_free (MusterArchive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterArchive, muster_archive_free)

const char *muster_archive_next (MusterArchive *self, GError **error);
gboolean muster_archive_find (MusterArchive *self, const char *name, GError **error);
gssize muster_archive_read (MusterArchive *self, void *buffer, gsize size, GError **error);
GBytes *muster_archive_read_bytes (MusterArchive *self, gsize max_bytes,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean muster_archive_has (MusterTextSource *source, const char *name);
gboolean muster_archive_has_chat (MusterTextSource *source);
MusterTextSource *
muster_archive_extract_chat (MusterTextSource *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
