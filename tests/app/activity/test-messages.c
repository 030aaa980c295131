/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "muster-coverage-table.h"
#include "muster-group-table.h"
#include "muster-import-table.h"
#include "muster-message-import.h"
#include "muster-query.h"
#include "muster-sender-table.h"
#include "muster-store.h"
#include "muster-undo.h"

#define DAY 86400

/* A script: each step imports messages, undoes, redoes or asks; messages are
 * "DAY MINUTE SENDER TEXT", separated by semicolons; a sender that begins with
 * # is an account.  After each step the senders are compared: name count. */
typedef struct
{
  const char *step;
  const char *messages;
  guint n_new;
  const char *senders;
} Step;

typedef struct
{
  const char *label;
  Step steps[7];
} Script;

static const Script scripts[] = {
  { "once", { { "import", "1 0 a hello;1 1 b hi", 2, "a 1 b 1" } } },
  { "the same twice adds nothing",
    { { "import", "1 0 a hello;1 1 b hi", 2, "a 1 b 1" },
      { "import", "1 0 a hello;1 1 b hi", 0, "a 1 b 1" } } },
  { "overlapping",
    { { "import", "1 0 a one;2 0 a two", 2, "a 2" },
      { "import", "2 0 a two;3 0 a three", 1, "a 3" } } },
  { "identical messages within a minute are counted",
    { { "import", "1 0 a ok;1 0 a ok;1 0 b ok", 3, "a 2 b 1" },
      { "import", "1 0 a ok;1 0 a ok;1 0 a ok;1 0 b ok", 1, "a 3 b 1" } } },
  { "line ends, marks and trailing space do not matter",
    { { "import", "1 0 a hello", 1, "a 1" },
      { "import", "1 0 a \xe2\x80\x8ehello \r", 0, "a 1" } } },
  { "an account is one sender whatever its name",
    { { "import", "1 0 #7=old x;2 0 #7=new y", 2, "new 2" } } },
  { "a name is not an account", { { "import", "1 0 #7=a x;1 0 #7 y", 2, "a 2" } } },
  { "undo and redo",
    { { "import", "1 0 a one", 1, "a 1" },
      { "import", "2 0 b two", 1, "a 1 b 1" },
      { "undo", NULL, 0, "a 1" },
      { "redo", NULL, 0, "a 1 b 1" } } },
  { "undo keeps what another import covers",
    { { "import", "1 0 a one;3 0 a three", 2, "a 2" },
      { "import", "1 0 a one;2 0 a two", 1, "a 3" },
      { "undo first", NULL, 0, "a 2" } } },
  { "again after undo",
    { { "import", "1 0 a one;2 0 b two", 2, "a 1 b 1" },
      { "undo", NULL, 0, "" },
      { "import", "1 0 a one;2 0 b two", 2, "a 1 b 1" } } },
  { "before 1970",
    { { "import", "-1 5 a x;-1 5 a x", 2, "a 2" }, { "import", "-1 5 a x", 0, "a 2" } } },
};

typedef struct
{
  char **lines;
  guint i;
} Source;

typedef struct
{
  MusterId group;
  Source source;
  MusterMessageBatch batch;
} Run;

static gboolean
next_message (gpointer data, MusterMessage *message, GError **error)
{
  Source *source = data;
  char **words, *id = NULL, *name;

  if (source->lines[source->i] == NULL)
    return FALSE;

  words = g_strsplit (source->lines[source->i++], " ", 4);
  message->utc = g_ascii_strtoll (words[0], NULL, 10) * DAY + atoi (words[1]) * 60;
  name = words[2];
  if (*name == '#')
    {
      id = name + 1;
      name = strchr (id, '=');
      if (name != NULL)
        *name++ = '\0';
    }
  /* the spans must live until the next call: interned, as this is a test */
  message->sender_id = muster_span_of (g_intern_string (id));
  message->sender_name = muster_span_of (g_intern_string (name));
  message->body = muster_span_of (g_intern_string (words[3]));
  g_strfreev (words);
  return TRUE;
}

