/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-snapshot-table.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_SNAPSHOT_NEWS_JOINED,
  MUSTER_SNAPSHOT_NEWS_LEFT,
  MUSTER_SNAPSHOT_NEWS_RENAMED,
  MUSTER_SNAPSHOT_NEWS_ROLE,
} MusterSnapshotNewsKind;

#define MUSTER_N_SNAPSHOT_NEWS (MUSTER_SNAPSHOT_NEWS_ROLE + 1)

/**
 * MusterSnapshotNews:
 * @name: whom it is about, as the list shows them
 * @before: the nickname or the role that was; %NULL for who joined or left
 * @now: the nickname or the role that is; %NULL for who joined or left
 *
 * One difference between two member lists; the texts belong to the lists.
 */
typedef struct
{
  MusterSnapshotNewsKind kind;
  const char *name;
  const char *before;
  const char *now;
} MusterSnapshotNews;

GArray *muster_snapshot_compare (const MusterSnapshot *before,
                                 const MusterSnapshot *now) G_GNUC_WARN_UNUSED_RESULT;
const char *muster_snapshot_news_get_key (MusterSnapshotNewsKind kind);
const char *muster_snapshot_news_get_title (MusterSnapshotNewsKind kind);

G_END_DECLS
