/* muster-event-edit.c - edits of an event, of one time of a series, or of many
 *
 * "This and later" cuts the series in two and edits all of the second; how what
 * belongs to a series goes along is the business of muster-event-series.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-edit"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-event-edit.h"
#include "muster-event-series.h"
#include "muster-event-table.h"
#include "muster-participation.h"
#include "muster-recurrence.h"
#include "muster-store-error.h"

#define NEAR (G_GINT64_CONSTANT (366) * 86400) /* seconds */
#define MAX_NEAR 800

/* What is edited, as it is stored. */
typedef struct
{
  MusterEvent *series; /* owned: the series, or the single event */
  GPtrArray *changed;  /* owned, of MusterEvent: the changed times of the series */
  MusterEvent *own;    /* nullable: of @changed, the one at @original_at */
  MusterEvent *shown;  /* owned: as the keeper sees that time */
  gint64 original_at;
} Edit;

static void
edit_clear (Edit *self)
{
  g_clear_pointer (&self->series, muster_event_free);
  g_clear_pointer (&self->changed, g_ptr_array_unref);
  g_clear_pointer (&self->shown, muster_event_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Edit, edit_clear)

/* The time of the series as it is seen: its own contents if it was changed. */
static MusterEvent *
make_shown (const Edit *edit)
{
  MusterEvent *shown = muster_event_copy (edit->own != NULL ? edit->own : edit->series);
  gint64 by = edit->original_at - edit->series->start_at;

  g_free (shown->recurrence);
  shown->recurrence = g_strdup (edit->series->recurrence);
  if (edit->own != NULL || edit->series->recurrence == NULL)
    return shown;

  shown->start_at += by;
  shown->end_at += by;
  shown->sign_up_until = muster_event_series_move_time (shown->sign_up_until, by);
  return shown;
}

static gboolean
find_time (Edit *self, gint64 original_at, GError **error)
{
  g_autoptr (MusterRecurrence) recurrence =
      muster_event_series_open_recurrence (self->series, error);

  if (recurrence == NULL)
    return FALSE;

  self->original_at = original_at;
  for (guint i = 0; i < self->changed->len; i++)
    if (((MusterEvent *) self->changed->pdata[i])->original_at == original_at)
      self->own = self->changed->pdata[i];
  if (self->own != NULL)
    return TRUE;
  if (self->series->recurrence == NULL)
    self->original_at = self->series->start_at;
  else if (!muster_recurrence_has_time (recurrence, original_at))
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND,
                   _ ("“%s” does not happen at that time any more."), self->series->title);
      return FALSE;
    }
  return TRUE;
}

/* @id may also be that of a changed time. */
static gboolean
edit_open (Edit *self, MusterDatabase *db, const MusterId *id, gint64 original_at, GError **error)
{
  g_autoptr (MusterEvent) event = muster_event_table_load (db, id, error);

  if (event == NULL)
    return FALSE;
  if (!muster_id_is_none (&event->series))
    return edit_open (self, db, &event->series, event->original_at, error);

  self->series = g_steal_pointer (&event);
  self->changed = muster_event_table_list_changed (db, id, error);
  if (self->changed == NULL || !find_time (self, original_at, error))
    return FALSE;

  self->shown = make_shown (self);
  return TRUE;
}

/**
 * muster_event_edit_load:
 * @original_at: which time of a series; not looked at for a single event
 *
 * Returns: (transfer full): that time of the event: its beginning, end and deadline are those of
 * the time, its rule that of the series; @id is the changed time's where it was changed, else the
 * series'
 */
MusterEvent *
muster_event_edit_load (MusterDatabase *db, const MusterId *series_or_event, gint64 original_at,
                        GError **error)
{
  g_auto (Edit) edit = { 0 };

  return edit_open (&edit, db, series_or_event, original_at, error) ? g_steal_pointer (&edit.shown)
                                                                    : NULL;
}

/**
 * muster_event_edit_find_near:
 * @series: a series, or a single event
 * @time: wall clock of a time that it had
 * @out_time: the time that it has nearest to that
 *
 * Returns: whether there is one; after a series was moved, what became of one of its times
 */
gboolean
muster_event_edit_find_near (MusterDatabase *db, const MusterId *series, gint64 time,
                             gint64 *out_time)
{
  g_autoptr (MusterEvent) event = muster_event_table_load (db, series, NULL);
  g_autoptr (MusterRecurrence) recurrence = NULL;
  g_autoptr (GArray) times = NULL;
  gint64 nearest = G_MAXINT64;

  if (event != NULL)
    recurrence = muster_event_series_open_recurrence (event, NULL);
  if (recurrence == NULL)
    return FALSE;

  times = muster_recurrence_list (recurrence, time - NEAR, time + NEAR, MAX_NEAR);
  for (guint i = 0; i < times->len; i++)
    {
      gint64 distance = ABS (g_array_index (times, gint64, i) - time);

      if (distance >= nearest)
        continue;
      nearest = distance;
      *out_time = g_array_index (times, gint64, i);
    }
  return nearest != G_MAXINT64;
}

