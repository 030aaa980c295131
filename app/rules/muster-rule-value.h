/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-quantity.h"

G_BEGIN_DECLS

/**
 * MusterRuleForm:
 * @MUSTER_RULE_NO_FORM: values that no text says in words that a program knows
 * @MUSTER_RULE_RANGE: hours of the day, as 22:00-08:00
 * @MUSTER_RULE_TEMPLATE: of nicknames
 * @MUSTER_RULE_FINES: the amounts of a ladder
 *
 * What the value of a setting looks like, in a text and in the policy.
 */
typedef enum
{
  MUSTER_RULE_NO_FORM,
  MUSTER_RULE_PERIOD,
  MUSTER_RULE_MINUTES,
  MUSTER_RULE_HOURS,
  MUSTER_RULE_DAYS,
  MUSTER_RULE_TIMES,
  MUSTER_RULE_CHARACTERS,
  MUSTER_RULE_PERCENT,
  MUSTER_RULE_RANGE,
  MUSTER_RULE_TEMPLATE,
  MUSTER_RULE_FINES,
} MusterRuleForm;

/**
 * MusterRuleValue:
 * @value: as the policy writes it; of fines one amount
 * @start: where it stands in the text, in bytes
 *
 * A value that a text names.
 */
typedef struct
{
  char *value;
  gsize start;
  gsize end;
  MusterQuantity like; /* how it is written, where it is a quantity */
} MusterRuleValue;

void muster_rule_value_free (MusterRuleValue *self);

MusterRuleForm muster_rule_form_of_key (const char *key);
GPtrArray *muster_rule_value_find (MusterRuleForm form, const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_rule_value_equal (MusterRuleForm form, const char *a, const char *b);
char *
muster_rule_value_dup_title (MusterRuleForm form, const char *value) G_GNUC_WARN_UNUSED_RESULT;
char *muster_rule_value_dup_text (MusterRuleForm form, const MusterRuleValue *like,
                                  const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
