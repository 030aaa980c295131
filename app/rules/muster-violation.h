/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"
#include "muster-id.h"

G_BEGIN_DECLS

#define MUSTER_VIOLATION_MAX_TEXT 10000 /* bytes of a summary, a piece of evidence, a reason */
#define MUSTER_VIOLATION_NO_TIME G_MININT64

/**
 * MusterViolation:
 * @document: none where there is no clause
 * @edition: of @document, in force when it happened; none where none was
 * @clause: none where the keeper did not know which
 * @happened_at: wall clock; midnight where only the day is known
 * @utc_offset: seconds by which that clock was ahead of UTC
 * @reporter: owned: the membership's id in hexadecimal digits, or a name; %NULL if not known
 * @summary: owned: what happened; %NULL if nothing was written
 * @finding: owned: the finding it came from: check and subject; %NULL if none
 * @author: owned: who wrote it down; %NULL if not known
 *
 * A breach of a clause, as it was written down.
 */
typedef struct
{
  MusterId id;
  MusterId group;
  MusterId membership;
  MusterId document;
  MusterId edition;
  MusterId clause;
  gint64 happened_at;
  int utc_offset;
  gboolean all_day;
  MusterDay reported_on;
  char *reporter;
  char *summary;
  char *finding;
  char *author;
} MusterViolation;

/**
 * MusterExhibitKind:
 * @MUSTER_EXHIBIT_TEXT: in words
 * @MUSTER_EXHIBIT_FILE: a path or an address, kept by reference
 * @MUSTER_EXHIBIT_MESSAGE: what was written in the group
 *
 * Stored as "text", "file" and "message".
 */
typedef enum
{
  MUSTER_EXHIBIT_TEXT,
  MUSTER_EXHIBIT_FILE,
  MUSTER_EXHIBIT_MESSAGE,
} MusterExhibitKind;

#define MUSTER_N_EXHIBIT_KINDS (MUSTER_EXHIBIT_MESSAGE + 1)

/**
 * MusterExhibit:
 * @value: owned, never empty
 * @source: owned: where it is from; %NULL if not said
 * @happened_at: wall clock of a message; %MUSTER_VIOLATION_NO_TIME if not known
 *
 * A piece of the evidence of a violation.
 */
typedef struct
{
  MusterId id;
  MusterId violation;
  MusterExhibitKind kind;
  char *value;
  char *source;
  gint64 happened_at;
} MusterExhibit;

/**
 * MusterRulingKind:
 * @MUSTER_RULING_SANCTION: the keeper decided what follows
 * @MUSTER_RULING_DISMISSED: the keeper decided that nothing follows
 * @MUSTER_RULING_CARRIED_OUT: what was decided has been done
 * @MUSTER_RULING_UNMUTED: being muted has been ended
 * @MUSTER_RULING_APPEAL: the member does not accept it
 * @MUSTER_RULING_UPHELD: the appeal was refused
 * @MUSTER_RULING_GRANTED: the appeal was granted: nothing follows
 * @MUSTER_RULING_WITHDRAWN: whoever reported it took it back
 *
 * Stored as "sanction", "dismissed", "carried-out", "unmuted", "appeal", "upheld", "granted" and
 * "withdrawn".
 */
typedef enum
{
  MUSTER_RULING_SANCTION,
  MUSTER_RULING_DISMISSED,
  MUSTER_RULING_CARRIED_OUT,
  MUSTER_RULING_UNMUTED,
  MUSTER_RULING_APPEAL,
  MUSTER_RULING_UPHELD,
  MUSTER_RULING_GRANTED,
  MUSTER_RULING_WITHDRAWN,
} MusterRulingKind;

#define MUSTER_N_RULING_KINDS (MUSTER_RULING_WITHDRAWN + 1)

/**
 * MusterRuling:
 * @step: of the ladder; 0 where it is none
 * @proposed: the step that was proposed when it was decided; 0 where none was
 * @sanction: owned: what was decided, as in a ladder; %NULL where it is no decision
 * @until_at: wall clock: end of being muted; %MUSTER_VIOLATION_NO_TIME where there is none
 * @reason: owned, %NULL if none was given
 *
 * What was decided about a violation, or came after.  Rulings are only added.
 */
typedef struct
{
  MusterId id;
  MusterId violation;
  MusterRulingKind kind;
  guint step;
  guint proposed;
  char *sanction;
  gint64 until_at;
  MusterDay ruled_on;
  char *reason;
  char *author;
} MusterRuling;

MusterViolation *muster_violation_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_violation_free (MusterViolation *self);
MusterDay muster_violation_get_day (const MusterViolation *self);
char *muster_violation_dup_when (const MusterViolation *self) G_GNUC_WARN_UNUSED_RESULT;

MusterExhibit *muster_exhibit_new (MusterExhibitKind kind, const char *value,
                                   const char *source) G_GNUC_WARN_UNUSED_RESULT;
void muster_exhibit_free (MusterExhibit *self);
const char *muster_exhibit_kind_get_key (MusterExhibitKind kind);
const char *muster_exhibit_kind_get_title (MusterExhibitKind kind);
gboolean muster_exhibit_kind_find (const char *key, MusterExhibitKind *out_kind);

MusterRuling *muster_ruling_new (MusterRulingKind kind) G_GNUC_WARN_UNUSED_RESULT;
void muster_ruling_free (MusterRuling *self);
const char *muster_ruling_kind_get_key (MusterRulingKind kind);
const char *muster_ruling_kind_get_title (MusterRulingKind kind);
gboolean muster_ruling_kind_find (const char *key, MusterRulingKind *out_kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterViolation, muster_violation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterExhibit, muster_exhibit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRuling, muster_ruling_free)

G_END_DECLS
