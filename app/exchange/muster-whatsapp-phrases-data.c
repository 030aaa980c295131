/* muster-whatsapp-phrases-data.c - what WhatsApp itself writes into a chat
 *
 * The notices and placeholders of FORMATS.md 1.3 and 1.4 in the languages seen,
 * and how to tell them from what people write.  Used by the WhatsApp reader.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-whatsapp-phrases"

#include "config.h"

#include "muster-stamp.h"
#include "muster-whatsapp-phrases.h"

#define LONGEST_NOTICE 600

typedef enum
{
  SUBJECT_NONE,
  SUBJECT_BEFORE,  /* the name before the phrase */
  SUBJECT_AFTER,   /* the name behind it; who did it stands before */
  SUBJECT_BETWEEN, /* the name between phrase and @tail */
  SUBJECT_QUOTED,  /* the last thing in quotes */
} SubjectPlace;

typedef struct
{
  const char *text;
  const char *tail; /* nullable: must end the notice, a full stop aside */
  MusterChatFact fact;
  SubjectPlace subject;
  MusterWhatsappStrictness strictness; /* the least strict reading that takes it */
} Phrase;

#define JOINED MUSTER_CHAT_FACT_JOINED
#define LEFT MUSTER_CHAT_FACT_LEFT
#define REMOVED MUSTER_CHAT_FACT_REMOVED
#define RENAMED MUSTER_CHAT_FACT_GROUP_RENAMED
#define NONE MUSTER_CHAT_FACT_NONE
#define STRICT MUSTER_WHATSAPP_STRICT
#define LOOSE MUSTER_WHATSAPP_LOOSE

