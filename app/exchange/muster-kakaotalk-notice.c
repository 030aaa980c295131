/* muster-kakaotalk-notice.c - what KakaoTalk itself writes into a chat
 *
 * Shared by the readers of its text and its CSV exports.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-kakaotalk-notice"

#include "config.h"

#include "muster-kakaotalk-notice.h"
#include "muster-stamp.h"

static const struct
{
  const char *end;    /* how the notice ends */
  const char *middle; /* nullable: between who did it and whom it is about */
  MusterChatFact fact;
} notices[] = {
  { "님을 초대하였습니다.", "님이 ", MUSTER_CHAT_FACT_JOINED },
  { "님을 초대했습니다.", "님이 ", MUSTER_CHAT_FACT_JOINED },
  { "님을 내보냈습니다.", "님이 ", MUSTER_CHAT_FACT_REMOVED },
  { "님이 들어왔습니다.", NULL, MUSTER_CHAT_FACT_JOINED },
  { "님이 나갔습니다.", NULL, MUSTER_CHAT_FACT_LEFT },
  { " joined this chatroom.", NULL, MUSTER_CHAT_FACT_JOINED },
  { " left this chatroom.", NULL, MUSTER_CHAT_FACT_LEFT },
  { " has been removed from this chatroom.", NULL, MUSTER_CHAT_FACT_REMOVED },
  { " .", " invited ", MUSTER_CHAT_FACT_JOINED },
  { " and.", " invited ", MUSTER_CHAT_FACT_JOINED },
  { ".", " invited ", MUSTER_CHAT_FACT_JOINED },
  { "채팅방 관리자가 메시지를 가렸습니다.", NULL, MUSTER_CHAT_FACT_NONE },
};

/**
 * muster_kakaotalk_notice_fill:
 * @text: a line or a body
 * @entry: made a notice with its fact, if it is one
 *
 * Returns: whether it is one
 */
gboolean
muster_kakaotalk_notice_fill (MusterSpan text, MusterChatEntry *entry)
{
  text = muster_span_trim (text);
  if (text.length == 0 || text.length > 1000 || memchr (text.data, '\n', text.length) != NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      MusterSpan names = text;
      const char *hit;

      if (!muster_span_ends (text, notices[i].end))
        continue;
      names.length -= strlen (notices[i].end);
      if (notices[i].middle != NULL)
        {
          hit = names.length > 0 ? memmem (names.data, names.length, notices[i].middle,
                                           strlen (notices[i].middle))
                                 : NULL;
          if (hit == NULL)
            continue;
          entry->sender_name = muster_span_trim (muster_span (names.data, hit));
          names = muster_span (hit + strlen (notices[i].middle), names.data + names.length);
        }
      entry->kind = MUSTER_CHAT_NOTICE;
      entry->body = text;
      entry->subject = muster_span_trim (names);
      entry->fact = (guint8) (entry->subject.length > 0 ? notices[i].fact : MUSTER_CHAT_FACT_NONE);
      return TRUE;
    }
  return FALSE;
}
