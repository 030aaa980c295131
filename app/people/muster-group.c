/* muster-group.c - a chat group, club, class or staff list
 *
 * A plain value holder: it knows no SQL.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-group"

#include "config.h"

#include "muster-group.h"

struct _MusterGroup
{
  GObject parent_instance;

  MusterId id;
  char *name;           /* owned, never NULL */
  char *platform;       /* owned, never NULL */
  char *number;         /* owned, never NULL */
  char *purpose;        /* owned, never NULL */
  char *owner;          /* owned, never NULL: the owner's name */
  char *language;       /* owned, never NULL: of drafted texts, a locale name */
  guint capacity;       /* 0: unlimited */
  guint n_members;      /* current members */
  guint n_findings;     /* open findings of the last roll call */
  gboolean name_locked; /* the name must not change */
  gboolean archive;     /* message bodies are kept */
};

G_DEFINE_FINAL_TYPE (MusterGroup, muster_group, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_PLATFORM,
  PROP_NUMBER,
  PROP_PURPOSE,
  PROP_OWNER,
  PROP_LANGUAGE,
  PROP_CAPACITY,
  PROP_N_MEMBERS,
  PROP_N_FINDINGS,
  PROP_NAME_LOCKED,
  PROP_ARCHIVE,
} MusterGroupProperty;

static GParamSpec *props[PROP_ARCHIVE + 1];

/* Whether the field changed; @value may point into the old text. */
static gboolean
replace_text (char **field, const char *value)
{
  char *copy;

  if (g_strcmp0 (*field, value) == 0)
    return FALSE;

  copy = g_strdup (value != NULL ? value : "");
  g_free (*field);
  *field = copy;
  return TRUE;
}

static void
muster_group_finalize (GObject *object)
{
  MusterGroup *self = MUSTER_GROUP (object);

  g_free (self->name);
  g_free (self->platform);
  g_free (self->number);
  g_free (self->purpose);
  g_free (self->owner);
  g_free (self->language);

  G_OBJECT_CLASS (muster_group_parent_class)->finalize (object);
}

