/* muster-identity.c - names in lists and chats to members
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-identity"

#include "config.h"

#include <string.h>

#include "muster-identity.h"
#include "muster-name-likeness.h"
#include "muster-normalise.h"
#include "muster-phone-index.h"
#include "muster-pinyin.h"
#include "muster-text-index.h"

#define WECHAT_INTERNAL "wxid_"

/* A name that a member has or had. */
typedef struct
{
  guint member;
  gboolean real; /* the real name, not a nickname */
  MusterDay from;
  MusterDay until;
} Name;

/* A name made ready to be compared with many others. */
typedef struct
{
  const char *name; /* of the caller */
  char *key;        /* letters and digits alone */
  char *reading;
  glong length; /* characters of the key */
} Likeness;

struct _MusterIdentity
{
  MusterRoster *roster;       /* of the caller */
  GArray *names;              /* owned, of Name */
  MusterTextIndex *by_key;    /* owned: key -> indexes in names */
  MusterPhoneIndex *phones;   /* owned */
  MusterTextIndex *spellings; /* owned: key of a real name -> members; NULL until needed */
  Likeness *likenesses;       /* owned, two a member; NULL until a guess is asked for */
};

static char *
dup_key (const char *name)
{
  g_autofree char *plain = muster_normalise (name);
  GString *key = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (key, *p);

  return g_string_free (key, FALSE);
}

static void
add_name (MusterIdentity *self, const char *text, guint member, gboolean real, MusterDay from,
          MusterDay until)
{
  g_autofree char *key = NULL;
  Name name = { member, real, from, until };

  if (text == NULL)
    return;
  key = dup_key (text);
  if (*key == '\0')
    return;

  muster_text_index_add (self->by_key, key, self->names->len);
  g_array_append_val (self->names, name);
}

static void
add_lines (MusterIdentity *self, const char *lines, guint member)
{
  g_auto (GStrv) split = lines != NULL ? g_strsplit (lines, "\n", -1) : NULL;

  for (guint i = 0; split != NULL && split[i] != NULL; i++)
    add_name (self, split[i], member, TRUE, MUSTER_DAY_NONE, MUSTER_DAY_NONE);
}

static void
add_member (MusterIdentity *self, guint i)
{
  const MusterRosterMember *member = muster_roster_get_member (self->roster, i);
  guint n_accounts;
  const MusterRosterAccount *accounts = muster_roster_get_accounts (self->roster, &n_accounts);

  add_name (self, member->fields[MUSTER_PERSON_NAME], i, TRUE, MUSTER_DAY_NONE, MUSTER_DAY_NONE);
  add_lines (self, member->fields[MUSTER_PERSON_FORMER_NAMES], i);
  muster_phone_index_add (self->phones, member->fields[MUSTER_PERSON_PHONES], i);
  add_name (self, member->nickname, i, FALSE, member->nickname_from, MUSTER_DAY_NONE);
  for (guint j = 0; member->nicknames != NULL && j < member->nicknames->len; j++)
    {
      const MusterRosterPast *past = &g_array_index (member->nicknames, MusterRosterPast, j);

      add_name (self, past->value, i, FALSE, past->from, past->until);
    }
  for (guint j = 0; j < member->n_accounts; j++)
    add_name (self, accounts[member->first_account + j].display_name, i, FALSE, MUSTER_DAY_NONE,
              MUSTER_DAY_NONE);
}

/* WeChat's internal id and the one that its user chose (rosters have the latter) name the same
 * account, and nothing tells which belong together. */
static gboolean
is_comparable (const char *platform, const char *a, const char *b)
{
  return strcmp (platform, "wechat") != 0 ||
         g_str_has_prefix (a, WECHAT_INTERNAL) == g_str_has_prefix (b, WECHAT_INTERNAL);
}

