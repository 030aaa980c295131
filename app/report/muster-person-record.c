/* muster-person-record.c - what is on record of one member, to be printed
 *
 * Everything of which a decision was made stands there with its clause, its edition and its
 * evidence, so that whom it is about can read it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-person-record"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-date-text.h"
#include "muster-export-table.h"
#include "muster-input-error.h"
#include "muster-ledger.h"
#include "muster-money.h"
#include "muster-person-record.h"
#include "muster-roster.h"
#include "muster-violation-case.h"
#include "muster-violation-edit.h"

typedef struct
{
  MusterDatabase *db;
  MusterGroup *group;
  const MusterRosterMember *member;
  MusterDay today;
  MusterPages *pages;
} Record;

static char *
dup_date (MusterDay day)
{
  return day != MUSTER_DAY_NONE ? muster_date_text_dup (day) : g_strdup (_ ("not known"));
}

static void
add_head (Record *record)
{
  const MusterRosterMember *member = record->member;
  g_autofree char *joined = dup_date (member->joined_on);
  g_autofree char *today = dup_date (record->today);
  g_autofree char *line = NULL;

  muster_pages_add_title (record->pages, muster_roster_member_get_name (member));
  /* TRANSLATORS: the name of a group, a nickname, a date */
  line =
      g_strdup_printf (_ ("%s · Nickname: %s · Joined: %s"), muster_group_get_name (record->group),
                       member->nickname != NULL ? member->nickname : _ ("not known"), joined);
  muster_pages_add_note (record->pages, line);
  g_free (line);
  line = g_strdup_printf (_ ("As of %s"), today);
  muster_pages_add_note (record->pages, line);
}

static void
add_exhibit (Record *record, const MusterExhibit *exhibit)
{
  g_autofree char *text =
      exhibit->source != NULL
          /* TRANSLATORS: a kind of evidence, what it says, where it is from */
          ? g_strdup_printf (_ ("%s: %s (%s)"), muster_exhibit_kind_get_title (exhibit->kind),
                             exhibit->value, exhibit->source)
          /* TRANSLATORS: a kind of evidence, what it says */
          : g_strdup_printf (_ ("%s: %s"), muster_exhibit_kind_get_title (exhibit->kind),
                             exhibit->value);

  muster_pages_add_text (record->pages, text);
}

static void
add_ruling (Record *record, const MusterRuling *ruling)
{
  g_autofree char *date = dup_date (ruling->ruled_on);
  g_autoptr (GString) line = g_string_new (NULL);
  MusterSanction sanction;

  g_string_append_printf (line, "%s · %s", date, muster_ruling_kind_get_title (ruling->kind));
  if (ruling->sanction != NULL && muster_sanction_parse (ruling->sanction, &sanction, NULL))
    {
      g_autofree char *title = muster_sanction_dup_title (&sanction);

      g_string_append_printf (line, " · %s", title);
    }
  if (ruling->reason != NULL)
    g_string_append_printf (line, " · %s", ruling->reason);
  if (ruling->author != NULL)
    g_string_append_printf (line, " · %s", ruling->author);
  muster_pages_add_text (record->pages, line->str);
}

/* The words of the clause as they stood then, and in which edition. */
static void
add_clause (Record *record, const MusterViolationCase *about)
{
  const char *label = about->label != NULL ? about->label : about->later_label;
  g_autofree char *imprint = NULL;

  if (about->clause == NULL)
    return;

  /* TRANSLATORS: the number of an edition, the words of a clause */
  imprint = g_strdup_printf (_ ("Edition %s: %s"), label, about->clause->text);
  muster_pages_add_note (record->pages, imprint);
}

static void
add_case (Record *record, const MusterViolationCase *about)
{
  g_autofree char *when = muster_violation_dup_when (about->violation);
  g_autofree char *clause = muster_violation_case_dup_clause (about);
  g_autofree char *heading = g_strdup_printf (
      "%s · %s · %s", when, clause, muster_violation_state_get_title (about->status.state));

  muster_pages_add_heading (record->pages, heading);
  add_clause (record, about);
  if (about->violation->summary != NULL)
    muster_pages_add_text (record->pages, about->violation->summary);
  for (guint i = 0; i < about->exhibits->len; i++)
    add_exhibit (record, about->exhibits->pdata[i]);
  for (guint i = 0; i < about->rulings->len; i++)
    add_ruling (record, about->rulings->pdata[i]);
}

