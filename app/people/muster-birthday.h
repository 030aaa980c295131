/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterBirthday:
 * @lunar: @year, @month and @day are of the Chinese calendar
 * @year: 0 where it is not known
 * @month: 1 to 12
 * @leap: the leap month of that number; only where @lunar
 * @day: 1 to 31, of the Chinese calendar to 30
 *
 * On which day of the year somebody was born.
 */
typedef struct
{
  gboolean lunar;
  int year;
  int month;
  gboolean leap;
  int day;
} MusterBirthday;

gboolean muster_birthday_parse (const char *text, MusterBirthday *out_birthday);
char *muster_birthday_dup_text (const MusterBirthday *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
