/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"
#include "muster-group.h"
#include "muster-store.h"

G_BEGIN_DECLS

/**
 * MusterChatImport:
 * @group: the group
 * @reader: at its beginning
 * @file: what the history and the evidence call the source
 * @zone: (nullable): of the wall clock in the file; %NULL for this computer's
 * @covers_from: what the keeper says the records cover; %MUSTER_DAY_NONE for
 *   the first message's day
 *
 * What to import.
 */
typedef struct
{
  MusterGroup *group;
  MusterChatReader *reader;
  const char *file;
  GTimeZone *zone;
  MusterDay covers_from;
  MusterDay covers_to;
} MusterChatImport;

/**
 * MusterChatImportResult:
 * @n_undated: messages left out because the file does not say on which day they were
 * @first_at: the earliest time, of a notice too, wall clock seconds as written; 0 if there is none
 *
 * What came of it.
 */
typedef struct
{
  guint64 n_messages;
  guint64 n_notices;
  guint64 n_new;
  guint64 n_undated;
  guint n_senders;
  gint64 first_at;
  gint64 last_at;
} MusterChatImportResult;

gboolean muster_chat_import_run (const MusterChatImport *self, MusterChange *change,
                                 GCancellable *cancellable, MusterChatImportResult *out_result,
                                 GError **error);

G_END_DECLS
