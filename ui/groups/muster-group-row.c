/* muster-group-row.c - a group in the sidebar: name, where it lives, how much needs attention
 *
 * The group without an id stands for everyone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-group-row"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-group-row.h"
#include "muster-platform.h"
#include "muster-words.h"

struct _MusterGroupRow
{
  GtkListBoxRow parent_instance;

  MusterGroup *group; /* owned */
  char *caption;      /* owned, never NULL */

  GtkImage *icon;
  GtkLabel *badge;
};

G_DEFINE_FINAL_TYPE (MusterGroupRow, muster_group_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  PROP_GROUP = 1,
  PROP_CAPTION,
} MusterGroupRowProperty;

static GParamSpec *props[PROP_CAPTION + 1];

static void
group_changed_cb (MusterGroupRow *self)
{
  guint n_members = muster_group_get_n_members (self->group);
  guint n_findings = muster_group_get_n_findings (self->group);
  gboolean everyone = muster_id_is_none (muster_group_get_id (self->group));
  g_autofree char *count = muster_words_for_count (n_members);
  g_autofree char *members =
      everyone ? g_strdup_printf (ngettext ("%s person", "%s people", n_members), count)
               : g_strdup_printf (ngettext ("%s member", "%s members", n_members), count);
  g_autofree char *badge = muster_words_for_count (n_findings);
  g_autofree char *name = NULL;

  g_free (self->caption);
  if (everyone)
    self->caption = g_steal_pointer (&members);
  else
    /* TRANSLATORS: a chat program and a number of members */
    self->caption = g_strdup_printf (
        _ ("%s · %s"), muster_platform_get_title (muster_group_get_platform (self->group)),
        members);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAPTION]);

  gtk_label_set_label (self->badge, badge);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), n_findings > 0);

  /* A row has no name of its own in the accessibility tree of GTK 4.8. */
  if (n_findings > 0)
    name = g_strdup_printf (ngettext ("%s, %s, %u finding", "%s, %s, %u findings", n_findings),
                            muster_group_get_name (self->group), self->caption, n_findings);
  else
    name = g_strdup_printf ("%s, %s", muster_group_get_name (self->group), self->caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
muster_group_row_constructed (GObject *object)
{
  MusterGroupRow *self = MUSTER_GROUP_ROW (object);

  G_OBJECT_CLASS (muster_group_row_parent_class)->constructed (object);

  gtk_image_set_from_icon_name (self->icon, muster_id_is_none (muster_group_get_id (self->group))
                                                ? "system-users-symbolic"
                                                : "user-available-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->icon),
                          muster_id_is_none (muster_group_get_id (self->group)));
  g_signal_connect_object (self->group, "notify", G_CALLBACK (group_changed_cb), self,
                           G_CONNECT_SWAPPED);
  group_changed_cb (self);
}

static void
muster_group_row_finalize (GObject *object)
{
  MusterGroupRow *self = MUSTER_GROUP_ROW (object);

  g_clear_object (&self->group);
  g_free (self->caption);

  G_OBJECT_CLASS (muster_group_row_parent_class)->finalize (object);
}

static void
muster_group_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MusterGroupRow *self = MUSTER_GROUP_ROW (object);

  switch ((MusterGroupRowProperty) prop_id)
    {
    case PROP_GROUP:
      g_value_set_object (value, self->group);
      break;

    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_group_row_set_property (GObject *object, guint prop_id, const GValue *value,
                               GParamSpec *pspec)
{
  MusterGroupRow *self = MUSTER_GROUP_ROW (object);

  switch ((MusterGroupRowProperty) prop_id)
    {
    case PROP_GROUP:
      self->group = g_value_dup_object (value);
      break;

    case PROP_CAPTION:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_group_row_class_init (MusterGroupRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = muster_group_row_constructed;
  object_class->finalize = muster_group_row_finalize;
  object_class->get_property = muster_group_row_get_property;
  object_class->set_property = muster_group_row_set_property;

  props[PROP_GROUP] =
      g_param_spec_object ("group", NULL, NULL, MUSTER_TYPE_GROUP,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_CAPTION] =
      g_param_spec_string ("caption", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (MUSTER_TYPE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-group-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterGroupRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MusterGroupRow, badge);
}

static void
muster_group_row_init (MusterGroupRow *self)
{
  self->caption = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_group_row_new (MusterGroup *group)
{
  return g_object_new (MUSTER_TYPE_GROUP_ROW, "group", group, NULL);
}

MusterGroup *
muster_group_row_get_group (MusterGroupRow *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP_ROW (self), NULL);

  return self->group;
}
