/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"
#include "muster-text-source.h"
#include "muster-warnings.h"

G_BEGIN_DECLS

/**
 * MusterChatEntryKind:
 * @MUSTER_CHAT_MESSAGE: a person wrote it
 * @MUSTER_CHAT_NOTICE: the chat program wrote it
 */
typedef enum
{
  MUSTER_CHAT_MESSAGE,
  MUSTER_CHAT_NOTICE,
} MusterChatEntryKind;

/**
 * MusterChatFact:
 *
 * What a notice states, where the format says so reliably.  @subject of the
 * entry is the person (or the new name), the sender is who did it.
 */
typedef enum
{
  MUSTER_CHAT_FACT_NONE,
  MUSTER_CHAT_FACT_JOINED,        /* subject came in, by itself or let in by the sender */
  MUSTER_CHAT_FACT_LEFT,          /* subject left */
  MUSTER_CHAT_FACT_REMOVED,       /* subject was removed by the sender */
  MUSTER_CHAT_FACT_GROUP_RENAMED, /* subject is the group's new name */
} MusterChatFact;

/**
 * MusterChatEntry:
 * @line: where it begins in the text, from 1
 * @time: wall clock as written, counted as if it were UTC.  Without a date: seconds since midnight
 * @utc: the real moment, when the file states it; %MUSTER_CHAT_NO_UTC otherwise
 * @has_date: whether @time has a date
 * @is_placeholder: the body only stands for a picture, a file, a deleted message …
 * @sender_id: the platform's account, or nothing
 * @sender_name: the name shown at that time, or nothing
 * @body: may hold any line ends
 *
 * The spans are valid until the next call of muster_chat_reader_next().
 */
typedef struct
{
  guint64 line;
  gint64 time;
  gint64 utc;
  MusterSpan sender_id;
  MusterSpan sender_name;
  MusterSpan body;
  MusterSpan subject;
  MusterSpan subject_id;
  const MusterSpan *more_subjects; /* further names of the same fact */
  guint n_more_subjects;
  guint8 kind; /* MusterChatEntryKind */
  guint8 fact; /* MusterChatFact */
  guint8 has_date : 1;
  guint8 is_placeholder : 1;
} MusterChatEntry;

#define MUSTER_CHAT_NO_UTC G_MININT64

/**
 * MusterChatMember:
 *
 * A member that the file lists, whether or not they wrote: an entry of a snapshot.
 */
typedef struct
{
  char *id;       /* owned, nullable */
  char *name;     /* owned, nullable: account name */
  char *nickname; /* owned, nullable: name in this group */
  char *role;     /* owned, nullable */
  gint64 joined;  /* UTC seconds, 0 unknown */
  gint64 last;    /* UTC seconds of the last message as the file states it, 0 unknown */
  gboolean is_bot;
} MusterChatMember;

/**
 * MusterChatInfo:
 *
 * One of the chats of a file that holds several.
 */
typedef struct
{
  char *id;          /* owned: to pass to MusterChatOptions.chat */
  char *title;       /* owned, nullable */
  guint64 n_entries; /* messages and notices, where it costs nothing to know; else 0 */
} MusterChatInfo;

typedef enum
{
  MUSTER_DATE_ORDER_UNKNOWN,
  MUSTER_DATE_ORDER_DMY,
  MUSTER_DATE_ORDER_MDY,
  MUSTER_DATE_ORDER_YMD,
} MusterDateOrder;

/**
 * MusterChatOptions:
 * @date_order: forces the order of a numeric date
 * @locale_order: what to assume when nothing in the file tells
 * @today: no message is later; %MUSTER_DAY_NONE to ignore
 * @base_date: the day of messages before the first one with a date; %MUSTER_DAY_NONE for none
 * @chat: (nullable): the id of the one chat to read; %NULL for all of them in turn
 * @known_names: (nullable) (array zero-terminated=1): names of members, for the one format that
 *   does not mark where a name ends (LINE's PC program); copied
 */
typedef struct
{
  MusterDateOrder date_order;
  MusterDateOrder locale_order;
  MusterDay today;
  MusterDay base_date;
  const char *chat;
  const char *const *known_names;
} MusterChatOptions;

#define MUSTER_CHAT_OPTIONS_INIT                                                                   \
  {                                                                                                \
    .today = MUSTER_DAY_NONE, .base_date = MUSTER_DAY_NONE                                         \
  }

MusterDateOrder muster_date_order_of_locale (void);

#define MUSTER_TYPE_CHAT_READER (muster_chat_reader_get_type ())
G_DECLARE_DERIVABLE_TYPE (MusterChatReader, muster_chat_reader, MUSTER, CHAT_READER, GObject)

/**
 * MusterChatReaderClass:
 * @begin: looks through the source as far as needed to know title, members, chats
 * @next: as muster_chat_reader_next(); the entry comes in cleared
 * @list_chats: (nullable): finds the chats when somebody asks for them, of a format in which that
 *   takes a pass over the file
 */
struct _MusterChatReaderClass
{
  GObjectClass parent_class;

  gboolean (*begin) (MusterChatReader *self, const MusterChatOptions *options, GError **error);
  gboolean (*next) (MusterChatReader *self, MusterChatEntry *entry, GError **error);
  void (*list_chats) (MusterChatReader *self);
};

MusterChatReader *muster_chat_reader_open (MusterTextSource *source, const char *format,
                                           const MusterChatOptions *options,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean muster_chat_reader_next (MusterChatReader *self, MusterChatEntry *entry, GError **error);

MusterTextSource *muster_chat_reader_get_source (MusterChatReader *self);
const char *muster_chat_reader_get_format (MusterChatReader *self);
const char *muster_chat_reader_get_platform (MusterChatReader *self);
const char *muster_chat_reader_get_title (MusterChatReader *self);
GPtrArray *muster_chat_reader_get_members (MusterChatReader *self);
GPtrArray *muster_chat_reader_get_chats (MusterChatReader *self);
MusterWarnings *muster_chat_reader_get_warnings (MusterChatReader *self);
gboolean muster_chat_reader_is_date_order_guessed (MusterChatReader *self);
goffset muster_chat_reader_get_position (MusterChatReader *self);

G_END_DECLS
