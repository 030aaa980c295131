/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-text-source.h"

G_BEGIN_DECLS

/**
 * MusterFormatKind:
 * @MUSTER_FORMAT_CHAT: messages; read by muster_chat_reader_open()
 * @MUSTER_FORMAT_TABLE: rows with columns; read by muster_table_reader_open()
 * @MUSTER_FORMAT_VCARD: cards, read as a table
 * @MUSTER_FORMAT_LIST: a pasted or fetched member list, read as a table
 * @MUSTER_FORMAT_CALENDAR: events
 */
typedef enum
{
  MUSTER_FORMAT_CHAT,
  MUSTER_FORMAT_TABLE,
  MUSTER_FORMAT_VCARD,
  MUSTER_FORMAT_LIST,
  MUSTER_FORMAT_CALENDAR,
} MusterFormatKind;

/**
 * MusterFormat:
 * @id: short stable word: in the store, on the command line and in JSON
 * @title: for people, translated by muster_format_get_title()
 * @platform: (nullable): id of the platform whose chat it is
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *platform;
  MusterFormatKind kind;
} MusterFormat;

/**
 * MusterFormatMatch:
 * @confidence: 1 to 100; below 50 a person should be asked
 */
typedef struct
{
  const MusterFormat *format;
  int confidence;
} MusterFormatMatch;

const MusterFormat *muster_format_find (const char *id);
const MusterFormat *muster_format_get (guint index);
const char *muster_format_get_title (const MusterFormat *self);

GArray *muster_format_detect (MusterTextSource *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