/* Somebody with another account on the platform is somebody else. */
static gboolean
may_be (MusterIdentity *self, guint i, const char *platform, const char *identifier)
{
  const MusterRosterMember *member = muster_roster_get_member (self->roster, i);
  guint n_accounts;
  const MusterRosterAccount *accounts = muster_roster_get_accounts (self->roster, &n_accounts);

  if (identifier == NULL || platform == NULL)
    return TRUE;
  for (guint j = 0; j < member->n_accounts; j++)
    {
      const MusterRosterAccount *account = &accounts[member->first_account + j];

      if (strcmp (account->platform, platform) == 0 &&
          is_comparable (platform, account->identifier, identifier))
        return FALSE;
    }

  return TRUE;
}

typedef enum
{
  TIER_IN_FORCE,
  TIER_ANY,
} Tier;

typedef struct
{
  guint member;
  guint n_current;
  guint n_past;
  guint past_member;
} Hits;

static void
count_hit (MusterIdentity *self, Hits *hits, guint member)
{
  if (muster_roster_member_is_current (muster_roster_get_member (self->roster, member)))
    {
      if (hits->n_current == 0 || hits->member != member)
        hits->n_current++;
      hits->member = member;
      return;
    }
  if (hits->n_past == 0 || hits->past_member != member)
    hits->n_past++;
  hits->past_member = member;
}

/* @place: (inout): of the index; moved to the next name of the same key */
static const Name *
read_name (MusterIdentity *self, guint *place)
{
  return &g_array_index (self->names, Name, muster_text_index_read (self->by_key, place));
}

static void
collect (MusterIdentity *self, const char *key, Tier tier, MusterDay when, const char *platform,
         const char *identifier, Hits *hits)
{
  for (guint place = muster_text_index_find (self->by_key, key); place != 0;)
    {
      const Name *name = read_name (self, &place);
      gboolean in_force =
          !name->real &&
          (name->from == MUSTER_DAY_NONE || when == MUSTER_DAY_NONE || name->from <= when) &&
          (name->until == MUSTER_DAY_NONE || when == MUSTER_DAY_NONE || when <= name->until);

      if ((tier == TIER_ANY || in_force) && may_be (self, name->member, platform, identifier))
        count_hit (self, hits, name->member);
    }
}

/* Members of today first; those who left only where nobody else fits. */
static MusterIdentityVerdict
judge (const Hits *hits, guint *out_member)
{
  if (hits->n_current > 1 || (hits->n_current == 0 && hits->n_past > 1))
    return MUSTER_IDENTITY_SEVERAL;
  if (hits->n_current == 0 && hits->n_past == 0)
    return MUSTER_IDENTITY_NOBODY;

  *out_member = hits->n_current == 1 ? hits->member : hits->past_member;
  return MUSTER_IDENTITY_ONE;
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

/* What stands between the signs of a nickname; as words also between spaces, and where Han and
 * other letters meet: 07张三. */
static char **
split (const char *name, gboolean into_words)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean letter = g_unichar_isalnum (c) || c == 0xb7;

      if (letter && into_words && g_unichar_isalnum (before) && is_han (before) != is_han (c))
        g_string_append_c (plain, '\n');
      if (letter || g_unichar_ismark (c) ||
          (!into_words && (g_unichar_isspace (c) || c == ',' || c == '.')))
        g_string_append_unichar (plain, c);
      else
        g_string_append_c (plain, '\n');
      before = c;
    }
  return g_strsplit (plain->str, "\n", -1);
}

/* Whether @text is the member's department, class … or its beginning. */
static gboolean
is_place_of (const MusterRosterMember *member, const char *text)
{
  static const MusterPersonField places[] = { MUSTER_PERSON_DEPARTMENT, MUSTER_PERSON_COMPANY,
                                              MUSTER_PERSON_SCHOOL,     MUSTER_PERSON_CLASS,
                                              MUSTER_PERSON_YEAR,       MUSTER_PERSON_SEAT,
                                              MUSTER_PERSON_NUMBER,     MUSTER_PERSON_CITY,
                                              MUSTER_PERSON_TITLE };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *value = member->fields[places[i]];

      if (value != NULL && (strcmp (value, text) == 0 ||
                            (g_utf8_strlen (text, -1) >= 2 && g_str_has_prefix (value, text))))
        return TRUE;
    }
  return FALSE;
}

