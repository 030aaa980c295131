/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"
#include "muster-membership.h"

G_BEGIN_DECLS

/**
 * MusterSampleBase:
 * @MUSTER_SAMPLE_END: the last day that the group's records cover
 * @MUSTER_SAMPLE_SILENT: the first day from which silence is not yet three months on that day
 * @MUSTER_SAMPLE_REMIND: the same for one month
 * @MUSTER_SAMPLE_LIST: the day of the newest member list
 */
typedef enum
{
  MUSTER_SAMPLE_NONE,
  MUSTER_SAMPLE_END,
  MUSTER_SAMPLE_SILENT,
  MUSTER_SAMPLE_REMIND,
  MUSTER_SAMPLE_LIST,
} MusterSampleBase;

typedef struct
{
  MusterSampleBase base;
  int days; /* after the base */
} MusterSampleDay;

/**
 * MusterSampleFlags:
 * @MUSTER_SAMPLE_NOT_NOW: not in the newest member list
 * @MUSTER_SAMPLE_NOT_BEFORE: not in the list before it
 * @MUSTER_SAMPLE_STRANGER: not on the roster
 * @MUSTER_SAMPLE_NEVER: wrote nothing
 * @MUSTER_SAMPLE_NO_ID: lists and records show no account
 * @MUSTER_SAMPLE_NO_JOINED: nobody knows when they joined
 * @MUSTER_SAMPLE_LUNAR: keeps the birthday by the Chinese calendar
 */
typedef enum
{
  MUSTER_SAMPLE_NOT_NOW = 1 << 0,
  MUSTER_SAMPLE_NOT_BEFORE = 1 << 1,
  MUSTER_SAMPLE_STRANGER = 1 << 2,
  MUSTER_SAMPLE_REQUIRED = 1 << 3,
  MUSTER_SAMPLE_NEVER = 1 << 4,
  MUSTER_SAMPLE_NO_ID = 1 << 5,
  MUSTER_SAMPLE_INTRODUCED = 1 << 6,
  MUSTER_SAMPLE_DECEASED = 1 << 7,
  MUSTER_SAMPLE_NO_JOINED = 1 << 8,
  MUSTER_SAMPLE_LUNAR = 1 << 9,
} MusterSampleFlags;

/**
 * MusterSampleCase:
 * @label: why they are here
 * @unit: department, company or school; %NULL for any
 * @nickname: in the newest list; %NULL for the one that the rule asks for, empty for none
 * @before: in the list before; %NULL for the same
 * @past: before both lists
 * @sender: the name in the records; %NULL for the nickname
 * @settled: what the keeper said the sender to be
 * @seen: marked seen by hand
 * @birthday: the next one; none: in some weeks
 * @letters: of the longest message; 0 for an ordinary writer
 *
 * Somebody put into a sample group on purpose; all else is ordinary.
 */
typedef struct
{
  const char *label;
  const char *name;
  const char *unit;
  const char *nickname;
  const char *before;
  const char *past;
  const char *sender;
  const char *settled;
  const char *role;
  const char *reading;
  MusterStanding standing;
  MusterSampleDay standing_from;
  MusterSampleDay standing_until;
  const char *reason;
  MusterSampleDay joined;
  MusterSampleDay last; /* message */
  MusterSampleDay seen;
  MusterSampleDay birthday;
  guint letters;
  guint flags; /* of MusterSampleFlags */
} MusterSampleCase;

const MusterSampleCase *muster_sample_list_reunion (guint *out_n);
const MusterSampleCase *muster_sample_list_staff (guint *out_n);
const MusterSampleCase *muster_sample_list_jobs (guint *out_n);

G_END_DECLS
