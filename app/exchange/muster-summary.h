/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"
#include "muster-format.h"
#include "muster-warnings.h"

G_BEGIN_DECLS

#define MUSTER_SUMMARY_NO_TIME G_MININT64

/**
 * MusterSummary:
 * @records: messages and notices; rows; cards; events
 * @senders: distinct people who wrote
 * @first: earliest time as written, counted as if UTC; %MUSTER_SUMMARY_NO_TIME without one
 * @columns: (nullable): headings of a table, ended by %NULL; empty ones where there is none
 * @fields: (nullable): ids of what each column seems to mean
 * @chats: (nullable): how many chats a file of several holds
 *
 * What a file holds, counted without a database.
 */
typedef struct
{
  const MusterFormat *format;
  char *encoding;
  char *title;
  guint64 records;
  guint64 messages;
  guint64 notices;
  guint64 senders;
  guint64 members;
  guint64 chats;
  gint64 first;
  gint64 last;
  char **columns;
  char **fields;
  MusterWarnings *warnings;
} MusterSummary;

MusterSummary *
muster_summary_new (MusterTextSource *source, const char *format, const MusterChatOptions *options,
                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_summary_free (MusterSummary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSummary, muster_summary_free)

G_END_DECLS
