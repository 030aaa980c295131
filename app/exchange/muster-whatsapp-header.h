/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"
#include "muster-stamp.h"

G_BEGIN_DECLS

/**
 * MusterWhatsappHeader:
 * @numbers: of the date, in the order written
 * @seconds: since midnight
 * @is_bracketed: [stamp] of iOS
 * @is_loose: a form that is only believed among others: stamp, space, sender
 * @is_same_date: the date is that of the header before, letter by letter
 * @line: where the header begins
 * @date_length: bytes before the time, in the common forms; 0 in the others
 * @rest: behind the header: sender and body, or the notice
 */
typedef struct
{
  int numbers[3];
  int seconds;
  guint8 digits[3];
  guint8 separator;
  guint8 is_bracketed : 1;
  guint8 is_loose : 1;
  guint8 has_half : 1;
  guint8 is_same_date : 1;
  guint8 date_length;
  const char *line;
  const char *rest;
} MusterWhatsappHeader;

gboolean
muster_whatsapp_header_parse (const char *line, const char *end, MusterWhatsappHeader *out_header);

gboolean muster_whatsapp_header_parse_again (const char *line, const char *end,
                                             MusterWhatsappHeader *header);

/**
 * MusterDateOrders:
 *
 * Which number is the day?  Decided once per shape of a file (years of two or of four
 * digits), because exports pasted together differ in both.
 */
typedef struct
{
  MusterDateOrder order[2];
  gboolean is_sure[2];
} MusterDateOrders;

void muster_date_orders_decide (MusterDateOrders *self, const MusterWhatsappHeader *headers,
                                guint n_headers, const MusterChatOptions *options,
                                gboolean *out_guessed);
MusterDay muster_date_orders_get_day (MusterDateOrders *self, const MusterWhatsappHeader *header,
                                      MusterDayCache *cache);

G_END_DECLS
