/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterSanctionKind:
 * @MUSTER_SANCTION_PRIVATE: a warning that nobody else sees
 * @MUSTER_SANCTION_NAMED: named in the group
 * @MUSTER_SANCTION_MUTE: for so many minutes
 * @MUSTER_SANCTION_REMOVE: from the group
 * @MUSTER_SANCTION_FINE: of so many hundredths
 * @MUSTER_SANCTION_POINTS: so many
 *
 * Written "private", "named", "mute PT24H", "remove", "fine 50" and "points 2".
 */
typedef enum
{
  MUSTER_SANCTION_PRIVATE,
  MUSTER_SANCTION_NAMED,
  MUSTER_SANCTION_MUTE,
  MUSTER_SANCTION_REMOVE,
  MUSTER_SANCTION_FINE,
  MUSTER_SANCTION_POINTS,
} MusterSanctionKind;

#define MUSTER_N_SANCTION_KINDS (MUSTER_SANCTION_POINTS + 1)

/**
 * MusterSanction:
 * @has: which kinds are part of it
 * @amounts: of those kinds that have one: minutes, hundredths, points
 *
 * What one step of a ladder says.
 */
typedef struct
{
  gboolean has[MUSTER_N_SANCTION_KINDS];
  gint64 amounts[MUSTER_N_SANCTION_KINDS];
} MusterSanction;

/**
 * MusterLadder:
 *
 * What follows a violation, step by step from 1.
 */
typedef struct _MusterLadder MusterLadder;

#define MUSTER_LADDER_MAX_STEPS 20

MusterLadder *muster_ladder_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_ladder_free (MusterLadder *self);
guint muster_ladder_get_n_steps (const MusterLadder *self);
const MusterSanction *muster_ladder_get_step (const MusterLadder *self, guint step);
char *muster_ladder_dup_text (const MusterLadder *self) G_GNUC_WARN_UNUSED_RESULT;
char *muster_ladder_dup_title (const MusterLadder *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_ladder_check_policy (const char *key, const char *value, GError **error);

const char *muster_sanction_kind_get_key (MusterSanctionKind kind);
const char *muster_sanction_kind_get_title (MusterSanctionKind kind);
gboolean muster_sanction_kind_has_amount (MusterSanctionKind kind);
gboolean muster_sanction_parse (const char *text, MusterSanction *out_sanction, GError **error);
char *muster_sanction_dup_text (const MusterSanction *self) G_GNUC_WARN_UNUSED_RESULT;
char *muster_sanction_dup_title (const MusterSanction *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterLadder, muster_ladder_free)

G_END_DECLS