static void
muster_group_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MusterGroup *self = MUSTER_GROUP (object);

  switch ((MusterGroupProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_PLATFORM:
      g_value_set_string (value, self->platform);
      break;

    case PROP_NUMBER:
      g_value_set_string (value, self->number);
      break;

    case PROP_PURPOSE:
      g_value_set_string (value, self->purpose);
      break;

    case PROP_OWNER:
      g_value_set_string (value, self->owner);
      break;

    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;

    case PROP_CAPACITY:
      g_value_set_uint (value, self->capacity);
      break;

    case PROP_N_MEMBERS:
      g_value_set_uint (value, self->n_members);
      break;

    case PROP_N_FINDINGS:
      g_value_set_uint (value, self->n_findings);
      break;

    case PROP_NAME_LOCKED:
      g_value_set_boolean (value, self->name_locked);
      break;

    case PROP_ARCHIVE:
      g_value_set_boolean (value, self->archive);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_group_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MusterGroup *self = MUSTER_GROUP (object);

  switch ((MusterGroupProperty) prop_id)
    {
    case PROP_NAME:
      muster_group_set_name (self, g_value_get_string (value));
      break;

    case PROP_PLATFORM:
      muster_group_set_platform (self, g_value_get_string (value));
      break;

    case PROP_NUMBER:
      muster_group_set_number (self, g_value_get_string (value));
      break;

    case PROP_PURPOSE:
      muster_group_set_purpose (self, g_value_get_string (value));
      break;

    case PROP_OWNER:
      muster_group_set_owner (self, g_value_get_string (value));
      break;

    case PROP_LANGUAGE:
      muster_group_set_language (self, g_value_get_string (value));
      break;

    case PROP_CAPACITY:
      muster_group_set_capacity (self, g_value_get_uint (value));
      break;

    case PROP_N_MEMBERS:
      muster_group_set_n_members (self, g_value_get_uint (value));
      break;

    case PROP_N_FINDINGS:
      muster_group_set_n_findings (self, g_value_get_uint (value));
      break;

    case PROP_NAME_LOCKED:
      muster_group_set_name_locked (self, g_value_get_boolean (value));
      break;

    case PROP_ARCHIVE:
      muster_group_set_archive (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_group_class_init (MusterGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = muster_group_finalize;
  object_class->get_property = muster_group_get_property;
  object_class->set_property = muster_group_set_property;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  props[PROP_PLATFORM] = g_param_spec_string ("platform", NULL, NULL, "", flags);
  props[PROP_NUMBER] = g_param_spec_string ("number", NULL, NULL, "", flags);
  props[PROP_PURPOSE] = g_param_spec_string ("purpose", NULL, NULL, "", flags);
  props[PROP_OWNER] = g_param_spec_string ("owner", NULL, NULL, "", flags);
  props[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "", flags);
  props[PROP_CAPACITY] = g_param_spec_uint ("capacity", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_MEMBERS] = g_param_spec_uint ("n-members", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_FINDINGS] = g_param_spec_uint ("n-findings", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_NAME_LOCKED] = g_param_spec_boolean ("name-locked", NULL, NULL, FALSE, flags);
  props[PROP_ARCHIVE] = g_param_spec_boolean ("archive", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
muster_group_init (MusterGroup *self)
{
  self->name = g_strdup ("");
  self->platform = g_strdup ("other");
  self->number = g_strdup ("");
  self->purpose = g_strdup ("");
  self->owner = g_strdup ("");
  self->language = g_strdup ("");
}

/**
 * muster_group_new:
 * @id: (nullable): the group's row; %NULL for one that is not stored yet
 *
 * Returns: (transfer full): a group of platform "other"
 */
MusterGroup *
muster_group_new (const MusterId *id, const char *name)
{
  MusterGroup *self = g_object_new (MUSTER_TYPE_GROUP, "name", name, NULL);

  if (id != NULL)
    self->id = *id;
  return self;
}

/**
 * muster_group_assign:
 *
 * Makes @self say what @from says, but for the id and the number of findings.
 */
void
muster_group_assign (MusterGroup *self, MusterGroup *from)
{
  g_return_if_fail (MUSTER_IS_GROUP (self));
  g_return_if_fail (MUSTER_IS_GROUP (from));

  muster_group_set_name (self, muster_group_get_name (from));
  muster_group_set_platform (self, muster_group_get_platform (from));
  muster_group_set_number (self, muster_group_get_number (from));
  muster_group_set_purpose (self, muster_group_get_purpose (from));
  muster_group_set_owner (self, muster_group_get_owner (from));
  muster_group_set_language (self, muster_group_get_language (from));
  muster_group_set_capacity (self, muster_group_get_capacity (from));
  muster_group_set_name_locked (self, muster_group_get_name_locked (from));
  muster_group_set_archive (self, muster_group_get_archive (from));
  muster_group_set_n_members (self, muster_group_get_n_members (from));
}

/**
 * muster_group_copy:
 *
 * Returns: (transfer full): a group that says the same, for another thread
 */
MusterGroup *
muster_group_copy (MusterGroup *self)
{
  MusterGroup *copy;

  g_return_val_if_fail (MUSTER_IS_GROUP (self), NULL);

  copy = muster_group_new (muster_group_get_id (self), muster_group_get_name (self));
  muster_group_assign (copy, self);
  muster_group_set_n_findings (copy, muster_group_get_n_findings (self));
  return copy;
}

const MusterId *
muster_group_get_id (MusterGroup *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP (self), NULL);

  return &self->id;
}

const char *
muster_group_get_name (MusterGroup *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP (self), NULL);

  return self->name;
}

void
muster_group_set_name (MusterGroup *self, const char *name)
{
  g_return_if_fail (MUSTER_IS_GROUP (self));

  if (replace_text (&self->name, name))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NAME]);
}

const char *
muster_group_get_platform (MusterGroup *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP (self), NULL);

  return self->platform;
}

void
muster_group_set_platform (MusterGroup *self, const char *platform)
{
  g_return_if_fail (MUSTER_IS_GROUP (self));

  if (replace_text (&self->platform, platform))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLATFORM]);
}

