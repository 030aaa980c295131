/* muster-platform.c - the chat programs by name, for rows that choose one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-platform"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-platform.h"

static const struct
{
  const char *id; /* as in the store and on the command line */
  const char *title;
} platforms[] = {
  { "wechat", N_ ("WeChat") },     { "qq", N_ ("QQ") },           { "whatsapp", N_ ("WhatsApp") },
  { "telegram", N_ ("Telegram") }, { "line", N_ ("LINE") },       { "kakaotalk", N_ ("KakaoTalk") },
  { "signal", N_ ("Signal") },     { "discord", N_ ("Discord") }, { "slack", N_ ("Slack") },
  { "other", N_ ("Elsewhere") },
};

/**
 * muster_platform_new_list:
 *
 * Returns: (transfer full): the titles, translated, in the order of the rows
 */
GtkStringList *
muster_platform_new_list (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (platforms); i++)
    gtk_string_list_append (list, _ (platforms[i].title));
  return list;
}

const char *
muster_platform_get_id (guint row)
{
  return platforms[MIN (row, G_N_ELEMENTS (platforms) - 1)].id;
}

/**
 * muster_platform_find:
 * @id: (nullable): as in the store
 *
 * Returns: the row; the last one, "elsewhere", for an unknown platform
 */
guint
muster_platform_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    if (g_strcmp0 (platforms[i].id, id) == 0)
      return i;
  return G_N_ELEMENTS (platforms) - 1;
}

/**
 * muster_platform_get_title:
 * @id: (nullable): as in the store
 *
 * Returns: (transfer none): its name for people; @id itself when it is none of ours
 */
const char *
muster_platform_get_title (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    if (g_strcmp0 (platforms[i].id, id) == 0)
      return _ (platforms[i].title);
  return id != NULL ? id : "";
}
