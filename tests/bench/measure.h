/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MEASURE_ROUNDS 5

double measure_since (gint64 start);
void measure_print_head (void);
void measure_print (const char *name, const double ours[MEASURE_ROUNDS],
                    const double baseline[MEASURE_ROUNDS], const char *target);
void measure_remove_database (const char *path);

G_END_DECLS