const char *
muster_group_get_number (MusterGroup *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP (self), NULL);

  return self->number;
}

void
muster_group_set_number (MusterGroup *self, const char *number)
{
  g_return_if_fail (MUSTER_IS_GROUP (self));

  if (replace_text (&self->number, number))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NUMBER]);
}

const char *
muster_group_get_purpose (MusterGroup *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP (self), NULL);

  return self->purpose;
}

void
muster_group_set_purpose (MusterGroup *self, const char *purpose)
{
  g_return_if_fail (MUSTER_IS_GROUP (self));

  if (replace_text (&self->purpose, purpose))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PURPOSE]);
}

const char *
muster_group_get_owner (MusterGroup *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP (self), NULL);

  return self->owner;
}

void
muster_group_set_owner (MusterGroup *self, const char *owner)
{
  g_return_if_fail (MUSTER_IS_GROUP (self));

  if (replace_text (&self->owner, owner))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OWNER]);
}

const char *
muster_group_get_language (MusterGroup *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP (self), NULL);

  return self->language;
}

void
muster_group_set_language (MusterGroup *self, const char *language)
{
  g_return_if_fail (MUSTER_IS_GROUP (self));

  if (replace_text (&self->language, language))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LANGUAGE]);
}

guint
muster_group_get_capacity (MusterGroup *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP (self), 0);

  return self->capacity;
}

void
muster_group_set_capacity (MusterGroup *self, guint capacity)
{
  g_return_if_fail (MUSTER_IS_GROUP (self));

  if (self->capacity == capacity)
    return;

  self->capacity = capacity;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAPACITY]);
}

guint
muster_group_get_n_members (MusterGroup *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP (self), 0);

  return self->n_members;
}

void
muster_group_set_n_members (MusterGroup *self, guint n_members)
{
  g_return_if_fail (MUSTER_IS_GROUP (self));

  if (self->n_members == n_members)
    return;

  self->n_members = n_members;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_MEMBERS]);
}

guint
muster_group_get_n_findings (MusterGroup *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP (self), 0);

  return self->n_findings;
}

void
muster_group_set_n_findings (MusterGroup *self, guint n_findings)
{
  g_return_if_fail (MUSTER_IS_GROUP (self));

  if (self->n_findings == n_findings)
    return;

  self->n_findings = n_findings;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_FINDINGS]);
}

gboolean
muster_group_get_name_locked (MusterGroup *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP (self), 0);

  return self->name_locked;
}

void
muster_group_set_name_locked (MusterGroup *self, gboolean name_locked)
{
  g_return_if_fail (MUSTER_IS_GROUP (self));

  if (self->name_locked == name_locked)
    return;

  self->name_locked = name_locked;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NAME_LOCKED]);
}

gboolean
muster_group_get_archive (MusterGroup *self)
{
  g_return_val_if_fail (MUSTER_IS_GROUP (self), 0);

  return self->archive;
}

void
muster_group_set_archive (MusterGroup *self, gboolean archive)
{
  g_return_if_fail (MUSTER_IS_GROUP (self));

  if (self->archive == archive)
    return;

  self->archive = archive;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ARCHIVE]);
}

/**
 * muster_group_is_platform:
 *
 * Returns: whether @platform is one of the words that a group or an account can have
 */
gboolean
muster_group_is_platform (const char *platform)
{
  static const char *const platforms[] = { "wechat", "qq",        "whatsapp", "telegram",
                                           "line",   "kakaotalk", "signal",   "discord",
                                           "slack",  "other",     NULL };

  return g_strv_contains (platforms, platform);
}
