/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"
#include "muster-id.h"

G_BEGIN_DECLS

/**
 * MusterPersonField:
 *
 * The text fields of a person.  Several phones, e-mails, former names or tags
 * stand one a line.  A birthday is YYYY-MM-DD, --MM-DD without the year, with
 * an L before it in the Chinese calendar (LYYYY-MM-DD, leap month LYYYY-+MM-DD).
 */
typedef enum
{
  MUSTER_PERSON_NAME,
  MUSTER_PERSON_READING,
  MUSTER_PERSON_FORMER_NAMES,
  MUSTER_PERSON_GENDER,
  MUSTER_PERSON_PHONES,
  MUSTER_PERSON_EMAILS,
  MUSTER_PERSON_COMPANY,
  MUSTER_PERSON_SCHOOL,
  MUSTER_PERSON_DEPARTMENT,
  MUSTER_PERSON_TITLE,
  MUSTER_PERSON_CLASS,
  MUSTER_PERSON_YEAR,
  MUSTER_PERSON_SEAT,
  MUSTER_PERSON_CITY,
  MUSTER_PERSON_NUMBER,
  MUSTER_PERSON_BIRTHDAY,
  MUSTER_PERSON_ADDRESS,
  MUSTER_PERSON_NOTE,
  MUSTER_PERSON_TAGS,
  MUSTER_PERSON_PHOTO,
} MusterPersonField;

#define MUSTER_N_PERSON_FIELDS (MUSTER_PERSON_PHOTO + 1)

/**
 * MusterPerson:
 * @fields: owned texts, %NULL where nothing is known
 * @found_by: owned, %NULL if not known
 *
 * One human being, however many groups and accounts; a copy of a row.
 */
typedef struct
{
  MusterId id;
  char *fields[MUSTER_N_PERSON_FIELDS];
  gboolean lost;
  char *found_by;
  MusterDay found_on;
  gboolean deceased;
  gboolean do_not_contact;
} MusterPerson;

MusterPerson *muster_person_new (void) G_GNUC_WARN_UNUSED_RESULT;
MusterPerson *muster_person_copy (const MusterPerson *self) G_GNUC_WARN_UNUSED_RESULT;
void muster_person_free (MusterPerson *self);
void muster_person_set (MusterPerson *self, MusterPersonField field, const char *value);

const char *muster_person_field_get_key (MusterPersonField field);
const char *muster_person_field_get_title (MusterPersonField field);
gboolean muster_person_field_find (const char *key, MusterPersonField *out_field);
gboolean muster_person_field_is_list (MusterPersonField field);
char *muster_person_field_dup_clean (MusterPersonField field,
                                     const char *value) G_GNUC_WARN_UNUSED_RESULT;
#define MUSTER_PHONE_MAX_AREA_CODE 6 /* digits before a slash that parts no two numbers */

char *muster_phone_dup_clean (const char *phone) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPerson, muster_person_free)

G_END_DECLS
