/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-naming-glyphs.h"
#include "muster-naming-lists.h"
#include "muster-naming-roster.h"

G_BEGIN_DECLS

/**
 * MusterNamingSense:
 * @person: (nullable): whose nickname it should be
 * @roster: (nullable): if @person is not known, whose names it may hold
 *
 * All that gives a nickname its meaning.
 */
typedef struct
{
  const MusterNamingLists *lists;
  const MusterNamingPerson *person;
  const MusterNamingRoster *roster;
  gboolean keep_traditional;
} MusterNamingSense;

/**
 * MusterNamingReading:
 * @token: the part
 * @field: the alternative that was taken
 * @value: the spelling to use
 * @fault: what is wrong: %NULL, or the reason's first word: missing, unlisted, not-a-name
 * @anchored: whether the value is known by itself
 */
typedef struct
{
  const MusterNamingToken *token;
  const char *field;
  char *value;
  const char *fault;
  gboolean anchored;
} MusterNamingReading;

/**
 * MusterNamingAlignment:
 * @cost: the smaller, the better it fits; %G_MAXINT before any
 * @wrong: whether it fits only by a fault
 * @readings: (element-type MusterNamingReading): one for each part, in the order of the tokens
 */
typedef struct
{
  int cost;
  gboolean wrong;
  MusterNamingFlags flags;
  GPtrArray *readings;
} MusterNamingAlignment;

#define MUSTER_NAMING_ORDER_COST 50

void muster_naming_alignment_clear (MusterNamingAlignment *self);
const MusterNamingReading *
muster_naming_alignment_find (const MusterNamingAlignment *self, const MusterNamingToken *token);

void muster_naming_align (const MusterNamingGlyphs *glyphs, GPtrArray *tokens,
                          const MusterNamingSense *sense, MusterNamingAlignment *out);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterNamingAlignment, muster_naming_alignment_clear)

G_END_DECLS