/* Counts the members whose real name is one of the words; @in_place: only those whose department,
 * class … is another of them. */
static void
count_words (MusterIdentity *self, char **words, gboolean in_place, const char *platform,
             const char *identifier, Hits *hits)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *key = dup_key (words[i]);

      for (guint place = muster_text_index_find (self->by_key, key); place != 0;)
        {
          const Name *found = read_name (self, &place);
          gboolean fits = !in_place;

          for (guint k = 0; !fits && words[k] != NULL; k++)
            fits = k != i && *words[k] != '\0' &&
                   is_place_of (muster_roster_get_member (self->roster, found->member), words[k]);
          if (fits && found->real && may_be (self, found->member, platform, identifier))
            count_hit (self, hits, found->member);
        }
    }
}

/* By a real name that is a word of its own; namesakes are told apart by their department. */
static MusterIdentityVerdict
find_word (MusterIdentity *self, const char *platform, const char *identifier, const char *name,
           guint *out_member)
{
  g_auto (GStrv) words = split (name, TRUE);
  Hits hits = { 0 }, in_place = { 0 };

  count_words (self, words, FALSE, platform, identifier, &hits);
  if (judge (&hits, out_member) != MUSTER_IDENTITY_SEVERAL)
    return judge (&hits, out_member);

  count_words (self, words, TRUE, platform, identifier, &in_place);
  return judge (&in_place, out_member) == MUSTER_IDENTITY_ONE ? MUSTER_IDENTITY_ONE
                                                              : MUSTER_IDENTITY_SEVERAL;
}

/* Whether an account or a name is the telephone number of one member. */
static gboolean
has_phone (MusterIdentity *self, const char *text, guint *out_member)
{
  g_autoptr (GArray) members = muster_phone_index_find (self->phones, text);
  Hits hits = { 0 };

  for (guint i = 0; i < members->len; i++)
    count_hit (self, &hits, g_array_index (members, guint, i));

  return judge (&hits, out_member) == MUSTER_IDENTITY_ONE;
}

/* Real names by what is the same in all their spellings; made when first needed. */
static MusterTextIndex *
get_spellings (MusterIdentity *self)
{
  if (self->spellings != NULL)
    return self->spellings;

  self->spellings = muster_text_index_new ();
  for (guint i = 0; i < muster_roster_get_n_members (self->roster); i++)
    {
      g_autofree char *key = muster_name_likeness_dup_key (
          muster_roster_member_get_name (muster_roster_get_member (self->roster, i)));

      muster_text_index_add (self->spellings, key, i);
    }
  return self->spellings;
}

/* Counts the members of that name; with a @place only those whom it fits. */
static void
count_spelling (MusterIdentity *self, const char *name, const char *place, const char *platform,
                const char *identifier, Hits *hits)
{
  g_autofree char *key = muster_name_likeness_dup_key (name);
  guint next = *key != '\0' ? muster_text_index_find (get_spellings (self), key) : 0;

  while (next != 0)
    {
      guint member = muster_text_index_read (self->spellings, &next);

      if (may_be (self, member, platform, identifier) &&
          (place == NULL || is_place_of (muster_roster_get_member (self->roster, member), place)))
        count_hit (self, hits, member);
    }
}

/* 销售部张三 and 张三销售部: a name of two to four characters run together with its place. */
static void
count_run_together (MusterIdentity *self, const char *text, const char *platform,
                    const char *identifier, Hits *hits)
{
  glong n = g_utf8_strlen (text, -1);

  for (glong length = 2; length <= 4 && length < n; length++)
    {
      const char *last = g_utf8_offset_to_pointer (text, n - length);
      const char *behind = g_utf8_offset_to_pointer (text, length);
      g_autofree char *before = g_strndup (text, (gsize) (last - text));
      g_autofree char *first = g_strndup (text, (gsize) (behind - text));

      count_spelling (self, last, before, platform, identifier, hits);
      count_spelling (self, first, behind, platform, identifier, hits);
    }
}

