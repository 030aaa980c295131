/* muster-text-source.c - a file as one piece of UTF-8
 *
 * Whatever encoding the bytes have, readers see one contiguous region of
 * UTF-8.  A file that is UTF-8 already is mapped and used in place; another
 * one is converted in pieces into an unlinked temporary file, which is mapped
 * in its stead, so that memory stays bounded at any size.  The order of the
 * attempts is FORMATS.md section 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-text-source"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <unicode/ucnv.h>

#include "muster-encoding.h"
#include "muster-input-error.h"
#include "muster-text-source.h"

#define MAX_FILE_BYTES ((goffset) 16 << 30)
#define PIVOT_UNITS 16384
#define CHUNK_BYTES (64 * 1024)
#define NOISE_SAMPLE (64 * 1024)

struct _MusterTextSource
{
  GObject parent_instance;

  char *name;     /* owned, nullable: what to call it in messages */
  char *encoding; /* owned */
  GBytes *bytes;  /* owned, NULL when mapped */
  char *map;      /* owned mapping of the file, or NULL */
  gsize map_size;
  char *converted; /* owned mapping of the converted text, or NULL */
  gsize converted_size;
  MusterSpan raw;  /* into bytes or map */
  MusterSpan text; /* into raw or converted */
  guint64 n_replaced;
  gint64 modified;
  gboolean is_archive;
  gboolean is_guessed;
};

G_DEFINE_FINAL_TYPE (MusterTextSource, muster_text_source, G_TYPE_OBJECT)

static void
set_file_error (const char *path, int code, GError **error)
{
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", path,
               g_strerror (code));
}

static void
set_input_error (MusterTextSource *self, MusterInputError code, const char *text, GError **error)
{
  g_autoptr (GError) own = NULL;

  muster_input_error_set (&own, code, 0, "%s", text);
  if (self->name != NULL)
    muster_input_error_set_file (own, self->name);
  g_propagate_error (error, g_steal_pointer (&own));
}

/* Opens without waiting for the other end of a FIFO. */
static int
open_regular (MusterTextSource *self, const char *path, struct stat *info, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (fd < 0)
    {
      set_file_error (path, errno, error);
      return -1;
    }
  if (fstat (fd, info) != 0)
    {
      set_file_error (path, errno, error);
      close (fd);
      return -1;
    }
  if (S_ISDIR (info->st_mode))
    set_input_error (self, MUSTER_INPUT_ERROR_UNSUITABLE, _ ("This is a folder, not a file."),
                     error);
  else if (!S_ISREG (info->st_mode))
    set_input_error (self, MUSTER_INPUT_ERROR_UNSUITABLE,
                     _ ("This is not an ordinary file. Save its contents as a file first."), error);
  else if (info->st_size == 0)
    set_input_error (self, MUSTER_INPUT_ERROR_EMPTY, _ ("The file is empty."), error);
  else if (info->st_size > MAX_FILE_BYTES)
    set_input_error (self, MUSTER_INPUT_ERROR_LIMIT, _ ("The file is larger than 16 GiB."), error);
  else
    return fd;

  close (fd);
  return -1;
}

