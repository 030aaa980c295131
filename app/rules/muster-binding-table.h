/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"

G_BEGIN_DECLS

/**
 * MusterBinding:
 * @check: the id of a check, or %MUSTER_BINDING_VIOLATION
 * @key: of the policy, or of what else the check goes by; empty where it has no parameter
 * @value: in the form of @key; %NULL for whatever the policy says
 *
 * What a clause means to the program.
 */
typedef struct
{
  MusterId clause;
  char *check;
  char *key;
  char *value;
} MusterBinding;

#define MUSTER_BINDING_VIOLATION "violation" /* the clause has a ladder of its own */

MusterBinding *muster_binding_new (const MusterId *clause, const char *check, const char *key,
                                   const char *value) G_GNUC_WARN_UNUSED_RESULT;
void muster_binding_free (MusterBinding *self);

gboolean muster_binding_table_set (MusterChange *change, const MusterId *owner,
                                   const MusterBinding *binding, GError **error);
gboolean muster_binding_table_delete (MusterChange *change, const MusterId *owner,
                                      const MusterBinding *binding, GError **error);

GPtrArray *muster_binding_table_list (MusterDatabase *db, const MusterId *owner,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterBinding, muster_binding_free)

G_END_DECLS
