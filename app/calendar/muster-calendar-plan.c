/* muster-calendar-plan.c - the settings of a group's policy that are plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-plan"

#include "config.h"

#include <string.h>

#include "muster-calendar-plan.h"
#include "muster-checklist.h"
#include "muster-content-plan.h"
#include "muster-rhythm.h"

/**
 * muster_calendar_plan_check:
 * @key: of the policy
 *
 * Returns: whether @value can be the plan of that key; of other keys nothing is asked
 */
gboolean
muster_calendar_plan_check (const char *key, const char *value, GError **error)
{
  static const struct
  {
    const char *key;
    GPtrArray *(*parse) (const char *text, GError **error);
  } plans[] = {
    { "checklist", muster_checklist_parse },
    { "rhythm", muster_rhythm_parse },
    { "content-plan", muster_content_plan_parse },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    if (strcmp (plans[i].key, key) == 0)
      {
        g_autoptr (GPtrArray) parsed = plans[i].parse (value, error);

        return parsed != NULL;
      }

  return TRUE;
}
