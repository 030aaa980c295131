/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterNamingListing:
 * @MUSTER_NAMING_LISTING_NONE: not in the list
 * @MUSTER_NAMING_LISTING_VALUE: a value of the list
 * @MUSTER_NAMING_LISTING_ALIAS: another name of a value, or the beginning of just one
 */
typedef enum
{
  MUSTER_NAMING_LISTING_NONE,
  MUSTER_NAMING_LISTING_VALUE,
  MUSTER_NAMING_LISTING_ALIAS,
} MusterNamingListing;

typedef struct _MusterNamingLists MusterNamingLists;

MusterNamingLists *muster_naming_lists_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_naming_lists_free (MusterNamingLists *self);

void muster_naming_lists_add (MusterNamingLists *self, const char *field, const char *value,
                              const char *const *aliases);

gboolean muster_naming_lists_has (const MusterNamingLists *self, const char *field);
GPtrArray *muster_naming_lists_get_values (const MusterNamingLists *self, const char *field);
gboolean muster_naming_lists_is_traditional (const MusterNamingLists *self);
MusterNamingListing muster_naming_lists_find (const MusterNamingLists *self, const char *field,
                                              const char *key, const char **out_value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterNamingLists, muster_naming_lists_free)

G_END_DECLS
