/* muster-format.c - the formats there are, and which one a file is
 *
 * The only place that knows all readers: one line each.  A file is judged by
 * its content; its name plays no part.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-format"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "muster-calendar-count.h"
#include "muster-chatlab-reader.h"
#include "muster-csv-chat-reader.h"
#include "muster-csv-reader.h"
#include "muster-discord-reader.h"
#include "muster-feishu-reader.h"
#include "muster-format-private.h"
#include "muster-input-error.h"
#include "muster-json-table-reader.h"
#include "muster-kakaotalk-reader.h"
#include "muster-line-reader.h"
#include "muster-member-list-reader.h"
#include "muster-paste-chat-reader.h"
#include "muster-qq-json-reader.h"
#include "muster-qq-mht-reader.h"
#include "muster-signal-sql-reader.h"
#include "muster-slack-reader.h"
#include "muster-stamped-chat-reader.h"
#include "muster-telegram-reader.h"
#include "muster-vcard-reader.h"
#include "muster-wechat-json-reader.h"
#include "muster-whatsapp-reader.h"
#include "muster-xlsx-reader.h"

#define HEAD_BYTES (64 * 1024)

static const MusterFormatClass formats[] = {
  { { "whatsapp", N_ ("WhatsApp chat"), "whatsapp", MUSTER_FORMAT_CHAT },
    muster_whatsapp_reader_detect,
    muster_whatsapp_reader_get_type,
    TRUE },
  { { "signal", N_ ("Signal chat"), "signal", MUSTER_FORMAT_CHAT },
    muster_whatsapp_reader_detect_signal,
    muster_whatsapp_reader_get_type,
    FALSE },
  { { "telegram", N_ ("Telegram chat"), "telegram", MUSTER_FORMAT_CHAT },
    muster_telegram_reader_detect,
    muster_telegram_reader_get_type,
    FALSE },
  { { "discord", N_ ("Discord chat"), "discord", MUSTER_FORMAT_CHAT },
    muster_discord_reader_detect,
    muster_discord_reader_get_type,
    FALSE },
  { { "chatlab", N_ ("ChatLab chat"), NULL, MUSTER_FORMAT_CHAT },
    muster_chatlab_reader_detect,
    muster_chatlab_reader_get_type,
    FALSE },
  { { "chatlab-jsonl", N_ ("ChatLab chat, line by line"), NULL, MUSTER_FORMAT_CHAT },
    muster_chatlab_reader_detect_lines,
    muster_chatlab_reader_get_type,
    FALSE },
  { { "qq-json", N_ ("QQ chat (JSON)"), "qq", MUSTER_FORMAT_CHAT },
    muster_qq_json_reader_detect,
    muster_qq_json_reader_get_type,
    FALSE },
  { { "wechat-json", N_ ("WeChat chat (JSON)"), "wechat", MUSTER_FORMAT_CHAT },
    muster_wechat_json_reader_detect,
    muster_wechat_json_reader_get_type,
    FALSE },
  { { "feishu", N_ ("Feishu chat"), "other", MUSTER_FORMAT_CHAT },
    muster_feishu_reader_detect,
    muster_feishu_reader_get_type,
    FALSE },
  { { "qq", N_ ("QQ chat (message manager)"), "qq", MUSTER_FORMAT_CHAT },
    muster_stamped_chat_reader_detect_qq,
    muster_stamped_chat_reader_get_type,
    FALSE },
  { { "qq-paste", N_ ("QQ chat, copied"), "qq", MUSTER_FORMAT_CHAT },
    muster_paste_chat_reader_detect_qq,
    muster_paste_chat_reader_get_type,
    FALSE },
  { { "wechat-text", N_ ("WeChat chat (text)"), "wechat", MUSTER_FORMAT_CHAT },
    muster_stamped_chat_reader_detect_below,
    muster_stamped_chat_reader_get_type,
    FALSE },
  { { "wechat-paste", N_ ("WeChat chat, copied"), "wechat", MUSTER_FORMAT_CHAT },
    muster_paste_chat_reader_detect_wechat,
    muster_paste_chat_reader_get_type,
    FALSE },
  { { "chat-text", N_ ("Chat as text"), NULL, MUSTER_FORMAT_CHAT },
    muster_stamped_chat_reader_detect_colon,
    muster_stamped_chat_reader_get_type,
    FALSE },
  { { "line", N_ ("LINE chat"), "line", MUSTER_FORMAT_CHAT },
    muster_line_reader_detect,
    muster_line_reader_get_type,
    FALSE },
  { { "kakaotalk", N_ ("KakaoTalk chat"), "kakaotalk", MUSTER_FORMAT_CHAT },
    muster_kakaotalk_reader_detect,
    muster_kakaotalk_reader_get_type,
    FALSE },
  { { "kakaotalk-csv", N_ ("KakaoTalk chat (table)"), "kakaotalk", MUSTER_FORMAT_CHAT },
    muster_csv_chat_reader_detect_kakaotalk,
    muster_csv_chat_reader_get_type,
    FALSE },
  { { "wechat-csv", N_ ("WeChat chat (table)"), "wechat", MUSTER_FORMAT_CHAT },
    muster_csv_chat_reader_detect_wechat,
    muster_csv_chat_reader_get_type,
    FALSE },
  { { "discord-csv", N_ ("Discord chat (table)"), "discord", MUSTER_FORMAT_CHAT },
    muster_csv_chat_reader_detect_discord,
    muster_csv_chat_reader_get_type,
    FALSE },
  { { "chat-csv", N_ ("Chat as table"), NULL, MUSTER_FORMAT_CHAT },
    muster_csv_chat_reader_detect_any,
    muster_csv_chat_reader_get_type,
    FALSE },
  { { "chat-xlsx", N_ ("Chat as workbook"), NULL, MUSTER_FORMAT_CHAT },
    muster_csv_chat_reader_detect_workbook,
    muster_csv_chat_reader_get_type,
    TRUE },
  { { "qq-mht", N_ ("QQ chat (web page)"), "qq", MUSTER_FORMAT_CHAT },
    muster_qq_mht_reader_detect,
    muster_qq_mht_reader_get_type,
    FALSE },
  { { "signal-sql", N_ ("Signal database dump"), "signal", MUSTER_FORMAT_CHAT },
    muster_signal_sql_reader_detect,
    muster_signal_sql_reader_get_type,
    FALSE },
  { { "slack", N_ ("Slack export"), "slack", MUSTER_FORMAT_CHAT },
    muster_slack_reader_detect,
    muster_slack_reader_get_type,
    TRUE },
  { { "ics", N_ ("Calendar"), NULL, MUSTER_FORMAT_CALENDAR },
    muster_calendar_count_detect,
    NULL,
    FALSE },
  { { "xlsx", N_ ("Workbook"), NULL, MUSTER_FORMAT_TABLE },
    muster_xlsx_reader_detect,
    muster_xlsx_reader_get_type,
    TRUE },
  { { "vcard", N_ ("Contacts (vCard)"), NULL, MUSTER_FORMAT_VCARD },
    muster_vcard_reader_detect,
    muster_vcard_reader_get_type,
    FALSE },
  { { "member-json", N_ ("Member list of a robot"), NULL, MUSTER_FORMAT_LIST },
    muster_member_list_reader_detect_json,
    muster_member_list_reader_get_type,
    FALSE },
  { { "member-list", N_ ("Member list, copied"), NULL, MUSTER_FORMAT_LIST },
    muster_member_list_reader_detect,
    muster_member_list_reader_get_type,
    FALSE },
  { { "json", N_ ("Table as JSON"), NULL, MUSTER_FORMAT_TABLE },
    muster_json_table_reader_detect,
    muster_json_table_reader_get_type,
    FALSE },
  { { "csv", N_ ("Table as text"), NULL, MUSTER_FORMAT_TABLE },
    muster_csv_reader_detect,
    muster_csv_reader_get_type,
    FALSE },
};

const MusterFormatClass *
muster_format_find_class (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].format.id, id) == 0)
      return &formats[i];
  return NULL;
}

/* A reader of text gets no packed bytes. */
gboolean
muster_format_check_source (const MusterFormatClass *klass, MusterTextSource *source,
                            GError **error)
{
  if (klass->takes_archive || !muster_text_source_is_archive (source))
    return TRUE;
  muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                          _ ("This is a packed file, which can't be read as “%s”."),
                          _ (klass->format.title));
  return FALSE;
}

