/* muster-money-export.c - the money of an event as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-money-export"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-export-table.h"
#include "muster-input-error.h"
#include "muster-money-export.h"
#include "muster-money.h"
#include "muster-payment-table.h"
#include "muster-roster.h"
#include "muster-table-writer.h"

#define N_COLUMNS 7

typedef struct
{
  MusterTableWriter *writer;
  MusterRoster *roster;
  gint64 n_rows;
} Job;

static gboolean
write_row (Job *job, const char *item, const char *name, const gint64 amounts[5], GError **error)
{
  MusterSpan cells[N_COLUMNS] = { muster_span_of (item), muster_span_of (name) };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 5; i++)
    {
      g_ptr_array_add (texts, muster_money_dup_text (amounts[i]));
      cells[2 + i] = muster_span_of (texts->pdata[i]);
    }
  job->n_rows++;
  return muster_table_writer_add_row (job->writer, cells, error);
}

static const char *
find_name (MusterRoster *roster, const char *person)
{
  const MusterRosterMember *member = NULL;
  MusterId id;

  if (muster_id_parse (person, &id))
    member = muster_roster_find_id (roster, &id);
  return member != NULL ? muster_roster_member_get_name (member) : person;
}

static gboolean
write_people (Job *job, MusterBalances *balances, GError **error)
{
  for (guint i = 0; i < balances->people->len; i++)
    {
      const MusterBalance *person = balances->people->pdata[i];
      const gint64 amounts[] = { person->due, person->waived, person->paid, person->refunded,
                                 person->balance };

      if (!write_row (job, _ ("Person"), find_name (job->roster, person->person), amounts, error))
        return FALSE;
    }

  return TRUE;
}

/* Expenses and income are no person's; at the end what is in hand. */
static gboolean
write_event (Job *job, MusterBalances *balances, GError **error)
{
  const gint64 totals[] = { balances->due, balances->waived, balances->paid + balances->income,
                            balances->refunded + balances->expenses, balances->cash };

  for (guint i = 0; i < balances->payments->len; i++)
    {
      const MusterPayment *payment = balances->payments->pdata[i];
      gboolean spent = payment->kind == MUSTER_PAYMENT_EXPENSE;
      const gint64 amounts[] = { 0, 0, spent ? 0 : payment->amount, spent ? payment->amount : 0,
                                 spent ? -payment->amount : payment->amount };

      if (!muster_payment_kind_is_personal (payment->kind) &&
          !write_row (job, muster_payment_kind_get_title (payment->kind), payment->note, amounts,
                      error))
        return FALSE;
    }

  return write_row (job, _ ("In hand"), NULL, totals, error);
}

static MusterTableWriter *
open_writer (const char *path, GError **error)
{
  const char *titles[N_COLUMNS] = { _ ("Item"),     _ ("Name"),  _ ("To pay"), _ ("Waived"),
                                    _ ("Received"), _ ("Spent"), _ ("Balance") };
  static const char *const formats[] = { "csv", "xlsx", NULL };
  const char *format = muster_table_writer_format_of (path);
  MusterTableColumn columns[N_COLUMNS];

  if (format == NULL || !g_strv_contains (formats, format))
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("The name of the file must end in .csv or .xlsx."));
      return NULL;
    }

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      columns[i].title = (char *) titles[i];
      columns[i].field = i == 1 ? MUSTER_FIELD_NAME : MUSTER_FIELD_UNKNOWN;
    }
  return muster_table_writer_open (path, format, columns, N_COLUMNS, NULL, error);
}

static gboolean
note_export (MusterStore *store, MusterGroup *group, const char *event, const char *path,
             gint64 n_rows, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  /* TRANSLATORS: a title in the history: the title of an event, a file */
  g_autofree char *title = g_strdup_printf (_ ("Export the money of %s to %s"), event, name);
  MusterExportEntry entry = { .group = *muster_group_get_id (group),
                              .what = "money",
                              .profile = "full",
                              .file = name,
                              .rows = n_rows };

  return muster_export_table_log (store, title, &entry, error);
}

/**
 * muster_money_export_run:
 * @title: of the event
 * @path: ends in .csv or .xlsx; it is replaced at once or not at all
 */
gboolean
muster_money_export_run (MusterStore *store, MusterGroup *group, const char *title,
                         MusterBalances *balances, const char *path, GError **error)
{
  MusterDay today = muster_clock_get_today (muster_store_get_clock (store));
  g_autoptr (MusterRoster) roster = muster_roster_load (muster_store_get_database (store, NULL),
                                                        muster_group_get_id (group), today, error);
  g_autoptr (MusterTableWriter) writer = NULL;
  Job job = { 0 };

  if (roster != NULL)
    writer = open_writer (path, error);
  if (writer == NULL)
    return FALSE;

  job.writer = writer;
  job.roster = roster;
  return write_people (&job, balances, error) && write_event (&job, balances, error) &&
         muster_table_writer_close (writer, error) &&
         note_export (store, group, title, path, job.n_rows, error);
}
