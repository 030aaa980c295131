/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-id.h"

G_BEGIN_DECLS

/**
 * MusterShade:
 * @mark: stands out from the page: edges and dots
 * @tint: behind text
 * @text: on @tint
 *
 * One colour on a light or a dark page, as 0xRRGGBB.
 */
typedef struct
{
  guint32 mark;
  guint32 tint;
  guint32 text;
} MusterShade;

/**
 * MusterGroupColour:
 * @key: stable: in the store and on the command line
 * @title: for people; translate with _()
 */
typedef struct
{
  const char *key;
  const char *title;
  MusterShade light;
  MusterShade dark;
} MusterGroupColour;

#define MUSTER_N_GROUP_COLOURS 8

const MusterGroupColour *muster_group_colour_get (guint index);
gboolean muster_group_colour_find (const char *key, guint *out_index);
GHashTable *muster_group_colour_load (MusterDatabase *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