/**
 * muster_format_find:
 *
 * Returns: (nullable): the format of that id
 */
const MusterFormat *
muster_format_find (const char *id)
{
  const MusterFormatClass *klass;

  g_return_val_if_fail (id != NULL, NULL);

  klass = muster_format_find_class (id);
  return klass != NULL ? &klass->format : NULL;
}

/**
 * muster_format_get:
 * @index: from 0
 *
 * Returns: (nullable): the format of that place in the list of all; %NULL behind the last
 */
const MusterFormat *
muster_format_get (guint index)
{
  return index < G_N_ELEMENTS (formats) ? &formats[index].format : NULL;
}

const char *
muster_format_get_title (const MusterFormat *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _ (self->title);
}

static gint
compare_matches (gconstpointer a, gconstpointer b)
{
  return ((const MusterFormatMatch *) b)->confidence - ((const MusterFormatMatch *) a)->confidence;
}

/**
 * muster_format_detect:
 * @error: return location for a #MusterInputError when nothing fits
 *
 * Returns: (transfer full) (nullable) (element-type MusterFormatMatch): what it can be, best first;
 * at least one
 */
GArray *
muster_format_detect (MusterTextSource *source, GError **error)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (MusterFormatMatch));
  MusterProbe probe = { .source = source };

  g_return_val_if_fail (MUSTER_IS_TEXT_SOURCE (source), NULL);

  probe.head.data = muster_text_source_get_data (source, &probe.head.length);
  if (probe.head.data == NULL)
    probe.head.data = "";
  if (probe.head.length > HEAD_BYTES)
    {
      const char *last = g_strrstr_len (probe.head.data, HEAD_BYTES, "\n");

      probe.head.length = last != NULL ? (gsize) (last + 1 - probe.head.data) : HEAD_BYTES;
    }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      MusterFormatMatch match = { &formats[i].format, formats[i].detect (&probe) };

      if (match.confidence > 0)
        g_array_append_val (matches, match);
    }
  if (matches->len == 0)
    {
      g_autoptr (GError) own = NULL;

      muster_input_error_set (&own, MUSTER_INPUT_ERROR_UNKNOWN, 0,
                              _ ("This is neither a chat, nor a list, nor a calendar that Muster "
                                 "knows."));
      if (muster_text_source_get_name (source) != NULL)
        muster_input_error_set_file (own, muster_text_source_get_name (source));
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }
  g_array_sort (matches, compare_matches);
  return g_steal_pointer (&matches);
}
