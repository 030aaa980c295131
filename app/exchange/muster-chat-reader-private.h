/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the readers of single formats share; included by them and the registry only.
 */
#pragma once

#include "muster-chat-reader.h"

G_BEGIN_DECLS

void muster_chat_reader_set_title (MusterChatReader *self, MusterSpan title);
void muster_chat_reader_set_platform (MusterChatReader *self, const char *platform);
void muster_chat_reader_set_date_order_guessed (MusterChatReader *self);
void muster_chat_reader_set_position (MusterChatReader *self, goffset position);
MusterChatMember *muster_chat_reader_add_member (MusterChatReader *self, const char *id,
                                                 const char *name, const char *nickname);
void muster_chat_reader_add_chat (MusterChatReader *self, const char *id, const char *title,
                                  guint64 n_entries);
void muster_chat_reader_set_source (MusterChatReader *self, MusterTextSource *source);

G_END_DECLS
