/* muster-language.c - the language of a program, as its user set it
 *
 * Part of base; each main() calls it first, and nobody else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-language"

#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "muster-language.h"

/**
 * muster_language_set_up_process:
 *
 * Without a locale, as in cron and containers, names would be read and printed as
 * ASCII: then it is UTF-8.  MUSTER_LOCALEDIR is for a build folder, see ./dev run.
 */
void
muster_language_set_up_process (void)
{
  const char *catalogues = g_getenv ("MUSTER_LOCALEDIR");

  setlocale (LC_ALL, "");
  if (g_strcmp0 (setlocale (LC_CTYPE, NULL), "C") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, catalogues != NULL ? catalogues : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
