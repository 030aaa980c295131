/* muster-publisher.c - publishes calendars some seconds after each change
 *
 * For a program that stays: lives on its main loop, works on a thread.  What can't
 * be published is tried again every few minutes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-publisher"

#include "config.h"

#include "muster-publication-list.h"
#include "muster-publish.h"
#include "muster-publisher.h"

#define SECONDS_AFTER_CHANGE 2 /* several changes are published at once */
#define SECONDS_AFTER_TROUBLE 300

struct _MusterPublisher
{
  GObject parent_instance;

  MusterStore *store;        /* owned, NULL once stopped */
  GCancellable *cancellable; /* owned: of the work that runs */
  char *problem;             /* owned: what was told last; NULL while all is well */
  guint waiting;             /* source id */
  gboolean is_working;
  gboolean is_stale; /* changed while working */
};

G_DEFINE_FINAL_TYPE (MusterPublisher, muster_publisher, G_TYPE_OBJECT)

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void wait_and_work (MusterPublisher *self, guint seconds);

static void
work_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (muster_publish_changed (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The same trouble is told once, not every few minutes. */
static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterPublisher *self = MUSTER_PUBLISHER (source);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  self->is_working = FALSE;
  if (self->store == NULL)
    return;
  if (done)
    g_clear_pointer (&self->problem, g_free);
  else if (g_strcmp0 (self->problem, error->message) != 0)
    {
      g_free (self->problem);
      self->problem = g_strdup (error->message);
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, self->problem);
    }
  if (self->is_stale || !done)
    wait_and_work (self, self->is_stale ? SECONDS_AFTER_CHANGE : SECONDS_AFTER_TROUBLE);
}

static gboolean
work_cb (gpointer user_data)
{
  MusterPublisher *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->waiting = 0;
  if (!muster_publication_list_exists (muster_store_get_path (self->store)))
    return G_SOURCE_REMOVE;

  self->is_working = TRUE;
  self->is_stale = FALSE;
  task = g_task_new (self, self->cancellable, worked_cb, NULL);
  g_task_set_source_tag (task, work_cb);
  g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  g_task_run_in_thread (task, work_thread);
  return G_SOURCE_REMOVE;
}

static void
wait_and_work (MusterPublisher *self, guint seconds)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  self->waiting = g_timeout_add_seconds (seconds, work_cb, self);
}

static void
changed_cb (MusterPublisher *self)
{
  if (self->is_working)
    self->is_stale = TRUE;
  else
    wait_and_work (self, SECONDS_AFTER_CHANGE);
}

static void
muster_publisher_finalize (GObject *object)
{
  MusterPublisher *self = MUSTER_PUBLISHER (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_free (self->problem);

  G_OBJECT_CLASS (muster_publisher_parent_class)->finalize (object);
}

static void
muster_publisher_class_init (MusterPublisherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_publisher_finalize;

  /**
   * MusterPublisher::failed:
   * @text: a sentence for the keeper
   *
   * A calendar could not be published; once for the same trouble.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
muster_publisher_init (MusterPublisher *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * muster_publisher_new:
 *
 * Begins with what other programs have changed meanwhile.
 */
MusterPublisher *
muster_publisher_new (MusterStore *store)
{
  MusterPublisher *self = g_object_new (MUSTER_TYPE_PUBLISHER, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  wait_and_work (self, SECONDS_AFTER_CHANGE);
  return self;
}

/**
 * muster_publisher_stop:
 *
 * Nothing is published from now on; what is under way is given up, and done the next time.
 */
void
muster_publisher_stop (MusterPublisher *self)
{
  g_return_if_fail (MUSTER_IS_PUBLISHER (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
}
