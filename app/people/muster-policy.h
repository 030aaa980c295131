/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterPolicy:
 *
 * A group's machine-checkable rules as they stood on one day.  Keys are those
 * of muster_policy_list_keys(), and "list.FIELD" for the values that a field of
 * the naming template may have.
 */
typedef struct _MusterPolicy MusterPolicy;

/**
 * MusterPolicyForm:
 * @MUSTER_POLICY_TEXT: any; what is said in more detail is checked by who reads it
 * @MUSTER_POLICY_PERIOD: as P3M
 * @MUSTER_POLICY_NUMBER: from 0
 * @MUSTER_POLICY_CHOICE: one of the choices
 * @MUSTER_POLICY_WORDS: any of the choices, with commas
 */
typedef enum
{
  MUSTER_POLICY_TEXT,
  MUSTER_POLICY_PERIOD,
  MUSTER_POLICY_NUMBER,
  MUSTER_POLICY_CHOICE,
  MUSTER_POLICY_WORDS,
} MusterPolicyForm;

/**
 * MusterPolicyKey:
 * @key: stable: in the store, on the command line and in JSON
 * @title: for people; translate with _()
 * @fallback: the value where the group has none
 * @choices: with commas; %NULL where there are none
 */
typedef struct
{
  const char *key;
  const char *title;
  const char *fallback;
  MusterPolicyForm form;
  const char *choices;
} MusterPolicyKey;

const MusterPolicyKey *muster_policy_list_keys (guint *out_n);

MusterPolicy *muster_policy_load (MusterDatabase *db, const MusterId *group, MusterDay on,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterPolicy *muster_policy_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_policy_free (MusterPolicy *self);
gboolean muster_policy_set (MusterChange *change, const MusterId *group, const char *key,
                            const char *value, MusterDay from, GError **error);
void muster_policy_take_value (MusterPolicy *self, const char *key, char *value);

const char *muster_policy_get (MusterPolicy *self, const char *key);
MusterPeriod muster_policy_get_period (MusterPolicy *self, const char *key);
gint64 muster_policy_get_number (MusterPolicy *self, const char *key);
gboolean muster_policy_has_word (MusterPolicy *self, const char *key, const char *word);
MusterDay muster_policy_get_since (MusterPolicy *self, const char *key);
const char *const *muster_policy_get_lists (MusterPolicy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPolicy, muster_policy_free)

G_END_DECLS