static gboolean
add_cases (Record *record, GError **error)
{
  g_autoptr (GPtrArray) cases = muster_violation_case_list (
      record->db, muster_group_get_id (record->group), record->today, error);
  guint n = 0;

  for (guint i = 0; cases != NULL && i < cases->len; i++)
    {
      const MusterViolationCase *about = cases->pdata[i];

      if (!muster_id_equal (&about->violation->membership, &record->member->id))
        continue;
      add_case (record, about);
      n++;
    }
  if (cases != NULL && n == 0)
    muster_pages_add_text (record->pages, _ ("No violation is on record."));

  return cases != NULL;
}

static void
add_entry (Record *record, const MusterLedgerEntry *entry)
{
  g_autofree char *date = dup_date (entry->day);
  g_autofree char *amount = muster_ledger_kind_dup_amount (entry->kind, entry->amount);
  const char *const cells[] = { date, muster_ledger_kind_get_title (entry->kind), amount,
                                entry->note != NULL ? entry->note : "", NULL };

  muster_pages_add_row (record->pages, cells);
}

static void
add_balance (Record *record, GPtrArray *balances)
{
  for (guint i = 0; i < balances->len; i++)
    {
      const MusterLedgerBalance *balance = balances->pdata[i];
      g_autofree char *owed = NULL;
      g_autofree char *line = NULL;

      if (!muster_id_equal (&balance->membership, &record->member->id))
        continue;
      owed = muster_money_dup_text (balance->owed);
      /* TRANSLATORS: an amount of money, a number */
      line = g_strdup_printf (_ ("Still to pay: %s · Points: %d"), owed, (int) balance->points);
      muster_pages_add_text (record->pages, line);
    }
}

static gboolean
add_ledger (Record *record, GError **error)
{
  const char *const titles[] = { _ ("Day"), _ ("What"), _ ("Amount"), _ ("Note"), NULL };
  static const double shares[] = { 0.22, 0.2, 0.18, 0.4 };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) balances = muster_violation_read_balances (
      record->db, muster_group_get_id (record->group), record->today, &entries, error);
  guint n = 0;

  if (balances == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const MusterLedgerEntry *entry = entries->pdata[i];

      if (!muster_id_equal (&entry->membership, &record->member->id))
        continue;
      if (n++ == 0)
        {
          muster_pages_add_heading (record->pages, _ ("Fines and points"));
          muster_pages_begin_table (record->pages, G_N_ELEMENTS (shares), titles, shares);
        }
      add_entry (record, entry);
    }
  if (n > 0)
    add_balance (record, balances);
  return TRUE;
}

/**
 * muster_person_record_new_pages:
 *
 * Returns: (transfer full): violations with what was decided, fines and points
 */
MusterPages *
muster_person_record_new_pages (MusterDatabase *db, MusterGroup *group, const MusterId *membership,
                                MusterDay today, GError **error)
{
  g_autoptr (MusterRoster) roster =
      muster_roster_load (db, muster_group_get_id (group), today, error);
  g_autoptr (MusterPages) pages = NULL;
  g_autofree char *footer = NULL;
  Record record = { .db = db, .group = group, .today = today };

  if (roster == NULL)
    return NULL;
  record.member = muster_roster_find_id (roster, membership);
  if (record.member == NULL)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("There is no such member any more."));
      return NULL;
    }

  footer = g_strdup_printf ("%s · %s", muster_roster_member_get_name (record.member),
                            muster_group_get_name (group));
  record.pages = pages = muster_pages_new (footer);
  add_head (&record);
  return add_cases (&record, error) && add_ledger (&record, error) ? g_steal_pointer (&pages)
                                                                   : NULL;
}

/**
 * muster_person_record_run:
 * @path: of the PDF; it is replaced at once or not at all
 */
gboolean
muster_person_record_run (MusterStore *store, MusterGroup *group, const MusterId *membership,
                          const char *path, GError **error)
{
  MusterDatabase *reader = muster_store_take_reader (store, error);
  MusterDay today = muster_clock_get_today (muster_store_get_clock (store));
  g_autoptr (MusterPages) pages = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *title = NULL;
  MusterExportEntry entry = { .group = *muster_group_get_id (group),
                              .what = "record",
                              .profile = "full",
                              .file = name,
                              .rows = 1 };

  if (reader == NULL)
    return FALSE;
  pages = muster_person_record_new_pages (reader, group, membership, today, error);
  muster_store_give_reader (store, reader);
  if (pages == NULL || !muster_pages_save (pages, path, error))
    return FALSE;

  /* TRANSLATORS: a title in the history: whose record, a file */
  title =
      g_strdup_printf (_ ("Export the record of %s to %s"), muster_pages_get_title (pages), name);
  return muster_export_table_log (store, title, &entry, error);
}
