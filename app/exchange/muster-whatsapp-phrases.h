/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"

G_BEGIN_DECLS

/**
 * MusterWhatsappNotice:
 * @fact: what it states
 * @actor: who did it, or nothing
 * @subject: whom it is about, or the new name
 */
typedef struct
{
  MusterChatFact fact;
  MusterSpan actor;
  MusterSpan subject;
} MusterWhatsappNotice;

/**
 * MusterWhatsappStrictness:
 * @MUSTER_WHATSAPP_STRICT: nothing but phrases that no person is likely to write
 * @MUSTER_WHATSAPP_LOOSE: also short ones such as “X left”: when it is known to be a notice
 */
typedef enum
{
  MUSTER_WHATSAPP_STRICT,
  MUSTER_WHATSAPP_LOOSE,
} MusterWhatsappStrictness;

gboolean muster_whatsapp_match_notice (MusterSpan text, MusterWhatsappStrictness strictness,
                                       MusterWhatsappNotice *out_notice);
gboolean muster_whatsapp_is_placeholder (MusterSpan body, gboolean has_mark);
MusterSpan muster_whatsapp_clean_name (MusterSpan name);

G_END_DECLS
