/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"

G_BEGIN_DECLS

/**
 * MusterAccount:
 *
 * A chat identity of a person; a copy of a row.
 */
typedef struct
{
  MusterId id;
  MusterId person;
  char *platform;
  char *identifier;   /* WeChat id, QQ number, phone ... */
  char *display_name; /* the account's own name; NULL if not known */
} MusterAccount;

void muster_account_free (MusterAccount *self);

gboolean muster_account_table_insert_new (MusterChange *change, const MusterAccount *account,
                                          MusterId *out_id, GError **error);
gboolean muster_account_table_insert (MusterChange *change, const MusterAccount *account,
                                      MusterId *out_id, GError **error);
gboolean muster_account_table_set_display_name (MusterChange *change, const MusterId *id,
                                                const char *display_name, GError **error);
gboolean muster_account_table_move (MusterChange *change, const MusterId *id,
                                    const MusterId *person, GError **error);
gboolean muster_account_table_delete (MusterChange *change, const MusterId *id, GError **error);
gboolean muster_account_table_find (MusterDatabase *db, const char *platform,
                                    const char *identifier, MusterId *out_id, MusterId *out_person,
                                    gboolean *out_found, GError **error);
GPtrArray *muster_account_table_list (MusterDatabase *db, const MusterId *person,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterAccount, muster_account_free)

G_END_DECLS
