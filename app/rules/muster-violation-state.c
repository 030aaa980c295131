/* muster-violation-state.c - how a violation stands, worked out from its rows and a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-state"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-store-error.h"
#include "muster-violation-state.h"

static const struct
{
  const char *key;
  const char *title;
} states[MUSTER_N_VIOLATION_STATES] = {
  [MUSTER_VIOLATION_OPEN] = { "open", N_ ("Waits for a decision") },
  [MUSTER_VIOLATION_DECIDED] = { "decided", N_ ("Decided, to be carried out") },
  [MUSTER_VIOLATION_CARRIED_OUT] = { "carried-out", N_ ("Carried out") },
  [MUSTER_VIOLATION_MUTED] = { "muted", N_ ("Muted") },
  [MUSTER_VIOLATION_APPEALED] = { "appealed", N_ ("Appeal waits for an answer") },
  [MUSTER_VIOLATION_UPHELD] = { "upheld", N_ ("Appeal refused, carried out") },
  [MUSTER_VIOLATION_GRANTED] = { "granted", N_ ("Appeal granted") },
  [MUSTER_VIOLATION_WITHDRAWN] = { "withdrawn", N_ ("Taken back") },
  [MUSTER_VIOLATION_DISMISSED] = { "dismissed", N_ ("Dismissed") },
  [MUSTER_VIOLATION_EXPIRED] = { "expired", N_ ("Expired") },
};

const char *
muster_violation_state_get_key (MusterViolationState state)
{
  return states[state].key;
}

/**
 * muster_violation_state_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_violation_state_get_title (MusterViolationState state)
{
  return _ (states[state].title);
}

/* What the decision and what was done about it come to, appeals aside. */
static MusterViolationState
get_progress (const MusterViolationStatus *status, gboolean upheld)
{
  if (status->decision == NULL)
    return MUSTER_VIOLATION_OPEN;
  if (!status->carried_out)
    return MUSTER_VIOLATION_DECIDED;
  if (status->muted_until != MUSTER_VIOLATION_NO_TIME)
    return MUSTER_VIOLATION_MUTED;
  return upheld ? MUSTER_VIOLATION_UPHELD : MUSTER_VIOLATION_CARRIED_OUT;
}

/* Whether @state is the end, whatever else is ruled afterwards on another device. */
static gboolean
is_final (MusterViolationState state)
{
  return state == MUSTER_VIOLATION_GRANTED || state == MUSTER_VIOLATION_WITHDRAWN ||
         state == MUSTER_VIOLATION_DISMISSED;
}

static void
apply (MusterViolationStatus *status, const MusterRuling *ruling, gboolean *upheld)
{
  switch (ruling->kind)
    {
    case MUSTER_RULING_SANCTION:
      if (status->decision == NULL) /* of two devices, whoever decided first */
        status->decision = ruling;
      break;
    case MUSTER_RULING_DISMISSED:
      if (status->decision == NULL)
        status->state = MUSTER_VIOLATION_DISMISSED;
      break;
    case MUSTER_RULING_CARRIED_OUT:
      status->carried_out = status->decision != NULL;
      if (status->carried_out)
        status->muted_until = ruling->until_at;
      break;
    case MUSTER_RULING_UNMUTED:
      status->muted_until = MUSTER_VIOLATION_NO_TIME;
      break;
    case MUSTER_RULING_APPEAL:
      if (status->decision != NULL)
        status->state = MUSTER_VIOLATION_APPEALED;
      break;
    case MUSTER_RULING_UPHELD:
      *upheld = TRUE;
      status->state = MUSTER_VIOLATION_OPEN;
      break;
    case MUSTER_RULING_GRANTED:
      status->state = MUSTER_VIOLATION_GRANTED;
      break;
    case MUSTER_RULING_WITHDRAWN:
      status->state = MUSTER_VIOLATION_WITHDRAWN;
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * muster_violation_get_status:
 * @rulings: (element-type MusterRuling): in order; those after the day are left aside
 * @expires: from the day of the deed
 * @on: the day that is asked about
 */
MusterViolationStatus
muster_violation_get_status (const MusterViolation *violation, GPtrArray *rulings,
                             MusterPeriod expires, MusterDay on)
{
  MusterViolationStatus status = { .muted_until = MUSTER_VIOLATION_NO_TIME };
  gboolean upheld = FALSE;

  status.expires_on = muster_day_add_period (muster_violation_get_day (violation), expires);
  for (guint i = 0; i < rulings->len; i++)
    {
      const MusterRuling *ruling = rulings->pdata[i];

      if (ruling->ruled_on > on ||
          (is_final (status.state) && ruling->kind != MUSTER_RULING_UNMUTED))
        continue;
      status.last = ruling;
      apply (&status, ruling, &upheld);
    }

  if (is_final (status.state))
    return status;
  if (status.state != MUSTER_VIOLATION_APPEALED)
    status.state = get_progress (&status, upheld);
  if (on >= status.expires_on && status.state != MUSTER_VIOLATION_MUTED &&
      status.state != MUSTER_VIOLATION_APPEALED)
    status.state = MUSTER_VIOLATION_EXPIRED;
  status.counts = status.decision != NULL && on < status.expires_on;
  return status;
}

/**
 * muster_violation_status_is_open:
 *
 * Returns: whether something has still to be done
 */
gboolean
muster_violation_status_is_open (const MusterViolationStatus *status)
{
  return status->state == MUSTER_VIOLATION_OPEN || status->state == MUSTER_VIOLATION_DECIDED ||
         status->state == MUSTER_VIOLATION_MUTED || status->state == MUSTER_VIOLATION_APPEALED;
}

static gboolean
can_follow (const MusterViolationStatus *status, MusterRulingKind kind)
{
  MusterViolationState state = status->state;

  switch (kind)
    {
    case MUSTER_RULING_SANCTION:
      return state == MUSTER_VIOLATION_OPEN;
    case MUSTER_RULING_DISMISSED:
      return status->decision == NULL && !is_final (state);
    case MUSTER_RULING_CARRIED_OUT:
      return state == MUSTER_VIOLATION_DECIDED;
    case MUSTER_RULING_UNMUTED:
      return status->muted_until != MUSTER_VIOLATION_NO_TIME;
    case MUSTER_RULING_APPEAL:
      return status->decision != NULL && !is_final (state) && state != MUSTER_VIOLATION_APPEALED &&
             state != MUSTER_VIOLATION_EXPIRED;
    case MUSTER_RULING_UPHELD:
    case MUSTER_RULING_GRANTED:
      return state == MUSTER_VIOLATION_APPEALED;
    case MUSTER_RULING_WITHDRAWN:
      return !is_final (state);
    default:
      g_assert_not_reached ();
    }
}

/**
 * muster_violation_status_allows:
 *
 * Returns: whether a ruling of @kind can come next
 */
gboolean
muster_violation_status_allows (const MusterViolationStatus *status, MusterRulingKind kind,
                                GError **error)
{
  if (can_follow (status, kind))
    return TRUE;

  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
               /* TRANSLATORS: what somebody wants to write down about a violation, as Carried out;
                * how it stands, as Withdrawn */
               _ ("“%s” can’t come next. The violation stands so: %s."),
               muster_ruling_kind_get_title (kind), _ (states[status->state].title));
  return FALSE;
}
