/* muster-sample-lists.c - the member lists of a sample group
 *
 * Part of sample.  Two lists go the way of every imported one, so that
 * nicknames, accounts and history come out as they would.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sample-lists"

#include "config.h"

#include "muster-import-table.h"
#include "muster-sample-group.h"
#include "muster-snapshot-import.h"

static gboolean
is_listed (const MusterSamplePerson *person, MusterDay day, gboolean newest)
{
  guint absent = newest ? MUSTER_SAMPLE_NOT_NOW : MUSTER_SAMPLE_NOT_BEFORE;

  return (person->flags & absent) == 0 && person->joined <= day;
}

static MusterSnapshot *
make_list (MusterSampleGroup *self, gboolean newest)
{
  MusterSnapshot *list = muster_snapshot_new ();

  list->taken_on = newest ? self->list_on : self->before_on;
  list->group_name = g_strdup (newest ? self->spec->name_now : self->spec->name_before);
  list->source = g_strdup (newest ? "members-2.csv" : "members-1.csv");
  for (guint i = 0; i < self->people->len; i++)
    {
      const MusterSamplePerson *person = self->people->pdata[i];
      const char *nickname = newest ? person->nickname : person->before;
      MusterSnapshotEntry *entry;

      if (!is_listed (person, list->taken_on, newest))
        continue;
      entry = muster_snapshot_entry_new ();
      entry->nickname = *nickname != '\0' ? g_strdup (nickname) : NULL;
      if (self->spec->has_ids && (person->flags & MUSTER_SAMPLE_NO_ID) == 0)
        entry->identifier = g_strdup (person->identifier);
      g_ptr_array_add (list->entries, entry);
    }
  return list;
}

static gboolean
write_list (MusterSampleGroup *self, MusterChange *change, gboolean newest, GError **error)
{
  MusterSnapshot *list = make_list (self, newest);
  guint n = list->entries->len;
  g_autoptr (MusterSnapshotPlan) plan = NULL;
  MusterImport import = { 0 };

  import.group = *muster_group_get_id (self->group);
  import.kind = (char *) "snapshot";
  import.file = list->source;
  import.format = (char *) "csv";
  import.encoding = (char *) "UTF-8";
  import.records = n;
  plan = muster_snapshot_plan_new (muster_change_get_database (change), self->group, list, error);
  return plan != NULL && muster_import_table_insert (change, &import, error) &&
         muster_snapshot_plan_run (plan, change, &import.id, error);
}

/**
 * muster_sample_group_write_lists:
 *
 * Writes both member lists over the roster.
 */
gboolean
muster_sample_group_write_lists (MusterSampleGroup *self, MusterChange *change, GError **error)
{
  return write_list (self, change, FALSE, error) && write_list (self, change, TRUE, error);
}
