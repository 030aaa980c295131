/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-roster.h"

G_BEGIN_DECLS

/**
 * MusterIdentity:
 *
 * Tells which member of a group a line of a member list or a sender of a chat
 * is: by account, else by the nickname in force at that time, else by any
 * nickname or the real name the person ever had, else by a real name that
 * stands as a word of its own in the nickname, else by one in another spelling
 * or run together with the department; always only when exactly one member fits.
 */
typedef struct _MusterIdentity MusterIdentity;

typedef enum
{
  MUSTER_IDENTITY_NOBODY,
  MUSTER_IDENTITY_ONE,
  MUSTER_IDENTITY_SEVERAL,
} MusterIdentityVerdict;

MusterIdentity *muster_identity_new (MusterRoster *roster) G_GNUC_WARN_UNUSED_RESULT;
void muster_identity_free (MusterIdentity *self);

MusterIdentityVerdict
muster_identity_find (MusterIdentity *self, const char *platform, const char *identifier,
                      const char *name, MusterDay when, guint *out_member);
GArray *muster_identity_guess (MusterIdentity *self, const char *name,
                               guint limit) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_identity_resembles (const char *a, const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterIdentity, muster_identity_free)

G_END_DECLS
