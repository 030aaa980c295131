/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterRuleHours:
 * @from: minutes since midnight
 * @awake: the text names the other hours, those in which people are to be there
 * @start: where it stands in the text, in bytes
 *
 * The quiet hours of the day, as a text says them.
 */
typedef struct
{
  guint from;
  guint until;
  gsize start;
  gsize end;
  gboolean awake;
} MusterRuleHours;

GArray *muster_rule_hours_find (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_rule_hours_parse (const char *value, MusterRuleHours *out_hours);
char *muster_rule_hours_dup_value (const MusterRuleHours *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
