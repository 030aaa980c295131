/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterColumn:
 * @from: minute of the day
 * @to: minute of the day, after @from
 * @column: from 0
 * @n_columns: how many stand side by side, itself among them
 *
 * An event in a day of the week's page.
 */
typedef struct
{
  int from;
  int to;
  guint column;
  guint n_columns;
} MusterColumn;

void muster_columns_place (MusterColumn *columns, guint n_columns);

G_END_DECLS
