/* muster-reply-matcher.c - who answered, and with which words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-reply-matcher"

#include "config.h"

#include <string.h>

#include "muster-normalise.h"
#include "muster-reply-matcher.h"

struct _MusterReplyMatcher
{
  MusterRoster *roster;     /* of the caller */
  MusterAnswers *answers;   /* of the caller */
  MusterIdentity *identity; /* owned */
  MusterDay today;
};

void
muster_reply_free (MusterReply *self)
{
  g_free (self->text);
  g_free (self->name);
  g_free (self);
}

/**
 * muster_reply_matcher_new:
 * @roster: must live as long as the result, as must @answers
 */
MusterReplyMatcher *
muster_reply_matcher_new (MusterRoster *roster, MusterAnswers *answers, MusterDay today)
{
  MusterReplyMatcher *self = g_new0 (MusterReplyMatcher, 1);

  self->roster = roster;
  self->answers = answers;
  self->identity = muster_identity_new (roster);
  self->today = today;
  return self;
}

void
muster_reply_matcher_free (MusterReplyMatcher *self)
{
  muster_identity_free (self->identity);
  g_free (self);
}

MusterRoster *
muster_reply_matcher_get_roster (MusterReplyMatcher *self)
{
  return self->roster;
}

MusterAnswers *
muster_reply_matcher_get_answers (MusterReplyMatcher *self)
{
  return self->answers;
}

/**
 * muster_reply_matcher_find:
 * @platform: (nullable): of @identifier
 * @identifier: (nullable): the account
 * @name: (nullable): as it was written
 *
 * Returns: as muster_identity_find(), but of present members only: who has left can't answer
 */
MusterIdentityVerdict
muster_reply_matcher_find (MusterReplyMatcher *self, const char *platform, const char *identifier,
                           const char *name, guint *out_member)
{
  guint member;
  MusterIdentityVerdict who =
      muster_identity_find (self->identity, platform, identifier, name, self->today, &member);

  if (who != MUSTER_IDENTITY_ONE)
    return who;
  if (!muster_roster_member_is_current (muster_roster_get_member (self->roster, member)))
    return MUSTER_IDENTITY_NOBODY;

  *out_member = member;
  return who;
}

/* Takes every @part out of @text. */
static void
take_out (GString *text, const char *part)
{
  g_autofree char *key = part != NULL ? muster_normalise (part) : NULL;

  if (key != NULL && *key != '\0')
    g_string_replace (text, key, " ", 0);
}

/* Also 财务 of 财务部. */
static void
take_place_out (GString *text, const char *place)
{
  glong length = place != NULL ? g_utf8_strlen (place, -1) : 0;
  g_autofree char *begin = NULL;

  take_out (text, place);
  if (length < 3)
    return;
  begin = g_strndup (place, (gsize) (g_utf8_offset_to_pointer (place, length - 1) - place));
  take_out (text, begin);
}

/**
 * muster_reply_matcher_dup_rest:
 * @member: whom @text names
 *
 * Returns: (transfer full): @text without the member's names, department and the like
 */
char *
muster_reply_matcher_dup_rest (MusterReplyMatcher *self, guint member, const char *text)
{
  static const MusterPersonField places[] = { MUSTER_PERSON_DEPARTMENT, MUSTER_PERSON_COMPANY,
                                              MUSTER_PERSON_SCHOOL,     MUSTER_PERSON_CLASS,
                                              MUSTER_PERSON_YEAR,       MUSTER_PERSON_CITY,
                                              MUSTER_PERSON_TITLE };
  const MusterRosterMember *m = muster_roster_get_member (self->roster, member);
  const char *name = muster_roster_member_get_name (m);
  g_auto (GStrv) words = g_strsplit_set (name, " ,-", -1);
  g_autofree char *plain = muster_normalise (text);
  GString *rest = g_string_new (plain);

  take_out (rest, m->nickname);
  take_out (rest, muster_roster_get_shown_nickname (self->roster, m));
  take_out (rest, name);
  take_out (rest, m->fields[MUSTER_PERSON_FORMER_NAMES]);
  for (guint i = 0; m->nicknames != NULL && i < m->nicknames->len; i++)
    take_out (rest, g_array_index (m->nicknames, MusterRosterPast, i).value);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    take_place_out (rest, m->fields[places[i]]);
  for (guint i = 0; words[1] != NULL && words[i] != NULL; i++)
    take_out (rest, words[i]);
  return g_strstrip (g_string_free (rest, FALSE));
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/**
 * muster_reply_matcher_is_name:
 *
 * Returns: whether @text is the name of one or of several members, and says nothing else; the
 *   out-parameters are set in any case
 */
gboolean
muster_reply_matcher_is_name (MusterReplyMatcher *self, const char *text,
                              MusterIdentityVerdict *out_who, guint *out_member)
{
  g_autofree char *rest = NULL;

  *out_who = muster_reply_matcher_find (self, NULL, NULL, text, out_member);
  if (*out_who == MUSTER_IDENTITY_SEVERAL)
    return strpbrk (text, " \t,;") == NULL && strstr (text, "、") == NULL &&
           strstr (text, "，") == NULL && g_utf8_strlen (text, -1) <= 16;
  if (*out_who == MUSTER_IDENTITY_NOBODY)
    return FALSE;

  rest = muster_reply_matcher_dup_rest (self, *out_member, text);
  return !has_letters (rest);
}
