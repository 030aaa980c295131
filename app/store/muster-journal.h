/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"

G_BEGIN_DECLS

/**
 * MusterJournalEntry:
 * @id: the change
 * @kind: "edit", "undo", "redo" or "remote"
 * @title: in words; of an undo or redo: of what it took back
 * @made_us: microseconds since 1970
 * @n_rows: how many rows it touched
 * @undone: whether it was undone and not redone
 */
typedef struct
{
  MusterId id;
  char *kind;
  char *title;
  char *author;
  MusterId device;
  gint64 made_us;
  gint64 n_rows;
  gboolean undone;
} MusterJournalEntry;

/**
 * MusterJournalCell:
 * @table: the shared table
 * @row: the row's key column; the first of several
 * @column: the column; %NULL when the row was made or deleted
 * @old: the value before as text; %NULL for none
 * @new: the value after
 * @edited: whether the row was there before and after
 */
typedef struct
{
  char *table;
  MusterId row;
  char *column;
  char *old_value;
  char *new_value;
  gboolean edited;
} MusterJournalCell;

void muster_journal_entry_free (MusterJournalEntry *self);
void muster_journal_cell_free (MusterJournalCell *self);

GPtrArray *muster_journal_list (MusterDatabase *db, guint offset, guint limit,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_journal_list_cells (MusterDatabase *db, const MusterId *change, guint limit,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
