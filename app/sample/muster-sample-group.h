/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-group.h"
#include "muster-person.h"
#include "muster-sample-case.h"
#include "muster-sample-random.h"
#include "muster-store.h"

G_BEGIN_DECLS

#define MUSTER_SAMPLE_N_FILES 3

/**
 * MusterSampleFile:
 * @from: first covered day, in days before the group's last
 * @to: last covered day, the same way
 *
 * A file of chat records that a sample group pretends to come from.
 */
typedef struct
{
  const char *name;
  int from;
  int to;
} MusterSampleFile;

/**
 * MusterSampleSpec:
 * @n_listed: entries of the newest member list
 * @end: the last covered day, in days before today; so are the days of the lists
 * @has_ids: whether lists and records show accounts
 * @messages: of an ordinary member in the year, about
 *
 * What a sample group is like.
 */
typedef struct
{
  const char *name;
  const char *name_before; /* in the list before the newest */
  const char *name_now;    /* in the newest list */
  const char *platform;
  const char *purpose;
  const char *naming;
  const char *list;
  const char *required;
  const char *account; /* what an account begins with */
  const char *const *units;
  MusterPersonField unit_field;
  const MusterSampleCase *(*list_cases) (guint *out_n);
  MusterSampleFile files[MUSTER_SAMPLE_N_FILES];
  guint capacity;
  guint n_listed;
  guint messages;
  int end;
  int list_on;
  int before_on;
  gboolean name_locked;
  gboolean archive;
  gboolean has_ids;
  gboolean has_birthdays;
  gboolean at_work; /* talks in office hours */
} MusterSampleSpec;

/**
 * MusterSamplePerson:
 * @plan: (nullable): %NULL for an ordinary member
 * @sender: the name in the records that is always shown; %NULL for the nickname of the day
 *
 * Somebody of a sample group; texts are owned.
 */
typedef struct
{
  const MusterSampleCase *plan;
  char *name;
  char *unit;
  char *nickname;
  char *before;
  char *identifier; /* NULL: not shown */
  const char *sender;
  const char *city;
  MusterDay joined;
  MusterDay last; /* message; MUSTER_DAY_NONE if none */
  guint n_messages;
  guint flags;
  MusterId person;
  MusterId membership;
} MusterSamplePerson;

/**
 * MusterSampleGroup:
 *
 * A sample group on one day, first planned and then written.
 */
typedef struct
{
  const MusterSampleSpec *spec;
  MusterSampleRandom random;
  MusterGroup *group; /* owned; NULL until written */
  GPtrArray *people;  /* owned, of MusterSamplePerson */
  MusterDay end;
  MusterDay list_on;
  MusterDay before_on;
} MusterSampleGroup;

const MusterSampleSpec *muster_sample_list_specs (guint *out_n);

MusterSampleGroup *
muster_sample_group_new (const MusterSampleSpec *spec, MusterDay today) G_GNUC_WARN_UNUSED_RESULT;
void muster_sample_group_free (MusterSampleGroup *self);
MusterDay muster_sample_group_get_day (const MusterSampleGroup *self, MusterSampleDay day);
gboolean muster_sample_group_covers (const MusterSampleGroup *self, MusterDay day);
char *
muster_sample_group_dup_birthday (const MusterSampleGroup *self, const MusterSamplePerson *person,
                                  guint nth) G_GNUC_WARN_UNUSED_RESULT;
gboolean
muster_sample_group_write_people (MusterSampleGroup *self, MusterChange *change, GError **error);
gboolean
muster_sample_group_write_lists (MusterSampleGroup *self, MusterChange *change, GError **error);
gboolean
muster_sample_group_write_replies (MusterSampleGroup *self, MusterChange *change, GError **error);
gboolean muster_sample_group_write_chat (MusterSampleGroup *self, MusterChange *change,
                                         GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSampleGroup, muster_sample_group_free)

G_END_DECLS