static gboolean
run_import (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Run *run = data;
  MusterImport import = { 0 };
  guint8 secret[16];

  import.group = run->group;
  import.kind = (char *) "chat";
  g_assert_true (muster_group_table_load_secret (muster_change_get_database (change), &run->group,
                                                 secret, error));
  g_assert_true (muster_import_table_insert (change, &import, error));
  g_assert_true (muster_message_import_run (change, &run->group, &import.id, secret, FALSE,
                                            next_message, &run->source, &run->batch, error));
  return muster_coverage_table_insert (change, &run->group, &import.id,
                                       muster_day_from_seconds (run->batch.first_at),
                                       muster_day_from_seconds (run->batch.last_at), "f", error);
}

static gboolean
add_group (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterGroup) group = muster_group_new (NULL, "g");

  return muster_group_table_insert (change, group, data, error);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static char *
dup_senders (MusterStore *store, const MusterId *group)
{
  g_autoptr (GPtrArray) senders = muster_sender_table_list (muster_store_get_database (store, NULL),
                                                            group, MUSTER_DAY_NONE, NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < senders->len; i++)
    {
      const MusterSender *sender = senders->pdata[i];

      g_ptr_array_add (words,
                       g_strdup_printf ("%s %" G_GINT64_FORMAT, sender->name, sender->count));
    }
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **) words->pdata);
}

static void
run_step (MusterStore *store, const MusterId *group, const MusterId *first, const Step *step)
{
  g_autoptr (MusterUndoReport) report = NULL;

  if (g_str_equal (step->step, "undo"))
    report = muster_undo_last (store, NULL);
  else if (g_str_equal (step->step, "redo"))
    report = muster_undo_redo (store, NULL);
  else if (g_str_equal (step->step, "undo first"))
    report = muster_undo_change (store, first, NULL);
  else
    {
      Run run = { *group, { g_strsplit (step->messages, ";", -1), 0 }, { 0 } };

      g_assert_true (muster_store_write (store, "Import", run_import, &run, NULL, NULL));
      g_assert_cmpuint (run.batch.n_new, ==, step->n_new);
      g_strfreev (run.source.lines);
      return;
    }
  g_assert_nonnull (report);
}

static MusterId
find_first_import (MusterStore *store)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_store_get_database (store, NULL),
                        "SELECT id FROM changes WHERE title = 'Import' ORDER BY seq LIMIT 1", NULL);
  MusterId id;

  g_assert_true (muster_query_next (query, NULL));
  muster_query_get_id (query, 0, &id);
  return id;
}

static void
test_script (gconstpointer data)
{
  const Script *script = data;
  g_autofree char *folder = g_dir_make_tmp ("muster-messages-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "muster.db", NULL);
  MusterClock *clock = muster_clock_new_fixed ((gint64) 1795262400 * G_USEC_PER_SEC);
  MusterStore *store = muster_store_open (path, clock, NULL);
  MusterId group, first = { { 0 } };

  g_assert_true (muster_store_write (store, "Add", add_group, &group, NULL, NULL));
  for (const Step *step = script->steps; step->step != NULL; step++)
    {
      g_autofree char *names = NULL;

      g_test_message ("%s: %s", script->label, step->step);
      run_step (store, &group, &first, step);
      if (muster_id_is_none (&first))
        first = find_first_import (store);
      names = dup_senders (store, &group);
      g_assert_cmpstr (names, ==, step->senders);
    }

  g_assert_finalize_object (store);
  g_assert_finalize_object (clock);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (sqlite3_memory_used (), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_strconcat ("/messages/", scripts[i].label, NULL);

      g_strdelimit (path, " ", '-');
      g_test_add_data_func (path, &scripts[i], test_script);
    }
  return g_test_run ();
}
