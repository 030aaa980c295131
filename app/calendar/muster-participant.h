/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "muster-attendance-table.h"
#include "muster-sign-up-table.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_PARTICIPANT (muster_participant_get_type ())
G_DECLARE_FINAL_TYPE (MusterParticipant, muster_participant, MUSTER, PARTICIPANT, GObject)

/**
 * MusterParticipantState:
 * @has_answered: else @answer, @guests and @position mean nothing
 * @waits: comes, but finds no room
 * @came_at: wall clock; 0 where it was not written down
 *
 * What is known of one person about one time of an event.
 */
typedef struct
{
  gboolean has_answered;
  MusterSignUpAnswer answer;
  guint guests;
  guint position;
  gboolean waits;
  MusterAttendanceState attendance;
  gint64 came_at;
} MusterParticipantState;

MusterParticipant *muster_participant_new (const char *person, const char *name, const char *detail,
                                           gboolean is_member) G_GNUC_WARN_UNUSED_RESULT;

const char *muster_participant_get_person (MusterParticipant *self);
const char *muster_participant_get_name (MusterParticipant *self);
const char *muster_participant_get_nickname (MusterParticipant *self);
void muster_participant_set_nickname (MusterParticipant *self, const char *nickname);
const char *muster_participant_get_detail (MusterParticipant *self);
const char *muster_participant_get_reading (MusterParticipant *self);
gboolean muster_participant_is_member (MusterParticipant *self);
gboolean muster_participant_matches (MusterParticipant *self, const char *folded);
const MusterParticipantState *muster_participant_get_state (MusterParticipant *self);
void muster_participant_set_state (MusterParticipant *self, const MusterParticipantState *state);

G_END_DECLS
