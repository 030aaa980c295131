/* muster-context.c - what the parts of one running program share
 *
 * Handed down as a construct property instead of singletons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-context"

#include "config.h"

#include "muster-context.h"

struct _MusterContext
{
  GObject parent_instance;

  MusterStore *store;  /* owned */
  GSettings *settings; /* owned, NULL where there are none */
};

G_DEFINE_FINAL_TYPE (MusterContext, muster_context, G_TYPE_OBJECT)

static void
muster_context_finalize (GObject *object)
{
  MusterContext *self = MUSTER_CONTEXT (object);

  g_clear_object (&self->store);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (muster_context_parent_class)->finalize (object);
}

static void
muster_context_class_init (MusterContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_context_finalize;
}

static void
muster_context_init (MusterContext *self)
{
}

/**
 * muster_context_new:
 * @settings: (nullable): this computer's preferences
 *
 * Returns: (transfer full): a context
 */
MusterContext *
muster_context_new (MusterStore *store, GSettings *settings)
{
  MusterContext *self;

  g_return_val_if_fail (MUSTER_IS_STORE (store), NULL);

  self = g_object_new (MUSTER_TYPE_CONTEXT, NULL);
  self->store = g_object_ref (store);
  g_set_object (&self->settings, settings);
  return self;
}

MusterStore *
muster_context_get_store (MusterContext *self)
{
  g_return_val_if_fail (MUSTER_IS_CONTEXT (self), NULL);

  return self->store;
}

MusterClock *
muster_context_get_clock (MusterContext *self)
{
  g_return_val_if_fail (MUSTER_IS_CONTEXT (self), NULL);

  return muster_store_get_clock (self->store);
}

/**
 * muster_context_get_settings:
 *
 * Returns: (nullable) (transfer none): this computer's preferences
 */
GSettings *
muster_context_get_settings (MusterContext *self)
{
  g_return_val_if_fail (MUSTER_IS_CONTEXT (self), NULL);

  return self->settings;
}
