/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv muster_rule_fines_list (const char *ladder) G_GNUC_WARN_UNUSED_RESULT;
char *muster_rule_fines_replace (const char *ladder, const char *amount,
                                 const char *by) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
