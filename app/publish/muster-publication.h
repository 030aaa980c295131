/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-id.h"

G_BEGIN_DECLS

/**
 * MusterPublication:
 * @group: whose calendar; none for all groups
 * @target: a folder, or the https:// address of a WebDAV folder or file
 * @user: the name at the server; %NULL where none is needed
 * @password_file: where the password stands; %NULL: in the keyring
 * @version: the number of the newest change when it was looked at last
 * @digest: SHA-256 of what was published last; %NULL if nothing was
 * @published_us: when, microseconds since 1970
 * @problem: why the last try failed; %NULL if it did not
 *
 * A calendar that is kept up to date somewhere, for telephones to subscribe to.
 * Texts are owned.
 */
typedef struct
{
  MusterId group;
  char *target;
  char *user;
  char *password_file;
  gint64 version;
  char *digest;
  gint64 published_us;
  char *problem;
} MusterPublication;

MusterPublication *
muster_publication_new (const MusterId *group, const char *target) G_GNUC_WARN_UNUSED_RESULT;
void muster_publication_free (MusterPublication *self);

gboolean muster_publication_is_upload (const MusterPublication *self);
gboolean muster_publication_check (const MusterPublication *self, GError **error);
char *muster_publication_dup_address (const MusterPublication *self,
                                      const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPublication, muster_publication_free)

G_END_DECLS
