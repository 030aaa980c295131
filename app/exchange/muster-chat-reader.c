/* muster-chat-reader.c - the messages of a chat export, one at a time
 *
 * The abstract part that all formats share: the source, what is known about
 * the chat as a whole, and warnings.  A format derives from it in a file of
 * its own.  Knows no store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-chat-reader"

#include "config.h"

#include <langinfo.h>
#include <locale.h>

#include <glib/gi18n-lib.h>

#include "muster-chat-reader-private.h"
#include "muster-format-private.h"
#include "muster-input-error.h"

typedef struct
{
  MusterTextSource *source; /* owned */
  const MusterFormat *format;
  const char *platform;     /* static: the format's, unless the file says otherwise */
  char *title;              /* owned, nullable */
  GPtrArray *members;       /* owned, of MusterChatMember */
  GPtrArray *chats;         /* owned, of MusterChatInfo */
  MusterWarnings *warnings; /* owned */
  goffset position;
  gboolean date_order_guessed;
  gboolean has_listed_chats;
} MusterChatReaderPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MusterChatReader, muster_chat_reader, G_TYPE_OBJECT)

static const char *const platforms[] = { "wechat",    "qq",     "whatsapp", "telegram", "line",
                                         "kakaotalk", "signal", "discord",  "slack",    "other" };

/**
 * muster_date_order_of_locale:
 *
 * Returns: the order of a numeric date in the language of the program; unknown in none
 */
MusterDateOrder
muster_date_order_of_locale (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *locale = setlocale (LC_TIME, NULL);
  const char *day = strpbrk (format, "de");
  const char *month = strstr (format, "%m");

  if (locale == NULL || g_str_has_prefix (locale, "C") || g_str_equal (locale, "POSIX"))
    return MUSTER_DATE_ORDER_UNKNOWN;
  if (strstr (format, "%D") != NULL)
    return MUSTER_DATE_ORDER_MDY;
  if (day == NULL || month == NULL)
    return MUSTER_DATE_ORDER_UNKNOWN;
  return month < day ? MUSTER_DATE_ORDER_MDY : MUSTER_DATE_ORDER_DMY;
}

static MusterChatReaderPrivate *
get_private (MusterChatReader *self)
{
  return muster_chat_reader_get_instance_private (self);
}

static void
free_member (gpointer data)
{
  MusterChatMember *member = data;

  g_free (member->id);
  g_free (member->name);
  g_free (member->nickname);
  g_free (member->role);
  g_free (member);
}

static void
free_chat (gpointer data)
{
  MusterChatInfo *chat = data;

  g_free (chat->id);
  g_free (chat->title);
  g_free (chat);
}

static void
muster_chat_reader_finalize (GObject *object)
{
  MusterChatReaderPrivate *priv = get_private (MUSTER_CHAT_READER (object));

  g_clear_object (&priv->source);
  g_clear_object (&priv->warnings);
  g_ptr_array_unref (priv->members);
  g_ptr_array_unref (priv->chats);
  g_free (priv->title);

  G_OBJECT_CLASS (muster_chat_reader_parent_class)->finalize (object);
}

static void
muster_chat_reader_class_init (MusterChatReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_chat_reader_finalize;
}

static void
muster_chat_reader_init (MusterChatReader *self)
{
  MusterChatReaderPrivate *priv = get_private (self);

  priv->members = g_ptr_array_new_with_free_func (free_member);
  priv->chats = g_ptr_array_new_with_free_func (free_chat);
  priv->warnings = muster_warnings_new ();
}

/**
 * muster_chat_reader_open:
 * @source: the text; a reference is kept
 * @format: id of a chat format of muster_format_get()
 * @options: (nullable): %NULL for the defaults
 * @error: return location for a #MusterInputError
 *
 * Returns: (transfer full) (nullable): a reader before the first message
 */
