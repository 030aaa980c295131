/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterInputError:
 * @MUSTER_INPUT_ERROR_UNKNOWN: nothing in the file tells what it is
 * @MUSTER_INPUT_ERROR_MALFORMED: it is of a known kind, but broken
 * @MUSTER_INPUT_ERROR_ENCODING: its characters can't be read
 * @MUSTER_INPUT_ERROR_EMPTY: there is nothing in it
 * @MUSTER_INPUT_ERROR_LIMIT: it goes beyond a limit set against hostile or broken files
 * @MUSTER_INPUT_ERROR_UNSUITABLE: it is well-formed, but not what was asked for here
 *
 * What a person handed over can't be used.  musterctl ends with status 3.
 */
typedef enum
{
  MUSTER_INPUT_ERROR_UNKNOWN,
  MUSTER_INPUT_ERROR_MALFORMED,
  MUSTER_INPUT_ERROR_ENCODING,
  MUSTER_INPUT_ERROR_EMPTY,
  MUSTER_INPUT_ERROR_LIMIT,
  MUSTER_INPUT_ERROR_UNSUITABLE,
} MusterInputError;

#define MUSTER_INPUT_ERROR (muster_input_error_quark ())
GQuark muster_input_error_quark (void);

void muster_input_error_set (GError **error, MusterInputError code, guint64 line,
                             const char *format, ...) G_GNUC_PRINTF (4, 5);
void muster_input_error_set_file (GError *error, const char *file);

const char *muster_input_error_get_file (const GError *error);
guint64 muster_input_error_get_line (const GError *error);
const char *muster_input_error_get_code_name (const GError *error);
char *muster_input_error_dup_text (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
