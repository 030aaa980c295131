/* muster-violations-page.c - the violations of a group, its ledger, and who wants to advertise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violations-page"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-advertisements-view.h"
#include "muster-ledger-view.h"
#include "muster-saving.h"
#include "muster-violation-list.h"
#include "muster-violation-record.h"
#include "muster-violation-view.h"
#include "muster-violations-export.h"
#include "muster-violations-page.h"

struct _MusterViolationsPage
{
  MusterGroupPage parent_instance;

  GCancellable *cancellable;   /* owned, NULL while nothing is being read */
  MusterViolationBoard *board; /* owned, NULL before it was read */
  MusterId shown;              /* the violation whose page is open; none: the list */

  GtkWidget *stack; /* "everyone" where no one group is open, else "parts" */
  GtkWidget *parts;
  GtkWidget *violations; /* "list" or "violation" */
  MusterViolationList *list;
  MusterViolationView *view;
  MusterLedgerView *ledger;
  MusterAdvertisementsView *advertisements;
};

G_DEFINE_FINAL_TYPE (MusterViolationsPage, muster_violations_page, MUSTER_TYPE_GROUP_PAGE)

typedef struct
{
  MusterId group;
  MusterDay today;
} Request;

static gpointer
read_board (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return muster_violation_board_read (db, &request->group, request->today, error);
}

static void
show_violations (MusterViolationsPage *self)
{
  MusterGroup *group = muster_group_page_get_group (MUSTER_GROUP_PAGE (self));
  const MusterViolationCase *about = muster_violation_board_find (self->board, &self->shown);

  muster_violation_list_show (self->list, self->board);
  if (about != NULL)
    muster_violation_view_show (self->view, group, self->board, about);
  gtk_stack_set_visible_child_name (GTK_STACK (self->violations),
                                    about != NULL ? "violation" : "list");
}

static void
show_board (MusterViolationsPage *self)
{
  MusterGroup *group = muster_group_page_get_group (MUSTER_GROUP_PAGE (self));

  if (group == NULL)
    return;
  show_violations (self);
  muster_ledger_view_show (self->ledger, group, self->board);
  muster_advertisements_view_show (self->advertisements, group, self->board);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterViolationsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  MusterViolationBoard *board = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (board == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s", error->message);
      return;
    }

  g_clear_pointer (&self->board, muster_violation_board_unref);
  self->board = board;
  show_board (self);
}

static void
cancel (MusterViolationsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
muster_violations_page_refresh (MusterGroupPage *page)
{
  MusterViolationsPage *self = MUSTER_VIOLATIONS_PAGE (page);
  MusterGroup *group = muster_group_page_get_group (page);
  Request *request;

  cancel (self);
  if (group == NULL || muster_group_page_shows_everyone (page))
    return;
  request = g_new0 (Request, 1);
  request->group = *muster_group_get_id (group);
  request->today = muster_group_page_get_today (page);
  self->cancellable = g_cancellable_new ();
  muster_store_read_async (muster_context_get_store (muster_group_page_get_context (page)),
                           read_board, request, g_free,
                           (GDestroyNotify) muster_violation_board_unref, self->cancellable,
                           read_cb, g_object_ref (self));
}

static void
muster_violations_page_opened (MusterGroupPage *page)
{
  MusterViolationsPage *self = MUSTER_VIOLATIONS_PAGE (page);
  gboolean everyone = muster_group_page_shows_everyone (page);

  self->shown = (MusterId){ { 0 } };
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), everyone ? "everyone" : "parts");
  muster_group_page_refresh (page);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterId id;

  if (muster_id_parse (g_variant_get_string (parameter, NULL), &id))
    muster_violations_page_open (MUSTER_VIOLATIONS_PAGE (widget), &id);
  else
    gtk_stack_set_visible_child_name (GTK_STACK (MUSTER_VIOLATIONS_PAGE (widget)->parts), "ledger");
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterViolationsPage *self = MUSTER_VIOLATIONS_PAGE (widget);

  self->shown = (MusterId){ { 0 } };
  if (self->board != NULL)
    show_violations (self);
}

static void
record_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterViolationsPage *self = MUSTER_VIOLATIONS_PAGE (widget);
  MusterGroupPage *page = MUSTER_GROUP_PAGE (widget);

  if (self->board != NULL && muster_group_page_get_group (page) != NULL)
    muster_violation_record_present (widget, muster_group_page_get_context (page),
                                     muster_group_page_get_group (page), self->board);
}

