/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyntheticStyle:
 *
 * Which export the made-up log looks like.
 */
typedef enum
{
  SYNTHETIC_WHATSAPP,
  SYNTHETIC_QQ,
} SyntheticStyle;

gboolean
synthetic_chat_write (const char *path, SyntheticStyle style, guint64 n_messages, GError **error);

G_END_DECLS
