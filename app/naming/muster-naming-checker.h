/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "muster-naming-lists.h"
#include "muster-naming-result.h"
#include "muster-naming-roster.h"
#include "muster-naming-template.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_NAMING_CHECKER (muster_naming_checker_get_type ())
G_DECLARE_FINAL_TYPE (MusterNamingChecker, muster_naming_checker, MUSTER, NAMING_CHECKER, GObject)

MusterNamingChecker *muster_naming_checker_new (MusterNamingTemplate *template,
                                                MusterNamingLists *lists) G_GNUC_WARN_UNUSED_RESULT;

MusterNamingResult *
muster_naming_checker_check (MusterNamingChecker *self, const char *nickname,
                             const MusterNamingPerson *person) G_GNUC_WARN_UNUSED_RESULT;
MusterNamingResult *
muster_naming_checker_check_roster (MusterNamingChecker *self, const char *nickname,
                                    const MusterNamingRoster *roster) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_naming_checker_is_plainly_exact (MusterNamingChecker *self, const char *nickname,
                                                 gsize length);
char *
muster_naming_checker_dup_suggestion (MusterNamingChecker *self,
                                      const MusterNamingPerson *person) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
