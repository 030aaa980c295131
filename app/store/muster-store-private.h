/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-store.h"

G_BEGIN_DECLS

struct _MusterStore
{
  GObject parent_instance;

  char *path;         /* owned */
  MusterClock *clock; /* owned */
  char *author;       /* owned */
  MusterId device;
  gboolean read_only;
  GMainContext *context; /* owned; where "changed" is emitted */

  GRecMutex lock;         /* held while a change is open */
  MusterDatabase *writer; /* owned (lock), NULL when read-only */
  gint64 last_stamp;      /* (lock) */
  gint64 seen_version;    /* (lock) changes with every commit that is not the writer's */

  MusterDatabase *screen; /* owned (thread of the interface), NULL until used */
  GMutex readers_lock;
  GPtrArray *readers;   /* owned (readers_lock): idle connections */
  GThreadPool *writers; /* owned, NULL until used: one thread */
};

G_END_DECLS
