/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MUSTER_N_EVENT_KINDS 7
#define MUSTER_N_EVENT_SIZES 4

const char *muster_event_kind_get_key (guint i);
const char *muster_event_kind_get_title (const char *key);
const char *muster_event_size_get_key (guint i);
const char *muster_event_size_get_title (const char *key);

G_END_DECLS
