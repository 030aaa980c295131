/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-membership.h"
#include "muster-person.h"
#include "muster-table-reader.h"

G_BEGIN_DECLS

/**
 * MusterAnswer:
 *
 * What a cell of yes and no says.
 */
typedef enum
{
  MUSTER_ANSWER_NONE,
  MUSTER_ANSWER_NO,
  MUSTER_ANSWER_YES,
} MusterAnswer;

/**
 * MusterRecord:
 * @line: where it stands in the file
 * @person: what the row says about the person; %NULL where it says nothing
 * @platform: of @account; %NULL for the group's own
 * @last_spoke: %MUSTER_DAY_NONE if the row does not say
 *
 * One row of a list in Muster's terms.  A record is filled again and again.
 */
typedef struct
{
  guint64 line;
  char *person[MUSTER_N_PERSON_FIELDS];
  char *nickname;
  char *display_name;
  const char *platform;
  char *account;
  char *role;
  char *inviter;
  char *standing;
  MusterAnswer required;
  MusterDay joined_on;
  MusterDay last_spoke;
} MusterRecord;

MusterRecord *muster_record_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_record_free (MusterRecord *self);
void muster_record_clear (MusterRecord *self);
gboolean muster_record_fill (MusterRecord *self, const MusterTableRow *row,
                             const MusterField *mapping, guint n_columns, MusterWarnings *warnings);
gboolean muster_record_is_empty (const MusterRecord *self);
const char *muster_record_get_name (const MusterRecord *self);

gboolean muster_record_parse_day (const char *text, MusterDay *out_day);
const char *muster_record_role_word (const char *text);
MusterAnswer muster_record_parse_answer (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRecord, muster_record_free)

G_END_DECLS
