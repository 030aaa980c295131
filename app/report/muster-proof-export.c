/* muster-proof-export.c - who has acknowledged a document, as a list to keep
 *
 * Everybody who is asked stands in it, with day and way, or with what is still missing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-proof-export"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-acknowledgement-table.h"
#include "muster-date-text.h"
#include "muster-document-table.h"
#include "muster-edition-table.h"
#include "muster-export-table.h"
#include "muster-input-error.h"
#include "muster-outstanding.h"
#include "muster-pages.h"
#include "muster-proof-export.h"
#include "muster-table-writer.h"

#define N_COLUMNS 6

typedef struct
{
  MusterGroup *group;
  MusterDay today;
  MusterDocument *document;    /* owned */
  GPtrArray *editions;         /* owned */
  GPtrArray *acknowledgements; /* owned */
  MusterRoster *roster;        /* owned */
  GArray *asked;               /* owned, of MusterAsked */
  const char *titles[N_COLUMNS + 1];
} Proof;

static void
proof_clear (Proof *self)
{
  g_clear_pointer (&self->document, muster_document_free);
  g_clear_pointer (&self->editions, g_ptr_array_unref);
  g_clear_pointer (&self->acknowledgements, g_ptr_array_unref);
  g_clear_pointer (&self->roster, muster_roster_free);
  g_clear_pointer (&self->asked, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Proof, proof_clear)

static gboolean
read_proof (Proof *self, MusterDatabase *db, const MusterId *document, GError **error)
{
  self->document = muster_document_table_load (db, document, error);
  if (self->document == NULL)
    return FALSE;
  self->editions = muster_edition_table_list (db, document, error);
  if (self->editions == NULL)
    return FALSE;
  if (self->editions->len == 0)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("“%s” has no edition yet."), self->document->title);
      return FALSE;
    }
  self->acknowledgements = muster_acknowledgement_table_list (db, document, error);
  self->roster =
      self->acknowledgements != NULL
          ? muster_roster_load (db, muster_group_get_id (self->group), self->today, error)
          : NULL;
  if (self->roster == NULL)
    return FALSE;

  self->asked = muster_outstanding_list_asked (self->roster, self->editions, self->acknowledgements,
                                               self->today);
  return TRUE;
}

/* The cells of a row; those that are made are kept by @texts. */
static void
fill_cells (const Proof *self, const MusterAsked *asked, const char *cells[N_COLUMNS + 1],
            GPtrArray *texts)
{
  const MusterAcknowledgement *given = asked->acknowledgement;

  cells[0] = muster_roster_member_get_name (asked->member);
  cells[1] = muster_roster_get_shown_nickname (self->roster, asked->member);
  cells[2] = cells[4] = cells[5] = "";
  cells[3] = _ ("outstanding");
  cells[N_COLUMNS] = NULL;
  if (given != NULL)
    {
      g_ptr_array_add (texts, muster_edition_dup_label (asked->edition, self->editions));
      cells[2] = texts->pdata[texts->len - 1];
      g_ptr_array_add (texts, muster_day_dup_text (given->day));
      cells[3] = texts->pdata[texts->len - 1];
      cells[4] = muster_reply_way_get_title (given->way);
      cells[5] = given->source != NULL ? given->source : given->note;
    }
  for (guint i = 0; i < N_COLUMNS; i++)
    if (cells[i] == NULL)
      cells[i] = "";
}

static char *
dup_counts (const Proof *self)
{
  guint n = 0;

  for (guint i = 0; i < self->asked->len; i++)
    n += g_array_index (self->asked, MusterAsked, i).acknowledgement != NULL;
  /* TRANSLATORS: how many have acknowledged, how many were asked */
  return g_strdup_printf (_ ("%u of %u have acknowledged it"), n, self->asked->len);
}