static gboolean
map_file (MusterTextSource *self, const char *path, GError **error)
{
  struct stat info;
  int fd = open_regular (self, path, &info, error);
  void *map;

  if (fd < 0)
    return FALSE;

  map = mmap (NULL, (gsize) info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (map == MAP_FAILED)
    {
      set_file_error (path, errno, error);
      close (fd);
      return FALSE;
    }
  close (fd);
  self->map = map;
  self->map_size = (gsize) info.st_size;
  self->raw = (MusterSpan){ self->map, self->map_size };
  self->modified = info.st_mtim.tv_sec;
  madvise (map, self->map_size, MADV_SEQUENTIAL);
  return TRUE;
}

static int
open_temporary (GError **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "muster-XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    set_file_error (path, errno, error);
  else
    unlink (path);
  return fd;
}

static gboolean
write_all (int fd, const char *data, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_file_error (g_get_tmp_dir (), errno, error);
          return FALSE;
        }
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/* Replaces what can't be decoded by U+FFFD and counts it. */
static void
count_replaced_cb (const void *context, UConverterToUnicodeArgs *args, const char *units,
                   int32_t length, UConverterCallbackReason reason, UErrorCode *status)
{
  static const UChar replacement = 0xFFFD;

  if (reason > UCNV_IRREGULAR)
    return;

  (*(guint64 *) context)++;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars (args, &replacement, 1, 0, status);
}

static gboolean
convert_pieces (MusterTextSource *self, UConverter *from, UConverter *to, MusterSpan text, int fd,
                GError **error)
{
  g_autofree UChar *pivot = g_new (UChar, PIVOT_UNITS);
  g_autofree char *out = g_malloc (CHUNK_BYTES);
  UChar *pivot_source = pivot, *pivot_target = pivot;
  const char *p = text.data;
  const char *end = text.data + text.length;
  gboolean first = TRUE;

  while (TRUE)
    {
      UErrorCode status = U_ZERO_ERROR;
      char *target = out;

      ucnv_convertEx (to, from, &target, out + CHUNK_BYTES, &p, end, pivot, &pivot_source,
                      &pivot_target, pivot + PIVOT_UNITS, first, TRUE, &status);
      first = FALSE;
      if (U_FAILURE (status) && status != U_BUFFER_OVERFLOW_ERROR)
        {
          set_input_error (self, MUSTER_INPUT_ERROR_ENCODING,
                           _ ("The characters of this file can't be read."), error);
          return FALSE;
        }
      if (!write_all (fd, out, (gsize) (target - out), error))
        return FALSE;
      self->converted_size += (gsize) (target - out);
      if (status != U_BUFFER_OVERFLOW_ERROR)
        return TRUE;
    }
}

static gboolean
convert (MusterTextSource *self, const char *converter_name, MusterSpan text, GError **error)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *from = ucnv_open (converter_name, &status);
  UConverter *to = ucnv_open ("utf-8", &status);
  int fd = -1;
  gboolean done = FALSE;
  void *map;

  ucnv_setToUCallBack (from, count_replaced_cb, &self->n_replaced, NULL, NULL, &status);
  if (U_FAILURE (status))
    set_input_error (self, MUSTER_INPUT_ERROR_ENCODING, u_errorName (status), error);
  else
    {
      fd = open_temporary (error);
      done = fd >= 0 && convert_pieces (self, from, to, text, fd, error);
    }
  ucnv_close (from);
  ucnv_close (to);

  if (done && self->converted_size > 0)
    {
      map = mmap (NULL, self->converted_size, PROT_READ, MAP_PRIVATE, fd, 0);
      if (map == MAP_FAILED)
        {
          set_file_error (g_get_tmp_dir (), errno, error);
          done = FALSE;
        }
      else
        self->converted = map;
    }
  if (fd >= 0)
    close (fd);
  self->text = (MusterSpan){ self->converted, self->converted != NULL ? self->converted_size : 0 };
  return done;
}

/* Text holds hardly any control characters; WhatsApp files with marks damaged into
 * U+000E have one in thirty bytes. */
