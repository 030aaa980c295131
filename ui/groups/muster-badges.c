/* muster-badges.c - how many findings each group of the sidebar has
 *
 * Calls the roll of one group after the other on a worker, and begins again
 * when the store has changed in between.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-badges"

#include "config.h"

#include "muster-badges.h"
#include "muster-group.h"
#include "muster-rollcall-run.h"

struct _MusterBadges
{
  GObject parent_instance;

  MusterContext *context;    /* owned */
  GListModel *groups;        /* owned, of MusterGroup; the first stands for everyone */
  GCancellable *cancellable; /* owned, NULL while nothing is counted */
  guint next;                /* which group to count */
};

G_DEFINE_FINAL_TYPE (MusterBadges, muster_badges, G_TYPE_OBJECT)

static void count_next (MusterBadges *self);

/* The group that was counted, and who counts. */
typedef struct
{
  MusterBadges *badges; /* owned */
  MusterGroup *group;   /* owned: the one of the sidebar */
} Count;

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Count *count = user_data;
  g_autoptr (MusterBadges) self = count->badges;
  g_autoptr (MusterGroup) group = count->group;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterRollcallResult) found =
      muster_rollcall_run_finish (MUSTER_STORE (source), result, &error);

  g_free (count);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    return;
  if (found != NULL && found->n_members > 0)
    muster_group_set_n_findings (group, found->findings->len);
  count_next (self);
}

static void
count_next (MusterBadges *self)
{
  MusterClock *clock = muster_context_get_clock (self->context);

  for (; self->next < g_list_model_get_n_items (self->groups); self->next++)
    {
      g_autoptr (MusterGroup) group = g_list_model_get_item (self->groups, self->next);
      g_autoptr (MusterGroup) copy = NULL;
      Count *count;

      if (muster_id_is_none (muster_group_get_id (group)) ||
          muster_group_get_n_members (group) > MUSTER_BADGES_MAX_MEMBERS)
        continue;
      self->next++;
      copy = muster_group_copy (group);
      count = g_new0 (Count, 1);
      count->badges = g_object_ref (self);
      count->group = g_steal_pointer (&group);
      muster_rollcall_run_async (muster_context_get_store (self->context), copy,
                                 muster_clock_get_today (clock), self->cancellable, counted_cb,
                                 count);
      return;
    }
}

static void
muster_badges_dispose (GObject *object)
{
  MusterBadges *self = MUSTER_BADGES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->groups);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (muster_badges_parent_class)->dispose (object);
}

static void
muster_badges_class_init (MusterBadgesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_badges_dispose;
}

static void
muster_badges_init (MusterBadges *self)
{
}

/**
 * muster_badges_new:
 * @groups: of MusterGroup, whose n-findings it keeps
 */
MusterBadges *
muster_badges_new (MusterContext *context, GListModel *groups)
{
  MusterBadges *self = g_object_new (MUSTER_TYPE_BADGES, NULL);

  self->context = g_object_ref (context);
  self->groups = g_object_ref (groups);
  return self;
}

/**
 * muster_badges_count:
 *
 * Counts all groups anew.
 */
void
muster_badges_count (MusterBadges *self)
{
  g_return_if_fail (MUSTER_IS_BADGES (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->next = 0;
  count_next (self);
}
