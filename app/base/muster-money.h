/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MUSTER_MONEY_MAX G_GINT64_CONSTANT (100000000000) /* hundredths */

char *muster_money_dup_text (gint64 hundredths) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
