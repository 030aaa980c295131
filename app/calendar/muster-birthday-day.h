/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-birthday.h"
#include "muster-lunar.h"

G_BEGIN_DECLS

gboolean
muster_birthday_find_next (const MusterBirthday *birthday, MusterLunar *lunar, MusterDay from,
                           MusterDay to, MusterDay *out_day, int *out_years);
char *muster_birthday_dup_words (const MusterBirthday *birthday) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
