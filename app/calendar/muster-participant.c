/* muster-participant.c - one person as far as one time of an event is concerned
 *
 * A member of the group, or somebody else who has signed up or come.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-participant"

#include "config.h"

#include <string.h>

#include "muster-participant.h"
#include "muster-pinyin.h"

struct _MusterParticipant
{
  GObject parent_instance;

  char *person;   /* owned: as sign-ups and attendance name the person */
  char *name;     /* owned */
  char *nickname; /* owned, NULL where the name is used */
  char *detail;   /* owned: nickname, department; NULL if none */
  char *reading;  /* owned */
  char *words;    /* owned: in any part of which the person is found, folded */
  char *sounds;   /* owned: pinyin from each syllable on, and initials, each after a line break */
  gboolean is_member;
  MusterParticipantState state;
};

G_DEFINE_FINAL_TYPE (MusterParticipant, muster_participant, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
muster_participant_finalize (GObject *object)
{
  MusterParticipant *self = MUSTER_PARTICIPANT (object);

  g_free (self->person);
  g_free (self->name);
  g_free (self->nickname);
  g_free (self->detail);
  g_free (self->reading);
  g_free (self->words);
  g_free (self->sounds);

  G_OBJECT_CLASS (muster_participant_parent_class)->finalize (object);
}

static void
muster_participant_class_init (MusterParticipantClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_participant_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_participant_init (MusterParticipant *self)
{
}

/* zs, zhangsan, san: whoever types begins with a syllable. */
static char *
dup_sounds (const char *name, const char *reading)
{
  g_autofree char *initials = muster_pinyin_dup_initials (name, NULL);
  g_auto (GStrv) syllables = g_strsplit (reading, " ", -1);
  g_autoptr (GString) sounds = g_string_new (NULL);

  g_string_append_printf (sounds, "\n%s", initials);
  for (char **syllable = syllables; *syllable != NULL; syllable++)
    {
      g_autofree char *rest = g_strjoinv ("", syllable);

      g_string_append_printf (sounds, "\n%s", rest);
    }
  return g_utf8_casefold (sounds->str, -1);
}

/**
 * muster_participant_new:
 * @person: the membership's id in hexadecimal digits, or the name of somebody else
 * @detail: (nullable): what tells namesakes apart
 */
MusterParticipant *
muster_participant_new (const char *person, const char *name, const char *detail,
                        gboolean is_member)
{
  MusterParticipant *self = g_object_new (MUSTER_TYPE_PARTICIPANT, NULL);
  g_autofree char *words = g_strjoin ("\n", name, detail, NULL);

  self->person = g_strdup (person);
  self->name = g_strdup (name);
  self->detail = g_strdup (detail);
  self->reading = muster_pinyin_dup_reading (name);
  self->words = g_utf8_casefold (words, -1);
  self->sounds = dup_sounds (name, self->reading);
  self->is_member = is_member;
  return self;
}

const char *
muster_participant_get_person (MusterParticipant *self)
{
  g_return_val_if_fail (MUSTER_IS_PARTICIPANT (self), NULL);

  return self->person;
}

const char *
muster_participant_get_name (MusterParticipant *self)
{
  g_return_val_if_fail (MUSTER_IS_PARTICIPANT (self), NULL);

  return self->name;
}

/**
 * muster_participant_get_nickname:
 *
 * Returns: what the others in the group see; the name of who has no nickname
 */
const char *
muster_participant_get_nickname (MusterParticipant *self)
{
  g_return_val_if_fail (MUSTER_IS_PARTICIPANT (self), NULL);

  return self->nickname != NULL ? self->nickname : self->name;
}

void
muster_participant_set_nickname (MusterParticipant *self, const char *nickname)
{
  char *copy;

  g_return_if_fail (MUSTER_IS_PARTICIPANT (self));

  copy = nickname != NULL && *nickname != '\0' ? g_strdup (nickname) : NULL;
  g_free (self->nickname);
  self->nickname = copy;
}

/**
 * muster_participant_get_detail:
 *
 * Returns: (nullable): what tells namesakes apart
 */
const char *
muster_participant_get_detail (MusterParticipant *self)
{
  g_return_val_if_fail (MUSTER_IS_PARTICIPANT (self), NULL);

  return self->detail;
}

const char *
muster_participant_get_reading (MusterParticipant *self)
{
  g_return_val_if_fail (MUSTER_IS_PARTICIPANT (self), NULL);

  return self->reading;
}

gboolean
muster_participant_is_member (MusterParticipant *self)
{
  g_return_val_if_fail (MUSTER_IS_PARTICIPANT (self), FALSE);

  return self->is_member;
}

/**
 * muster_participant_matches:
 * @folded: what was typed, through g_utf8_casefold(): part of the name, pinyin or its initials
 */
gboolean
muster_participant_matches (MusterParticipant *self, const char *folded)
{
  gsize length;

  g_return_val_if_fail (MUSTER_IS_PARTICIPANT (self), FALSE);

  if (strstr (self->words, folded) != NULL)
    return TRUE;
  length = strlen (folded);
  for (const char *line = self->sounds; line != NULL; line = strchr (line + 1, '\n'))
    if (strncmp (line + 1, folded, length) == 0)
      return TRUE;

  return FALSE;
}

const MusterParticipantState *
muster_participant_get_state (MusterParticipant *self)
{
  g_return_val_if_fail (MUSTER_IS_PARTICIPANT (self), NULL);

  return &self->state;
}

static gboolean
is_same (const MusterParticipantState *a, const MusterParticipantState *b)
{
  return a->has_answered == b->has_answered && a->answer == b->answer && a->guests == b->guests &&
         a->position == b->position && a->waits == b->waits && a->attendance == b->attendance &&
         a->came_at == b->came_at;
}

/**
 * muster_participant_set_state:
 *
 * Says "changed" if anything did.
 */
void
muster_participant_set_state (MusterParticipant *self, const MusterParticipantState *state)
{
  g_return_if_fail (MUSTER_IS_PARTICIPANT (self));

  if (is_same (&self->state, state))
    return;
  self->state = *state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
