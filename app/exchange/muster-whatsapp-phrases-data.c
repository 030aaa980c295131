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
#define SHORTEST_STRICT 12 /* bytes of the shortest phrase that alone makes a notice */

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
  gsize length;
  const char *tail; /* nullable: must end the notice, a full stop aside */
  MusterChatFact fact;
  SubjectPlace subject;
  MusterWhatsappStrictness strictness; /* the least strict reading that takes it */
} Phrase;

#define TEXT(literal) literal, sizeof literal - 1
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
  { TEXT (" end-to-end encrypt"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" joined using this group's invite link"), NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { TEXT (" joined using this group’s invite link"), NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { TEXT (" joined using a group link"), NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { TEXT (" joined using your invite"), NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { TEXT (" joined from the community"), NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { TEXT (" joined this group"), NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { TEXT (" joined the group"), NULL, JOINED, SUBJECT_BEFORE, LOOSE },
  { TEXT (" created this group"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" created group "), NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { TEXT (" changed the subject "), NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { TEXT (" changed the group name "), NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { TEXT (" changed this group's "), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" changed this group’s "), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" changed this group"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" changed the group description"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" changed the settings "), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" changed their phone number"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" deleted this group's icon"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" deleted this group’s icon"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("Your security code with "), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("You're now an admin"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("You're no longer an admin"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("You’re now an admin"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("You’re no longer an admin"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" turned on admin approval"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" turned off admin approval"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" turned on disappearing messages"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" turned off disappearing messages"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" turned on advanced chat privacy"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" turned off advanced chat privacy"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" updated the message timer"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("You blocked this contact"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("You unblocked this contact"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" pinned a message"), NULL, NONE, SUBJECT_NONE, LOOSE },
  { TEXT (" started a call"), NULL, NONE, SUBJECT_NONE, LOOSE },
  { TEXT (" started a video call"), NULL, NONE, SUBJECT_NONE, LOOSE },
  { TEXT ("Missed voice call"), NULL, NONE, SUBJECT_NONE, LOOSE },
  { TEXT ("Missed video call"), NULL, NONE, SUBJECT_NONE, LOOSE },
  { TEXT ("Voice call. "), NULL, NONE, SUBJECT_NONE, LOOSE },
  { TEXT ("Video call. "), NULL, NONE, SUBJECT_NONE, LOOSE },
  { TEXT (" is a contact"), NULL, NONE, SUBJECT_NONE, LOOSE },
  { TEXT (" added "), NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { TEXT (" was added"), NULL, JOINED, SUBJECT_BEFORE, LOOSE },
  { TEXT (" were added"), NULL, JOINED, SUBJECT_BEFORE, LOOSE },
  { TEXT (" was removed"), NULL, REMOVED, SUBJECT_BEFORE, LOOSE },
  { TEXT (" removed "), NULL, REMOVED, SUBJECT_AFTER, LOOSE },
  { TEXT (" left the group"), NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  { TEXT (" left"), "", LEFT, SUBJECT_BEFORE, LOOSE },
  { TEXT (" changed to "), NULL, NONE, SUBJECT_NONE, LOOSE },
  /* de */
  { TEXT (" Ende-zu-Ende-verschlüsselt"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" hat die Gruppe verlassen"), NULL, LEFT, SUBJECT_BEFORE, STRICT },
  { TEXT (" hat den Gruppennamen "), NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { TEXT (" hat das Gruppenbild "), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" hat die Gruppenbeschreibung "), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" ist der Gruppe mit"), NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { TEXT (" ist über den Einladungslink"), NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { TEXT (" hat eine neue Telefonnummer"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("Deine Sicherheitsnummer"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("Dein Sicherheitscode"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("Du bist jetzt ein"), NULL, NONE, SUBJECT_NONE, LOOSE },
  { TEXT ("Du bist kein"), NULL, NONE, SUBJECT_NONE, LOOSE },
  { TEXT (" selbstlöschende Nachrichten "), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" hat die Nachrichtendauer "), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("Verpasster "), NULL, NONE, SUBJECT_NONE, LOOSE },
  { TEXT (" hat die Gruppe "), "erstellt", RENAMED, SUBJECT_QUOTED, STRICT },
  { TEXT ("Du hast die Gruppe "), "erstellt", RENAMED, SUBJECT_QUOTED, STRICT },
  { TEXT (" wurden hinzugefügt"), NULL, JOINED, SUBJECT_BEFORE, LOOSE },
  { TEXT (" wurde hinzugefügt"), NULL, JOINED, SUBJECT_BEFORE, LOOSE },
  { TEXT ("Du hast "), " hinzugefügt", JOINED, SUBJECT_BETWEEN, LOOSE },
  { TEXT (" hat "), " hinzugefügt", JOINED, SUBJECT_BETWEEN, LOOSE },
  { TEXT ("Du hast "), " entfernt", REMOVED, SUBJECT_BETWEEN, LOOSE },
  { TEXT (" hat "), " entfernt", REMOVED, SUBJECT_BETWEEN, LOOSE },
  { TEXT (" hat zu "), " gewechselt", NONE, SUBJECT_NONE, LOOSE },
  /* pt, es, fr, it */
  { TEXT ("criptografia de ponta a ponta"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" criou o grupo "), NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { TEXT (" entrou usando o link de convite"), NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { TEXT (" adicionou "), NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { TEXT (" removeu "), NULL, REMOVED, SUBJECT_AFTER, LOOSE },
  { TEXT (" saiu"), "", LEFT, SUBJECT_BEFORE, LOOSE },
  { TEXT ("cifrados de extremo a extremo"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" creó el grupo "), NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { TEXT (" se unió usando "), NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { TEXT (" se unió a través "), NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { TEXT (" cambió el asunto "), NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { TEXT (" cambió el nombre del grupo "), NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { TEXT (" cambió el ícono "), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" cambió la descripción "), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" añadió a "), NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { TEXT (" agregó a "), NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { TEXT (" eliminó a "), NULL, REMOVED, SUBJECT_AFTER, LOOSE },
  { TEXT (" salió del grupo"), NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  { TEXT (" salió"), "", LEFT, SUBJECT_BEFORE, LOOSE },
  { TEXT ("chiffrés de bout en bout"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" a créé le groupe "), NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { TEXT (" a ajouté "), NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { TEXT (" a quitté"), NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  { TEXT ("crittografati end-to-end"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" ha creato il gruppo "), NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { TEXT (" ha aggiunto "), NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { TEXT (" ha abbandonato"), NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  /* zh */
  { TEXT ("进行端到端加密"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("端對端加密"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("创建了此群组"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("建立了此群組"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("创建了群组"), NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { TEXT ("更改了本群组"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("已變更本群組"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("已将此群组的设置更改为"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("限时消息"), NULL, NONE, SUBJECT_NONE, LOOSE },
  { TEXT ("限時訊息"), NULL, NONE, SUBJECT_NONE, LOOSE },
  { TEXT ("正在等待此消息"), NULL, NONE, SUBJECT_NONE, LOOSE },
  { TEXT ("加入了群组"), NULL, JOINED, SUBJECT_BEFORE, LOOSE },
  { TEXT ("加入群组"), NULL, JOINED, SUBJECT_BEFORE, LOOSE },
  { TEXT ("加入了群組"), NULL, JOINED, SUBJECT_BEFORE, LOOSE },
  { TEXT ("使用此群组的邀请链接加入"), NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { TEXT ("退出了群组"), NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  { TEXT ("已離開群組"), NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  { TEXT ("添加了"), NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { TEXT ("已新增"), NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { TEXT ("移除了"), NULL, REMOVED, SUBJECT_AFTER, LOOSE },
  { TEXT ("已移除"), NULL, REMOVED, SUBJECT_AFTER, LOOSE },
  /* he, ru, tr, ja, ko, ar */
  { TEXT ("מוצפנות מקצה לקצה"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" את הקבוצה "), NULL, RENAMED, SUBJECT_QUOTED, STRICT },
  { TEXT (" הצטרף/ה באמצעות הקישור"), NULL, JOINED, SUBJECT_BEFORE, STRICT },
  { TEXT (" הוסיף/ה את "), NULL, JOINED, SUBJECT_AFTER, LOOSE },
  { TEXT (" הסיר/ה את "), NULL, REMOVED, SUBJECT_AFTER, LOOSE },
  { TEXT (" יצא/ה"), NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  { TEXT ("защищены сквозным шифрованием"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT (" создал"), NULL, RENAMED, SUBJECT_QUOTED, LOOSE },
  { TEXT (" добавил"), NULL, NONE, SUBJECT_NONE, LOOSE },
  { TEXT (" вышел из группы"), NULL, LEFT, SUBJECT_BEFORE, LOOSE },
  { TEXT ("uçtan uca şifreli"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("エンドツーエンド暗号化"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("종단간 암호화"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("종단 간 암호화"), NULL, NONE, SUBJECT_NONE, STRICT },
  { TEXT ("مشفرة تمامًا بين الطرفين"), NULL, NONE, SUBJECT_NONE, STRICT },
};

/* Whole bodies, a full stop and marks aside. */
static const struct
{
  const char *text;
  gsize length;
} placeholders[] = {
  { TEXT ("null") },
  { TEXT ("image omitted") },
  { TEXT ("video omitted") },
  { TEXT ("audio omitted") },
  { TEXT ("GIF omitted") },
  { TEXT ("sticker omitted") },
  { TEXT ("document omitted") },
  { TEXT ("Contact card omitted") },
  { TEXT ("video note omitted") },
  { TEXT ("Bild weggelassen") },
  { TEXT ("Video weggelassen") },
  { TEXT ("Audio weggelassen") },
  { TEXT ("Sticker weggelassen") },
  { TEXT ("Dokument weggelassen") },
  { TEXT ("GIF weggelassen") },
  { TEXT ("Videonotiz weggelassen") },
  { TEXT ("imagem ocultada") },
  { TEXT ("áudio ocultado") },
  { TEXT ("vídeo omitido") },
  { TEXT ("figurinha omitida") },
  { TEXT ("imagen omitida") },
  { TEXT ("audio omitido") },
  { TEXT ("图片已忽略") },
  { TEXT ("圖片已略去") },
  { TEXT ("影片已略去") },
  { TEXT ("音訊已略去") },
  { TEXT ("貼圖已忽略") },
  { TEXT ("文件已略去") },
  { TEXT ("This message was deleted") },
  { TEXT ("You deleted this message") },
  { TEXT ("Message deleted") },
  { TEXT ("Diese Nachricht wurde gelöscht") },
  { TEXT ("Du hast diese Nachricht gelöscht") },
  { TEXT ("Mensagem apagada") },
  { TEXT ("Se eliminó este mensaje") },
  { TEXT ("ההודעה נמחקה") },
  { TEXT ("这条消息已删除") },
  { TEXT ("此訊息已刪除") },
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
  const char *behind = hit + phrase->length;
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
  if (text.length > LONGEST_NOTICE ||
      text.length < (strictness == MUSTER_WHATSAPP_STRICT ? SHORTEST_STRICT : 1))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const Phrase *phrase = &phrases[i];
      const char *hit;
      const char *tail = text.data + text.length;

      if (phrase->strictness > strictness || phrase->length > text.length)
        continue;
      hit = memmem (text.data, text.length, phrase->text, phrase->length);
      if (hit == NULL || (phrase->tail != NULL && !find_tail (text, phrase->tail, &tail)) ||
          tail < hit + phrase->length ||
          (phrase->tail != NULL && *phrase->tail == '\0' && tail != hit + phrase->length))
        continue;
      *out_notice = (MusterWhatsappNotice){ 0 };
      take_names (phrase, text, hit, tail, out_notice);
      return TRUE;
    }
  return FALSE;
}

/* Rejects nearly all bodies by one look at their first letters. */
static inline gboolean
may_be_placeholder (MusterSpan body, gboolean has_mark)
{
  guint8 first = (guint8) body.data[0];
  guint8 last = (guint8) body.data[body.length - 1];

  const char *line_end = memchr (body.data, '\n', body.length);

  if (has_mark || first == '<' || last == ')' ||
      (line_end != NULL && line_end > body.data && line_end[-1] == ')'))
    return TRUE;
  switch (first)
    {
    case 'n':
    case 'i':
    case 'v':
    case 'a':
    case 's':
    case 'd':
    case 'f':
    case 'C':
    case 'G':
    case 'B':
    case 'V':
    case 'A':
    case 'S':
    case 'D':
    case 'T':
    case 'Y':
    case 'M':
      return body.length < 60;
    default:
      return first >= 0xC3 && body.length < 60 &&
             (first < 0xE4 || last == 0xA5 || last == 0xA4 || last == 0xBB || last == 0x82);
    }
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
  if (body.length > 200 || !may_be_placeholder (body, has_mark))
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
    if (body.length == placeholders[i].length &&
        memcmp (body.data, placeholders[i].text, body.length) == 0)
      return TRUE;
  return muster_span_begins (body, "This message was deleted by admin ");
}