static gboolean
write_pdf (const Proof *self, const char *path, GError **error)
{
  static const double shares[N_COLUMNS] = { 0.18, 0.2, 0.1, 0.16, 0.16, 0.2 };
  const MusterEdition *edition = muster_outstanding_find_edition (self->editions, self->today);
  g_autofree char *label =
      edition != NULL ? muster_edition_dup_label (edition, self->editions) : g_strdup ("");
  g_autofree char *date = muster_date_text_dup (self->today);
  g_autofree char *counts = dup_counts (self);
  /* TRANSLATORS: the title of a rule text, the number of an edition */
  g_autofree char *title =
      g_strdup_printf (_ ("Acknowledgements of %s, edition %s"), self->document->title, label);
  g_autofree char *note =
      g_strdup_printf ("%s · %s · %s", muster_group_get_name (self->group), date, counts);
  g_autoptr (MusterPages) pages = muster_pages_new (title);

  muster_pages_add_title (pages, title);
  muster_pages_add_note (pages, note);
  muster_pages_begin_table (pages, N_COLUMNS, self->titles, shares);
  for (guint i = 0; i < self->asked->len; i++)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      const char *cells[N_COLUMNS + 1];

      fill_cells (self, &g_array_index (self->asked, MusterAsked, i), cells, texts);
      muster_pages_add_row (pages, cells);
    }
  return muster_pages_save (pages, path, error);
}

static gboolean
write_rows (const Proof *self, MusterTableWriter *writer, GError **error)
{
  for (guint i = 0; i < self->asked->len; i++)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      const char *cells[N_COLUMNS + 1];
      MusterSpan spans[N_COLUMNS];

      fill_cells (self, &g_array_index (self->asked, MusterAsked, i), cells, texts);
      for (guint j = 0; j < N_COLUMNS; j++)
        spans[j] = muster_span_of (cells[j]);
      if (!muster_table_writer_add_row (writer, spans, error))
        return FALSE;
    }

  return muster_table_writer_close (writer, error);
}

static gboolean
write_table (const Proof *self, const char *path, const char *format, GError **error)
{
  MusterTableColumn columns[N_COLUMNS];
  g_autoptr (MusterTableWriter) writer = NULL;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      columns[i].title = (char *) self->titles[i];
      columns[i].field = i == 0   ? MUSTER_FIELD_NAME
                         : i == 1 ? MUSTER_FIELD_NICKNAME
                                  : MUSTER_FIELD_UNKNOWN;
    }
  writer = muster_table_writer_open (path, format, columns, N_COLUMNS, NULL, error);
  return writer != NULL && write_rows (self, writer, error);
}

static gboolean
write_file (const Proof *self, const char *path, GError **error)
{
  const char *format = muster_table_writer_format_of (path);

  if (g_str_has_suffix (path, ".pdf"))
    return write_pdf (self, path, error);
  if (format != NULL && (strcmp (format, "csv") == 0 || strcmp (format, "xlsx") == 0))
    return write_table (self, path, format, error);

  muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                          _ ("The name of the file must end in .pdf, .xlsx or .csv."));
  return FALSE;
}

static gboolean
log_export (const Proof *self, MusterStore *store, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  /* TRANSLATORS: a title in the history: the title of a rule text, a file */
  g_autofree char *title =
      g_strdup_printf (_ ("Export who has acknowledged %s to %s"), self->document->title, name);
  MusterExportEntry entry = { .group = *muster_group_get_id (self->group),
                              .what = "acknowledgements",
                              .profile = "full",
                              .file = name,
                              .rows = self->asked->len };

  return muster_export_table_log (store, title, &entry, error);
}

/**
 * muster_proof_export_run:
 * @path: ends in .pdf, .xlsx or .csv; it is replaced at once or not at all
 * @out_rows: (optional): how many people stand in it
 *
 * May be called on any thread.
 */
gboolean
muster_proof_export_run (MusterStore *store, MusterGroup *group, const MusterId *document,
                         const char *path, gint64 *out_rows, GError **error)
{
  g_auto (Proof) proof = {
    .group = group,
    .today = muster_clock_get_today (muster_store_get_clock (store)),
    .titles = { _ ("Name"), _ ("Nickname"), _ ("Edition"), _ ("Day"), _ ("How"), _ ("Source") },
  };
  MusterDatabase *reader = muster_store_take_reader (store, error);
  gboolean read;

  if (reader == NULL)
    return FALSE;

  read = read_proof (&proof, reader, document, error);
  muster_store_give_reader (store, reader);
  if (!read || !write_file (&proof, path, error) || !log_export (&proof, store, path, error))
    return FALSE;

  if (out_rows != NULL)
    *out_rows = proof.asked->len;
  return TRUE;
}
