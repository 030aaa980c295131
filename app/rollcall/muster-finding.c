/* muster-finding.c - something that needs attention, with its evidence
 *
 * A plain value holder, read-only once a check has emitted it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-finding"

#include "config.h"

#include <string.h>

#include "muster-finding.h"

struct _MusterFinding
{
  GObject parent_instance;

  char *check; /* owned */
  MusterSeverity severity;
  char *kind;          /* owned: of the subject */
  char *id;            /* owned */
  char *name;          /* owned, may be NULL */
  char *nickname;      /* owned, may be NULL */
  char *text;          /* owned */
  GPtrArray *evidence; /* owned, of MusterEvidence */
  char **actions;      /* owned */
  char *verdict;       /* owned, NULL but for nicknames */
  char **reasons;      /* owned, NULL but for nicknames */
  char *suggestion;    /* owned, may be NULL */
};

G_DEFINE_FINAL_TYPE (MusterFinding, muster_finding, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_NICKNAME,
  PROP_TEXT,
  PROP_SUGGESTION,
} MusterFindingProperty;

static GParamSpec *props[PROP_SUGGESTION + 1];

static void
evidence_free (gpointer data)
{
  MusterEvidence *evidence = data;

  g_free (evidence->fact);
  g_free (evidence->value);
  g_free (evidence->source);
  g_free (evidence);
}

static void
muster_finding_finalize (GObject *object)
{
  MusterFinding *self = MUSTER_FINDING (object);

  g_free (self->check);
  g_free (self->kind);
  g_free (self->id);
  g_free (self->name);
  g_free (self->nickname);
  g_free (self->text);
  g_free (self->verdict);
  g_free (self->suggestion);
  g_strfreev (self->actions);
  g_strfreev (self->reasons);
  g_ptr_array_unref (self->evidence);

  G_OBJECT_CLASS (muster_finding_parent_class)->finalize (object);
}

static void
muster_finding_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MusterFinding *self = MUSTER_FINDING (object);

  switch ((MusterFindingProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_NICKNAME:
      g_value_set_string (value, self->nickname);
      break;

    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    case PROP_SUGGESTION:
      g_value_set_string (value, self->suggestion);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_finding_class_init (MusterFindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = muster_finding_finalize;
  object_class->get_property = muster_finding_get_property;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_NICKNAME] = g_param_spec_string ("nickname", NULL, NULL, NULL, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_SUGGESTION] = g_param_spec_string ("suggestion", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
muster_finding_init (MusterFinding *self)
{
  self->evidence = g_ptr_array_new_with_free_func (evidence_free);
}

MusterFinding *
muster_finding_new (const char *check, MusterSeverity severity)
{
  MusterFinding *self = g_object_new (MUSTER_TYPE_FINDING, NULL);

  self->check = g_strdup (check);
  self->severity = severity;
  return self;
}

/**
 * muster_finding_set_subject:
 * @kind: "member", "person", "group", "sender" …
 * @id: stable for this subject: the follow-up is kept by it
 * @name: (nullable): the real name
 * @nickname: (nullable): what the group sees
 */
void
muster_finding_set_subject (MusterFinding *self, const char *kind, const char *id, const char *name,
                            const char *nickname)
{
  g_return_if_fail (MUSTER_IS_FINDING (self) && self->id == NULL);

  self->kind = g_strdup (kind);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->nickname = g_strdup (nickname);
}

/**
 * muster_finding_take_text:
 * @text: (transfer full): a sentence for the keeper
 */
void
muster_finding_take_text (MusterFinding *self, char *text)
{
  g_return_if_fail (MUSTER_IS_FINDING (self));

  g_free (self->text);
  self->text = text;
}

/**
 * muster_finding_add_evidence:
 * @value: (nullable): nothing is added for %NULL
 * @source: (nullable): the file or list
 */
void
muster_finding_add_evidence (MusterFinding *self, const char *fact, const char *value,
                             const char *source)
{
  MusterEvidence *evidence;

  g_return_if_fail (MUSTER_IS_FINDING (self));

  if (value == NULL)
    return;
  evidence = g_new0 (MusterEvidence, 1);
  evidence->fact = g_strdup (fact);
  evidence->value = g_strdup (value);
  evidence->source = g_strdup (source);
  g_ptr_array_add (self->evidence, evidence);
}

void
muster_finding_set_actions (MusterFinding *self, const char *const *actions)
{
  g_return_if_fail (MUSTER_IS_FINDING (self));

  g_strfreev (self->actions);
  self->actions = g_strdupv ((char **) actions);
}

/**
 * muster_finding_add_action:
 *
 * Puts it before what only puts the finding off.
 */
void
muster_finding_add_action (MusterFinding *self, const char *action)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean added = FALSE;

  g_return_if_fail (MUSTER_IS_FINDING (self));

  for (char **other = self->actions; other != NULL && *other != NULL; other++)
    {
      if (strcmp (*other, "ignore") == 0)
        {
          g_strv_builder_add (builder, action);
          added = TRUE;
        }
      g_strv_builder_add (builder, *other);
    }
  if (!added)
    g_strv_builder_add (builder, action);
  g_strfreev (self->actions);
  self->actions = g_strv_builder_end (builder);
}

void
muster_finding_set_naming (MusterFinding *self, const char *verdict, const char *const *reasons,
                           const char *suggestion)
{
  g_return_if_fail (MUSTER_IS_FINDING (self) && self->verdict == NULL);

  self->verdict = g_strdup (verdict);
  self->reasons = g_strdupv ((char **) reasons);
  self->suggestion = g_strdup (suggestion);
}

void
muster_finding_set_severity (MusterFinding *self, MusterSeverity severity)
{
  g_return_if_fail (MUSTER_IS_FINDING (self));

  self->severity = severity;
}

const char *
muster_finding_get_check (MusterFinding *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING (self), NULL);

  return self->check;
}

MusterSeverity
muster_finding_get_severity (MusterFinding *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING (self), MUSTER_SEVERITY_INFO);

  return self->severity;
}

