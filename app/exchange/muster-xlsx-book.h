/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/xmlreader.h>

#include "muster-archive.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_XLSX_NUMBER,
  MUSTER_XLSX_DATE,
  MUSTER_XLSX_TIME,
} MusterXlsxKind;

typedef struct
{
  guint8 kind;   /* MusterXlsxKind */
  guint8 digits; /* of a number that is shown with leading zeros; else 0 */
} MusterXlsxStyle;

/**
 * MusterXlsxBook:
 *
 * What a workbook's sheets have in common: their names and files, the shared strings, and
 * how cell styles show numbers.
 */
typedef struct
{
  GPtrArray *names; /* owned, of char *: of the sheets, in order */
  GPtrArray *files; /* owned, of char *: their entries */
  GString *strings; /* owned: all shared strings, one after the other */
  GArray *offsets;  /* owned, of gsize: where each begins; one more for the end */
  GArray *hidden;   /* owned, of gboolean: sheets that Excel does not show */
  GArray *styles;   /* owned, of MusterXlsxStyle: for each cell style */
  gboolean starts_1904;
} MusterXlsxBook;

MusterXlsxBook *
muster_xlsx_book_new (MusterTextSource *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_xlsx_book_free (MusterXlsxBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterXlsxBook, muster_xlsx_book_free)

gboolean muster_xlsx_book_get_string (MusterXlsxBook *self, guint64 index, MusterSpan *out_text);
char *muster_xlsx_book_dup_number (MusterXlsxBook *self, const char *text, guint64 index);

/**
 * MusterXlsxPart:
 *
 * One XML file of the workbook, read as a stream.  A failure of the archive is kept in @error.
 */
typedef struct
{
  MusterArchive *archive; /* owned */
  xmlTextReaderPtr xml;   /* owned */
  GError *error;          /* owned, nullable */
} MusterXlsxPart;

MusterXlsxPart *muster_xlsx_part_open (MusterTextSource *source, const char *name,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_xlsx_part_free (MusterXlsxPart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterXlsxPart, muster_xlsx_part_free)

int muster_xlsx_part_read (MusterXlsxPart *self, GError **error);
gboolean muster_xlsx_part_is (MusterXlsxPart *self, const char *name);
char *muster_xlsx_part_dup_attribute (MusterXlsxPart *self, const char *name);

G_END_DECLS