static gboolean
is_noise (MusterSpan text)
{
  gsize n = MIN (text.length, NOISE_SAMPLE);
  gsize controls = 0;

  for (gsize i = 0; i < n; i++)
    {
      guint8 c = (guint8) text.data[i];

      controls += (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    }
  return controls * 12 > n;
}

static gboolean
decode_as (MusterTextSource *self, const char *name, MusterSpan text, gboolean had_mark,
           GError **error)
{
  const char *converter = muster_encoding_get_converter (name);

  self->encoding = had_mark ? g_strconcat (name, "+BOM", NULL) : g_strdup (name);
  if (converter == NULL)
    {
      g_autofree char *message = NULL;

      /* TRANSLATORS: %s is the name of a character encoding */
      message = g_strdup_printf (_ ("There is no encoding named “%s”."), name);
      set_input_error (self, MUSTER_INPUT_ERROR_ENCODING, message, error);
      return FALSE;
    }
  return convert (self, converter, text, error);
}

/* UTF-8, if it is: also with a few damaged bytes, or cut off in the middle of a character. */
static gboolean
decode_utf8 (MusterTextSource *self, MusterSpan text, gboolean had_mark, gboolean forced,
             gboolean *out_is_utf8, GError **error)
{
  MusterUtf8Scan scan;

  muster_utf8_scan (text.data, text.length, forced ? G_MAXUINT64 - 1 : 1024, &scan);
  *out_is_utf8 = scan.n_bad == 0 || had_mark || forced ||
                 (scan.n_bad <= 1024 && scan.n_bad * 20 <= scan.n_sequences);
  if (!*out_is_utf8)
    return TRUE;
  if (scan.n_bad > 0)
    return decode_as (self, "UTF-8", text, had_mark, error);

  self->encoding = g_strdup (had_mark ? "UTF-8+BOM" : scan.n_sequences > 0 ? "UTF-8" : "ASCII");
  self->text = (MusterSpan){ text.data, text.length - scan.cut };
  self->n_replaced = scan.cut > 0;
  return TRUE;
}

static gboolean
decode (MusterTextSource *self, const char *forced, GError **error)
{
  gsize skip = 0;
  const char *name = muster_encoding_from_bom (self->raw.data, self->raw.length, &skip);
  MusterSpan rest = { self->raw.data + skip, self->raw.length - skip };
  gboolean had_mark = skip > 0 && forced == NULL;
  gboolean is_utf8 = FALSE;
  gboolean sure;

  if (forced != NULL)
    name = forced;
  if (rest.length == 0)
    {
      set_input_error (self, MUSTER_INPUT_ERROR_EMPTY, _ ("The file is empty."), error);
      return FALSE;
    }
  if (name == NULL)
    name = muster_encoding_guess_utf16 (rest.data, rest.length);
  if (name == NULL || g_ascii_strcasecmp (name, "UTF-8") == 0)
    {
      if (!decode_utf8 (self, rest, had_mark, name != NULL, &is_utf8, error))
        return FALSE;
      if (is_utf8)
        return TRUE;
    }
  if (name != NULL)
    return decode_as (self, name, rest, had_mark, error);

  name = muster_encoding_guess (rest.data, rest.length, &sure);
  if (name == NULL)
    {
      set_input_error (self, MUSTER_INPUT_ERROR_ENCODING,
                       _ ("This is no text that can be read: neither UTF-8 nor another encoding "
                          "fits its bytes."),
                       error);
      return FALSE;
    }
  self->is_guessed = !sure;
  return decode_as (self, name, rest, FALSE, error);
}

static gboolean
is_archive (MusterSpan raw)
{
  return muster_span_begins (raw, "PK\003\004") || muster_span_begins (raw, "PK\005\006");
}

/* What people take for a list and is something else: name it. */
static const char *
name_foreign_kind (MusterSpan raw)
{
  if (muster_span_begins (raw, "\xD0\xCF\x11\xE0"))
    return _ ("This is a workbook or document of the old Office format. Save it as .xlsx first.");
  if (muster_span_begins (raw, "%PDF-"))
    return _ ("This is a PDF. Muster can't read lists out of a PDF.");
  if (muster_span_begins (raw, "\x89PNG") || muster_span_begins (raw, "\xFF\xD8\xFF") ||
      muster_span_begins (raw, "GIF8"))
    return _ ("This is a picture, not a list.");
  if (muster_span_begins (raw, "SQLite format 3"))
    return _ ("This is a database, not an export.");
  if (muster_span_begins (raw, "Rar!") || muster_span_begins (raw, "7z\xBC\xAF") ||
      muster_span_begins (raw, "\x1F\x8B"))
    return _ ("This is a packed file. Unpack it first.");
  return NULL;
}

static gboolean
load (MusterTextSource *self, const char *encoding, GError **error)
{
  const char *foreign;

  if (is_archive (self->raw))
    {
      self->is_archive = TRUE;
      self->encoding = g_strdup ("ZIP");
      return TRUE;
    }
  foreign = name_foreign_kind (self->raw);
  if (foreign != NULL)
    {
      set_input_error (self, MUSTER_INPUT_ERROR_UNKNOWN, foreign, error);
      return FALSE;
    }
  if (!decode (self, encoding, error))
    return FALSE;
  if (is_noise (self->text))
    {
      set_input_error (self, MUSTER_INPUT_ERROR_ENCODING, _ ("This is no text."), error);
      return FALSE;
    }
  return TRUE;
}

static void
muster_text_source_finalize (GObject *object)
{
  MusterTextSource *self = MUSTER_TEXT_SOURCE (object);

  if (self->map != NULL)
    munmap (self->map, self->map_size);
  if (self->converted != NULL)
    munmap (self->converted, self->converted_size);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self->encoding);

  G_OBJECT_CLASS (muster_text_source_parent_class)->finalize (object);
}

static void
muster_text_source_class_init (MusterTextSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_text_source_finalize;
}

static void
muster_text_source_init (MusterTextSource *self)
{
}