MusterChatReader *
muster_chat_reader_open (MusterTextSource *source, const char *format,
                         const MusterChatOptions *options, GError **error)
{
  static const MusterChatOptions defaults = MUSTER_CHAT_OPTIONS_INIT;
  const MusterFormatClass *klass;
  g_autoptr (MusterChatReader) self = NULL;
  MusterChatReaderPrivate *priv;
  g_autoptr (GError) own = NULL;

  g_return_val_if_fail (MUSTER_IS_TEXT_SOURCE (source), NULL);
  g_return_val_if_fail (format != NULL, NULL);

  klass = muster_format_find_class (format);
  if (klass == NULL || klass->format.kind != MUSTER_FORMAT_CHAT)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("“%s” is no chat format."), format);
      return NULL;
    }

  self = g_object_new (klass->get_type (), NULL);
  priv = get_private (self);
  priv->source = g_object_ref (source);
  priv->format = &klass->format;
  priv->platform = klass->format.platform != NULL ? klass->format.platform : "other";
  if (!muster_format_check_source (klass, source, &own) ||
      !MUSTER_CHAT_READER_GET_CLASS (self)->begin (self, options != NULL ? options : &defaults,
                                                   &own))
    {
      if (muster_text_source_get_name (source) != NULL)
        muster_input_error_set_file (own, muster_text_source_get_name (source));
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * muster_chat_reader_next:
 * @entry: (out caller-allocates): the next message or notice, in the order of the file
 * @error: return location for a #MusterInputError
 *
 * Returns: %FALSE at the end, and with @error set when the rest can't be read
 */
gboolean
muster_chat_reader_next (MusterChatReader *self, MusterChatEntry *entry, GError **error)
{
  g_autoptr (GError) own = NULL;
  const char *name;

  *entry = (MusterChatEntry){ .utc = MUSTER_CHAT_NO_UTC, .has_date = TRUE };
  if (G_LIKELY (((MusterChatReaderClass *) ((GTypeInstance *) self)->g_class)
                    ->next (self, entry, &own))) /* no checked cast: called for each message */
    return TRUE;

  name = muster_text_source_get_name (get_private (self)->source);
  if (own != NULL)
    {
      if (name != NULL)
        muster_input_error_set_file (own, name);
      g_propagate_error (error, g_steal_pointer (&own));
    }
  return FALSE;
}

MusterTextSource *
muster_chat_reader_get_source (MusterChatReader *self)
{
  g_return_val_if_fail (MUSTER_IS_CHAT_READER (self), NULL);

  return get_private (self)->source;
}

const char *
muster_chat_reader_get_format (MusterChatReader *self)
{
  g_return_val_if_fail (MUSTER_IS_CHAT_READER (self), NULL);

  return get_private (self)->format->id;
}

/**
 * muster_chat_reader_get_platform:
 *
 * Returns: (nullable): wechat, qq, whatsapp, telegram, line, kakaotalk, signal, discord or slack;
 *   %NULL where the file is of none of them, as a table of messages
 */
const char *
muster_chat_reader_get_platform (MusterChatReader *self)
{
  g_return_val_if_fail (MUSTER_IS_CHAT_READER (self), NULL);

  return strcmp (get_private (self)->platform, "other") != 0 ? get_private (self)->platform : NULL;
}

/**
 * muster_chat_reader_get_title:
 *
 * Returns: (nullable): the chat's name, as far as it was read already
 */
const char *
muster_chat_reader_get_title (MusterChatReader *self)
{
  g_return_val_if_fail (MUSTER_IS_CHAT_READER (self), NULL);

  return get_private (self)->title;
}

/**
 * muster_chat_reader_get_members:
 *
 * Returns: (transfer none) (element-type MusterChatMember): the members that the file lists apart
 * from its messages; complete when the reader has come to the end
 */
GPtrArray *
muster_chat_reader_get_members (MusterChatReader *self)
{
  g_return_val_if_fail (MUSTER_IS_CHAT_READER (self), NULL);

  return get_private (self)->members;
}

/**
 * muster_chat_reader_get_chats:
 *
 * Returns: (transfer none) (element-type MusterChatInfo): all chats of a file that can hold
 * several; known before the first message
 */
GPtrArray *
muster_chat_reader_get_chats (MusterChatReader *self)
{
  MusterChatReaderPrivate *priv;

  g_return_val_if_fail (MUSTER_IS_CHAT_READER (self), NULL);

  priv = get_private (self);
  if (!priv->has_listed_chats && MUSTER_CHAT_READER_GET_CLASS (self)->list_chats != NULL)
    MUSTER_CHAT_READER_GET_CLASS (self)->list_chats (self);
  priv->has_listed_chats = TRUE;
  return priv->chats;
}

MusterWarnings *
muster_chat_reader_get_warnings (MusterChatReader *self)
{
  g_return_val_if_fail (MUSTER_IS_CHAT_READER (self), NULL);

  return get_private (self)->warnings;
}

/**
 * muster_chat_reader_is_date_order_guessed:
 *
 * Returns: whether nothing in the file told day from month: the preview must say so
 */
gboolean
muster_chat_reader_is_date_order_guessed (MusterChatReader *self)
{
  g_return_val_if_fail (MUSTER_IS_CHAT_READER (self), FALSE);

  return get_private (self)->date_order_guessed;
}

/**
 * muster_chat_reader_get_position:
 *
 * Returns: bytes of the source that were read, for a progress bar
 */
goffset
muster_chat_reader_get_position (MusterChatReader *self)
{
  g_return_val_if_fail (MUSTER_IS_CHAT_READER (self), 0);

  return get_private (self)->position;
}

void
muster_chat_reader_set_title (MusterChatReader *self, MusterSpan title)
{
  MusterChatReaderPrivate *priv = get_private (self);

  g_free (priv->title);
  priv->title = muster_span_dup (title);
}

/**
 * muster_chat_reader_set_platform:
 * @platform: what the file says; one that is not known counts as other
 */
void
muster_chat_reader_set_platform (MusterChatReader *self, const char *platform)
{
  MusterChatReaderPrivate *priv = get_private (self);

  priv->platform = "other";
  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    if (g_ascii_strcasecmp (platforms[i], platform) == 0)
      priv->platform = platforms[i];
}

void
muster_chat_reader_set_date_order_guessed (MusterChatReader *self)
{
  get_private (self)->date_order_guessed = TRUE;
}

void
muster_chat_reader_set_position (MusterChatReader *self, goffset position)
{
  get_private (self)->position = position;
}

/* Replaces the source by what was found inside it: the text in an archive. */
void
muster_chat_reader_set_source (MusterChatReader *self, MusterTextSource *source)
{
  g_set_object (&get_private (self)->source, source);
}

/**
 * muster_chat_reader_add_member:
 *
 * Returns: (transfer none): the new member, to be filled in
 */
MusterChatMember *
muster_chat_reader_add_member (MusterChatReader *self, const char *id, const char *name,
                               const char *nickname)
{
  MusterChatMember *member = g_new0 (MusterChatMember, 1);

  member->id = g_strdup (id);
  member->name = g_strdup (name);
  member->nickname = g_strdup (nickname);
  g_ptr_array_add (get_private (self)->members, member);
  return member;
}

void
muster_chat_reader_add_chat (MusterChatReader *self, const char *id, const char *title,
                             guint64 n_entries)
{
  MusterChatInfo *chat = g_new0 (MusterChatInfo, 1);

  chat->id = g_strdup (id);
  chat->title = g_strdup (title);
  chat->n_entries = n_entries;
  g_ptr_array_add (get_private (self)->chats, chat);
}
