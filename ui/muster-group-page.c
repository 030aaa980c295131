/* muster-group-page.c - what the pages of a group have in common
 *
 * A page reads when it comes into view, after its first frame, and again when
 * the store changes; what changed while it was out of view is read later.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-group-page"

#include "config.h"

#include "muster-group-page.h"

typedef struct
{
  MusterContext *context; /* owned, NULL once disposed */
  MusterGroup *group;     /* owned, NULL while no group is open */
  char *summary;          /* owned, never NULL */
  gboolean stale;         /* what is shown is to be read anew once it is in view */
} MusterGroupPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MusterGroupPage, muster_group_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_GROUP,
  PROP_SUMMARY,
} MusterGroupPageProperty;

static GParamSpec *props[PROP_SUMMARY + 1];

static MusterGroupPagePrivate *
get_private (MusterGroupPage *self)
{
  return muster_group_page_get_instance_private (self);
}

static void
set_group (MusterGroupPage *self, MusterGroup *group)
{
  if (!g_set_object (&get_private (self)->group, group))
    return;

  MUSTER_GROUP_PAGE_GET_CLASS (self)->opened (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GROUP]);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer user_data)
{
  MusterGroupPage *self = MUSTER_GROUP_PAGE (widget);
  MusterGroupPageClass *klass = MUSTER_GROUP_PAGE_GET_CLASS (self);
  guint *n_ticks = user_data;

  if (++*n_ticks < 2)
    return G_SOURCE_CONTINUE;

  if (klass->painted != NULL)
    klass->painted (self);
  if (get_private (self)->stale)
    muster_group_page_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
muster_group_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (muster_group_page_parent_class)->map (widget);

  gtk_widget_add_tick_callback (widget, tick_cb, g_new0 (guint, 1), g_free);
}

static void
muster_group_page_constructed (GObject *object)
{
  MusterGroupPage *self = MUSTER_GROUP_PAGE (object);

  G_OBJECT_CLASS (muster_group_page_parent_class)->constructed (object);

  g_signal_connect_object (muster_context_get_store (get_private (self)->context), "changed",
                           G_CALLBACK (muster_group_page_refresh), self, G_CONNECT_SWAPPED);
}

static void
muster_group_page_dispose (GObject *object)
{
  MusterGroupPagePrivate *priv = get_private (MUSTER_GROUP_PAGE (object));

  g_clear_object (&priv->group);
  g_clear_object (&priv->context);

  G_OBJECT_CLASS (muster_group_page_parent_class)->dispose (object);
}

static void
muster_group_page_finalize (GObject *object)
{
  g_free (get_private (MUSTER_GROUP_PAGE (object))->summary);

  G_OBJECT_CLASS (muster_group_page_parent_class)->finalize (object);
}

static void
muster_group_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MusterGroupPagePrivate *priv = get_private (MUSTER_GROUP_PAGE (object));

  switch ((MusterGroupPageProperty) prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;

    case PROP_GROUP:
      g_value_set_object (value, priv->group);
      break;

    case PROP_SUMMARY:
      g_value_set_string (value, priv->summary);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_group_page_set_property (GObject *object, guint prop_id, const GValue *value,
                                GParamSpec *pspec)
{
  MusterGroupPage *self = MUSTER_GROUP_PAGE (object);

  switch ((MusterGroupPageProperty) prop_id)
    {
    case PROP_CONTEXT:
      get_private (self)->context = g_value_dup_object (value);
      break;

    case PROP_GROUP:
      set_group (self, g_value_get_object (value));
      break;

    case PROP_SUMMARY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_group_page_class_init (MusterGroupPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = muster_group_page_constructed;
  object_class->dispose = muster_group_page_dispose;
  object_class->finalize = muster_group_page_finalize;
  object_class->get_property = muster_group_page_get_property;
  object_class->set_property = muster_group_page_set_property;
  GTK_WIDGET_CLASS (klass)->map = muster_group_page_map;

  props[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, MUSTER_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_GROUP] =
      g_param_spec_object ("group", NULL, NULL, MUSTER_TYPE_GROUP,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* What is shown, in one line. */
  props[PROP_SUMMARY] =
      g_param_spec_string ("summary", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
muster_group_page_init (MusterGroupPage *self)
{
  get_private (self)->summary = g_strdup ("");
}

/**
 * muster_group_page_get_context:
 *
 * Returns: (nullable) (transfer none): %NULL once the page was disposed of: what comes late is
 *   not shown any more
 */
MusterContext *
muster_group_page_get_context (MusterGroupPage *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP_PAGE (self), NULL);

  return get_private (self)->context;
}

/**
 * muster_group_page_get_group:
 *
 * Returns: (nullable) (transfer none): the open group
 */
MusterGroup *
muster_group_page_get_group (MusterGroupPage *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP_PAGE (self), NULL);

  return get_private (self)->group;
}

gboolean
muster_group_page_shows_everyone (MusterGroupPage *self)
{
  MusterGroup *group = muster_group_page_get_group (self);

  return group != NULL && muster_id_is_none (muster_group_get_id (group));
}

MusterDay
muster_group_page_get_today (MusterGroupPage *self)
{
  return muster_clock_get_today (muster_context_get_clock (muster_group_page_get_context (self)));
}

/**
 * muster_group_page_take_summary:
 * @summary: (transfer full): what is shown, in one line
 */
void
muster_group_page_take_summary (MusterGroupPage *self, char *summary)
{
  g_return_if_fail (MUSTER_IS_GROUP_PAGE (self));

  g_free (get_private (self)->summary);
  get_private (self)->summary = summary;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
}

/**
 * muster_group_page_refresh:
 *
 * Reads what is shown anew, now or when it comes into view.
 */
void
muster_group_page_refresh (MusterGroupPage *self)
{
  MusterGroupPagePrivate *priv;

  g_return_if_fail (MUSTER_IS_GROUP_PAGE (self));

  priv = get_private (self);
  priv->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!priv->stale && priv->group != NULL)
    MUSTER_GROUP_PAGE_GET_CLASS (self)->refresh (self);
}