/* The first that matches counts: the longer of two alike stands first. */
static const Phrase phrases[] = {
  /* en */
  { " end-to-end encrypt", NULL, NONE, SUBJECT_NONE, STRICT },
  { " joined using this group's invite link", NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { " joined using a group link", NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { " joined using your invite", NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { " joined from the community", NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { " joined this group", NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { " joined the group", NULL, JOINED, SUBJECT_BEFORE, LOOSE },
  { " created this group", NULL, NONE, SUBJECT_NONE, STRICT },
  { " created group ", NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { " changed the subject ", NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { " changed the group name ", NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { " changed this group's ", NULL, NONE, SUBJECT_NONE, STRICT },
  { " changed this group", NULL, NONE, SUBJECT_NONE, STRICT },
  { " changed the group description", NULL, NONE, SUBJECT_NONE, STRICT },
  { " changed the settings ", NULL, NONE, SUBJECT_NONE, STRICT },
  { " changed their phone number", NULL, NONE, SUBJECT_NONE, STRICT },
  { " deleted this group's icon", NULL, NONE, SUBJECT_NONE, STRICT },
  { "Your security code with ", NULL, NONE, SUBJECT_NONE, STRICT },
  { "You're now an admin", NULL, NONE, SUBJECT_NONE, STRICT },
  { "You're no longer an admin", NULL, NONE, SUBJECT_NONE, STRICT },
  { " turned on admin approval", NULL, NONE, SUBJECT_NONE, STRICT },
  { " turned off admin approval", NULL, NONE, SUBJECT_NONE, STRICT },
  { " turned on disappearing messages", NULL, NONE, SUBJECT_NONE, STRICT },
  { " turned off disappearing messages", NULL, NONE, SUBJECT_NONE, STRICT },
  { " turned on advanced chat privacy", NULL, NONE, SUBJECT_NONE, STRICT },
  { " turned off advanced chat privacy", NULL, NONE, SUBJECT_NONE, STRICT },
  { " updated the message timer", NULL, NONE, SUBJECT_NONE, STRICT },
  { "You blocked this contact", NULL, NONE, SUBJECT_NONE, STRICT },
  { "You unblocked this contact", NULL, NONE, SUBJECT_NONE, STRICT },
  { " pinned a message", NULL, NONE, SUBJECT_NONE, LOOSE },
  { " started a call", NULL, NONE, SUBJECT_NONE, LOOSE },
  { " started a video call", NULL, NONE, SUBJECT_NONE, LOOSE },
  { "Missed voice call", NULL, NONE, SUBJECT_NONE, LOOSE },
  { "Missed video call", NULL, NONE, SUBJECT_NONE, LOOSE },
  { " is a contact", NULL, NONE, SUBJECT_NONE, LOOSE },
  { " added ", NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { " was added", NULL, JOINED, SUBJECT_BEFORE, LOOSE },
  { " were added", NULL, JOINED, SUBJECT_BEFORE, LOOSE },
  { " was removed", NULL, REMOVED, SUBJECT_BEFORE, LOOSE },
  { " removed ", NULL, REMOVED, SUBJECT_AFTER, LOOSE },
  { " left the group", NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  { " left", "", LEFT, SUBJECT_BEFORE, LOOSE },
  { " changed to ", NULL, NONE, SUBJECT_NONE, LOOSE },
  /* de */
  { " Ende-zu-Ende-verschlüsselt", NULL, NONE, SUBJECT_NONE, STRICT },
  { " hat die Gruppe verlassen", NULL, LEFT, SUBJECT_BEFORE, STRICT },
  { " hat den Gruppennamen ", NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { " hat das Gruppenbild ", NULL, NONE, SUBJECT_NONE, STRICT },
  { " hat die Gruppenbeschreibung ", NULL, NONE, SUBJECT_NONE, STRICT },
  { " ist der Gruppe mit", NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { " ist über den Einladungslink", NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { " hat eine neue Telefonnummer", NULL, NONE, SUBJECT_NONE, STRICT },
  { "Deine Sicherheitsnummer", NULL, NONE, SUBJECT_NONE, STRICT },
  { "Dein Sicherheitscode", NULL, NONE, SUBJECT_NONE, STRICT },
  { "Du bist jetzt ein", NULL, NONE, SUBJECT_NONE, LOOSE },
  { "Du bist kein", NULL, NONE, SUBJECT_NONE, LOOSE },
  { " selbstlöschende Nachrichten ", NULL, NONE, SUBJECT_NONE, STRICT },
  { " hat die Nachrichtendauer ", NULL, NONE, SUBJECT_NONE, STRICT },
  { "Verpasster ", NULL, NONE, SUBJECT_NONE, LOOSE },
  { " die Gruppe ", "erstellt", RENAMED, SUBJECT_QUOTED, STRICT },
  { " wurden hinzugefügt", NULL, JOINED, SUBJECT_BEFORE, LOOSE },
  { " wurde hinzugefügt", NULL, JOINED, SUBJECT_BEFORE, LOOSE },
  { "Du hast ", " hinzugefügt", JOINED, SUBJECT_BETWEEN, LOOSE },
  { " hat ", " hinzugefügt", JOINED, SUBJECT_BETWEEN, LOOSE },
  { "Du hast ", " entfernt", REMOVED, SUBJECT_BETWEEN, LOOSE },
  { " hat ", " entfernt", REMOVED, SUBJECT_BETWEEN, LOOSE },
  { " hat zu ", " gewechselt", NONE, SUBJECT_NONE, LOOSE },
  /* pt, es, fr, it */
  { "criptografia de ponta a ponta", NULL, NONE, SUBJECT_NONE, STRICT },
  { " criou o grupo ", NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { " entrou usando o link de convite", NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { " adicionou ", NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { " removeu ", NULL, REMOVED, SUBJECT_AFTER, LOOSE },
  { " saiu", "", LEFT, SUBJECT_BEFORE, LOOSE },
  { "cifrados de extremo a extremo", NULL, NONE, SUBJECT_NONE, STRICT },
  { " creó el grupo ", NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { " se unió usando ", NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { " se unió a través ", NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { " cambió el asunto ", NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { " cambió el nombre del grupo ", NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { " cambió el ícono ", NULL, NONE, SUBJECT_NONE, STRICT },
  { " cambió la descripción ", NULL, NONE, SUBJECT_NONE, STRICT },
  { " añadió a ", NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { " agregó a ", NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { " eliminó a ", NULL, REMOVED, SUBJECT_AFTER, LOOSE },
  { " salió del grupo", NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  { " salió", "", LEFT, SUBJECT_BEFORE, LOOSE },
  { "chiffrés de bout en bout", NULL, NONE, SUBJECT_NONE, STRICT },
  { " a créé le groupe ", NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { " a ajouté ", NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { " a quitté", NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  { "crittografati end-to-end", NULL, NONE, SUBJECT_NONE, STRICT },
  { " ha creato il gruppo ", NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { " ha aggiunto ", NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { " ha abbandonato", NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  /* zh */
  { "进行端到端加密", NULL, NONE, SUBJECT_NONE, STRICT },
  { "端對端加密", NULL, NONE, SUBJECT_NONE, STRICT },
  { "创建了此群组", NULL, NONE, SUBJECT_NONE, STRICT },
  { "建立了此群組", NULL, NONE, SUBJECT_NONE, STRICT },
  { "创建了群组", NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { "更改了本群组", NULL, NONE, SUBJECT_NONE, STRICT },
  { "已變更本群組", NULL, NONE, SUBJECT_NONE, STRICT },
  { "已将此群组的设置更改为", NULL, NONE, SUBJECT_NONE, STRICT },
  { "限时消息", NULL, NONE, SUBJECT_NONE, LOOSE },
  { "限時訊息", NULL, NONE, SUBJECT_NONE, LOOSE },
  { "正在等待此消息", NULL, NONE, SUBJECT_NONE, LOOSE },
  { "加入群组", NULL, JOINED, SUBJECT_BEFORE, LOOSE },
  { "加入了群組", NULL, JOINED, SUBJECT_BEFORE, LOOSE },
  { "使用此群组的邀请链接加入", NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { "退出了群组", NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  { "已離開群組", NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  { "添加了", NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { "已新增", NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { "移除了", NULL, REMOVED, SUBJECT_AFTER, LOOSE },
  { "已移除", NULL, REMOVED, SUBJECT_AFTER, LOOSE },
  /* he, ru, tr, ja, ko, ar */
  { "מוצפנות מקצה לקצה", NULL, NONE, SUBJECT_NONE, STRICT },
  { " את הקבוצה ", NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { " הצטרף/ה באמצעות הקישור", NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { " הוסיף/ה את ", NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { " הסיר/ה את ", NULL, REMOVED, SUBJECT_AFTER, LOOSE },
  { " יצא/ה", NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  { "защищены сквозным шифрованием", NULL, NONE, SUBJECT_NONE, STRICT },
  { " создал", NULL, RENAMED, SUBJECT_QUOTED, LOOSE },
  { " добавил", NULL, NONE, SUBJECT_NONE, LOOSE },
  { " вышел из группы", NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  { "uçtan uca şifreli", NULL, NONE, SUBJECT_NONE, STRICT },
  { "エンドツーエンド暗号化", NULL, NONE, SUBJECT_NONE, STRICT },
  { "종단간 암호화", NULL, NONE, SUBJECT_NONE, STRICT },
  { "종단 간 암호화", NULL, NONE, SUBJECT_NONE, STRICT },
  { "مشفرة تمامًا بين الطرفين", NULL, NONE, SUBJECT_NONE, STRICT },
};

/* Whole bodies, a full stop and marks aside. */
static const char *const placeholders[] = {
  "null",
  "image omitted",
  "video omitted",
  "audio omitted",
  "GIF omitted",
  "sticker omitted",
  "document omitted",
  "Contact card omitted",
  "video note omitted",
  "Bild weggelassen",
  "Video weggelassen",
  "Audio weggelassen",
  "Sticker weggelassen",
  "Dokument weggelassen",
  "GIF weggelassen",
  "Videonotiz weggelassen",
  "imagem ocultada",
  "áudio ocultado",
  "vídeo omitido",
  "figurinha omitida",
  "imagen omitida",
  "audio omitido",
  "图片已忽略",
  "圖片已略去",
  "影片已略去",
  "音訊已略去",
  "貼圖已忽略",
  "文件已略去",
  "This message was deleted",
  "You deleted this message",
  "Message deleted",
  "Diese Nachricht wurde gelöscht",
  "Du hast diese Nachricht gelöscht",
  "Mensagem apagada",
  "Se eliminó este mensaje",
  "ההודעה נמחקה",
  "这条消息已删除",
  "此訊息已刪除",
};

/* Ends of bodies that are the name of a file left outside the text. */
static const char *const attachments[] = {
  "(file attached)",    "(Datei angehängt)", "(archivo adjunto)", "(arquivo anexado)",
  "(file allegato)",    "(fichier joint)",   "(文件附件)",        "(附件檔案)",
  "(添付ファイル有り)", "(파일 첨부됨)",     "(קובץ מצורף)",      "(файл добавлен)",
};

static gboolean
find_tail (MusterSpan text, const char *tail, const char **out_start)
{
  MusterSpan rest = muster_span_trim (text);

  if (muster_span_ends (rest, "."))
    rest.length--;
  if (!muster_span_ends (rest, tail))
    return FALSE;
  *out_start = rest.data + rest.length - strlen (tail);
  return TRUE;
}

static MusterSpan
find_quoted (MusterSpan text)
{
  static const struct
  {
    const char *open, *close;
  } quotes[] = { { "“", "”" }, { "„", "“" }, { "\"", "\"" }, { "«", "»" }, { "「", "」" } };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      gsize open_length = strlen (quotes[i].open);
      gsize close_length = strlen (quotes[i].close);
      const char *stop = g_strrstr_len (text.data, (gssize) text.length, quotes[i].close);
      const char *start;

      if (stop == NULL)
        continue;
      start = g_strrstr_len (text.data, stop - text.data, quotes[i].open);
      if (start != NULL && start + open_length <= stop && close_length > 0)
        return muster_span (start + open_length, stop);
    }
  return (MusterSpan){ NULL, 0 };
}

/**
 * muster_whatsapp_clean_name:
 *
 * Returns: @name without marks, and without the tilde of people who are not in the address book
 */
MusterSpan
muster_whatsapp_clean_name (MusterSpan name)
{
  name = muster_span_trim (name);
  if (name.length > 1 && name.data[0] == '~')
    {
      name.data++;
      name.length--;
      name = muster_span_trim (name);
    }
  return name;
}

static void
take_names (const Phrase *phrase, MusterSpan text, const char *hit, const char *tail,
            MusterWhatsappNotice *out)
{
  MusterSpan before = muster_span (text.data, hit);
  const char *behind = hit + strlen (phrase->text);
  MusterSpan after = muster_span (behind, text.data + text.length);

  out->fact = phrase->fact;
  switch (phrase->subject)
    {
    case SUBJECT_BEFORE:
      out->subject = muster_whatsapp_clean_name (before);
      break;
    case SUBJECT_AFTER:
      out->actor = muster_whatsapp_clean_name (before);
      out->subject = muster_whatsapp_clean_name (after);
      break;
    case SUBJECT_BETWEEN:
      out->actor = muster_whatsapp_clean_name (before);
      out->subject = muster_whatsapp_clean_name (muster_span (behind, tail));
      break;
    case SUBJECT_QUOTED:
      out->actor = muster_whatsapp_clean_name (before);
      out->subject = find_quoted (text);
      break;
    case SUBJECT_NONE:
    default:
      break;
    }
  if (out->subject.length == 0)
    out->fact = NONE;
}

/**
 * muster_whatsapp_match_notice:
 * @text: a line without sender, or a body
 * @out_notice: (out): filled if it is one
 *
 * Returns: whether WhatsApp itself writes such things
 */
gboolean
muster_whatsapp_match_notice (MusterSpan text, MusterWhatsappStrictness strictness,
                              MusterWhatsappNotice *out_notice)
{
  if (text.length == 0 || text.length > LONGEST_NOTICE)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const Phrase *phrase = &phrases[i];
      const char *hit;
      const char *tail = text.data + text.length;

      if (phrase->strictness > strictness)
        continue;
      hit = memmem (text.data, text.length, phrase->text, strlen (phrase->text));
      if (hit == NULL || (phrase->tail != NULL && !find_tail (text, phrase->tail, &tail)) ||
          tail < hit + strlen (phrase->text) ||
          (phrase->tail != NULL && *phrase->tail == '\0' && tail != hit + strlen (phrase->text)))
        continue;
      *out_notice = (MusterWhatsappNotice){ 0 };
      take_names (phrase, text, hit, tail, out_notice);
      return TRUE;
    }
  return FALSE;
}

/**
 * muster_whatsapp_is_placeholder:
 * @body: without marks at its beginning
 * @has_mark: whether there was one
 *
 * Returns: whether the body only stands for something that the export left out
 */
gboolean
muster_whatsapp_is_placeholder (MusterSpan body, gboolean has_mark)
{
  const char *line_end;

  if (body.length == 0)
    return TRUE;
  if (body.length > 200)
    return FALSE;
  if (body.data[0] == '<')
    return memchr (body.data, '>', body.length) == body.data + body.length - 1;

  line_end = memchr (body.data, '\n', body.length);
  if (line_end != NULL)
    body.length = (gsize) (line_end - body.data);
  body = muster_span_trim (body);
  if (muster_span_ends (body, ")"))
    for (guint i = 0; i < G_N_ELEMENTS (attachments); i++)
      if (muster_span_ends (body, attachments[i]))
        return TRUE;
  if (has_mark && muster_span_ends (body, "omitted"))
    return TRUE;
  if (muster_span_ends (body, "."))
    body.length--;
  for (guint i = 0; i < G_N_ELEMENTS (placeholders); i++)
    if (muster_span_is (body, placeholders[i]))
      return TRUE;
  return muster_span_begins (body, "This message was deleted by admin ");
}
