/* muster-notice-settings.c - the settings of a group's policy that notices go by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-notice-settings"

#include "config.h"

#include <string.h>

#include "muster-answers.h"
#include "muster-notice-settings.h"
#include "muster-quiet-hours.h"

/**
 * muster_notice_settings_check:
 * @key: of the policy
 *
 * Returns: whether @value can be the setting of that key; of other keys nothing is asked
 */
gboolean
muster_notice_settings_check (const char *key, const char *value, GError **error)
{
  g_autoptr (MusterAnswers) answers = NULL;
  MusterQuietHours hours;

  if (strcmp (key, "quiet-hours") == 0)
    return muster_quiet_hours_parse (value, &hours, error);
  if (strcmp (key, "answers") != 0)
    return TRUE;

  answers = muster_answers_parse (value, error);
  return answers != NULL;
}
