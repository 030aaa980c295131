/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "muster-id.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_MEMBER (muster_member_get_type ())
G_DECLARE_FINAL_TYPE (MusterMember, muster_member, MUSTER, MEMBER, GObject)

/**
 * MusterMemberColumn:
 *
 * What a table of members can show; each is a string property of MusterMember.
 */
typedef enum
{
  MUSTER_MEMBER_NAME,
  MUSTER_MEMBER_NICKNAME,
  MUSTER_MEMBER_DEPARTMENT,
  MUSTER_MEMBER_COMPANY,
  MUSTER_MEMBER_CLASS,
  MUSTER_MEMBER_NUMBER,
  MUSTER_MEMBER_PHONE,
  MUSTER_MEMBER_ROLE,
  MUSTER_MEMBER_STANDING,
  MUSTER_MEMBER_JOINED,
  MUSTER_MEMBER_GROUP,
  MUSTER_MEMBER_LAST_MESSAGE, /* empty until MusterMemberFacts say it */
} MusterMemberColumn;

#define MUSTER_N_MEMBER_COLUMNS (MUSTER_MEMBER_LAST_MESSAGE + 1)

MusterMember *
muster_member_new (guint row, const MusterId *id, const MusterId *person) G_GNUC_WARN_UNUSED_RESULT;

guint muster_member_get_row (MusterMember *self);
const MusterId *muster_member_get_id (MusterMember *self);
const MusterId *muster_member_get_person (MusterMember *self);
const char *muster_member_get_text (MusterMember *self, MusterMemberColumn column);
void muster_member_take_text (MusterMember *self, MusterMemberColumn column, char *text);

const char *muster_member_column_get_key (MusterMemberColumn column);
const char *muster_member_column_get_title (MusterMemberColumn column);
gboolean muster_member_column_find (const char *key, MusterMemberColumn *out_column);

G_END_DECLS