/* By a real name in another spelling: 财务-赵 六, Smith, John, Jose Garcia, 销售部张三. */
static MusterIdentityVerdict
find_spelling (MusterIdentity *self, const char *platform, const char *identifier, const char *name,
               guint *out_member)
{
  g_auto (GStrv) segments = split (name, FALSE);
  Hits hits = { 0 };

  for (guint i = 0; segments[i] != NULL; i++)
    {
      g_autofree char *together = dup_key (segments[i]);

      count_spelling (self, g_strstrip (segments[i]), NULL, platform, identifier, &hits);
      if (is_han (g_utf8_get_char (together)))
        count_run_together (self, together, platform, identifier, &hits);
    }

  return judge (&hits, out_member);
}

/**
 * muster_identity_new:
 * @roster: must live as long as the result
 *
 * Returns: (transfer full): a finder over the names of the roster
 */
MusterIdentity *
muster_identity_new (MusterRoster *roster)
{
  MusterIdentity *self = g_new0 (MusterIdentity, 1);

  self->roster = roster;
  self->phones = muster_phone_index_new ();
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  self->by_key = muster_text_index_new ();
  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    add_member (self, i);
  return self;
}

void
muster_identity_free (MusterIdentity *self)
{
  for (guint i = 0; self->likenesses != NULL && i < 2 * muster_roster_get_n_members (self->roster);
       i++)
    {
      g_free (self->likenesses[i].key);
      g_free (self->likenesses[i].reading);
    }
  g_free (self->likenesses);
  muster_phone_index_free (self->phones);
  g_clear_pointer (&self->spellings, muster_text_index_free);
  muster_text_index_free (self->by_key);
  g_array_unref (self->names);
  g_free (self);
}

/**
 * muster_identity_find:
 * @platform: (nullable): of @identifier
 * @identifier: (nullable): the account, if the list or the record says it
 * @name: (nullable): the name shown
 * @when: when it was shown; %MUSTER_DAY_NONE if not known
 * @out_member: set for %MUSTER_IDENTITY_ONE: the index of the member in the roster
 */
MusterIdentityVerdict
muster_identity_find (MusterIdentity *self, const char *platform, const char *identifier,
                      const char *name, MusterDay when, guint *out_member)
{
  const MusterRosterMember *member = NULL;
  g_autofree char *key = NULL;
  MusterIdentityVerdict verdict = MUSTER_IDENTITY_NOBODY;

  if (identifier != NULL && platform != NULL)
    member = muster_roster_find_account (self->roster, platform, identifier);
  if (member != NULL)
    {
      *out_member = (guint) (member - muster_roster_get_member (self->roster, 0));
      return MUSTER_IDENTITY_ONE;
    }
  if (has_phone (self, identifier, out_member) || has_phone (self, name, out_member))
    return MUSTER_IDENTITY_ONE;
  if (name == NULL)
    return MUSTER_IDENTITY_NOBODY;

  key = dup_key (name);
  for (Tier tier = TIER_IN_FORCE; tier <= TIER_ANY && verdict == MUSTER_IDENTITY_NOBODY; tier++)
    {
      Hits hits = { 0 };

      collect (self, key, tier, when, platform, identifier, &hits);
      verdict = judge (&hits, out_member);
    }

  if (verdict == MUSTER_IDENTITY_NOBODY)
    verdict = find_word (self, platform, identifier, name, out_member);
  return verdict != MUSTER_IDENTITY_NOBODY
             ? verdict
             : find_spelling (self, platform, identifier, name, out_member);
}

/* At most one character put in, taken out or exchanged. */
static gboolean
is_one_edit (const char *a, const char *b)
{
  glong n_a = g_utf8_strlen (a, -1), n_b = g_utf8_strlen (b, -1);
  const char *p = a, *q = b;

  if (n_a > n_b)
    return is_one_edit (b, a);
  if (n_b - n_a > 1 || n_b < 3)
    return FALSE;

  while (*p != '\0' && g_utf8_get_char (p) == g_utf8_get_char (q))
    {
      p = g_utf8_next_char (p);
      q = g_utf8_next_char (q);
    }
  if (*q == '\0')
    return TRUE;
  q = g_utf8_next_char (q);
  if (n_a == n_b)
    p = g_utf8_next_char (p);
  return strcmp (p, q) == 0;
}

