/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterField:
 *
 * What a column of a roster, a member list or a reply list means.
 */
typedef enum
{
  MUSTER_FIELD_UNKNOWN, /* nothing tells; kept for the person to choose */
  MUSTER_FIELD_IGNORED, /* understood and left out: identity numbers, passwords */
  MUSTER_FIELD_NAME,    /* the personal name in one piece */
  MUSTER_FIELD_FAMILY_NAME,
  MUSTER_FIELD_GIVEN_NAME,
  MUSTER_FIELD_MIDDLE_NAME,
  MUSTER_FIELD_READING,
  MUSTER_FIELD_NICKNAME,     /* the name shown in the group */
  MUSTER_FIELD_DISPLAY_NAME, /* the account's own name */
  MUSTER_FIELD_ACCOUNT,      /* an account of the group's platform */
  MUSTER_FIELD_ACCOUNT_WECHAT,
  MUSTER_FIELD_ACCOUNT_QQ,
  MUSTER_FIELD_PHONE,
  MUSTER_FIELD_EMAIL,
  MUSTER_FIELD_DEPARTMENT,
  MUSTER_FIELD_CLASS,
  MUSTER_FIELD_YEAR,
  MUSTER_FIELD_SEAT,
  MUSTER_FIELD_COMPANY,
  MUSTER_FIELD_SCHOOL,
  MUSTER_FIELD_TITLE,
  MUSTER_FIELD_CITY,
  MUSTER_FIELD_NUMBER,     /* staff, student or member number */
  MUSTER_FIELD_ROW_NUMBER, /* counts the rows, says nothing about the person */
  MUSTER_FIELD_GENDER,
  MUSTER_FIELD_BIRTHDAY,
  MUSTER_FIELD_JOINED,
  MUSTER_FIELD_INVITER,
  MUSTER_FIELD_ROLE,
  MUSTER_FIELD_LAST_SPOKE,
  MUSTER_FIELD_STANDING,
  MUSTER_FIELD_REQUIRED, /* must be in the group: yes or no */
  MUSTER_FIELD_TAGS,
  MUSTER_FIELD_ADDRESS,
  MUSTER_FIELD_NOTE,
  MUSTER_FIELD_REPLY, /* what a person answered: 收到, yes … */
  MUSTER_FIELD_GROUP,
} MusterField;

#define MUSTER_N_FIELDS (MUSTER_FIELD_GROUP + 1)

const char *muster_field_get_id (MusterField self);
const char *muster_field_get_title (MusterField self);
gboolean muster_field_from_id (const char *id, MusterField *out_field);
MusterField muster_field_from_heading (const char *heading, gssize length);
gboolean muster_field_is_heading (const char *heading, gssize length);

G_END_DECLS
