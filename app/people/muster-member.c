/* muster-member.c - one row of a table of members
 *
 * A plain value holder whose texts are properties, for expressions in
 * templates: it knows no SQL.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-member"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-member.h"

struct _MusterMember
{
  GObject parent_instance;

  guint row; /* the row number of the membership in this file */
  MusterId id;
  MusterId person;
  char *texts[MUSTER_N_MEMBER_COLUMNS]; /* owned, never NULL */
};

G_DEFINE_FINAL_TYPE (MusterMember, muster_member, G_TYPE_OBJECT)

static const struct
{
  const char *key, *title;
} columns[MUSTER_N_MEMBER_COLUMNS] = {
  { "name", N_ ("Name") },
  { "nickname", N_ ("Nickname") },
  { "department", N_ ("Department") },
  { "company", N_ ("Company") },
  { "class", N_ ("Class") },
  { "number", N_ ("Number") },
  { "phone", N_ ("Phone") },
  { "role", N_ ("Role") },
  { "standing", N_ ("Standing") },
  { "joined", N_ ("Joined") },
  { "group", N_ ("Group") },
  { "last-message", N_ ("Last Message") },
};

static GParamSpec *props[MUSTER_N_MEMBER_COLUMNS + 1]; /* property n + 1 is column n */

static void
muster_member_finalize (GObject *object)
{
  MusterMember *self = MUSTER_MEMBER (object);

  for (guint i = 0; i < MUSTER_N_MEMBER_COLUMNS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (muster_member_parent_class)->finalize (object);
}

static void
muster_member_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MusterMember *self = MUSTER_MEMBER (object);

  if (prop_id >= 1 && prop_id <= MUSTER_N_MEMBER_COLUMNS)
    g_value_set_string (value, self->texts[prop_id - 1]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
muster_member_class_init (MusterMemberClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = muster_member_finalize;
  object_class->get_property = muster_member_get_property;

  for (guint i = 0; i < MUSTER_N_MEMBER_COLUMNS; i++)
    props[i + 1] = g_param_spec_string (columns[i].key, NULL, NULL, "",
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
muster_member_init (MusterMember *self)
{
  for (guint i = 0; i < MUSTER_N_MEMBER_COLUMNS; i++)
    self->texts[i] = g_strdup ("");
}

MusterMember *
muster_member_new (guint row, const MusterId *id, const MusterId *person)
{
  MusterMember *self = g_object_new (MUSTER_TYPE_MEMBER, NULL);

  self->row = row;
  self->id = *id;
  self->person = *person;
  return self;
}

/**
 * muster_member_get_row:
 *
 * Returns: the row number of the membership, which lists use as a short key
 */
guint
muster_member_get_row (MusterMember *self)
{
  g_return_val_if_fail (MUSTER_IS_MEMBER (self), 0);

  return self->row;
}

const MusterId *
muster_member_get_id (MusterMember *self)
{
  g_return_val_if_fail (MUSTER_IS_MEMBER (self), NULL);

  return &self->id;
}

const MusterId *
muster_member_get_person (MusterMember *self)
{
  g_return_val_if_fail (MUSTER_IS_MEMBER (self), NULL);

  return &self->person;
}

const char *
muster_member_get_text (MusterMember *self, MusterMemberColumn column)
{
  g_return_val_if_fail (MUSTER_IS_MEMBER (self), NULL);

  return self->texts[column];
}

/**
 * muster_member_take_text:
 * @text: (transfer full) (nullable): what the column shows
 */
void
muster_member_take_text (MusterMember *self, MusterMemberColumn column, char *text)
{
  g_return_if_fail (MUSTER_IS_MEMBER (self));

  g_free (self->texts[column]);
  self->texts[column] = text != NULL ? text : g_strdup ("");
  g_object_notify_by_pspec (G_OBJECT (self), props[column + 1]);
}

const char *
muster_member_column_get_key (MusterMemberColumn column)
{
  return columns[column].key;
}

/**
 * muster_member_column_get_title:
 *
 * Returns: the heading, translated
 */
const char *
muster_member_column_get_title (MusterMemberColumn column)
{
  return _ (columns[column].title);
}

gboolean
muster_member_column_find (const char *key, MusterMemberColumn *out_column)
{
  for (guint i = 0; i < MUSTER_N_MEMBER_COLUMNS; i++)
    if (strcmp (columns[i].key, key) == 0)
      {
        *out_column = (MusterMemberColumn) i;
        return TRUE;
      }

  return FALSE;
}
