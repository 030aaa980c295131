/* muster-phone-index.c - whose number is this?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-phone-index"

#include "config.h"

#include <string.h>

#include "muster-person.h"
#include "muster-phone-index.h"
#include "muster-text-index.h"

#define MIN_DIGITS 7 /* fewer are an extension or a list's number */
#define MAX_CODE 4   /* digits that a country's code adds at most (E.164: three), and a trunk's 0 */

typedef struct
{
  guint member;
  char *digits;
} Phone;

struct _MusterPhoneIndex
{
  GArray *phones;          /* owned, of Phone */
  MusterTextIndex *by_end; /* owned: the last MIN_DIGITS digits -> indexes in phones */
};

static void
phone_clear (gpointer data)
{
  g_free (((Phone *) data)->digits);
}

/* The digits without a leading + and zeros; NULL if the text is no number. */
static char *
dup_digits (const char *text)
{
  g_autofree char *clean = muster_phone_dup_clean (text);
  const char *digits = clean + (*clean == '+');

  digits += strspn (digits, "0");
  if (digits[strspn (digits, "0123456789")] != '\0' || strlen (digits) < MIN_DIGITS)
    return NULL;

  return g_strdup (digits);
}

static const char *
get_key (const char *digits)
{
  return digits + strlen (digits) - MIN_DIGITS;
}

static gboolean
is_same (const char *a, const char *b)
{
  gsize n_a = strlen (a), n_b = strlen (b);

  if (n_a > n_b)
    return is_same (b, a);

  return n_b - n_a <= MAX_CODE && strcmp (b + n_b - n_a, a) == 0;
}

MusterPhoneIndex *
muster_phone_index_new (void)
{
  MusterPhoneIndex *self = g_new0 (MusterPhoneIndex, 1);

  self->phones = g_array_new (FALSE, FALSE, sizeof (Phone));
  g_array_set_clear_func (self->phones, phone_clear);
  self->by_end = muster_text_index_new ();
  return self;
}

void
muster_phone_index_free (MusterPhoneIndex *self)
{
  muster_text_index_free (self->by_end);
  g_array_unref (self->phones);
  g_free (self);
}

/**
 * muster_phone_index_add:
 * @phones: (nullable): numbers as typed, a line each
 * @member: what muster_phone_index_find() gives back
 */
void
muster_phone_index_add (MusterPhoneIndex *self, const char *phones, guint member)
{
  g_auto (GStrv) lines = phones != NULL ? g_strsplit (phones, "\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      Phone phone = { member, dup_digits (lines[i]) };

      if (phone.digits == NULL)
        continue;
      muster_text_index_add (self->by_end, get_key (phone.digits), self->phones->len);
      g_array_append_val (self->phones, phone);
    }
}

/**
 * muster_phone_index_find:
 * @text: (nullable): a number as a chat program or a list shows it, or anything else
 *
 * Returns: (transfer full) (element-type guint): the members who have it, a
 *   member as often as it has the number; empty if @text is no number
 */
GArray *
muster_phone_index_find (MusterPhoneIndex *self, const char *text)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *digits = text != NULL ? dup_digits (text) : NULL;
  guint place = digits != NULL ? muster_text_index_find (self->by_end, get_key (digits)) : 0;

  while (place != 0)
    {
      const Phone *phone =
          &g_array_index (self->phones, Phone, muster_text_index_read (self->by_end, &place));

      if (is_same (phone->digits, digits))
        g_array_append_val (members, phone->member);
    }

  return members;
}
