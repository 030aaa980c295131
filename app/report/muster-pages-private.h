/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-pages.h"

G_BEGIN_DECLS

#define MUSTER_PAGES_MARGIN 50.0
#define MUSTER_PAGES_FOOTER_HEIGHT 28.0
#define MUSTER_PAGES_TEXT_SIZE 11.0
#define MUSTER_PAGES_NOTE_SIZE 9.0
#define MUSTER_PAGES_ROW_HEIGHT 19.0
#define MUSTER_PAGES_INDENT 22.0
#define MUSTER_PAGES_RULE_HEIGHT 12.0

typedef struct
{
  guint n_columns;
  char **titles;  /* owned */
  double *shares; /* owned: of the width; together 1 */
} MusterPagesTable;

typedef struct
{
  char *markup;            /* owned; NULL of a row and of a rule */
  char *marker;            /* owned; NULL if none */
  char **cells;            /* owned; of a row */
  MusterPagesTable *table; /* of a row */
  guint depth;             /* how far it is indented */
  double size;             /* of the letters */
  double gap;              /* above it, unless a page begins */
  double grey;             /* of the letters: 0 is black */
  gboolean keep;           /* on the page of what comes next */
} MusterPagesPiece;

/* Some lines of a piece on a page. */
typedef struct
{
  guint piece;
  guint page;
  double y;
  int first_line;
  int n_lines;
  gboolean has_head; /* the head of its table stands above it */
} MusterPagesPlace;

struct _MusterPages
{
  char *title;       /* owned */
  GPtrArray *pieces; /* owned, of MusterPagesPiece */
  GPtrArray *tables; /* owned, of MusterPagesTable */
  GArray *places;    /* owned, of MusterPagesPlace, page by page; for the size below */
  double width;
  double height;
  PangoContext *context;
  PangoLayout *layout; /* of the piece looked at last; NULL if none: a long one is on many pages */
  guint layout_of;     /* which piece */
};

void muster_pages_place (MusterPages *self, double width, double height);
PangoLayout *muster_pages_new_layout (MusterPages *self, const char *markup, double size,
                                      double width) G_GNUC_WARN_UNUSED_RESULT;
PangoLayout *muster_pages_get_layout (MusterPages *self, guint piece);
double muster_pages_get_line_height (PangoLayout *layout, int line);

G_END_DECLS