/**
 * muster_text_source_new_for_file:
 * @path: a regular file
 * @encoding: (nullable): forces one of muster_encoding_list(); %NULL to find out
 * @error: return location for a #MusterInputError or a #GFileError
 *
 * The file is mapped: who cuts it off while it is read ends the program.
 *
 * Returns: (transfer full) (nullable): its text, or the bytes of an archive
 */
MusterTextSource *
muster_text_source_new_for_file (const char *path, const char *encoding, GError **error)
{
  g_autoptr (MusterTextSource) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (MUSTER_TYPE_TEXT_SOURCE, NULL);
  self->name = g_filename_display_name (path);
  if (!map_file (self, path, error) || !load (self, encoding, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * muster_text_source_new_for_bytes:
 * @bytes: pasted text, or a file that is in memory already
 * @name: (nullable): what to call it in messages
 * @encoding: (nullable): as for a file
 * @error: return location for a #MusterInputError
 *
 * Returns: (transfer full) (nullable): its text
 */
MusterTextSource *
muster_text_source_new_for_bytes (GBytes *bytes, const char *name, const char *encoding,
                                  GError **error)
{
  g_autoptr (MusterTextSource) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (MUSTER_TYPE_TEXT_SOURCE, NULL);
  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->raw.data = g_bytes_get_data (bytes, &self->raw.length);
  if (self->raw.length == 0)
    {
      set_input_error (self, MUSTER_INPUT_ERROR_EMPTY, _ ("There is no text."), error);
      return NULL;
    }
  if (!load (self, encoding, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * muster_text_source_get_data:
 * @out_length: (out): its bytes
 *
 * Returns: (transfer none): UTF-8 without byte order mark, not ended by a NUL, as long as the
 * source lives; nothing for an archive
 */
const char *
muster_text_source_get_data (MusterTextSource *self, gsize *out_length)
{
  g_return_val_if_fail (MUSTER_IS_TEXT_SOURCE (self), NULL);

  *out_length = self->text.length;
  return self->text.data;
}

/**
 * muster_text_source_get_raw:
 *
 * Returns: the bytes as they came
 */
MusterSpan
muster_text_source_get_raw (MusterTextSource *self)
{
  return self->raw;
}

const char *
muster_text_source_get_name (MusterTextSource *self)
{
  g_return_val_if_fail (MUSTER_IS_TEXT_SOURCE (self), NULL);

  return self->name;
}

/**
 * muster_text_source_set_name:
 * @name: (nullable): what to call it in messages from now on
 */
void
muster_text_source_set_name (MusterTextSource *self, const char *name)
{
  g_return_if_fail (MUSTER_IS_TEXT_SOURCE (self));

  g_free (self->name);
  self->name = g_strdup (name);
}

/**
 * muster_text_source_get_encoding:
 *
 * Returns: "ASCII", "UTF-8", "GB18030" …, with "+BOM" after it when a mark said so; "ZIP" for an
 * archive
 */
const char *
muster_text_source_get_encoding (MusterTextSource *self)
{
  g_return_val_if_fail (MUSTER_IS_TEXT_SOURCE (self), NULL);

  return self->encoding;
}

/**
 * muster_text_source_is_archive:
 *
 * Returns: whether this is a ZIP (also a workbook), which has bytes and no text
 */
gboolean
muster_text_source_is_archive (MusterTextSource *self)
{
  g_return_val_if_fail (MUSTER_IS_TEXT_SOURCE (self), FALSE);

  return self->is_archive;
}

/**
 * muster_text_source_is_guessed:
 *
 * Returns: whether another encoding would have been nearly as plausible: worth asking
 */
gboolean
muster_text_source_is_guessed (MusterTextSource *self)
{
  g_return_val_if_fail (MUSTER_IS_TEXT_SOURCE (self), FALSE);

  return self->is_guessed;
}

/**
 * muster_text_source_get_n_replaced:
 *
 * Returns: how many pieces could not be decoded and stand as U+FFFD, or are cut off at the end
 */
guint64
muster_text_source_get_n_replaced (MusterTextSource *self)
{
  g_return_val_if_fail (MUSTER_IS_TEXT_SOURCE (self), 0);

  return self->n_replaced;
}

/**
 * muster_text_source_get_modified:
 *
 * Returns: when the file was written last, UTC seconds; 0 if unknown
 */
gint64
muster_text_source_get_modified (MusterTextSource *self)
{
  g_return_val_if_fail (MUSTER_IS_TEXT_SOURCE (self), 0);

  return self->modified;
}
