/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-span.h"

G_BEGIN_DECLS

/**
 * MusterMemberLineKind:
 * @MUSTER_MEMBER_LINE_IGNORED: a count, a section letter, an online state: no member
 */
typedef enum
{
  MUSTER_MEMBER_LINE_EMPTY,
  MUSTER_MEMBER_LINE_MEMBER,
  MUSTER_MEMBER_LINE_IGNORED,
} MusterMemberLineKind;

/**
 * MusterMemberLine:
 * @name: without what stands around it; the whole line when it is ignored
 * @role: "owner" or "admin", or nothing
 */
typedef struct
{
  MusterSpan name;
  MusterSpan account;
  MusterSpan phone;
  MusterSpan role;
} MusterMemberLine;

MusterMemberLineKind muster_member_line_parse (MusterSpan line, MusterMemberLine *out_member);
const char *
muster_member_line_find_separator (const char *p, const char *end, const char **out_next);

G_END_DECLS
