/* muster-sample.c - three groups to try the program with
 *
 * Part of sample; musterctl and the window call it.  The same groups on the
 * same day, everywhere; nobody in them is real.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sample"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-group-table.h"
#include "muster-policy.h"
#include "muster-sample-calendar.h"
#include "muster-sample-group.h"
#include "muster-sample.h"

#define POLICY_AGE 1600 /* days: the rules hold for the past as well */

static gboolean
write_policy (MusterSampleGroup *self, MusterChange *change, GError **error)
{
  const MusterId *group = muster_group_get_id (self->group);
  const MusterSampleSpec *spec = self->spec;
  MusterDay from = self->end - POLICY_AGE;

  return muster_policy_set (change, group, "naming", spec->naming, from, error) &&
         muster_policy_set (change, group, "required", spec->required, from, error) &&
         (*spec->list == '\0' ||
          muster_policy_set (change, group, "list.department", spec->list, from, error));
}

static const char *
find_owner (const MusterSampleGroup *self)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const MusterSamplePerson *person = self->people->pdata[i];

      if (person->plan != NULL && g_strcmp0 (person->plan->role, "owner") == 0)
        return person->name;
    }

  return NULL;
}

static gboolean
write_group (MusterSampleGroup *self, MusterChange *change, GError **error)
{
  const MusterSampleSpec *spec = self->spec;
  g_autoptr (MusterGroup) group = muster_group_new (NULL, spec->name);
  MusterId id;

  muster_group_set_platform (group, spec->platform);
  muster_group_set_purpose (group, spec->purpose);
  muster_group_set_owner (group, find_owner (self));
  muster_group_set_language (group, "zh_CN");
  muster_group_set_capacity (group, spec->capacity);
  muster_group_set_name_locked (group, spec->name_locked);
  muster_group_set_archive (group, spec->archive);
  if (!muster_group_table_insert (change, group, &id, error))
    return FALSE;

  self->group = muster_group_table_load (muster_change_get_database (change), &id, error);
  return self->group != NULL && write_policy (self, change, error);
}

static gboolean
write_samples (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const MusterDay *today = data;
  guint n;
  const MusterSampleSpec *specs = muster_sample_list_specs (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MusterSampleGroup) group = muster_sample_group_new (&specs[i], *today);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !write_group (group, change, error) ||
          !muster_sample_group_write_people (group, change, error) ||
          !muster_sample_group_write_calendar (group, change, error) ||
          !muster_sample_group_write_replies (group, change, error) ||
          !muster_sample_group_write_lists (group, change, error) ||
          !muster_sample_group_write_chat (group, change, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * muster_sample_get_name:
 *
 * Returns: (nullable): the name of a sample group; %NULL behind the last
 */
const char *
muster_sample_get_name (guint i)
{
  guint n;
  const MusterSampleSpec *specs = muster_sample_list_specs (&n);

  return i < n ? specs[i].name : NULL;
}

/**
 * muster_sample_write:
 * @today: the day that everything is counted from
 *
 * Writes the sample groups, in one change.  Fails with
 * %MUSTER_STORE_ERROR_INVALID where a group has one of their names.
 */
gboolean
muster_sample_write (MusterStore *store, MusterDay today, GCancellable *cancellable, GError **error)
{
  return muster_store_write (store, _ ("Add the sample groups"), write_samples, &today, cancellable,
                             error);
}

void
muster_sample_write_async (MusterStore *store, MusterDay today, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  MusterDay *day = g_new (MusterDay, 1);

  *day = today;
  muster_store_write_async (store, _ ("Add the sample groups"), write_samples, day, g_free,
                            cancellable, callback, user_data);
}

gboolean
muster_sample_write_finish (MusterStore *store, GAsyncResult *result, GError **error)
{
  return muster_store_write_finish (store, result, error);
}
