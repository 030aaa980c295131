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
#include "muster-text-index.h"

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

/* All faces, and which of them look alike. */
typedef struct
{
  GArray *faces;            /* owned, of Face */
  MusterTextIndex *alike;   /* owned: skeleton -> indexes in faces */
  MusterSkeleton *skeleton; /* owned */
} Gallery;

static void
add_face (Gallery *gallery, const Face *face)
{
  g_autofree char *key =
      face->nickname != NULL ? muster_skeleton_dup (gallery->skeleton, face->nickname) : NULL;

  if (key == NULL || *key == '\0')
    return;

  muster_text_index_add (gallery->alike, key, gallery->faces->len);
  g_array_append_val (gallery->faces, *face);
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
add_faces (MusterRollcall *rollcall, Gallery *gallery)
{
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);
  MusterSnapshot *snapshot = muster_rollcall_get_snapshot (rollcall);

  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);
      Face face = { i, 0, muster_roster_get_shown_nickname (roster, member), is_keeper (member) };

      if (muster_roster_member_is_current (member))
        add_face (gallery, &face);
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
        add_face (gallery, &face);
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

/* Of those that look alike, each but the original is a finding. */
static void
judge (MusterRollcall *rollcall, MusterFindingSink *sink, MusterSkeleton *skeleton, GArray *list)
{
  const Face *original = &g_array_index (list, Face, find_original (rollcall, list));

  for (guint i = 0; i < list->len; i++)
    {
      const Face *face = &g_array_index (list, Face, i);

      if (face != original && !are_namesakes (rollcall, skeleton, face, original))
        emit (rollcall, sink, face, original);
    }
}

gboolean
muster_check_impersonation_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  Gallery gallery = { g_array_new (FALSE, FALSE, sizeof (Face)), muster_text_index_new (),
                      muster_skeleton_new () };
  g_autoptr (GArray) shared = NULL;
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Face));

  add_faces (rollcall, &gallery);
  shared = muster_text_index_list_shared (gallery.alike);
  for (guint i = 0; i < shared->len; i++)
    {
      guint place = g_array_index (shared, guint, i);

      g_array_set_size (list, 0);
      while (place != 0)
        g_array_append_val (list, g_array_index (gallery.faces, Face,
                                                 muster_text_index_read (gallery.alike, &place)));
      judge (rollcall, sink, gallery.skeleton, list);
    }

  g_array_unref (gallery.faces);
  muster_text_index_free (gallery.alike);
  g_object_unref (gallery.skeleton);
  return TRUE;
}
