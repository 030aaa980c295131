/* muster-violation-ledger.c - musterctl violation ledger, fine, pay, waive, points, reward
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-ledger"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-json.h"
#include "muster-money.h"
#include "muster-text-table.h"
#include "muster-typed.h"
#include "muster-violation-edit.h"
#include "muster-violation-verbs.h"

/* Of which verb which line comes. */
static const struct
{
  const char *verb;
  MusterLedgerKind kind;
} lines[] = {
  { "fine", MUSTER_LEDGER_FINE },     { "pay", MUSTER_LEDGER_PAID },
  { "waive", MUSTER_LEDGER_WAIVED },  { "points", MUSTER_LEDGER_POINTS },
  { "reward", MUSTER_LEDGER_REWARD },
};

static void
add_amount (JsonBuilder *builder, const char *name, gint64 hundredths)
{
  g_autofree char *text = muster_money_dup_text (hundredths);

  muster_json_add_text (builder, name, text);
}

static void
add_member (JsonBuilder *builder, MusterViolationTarget *target, const MusterId *member)
{
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (member, id);
  muster_json_add_text (builder, "member", muster_violation_target_get_name (target, member));
  muster_json_add_text (builder, "member_id", id);
}

static void
add_balance_json (JsonBuilder *builder, MusterViolationTarget *target,
                  const MusterLedgerBalance *balance)
{
  json_builder_begin_object (builder);
  add_member (builder, target, &balance->membership);
  add_amount (builder, "fined", balance->fined);
  add_amount (builder, "paid", balance->paid);
  add_amount (builder, "waived", balance->waived);
  add_amount (builder, "owed", balance->owed);
  muster_json_add_day (builder, "due", balance->due_on);
  muster_json_add_int (builder, "penalties", balance->penalties);
  muster_json_add_int (builder, "rewards", balance->rewards);
  muster_json_add_int (builder, "points", balance->points);
  json_builder_end_object (builder);
}

static void
add_entry_json (JsonBuilder *builder, MusterViolationTarget *target, const MusterLedgerEntry *entry)
{
  g_autofree char *amount = muster_ledger_kind_dup_amount (entry->kind, entry->amount);
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (&entry->violation, id);
  json_builder_begin_object (builder);
  muster_json_add_day (builder, "on", entry->day);
  add_member (builder, target, &entry->membership);
  muster_json_add_text (builder, "kind", muster_ledger_kind_get_key (entry->kind));
  muster_json_add_text (builder, "amount", amount);
  muster_json_add_day (builder, "due", entry->due_on);
  muster_json_add_text (builder, "violation", muster_id_is_none (&entry->violation) ? NULL : id);
  muster_json_add_text (builder, "note", entry->note);
  muster_json_add_text (builder, "author", entry->author);
  json_builder_end_object (builder);
}

static gboolean
is_wanted (const MusterRosterMember *wanted, const MusterId *member)
{
  return wanted == NULL || muster_id_equal (&wanted->id, member);
}

static void
print_json (MusterViolationTarget *target, GPtrArray *balances, GPtrArray *entries,
            const MusterRosterMember *wanted)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "balances");
  json_builder_begin_array (builder);
  for (guint i = 0; i < balances->len; i++)
    if (is_wanted (wanted, &((const MusterLedgerBalance *) balances->pdata[i])->membership))
      add_balance_json (builder, target, balances->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    if (is_wanted (wanted, &((const MusterLedgerEntry *) entries->pdata[i])->membership))
      add_entry_json (builder, target, entries->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  muster_command_print_json (builder);
}

static void
print_balances (MusterViolationTarget *target, GPtrArray *balances,
                const MusterRosterMember *wanted)
{
  g_autoptr (MusterTextTable) table = muster_text_table_new (4);

  muster_text_table_add (table, _ ("Member"));
  muster_text_table_add (table, _ ("To pay"));
  muster_text_table_add (table, _ ("By"));
  muster_text_table_add (table, _ ("Points"));
  for (guint i = 0; i < balances->len; i++)
    {
      const MusterLedgerBalance *balance = balances->pdata[i];
      g_autofree char *owed = muster_money_dup_text (balance->owed);
      g_autofree char *due =
          balance->due_on != MUSTER_DAY_NONE ? muster_day_dup_text (balance->due_on) : NULL;
      g_autofree char *points = g_strdup_printf ("%" G_GINT64_FORMAT, balance->points);

      if (!is_wanted (wanted, &balance->membership))
        continue;
      muster_text_table_add (table,
                             muster_violation_target_get_name (target, &balance->membership));
      muster_text_table_add (table, owed);
      muster_text_table_add (table, due);
      muster_text_table_add (table, points);
    }
  muster_text_table_print (table);
}

static void
print_entries (MusterViolationTarget *target, GPtrArray *entries, const MusterRosterMember *wanted)
{
  g_autoptr (MusterTextTable) table = muster_text_table_new (5);

  for (guint i = 0; i < entries->len; i++)
    {
      const MusterLedgerEntry *entry = entries->pdata[i];
      g_autofree char *day = muster_day_dup_text (entry->day);
      g_autofree char *amount = muster_ledger_kind_dup_amount (entry->kind, entry->amount);

      if (!is_wanted (wanted, &entry->membership))
        continue;
      muster_text_table_add (table, day);
      muster_text_table_add (table, muster_violation_target_get_name (target, &entry->membership));
      muster_text_table_add (table, muster_ledger_kind_get_title (entry->kind));
      muster_text_table_add (table, amount);
      muster_text_table_add (table, entry->note);
    }
  g_print ("\n");
  muster_text_table_print (table);
}

static int
print_ledger (MusterCommandContext *context, MusterViolationTarget *target,
              const MusterRosterMember *wanted)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) balances = muster_violation_read_balances (
      target->db, muster_group_get_id (target->group), target->today, &entries, &error);

  if (balances == NULL)
    return muster_command_fail (context, error);

  if (context->json)
    print_json (target, balances, entries, wanted);
  else
    {
      print_balances (target, balances, wanted);
      print_entries (target, entries, wanted);
    }
  return MUSTER_EXIT_DONE;
}

