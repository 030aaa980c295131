/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-naming-result.h"

G_BEGIN_DECLS

/**
 * MusterNameLikeness:
 * @MUSTER_NAME_DIFFERENT: another person's
 * @MUSTER_NAME_VARIANT: the same in another spelling
 * @MUSTER_NAME_SAME: to the letter
 */
typedef enum
{
  MUSTER_NAME_DIFFERENT,
  MUSTER_NAME_VARIANT,
  MUSTER_NAME_SAME,
} MusterNameLikeness;

MusterNameLikeness muster_name_likeness_compare (const char *written, const char *expected,
                                                 MusterNamingFlags *out_flags);
char *muster_name_likeness_dup_key (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