/* A keeper who types a rule wants it to come true; a file's may not. */
static gboolean
check (const MusterEvent *event, GError **error)
{
  g_autoptr (MusterRecurrence) recurrence = NULL;

  if (!muster_event_check (event, error))
    return FALSE;
  recurrence = muster_event_series_open_recurrence (event, error);
  if (recurrence == NULL)
    return FALSE;
  if (muster_recurrence_has_times (recurrence))
    return TRUE;

  g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                       _ ("The rule never comes true: the event would never happen."));
  return FALSE;
}

/* One time of a series becomes an event of its own. */
static gboolean
save_this (MusterChange *change, const Edit *edit, const MusterEvent *edited, GError **error)
{
  g_autoptr (MusterEvent) event = muster_event_copy (edited);

  event->group = edit->series->group;
  event->series = edit->series->id;
  event->original_at = edit->original_at;
  event->sequence = edit->shown->sequence + 1;
  g_free (event->uid);
  event->uid = g_strdup (edit->series->uid);
  g_clear_pointer (&event->recurrence, g_free);
  if (edit->own == NULL)
    return muster_event_table_insert (change, event, error);

  event->id = edit->own->id;
  return muster_event_table_update (change, event, error);
}

/* The changed time from which all are edited is edited itself. */
static gboolean
save_own (MusterChange *change, const Edit *edit, const MusterEvent *edited, gboolean repeats,
          GError **error)
{
  g_autoptr (MusterEvent) own = NULL;

  if (edit->own == NULL)
    return TRUE;
  if (!repeats)
    return muster_event_table_delete (change, &edit->own->id, error);

  own = muster_event_table_load (muster_change_get_database (change), &edit->own->id, error);
  if (own == NULL)
    return FALSE;
  muster_event_series_apply_edits (own, edit->shown, edited, FALSE);
  own->start_at = edited->start_at;
  own->end_at = edited->end_at;
  own->all_day = edited->all_day;
  own->sign_up_until = edited->sign_up_until;
  return muster_event_table_update (change, own, error);
}

/* The rule follows the date, unless the keeper has said another one. */
static gboolean
settle_recurrence (MusterEvent *after, const MusterEvent *series, const MusterEvent *edited,
                   gboolean is_rule_edited, GError **error)
{
  g_autoptr (MusterRecurrence) recurrence = NULL;

  g_clear_pointer (&after->recurrence, g_free);
  if (is_rule_edited)
    {
      after->recurrence = g_strdup (edited->recurrence);
      return TRUE;
    }

  recurrence = muster_event_series_open_recurrence (series, error);
  if (recurrence == NULL ||
      !muster_recurrence_move (recurrence, after->start_at, after->all_day, error))
    return FALSE;
  after->recurrence = muster_recurrence_dup_text (recurrence);
  return TRUE;
}

static gboolean
save_all (MusterChange *change, const Edit *edit, const MusterEvent *edited,
          gboolean is_rule_edited, GError **error)
{
  const MusterEvent *series = edit->series;
  g_autoptr (MusterEvent) after = muster_event_copy (series);
  gboolean repeats = is_rule_edited ? edited->recurrence != NULL : series->recurrence != NULL;
  gint64 by = edited->start_at - edit->shown->start_at;

  muster_event_series_apply_edits (after, edit->shown, edited, FALSE);
  after->all_day = edited->all_day;
  after->start_at = repeats ? series->start_at + by : edited->start_at;
  after->end_at = after->start_at + edited->end_at - edited->start_at;
  after->sign_up_until =
      muster_event_series_move_time (edited->sign_up_until, after->start_at - edited->start_at);
  after->sequence = series->sequence + 1;
  if ((is_rule_edited || by != 0 || edited->all_day != series->all_day) &&
      !settle_recurrence (after, series, edited, is_rule_edited, error))
    return FALSE;

  return check (after, error) &&
         muster_event_series_replace (change, after,
                                      repeats ? by : edited->start_at - edit->original_at,
                                      by != 0 && !is_rule_edited, error) &&
         save_own (change, edit, edited, repeats, error);
}

/* Whether nothing comes before the time. */
static gboolean
is_first (const Edit *edit)
{
  g_autoptr (MusterRecurrence) recurrence =
      muster_event_series_open_recurrence (edit->series, NULL);
  g_autoptr (GArray) before = muster_recurrence_list (recurrence, G_MININT64, edit->original_at, 1);

  return before->len == 0;
}

static gboolean
save_later (MusterChange *change, const Edit *edit, const MusterEvent *edited,
            gboolean is_rule_edited, GError **error)
{
  g_auto (Edit) rest = { 0 };
  MusterId later;

  return muster_event_series_split (change, edit->series, edit->original_at, &later, error) &&
         edit_open (&rest, muster_change_get_database (change), &later, edit->original_at, error) &&
         save_all (change, &rest, edited, is_rule_edited, error);
}