/**
 * muster_finding_severity_word:
 *
 * Returns: the word of JSON
 */
const char *
muster_finding_severity_word (MusterSeverity severity)
{
  static const char *const words[] = { "info", "notice", "warning", "urgent" };

  return words[severity];
}

const char *
muster_finding_get_subject_kind (MusterFinding *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING (self), NULL);

  return self->kind;
}

const char *
muster_finding_get_subject_id (MusterFinding *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING (self), NULL);

  return self->id;
}

const char *
muster_finding_get_name (MusterFinding *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING (self), NULL);

  return self->name;
}

const char *
muster_finding_get_nickname (MusterFinding *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING (self), NULL);

  return self->nickname;
}

const char *
muster_finding_get_text (MusterFinding *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING (self), NULL);

  return self->text;
}

/**
 * muster_finding_get_evidence:
 *
 * Returns: (element-type MusterEvidence): the facts, most telling first
 */
GPtrArray *
muster_finding_get_evidence (MusterFinding *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING (self), NULL);

  return self->evidence;
}

/**
 * muster_finding_find_evidence:
 *
 * Returns: (nullable): the value of the first such fact
 */
const char *
muster_finding_find_evidence (MusterFinding *self, const char *fact)
{
  g_return_val_if_fail (MUSTER_IS_FINDING (self), NULL);

  for (guint i = 0; i < self->evidence->len; i++)
    {
      const MusterEvidence *evidence = self->evidence->pdata[i];

      if (strcmp (evidence->fact, fact) == 0)
        return evidence->value;
    }

  return NULL;
}

/**
 * muster_finding_get_actions:
 *
 * Returns: (nullable): what makes sense: remind, exempt, mark-seen, ignore, remove, rename, add,
 *   settle …
 */
const char *const *
muster_finding_get_actions (MusterFinding *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING (self), NULL);

  return (const char *const *) self->actions;
}

const char *
muster_finding_get_verdict (MusterFinding *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING (self), NULL);

  return self->verdict;
}

const char *const *
muster_finding_get_reasons (MusterFinding *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING (self), NULL);

  return (const char *const *) self->reasons;
}

const char *
muster_finding_get_suggestion (MusterFinding *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING (self), NULL);

  return self->suggestion;
}

/**
 * muster_finding_get_new_name:
 *
 * Returns: (nullable): the nickname, or the name of the group, that the action "rename" takes
 */
const char *
muster_finding_get_new_name (MusterFinding *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING (self), NULL);

  return g_strcmp0 (self->kind, "group") == 0 ? muster_finding_find_evidence (self, "name")
                                              : self->suggestion;
}

/**
 * muster_finding_dup_key:
 *
 * Returns: (transfer full): by which the follow-up of the subject is kept
 */
char *
muster_finding_dup_key (MusterFinding *self)
{
  g_return_val_if_fail (MUSTER_IS_FINDING (self), NULL);

  return g_strdup_printf ("%s:%s", self->kind, self->id);
}
