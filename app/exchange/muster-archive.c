/* muster-archive.c - the entries of a ZIP, within limits
 *
 * Workbooks and chat exports come as ZIP files.  Entries are read as a stream;
 * how much comes out is compared with how much went in, so that a small file
 * can't fill the memory or the disk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-archive"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "muster-archive.h"
#include "muster-input-error.h"

#define MAX_ENTRIES 200000
#define MAX_TOTAL ((guint64) 8 << 30)
#define MAX_RATIO 250
#define RATIO_FREE (64 * 1024 * 1024) /* below this any ratio is harmless */
#define BLOCK_BYTES (64 * 1024)

struct _MusterArchive
{
  struct archive *archive; /* owned */
  gsize packed;            /* bytes of the whole file */
  guint64 unpacked;
  guint n_entries;
  char *name; /* owned: of the current entry */
};

static gboolean
fail (MusterArchive *self, GError **error)
{
  const char *reason = archive_error_string (self->archive);

  muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, 0,
                          /* TRANSLATORS: %s is the reason, in English */
                          _ ("The packed file is damaged: %s"), reason != NULL ? reason : "?");
  return FALSE;
}

/**
 * muster_archive_open:
 * @source: an archive; must live as long as this
 *
 * Returns: (transfer full) (nullable): before its first entry
 */
MusterArchive *
muster_archive_open (MusterTextSource *source, GError **error)
{
  g_autoptr (MusterArchive) self = g_new0 (MusterArchive, 1);
  MusterSpan raw = muster_text_source_get_raw (source);

  self->packed = raw.length;
  self->archive = archive_read_new ();
  archive_read_support_format_zip (self->archive);
  if (archive_read_open_memory (self->archive, raw.data, raw.length) != ARCHIVE_OK)
    {
      fail (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
muster_archive_free (MusterArchive *self)
{
  archive_read_free (self->archive);
  g_free (self->name);
  g_free (self);
}

/**
 * muster_archive_next:
 *
 * Moves to the next entry.
 *
 * Returns: (nullable): its name, valid until the next call; %NULL at the end and on error
 */
const char *
muster_archive_next (MusterArchive *self, GError **error)
{
  struct archive_entry *entry;
  const char *name;
  int result = archive_read_next_header (self->archive, &entry);

  if (result == ARCHIVE_EOF)
    return NULL;
  if (result < ARCHIVE_WARN)
    {
      fail (self, error);
      return NULL;
    }
  if (++self->n_entries > MAX_ENTRIES)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, 0,
                              _ ("The packed file has more than %d entries."), MAX_ENTRIES);
      return NULL;
    }
  name = archive_entry_pathname_utf8 (entry);
  if (name == NULL)
    name = archive_entry_pathname (entry);
  g_free (self->name);
  self->name = g_utf8_make_valid (name != NULL ? name : "", -1);
  return self->name;
}

/**
 * muster_archive_find:
 *
 * Moves forward to the entry of that name.
 *
 * Returns: %FALSE when there is none further on, and with @error set
 */
gboolean
muster_archive_find (MusterArchive *self, const char *name, GError **error)
{
  const char *next;

  while ((next = muster_archive_next (self, error)) != NULL)
    if (g_ascii_strcasecmp (next, name) == 0)
      return TRUE;
  return FALSE;
}

/**
 * muster_archive_read:
 *
 * Returns: bytes of the current entry, 0 at its end, -1 on error
 */
gssize
muster_archive_read (MusterArchive *self, void *buffer, gsize size, GError **error)
{
  gssize n = archive_read_data (self->archive, buffer, size);

  if (n < 0)
    {
      fail (self, error);
      return -1;
    }
  self->unpacked += (guint64) n;
  if (self->unpacked > MAX_TOTAL ||
      (self->unpacked > RATIO_FREE && self->unpacked / MAX_RATIO > self->packed))
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, 0,
                              _ ("The packed file unpacks to far more than a real one would; it "
                                 "was not read further."));
      return -1;
    }
  return n;
}

/**
 * muster_archive_read_bytes:
 * @max_bytes: a longer entry is an error
 *
 * Returns: (transfer full) (nullable): the whole current entry
 */
GBytes *
muster_archive_read_bytes (MusterArchive *self, gsize max_bytes, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK_BYTES);
  gssize n;

  while ((n = muster_archive_read (self, block, BLOCK_BYTES, error)) > 0)
    {
      if (all->len + (gsize) n > max_bytes)
        {
          muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, 0,
                                  _ ("“%s” in the packed file is too large."), self->name);
          return NULL;
        }
      g_byte_array_append (all, block, (guint) n);
    }
  if (n < 0)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/**
 * muster_archive_has:
 *
 * Returns: whether the archive has an entry of that name; %FALSE also if it is damaged
 */
gboolean
muster_archive_has (MusterTextSource *source, const char *name)
{
  g_autoptr (MusterArchive) archive = muster_archive_open (source, NULL);

  return archive != NULL && muster_archive_find (archive, name, NULL);
}

static gboolean
is_chat_name (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);

  if (!g_str_has_suffix (base, ".txt") || g_str_has_prefix (name, "__MACOSX/") || base[0] == '.')
    return FALSE;
  return strcmp (base, "_chat.txt") == 0 || strstr (base, "WhatsApp") != NULL;
}

/**
 * muster_archive_has_chat:
 *
 * Returns: whether there is a text named as WhatsApp names the chat in its archives
 */
gboolean
muster_archive_has_chat (MusterTextSource *source)
{
  g_autoptr (MusterArchive) archive = muster_archive_open (source, NULL);
  const char *name;

  while (archive != NULL && (name = muster_archive_next (archive, NULL)) != NULL)
    if (is_chat_name (name))
      return TRUE;
  return FALSE;
}

static gboolean
copy_to_file (MusterArchive *self, int fd, const char *path, GError **error)
{
  g_autofree char *block = g_malloc (BLOCK_BYTES);
  gssize n;

  while ((n = muster_archive_read (self, block, BLOCK_BYTES, error)) > 0)
    for (gssize done = 0; done < n;)
      {
        gssize written = write (fd, block + done, (gsize) (n - done));

        if (written < 0 && errno == EINTR)
          continue;
        if (written < 0)
          {
            g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), "%s: %s", path,
                         g_strerror (errno));
            return FALSE;
          }
        done += written;
      }
  return n == 0;
}

/**
 * muster_archive_extract_chat:
 *
 * Returns: (transfer full) (nullable): the text of the chat, named as the archive
 */
MusterTextSource *
muster_archive_extract_chat (MusterTextSource *source, GError **error)
{
  g_autoptr (MusterArchive) archive = muster_archive_open (source, error);
  g_autofree char *path = NULL;
  MusterTextSource *text = NULL;
  GError *own = NULL;
  const char *name = NULL;
  int fd;

  if (archive == NULL)
    return NULL;
  while ((name = muster_archive_next (archive, &own)) != NULL && !is_chat_name (name))
    continue;
  if (name == NULL)
    {
      if (own == NULL)
        muster_input_error_set (&own, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                                _ ("There is no chat in the packed file."));
      g_propagate_error (error, own);
      return NULL;
    }

  path = g_build_filename (g_get_tmp_dir (), "muster-XXXXXX", NULL);
  fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), "%s: %s", path,
                   g_strerror (errno));
      return NULL;
    }
  if (copy_to_file (archive, fd, path, error))
    text = muster_text_source_new_for_file (path, NULL, error);
  if (text != NULL)
    muster_text_source_set_name (text, muster_text_source_get_name (source));
  close (fd);
  g_unlink (path);
  return text;
}