/* What is left of a name without signs, spaces and accents: Käthe M. is within Kathe Müller. */
static char *
dup_bare_key (const char *name)
{
  g_autofree char *key = muster_normalise (name);
  g_autofree char *plain = muster_normalise_without_marks (key);
  GString *bare = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));

  return g_string_free (bare, FALSE);
}

static void
likeness_init (Likeness *likeness, const char *name)
{
  likeness->name = name;
  likeness->key = dup_bare_key (name);
  likeness->reading = muster_pinyin_dup_reading (name);
  likeness->length = g_utf8_strlen (likeness->key, -1);
}

static void
likeness_clear (Likeness *likeness)
{
  g_clear_pointer (&likeness->key, g_free);
  g_clear_pointer (&likeness->reading, g_free);
}

/* J. Müller and Jürgen Müller.  Compared word by word only where both begin with the same letter,
 * for that costs. */
static gboolean
has_initials_of (const Likeness *a, const Likeness *b)
{
  MusterNamingFlags flags = 0;

  return g_utf8_get_char (a->key) == g_utf8_get_char (b->key) &&
         !is_han (g_utf8_get_char (a->key)) &&
         muster_name_likeness_compare (a->name, b->name, &flags) != MUSTER_NAME_DIFFERENT;
}

static gboolean
are_alike (const Likeness *a, const Likeness *b)
{
  if (a->length == 0 || b->length == 0)
    return FALSE;
  if (strcmp (a->key, b->key) == 0 || is_one_edit (a->key, b->key))
    return TRUE;
  if (a->length >= 2 && b->length >= 2 &&
      (strstr (a->key, b->key) != NULL || strstr (b->key, a->key) != NULL))
    return TRUE;

  return (strlen (a->reading) > 3 && strcmp (a->reading, b->reading) == 0) ||
         has_initials_of (a, b);
}

/**
 * muster_identity_resembles:
 *
 * Returns: whether two names are near: the same when normalised or when read
 *   aloud, one character apart, one within the other, or one with initials
 */
gboolean
muster_identity_resembles (const char *a, const char *b)
{
  Likeness x, y;
  gboolean alike;

  likeness_init (&x, a);
  likeness_init (&y, b);
  alike = are_alike (&x, &y);
  likeness_clear (&x);
  likeness_clear (&y);
  return alike;
}

/* Two for each member: the real name, and what the group sees. */
static Likeness *
get_likenesses (MusterIdentity *self)
{
  guint n = muster_roster_get_n_members (self->roster);

  if (self->likenesses != NULL)
    return self->likenesses;

  self->likenesses = g_new0 (Likeness, 2 * MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (self->roster, i);
      const char *shown = muster_roster_get_shown_nickname (self->roster, member);

      likeness_init (&self->likenesses[2 * i], muster_roster_member_get_name (member));
      likeness_init (&self->likenesses[2 * i + 1], shown != NULL ? shown : "");
    }
  return self->likenesses;
}

/**
 * muster_identity_guess:
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type guint): members whose name or nickname resembles @name
 */
GArray *
muster_identity_guess (MusterIdentity *self, const char *name, guint limit)
{
  GArray *guesses = g_array_new (FALSE, FALSE, sizeof (guint));
  const Likeness *likenesses = get_likenesses (self);
  Likeness wanted;

  likeness_init (&wanted, name);
  for (guint i = 0; i < muster_roster_get_n_members (self->roster) && guesses->len < limit; i++)
    if (muster_roster_member_is_current (muster_roster_get_member (self->roster, i)) &&
        (are_alike (&wanted, &likenesses[2 * i]) || are_alike (&wanted, &likenesses[2 * i + 1])))
      g_array_append_val (guesses, i);

  likeness_clear (&wanted);
  return guesses;
}
