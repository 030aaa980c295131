/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-name-likeness.h"

G_BEGIN_DECLS

/**
 * MusterNamingPerson:
 * @name: the name on the roster
 * @fields: (nullable) (element-type utf8 utf8): other fields by id: department, class …
 *
 * Whose nickname it should be.
 */
typedef struct
{
  const char *name;
  GHashTable *fields;
} MusterNamingPerson;

typedef struct _MusterNamingRoster MusterNamingRoster;

MusterNamingRoster *muster_naming_roster_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_naming_roster_free (MusterNamingRoster *self);
void muster_naming_roster_add (MusterNamingRoster *self, const char *name);
MusterNameLikeness muster_naming_roster_find (const MusterNamingRoster *self, const char *written,
                                              const char **out_name, MusterNamingFlags *out_flags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterNamingRoster, muster_naming_roster_free)

G_END_DECLS