static gboolean
save_export (MusterStore *store, const char *path, gpointer data, GError **error)
{
  gint64 n_rows;

  return muster_violations_export_run (store, data, path, MUSTER_EXPORT_FULL, &n_rows, error);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterGroupPage *page = MUSTER_GROUP_PAGE (widget);
  MusterGroup *group = muster_group_page_get_group (page);
  g_autofree char *name = NULL;

  if (group == NULL || muster_group_page_shows_everyone (page))
    return;
  /* TRANSLATORS: the name of a file: the name of a group */
  name = g_strdup_printf (_ ("Violations of %s.xlsx"), muster_group_get_name (group));
  muster_saving_ask (widget, muster_group_page_get_context (page), _ ("Export the Violations"),
                     name, save_export, g_object_ref (group), g_object_unref);
}

static void
muster_violations_page_dispose (GObject *object)
{
  MusterViolationsPage *self = MUSTER_VIOLATIONS_PAGE (object);

  cancel (self);
  g_clear_pointer (&self->board, muster_violation_board_unref);

  G_OBJECT_CLASS (muster_violations_page_parent_class)->dispose (object);
}

static void
muster_violations_page_class_init (MusterViolationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MusterGroupPageClass *page_class = MUSTER_GROUP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_violations_page_dispose;
  page_class->opened = muster_violations_page_opened;
  page_class->refresh = muster_violations_page_refresh;
  gtk_widget_class_install_action (widget_class, "violations.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "violations.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "violations.record", NULL, record_action);
  gtk_widget_class_install_action (widget_class, "violations.export", NULL, export_action);
}

/* The list, and the page of one. */
static GtkWidget *
new_violations (MusterViolationsPage *self, MusterContext *context)
{
  self->violations = gtk_stack_new ();
  self->list = MUSTER_VIOLATION_LIST (muster_violation_list_new ());
  self->view = MUSTER_VIOLATION_VIEW (muster_violation_view_new (context));
  gtk_stack_add_named (GTK_STACK (self->violations), GTK_WIDGET (self->list), "list");
  gtk_stack_add_named (GTK_STACK (self->violations), GTK_WIDGET (self->view), "violation");
  return self->violations;
}

static GtkWidget *
new_parts (MusterViolationsPage *self, MusterContext *context)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->parts = gtk_stack_new ();
  self->ledger = MUSTER_LEDGER_VIEW (muster_ledger_view_new (context));
  self->advertisements = MUSTER_ADVERTISEMENTS_VIEW (muster_advertisements_view_new (context));
  gtk_stack_add_titled (GTK_STACK (self->parts), new_violations (self, context), "violations",
                        _ ("Violations"));
  gtk_stack_add_titled (GTK_STACK (self->parts), GTK_WIDGET (self->ledger), "ledger", _ ("Fines"));
  gtk_stack_add_titled (GTK_STACK (self->parts), GTK_WIDGET (self->advertisements),
                        "advertisements", _ ("Adverts"));
  gtk_widget_set_vexpand (self->parts, TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->parts));
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (switcher, "narrow");
  gtk_widget_set_margin_top (switcher, 12);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), self->parts);
  return box;
}

static void
muster_violations_page_init (MusterViolationsPage *self)
{
  GtkWidget *everyone = adw_status_page_new ();

  self->stack = gtk_stack_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (everyone), "system-users-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (everyone), _ ("Choose a Group"));
  adw_status_page_set_description (ADW_STATUS_PAGE (everyone),
                                   _ ("Each group has rules and violations of its own."));
  gtk_stack_add_named (GTK_STACK (self->stack), everyone, "everyone");
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

GtkWidget *
muster_violations_page_new (MusterContext *context)
{
  MusterViolationsPage *self = g_object_new (MUSTER_TYPE_VIOLATIONS_PAGE, "context", context, NULL);

  gtk_stack_add_named (GTK_STACK (self->stack), new_parts (self, context), "parts");
  return GTK_WIDGET (self);
}

/**
 * muster_violations_page_open:
 * @violation: of the group that is open
 */
void
muster_violations_page_open (MusterViolationsPage *self, const MusterId *violation)
{
  g_return_if_fail (MUSTER_IS_VIOLATIONS_PAGE (self));

  self->shown = *violation;
  gtk_stack_set_visible_child_name (GTK_STACK (self->parts), "violations");
  if (self->board != NULL)
    show_violations (self);
}
