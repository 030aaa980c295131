/* muster-check-impersonation.c - nicknames that pass for another's
 *
 * Two people in the group whose nicknames look alike although they are not
 * namesakes, or anybody who looks like a keeper.  Looks are compared by
 * uspoof's skeleton, without invisible characters and decoration.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-impersonation"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-check.h"
#include "muster-skeleton.h"

static const char *const actions[] = { "remind", "remove", "ignore", NULL };

/* Somebody in the group: a member, or a stranger of the member list. */
typedef struct
{
  guint member; /* MUSTER_ROLLCALL_NOBODY for a stranger */
  guint entry;  /* of a stranger */
  const char *nickname;
  gboolean keeper;
} Face;

static gboolean
is_keeper (const MusterRosterMember *member)
{
  return strcmp (member->role, "member") != 0;
}

static void
add_face (GHashTable *faces, MusterSkeleton *skeleton, const Face *face)
{
  char *key = face->nickname != NULL ? muster_skeleton_dup (skeleton, face->nickname) : NULL;
  GArray *list;

  if (key == NULL || *key == '\0')
    {
      g_free (key);
      return;
    }

  list = g_hash_table_lookup (faces, key);
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (Face));
      g_hash_table_insert (faces, key, list);
    }
  else
    g_free (key);
  g_array_append_val (list, *face);
}

/* Who stands in the list under a keeper's very nickname, beside the keeper. */
static gboolean
doubles_keeper (MusterRollcall *rollcall, guint entry)
{
  guint member = muster_rollcall_get_entry_member (rollcall, entry);

  return member != MUSTER_ROLLCALL_NOBODY && muster_rollcall_is_entry_doubled (rollcall, entry) &&
         is_keeper (muster_roster_get_member (muster_rollcall_get_roster (rollcall), member));
}

static void
add_faces (MusterRollcall *rollcall, GHashTable *faces, MusterSkeleton *skeleton)
{
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);
  MusterSnapshot *snapshot = muster_rollcall_get_snapshot (rollcall);

  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);
      Face face = { i, 0, muster_roster_get_shown_nickname (roster, member), is_keeper (member) };

      if (muster_roster_member_is_current (member))
        add_face (faces, skeleton, &face);
    }

  for (guint i = 0; snapshot != NULL && i < snapshot->entries->len; i++)
    {
      const MusterSnapshotEntry *entry = snapshot->entries->pdata[i];
      Face face = { MUSTER_ROLLCALL_NOBODY, i,
                    entry->nickname != NULL ? entry->nickname : entry->display_name, FALSE };

      /* who may be one of several members is asked, not accused */
      if (doubles_keeper (rollcall, i) ||
          (muster_rollcall_get_entry_member (rollcall, i) == MUSTER_ROLLCALL_NOBODY &&
           !muster_rollcall_is_entry_ambiguous (rollcall, i)))
        add_face (faces, skeleton, &face);
    }
}

/* Two persons of the same name may look alike. */
static gboolean
are_namesakes (MusterRollcall *rollcall, MusterSkeleton *skeleton, const Face *a, const Face *b)
{
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  if (a->member == MUSTER_ROLLCALL_NOBODY || b->member == MUSTER_ROLLCALL_NOBODY)
    return FALSE;

  x = muster_skeleton_dup (
      skeleton, muster_roster_member_get_name (muster_roster_get_member (roster, a->member)));
  y = muster_skeleton_dup (
      skeleton, muster_roster_member_get_name (muster_roster_get_member (roster, b->member)));
  return strcmp (x, y) == 0;
}

/* Whether the real name of the member stands in the nickname: then it is the
 * other who passes for somebody. */
static gboolean
bears_own_name (MusterRollcall *rollcall, const Face *face)
{
  const char *name;

  if (face->member == MUSTER_ROLLCALL_NOBODY)
    return FALSE;

  name = muster_roster_member_get_name (
      muster_roster_get_member (muster_rollcall_get_roster (rollcall), face->member));
  return *name != '\0' && strstr (face->nickname, name) != NULL;
}

static MusterFinding *
make_finding (MusterRollcall *rollcall, const Face *face)
{
  MusterSnapshot *snapshot = muster_rollcall_get_snapshot (rollcall);
  const MusterSnapshotEntry *entry;
  MusterFinding *finding;

  if (face->member != MUSTER_ROLLCALL_NOBODY)
    return muster_rollcall_new_member_finding (rollcall, "impersonation", MUSTER_SEVERITY_URGENT,
                                               face->member);

  entry = snapshot->entries->pdata[face->entry];
  finding = muster_finding_new ("impersonation", MUSTER_SEVERITY_URGENT);
  muster_finding_set_subject (finding, "sender",
                              entry->identifier != NULL ? entry->identifier : face->nickname, NULL,
                              face->nickname);
  return finding;
}

static void
emit (MusterRollcall *rollcall, MusterFindingSink *sink, const Face *face, const Face *other)
{
  MusterFinding *finding = make_finding (rollcall, face);
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);
  const char *whom =
      other->member != MUSTER_ROLLCALL_NOBODY
          ? muster_roster_member_get_name (muster_roster_get_member (roster, other->member))
          : other->nickname;

  gboolean doubled =
      face->member == MUSTER_ROLLCALL_NOBODY && doubles_keeper (rollcall, face->entry);

  muster_finding_take_text (
      finding,
      doubled
          /* TRANSLATORS: a nickname, and the name of a keeper of the group */
          ? g_strdup_printf (_ ("“%s” is in the list more than once; only one of them is the "
                                "keeper %s."),
                             face->nickname, whom)
          : other->keeper
                /* TRANSLATORS: a nickname, and the name of a keeper of the group */
                ? g_strdup_printf (_ ("The nickname “%s” looks like that of the keeper %s."),
                                   face->nickname, whom)
                /* TRANSLATORS: a nickname, and the name of a member */
                : g_strdup_printf (
                      _ ("The nickname “%s” looks like that of %s, who is somebody else."),
                      face->nickname, whom));
  muster_finding_add_evidence (finding, "nickname", face->nickname, NULL);
  muster_finding_add_evidence (finding, "looks-like", other->nickname, NULL);
  if (doubled)
    muster_finding_add_evidence (finding, "not-told-apart", face->nickname,
                                 muster_rollcall_get_snapshot (rollcall)->source);
  muster_finding_set_actions (finding, actions);
  muster_finding_sink_take (sink, finding);
}

/* Who of those that look alike is the original: a keeper, else who bears the own name. */
static guint
find_original (MusterRollcall *rollcall, GArray *list)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, Face, i).keeper)
      return i;
  for (guint i = 0; i < list->len; i++)
    if (bears_own_name (rollcall, &g_array_index (list, Face, i)))
      return i;

  return 0;
}

gboolean
muster_check_impersonation_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  g_autoptr (MusterSkeleton) skeleton = muster_skeleton_new ();
  g_autoptr (GHashTable) faces =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer value;

  add_faces (rollcall, faces, skeleton);
  g_hash_table_iter_init (&iter, faces);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GArray *list = value;
      guint original = list->len > 1 ? find_original (rollcall, list) : 0;

      for (guint i = 0; list->len > 1 && i < list->len; i++)
        if (i != original && !are_namesakes (rollcall, skeleton, &g_array_index (list, Face, i),
                                             &g_array_index (list, Face, original)))
          emit (rollcall, sink, &g_array_index (list, Face, i),
                &g_array_index (list, Face, original));
    }

  return TRUE;
}