static gboolean
insert (MusterChange *change, const MusterEvent *edited, GError **error)
{
  g_autoptr (MusterEvent) event = muster_event_copy (edited);

  return check (event, error) && muster_event_table_insert (change, event, error);
}

/**
 * muster_event_edit_save:
 * @series_or_event: (nullable): %NULL for a new event
 * @original_at: which time of a series; not looked at for a single event
 * @edited: what muster_event_edit_load() gave for that time, edited: its beginning, end and
 * deadline are those of the time
 *
 * Saves an edit of one time, of it and those after it, or of all.  If the date
 * was moved and the rule was not edited, the rule is moved along.  Only what
 * was edited is written to the other times; what they have of their own stays.
 * A time to which somebody has signed up stays, whatever the new rule says.
 */
gboolean
muster_event_edit_save (MusterChange *change, const MusterId *series_or_event, gint64 original_at,
                        const MusterEvent *edited, MusterEventScope scope, GError **error)
{
  g_auto (Edit) edit = { 0 };
  gboolean is_rule_edited;

  if (series_or_event == NULL || muster_id_is_none (series_or_event))
    return insert (change, edited, error);
  if (!edit_open (&edit, muster_change_get_database (change), series_or_event, original_at, error))
    return FALSE;

  is_rule_edited = g_strcmp0 (edited->recurrence, edit.shown->recurrence) != 0;
  if (edit.series->recurrence == NULL || scope == MUSTER_EVENT_ALL)
    return save_all (change, &edit, edited, is_rule_edited, error);
  if (scope == MUSTER_EVENT_THIS)
    return save_this (change, &edit, edited, error);

  return is_first (&edit) ? save_all (change, &edit, edited, is_rule_edited, error)
                          : save_later (change, &edit, edited, is_rule_edited, error);
}

/**
 * muster_event_edit_move:
 * @new_start: wall clock of its zone, of the time @original_at
 * @new_end: wall clock
 *
 * Moves an event; the deadline for signing up moves along.
 */
gboolean
muster_event_edit_move (MusterChange *change, const MusterId *series_or_event, gint64 original_at,
                        gint64 new_start, gint64 new_end, MusterEventScope scope, GError **error)
{
  g_autoptr (MusterEvent) event = muster_event_edit_load (muster_change_get_database (change),
                                                          series_or_event, original_at, error);

  if (event == NULL)
    return FALSE;

  event->sign_up_until =
      muster_event_series_move_time (event->sign_up_until, new_start - event->start_at);
  event->start_at = new_start;
  event->end_at = new_end;
  return muster_event_edit_save (change, series_or_event, original_at, event, scope, error);
}

static gboolean
delete_all (MusterChange *change, const MusterId *id, GError **error)
{
  return muster_participation_delete (change, id, G_MININT64, G_MAXINT64, error) &&
         muster_event_table_delete (change, id, error);
}

static gboolean
delete_this (MusterChange *change, Edit *edit, GError **error)
{
  g_autoptr (MusterRecurrence) recurrence =
      muster_event_series_open_recurrence (edit->series, error);
  guint others = edit->changed->len - (edit->own != NULL);

  if (recurrence == NULL)
    return FALSE;
  muster_recurrence_take_out (recurrence, edit->original_at);
  if (others == 0 && !muster_recurrence_has_times (recurrence))
    return delete_all (change, &edit->series->id, error);

  g_free (edit->series->recurrence);
  edit->series->recurrence = muster_recurrence_dup_text (recurrence);
  edit->series->sequence++;
  return (edit->own == NULL || muster_event_table_delete (change, &edit->own->id, error)) &&
         muster_event_table_update (change, edit->series, error) &&
         muster_participation_delete (change, &edit->series->id, edit->original_at,
                                      edit->original_at + 1, error);
}

static gboolean
delete_later (MusterChange *change, const Edit *edit, GError **error)
{
  MusterId later;

  return muster_event_series_split (change, edit->series, edit->original_at, &later, error) &&
         delete_all (change, &later, error);
}

/**
 * muster_event_edit_delete:
 *
 * Takes out one time, it and those after it, or all, with the answers and the
 * attendance that belong to them.
 */
gboolean
muster_event_edit_delete (MusterChange *change, const MusterId *series_or_event, gint64 original_at,
                          MusterEventScope scope, GError **error)
{
  g_auto (Edit) edit = { 0 };

  if (!edit_open (&edit, muster_change_get_database (change), series_or_event, original_at, error))
    return FALSE;

  if (edit.series->recurrence == NULL || scope == MUSTER_EVENT_ALL)
    return delete_all (change, &edit.series->id, error);
  if (scope == MUSTER_EVENT_THIS)
    return delete_this (change, &edit, error);

  return is_first (&edit) ? delete_all (change, &edit.series->id, error)
                          : delete_later (change, &edit, error);
}