/**
 * muster_violation_ledger_run:
 * @argv: @argv[0] is the verb
 */
int
muster_violation_ledger_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = {
    "violation ledger", N_ ("--group NAME"),
    N_ ("Fines and points: what everybody owes, and each line"), NULL
  };
  g_auto (MusterViolationTarget) target = { 0 };
  g_autofree char *member = NULL;
  const MusterRosterMember *wanted = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "member", 0, 0, G_OPTION_ARG_STRING, &member, N_ ("Only those of this member"), N_ ("NAME") },
    G_OPTION_ENTRY_NULL,
  };

  if (!muster_violation_target_parse (context, &command, entries, &argc, &argv, &target, &status))
    return status;
  if (argc != 1)
    return muster_command_fail_usage (context, _ ("“%s” is not expected here."), argv[1]);
  if (member != NULL)
    {
      wanted = muster_violation_target_find_member (context, &target, member, &status);
      if (wanted == NULL)
        return status;
    }
  return print_ledger (context, &target, wanted);
}

static gboolean
write_entry (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_violation_book (change, data, error);
}

static gboolean
parse_amount (MusterLedgerKind kind, const char *text, gint64 *out_amount)
{
  guint64 points;

  if (text == NULL)
    return FALSE;
  if (muster_ledger_kind_is_money (kind))
    return *text != '\0' && muster_typed_amount (text, out_amount);
  if (!g_ascii_string_to_unsigned (text, 10, 1, MUSTER_LEDGER_MAX_POINTS, &points, NULL))
    return FALSE;
  *out_amount = (gint64) points;
  return TRUE;
}

/* The violation of --violation, which must be the member's. */
static gboolean
fill_violation (MusterCommandContext *context, MusterViolationTarget *target,
                MusterLedgerEntry *entry, const char *text, int *out_status)
{
  const MusterViolationCase *about;

  if (text == NULL)
    return TRUE;
  about = muster_violation_target_find (context, target, text, out_status);
  if (about == NULL)
    return FALSE;
  if (!muster_id_equal (&about->violation->membership, &entry->membership))
    {
      *out_status =
          muster_command_fail_usage (context, "%s", _ ("That is a violation of another member."));
      return FALSE;
    }
  entry->violation = about->violation->id;
  return TRUE;
}

static int
book (MusterCommandContext *context, MusterViolationTarget *target, MusterLedgerEntry *entry,
      const MusterRosterMember *member)
{
  /* TRANSLATORS: a title in the history: a kind of line as Fine; the name of a member */
  g_autofree char *title =
      g_strdup_printf (_ ("%s: %s"), muster_ledger_kind_get_title (entry->kind),
                       muster_roster_member_get_name (member));
  g_autoptr (GError) error = NULL;

  return muster_store_write (target->store, title, write_entry, entry, NULL, &error)
             ? print_ledger (context, target, member)
             : muster_command_fail (context, error);
}

/**
 * muster_violation_book_run:
 * @argv: @argv[0] is the verb
 */
int
muster_violation_book_run (MusterCommandContext *context, int argc, char **argv)
{
  static const MusterCommand command = { "violation fine|pay|waive|points|reward",
                                         N_ ("AMOUNT --group NAME --member NAME"),
                                         N_ ("Write a line into the ledger"), NULL };
  g_auto (MusterViolationTarget) target = { 0 };
  g_autoptr (MusterLedgerEntry) entry = muster_ledger_entry_new (MUSTER_LEDGER_FINE);
  g_autofree char *name = NULL, *due = NULL, *violation = NULL;
  const MusterRosterMember *member;
  int status;
  const GOptionEntry entries[] = {
    { "member", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("Whose line it is"), N_ ("NAME") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &entry->note, N_ ("What for"), N_ ("TEXT") },
    { "violation", 0, 0, G_OPTION_ARG_STRING, &violation, N_ ("Of which violation"), N_ ("ID") },
    { "due", 0, 0, G_OPTION_ARG_STRING, &due, N_ ("fine: by when to pay"), N_ ("DATE") },
    G_OPTION_ENTRY_NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (strcmp (argv[0], lines[i].verb) == 0)
      entry->kind = lines[i].kind;
  if (!muster_violation_target_parse (context, &command, entries, &argc, &argv, &target, &status))
    return status;
  if (argc != 2 || !parse_amount (entry->kind, argv[1], &entry->amount))
    return muster_command_fail_usage (context, "%s",
                                      muster_ledger_kind_is_money (entry->kind)
                                          ? _ ("How much? Say an amount like 50 or 12.50.")
                                          : _ ("How many? Say a number of points."));
  member = muster_violation_target_find_member (context, &target, name, &status);
  if (member == NULL)
    return status;

  entry->group = *muster_group_get_id (target.group);
  entry->membership = member->id;
  entry->day = target.today;
  entry->author = g_strdup (muster_store_get_author (target.store));
  if (due != NULL && entry->kind != MUSTER_LEDGER_FINE)
    return muster_command_fail_usage (context, "%s", _ ("--due goes with fine."));
  if (!muster_violation_target_check_day (context, &target, &status) ||
      (due != NULL && !muster_command_parse_day (context, due, &entry->due_on, &status)) ||
      !fill_violation (context, &target, entry, violation, &status))
    return status;
  return book (context, &target, entry, member);
}
