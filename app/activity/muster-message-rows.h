/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-message-counters.h"
#include "muster-span.h"

G_BEGIN_DECLS

/**
 * MusterMessage:
 * @utc: seconds since 1970
 * @shift: the sender's wall clock less UTC, in seconds
 * @platform: (nullable): whose account @sender_id is; %NULL for the group's platform
 * @sender_id: the platform's account, or nothing
 * @sender_name: the name shown at that time
 * @is_placeholder: the body only stands for a picture, a file …
 *
 * One message as an importer hands it over; the spans live until the next one.
 */
typedef struct
{
  gint64 utc;
  gint32 shift;
  const char *platform;
  MusterSpan sender_id;
  MusterSpan sender_name;
  MusterSpan body;
  gboolean is_placeholder;
} MusterMessage;

/**
 * MusterMessageNext:
 *
 * Gives the next message.
 *
 * Returns: %FALSE at the end, or on failure with @error set
 */
typedef gboolean (*MusterMessageNext) (gpointer data, MusterMessage *message, GError **error);

/**
 * MusterMessageRows:
 *
 * Messages as the rows of an SQL table "message_rows", which is the fastest
 * way into the file (PERFORMANCE.md 2.7).
 */
typedef struct _MusterMessageRows MusterMessageRows;

typedef struct
{
  gint64 no;
  char *sender;
  char *platform;
  char *identifier;
  char *name;
  gboolean is_new;
  gboolean is_renamed;
  guint64 n_messages; /* of this source */
} MusterMessageSender;

MusterMessageRows *
muster_message_rows_new (MusterDatabase *db, MusterMessageNext next, gpointer data,
                         const guint8 secret[16], gboolean keep_bodies,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_message_rows_free (MusterMessageRows *self);

void muster_message_rows_add_sender (MusterMessageRows *self, gint64 no, const char *sender,
                                     const char *identifier, const char *name);
void muster_message_rows_set_first_sender (MusterMessageRows *self, gint64 no);
void muster_message_rows_set_counters (MusterMessageRows *self, MusterMessageCounters *counters);
GPtrArray *muster_message_rows_get_senders (MusterMessageRows *self);
GError *muster_message_rows_get_error (MusterMessageRows *self);
guint64 muster_message_rows_get_n_read (MusterMessageRows *self);
gint64 muster_message_rows_get_first (MusterMessageRows *self);
gint64 muster_message_rows_get_last (MusterMessageRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterMessageRows, muster_message_rows_free)

G_END_DECLS
