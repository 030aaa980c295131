/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "muster-id.h"

G_BEGIN_DECLS

/**
 * MusterSeverity:
 *
 * How urgent a finding is; "info", "notice", "warning", "urgent" in JSON.
 */
typedef enum
{
  MUSTER_SEVERITY_INFO,
  MUSTER_SEVERITY_NOTICE,
  MUSTER_SEVERITY_WARNING,
  MUSTER_SEVERITY_URGENT,
} MusterSeverity;

/**
 * MusterEvidence:
 * @fact: a short stable word: last-message, coverage, nickname, snapshot …
 * @source: the file or list it is from; %NULL if the roster says so
 */
typedef struct
{
  char *fact;
  char *value;
  char *source;
} MusterEvidence;

#define MUSTER_TYPE_FINDING (muster_finding_get_type ())
G_DECLARE_FINAL_TYPE (MusterFinding, muster_finding, MUSTER, FINDING, GObject)

MusterFinding *
muster_finding_new (const char *check, MusterSeverity severity) G_GNUC_WARN_UNUSED_RESULT;

void muster_finding_set_subject (MusterFinding *self, const char *kind, const char *id,
                                 const char *name, const char *nickname);
void muster_finding_take_text (MusterFinding *self, char *text);
void muster_finding_add_evidence (MusterFinding *self, const char *fact, const char *value,
                                  const char *source);
void muster_finding_set_actions (MusterFinding *self, const char *const *actions);
void muster_finding_add_action (MusterFinding *self, const char *action);
void muster_finding_set_naming (MusterFinding *self, const char *verdict,
                                const char *const *reasons, const char *suggestion);
void muster_finding_set_severity (MusterFinding *self, MusterSeverity severity);

const char *muster_finding_get_check (MusterFinding *self);
MusterSeverity muster_finding_get_severity (MusterFinding *self);
const char *muster_finding_severity_word (MusterSeverity severity);
const char *muster_finding_get_subject_kind (MusterFinding *self);
const char *muster_finding_get_subject_id (MusterFinding *self);
const char *muster_finding_get_name (MusterFinding *self);
const char *muster_finding_get_nickname (MusterFinding *self);
const char *muster_finding_get_text (MusterFinding *self);
GPtrArray *muster_finding_get_evidence (MusterFinding *self);
const char *muster_finding_find_evidence (MusterFinding *self, const char *fact);
const char *const *muster_finding_get_actions (MusterFinding *self);
const char *muster_finding_get_verdict (MusterFinding *self);
const char *const *muster_finding_get_reasons (MusterFinding *self);
const char *muster_finding_get_suggestion (MusterFinding *self);
const char *muster_finding_get_new_name (MusterFinding *self);
char *muster_finding_dup_key (MusterFinding *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
