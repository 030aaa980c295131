/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader-private.h"
#include "muster-format-private.h"
#include "muster-json.h"

G_BEGIN_DECLS

/**
 * MusterJsonTake:
 *
 * What a format made of one element.
 */
typedef enum
{
  MUSTER_JSON_TAKEN,
  MUSTER_JSON_LEFT_OUT, /* on purpose */
  MUSTER_JSON_UNKNOWN,  /* the element is none of the format's; a warning is due */
} MusterJsonTake;

#define MUSTER_TYPE_JSON_CHAT_READER (muster_json_chat_reader_get_type ())
G_DECLARE_DERIVABLE_TYPE (MusterJsonChatReader, muster_json_chat_reader, MUSTER, JSON_CHAT_READER,
                          MusterChatReader)

/**
 * MusterJsonChatReaderClass:
 * @find: names the arrays of messages, with muster_json_chat_reader_add(), and whatever is known
 *   of the chat; @root is the whole document
 * @fill: makes an entry of one element of such an array
 */
struct _MusterJsonChatReaderClass
{
  MusterChatReaderClass parent_class;

  void (*find) (MusterJsonChatReader *self, MusterSpan root);
  MusterJsonTake (*fill) (MusterJsonChatReader *self, MusterSpan element, MusterChatEntry *entry);
};

void muster_json_chat_reader_add (MusterJsonChatReader *self, const char *id, const char *title,
                                  MusterSpan messages);
MusterSpan muster_json_chat_reader_text (MusterJsonChatReader *self, MusterSpan value);
GStringChunk *muster_json_chat_reader_get_room (MusterJsonChatReader *self);
gboolean muster_json_chat_reader_read_time (MusterSpan value, MusterChatEntry *entry);

MusterSpan muster_json_probe_root (const MusterProbe *probe);
MusterSpan muster_json_probe_element (MusterSpan root, const char *path);

G_END_DECLS
